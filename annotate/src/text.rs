//! How source text is shown: split into lines, escaped for HTML, and with hidden characters made visible.

use std::fmt;

use askama::filters::{Escaper, Html, HtmlSafe};
use pyrx_transpiler::span::LineIndex;

/// The lines of a source text without their newlines, numbered as the compiler numbers them. A newline at the end of
/// the text starts no further line.
pub fn lines(source: &str) -> Vec<&str> {
    let index = LineIndex::new(source);
    let mut lines: Vec<&str> = (1..=index.line_count())
        .map(|line| {
            let start = index.line_start(line).map_or(source.len(), |at| at as usize);
            let end = index.line_start(line + 1).map_or(source.len(), |at| at as usize);
            // Newlines are ASCII, so both ends are character boundaries.
            source[start..end].trim_end_matches(['\n', '\r'])
        })
        .collect();
    if lines.last() == Some(&"") {
        lines.pop();
    }
    lines
}

/// Whether a character is invisible, moves the cursor, or reorders the text around it, so that a reader would take
/// the line for another one. After "Trojan Source" (CVE-2021-42574) and Unicode's default-ignorable characters.
pub fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A hidden character as a Python string would spell it.
pub fn spelled(c: char) -> String {
    match u32::from(c) {
        code @ ..=0xff => format!("\\x{code:02x}"),
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

/// JSON in which characters that a terminal would obey or hide are spelled `\uXXXX`. All of them stand inside strings, since the
/// document's own characters are line feeds and printable ASCII.
pub fn spelled_in_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if c != '\n' && is_hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// The text with hidden characters spelled out, for places that take no markup.
pub fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hidden(c) { shown.push_str(&spelled(c)) } else { shown.push(c) }
    }
    shown
}

/// Displays as HTML: the text escaped, hidden characters spelled out and marked, so that they differ from the same
/// spelling written by hand. Line feeds stay in text [of several lines](Shown::lines).
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    text: &'a str,
    keeps_newlines: bool,
}

impl<'a> Shown<'a> {
    pub fn new(text: &'a str) -> Self {
        Shown { text, keeps_newlines: false }
    }

    pub fn lines(text: &'a str) -> Self {
        Shown { text, keeps_newlines: true }
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hidden = |c| is_hidden(c) && !(self.keeps_newlines && c == '\n');
        let mut rest = self.text;
        while let Some(at) = rest.find(hidden) {
            let (before, after) = rest.split_at(at);
            Html.write_escaped_str(&mut *f, before)?;
            let mut chars = after.chars();
            if let Some(c) = chars.next() {
                write!(f, "<mark>{}</mark>", spelled(c))?;
            }
            rest = chars.as_str();
        }
        Html.write_escaped_str(f, rest)
    }
}

/// What it displays is escaped already.
impl HtmlSafe for Shown<'_> {}

/// A sentence of the compiler's: what stands between backticks displays as code.
#[derive(Clone, Copy, Debug)]
pub struct Prose<'a>(pub &'a str);

impl fmt::Display for Prose<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some((before, code, after)) = first_code(rest) {
            write!(f, "{}<code>{}</code>", Shown::new(before), Shown::new(code))?;
            rest = after;
        }
        write!(f, "{}", Shown::new(rest))
    }
}

/// What it displays is escaped already.
impl HtmlSafe for Prose<'_> {}

/// The text before, within and after the first pair of backticks.
fn first_code(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('`')?;
    let (code, after) = rest.split_once('`')?;
    Some((before, code, after))
}
