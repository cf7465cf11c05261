//! Attributes and items.

use super::{Interned, Obj, status};
use crate::raise::Raise;
use pyo3::ffi;

/// `object.name`.
///
/// # Errors
/// What the interpreter raises; so for every function here.
pub fn getattr(object: &Obj, name: Interned) -> Result<Obj, Raise> {
    // SAFETY: live objects.
    unsafe { Obj::result(ffi::PyObject_GetAttr(object.as_ptr(), name.as_ptr())) }
}

/// `object.name = value`.
///
/// # Errors
/// See [`getattr`].
pub fn setattr(object: &Obj, name: Interned, value: &Obj) -> Result<(), Raise> {
    // SAFETY: live objects.
    status(unsafe { ffi::PyObject_SetAttr(object.as_ptr(), name.as_ptr(), value.as_ptr()) })
}

/// `del object.name`.
///
/// # Errors
/// See [`getattr`].
pub fn delattr(object: &Obj, name: Interned) -> Result<(), Raise> {
    // SAFETY: live objects; a null value deletes.
    status(unsafe { ffi::PyObject_SetAttr(object.as_ptr(), name.as_ptr(), std::ptr::null_mut()) })
}

/// `object[key]`.
///
/// # Errors
/// See [`getattr`].
pub fn getitem(object: &Obj, key: &Obj) -> Result<Obj, Raise> {
    // SAFETY: live objects.
    unsafe { Obj::result(ffi::PyObject_GetItem(object.as_ptr(), key.as_ptr())) }
}

/// `object[index]`.
///
/// # Errors
/// See [`getattr`].
pub fn getitem_at(object: &Obj, index: i64) -> Result<Obj, Raise> {
    let whole = object.as_ptr();
    let within = |length: isize| {
        let at = if index < 0 { index.wrapping_add(length as i64) } else { index };
        (0..length as i64).contains(&at).then_some(at as isize)
    };
    // SAFETY: live objects; positions are within. What is out of range is left to the object, which knows its error.
    unsafe {
        if ffi::PyList_CheckExact(whole) != 0 {
            if let Some(at) = within(ffi::PyList_GET_SIZE(whole)) {
                return Ok(Obj::from_borrowed(ffi::PyList_GET_ITEM(whole, at)));
            }
        } else if ffi::PyTuple_CheckExact(whole) != 0 {
            if let Some(at) = within(ffi::PyTuple_GET_SIZE(whole)) {
                return Ok(Obj::from_borrowed(ffi::PyTuple_GET_ITEM(whole, at)));
            }
        } else if ffi::PyUnicode_CheckExact(whole) != 0
            && let Some(at) = within(ffi::PyUnicode_GetLength(whole))
        {
            return Obj::result(ffi::PyUnicode_FromOrdinal(ffi::PyUnicode_ReadChar(whole, at) as i32));
        }
    }
    getitem(object, &super::from_value(index)?)
}

/// `object[key] = value`.
///
/// # Errors
/// See [`getattr`].
pub fn setitem(object: &Obj, key: &Obj, value: &Obj) -> Result<(), Raise> {
    // SAFETY: live objects.
    status(unsafe { ffi::PyObject_SetItem(object.as_ptr(), key.as_ptr(), value.as_ptr()) })
}

/// `del object[key]`.
///
/// # Errors
/// See [`getattr`].
pub fn delitem(object: &Obj, key: &Obj) -> Result<(), Raise> {
    // SAFETY: live objects.
    status(unsafe { ffi::PyObject_DelItem(object.as_ptr(), key.as_ptr()) })
}
