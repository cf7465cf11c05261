//! One code point.

use crate::raise::{Exc, Raise};

/// A string of length one as a value: a Unicode code point, surrogates included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Char(pub u32);

impl Char {
    /// `ord(c)`.
    #[inline(always)]
    pub fn ord(self) -> i64 {
        self.0 as i64
    }

    /// The string of this one character.
    pub fn to_str(self) -> super::Str {
        super::Str::shared([self.0].into())
    }
}

/// `chr(i)`.
///
/// # Errors
/// `ValueError` outside `0..0x110000`.
#[inline]
pub fn chr(i: i64) -> Result<Char, Raise> {
    match u32::try_from(i) {
        Ok(point @ 0..0x11_0000) => Ok(Char(point)),
        _ => Err(Raise::plain(Exc::ValueError, "chr() arg not in range(0x110000)")),
    }
}
