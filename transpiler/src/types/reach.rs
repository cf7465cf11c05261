//! Whether control reaches the end of a block.

use crate::hir::{self, Expr, ExprKind, Stmt, StmtKind};

/// Whether control can reach the end of the block.
pub fn falls_through(block: &[Stmt]) -> bool {
    !block.iter().any(never_ends)
}

fn never_ends(stmt: &Stmt) -> bool {
    match &stmt.kind {
        StmtKind::Return(_) | StmtKind::Raise { .. } | StmtKind::Break | StmtKind::Continue => true,
        StmtKind::If { then, orelse, .. } => !falls_through(then) && !falls_through(orelse),
        StmtKind::While { cond, body, .. } => is_true(cond) && !breaks(body),
        StmtKind::Directed { body, .. } => !falls_through(body),
        StmtKind::Try { body, handlers, orelse, finally } => {
            let handled = handlers.iter().all(|handler| !falls_through(&handler.body));
            !falls_through(finally) || handled && (!falls_through(body) || !orelse.is_empty() && !falls_through(orelse))
        }
        _ => false,
    }
}

fn is_true(cond: &Expr) -> bool {
    match &cond.kind {
        ExprKind::Const(hir::Const::Bool(value)) => *value,
        ExprKind::Const(hir::Const::Int(value)) => value.bits() > 0,
        _ => false,
    }
}

/// Whether a `break` of this loop is in the block.
fn breaks(block: &[Stmt]) -> bool {
    block.iter().any(|stmt| match &stmt.kind {
        StmtKind::Break => true,
        StmtKind::If { then, orelse, .. } => breaks(then) || breaks(orelse),
        StmtKind::While { orelse, .. } | StmtKind::For { orelse, .. } => breaks(orelse),
        StmtKind::Directed { body, .. } => breaks(body),
        StmtKind::Try { body, handlers, orelse, finally } => {
            breaks(body) || breaks(orelse) || breaks(finally) || handlers.iter().any(|handler| breaks(&handler.body))
        }
        _ => false,
    })
}
