//! New arrays in the memory order of another (`order='K'`), and `np.eye`.

use std::sync::Arc;

use super::{allocate, zeros};
use crate::array::Array;
use crate::owner::Owner;
use crate::raise::Raise;
use crate::view::{Elem, View};

/// `np.empty_like(a)`, contents undefined.
///
/// # Errors
/// As [`super::empty`].
pub fn empty_like_k<E: Elem, S: Elem, const N: usize>(source: View<S, N>) -> Result<Array<E, N>, Raise> {
    like_k(source, false)
}

/// `np.zeros_like(a)`.
///
/// # Errors
/// As [`super::empty`].
pub fn zeros_like_k<E: Elem, S: Elem, const N: usize>(source: View<S, N>) -> Result<Array<E, N>, Raise> {
    like_k(source, true)
}

/// `np.copy(a)`.
///
/// # Errors
/// As [`super::empty`].
pub fn copy_k<E: Elem, const N: usize>(source: View<E, N>) -> Result<Array<E, N>, Raise> {
    let array = like_k::<E, E, N>(source, false)?;
    array.view.copy_apart(&source);
    Ok(array)
}

/// Axes lie as those of the source do, by the size of their strides.
fn like_k<E: Elem, S: Elem, const N: usize>(source: View<S, N>, zeroed: bool) -> Result<Array<E, N>, Raise> {
    let (mut view, mut owner) = allocate::<E, N>(source.shape.map(|length| length as i64), zeroed)?.split();
    if source.is_c_contiguous() || N < 2 {
        return Ok(Array::new(view, owner));
    }
    let mut order: [usize; N] = std::array::from_fn(|axis| axis);
    if source.is_f_contiguous() {
        order.reverse();
    } else {
        order.sort_by_key(|&axis| std::cmp::Reverse(source.strides[axis].unsigned_abs()));
    }
    let mut stride = size_of::<E>() as isize;
    for &axis in order.iter().rev() {
        view.strides[axis] = stride;
        stride *= view.shape[axis];
    }
    if let Owner::Native { mem, .. } = &mut owner
        && let Some(mem) = Arc::get_mut(mem)
    {
        mem.strides[..N].copy_from_slice(&view.strides);
    }
    Ok(Array::new(view, owner))
}

/// `np.eye(rows, columns, k)`.
///
/// # Errors
/// As [`super::empty`].
pub fn eye<E: Elem>(rows: i64, columns: i64, k: i64, one: E::Value) -> Result<Array<E, 2>, Raise> {
    let array = zeros::<E, 2>([rows, columns])?;
    let first = k.saturating_neg().max(0);
    for row in first..rows {
        let column = row.saturating_add(k);
        if column >= columns {
            break;
        }
        // SAFETY: the row is in range, and the column is from 0 up, as `first` sees to, and below their number.
        unsafe { array.view.set([row, column], one) };
    }
    Ok(array)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fortran_order_is_kept() {
        let view = zeros::<f64, 2>([2, 3]).unwrap();
        let copied = copy_k::<f64, 2>(view.view.transpose()).unwrap();
        assert!(copied.view.is_f_contiguous() && copied.view.shape == [3, 2]);
    }

    #[test]
    fn axes_keep_their_order() {
        let whole = zeros::<f64, 3>([2, 3, 4]).unwrap().view;
        // SAFETY: the same memory with its axes in another order.
        let turned = unsafe { View::<f64, 3>::new(whole.ptr, [3, 2, 4], [32, 96, 8]) };
        let like = empty_like_k::<f32, f64, 3>(turned).unwrap();
        assert_eq!(like.view.strides, [16, 48, 4]);
    }
}
