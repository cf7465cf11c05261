//! From native values to objects and back.

use super::{Obj, error};
use crate::boundary::{ArgSpec, FromPy, ToPy};
use crate::raise::{Exc, Raise};
use pyo3::ffi;

/// The object of a native value.
///
/// # Errors
/// `MemoryError`, and what importing NumPy raises where an array needs it.
pub fn from_value(value: impl ToPy) -> Result<Obj, Raise> {
    // SAFETY: `to_py` returns a reference of our own.
    value.to_py().map(|object| unsafe { Obj::from_owned(object) })
}

/// The native value of an object; the same checks and messages as for an argument.
///
/// # Errors
/// As the argument's.
pub fn to_native<T: FromPy>(object: &Obj, spec: &'static ArgSpec) -> Result<T, Raise> {
    T::from_object(object, spec)
}

/// The object, of the class that the source asks for.
///
/// # Errors
/// Cython's `TypeError`.
pub fn of_class(object: &Obj, spec: &'static ArgSpec) -> Result<Obj, Raise> {
    crate::boundary::instance(object.as_ptr(), spec)
}

/// The one byte that a `char` is.
///
/// # Errors
/// `MemoryError`
pub fn bytes_of_char(code: i64) -> Result<Obj, Raise> {
    let byte = code as u8;
    // SAFETY: copies the byte.
    unsafe { Obj::result(ffi::PyBytes_FromStringAndSize((&raw const byte).cast(), 1)) }
}

/// The one byte of this value.
///
/// # Errors
/// Cython's `OverflowError` for what is no byte.
pub fn byte_of_code(code: i64) -> Result<Obj, Raise> {
    if u8::try_from(code).is_err() {
        return Err(Raise::plain(Exc::OverflowError, "value too large to pack into a byte"));
    }
    bytes_of_char(code)
}

/// A conversion that failed because the object is another than was compiled for: the original function runs.
pub fn or_escape<T>(value: Result<T, Raise>) -> Result<T, Raise> {
    value.map_err(|_| Raise::escape(crate::raise::REBOUND))
}

/// Whether patterns of sequences may match the object.
pub fn is_sequence(object: &Obj) -> bool {
    /// `Py_TPFLAGS_SEQUENCE`
    const SEQUENCE: std::ffi::c_ulong = 1 << 5;
    // SAFETY: a live object.
    unsafe { ffi::PyType_GetFlags(ffi::Py_TYPE(object.as_ptr())) & SEQUENCE != 0 }
}

/// `object is None`.
#[inline(always)]
pub fn is_none(object: &Obj) -> bool {
    object.is_none()
}

/// `a is b`.
#[inline(always)]
pub fn is_same(a: &Obj, b: &Obj) -> bool {
    a.is(b)
}

/// `len(object)`.
///
/// # Errors
/// What `__len__` raises.
pub fn length(object: &Obj) -> Result<i64, Raise> {
    // SAFETY: a live object.
    let length = unsafe { ffi::PyObject_Size(object.as_ptr()) };
    if length < 0 { Err(error()) } else { Ok(length as i64) }
}
