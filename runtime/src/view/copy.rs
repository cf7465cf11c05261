//! Whole views: fill and copy.

use super::{Elem, View};
use crate::new;

impl<E: Elem, const N: usize> View<E, N> {
    /// `a[...] = value`.
    pub fn fill(&self, value: E::Value) {
        let stored = E::store(value);
        // SAFETY: the walk stays inside the view, which may be written by the argument check.
        self.for_each_row(|row, length, stride| unsafe {
            if stride == size_of::<E>() as isize {
                std::slice::from_raw_parts_mut(row.cast::<std::mem::MaybeUninit<E>>(), length)
                    .fill(std::mem::MaybeUninit::new(stored));
            } else {
                for i in 0..length as isize {
                    row.byte_offset(i * stride).write(stored);
                }
            }
        });
    }

    /// `a[...] = source` for the same shape. Overlapping memory gives NumPy's answer: as if the source were copied first.
    ///
    /// # Panics
    /// Where an overlap needs a temporary and there is no memory for it.
    pub fn copy_from(&self, source: &View<E, N>) {
        debug_assert_eq!(self.shape, source.shape);
        if self.ptr == source.ptr && self.strides == source.strides {
            return;
        }
        if self.is_c_contiguous() && source.is_c_contiguous() {
            // SAFETY: both are gapless runs of the same number of elements; `copy` allows overlap.
            unsafe {
                std::ptr::copy(source.ptr.cast::<E>(), self.ptr.cast::<E>(), self.size() as usize);
            }
            return;
        }
        if self.may_overlap(source) {
            let (copied, _owner) = new::copy(source).expect("no memory for the copy of an overlapping array").split();
            self.copy_apart(&copied);
        } else {
            self.copy_apart(source);
        }
    }

    /// `copy_from` where the memory is known not to overlap.
    pub(crate) fn copy_apart(&self, source: &View<E, N>) {
        let unit = size_of::<E>() as isize;
        self.for_each_row_pair(source, |to, from, length, stride, from_stride| {
            // SAFETY: both walks stay inside their views; the memory does not overlap.
            unsafe {
                if stride == unit && from_stride == unit {
                    std::ptr::copy_nonoverlapping(from, to, length);
                } else {
                    for i in 0..length as isize {
                        to.byte_offset(i * stride).write(from.byte_offset(i * from_stride).read());
                    }
                }
            }
        });
    }

    /// Calls `body(first, length, stride)` for each run along the last axis.
    fn for_each_row(&self, mut body: impl FnMut(*mut E, usize, isize)) {
        self.for_each_row_pair(self, |row, _, length, stride, _| body(row, length, stride));
    }

    /// Calls `body` with the runs along the last axis of two views of one shape.
    fn for_each_row_pair(&self, other: &View<E, N>, mut body: impl FnMut(*mut E, *const E, usize, isize, isize)) {
        if self.shape.contains(&0) {
            return;
        }
        if N == 0 {
            return body(self.ptr.cast(), other.ptr.cast(), 1, size_of::<E>() as isize, size_of::<E>() as isize);
        }
        let last = N - 1;
        let mut index = [0isize; N];
        let (mut a, mut b) = (self.ptr, other.ptr);
        loop {
            body(a.cast(), b.cast(), self.shape[last] as usize, self.strides[last], other.strides[last]);
            let mut k = last;
            loop {
                if k == 0 {
                    return;
                }
                k -= 1;
                index[k] += 1;
                a = a.wrapping_offset(self.strides[k]);
                b = b.wrapping_offset(other.strides[k]);
                if index[k] < self.shape[k] {
                    break;
                }
                a = a.wrapping_offset(-self.strides[k] * self.shape[k]);
                b = b.wrapping_offset(-other.strides[k] * self.shape[k]);
                index[k] = 0;
            }
        }
    }
}
