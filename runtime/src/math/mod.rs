//! Python's `math`: bit-equal to the running CPython, errors included.

pub mod libm;
