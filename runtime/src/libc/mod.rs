//! Functions of the C library as C calls them: no exceptions, infinities and nans as they come.

/// Functions of the C library that reach memory, with the pointers that they are given.
macro_rules! reaching {
    ($($name:ident ($($argument:ident: $ty:ty),*) -> $result:ty;)*) => {
        /// The C library's own.
        mod c {
            use super::*;
            #[cfg_attr(unix, link(name = "m"))]
            unsafe extern "C" {
                $(pub fn $name($($argument: $ty),*) -> $result;)*
            }
        }
        $(
            #[doc = concat!("C's `", stringify!($name), "`.")]
            pub fn $name($($argument: $ty),*) -> $result {
                // SAFETY: the source vouches for its pointers.
                unsafe { c::$name($($argument),*) }
            }
        )*
    };
}

pub mod complex;
pub mod ctype;
mod errno;
pub mod parts;
pub mod rows;
pub mod stdlib;
pub mod string;
pub mod time;

pub use errno::{errno, set_errno};

use std::cmp::Ordering;
use std::ffi::{c_double, c_float, c_int, c_long};
use std::num::FpCategory;

macro_rules! library {
    ($($name:ident ($($argument:ident: $ty:ident),+) -> $result:ident;)*) => {
        mod c {
            use super::*;
            #[cfg_attr(unix, link(name = "m"))]
            unsafe extern "C" {
                $(pub fn $name($($argument: $ty),+) -> $result;)*
            }
        }
        $(
            #[doc = concat!("C's `", stringify!($name), "`.")]
            #[inline(always)]
            pub fn $name($($argument: $ty),+) -> $result {
                // SAFETY: a C function on numbers; it reads and writes no memory of ours
                unsafe { c::$name($($argument),+) }
            }
        )*
    };
}

library! {
    acos(x: c_double) -> c_double; acosf(x: c_float) -> c_float;
    acosh(x: c_double) -> c_double; acoshf(x: c_float) -> c_float;
    asin(x: c_double) -> c_double; asinf(x: c_float) -> c_float;
    asinh(x: c_double) -> c_double; asinhf(x: c_float) -> c_float;
    atan(x: c_double) -> c_double; atanf(x: c_float) -> c_float;
    atanh(x: c_double) -> c_double; atanhf(x: c_float) -> c_float;
    cos(x: c_double) -> c_double; cosf(x: c_float) -> c_float;
    cosh(x: c_double) -> c_double; coshf(x: c_float) -> c_float;
    erf(x: c_double) -> c_double; erff(x: c_float) -> c_float;
    erfc(x: c_double) -> c_double; erfcf(x: c_float) -> c_float;
    exp(x: c_double) -> c_double; expf(x: c_float) -> c_float;
    exp2(x: c_double) -> c_double; exp2f(x: c_float) -> c_float;
    expm1(x: c_double) -> c_double; expm1f(x: c_float) -> c_float;
    lgamma(x: c_double) -> c_double; lgammaf(x: c_float) -> c_float;
    log(x: c_double) -> c_double; logf(x: c_float) -> c_float;
    log10(x: c_double) -> c_double; log10f(x: c_float) -> c_float;
    log1p(x: c_double) -> c_double; log1pf(x: c_float) -> c_float;
    log2(x: c_double) -> c_double; log2f(x: c_float) -> c_float;
    logb(x: c_double) -> c_double; logbf(x: c_float) -> c_float;
    nearbyint(x: c_double) -> c_double; nearbyintf(x: c_float) -> c_float;
    rint(x: c_double) -> c_double; rintf(x: c_float) -> c_float;
    sin(x: c_double) -> c_double; sinf(x: c_float) -> c_float;
    sinh(x: c_double) -> c_double; sinhf(x: c_float) -> c_float;
    tan(x: c_double) -> c_double; tanf(x: c_float) -> c_float;
    tanh(x: c_double) -> c_double; tanhf(x: c_float) -> c_float;
    tgamma(x: c_double) -> c_double; tgammaf(x: c_float) -> c_float;
    atan2(y: c_double, x: c_double) -> c_double; atan2f(y: c_float, x: c_float) -> c_float;
    fdim(x: c_double, y: c_double) -> c_double; fdimf(x: c_float, y: c_float) -> c_float;
    fmax(x: c_double, y: c_double) -> c_double; fmaxf(x: c_float, y: c_float) -> c_float;
    fmin(x: c_double, y: c_double) -> c_double; fminf(x: c_float, y: c_float) -> c_float;
    fmod(x: c_double, y: c_double) -> c_double; fmodf(x: c_float, y: c_float) -> c_float;
    hypot(x: c_double, y: c_double) -> c_double; hypotf(x: c_float, y: c_float) -> c_float;
    nextafter(x: c_double, y: c_double) -> c_double; nextafterf(x: c_float, y: c_float) -> c_float;
    pow(x: c_double, y: c_double) -> c_double; powf(x: c_float, y: c_float) -> c_float;
    remainder(x: c_double, y: c_double) -> c_double; remainderf(x: c_float, y: c_float) -> c_float;
    ldexp(x: c_double, exponent: c_int) -> c_double; ldexpf(x: c_float, exponent: c_int) -> c_float;
    scalbln(x: c_double, exponent: c_long) -> c_double; scalblnf(x: c_float, exponent: c_long) -> c_float;
    ilogb(x: c_double) -> c_int; ilogbf(x: c_float) -> c_int;
    lround(x: c_double) -> c_long; lroundf(x: c_float) -> c_long;
    lrint(x: c_double) -> c_long; lrintf(x: c_float) -> c_long;
    labs(x: c_long) -> c_long;
}

