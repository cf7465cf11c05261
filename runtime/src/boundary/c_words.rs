//! What Cython says of arguments that do not convert.

use super::PyObject;
use super::arg::{ArgSpec, CType};
use crate::memview;
use crate::numpy_api;
use crate::obj::{self, Obj};
use crate::raise::{Cause, Exc, Raise};
use pyo3::ffi;

fn message(class: Exc, text: String) -> Raise {
    Raise::new(Cause::Message(class, text))
}

/// The name of a class as messages of the interpreter show it.
fn full_name(object: *mut PyObject) -> String {
    // SAFETY: a live object; the name lives as long as its type.
    unsafe { std::ffi::CStr::from_ptr((*ffi::Py_TYPE(object)).tp_name) }.to_string_lossy().into_owned()
}

/// Whether it is an array with dimensions: NumPy takes none of them for a number.
fn is_vector(object: *mut PyObject) -> bool {
    numpy_api::is_array(object) && numpy_api::rank(object) > 0
}

/// C's integers take what has `__int__`, save for fractions; `Py_ssize_t` what has `__index__`.
#[cold]
pub(super) fn not_an_integer(object: *mut PyObject, c: CType) -> Raise {
    if is_index(c) {
        let text = match is_vector(object) {
            true => "only integer scalar arrays can be converted to a scalar index".to_owned(),
            false => format!("'{}' object cannot be interpreted as an integer", full_name(object)),
        };
        return message(Exc::TypeError, text);
    }
    match is_vector(object) {
        true => Raise::plain(Exc::TypeError, "only 0-dimensional arrays can be converted to Python scalars"),
        false => Raise::plain(Exc::TypeError, "an integer is required"),
    }
}

/// Whether the type is one of indices, which has rules of its own.
pub(super) fn is_index(c: CType) -> bool {
    c.name == "Py_ssize_t"
}

#[cold]
pub(super) fn not_a_number(object: *mut PyObject) -> Raise {
    match is_vector(object) {
        true => Raise::plain(Exc::TypeError, "only 0-dimensional arrays can be converted to Python scalars"),
        false => message(Exc::TypeError, format!("must be real number, not {}", full_name(object))),
    }
}

/// An `int` that the type does not hold.
#[cold]
pub(super) fn too_large(int: *mut PyObject, c: CType, signed: bool) -> Raise {
    let mut overflow = 0;
    // SAFETY: a live int; an error is cleared.
    let (negative, wide) = unsafe {
        let value = ffi::PyLong_AsLongLongAndOverflow(int, &mut overflow);
        let unsigned = ffi::PyLong_AsUnsignedLongLong(int) != u64::MAX || ffi::PyErr_Occurred().is_null();
        ffi::PyErr_Clear();
        (overflow < 0 || overflow == 0 && value < 0, if signed { overflow != 0 } else { !unsigned })
    };
    let text = match (signed, negative, wide) {
        (true, _, true) if is_index(c) => "Python int too large to convert to C ssize_t".to_owned(),
        (true, _, true) => "Python int too large to convert to C long".to_owned(),
        (false, true, _) => format!("can't convert negative value to {}", c.name),
        (false, false, true) => "Python int too large to convert to C unsigned long".to_owned(),
        (_, _, false) => format!("value too large to convert to {}", c.name),
    };
    message(Exc::OverflowError, text)
}

/// `None` where it is refused.
#[cold]
pub(super) fn is_none(spec: &ArgSpec) -> Raise {
    message(Exc::TypeError, format!("Argument '{}' must not be None", spec.name))
}

/// The class of a view of objects.
const OBJECTS: &str = "object";

/// Raises unless the object is of the class that the source asks for, or an allowed `None`. Where axes stand behind
/// the class (`object[:]`, `numpy.ndarray[:, ::1]`), its items are objects.
pub(super) fn check_class(object: *mut PyObject, spec: &ArgSpec) -> Result<(), Raise> {
    let Some((c, class)) = spec.c.and_then(|c| c.class.map(|class| (c, class))) else { return Ok(()) };
    let (class, axes) = class.split_once('[').map_or((class, None), |(class, axes)| (class, Some(axes)));
    if super::is_none(object) {
        match class {
            _ if c.none => return Ok(()),
            "numpy.ndarray" | OBJECTS => return Err(is_none(spec)),
            _ => {}
        }
    }
    if class != OBJECTS {
        check_instance(object, class, spec)?;
    }
    axes.map_or(Ok(()), |axes| super::c_view::check_objects(object, axes, c))
}

/// The `int` that a float, or an instance of a subclass of `int`, becomes where the source asks for one.
pub(super) fn nearly_int(object: *mut PyObject, spec: &ArgSpec) -> Result<Option<Obj>, Raise> {
    if spec.c.and_then(|c| c.class) != Some("int") {
        return Ok(None);
    }
    // SAFETY: a live object.
    unsafe {
        let becomes =
            ffi::PyLong_CheckExact(object) == 0 && (ffi::PyLong_Check(object) != 0 || ffi::PyFloat_Check(object) != 0);
        if becomes { Obj::result(ffi::PyNumber_Long(object)).map(Some) } else { Ok(None) }
    }
}

fn check_instance(object: *mut PyObject, class: &str, spec: &ArgSpec) -> Result<(), Raise> {
    let fits = match class {
        "numpy.ndarray" => numpy_api::is_array(object),
        "array.array" => is_of(object, "array", "array")?,
        "numpy.dtype" => is_of(object, "numpy", "dtype")?,
        "numpy.broadcast" => is_of(object, "numpy", "broadcast")?,
        "numpy.flatiter" => is_of(object, "numpy", "flatiter")?,
        "cython.view.array" => memview::array::is_view_array(object),
        // An exact class of the interpreter's.
        // SAFETY: a live object.
        "type" => unsafe { ffi::PyType_Check(object) != 0 },
        class => full_name(object) == class || is_exception(class, object)?,
    };
    if fits {
        return Ok(());
    }
    let (name, got) = (spec.name, full_name(object));
    let text = match name {
        "" if class.contains('.') => format!("Cannot convert {got} to {class}"),
        "" => format!("Expected {class}, got {got}"),
        name => format!("Argument '{name}' has incorrect type (expected {class}, got {got})"),
    };
    Err(message(Exc::TypeError, text))
}

/// Whether the object is of a class of another module, or of one of its subclasses.
fn is_of(object: *mut PyObject, module: &'static str, class: &'static str) -> Result<bool, Raise> {
    let class = obj::getattr(&obj::import(obj::interned(module))?, obj::interned(class))?;
    // SAFETY: a live object and a class.
    match unsafe { ffi::PyObject_IsInstance(object, class.as_ptr()) } {
        -1 => Err(obj::error()),
        found => Ok(found != 0),
    }
}

fn is_exception(class: &str, object: *mut PyObject) -> Result<bool, Raise> {
    let Some(class) = Exc::from_name(class) else { return Ok(false) };
    // SAFETY: a live object and a class.
    match unsafe { ffi::PyObject_IsInstance(object, super::exception::class_object(class)) } {
        -1 => Err(obj::error()),
        found => Ok(found != 0),
    }
}
