//! Memory of any rank: where elements lie.

use crate::owner::MAX_RANK;
use crate::raise::Raise;
use crate::view::extents_error;

/// A pointer to the first element, lengths, and strides in bytes.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub data: *mut u8,
    pub rank: usize,
    pub shape: [isize; MAX_RANK],
    pub strides: [isize; MAX_RANK],
}

impl Part {
    pub fn new(data: *mut u8, shape: &[isize], strides: &[isize]) -> Part {
        let mut part = Part { data, rank: shape.len(), shape: [1; MAX_RANK], strides: [0; MAX_RANK] };
        part.shape[..shape.len()].copy_from_slice(shape);
        part.strides[..shape.len()].copy_from_slice(strides);
        part
    }

    pub fn shape(&self) -> &[isize] {
        &self.shape[..self.rank]
    }

    pub fn strides(&self) -> &[isize] {
        &self.strides[..self.rank]
    }

    /// Number of elements.
    pub fn size(&self) -> isize {
        self.shape().iter().product()
    }

    /// The axes in reverse order.
    pub fn transposed(&self) -> Part {
        let mut part = *self;
        part.shape[..self.rank].reverse();
        part.strides[..self.rank].reverse();
        part
    }

    /// Whether the elements of this size lie in C order without gaps.
    pub fn is_contiguous(&self, item: isize) -> bool {
        let mut step = item;
        for axis in (0..self.rank).rev() {
            if self.shape[axis] != 1 && self.strides[axis] != step {
                return self.size() == 0;
            }
            step *= self.shape[axis];
        }
        true
    }

    /// Strides of a gapless array of this shape in C order.
    pub fn c_strides(&self, item: isize) -> [isize; MAX_RANK] {
        let mut strides = [0; MAX_RANK];
        let mut step = item;
        for axis in (0..self.rank).rev() {
            strides[axis] = step;
            step *= self.shape[axis].max(1);
        }
        strides
    }

    /// The same elements spread to the shape of `to`: new axes in front, axes of length 1 again and again.
    ///
    /// # Errors
    /// Cython's `ValueError`.
    pub fn spread(&self, to: &Part) -> Result<Part, Raise> {
        let mut part = Part { data: self.data, strides: [0; MAX_RANK], ..*to };
        for back in 1..=self.rank {
            let (length, stride) = (self.shape[self.rank - back], self.strides[self.rank - back]);
            let wanted = if back <= to.rank { to.shape[to.rank - back] } else { 1 };
            if length != wanted && (length != 1 || back > to.rank) {
                return Err(extents_error(to.rank.saturating_sub(back), wanted, length));
            }
            if back <= to.rank && length == wanted {
                part.strides[to.rank - back] = stride;
            }
        }
        Ok(part)
    }

    /// Calls `body` with the address of each element of two parts of one shape, in C order.
    pub fn each_pair(&self, other: &Part, body: &mut dyn FnMut(*mut u8, *mut u8)) {
        fn axis(to: &Part, from: &Part, at: usize, a: *mut u8, b: *mut u8, body: &mut dyn FnMut(*mut u8, *mut u8)) {
            if at == to.rank {
                return body(a, b);
            }
            for i in 0..to.shape[at] {
                let (a, b) = (a.wrapping_offset(i * to.strides[at]), b.wrapping_offset(i * from.strides[at]));
                axis(to, from, at + 1, a, b, body);
            }
        }
        axis(self, other, 0, self.data, other.data, body);
    }
}
