//! The Python that a `.pyx` runs at import: as many lines, without what only C has.
//!
//! A C function is gone; a function that needs C keeps its header and docstring, and raises: the compiled one takes its
//! place.

use num_bigint::BigInt;

use super::{CFunction, CKind, Declarations, Edit, Segment};
use crate::span::Span;

/// A piece of the residual source: what runs of one file until another takes its turn. Lines before it are empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub path: String,
    pub text: String,
}

/// The residual source of a module; `whole` is the text of all files of the source. `quotients`: see [`super::quotients`].
pub fn residual(whole: &str, declarations: &Declarations, quotients: &[(Span, BigInt)]) -> Vec<Piece> {
    let mut edits = declarations.edits.clone();
    edits.extend(quotients.iter().map(|(span, value)| Edit { span: *span, with: format!("({value})") }));
    for function in declarations.functions.values() {
        edits.extend(replaced(whole, function));
    }
    // Of edits at one place the longest comes first, and takes in the others.
    edits.sort_by_key(|edit| (edit.span.start, std::cmp::Reverse(edit.span.end)));
    declarations.segments.iter().map(|segment| piece(whole, segment, &edits)).collect()
}

fn piece(whole: &str, segment: &Segment, edits: &[Edit]) -> Piece {
    let before = Span::new(segment.base, segment.span.start).range();
    let mut lines: String = line_ends(&whole[before]).collect();
    let text = edited(whole, segment.span, edits);
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    if !lines.is_empty() && first.is_some_and(|line| line.starts_with([' ', '\t'])) {
        // The block that it is in began in the piece before.
        lines.pop();
        lines.push_str("if True:\n");
    }
    Piece { path: segment.path.clone(), text: lines + &text }
}

fn edited(whole: &str, span: Span, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(span.range().len());
    let mut at = span.start as usize;
    for edit in edits {
        let range = edit.span.range();
        if range.start < at || range.end > span.end as usize {
            continue;
        }
        out.push_str(&whole[at..range.start]);
        out.push_str(&edit.with);
        out.extend(line_ends(&whole[range.clone()]));
        at = range.end;
    }
    out.push_str(&whole[at..span.end as usize]);
    out
}

fn line_ends(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| matches!(c, '\n' | '\r'))
}

fn replaced(text: &str, function: &CFunction) -> Option<Edit> {
    // Methods of Python's classes are replaced like functions; a nested function goes with the one around it.
    if function.module_run.is_some() || function.nested && function.kind != CKind::Def {
        return None;
    }
    match function.kind {
        CKind::Cdef => {
            let span = with_decorators(text, function.span);
            let line = &text[span.range()];
            let own = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
            let indent = function.margin.map_or(own, |margin| &text[margin.range()]);
            let instead = function.in_its_place.as_str();
            // A block needs a statement.
            let with = if instead.is_empty() && !indent.is_empty() { "pass" } else { instead };
            let with = if with.is_empty() { String::new() } else { format!("{indent}{with}") };
            Some(Edit { span, with })
        }
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
