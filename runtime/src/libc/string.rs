//! Functions of `<string.h>` beside those of [`crate::mem`].

use crate::mem::{Ptr, Void};

type Chars = Ptr<i8>;

reaching! {
    memrchr(block: Ptr<Void>, byte: i32, size: u64) -> Ptr<Void>;
    strdup(text: Chars) -> Chars;
    strndup(text: Chars, size: u64) -> Chars;
    strncat(to: Chars, from: Chars, size: u64) -> Chars;
    strcasecmp(a: Chars, b: Chars) -> i32;
    strncasecmp(a: Chars, b: Chars, size: u64) -> i32;
    strcoll(a: Chars, b: Chars) -> i32;
    strxfrm(to: Chars, from: Chars, size: u64) -> u64;
    strerror(number: i32) -> Chars;
    strcasestr(text: Chars, part: Chars) -> Chars;
    strcspn(text: Chars, stops: Chars) -> u64;
    strspn(text: Chars, set: Chars) -> u64;
    strpbrk(text: Chars, stops: Chars) -> Chars;
    strtok(text: Chars, delimiters: Chars) -> Chars;
    strsep(text: Ptr<Chars>, delimiters: Chars) -> Chars;
}
