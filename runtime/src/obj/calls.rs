//! Calls and imports.

use super::{Interned, Obj, getattr, str_const};
use crate::name;
use crate::raise::Raise;
use pyo3::ffi::{self, PyObject};

/// `callable(*args, **keywords)`.
///
/// # Errors
/// What the callee raises.
pub fn call(callable: &Obj, args: &[Obj], keywords: &[(Interned, Obj)]) -> Result<Obj, Raise> {
    // One free slot in front, which bound methods use for `self`.
    let mut stack = [std::ptr::null_mut(); 10];
    let mut heap;
    let total = args.len() + keywords.len();
    let slots: &mut [*mut PyObject] = if total < stack.len() {
        &mut stack
    } else {
        heap = vec![std::ptr::null_mut(); total + 1];
        &mut heap
    };
    for (slot, value) in slots[1..].iter_mut().zip(args.iter().chain(keywords.iter().map(|(_, value)| value))) {
        *slot = value.as_ptr();
    }
    let names = keyword_names(keywords)?;
    // SAFETY: borrowed references that live across the call, one free slot before them.
    unsafe {
        Obj::result(ffi::PyObject_Vectorcall(
            callable.as_ptr(),
            slots.as_ptr().add(1),
            args.len() | ffi::PY_VECTORCALL_ARGUMENTS_OFFSET,
            names.as_ptr(),
        ))
    }
}

fn keyword_names(keywords: &[(Interned, Obj)]) -> Result<Obj, Raise> {
    if keywords.is_empty() {
        return Ok(Obj::NULL);
    }
    let names: Vec<Obj> = keywords.iter().map(|(name, _)| str_const(*name)).collect();
    super::tuple(&names)
}

/// `object.name(*args, **keywords)`.
///
/// # Errors
/// What the lookup or the callee raises.
pub fn call_method(object: &Obj, name: Interned, args: &[Obj], keywords: &[(Interned, Obj)]) -> Result<Obj, Raise> {
    if args.len() > 8 || !keywords.is_empty() {
        return call(&getattr(object, name)?, args, keywords);
    }
    let mut slots = [std::ptr::null_mut(); 10];
    slots[1] = object.as_ptr();
    for (slot, value) in slots[2..].iter_mut().zip(args) {
        *slot = value.as_ptr();
    }
    // SAFETY: borrowed references that live across the call, one free slot before them.
    unsafe {
        Obj::result(ffi::PyObject_VectorcallMethod(
            name.as_ptr(),
            slots.as_ptr().add(1),
            (args.len() + 1) | ffi::PY_VECTORCALL_ARGUMENTS_OFFSET,
            std::ptr::null_mut(),
        ))
    }
}

/// `object.append(item)`, which in loops is mostly a list's.
///
/// # Errors
/// As [`call_method`].
pub fn append(object: &Obj, item: &Obj) -> Result<Obj, Raise> {
    // SAFETY: live objects; the method of an exact list cannot be another.
    unsafe {
        if ffi::PyList_CheckExact(object.as_ptr()) == 0 {
            return call_method(object, name!("append"), std::slice::from_ref(item), &[]);
        }
        if push(object.as_ptr().cast(), item.as_ptr()) || ffi::PyList_Append(object.as_ptr(), item.as_ptr()) == 0 {
            Ok(super::none())
        } else {
            Err(super::error())
        }
    }
}

/// Appends to a list that has room for the item, unless it has so much that `list.append` would give some back.
///
/// # Safety
/// A list and an object, with the lock.
#[inline(always)]
unsafe fn push(list: *mut ffi::PyListObject, item: *mut ffi::PyObject) -> bool {
    // SAFETY: there are `allocated` places, of which `ob_size` are taken.
    unsafe {
        let (size, allocated) = ((*list).ob_base.ob_size, (*list).allocated);
        let fits = size < allocated && size >= allocated >> 1;
        if fits {
            ffi::Py_INCREF(item);
            *(*list).ob_item.offset(size) = item;
            (*list).ob_base.ob_size = size + 1;
        }
        fits
    }
}

/// `callable(*args, **keywords)` with a tuple and a dict made at run time; `keywords` may be null.
///
/// # Errors
/// What the callee raises.
pub fn call_spread(callable: &Obj, args: &Obj, keywords: &Obj) -> Result<Obj, Raise> {
    // SAFETY: a tuple, and a dict or null.
    unsafe { Obj::result(ffi::PyObject_Call(callable.as_ptr(), args.as_ptr(), keywords.as_ptr())) }
}

/// The module `name` (dotted), imported if need be.
///
/// # Errors
/// What the import raises.
pub fn import(name: Interned) -> Result<Obj, Raise> {
    // SAFETY: live objects; a non-empty list of names makes the import return the innermost module.
    unsafe {
        let inner = super::list(&[str_const(name!("__name__"))])?;
        Obj::result(ffi::PyImport_ImportModuleLevelObject(
            name.as_ptr(),
            std::ptr::null_mut(),
            std::ptr::null_mut(),
            inner.as_ptr(),
            0,
        ))
    }
}
