//! Integers under NumPy's rules: arithmetic wraps, division by zero gives 0, shifts past the width give 0 or -1.

use crate::num::Int;
use crate::num::cint::wrapping_pow;
use crate::num::int::{floor_quotient, floor_quotient_negative, floor_remainder, floor_remainder_negative};
use crate::raise::{Exc, Raise};

/// `a // b`, rounded down; 0 where `b` is 0, MIN where MIN is divided by -1.
#[inline(always)]
pub fn floordiv<T: Int>(a: T, b: T) -> T {
    if b > T::ZERO { floor_quotient(a, b) } else { floordiv_rest(a, b) }
}

#[cold]
#[inline(never)]
fn floordiv_rest<T: Int>(a: T, b: T) -> T {
    if b == T::ZERO { T::ZERO } else { floor_quotient_negative(a, b).unwrap_or(T::MIN) }
}

/// `a % b`, with the sign of `b`; 0 where `b` is 0.
#[inline(always)]
pub fn rem<T: Int>(a: T, b: T) -> T {
    if b > T::ZERO { floor_remainder(a, b) } else { rem_rest(a, b) }
}

#[cold]
#[inline(never)]
fn rem_rest<T: Int>(a: T, b: T) -> T {
    if b == T::ZERO { T::ZERO } else { floor_remainder_negative(a, b) }
}

/// `divmod(a, b)`.
#[inline(always)]
pub fn divmod<T: Int>(a: T, b: T) -> (T, T) {
    (floordiv(a, b), rem(a, b))
}

/// `numpy.fmod(a, b)`: with the sign of `a`; 0 where `b` is 0.
#[inline(always)]
pub fn fmod<T: Int>(a: T, b: T) -> T {
    if b == T::ZERO { T::ZERO } else { a.wrapping_rem(b) }
}

/// `a ** b` modulo the width.
#[inline]
pub fn pow<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if b.is_negative() {
        return Err(Raise::plain(Exc::ValueError, "Integers to negative integer powers are not allowed."));
    }
    Ok(wrapping_pow(a, b.unsigned_abs()))
}

/// `a << b`; 0 for a count that is negative or not below the width.
#[inline(always)]
pub fn shl<T: Int>(a: T, b: T) -> T {
    match b.shift_count() {
        Some(count) => a.wrapping_shl(count),
        None => T::ZERO,
    }
}

/// `a >> b`; 0 or -1 by the sign of `a` for a count that is negative or not below the width.
#[inline(always)]
pub fn shr<T: Int>(a: T, b: T) -> T {
    match b.shift_count() {
        Some(count) => a.wrapping_shr(count),
        None if a.is_negative() => T::ALL_BITS,
        None => T::ZERO,
    }
}

/// `a / b`: each operand becomes a float first; inf or nan where `b` is 0.
#[inline(always)]
pub fn truediv<T: Int>(a: T, b: T) -> f64 {
    a.to_f64() / b.to_f64()
}

/// `abs(a)`; MIN stays MIN.
#[inline(always)]
pub fn abs<T: Int>(a: T) -> T {
    if a.is_negative() { a.wrapping_neg() } else { a }
}

/// `numpy.sign(a)`.
#[inline(always)]
pub fn sign<T: Int>(a: T) -> T {
    if a.is_negative() {
        T::ALL_BITS
    } else if a == T::ZERO {
        T::ZERO
    } else {
        T::ONE
    }
}

/// `numpy.reciprocal(a)`: 1 divided by `a`, towards zero. For 0 what NumPy gives on x86-64: the least value of
/// `i32` and `i64`, else 0.
#[inline(always)]
pub fn reciprocal<T: Int>(a: T) -> T {
    if a != T::ZERO {
        T::ONE.wrapping_div(a)
    } else if T::SIGNED && T::BITS >= 32 {
        T::MIN
    } else {
        T::ZERO
    }
}
