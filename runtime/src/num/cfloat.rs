//! Floats under C's rules with Cython's checks, for `f32` and `f64`. Under `cdivision` the primitive operations and
//! [`crate::npfloat`] serve.

use crate::num::Real;
use crate::raise::{Exc, Raise};

#[cold]
#[inline(never)]
pub(super) fn by_zero(message: &'static str) -> Raise {
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

/// `a // b` under `cdivision`.
#[inline(always)]
pub fn floor_quotient<T: Real>(a: T, b: T) -> T {
    (a / b).floor()
}

/// `a % b`, with the sign of `b`.
#[inline(always)]
pub fn rem<T: Real>(a: T, b: T) -> Result<T, Raise> {
    if b == T::ZERO {
        return Err(by_zero("float divmod()"));
    }
    let truncated = a.fmod(b);
    let past = truncated != T::ZERO && (truncated < T::ZERO) != (b < T::ZERO);
    // A zero takes part in a sum in Cython: it ends negative only if both are.
    Ok(if past { truncated + b } else { truncated + T::ZERO * if b < T::ZERO { -T::ONE } else { T::ONE } })
}

/// `divmod(a, b)`, which is Python's in Cython: the quotient is what the remainder leaves.
#[inline]
pub fn divmod<T: Real>(a: T, b: T) -> Result<(T, T), Raise> {
    if b == T::ZERO { Err(by_zero("division by zero")) } else { Ok(crate::npfloat::divmod(a, b)) }
}

/// `a ** b`; what is complex in Python cannot be a float.
#[inline]
pub fn pow<T: Real>(a: T, b: T) -> Result<T, Raise> {
    let power = a.pow(b);
    if power.is_nan() && a < T::ZERO && !b.is_nan() { Err(complex_power()) } else { Ok(power) }
}

#[cold]
#[inline(never)]
fn complex_power() -> Raise {
    Raise::plain(
        Exc::TypeError,
        "Cannot convert 'complex' with non-zero imaginary component to 'double' (this most likely comes from the '**' \
         operator; use 'cython.cpow(True)' to return 'nan' instead of a complex number).",
    )
}
