//! Python's `complex`: `C128` with CPython's algorithms and errors. `+ -` are component-wise.

use crate::math::libm;
use crate::num::C128;
use crate::raise::{Cause, Exc, Raise, Value};

#[cold]
#[inline(never)]
fn fails(class: Exc, operation: &'static str, operands: &[C128]) -> Raise {
    let values = operands.iter().map(|z| Value::Complex(z.re, z.im)).collect();
    Raise::new(Cause::Redo(class, operation, values))
}

/// `a * b`.
#[inline(always)]
pub fn mul(a: C128, b: C128) -> C128 {
    C128::new(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
}

/// Smith's division, scaled by the larger part of the divisor; `None` for a zero divisor.
#[inline]
fn quotient(a: C128, b: C128) -> Option<C128> {
    if b.re.abs() >= b.im.abs() {
        if b.re == 0.0 {
            return None;
        }
        let ratio = b.im / b.re;
        let scale = b.re + b.im * ratio;
        Some(C128::new((a.re + a.im * ratio) / scale, (a.im - a.re * ratio) / scale))
    } else if b.im.abs() >= b.re.abs() {
        let ratio = b.re / b.im;
        let scale = b.re * ratio + b.im;
        Some(C128::new((a.re * ratio + a.im) / scale, (a.im * ratio - a.re) / scale))
    } else {
        Some(C128::new(f64::NAN, f64::NAN))
    }
}

/// `a / b`.
#[inline]
pub fn div(a: C128, b: C128) -> Result<C128, Raise> {
    quotient(a, b).ok_or_else(|| fails(Exc::ZeroDivisionError, "operator.truediv", &[a, b]))
}

#[inline(always)]
pub fn neg(a: C128) -> C128 {
    C128::new(-a.re, -a.im)
}

/// `a.conjugate()`.
#[inline(always)]
pub fn conj(a: C128) -> C128 {
    C128::new(a.re, -a.im)
}

/// `abs(a)`.
#[inline]
pub fn abs(a: C128) -> Result<f64, Raise> {
    let result = libm::hypot(a.re, a.im);
    if result.is_infinite() && a.re.is_finite() && a.im.is_finite() {
        return Err(fails(Exc::OverflowError, "builtins.abs", &[a]));
    }
    Ok(result)
}

/// `a ** b`: by repeated multiplication for integers up to 100, else in polar form.
pub fn pow(a: C128, b: C128) -> Result<C128, Raise> {
    let small = b.im == 0.0 && b.re == b.re.floor() && b.re.abs() <= 100.0;
    let result = if small { integer_power(a, b.re as i64) } else { polar_power(a, b) };
    let Some(result) = result else {
        return Err(fails(Exc::ZeroDivisionError, "operator.pow", &[a, b]));
    };
    if result.re.is_infinite() || result.im.is_infinite() {
        return Err(fails(Exc::OverflowError, "operator.pow", &[a, b]));
    }
    Ok(result)
}

/// `None` for a negative power of zero.
fn integer_power(a: C128, n: i64) -> Option<C128> {
    let one = C128::new(1.0, 0.0);
    let (mut exponent, mut square, mut result) = (n.unsigned_abs(), a, one);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = mul(result, square);
        }
        exponent >>= 1;
        square = mul(square, square);
    }
    if n > 0 { Some(result) } else { quotient(one, result) }
}

/// `None` for zero to a negative or complex power, and where the angle overflows.
fn polar_power(a: C128, b: C128) -> Option<C128> {
    if b.re == 0.0 && b.im == 0.0 {
        return Some(C128::new(1.0, 0.0));
    }
    if a.re == 0.0 && a.im == 0.0 {
        let fails = b.im != 0.0 || b.re < 0.0;
        return (!fails).then_some(C128::new(0.0, 0.0));
    }
    let modulus = libm::hypot(a.re, a.im);
    let mut length = libm::pow(modulus, b.re);
    let angle = libm::atan2(a.im, a.re);
    let mut phase = angle * b.re;
    if b.im != 0.0 {
        // CPython divides by the exponential rather than multiply by that of the opposite
        length /= libm::exp(angle * b.im);
        phase += b.im * libm::log(modulus);
    }
    // the C library's cosine reports a domain error here, which CPython takes for a division by zero
    if phase.is_infinite() {
        return None;
    }
    Some(C128::new(length * libm::cos(phase), length * libm::sin(phase)))
}
