//! Functions of `<time.h>`. A `tm` is a `void*` here.

use crate::mem::{Ptr, Void};

type Chars = Ptr<i8>;
type Tm = Ptr<Void>;

reaching! {
    difftime(end: i64, start: i64) -> f64;
    mktime(time: Tm) -> i64;
    gmtime(time: Ptr<i64>) -> Tm;
    gmtime_r(time: Ptr<i64>, to: Tm) -> Tm;
    localtime(time: Ptr<i64>) -> Tm;
    localtime_r(time: Ptr<i64>, to: Tm) -> Tm;
    getdate(text: Chars) -> Tm;
    asctime(time: Tm) -> Chars;
    asctime_r(time: Tm, to: Chars) -> Chars;
    ctime(time: Ptr<i64>) -> Chars;
    ctime_r(time: Ptr<i64>, to: Chars) -> Chars;
    strftime(to: Chars, size: u64, format: Chars, time: Tm) -> u64;
    wcsftime(to: Ptr<i32>, size: u64, format: Ptr<i32>, time: Tm) -> u64;
    strptime(text: Chars, format: Chars, to: Tm) -> Chars;
    timespec_get(to: Ptr<Void>, base: i32) -> i32;
    tzset() -> ();
}

/// The library's variables.
mod variables {
    use super::Chars;

    unsafe extern "C" {
        pub static mut daylight: i32;
        pub static mut timezone: i64;
        pub static mut tzname: [Chars; 2];
    }
}

/// C's `daylight`.
pub fn daylight() -> i32 {
    // SAFETY: a number of the library's, which only `tzset` changes.
    unsafe { variables::daylight }
}

/// C's `timezone`.
pub fn timezone() -> i64 {
    // SAFETY: as above.
    unsafe { variables::timezone }
}

/// C's `tzname`, a pointer to its two texts.
pub fn tzname() -> Ptr<Chars> {
    Ptr((&raw mut variables::tzname).cast())
}
