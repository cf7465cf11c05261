//! Numbers from Python.

use super::PyObject;
use super::arg::{ArgSpec, FromPy};
use super::c_words;
use crate::numpy_api::{self, ArrayObject};
use crate::obj::{self, Obj};
use crate::raise::{Exc, Raise};
use num_complex::Complex;
use pyo3::ffi;

impl FromPy for f64 {
    #[inline(always)]
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<f64, Raise> {
        // SAFETY: a live object, and a float where its value is read.
        unsafe {
            if ffi::PyFloat_CheckExact(object) != 0 { Ok(ffi::PyFloat_AS_DOUBLE(object)) } else { float(object, spec) }
        }
    }

    fn fits(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
        // SAFETY: a live object.
        let is_float = unsafe { ffi::PyFloat_Check(object) } != 0;
        is_float || (!spec.exact && is_real(object))
    }
}

impl FromPy for f32 {
    #[inline]
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<f32, Raise> {
        f64::from_py(object, spec).map(|value| value as f32)
    }

    fn fits(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
        numpy_api::scalar_name(object) == "float32" || (!spec.exact && f64::fits(object, spec))
    }
}

#[cold]
fn float(object: *mut PyObject, spec: &'static ArgSpec) -> Result<f64, Raise> {
    if !is_real(object) {
        return Err(if spec.c.is_some() { c_words::not_a_number(object) } else { spec.type_error(object) });
    }
    // SAFETY: a live object; -1.0 may be an error.
    let value = unsafe { ffi::PyFloat_AsDouble(object) };
    if value == -1.0 { checked(value) } else { Ok(value) }
}

/// The value, unless the interpreter has set an error.
fn checked<T>(value: T) -> Result<T, Raise> {
    // SAFETY: needs the lock only.
    if unsafe { ffi::PyErr_Occurred() }.is_null() { Ok(value) } else { Err(obj::error()) }
}

/// Whether the object has a conversion slot. Of arrays those without dimensions count whose dtype is of these kinds:
/// NumPy refuses most others, one of a single element would silently become a scalar, and one of text would be parsed.
fn converts(object: *mut PyObject, kinds: &[u8], has: impl Fn(&ffi::PyNumberMethods) -> bool) -> bool {
    // SAFETY: a live object and its type; the slots are null or live as long as the type.
    unsafe {
        match item_kind(object) {
            Some(kind) => kinds.contains(&kind),
            None => (*ffi::Py_TYPE(object)).tp_as_number.as_ref().is_some_and(has),
        }
    }
}

/// NumPy's letter for the kind of dtype of an array; 0 for one with dimensions.
fn item_kind(object: *mut PyObject) -> Option<u8> {
    // SAFETY: a live object; an ndarray has the struct, and a live dtype.
    numpy_api::is_array(object).then(|| unsafe {
        let array = &*object.cast::<ArrayObject>();
        if array.nd == 0 { (*array.descr).kind } else { 0 }
    })
}

/// Whether the object converts to a float. NumPy's complex scalars would, too: they lose their imaginary part.
fn is_real(object: *mut PyObject) -> bool {
    converts(object, b"biuf", |number| number.nb_float.is_some() || number.nb_index.is_some())
        && !numpy_api::scalar_name(object).starts_with("complex")
}

/// What the object is as an integer: any `__index__`. NumPy's truth values are integers to C.
fn index(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Obj, Raise> {
    let is_truth = || spec.c.is_some_and(|c| !c_words::is_index(c)) && numpy_api::scalar_name(object) == "bool";
    if is_truth() {
        return obj::from_value(truth(object, spec)?).and_then(|value| integer_of(&value));
    }
    if !converts(object, b"iu", |number| number.nb_index.is_some()) {
        return Err(match spec.c {
            Some(c) => c_words::not_an_integer(object, c),
            None => spec.type_error(object),
        });
    }
    // SAFETY: a live object.
    unsafe { Obj::result(ffi::PyNumber_Index(object)) }
}

fn integer_of(value: &Obj) -> Result<Obj, Raise> {
    // SAFETY: a live object.
    unsafe { Obj::result(ffi::PyNumber_Long(value.as_ptr())) }
}

/// Python's `int` holds any value: the original function can go on where 64 bits cannot.
#[cold]
fn out_of_range(object: *mut PyObject, spec: &'static ArgSpec, signed: bool, width: &'static str) -> Raise {
    if let Some(c) = spec.c {
        // Of an element the type of the whole says no name.
        let c = super::arg::CType { name: if c.name.is_empty() { c_name(width) } else { c.name }, ..c };
        return match index(object, spec) {
            Ok(int) => c_words::too_large(int.as_ptr(), c, signed),
            Err(error) => error,
        };
    }
    if spec.expected == "int" {
        return Raise::escape("integer argument leaves 64 bits");
    }
    // SAFETY: a live object.
    let text = unsafe { obj::text(object) };
    spec.wrong(Exc::OverflowError, &format!("{text}, which is out of range"))
}

/// What C calls the integers of a width.
fn c_name(width: &str) -> &'static str {
    const NAMES: [(&str, &str); 8] = [
        ("int8", "signed char"),
        ("int16", "short"),
        ("int32", "int"),
        ("int64", "long"),
        ("uint8", "unsigned char"),
        ("uint16", "unsigned short"),
        ("uint32", "unsigned int"),
        ("uint64", "unsigned long"),
    ];
    NAMES.iter().find(|(known, _)| *known == width).map_or("", |(_, name)| name)
}

