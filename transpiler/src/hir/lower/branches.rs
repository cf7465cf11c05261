//! Branches that are never taken, which Cython does not look at: `if False:`, `if DEBUG and n > 3:` with `DEF DEBUG = 0`.

use super::function::Lowerer;
use crate::syntax::ast::{self, Constant, Expr, Stmt};
use crate::syntax::bindings::each_stmt;
use crate::syntax::{child_exprs, stmt_exprs};

impl<'m> Lowerer<'m> {
    /// Whether the condition of an `if` holds, where that is known before its branches are: by types alone, or in a
    /// `.pyx` by constants.
    pub(super) fn branch_taken(&mut self, stmt: &'m ast::StmtIf) -> Option<bool> {
        let by_types = self.type_truth(&stmt.test);
        if by_types.is_some() || self.context.c.is_none() {
            return by_types;
        }
        let truth = constant_truth(&stmt.test)?;
        // A `yield` makes a generator of the function, also where it is never reached.
        (!yields(if truth { &stmt.orelse } else { &stmt.body })).then_some(truth)
    }

    /// Whether the condition of a call such as `nogil(T is double)` holds; without one it does.
    pub(super) fn condition_of(&mut self, call: &'m ast::ExprCall) -> Option<bool> {
        match (&call.args[..], &call.keywords[..]) {
            ([], []) => Some(true),
            ([cond], []) => self.type_truth(cond).or_else(|| constant_truth(cond)),
            _ => None,
        }
    }
}

fn constant_truth(cond: &Expr) -> Option<bool> {
    match cond {
        Expr::Constant(constant) => match &constant.value {
            Constant::Bool(value) => Some(*value),
            Constant::Int(value) => Some(*value != 0.into()),
            Constant::None => Some(false),
            _ => None,
        },
        Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::Not => Some(!constant_truth(&unary.operand)?),
        Expr::BoolOp(both) => {
            let and = both.op == ast::BoolOp::And;
            for value in &both.values {
                if constant_truth(value)? != and {
                    return Some(!and);
                }
            }
            Some(and)
        }
        _ => None,
    }
}

fn yields(block: &[Stmt]) -> bool {
    let mut found = false;
    each_stmt(block, &mut |stmt| stmt_exprs(stmt, &mut |expr| found |= has_yield(expr)));
    found
}

fn has_yield(expr: &Expr) -> bool {
    let mut found = matches!(expr, Expr::Yield(_) | Expr::YieldFrom(_) | Expr::Await(_));
    child_exprs(expr, &mut |child| found |= has_yield(child));
    found
}
