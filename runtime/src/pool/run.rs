//! Running a parallel loop.

use super::blocks::{Block, Cut, Queue, Schedule};
use super::gate::Gate;
use super::poll::{PERIOD, Poll, Stop, is_stop, signals, working};
use super::{openmp, share, threads};
use crate::boundary::Apart;
use crate::boundary::{detach, panicked};
use crate::raise::{Exc, Exit, Raise};
use pyo3::ffi;
use std::cell::UnsafeCell;
use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Work that is not worth waking another thread for.
const WORTHWHILE: Duration = Duration::from_micros(30);
/// What the first blocks must take before the rest is estimated from them: less is mostly the cost of starting.
const TELLING: Duration = Duration::from_micros(2);

/// Runs `body` on the blocks of `0..trip_count` and hands the results to `combine` in the order of the blocks: the
/// same bits for every schedule and number of threads.
///
/// The bodies run on the pool's threads without the interpreter lock, while the caller waits and handles signals. Short
/// loops, and loops inside a parallel loop, run on the calling thread.
///
/// # Errors
/// That of the lowest block that failed; what a signal handler raises.
pub fn prange<T: Send>(
    trip_count: i64,
    schedule: Schedule,
    chunk: Option<i64>,
    num_threads: Option<i64>,
    body: impl Fn(Block<'_>) -> Result<T, Raise> + Sync,
    combine: impl FnMut(T) + Send,
) -> Result<(), Raise> {
    let body = |block: Block<'_>| Ok((body(block)?, Exit::<()>::Next));
    prange_until(trip_count, schedule, chunk, num_threads, body, combine).map(drop)
}

/// As [`prange`], for a body that may leave the loop: the lowest block that does ends it, as in a loop in order. Its
/// result is the last that is combined, and its exit is returned; what later blocks gave or raised is forgotten.
///
/// # Errors
/// That of the lowest block that failed, if none before it left; what a signal handler raises.
pub fn prange_until<T: Send, R: Send>(
    trip_count: i64,
    schedule: Schedule,
    chunk: Option<i64>,
    num_threads: Option<i64>,
    body: impl Fn(Block<'_>) -> Result<(T, Exit<R>), Raise> + Sync,
    combine: impl FnMut(T) + Send,
) -> Result<Exit<R>, Raise> {
    let cut = Cut::of(trip_count);
    let go = || run(cut, schedule, chunk, num_threads, &body, combine);
    // SAFETY: may be asked on any thread.
    if cut.count > 0 && unsafe { ffi::PyGILState_Check() } != 0 { detach(go) } else { go() }
}

fn run<T: Send, R: Send, B: Fn(Block<'_>) -> Result<(T, Exit<R>), Raise> + Sync>(
    cut: Cut,
    schedule: Schedule,
    chunk: Option<i64>,
    num_threads: Option<i64>,
    body: &B,
    mut combine: impl FnMut(T),
) -> Result<Exit<R>, Raise> {
    let limit = num_threads.filter(|&n| n > 0).unwrap_or(i64::MAX);
    let nested = cut.count < 2 || limit < 2 || share::is_worker();
    let threads = if nested { 1 } else { openmp::limit().min(limit).min(cut.count) };
    let mut first = 0;
    // With many blocks the first ones tell whether the loop is worth waking others; with few they are too much of it.
    if threads < 2 || cut.count >= 16 * threads {
        match alone(cut, threads < 2, body, &mut combine)? {
            Alone::Left(exit) => return Ok(exit),
            Alone::Until(block) => first = block,
        }
    }
    if first == cut.count {
        return Ok(Exit::Next);
    }
    let queue = Queue::new(first, cut, schedule, chunk, threads);
    together(cut, first, (schedule, queue), threads, body, combine)
}

/// How far one thread came.
enum Alone<R> {
    /// To this block, which has not run.
    Until(i64),
    /// A body left the loop.
    Left(Exit<R>),
}

/// Runs blocks in order on this thread: all of them, or until the rest is worth sharing.
fn alone<T, R>(
    cut: Cut,
    all: bool,
    body: &impl Fn(Block<'_>) -> Result<(T, Exit<R>), Raise>,
    combine: &mut impl FnMut(T),
) -> Result<Alone<R>, Raise> {
    let (stop, start, mut poll) = (Stop::new(1), Instant::now(), Poll::new());
    for index in 0..cut.count {
        let (result, exit) = body(cut.block(index, &stop))?;
        combine(result);
        if !matches!(exit, Exit::Next) {
            return Ok(Alone::Left(exit));
        }
        if all {
            poll.tick()?;
            continue;
        }
        let (done, left) = (index + 1, cut.count - index - 1);
        // A look at the clock costs as much as a small block: after 1, 2, 4, ... blocks.
        if done & index != 0 {
            continue;
        }
        let took = start.elapsed();
        if took > TELLING && took.as_nanos() * left as u128 / done as u128 > WORTHWHILE.as_nanos() {
            return Ok(Alone::Until(done));
        }
    }
    Ok(Alone::Until(cut.count))
}

/// The block that ended a loop, and how.
type End<R> = (i64, Result<Exit<R>, Raise>);

/// What the threads of one loop share; lives in the caller's frame.
struct Shared<'a, T, R, B> {
    cut: Cut,
    schedule: Schedule,
    queue: Queue,
    body: &'a B,
    stop: Stop,
    slots: Vec<Slot<T>>,
    first: i64,
    /// The lowest block that failed or left the loop, and how.
    end: Mutex<Option<End<R>>>,
    finished: AtomicI64,
    next_slot: AtomicI64,
    gate: UnsafeCell<Option<Arc<Gate>>>,
}

struct Slot<T>(UnsafeCell<Option<T>>);

// SAFETY: a slot is written by the one thread that took its block, and read by the caller after all have left.
unsafe impl<T: Send> Sync for Slot<T> {}
// SAFETY: as the slots; `gate` is set before the first task is posted; everything else is `Sync` by itself.
unsafe impl<T: Send, R: Send, B: Sync> Sync for Shared<'_, T, R, B> {}

fn together<T: Send, R: Send, B: Fn(Block<'_>) -> Result<(T, Exit<R>), Raise> + Sync>(
    cut: Cut,
    first: i64,
    (schedule, queue): (Schedule, Queue),
    threads: i64,
    body: &B,
    mut combine: impl FnMut(T),
) -> Result<Exit<R>, Raise> {
    let mut shared = Shared {
        cut,
        schedule,
        queue,
        body,
        stop: Stop::new(threads),
        slots: (first..cut.count).map(|_| Slot(UnsafeCell::new(None))).collect(),
        first,
        end: Mutex::new(None),
        finished: AtomicI64::new(first),
        next_slot: AtomicI64::new(0),
        gate: UnsafeCell::new(None),
    };
    // SAFETY: `work::<T, R, B>` takes a shared reference to exactly this type; it lives until the gate is closed below.
    let gate = unsafe { Gate::new((&raw const shared).cast(), work::<T, R, B>) };
    *shared.gate.get_mut() = Some(gate.clone());
    let shared = &shared;
    let _helpers_are_without_the_lock = Apart::new();
    let mut interrupted = None;
    let wait = |interrupted: &mut Option<Raise>| {
        gate.wait(
            || shared.finished.load(Ordering::Acquire) >= cut.count,
            PERIOD,
            || {
                if interrupted.is_none() {
                    if let Err(error) = signals() {
                        shared.stop.at(-1);
                        *interrupted = Some(error);
                    }
                }
            },
        );
        gate.close();
    };
    let is_gang = schedule == Schedule::Gang;
    let reserved = is_gang && share::reserve(threads as usize);
    if is_gang && !reserved {
        std::thread::scope(|scope| {
            // The pool's are promised to others that wait for each other.
            let started = (0..threads).try_for_each(|_| threads::spawn(scope, || gate.enter()));
            if started.is_err() {
                shared.stop.at(-1);
                interrupted = Some(Raise::plain(Exc::RuntimeError, "can't start new thread"));
                gate.enter();
            }
            wait(&mut interrupted);
        });
    } else {
        for _ in 0..threads {
            share::post(1, enter, Arc::into_raw(gate.clone()).cast());
        }
        wait(&mut interrupted);
    }
    if reserved {
        share::release(threads as usize);
    }
    if let Some(error) = interrupted {
        return Err(error);
    }
    let (last, exit) = match shared.end.lock().ok().and_then(|mut end| end.take()) {
        Some((_, Err(error))) => return Err(error),
        Some((block, Ok(exit))) => (block, exit),
        None => (cut.count - 1, Exit::Next),
    };
    for slot in &shared.slots[..(last + 1 - first) as usize] {
        // SAFETY: all threads have left.
        if let Some(result) = unsafe { (*slot.0.get()).take() } {
            combine(result);
        }
    }
    Ok(exit)
}

/// A task of the pool.
unsafe extern "C" fn enter(data: *const c_void) {
    // SAFETY: the count that was given up where the task was posted.
    let gate = unsafe { Arc::from_raw(data.cast::<Gate>()) };
    gate.enter();
}

/// What a thread does inside the gate: takes blocks until none is left.
unsafe fn work<T: Send, R: Send, B: Fn(Block<'_>) -> Result<(T, Exit<R>), Raise> + Sync>(shared: *const ()) {
    // SAFETY: the gate is open, so the caller's frame lives.
    let shared = unsafe { &*shared.cast::<Shared<'_, T, R, B>>() };
    let slot = shared.next_slot.fetch_add(1, Ordering::Relaxed);
    while let Some((from, to)) = shared.queue.take(slot) {
        for index in from..to {
            if !shared.stop.covers(index) {
                let number = if shared.schedule.has_members() { index } else { slot };
                shared.block(index, number);
            }
        }
        if shared.finished.fetch_add(to - from, Ordering::AcqRel) + (to - from) >= shared.cut.count {
            // SAFETY: set before any task was posted, and not changed since.
            if let Some(gate) = unsafe { &*shared.gate.get() } {
                gate.wake_caller();
            }
        }
    }
}

impl<T: Send, R: Send, B: Fn(Block<'_>) -> Result<(T, Exit<R>), Raise> + Sync> Shared<'_, T, R, B> {
    fn block(&self, index: i64, slot: i64) {
        let block = self.cut.block(index, &self.stop);
        let outcome = working(&self.stop, index, slot, || catch_unwind(AssertUnwindSafe(|| (self.body)(block))));
        match outcome.unwrap_or_else(|panic| Err(panicked(panic))) {
            Ok((result, exit)) => {
                // SAFETY: this thread alone has the block.
                unsafe { *self.slots[(index - self.first) as usize].0.get() = Some(result) };
                if !matches!(exit, Exit::Next) {
                    self.ended(index, Ok(exit));
                }
            }
            Err(error) => self.ended(index, Err(error)),
        }
    }

    #[cold]
    fn ended(&self, index: i64, how: Result<Exit<R>, Raise>) {
        // A block that ended because the loop was stopped has no error of its own.
        if self.stop.covers(index) || how.as_ref().is_err_and(is_stop) {
            return;
        }
        self.stop.at(index);
        if let Ok(mut lowest) = self.end.lock() {
            if lowest.as_ref().is_none_or(|(other, _)| index < *other) {
                *lowest = Some((index, how));
            }
        }
    }
}