/// An integer that C takes for a character.
///
/// # Errors
/// `TypeError` for what is no integer, `OverflowError` for what is no code point, in Cython's words.
#[cold]
pub(super) fn code_point(object: *mut PyObject, spec: &'static ArgSpec, c: super::arg::CType) -> Result<u32, Raise> {
    let int = index(object, spec)?;
    let mut overflow = 0;
    // SAFETY: a live int.
    let value = unsafe { ffi::PyLong_AsLongLongAndOverflow(int.as_ptr(), &mut overflow) };
    let text = match u32::try_from(value) {
        Ok(point @ 0..0x11_0000) if overflow == 0 => return Ok(point),
        _ if overflow < 0 || overflow == 0 && value < 0 => format!("cannot convert negative value to {}", c.name),
        _ => format!("value too large to convert to {}", c.name),
    };
    Err(Raise::new(crate::raise::Cause::Message(Exc::OverflowError, text)))
}

impl FromPy for i64 {
    #[inline(always)]
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<i64, Raise> {
        // SAFETY: a live object, and an int where its value is read.
        unsafe {
            if ffi::PyLong_CheckExact(object) != 0 {
                let mut overflow = 0;
                let value = ffi::PyLong_AsLongLongAndOverflow(object, &mut overflow);
                if overflow == 0 { Ok(value) } else { Err(out_of_range(object, spec, true, "int64")) }
            } else {
                int(object, spec)
            }
        }
    }

    fn fits(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
        is_int(object, spec, "int64")
    }
}

#[cold]
fn int(object: *mut PyObject, spec: &'static ArgSpec) -> Result<i64, Raise> {
    let value = index(object, spec)?;
    let mut overflow = 0;
    // SAFETY: a live int.
    let native = unsafe { ffi::PyLong_AsLongLongAndOverflow(value.as_ptr(), &mut overflow) };
    if overflow == 0 { Ok(native) } else { Err(out_of_range(value.as_ptr(), spec, true, "int64")) }
}

/// `int` itself (a bool is another type), or NumPy's scalar of this width.
fn is_int(object: *mut PyObject, spec: &'static ArgSpec, name: &str) -> bool {
    // SAFETY: a live object.
    let is_long = unsafe { ffi::PyLong_Check(object) != 0 && ffi::PyBool_Check(object) == 0 };
    if spec.exact {
        return numpy_api::scalar_name(object) == name || (name == "int64" && is_long);
    }
    is_long || converts(object, b"iu", |number| number.nb_index.is_some())
}

impl FromPy for u64 {
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<u64, Raise> {
        let value = index(object, spec)?;
        // SAFETY: a live int; an error is an OverflowError, which we word ourselves.
        unsafe {
            let native = ffi::PyLong_AsUnsignedLongLong(value.as_ptr());
            if native == u64::MAX && !ffi::PyErr_Occurred().is_null() {
                ffi::PyErr_Clear();
                return Err(out_of_range(value.as_ptr(), spec, false, "uint64"));
            }
            Ok(native)
        }
    }

    fn fits(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
        if spec.expected == "int" { is_unsigned(object) } else { is_int(object, spec, "uint64") }
    }
}

/// An `int` from 0 to below 2^64.
fn is_unsigned(object: *mut PyObject) -> bool {
    let mut overflow = 0;
    // SAFETY: a live object, and an int where its value is read; an error is cleared.
    unsafe {
        if ffi::PyLong_CheckExact(object) == 0 {
            return false;
        }
        let value = ffi::PyLong_AsLongLongAndOverflow(object, &mut overflow);
        if overflow <= 0 {
            return overflow == 0 && value >= 0;
        }
        let native = ffi::PyLong_AsUnsignedLongLong(object);
        let fits = native != u64::MAX || ffi::PyErr_Occurred().is_null();
        ffi::PyErr_Clear();
        fits
    }
}

