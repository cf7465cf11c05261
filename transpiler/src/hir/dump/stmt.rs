//! Statements as text.

use super::expr::{expr, index, local, target};
use super::{Names, line};
use crate::hir::{AugTarget, BinOp, Deleted, Expr, Handler, Stmt, StmtKind};

pub fn block(out: &mut String, names: &Names, block: &[Stmt], depth: usize) {
    block.iter().for_each(|s| stmt(out, names, s, depth));
}

fn stmt(out: &mut String, names: &Names, stmt: &Stmt, depth: usize) {
    let mut put = |text: &str| line(out, depth, text);
    match &stmt.kind {
        StmtKind::Expr(e) => put(&expr(names, e)),
        StmtKind::Assign { targets, value } => {
            let targets: String = targets.iter().map(|t| format!("{} = ", target(names, t))).collect();
            put(&format!("{targets}{}", expr(names, value)));
        }
        StmtKind::AugAssign { target, op, value, .. } => put(&aug_assign(names, target, *op, value)),
        StmtKind::If { cond, then, orelse } => {
            put(&format!("if {}:", expr(names, cond)));
            block(out, names, then, depth + 1);
            else_block(out, names, "else", orelse, depth);
        }
        StmtKind::While { cond, body, orelse } => {
            put(&format!("while {}:", expr(names, cond)));
            block(out, names, body, depth + 1);
            else_block(out, names, "else", orelse, depth);
        }
        StmtKind::For { target: t, iter, body, orelse } => {
            put(&format!("for {} in {}:", target(names, t), expr(names, iter)));
            block(out, names, body, depth + 1);
            else_block(out, names, "else", orelse, depth);
        }
        StmtKind::Return(value) => put(&clause("return", " ", names, value.as_ref())),
        StmtKind::Break => put("break"),
        StmtKind::Continue => put("continue"),
        StmtKind::Pass => put("pass"),
        StmtKind::Raise { exc, cause } => {
            let cause = clause("", " from ", names, cause.as_ref());
            put(&format!("{}{cause}", clause("raise", " ", names, exc.as_ref())));
        }
        StmtKind::Assert { cond, message } => {
            put(&format!("assert {}{}", expr(names, cond), clause("", ", ", names, message.as_ref())));
        }
        StmtKind::Try { body, handlers, orelse, finally } => {
            put("try:");
            block(out, names, body, depth + 1);
            handlers.iter().for_each(|h| handler(out, names, h, depth));
            else_block(out, names, "else", orelse, depth);
            else_block(out, names, "finally", finally, depth);
        }
        StmtKind::Delete(deleted) => put(&format!("del {}", self::deleted(names, deleted))),
        StmtKind::Directed { directives, body } => {
            put(&format!("with {}:", super::directives(directives).join(", ")));
            block(out, names, body, depth + 1);
        }
        StmtKind::Left => put("<left>"),
    }
}

fn deleted(names: &Names, deleted: &Deleted) -> String {
    match deleted {
        Deleted::Local(local) => expr(names, local),
        Deleted::Global(name) => name.clone(),
        Deleted::Attribute { value, name } => format!("{}.{name}", expr(names, value)),
        Deleted::Index { value, index: i } => format!("{}[{}]", expr(names, value), index(names, i)),
    }
}

/// A keyword, and a separator and an expression if there is one.
fn clause(keyword: &str, separator: &str, names: &Names, value: Option<&Expr>) -> String {
    value.map_or(keyword.into(), |value| format!("{keyword}{separator}{}", expr(names, value)))
}

fn else_block(out: &mut String, names: &Names, keyword: &str, stmts: &[Stmt], depth: usize) {
    if !stmts.is_empty() {
        line(out, depth, &format!("{keyword}:"));
        block(out, names, stmts, depth + 1);
    }
}

fn handler(out: &mut String, names: &Names, handler: &Handler, depth: usize) {
    let class = clause("except", " ", names, handler.class.as_ref());
    let bind = handler.bind.map_or(String::new(), |web| format!(" as {}", names.web(web)));
    line(out, depth, &format!("{class}{bind}:"));
    block(out, names, &handler.body, depth + 1);
}

/// `x.0 += 1`, or `x.1 = x.0 + 1` where the two webs differ.
fn aug_assign(names: &Names, target: &AugTarget, op: BinOp, value: &Expr) -> String {
    let (op, value) = (op.sign(), expr(names, value));
    let place = match target {
        AugTarget::Local { read, check_bound, write, .. } => {
            let (read, write) = (local(names, *read, *check_bound), names.web(*write));
            if read == write { read } else { format!("{write} <- {read}") }
        }
        AugTarget::Global { name, .. } => name.clone(),
        AugTarget::Attribute { value, name, .. } => format!("{}.{name}", expr(names, value)),
        AugTarget::Index { value, index: i, .. } => format!("{}[{}]", expr(names, value), index(names, i)),
    };
    format!("{place} {op}= {value}")
}
