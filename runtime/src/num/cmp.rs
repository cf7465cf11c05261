//! Exact comparisons between numbers of different representation.

use std::cmp::Ordering;

use crate::num::Int;

/// Order of an integer and a float by their exact values; `None` for nan.
#[inline(always)]
pub fn int_float<T: Int>(a: T, b: f64) -> Option<Ordering> {
    const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
    if T::BITS <= f64::MANTISSA_DIGITS || a.unsigned_abs() <= EXACT {
        return a.to_f64().partial_cmp(&b);
    }
    int_float_rest(a.to_i128(), b)
}

/// Compares by the integer part of the float: beyond 2^53 every float is an integer, below it the order is clear.
#[inline(never)]
fn int_float_rest(a: i128, b: f64) -> Option<Ordering> {
    // saturates far outside 64 bits, which keeps the order
    (!b.is_nan()).then(|| a.cmp(&(b as i128)))
}

/// `a == b` by exact values.
#[inline(always)]
pub fn int_float_eq<T: Int>(a: T, b: f64) -> bool {
    int_float(a, b) == Some(Ordering::Equal)
}

/// Order of two integers of any widths.
#[inline(always)]
pub fn ints<A: Int, B: Int>(a: A, b: B) -> Ordering {
    a.to_i128().cmp(&b.to_i128())
}
