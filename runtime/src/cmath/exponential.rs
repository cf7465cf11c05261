//! Exponential, hyperbolic and circular functions. The circular ones are the hyperbolic ones of `iz`.

use std::f64::consts::E;

use super::LOG_LARGE;
use super::errors::{domain, in_range};
use crate::math::libm;
use crate::np::complex as c99;
use crate::num::C128;
use crate::raise::Raise;

fn is_finite(z: C128) -> bool {
    z.re.is_finite() && z.im.is_finite()
}

/// An infinite real part and a finite imaginary one that is not 0: the result only has signs.
fn is_ray(z: C128) -> bool {
    z.re.is_infinite() && z.im.is_finite() && z.im != 0.0
}

/// `cmath.exp(z)`.
pub fn exp(z: C128) -> Result<C128, Raise> {
    const NAME: &str = "cmath.exp";
    if is_ray(z) {
        let size = if z.re > 0.0 { f64::INFINITY } else { 0.0f64 };
        return Ok(C128::new(size.copysign(libm::cos(z.im)), size.copysign(libm::sin(z.im))));
    }
    if !is_finite(z) {
        let outside = z.im.is_infinite() && (z.re.is_finite() || z.re == f64::INFINITY);
        if outside {
            return Err(domain(NAME, z));
        }
        let vanishes = z.re == f64::NEG_INFINITY && !z.im.is_finite();
        return Ok(if vanishes { C128::new(0.0, 0.0) } else { c99::exp(z) });
    }
    let result = if z.re > LOG_LARGE {
        let length = libm::exp(z.re - 1.0);
        C128::new(length * libm::cos(z.im) * E, length * libm::sin(z.im) * E)
    } else {
        let length = libm::exp(z.re);
        C128::new(length * libm::cos(z.im), length * libm::sin(z.im))
    };
    in_range(NAME, z, result)
}

/// `cosh` and `sinh`, in the name of `NAME` of `argument`.
fn hyperbolic(name: &'static str, argument: C128, z: C128, sine: bool) -> Result<C128, Raise> {
    let (cosine, sine_of) = (libm::cos, libm::sin);
    if is_ray(z) {
        let (re, im) = (f64::INFINITY.copysign(cosine(z.im)), f64::INFINITY.copysign(sine_of(z.im)));
        return Ok(match (z.re > 0.0, sine) {
            (true, _) => C128::new(re, im),
            (false, false) => C128::new(re, -im),
            (false, true) => C128::new(-re, im),
        });
    }
    if !is_finite(z) {
        if z.im.is_infinite() && !z.re.is_nan() {
            return Err(domain(name, argument));
        }
        // where C leaves the sign of a zero open
        return Ok(match (sine, z) {
            (false, C128 { re, im: 0.0 }) if re.is_nan() => C128::new(re, 0.0),
            (true, C128 { re: 0.0, im }) => C128::new(0.0, im),
            (false, _) => c99::cosh(z),
            (true, _) => c99::sinh(z),
        });
    }
    let large = z.re.abs() > LOG_LARGE;
    let real = if large { z.re - 1.0f64.copysign(z.re) } else { z.re };
    let (even, odd) = (libm::cosh(real), libm::sinh(real));
    let (with_cosine, with_sine) = if sine { (odd, even) } else { (even, odd) };
    let mut result = C128::new(cosine(z.im) * with_cosine, sine_of(z.im) * with_sine);
    if large {
        result = C128::new(result.re * E, result.im * E);
    }
    if result.re.is_infinite() || result.im.is_infinite() {
        return in_range(name, argument, result);
    }
    Ok(result)
}

fn tangent(name: &'static str, argument: C128, z: C128) -> Result<C128, Raise> {
    if is_ray(z) {
        let sign = 2.0 * libm::sin(z.im) * libm::cos(z.im);
        return Ok(C128::new(1.0f64.copysign(z.re), 0.0f64.copysign(sign)));
    }
    if !is_finite(z) {
        if z.im.is_infinite() && z.re.is_finite() {
            return Err(domain(name, argument));
        }
        // where C leaves the sign of a zero open, or has changed its mind
        return Ok(if z.re.is_infinite() && !z.im.is_finite() {
            C128::new(1.0f64.copysign(z.re), 0.0)
        } else if z.im.is_nan() {
            C128::new(f64::NAN, f64::NAN)
        } else {
            c99::tanh(z)
        });
    }
    if z.re.abs() > LOG_LARGE {
        let im = 4.0 * libm::sin(z.im) * libm::cos(z.im) * libm::exp(-2.0 * z.re.abs());
        return Ok(C128::new(1.0f64.copysign(z.re), im));
    }
    let (tx, ty, cx) = (libm::tanh(z.re), libm::tan(z.im), 1.0 / libm::cosh(z.re));
    let product = tx * ty;
    let scale = 1.0 + product * product;
    Ok(C128::new(tx * (1.0 + ty * ty) / scale, ((ty / scale) * cx) * cx))
}

fn times_i(z: C128) -> C128 {
    C128::new(-z.im, z.re)
}

fn over_i(z: C128) -> C128 {
    C128::new(z.im, -z.re)
}

/// `cmath.cosh(z)`.
pub fn cosh(z: C128) -> Result<C128, Raise> {
    hyperbolic("cmath.cosh", z, z, false)
}

/// `cmath.sinh(z)`.
pub fn sinh(z: C128) -> Result<C128, Raise> {
    hyperbolic("cmath.sinh", z, z, true)
}

/// `cmath.tanh(z)`.
pub fn tanh(z: C128) -> Result<C128, Raise> {
    tangent("cmath.tanh", z, z)
}

/// `cmath.cos(z)`.
pub fn cos(z: C128) -> Result<C128, Raise> {
    hyperbolic("cmath.cos", z, times_i(z), false)
}

/// `cmath.sin(z)`.
pub fn sin(z: C128) -> Result<C128, Raise> {
    hyperbolic("cmath.sin", z, times_i(z), true).map(over_i)
}

/// `cmath.tan(z)`.
pub fn tan(z: C128) -> Result<C128, Raise> {
    tangent("cmath.tan", z, times_i(z)).map(over_i)
}
