//! Releasing the interpreter lock around native code, and taking it back inside.

use crate::obj;
use pyo3::ffi;
use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};

thread_local! {
    static LOCK: Cell<Lock> = const { Cell::new(Lock::Fixed) };
}

/// What a poll of this thread may do with the interpreter lock.
#[derive(Clone, Copy)]
enum Lock {
    /// Leave it as it is.
    Fixed,
    /// It is held, by code that does not need it.
    Idle { polled: bool },
    /// A poll has released it.
    Released(*mut ffi::PyThreadState),
}

/// Threads that run native code of this library without the lock.
static APART: AtomicUsize = AtomicUsize::new(0);

/// Whether any thread may be without the lock: only then it is asked for when an object is let go of. A thread that is sees
/// itself counted.
#[inline(always)]
pub(crate) fn anybody_apart() -> bool {
    APART.load(Ordering::Relaxed) != 0
}

/// Counts a thread, or those that work for it, among the ones without the lock until it is dropped.
pub(crate) struct Apart(());

impl Apart {
    pub(crate) fn new() -> Apart {
        APART.fetch_add(1, Ordering::Relaxed);
        Apart(())
    }
}

impl Drop for Apart {
    fn drop(&mut self) {
        APART.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Sets what polls may do until it is dropped; then the lock is held again if it was.
struct During(Lock);

impl During {
    fn new(lock: Lock) -> During {
        During(LOCK.replace(lock))
    }
}

impl Drop for During {
    fn drop(&mut self) {
        if let Lock::Released(state) = LOCK.replace(self.0) {
            // SAFETY: the state that this thread's poll saved, restored once, also when the body panics.
            unsafe { ffi::PyEval_RestoreThread(state) };
            drop(Apart(()));
        }
    }
}

/// Releases the lock, which this thread holds.
fn released() -> Lock {
    std::mem::forget(Apart::new()); // until the lock is held again
    // SAFETY: it is held on this thread: by the boundary, or by code that may be polled and does not need it.
    Lock::Released(unsafe { ffi::PyEval_SaveThread() })
}

/// Runs native code with the lock released.
#[inline]
pub fn detach<T>(body: impl FnOnce() -> T) -> T {
    let during = During::new(released());
    let result = apart(body);
    drop(during);
    obj::drain();
    result
}

/// Steps from which on a body is worth releasing the lock for: that and taking it back costs more than a short loop.
const WORTH: i64 = 16384;

/// Runs native code that goes over so many items at least, with the lock released if that is worth it, or as soon as
/// it turns out to be.
pub fn detach_if<T>(items: i64, body: impl FnOnce() -> T) -> T {
    if items >= WORTH {
        return detach(body);
    }
    let during = During::new(Lock::Idle { polled: false });
    let result = apart(body);
    drop(during);
    obj::drain();
    result
}

/// From a poll that has read the clock: of a body that does not need the lock, the second in a call releases it, so that
/// other threads run while this one works.
pub(crate) fn detach_late() {
    match LOCK.get() {
        Lock::Idle { polled: false } => LOCK.set(Lock::Idle { polled: true }),
        Lock::Idle { polled: true } => LOCK.set(released()),
        Lock::Fixed | Lock::Released(_) => {}
    }
}

/// A function of its own: loops get all registers, whatever the boundary around them keeps alive.
#[inline(never)]
fn apart<T>(body: impl FnOnce() -> T) -> T {
    body()
}

/// Runs the body here: what `?` and `return` would leave is this, not the function around.
#[inline(always)]
pub fn inlined<T>(body: impl FnOnce() -> T) -> T {
    body()
}

/// Runs code with the lock held, from any thread (`with gil`).
pub fn attach<T>(body: impl FnOnce() -> T) -> T {
    struct Release(ffi::PyGILState_STATE);

    impl Drop for Release {
        fn drop(&mut self) {
            // SAFETY: pairs with the Ensure below, on this thread.
            unsafe { ffi::PyGILState_Release(self.0) };
        }
    }

    // SAFETY: may be called on any thread while the interpreter lives.
    let release = Release(unsafe { ffi::PyGILState_Ensure() });
    let during = During::new(Lock::Fixed);
    obj::drain();
    let result = body();
    drop(during);
    drop(release);
    result
}
