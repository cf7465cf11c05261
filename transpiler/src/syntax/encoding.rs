//! What must hold of the text before it can be lexed: no null bytes, UTF-8 by its own account.

use crate::diag::{Code, Diagnostic};
use crate::span::Span;

/// Checks null bytes, size and the coding cookie.
pub fn check(text: &str) -> Result<(), Diagnostic> {
    if u32::try_from(text.len()).is_err() {
        return Err(Diagnostic::error(Code::SYNTAX, Span::new(0, 0), "the source is larger than 4 GiB"));
    }
    if let Some(at) = text.find('\0') {
        let span = Span::new(at as u32, at as u32 + 1);
        return Err(Diagnostic::error(Code::SYNTAX, span, "source code cannot contain null bytes"));
    }
    match cookie(text) {
        Some((span, name)) if !is_utf8_name(name) && !text.is_ascii() => {
            let message = format!("the source declares the encoding `{name}`, pyrx reads UTF-8");
            Err(Diagnostic::error(Code::ENCODING, span, message).hint("save the file as UTF-8 and drop the line"))
        }
        _ => Ok(()),
    }
}

/// The encoding named in one of the first two lines, as PEP 263 has it.
fn cookie(text: &str) -> Option<(Span, &str)> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut start = text.len() - body.len();
    for line in body.split('\n').take(2) {
        let content = line.trim_start_matches([' ', '\t', '\x0c']);
        if !content.is_empty() && !content.starts_with('#') && !content.starts_with('\r') {
            return None;
        }
        if let Some((at, name)) = cookie_in(line) {
            let at = (start + at) as u32;
            return Some((Span::new(at, at + name.len() as u32), name));
        }
        start += line.len() + 1;
    }
    None
}

/// `coding[:=][ \t]*([-\w.]+)` in one comment line: the offset of the name, and the name.
fn cookie_in(line: &str) -> Option<(usize, &str)> {
    let mut from = 0;
    while let Some(found) = line[from..].find("coding") {
        from += found + "coding".len();
        let Some(rest) = line[from..].strip_prefix([':', '=']) else { continue };
        let name = rest.trim_start_matches([' ', '\t']);
        let length = name.bytes().take_while(|b| b.is_ascii_alphanumeric() || b"-_.".contains(b)).count();
        if length > 0 {
            return Some((line.len() - name.len(), &name[..length]));
        }
    }
    None
}

fn is_utf8_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('_', "-");
    matches!(name.as_str(), "utf-8" | "utf8" | "u8" | "utf" | "utf-8-sig" | "cp65001") || name.starts_with("utf-8-")
}
