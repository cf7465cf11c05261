//! Strings as code points.

use super::char::Char;
use super::run::Run;
use crate::raise::{Exc, Raise};
use std::sync::Arc;

/// Python's `str`: code points in UCS-4, surrogates included. Cloning shares.
#[derive(Clone, Default)]
pub struct Str(Run<u32>);

impl Str {
    /// A constant of the program: nothing is allocated.
    pub const fn constant(items: &'static [u32]) -> Str {
        Str(Run::constant(items))
    }

    pub fn from_points(items: &[u32]) -> Str {
        Str(Run::shared(items.into()))
    }

    pub fn from_shared(items: Arc<[u32]>) -> Str {
        Str(Run::shared(items))
    }

    #[inline(always)]
    pub fn points(&self) -> &[u32] {
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
    pub fn at(&self, i: i64) -> Option<Char> {
        self.0.items().get(i as usize).copied().map(Char)
    }

    /// `s[i]`.
    ///
    /// # Errors
    /// `IndexError` outside.
    #[inline(always)]
    pub fn get(&self, i: i64) -> Result<Char, Raise> {
        crate::wrap_index(i, self.len())
            .and_then(|i| self.at(i))
            .ok_or_else(|| Raise::plain(Exc::IndexError, "string index out of range"))
    }

    /// `s[start:stop:step]`.
    ///
    /// # Errors
    /// `ValueError` for a step of zero.
    pub fn slice(&self, start: Option<i64>, stop: Option<i64>, step: i64) -> Result<Str, Raise> {
        self.0.slice(start, stop, step).map(Str)
    }

    /// `s + other`.
    pub fn concat(&self, other: &Str) -> Str {
        Str(self.0.concat(&other.0))
    }

    /// `s * count`.
    ///
    /// # Errors
    /// `MemoryError` for a size that cannot be.
    pub fn repeat(&self, count: i64) -> Result<Str, Raise> {
        self.0.repeat(count).map(Str)
    }

    /// `part in s`.
    pub fn contains(&self, part: &Str) -> bool {
        self.find(part, None, None) >= 0
    }

    /// `s.find(part, start, stop)`: -1 where there is none.
    pub fn find(&self, part: &Str, start: Option<i64>, stop: Option<i64>) -> i64 {
        self.0.find(part.points(), start, stop)
    }

    /// `s.rfind(part, start, stop)`: -1 where there is none.
    pub fn rfind(&self, part: &Str, start: Option<i64>, stop: Option<i64>) -> i64 {
        self.0.rfind(part.points(), start, stop)
    }

    /// `s.count(part, start, stop)`.
    pub fn count(&self, part: &Str, start: Option<i64>, stop: Option<i64>) -> i64 {
        self.0.count(part.points(), start, stop)
    }

    /// `s.startswith(part, start, stop)`.
    pub fn starts_with(&self, part: &Str, start: Option<i64>, stop: Option<i64>) -> bool {
        self.0.touches(part.points(), start, stop, false)
    }

    /// `s.endswith(part, start, stop)`.
    pub fn ends_with(&self, part: &Str, start: Option<i64>, stop: Option<i64>) -> bool {
        self.0.touches(part.points(), start, stop, true)
    }

    /// `s.replace(part, with, limit)`; a negative limit is none.
    pub fn replace(&self, part: &Str, with: &Str, limit: i64) -> Str {
        Str(self.0.replace(part.points(), with.points(), limit))
    }

    /// `s.join(parts)`.
    pub fn join(&self, parts: &crate::List<Str>) -> Str {
        let parts = parts.to_vec();
        let parts: Vec<&[u32]> = parts.iter().map(Str::points).collect();
        Str(Run::shared(parts.join(self.points()).into()))
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        self.points() == other.points()
    }
}

impl Eq for Str {}

impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Str {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.points().cmp(other.points())
    }
}

impl std::hash::Hash for Str {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.points().hash(state);
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Str {
        Str(Run::shared(text.chars().map(u32::from).collect()))
    }
}

impl std::fmt::Display for Str {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.points().iter().try_for_each(|&point| {
            std::fmt::Write::write_char(f, char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER))
        })
    }
}

impl std::fmt::Debug for Str {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&self.to_string(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn searching_as_python() {
        let s = Str::from("abcabc");
        let part = |p: &str| Str::from(p);
        assert_eq!(s.find(&part("bc"), None, None), 1);
        assert_eq!(s.find(&part("bc"), Some(2), None), 4);
        assert_eq!(s.rfind(&part("bc"), None, None), 4);
        assert_eq!(s.find(&part(""), Some(6), None), 6);
        assert_eq!(s.find(&part(""), Some(7), None), -1);
        assert_eq!(s.count(&part(""), None, None), 7);
        assert_eq!(s.count(&part("abc"), None, Some(-1)), 1);
        assert_eq!(s.replace(&part("b"), &part("xx"), 1).to_string(), "axxcabc");
        assert_eq!(part("ab").replace(&part(""), &part("-"), -1).to_string(), "-a-b-");
        assert_eq!(part("ab").replace(&part(""), &part("-"), 2).to_string(), "-a-b");
        assert_eq!(s.slice(None, None, -1).unwrap().to_string(), "cbacba");
        assert!(s.ends_with(&part("bc"), None, None) && !s.starts_with(&part("bc"), None, None));
    }
}
