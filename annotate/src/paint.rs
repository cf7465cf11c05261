//! Which parts of a source line are keywords, strings and comments.
//!
//! Only for the eye: it reads any text in either dialect, also such as does not parse, and never fails.

use std::fmt;
use std::ops::Range;

use askama::filters::HtmlSafe;

use crate::text::Shown;

/// Words that are painted, of Python and of Cython's dialect.
const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "cdef", "cimport", "class", "continue",
    "cpdef", "ctypedef", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nogil", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    Plain,
    Keyword,
    Text,
    Comment,
}

/// One source line, painted; displays as HTML.
#[derive(Clone, Debug)]
pub struct Painted<'a>(pub Vec<(Paint, &'a str)>);

impl fmt::Display for Painted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for &(paint, text) in &self.0 {
            let text = Shown::new(text);
            // One-letter elements, because they stand many thousand times in a page.
            match paint {
                Paint::Plain => write!(f, "{text}")?,
                Paint::Keyword => write!(f, "<b>{text}</b>")?,
                Paint::Text => write!(f, "<s>{text}</s>")?,
                Paint::Comment => write!(f, "<i>{text}</i>")?,
            }
        }
        Ok(())
    }
}

/// What it displays is escaped already.
impl HtmlSafe for Painted<'_> {}

/// Paints all lines of a text; a string may span several.
pub fn paint<'a>(lines: &[&'a str]) -> Vec<Painted<'a>> {
    let mut open = None;
    lines.iter().map(|line| paint_line(line, &mut open)).collect()
}

/// `open` is the quote that closes the string that the line starts in, if it starts in one.
fn paint_line<'a>(line: &'a str, open: &mut Option<&'static str>) -> Painted<'a> {
    let mut pieces: Vec<(Paint, Range<usize>)> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let rest = &line[at..];
        let (paint, length) = match *open {
            Some(quote) => (Paint::Text, string_length(rest, 0, quote, open)),
            None => next_piece(rest, open),
        };
        // All lengths count whole characters, so `at` stays on a character boundary.
        match pieces.last_mut() {
            Some((last, range)) if *last == paint => range.end += length,
            _ => pieces.push((paint, at..at + length)),
        }
        at += length;
    }
    Painted(pieces.into_iter().map(|(paint, range)| (paint, &line[range])).collect())
}

fn next_piece(rest: &str, open: &mut Option<&'static str>) -> (Paint, usize) {
    if rest.starts_with('#') {
        return (Paint::Comment, rest.len());
    }
    if let Some(quote) = quote(rest) {
        return (Paint::Text, string_length(rest, quote.len(), quote, open));
    }
    let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    if word == 0 {
        return (Paint::Plain, rest.chars().next().map_or(rest.len(), char::len_utf8));
    }
    let keyword = KEYWORDS.binary_search(&&rest[..word]).is_ok();
    (if keyword { Paint::Keyword } else { Paint::Plain }, word)
}

fn quote(rest: &str) -> Option<&'static str> {
    ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| rest.starts_with(quote))
}

/// How far a string goes on in this line, from `from` bytes on; leaves in `open` what closes it in a later line.
fn string_length(rest: &str, from: usize, quote: &'static str, open: &mut Option<&'static str>) -> usize {
    *open = None;
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip_while(|&(at, _)| at < from) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if rest[at..].starts_with(quote) {
            return at + quote.len();
        }
    }
    // A string of one line goes on in the next only behind a backslash.
    if quote.len() == 3 || escaped {
        *open = Some(quote);
    }
    rest.len()
}
