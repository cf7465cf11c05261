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

/// A number as an item of an integer array, by way of a Python integer.
///
/// # Errors
/// NumPy's `OverflowError` if it does not fit.
#[inline(always)]
pub fn store_int<F: Int, T: Int>(value: F) -> Result<T, Raise> {
    T::from_i128(value.to_i128()).ok_or_else(|| not_stored::<T>(value.to_i128()))
}

/// A float as an item of an integer array, by way of `int(value)`.
///
/// # Errors
/// `ValueError` for NaN, `OverflowError` for infinities and what does not fit.
#[inline]
pub fn store_float<T: Int>(value: f64) -> Result<T, Raise> {
    if !value.is_finite() {
        crate::conv::float_to_int(value)?;
    }
    // Saturates, far out of what any item holds.
    let whole = value as i128;
    T::from_i128(whole).ok_or_else(|| not_stored::<T>(whole))
}

/// NumPy asks for a C `long` first, an unsigned one where the item is one of the two widest.
#[cold]
#[inline(never)]
fn not_stored<T: Int>(value: i128) -> Raise {
    let top = if T::SIGNED || T::BITS < 32 { i128::from(i64::MAX) } else { i128::from(u64::MAX) };
    if (i128::from(i64::MIN)..=top).contains(&value) {
        return out_of_bounds(value, T::SIGNED, T::BITS);
    }
    Raise::plain(Exc::OverflowError, "Python int too large to convert to C long")
}
