//! From [`Raise`] to the exception CPython would have raised.

use super::PyObject;
use super::to_py::ToPy;
use super::traceback;
use crate::module::Module;
use crate::obj::{self, Obj};
use crate::raise::{Cause, Exc, Raise, Value};
use num_complex::Complex;
use pyo3::{PyErr, Python, ffi};
use std::any::Any;

/// Whether the Python exception is of this built-in class.
pub fn python_error_is_a(error: &PyErr, class: Exc) -> bool {
    // SAFETY: a live exception and a class; the lock is held wherever Python errors are looked at.
    Python::attach(|py| unsafe { ffi::PyErr_GivenExceptionMatches(error.value(py).as_ptr(), class_object(class)) != 0 })
}

/// For the function `name`, which has effects: an escape after one of them, where the call cannot run again, becomes an
/// error that names its line; anything else stays.
#[cold]
#[inline(never)]
pub fn no_rerun(raise: Raise, name: &'static str) -> Raise {
    let Cause::Escape(reason) = *raise.cause() else { return raise };
    if !raise.is_touched() {
        return raise;
    }
    let (_, sites) = raise.into_parts();
    let line = sites.first().map_or_else(String::new, |site| format!(", line {}", site.line));
    let name = sites.first().map_or(name, |site| site.code.qualname);
    let cause = if reason == crate::raise::ZERO_DIVISION {
        Cause::Plain(Exc::ZeroDivisionError, "division by zero")
    } else if reason.contains("integer") || reason.contains("64 bits") {
        let text = format!(
            "an integer in {name}(){line} leaves 64 bits after the function has changed something, so that it cannot \
             run again; annotate the variable as an object (`x: object`) for Python's unbounded integers"
        );
        Cause::Message(Exc::OverflowError, text)
    } else {
        let text =
            format!("{reason}, in {name}(){line}, after the function has changed something: it cannot run again");
        Cause::Message(Exc::OverflowError, text)
    };
    sites.into_iter().fold(Raise::new(cause), Raise::at)
}

/// A caught panic: always a bug of pyrx.
#[cold]
pub(crate) fn panicked(panic: Box<dyn Any + Send>) -> Raise {
    let text = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "unknown panic".to_owned());
    let text = format!("internal error in compiled code: {text} (this is a bug of pyrx: please report it)");
    Raise::new(Cause::Message(Exc::SystemError, text))
}

/// The exception with a traceback entry for each place that the raise passed.
#[cold]
pub(super) fn traced(raise: Raise, module: &'static Module) -> Obj {
    let (cause, sites) = raise.into_parts();
    let value = instance(cause);
    traceback::add(&value, &sites, Some(module));
    value
}

/// Sets the interpreter's error indicator to a raise of code that is no compiled function.
#[cold]
pub(crate) fn set_error(raise: Raise) {
    let value = exception(raise);
    // SAFETY: an instance of its own class.
    unsafe { restore(ffi::Py_TYPE(value.as_ptr()).cast(), value) };
}

/// The exception as an object. Places in functions of unknown modules get no traceback entry.
#[cold]
pub(crate) fn exception(raise: Raise) -> Obj {
    let (cause, sites) = raise.into_parts();
    let value = instance(cause);
    traceback::add(&value, &sites, None);
    value
}

/// Sets the interpreter's error indicator; the traceback of `value` stays.
///
/// # Safety
/// `value` is an exception instance of `class`; the lock is held.
pub(crate) unsafe fn restore(class: *mut PyObject, value: Obj) {
    // SAFETY: by the caller; `PyErr_Restore` takes over all three references, and (unlike SetObject) leaves the
    // context alone, which `instance` has set.
    unsafe {
        let trace = ffi::PyException_GetTraceback(value.as_ptr());
        #[allow(deprecated)] // its successor exists from 3.12 on only
        ffi::PyErr_Restore(ffi::Py_NewRef(class), value.into_ptr(), trace);
    }
}

/// The exception instance of a cause. Never fails: an exception while making it is the exception.
fn instance(cause: Cause) -> Obj {
    // SAFETY: classes are static, texts valid; each arm sets the error indicator.
    unsafe {
        match cause {
            Cause::Python(error) => return taken(error),
            Cause::Plain(class, "") => ffi::PyErr_SetNone(class_object(class)),
            Cause::Plain(class, text) => set(class, text),
            Cause::Message(class, text) => set(class, &text),
            Cause::Args(class, args) => set_args(class, &args),
            Cause::Redo(class, name, operands) => redo(class, name, &operands),
            Cause::IndexOutOfBounds { index, axis, size } => {
                set(Exc::IndexError, &format!("index {index} is out of bounds for axis {axis} with size {size}"));
            }
            Cause::Unbound(name) => set(
                Exc::UnboundLocalError,
                &format!("cannot access local variable '{name}' where it is not associated with a value"),
            ),
            Cause::Escape(text) => set(
                Exc::OverflowError,
                &format!("{text}; annotate the variable as an object (`x: object`) for Python's unbounded integers"),
            ),
        }
    }
    taken(Python::attach(PyErr::fetch))
}

fn taken(error: PyErr) -> Obj {
    // SAFETY: `into_value` gives a reference of our own.
    Python::attach(|py| unsafe { Obj::from_owned(error.into_value(py).into_ptr()) })
}

