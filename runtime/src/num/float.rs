//! Python's `float`: `f64` with Python's errors. `+ - *` are the primitive operations.

use crate::math::libm;
use crate::raise::{Cause, Exc, Raise, Value};

#[cold]
#[inline(never)]
pub(crate) fn fails(class: Exc, operation: &'static str, a: f64, b: f64) -> Raise {
    Raise::new(Cause::Redo(class, operation, vec![Value::Float(a), Value::Float(b)]))
}

/// `a / b`.
#[inline(always)]
pub fn div(a: f64, b: f64) -> Result<f64, Raise> {
    if b == 0.0 { Err(fails(Exc::ZeroDivisionError, "operator.truediv", a, b)) } else { Ok(a / b) }
}

/// Remainder with the sign of `b`, and whether it went past zero; `b` is not 0.
#[inline(always)]
fn signed_remainder(a: f64, b: f64) -> (f64, bool) {
    let remainder = libm::fmod(a, b);
    if remainder == 0.0 {
        (0.0f64.copysign(b), false)
    } else if (b < 0.0) != (remainder < 0.0) {
        (remainder + b, true)
    } else {
        (remainder, false)
    }
}

/// Quotient rounded down, and remainder; `b` is not 0.
#[inline]
fn quotient_remainder(a: f64, b: f64) -> (f64, f64) {
    let truncated = libm::fmod(a, b);
    let (remainder, past) = signed_remainder(a, b);
    // very nearly an integer, so the floor needs at most one step
    let quotient = (a - truncated) / b - f64::from(past);
    let floor = quotient.floor();
    let rounded = if quotient == 0.0 {
        0.0f64.copysign(a / b)
    } else if quotient - floor > 0.5 {
        floor + 1.0
    } else {
        floor
    };
    (rounded, remainder)
}

/// `a // b`.
#[inline(always)]
pub fn floordiv(a: f64, b: f64) -> Result<f64, Raise> {
    if b == 0.0 {
        return Err(fails(Exc::ZeroDivisionError, "operator.floordiv", a, b));
    }
    Ok(quotient_remainder(a, b).0)
}

/// `a % b`, with the sign of `b`.
#[inline(always)]
pub fn rem(a: f64, b: f64) -> Result<f64, Raise> {
    if b == 0.0 {
        return Err(fails(Exc::ZeroDivisionError, "operator.mod", a, b));
    }
    Ok(signed_remainder(a, b).0)
}

/// `divmod(a, b)`.
#[inline]
pub fn divmod(a: f64, b: f64) -> Result<(f64, f64), Raise> {
    if b == 0.0 {
        return Err(fails(Exc::ZeroDivisionError, "builtins.divmod", a, b));
    }
    Ok(quotient_remainder(a, b))
}

/// `abs(a)`.
#[inline(always)]
pub fn abs(a: f64) -> f64 {
    a.abs()
}

#[inline(always)]
pub(crate) fn is_odd_integer(x: f64) -> bool {
    x.abs() % 2.0 == 1.0
}

/// `a ** b`. A negative base with a fractional exponent is complex in Python: an escape.
#[inline]
pub fn pow(a: f64, b: f64) -> Result<f64, Raise> {
    if b == 2.0 {
        if let Some(square) = square(a) {
            return Ok(square);
        }
    } else if b == 0.5 {
        if let Some(root) = square_root(a) {
            return Ok(root);
        }
    }
    general_pow(a, b)
}

#[inline(never)]
fn general_pow(a: f64, b: f64) -> Result<f64, Raise> {
    if b == 0.0 || a == 1.0 {
        return Ok(1.0);
    }
    if a.is_nan() || b.is_nan() {
        return Ok(if a.is_nan() { a } else { b });
    }
    if b.is_infinite() {
        let grows = a.abs() > 1.0;
        return Ok(if a == -1.0 {
            1.0
        } else if (b > 0.0) == grows {
            f64::INFINITY
        } else {
            0.0
        });
    }
    if a == 0.0 && b < 0.0 {
        return Err(fails(Exc::ZeroDivisionError, "operator.pow", a, b));
    }
    if a < 0.0 && a.is_finite() && b != b.floor() {
        return Err(Raise::escape("negative number raised to a fractional power"));
    }
    let result = libm::pow(a.abs(), b);
    if result.is_infinite() && a.is_finite() {
        return Err(fails(Exc::OverflowError, "operator.pow", a, b));
    }
    Ok(if a.is_sign_negative() && is_odd_integer(b) { -result } else { result })
}

/// `a * a` where the C library's `pow(a, 2.0)` is known to give the same.
///
/// `pow` errs by up to 0.54 ulp and so differs from the product in one case of a thousand, always where the exact
/// product is close to the middle between two floats. Elsewhere the multiplication is several times faster.
#[inline(always)]
fn square(a: f64) -> Option<f64> {
    let product = a * a;
    let bits = a.to_bits();
    let mantissa = (bits & ((1 << 52) - 1)) | 1 << 52;
    let exact = u128::from(mantissa) * u128::from(mantissa);
    // the bits below the last place of the result, aligned to the top of a word: a fraction of an ulp
    let spare = 52 + (exact >> 105) as u32;
    let fraction = (exact << (128 - spare) >> 64) as u64;
    let from_middle = (fraction.wrapping_sub(1 << 63) as i64).unsigned_abs();
    let clear = from_middle > 1 << 60;
    (clear && (1e-150..1e150).contains(&a.abs())).then_some(product)
}

/// `sqrt(a)` where `pow(a, 0.5)` is known to give the same; see [`square`].
#[inline(always)]
fn square_root(a: f64) -> Option<f64> {
    if !(1e-150..1e150).contains(&a) {
        return None;
    }
    let root = a.sqrt();
    // the exact residual by splitting the root in halves (Dekker)
    let high = f64::from_bits(root.to_bits() & !((1 << 27) - 1));
    let low = root - high;
    let residual = ((a - high * high) - 2.0 * high * low) - low * low;
    let ulp = f64::from_bits(root.to_bits() + 1) - root;
    // the error is residual / (2 root)
    (residual.abs() < 0.875 * root * ulp).then_some(root)
}
