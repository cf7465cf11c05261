//! Integers under Python's rules: exact, or a raise. A result outside the width is an escape: the interpreter
//! runs the call again.

use crate::num::Int;
use crate::raise::{Cause, Exc, Raise};

#[cold]
#[inline(never)]
fn leaves_width() -> Raise {
    Raise::escape("integer result leaves its width")
}

#[cold]
#[inline(never)]
fn fails<T: Int>(class: Exc, operation: &'static str, a: T, b: T) -> Raise {
    Raise::new(Cause::Redo(class, operation, vec![a.value(), b.value()]))
}

#[inline(always)]
fn exact<T>(result: Option<T>) -> Result<T, Raise> {
    match result {
        Some(value) => Ok(value),
        None => Err(leaves_width()),
    }
}

#[inline(always)]
pub fn add<T: Int>(a: T, b: T) -> Result<T, Raise> {
    exact(a.checked_add(b))
}

#[inline(always)]
pub fn sub<T: Int>(a: T, b: T) -> Result<T, Raise> {
    exact(a.checked_sub(b))
}

#[inline(always)]
pub fn mul<T: Int>(a: T, b: T) -> Result<T, Raise> {
    exact(a.checked_mul(b))
}

#[inline(always)]
pub fn neg<T: Int>(a: T) -> Result<T, Raise> {
    exact(a.checked_neg())
}

#[inline(always)]
pub fn abs<T: Int>(a: T) -> Result<T, Raise> {
    if a.is_negative() { neg(a) } else { Ok(a) }
}

/// `~a`; below zero, so out of an unsigned width.
#[inline(always)]
pub fn invert<T: Int>(a: T) -> Result<T, Raise> {
    if T::SIGNED { Ok(a.not()) } else { Err(leaves_width()) }
}

/// Quotient rounded down, for a positive divisor.
#[inline(always)]
pub(crate) fn floor_quotient<T: Int>(a: T, b: T) -> T {
    if !T::SIGNED {
        return a.wrapping_div(b);
    }
    // one shift where `b` is a constant; cheaper than a division where it is not
    if b.and(b.wrapping_sub(T::ONE)) == T::ZERO {
        return a.wrapping_shr(b.unsigned_abs().trailing_zeros());
    }
    // below zero, floor(a / b) is the complement of ~a / b
    let sign = a.wrapping_shr(T::BITS - 1);
    a.xor(sign).wrapping_div(b).xor(sign)
}

/// Remainder in `0..b`, for a positive divisor.
#[inline(always)]
pub(crate) fn floor_remainder<T: Int>(a: T, b: T) -> T {
    let remainder = a.wrapping_rem(b);
    if remainder.is_negative() { remainder.wrapping_add(b) } else { remainder }
}

/// Quotient rounded down, for a negative divisor; `None` for MIN / -1.
pub(crate) fn floor_quotient_negative<T: Int>(a: T, b: T) -> Option<T> {
    if b == T::ALL_BITS {
        return a.checked_neg();
    }
    let up = a.wrapping_rem(b) > T::ZERO;
    Some(a.wrapping_div(b).wrapping_sub(if up { T::ONE } else { T::ZERO }))
}

/// Remainder in `b + 1 ..= 0`, for a negative divisor.
pub(crate) fn floor_remainder_negative<T: Int>(a: T, b: T) -> T {
    let remainder = a.wrapping_rem(b);
    if remainder > T::ZERO { remainder.wrapping_add(b) } else { remainder }
}

/// `a // b`, rounded down.
#[inline(always)]
pub fn floordiv<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if b > T::ZERO { Ok(floor_quotient(a, b)) } else { floordiv_rest(a, b) }
}

#[cold]
#[inline(never)]
fn floordiv_rest<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if b == T::ZERO {
        return Err(fails(Exc::ZeroDivisionError, "operator.floordiv", a, b));
    }
    exact(floor_quotient_negative(a, b))
}

/// `a % b`, with the sign of `b`.
#[inline(always)]
pub fn rem<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if b > T::ZERO { Ok(floor_remainder(a, b)) } else { rem_rest(a, b) }
}

#[cold]
#[inline(never)]
fn rem_rest<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if b == T::ZERO {
        return Err(fails(Exc::ZeroDivisionError, "operator.mod", a, b));
    }
    Ok(floor_remainder_negative(a, b))
}

/// `divmod(a, b)`.
#[inline(always)]
pub fn divmod<T: Int>(a: T, b: T) -> Result<(T, T), Raise> {
    if b == T::ZERO {
        return Err(fails(Exc::ZeroDivisionError, "builtins.divmod", a, b));
    }
    Ok((floordiv(a, b)?, rem(a, b)?))
}

/// `a ** b`. A negative exponent gives a float in Python: an escape, save for 0, which is an error.
#[inline(always)]
pub fn pow<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if b.is_negative() {
        return pow_negative(a, b);
    }
    // Powers of 1 and -1 are cheap where `a` is a constant, small powers where `b` is one.
    if a == T::ONE || (T::SIGNED && a == T::ALL_BITS) {
        return Ok(if b.and(T::ONE) == T::ZERO { T::ONE } else { a });
    }
    if b == T::ONE {
        return Ok(a);
    }
    if b == T::ONE.wrapping_add(T::ONE) {
        return mul(a, a);
    }
    pow_positive(a, b)
}

