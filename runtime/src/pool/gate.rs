//! The door between a waiting caller and the pool's threads: late threads find it closed, and touch nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

const CLOSED: usize = 1;
const ONE: usize = 2;

/// Shared by the caller and every task it posted. `work` may be called while the door is open only: what `run` points
/// to lives in the caller's frame.
pub(super) struct Gate {
    /// Twice the number of threads inside, plus one when closed.
    state: AtomicUsize,
    caller: Thread,
    run: *const (),
    work: unsafe fn(*const ()),
}

// SAFETY: `run` is only passed to `work`, which is made for it and takes a shared reference to something `Sync`.
unsafe impl Send for Gate {}
// SAFETY: as above.
unsafe impl Sync for Gate {}

impl Gate {
    /// # Safety
    /// `work(run)` may be called from any thread until [`Gate::close`] returns.
    pub unsafe fn new(run: *const (), work: unsafe fn(*const ())) -> Arc<Gate> {
        Arc::new(Gate { state: AtomicUsize::new(0), caller: thread::current(), run, work })
    }

    /// What a posted task does. It does not unwind.
    pub fn enter(&self) {
        let mut state = self.state.load(Ordering::Relaxed);
        loop {
            if state & CLOSED != 0 {
                return;
            }
            match self.state.compare_exchange_weak(state, state + ONE, Ordering::Acquire, Ordering::Relaxed) {
                Ok(_) => break,
                Err(now) => state = now,
            }
        }
        // SAFETY: the door is open, and stays so until we have left.
        unsafe { (self.work)(self.run) };
        if self.state.fetch_sub(ONE, Ordering::Release) / ONE == 1 {
            self.caller.unpark();
        }
    }

    /// Waits until `finished`, calling `idle` every `period`; spins a little first, since most loops are short.
    pub fn wait(&self, finished: impl Fn() -> bool, period: Duration, mut idle: impl FnMut()) {
        let start = Instant::now();
        while start.elapsed() < Duration::from_micros(30) {
            if finished() {
                return;
            }
            thread::yield_now();
        }
        let mut last = start;
        while !finished() {
            thread::park_timeout(period);
            if last.elapsed() >= period {
                idle();
                last = Instant::now();
            }
        }
    }

    /// Lets nobody in any more, and waits until all have left.
    pub fn close(&self) {
        self.state.fetch_or(CLOSED, Ordering::AcqRel);
        while self.state.load(Ordering::Acquire) >= ONE {
            // The last one out unparks us; spurious wake-ups only look again.
            thread::park_timeout(Duration::from_millis(1));
        }
    }

    pub fn wake_caller(&self) {
        self.caller.unpark();
    }
}
