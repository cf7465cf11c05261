//! What an argument must be, and the messages when it is not.

use super::PyObject;
use crate::numpy_api::{self, ArrayObject};
use crate::obj::Obj;
use crate::raise::{Cause, Exc, Raise};
use pyo3::ffi;

/// Layout that a view parameter asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgLayout {
    /// `[:, :]`
    Any,
    /// `[:, ::1]`
    C,
    /// `[::1, :]`
    F,
    /// The last axis has the stride of one element; the others any.
    Inner,
}

/// A parameter as the boundary checks it.
#[derive(Debug)]
pub struct ArgSpec {
    /// Parameter; empty for a value that is not an argument (a call's result, a global).
    pub name: &'static str,
    /// The type as the user writes it: `float64[:, ::1]`, `int`, `list[float]`.
    pub expected: &'static str,
    pub layout: ArgLayout,
    /// The function writes to the array.
    pub writable: bool,
    /// [`fits`] asks for the very type rather than for anything that converts.
    pub exact: bool,
    pub function: &'static str,
    /// Of a `.pyx`: how it writes the type. Conversions and their messages are then Cython's.
    pub c: Option<CType>,
}

/// A type in the words of a `.pyx`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CType {
    /// `unsigned char`; of a view or buffer, the type of its items.
    pub name: &'static str,
    /// A view may be `None`.
    pub none: bool,
    /// The class that an object must be of, by its full name.
    pub class: Option<&'static str>,
    /// Items of the size that the type has are taken for such, whatever they are.
    pub cast: bool,
}

impl ArgSpec {
    /// The same of a buffer `cast=True`.
    pub const fn cast(self) -> ArgSpec {
        match self.c {
            Some(c) => ArgSpec { c: Some(CType { cast: true, ..c }), ..self },
            None => self,
        }
    }

    /// The same of a view in a `.py` for Cython: it takes what Cython takes, and refuses in our words.
    pub const fn of_c(self, name: &'static str, none: bool) -> ArgSpec {
        ArgSpec { c: Some(CType { name, none, class: None, cast: false }), ..self }
    }

    /// What is no argument, but an element or a field whose type C gives this name.
    pub const fn c_value(name: &'static str) -> ArgSpec {
        ArgSpec {
            name: "",
            expected: name,
            layout: ArgLayout::Any,
            writable: false,
            exact: false,
            function: "",
            c: Some(CType { name, none: false, class: None, cast: false }),
        }
    }

    /// `f() argument 'a': expected float64[:], got list`.
    pub(super) fn message(&self, got: &str) -> String {
        let place = match (self.function, self.name) {
            ("", "") => String::new(),
            ("", name) => format!("Argument '{name}': "),
            (function, "") => format!("{function}(): "),
            (function, name) => format!("{function}() argument '{name}': "),
        };
        format!("{place}expected {}, got {got}", self.expected)
    }

    #[cold]
    pub(super) fn type_error(&self, object: *mut PyObject) -> Raise {
        self.wrong(Exc::TypeError, &describe(object))
    }

    #[cold]
    pub(super) fn wrong(&self, class: Exc, got: &str) -> Raise {
        Raise::new(Cause::Message(class, self.message(got)))
    }
}

/// The error of a call whose arguments fit none of the overloads.
#[cold]
pub fn no_overload(function: &str, args: &[*mut PyObject], candidates: &str) -> Raise {
    let got: Vec<String> = args.iter().map(|&object| describe(object)).collect();
    let text = format!("{function}() has no version for ({}); it was compiled for: {candidates}", got.join(", "));
    Raise::new(Cause::Message(Exc::TypeError, text))
}

/// What came, for messages: `float32 array with 2 dimensions`, `None`, `list`.
pub(super) fn describe(object: *mut PyObject) -> String {
    // SAFETY: a live object; an ndarray has the struct.
    unsafe {
        if object == ffi::Py_None() {
            return "None".to_owned();
        }
        if numpy_api::is_array(object) {
            let array = &*object.cast::<ArrayObject>();
            let plural = if array.nd == 1 { "" } else { "s" };
            return format!("{} array with {} dimension{plural}", numpy_api::descr_text(array.descr), array.nd);
        }
        type_name(object)
    }
}

/// Name of the object's class.
pub(crate) fn type_name(object: *mut PyObject) -> String {
    // SAFETY: a live object; the name lives as long as its type.
    let name = unsafe { std::ffi::CStr::from_ptr((*ffi::Py_TYPE(object)).tp_name) }.to_string_lossy();
    name.rsplit('.').next().unwrap_or_default().to_owned()
}

/// Types that come in from Python.
pub trait FromPy: Sized {
    /// The value of a borrowed object that outlives the call.
    ///
    /// # Errors
    /// `TypeError`, `ValueError` or `OverflowError` that names the argument; an escape for an integer that Python could
    /// handle and the native type cannot; what the object's own conversion raises.
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Self, Raise>;

    /// Whether the object is of this very type, for overloads.
    fn fits(object: *mut PyObject, spec: &'static ArgSpec) -> bool;

    /// The value of an object that may go away before the value does.
    ///
    /// # Errors
    /// As [`FromPy::from_py`].
    fn from_object(object: &Obj, spec: &'static ArgSpec) -> Result<Self, Raise> {
        Self::from_py(object.as_ptr(), spec)
    }
}

/// Converts an argument.
///
/// # Errors
/// See [`FromPy::from_py`].
#[inline(always)]
pub fn arg<T: FromPy>(object: *mut PyObject, spec: &'static ArgSpec) -> Result<T, Raise> {
    T::from_py(object, spec)
}

/// Whether an argument is of this overload's type.
#[inline]
pub fn fits<T: FromPy>(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
    T::fits(object, spec)
}

/// An object argument that must be of a class, or `None` where that is allowed. For an `int`, what is nearly one becomes one.
///
/// # Errors
/// Cython's `TypeError`; the error of `int(x)`.
pub fn instance(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Obj, Raise> {
    if let Some(int) = super::c_words::nearly_int(object, spec)? {
        return Ok(int);
    }
    super::c_words::check_class(object, spec)?;
    // SAFETY: alive, as every argument.
    Ok(unsafe { Obj::from_borrowed(object) })
}

impl FromPy for Obj {
    #[inline(always)]
    fn from_py(object: *mut PyObject, _: &'static ArgSpec) -> Result<Obj, Raise> {
        // SAFETY: alive, as every argument.
        Ok(unsafe { Obj::from_borrowed(object) })
    }

    fn fits(_: *mut PyObject, _: &'static ArgSpec) -> bool {
        true
    }
}

impl FromPy for () {
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<(), Raise> {
        if Self::fits(object, spec) { Ok(()) } else { Err(spec.type_error(object)) }
    }

    fn fits(object: *mut PyObject, _: &'static ArgSpec) -> bool {
        // SAFETY: the address of a static.
        object == unsafe { ffi::Py_None() }
    }
}

/// `T | None`.
impl<T: FromPy> FromPy for Option<T> {
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Self, Raise> {
        if <()>::fits(object, spec) { Ok(None) } else { T::from_py(object, spec).map(Some) }
    }

    fn fits(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
        <()>::fits(object, spec) || T::fits(object, spec)
    }

    fn from_object(object: &Obj, spec: &'static ArgSpec) -> Result<Self, Raise> {
        if object.is_none() { Ok(None) } else { T::from_object(object, spec).map(Some) }
    }
}
