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
    let within = |length| within(index, length);
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
            && ffi::PyUnicode_READY(whole) == 0
            && let Some(at) = within(ffi::PyUnicode_GET_LENGTH(whole))
        {
            return Obj::result(ffi::PyUnicode_FromOrdinal(point_at(whole, at)));
        }
    }
    getitem(object, &super::from_value(index)?)
}

/// Where an index, which may be negative, is in something of this length.
pub(super) fn within(index: i64, length: isize) -> Option<isize> {
    let at = if index < 0 { index.wrapping_add(length as i64) } else { index };
    (0..length as i64).contains(&at).then_some(at as isize)
}

/// # Safety
/// A string that is ready, and a position in it.
#[inline(always)]
pub(super) unsafe fn point_at(text: *mut ffi::PyObject, at: isize) -> i32 {
    // SAFETY: the caller's promise: so many units of this kind are there.
    unsafe {
        let units = ffi::PyUnicode_DATA(text);
        match ffi::PyUnicode_KIND(text) {
            ffi::PyUnicode_1BYTE_KIND => (*units.cast::<u8>().offset(at)).into(),
            ffi::PyUnicode_2BYTE_KIND => (*units.cast::<u16>().offset(at)).into(),
            _ => *units.cast::<i32>().offset(at), // at most 0x10FFFF
        }
    }
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
