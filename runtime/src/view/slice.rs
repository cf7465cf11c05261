//! Views made from views: slices, one index, new axes, transposes.

use super::{Elem, View};
use crate::raise::{Exc, Raise};
use crate::range::slice_bounds;

impl<E: Elem, const N: usize> View<E, N> {
    /// `a[..., start:stop:step, ...]` on one axis, by the rules of Python's slices.
    ///
    /// # Errors
    /// `ValueError` for a step of zero.
    #[inline]
    pub fn slice_axis(self, axis: usize, start: Option<i64>, stop: Option<i64>, step: i64) -> Result<Self, Raise> {
        let (first, length) = slice_bounds(self.dim(axis), start, stop, step)?;
        let mut view = self;
        // An empty slice keeps its pointer: `first` may lie one past either end.
        if length > 0 {
            view.ptr = self.ptr.wrapping_offset(first as isize * self.strides[axis]);
        }
        view.shape[axis] = length as isize;
        view.strides[axis] = self.strides[axis].wrapping_mul(step as isize);
        Ok(view)
    }

    /// `a[..., i, ...]` with `i` in range: one dimension less. `M` is `N - 1`.
    #[inline]
    pub fn index_axis<const M: usize>(self, axis: usize, i: i64) -> View<E, M> {
        const { assert!(M + 1 == N) };
        let mut view = View::<E, M>::EMPTY;
        view.ptr = self.ptr.wrapping_offset(i as isize * self.strides[axis]);
        for k in 0..M {
            let from = if k < axis { k } else { k + 1 };
            view.shape[k] = self.shape[from];
            view.strides[k] = self.strides[from];
        }
        view
    }

    /// `a[i]` with `i` in range.
    #[inline]
    pub fn row<const M: usize>(self, i: i64) -> View<E, M> {
        self.index_axis::<M>(0, i)
    }

    /// `a[..., None, ...]`: a new axis of length 1 before `axis`. `M` is `N + 1`.
    #[inline]
    pub fn insert_axis<const M: usize>(self, axis: usize) -> View<E, M> {
        const { assert!(M == N + 1) };
        let mut view = View::<E, M>::EMPTY;
        view.ptr = self.ptr;
        for k in 0..M {
            if k == axis {
                (view.shape[k], view.strides[k]) = (1, 0);
            } else {
                let from = if k < axis { k } else { k - 1 };
                (view.shape[k], view.strides[k]) = (self.shape[from], self.strides[from]);
            }
        }
        view
    }

    /// The axes in reverse order.
    #[inline]
    pub fn transpose(self) -> Self {
        let mut view = self;
        view.shape.reverse();
        view.strides.reverse();
        view
    }

    /// The axes in the order given: a permutation of `0..N`.
    #[inline]
    pub fn permute(self, axes: [usize; N]) -> Self {
        let mut view = self;
        for (k, &from) in axes.iter().enumerate() {
            (view.shape[k], view.strides[k]) = (self.shape[from], self.strides[from]);
        }
        view
    }

    /// The view stretched to `shape` as NumPy broadcasts, axes aligned at the end.
    ///
    /// # Errors
    /// `ValueError` where a length is neither 1 nor that of `shape`.
    pub fn broadcast_to<const M: usize>(self, shape: [isize; M]) -> Result<View<E, M>, Raise> {
        let mut view = View::<E, M>::EMPTY;
        (view.ptr, view.shape, view.strides) = (self.ptr, shape, [0; M]);
        let fits = N <= M
            && (0..N).all(|k| {
                let to = k + (M - N);
                if self.shape[k] == shape[to] {
                    view.strides[to] = self.strides[k];
                    return true;
                }
                self.shape[k] == 1
            });
        if fits { Ok(view) } else { Err(broadcast_error(&self.shape, &shape)) }
    }
}

#[cold]
fn broadcast_error(from: &[isize], into: &[isize]) -> Raise {
    let text = |shape: &[isize]| match shape {
        [one] => format!("({one},)"),
        many => format!("({})", many.iter().map(isize::to_string).collect::<Vec<_>>().join(",")),
    };
    Raise::new(crate::raise::Cause::Message(
        Exc::ValueError,
        format!("could not broadcast input array from shape {} into shape {}", text(from), text(into)),
    ))
}
