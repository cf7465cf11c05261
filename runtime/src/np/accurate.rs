//! Functions that the C library gives to two units in the last place, here to little more than half a unit.

use super::double::{self, Double, LN_2, LOG10_E};

/// Coefficients of odd powers, from the third, in the series of sinh.
const SINH: [f64; 7] =
    [1.0 / 6.0, 1.0 / 120.0, 1.0 / 5040.0, 1.0 / 362880.0, 1.0 / 39916800.0, 1.0 / 6227020800.0, 1.0 / 1307674368000.0];
/// As above, of tanh.
const TANH: [f64; 12] = [
    -0.3333333333333333,
    0.13333333333333333,
    -0.05396825396825397,
    0.021869488536155203,
    -0.008863235529902197,
    0.003592128036572481,
    -0.0014558343870513183,
    0.000590027440945586,
    -0.00023912911424355248,
    9.691537956929451e-05,
    -3.927832388331683e-05,
    1.5918905069328964e-05,
];
/// As above, of arcsinh.
const ASINH: [f64; 12] = [
    -0.16666666666666666,
    0.075,
    -0.044642857142857144,
    0.030381944444444444,
    -0.022372159090909092,
    0.017352764423076924,
    -0.01396484375,
    0.011551800896139705,
    -0.009761609529194078,
    0.008390335809616815,
    -0.0073125258735988454,
    0.006447210311889649,
];
/// As above, of arctanh.
const ATANH: [f64; 9] =
    [1.0 / 3.0, 1.0 / 5.0, 1.0 / 7.0, 1.0 / 9.0, 1.0 / 11.0, 1.0 / 13.0, 1.0 / 15.0, 1.0 / 17.0, 1.0 / 19.0];

/// `x` plus a series in odd powers of `x`, for small `x`: the sum is rounded once, the rest is far below it.
#[inline]
fn odd_series(x: f64, coefficients: &[f64]) -> f64 {
    if x.abs() < 1e-9 {
        return x;
    }
    let z = x * x;
    let sum = coefficients.iter().rev().fold(0.0, |sum, c| sum * z + c);
    x + x * (z * sum)
}

/// Hyperbolic sine.
pub(crate) fn sinh(x: f64) -> f64 {
    let size = x.abs();
    if size < 0.3 {
        return odd_series(x, &SINH);
    }
    if x.is_nan() {
        return x;
    }
    if size >= 711.0 {
        return f64::INFINITY.copysign(x);
    }
    let grows = double::exp(Double::from(size), -1);
    let result = if size > 40.0 { grows } else { grows.add(double::exp(Double::from(-size), -1).neg()) };
    result.value().copysign(x)
}

/// Hyperbolic cosine.
pub(crate) fn cosh(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() {
        return x;
    }
    if size >= 711.0 {
        return f64::INFINITY;
    }
    let grows = double::exp(Double::from(size), -1);
    if size > 40.0 { grows.value() } else { grows.add(double::exp(Double::from(-size), -1)).value() }
}

/// Hyperbolic tangent.
pub(crate) fn tanh(x: f64) -> f64 {
    let size = x.abs();
    if size < 0.2 {
        return odd_series(x, &TANH);
    }
    if x.is_nan() {
        return x;
    }
    if size >= 20.0 {
        return 1.0f64.copysign(x);
    }
    let square = double::exp(Double::from(2.0 * size), 0);
    square.add(Double::ONE.neg()).div(square.add(Double::ONE)).value().copysign(x)
}

/// Inverse hyperbolic sine.
pub(crate) fn asinh(x: f64) -> f64 {
    let size = x.abs();
    if size < 0.2 {
        return odd_series(x, &ASINH);
    }
    if !size.is_finite() {
        return x;
    }
    let result = if size > 1e10 {
        double::log(Double::from(size)).add(LN_2)
    } else {
        let root = double::product(size, size).add(Double::ONE).sqrt();
        double::log(root.add(Double::from(size)))
    };
    result.value().copysign(x)
}

/// Inverse hyperbolic cosine; nan below 1.
pub(crate) fn acosh(x: f64) -> f64 {
    if x < 1.0 {
        return f64::NAN;
    }
    if !x.is_finite() {
        return x;
    }
    if x == 1.0 {
        return 0.0;
    }
    if x > 1e10 {
        return double::log(Double::from(x)).add(LN_2).value();
    }
    // x + sqrt(x^2 - 1) = 1 + t + sqrt(t (t + 2))
    let t = double::sum(x, -1.0);
    let above = t.add(t.mul(t.add(Double::from(2.0))).sqrt());
    if above.high < 0.0625 { double::log1p_small(above).value() } else { double::log(Double::ONE.add(above)).value() }
}

/// Inverse hyperbolic tangent; infinite at ±1, nan beyond.
pub(crate) fn atanh(x: f64) -> f64 {
    let size = x.abs();
    if size < 0.1 {
        return odd_series(x, &ATANH);
    }
    if size == 1.0 {
        return f64::INFINITY.copysign(x);
    }
    if x.is_nan() || size > 1.0 {
        return f64::NAN;
    }
    let ratio = double::sum(1.0, size).div(double::sum(1.0, -size));
    double::log(ratio).scale(0.5).value().copysign(x)
}

/// Decimal logarithm; -inf at 0, nan below.
pub(crate) fn log10(x: f64) -> f64 {
    if x == 0.0 {
        return f64::NEG_INFINITY;
    }
    if x.is_nan() || x < 0.0 {
        return f64::NAN;
    }
    if x.is_infinite() {
        return x;
    }
    // subnormal numbers are scaled by 2^54
    let (scaled, shift) = if x < f64::MIN_POSITIVE { (x * 18014398509481984.0, -54.0) } else { (x, 0.0) };
    let shifted = double::product(shift, LN_2.high);
    double::log(Double::from(scaled)).add(shifted).mul(LOG10_E).value()
}
