//! Memory of strings that grow: `s += part` in a loop takes time for the parts alone.
//!
//! A string that ends where its memory is filled to may be made longer in place: others see only their own part.

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Items, of which the first ones are written and never change.
pub struct Grown<T> {
    items: Box<[UnsafeCell<MaybeUninit<T>>]>,
    /// How many are written or about to be.
    used: AtomicUsize,
}

// SAFETY: an item is written once, by whoever claimed its place, before anybody is told of it.
unsafe impl<T: Send + Sync> Send for Grown<T> {}
// SAFETY: as above.
unsafe impl<T: Send + Sync> Sync for Grown<T> {}

impl<T: Copy> Grown<T> {
    /// Room for so many.
    pub fn with_capacity(capacity: usize) -> Self {
        let items = (0..capacity).map(|_| UnsafeCell::new(MaybeUninit::uninit())).collect();
        Grown { items, used: AtomicUsize::new(0) }
    }

    /// The first item.
    pub fn start(&self) -> *const T {
        self.items.as_ptr().cast()
    }

    /// Writes more items after the first `from`; `false` where others have gone on from there, or there is no room.
    pub fn push(&self, from: usize, more: &[T]) -> bool {
        let end = from + more.len();
        let fits = end <= self.items.len();
        if !fits || self.used.compare_exchange(from, end, Ordering::AcqRel, Ordering::Relaxed).is_err() {
            return false;
        }
        for (slot, item) in self.items[from..end].iter().zip(more) {
            // SAFETY: these places were claimed just now, and nobody else knows of them.
            unsafe { (*slot.get()).write(*item) };
        }
        true
    }
}
