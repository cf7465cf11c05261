//! The places that give a variable its values.

use crate::hir::{AugTarget, Expr, Stmt, StmtKind, Target, TargetKind, WebId};
use crate::span::Span;

/// One place that assigns to a variable.
#[derive(Clone, Copy, Debug)]
pub(super) enum Definition<'a> {
    Is(&'a Expr),
    /// An item of the value, by a loop or by unpacking.
    PartOf(&'a Expr),
    /// `name += value`, where `read` held the old value.
    InPlace {
        read: WebId,
        value: &'a Expr,
    },
    /// `except E as name`
    Exception(Span),
}

/// The definitions of a variable, in order of source.
pub(super) fn definitions(body: &[Stmt], web: WebId) -> Vec<Definition<'_>> {
    let mut found = Vec::new();
    collect(body, web, &mut found);
    found
}

fn collect<'a>(body: &'a [Stmt], web: WebId, found: &mut Vec<Definition<'a>>) {
    for stmt in body {
        match &stmt.kind {
            StmtKind::Assign { targets, value } => {
                for target in targets {
                    if matches!(target.kind, TargetKind::Local(own) if own == web) {
                        found.push(Definition::Is(value));
                    } else if binds(target, web) {
                        found.push(Definition::PartOf(value));
                    }
                }
            }
            StmtKind::For { target, iter, body, orelse } => {
                if binds(target, web) {
                    found.push(Definition::PartOf(iter));
                }
                collect(body, web, found);
                collect(orelse, web, found);
            }
            StmtKind::If { then: body, orelse, .. } | StmtKind::While { body, orelse, .. } => {
                collect(body, web, found);
                collect(orelse, web, found);
            }
            StmtKind::Directed { body, .. } => collect(body, web, found),
            StmtKind::Try { body, handlers, orelse, finally } => {
                collect(body, web, found);
                for handler in handlers {
                    if handler.bind == Some(web) {
                        found.push(Definition::Exception(handler.span));
                    }
                    collect(&handler.body, web, found);
                }
                collect(orelse, web, found);
                collect(finally, web, found);
            }
            StmtKind::AugAssign { target: AugTarget::Local { read, write, .. }, value, .. } => {
                if *write == web {
                    found.push(Definition::InPlace { read: *read, value });
                }
            }
            StmtKind::Expr(_)
            | StmtKind::AugAssign { .. }
            | StmtKind::Delete(_)
            | StmtKind::Return(_)
            | StmtKind::Break
            | StmtKind::Continue
            | StmtKind::Pass
            | StmtKind::Raise { .. }
            | StmtKind::Assert { .. }
            | StmtKind::Left => {}
        }
    }
}

fn binds(target: &Target, web: WebId) -> bool {
    match &target.kind {
        TargetKind::Local(own) => *own == web,
        TargetKind::Tuple { elements, .. } => elements.iter().any(|element| binds(element, web)),
        TargetKind::Global(_) | TargetKind::Attribute { .. } | TargetKind::Index { .. } => false,
    }
}
