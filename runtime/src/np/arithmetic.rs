//! Arithmetic as functions, and the choice between operands.

use super::number::Number;
use crate::num::Real;

/// `numpy.add`.
#[inline(always)]
pub fn add<T: Number>(a: T, b: T) -> T {
    a.add(b)
}

/// `numpy.subtract`.
#[inline(always)]
pub fn subtract<T: Number>(a: T, b: T) -> T {
    a.sub(b)
}

/// `numpy.multiply`.
#[inline(always)]
pub fn multiply<T: Number>(a: T, b: T) -> T {
    a.mul(b)
}

/// `numpy.divide` of floats.
#[inline(always)]
pub fn divide<T: Real>(a: T, b: T) -> T {
    a / b
}

/// `numpy.divide` of booleans.
#[inline(always)]
pub fn divide_bool(a: bool, b: bool) -> f64 {
    f64::from(u8::from(a)) / f64::from(u8::from(b))
}

/// `numpy.negative`.
#[inline(always)]
pub fn negative<T: Number>(a: T) -> T {
    a.neg()
}

/// `numpy.positive`, and functions that leave their argument alone.
#[inline(always)]
pub fn positive<T>(a: T) -> T {
    a
}

/// `numpy.square`.
#[inline(always)]
pub fn square<T: Number>(a: T) -> T {
    a.mul(a)
}

/// `numpy.reciprocal` of floats.
#[inline(always)]
pub fn reciprocal<T: Real>(a: T) -> T {
    T::ONE / a
}

/// `numpy.maximum`: nan if either is.
#[inline(always)]
pub fn maximum<T: Number>(a: T, b: T) -> T {
    // Of equal zeros NumPy's scalar loop takes the second.
    if a.is_nan() || !b.is_nan() && !a.less_equal(b) { a } else { b }
}

/// `numpy.minimum`: nan if either is.
#[inline(always)]
pub fn minimum<T: Number>(a: T, b: T) -> T {
    if a.is_nan() || !b.is_nan() && !b.less_equal(a) { a } else { b }
}

/// `numpy.fmax`: the other one if one is nan.
#[inline(always)]
pub fn fmax<T: Number>(a: T, b: T) -> T {
    if b.is_nan() || b.less_equal(a) { a } else { b }
}

/// `numpy.fmin`: the other one if one is nan.
#[inline(always)]
pub fn fmin<T: Number>(a: T, b: T) -> T {
    if b.is_nan() || a.less_equal(b) { a } else { b }
}

/// `numpy.clip`.
#[inline(always)]
pub fn clip<T: Number>(a: T, low: T, high: T) -> T {
    minimum(maximum(a, low), high)
}

/// `numpy.heaviside`: 0 below zero, 1 above, `half` at zero.
#[inline(always)]
pub fn heaviside<T: Real>(a: T, half: T) -> T {
    if a.is_nan() {
        a
    } else if a == T::ZERO {
        half
    } else if a < T::ZERO {
        T::ZERO
    } else {
        T::ONE
    }
}

/// `numpy.sign` of floats: nan for nan, 0.0 for both zeros.
#[inline(always)]
pub fn sign<T: Real>(a: T) -> T {
    if a > T::ZERO {
        T::ONE
    } else if a < T::ZERO {
        -T::ONE
    } else if a == T::ZERO {
        T::ZERO
    } else {
        a
    }
}

/// `numpy.imag` of real numbers.
#[inline(always)]
pub fn zero<T: Default>(_: T) -> T {
    T::default()
}
