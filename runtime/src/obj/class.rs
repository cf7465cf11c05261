//! A class of the runtime's own.

use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};

use pyo3::ffi::{self, PyObject};

use super::error;
use crate::raise::Raise;

/// A type that is made at first use.
pub(crate) struct Class {
    made: AtomicPtr<ffi::PyTypeObject>,
    spec: fn() -> ffi::PyType_Spec,
}

impl Class {
    /// `spec`: each slot has the signature that its number asks for.
    pub const fn new(spec: fn() -> ffi::PyType_Spec) -> Class {
        Class { made: AtomicPtr::new(null_mut()), spec }
    }

    /// # Errors
    /// What the interpreter says of the type, `MemoryError` mostly.
    pub fn get(&self) -> Result<*mut ffi::PyTypeObject, Raise> {
        let known = self.made.load(Ordering::Acquire);
        if !known.is_null() {
            return Ok(known);
        }
        // SAFETY: the slots have the signatures that their numbers ask for; the spec is copied.
        let made = unsafe { ffi::PyType_FromSpec(&mut (self.spec)()) };
        if made.is_null() {
            return Err(error());
        }
        self.made.store(made.cast(), Ordering::Release);
        Ok(made.cast())
    }

    /// Whether the object is an instance.
    ///
    /// # Safety
    /// A live object.
    pub unsafe fn is_of(&self, object: *mut PyObject) -> bool {
        // SAFETY: by the caller.
        unsafe { std::ptr::eq(ffi::Py_TYPE(object), self.made.load(Ordering::Acquire)) }
    }
}
