//! Bytes of a source file to text: UTF-8 only, as PEP 263 and PEP 3120 have it.

use std::path::Path;

use pyrx_transpiler::diag::Code;

use crate::failure::{Failure, Outcome};
use crate::output::{Finding, Range, Severity};
use crate::render;

/// Names of encodings that agree with UTF-8 on the bytes that UTF-8 text may hold.
const UTF8_NAMES: &[&str] = &["utf8", "utf8sig"];

/// The text without a byte order mark.
///
/// # Errors
/// The bytes are not UTF-8, or the file declares another encoding for bytes outside of ASCII.
pub fn decode(path: &Path, mut bytes: Vec<u8>) -> Outcome<String> {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    let declared = declared(&bytes);
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(not_utf8(path, error.as_bytes(), error.utf8_error().valid_up_to())),
    };
    match declared {
        Some((line, name)) if !text.is_ascii() && !UTF8_NAMES.contains(&plain(&name).as_str()) => {
            Err(other(path, line, &name))
        }
        _ => Ok(text),
    }
}

/// The encoding that a comment in the first two lines declares (`# -*- coding: latin-1 -*-`), and in which line.
fn declared(bytes: &[u8]) -> Option<(u32, String)> {
    for (number, line) in (1..).zip(bytes.split(|&byte| byte == b'\n').take(2)) {
        let line = String::from_utf8_lossy(line);
        let line = line.trim_start_matches([' ', '\t', '\x0c']).trim_end();
        if !line.starts_with('#') {
            if line.is_empty() {
                continue;
            }
            return None;
        }
        if let Some(name) = after_coding(line) {
            return Some((number, name));
        }
    }
    None
}

fn after_coding(comment: &str) -> Option<String> {
    let (_, rest) = comment.split_once("coding")?;
    let rest = rest.strip_prefix([':', '='])?.trim_start_matches([' ', '\t']);
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c))).unwrap_or(rest.len());
    (end > 0).then(|| rest[..end].to_owned())
}

fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

fn other(path: &Path, line: u32, name: &str) -> Failure {
    let message = format!("{} declares the encoding {name}; pyrx reads UTF-8", render::path(path));
    failure(path, (line, 1), message).hint("save the file as UTF-8 and drop the declaration")
}

fn not_utf8(path: &Path, bytes: &[u8], at: usize) -> Failure {
    let before = String::from_utf8_lossy(&bytes[..at]); // `at` is where the valid part of `bytes` ends
    let line = before.matches('\n').count() as u32 + 1;
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) as u32 + 1;
    let byte = bytes.get(at).copied().unwrap_or_default();
    let place = format!("{}:{line}:{column}", render::path(path));
    let message = format!("the source is not UTF-8: byte 0x{byte:02x} at {place}");
    failure(path, (line, column), message).hint("save the file as UTF-8")
}

fn failure(path: &Path, (line, column): (u32, u32), message: String) -> Failure {
    let range =
        Range { path: path.to_string_lossy().into_owned(), line, column, end_line: line, end_column: column + 1 };
    let (code, severity) = (Code::ENCODING.0.to_owned(), Severity::Error);
    let module = range.path.clone();
    let finding = Finding { module, range, code, severity, message: message.clone(), hint: None, notes: Vec::new() };
    Failure { code: Some(Code::ENCODING), finding: Some(Box::new(finding)), ..Failure::source(message) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> String {
        decode(Path::new("a.py"), bytes.to_vec()).unwrap_err().message.unwrap()
    }

    #[test]
    fn the_first_bad_byte_is_located() {
        assert!(refused(b"x = 1\ny = '\xe9'\n").ends_with("byte 0xe9 at a.py:2:6"));
    }

    #[test]
    fn another_encoding_is_refused_where_it_matters() {
        assert!(refused("# -*- coding: latin-1 -*-\nx = 'é'\n".as_bytes()).contains("latin-1"));
        assert!(refused("\n# vim: set fileencoding=koi8-r :\nx = 'é'\n".as_bytes()).contains("koi8-r"));
        for text in
            ["# coding: latin-1\nx = 1\n", "# coding: UTF-8\nx = 'é'\n", "x = 1\n# coding: latin-1 é\n", "#\n#é"]
        {
            assert_eq!(decode(Path::new("a.py"), text.as_bytes().to_vec()).unwrap(), text);
        }
    }

    #[test]
    fn a_byte_order_mark_is_dropped() {
        assert_eq!(decode(Path::new("a.py"), "\u{feff}x".as_bytes().to_vec()).unwrap(), "x");
    }
}
