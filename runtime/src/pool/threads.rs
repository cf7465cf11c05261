//! The threads: one rayon pool a process, keyed by process id, built at first use.

use std::cell::Cell;
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};
use std::time::Duration;

thread_local! {
    static WORKER: Cell<bool> = const { Cell::new(false) };
}

/// As much as main threads have: native recursion counts on it.
const STACK: usize = 8 << 20;

/// A pool, and the process that its threads live in.
struct Pool {
    process: u32,
    threads: usize,
    pool: Option<rayon::ThreadPool>,
    /// The threads that gangs have been promised. All other tasks end by themselves, so that a gang's members run at the
    /// same time sooner or later, unless there are more of them than threads.
    reserved: AtomicUsize,
}

static POOL: AtomicPtr<Pool> = AtomicPtr::new(std::ptr::null_mut());

/// This process's pool. A forked child has none of its parent's threads: it leaks the parent's pool (dropping it would
/// wait for them) and builds its own.
fn pool() -> &'static Pool {
    let process = std::process::id();
    let mut known = POOL.load(Ordering::Acquire);
    loop {
        // SAFETY: pools are never freed once they have been published.
        if let Some(pool) = unsafe { known.as_ref() } {
            if pool.process == process {
                return pool;
            }
        }
        let made = Box::into_raw(Box::new(build(process)));
        match POOL.compare_exchange(known, made, Ordering::AcqRel, Ordering::Acquire) {
            // SAFETY: just published, never freed.
            Ok(_) => return unsafe { &*made },
            Err(now) => {
                // SAFETY: another thread was faster; nobody has seen ours.
                drop(unsafe { Box::from_raw(made) });
                known = now;
            }
        }
    }
}

fn build(process: u32) -> Pool {
    let threads = wanted();
    let builder = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(|i| format!("pyrx-{i}"))
        .stack_size(STACK)
        .start_handler(|_| WORKER.set(true));
    // Where threads cannot be had, loops run on the caller's.
    let pool = if threads > 1 { builder.build().ok() } else { None };
    Pool { process, threads: if pool.is_some() { threads } else { 1 }, pool, reserved: AtomicUsize::new(0) }
}

/// Threads that the user, a scheduler or the machine allows.
fn wanted() -> usize {
    let from = |name: &str| {
        let text = std::env::var(name).ok()?;
        // OpenMP allows a list, one number a nesting level.
        text.split(',').next()?.trim().parse::<usize>().ok().filter(|&n| n > 0)
    };
    ["PYRX_NUM_THREADS", "OMP_NUM_THREADS", "RAYON_NUM_THREADS"]
        .into_iter()
        .find_map(from)
        .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from))
        .min(1024)
}

pub(super) fn count() -> usize {
    pool().threads
}

pub(super) fn is_worker() -> bool {
    WORKER.get()
}

/// Whether so many threads are promised from now on.
pub(super) fn reserve(count: usize) -> bool {
    let pool = pool();
    let more = |reserved: usize| reserved.checked_add(count).filter(|&all| all <= pool.threads);
    pool.reserved.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more).is_ok()
}

/// Takes the promise back.
pub(super) fn release(count: usize) {
    pool().reserved.fetch_sub(count, Ordering::Relaxed);
}

/// What a thread does that waits for another, for the `turn`th time.
pub(super) fn pause(turn: u32) {
    match turn {
        ..200 => std::hint::spin_loop(),
        200..2000 => std::thread::yield_now(),
        _ => std::thread::sleep(Duration::from_micros(50)),
    }
}

/// A thread beside the pool, which counts as one of its.
///
/// # Errors
/// That of the system, if it has no more threads.
pub(super) fn spawn<'scope>(
    scope: &'scope std::thread::Scope<'scope, '_>,
    task: impl FnOnce() + Send + 'scope,
) -> std::io::Result<()> {
    let run = || {
        WORKER.set(true);
        task();
    };
    std::thread::Builder::new().name("pyrx-gang".to_owned()).stack_size(STACK).spawn_scoped(scope, run).map(drop)
}

/// Runs the task on the pool, `copies` times, without waiting.
pub(super) fn post(copies: usize, task: unsafe extern "C" fn(*const std::ffi::c_void), data: *const std::ffi::c_void) {
    struct Data(*const std::ffi::c_void);

    // SAFETY: the task is made to run on any thread with this data.
    unsafe impl Send for Data {}

    for _ in 0..copies {
        let data = Data(data);
        let job = move || {
            let data = data;
            // SAFETY: one call for each copy that was asked for.
            unsafe { task(data.0) }
        };
        match &pool().pool {
            Some(pool) => pool.spawn(job),
            None => job(),
        }
    }
}
