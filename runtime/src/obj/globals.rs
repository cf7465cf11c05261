//! The module's names.

use super::{Interned, Obj, call, error, from_value, status};
use crate::module::{Module, namespace};
use crate::name;
use crate::raise::{Cause, Exc, Raise};
use pyo3::ffi;

/// The name as the interpreter would find it: the module's, else the builtin. `m:x` is the name `x` as a function of the
/// module `m` finds it.
///
/// # Errors
/// `NameError` where there is none.
pub fn global(module: &'static Module, name: Interned) -> Result<Obj, Raise> {
    // SAFETY: the module's own dict, which is held for ever.
    unsafe { find(namespace(module), name) }
}

/// The name of another module as the interpreter would find it there.
///
/// # Errors
/// As [`global`]; what the import raises.
pub fn global_of(module: Interned, name: Interned) -> Result<Obj, Raise> {
    let module = super::import(module)?;
    // SAFETY: a module, which keeps its dict while we hold it.
    unsafe { find(ffi::PyModule_GetDict(module.as_ptr()), name) }
}

/// A number of C's as the item of the module's class for its enum.
///
/// # Errors
/// As [`global`]; what the class raises.
pub fn enum_item(module: &'static Module, class: Interned, value: i32) -> Result<Obj, Raise> {
    call(&global(module, class)?, &[from_value(value)?], &[])
}

/// As [`enum_item`], of the class in another module; a number where that module is declared and never made.
///
/// # Errors
/// As [`enum_item`]; what the import raises.
pub fn enum_item_of(module: Interned, class: Interned, value: i32) -> Result<Obj, Raise> {
    match global_of(module, class) {
        Err(raise) if raise.is_a(Exc::ImportError) => from_value(value),
        class => call(&class?, &[from_value(value)?], &[]),
    }
}

/// The name in a module's dict, else the builtin.
unsafe fn find(namespace: *mut ffi::PyObject, name: Interned) -> Result<Obj, Raise> {
    // SAFETY: live dicts; borrowed results are taken over before anything else runs.
    unsafe {
        let mut found = ffi::PyDict_GetItemWithError(namespace, name.as_ptr());
        if found.is_null() && ffi::PyErr_Occurred().is_null() {
            found = ffi::PyDict_GetItemWithError(builtins(namespace), name.as_ptr());
        }
        if !found.is_null() {
            return Ok(Obj::from_borrowed(found));
        }
        if !ffi::PyErr_Occurred().is_null() {
            return Err(error());
        }
    }
    Err(undefined(name))
}

#[cold]
fn undefined(name: Interned) -> Raise {
    // SAFETY: a live string.
    let name = unsafe { super::text(name.as_ptr()) };
    Raise::new(Cause::Message(Exc::NameError, format!("name '{name}' is not defined")))
}

/// The dict of builtins that functions of the module see.
unsafe fn builtins(namespace: *mut ffi::PyObject) -> *mut ffi::PyObject {
    // SAFETY: live objects; all borrowed.
    unsafe {
        let own = ffi::PyDict_GetItemWithError(namespace, name!("__builtins__").as_ptr());
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
pub fn set_global(module: &'static Module, name: Interned, value: &Obj) -> Result<(), Raise> {
    // SAFETY: live objects.
    status(unsafe { ffi::PyDict_SetItem(namespace(module), name.as_ptr(), value.as_ptr()) })
}

/// As [`set_global`], of another module's name.
///
/// # Errors
/// What the import raises.
pub fn set_global_of(module: Interned, name: Interned, value: &Obj) -> Result<(), Raise> {
    super::setattr(&super::import(module)?, name, value)
}

/// As [`del_global`], of another module's name.
///
/// # Errors
/// As [`del_global`]; what the import raises.
pub fn del_global_of(module: Interned, name: Interned) -> Result<(), Raise> {
    let gone = super::delattr(&super::import(module)?, name);
    gone.map_err(|raise| if raise.is_a(Exc::AttributeError) { undefined(name) } else { raise })
}

/// `global name; del name`.
///
/// # Errors
/// `NameError` where there is none.
pub fn del_global(module: &'static Module, name: Interned) -> Result<(), Raise> {
    // SAFETY: live objects.
    let code = unsafe { ffi::PyDict_DelItem(namespace(module), name.as_ptr()) };
    status(code).map_err(|raise| if raise.is_a(Exc::KeyError) { undefined(name) } else { raise })
}
