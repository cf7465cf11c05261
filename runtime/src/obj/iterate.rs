//! Iteration and unpacking.

use super::{Obj, error};
use crate::raise::{Cause, Exc, Raise};
use pyo3::ffi;

/// `iter(object)`.
///
/// # Errors
/// What the interpreter raises.
pub fn iter(object: &Obj) -> Result<Obj, Raise> {
    // SAFETY: a live object.
    unsafe { Obj::result(ffi::PyObject_GetIter(object.as_ptr())) }
}

/// The next item, or `None` at the end.
///
/// # Errors
/// What the iterator raises, save for `StopIteration`.
pub fn next(iterator: &Obj) -> Result<Option<Obj>, Raise> {
    // SAFETY: a live iterator, whose class says how to go on; null without an error is the end.
    unsafe {
        let item = match (*ffi::Py_TYPE(iterator.as_ptr())).tp_iternext {
            Some(step) => step(iterator.as_ptr()),
            None => ffi::PyIter_Next(iterator.as_ptr()),
        };
        if item.is_null() { ended() } else { Ok(Some(Obj::from_owned(item))) }
    }
}

/// What an iterator that gave nothing means by it.
#[cold]
fn ended() -> Result<Option<Obj>, Raise> {
    // SAFETY: the lock is held.
    unsafe {
        if ffi::PyErr_Occurred().is_null() {
            return Ok(None);
        }
        if ffi::PyErr_ExceptionMatches(ffi::PyExc_StopIteration) == 0 {
            return Err(error());
        }
        ffi::PyErr_Clear();
        Ok(None)
    }
}

/// `a, b, ... = object`.
///
/// # Errors
/// `TypeError` and `ValueError` with CPython's texts.
pub fn unpack<const N: usize>(object: &Obj) -> Result<[Obj; N], Raise> {
    // SAFETY: exact tuples and lists of the right length are read in place; the lock is held.
    unsafe {
        let source = object.as_ptr();
        if ffi::PyTuple_CheckExact(source) != 0 && ffi::PyTuple_GET_SIZE(source) == N as isize {
            return Ok(std::array::from_fn(|i| Obj::from_borrowed(ffi::PyTuple_GET_ITEM(source, i as isize))));
        }
    }
    let iterator = unpack_iter(object)?;
    let mut items = [const { Obj::NULL }; N];
    for (i, item) in items.iter_mut().enumerate() {
        *item = next(&iterator)?.ok_or_else(|| {
            Raise::new(Cause::Message(Exc::ValueError, format!("not enough values to unpack (expected {N}, got {i})")))
        })?;
    }
    if next(&iterator)?.is_some() {
        let text = format!("too many values to unpack (expected {N})");
        return Err(Raise::new(Cause::Message(Exc::ValueError, text)));
    }
    Ok(items)
}

/// `a, *rest, z = object`: the `BEFORE` first, the list between, the `AFTER` last.
///
/// # Errors
/// As [`unpack`].
pub fn unpack_rest<const BEFORE: usize, const AFTER: usize>(
    object: &Obj,
) -> Result<([Obj; BEFORE], Obj, [Obj; AFTER]), Raise> {
    let iterator = unpack_iter(object)?;
    let mut items = Vec::new();
    while let Some(item) = next(&iterator)? {
        items.push(item);
    }
    if items.len() < BEFORE + AFTER {
        let text = format!("not enough values to unpack (expected at least {}, got {})", BEFORE + AFTER, items.len());
        return Err(Raise::new(Cause::Message(Exc::ValueError, text)));
    }
    let before = std::array::from_fn(|i| items[i].clone());
    let end = items.len() - AFTER;
    let rest = super::list(&items[BEFORE..end])?;
    Ok((before, rest, std::array::from_fn(|i| items[end + i].clone())))
}

fn unpack_iter(object: &Obj) -> Result<Obj, Raise> {
    iter(object).map_err(|error| {
        // SAFETY: a live object. Only the failure to be iterable at all is reworded, as CPython does.
        unsafe {
            let class = ffi::Py_TYPE(object.as_ptr());
            if !error.is_a(Exc::TypeError) || (*class).tp_iter.is_some() || ffi::PySequence_Check(object.as_ptr()) != 0
            {
                return error;
            }
            let name = std::ffi::CStr::from_ptr((*class).tp_name).to_string_lossy().into_owned();
            Raise::new(Cause::Message(Exc::TypeError, format!("cannot unpack non-iterable {name} object")))
        }
    })
}
