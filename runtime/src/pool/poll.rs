//! Ctrl-C in long native loops, and the flag that stops a parallel one.

use super::{sparing, threads};
use crate::boundary::{attach, detach_late};
use crate::obj;
use crate::raise::{Cause, Raise};
use pyo3::ffi;
use std::cell::Cell;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

/// How often signals are looked at.
pub(super) const PERIOD: Duration = Duration::from_millis(50);

/// What stops a parallel loop: the lowest block that failed or left it. Blocks behind it need not run; those before it
/// must, since the lowest is the one at which a loop in order would have ended.
///
/// The members of a gang are its blocks. Where one fails between two barriers, those before it go on to the second one,
/// which is closed for good: what comes behind may rest on what the failed one did not do. So the error of a gang is that
/// of its lowest member between the first two barriers between which any failed.
pub struct Stop {
    block: AtomicI64,
    /// How often members of a gang have come to a barrier.
    arrivals: AtomicI64,
    /// How many threads the loop has.
    threads: i64,
    /// Of a loop in the block that the members run, and of the next one, how many iterations have been taken.
    taken: [AtomicI64; 2],
}

impl Stop {
    pub(super) const fn new(threads: i64) -> Stop {
        Stop {
            block: AtomicI64::new(NONE),
            arrivals: AtomicI64::new(0),
            threads,
            taken: [AtomicI64::new(0), AtomicI64::new(0)],
        }
    }

    /// A block failed or left; -1 stops everything.
    pub(super) fn at(&self, block: i64) {
        self.block.fetch_min(block, Ordering::Release);
    }

    /// A member of a gang waits for the others, or until one of them has failed.
    fn wait(&self, block: i64, members: i64) -> Result<(), Raise> {
        let arrived = self.arrivals.fetch_add(1, Ordering::AcqRel);
        let all = (arrived / members + 1) * members;
        if arrived + 1 == all {
            // Nobody is in the loop any more; of the loop behind the next barrier it is the number.
            self.taken_of(arrived / members).store(0, Ordering::Relaxed);
        }
        let mut turns = 0u32;
        while self.arrivals.load(Ordering::Acquire) < all {
            // One that failed behind this barrier saw all arrivals, and so do we, who see that it failed.
            if self.block.load(Ordering::Acquire) != NONE && self.arrivals.load(Ordering::Acquire) < all {
                return Err(stopped());
            }
            turns += 1;
            threads::pause(turns);
        }
        self.check(block)
    }

    /// How many iterations have been taken of the loop behind so many barriers.
    fn taken_of(&self, barriers: i64) -> &AtomicI64 {
        &self.taken[(barriers & 1) as usize]
    }

    /// Takes iterations of the loop that the members are at: the first, and the one behind the last.
    fn take(&self, trips: i64, members: i64, chunk: i64, guided: bool) -> (i64, i64) {
        // Nobody can pass the barrier behind the loop before we have come to it.
        let taken = self.taken_of(self.arrivals.load(Ordering::Acquire) / members);
        let mut first = taken.load(Ordering::Relaxed);
        loop {
            // Where a member has failed, the others come to the barrier, which is closed.
            let left = if self.block.load(Ordering::Relaxed) == NONE { trips - first } else { 0 };
            let count = if guided { (left / (2 * members)).max(chunk) } else { chunk }.min(left);
            if count <= 0 {
                return (trips, trips);
            }
            match taken.compare_exchange_weak(first, first + count, Ordering::Relaxed, Ordering::Relaxed) {
                Ok(_) => return (first, first + count),
                Err(now) => first = now,
            }
        }
    }

    #[inline(always)]
    pub(super) fn covers(&self, block: i64) -> bool {
        block > self.block.load(Ordering::Relaxed)
    }

    #[inline(always)]
    pub(super) fn check(&self, block: i64) -> Result<(), Raise> {
        if self.covers(block) { Err(stopped()) } else { Ok(()) }
    }
}

