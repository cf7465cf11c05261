//! Numbers that are bound to module-level names when the module runs.

use super::definition::{Module, namespace};
use crate::boundary::{ArgSpec, FromPy};
use crate::numpy_api;
use crate::obj;
use pyo3::ffi::{self, PyObject};
use std::sync::OnceLock;

/// The number under one name, read once: at the first call of a function that needs it.
pub struct Number<T> {
    name: &'static str,
    /// `float`, or `numpy.float64` for NumPy's scalar: the class must be this very one.
    class: &'static str,
    spec: ArgSpec,
    value: OnceLock<T>,
}

impl<T: FromPy + Copy + Default> Number<T> {
    pub const fn new(name: &'static str, class: &'static str, spec: ArgSpec) -> Self {
        Number { name, class, spec, value: OnceLock::new() }
    }

    /// Whether the value is known; reads it if the name is bound to a number of the class by now.
    #[inline(always)]
    pub fn is_ready(&'static self, module: &'static Module) -> bool {
        self.value.get().is_some() || self.read(module)
    }

    /// The value, once [`Self::is_ready`].
    #[inline(always)]
    pub fn get(&self) -> T {
        self.value.get().copied().unwrap_or_default()
    }

    #[cold]
    fn read(&'static self, module: &'static Module) -> bool {
        let key = obj::interned(self.name);
        // SAFETY: a live dict; the borrowed result is used before anything else runs.
        unsafe {
            let object = ffi::PyDict_GetItemWithError(namespace(module), key.as_ptr());
            if object.is_null() || !is_of_class(object, self.class) {
                ffi::PyErr_Clear();
                return false;
            }
            match T::from_py(object, &self.spec) {
                Ok(value) => self.value.set(value).is_ok() || self.value.get().is_some(),
                Err(_) => {
                    ffi::PyErr_Clear();
                    false
                }
            }
        }
    }
}

/// Whether a live object is an instance of exactly this class.
fn is_of_class(object: *mut PyObject, class: &str) -> bool {
    // SAFETY: a live object.
    let builtin = unsafe {
        match class {
            "bool" => ffi::PyBool_Check(object) != 0,
            "int" => ffi::PyLong_CheckExact(object) != 0,
            "float" => ffi::PyFloat_CheckExact(object) != 0,
            "complex" => ffi::PyComplex_CheckExact(object) != 0,
            _ => false,
        }
    };
    builtin || class.strip_prefix("numpy.").is_some_and(|name| numpy_api::scalar_name(object) == name)
}
