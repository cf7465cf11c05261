//! What only the interpreter knows of strings beyond the plain ones.

use super::Str;
use crate::boundary::{ArgLayout, ArgSpec, FromPy, attach};
use crate::name;
use crate::obj::{self, Obj};
use crate::raise::Raise;

static RESULT: ArgSpec = ArgSpec {
    name: "",
    expected: "a str",
    layout: ArgLayout::Any,
    writable: false,
    exact: false,
    function: "",
    c: None,
};

/// `text.method()`, a string.
///
/// # Errors
/// What the method raises.
#[cold]
pub fn changed(text: &Str, method: &'static str) -> Result<Str, Raise> {
    attach(|| {
        let object = obj::from_value(text.clone())?;
        Str::from_object(&obj::call_method(&object, obj::interned(method), &[], &[])?, &RESULT)
    })
}

/// `class(text)` of a built-in class, at a native type.
///
/// # Errors
/// What the class raises; an escape for a value that the type does not hold.
#[cold]
pub fn parsed<T: FromPy>(text: &Str, class: &'static str) -> Result<T, Raise> {
    attach(|| {
        let class: Obj = obj::getattr(&obj::import(name!("builtins"))?, obj::interned(class))?;
        let value = obj::call(&class, &[obj::from_value(text.clone())?], &[])?;
        T::from_object(&value, &RESULT).map_err(|_| Raise::escape("a number leaves its width"))
    })
}
