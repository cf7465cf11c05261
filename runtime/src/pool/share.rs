//! One pool for all pyrx extensions of a process: the first one imported leaves its functions in `sys`.

use super::threads;
use pyo3::ffi;
use std::ffi::c_void;
use std::sync::atomic::{AtomicPtr, Ordering};

/// The pool's functions with C's calling convention. The layout belongs to the name: a change takes another.
#[repr(C)]
struct Table {
    threads: unsafe extern "C" fn() -> usize,
    is_worker: unsafe extern "C" fn() -> bool,
    post: unsafe extern "C" fn(usize, unsafe extern "C" fn(*const c_void), *const c_void),
    reserve: unsafe extern "C" fn(usize) -> bool,
    release: unsafe extern "C" fn(usize),
}

const NAME: &std::ffi::CStr = c"_pyrx_pool_2";

static OWN: Table = Table {
    threads: own_threads,
    is_worker: own_is_worker,
    post: own_post,
    reserve: own_reserve,
    release: own_release,
};
static USED: AtomicPtr<Table> = AtomicPtr::new((&raw const OWN).cast_mut());

unsafe extern "C" fn own_threads() -> usize {
    threads::count()
}

unsafe extern "C" fn own_is_worker() -> bool {
    threads::is_worker()
}

unsafe extern "C" fn own_post(copies: usize, task: unsafe extern "C" fn(*const c_void), data: *const c_void) {
    threads::post(copies, task, data);
}

unsafe extern "C" fn own_reserve(count: usize) -> bool {
    threads::reserve(count)
}

unsafe extern "C" fn own_release(count: usize) {
    threads::release(count);
}

fn table() -> &'static Table {
    // SAFETY: our own table or that of another extension; neither is ever unloaded.
    unsafe { &*USED.load(Ordering::Acquire) }
}

pub(super) fn threads() -> usize {
    // SAFETY: a function of a live table.
    unsafe { (table().threads)() }
}

pub(super) fn is_worker() -> bool {
    // SAFETY: a function of a live table.
    unsafe { (table().is_worker)() }
}

pub(super) fn post(copies: usize, task: unsafe extern "C" fn(*const c_void), data: *const c_void) {
    // SAFETY: a function of a live table; the caller's data is made for the task.
    unsafe { (table().post)(copies, task, data) }
}

/// Whether so many threads of the pool will be there at the same time, until they are released.
pub(super) fn reserve(count: usize) -> bool {
    // SAFETY: a function of a live table.
    unsafe { (table().reserve)(count) }
}

pub(super) fn release(count: usize) {
    // SAFETY: a function of a live table.
    unsafe { (table().release)(count) }
}

/// Uses the pool that another extension offers, or offers ours. Runs at import, with the interpreter lock.
pub(crate) fn share() {
    // SAFETY: the lock is held; the capsule holds the address of a static.
    unsafe {
        let known = ffi::PySys_GetObject(NAME.as_ptr());
        if !known.is_null() {
            let found = ffi::PyCapsule_GetPointer(known, NAME.as_ptr());
            if found.is_null() {
                ffi::PyErr_Clear();
            } else {
                USED.store(found.cast(), Ordering::Release);
            }
            return;
        }
        let capsule = ffi::PyCapsule_New((&raw const OWN).cast_mut().cast(), NAME.as_ptr(), None);
        if capsule.is_null() || ffi::PySys_SetObject(NAME.as_ptr(), capsule) < 0 {
            ffi::PyErr_Clear();
        }
        ffi::Py_XDECREF(capsule);
    }
}
