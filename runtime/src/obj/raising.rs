//! Errors of the interpreter as [`Raise`], and back.

use super::Obj;
use crate::name;
use crate::raise::{Cause, Exc, Raise};
use pyo3::{PyErr, Python, ffi};

/// The exception that the interpreter has just set, taken over.
#[cold]
#[inline(never)]
pub fn error() -> Raise {
    // `fetch` makes a SystemError where none is set.
    Raise::new(Cause::Python(Python::attach(PyErr::fetch)))
}

/// `raise exception`, or `raise exception from cause`: a class or an instance.
pub fn raise(exception: &Obj, cause: Option<&Obj>) -> Raise {
    match instance(exception) {
        Err(error) => error,
        Ok(value) => {
            if let Some(cause) = cause {
                if let Err(error) = set_cause(&value, cause) {
                    return error;
                }
            }
            reraise(value)
        }
    }
}

/// The exception instance as it is, with its traceback.
pub fn reraise(value: Obj) -> Raise {
    // SAFETY: an exception instance, of which we hand the reference over.
    unsafe {
        ffi::PyErr_SetObject(ffi::Py_TYPE(value.as_ptr()).cast(), value.as_ptr());
    }
    error()
}

/// The instance that `raise exception` raises.
fn instance(exception: &Obj) -> Result<Obj, Raise> {
    let object = exception.as_ptr();
    // SAFETY: a live object.
    unsafe {
        if ffi::PyExceptionClass_Check(object) != 0 {
            let value = super::call(exception, &[], &[])?;
            if ffi::PyExceptionInstance_Check(value.as_ptr()) == 0 {
                let text = format!(
                    "calling {} should have returned an instance of BaseException, not {}",
                    text(object),
                    text(ffi::Py_TYPE(value.as_ptr()).cast())
                );
                return Err(Raise::new(Cause::Message(Exc::TypeError, text)));
            }
            return Ok(value);
        }
        if ffi::PyExceptionInstance_Check(object) != 0 {
            return Ok(exception.clone());
        }
    }
    Err(Raise::plain(Exc::TypeError, "exceptions must derive from BaseException"))
}

fn set_cause(value: &Obj, cause: &Obj) -> Result<(), Raise> {
    // SAFETY: `value` is an exception instance; `PyException_SetCause` steals the reference to the cause.
    unsafe {
        if cause.is_none() {
            ffi::PyException_SetCause(value.as_ptr(), std::ptr::null_mut());
            return super::setattr(value, name!("__suppress_context__"), &super::from_value(true)?);
        }
        match instance(cause) {
            Ok(cause) => ffi::PyException_SetCause(value.as_ptr(), cause.into_ptr()),
            Err(error) if error.class() == Some(Exc::TypeError) => {
                return Err(Raise::plain(Exc::TypeError, "exception causes must derive from BaseException"));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The exception object of a caught raise, for `except E as e`.
///
/// # Errors
/// An escape is no exception: it comes back as it is.
pub fn exception_object(raise: Raise) -> Result<Obj, Raise> {
    if matches!(raise.cause(), Cause::Escape(_)) {
        return Err(raise);
    }
    Ok(crate::boundary::exception(raise))
}

/// `except class` for a class that is known at run time only: a class or a tuple of them.
pub fn matches(raise: &Obj, class: &Obj) -> bool {
    // SAFETY: live objects.
    unsafe { ffi::PyErr_GivenExceptionMatches(raise.as_ptr(), class.as_ptr()) != 0 }
}

/// `str(object)` for messages; never fails.
///
/// # Safety
/// A live object.
pub(crate) unsafe fn text(object: *mut ffi::PyObject) -> String {
    // SAFETY: a live object, by the caller; a failing `__str__` is cleared.
    unsafe {
        let Ok(text) = Obj::result(ffi::PyObject_Str(object)) else { return "?".to_owned() };
        let mut length = 0;
        let start = ffi::PyUnicode_AsUTF8AndSize(text.as_ptr(), &mut length);
        if start.is_null() {
            ffi::PyErr_Clear();
            return "?".to_owned();
        }
        String::from_utf8_lossy(std::slice::from_raw_parts(start.cast(), length as usize)).into_owned()
    }
}
