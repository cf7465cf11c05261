//! Complex numbers under NumPy's rules, for `C64` and `C128`. `+ -` are component-wise.

use num_complex::Complex;

use crate::np::Library;
use crate::num::Real;

/// `a * b`.
#[inline(always)]
pub fn mul<T: Real>(a: Complex<T>, b: Complex<T>) -> Complex<T> {
    Complex { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re }
}

/// `a / b` by Smith's method; infinities and nan where `b` is 0.
#[inline]
pub fn div<T: Real>(a: Complex<T>, b: Complex<T>) -> Complex<T> {
    let (re, im) = (b.re.abs(), b.im.abs());
    if re >= im {
        if re == T::ZERO && im == T::ZERO {
            return Complex { re: a.re / re, im: a.im / re };
        }
        let ratio = b.im / b.re;
        let scale = T::ONE / (b.re + b.im * ratio);
        Complex { re: (a.re + a.im * ratio) * scale, im: (a.im - a.re * ratio) * scale }
    } else {
        let ratio = b.re / b.im;
        let scale = T::ONE / (b.im + b.re * ratio);
        Complex { re: (a.re * ratio + a.im) * scale, im: (a.im * ratio - a.re) * scale }
    }
}

/// `abs(a)`.
#[inline(always)]
pub fn abs<T: Real>(a: Complex<T>) -> T {
    a.re.hypot(a.im)
}

/// `a.conjugate()`.
#[inline(always)]
pub fn conj<T: Real>(a: Complex<T>) -> Complex<T> {
    Complex { re: a.re, im: -a.im }
}

/// Lexicographic order, as NumPy compares complex numbers; nan makes it false.
#[inline(always)]
pub fn less<T: Real>(a: Complex<T>, b: Complex<T>) -> bool {
    if a.re == b.re { a.im < b.im } else { a.re < b.re && !a.im.is_nan() && !b.im.is_nan() }
}

/// `a <= b` in the same order.
#[inline(always)]
pub fn less_equal<T: Real>(a: Complex<T>, b: Complex<T>) -> bool {
    if a.re == b.re { a.im <= b.im } else { a.re < b.re && !a.im.is_nan() && !b.im.is_nan() }
}

/// `a ** b`: by repeated multiplication for integers below 100, else the C library's `cpow`.
pub fn pow<T: Real>(a: Complex<T>, b: Complex<T>) -> Complex<T>
where
    Complex<T>: Library,
{
    if b.re == T::ZERO && b.im == T::ZERO {
        return Complex { re: T::ONE, im: T::ZERO };
    }
    if a.re == T::ZERO && a.im == T::ZERO {
        let value = if b.re > T::ZERO { T::ZERO } else { T::NAN };
        return Complex { re: value, im: value };
    }
    let exponent = b.re.to_f64();
    if b.im == T::ZERO && exponent == exponent.trunc() && exponent.abs() < 100.0 {
        return integer_power(a, exponent as i64);
    }
    Library::pow(a, b)
}

/// NumPy's order of multiplications: cubes from the left, larger powers by squaring.
fn integer_power<T: Real>(a: Complex<T>, n: i64) -> Complex<T> {
    match n {
        1 => return a,
        2 => return mul(a, a),
        3 => return mul(a, mul(a, a)),
        _ => {}
    }
    let one = Complex { re: T::ONE, im: T::ZERO };
    let (mut exponent, mut square, mut result) = (n.unsigned_abs(), a, one);
    loop {
        if exponent & 1 == 1 {
            result = mul(result, square);
        }
        exponent >>= 1;
        if exponent == 0 {
            break;
        }
        square = mul(square, square);
    }
    if n < 0 { div(one, result) } else { result }
}
