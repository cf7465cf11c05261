//! Syntax that is newer than the parser, told apart from syntax that is wrong.

use rustpython_parser::FStringErrorType;
use rustpython_parser::lexer::LexicalErrorType;
use rustpython_parser::{ParseErrorType, StringKind, Tok};

use super::error::Tokens;
use crate::diag::{Code, Diagnostic};
use crate::span::Span;

/// What a source that does not parse seems to use, with the Python that brought it and the way out.
struct Newer {
    span: Span,
    what: &'static str,
    since: &'static str,
    hint: &'static str,
}

const QUOTES: &str = "use other quotes inside than outside, or move the expression before the f-string";

/// The diagnostic, if the failure is one of newer syntax.
pub fn recognise(text: &str, tokens: &Tokens, offset: u32, error: &ParseErrorType) -> Option<Diagnostic> {
    let failure = Failure { text, tokens, offset, at: tokens.index(offset), error };
    let newer = failure
        .template_string()
        .or_else(|| failure.f_string())
        .or_else(|| failure.except())
        .or_else(|| failure.type_default())
        .or_else(|| failure.lazy_import())
        .or_else(|| failure.unpacking())?;
    Some(newer.diagnostic())
}

/// The diagnostic for `[*a for a in b]`, which the parser reads though Python below 3.15 does not.
pub fn unpacking(span: Span) -> Diagnostic {
    Newer::unpacking(span).diagnostic()
}

impl Newer {
    fn diagnostic(&self) -> Diagnostic {
        let message = format!("{} need Python {}, which is newer than what pyrx reads", self.what, self.since);
        Diagnostic::error(Code::SYNTAX_TOO_NEW, self.span, message).hint(self.hint)
    }

    fn unpacking(span: Span) -> Self {
        Newer { span, what: "comprehensions that unpack", since: "3.15", hint: "write a second `for`" }
    }
}

struct Failure<'t> {
    text: &'t str,
    tokens: &'t Tokens,
    offset: u32,
    /// The token at the error.
    at: usize,
    error: &'t ParseErrorType,
}

