//! Complex numbers under C's rules, for `C64` and `C128`, as gcc computes them: products and quotients of infinities are
//! infinite, also where the parts come out as NaN (C99, Annex G.5.1). `+ -` are component-wise.

use num_complex::Complex;

use crate::np::Library;
use crate::num::Real;
use crate::raise::Raise;

/// A float as the part of a complex number of C's.
pub trait Part: Real {
    /// What both sides of a division are multiplied by before.
    fn scale(a: Complex<Self>, b: Complex<Self>) -> Self;

    /// The quotient of what was scaled, before what is NaN is looked at.
    fn quotient(a: Complex<Self>, b: Complex<Self>) -> Complex<Self>;
}

const HUGE: f64 = f64::MAX / 2.0;
const LARGE: f64 = HUGE * f64::EPSILON;
const TINY: f64 = f64::MIN_POSITIVE;

/// Smith's method, scaled and ordered so that little overflows or underflows on the way: M. Baudin and R. L. Smith, "A
/// Robust Complex Division in Scilab" (arXiv:1210.4539), with the bounds that libgcc has since gcc 12.
impl Part for f64 {
    #[inline]
    fn scale(a: Complex<f64>, b: Complex<f64>) -> f64 {
        let larger = if b.re.abs() < b.im.abs() { b.im.abs() } else { b.re.abs() };
        let is_small = |x: f64, y: f64| x.abs() < TINY && y.abs() < LARGE && larger < LARGE;
        if larger >= HUGE {
            0.5
        } else if larger < f64::EPSILON || is_small(a.re, a.im) || is_small(a.im, a.re) {
            1.0 / f64::EPSILON
        } else {
            1.0
        }
    }

    #[inline]
    fn quotient(a: Complex<f64>, b: Complex<f64>) -> Complex<f64> {
        if b.re.abs() < b.im.abs() {
            let (re, denominator, less) = smith(a.im, a.re, b.im, b.re);
            Complex { re, im: (less - a.re) / denominator }
        } else {
            let (re, denominator, less) = smith(a.re, a.im, b.re, b.im);
            Complex { re, im: (a.im - less) / denominator }
        }
    }
}

/// Of `(a + bi) / (c + di)`, where `c` is not below `d`: the real part, the denominator, and what is subtracted for the
/// imaginary part.
#[inline(always)]
fn smith(a: f64, b: f64, c: f64, d: f64) -> (f64, f64, f64) {
    let ratio = d / c;
    let denominator = d * ratio + c;
    // A subnormal ratio has lost bits.
    let (plus, less) = if ratio.abs() > TINY { (b * ratio, a * ratio) } else { (d * (b / c), d * (a / c)) };
    ((plus + a) / denominator, denominator, less)
}

/// In double precision, where nothing overflows.
impl Part for f32 {
    #[inline(always)]
    fn scale(_: Complex<f32>, _: Complex<f32>) -> f32 {
        1.0
    }

    #[inline]
    fn quotient(a: Complex<f32>, b: Complex<f32>) -> Complex<f32> {
        let wide = |x: f32| f64::from(x);
        let denominator = wide(b.re) * wide(b.re) + wide(b.im) * wide(b.im);
        let re = (wide(a.re) * wide(b.re) + wide(a.im) * wide(b.im)) / denominator;
        let im = (wide(a.im) * wide(b.re) - wide(a.re) * wide(b.im)) / denominator;
        Complex { re: re as f32, im: im as f32 }
    }
}

/// `a * b`.
#[inline(always)]
pub fn mul<T: Part>(a: Complex<T>, b: Complex<T>) -> Complex<T> {
    let product = crate::npcomplex::mul(a, b);
    if product.re.is_nan() && product.im.is_nan() { recovered_product(a, b, product) } else { product }
}

/// `a / b`.
///
/// # Errors
/// `ZeroDivisionError`, as Cython raises it.
#[inline(always)]
pub fn div<T: Part>(a: Complex<T>, b: Complex<T>) -> Result<Complex<T>, Raise> {
    if b.re == T::ZERO && b.im == T::ZERO { Err(crate::cfloat::by_zero("float division")) } else { Ok(cdiv(a, b)) }
}

/// `a / b` under `cdivision`.
#[inline]
pub fn cdiv<T: Part>(a: Complex<T>, b: Complex<T>) -> Complex<T> {
    let scale = T::scale(a, b);
    let (a, b) = (Complex { re: a.re * scale, im: a.im * scale }, Complex { re: b.re * scale, im: b.im * scale });
    let quotient = T::quotient(a, b);
    if quotient.re.is_nan() && quotient.im.is_nan() { recovered_quotient(a, b, quotient) } else { quotient }
}

/// `a ** b`: the C library's.
pub fn pow<T: Part>(a: Complex<T>, b: Complex<T>) -> Complex<T>
where
    Complex<T>: Library,
{
    Library::pow(a, b)
}

fn is_infinite<T: Part>(z: Complex<T>) -> bool {
    z.re.is_infinite() || z.im.is_infinite()
}

fn is_finite<T: Part>(z: Complex<T>) -> bool {
    z.re.is_finite() && z.im.is_finite()
}

/// The corner of the unit square, or the middle of a side, in the direction of an infinity.
fn boxed<T: Part>(z: Complex<T>) -> Complex<T> {
    let part = |x: T| (if x.is_infinite() { T::ONE } else { T::ZERO }).copysign(x);
    Complex { re: part(z.re), im: part(z.im) }
}

/// NaN parts as zeros.
fn without_nan<T: Part>(z: Complex<T>) -> Complex<T> {
    let part = |x: T| if x.is_nan() { T::ZERO.copysign(x) } else { x };
    Complex { re: part(z.re), im: part(z.im) }
}

/// A product whose parts are both NaN.
#[cold]
#[inline(never)]
fn recovered_product<T: Part>(mut a: Complex<T>, mut b: Complex<T>, product: Complex<T>) -> Complex<T> {
    let overflows = |x: T, y: T| (x * y).is_infinite();
    let overflown = overflows(a.re, b.re) || overflows(a.im, b.im) || overflows(a.re, b.im) || overflows(a.im, b.re);
    let mut again = false;
    if is_infinite(a) {
        (a, b, again) = (boxed(a), without_nan(b), true);
    }
    if is_infinite(b) {
        (a, b, again) = (without_nan(a), boxed(b), true);
    }
    if !again && overflown {
        (a, b, again) = (without_nan(a), without_nan(b), true);
    }
    if !again {
        return product;
    }
    let Complex { re, im } = crate::npcomplex::mul(a, b);
    Complex { re: T::INFINITY * re, im: T::INFINITY * im }
}

/// A quotient whose parts are both NaN.
#[cold]
#[inline(never)]
fn recovered_quotient<T: Part>(a: Complex<T>, b: Complex<T>, quotient: Complex<T>) -> Complex<T> {
    if b.re == T::ZERO && b.im == T::ZERO && !(a.re.is_nan() && a.im.is_nan()) {
        let infinity = T::INFINITY.copysign(b.re);
        return Complex { re: infinity * a.re, im: infinity * a.im };
    }
    let (a, b, by) = if is_infinite(a) && is_finite(b) {
        (boxed(a), b, T::INFINITY)
    } else if is_infinite(b) && is_finite(a) {
        (a, boxed(b), T::ZERO)
    } else {
        return quotient;
    };
    Complex { re: by * (a.re * b.re + a.im * b.im), im: by * (a.im * b.re - a.re * b.im) }
}
