//! Python's `cmath`: bit-equal to CPython, errors included. Arguments with an infinite or nan part follow Annex G of
//! C99, for which the C library's own functions serve where that fixes the answer.

mod errors;
mod exponential;
mod inverse;
mod polar;
mod roots;
pub mod rows;

pub use exponential::*;
pub use inverse::*;
pub use polar::*;
pub use roots::*;

/// Beyond this a sum of squares or a product with `e` may overflow.
const LARGE: f64 = f64::MAX / 4.0;
/// Its logarithm.
const LOG_LARGE: f64 = 708.396418532264078748994506895;
