//! Conditions that the types decide: `a.ndim == 2`, `len(a.shape) > 1`.
//!
//! The branch that is never taken is neither typed nor lowered: `a[i, j]` there means nothing at rank 1.

use num_traits::ToPrimitive;

use super::reach::falls_through;
use super::{Callee, Instance, Special, constant, resolve};
use crate::hir::{CmpOp, Const, Expr, ExprKind, Module, Stmt, StmtKind};
use crate::ty::{Form, Type};

/// Whether the condition holds for all values of these types, or for none.
pub fn truth(module: &Module, instance: &Instance, cond: &Expr) -> Option<bool> {
    match &cond.kind {
        ExprKind::IsSequence(value) => is_sequence(instance.expr(value.id)),
        ExprKind::Not(operand) => truth(module, instance, operand).map(|holds| !holds),
        ExprKind::Bool { and, values } => {
            // One that decides is enough, as long as those before it are known.
            for value in values {
                if truth(module, instance, value)? != *and {
                    return Some(!and);
                }
            }
            Some(*and)
        }
        ExprKind::Compare { left, rest } => match rest.as_slice() {
            [(op @ (CmpOp::Is | CmpOp::IsNot), right)] => {
                let present =
                    is_present(instance, left) && is_none(right) || is_none(left) && is_present(instance, right);
                present.then_some(*op == CmpOp::IsNot)
            }
            [(op, right)] => {
                let rank = |expr: &Expr| rank(module, instance, expr);
                match (rank(left), rank(right)) {
                    (Some(left), _) => compare(*op, left, integer(module, right)?),
                    (None, Some(right)) => compare(*op, integer(module, left)?, right),
                    (None, None) => None,
                }
            }
            _ => None,
        },
        ExprKind::Call { .. } => match instance.callees.get(&cond.id) {
            Some(Callee::Special(Special::IsInstance(is))) => Some(*is),
            _ => None,
        },
        _ => None,
    }
}

/// Whether patterns of sequences may match values of the type.
pub fn is_sequence(ty: &Type) -> Option<bool> {
    match ty {
        Type::List(_) | Type::Tuple(_) | Type::Range => Some(true),
        Type::None | Type::Num(_) | Type::Char | Type::Str | Type::Bytes | Type::Array(_) => Some(false),
        Type::Never | Type::Object => None,
        Type::Pointer(_) | Type::Fixed(..) | Type::Struct(_) | Type::Function(_) => None,
    }
}

/// Whether the statement is an `if` that the types decide and whose branch never reaches its end.
pub fn ends(module: &Module, instance: &Instance, stmt: &Stmt) -> bool {
    let StmtKind::If { cond, then, orelse } = &stmt.kind else { return false };
    truth(module, instance, cond).is_some_and(|holds| !falls_through(if holds { then } else { orelse }))
}

/// Whether the value is a view that is not `None`.
fn is_present(instance: &Instance, expr: &Expr) -> bool {
    matches!(instance.expr(expr.id), Type::Array(array) if array.form != Form::Array && !array.none)
}

fn is_none(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Const(Const::None))
}

/// `a.ndim` and `len(a.shape)` of a native array.
fn rank(module: &Module, instance: &Instance, expr: &Expr) -> Option<i64> {
    let attribute = |expr: &Expr, wanted: &str| match &expr.kind {
        ExprKind::Attribute { value, name } if name == wanted => match instance.expr(value.id) {
            Type::Array(array) => Some(i64::from(array.ndim)),
            _ => None,
        },
        _ => None,
    };
    match &expr.kind {
        ExprKind::Call { func, args, .. } if resolve::path(module, func)?.name == "builtins.len" => {
            let items = match instance.expr(args.first()?.id) {
                Type::Tuple(items) => Some(items.len() as i64),
                _ => None,
            };
            items.or_else(|| attribute(args.first()?, "shape"))
        }
        _ => attribute(expr, "ndim"),
    }
}

fn integer(module: &Module, expr: &Expr) -> Option<i64> {
    match constant::constant(module, expr)? {
        crate::hir::Const::Int(value) => value.to_i64(),
        _ => None,
    }
}

fn compare(op: CmpOp, a: i64, b: i64) -> Option<bool> {
    Some(match op {
        CmpOp::Eq => a == b,
        CmpOp::Ne => a != b,
        CmpOp::Lt => a < b,
        CmpOp::Le => a <= b,
        CmpOp::Gt => a > b,
        CmpOp::Ge => a >= b,
        CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn => return None,
    })
}
