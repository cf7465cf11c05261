//! Rounding of floats to integral values and decimals, and their parts.

use crate::num::{Int, Real, npint};

/// `numpy.floor`.
#[inline(always)]
pub fn floor<T: Real>(a: T) -> T {
    a.floor()
}

/// `numpy.ceil`.
#[inline(always)]
pub fn ceil<T: Real>(a: T) -> T {
    a.ceil()
}

/// `numpy.trunc` and `fix`.
#[inline(always)]
pub fn trunc<T: Real>(a: T) -> T {
    a.trunc()
}

/// `numpy.rint`: ties to even.
#[inline(always)]
pub fn rint<T: Real>(a: T) -> T {
    a.round_ties_even()
}

/// `numpy.fabs` and `absolute` of floats.
#[inline(always)]
pub fn fabs<T: Real>(a: T) -> T {
    a.abs()
}

/// `numpy.copysign`.
#[inline(always)]
pub fn copysign<T: Real>(a: T, sign: T) -> T {
    a.copysign(sign)
}

/// `numpy.nextafter`.
#[inline]
pub fn nextafter<T: Real>(a: T, towards: T) -> T {
    a.nextafter(towards)
}

/// `numpy.spacing`: the distance to the next number away from zero.
#[inline]
pub fn spacing<T: Real>(a: T) -> T {
    let away = if a < T::ZERO { -T::INFINITY } else { T::INFINITY };
    if a.is_infinite() { T::NAN } else { a.nextafter(away) - a }
}

/// `numpy.round(a, decimals)` of floats: scales, rounds ties to even, scales back.
#[inline]
pub fn round<T: Real>(a: T, decimals: i64) -> T {
    if decimals == 0 {
        return a.round_ties_even();
    }
    let unit = T::from_f64(10f64.powi(decimals.unsigned_abs().min(400) as i32));
    if decimals > 0 { (a * unit).round_ties_even() / unit } else { (a / unit).round_ties_even() * unit }
}

/// `numpy.modf`: fraction and integral part, both with the sign of `a`.
#[inline]
pub fn modf<T: Real>(a: T) -> (T, T) {
    let integral = a.trunc();
    let fraction = if a.is_infinite() { T::ZERO } else { a - integral };
    (fraction.copysign(a), integral)
}

/// `numpy.gcd`.
pub fn gcd<T: Int>(a: T, b: T) -> T {
    let (mut a, mut b) = (npint::abs(a), npint::abs(b));
    while b != T::ZERO {
        (a, b) = (b, a.wrapping_rem(b));
    }
    npint::abs(a)
}

/// `numpy.lcm`; 0 where either is 0.
pub fn lcm<T: Int>(a: T, b: T) -> T {
    let divisor = gcd(a, b);
    if divisor == T::ZERO {
        return T::ZERO;
    }
    npint::abs(a).wrapping_div(divisor).wrapping_mul(npint::abs(b))
}
