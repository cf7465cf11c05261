//! Functions of `<stdlib.h>` beside those of [`crate::mem`]: the process, its environment, division.

use std::sync::{Mutex, PoisonError};

use crate::mem::{Ptr, Void};
use crate::raise::Raise;

type Chars = Ptr<i8>;

reaching! {
    strtof(text: Chars, end: Ptr<Chars>) -> f32;
    getenv(name: Chars) -> Chars;
    system(command: Chars) -> i32;
    abort() -> ();
    exit(status: i32) -> ();
    _exit(status: i32) -> ();
}

type Procedure = fn() -> Result<(), Raise>;

/// What runs at the end, the last first, as the C library calls [`run_last`] once for each.
static AT_EXIT: Mutex<Vec<Procedure>> = Mutex::new(Vec::new());

/// C's `atexit`. What the function raises, nobody is left to see.
pub fn atexit(function: Option<Procedure>) -> i32 {
    let Some(function) = function else { return -1 };
    AT_EXIT.lock().unwrap_or_else(PoisonError::into_inner).push(function);
    // SAFETY: a function of ours that stays where it is.
    unsafe { at_exit(run_last) }
}

unsafe extern "C" {
    #[link_name = "atexit"]
    fn at_exit(function: extern "C" fn()) -> i32;
}

extern "C" fn run_last() {
    let last = AT_EXIT.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let _ = last.map(|function| function());
}

/// C's `div`, which writes what it gives to `to`: an overflow wraps, and a division by zero ends the process as in C.
pub fn div(a: i32, b: i32, to: Ptr<Void>) {
    if b == 0 {
        abort();
    }
    // SAFETY: the compiler passes the address of a `div_t`.
    unsafe { *to.cast::<[i32; 2]>().0 = [a.wrapping_div(b), a.wrapping_rem(b)] }
}

/// C's `ldiv` and `lldiv`, as [`div`].
pub fn ldiv(a: i64, b: i64, to: Ptr<Void>) {
    if b == 0 {
        abort();
    }
    // SAFETY: as above.
    unsafe { *to.cast::<[i64; 2]>().0 = [a.wrapping_div(b), a.wrapping_rem(b)] }
}
