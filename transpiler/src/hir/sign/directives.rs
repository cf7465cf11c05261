//! The directives, one row each, and how their values are read.

use crate::diag::{Code, Diagnostic};
use crate::hir::lower::names::nearest;
use crate::options::Directives;
use crate::span::Span;
use crate::syntax::DirectiveComment;
use crate::syntax::ast::{Constant, Expr, ExprConstant};

/// A directive that pyrx accepts.
pub struct DirectiveRow {
    pub name: &'static str,
    /// Where its value is kept; `None` if pyrx accepts it and needs nothing of it.
    pub slot: Option<fn(&mut Directives) -> &mut bool>,
}

macro_rules! rows {
    ($($name:literal $(=> $field:ident)?),* $(,)?) => {
        &[$(DirectiveRow { name: $name, slot: rows!(@slot $($field)?) }),*]
    };
    (@slot) => { None };
    (@slot $field:ident) => { Some(|directives| &mut directives.$field) };
}

/// All directives, in the order of the manual.
pub const DIRECTIVES: &[DirectiveRow] = rows![
    "boundscheck" => boundscheck,
    "wraparound" => wraparound,
    "initializedcheck",
    "nonecheck",
    "cdivision" => cdivision,
    "cdivision_warnings",
    "overflowcheck" => overflowcheck,
    "overflowcheck.fold",
    "cpow" => cpow,
    "infer_types",
    "language_level",
    "binding",
    "embedsignature",
    "profile",
    "linetrace",
    "annotation_typing",
    "freethreading_compatible",
    "auto_pickle",
    "fastmath" => fastmath,
    "parallel" => parallel,
    "strict" => strict,
];

/// The row of a directive.
pub fn find(name: &str) -> Option<&'static DirectiveRow> {
    DIRECTIVES.iter().find(|row| row.name == name)
}

/// Applies header comments, in order.
pub fn apply_comments(directives: &mut Directives, comments: &[DirectiveComment], diagnostics: &mut Vec<Diagnostic>) {
    for comment in comments {
        let value = match &*comment.value {
            "True" | "true" | "1" => Some(true),
            "False" | "false" | "0" => Some(false),
            _ => None,
        };
        apply(directives, &comment.name, value, comment.span, diagnostics);
    }
}

/// Applies one directive; `None` stands for a value that is neither true nor false.
pub fn apply(
    directives: &mut Directives,
    name: &str,
    value: Option<bool>,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let wrong = match (find(name), value) {
        (None, _) => unknown(name, span),
        (Some(DirectiveRow { slot: None, .. }), _) => return,
        (Some(DirectiveRow { slot: Some(slot), .. }), Some(value)) => {
            *slot(directives) = value;
            return;
        }
        (Some(_), None) => {
            let message = format!("the directive `{name}` is `True` or `False`");
            Diagnostic::error(Code::DIRECTIVE, span, message)
        }
    };
    diagnostics.push(wrong);
}

/// The error for a name that is no directive.
pub fn unknown(name: &str, span: Span) -> Diagnostic {
    let error = Diagnostic::error(Code::DIRECTIVE, span, format!("`{name}` is not a directive"));
    match nearest(name, DIRECTIVES.iter().map(|row| row.name)) {
        Some(known) => error.hint(format!("did you mean `{known}`?")),
        None => error,
    }
}

/// `True` or `False`, written as such.
pub fn literal(expr: &Expr) -> Option<bool> {
    match expr {
        Expr::Constant(ExprConstant { value: Constant::Bool(value), .. }) => Some(*value),
        _ => None,
    }
}
