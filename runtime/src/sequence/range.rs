//! Counting through ranges.

use crate::raise::{Exc, Raise};
use crate::range::Range;

/// How many numbers `range(start, stop, step)` has; the step is not zero.
#[inline(always)]
pub fn range_count(start: i64, stop: i64, step: i64) -> i64 {
    Range { start, stop, step }.len()
}

/// # Errors
/// `ValueError` for a step of zero.
#[inline]
pub fn range_new(start: i64, stop: i64, step: i64) -> Result<Range, Raise> {
    Range::new(start, stop, step)
}

#[inline(always)]
pub fn range_len(range: Range) -> i64 {
    range.len()
}

/// `len(range)`
///
/// # Errors
/// `OverflowError` for a range longer than a C `ssize_t` counts.
pub fn range_length(range: Range) -> Result<i64, Raise> {
    match range.len() {
        length if length >= 0 => Ok(length),
        _ => Err(Raise::plain(Exc::OverflowError, "Python int too large to convert to C ssize_t")),
    }
}

#[inline(always)]
pub fn range_start(range: Range) -> i64 {
    range.start
}

#[inline(always)]
pub fn range_step(range: Range) -> i64 {
    range.step
}
