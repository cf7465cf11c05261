//! What emitted code asks of the typed memoryviews of a `.pyx`.

use super::{Elem, View};
use crate::mem::Ptr;
use crate::raise::{Cause, Exc, Raise};

/// An item of a view that is `None`.
#[cold]
#[inline(never)]
pub fn none_error() -> Raise {
    Raise::plain(Exc::TypeError, "Cannot index None memoryview slice")
}

/// A field of a buffer or array that is `None`.
#[cold]
#[inline(never)]
pub fn none_has_no(attribute: &str) -> Raise {
    Raise::new(Cause::Message(Exc::AttributeError, format!("'NoneType' object has no attribute '{attribute}'")))
}

/// `view is None`.
#[inline(always)]
pub fn is_none<E: Elem, const N: usize>(view: View<E, N>) -> bool {
    view.is_none()
}

/// `buffer.data`: where its items lie.
///
/// # Errors
/// `AttributeError` for `None`.
#[inline(always)]
pub fn data<E: Elem, const N: usize>(buffer: View<E, N>) -> Result<Ptr<i8>, Raise> {
    if buffer.is_none() { Err(none_has_no("data")) } else { Ok(Ptr(buffer.ptr.cast())) }
}

/// `for x in view`.
///
/// # Errors
/// `TypeError` for `None`.
#[inline(always)]
pub fn iterable<E: Elem, const N: usize>(view: View<E, N>) -> Result<(), Raise> {
    if view.is_none() { Err(Raise::plain(Exc::TypeError, "'NoneType' is not iterable")) } else { Ok(()) }
}

/// `view.is_c_contig()`
pub fn is_c_contiguous<E: Elem, const N: usize>(view: View<E, N>) -> bool {
    view.is_c_contiguous()
}

/// `view.is_f_contig()`
pub fn is_f_contiguous<E: Elem, const N: usize>(view: View<E, N>) -> bool {
    view.is_f_contiguous()
}

/// The source of `to[...] = from` between views, spread to the shape of the destination.
///
/// # Errors
/// Cython's `ValueError` if it does not broadcast.
pub fn spread<E: Elem, const N: usize, const M: usize>(from: &View<E, N>, to: [isize; M]) -> Result<View<E, M>, Raise> {
    from.broadcast_to(to).map_err(|error| {
        let differ = (0..N.min(M)).find(|k| {
            let (own, wanted) = (from.shape[N - 1 - k], to[M - 1 - k]);
            own != wanted && own != 1
        });
        differ.map_or(error, |k| extents_error(M - 1 - k, to[M - 1 - k], from.shape[N - 1 - k]))
    })
}

/// Shapes of a copy that do not fit.
#[cold]
pub fn extents_error(axis: usize, to: isize, from: isize) -> Raise {
    let text = format!("got differing extents in dimension {axis} (got {to} and {from})");
    Raise::new(Cause::Message(Exc::ValueError, text))
}
