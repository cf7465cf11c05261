//! The parser's errors in CPython's words.

use super::newer::Outline;
use crate::diag::{Code, Diagnostic};
use crate::span::Span;
use rustpython_parser::ParseError;

pub fn diagnostic(_text: &str, _outline: &Outline, failure: ParseError) -> Diagnostic {
    let at = failure.offset.to_u32();
    Diagnostic::error(Code::SYNTAX, Span::new(at, at + 1), failure.error.to_string())
}
