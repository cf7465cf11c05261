//! Bitwise functions of integers, and logical ones of everything.

use super::number::Number;
use crate::num::Int;

/// `numpy.bitwise_and`.
#[inline(always)]
pub fn bitwise_and<T: Int>(a: T, b: T) -> T {
    a.and(b)
}

/// `numpy.bitwise_or`.
#[inline(always)]
pub fn bitwise_or<T: Int>(a: T, b: T) -> T {
    a.or(b)
}

/// `numpy.bitwise_xor`.
#[inline(always)]
pub fn bitwise_xor<T: Int>(a: T, b: T) -> T {
    a.xor(b)
}

/// `numpy.invert`.
#[inline(always)]
pub fn invert<T: Int>(a: T) -> T {
    a.not()
}

/// `numpy.logical_and`, and of booleans `bitwise_and`, `multiply` and `minimum`.
#[inline(always)]
pub fn and(a: bool, b: bool) -> bool {
    a & b
}

/// `numpy.logical_or`, and of booleans `bitwise_or`, `add` and `maximum`.
#[inline(always)]
pub fn or(a: bool, b: bool) -> bool {
    a | b
}

/// `numpy.logical_xor`, and of booleans `bitwise_xor` and `not_equal`.
#[inline(always)]
pub fn xor(a: bool, b: bool) -> bool {
    a ^ b
}

/// `numpy.logical_not`, and of booleans `invert`.
#[inline(always)]
pub fn not(a: bool) -> bool {
    !a
}

/// `numpy.logical_and` of numbers.
#[inline(always)]
pub fn logical_and<T: Number>(a: T, b: T) -> bool {
    a.truth() & b.truth()
}

/// `numpy.logical_or` of numbers.
#[inline(always)]
pub fn logical_or<T: Number>(a: T, b: T) -> bool {
    a.truth() | b.truth()
}

/// `numpy.logical_xor` of numbers.
#[inline(always)]
pub fn logical_xor<T: Number>(a: T, b: T) -> bool {
    a.truth() ^ b.truth()
}

/// `numpy.logical_not` of a number.
#[inline(always)]
pub fn logical_not<T: Number>(a: T) -> bool {
    !a.truth()
}
