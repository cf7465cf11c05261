//! The Python that a `.pyx` runs at import: as many lines, without what only C has.
//!
//! A C function is gone; a function that needs C keeps its header and docstring, and raises: the compiled one takes its
//! place.

use super::{CFunction, CKind, Declarations, Edit};
use crate::span::Span;

/// The residual source of a module.
pub fn residual(text: &str, declarations: &Declarations) -> String {
    let mut edits = declarations.edits.clone();
    for function in declarations.functions.values() {
        edits.extend(replaced(text, function));
    }
    // Of edits at one place the longest comes first, and takes in the others.
    edits.sort_by_key(|edit| (edit.span.start, std::cmp::Reverse(edit.span.end)));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits.iter().filter(|edit| edit.span.end as usize <= text.len()) {
        let range = edit.span.range();
        if range.start < at {
            continue;
        }
        out.push_str(&text[at..range.start]);
        out.push_str(&edit.with);
        out.extend(text[range.clone()].chars().filter(|c| matches!(c, '\n' | '\r')));
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

fn replaced(text: &str, function: &CFunction) -> Option<Edit> {
    if function.nested {
        return None;
    }
    match function.kind {
        CKind::Cdef => Some(Edit { span: with_decorators(text, function.span), with: String::new() }),
        CKind::Def if !function.uses_c => None,
        CKind::Def | CKind::Cpdef => {
            let name = &function.name;
            let raises = format!(" raise SystemError('{name} has compiled code only')");
            let (start, with) = match function.docstring {
                Some(docstring) => (docstring.end, format!(";{raises}")),
                None => (function.body.start, raises),
            };
            Some(Edit { span: Span::new(start, function.body.end.max(start)), with })
        }
    }
}

/// The span with the decorator lines above it.
fn with_decorators(text: &str, span: Span) -> Span {
    let mut start = text[..span.start as usize].rfind('\n').map_or(0, |newline| newline + 1);
    loop {
        let above = text[..start.saturating_sub(1)].rfind('\n').map_or(0, |newline| newline + 1);
        if start == 0 || !text[above..start].trim_start().starts_with('@') {
            return Span::new(start as u32, span.end);
        }
        start = above;
    }
}
