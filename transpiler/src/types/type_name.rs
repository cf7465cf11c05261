//! `cython.typeof`: what Cython calls the type of an expression.

use super::c_name::c_name;
use super::promote;
use crate::hir::{BinOp, Const, Expr, ExprKind, IndexItem, Module, UnaryOp};
use crate::ty::{Num, Repr, Rules, Type};

/// The name of the type of an expression.
pub fn type_name(module: &Module, expr: &Expr, type_of: &dyn Fn(&Expr) -> Type) -> String {
    let literal = match &expr.kind {
        ExprKind::Const(Const::Int(value)) if i32::try_from(value).is_err() => Some("int object"),
        ExprKind::Const(Const::None | Const::Ellipsis) => Some("Python object"),
        ExprKind::Dict(_) => Some("dict object"),
        ExprKind::Set(_) => Some("set object"),
        ExprKind::List(_) => Some("list object"),
        ExprKind::FString(_) => Some("str object"),
        ExprKind::Index { value, index } => match (&value.kind, index.items.as_slice()) {
            (ExprKind::Attribute { value, name }, [IndexItem::Expr(_)])
                if matches!(name.as_str(), "shape" | "strides") && type_of(value).array().is_some() =>
            {
                Some("Py_ssize_t")
            }
            _ => None,
        },
        _ => None,
    };
    let held = || of_type(module, &beside_literals(expr, type_of).map_or_else(|| type_of(expr), Type::Num));
    literal.map_or_else(held, str::to_owned)
}

/// The type that Cython takes arithmetic on C's numbers to have: whole literals are `long` to it, also where C computes
/// in an `int`.
fn beside_literals(expr: &Expr, type_of: &dyn Fn(&Expr) -> Type) -> Option<Num> {
    let own = || type_of(expr).num().filter(|num| num.rules == Rules::C);
    match &expr.kind {
        ExprKind::Const(Const::Int(value)) => i32::try_from(value).is_ok().then_some(Num::c(Repr::I64)),
        ExprKind::Unary { op: UnaryOp::Neg | UnaryOp::Pos | UnaryOp::Invert, operand } => match operand.kind {
            ExprKind::Const(_) => beside_literals(operand, type_of),
            _ => own(),
        },
        ExprKind::Binary { op: BinOp::Div | BinOp::Pow | BinOp::MatMul, .. } => own(),
        ExprKind::Binary { left, right, .. } => {
            let result = own()?;
            let (left, right) = (beside_literals(left, type_of), beside_literals(right, type_of));
            left.zip(right).map_or(Some(result), |(left, right)| promote::widest(left, right).or(Some(result)))
        }
        _ => own(),
    }
}

fn of_type(module: &Module, ty: &Type) -> String {
    match ty {
        Type::Str => "str object".to_owned(),
        Type::Bytes => "bytes object".to_owned(),
        Type::List(_) => "list object".to_owned(),
        Type::Tuple(items) => {
            let items: Vec<String> = items.iter().map(|item| of_type(module, item)).collect();
            format!("({})", items.join(", "))
        }
        Type::Never | Type::None | Type::Range | Type::Object => "Python object".to_owned(),
        Type::Num(_)
        | Type::Char
        | Type::Array(_)
        | Type::Pointer(_)
        | Type::Fixed(..)
        | Type::Struct(_)
        | Type::Function(_) => c_name(module, ty),
    }
}
