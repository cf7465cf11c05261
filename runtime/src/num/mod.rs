//! Scalar arithmetic: one file for each pair of representation and rule set (`docs/SEMANTICS`, "Numbers").
//!
//! Everything here is free of the interpreter and `Copy` in, `Copy` out. Kernels that may fail return
//! `Result<_, Raise>`; the failing paths are cold functions, so that the hot ones inline to a few instructions.

pub mod bits;
pub mod ccomplex;
pub mod cfloat;
pub mod cint;
pub mod cmp;
pub mod complex;
pub mod conv;
pub mod float;
pub mod int;
pub mod npcomplex;
pub mod npfloat;
pub mod npint;
pub mod real;
pub mod repr;
pub mod round;
pub mod rows;

pub use real::Real;
pub use repr::Int;

/// `complex64`.
pub type C64 = num_complex::Complex<f32>;
/// `complex128`, Python's `complex`.
pub type C128 = num_complex::Complex<f64>;
