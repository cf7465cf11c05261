//! What profilers see of functions with `profile=True`: a call that one watches runs inside a Python function that has the
//! name and the place of the `def`. Without the interpreter's lock there is nothing to see.

mod body;
mod watch;

use crate::boundary::{attach, traceback};
use crate::module::{self, Module};
use crate::obj::{self, Obj};
use crate::raise::{Cause, Code, Exc, Raise};
use body::{Body, Run};
use pyo3::ffi::{self, PyObject};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};

/// A native function that profilers see.
pub struct Profiled {
    code: &'static Code,
    /// Of its code object.
    line: u32,
    /// The Python function, made at first use and held for ever.
    function: AtomicPtr<PyObject>,
}

impl Profiled {
    pub const fn new(code: &'static Code, line: u32) -> Profiled {
        Profiled { code, line, function: AtomicPtr::new(null_mut()) }
    }

    fn function(&self) -> Result<Obj, Raise> {
        let mut function = self.function.load(Ordering::Acquire);
        if function.is_null() {
            let module = module::of_code(self.code).ok_or_else(|| Raise::plain(Exc::SystemError, "unknown module"))?;
            function = self.make(module)?.into_ptr();
            self.function.store(function, Ordering::Release);
        }
        // SAFETY: held for ever.
        Ok(unsafe { Obj::from_borrowed(function) })
    }

    fn make(&self, module: &'static Module) -> Result<Obj, Raise> {
        let (name, qualname) = (obj::from_value(self.code.name)?, obj::from_value(self.code.qualname)?);
        let (file, line) = (traceback::file(self.code, module)?, obj::from_value(i64::from(self.line))?);
        obj::call(&module::bootstrap("profiled")?, &[module::globals(module), file, name, qualname, line], &[])
    }
}

/// Runs the body of a native function, seen by a profiler that is on in this thread.
///
/// # Errors
/// The body's; what a profiler raises.
#[inline(always)]
pub fn call<T>(profiled: &'static Profiled, body: impl FnOnce() -> Result<T, Raise>) -> Result<T, Raise> {
    if watch::is_on() { attach(|| seen(profiled, body)) } else { body() }
}

#[cold]
#[inline(never)]
fn seen<T>(profiled: &'static Profiled, body: impl FnOnce() -> Result<T, Raise>) -> Result<T, Raise> {
    let (mut body, mut result, mut shown) = (Some(body), None, None);
    let mut run = || {
        let body = body.take()?;
        // No panic may cross the interpreter.
        let done = result.insert(catch_unwind(AssertUnwindSafe(body)));
        let error = match done {
            Ok(Ok(_)) => return Some(Ok(())),
            Ok(Err(raise)) => Shown::of(raise),
            Err(_) => Shown::class(Exc::SystemError),
        };
        let raised = error.as_ref().map_or(Obj::NULL, |error| error.exception.clone());
        shown = error;
        Some(Err(raised))
    };
    let error = profiled.function().and_then(|function| framed(&function, &mut run)).err();
    let error = match (shown, error) {
        (Some(shown), Some(error)) => shown.unless(error),
        (_, error) => error,
    };
    match (result, error, body) {
        (Some(Err(panic)), ..) => resume_unwind(panic),
        (Some(Ok(result)), None, _) => result,
        (None, error, Some(body)) if error.as_ref().is_none_or(|error| error.is_a(Exc::RecursionError)) => {
            // Native code nests deeper than Python's frames may.
            drop(error);
            body()
        }
        (_, Some(error), _) => Err(error),
        (None, None, _) => Err(Raise::plain(Exc::SystemError, "a profiled call did not run")),
    }
}

/// Calls the Python function, which runs the body.
fn framed(function: &Obj, mut run: Run) -> Result<(), Raise> {
    let body = Body::new(&mut run)?;
    obj::call(function, std::slice::from_ref(body.object()), &[]).map(drop)
}

/// The exception that leaves the frame for one that leaves native code.
struct Shown {
    exception: Obj,
    /// Its own traceback, if it is the exception itself: the frame's entry goes again.
    traceback: Option<Obj>,
}

impl Shown {
    fn of(raise: &Raise) -> Option<Shown> {
        let Cause::Python(error) = raise.cause() else { return Shown::class(raise.class().unwrap_or(Exc::Exception)) };
        // SAFETY: a live exception; null where it has no traceback yet.
        pyo3::Python::attach(|py| unsafe {
            let exception = Obj::from_borrowed(error.value(py).as_ptr());
            let traceback = ffi::PyException_GetTraceback(exception.as_ptr());
            let traceback = if traceback.is_null() { obj::none() } else { Obj::from_owned(traceback) };
            Some(Shown { exception, traceback: Some(traceback) })
        })
    }

    /// Stands for a native error. An escape is no exception, but leaves as one.
    fn class(class: Exc) -> Option<Shown> {
        let class = crate::boundary::class_object(class);
        // SAFETY: a class that is called without arguments, alive for ever.
        let exception = obj::call(&unsafe { Obj::from_borrowed(class) }, &[], &[]).ok()?;
        Some(Shown { exception, traceback: None })
    }

    /// What left the frame, if that is another exception: a profiler's.
    fn unless(self, error: Raise) -> Option<Raise> {
        let Cause::Python(left) = error.cause() else { return Some(error) };
        if pyo3::Python::attach(|py| left.value(py).as_ptr()) != self.exception.as_ptr() {
            return Some(error);
        }
        if let Some(traceback) = self.traceback {
            // SAFETY: an exception, and a traceback or `None`.
            unsafe { ffi::PyException_SetTraceback(self.exception.as_ptr(), traceback.as_ptr()) };
        }
        None
    }
}
