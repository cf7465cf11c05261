//! What a `for` statement iterates over, as far as it is native.

use super::resolve;
use crate::hir::{Const, Expr, ExprKind, Module, PRANGES};
use crate::span::Span;
use crate::ty::{ArrayType, Layout, Type};

/// The iterable of a loop, by its shape in the source.
#[derive(Clone, Debug)]
pub enum Iterable<'a> {
    /// `range(...)` written in the loop, at this place.
    Range { args: &'a [Expr], span: Span },
    /// `prange(...)` with its keywords.
    ParallelRange { args: &'a [Expr], keywords: &'a [(String, Expr)], span: Span },
    /// `enumerate(inner, start)`
    Enumerate { inner: Box<Iterable<'a>>, start: Option<&'a Expr> },
    /// `zip(...)`; `strict`: all must be of one length.
    Zip { parts: Vec<Iterable<'a>>, strict: bool },
    /// `reversed(inner)`
    Reversed(Box<Iterable<'a>>),
    /// Any other expression; its type decides.
    Value(&'a Expr),
}

impl<'a> Iterable<'a> {
    /// Whether no interpreter is needed, given the types of the expressions in it and which of them are native to iterate.
    pub fn needs_no_interpreter(
        &self,
        type_of: &impl Fn(&'a Expr) -> Type,
        is_native: &impl Fn(&'a Expr) -> bool,
    ) -> bool {
        let integer = |expr: &'a Expr| type_of(expr).num().is_some_and(|num| num.repr.is_integer());
        match self {
            Iterable::Range { args, .. } | Iterable::ParallelRange { args, .. } => args.iter().all(integer),
            Iterable::Enumerate { inner, start } => {
                inner.needs_no_interpreter(type_of, is_native) && start.is_none_or(integer)
            }
            Iterable::Reversed(inner) => inner.needs_no_interpreter(type_of, is_native),
            Iterable::Zip { parts, .. } => parts.iter().all(|one| one.needs_no_interpreter(type_of, is_native)),
            Iterable::Value(expr) => is_native(expr),
        }
    }
}

/// Sees through `range`, `enumerate`, `zip` and `reversed`.
pub fn iterable<'a>(module: &Module, expr: &'a Expr) -> Iterable<'a> {
    call(module, expr).unwrap_or(Iterable::Value(expr))
}

fn call<'a>(module: &Module, expr: &'a Expr) -> Option<Iterable<'a>> {
    let ExprKind::Call { func, args, keywords } = &expr.kind else { return None };
    let path = resolve::path(module, func)?;
    if PRANGES.contains(&path.name.as_str()) && (1..=3).contains(&args.len()) {
        return Some(Iterable::ParallelRange { args, keywords, span: expr.span });
    }
    match (path.name.as_str(), args.as_slice(), keywords.as_slice()) {
        ("builtins.range", args, []) if (1..=3).contains(&args.len()) => {
            Some(Iterable::Range { args, span: expr.span })
        }
        ("builtins.enumerate", [inner], []) => enumerate(module, inner, None),
        ("builtins.enumerate", [inner, start], []) => enumerate(module, inner, Some(start)),
        ("builtins.enumerate", [inner], [(name, start)]) if name == "start" => enumerate(module, inner, Some(start)),
        ("builtins.zip", args, keywords) if !args.is_empty() => zip(module, args, is_strict(keywords)?),
        ("builtins.reversed", [inner], []) => match iterable(module, inner) {
            // What has no length has no end to start from: Python says so.
            Iterable::Enumerate { .. }
            | Iterable::Zip { .. }
            | Iterable::Reversed(_)
            | Iterable::ParallelRange { .. } => None,
            inner @ (Iterable::Range { .. } | Iterable::Value(_)) => Some(Iterable::Reversed(Box::new(inner))),
        },
        _ => None,
    }
}

fn enumerate<'a>(module: &Module, inner: &'a Expr, start: Option<&'a Expr>) -> Option<Iterable<'a>> {
    Some(Iterable::Enumerate { inner: Box::new(iterable(module, inner)), start })
}

/// What `strict=` says; `None` where that is found at run time.
fn is_strict(keywords: &[(String, Expr)]) -> Option<bool> {
    match keywords {
        [] => Some(false),
        [(name, Expr { kind: ExprKind::Const(Const::Bool(strict)), .. })] if name == "strict" => Some(*strict),
        _ => None,
    }
}

fn zip<'a>(module: &Module, args: &'a [Expr], strict: bool) -> Option<Iterable<'a>> {
    let parts: Vec<Iterable> = args.iter().map(|arg| iterable(module, arg)).collect();
    // Which of several strict ones complains first is the interpreter's to find.
    let plain = !parts.iter().any(has_strict);
    plain.then_some(Iterable::Zip { parts, strict: strict && args.len() > 1 })
}

fn has_strict(iterable: &Iterable) -> bool {
    match iterable {
        Iterable::Zip { strict, .. } => *strict,
        Iterable::Enumerate { inner, .. } | Iterable::Reversed(inner) => has_strict(inner),
        Iterable::Range { .. } | Iterable::ParallelRange { .. } | Iterable::Value(_) => false,
    }
}

/// The type of the items of a value of this type; `Object` if the interpreter iterates.
pub fn item_type(ty: &Type) -> Type {
    match ty {
        Type::Never => Type::Never,
        Type::Array(array) => array_item(*array),
        Type::List(item) => (**item).clone(),
        Type::Str | Type::Char => Type::Char,
        Type::Bytes | Type::Range => Type::INT,
        Type::Tuple(items) => match items.split_first() {
            Some((first, rest)) if rest.iter().all(|item| item == first) => first.clone(),
            Some(_) | None => Type::Object,
        },
        Type::Fixed(item, _) => (**item).clone(),
        Type::None | Type::Num(_) | Type::Pointer(_) | Type::Struct(_) | Type::Function(_) | Type::Object => {
            Type::Object
        }
    }
}

/// What a loop over an array gets.
pub fn array_item(array: ArrayType) -> Type {
    let Some(array) = array.parted() else { return Type::Object };
    if array.ndim == 1 {
        return array.item();
    }
    let layout = match array.layout {
        Layout::C => Layout::C,
        Layout::Inner if array.ndim == 2 => Layout::C,
        Layout::Inner => Layout::Inner,
        Layout::F | Layout::Strided => Layout::Strided,
    };
    Type::Array(ArrayType { ndim: array.ndim - 1, layout, ..array })
}

/// Whether the interpreter is needed to iterate over a value of this type.
pub fn is_native(ty: &Type) -> bool {
    item_type(ty) != Type::Object || matches!(ty, Type::List(_))
}
