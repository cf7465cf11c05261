//! F-strings that hold what only C has: `f"{<int>x:>5}"`.
//!
//! Python's parser reads the text of an f-string itself. One that it cannot read becomes
//! `<fstring>("text", <field>((x), "r", "spec"), ...)`, whose fields are expressions as everywhere.

use std::ops::Range;

use rustpython_parser::StringKind;
use rustpython_parser::Tok;
use rustpython_parser::lexer::LexResult;

use super::rewrite::Rewriter;
use super::{blank, forms};
use crate::span::Span;

/// A part of an f-string, as ranges of its text.
enum Piece {
    /// Text that ends at this place.
    Text(String, usize),
    Field {
        value: Range<usize>,
        conversion: Option<char>,
        spec: Vec<Piece>,
    },
}

impl Rewriter<'_> {
    /// The strings that stand here in a row, if Python cannot read one of them.
    pub(super) fn c_fstring(&mut self) -> bool {
        let count = self.tokens[self.at..].iter().take_while(|(token, _)| matches!(token, Tok::String { .. })).count();
        let strings: Vec<(Tok, Span)> = self.tokens[self.at..self.at + count].to_vec();
        let Some(first) = strings.first().map(|(_, span)| *span) else { return false };
        let mut parts = Vec::new();
        for (token, span) in &strings {
            let Tok::String { kind, triple_quoted, .. } = token else { return false };
            let pieces = match kind {
                StringKind::FString | StringKind::RawFString => {
                    let Some((start, text)) = self.contents(*span, *triple_quoted) else { return false };
                    match split(text, *kind == StringKind::RawFString) {
                        Some((pieces, "")) => Some((start, pieces)),
                        _ => return false,
                    }
                }
                StringKind::String | StringKind::RawString | StringKind::Unicode => None,
                StringKind::Bytes | StringKind::RawBytes => return false,
            };
            parts.push((token.clone(), *span, pieces));
        }
        let is_c = |start: &u32, pieces: &[Piece]| self.has_c(*start, pieces);
        if !parts.iter().any(|(_, _, pieces)| pieces.as_ref().is_some_and(|(start, pieces)| is_c(start, pieces))) {
            return false;
        }
        // What is made up takes no room: the tokens of the fields keep their places.
        let place = Span::new(first.start, first.start);
        self.emit_name(forms::FSTRING, place);
        self.emit(Tok::Lpar, place);
        for (token, span, pieces) in parts {
            match pieces {
                Some((start, pieces)) => self.emit_pieces(&pieces, &token, start),
                None => {
                    self.emit(token, span);
                    self.emit(Tok::Comma, span);
                }
            }
        }
        self.at += count;
        self.emit(Tok::Rpar, self.before());
        true
    }

    /// The text between the quotes, and where it starts.
    fn contents(&self, span: Span, triple_quoted: bool) -> Option<(u32, &str)> {
        let written = self.text.get(span.range())?;
        let quotes = if triple_quoted { 3 } else { 1 };
        let prefix = written.find(['"', '\''])?;
        let text = written.get(prefix + quotes..written.len().checked_sub(quotes)?)?;
        Some((span.start + (prefix + quotes) as u32, text))
    }

    fn has_c(&self, start: u32, pieces: &[Piece]) -> bool {
        pieces.iter().any(|piece| match piece {
            Piece::Text(..) => false,
            Piece::Field { value, spec, .. } => {
                let text = self.field(start, value);
                crate::syntax::parse_expression(&format!("({text})"), 0).is_none() || self.has_c(start, spec)
            }
        })
    }

    fn field(&self, start: u32, value: &Range<usize>) -> &str {
        let start = start as usize;
        self.text.get(start + value.start..start + value.end).unwrap_or_default()
    }

    fn emit_pieces(&mut self, pieces: &[Piece], string: &Tok, start: u32) {
        let Tok::String { kind, triple_quoted, .. } = string else { return };
        let plain = match kind {
            StringKind::RawFString => StringKind::RawString,
            _ => StringKind::String,
        };
        let literal = |value: &str, kind| Tok::String { value: value.to_owned(), kind, triple_quoted: *triple_quoted };
        let place = |at: usize| Span::new(start + at as u32, start + at as u32);
        for piece in pieces {
            match piece {
                Piece::Text(text, end) => {
                    self.emit(literal(text, plain), place(*end));
                    self.emit(Tok::Comma, place(*end));
                }
                Piece::Field { value, conversion, spec } => {
                    let (before, after) = (place(value.start), place(value.end));
                    self.emit_name(forms::FIELD, before);
                    self.emit(Tok::Lpar, before);
                    self.emit(Tok::Lpar, before);
                    self.emit_field(Span::new(before.start, after.end));
                    self.emit(Tok::Rpar, after);
                    self.emit(Tok::Comma, after);
                    let conversion = conversion.map(String::from).unwrap_or_default();
                    self.emit(literal(&conversion, StringKind::String), after);
                    self.emit(Tok::Comma, after);
                    self.emit_pieces(spec, string, start);
                    self.emit(Tok::Rpar, after);
                    self.emit(Tok::Comma, after);
                }
            }
        }
    }

    /// The expression at this place, rewritten.
    fn emit_field(&mut self, place: Span) {
        let text = blank::blanked(self.text.get(place.range()).unwrap_or_default());
        let token = |token: LexResult| {
            let (token, range) = token.ok()?;
            Some((token, Span::new(range.start().to_u32(), range.end().to_u32())))
        };
        let is_end = |token: &Tok| matches!(token, Tok::Newline | Tok::EndOfFile);
        let mut tokens: Vec<(Tok, Span)> =
            crate::syntax::tokens(&text, place.start).into_iter().filter_map(token).collect();
        tokens.retain(|(token, _)| !is_end(token));
        tokens.push((Tok::Newline, Span::new(place.end, place.end)));
        let around = (std::mem::replace(&mut self.tokens, tokens), std::mem::replace(&mut self.at, 0));
        self.expression(&[]);
        (self.tokens, self.at) = around;
    }
}

