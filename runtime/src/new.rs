//! Arrays made by compiled code, without the interpreter.

use crate::array::Array;
use crate::owner::{Mem, Owner};
use crate::raise::{Cause, Exc, Raise};
use crate::view::{Elem, View};
use std::sync::Arc;

mod like;
mod ranges;

pub use like::{copy_k, empty_like_k, eye, zeros_like_k};
pub use ranges::{Filled, arange_float, arange_int, arange_int_float, linspace};

/// `np.empty(shape)`, C order. The elements are uninitialised memory: the compiler stores before it loads, or the
/// source says `np.empty` and reads what is there, as with NumPy.
///
/// # Errors
/// `ValueError` for a negative or too great shape, `MemoryError` when there is no memory.
#[inline]
pub fn empty<E: Elem, const N: usize>(shape: [i64; N]) -> Result<Array<E, N>, Raise> {
    allocate(shape, false)
}

/// `np.zeros(shape)`.
///
/// # Errors
/// As [`empty`].
#[inline]
pub fn zeros<E: Elem, const N: usize>(shape: [i64; N]) -> Result<Array<E, N>, Raise> {
    allocate(shape, true)
}

/// `np.full(shape, value)`.
///
/// # Errors
/// As [`empty`].
pub fn full<E: Elem, const N: usize>(shape: [i64; N], value: E::Value) -> Result<Array<E, N>, Raise> {
    let array = allocate(shape, false)?;
    array.view.fill(value);
    Ok(array)
}

/// `a.copy()`: C order, owned by nobody else.
///
/// # Errors
/// `MemoryError` when there is no memory.
pub fn copy<E: Elem, const N: usize>(source: &View<E, N>) -> Result<Array<E, N>, Raise> {
    let array = allocate(source.shape.map(|n| n as i64), false)?;
    array.view.copy_apart(source);
    Ok(array)
}

/// `view.copy()` of a typed memoryview.
///
/// # Errors
/// As [`copy`]; Cython's `ValueError` for `None`.
pub fn copy_view<E: Elem, const N: usize>(source: View<E, N>) -> Result<Array<E, N>, Raise> {
    if source.is_none() {
        return Err(Raise::plain(Exc::ValueError, "Cannot copy memoryview slice with indirect dimensions (axis 0)"));
    }
    copy(&source)
}

/// `view.copy_fortran()` of a typed memoryview.
///
/// # Errors
/// As [`copy_view`].
pub fn copy_view_fortran<E: Elem, const N: usize>(source: View<E, N>) -> Result<Array<E, N>, Raise> {
    let (view, owner) = copy_view(source.transpose())?.split();
    Ok(Array::new(view.transpose(), owner.part()))
}

/// A new array of one dimension with these elements.
///
/// # Errors
/// `MemoryError` when there is no memory.
pub fn from_slice<E: Elem>(values: &[E::Value]) -> Result<Array<E, 1>, Raise> {
    from_fn(values.len() as i64, |i| values[i as usize])
}

/// A new array of one dimension, element `i` of which is `element(i)`.
///
/// # Errors
/// As [`empty`].
pub fn from_fn<E: Elem>(length: i64, mut element: impl FnMut(i64) -> E::Value) -> Result<Array<E, 1>, Raise> {
    let array = allocate::<E, 1>([length], false)?;
    let start = array.view.ptr.cast::<E>();
    for i in 0..length {
        // SAFETY: `i` is below the length that was allocated.
        unsafe { start.add(i as usize).write(E::store(element(i))) };
    }
    Ok(array)
}

fn allocate<E: Elem, const N: usize>(shape: [i64; N], zeroed: bool) -> Result<Array<E, N>, Raise> {
    let mut bytes = size_of::<E>() as u128;
    let mut empty = false;
    for length in shape {
        if length < 0 {
            return Err(Raise::plain(Exc::ValueError, "negative dimensions are not allowed"));
        }
        empty |= length == 0;
        // NumPy multiplies the other lengths even where one of them is 0.
        bytes = bytes.saturating_mul(length.max(1) as u128);
    }
    if bytes > isize::MAX as u128 {
        return Err(Raise::plain(
            Exc::ValueError,
            "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.",
        ));
    }
    let shape = shape.map(|length| length as isize);
    let strides = View::<E, N>::c_strides(shape);
    let bytes = if empty { 0 } else { bytes as usize };
    let mem = Mem::allocate(bytes, zeroed, E::DTYPE, &shape, &strides).ok_or_else(|| no_memory::<E>(&shape, bytes))?;
    // SAFETY: the block has room for the shape in C order. (`empty` leaves it to the source what it reads there.)
    let view = unsafe { View::new(mem.ptr(), shape, strides) };
    Ok(Array::new(view, Owner::native(Arc::new(mem))))
}

/// NumPy's text.
#[cold]
fn no_memory<E: Elem>(shape: &[isize], bytes: usize) -> Raise {
    let shape = match shape {
        [one] => format!("({one},)"),
        many => format!("({})", many.iter().map(isize::to_string).collect::<Vec<_>>().join(", ")),
    };
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
    let unit = (0..units.len() - 1).find(|&u| (bytes >> (10 * u)) < 1024).unwrap_or(units.len() - 1);
    let amount = bytes as f64 / (1u64 << (10 * unit)) as f64;
    let amount = match (unit, amount) {
        (0, _) => format!("{amount:.0}"),
        (_, ..10.0) => format!("{amount:.2}"),
        (_, ..100.0) => format!("{amount:.1}"),
        _ => format!("{amount:.0}."),
    };
    let text = format!(
        "Unable to allocate {amount} {} for an array with shape {shape} and data type {}",
        units[unit],
        E::DTYPE.name()
    );
    Raise::new(Cause::Message(Exc::MemoryError, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        assert!(empty::<f64, 1>([-1]).is_err());
        assert!(empty::<f64, 2>([1 << 40, 1 << 40]).is_err());
        let array = zeros::<f64, 2>([2, 3]).unwrap();
        assert_eq!(array.view.strides, [24, 8]);
        assert!(array.view.is_c_contiguous() && !array.view.is_f_contiguous());
        assert_eq!(zeros::<i32, 2>([0, 3]).unwrap().view.size(), 0);
    }

    #[test]
    fn overlapping_copies() {
        let array = arange_int::<i64>(0, 10, 1).unwrap();
        let view = array.view;
        let even = view.slice_axis(0, Some(0), Some(8), 2).unwrap();
        let next = view.slice_axis(0, Some(4), Some(8), 1).unwrap();
        next.copy_from(&even);
        // SAFETY: the view is contiguous and alone.
        assert_eq!(unsafe { view.as_slice() }, [0, 1, 2, 3, 0, 2, 4, 6, 8, 9]);
        let back = view.slice_axis(0, None, None, -1).unwrap();
        view.copy_from(&back);
        // SAFETY: as above.
        assert_eq!(unsafe { view.as_slice() }, [9, 8, 6, 4, 2, 0, 3, 2, 1, 0]);
    }
}
