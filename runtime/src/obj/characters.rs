//! Characters of what a `.pyx` declares as `str`, `bytes` or `bytearray`: the object is of that class, or `None`.

use super::Obj;
use super::access::{point_at, within};
use crate::raise::{Exc, Raise};
use crate::text::Char;
use pyo3::ffi;

/// How many characters there are to iterate over.
///
/// # Errors
/// `TypeError` for `None`.
#[inline]
pub fn characters(object: &Obj) -> Result<i64, Raise> {
    let text = object.as_ptr();
    // SAFETY: live objects of these classes.
    unsafe {
        if ffi::PyUnicode_CheckExact(text) != 0 {
            if ffi::PyUnicode_READY(text) != 0 {
                return Err(super::error());
            }
            Ok(ffi::PyUnicode_GET_LENGTH(text) as i64)
        } else if ffi::PyBytes_CheckExact(text) != 0 {
            Ok(ffi::Py_SIZE(text) as i64)
        } else {
            Err(Raise::plain(Exc::TypeError, "'NoneType' is not iterable"))
        }
    }
}

/// The character at a position of a `str`.
///
/// # Safety
/// [`characters`] has said that there are more.
#[inline(always)]
pub unsafe fn character_at(object: &Obj, at: i64) -> Char {
    // SAFETY: the caller's promise: a string that is ready.
    Char(unsafe { point_at(object.as_ptr(), at as isize) } as u32)
}

/// The byte at a position of a `bytes`.
///
/// # Safety
/// See [`character_at`].
#[inline(always)]
pub unsafe fn byte_at(object: &Obj, at: i64) -> i64 {
    // SAFETY: the caller's promise.
    i64::from(unsafe { *ffi::PyBytes_AS_STRING(object.as_ptr()).cast::<u8>().offset(at as isize) })
}

/// `text[index]` of a `str`.
///
/// # Errors
/// `IndexError`; `TypeError` for `None`.
#[inline]
pub fn character(object: &Obj, index: i64) -> Result<Char, Raise> {
    let text = object.as_ptr();
    // SAFETY: a live object; the position is in the string.
    unsafe {
        if ffi::PyUnicode_CheckExact(text) != 0
            && ffi::PyUnicode_READY(text) == 0
            && let Some(at) = within(index, ffi::PyUnicode_GET_LENGTH(text))
        {
            return Ok(Char(point_at(text, at) as u32));
        }
    }
    Err(no_item(object))
}

/// `bytes[index]` of a `bytes` or `bytearray`.
///
/// # Errors
/// See [`character`].
#[inline]
pub fn byte(object: &Obj, index: i64) -> Result<u8, Raise> {
    match contents(object) {
        Some(bytes) if let Some(at) = within(index, bytes.len() as isize) => Ok(bytes[at as usize]),
        _ => Err(no_item(object)),
    }
}

/// `code in bytes` of a character of C's.
///
/// # Errors
/// `TypeError` for `None`.
#[inline]
pub fn has_byte(object: &Obj, code: u8) -> Result<bool, Raise> {
    match contents(object) {
        Some(bytes) => Ok(bytes.contains(&code)),
        None => Err(Raise::plain(Exc::TypeError, "argument of type 'NoneType' is not iterable")),
    }
}

/// What is in a `bytes` or `bytearray`; nobody changes it while the lock is held and no code of Python's runs.
#[inline]
fn contents(object: &Obj) -> Option<&[u8]> {
    let bytes = object.as_ptr();
    // SAFETY: live objects of these classes, which have so many bytes.
    unsafe {
        let (start, length) = if ffi::PyBytes_CheckExact(bytes) != 0 {
            (ffi::PyBytes_AS_STRING(bytes), ffi::Py_SIZE(bytes))
        } else if ffi::PyByteArray_CheckExact(bytes) != 0 {
            (ffi::PyByteArray_AsString(bytes).cast_const(), ffi::PyByteArray_Size(bytes))
        } else {
            return None;
        };
        Some(std::slice::from_raw_parts(start.cast(), length as usize))
    }
}

/// What is wrong with an index, in Cython's words.
#[cold]
fn no_item(object: &Obj) -> Raise {
    let text = object.as_ptr();
    // SAFETY: a live object.
    let (is_none, is_array) = unsafe { (ffi::Py_IsNone(text) != 0, ffi::PyByteArray_CheckExact(text) != 0) };
    match (is_none, is_array) {
        (true, _) => Raise::plain(Exc::TypeError, "'NoneType' object is not subscriptable"),
        (_, true) => Raise::plain(Exc::IndexError, "bytearray index out of range"),
        _ => Raise::plain(Exc::IndexError, "string index out of range"),
    }
}
