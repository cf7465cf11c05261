//! Functions that emitted code calls on strings, bytes and ranges, and checks of positions. Owners come by reference.

mod list;
mod range;
mod store;
mod text;

pub use list::*;
pub use range::*;
pub use store::*;
pub use text::*;

use crate::raise::{Cause, Exc, Raise};

/// Whether `index`, negative ones counted from the end, is a position among `length`.
#[inline(always)]
pub fn in_range(index: i64, length: i64) -> bool {
    crate::wrap_index(index, length).is_some()
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

/// The lengths of axes as NumPy prints a shape.
pub trait Shape {
    fn text(&self) -> String;
}

macro_rules! shapes {
    ($($name:ident [$($field:tt)*];)*) => {$(
        impl Shape for $name {
            fn text(&self) -> String {
                let dims: Vec<String> = vec![$(self.$field.to_string()),*];
                if dims.len() == 1 { format!("({},)", dims[0]) } else { format!("({})", dims.join(",")) }
            }
        }
    )*};
}

type Shape1 = (i64,);
type Shape2 = (i64, i64);
type Shape3 = (i64, i64, i64);
type Shape4 = (i64, i64, i64, i64);
type Shape5 = (i64, i64, i64, i64, i64);
type Shape6 = (i64, i64, i64, i64, i64, i64);
type Shape7 = (i64, i64, i64, i64, i64, i64, i64);
type Shape8 = (i64, i64, i64, i64, i64, i64, i64, i64);

shapes! {
    Shape1 [0];
    Shape2 [0 1];
    Shape3 [0 1 2];
    Shape4 [0 1 2 3];
    Shape5 [0 1 2 3 4];
    Shape6 [0 1 2 3 4 5];
    Shape7 [0 1 2 3 4 5 6];
    Shape8 [0 1 2 3 4 5 6 7];
}

/// Assigning an array of one shape to a view of another that it does not broadcast to: NumPy's error.
#[cold]
pub fn broadcast_error<S: Shape>(from: S, to: S) -> Result<(), Raise> {
    let text = format!("could not broadcast input array from shape {} into shape {}", from.text(), to.text());
    Err(Raise::new(Cause::Message(Exc::ValueError, text)))
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
