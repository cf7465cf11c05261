//! Parallel loops: one pool of threads a process, results that do not depend on how many there are.

mod blocks;
mod changed;
mod gate;
mod poll;
mod run;
mod share;
mod sparing;
mod threads;

pub use blocks::{Block, Schedule};
pub use changed::Changed;
pub use poll::{Poll, poll};
pub use run::{prange, prange_until};
pub(crate) use share::share;

/// The number of threads that parallel loops use.
pub fn num_threads() -> i64 {
    share::threads() as i64
}

/// `threadid()`: the number of this thread in the innermost parallel loop, from 0; 0 outside.
pub fn thread_id() -> i64 {
    poll::current_slot()
}
