//! Inverse hyperbolic and circular functions, by square roots of `1 ± z` (Kahan) so that branch cuts keep their signs.

use std::f64::consts::{FRAC_PI_2, LN_2};

use super::LARGE;
use super::errors::domain;
use super::roots::sqrt;
use crate::math::libm::{asinh as real_asinh, atan2, hypot, log, log1p};
use crate::np::complex as c99;
use crate::num::C128;
use crate::raise::Raise;

fn is_finite(z: C128) -> bool {
    z.re.is_finite() && z.im.is_finite()
}

fn is_large(z: C128) -> bool {
    z.re.abs() > LARGE || z.im.abs() > LARGE
}

/// `log(2 * abs(z))` for a large number.
fn log_twice(z: C128) -> f64 {
    log(hypot(z.re / 2.0, z.im / 2.0)) + LN_2 * 2.0
}

/// `cmath.acos(z)`.
pub fn acos(z: C128) -> C128 {
    if z.re.is_infinite() && z.im.is_nan() {
        return C128::new(f64::NAN, f64::INFINITY);
    }
    if !is_finite(z) {
        return c99::arccos(z);
    }
    if is_large(z) {
        let size = log_twice(z);
        let im = if z.re < 0.0 { -size.copysign(z.im) } else { size.copysign(-z.im) };
        return C128::new(atan2(z.im.abs(), z.re), im);
    }
    let (minus, plus) = (sqrt(C128::new(1.0 - z.re, -z.im)), sqrt(C128::new(1.0 + z.re, z.im)));
    C128::new(2.0 * atan2(minus.re, plus.re), real_asinh(plus.re * minus.im - plus.im * minus.re))
}

/// `cmath.acosh(z)`.
pub fn acosh(z: C128) -> C128 {
    if z.im.is_nan() && z.re == 0.0 {
        return C128::new(f64::NAN, f64::NAN);
    }
    if !is_finite(z) {
        return c99::arccosh(z);
    }
    if is_large(z) {
        return C128::new(log_twice(z), atan2(z.im, z.re));
    }
    let (minus, plus) = (sqrt(C128::new(z.re - 1.0, z.im)), sqrt(C128::new(z.re + 1.0, z.im)));
    C128::new(real_asinh(minus.re * plus.re + minus.im * plus.im), 2.0 * atan2(minus.im, plus.re))
}

/// `cmath.asinh(z)`.
pub fn asinh(z: C128) -> C128 {
    if z.re.is_nan() && z.im.is_infinite() {
        return C128::new(f64::INFINITY, f64::NAN);
    }
    if !is_finite(z) {
        return c99::arcsinh(z);
    }
    if is_large(z) {
        let size = log_twice(z);
        let re = if z.im >= 0.0 { size.copysign(z.re) } else { -size.copysign(-z.re) };
        return C128::new(re, atan2(z.im, z.re.abs()));
    }
    let (plus, minus) = (sqrt(C128::new(1.0 + z.im, -z.re)), sqrt(C128::new(1.0 - z.im, z.re)));
    let re = real_asinh(plus.re * minus.im - minus.re * plus.im);
    C128::new(re, atan2(z.im, plus.re * minus.re - plus.im * minus.im))
}

/// `cmath.asin(z)`: `-i asinh(iz)`.
pub fn asin(z: C128) -> C128 {
    let turned = asinh(C128::new(-z.im, z.re));
    C128::new(turned.im, -turned.re)
}

/// The inverse hyperbolic tangent; `None` at ±1.
fn area_tangent(z: C128) -> Option<C128> {
    if z.re.is_nan() && z.im.is_infinite() {
        return Some(C128::new(0.0, FRAC_PI_2.copysign(z.im)));
    }
    if !is_finite(z) {
        return Some(c99::arctanh(z));
    }
    if z.re.is_sign_negative() {
        return area_tangent(C128::new(-z.re, -z.im)).map(|w| C128::new(-w.re, -w.im));
    }
    let height = z.im.abs();
    let limit = LARGE.sqrt();
    if z.re > limit || height > limit {
        let half = hypot(z.re / 2.0, z.im / 2.0);
        return Some(C128::new(z.re / 4.0 / half / half, -FRAC_PI_2.copysign(-z.im)));
    }
    if z.re == 1.0 && height < f64::MIN_POSITIVE.sqrt() {
        if height == 0.0 {
            return None;
        }
        let re = -log(height.sqrt() / hypot(height, 2.0).sqrt());
        return Some(C128::new(re, (atan2(2.0, -height) / 2.0).copysign(z.im)));
    }
    let beside = 1.0 - z.re;
    let re = log1p(4.0 * z.re / (beside * beside + height * height)) / 4.0;
    let im = -atan2(-2.0 * z.im, beside * (1.0 + z.re) - height * height) / 2.0;
    Some(C128::new(re, im))
}

/// `cmath.atanh(z)`.
pub fn atanh(z: C128) -> Result<C128, Raise> {
    area_tangent(z).ok_or_else(|| domain("cmath.atanh", z))
}

/// `cmath.atan(z)`: `-i atanh(iz)`.
pub fn atan(z: C128) -> Result<C128, Raise> {
    let turned = area_tangent(C128::new(-z.im, z.re)).ok_or_else(|| domain("cmath.atan", z))?;
    Ok(C128::new(turned.im, -turned.re))
}
