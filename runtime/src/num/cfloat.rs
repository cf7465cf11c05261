//! Floats under C's rules with Cython's checks, for `f32` and `f64`. Under `cdivision` the primitive operations and
//! [`crate::npfloat`] serve.

use crate::num::Real;
use crate::raise::{Exc, Raise};

#[cold]
#[inline(never)]
fn by_zero(message: &'static str) -> Raise {
    Raise::plain(Exc::ZeroDivisionError, message)
}

/// `a / b`.
#[inline(always)]
pub fn div<T: Real>(a: T, b: T) -> Result<T, Raise> {
    if b == T::ZERO { Err(by_zero("float division")) } else { Ok(a / b) }
}

/// `a // b` as Cython has it: the floor of the rounded quotient.
#[inline(always)]
pub fn floordiv<T: Real>(a: T, b: T) -> Result<T, Raise> {
    Ok(div(a, b)?.floor())
}

/// `a % b`, with the sign of `b`.
#[inline(always)]
pub fn rem<T: Real>(a: T, b: T) -> Result<T, Raise> {
    if b == T::ZERO {
        return Err(by_zero("float divmod()"));
    }
    let truncated = a.fmod(b);
    let past = truncated != T::ZERO && (truncated < T::ZERO) != (b < T::ZERO);
    Ok(if past { truncated + b } else { truncated })
}
