//! Arguments of a `.pyx` that are views: what Cython takes, and what it says of the rest.

use super::PyObject;
use super::arg::{ArgLayout, ArgSpec, CType};
use super::array_in::{is_usable_array, read_if};
use super::buffer::{Buffer, characters, dtype, parts, whole_format};
use super::{c_words, is_none, record};
use crate::array::{self, Array};
use crate::memview::MemoryView;
use crate::numpy_api::{self, ArrayObject};
use crate::obj;
use crate::owner::Owner;
use crate::raise::{Cause, Exc, Raise};
use crate::view::{Dtype, Elem};
use pyo3::ffi;
use std::ffi::c_int;
use std::sync::Arc;

/// The view of an argument.
///
/// # Errors
/// What Cython says, or the exporter of the buffer.
pub(super) fn read<E: Elem, const N: usize>(
    object: *mut PyObject,
    spec: &'static ArgSpec,
    c: CType,
) -> Result<Array<E, N>, Raise> {
    c_words::check_class(object, spec)?;
    if is_none(object) {
        return if c.none { Ok(array::none()) } else { Err(c_words::is_none(spec)) };
    }
    if let Some(own) = MemoryView::of(object) {
        return own.array(spec).map_or_else(|| Err(refused::<E, N>(object, spec, c)), Ok);
    }
    if is_usable_array(object) {
        // SAFETY: an ndarray, of a subclass too, has this struct.
        let array = unsafe { &*object.cast::<ArrayObject>() };
        if let Some(view) = read_if(array, spec, |dtype| holds::<E>(dtype, c)) {
            return Ok(Array::new(view, Owner::arg(object)));
        }
    } else if numpy_api::is_array(object) {
        return Err(spec.wrong(Exc::TypeError, &super::arg::type_name(object)));
    }
    if let Some(error) = refusal::<E, N>(object, spec, c) {
        return Err(error);
    }
    let (view, buffer) = Buffer::view(object, spec)?;
    Ok(Array::new(view, Owner::Buffer { buffer: Arc::new(buffer), whole: true }))
}

/// Whether the argument is such a view; `None` is not.
pub(super) fn fits<E: Elem, const N: usize>(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
    !is_none(object) && spec.c.is_some_and(|c| read::<E, N>(object, spec, c).is_ok())
}

/// Whether a view of these elements takes memory of a dtype: truth values are unsigned bytes, and `char` is any byte.
pub(crate) fn holds<E: Elem>(dtype: Dtype, c: CType) -> bool {
    match (E::DTYPE, dtype) {
        _ if c.cast => dtype.size() == size_of::<E>(),
        (own, dtype) if own == dtype => true,
        (Dtype::U8, Dtype::Bool) => true,
        (Dtype::I8, Dtype::U8 | Dtype::Bool) => is_char(c),
        _ => false,
    }
}

fn is_char(c: CType) -> bool {
    c.name == "char"
}

/// The error for a memoryview of ours that is refused for some reason.
fn refused<E: Elem, const N: usize>(object: *mut PyObject, spec: &'static ArgSpec, c: CType) -> Raise {
    let error = refusal::<E, N>(object, spec, c);
    error.unwrap_or_else(|| spec.wrong(Exc::ValueError, "a buffer of another form"))
}

/// Asks the exporter for the buffer that Cython would ask for; `None` if nothing speaks against it.
fn refusal<E: Elem, const N: usize>(object: *mut PyObject, spec: &'static ArgSpec, c: CType) -> Option<Raise> {
    // SAFETY: a live object; the buffer is released before it goes.
    unsafe {
        if ffi::PyObject_CheckBuffer(object) == 0 {
            let text = format!("a bytes-like object is required, not '{}'", super::arg::type_name(object));
            return Some(Raise::new(Cause::Message(Exc::TypeError, text)));
        }
        let mut raw = ffi::Py_buffer::new();
        if ffi::PyObject_GetBuffer(object, &mut raw, flags(spec)) < 0 {
            return Some(obj::error());
        }
        let error = mismatch::<E, N>(&raw, c).or_else(|| {
            let text = "Buffer and memoryview are not contiguous in the same dimension.";
            (spec.layout == ArgLayout::Inner && !is_inner(&raw)).then(|| Raise::plain(Exc::ValueError, text))
        });
        ffi::PyBuffer_Release(&mut raw);
        error
    }
}

/// Whether the last axis of a buffer with strides has that of an item.
///
/// # Safety
/// A buffer that is held, which was asked for its strides.
unsafe fn is_inner(raw: &ffi::Py_buffer) -> bool {
    let Some(last) = (raw.ndim as usize).checked_sub(1) else { return true };
    // SAFETY: one number an axis, by the caller; without strides it is contiguous.
    unsafe { raw.strides.is_null() || *raw.shape.add(last) <= 1 || *raw.strides.add(last) == raw.itemsize }
}

fn flags(spec: &ArgSpec) -> c_int {
    let layout = match spec.layout {
        ArgLayout::C => ffi::PyBUF_C_CONTIGUOUS,
        ArgLayout::F => ffi::PyBUF_F_CONTIGUOUS,
        ArgLayout::Any | ArgLayout::Inner => ffi::PyBUF_STRIDES,
    };
    layout | ffi::PyBUF_FORMAT | if spec.writable { ffi::PyBUF_WRITABLE } else { 0 }
}

