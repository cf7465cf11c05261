//! Python's `math`: bit-equal to the running CPython, errors included. Functions of the C library are the very same
//! ones; what CPython computes itself is computed here by the same steps.

mod decompose;
mod elementary;
mod errors;
mod gamma;
mod integers;
pub mod libm;
mod norm;
mod pair;
pub mod rows;
pub mod running;
mod sums;

pub use decompose::*;
pub use elementary::*;
pub use gamma::{gamma, lgamma};
pub use integers::*;
pub use norm::*;
pub use pair::*;
pub use sums::{dist, fsum, prod_float, prod_int};
