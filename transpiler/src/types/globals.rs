//! Module-level names whose values are computed when the module runs: numbers of a type that is known.
//!
//! The module checks after it ran that each is of this very type.

use std::collections::BTreeMap;

use super::infer::Inference;
use super::{constant, resolve};
use crate::hir::{Expr, ExprKind, Global, Module};
use crate::ty::{Num, Rules, Type};

/// The numbers of a module; later ones may be made of earlier ones.
pub(super) fn numbers(inference: &mut Inference<'_>) -> BTreeMap<String, Num> {
    let module = inference.module;
    if module.star_import {
        return BTreeMap::new();
    }
    for (name, global) in &module.globals {
        let Global::Value { value, declared } = global else { continue };
        if crate::hir::is_elsewhere(name) || constant::global_constant(module, name).is_some() {
            continue;
        }
        let computed = is_scalar(module, value).then(|| inference.top_level(value)).and_then(|ty| number(&ty));
        if let Some(num) = computed.or_else(|| declared.as_ref().and_then(number)) {
            inference.numbers.insert(name.clone(), num);
        }
    }
    std::mem::take(&mut inference.numbers)
}

fn number(ty: &Type) -> Option<Num> {
    ty.num().filter(|num| num.rules != Rules::Either)
}

/// Whether the class of the value is that of its type: no branch may choose between an `int` and a `float`, and nothing
/// of this module is called.
fn is_scalar(module: &Module, expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Const(_) | ExprKind::Global(_) => true,
        ExprKind::Unary { operand, .. } => is_scalar(module, operand),
        ExprKind::Binary { left, right, .. } => is_scalar(module, left) && is_scalar(module, right),
        ExprKind::Attribute { value, .. } => resolve::path(module, expr).is_some() || is_scalar(module, value),
        ExprKind::Compare { left, rest } => {
            is_scalar(module, left) && rest.iter().all(|(_, expr)| is_scalar(module, expr))
        }
        ExprKind::Tuple(items) => items.iter().all(|item| is_scalar(module, item)),
        ExprKind::Call { func, args, keywords } => {
            resolve::path(module, func).is_some()
                && keywords.is_empty()
                && args.iter().all(|arg| is_scalar(module, arg) || resolve::path(module, arg).is_some())
        }
        _ => false,
    }
}
