//! Python's numbers on their way into arrays of NumPy's integers.

use crate::num::Int;
use crate::raise::{Cause, Exc, Raise};

/// A Python integer as an item of an integer array.
///
/// # Errors
/// NumPy's `OverflowError` if it does not fit.
#[inline(always)]
pub fn fit<F: Int, T: Int>(value: F) -> Result<T, Raise> {
    T::from_i128(value.to_i128()).ok_or_else(|| out_of_bounds(value.to_i128(), T::SIGNED, T::BITS))
}

#[cold]
#[inline(never)]
fn out_of_bounds(value: i128, signed: bool, bits: u32) -> Raise {
    let sign = if signed { "" } else { "u" };
    let text = format!("Python integer {value} out of bounds for {sign}int{bits}");
    Raise::new(Cause::Message(Exc::OverflowError, text))
}

/// A Python float as an item of an integer array: `int(value)`.
///
/// # Errors
/// `ValueError` for NaN, `OverflowError` for infinities and what a C `long` does not hold.
#[inline]
pub fn store_whole(value: f64) -> Result<i64, Raise> {
    if value.is_finite() && !(-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&value) {
        return Err(Raise::plain(Exc::OverflowError, "Python int too large to convert to C long"));
    }
    crate::conv::float_to_int(value)
}