fn set(class: Exc, text: &str) {
    match text.to_py() {
        // SAFETY: a class and a live string.
        Ok(text) => unsafe {
            ffi::PyErr_SetObject(class_object(class), text);
            ffi::Py_DECREF(text);
        },
        Err(error) => set_again(error),
    }
}

/// Puts an error back that came up on the way.
fn set_again(error: Raise) {
    match error.into_parts().0 {
        Cause::Python(error) => Python::attach(|py| error.restore(py)),
        // SAFETY: a static class.
        _ => unsafe { ffi::PyErr_SetNone(class_object(Exc::SystemError)) },
    }
}

/// `raise class(*args)`.
fn set_args(class: Exc, args: &[Value]) {
    let made = operands(args).and_then(|args| {
        // SAFETY: a class and a tuple.
        unsafe { Obj::result(ffi::PyObject_Call(class_object(class), args.as_ptr(), std::ptr::null_mut())) }
    });
    match made {
        // SAFETY: an instance of its own class.
        Ok(value) => unsafe { ffi::PyErr_SetObject(ffi::Py_TYPE(value.as_ptr()).cast(), value.as_ptr()) },
        Err(error) => set_again(error),
    }
}

/// Lets the interpreter fail in the same way.
fn redo(class: Exc, name: &'static str, values: &[Value]) {
    let attempt = || {
        let (module, path) = name.split_once('.').unwrap_or(("builtins", name));
        let module = obj::import(obj::interned(module))?;
        let function = path.split('.').try_fold(module, |owner, part| obj::getattr(&owner, obj::interned(part)))?;
        obj::call_spread(&function, &operands(values)?, &Obj::NULL)
    };
    match attempt() {
        Ok(value) => {
            // SAFETY: a live object.
            let value = unsafe { obj::text(value.as_ptr()) };
            set(class, &format!("{name} failed in compiled code, but gives {value} in Python"));
        }
        Err(error) => set_again(error),
    }
}

fn operands(values: &[Value]) -> Result<Obj, Raise> {
    let values: Result<Vec<Obj>, Raise> = values.iter().map(operand).collect();
    obj::tuple(&values?)
}

fn operand(value: &Value) -> Result<Obj, Raise> {
    match value {
        Value::None => Ok(obj::none()),
        Value::Bool(x) => obj::from_value(*x),
        Value::Int(x) => obj::from_value(*x),
        Value::Uint(x) => obj::from_value(*x),
        Value::Float(x) => obj::from_value(*x),
        Value::Complex(re, im) => obj::from_value(Complex::new(*re, *im)),
        Value::Str(x) => obj::from_value(x.as_str()),
        Value::Tuple(items) => operands(items),
        Value::List(items) => obj::list(&items.iter().map(operand).collect::<Result<Vec<Obj>, Raise>>()?),
    }
}

/// The class in `builtins`; borrowed, immortal.
pub(crate) fn class_object(class: Exc) -> *mut PyObject {
    // SAFETY: statics of the interpreter, set before any extension loads.
    unsafe {
        match class {
            Exc::BaseException => ffi::PyExc_BaseException,
            Exc::Exception => ffi::PyExc_Exception,
            Exc::KeyboardInterrupt => ffi::PyExc_KeyboardInterrupt,
            Exc::SystemExit => ffi::PyExc_SystemExit,
            Exc::GeneratorExit => ffi::PyExc_GeneratorExit,
            Exc::ArithmeticError => ffi::PyExc_ArithmeticError,
            Exc::FloatingPointError => ffi::PyExc_FloatingPointError,
            Exc::OverflowError => ffi::PyExc_OverflowError,
            Exc::ZeroDivisionError => ffi::PyExc_ZeroDivisionError,
            Exc::AssertionError => ffi::PyExc_AssertionError,
            Exc::AttributeError => ffi::PyExc_AttributeError,
            Exc::BufferError => ffi::PyExc_BufferError,
            Exc::EOFError => ffi::PyExc_EOFError,
            Exc::ImportError => ffi::PyExc_ImportError,
            Exc::LookupError => ffi::PyExc_LookupError,
            Exc::IndexError => ffi::PyExc_IndexError,
            Exc::KeyError => ffi::PyExc_KeyError,
            Exc::MemoryError => ffi::PyExc_MemoryError,
            Exc::NameError => ffi::PyExc_NameError,
            Exc::UnboundLocalError => ffi::PyExc_UnboundLocalError,
            Exc::OSError => ffi::PyExc_OSError,
            Exc::ReferenceError => ffi::PyExc_ReferenceError,
            Exc::RuntimeError => ffi::PyExc_RuntimeError,
            Exc::NotImplementedError => ffi::PyExc_NotImplementedError,
            Exc::RecursionError => ffi::PyExc_RecursionError,
            Exc::StopIteration => ffi::PyExc_StopIteration,
            Exc::SyntaxError => ffi::PyExc_SyntaxError,
            Exc::SystemError => ffi::PyExc_SystemError,
            Exc::TypeError => ffi::PyExc_TypeError,
            Exc::ValueError => ffi::PyExc_ValueError,
            Exc::UnicodeError => ffi::PyExc_UnicodeError,
            Exc::Warning => ffi::PyExc_Warning,
            Exc::UserWarning => ffi::PyExc_UserWarning,
            Exc::RuntimeWarning => ffi::PyExc_RuntimeWarning,
            Exc::DeprecationWarning => ffi::PyExc_DeprecationWarning,
        }
    }
}