/// The block of a [`Stop`] while all goes well.
const NONE: i64 = i64::MAX;

const STOPPED: &str = "parallel loop stopped";

/// The end of a block whose result nobody will see.
#[cold]
fn stopped() -> Raise {
    Raise::escape(STOPPED)
}

/// Whether a block ended because another one did.
pub(super) fn is_stop(error: &Raise) -> bool {
    matches!(error.cause(), Cause::Escape(STOPPED))
}

/// What a thread knows.
struct Local {
    /// The parallel loop that this thread works for: its flag, the block, the thread's number.
    current: Cell<(*const Stop, i64, i64)>,
    /// How many calls of [`poll`] pass before the clock is read.
    skip: Cell<u32>,
    clock: Cell<Clock>,
}

thread_local! {
    static LOCAL: Local = const {
        Local {
            current: Cell::new((std::ptr::null(), 0, 0)),
            skip: Cell::new(0),
            clock: Cell::new(Clock { skip: 0, read: None, looked: None }),
        }
    };
}

/// Runs a block's body with this thread marked as working for the loop.
pub(super) fn working<T>(stop: &Stop, block: i64, slot: i64, body: impl FnOnce() -> T) -> T {
    struct Back((*const Stop, i64, i64));

    impl Drop for Back {
        fn drop(&mut self) {
            LOCAL.with(|local| local.current.set(self.0));
        }
    }

    let _back = Back(LOCAL.with(|local| local.current.replace((stop, block, slot))));
    body()
}

/// A member of a gang waits until all of them are here; one that is alone goes on.
///
/// # Errors
/// The stop of the gang, if another one failed.
pub fn barrier(members: i64) -> Result<(), Raise> {
    let (stop, block, _) = LOCAL.with(|local| local.current.get());
    // SAFETY: the flag outlives the block that this thread works on.
    match unsafe { stop.as_ref() } {
        Some(stop) if members > 1 => stop.wait(block, members),
        _ => Ok(()),
    }
}

/// The next iterations of a loop in a block `with parallel()`, by their numbers from 0: the first, and the one behind the
/// last; none where both are `trips`. `begun`: how far a member that is alone has come. `chunk`: so many at least.
pub fn take(begun: i64, trips: i64, members: i64, chunk: i64, guided: bool) -> (i64, i64) {
    let (stop, ..) = LOCAL.with(|local| local.current.get());
    // SAFETY: the flag outlives the block that this thread works on.
    match unsafe { stop.as_ref() } {
        Some(stop) if members > 1 => stop.take(trips, members, chunk.max(1), guided),
        _ => (begun, trips),
    }
}

/// How many threads the parallel loop at hand has; 1 outside.
pub(super) fn current_threads() -> i64 {
    let (stop, ..) = LOCAL.with(|local| local.current.get());
    // SAFETY: the flag outlives the block that this thread works on.
    unsafe { stop.as_ref() }.map_or(1, |stop| stop.threads)
}

pub(super) fn current_slot() -> i64 {
    LOCAL.with(|local| local.current.get().2)
}

/// Between two reads of the clock that come sooner than this, calls of [`poll`] are skipped.
const FREQUENT: Duration = Duration::from_micros(100);
const MOST_SKIPPED: u32 = 63;

#[derive(Clone, Copy)]
struct Clock {
    skip: u32,
    read: Option<Instant>,
    looked: Option<Instant>,
}

/// A countdown in front of the clock: one for each loop, in a register.
#[derive(Clone, Copy, Debug)]
pub struct Poll {
    left: u32,
    interval: u32,
    /// When the countdown began, and when signals were looked at.
    since: Option<Instant>,
    asked: Option<Instant>,
}

impl Default for Poll {
    fn default() -> Poll {
        Poll::NEW
    }
}

impl Poll {
    pub const NEW: Poll = Poll { left: 1, interval: 1, since: None, asked: None };

