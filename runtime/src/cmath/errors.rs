//! How functions of `cmath` fail.

use crate::num::C128;
use crate::raise::{Cause, Exc, Raise, Value};

#[cold]
#[inline(never)]
pub(super) fn fails(class: Exc, name: &'static str, operands: &[C128]) -> Raise {
    let values = operands.iter().map(|z| Value::Complex(z.re, z.im)).collect();
    Raise::new(Cause::Redo(class, name, values))
}

pub(super) fn domain(name: &'static str, z: C128) -> Raise {
    fails(Exc::ValueError, name, &[z])
}

/// An infinite part of a finite number's image is a range error.
#[inline]
pub(super) fn in_range(name: &'static str, z: C128, result: C128) -> Result<C128, Raise> {
    if result.re.is_infinite() || result.im.is_infinite() {
        return Err(fails(Exc::OverflowError, name, &[z]));
    }
    Ok(result)
}
