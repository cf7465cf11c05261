//! Loops that may run for long let Ctrl-C in: a `poll` at their head.
//!
//! before: `for i in 0..n { x = x + a[i] }`
//! after:  `for i in 0..n { poll; x = x + a[i] }`
//!
//! Emission does not look each time: see `emit::poll`. Loops whose constant bounds keep them short stay as they are,
//! so a function without other loops pays nothing.

use crate::ir::{Block, Expr, ExprKind, Program, Stmt, StmtKind, Value, visit};

/// Iterations, those of inner loops multiplied, that need no look.
const SHORT: u64 = 1 << 12;

pub fn run(program: &mut Program) {
    // What a `noexcept` function raises is printed and lost, so it does not look.
    for function in program.functions.iter_mut().filter(|function| !function.noexcept) {
        block(&mut function.body);
    }
}

fn block(stmts: &mut Block) {
    for stmt in stmts {
        if iterations(stmt).is_some_and(|count| count <= SHORT) {
            continue;
        }
        for inner in visit::blocks_mut(stmt) {
            block(inner);
        }
        if let StmtKind::Loop { body, .. } | StmtKind::For { body, .. } = &mut stmt.kind {
            body.insert(0, Stmt { kind: StmtKind::Poll, span: stmt.span });
        }
    }
}

/// How many iterations a statement runs at most, those of inner loops multiplied; `None` if that is not known.
pub fn iterations(stmt: &Stmt) -> Option<u64> {
    let blocks = visit::blocks(stmt);
    let inner = blocks.into_iter().flatten().try_fold(0u64, |sum, stmt| sum.checked_add(iterations(stmt)?))?;
    match &stmt.kind {
        StmtKind::Loop { .. } => None,
        StmtKind::For { start, stop, step, .. } => inner.max(1).checked_mul(trips(start, stop, step)?),
        _ => Some(inner),
    }
}

fn trips(start: &Expr, stop: &Expr, step: &Expr) -> Option<u64> {
    let (start, stop, step) = (constant(start)?, constant(stop)?, constant(step)?);
    let (distance, step) = if step > 0 { (stop - start, step) } else { (start - stop, -step) };
    u64::try_from((distance.max(0) + step - 1) / step.max(1)).ok()
}

fn constant(expr: &Expr) -> Option<i128> {
    match expr.kind {
        ExprKind::Const(Value::Int(value)) => Some(value),
        _ => None,
    }
}
