//! The module's names.

use super::{Obj, error, status, str_const};
use crate::module::{Module, namespace};
use crate::raise::{Cause, Exc, Raise};
use pyo3::ffi;

/// The name as the interpreter would find it: the module's, else the builtin.
///
/// # Errors
/// `NameError` where there is none.
pub fn global(module: &'static Module, name: &'static str) -> Result<Obj, Raise> {
    let key = str_const(name);
    // SAFETY: live dicts; borrowed results are taken over before anything else runs.
    unsafe {
        let namespace = namespace(module);
        let mut found = ffi::PyDict_GetItemWithError(namespace, key.as_ptr());
        if found.is_null() && ffi::PyErr_Occurred().is_null() {
            found = ffi::PyDict_GetItemWithError(builtins(namespace), key.as_ptr());
        }
        if !found.is_null() {
            return Ok(Obj::from_borrowed(found));
        }
        if !ffi::PyErr_Occurred().is_null() {
            return Err(error());
        }
    }
    Err(Raise::new(Cause::Message(Exc::NameError, format!("name '{name}' is not defined"))))
}

/// The dict of builtins that functions of the module see.
unsafe fn builtins(namespace: *mut ffi::PyObject) -> *mut ffi::PyObject {
    // SAFETY: live objects; all borrowed.
    unsafe {
        let own = ffi::PyDict_GetItemString(namespace, c"__builtins__".as_ptr());
        if own.is_null() {
            ffi::PyEval_GetBuiltins()
        } else if ffi::PyModule_Check(own) != 0 {
            ffi::PyModule_GetDict(own)
        } else {
            own
        }
    }
}

/// `global name; name = value`.
///
/// # Errors
/// `MemoryError`.
pub fn set_global(module: &'static Module, name: &'static str, value: &Obj) -> Result<(), Raise> {
    // SAFETY: live objects.
    status(unsafe { ffi::PyDict_SetItem(namespace(module), str_const(name).as_ptr(), value.as_ptr()) })
}

/// `global name; del name`.
///
/// # Errors
/// `NameError` where there is none.
pub fn del_global(module: &'static Module, name: &'static str) -> Result<(), Raise> {
    // SAFETY: live objects.
    let code = unsafe { ffi::PyDict_DelItem(namespace(module), str_const(name).as_ptr()) };
    status(code).map_err(|raise| {
        if raise.is_a(Exc::KeyError) {
            Raise::new(Cause::Message(Exc::NameError, format!("name '{name}' is not defined")))
        } else {
            raise
        }
    })
}
