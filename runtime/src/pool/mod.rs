//! Parallel loops: one pool of threads a process, results that do not depend on how many there are.

mod blocks;
mod changed;
mod gate;
pub mod openmp;
mod poll;
mod run;
mod share;
mod sparing;
mod threads;

use crate::range::Range;
pub use blocks::{Block, Schedule};
pub use changed::Changed;
pub use poll::{Poll, barrier, poll, strip, take};
pub use run::{prange, prange_until};
pub(crate) use share::share;

/// The number of threads that parallel loops use.
pub fn num_threads() -> i64 {
    openmp::limit()
}

/// How many members a team has that runs a block `with parallel()`; `wanted`: at most so many, if it is positive.
pub fn members(wanted: i64) -> i64 {
    let limit = if wanted > 0 { wanted } else { i64::MAX };
    if share::is_worker() { 1 } else { num_threads().min(limit).min(blocks::MOST) }
}

/// Where the share of a member of a team begins in `range(start, stop, step)`; the share of the last one ends at `stop`.
pub fn share_start(start: i64, stop: i64, step: i64, member: i64, members: i64) -> i64 {
    let trips = Range { start, stop, step }.len();
    let (each, more) = (trips / members.max(1), trips % members.max(1));
    iteration(start, stop, step, member * each + member.min(more), trips)
}

/// The iterations of `range(start, stop, step)`.
pub fn trips(start: i64, stop: i64, step: i64) -> i64 {
    Range { start, stop, step }.len()
}

/// The value of the iteration with a number, from 0; of the one behind the last, `stop`.
pub fn iteration(start: i64, stop: i64, step: i64, at: i64, trips: i64) -> i64 {
    if at == trips { stop } else { start.wrapping_add(at.wrapping_mul(step)) }
}

/// `threadid()`: the number of this thread in the innermost parallel loop, from 0; 0 outside.
pub fn thread_id() -> i64 {
    poll::current_slot()
}
