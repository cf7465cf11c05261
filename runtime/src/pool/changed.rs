//! Whether the blocks of a parallel loop have changed something that is visible outside.

use crate::raise::Raise;
use std::sync::atomic::{AtomicBool, Ordering};

/// Set by the blocks of one loop when they end, read after the loop.
#[derive(Default)]
pub struct Changed(AtomicBool);

impl Changed {
    /// A block ends; `touched`: it has changed something.
    #[inline(always)]
    pub fn note(&self, touched: bool) {
        // Most blocks find it set: they leave the cache line shared.
        if touched && !self.get() {
            self.0.store(true, Ordering::Relaxed);
        }
    }

    /// The error that ends a block; `touched`: it has changed something before.
    #[cold]
    pub fn before(&self, error: Raise, touched: bool) -> Raise {
        self.note(touched || error.is_touched());
        error.after(touched)
    }

    /// Whether some block has. (The loop has ended, which orders its threads before this one.)
    #[inline(always)]
    pub fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
