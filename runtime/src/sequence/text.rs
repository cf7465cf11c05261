//! Reading strings and bytes.

use crate::raise::{Cause, Exc, Raise};
use crate::text::{Bytes, Char, Str};

#[inline(always)]
pub fn text_len(text: &Str) -> i64 {
    text.len()
}

/// The code point at a position.
///
/// # Safety
/// The position lies in `0..len`.
#[inline(always)]
pub unsafe fn text_at(text: &Str, i: i64) -> Char {
    // SAFETY: the caller's promise.
    Char(unsafe { *text.items().get_unchecked(i as usize) })
}

/// `text[i]`
#[inline]
pub fn text_item(text: &Str, i: i64) -> Result<Char, Raise> {
    text.get(i)
}

pub fn text_equal(a: &Str, b: &Str) -> bool {
    a.items() == b.items()
}

/// Negative, zero or positive, as `a` sorts before, with or after `b`.
pub fn text_compare(a: &Str, b: &Str) -> i64 {
    a.items().cmp(b.items()) as i64
}

/// `part in text`
pub fn text_contains(text: &Str, part: &Str) -> bool {
    text.contains(part)
}

#[inline(always)]
pub fn text_code(c: Char) -> i64 {
    c.ord()
}

/// `ord(text)` of a string of any length.
pub fn text_ord(text: &Str) -> Result<i64, Raise> {
    match text.items() {
        [point] => Ok(i64::from(*point)),
        points => {
            let text = format!("ord() expected a character, but string of length {} found", points.len());
            Err(Raise::new(Cause::Message(Exc::TypeError, text)))
        }
    }
}

#[inline(always)]
pub fn bytes_len(bytes: &Bytes) -> i64 {
    bytes.len()
}

/// The byte at a position.
///
/// # Safety
/// The position lies in `0..len`.
#[inline(always)]
pub unsafe fn bytes_at(bytes: &Bytes, i: i64) -> i64 {
    // SAFETY: the caller's promise.
    i64::from(unsafe { *bytes.items().get_unchecked(i as usize) })
}

/// `bytes[i]`
#[inline]
pub fn bytes_item(bytes: &Bytes, i: i64) -> Result<i64, Raise> {
    bytes.get(i)
}

/// Negative, zero or positive, as `a` sorts before, with or after `b`.
pub fn bytes_compare(a: &Bytes, b: &Bytes) -> i64 {
    a.items().cmp(b.items()) as i64
}

/// `chr(i)`
///
/// # Errors
/// Python's `ValueError` or `OverflowError` for what is no code point.
pub fn chr(i: i64) -> Result<Char, Raise> {
    crate::text::chr(i).map_err(|_| {
        let class = if i32::try_from(i).is_ok() { Exc::ValueError } else { Exc::OverflowError };
        Raise::new(Cause::Redo(class, "builtins.chr", vec![crate::raise::Value::Int(i)]))
    })
}
