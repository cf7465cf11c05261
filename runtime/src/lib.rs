//! Linked into every extension that pyrx generates; also the catalogue of functions pyrx knows.
//!
//! Without the feature `python` only [`catalogue`], [`raise`] and the numeric kernels exist: the transpiler reads
//! the rows, nothing of the interpreter.

pub mod catalogue;
pub mod math;
pub mod num;
pub mod raise;

pub use num::{C64, C128, cfloat, cint, cmp, complex, conv, float, int, npcomplex, npfloat, npint, round};
pub use raise::{Raise, Site};