/// An integer that may be outside of 64 bits, and then is outside of narrower widths too.
#[inline]
fn wide(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Option<i64>, Raise> {
    let mut overflow = 0;
    // SAFETY: a live object, and an int where its value is read.
    unsafe {
        if ffi::PyLong_CheckExact(object) != 0 {
            let value = ffi::PyLong_AsLongLongAndOverflow(object, &mut overflow);
            return Ok((overflow == 0).then_some(value));
        }
        let value = index(object, spec)?;
        let native = ffi::PyLong_AsLongLongAndOverflow(value.as_ptr(), &mut overflow);
        Ok((overflow == 0).then_some(native))
    }
}

macro_rules! narrow {
    ($($type:ident $name:literal),*) => {$(
        impl FromPy for $type {
            #[inline]
            fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<$type, Raise> {
                let value = wide(object, spec)?;
                let signed = $type::MIN != 0;
                let fits = value.and_then(|value| $type::try_from(value).ok());
                fits.ok_or_else(|| out_of_range(object, spec, signed, $name))
            }

            fn fits(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
                is_int(object, spec, $name)
            }
        }
    )*};
}

narrow!(i8 "int8", i16 "int16", i32 "int32", u8 "uint8", u16 "uint16", u32 "uint32");

impl FromPy for bool {
    #[inline(always)]
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<bool, Raise> {
        // SAFETY: addresses of statics.
        unsafe {
            if object == ffi::Py_True() {
                Ok(true)
            } else if object == ffi::Py_False() {
                Ok(false)
            } else {
                truth(object, spec)
            }
        }
    }

    fn fits(object: *mut PyObject, _: &'static ArgSpec) -> bool {
        // SAFETY: a live object.
        unsafe { ffi::PyBool_Check(object) != 0 || is_numpy_bool(object) }
    }
}

/// The truth of an object as C's `bint` holds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Truth(pub i32);

impl FromPy for Truth {
    #[inline(always)]
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Truth, Raise> {
        bool::from_py(object, spec).map(|truth| Truth(truth.into()))
    }

    fn fits(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
        bool::fits(object, spec)
    }
}

/// NumPy's truth value, as a scalar or an array without dimensions.
fn is_numpy_bool(object: *mut PyObject) -> bool {
    numpy_api::scalar_name(object) == "bool" || item_kind(object) == Some(b'b')
}

#[cold]
fn truth(object: *mut PyObject, spec: &'static ArgSpec) -> Result<bool, Raise> {
    // C takes the truth of anything.
    if spec.c.is_none() && !is_numpy_bool(object) {
        return Err(spec.type_error(object));
    }
    // SAFETY: a live object.
    match unsafe { ffi::PyObject_IsTrue(object) } {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(obj::error()),
    }
}

impl FromPy for Complex<f64> {
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Self, Raise> {
        // SAFETY: a live object; -1.0 may be an error.
        unsafe {
            if ffi::PyComplex_Check(object) == 0 && !is_real(object) && !has_complex(object) {
                return Err(if spec.c.is_some() { c_words::not_a_number(object) } else { spec.type_error(object) });
            }
            let value = ffi::PyComplex_AsCComplex(object);
            let native = Complex::new(value.real, value.imag);
            if value.real == -1.0 { checked(native) } else { Ok(native) }
        }
    }

    fn fits(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
        // SAFETY: a live object.
        let is_complex = unsafe { ffi::PyComplex_Check(object) } != 0;
        is_complex || (!spec.exact && (is_real(object) || has_complex(object)))
    }
}

fn has_complex(object: *mut PyObject) -> bool {
    let may = item_kind(object).is_none_or(|kind| b"biufc".contains(&kind));
    // SAFETY: a live object.
    may && unsafe { ffi::PyObject_HasAttrString(object, c"__complex__".as_ptr()) != 0 }
}

impl FromPy for Complex<f32> {
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Self, Raise> {
        Complex::<f64>::from_py(object, spec).map(|value| Complex::new(value.re as f32, value.im as f32))
    }

    fn fits(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
        numpy_api::scalar_name(object) == "complex64" || (!spec.exact && Complex::<f64>::fits(object, spec))
    }
}
