//! A thread with a large stack for work that recurses over trees.

use std::cell::Cell;
use std::thread;

/// Reserved, not committed: the system hands out pages as they are touched.
const STACK_SIZES: [usize; 3] = [256 << 20, 64 << 20, 16 << 20];

thread_local! {
    static LARGE: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work` where trees as deep as the nesting limit allows can be walked and dropped.
///
/// Whatever `work` builds and does not return is dropped there too. Already on such a thread, it is called directly.
pub fn with_large_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    if LARGE.get() {
        return work();
    }
    let mut work = Some(work);
    let mut result = None;
    for size in STACK_SIZES {
        let (work, result) = (&mut work, &mut result);
        let started = thread::scope(|scope| {
            let body = || {
                LARGE.set(true);
                *result = work.take().map(|work| work());
            };
            let spawned = thread::Builder::new().name("pyrx".into()).stack_size(size).spawn_scoped(scope, body);
            spawned.map(|handle| handle.join())
        });
        match started {
            Ok(Ok(())) => break,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            // No room for this stack: a smaller one.
            Err(_) => continue,
        }
    }
    match (result, work) {
        (Some(result), _) => result,
        // No thread could be started, so the work is still here.
        (None, Some(work)) => work(),
        (None, None) => unreachable!("the work ran on a thread and left its result"),
    }
}
