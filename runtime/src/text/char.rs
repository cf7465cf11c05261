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
        match LATIN.get(self.0 as usize) {
            Some(point) => super::Str::constant(std::slice::from_ref(point)),
            None => super::Str::shared([self.0].into()),
        }
    }
}

/// The code points whose strings need no memory of their own.
static LATIN: [u32; 256] = latin();

const fn latin() -> [u32; 256] {
    let mut points = [0; 256];
    let mut point = 0;
    while point < 256 {
        points[point] = point as u32;
        point += 1;
    }
    points
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
