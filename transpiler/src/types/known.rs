//! Conditions that the types decide: `a.ndim == 2`, `len(a.shape) > 1`.
//!
//! The branch that is never taken is neither typed nor lowered: `a[i, j]` there means nothing at rank 1.

use num_traits::ToPrimitive;

use super::{Instance, constant, resolve};
use crate::hir::{CmpOp, Expr, ExprKind, Module};
use crate::ty::Type;

/// Whether the condition holds for all values of these types, or for none.
pub fn truth(module: &Module, instance: &Instance, cond: &Expr) -> Option<bool> {
    match &cond.kind {
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
        _ => None,
    }
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
            attribute(args.first()?, "shape")
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
