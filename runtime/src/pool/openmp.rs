//! OpenMP's functions, of this pool: how many threads there are, which one runs, locks.

use super::{poll, share, threads};
use crate::mem::Ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI32, Ordering};
use std::time::Instant;

/// What `omp_set_num_threads` asked for; 0: nothing.
static WANTED: AtomicI32 = AtomicI32::new(0);

/// The most threads that a parallel loop uses.
pub(super) fn limit() -> i64 {
    match i64::from(WANTED.load(Ordering::Relaxed)) {
        0 => share::threads() as i64,
        wanted => wanted.min(share::threads() as i64),
    }
}

/// Later parallel loops use at most so many threads; numbers below 1 change nothing. There are never more than the pool has.
pub fn omp_set_num_threads(count: i32) {
    if count > 0 {
        WANTED.store(count, Ordering::Relaxed);
    }
}

/// The threads of the parallel loop or block at hand; 1 outside.
pub fn omp_get_num_threads() -> i32 {
    number(poll::current_threads())
}

/// The threads that a parallel loop would use here.
pub fn omp_get_max_threads() -> i32 {
    number(limit())
}

/// The number of this thread, from 0; 0 outside.
pub fn omp_get_thread_num() -> i32 {
    number(poll::current_slot())
}

/// The processors that this process may use.
pub fn omp_get_num_procs() -> i32 {
    number(std::thread::available_parallelism().map_or(1, |count| count.get() as i64))
}

/// The most threads there can be.
pub fn omp_get_thread_limit() -> i32 {
    number(share::threads() as i64)
}

/// Whether more than one thread runs the code at hand.
pub fn omp_in_parallel() -> i32 {
    i32::from(poll::current_threads() > 1)
}

/// How many parallel loops are around.
pub fn omp_get_level() -> i32 {
    omp_in_parallel()
}

/// Whether the number of threads is adjusted: it is not.
pub fn omp_get_dynamic() -> i32 {
    0
}

/// Has no effect.
pub fn omp_set_dynamic(_: i32) {}

/// Whether loops inside parallel loops have threads of their own: they have not.
pub fn omp_get_nested() -> i32 {
    0
}

/// Has no effect.
pub fn omp_set_nested(_: i32) {}

/// Seconds since some moment of the past.
pub fn omp_get_wtime() -> f64 {
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed().as_secs_f64()
}

/// Seconds between two ticks of [`omp_get_wtime`].
pub fn omp_get_wtick() -> f64 {
    1e-9
}

fn number(count: i64) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

const FREE: i32 = 0;
const TAKEN: i32 = 1;

/// The lock at an address that the source vouches for.
fn lock<'a>(at: Ptr<i32>) -> &'a AtomicI32 {
    // SAFETY: the source's pointer to an `omp_lock_t`, which is used as a lock alone.
    unsafe { AtomicI32::from_ptr(at.0) }
}

/// Makes a lock, which nobody has.
pub fn omp_init_lock(at: Ptr<i32>) {
    lock(at).store(FREE, Ordering::Release);
}

/// Ends a lock that nobody has.
pub fn omp_destroy_lock(_: Ptr<i32>) {}

/// Waits until nobody has the lock, and takes it.
pub fn omp_set_lock(at: Ptr<i32>) {
    let mut turns = 0u32;
    while omp_test_lock(at) == 0 {
        turns += 1;
        threads::pause(turns);
    }
}

/// Gives the lock back.
pub fn omp_unset_lock(at: Ptr<i32>) {
    lock(at).store(FREE, Ordering::Release);
}

/// Takes the lock if nobody has it: 1 if it did.
pub fn omp_test_lock(at: Ptr<i32>) -> i32 {
    i32::from(lock(at).compare_exchange(FREE, TAKEN, Ordering::Acquire, Ordering::Relaxed).is_ok())
}
