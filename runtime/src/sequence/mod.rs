//! Functions that emitted code calls on strings, bytes and ranges, and checks of positions. Owners come by reference.

mod char;
mod item;
mod list;
mod range;
mod sort;
mod store;
mod sum;
mod text;
mod words;

pub use char::*;
pub use item::*;
pub use list::*;
pub use range::*;
pub use sort::*;
pub use store::*;
pub use sum::*;
pub use text::*;
pub use words::*;

use crate::raise::{Cause, Exc, Raise};
use crate::{Array, Elem, Owner, View};

/// Whether `index`, negative ones counted from the end, is a position among `length`.
#[inline(always)]
pub fn in_range(index: i64, length: i64) -> bool {
    crate::wrap_index(index, length).is_some()
}

/// `items[index]` of a tuple.
///
/// # Errors
/// `IndexError` outside.
#[inline(always)]
pub fn pick<T: Clone, const N: usize>(items: &[T; N], index: i64) -> Result<T, Raise> {
    let at = crate::wrap_index(index, N as i64);
    let item = at.and_then(|at| items.get(at as usize));
    item.cloned().ok_or_else(|| Raise::plain(Exc::IndexError, "tuple index out of range"))
}

/// Unpacking fewer items than targets: Python's error.
#[cold]
pub fn too_few(length: i64, wanted: i64) -> Result<(), Raise> {
    let text = format!("not enough values to unpack (expected {wanted}, got {length})");
    Err(Raise::new(Cause::Message(Exc::ValueError, text)))
}

/// Unpacking more items than targets: Python's error. The text differs by version and type of the iterable.
#[cold]
pub fn too_many(_length: i64, wanted: i64) -> Result<(), Raise> {
    let text = format!("too many values to unpack (expected {wanted})");
    Err(Raise::new(Cause::Message(Exc::ValueError, text)))
}

/// The source of `to[...] = from`, spread to the shape of the destination. The result borrows the source's memory.
///
/// # Errors
/// NumPy's `ValueError` if it does not broadcast.
pub fn broadcast<E: Elem, const N: usize, const M: usize>(
    from: View<E, N>,
    to: View<E, M>,
) -> Result<Array<E, M>, Raise> {
    match from.broadcast_to(to.shape) {
        Ok(view) => Ok(Array::new(view, Owner::default())),
        Err(_) => Err(broadcast_error(&from.shape, &to.shape)),
    }
}

/// As [`broadcast`], for typed memoryviews.
///
/// # Errors
/// Cython's `ValueError`.
pub fn spread_view<E: Elem, const N: usize, const M: usize>(
    from: View<E, N>,
    to: View<E, M>,
) -> Result<Array<E, M>, Raise> {
    // Elements of no view go to no view only.
    if from.is_none() && !to.shape.contains(&0) {
        return Err(crate::view::extents_error(0, to.shape[0], 0));
    }
    crate::view::spread(&from, to.shape).map(|view| Array::new(view, Owner::default()))
}

#[cold]
fn broadcast_error(from: &[isize], to: &[isize]) -> Raise {
    let text = format!("could not broadcast input array from shape {} into shape {}", shape_text(from), shape_text(to));
    Raise::new(Cause::Message(Exc::ValueError, text))
}

/// A shape as NumPy prints it in errors.
fn shape_text(shape: &[isize]) -> String {
    let dims: Vec<String> = shape.iter().map(ToString::to_string).collect();
    if dims.len() == 1 { format!("({},)", dims[0]) } else { format!("({})", dims.join(",")) }
}

/// `x.is_integer()`
#[inline]
pub fn is_integer(x: f64) -> bool {
    x.is_finite() && x.trunc() == x
}

/// `n.bit_length()`: bits of the absolute value.
#[inline]
pub fn bit_length<T: crate::num::Int>(n: T) -> i64 {
    i64::from(64 - n.unsigned_abs().leading_zeros())
}

/// `n.bit_count()`: ones of the absolute value.
#[inline]
pub fn bit_count<T: crate::num::Int>(n: T) -> i64 {
    i64::from(n.unsigned_abs().count_ones())
}

macro_rules! int_float {
    ($($name:ident $test:ident $text:literal;)*) => {$(
        #[doc = concat!("`int ", $text, " float`, exact: neither side is rounded.")]
        #[inline]
        pub fn $name<T: crate::num::Int>(a: T, b: f64) -> bool {
            crate::cmp::int_float(a, b).is_some_and(|order| order.$test())
        }
    )*};
}

int_float! {
    int_eq_float is_eq "==";
    int_lt_float is_lt "<";
    int_le_float is_le "<=";
    int_gt_float is_gt ">";
    int_ge_float is_ge ">=";
}

/// `int != float`, true for NaN.
#[inline]
pub fn int_ne_float<T: crate::num::Int>(a: T, b: f64) -> bool {
    !int_eq_float(a, b)
}
