//! The parser's errors, in CPython's words where it has some.

use rustpython_parser::lexer::{LexResult, LexicalErrorType};
use rustpython_parser::{ParseError, ParseErrorType, Tok};

use super::newer;
use crate::diag::{Code, Diagnostic};
use crate::span::{LineIndex, Span};

/// The tokens of a source that does not parse, with spans; what stopped the lexer, if it did not reach the end.
pub struct Tokens {
    pub list: Vec<(Tok, Span)>,
    pub stopped: Option<LexicalErrorType>,
}

impl Tokens {
    fn of(text: &str) -> Self {
        let mut tokens = Tokens { list: Vec::new(), stopped: None };
        for token in super::tokens(text, 0) {
            match token {
                LexResult::Ok((token, range)) => {
                    tokens.list.push((token, Span::new(range.start().to_u32(), range.end().to_u32())));
                }
                LexResult::Err(error) => tokens.stopped = Some(error.error),
            }
        }
        tokens
    }

    /// The index of the first token that starts at an offset or later.
    pub fn index(&self, offset: u32) -> usize {
        self.list.partition_point(|(_, span)| span.start < offset)
    }

    /// The indices of the logical line around a token, its newline excluded.
    pub fn line(&self, at: usize) -> std::ops::Range<usize> {
        let ends = |(token, _): &(Tok, Span)| matches!(token, Tok::Newline);
        let at = at.min(self.list.len());
        let start = self.list[..at].iter().rposition(ends).map_or(0, |newline| newline + 1);
        let end = self.list[at..].iter().position(ends).map_or(self.list.len(), |newline| at + newline);
        let layout = self.list[start..end].iter().take_while(|(token, _)| matches!(token, Tok::Indent | Tok::Dedent));
        start + layout.count()..end
    }

    /// Brackets that are open before a token, as indices.
    pub fn open_brackets(&self, before: usize) -> Vec<usize> {
        let mut open = Vec::new();
        for (at, (token, _)) in self.list[..before.min(self.list.len())].iter().enumerate() {
            match token {
                Tok::Lpar | Tok::Lsqb | Tok::Lbrace => open.push(at),
                Tok::Rpar | Tok::Rsqb | Tok::Rbrace => {
                    open.pop();
                }
                _ => {}
            }
        }
        open
    }
}

/// The diagnostic for a failure of the parser.
pub fn diagnostic(text: &str, failure: ParseError) -> Diagnostic {
    let reporter =
        Reporter { text, tokens: Tokens::of(text), lines: LineIndex::new(text), offset: failure.offset.to_u32() };
    if let Some(newer) = newer::recognise(text, &reporter.tokens, reporter.offset, &failure.error) {
        return newer;
    }
    let (span, message) = reporter.describe(&failure.error);
    let error = Diagnostic::error(Code::SYNTAX, reporter.clamp(span), message);
    match reporter.hint() {
        Some(hint) if matches!(failure.error, ParseErrorType::UnrecognizedToken(..)) => error.hint(hint),
        _ => error,
    }
}

struct Reporter<'t> {
    text: &'t str,
    tokens: Tokens,
    lines: LineIndex,
    offset: u32,
}