#[cold]
#[inline(never)]
fn pow_negative<T: Int>(a: T, b: T) -> Result<T, Raise> {
    Err(if a == T::ZERO {
        fails(Exc::ZeroDivisionError, "operator.pow", a, b)
    } else {
        Raise::escape("integer raised to a negative power")
    })
}

fn pow_positive<T: Int>(a: T, b: T) -> Result<T, Raise> {
    let mut exponent = b.unsigned_abs();
    let mut square = a;
    let mut result = T::ONE;
    loop {
        if exponent & 1 == 1 {
            result = mul(result, square)?;
        }
        exponent >>= 1;
        if exponent == 0 {
            return Ok(result);
        }
        // 0 and ±1 never leave the width, so this loop is short whatever the exponent
        square = mul(square, square)?;
    }
}

/// `pow(a, b, m)`, with the sign of `m`.
pub fn pow_mod(a: i64, b: i64, m: i64) -> Result<i64, Raise> {
    let fails = || Raise::new(Cause::Redo(Exc::ValueError, "builtins.pow", vec![a.value(), b.value(), m.value()]));
    if m == 0 {
        return Err(fails());
    }
    let modulus = m.unsigned_abs();
    let reduced = (i128::from(a)).rem_euclid(i128::from(modulus)) as u64;
    let base = if b < 0 { inverse(reduced, modulus).ok_or_else(fails)? } else { reduced };
    let times = |x: u64, y: u64| (u128::from(x) * u128::from(y) % u128::from(modulus)) as u64;
    let (mut exponent, mut square, mut result) = (b.unsigned_abs(), base, 1 % modulus);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = times(result, square);
        }
        square = times(square, square);
        exponent >>= 1;
    }
    let residue = i128::from(result);
    Ok(if m < 0 && residue != 0 { residue + i128::from(m) } else { residue } as i64)
}

/// Inverse of `a` modulo `m` by the extended Euclidean algorithm; `None` when they share a factor.
fn inverse(a: u64, m: u64) -> Option<u64> {
    let (mut r0, mut r1) = (i128::from(m), i128::from(a));
    let (mut t0, mut t1) = (0i128, 1i128);
    while r1 != 0 {
        let quotient = r0 / r1;
        (r0, r1) = (r1, r0 - quotient * r1);
        (t0, t1) = (t1, t0 - quotient * t1);
    }
    (r0 == 1).then(|| t0.rem_euclid(i128::from(m)) as u64)
}

/// `a << b`.
#[inline(always)]
pub fn shl<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if let Some(count) = b.shift_count() {
        let result = a.wrapping_shl(count);
        if result.wrapping_shr(count) == a {
            return Ok(result);
        }
    }
    shl_rest(a, b)
}

#[cold]
#[inline(never)]
fn shl_rest<T: Int>(a: T, b: T) -> Result<T, Raise> {
    if b.is_negative() {
        Err(fails(Exc::ValueError, "operator.lshift", a, b))
    } else if a == T::ZERO {
        Ok(a)
    } else {
        Err(leaves_width())
    }
}

/// `a >> b`, rounded down.
#[inline(always)]
pub fn shr<T: Int>(a: T, b: T) -> Result<T, Raise> {
    match b.shift_count() {
        Some(count) => Ok(a.wrapping_shr(count)),
        None if b.is_negative() => Err(fails(Exc::ValueError, "operator.rshift", a, b)),
        None => Ok(if a.is_negative() { T::ALL_BITS } else { T::ZERO }),
    }
}

/// `a / b`: the float nearest to the quotient, also where an operand is no float.
#[inline(always)]
pub fn truediv<T: Int>(a: T, b: T) -> Result<f64, Raise> {
    const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
    if b == T::ZERO {
        return Err(fails(Exc::ZeroDivisionError, "operator.truediv", a, b));
    }
    if T::BITS <= f64::MANTISSA_DIGITS || (a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT) {
        return Ok(a.to_f64() / b.to_f64());
    }
    let magnitude = nearest_quotient(a.unsigned_abs(), b.unsigned_abs());
    Ok(if a.is_negative() != b.is_negative() { -magnitude } else { magnitude })
}

/// The float nearest to `a / b`, ties to even. Cold, so that sums of quotients stay in registers around it.
#[cold]
#[inline(never)]
fn nearest_quotient(a: u64, b: u64) -> f64 {
    if a == 0 {
        return 0.0;
    }
    let shift = a.leading_zeros() + u64::BITS;
    let dividend = u128::from(a) << shift;
    let divisor = u128::from(b);
    // at least 64 significant bits, the lowest of them sticky: the conversion rounds the exact quotient
    let quotient = (dividend / divisor) | u128::from(dividend % divisor != 0);
    // a power of two and a normal result: the division is exact
    quotient as f64 / (1u128 << (shift - 1)) as f64 / 2.0
}
