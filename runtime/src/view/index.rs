//! Indices by Python's rules.

use crate::raise::{Cause, Raise};

/// The index counted from the start: negative ones count from the end. `None` when outside.
#[inline(always)]
pub fn wrap_index(i: i64, n: i64) -> Option<i64> {
    let wrapped = if i < 0 { i.wrapping_add(n) } else { i };
    check_index(wrapped, n)
}

/// The index if it is in `0..n`.
#[inline(always)]
pub fn check_index(i: i64, n: i64) -> Option<i64> {
    if (i as u64) < (n as u64) { Some(i) } else { None }
}

/// NumPy's error for an index outside an axis.
#[cold]
#[inline(never)]
pub fn index_error(i: i64, axis: u32, n: i64) -> Raise {
    Raise::new(Cause::IndexOutOfBounds { index: i, axis, size: n })
}
