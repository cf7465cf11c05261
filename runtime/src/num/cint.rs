//! Integers under C's rules, with Cython's checks: arithmetic wraps, division by zero raises.
//! Plain `+ - *` are the primitive types' wrapping operations.

use crate::math::running::minor;
use crate::num::Int;
use crate::num::int::{floor_quotient, floor_quotient_negative, floor_remainder, floor_remainder_negative};
use crate::raise::{Exc, Raise};

#[cold]
#[inline(never)]
fn by_zero() -> Raise {
    let text = if minor() < 14 { "integer division or modulo by zero" } else { "division by zero" };
    Raise::plain(Exc::ZeroDivisionError, text)
}

#[cold]
#[inline(never)]
fn modulo_by_zero() -> Raise {
    match minor() {
        11..14 => Raise::plain(Exc::ZeroDivisionError, "integer modulo by zero"),
        _ => by_zero(),
    }
}

#[cold]
#[inline(never)]
fn quotient_too_large() -> Raise {
    Raise::plain(Exc::OverflowError, "value too large to perform division")
}

#[cold]
#[inline(never)]
fn too_large() -> Raise {
    Raise::plain(Exc::OverflowError, "value too large")
}

/// `a // b`, rounded down.
#[inline(always)]
pub fn floordiv<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if b > T::ZERO { Ok(floor_quotient(a, b)) } else { floordiv_rest(a, b) }
}

#[cold]
#[inline(never)]
fn floordiv_rest<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if b == T::ZERO { Err(by_zero()) } else { floor_quotient_negative(a, b).ok_or_else(quotient_too_large) }
}

/// `a % b`, with the sign of `b`.
#[inline(always)]
pub fn rem<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if b > T::ZERO { Ok(floor_remainder(a, b)) } else { rem_rest(a, b) }
}

#[cold]
#[inline(never)]
fn rem_rest<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if b == T::ZERO { Err(modulo_by_zero()) } else { Ok(floor_remainder_negative(a, b)) }
}

/// `(a // b, a % b)`.
#[inline(always)]
pub fn divmod<T: Int>(a: T, b: T) -> Result<(T, T), Raise> {
    Ok((floordiv(a, b)?, rem(a, b)?))
}

/// `a / b` as C has it: towards zero.
#[inline(always)]
pub fn cdiv<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if b == T::ZERO {
        return Err(by_zero());
    }
    if T::SIGNED && b == T::ALL_BITS {
        return a.checked_neg().ok_or_else(quotient_too_large);
    }
    Ok(a.wrapping_div(b))
}

/// `a % b` as C has it: with the sign of `a`.
#[inline(always)]
pub fn crem<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if b == T::ZERO { Err(modulo_by_zero()) } else { Ok(a.wrapping_rem(b)) }
}

/// `a / b` as a float; each operand is converted first, as C does.
#[inline(always)]
pub fn truediv<T: Int>(a: T, b: T) -> Result<f64, Raise> {
    if b == T::ZERO {
        Err(Raise::plain(Exc::ZeroDivisionError, "division by zero"))
    } else {
        Ok(a.to_f64() / b.to_f64())
    }
}

/// `a ** b` modulo the width; 0 for a negative exponent, as Cython's integer power.
#[inline]
pub fn pow<T: Int>(a: T, b: T) -> T {
    if b.is_negative() { T::ZERO } else { wrapping_pow(a, b.unsigned_abs()) }
}

/// `a ** exponent` modulo the width.
#[inline]
pub(crate) fn wrapping_pow<T: Int>(a: T, mut exponent: u64) -> T {
    let (mut square, mut result) = (a, T::ONE);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result.wrapping_mul(square);
        }
        square = square.wrapping_mul(square);
        exponent >>= 1;
    }
    result
}

/// `a << b`; the count is taken modulo the width, where C leaves it undefined.
#[inline(always)]
pub fn shl<T: Int>(a: T, b: T) -> T {
    a.wrapping_shl(b.to_i128() as u32)
}

/// `a >> b`; the count is taken modulo the width, where C leaves it undefined.
#[inline(always)]
pub fn shr<T: Int>(a: T, b: T) -> T {
    a.wrapping_shr(b.to_i128() as u32)
}

/// `a + b` under `overflowcheck`.
#[inline(always)]
pub fn add_checked<T: Int>(a: T, b: T) -> Result<T, Raise> {
    a.checked_add(b).ok_or_else(too_large)
}

/// `a - b` under `overflowcheck`.
#[inline(always)]
pub fn sub_checked<T: Int>(a: T, b: T) -> Result<T, Raise> {
    a.checked_sub(b).ok_or_else(too_large)
}

/// `a * b` under `overflowcheck`.
#[inline(always)]
pub fn mul_checked<T: Int>(a: T, b: T) -> Result<T, Raise> {
    a.checked_mul(b).ok_or_else(too_large)
}

/// `abs(a)` under `overflowcheck`.
///
/// # Errors
/// `OverflowError` for the least of all integers.
#[inline(always)]
pub fn abs_checked<T: Int>(a: T) -> Result<T, Raise> {
    if a < T::default() { a.checked_neg().ok_or_else(no_magnitude) } else { Ok(a) }
}

#[cold]
fn no_magnitude() -> Raise {
    let text = "Trying to take the absolute value of the most negative integer is not defined.";
    Raise::plain(Exc::OverflowError, text)
}

/// `a << b` under `overflowcheck`.
#[inline(always)]
pub fn shl_checked<T: Int>(a: T, b: T) -> Result<T, Raise> {
    match b.shift_count() {
        // C leaves it undefined what becomes of a negative number.
        Some(count) if a >= T::ZERO && a.wrapping_shl(count).wrapping_shr(count) == a => Ok(a.wrapping_shl(count)),
        _ => Err(too_large()),
    }
}
