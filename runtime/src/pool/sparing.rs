//! The call of the poll from the middle of a loop, made so that the loop keeps its registers.
//!
//! An ordinary call may change half of the registers, so that a loop around a short inner one keeps its row pointers and
//! strides in memory and loads them again in each iteration, for a call that it makes once in hundreds of them: a third
//! of the time of such a loop. Here the call itself saves the general registers.

use super::poll::passing;
use crate::raise::Raise;
use std::ffi::c_void;

/// Null, or the error.
#[cold]
#[inline(never)]
#[cfg(all(target_arch = "x86_64", not(windows)))]
extern "sysv64" fn passing_raw() -> *mut c_void {
    match passing() {
        Ok(()) => std::ptr::null_mut(),
        Err(raise) => raise.into_raw(),
    }
}

/// Calls [`passing`]. Of what the calling convention lets it change, only the vector registers are lost.
#[inline(always)]
#[cfg(all(target_arch = "x86_64", not(windows)))]
pub(super) fn call() -> Result<(), Raise> {
    rare();
    let raised: *mut c_void;
    // SAFETY: the call of a function without arguments that does not unwind. Whatever the convention lets it change is
    // saved around it or named here. The block may use the stack, which is aligned before it (there is no `nostack`),
    // and still is after eight registers.
    unsafe {
        std::arch::asm!(
            "push rcx", "push rdx", "push rsi", "push rdi", "push r8", "push r9", "push r10", "push r11",
            "call {passing}",
            "pop r11", "pop r10", "pop r9", "pop r8", "pop rdi", "pop rsi", "pop rdx", "pop rcx",
            passing = sym passing_raw,
            out("rax") raised,
            out("xmm0") _, out("xmm1") _, out("xmm2") _, out("xmm3") _, out("xmm4") _, out("xmm5") _, out("xmm6") _,
            out("xmm7") _, out("xmm8") _, out("xmm9") _, out("xmm10") _, out("xmm11") _, out("xmm12") _,
            out("xmm13") _, out("xmm14") _, out("xmm15") _, out("xmm16") _, out("xmm17") _, out("xmm18") _,
            out("xmm19") _, out("xmm20") _, out("xmm21") _, out("xmm22") _, out("xmm23") _, out("xmm24") _,
            out("xmm25") _, out("xmm26") _, out("xmm27") _, out("xmm28") _, out("xmm29") _, out("xmm30") _,
            out("xmm31") _,
            out("k0") _, out("k1") _, out("k2") _, out("k3") _, out("k4") _, out("k5") _, out("k6") _, out("k7") _,
            out("st(0)") _, out("st(1)") _, out("st(2)") _, out("st(3)") _, out("st(4)") _, out("st(5)") _,
            out("st(6)") _, out("st(7)") _,
        );
    }
    if raised.is_null() {
        return Ok(());
    }
    // SAFETY: not null, it is the error of `passing_raw`.
    Err(unsafe { Raise::from_raw(raised) })
}

/// Tells LLVM that the way here is taken once in a while. Else what the loop keeps in vector registers is in memory all the
/// time: it has to be there during the call. (`std::hint::cold_path` says so, too, from Rust 1.95 on.)
#[cold]
#[inline]
#[cfg(all(target_arch = "x86_64", not(windows)))]
fn rare() {}

/// Elsewhere an ordinary call.
#[cold]
#[inline(never)]
#[cfg(not(all(target_arch = "x86_64", not(windows))))]
pub(super) fn call() -> Result<(), Raise> {
    passing()
}