impl Reporter<'_> {
    /// Keeps a span inside of the text and on boundaries of characters.
    fn clamp(&self, span: Span) -> Span {
        let boundary = |at: u32| {
            let at = (at as usize).min(self.text.len());
            (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0) as u32
        };
        let start = boundary(span.start);
        let end = span.end.max(start + 1);
        Span::new(start, (end..end + 4).map(boundary).find(|end| *end > start).unwrap_or(start))
    }

    fn token(&self) -> Option<&(Tok, Span)> {
        self.tokens.list.get(self.tokens.index(self.offset))
    }

    fn here(&self) -> Span {
        let at = Span::new(self.offset, self.offset + 1);
        self.token().map_or(at, |(_, span)| if span.start == self.offset { *span } else { at })
    }

    fn describe(&self, error: &ParseErrorType) -> (Span, String) {
        match error {
            ParseErrorType::Lexical(error) => self.lexical(error),
            ParseErrorType::UnrecognizedToken(Tok::Indent, _) => (self.here(), "unexpected indent".into()),
            ParseErrorType::UnrecognizedToken(_, Some(expected)) if expected.trim_matches('"') == "Indent" => {
                self.indented_block()
            }
            ParseErrorType::Eof => self.unclosed().unwrap_or((self.here(), "unexpected end of file".into())),
            ParseErrorType::UnrecognizedToken(..) | ParseErrorType::ExtraToken(_) | ParseErrorType::InvalidToken => {
                self.invalid_syntax()
            }
        }
    }

    /// A bracket that is open where the lexer met the end of the file, if one is.
    fn unclosed(&self) -> Option<(Span, String)> {
        let ended = matches!(self.tokens.stopped, Some(LexicalErrorType::Eof));
        let open = self.tokens.open_brackets(self.tokens.list.len());
        let (_, span) = self.tokens.list.get(*open.last()?).filter(|_| ended)?;
        Some((*span, format!("'{}' was never closed", self.source(*span))))
    }

    fn source(&self, span: Span) -> &str {
        &self.text[span.start as usize..span.end as usize]
    }

    fn invalid_syntax(&self) -> (Span, String) {
        let at = self.tokens.index(self.offset);
        if let Some(found) = self.mismatch(at) {
            return found;
        }
        if let Some((open, message)) = self.unclosed()
            && self.lines.line(open.start) < self.lines.line(self.offset)
        {
            return (open, message);
        }
        let line = self.tokens.line(at);
        let first = self.tokens.list.get(line.start).map(|(token, _)| token);
        let ends_header =
            |index: &usize| self.tokens.list[*index].0 == Tok::Colon && !self.is_bracketed(line.start, *index);
        let colon = (line.start.min(at)..at).any(|index| ends_header(&index));
        let message = match (self.token().map(|(token, _)| token), first) {
            (Some(Tok::Newline), Some(first)) if is_compound(first) && !colon => "expected ':'".into(),
            (Some(Tok::Equal), Some(Tok::If | Tok::Elif | Tok::While)) => {
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?".into()
            }
            (_, Some(Tok::Name { name })) if line.start + 1 == at && (name == "print" || name == "exec") => {
                format!("missing parentheses in call to '{name}'. Did you mean {name}(...)?")
            }
            _ => "invalid syntax".into(),
        };
        (self.here(), message)
    }

    /// Whether a bracket that was opened at `first` or later is open before a token.
    fn is_bracketed(&self, first: usize, before: usize) -> bool {
        self.tokens.open_brackets(before).last().is_some_and(|open| *open >= first)
    }

    /// What to write instead of Cython's declarations, which `.py` modules cannot hold.
    fn hint(&self) -> Option<String> {
        let at = self.tokens.index(self.offset);
        let line = self.tokens.list.get(self.tokens.line(at))?;
        let name = |(token, _): &(Tok, Span)| match token {
            Tok::Name { name } => Some(name.clone()),
            _ => None,
        };
        if line.iter().filter_map(name).any(|word| word == "cimport") {
            return Some("this is Cython's syntax: a .py module imports, for example `from math import sqrt`".into());
        }
        let declares = ["cdef", "cpdef", "ctypedef"];
        if line.first().and_then(name).is_some_and(|first| declares.contains(&first.as_str())) {
            return Some(
                "this is Cython's syntax: in a .py module write `x: cython.int = 0`, or `def f(x: cython.int)`".into(),
            );
        }
        let header =
            line.first().is_some_and(|(token, _)| *token == Tok::Def) && !self.tokens.open_brackets(at).is_empty();
        let ty = self.tokens.list.get(at.checked_sub(1)?).and_then(name)?;
        let variable = self.tokens.list.get(at).and_then(name)?;
        header.then(|| format!("types stand after the name: `{variable}: {ty}`"))
    }

    /// A closing bracket at the error that is not the one that the open bracket calls for.
    fn mismatch(&self, at: usize) -> Option<(Span, String)> {
        let (closing, span) = self.tokens.list.get(at)?;
        let open = *self.tokens.open_brackets(at).last()?;
        let (opening, opening_span) = &self.tokens.list[open];
        let fits =
            matches!((opening, closing), (Tok::Lpar, Tok::Rpar) | (Tok::Lsqb, Tok::Rsqb) | (Tok::Lbrace, Tok::Rbrace));
        let closes = matches!(closing, Tok::Rpar | Tok::Rsqb | Tok::Rbrace);
        (closes && !fits).then(|| {
            let (closing, opening) = (self.source(*span), self.source(*opening_span));
            (*span, format!("closing parenthesis '{closing}' does not match opening parenthesis '{opening}'"))
        })
    }

    fn indented_block(&self) -> (Span, String) {
        let at = self.tokens.index(self.offset);
        // The header is the last line before the error that holds anything.
        let header = self.tokens.list[..at].iter().rposition(|(token, _)| *token == Tok::Newline);
        let header = header.map(|newline| self.tokens.line(newline)).and_then(|line| self.tokens.list.get(line.start));
        let message = header.and_then(|(token, span)| {
            let what = match token {
                Tok::Def => "function definition".into(),
                Tok::Class => "class definition".into(),
                Tok::Async => "asynchronous statement".into(),
                token if is_compound(token) => format!("'{}' statement", self.source(*span)),
                _ => return None,
            };
            Some(format!("expected an indented block after {what} on line {}", self.lines.line(span.start)))
        });
        (self.here(), message.unwrap_or_else(|| "expected an indented block".into()))
    }

    fn lexical(&self, error: &LexicalErrorType) -> (Span, String) {
        use LexicalErrorType as E;
        let before = Span::new(self.offset.saturating_sub(1), self.offset);
        match error {
            E::NestingError => (
                before,
                format!("unmatched '{}'", self.text.get(before.start as usize..before.end as usize).unwrap_or(")")),
            ),
            E::IndentationError if self.tokens.stopped.is_none() => self.indented_block(),
            E::UnrecognizedToken { tok } => self.character(*tok),
            E::Eof => match self.unclosed() {
                _ if self.rest_is_string() => self.unterminated("triple-quoted "),
                Some(unclosed) => unclosed,
                None => (self.here(), "unexpected EOF while parsing".into()),
            },
            E::OtherError(text) if text.starts_with("EOL while scanning") => self.unterminated(""),
            E::OtherError(text) if text == "Invalid Token" => {
                let message =
                    "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
                (before, message.into())
            }
            E::StringError if self.tokens.stopped.is_some() => self.unterminated(""),
            E::LineContinuationError if self.offset as usize >= self.text.len() => {
                (before, "unexpected EOF while parsing".into())
            }
            E::StringError | E::UnicodeError => {
                (self.here(), "(unicode error) an escape sequence in a string cannot be decoded".into())
            }
            E::OtherError(text) => (self.here(), lower_first(text)),
            E::TabsAfterSpaces => (self.here(), "pyrx reads no tabs after spaces in indentation".into()),
            E::TabError
            | E::IndentationError
            | E::DefaultArgumentError
            | E::DuplicateArgumentError(_)
            | E::PositionalArgumentError
            | E::UnpackedArgumentError
            | E::DuplicateKeywordArgumentError(_)
            | E::FStringError(_)
            | E::LineContinuationError => (self.here(), lower_first(&error.to_string())),
        }
    }

    fn character(&self, c: char) -> (Span, String) {
        let length = c.len_utf8() as u32;
        let at_offset = self.text.get(self.offset as usize..).is_some_and(|rest| rest.starts_with(c));
        let start = if at_offset { self.offset } else { self.offset.saturating_sub(length) };
        let code = format!("U+{:04X}", c as u32);
        let message = match c {
            c if c.is_ascii_graphic() => "invalid syntax".into(),
            c if c.is_control() || c.is_whitespace() => format!("invalid non-printable character {code}"),
            c => format!("invalid character '{c}' ({code})"),
        };
        (Span::new(start, start + length), message)
    }

    /// Where the text starts that the lexer could not make tokens of.
    fn rest(&self) -> (u32, &str) {
        let start = self.tokens.list.last().map_or(0, |(_, span)| span.end);
        let rest = &self.text[start as usize..];
        let trimmed = rest.trim_start_matches([' ', '\t', '\x0c', '\n', '\r', '\\']);
        (self.text.len() as u32 - trimmed.len() as u32, trimmed)
    }

    fn rest_is_string(&self) -> bool {
        let (_, mut rest) = self.rest();
        while let Some(comment) = rest.strip_prefix('#') {
            rest = comment.split_once(['\n', '\r']).map_or("", |(_, rest)| rest).trim_start();
        }
        let body = rest.trim_start_matches(|c: char| "rRbBuUfF".contains(c));
        body.starts_with("\"\"\"") || body.starts_with("'''")
    }

    fn unterminated(&self, kind: &str) -> (Span, String) {
        let (start, _) = self.rest();
        // Past the end of the line, where the lexer gave up.
        let line = self.lines.line(self.offset.saturating_sub(1));
        (Span::new(start, start + 1), format!("unterminated {kind}string literal (detected at line {line})"))
    }
}

/// Whether a statement that starts with this token has a colon.
fn is_compound(token: &Tok) -> bool {
    matches!(
        token,
        Tok::If
            | Tok::Elif
            | Tok::Else
            | Tok::For
            | Tok::While
            | Tok::Try
            | Tok::Except
            | Tok::Finally
            | Tok::With
            | Tok::Def
            | Tok::Class
            | Tok::Async
            | Tok::Match
            | Tok::Case
    )
}

/// Diagnostics start in lower case.
fn lower_first(text: &str) -> String {
    let mut chars = text.trim_end_matches('.').chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}
