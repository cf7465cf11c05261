//! Parts of a float: rounding to integers, mantissa and exponent, spacing.

use super::libm;
use crate::num::conv::integral;
use crate::raise::Raise;

/// `math.floor(x)`; an escape outside 64 bits.
#[inline(always)]
pub fn floor(x: f64) -> Result<i64, Raise> {
    integral(x.floor(), "math.floor")
}

/// `math.ceil(x)`; an escape outside 64 bits.
#[inline(always)]
pub fn ceil(x: f64) -> Result<i64, Raise> {
    integral(x.ceil(), "math.ceil")
}

/// `math.trunc(x)`; an escape outside 64 bits.
#[inline(always)]
pub fn trunc(x: f64) -> Result<i64, Raise> {
    integral(x, "math.trunc")
}

/// `math.floor`, `ceil` and `trunc` of an integer.
#[inline(always)]
pub fn whole(x: i64) -> i64 {
    x
}

/// `math.frexp(x)`: mantissa in [0.5, 1) and exponent.
#[inline]
pub fn frexp(x: f64) -> (f64, i64) {
    libm::frexp(x)
}

/// `math.modf(x)`: fraction and integer part, both with the sign of `x`.
#[inline]
pub fn modf(x: f64) -> (f64, f64) {
    let integer = x.trunc();
    let fraction = if x.is_infinite() { 0.0 } else { x - integer };
    (if x.is_nan() { x } else { fraction.copysign(x) }, integer)
}

/// `math.ulp(x)`: the value of the last place.
#[inline]
pub fn ulp(x: f64) -> f64 {
    if !x.is_finite() {
        return x.abs();
    }
    let x = x.abs();
    let next = libm::nextafter(x, f64::INFINITY);
    if next.is_infinite() { x - libm::nextafter(x, 0.0) } else { next - x }
}
