//! How functions of `math` fail: by the class here, and with the text of the running CPython.

use crate::raise::{Cause, Exc, Raise, Value};

#[cold]
#[inline(never)]
pub(super) fn domain1(name: &'static str, x: f64) -> Raise {
    Raise::new(Cause::Redo(Exc::ValueError, name, vec![Value::Float(x)]))
}

#[cold]
#[inline(never)]
pub(super) fn range1(name: &'static str, x: f64) -> Raise {
    Raise::new(Cause::Redo(Exc::OverflowError, name, vec![Value::Float(x)]))
}

#[cold]
#[inline(never)]
pub(super) fn fails2(class: Exc, name: &'static str, x: f64, y: f64) -> Raise {
    Raise::new(Cause::Redo(class, name, vec![Value::Float(x), Value::Float(y)]))
}

#[cold]
#[inline(never)]
pub(super) fn integers(class: Exc, name: &'static str, operands: &[i64]) -> Raise {
    Raise::new(Cause::Redo(class, name, operands.iter().copied().map(Value::Int).collect()))
}

#[cold]
#[inline(never)]
pub(super) fn leaves_width() -> Raise {
    Raise::escape("integer result leaves its width")
}
