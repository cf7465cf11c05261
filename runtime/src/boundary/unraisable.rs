//! Exceptions that nobody catches: those of `noexcept` functions.

use super::{attach, exception};
use crate::module::Module;
use crate::obj::Obj;
use crate::raise::Raise;
use pyo3::ffi;

/// Prints an exception through `sys.unraisablehook`, as of the function `qualname` of the module.
#[cold]
#[inline(never)]
pub fn ignored(raise: Raise, module: &'static Module, qualname: &'static str) {
    attach(|| {
        let raised = exception::traced(raise, module);
        let place = format!("{}.{qualname}", module.name);
        let place = crate::obj::from_value(place.as_str()).unwrap_or(Obj::NULL);
        // SAFETY: an instance of its own class; a null place is allowed.
        unsafe {
            exception::restore(ffi::Py_TYPE(raised.as_ptr()).cast(), raised);
            ffi::PyErr_WriteUnraisable(place.as_ptr());
        }
    });
}

/// As [`ignored`], of something that is no function of a module. An exception that is on its way stays so.
#[cold]
pub(crate) fn report_ignored(raise: Raise, place: &str) {
    let place = crate::obj::from_value(place).unwrap_or(Obj::NULL);
    exception::set_error(raise);
    // SAFETY: the lock is held; a null place is allowed.
    unsafe { ffi::PyErr_WriteUnraisable(place.as_ptr()) };
}
