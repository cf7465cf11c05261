//! Python's `range` over 64 bits, and the bounds of slices.

use crate::raise::{Exc, Raise};

/// `range(start, stop, step)`; the step is not 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

impl Range {
    /// # Errors
    /// `ValueError` for a step of zero.
    #[inline]
    pub fn new(start: i64, stop: i64, step: i64) -> Result<Range, Raise> {
        if step == 0 {
            return Err(Raise::plain(Exc::ValueError, "range() arg 3 must not be zero"));
        }
        Ok(Range { start, stop, step })
    }

    /// `len(range)`; at most `i64::MAX` (a longer one escapes where it is made).
    #[inline(always)]
    pub fn len(&self) -> i64 {
        let distance = match self.step {
            1.. if self.start < self.stop => self.stop.wrapping_sub(self.start) as u64,
            ..=-1 if self.start > self.stop => self.start.wrapping_sub(self.stop) as u64,
            _ => return 0,
        };
        ((distance - 1) / self.step.unsigned_abs() + 1) as i64
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Element `i` of `0..len()`.
    #[inline(always)]
    pub fn get(&self, i: i64) -> i64 {
        self.start.wrapping_add(i.wrapping_mul(self.step))
    }

    /// `range[i]`.
    ///
    /// # Errors
    /// `IndexError` outside the range.
    #[inline]
    pub fn item(&self, i: i64) -> Result<i64, Raise> {
        match crate::wrap_index(i, self.len()) {
            Some(i) => Ok(self.get(i)),
            None => Err(Raise::plain(Exc::IndexError, "range object index out of range")),
        }
    }

    /// `value in range`.
    pub fn contains(&self, value: i64) -> bool {
        if self.step > 0 {
            self.start <= value && value < self.stop && value.wrapping_sub(self.start) as u64 % self.step as u64 == 0
        } else {
            self.stop < value
                && value <= self.start
                && self.start.wrapping_sub(value) as u64 % self.step.unsigned_abs() == 0
        }
    }
}

/// First index and length that `start:stop:step` selects from `n` elements (`PySlice_AdjustIndices`).
///
/// # Errors
/// `ValueError` for a step of zero.
#[inline]
pub fn slice_bounds(n: i64, start: Option<i64>, stop: Option<i64>, step: i64) -> Result<(i64, i64), Raise> {
    if step == 0 {
        return Err(Raise::plain(Exc::ValueError, "slice step cannot be zero"));
    }
    // Where an index ends up that is below the first or above the last element.
    let (below, above) = if step < 0 { (-1, n - 1) } else { (0, n) };
    let adjust = |i: i64| {
        let i = if i < 0 { i.saturating_add(n) } else { i };
        if i < 0 { below } else { i.min(above) }
    };
    let first = start.map_or(if step < 0 { above } else { below }, adjust);
    let end = stop.map_or(if step < 0 { below } else { above }, adjust);
    let distance = if step < 0 { first - end } else { end - first };
    let length = if distance <= 0 { 0 } else { (distance - 1) / step.unsigned_abs().min(i64::MAX as u64) as i64 + 1 };
    Ok((first, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_as_python() {
        let bounds = |n, a, b, s| slice_bounds(n, a, b, s).unwrap();
        assert_eq!(bounds(10, None, None, 1), (0, 10));
        assert_eq!(bounds(10, None, None, -1), (9, 10));
        assert_eq!(bounds(10, Some(-3), None, 1), (7, 3));
        assert_eq!(bounds(10, Some(20), Some(-20), -3), (9, 4));
        assert_eq!(bounds(0, None, None, -1), (-1, 0));
        assert_eq!(bounds(5, Some(3), Some(1), 1).1, 0);
        assert!(slice_bounds(5, None, None, 0).is_err());
    }

    #[test]
    fn ranges() {
        let range = |a, b, c| Range::new(a, b, c).unwrap();
        assert_eq!(range(0, 10, 3).len(), 4);
        assert_eq!(range(10, 0, -3).len(), 4);
        assert_eq!(range(0, -1, 1).len(), 0);
        assert!(range(0, 10, 3).contains(9) && !range(0, 10, 3).contains(10) && range(10, 0, -3).contains(1));
        assert_eq!(range(0, 10, 3).item(-1).unwrap(), 9);
    }
}
