//! Functions of two real numbers.

use super::errors::fails2;
use super::libm;
use crate::raise::{Cause, Exc, Raise, Value};

/// `math.atan2(y, x)`.
#[inline]
pub fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

/// `math.copysign(x, y)`.
#[inline(always)]
pub fn copysign(x: f64, y: f64) -> f64 {
    x.copysign(y)
}

/// `math.pow(x, y)`.
#[inline]
pub fn pow(x: f64, y: f64) -> Result<f64, Raise> {
    let result = libm::pow(x, y);
    if !result.is_finite() && x.is_finite() && y.is_finite() {
        let class = if result.is_nan() || x == 0.0 { Exc::ValueError } else { Exc::OverflowError };
        return Err(fails2(class, "math.pow", x, y));
    }
    Ok(result)
}

/// `math.fmod(x, y)`: exact, with the sign of `x`.
#[inline]
pub fn fmod(x: f64, y: f64) -> Result<f64, Raise> {
    number(libm::fmod(x, y), "math.fmod", x, y)
}

/// `math.remainder(x, y)`: exact, against the nearest multiple of `y`.
#[inline]
pub fn remainder(x: f64, y: f64) -> Result<f64, Raise> {
    number(libm::remainder(x, y), "math.remainder", x, y)
}

/// A nan made from numbers is a domain error.
#[inline(always)]
fn number(result: f64, name: &'static str, x: f64, y: f64) -> Result<f64, Raise> {
    if result.is_nan() && !x.is_nan() && !y.is_nan() { Err(fails2(Exc::ValueError, name, x, y)) } else { Ok(result) }
}

/// `math.nextafter(x, y)`.
#[inline]
pub fn nextafter(x: f64, y: f64) -> f64 {
    libm::nextafter(x, y)
}

/// `math.isclose(a, b)`.
#[inline]
pub fn isclose_default(a: f64, b: f64) -> bool {
    close(a, b, 1e-9, 0.0)
}

/// `math.isclose(a, b, rel_tol=..., abs_tol=...)`.
#[inline]
pub fn isclose(a: f64, b: f64, rel_tol: f64, abs_tol: f64) -> Result<bool, Raise> {
    if rel_tol < 0.0 || abs_tol < 0.0 {
        return Err(Raise::plain(Exc::ValueError, "tolerances must be non-negative"));
    }
    Ok(close(a, b, rel_tol, abs_tol))
}

#[inline]
fn close(a: f64, b: f64, rel_tol: f64, abs_tol: f64) -> bool {
    if a == b {
        return true;
    }
    if a.is_infinite() || b.is_infinite() {
        return false;
    }
    let difference = (b - a).abs();
    difference <= (rel_tol * b).abs() || difference <= (rel_tol * a).abs() || difference <= abs_tol
}

/// `math.ldexp(x, exponent)`.
#[inline]
pub fn ldexp(x: f64, exponent: i64) -> Result<f64, Raise> {
    if x == 0.0 || !x.is_finite() {
        return Ok(x);
    }
    let result = libm::ldexp(x, exponent);
    if result.is_infinite() {
        let operands = vec![Value::Float(x), Value::Int(exponent)];
        return Err(Raise::new(Cause::Redo(Exc::OverflowError, "math.ldexp", operands)));
    }
    Ok(result)
}
