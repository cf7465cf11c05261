//! Exponentials, logarithms, trigonometry of floats.

use crate::num::Real;

macro_rules! functions {
    ($($name:ident => $method:ident;)*) => {$(
        #[doc = concat!("`numpy.", stringify!($name), "`.")]
        #[inline]
        pub fn $name<T: Real>(a: T) -> T {
            a.$method()
        }
    )*};
}

functions! {
    sqrt => sqrt;
    cbrt => cbrt;
    exp => exp;
    exp2 => exp2;
    expm1 => expm1;
    log => log;
    log2 => log2;
    log10 => log10;
    log1p => log1p;
    sin => sin;
    cos => cos;
    tan => tan;
    arcsin => asin;
    arccos => acos;
    arctan => atan;
    sinh => sinh;
    cosh => cosh;
    tanh => tanh;
    arcsinh => asinh;
    arccosh => acosh;
    arctanh => atanh;
}

/// `numpy.arctan2`.
#[inline]
pub fn arctan2<T: Real>(y: T, x: T) -> T {
    y.atan2(x)
}

/// `numpy.hypot`.
#[inline]
pub fn hypot<T: Real>(x: T, y: T) -> T {
    x.hypot(y)
}

/// `numpy.float_power` of floats, in double precision.
#[inline]
pub fn float_power(a: f64, b: f64) -> f64 {
    Real::pow(a, b)
}

/// `numpy.radians` and `deg2rad`.
#[inline(always)]
pub fn radians<T: Real>(a: T) -> T {
    a * (T::PI / T::from_f64(180.0))
}

/// `numpy.degrees` and `rad2deg`.
#[inline(always)]
pub fn degrees<T: Real>(a: T) -> T {
    a * (T::from_f64(180.0) / T::PI)
}

/// `numpy.logaddexp`: `log(exp(a) + exp(b))`.
#[inline]
pub fn logaddexp<T: Real>(a: T, b: T) -> T {
    if a == b {
        // infinities of the same sign among them
        return a + T::LN_2;
    }
    let difference = a - b;
    if difference > T::ZERO {
        a + (-difference).exp().log1p()
    } else if difference <= T::ZERO {
        b + difference.exp().log1p()
    } else {
        difference
    }
}

/// `numpy.logaddexp2`: `log2(2**a + 2**b)`.
#[inline]
pub fn logaddexp2<T: Real>(a: T, b: T) -> T {
    if a == b {
        return a + T::ONE;
    }
    let difference = a - b;
    if difference > T::ZERO {
        a + T::LOG2_E * (-difference).exp2().log1p()
    } else if difference <= T::ZERO {
        b + T::LOG2_E * difference.exp2().log1p()
    } else {
        difference
    }
}

/// `numpy.sinc`: `sin(pi a) / (pi a)`, 1 at 0.
#[inline]
pub fn sinc<T: Real>(a: T) -> T {
    let y = T::PI * if a == T::ZERO { T::from_f64(1.0e-20) } else { a };
    y.sin() / y
}

/// `numpy.angle` of floats: 0 or pi by sign.
#[inline]
pub fn angle<T: Real>(a: T) -> T {
    T::ZERO.atan2(a)
}
