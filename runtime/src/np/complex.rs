//! Functions of complex numbers, for `C64` and `C128`.

use num_complex::Complex;

use super::c99::Library;
use crate::num::{Real, npcomplex};

macro_rules! functions {
    ($($name:ident => $method:ident;)*) => {$(
        #[doc = concat!("`numpy.", stringify!($name), "` of a complex number.")]
        #[inline]
        pub fn $name<T: Library>(a: T) -> T {
            T::$method(a)
        }
    )*};
}

functions! {
    sqrt => sqrt;
    exp => exp;
    log => log;
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

fn scaled<T: Real>(a: Complex<T>, factor: T) -> Complex<T> {
    Complex { re: a.re * factor, im: a.im * factor }
}

/// `numpy.log2` of a complex number.
#[inline]
pub fn log2<T: Real>(a: Complex<T>) -> Complex<T>
where
    Complex<T>: Library,
{
    scaled(log(a), T::LOG2_E)
}

/// `numpy.log10` of a complex number.
#[inline]
pub fn log10<T: Real>(a: Complex<T>) -> Complex<T>
where
    Complex<T>: Library,
{
    scaled(log(a), T::from_f64(std::f64::consts::LOG10_E))
}

/// `numpy.exp2` of a complex number.
#[inline]
pub fn exp2<T: Real>(a: Complex<T>) -> Complex<T>
where
    Complex<T>: Library,
{
    exp(scaled(a, T::LN_2))
}

/// `numpy.log1p` of a complex number.
#[inline]
pub fn log1p<T: Real>(a: Complex<T>) -> Complex<T> {
    let modulus = (a.re + T::ONE).hypot(a.im);
    Complex { re: modulus.log(), im: a.im.atan2(a.re + T::ONE) }
}

/// `numpy.expm1` of a complex number.
#[inline]
pub fn expm1<T: Real>(a: Complex<T>) -> Complex<T> {
    let half = (a.im / T::from_f64(2.0)).sin();
    let re = a.re.expm1() * a.im.cos() - T::from_f64(2.0) * half * half;
    Complex { re, im: a.re.exp() * a.im.sin() }
}

/// `numpy.square` of a complex number.
#[inline(always)]
pub fn square<T: Real>(a: Complex<T>) -> Complex<T> {
    Complex { re: a.re * a.re - a.im * a.im, im: a.re * a.im + a.im * a.re }
}

/// `numpy.reciprocal` of a complex number, scaled by its larger part.
#[inline]
pub fn reciprocal<T: Real>(a: Complex<T>) -> Complex<T> {
    if a.im.abs() <= a.re.abs() {
        let ratio = a.im / a.re;
        let scale = a.re + a.im * ratio;
        Complex { re: T::ONE / scale, im: -ratio / scale }
    } else {
        let ratio = a.re / a.im;
        let scale = a.re * ratio + a.im;
        Complex { re: ratio / scale, im: -T::ONE / scale }
    }
}

/// `numpy.sign` of a complex number: `a / abs(a)`, 0 at 0.
#[inline]
pub fn sign<T: Real>(a: Complex<T>) -> Complex<T> {
    let size = npcomplex::abs(a);
    if size.is_nan() {
        Complex { re: T::NAN, im: T::NAN }
    } else if size.is_infinite() {
        infinite_sign(a)
    } else if size == T::ZERO {
        Complex { re: T::ZERO, im: T::ZERO }
    } else {
        Complex { re: a.re / size, im: a.im / size }
    }
}

/// The sign of a number with an infinite part: nan where both are, else the axis.
fn infinite_sign<T: Real>(a: Complex<T>) -> Complex<T> {
    match (a.re.is_infinite(), a.im.is_infinite()) {
        (true, true) => Complex { re: T::NAN, im: T::NAN },
        (true, false) => Complex { re: T::ONE.copysign(a.re), im: T::ZERO },
        _ => Complex { re: T::ZERO, im: T::ONE.copysign(a.im) },
    }
}

/// `numpy.real`.
#[inline(always)]
pub fn real<T: Real>(a: Complex<T>) -> T {
    a.re
}

/// `numpy.imag`.
#[inline(always)]
pub fn imag<T: Real>(a: Complex<T>) -> T {
    a.im
}

/// `numpy.angle`, in radians.
#[inline]
pub fn angle<T: Real>(a: Complex<T>) -> T {
    a.im.atan2(a.re)
}

/// `numpy.isnan` of a complex number: either part.
#[inline(always)]
pub fn isnan<T: Real>(a: Complex<T>) -> bool {
    a.re.is_nan() || a.im.is_nan()
}

/// `numpy.isinf` of a complex number: either part.
#[inline(always)]
pub fn isinf<T: Real>(a: Complex<T>) -> bool {
    a.re.is_infinite() || a.im.is_infinite()
}

/// `numpy.isfinite` of a complex number: both parts.
#[inline(always)]
pub fn isfinite<T: Real>(a: Complex<T>) -> bool {
    a.re.is_finite() && a.im.is_finite()
}
