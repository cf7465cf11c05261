//! The way into a compiled function: the positional path is inlined, everything else is cold.

use super::{PyObject, bind, exception};
use crate::module::CompiledFunction;
use crate::obj;
use crate::raise::{Cause, Raise};
use pyo3::ffi;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs a compiled function's body on its arguments, one slot a parameter in the order of the signature; `*args` is a
/// tuple, `**kwargs` a dict. The references are borrowed for the duration of the call.
///
/// A raise becomes a Python exception, an escape runs the Python original, a panic becomes a `SystemError`.
///
/// # Safety
/// Called by the interpreter as the vectorcall of a [`CompiledFunction`] with `N` parameters.
#[inline(always)]
pub unsafe fn call<const N: usize>(
    slf: *mut PyObject,
    args: *const *mut PyObject,
    nargsf: usize,
    kwnames: *mut PyObject,
    body: impl FnOnce(&[*mut PyObject; N]) -> Result<*mut PyObject, Raise>,
) -> *mut PyObject {
    let function: *mut CompiledFunction = slf.cast();
    let positional = nargsf & !ffi::PY_VECTORCALL_ARGUMENTS_OFFSET;
    // SAFETY: the interpreter passes `positional` arguments; `simple_count` is `N` or no count at all.
    unsafe {
        let result = if kwnames.is_null() && positional == (*function).simple_count {
            guarded(body, &*args.cast::<[*mut PyObject; N]>())
        } else {
            match bind::bind::<N>(function, args, positional, kwnames) {
                Some(bound) => guarded(body, &bound.slots),
                None => return bind::refuse(function, args, nargsf, kwnames),
            }
        };
        obj::drain();
        match result {
            Ok(object) => object,
            Err(raise) => failed(function, args, nargsf, kwnames, raise),
        }
    }
}

/// The body, with panics caught: none may cross into the interpreter.
#[inline(always)]
fn guarded<const N: usize>(
    body: impl FnOnce(&[*mut PyObject; N]) -> Result<*mut PyObject, Raise>,
    slots: &[*mut PyObject; N],
) -> Result<*mut PyObject, Raise> {
    // A panic leaves arrays half written, as an exception would; nothing of ours is left inconsistent.
    match catch_unwind(AssertUnwindSafe(|| body(slots))) {
        Ok(result) => result,
        Err(panic) => Err(exception::panicked(panic)),
    }
}

#[cold]
#[inline(never)]
unsafe fn failed(
    function: *mut CompiledFunction,
    args: *const *mut PyObject,
    nargsf: usize,
    kwnames: *mut PyObject,
    raise: Raise,
) -> *mut PyObject {
    // SAFETY: the arguments are still the caller's.
    unsafe {
        if matches!(raise.cause(), Cause::Escape(_)) {
            drop(raise);
            return ffi::PyObject_Vectorcall((*function).original, args, nargsf, kwnames);
        }
        let raised = exception::traced(raise, (*function).module);
        let class = ffi::Py_TYPE(raised.as_ptr()).cast();
        exception::restore(class, raised);
        std::ptr::null_mut()
    }
}
