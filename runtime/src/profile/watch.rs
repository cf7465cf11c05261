//! Whether a profiler is on: each CPython says it in another way.

use crate::math::running;
use crate::name;
use crate::obj::{self, Obj};
use crate::raise::Raise;
use pyo3::ffi::{self, PyObject};
use std::cell::UnsafeCell;
use std::ffi::{c_int, c_void};
use std::ptr::null_mut;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicPtr, Ordering};

/// Whether some profiler or tracer sees Python functions in this thread, which has the interpreter's lock.
#[inline(never)]
pub(super) fn is_on() -> bool {
    match running::minor() {
        11 => is_traced() && has_lock(),
        12 => has_lock() && has_events(),
        _ => has_lock() && is_monitored(),
    }
}

fn has_lock() -> bool {
    // SAFETY: may be asked on any thread.
    unsafe { ffi::PyGILState_Check() != 0 }
}

/// The head of CPython 3.11's `PyThreadState`.
#[repr(C)]
struct ThreadState {
    links: [*mut c_void; 3],
    counts: [c_int; 7],
    frame: *const CFrame,
}

/// The head of its `_PyCFrame`.
#[repr(C)]
struct CFrame {
    use_tracing: u8,
}

/// In 3.11 each thread has a flag that its interpreter loop asks, too: off inside of profilers.
fn is_traced() -> bool {
    // SAFETY: this thread's own state, or null where Python has never run; its frame is valid as long as it is.
    unsafe {
        let state: *const ThreadState = ffi::PyGILState_GetThisThreadState().cast();
        !state.is_null() && (*(*state).frame).use_tracing != 0
    }
}

/// `PyMonitoring_EnterScope`: brings what is `active` up to date if the version of the interpreter's events is another.
type EnterScope = unsafe extern "C" fn(*mut [u8; 2], *mut u64, *const u8, ffi::Py_ssize_t) -> c_int;

/// `PY_MONITORING_EVENT_PY_START`, `PY_MONITORING_EVENT_PY_RETURN`
const EVENTS: [u8; 2] = [0, 2];

thread_local! {
    /// `PyMonitoringState` of each event, of which the first byte is `active`; the version that they are of.
    static KNOWN: UnsafeCell<([[u8; 2]; 2], u64)> = const { UnsafeCell::new(([[0; 2]; 2], 0)) };
}

/// From 3.13 on the interpreter tells native code.
fn is_monitored() -> bool {
    static ENTER: OnceLock<Option<EnterScope>> = OnceLock::new();
    let Some(enter) = *ENTER.get_or_init(enter_scope) else { return has_events() };
    KNOWN.with(|known| {
        // SAFETY: this thread alone has it, and `enter` does not come back here.
        let (states, version) = unsafe { &mut *known.get() };
        // SAFETY: the lock is held; as many states as events.
        unsafe { enter(states.as_mut_ptr(), version, EVENTS.as_ptr(), EVENTS.len() as ffi::Py_ssize_t) };
        states.iter().any(|[active, _]| *active != 0)
    })
}

#[cfg(unix)]
fn enter_scope() -> Option<EnterScope> {
    // SAFETY: a terminated name; the function of this name has this signature.
    unsafe {
        let found = libc::dlsym(libc::RTLD_DEFAULT, c"PyMonitoring_EnterScope".as_ptr());
        (!found.is_null()).then(|| std::mem::transmute::<*mut c_void, EnterScope>(found))
    }
}

#[cfg(not(unix))]
fn enter_scope() -> Option<EnterScope> {
    None
}

/// `sys.monitoring._all_events()`, which is empty as long as nothing is on.
fn has_events() -> bool {
    static ASK: AtomicPtr<PyObject> = AtomicPtr::new(null_mut());
    let events = || -> Result<Obj, Raise> {
        let mut ask = ASK.load(Ordering::Acquire);
        if ask.is_null() {
            let monitoring = obj::getattr(&obj::import(name!("sys"))?, name!("monitoring"))?;
            ask = obj::getattr(&monitoring, name!("_all_events"))?.into_ptr();
            ASK.store(ask, Ordering::Release);
        }
        // SAFETY: held for ever.
        obj::call(&unsafe { Obj::from_borrowed(ask) }, &[], &[])
    };
    // SAFETY: a live dict.
    events().is_ok_and(|events| unsafe { ffi::PyDict_Size(events.as_ptr()) > 0 })
}