/// The parts of a text up to its end or a `}` that closes it, and the rest.
fn split(text: &str, raw: bool) -> Option<(Vec<Piece>, &str)> {
    pieces(text, 0, raw, false)
}

/// As [`split`], of the text from an offset; `nested`: a format specification, which a `}` ends.
fn pieces(text: &str, from: usize, raw: bool, nested: bool) -> Option<(Vec<Piece>, &str)> {
    let (mut found, mut literal, mut at) = (Vec::new(), String::new(), from);
    while let Some(char) = text[at..].chars().next() {
        let rest = &text[at..];
        match char {
            '{' | '}' if !nested && rest[1..].starts_with(char) => {
                literal.push(char);
                at += 2;
            }
            '}' if nested => break,
            '}' => return None,
            '{' => {
                let (shown, field, end) = field(text, at + 1, raw)?;
                literal.push_str(shown);
                if !literal.is_empty() {
                    found.push(Piece::Text(std::mem::take(&mut literal), at));
                }
                found.push(field);
                at = end;
            }
            '\\' if !raw => {
                // `\N{DASH}` has braces of its own.
                let named = rest.starts_with("\\N{").then(|| rest.find('}')).flatten();
                let length = named.map_or_else(|| rest.chars().take(2).map(char::len_utf8).sum(), |end| end + 1);
                literal.push_str(&rest[..length]);
                at += length;
            }
            _ => {
                literal.push(char);
                at += char.len_utf8();
            }
        }
    }
    if !literal.is_empty() {
        found.push(Piece::Text(literal, at));
    }
    Some((found, &text[at..]))
}

/// A field whose expression starts here, with the text that a `=` behind it shows and what follows its brace. None where
/// it has no end.
fn field(text: &str, start: usize, raw: bool) -> Option<(&str, Piece, usize)> {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut quote) = (start, 0, None);
    let end = loop {
        let byte = *bytes.get(at)?;
        match byte {
            b'"' | b'\'' if quote == Some(byte) => quote = None,
            _ if quote.is_some() => {}
            b'"' | b'\'' => quote = Some(byte),
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' => depth -= 1,
            b'}' if depth > 0 => depth -= 1,
            b'=' | b'!' if bytes.get(at + 1) == Some(&b'=') => at += 1,
            b'=' if depth == 0 && !matches!(bytes[at - 1], b'<' | b'>') => break at,
            b'}' | b':' | b'!' if depth == 0 => break at,
            _ => {}
        }
        at += 1;
    };
    let value = start..end;
    at = end;
    let shown = if bytes[at] == b'=' {
        at += 1 + text[at + 1..].bytes().take_while(u8::is_ascii_whitespace).count();
        &text[start..at]
    } else {
        ""
    };
    let mut conversion = None;
    if bytes.get(at) == Some(&b'!') {
        conversion = text[at + 1..].chars().next();
        at += 1 + conversion?.len_utf8();
    }
    let mut spec = Vec::new();
    if bytes.get(at) == Some(&b':') {
        let (parts, rest) = pieces(text, at + 1, raw, true)?;
        spec = parts;
        at = text.len() - rest.len();
    } else if !shown.is_empty() {
        conversion = conversion.or(Some('r'));
    }
    (bytes.get(at) == Some(&b'}')).then_some((shown, Piece::Field { value, conversion, spec }, at + 1))
}
