//! Counting through ranges.

use crate::raise::Raise;
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

#[inline(always)]
pub fn range_start(range: Range) -> i64 {
    range.start
}

#[inline(always)]
pub fn range_step(range: Range) -> i64 {
    range.step
}
