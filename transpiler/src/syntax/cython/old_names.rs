//! Built-ins of Python 2 that Cython still knows, by the names that Python 3 has for them.
//!
//! before: `isinstance(s, unicode)`
//! after:  `isinstance(s, str)`

use rustpython_parser::Tok;

use super::Edit;
use super::imports::imported_names;
use super::words::name_of;
use crate::span::Span;

const OLD: [(&str, &str); 5] =
    [("basestring", "str"), ("raw_input", "input"), ("unichr", "chr"), ("unicode", "str"), ("xrange", "range")];

/// Gives names their new spelling, save for those that the file binds itself. Returns what the text becomes.
pub(super) fn renamed(tokens: &mut [(Tok, Span)]) -> Vec<Edit> {
    let imported = imported_names(tokens);
    let mut edits = Vec::new();
    for (old, new) in OLD {
        let places: Vec<usize> = (0..tokens.len()).filter(|at| is_read(tokens, *at, old)).collect();
        let bound = imported.contains(old) || (0..tokens.len()).any(|at| binds(tokens, at, old));
        for at in places.into_iter().filter(|_| !bound) {
            tokens[at].0 = Tok::Name { name: new.to_owned() };
            edits.push(Edit { span: tokens[at].1, with: new.to_owned() });
        }
    }
    edits
}

fn is_name(tokens: &[(Tok, Span)], at: usize, name: &str) -> bool {
    matches!(&tokens[at].0, Tok::Name { name: own } if own == name)
}

fn before(tokens: &[(Tok, Span)], at: usize) -> Option<&Tok> {
    Some(&tokens.get(at.checked_sub(1)?)?.0)
}

/// The name itself, not an attribute of something.
fn is_read(tokens: &[(Tok, Span)], at: usize, name: &str) -> bool {
    is_name(tokens, at, name) && before(tokens, at) != Some(&Tok::Dot)
}

/// `name = ...`, `def name`, `as name`, `for name`, `global name`, `cdef object name`
fn binds(tokens: &[(Tok, Span)], at: usize, name: &str) -> bool {
    let after = tokens.get(at + 1).map(|(token, _)| token);
    is_read(tokens, at, name)
        && (after == Some(&Tok::Equal)
            || matches!(
                before(tokens, at),
                Some(Tok::Def | Tok::Class | Tok::As | Tok::For | Tok::Global | Tok::Nonlocal)
            )
            || before(tokens, at).is_some_and(|token| name_of(token).is_some())
                && after.is_none_or(|token| name_of(token).is_none() && *token != Tok::Star))
}
