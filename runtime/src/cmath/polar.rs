//! Polar form, predicates and closeness.

use super::errors::fails;
use crate::math::libm::{atan2, cos, hypot, sin};
use crate::num::{C128, complex};
use crate::raise::{Cause, Exc, Raise, Value};

/// `cmath.phase(z)`. An angle too small for a float is an error in CPython, since the C library reports it.
pub fn phase(z: C128) -> Result<f64, Raise> {
    let angle = atan2(z.im, z.re);
    if angle == 0.0 && z.im != 0.0 && z.re.is_finite() {
        return Err(fails(Exc::OverflowError, "cmath.phase", &[z]));
    }
    Ok(angle)
}

/// `cmath.polar(z)`: modulus and phase.
pub fn polar(z: C128) -> Result<(f64, f64), Raise> {
    let modulus = complex::abs(z).map_err(|_| fails(Exc::OverflowError, "cmath.polar", &[z]))?;
    Ok((modulus, atan2(z.im, z.re)))
}

/// `cmath.rect(modulus, phase)`.
pub fn rect(modulus: f64, phase: f64) -> Result<C128, Raise> {
    if phase.is_infinite() && modulus != 0.0 && !modulus.is_nan() {
        let operands = vec![Value::Float(modulus), Value::Float(phase)];
        return Err(Raise::new(Cause::Redo(Exc::ValueError, "cmath.rect", operands)));
    }
    if phase == 0.0 {
        // the product of an infinite or unknown modulus with 0 is 0 here
        let im = if modulus.is_nan() { 0.0 } else { phase.copysign(modulus * phase.signum()) };
        return Ok(C128::new(modulus, im));
    }
    if modulus.is_infinite() && phase.is_finite() {
        let sign = 1.0f64.copysign(modulus);
        let infinite = |part: f64| sign * f64::INFINITY.copysign(part);
        return Ok(C128::new(infinite(cos(phase)), infinite(sin(phase))));
    }
    if !phase.is_finite() {
        let known = modulus == 0.0;
        let re = if known { 0.0 } else { modulus.abs() + if modulus.is_infinite() { 0.0 } else { f64::NAN } };
        return Ok(C128::new(re, if known { 0.0 } else { f64::NAN }));
    }
    Ok(C128::new(modulus * cos(phase), modulus * sin(phase)))
}

/// `cmath.isnan(z)`.
pub fn isnan(z: C128) -> bool {
    z.re.is_nan() || z.im.is_nan()
}

/// `cmath.isinf(z)`.
pub fn isinf(z: C128) -> bool {
    z.re.is_infinite() || z.im.is_infinite()
}

/// `cmath.isfinite(z)`.
pub fn isfinite(z: C128) -> bool {
    z.re.is_finite() && z.im.is_finite()
}

/// `cmath.isclose(a, b)`.
pub fn isclose_default(a: C128, b: C128) -> bool {
    close(a, b, 1e-9, 0.0)
}

/// `cmath.isclose(a, b, rel_tol=..., abs_tol=...)`.
pub fn isclose(a: C128, b: C128, rel_tol: f64, abs_tol: f64) -> Result<bool, Raise> {
    if rel_tol < 0.0 || abs_tol < 0.0 {
        return Err(Raise::plain(Exc::ValueError, "tolerances must be non-negative"));
    }
    Ok(close(a, b, rel_tol, abs_tol))
}

fn close(a: C128, b: C128, rel_tol: f64, abs_tol: f64) -> bool {
    if a == b {
        return true;
    }
    if isinf(a) || isinf(b) {
        return false;
    }
    let size = |z: C128| hypot(z.re, z.im);
    let difference = size(a - b);
    difference <= rel_tol * size(b) || difference <= rel_tol * size(a) || difference <= abs_tol
}
