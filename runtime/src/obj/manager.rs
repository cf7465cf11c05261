//! Context managers: what a `with` statement asks of an object.

use super::Obj;
use crate::raise::{Cause, Exc, Raise, Value};
use pyo3::ffi::{self, PyObject};
use std::ffi::CStr;

unsafe extern "C" {
    fn _PyType_Lookup(class: *mut ffi::PyTypeObject, name: *mut PyObject) -> *mut PyObject;
}

/// The method `__exit__` of a context manager, bound.
///
/// # Errors
/// CPython's `TypeError` where `__enter__` or `__exit__` is missing.
pub fn exit_of(manager: &Obj) -> Result<Obj, Raise> {
    special(manager, c"__enter__")?.ok_or_else(|| none(manager, ""))?;
    special(manager, c"__exit__")?.ok_or_else(|| none(manager, " (missed __exit__ method)"))
}

/// What `__enter__()` of a context manager gives.
///
/// # Errors
/// What the method raises.
pub fn enter(manager: &Obj) -> Result<Obj, Raise> {
    let method = special(manager, c"__enter__")?.ok_or_else(|| none(manager, ""))?;
    // SAFETY: a live object.
    unsafe { Obj::result(ffi::PyObject_CallNoArgs(method.as_ptr())) }
}

fn none(manager: &Obj, missing: &str) -> Raise {
    // SAFETY: the name of a type lives as long as the type.
    let name = unsafe { CStr::from_ptr((*ffi::Py_TYPE(manager.as_ptr())).tp_name) }.to_string_lossy();
    let text = format!("'{name}' object does not support the context manager protocol{missing}");
    Raise::new(Cause::Args(Exc::TypeError, vec![Value::Str(text)]))
}

/// A method as the interpreter looks it up for itself: on the type, past the object's own attributes.
fn special(object: &Obj, name: &CStr) -> Result<Option<Obj>, Raise> {
    // SAFETY: live objects; what the lookup finds is borrowed from the type, which the object keeps alive.
    unsafe {
        let name = Obj::result(ffi::PyUnicode_InternFromString(name.as_ptr()))?;
        let class = ffi::Py_TYPE(object.as_ptr());
        let found = _PyType_Lookup(class, name.as_ptr());
        if found.is_null() {
            return Ok(None);
        }
        let found = Obj::from_borrowed(found);
        match (*ffi::Py_TYPE(found.as_ptr())).tp_descr_get {
            Some(bind) => Obj::result(bind(found.as_ptr(), object.as_ptr(), class.cast())).map(Some),
            None => Ok(Some(found)),
        }
    }
}
