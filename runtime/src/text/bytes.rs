//! Bytes.

use super::run::Run;

use crate::raise::{Exc, Raise};
use std::sync::Arc;

/// Python's `bytes`. Cloning shares.
#[derive(Clone, Default)]
pub struct Bytes(Run<u8>);

impl Bytes {
    /// A constant of the program: nothing is allocated.
    pub const fn constant(items: &'static [u8]) -> Bytes {
        Bytes(Run::constant(items))
    }

    pub fn from_bytes(items: &[u8]) -> Bytes {
        Bytes(Run::shared(items.into()))
    }

    pub fn from_shared(items: Arc<[u8]>) -> Bytes {
        Bytes(Run::shared(items))
    }

    /// Bytes of somebody else.
    ///
    /// # Safety
    /// They outlive this value and all that is cloned or sliced from it, and never change.
    pub unsafe fn borrowed(start: *const u8, length: usize) -> Bytes {
        // SAFETY: the caller's promise.
        Bytes(unsafe { Run::borrowed(start, length) })
    }

    #[inline(always)]
    pub fn bytes(&self) -> &[u8] {
        self.0.items()
    }

    #[inline(always)]
    pub fn len(&self) -> i64 {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// `s[i]` for `i` in `0..len()`, or `None` past the end.
    #[inline(always)]
    pub fn at(&self, i: i64) -> Option<i64> {
        self.0.items().get(i as usize).copied().map(i64::from)
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

    /// `s[start:stop:step]`.
    ///
    /// # Errors
    /// `ValueError` for a step of zero.
    pub fn slice(&self, start: Option<i64>, stop: Option<i64>, step: i64) -> Result<Bytes, Raise> {
        self.0.slice(start, stop, step).map(Bytes)
    }

    /// `s + other`.
    pub fn concat(&self, other: &Bytes) -> Bytes {
        Bytes(self.0.concat(&other.0))
    }

    /// `s * count`.
    ///
    /// # Errors
    /// `MemoryError` for a size that cannot be.
    pub fn repeat(&self, count: i64) -> Result<Bytes, Raise> {
        self.0.repeat(count).map(Bytes)
    }

    /// `part in s`.
    pub fn contains(&self, part: &Bytes) -> bool {
        self.find(part, None, None) >= 0
    }

    /// `s.find(part, start, stop)`: -1 where there is none.
    pub fn find(&self, part: &Bytes, start: Option<i64>, stop: Option<i64>) -> i64 {
        self.0.find(part.bytes(), start, stop)
    }

    /// `s.rfind(part, start, stop)`: -1 where there is none.
    pub fn rfind(&self, part: &Bytes, start: Option<i64>, stop: Option<i64>) -> i64 {
        self.0.rfind(part.bytes(), start, stop)
    }

    /// `s.count(part, start, stop)`.
    pub fn count(&self, part: &Bytes, start: Option<i64>, stop: Option<i64>) -> i64 {
        self.0.count(part.bytes(), start, stop)
    }

    /// `s.startswith(part, start, stop)`.
    pub fn starts_with(&self, part: &Bytes, start: Option<i64>, stop: Option<i64>) -> bool {
        self.0.touches(part.bytes(), start, stop, false)
    }

    /// `s.endswith(part, start, stop)`.
    pub fn ends_with(&self, part: &Bytes, start: Option<i64>, stop: Option<i64>) -> bool {
        self.0.touches(part.bytes(), start, stop, true)
    }

    /// `s.replace(part, with, limit)`; a negative limit is none.
    pub fn replace(&self, part: &Bytes, with: &Bytes, limit: i64) -> Bytes {
        Bytes(self.0.replace(part.bytes(), with.bytes(), limit))
    }

    /// `s.join(parts)`.
    pub fn join(&self, parts: &crate::List<Bytes>) -> Bytes {
        let parts = parts.to_vec();
        let parts: Vec<&[u8]> = parts.iter().map(Bytes::bytes).collect();
        Bytes(Run::shared(parts.join(self.bytes()).into()))
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        self.bytes() == other.bytes()
    }
}

impl Eq for Bytes {}

impl PartialOrd for Bytes {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Bytes {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.bytes().cmp(other.bytes())
    }
}

impl std::hash::Hash for Bytes {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.bytes().hash(state);
    }
}

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "b\"{}\"", self.bytes().escape_ascii())
    }
}
