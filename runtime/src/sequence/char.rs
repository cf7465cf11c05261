//! Characters of C's: `Py_UCS4`.

use crate::raise::{Cause, Exc, Raise};
use crate::text::{Char, Str};

/// `<Py_UCS4>code`, which Python can show.
///
/// # Errors
/// `ValueError` for what is no code point.
#[inline]
pub fn char_of_code(code: u32) -> Result<Char, Raise> {
    crate::text::chr(code.into())
}

/// The character that a string is.
///
/// # Errors
/// `ValueError` for a string of another length, in Cython's words.
pub fn only_char(text: &Str) -> Result<Char, Raise> {
    match text.items() {
        [point] => Ok(Char(*point)),
        points => Err(not_one("Py_UCS4", points.len())),
    }
}

/// A string that is no character of the type of this name.
#[cold]
pub(crate) fn not_one(name: &str, length: usize) -> Raise {
    let text = format!("only single character unicode strings can be converted to {name}, got length {length}");
    Raise::new(Cause::Message(Exc::ValueError, text))
}
