//! Displays: tuples, lists, sets, dicts, slices, f-strings.

use super::{Obj, status};
use crate::name;
use crate::raise::Raise;
use pyo3::ffi;

/// `(a, b, ...)`.
///
/// # Errors
/// `MemoryError`; `set` and `dict` also what hashing raises; `format` what `__format__` raises.
pub fn tuple(items: &[Obj]) -> Result<Obj, Raise> {
    // SAFETY: the tuple is new, and every slot is filled once; SET_ITEM steals.
    unsafe {
        let tuple = Obj::result(ffi::PyTuple_New(items.len() as isize))?;
        for (i, item) in items.iter().enumerate() {
            ffi::PyTuple_SET_ITEM(tuple.as_ptr(), i as isize, item.clone().into_ptr());
        }
        Ok(tuple)
    }
}

/// `[a, b, ...]`.
///
/// # Errors
/// See [`tuple`].
pub fn list(items: &[Obj]) -> Result<Obj, Raise> {
    // SAFETY: the list is new, and every slot is filled once; SET_ITEM steals.
    unsafe {
        let list = Obj::result(ffi::PyList_New(items.len() as isize))?;
        for (i, item) in items.iter().enumerate() {
            ffi::PyList_SET_ITEM(list.as_ptr(), i as isize, item.clone().into_ptr());
        }
        Ok(list)
    }
}

/// `{a, b, ...}`.
///
/// # Errors
/// See [`tuple`].
pub fn set(items: &[Obj]) -> Result<Obj, Raise> {
    // SAFETY: live objects.
    unsafe {
        let set = Obj::result(ffi::PySet_New(std::ptr::null_mut()))?;
        for item in items {
            status(ffi::PySet_Add(set.as_ptr(), item.as_ptr()))?;
        }
        Ok(set)
    }
}

/// `{key: value, ...}`.
///
/// # Errors
/// See [`tuple`].
pub fn dict(items: &[(Obj, Obj)]) -> Result<Obj, Raise> {
    // SAFETY: live objects.
    unsafe {
        let dict = Obj::result(ffi::PyDict_New())?;
        for (key, value) in items {
            status(ffi::PyDict_SetItem(dict.as_ptr(), key.as_ptr(), value.as_ptr()))?;
        }
        Ok(dict)
    }
}

/// `start:stop:step`; null parts are `None`.
///
/// # Errors
/// See [`tuple`].
pub fn slice(start: &Obj, stop: &Obj, step: &Obj) -> Result<Obj, Raise> {
    // SAFETY: null arguments are allowed and mean None.
    unsafe { Obj::result(ffi::PySlice_New(start.as_ptr(), stop.as_ptr(), step.as_ptr())) }
}

/// `{value!conversion:spec}` of an f-string; a null `spec` is an empty one.
///
/// # Errors
/// See [`tuple`].
pub fn format(value: &Obj, conversion: Option<char>, spec: &Obj) -> Result<Obj, Raise> {
    // SAFETY: live objects; a null spec is allowed.
    unsafe {
        let converted = match conversion {
            Some('r') => Obj::result(ffi::PyObject_Repr(value.as_ptr()))?,
            Some('a') => Obj::result(ffi::PyObject_ASCII(value.as_ptr()))?,
            Some('s') => Obj::result(ffi::PyObject_Str(value.as_ptr()))?,
            _ => value.clone(),
        };
        Obj::result(ffi::PyObject_Format(converted.as_ptr(), spec.as_ptr()))
    }
}

/// The parts of an f-string, joined.
///
/// # Errors
/// See [`tuple`].
pub fn join_str(parts: &[Obj]) -> Result<Obj, Raise> {
    let parts = tuple(parts)?;
    // SAFETY: live objects.
    unsafe { Obj::result(ffi::PyUnicode_Join(super::str_const(name!("")).as_ptr(), parts.as_ptr())) }
}
