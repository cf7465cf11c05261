//! Functions of one real number. A nan from a number is a domain error; an infinity from a finite one is a range
//! error where the function grows without bound, else a domain error.

use super::errors::{domain1, fails2, range1};
use super::libm;
use crate::raise::{Exc, Raise};

#[inline(always)]
fn check(name: &'static str, x: f64, result: f64, grows: bool) -> Result<f64, Raise> {
    if result.is_finite() { Ok(result) } else { check_special(name, x, result, grows) }
}

#[cold]
#[inline(never)]
fn check_special(name: &'static str, x: f64, result: f64, grows: bool) -> Result<f64, Raise> {
    if result.is_nan() && !x.is_nan() {
        Err(domain1(name, x))
    } else if result.is_infinite() && x.is_finite() {
        Err(if grows { range1(name, x) } else { domain1(name, x) })
    } else {
        Ok(result)
    }
}

macro_rules! functions {
    ($($name:ident, $path:literal, $grows:literal;)*) => {$(
        #[doc = concat!("`", $path, "(x)`.")]
        #[inline]
        pub fn $name(x: f64) -> Result<f64, Raise> {
            check($path, x, libm::$name(x), $grows)
        }
    )*};
}

functions! {
    acos, "math.acos", false;
    acosh, "math.acosh", false;
    asin, "math.asin", false;
    atanh, "math.atanh", false;
    cos, "math.cos", false;
    cosh, "math.cosh", true;
    exp, "math.exp", true;
    exp2, "math.exp2", true;
    expm1, "math.expm1", true;
    log1p, "math.log1p", false;
    sin, "math.sin", false;
    sinh, "math.sinh", true;
    tan, "math.tan", false;
}

macro_rules! total {
    ($($name:ident, $path:literal;)*) => {$(
        #[doc = concat!("`", $path, "(x)`; defined for every number.")]
        #[inline]
        pub fn $name(x: f64) -> f64 {
            libm::$name(x)
        }
    )*};
}

total! {
    asinh, "math.asinh";
    atan, "math.atan";
    cbrt, "math.cbrt";
    erf, "math.erf";
    erfc, "math.erfc";
    tanh, "math.tanh";
}

/// `math.sqrt(x)`.
#[inline(always)]
pub fn sqrt(x: f64) -> Result<f64, Raise> {
    if x < 0.0 { Err(domain1("math.sqrt", x)) } else { Ok(x.sqrt()) }
}

/// `math.fabs(x)`.
#[inline(always)]
pub fn fabs(x: f64) -> f64 {
    x.abs()
}

macro_rules! logarithms {
    ($($name:ident, $path:literal;)*) => {$(
        #[doc = concat!("`", $path, "(x)`; the integer overload converts first, as CPython does below 2^1024.")]
        #[inline]
        pub fn $name(x: f64) -> Result<f64, Raise> {
            if x > 0.0 || x.is_nan() { Ok(libm::$name(x)) } else { Err(domain1($path, x)) }
        }
    )*};
}

logarithms! {
    log, "math.log";
    log2, "math.log2";
    log10, "math.log10";
}

/// `math.log(x, base)`: the quotient of two logarithms.
#[inline]
pub fn log_base(x: f64, base: f64) -> Result<f64, Raise> {
    let fails = |class| fails2(class, "math.log", x, base);
    let numerator = log(x).map_err(|_| fails(Exc::ValueError))?;
    let denominator = log(base).map_err(|_| fails(Exc::ValueError))?;
    if denominator == 0.0 { Err(fails(Exc::ZeroDivisionError)) } else { Ok(numerator / denominator) }
}

/// `math.degrees(x)`.
#[inline(always)]
pub fn degrees(x: f64) -> f64 {
    x * (180.0 / std::f64::consts::PI)
}

/// `math.radians(x)`.
#[inline(always)]
pub fn radians(x: f64) -> f64 {
    x * (std::f64::consts::PI / 180.0)
}

/// `math.isnan(x)`.
#[inline(always)]
pub fn isnan(x: f64) -> bool {
    x.is_nan()
}

/// `math.isinf(x)`.
#[inline(always)]
pub fn isinf(x: f64) -> bool {
    x.is_infinite()
}

/// `math.isfinite(x)`.
#[inline(always)]
pub fn isfinite(x: f64) -> bool {
    x.is_finite()
}
