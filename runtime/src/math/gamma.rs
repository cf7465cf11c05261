//! `math.gamma` and `math.lgamma` by the Lanczos approximation with g = 6.024680040776729583740234375 and 13 terms
//! (coefficients of Boost.Math's `lanczos13m53`), in the order of operations CPython uses.

use std::f64::consts::PI;

use super::errors::{domain1, range1};
use super::libm::{cos, exp, fmod, log, pow, sin};
use crate::raise::Raise;

const G: f64 = 6.024_680_040_776_73;
const G_MINUS_HALF: f64 = G - 0.5;
const LOG_PI: f64 = 1.144729885849400174143427351353058711647;
/// Beyond this the gamma function overflows, and on the negative side underflows.
const LIMIT: f64 = 200.0;
/// From here the power in Stirling's form is taken in two halves.
const HALVED: f64 = 140.0;
const TINY: f64 = 1e-20;

/// Numerator and denominator of the rational approximation, by ascending powers.
#[allow(clippy::excessive_precision)]
const TERMS: [(f64, f64); 13] = [
    (23531376880.410759688572007674451636754734846804940, 0.0),
    (42919803642.649098768957899047001988850926355848959, 39916800.0),
    (35711959237.355668049440185451547166705960488635843, 120543840.0),
    (17921034426.037209699919755754458931112671403265390, 150917976.0),
    (6039542586.3520280050642916443072979210699388420708, 105258076.0),
    (1439720407.3117216736632230727949123939715485786372, 45995730.0),
    (248874557.86205415651146038641322942321632125127801, 13339535.0),
    (31426415.585400194380614231628318205362874684987640, 2637558.0),
    (2876370.6289353724412254090516208496135991145378768, 357423.0),
    (186056.26539522349504029498971604569928220784236328, 32670.0),
    (8071.6720023658162106380029022722506138218516325024, 1925.0),
    (210.82427775157934587250973392071336271166969580291, 66.0),
    (2.5066282746310002701649081771338373386264310793408, 1.0),
];

/// The rational approximation, evaluated in the variable or its inverse so that it never overflows.
fn lanczos_sum(x: f64) -> f64 {
    let (numerator, denominator) = if x < 5.0 {
        TERMS.iter().rev().fold((0.0, 0.0), |(n, d), (a, b)| (n * x + a, d * x + b))
    } else {
        TERMS.iter().fold((0.0, 0.0), |(n, d), (a, b)| (n / x + a, d / x + b))
    };
    numerator / denominator
}

/// `sin(pi * x)` by octants, so that it is accurate near every integer.
fn sin_pi(x: f64) -> f64 {
    let y = fmod(x.abs(), 2.0);
    let value = match (2.0 * y).round() as i64 {
        0 => sin(PI * y),
        1 => cos(PI * (y - 0.5)),
        2 => sin(PI * (1.0 - y)),
        3 => -cos(PI * (y - 1.5)),
        _ => sin(PI * (y - 2.0)),
    };
    1.0f64.copysign(x) * value
}

/// (n - 1)! as a float, exact for n <= 23.
fn integral_gamma(n: u64) -> f64 {
    (1..n).map(|k| k as f64).product()
}

/// `math.gamma(x)`.
pub fn gamma(x: f64) -> Result<f64, Raise> {
    let fails = || domain1("math.gamma", x);
    if !x.is_finite() {
        return if x == f64::NEG_INFINITY { Err(fails()) } else { Ok(x) };
    }
    if x == 0.0 || (x < 0.0 && x == x.floor()) {
        return Err(fails());
    }
    if x == x.floor() && x <= 23.0 {
        return Ok(integral_gamma(x as u64));
    }
    let result = if x.abs() < TINY {
        1.0 / x
    } else if x.abs() <= LIMIT {
        finite_gamma(x)
    } else if x < 0.0 {
        return Ok(0.0 / sin_pi(x));
    } else {
        f64::INFINITY
    };
    if result.is_infinite() { Err(range1("math.gamma", x)) } else { Ok(result) }
}

fn finite_gamma(x: f64) -> f64 {
    let size = x.abs();
    let y = size + G_MINUS_HALF;
    // the rounding error of y
    let error = if size > G_MINUS_HALF { (y - size) - G_MINUS_HALF } else { (y - G_MINUS_HALF) - size };
    let z = error * G / y;
    if x < 0.0 {
        let mut result = -PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        result -= z * result;
        if size < HALVED {
            return result / pow(y, size - 0.5);
        }
        let half = pow(y, size / 2.0 - 0.25);
        result / half / half
    } else {
        let mut result = lanczos_sum(size) / exp(y);
        result += z * result;
        if size < HALVED {
            return result * pow(y, size - 0.5);
        }
        let half = pow(y, size / 2.0 - 0.25);
        result * half * half
    }
}

/// `math.lgamma(x)`: logarithm of the absolute value of gamma.
pub fn lgamma(x: f64) -> Result<f64, Raise> {
    if !x.is_finite() {
        return Ok(x.abs());
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { Err(domain1("math.lgamma", x)) } else { Ok(0.0) };
    }
    let size = x.abs();
    if size < TINY {
        return Ok(-log(size));
    }
    let mut result = log(lanczos_sum(size)) - G;
    result += (size - 0.5) * (log(size + G - 0.5) - 1.0);
    if x < 0.0 {
        result = LOG_PI - log(sin_pi(size).abs()) - log(size) - result;
    }
    if result.is_infinite() { Err(range1("math.lgamma", x)) } else { Ok(result) }
}
