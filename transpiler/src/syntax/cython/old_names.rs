//! Built-ins of Python 2 that Cython still knows, by the names that Python 3 has for them.
//!
//! before: `isinstance(s, unicode)`
//! after:  `isinstance(s, str)`
//!
//! Which names stand for the built-ins is known when the module has been parsed: it is rewritten once more if any do.

use std::collections::{BTreeSet, HashSet};

use rustpython_parser::Tok;

use super::{Declarations, Edit};
use crate::span::Span;
use crate::syntax::ast::Stmt;
use crate::syntax::bindings::{bound_by, each_stmt};
use crate::syntax::free_names;

const OLD: [(&str, &str); 5] =
    [("basestring", "str"), ("raw_input", "input"), ("unichr", "chr"), ("unicode", "str"), ("xrange", "range")];

/// The name that Python 3 has for it.
pub(super) fn plain(name: &str) -> &str {
    OLD.iter().find(|(old, _)| *old == name).map_or(name, |(_, new)| new)
}

/// Where the code of a module names one of them, and means it.
pub fn old_names(body: &[Stmt], declarations: &Declarations) -> BTreeSet<u32> {
    let mut bound: BTreeSet<String> = declarations.names.clone();
    each_stmt(body, &mut |stmt| bound_by(stmt, &mut |name, _| bound.extend([name.to_owned()])));
    let mut found = BTreeSet::new();
    free_names(body, &HashSet::new(), &mut |name, span| {
        if plain(name) != name && !bound.contains(name) {
            found.insert(span.start);
        }
    });
    found
}

/// Gives the names at these places their new spelling. Returns what the text becomes.
pub(super) fn renamed(tokens: &mut [(Tok, Span)], places: &BTreeSet<u32>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (token, span) in tokens.iter_mut().filter(|(_, span)| places.contains(&span.start)) {
        let Tok::Name { name } = token else { continue };
        *name = plain(name).to_owned();
        edits.push(Edit { span: *span, with: name.clone() });
    }
    edits
}
