//! References that native code may let go of without the interpreter lock.

use crate::boundary::anybody_apart;
use pyo3::ffi::{self, PyObject};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// One counted reference to an object, shared by the owners of its views.
pub struct Held(*mut PyObject);

// SAFETY: the object is only touched under the lock; dropping goes through `release`.
unsafe impl Send for Held {}
// SAFETY: as above.
unsafe impl Sync for Held {}

impl Held {
    /// Holds a reference of its own. Needs the lock.
    pub fn new(object: &super::Obj) -> Held {
        Held(object.clone().into_ptr())
    }

    pub fn as_ptr(&self) -> *mut PyObject {
        self.0
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // SAFETY: this is our reference.
        unsafe { release(self.0) };
    }
}

struct Pending(Vec<*mut PyObject>);

// SAFETY: the pointers are only used under the interpreter lock.
unsafe impl Send for Pending {}

static PENDING: Mutex<Pending> = Mutex::new(Pending(Vec::new()));
static ANY: AtomicBool = AtomicBool::new(false);

/// Gives a reference back: at once with the interpreter lock, else when this extension next has it.
///
/// # Safety
/// The reference belongs to the caller.
#[inline]
pub unsafe fn release(object: *mut PyObject) {
    // SAFETY: may be asked on any thread; then the lock is held, and the reference ours.
    unsafe {
        if !anybody_apart() || ffi::PyGILState_Check() != 0 {
            ffi::Py_DECREF(object);
            return;
        }
    }
    put_off(object);
}

#[cold]
fn put_off(object: *mut PyObject) {
    if let Ok(mut pending) = PENDING.lock() {
        pending.0.push(object);
        ANY.store(true, Ordering::Release);
    }
}

/// Gives back what was put off. Needs the lock; costs one load when there is nothing.
#[inline(always)]
pub fn drain() {
    if ANY.load(Ordering::Relaxed) {
        drain_slow();
    }
}

#[cold]
fn drain_slow() {
    ANY.store(false, Ordering::Release);
    let pending = PENDING.lock().map(|mut pending| std::mem::take(&mut pending.0)).unwrap_or_default();
    for object in pending {
        // SAFETY: the lock is held, and the reference was handed over by `release`. (A destructor may run Python code:
        // the mutex is free by now.)
        unsafe { ffi::Py_DECREF(object) };
    }
}
