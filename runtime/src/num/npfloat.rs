//! Floats under NumPy's rules, for `f32` and `f64`: no errors, infinities and nan instead.
//! `+ - * /` are the primitive operations.

use crate::num::Real;

/// Quotient rounded down and remainder with the sign of `b` (NumPy's `npy_divmod`).
#[inline]
pub fn divmod<T: Real>(a: T, b: T) -> (T, T) {
    let truncated = a.fmod(b);
    if b == T::ZERO {
        return (a / b, truncated);
    }
    let past = truncated != T::ZERO && (b < T::ZERO) != (truncated < T::ZERO);
    let mut quotient = (a - truncated) / b;
    let mut remainder = truncated;
    if past {
        remainder = remainder + b;
        quotient = quotient - T::ONE;
    } else if truncated == T::ZERO {
        remainder = T::ZERO.copysign(b);
    }
    let floor = quotient.floor();
    let rounded = if quotient == T::ZERO {
        T::ZERO.copysign(a / b)
    } else if quotient - floor > T::HALF {
        floor + T::ONE
    } else {
        floor
    };
    (rounded, remainder)
}

/// `a // b`.
#[inline]
pub fn floordiv<T: Real>(a: T, b: T) -> T {
    divmod(a, b).0
}

/// `a % b`, with the sign of `b`.
#[inline]
pub fn rem<T: Real>(a: T, b: T) -> T {
    divmod(a, b).1
}

/// `numpy.fmod(a, b)`: with the sign of `a`.
#[inline]
pub fn fmod<T: Real>(a: T, b: T) -> T {
    a.fmod(b)
}

/// `a ** b`.
#[inline]
pub fn pow<T: Real>(a: T, b: T) -> T {
    a.pow(b)
}

/// `abs(a)`.
#[inline(always)]
pub fn abs<T: Real>(a: T) -> T {
    a.abs()
}
