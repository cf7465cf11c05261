//! NumPy's elementwise functions on scalars, for `f32` and `f64`, and for integers and complex numbers where NumPy has
//! them. Real functions err by less than a unit in the last place, with NumPy's special values.
//!
//! What is exact in NumPy is exact here; what only follows a rule set is in [`crate::npint`], [`crate::npfloat`] and
//! [`crate::npcomplex`].

pub(crate) mod accurate;
mod arithmetic;
pub(crate) mod arithmetic_rows;
mod bits;
mod c99;
mod compare;
pub(crate) mod compare_rows;
pub mod complex;
mod double;
mod elementary;
pub(crate) mod elementary_rows;
mod number;
mod rounding;
pub(crate) mod special_rows;

pub use arithmetic::*;
pub use bits::*;
pub use c99::Library;
pub use compare::*;
pub use elementary::*;
pub use number::Number;
pub use rounding::*;
