//! C's `errno`, of which each thread has its own.

use std::ffi::c_int;

unsafe extern "C" {
    #[cfg_attr(target_os = "linux", link_name = "__errno_location")]
    #[cfg_attr(target_vendor = "apple", link_name = "__error")]
    #[cfg_attr(windows, link_name = "_errno")]
    fn location() -> *mut c_int;
}

/// What the last function of the C library that failed has left.
pub fn errno() -> i32 {
    // SAFETY: the library gives the address of the thread's own variable.
    unsafe { *location() }
}

/// Sets it.
pub fn set_errno(value: i32) {
    // SAFETY: as above.
    unsafe { *location() = value }
}
