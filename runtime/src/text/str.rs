//! Strings as code points.

use super::char::Char;
use super::run::Run;
use crate::raise::{Exc, Raise};

/// Python's `str`: code points in UCS-4, surrogates included.
pub type Str = Run<u32>;

impl Str {
    /// `s[i]` for `i` in `0..len()`, or `None` past the end.
    #[inline(always)]
    pub fn at(&self, i: i64) -> Option<Char> {
        self.items().get(i as usize).copied().map(Char)
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
}

impl From<&str> for Str {
    fn from(text: &str) -> Str {
        Run::shared(text.chars().map(u32::from).collect())
    }
}

impl std::fmt::Display for Str {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.items().iter().try_for_each(|&point| {
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