impl<'t> Failure<'t> {
    fn token(&self, at: usize) -> Option<&'t (Tok, Span)> {
        self.tokens.list.get(at)
    }

    fn is(&self, at: usize, token: &Tok) -> bool {
        self.token(at).is_some_and(|(found, _)| found == token)
    }

    /// `t"..."` lexes as a name with a string right behind it.
    fn template_string(&self) -> Option<Newer> {
        let (string, span) = self.token(self.at)?;
        let (before, name) = self.token(self.at.checked_sub(1)?)?;
        let Tok::Name { name: prefix } = before else { return None };
        let is_prefix = ["t", "tr", "rt"].contains(&prefix.to_ascii_lowercase().as_str());
        (matches!(string, Tok::String { .. }) && is_prefix && name.end == span.start).then(|| Newer {
            span: name.to(*span),
            what: "template strings",
            since: "3.14",
            hint: "use an f-string or `str.format`",
        })
    }

    /// Quotes, newlines, backslashes or comments in the expressions of an f-string.
    fn f_string(&self) -> Option<Newer> {
        let newer = |span| Newer { span, what: "f-strings with any expression inside", since: "3.12", hint: QUOTES };
        let line = self.tokens.line(self.at);
        let end = line.end.min(self.at + 1);
        let mut literals =
            self.tokens.list[line.start.min(end)..end].iter().rev().filter(|(token, _)| is_f_string(token));
        let cut = |span: Span| is_cut(&self.text[span.start as usize..span.end as usize]);
        if let Some((_, span)) = literals.clone().find(|(_, span)| cut(*span)) {
            return Some(newer(*span));
        }
        let (_, last) = literals.next().map_or((&Tok::Newline, None), |(token, span)| (token, Some(*span)));
        match self.error {
            ParseErrorType::Lexical(LexicalErrorType::FStringError(error)) => {
                let source = last.map_or("", |span| &self.text[span.start as usize..span.end as usize]);
                let beyond = match error {
                    FStringErrorType::UnterminatedString
                    | FStringErrorType::ExpressionCannotInclude(_)
                    | FStringErrorType::ExpressionNestedTooDeeply => true,
                    FStringErrorType::InvalidExpression(_) => source.contains(['#', '\n']),
                    FStringErrorType::UnclosedLbrace
                    | FStringErrorType::UnopenedRbrace
                    | FStringErrorType::ExpectedRbrace
                    | FStringErrorType::InvalidConversionFlag
                    | FStringErrorType::EmptyExpression
                    | FStringErrorType::MismatchedDelimiter(..)
                    | FStringErrorType::SingleRbrace
                    | FStringErrorType::Unmatched(_) => false,
                };
                beyond.then(|| newer(last.unwrap_or(Span::new(self.offset, self.offset + 1))))
            }
            ParseErrorType::Lexical(LexicalErrorType::OtherError(text)) if text.starts_with("EOL while scanning") => {
                let start = self.tokens.list.last().map_or(0, |(_, span)| span.end);
                let rest = self.text[start as usize..].trim_start_matches([' ', '\t', '\x0c']);
                let start = self.text.len() as u32 - rest.len() as u32;
                let line = rest.split(['\n', '\r']).next().unwrap_or("");
                let prefix = line.split(['"', '\'']).next().unwrap_or("").to_ascii_lowercase();
                let is_prefix = ["f", "rf", "fr"].contains(&prefix.as_str());
                (is_prefix && is_cut(line)).then(|| newer(Span::new(start, start + line.len() as u32)))
            }
            _ => None,
        }
    }

    /// `except A, B:`.
    fn except(&self) -> Option<Newer> {
        let line = self.tokens.line(self.at);
        (self.is(self.at, &Tok::Comma) && self.is(line.start, &Tok::Except)).then(|| Newer {
            span: self.tokens.list[self.at].1,
            what: "several exceptions without parentheses",
            since: "3.14",
            hint: "write the exceptions in parentheses",
        })
    }

    /// `def f[T = int]()`.
    fn type_default(&self) -> Option<Newer> {
        let line = self.tokens.line(self.at);
        let open = *self.tokens.open_brackets(self.at).last()?;
        let defines =
            line.clone().take(3).any(|at| [Tok::Def, Tok::Class, Tok::Type].iter().any(|keyword| self.is(at, keyword)));
        let in_brackets = self.is(open, &Tok::Lsqb) && open <= line.start + 3;
        (self.is(self.at, &Tok::Equal) && defines && in_brackets).then(|| Newer {
            span: self.tokens.list[self.at].1,
            what: "defaults of type parameters",
            since: "3.13",
            hint: "use `typing.TypeVar`",
        })
    }

    /// `lazy import a`.
    fn lazy_import(&self) -> Option<Newer> {
        let (name, span) = self.token(self.at.checked_sub(1)?)?;
        let lazy = matches!(name, Tok::Name { name } if name == "lazy");
        let imports = self.is(self.at, &Tok::Import) || self.is(self.at, &Tok::From);
        (lazy && imports && self.tokens.line(self.at).start + 1 == self.at).then_some(Newer {
            span: *span,
            what: "lazy imports",
            since: "3.15",
            hint: "drop `lazy`",
        })
    }

    /// `[*a for a in b]`.
    fn unpacking(&self) -> Option<Newer> {
        let open = *self.tokens.open_brackets(self.at).last()?;
        let star = self.is(open + 1, &Tok::Star) || self.is(open + 1, &Tok::DoubleStar);
        let comprehension = self.is(self.at, &Tok::For) || self.is(self.at, &Tok::Async);
        (star && comprehension).then(|| Newer::unpacking(self.tokens.list[open + 1].1))
    }
}

fn is_f_string(token: &Tok) -> bool {
    matches!(token, Tok::String { kind: StringKind::FString | StringKind::RawFString, .. })
}

/// Whether an f-string ends inside of a replacement field.
fn is_cut(literal: &str) -> bool {
    let literal = literal.replace("{{", "").replace("}}", "");
    literal.matches('{').count() > literal.matches('}').count()
}
