//! What a function returns where its returns are of unrelated types: an object, and why.

use super::builder::Lower;
use crate::hir::{self, ExprKind as Hir, Stmt, StmtKind};
use crate::ir::Expr;
use crate::ty::{Repr, Type};
use crate::types::falls_through;

impl<'a> Lower<'a> {
    /// A value that is returned as `ty`.
    pub(super) fn result(&mut self, value: Expr, ty: &Type) -> Expr {
        if *ty != Type::Object {
            return self.coerce(value, ty);
        }
        match self.other_result(&value.ty) {
            Some((other, line)) => {
                let place = if line == self.line() { "there too".to_owned() } else { format!("in line {line}") };
                let reason = format!("what is returned is `{}` here and `{other}` {place}: an object", value.ty);
                let hint = self.declarable_result(&value.ty, &other);
                self.boxed_as(value, reason, Some(&hint))
            }
            None => self.boxed(value),
        }
    }

    /// A type other than this that the function returns, and where.
    fn other_result(&self, ty: &Type) -> Option<(Type, u32)> {
        let mut found = Vec::new();
        returned(&self.source.body, &mut |value, stmt| {
            let ty = value.map_or(Type::None, |value| self.type_of(value));
            found.push((ty, self.line_of(value.map_or(stmt.span, |value| value.span))));
        });
        // At its end a function returns `None`; that has no line but the function's own.
        let end = falls_through(&self.source.body).then(|| (Type::None, self.line_of(self.source.span)));
        found.into_iter().chain(end).find(|(other, _)| other != ty)
    }

    /// What to write so that one type is returned.
    fn declarable_result(&self, one: &Type, other: &Type) -> String {
        let line = self.line_of(self.source.span);
        match (one.num(), other.num()) {
            (Some(one), Some(other)) => format!("write `-> {}` in line {line}", said(one.repr, other.repr)),
            (Some(num), None) | (None, Some(num)) => one_type(line, said(num.repr, num.repr)),
            (None, None) => one_type(line, &if *one == Type::None { other } else { one }.to_string()),
        }
    }
}

fn one_type(line: u32, example: &str) -> String {
    format!("return one type everywhere and write `-> {example}` in line {line}")
}

/// Python's number that holds both.
fn said(one: Repr, other: Repr) -> &'static str {
    let is = |kind: fn(Repr) -> bool| kind(one) || kind(other);
    match () {
        () if is(Repr::is_complex) => "complex",
        () if is(Repr::is_float) => "float",
        () if one == Repr::Bool && other == Repr::Bool => "bool",
        () => "int",
    }
}

/// Calls `f` with the values that are returned and their statements, in order of source.
fn returned<'a>(body: &'a [Stmt], f: &mut dyn FnMut(Option<&'a hir::Expr>, &'a Stmt)) {
    for stmt in body {
        match &stmt.kind {
            StmtKind::Return(Some(hir::Expr { kind: Hir::IfExp { then, orelse, .. }, .. })) => {
                [then, orelse].into_iter().for_each(|value| f(Some(value), stmt));
            }
            StmtKind::Return(value) => f(value.as_ref(), stmt),
            StmtKind::For { body, orelse, .. }
            | StmtKind::If { then: body, orelse, .. }
            | StmtKind::While { body, orelse, .. } => [body, orelse].into_iter().for_each(|block| returned(block, f)),
            StmtKind::Directed { body, .. } => returned(body, f),
            StmtKind::Try { body, handlers, orelse, finally } => {
                returned(body, f);
                handlers.iter().for_each(|handler| returned(&handler.body, f));
                [orelse, finally].into_iter().for_each(|block| returned(block, f));
            }
            StmtKind::Assign { .. }
            | StmtKind::Expr(_)
            | StmtKind::AugAssign { .. }
            | StmtKind::Delete(_)
            | StmtKind::Break
            | StmtKind::Continue
            | StmtKind::Pass
            | StmtKind::Raise { .. }
            | StmtKind::Assert { .. }
            | StmtKind::Left => {}
        }
    }
}