    pub fn new() -> Poll {
        Poll::NEW
    }

    /// One iteration. Costs a decrement; every millisecond or so the clock is read, every 50 ms signals are handled.
    ///
    /// # Errors
    /// What a signal handler raises (`KeyboardInterrupt`), or the stop of the parallel loop around.
    #[inline(always)]
    pub fn tick(&mut self) -> Result<(), Raise> {
        self.left -= 1;
        if self.left == 0 { self.slow() } else { Ok(()) }
    }

    #[cold]
    #[inline(never)]
    fn slow(&mut self) -> Result<(), Raise> {
        let now = Instant::now();
        let took = self.since.map_or(Duration::ZERO, |since| now - since);
        // About a millisecond between two looks at the clock.
        if took < Duration::from_micros(500) {
            self.interval = self.interval.saturating_mul(2).min(1 << 24);
        } else if took > Duration::from_millis(2) {
            self.interval = (self.interval / 4).max(1);
        }
        self.left = self.interval;
        self.since = Some(now);
        let asked = *self.asked.get_or_insert(now);
        if now - asked < PERIOD {
            return Ok(());
        }
        self.asked = Some(now);
        look()
    }
}

/// What a loop calls every few thousand iterations: mostly a decrement, now and then a look at the clock, and every
/// 50 ms at signals.
///
/// # Errors
/// As [`Poll::tick`].
#[inline(always)]
pub fn poll() -> Result<(), Raise> {
    sparing::call()
}

/// So many iterations of an endless loop. LLVM does not know how many: it would write out eight in a row, which searches
/// that end soon pay for with the registers to save.
#[inline(always)]
pub fn strip(mut count: u32) -> u32 {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: an empty text, which changes nothing.
    unsafe {
        std::arch::asm!("/* {0:e} */", inout(reg) count, options(pure, nomem, nostack, preserves_flags));
    }
    #[cfg(not(target_arch = "x86_64"))]
    {
        count = std::hint::black_box(count);
    }
    count
}

/// What [`poll`] does: a short leaf, mostly.
#[inline(always)]
pub(super) fn passing() -> Result<(), Raise> {
    LOCAL.with(|local| {
        let left = local.skip.get();
        if local.current.get().0.is_null() && left > 0 {
            local.skip.set(left - 1);
            return Ok(());
        }
        passing_slowly(local)
    })
}

#[cold]
#[inline(never)]
fn passing_slowly(local: &Local) -> Result<(), Raise> {
    let (stop, block, _) = local.current.get();
    // SAFETY: the flag outlives the block that this thread works on.
    if let Some(stop) = unsafe { stop.as_ref() } {
        return stop.check(block);
    }
    let (mut state, now) = (local.clock.get(), Instant::now());
    let took = state.read.map_or(Duration::MAX, |read| now.saturating_duration_since(read));
    state.skip = if took > FREQUENT { 0 } else { (2 * state.skip + 1).min(MOST_SKIPPED) };
    state.read = Some(now);
    local.skip.set(state.skip);
    let due = state.looked.is_none_or(|looked| now.saturating_duration_since(looked) >= PERIOD);
    if due {
        state.looked = Some(now);
    }
    local.clock.set(state);
    detach_late();
    if due { look() } else { Ok(()) }
}

/// Handles signals, or in a pool's thread, whose caller handles them, looks whether the loop goes on.
fn look() -> Result<(), Raise> {
    let (stop, block, _) = LOCAL.with(|local| local.current.get());
    // SAFETY: the flag outlives the block that this thread works on.
    match unsafe { stop.as_ref() } {
        Some(stop) => stop.check(block),
        None => signals(),
    }
}

/// `PyErr_CheckSignals` with the lock.
pub(super) fn signals() -> Result<(), Raise> {
    attach(|| {
        // SAFETY: the lock is held.
        if unsafe { ffi::PyErr_CheckSignals() } < 0 { Err(obj::error()) } else { Ok(()) }
    })
}
