//! `cython.typeof`: what Cython calls the type of an expression.

use super::c_name::c_name;
use crate::hir::{Const, Expr, ExprKind, IndexItem, Module};
use crate::ty::Type;

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
    literal.map_or_else(|| of_type(module, &type_of(expr)), str::to_owned)
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
