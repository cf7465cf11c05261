//! The minor version of the running CPython, for results that changed with it.

use std::sync::atomic::{AtomicU8, Ordering};

static MINOR: AtomicU8 = AtomicU8::new(11);

/// 11 for CPython 3.11, which is also what holds until it is set.
pub fn minor() -> u8 {
    MINOR.load(Ordering::Relaxed)
}

/// Called once, before native code runs.
pub fn set_minor(minor: u8) {
    MINOR.store(minor, Ordering::Relaxed);
}
