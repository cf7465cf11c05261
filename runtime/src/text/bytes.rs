//! Bytes.

use super::run::Run;
use crate::raise::{Exc, Raise};

/// Python's `bytes`.
pub type Bytes = Run<u8>;

impl Bytes {
    /// `s[i]` for `i` in `0..len()`, or `None` past the end.
    #[inline(always)]
    pub fn at(&self, i: i64) -> Option<i64> {
        self.items().get(i as usize).copied().map(i64::from)
    }

    /// `s[i]`.
    ///
    /// # Errors
    /// `IndexError` outside.
    #[inline(always)]
    pub fn get(&self, i: i64) -> Result<i64, Raise> {
        crate::wrap_index(i, self.len())
            .and_then(|i| self.at(i))
            .ok_or_else(|| Raise::plain(Exc::IndexError, "index out of range"))
    }
}

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "b\"{}\"", self.items().escape_ascii())
    }
}
