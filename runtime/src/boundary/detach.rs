//! Releasing the interpreter lock around native code, and taking it back inside.

use crate::obj;
use pyo3::ffi;

/// Runs native code with the lock released.
#[inline]
pub fn detach<T>(body: impl FnOnce() -> T) -> T {
    struct Restore(*mut ffi::PyThreadState);

    impl Drop for Restore {
        fn drop(&mut self) {
            // SAFETY: the state saved by this thread, restored once, also when the body panics.
            unsafe { ffi::PyEval_RestoreThread(self.0) };
        }
    }

    // SAFETY: the boundary holds the lock on this thread.
    let restore = Restore(unsafe { ffi::PyEval_SaveThread() });
    let result = apart(body);
    drop(restore);
    obj::drain();
    result
}

/// Steps from which on a body is worth releasing the lock for: that and taking it back costs more than a short loop.
const WORTH: i64 = 16384;

/// Runs native code of about so many steps, with the lock released if that is worth it.
pub fn detach_if<T>(steps: i64, body: impl FnOnce() -> T) -> T {
    if steps >= WORTH { detach(body) } else { apart(body) }
}

/// A function of its own: loops get all registers, whatever the boundary around them keeps alive.
#[inline(never)]
fn apart<T>(body: impl FnOnce() -> T) -> T {
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
    obj::drain();
    let result = body();
    drop(release);
    result
}
