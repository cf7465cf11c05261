//! Comparisons and predicates.

use super::number::Number;
use crate::num::{Int, Real, cmp};

/// `numpy.equal`.
#[inline(always)]
pub fn equal<T: PartialEq>(a: T, b: T) -> bool {
    a == b
}

/// `numpy.not_equal`.
#[inline(always)]
pub fn not_equal<T: PartialEq>(a: T, b: T) -> bool {
    a != b
}

/// `numpy.less`.
#[inline(always)]
pub fn less<T: Number>(a: T, b: T) -> bool {
    a.less(b)
}

/// `numpy.less_equal`.
#[inline(always)]
pub fn less_equal<T: Number>(a: T, b: T) -> bool {
    a.less_equal(b)
}

/// `numpy.greater`.
#[inline(always)]
pub fn greater<T: Number>(a: T, b: T) -> bool {
    b.less(a)
}

/// `numpy.greater_equal`.
#[inline(always)]
pub fn greater_equal<T: Number>(a: T, b: T) -> bool {
    b.less_equal(a)
}

/// `a < b` of booleans.
#[inline(always)]
pub fn less_bool(a: bool, b: bool) -> bool {
    !a & b
}

/// `a <= b` of booleans.
#[inline(always)]
pub fn less_equal_bool(a: bool, b: bool) -> bool {
    !a | b
}

/// `a > b` of booleans.
#[inline(always)]
pub fn greater_bool(a: bool, b: bool) -> bool {
    a & !b
}

/// `a >= b` of booleans.
#[inline(always)]
pub fn greater_equal_bool(a: bool, b: bool) -> bool {
    a | !b
}

/// `numpy.equal` of integers of unlike sign: by value.
#[inline(always)]
pub fn equal_mixed<A: Int, B: Int>(a: A, b: B) -> bool {
    cmp::ints(a, b).is_eq()
}

/// `numpy.not_equal` of integers of unlike sign: by value.
#[inline(always)]
pub fn not_equal_mixed<A: Int, B: Int>(a: A, b: B) -> bool {
    cmp::ints(a, b).is_ne()
}

/// `numpy.less` of integers of unlike sign: by value.
#[inline(always)]
pub fn less_mixed<A: Int, B: Int>(a: A, b: B) -> bool {
    cmp::ints(a, b).is_lt()
}

/// `numpy.less_equal` of integers of unlike sign: by value.
#[inline(always)]
pub fn less_equal_mixed<A: Int, B: Int>(a: A, b: B) -> bool {
    cmp::ints(a, b).is_le()
}

/// `numpy.greater` of integers of unlike sign: by value.
#[inline(always)]
pub fn greater_mixed<A: Int, B: Int>(a: A, b: B) -> bool {
    cmp::ints(a, b).is_gt()
}

/// `numpy.greater_equal` of integers of unlike sign: by value.
#[inline(always)]
pub fn greater_equal_mixed<A: Int, B: Int>(a: A, b: B) -> bool {
    cmp::ints(a, b).is_ge()
}

/// `numpy.isnan` of floats.
#[inline(always)]
pub fn isnan<T: Real>(a: T) -> bool {
    a.is_nan()
}

/// `numpy.isinf` of floats.
#[inline(always)]
pub fn isinf<T: Real>(a: T) -> bool {
    a.is_infinite()
}

/// `numpy.isfinite` of floats.
#[inline(always)]
pub fn isfinite<T: Real>(a: T) -> bool {
    a.is_finite()
}

/// `numpy.signbit` of floats.
#[inline(always)]
pub fn signbit<T: Real>(a: T) -> bool {
    a.is_sign_negative()
}

/// `numpy.isnan` and `isinf` of integers and booleans.
#[inline(always)]
pub fn never<T>(_: T) -> bool {
    false
}

/// `numpy.isfinite` of integers and booleans.
#[inline(always)]
pub fn always<T>(_: T) -> bool {
    true
}