/// Raises unless the object exports objects; `axes`: as a view of them is written, `:, ::1]`.
///
/// # Errors
/// As Cython's conversion to a view of objects.
pub(super) fn check_objects(object: *mut PyObject, axes: &str, c: CType) -> Result<(), Raise> {
    let rank = axes.split(',').count();
    let layout = match (axes.ends_with("::1]"), axes.starts_with("::1")) {
        (true, _) => ffi::PyBUF_C_CONTIGUOUS,
        (false, true) => ffi::PyBUF_F_CONTIGUOUS,
        (false, false) => ffi::PyBUF_STRIDES,
    };
    let mut raw = ffi::Py_buffer::new();
    // SAFETY: a live object; the description is read while the buffer is held.
    unsafe {
        if ffi::PyObject_GetBuffer(object, &mut raw, layout | ffi::PyBUF_FORMAT) < 0 {
            return Err(obj::error());
        }
        let (_, code) = parts(&raw);
        let wrong = |text| Err(Raise::new(Cause::Message(Exc::ValueError, text)));
        let checked = match raw.ndim as usize {
            other if other != rank => {
                wrong(format!("Buffer has wrong number of dimensions (expected {rank}, got {other})"))
            }
            _ if code != b"O" => Err(other_dtype(code, raw.itemsize, c)),
            _ => Ok(()),
        };
        ffi::PyBuffer_Release(&mut raw);
        checked
    }
}

/// What is wrong with the elements or the number of axes.
fn mismatch<E: Elem, const N: usize>(raw: &ffi::Py_buffer, c: CType) -> Option<Raise> {
    let wrong = |text: String| Some(Raise::new(Cause::Message(Exc::ValueError, text)));
    if raw.ndim as usize != N {
        return wrong(format!("Buffer has wrong number of dimensions (expected {N}, got {})", raw.ndim));
    }
    if c.cast {
        let (own, given) = (size_of::<E>(), raw.itemsize);
        let bytes = |size: usize| format!("{size} byte{}", if size == 1 { "" } else { "s" });
        let (given, wanted) = (bytes(given as usize), bytes(own));
        let text = format!("Item size of buffer ({given}) does not match size of '{}' ({wanted})", c.name);
        return if raw.itemsize as usize == own { None } else { wrong(text) };
    }
    let (order, code) = parts(raw);
    if let Dtype::Record(record) = E::DTYPE {
        return record::check(whole_format(raw), raw.itemsize, record, c.name).err();
    }
    let known = dtype(code, raw.itemsize);
    let is_character = characters(code, raw.itemsize).contains(&E::DTYPE);
    if !is_character && !known.is_some_and(|dtype| holds::<E>(dtype, c)) {
        return Some(other_dtype(code, raw.itemsize, c));
    }
    let swapped = if cfg!(target_endian = "little") { matches!(order, b'>' | b'!') } else { order == b'<' };
    if swapped && raw.itemsize > 1 {
        return wrong(other_order(cfg!(target_endian = "big")).to_owned());
    }
    None
}

/// What Cython says of a buffer in the order of bytes that is not the machine's.
pub(super) fn other_order(little: bool) -> &'static str {
    match little {
        true => "Little-endian buffer not supported on big-endian compiler",
        false => "Big-endian buffer not supported on little-endian compiler",
    }
}

#[cold]
fn other_dtype(code: &[u8], size: isize, c: CType) -> Raise {
    let text = match named(code, size) {
        Some(got) => format!("Buffer dtype mismatch, expected '{}' but got {got}", c.name),
        None => {
            let first = code.iter().find(|code| !code.is_ascii_digit()).map_or('?', |&code| char::from(code));
            format!("Does not understand character buffer dtype format string ('{first}')")
        }
    };
    Raise::new(Cause::Message(Exc::ValueError, text))
}

/// What Cython calls the elements of a format.
fn named(code: &[u8], size: isize) -> Option<&'static str> {
    let code = code.trim_ascii_start();
    let code = &code[code.iter().take_while(|code| code.is_ascii_digit()).count()..];
    let (code, complex) = match (*code.first()?, code.get(1)) {
        (b'Z', Some(part)) => (*part, true),
        (b'F', _) => (b'f', true),
        (b'D', _) => (b'd', true),
        (b'G', _) => (b'g', true),
        (b'l', _) if size == 4 => (b'i', false),
        (b'L', _) if size == 4 => (b'I', false),
        (code, _) => (code, false),
    };
    Some(described(code, complex)).filter(|name| *name != UNKNOWN)
}

const UNKNOWN: &str = "unparsable format string";

/// What Cython calls the elements of a struct code.
pub(super) fn described(code: u8, complex: bool) -> &'static str {
    match code {
        b'f' if complex => "'complex float'",
        b'd' if complex => "'complex double'",
        b'g' if complex => "'complex long double'",
        b'?' => "'bool'",
        b'c' => "'char'",
        b'b' => "'signed char'",
        b'B' => "'unsigned char'",
        b'h' => "'short'",
        b'H' => "'unsigned short'",
        b'i' => "'int'",
        b'I' => "'unsigned int'",
        b'l' => "'long'",
        b'L' => "'unsigned long'",
        b'q' => "'long long'",
        b'Q' => "'unsigned long long'",
        b'f' => "'float'",
        b'd' => "'double'",
        b'g' => "'long double'",
        b'T' => "a struct",
        b'O' => "Python object",
        b'P' => "a pointer",
        b's' | b'p' => "a string",
        _ => UNKNOWN,
    }
}