macro_rules! instructions {
    ($($double:ident / $single:ident => $method:ident;)*) => {$(
        #[doc = concat!("C's `", stringify!($double), "`.")]
        #[inline(always)]
        pub fn $double(x: f64) -> f64 {
            x.$method()
        }
        #[doc = concat!("C's `", stringify!($single), "`.")]
        #[inline(always)]
        pub fn $single(x: f32) -> f32 {
            x.$method()
        }
    )*};
}

// What the processor computes exactly, or nearly so in a few instructions.
instructions! {
    ceil / ceilf => ceil;
    fabs / fabsf => abs;
    floor / floorf => floor;
    round / roundf => round;
    sqrt / sqrtf => sqrt;
    trunc / truncf => trunc;
}

/// C's `cbrt`.
pub fn cbrt(x: f64) -> f64 {
    crate::math::libm::cbrt(x)
}

/// C's `cbrtf`, rounded from the double.
pub fn cbrtf(x: f32) -> f32 {
    crate::math::libm::cbrt(f64::from(x)) as f32
}

/// C's `copysign`.
#[inline(always)]
pub fn copysign(x: f64, sign: f64) -> f64 {
    x.copysign(sign)
}

/// C's `copysignf`.
#[inline(always)]
pub fn copysignf(x: f32, sign: f32) -> f32 {
    x.copysign(sign)
}

/// C's `fma`.
pub fn fma(x: f64, y: f64, z: f64) -> f64 {
    x.mul_add(y, z)
}

/// C's `fmaf`.
pub fn fmaf(x: f32, y: f32, z: f32) -> f32 {
    x.mul_add(y, z)
}

macro_rules! tests {
    ($($name:ident => $method:ident;)*) => {$(
        #[doc = concat!("C's `", stringify!($name), "`, a `bint` to Cython.")]
        #[inline(always)]
        pub fn $name(x: f64) -> bool {
            x.$method()
        }
    )*};
}

tests! {
    isnan => is_nan;
    isfinite => is_finite;
    isnormal => is_normal;
    signbit => is_sign_negative;
}

/// C's `isinf`, as gcc has it: the sign of an infinity, 0 for others.
#[inline(always)]
pub fn isinf(x: f64) -> i32 {
    i32::from(x == f64::INFINITY) - i32::from(x == f64::NEG_INFINITY)
}

/// C's `fpclassify`: the numbers of `FP_NAN` and the others in the GNU C library.
pub fn fpclassify(x: f64) -> i32 {
    match x.classify() {
        FpCategory::Nan => 0,
        FpCategory::Infinite => 1,
        FpCategory::Zero => 2,
        FpCategory::Subnormal => 3,
        FpCategory::Normal => 4,
    }
}

/// C's `nexttowardf`, the second argument a double.
pub fn nexttowardf(x: f32, y: f64) -> f32 {
    match f64::from(x).partial_cmp(&y) {
        None => x + y as f32,
        Some(Ordering::Equal) => y as f32,
        Some(Ordering::Less) => nextafterf(x, f32::INFINITY),
        Some(Ordering::Greater) => nextafterf(x, f32::NEG_INFINITY),
    }
}

/// C's `abs` of an `int`.
#[inline(always)]
pub fn abs(x: i32) -> i32 {
    x.wrapping_abs()
}
