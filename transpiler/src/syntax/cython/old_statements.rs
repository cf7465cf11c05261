//! Statements as Python 2 has them, which Cython reads at every language level.
//!
//! before: `raise ValueError, "negative"`; `except KeyError, error:`; `a <> b`
//! after:  `raise ValueError("negative")`; `except KeyError as error:`; `a != b`

use rustpython_parser::Tok;

use super::Edit;
use crate::span::Span;

type Tokens = Vec<(Tok, Span)>;

/// Writes them as Python 3 does. Returns what the text becomes.
pub(super) fn rewritten(tokens: &mut Tokens) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut starts = true;
    let mut at = 0;
    while at < tokens.len() {
        match tokens[at].0 {
            Tok::Raise if starts => raise(tokens, at, &mut edits),
            Tok::Except if starts => except(tokens, at, &mut edits),
            Tok::Less => differs(tokens, at, &mut edits),
            _ => {}
        }
        starts = matches!(tokens[at].0, Tok::Newline | Tok::Indent | Tok::Dedent | Tok::Colon | Tok::Semi);
        at += 1;
    }
    edits
}

/// Where the statement from here on ends, and its commas outside brackets.
fn commas(tokens: &Tokens, start: usize, is_end: impl Fn(&Tok) -> bool) -> (usize, Vec<usize>) {
    let (mut depth, mut found) = (0, Vec::new());
    for (at, (token, _)) in tokens.iter().enumerate().skip(start) {
        match token {
            Tok::Lpar | Tok::Lsqb | Tok::Lbrace => depth += 1,
            Tok::Rpar | Tok::Rsqb | Tok::Rbrace => depth -= 1,
            Tok::Comma if depth == 0 => found.push(at),
            token if depth == 0 && is_end(token) => return (at, found),
            _ => {}
        }
    }
    (tokens.len(), found)
}

/// `raise class, value`: a tuple has the arguments, and `None` is none.
fn raise(tokens: &mut Tokens, start: usize, edits: &mut Vec<Edit>) {
    let is_end = |token: &Tok| matches!(token, Tok::Newline | Tok::Semi | Tok::EndOfFile);
    let (end, found) = commas(tokens, start, is_end);
    let ([comma], true) = (found.as_slice(), end < tokens.len()) else { return };
    let (comma, value) = (*comma, *comma + 1..end);
    let span = tokens[comma].1;
    if value.is_empty() {
        return;
    }
    if is_bracketed(&tokens[value.clone()]) {
        tokens.remove(comma);
        return edits.push(Edit { span, with: String::new() });
    }
    tokens[comma].0 = Tok::Lpar;
    edits.push(Edit { span, with: "(".to_owned() });
    let last = tokens[end - 1].1;
    if value.len() == 1 && tokens[end - 1].0 == Tok::None {
        tokens[end - 1].0 = Tok::Rpar;
        return edits.push(Edit { span: last, with: ")".to_owned() });
    }
    let behind = Span::new(last.end, last.end);
    tokens.insert(end, (Tok::Rpar, behind));
    edits.push(Edit { span: behind, with: ")".to_owned() });
}

/// `a <> b`
fn differs(tokens: &mut Tokens, at: usize, edits: &mut Vec<Edit>) {
    let [(_, less), (Tok::Greater, greater), ..] = &tokens[at..] else { return };
    if less.end == greater.start {
        let span = Span::new(less.start, greater.end);
        tokens[at] = (Tok::NotEqual, span);
        tokens.remove(at + 1);
        edits.push(Edit { span, with: "!=".to_owned() });
    }
}

/// `except class, name:`
fn except(tokens: &mut Tokens, start: usize, edits: &mut Vec<Edit>) {
    let (end, found) = commas(tokens, start, |token| matches!(token, Tok::Colon | Tok::Newline));
    if let [comma] = found.as_slice()
        && end == comma + 2
        && matches!(tokens[comma + 1].0, Tok::Name { .. })
    {
        tokens[*comma].0 = Tok::As;
        edits.push(Edit { span: tokens[*comma].1, with: " as".to_owned() });
    }
}

/// Whether one pair of brackets is around them all.
fn is_bracketed(tokens: &[(Tok, Span)]) -> bool {
    let mut depth = 0;
    let closes = tokens.iter().position(|(token, _)| {
        match token {
            Tok::Lpar | Tok::Lsqb | Tok::Lbrace => depth += 1,
            Tok::Rpar | Tok::Rsqb | Tok::Rbrace => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    tokens.first().is_some_and(|(token, _)| *token == Tok::Lpar) && closes == Some(tokens.len() - 1)
}
