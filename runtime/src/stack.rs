//! Native recursion: an error instead of a crash when it goes too deep, and a way in for Ctrl-C.

use crate::raise::{Exc, Raise};
use std::cell::Cell;

/// Bytes that stay free below the deepest native frame, for the interpreter and libc.
const RESERVE: usize = 256 << 10;

/// Calls between two looks at signals.
const CALLS: u32 = 1 << 12;

struct Stack {
    /// Lowest address that a frame of this thread may have; 0 before the first check.
    limit: Cell<usize>,
    /// Calls until the next look; 0 before the first check.
    left: Cell<u32>,
}

thread_local! {
    static STACK: Stack = const { Stack { limit: Cell::new(0), left: Cell::new(0) } };
}

/// Checks that the stack has room for another call; now and then looks at signals.
///
/// # Errors
/// `RecursionError` with CPython's text; what a signal handler raises.
#[inline(always)]
pub fn check() -> Result<(), Raise> {
    let here = 0u8;
    let address = std::ptr::addr_of!(here).addr();
    STACK.with(|stack| {
        let left = stack.left.get();
        if address > stack.limit.get() && left != 0 {
            stack.left.set(left - 1);
            return Ok(());
        }
        slow(stack, address)
    })
}

#[cold]
#[inline(never)]
fn slow(stack: &Stack, address: usize) -> Result<(), Raise> {
    if stack.limit.get() == 0 {
        stack.limit.set(lowest(address));
    }
    if address <= stack.limit.get() {
        return Err(Raise::plain(Exc::RecursionError, "maximum recursion depth exceeded"));
    }
    stack.left.set(CALLS);
    // The unit tests of this crate run without an interpreter to ask.
    #[cfg(all(feature = "python", not(test)))]
    crate::poll()?;
    Ok(())
}

/// The end of this thread's stack plus the reserve.
#[cfg(target_os = "linux")]
fn lowest(address: usize) -> usize {
    // SAFETY: the attribute object is initialised by `pthread_getattr_np` and destroyed after use.
    unsafe {
        let mut attributes: libc::pthread_attr_t = std::mem::zeroed();
        if libc::pthread_getattr_np(libc::pthread_self(), &mut attributes) != 0 {
            return guess(address);
        }
        let (mut start, mut size) = (std::ptr::null_mut(), 0);
        let failed = libc::pthread_attr_getstack(&attributes, &mut start, &mut size) != 0;
        libc::pthread_attr_destroy(&mut attributes);
        if failed || start.is_null() || !(start.addr()..start.addr() + size).contains(&address) {
            return guess(address);
        }
        // An unlimited stack is cut to 64 MiB below here: recursion without end must end.
        let end = start.addr().max(address.saturating_sub(64 << 20));
        end + RESERVE.min(size / 4)
    }
}

#[cfg(target_os = "macos")]
fn lowest(address: usize) -> usize {
    // SAFETY: both calls only read the thread's own description.
    let (top, size) = unsafe {
        let me = libc::pthread_self();
        (libc::pthread_get_stackaddr_np(me).addr(), libc::pthread_get_stacksize_np(me))
    };
    if size == 0 || top < size { guess(address) } else { top - size + RESERVE.min(size / 4) }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn lowest(address: usize) -> usize {
    guess(address)
}

/// Half a megabyte from here, where the system does not say: every platform's threads have that.
fn guess(address: usize) -> usize {
    address.saturating_sub(512 << 10)
}

#[cfg(test)]
mod tests {
    #[expect(clippy::only_used_in_recursion, reason = "it is there to recurse")]
    fn descend(depth: u64) -> Result<u64, crate::Raise> {
        super::check()?;
        Ok(std::hint::black_box(descend(depth + 1)?) + 1)
    }

    #[test]
    fn endless_recursion_is_an_error() {
        let error = descend(0).unwrap_err();
        assert_eq!(error.class(), Some(crate::raise::Exc::RecursionError));
    }
}
