//! Square root and logarithms.

use std::f64::consts::{LN_2, LN_10};

use super::LARGE;
use super::errors::{domain, fails};
use crate::math::libm::{atan2, hypot, ldexp, log as real_log, log1p};
use crate::np::complex as c99;
use crate::num::{C128, complex};
use crate::raise::{Exc, Raise};

/// `cmath.sqrt(z)`; scaled so that nothing overflows or loses digits.
pub fn sqrt(z: C128) -> C128 {
    if z.re == f64::NEG_INFINITY && z.im.is_nan() {
        return C128::new(f64::NAN, f64::INFINITY);
    }
    if !z.re.is_finite() || !z.im.is_finite() {
        return c99::sqrt(z);
    }
    if z.re == 0.0 && z.im == 0.0 {
        return C128::new(0.0, z.im);
    }
    let (mut size, height) = (z.re.abs(), z.im.abs());
    let root = if size < f64::MIN_POSITIVE && height < f64::MIN_POSITIVE {
        size = ldexp(size, 53);
        ldexp((size + hypot(size, ldexp(height, 53))).sqrt(), -27)
    } else {
        size /= 8.0;
        2.0 * (size + hypot(size, height / 8.0)).sqrt()
    };
    let other = height / (2.0 * root);
    if z.re >= 0.0 { C128::new(root, other.copysign(z.im)) } else { C128::new(other, root.copysign(z.im)) }
}

/// The logarithm; at 0 minus infinity, which is an error for all but [`log_base`].
fn logarithm(z: C128) -> C128 {
    if !z.re.is_finite() || !z.im.is_finite() {
        return c99::log(z);
    }
    let (width, height) = (z.re.abs(), z.im.abs());
    let real = if width > LARGE || height > LARGE {
        real_log(hypot(width / 2.0, height / 2.0)) + LN_2
    } else if width < f64::MIN_POSITIVE && height < f64::MIN_POSITIVE {
        if width == 0.0 && height == 0.0 {
            return C128::new(f64::NEG_INFINITY, atan2(z.im, z.re));
        }
        real_log(hypot(ldexp(width, 53), ldexp(height, 53))) - 53.0 * LN_2
    } else {
        let modulus = hypot(width, height);
        if (0.71..=1.73).contains(&modulus) {
            // near 1 the modulus has lost what the logarithm needs
            let (more, less) = if width > height { (width, height) } else { (height, width) };
            log1p((more - 1.0) * (more + 1.0) + less * less) / 2.0
        } else {
            real_log(modulus)
        }
    };
    C128::new(real, atan2(z.im, z.re))
}

fn is_zero(z: C128) -> bool {
    z.re == 0.0 && z.im == 0.0
}

/// `cmath.log(z)`.
pub fn log(z: C128) -> Result<C128, Raise> {
    if is_zero(z) { Err(domain("cmath.log", z)) } else { Ok(logarithm(z)) }
}

/// `cmath.log(z, base)`. CPython forgets that `z` is 0 by the time it has the logarithm of the base.
pub fn log_base(z: C128, base: C128) -> Result<C128, Raise> {
    let fails = || fails(Exc::ValueError, "cmath.log", &[z, base]);
    if is_zero(base) {
        return Err(fails());
    }
    complex::div(logarithm(z), logarithm(base)).map_err(|_| fails())
}

/// `cmath.log10(z)`.
pub fn log10(z: C128) -> Result<C128, Raise> {
    if is_zero(z) {
        return Err(domain("cmath.log10", z));
    }
    let natural = logarithm(z);
    Ok(C128::new(natural.re / LN_10, natural.im / LN_10))
}
