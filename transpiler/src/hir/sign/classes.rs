//! The classes that parameters are annotated with, which a module for Cython has checked: `log_to: list`,
//! `Optional[dict]`.

use crate::hir::c::{Written, is_python_class};
use crate::hir::lower::Context;
use crate::hir::lower::scope::{How, is_cimport};
use crate::syntax::ast::{self, Constant, Expr, Operator};

/// Names of `typing` that stand for classes.
const TYPING: [(&str, &str); 5] =
    [("Dict", "dict"), ("FrozenSet", "frozenset"), ("List", "list"), ("Set", "set"), ("Tuple", "tuple")];

/// Classes that are types of pyrx's own: their values convert, or anything goes.
const OTHERS: [&str; 5] = ["object", "str", "unicode", "bytes", "basestring"];

/// The class that an argument has to be of, in a module that imports Cython.
pub fn written(context: &Context<'_>, annotation: &Expr, default: Option<&Expr>) -> Option<Written> {
    if context.c.is_some() || !imports_cython(context) {
        return None;
    }
    let (class, none) = match annotation {
        Expr::Constant(ast::ExprConstant { value: Constant::Str(text), .. }) => {
            (class(context, &crate::syntax::parse_expression(text.trim(), 0).filter(is_name)?)?, false)
        }
        other => nullable(context, other)?,
    };
    let none = none || default.is_some_and(is_none);
    Some(Written { name: class.clone(), none, class: Some(class), cast: false })
}

fn imports_cython(context: &Context<'_>) -> bool {
    let mut paths = context.scope.names.keys().filter_map(|name| context.scope.path(name));
    paths.any(|path| path == "cython" || path.starts_with("cython."))
}

/// With whether `None` is taken, too.
fn nullable(context: &Context<'_>, annotation: &Expr) -> Option<(String, bool)> {
    match or_none(context, annotation) {
        Some(one) => Some((named(context, one)?, true)),
        None => Some((class(context, annotation)?, false)),
    }
}

/// What an annotation takes beside `None`: `Optional[T]`, `Union[T, None]`, `T | None`.
pub fn or_none<'e>(context: &Context<'_>, annotation: &'e Expr) -> Option<&'e Expr> {
    let members: Vec<&Expr> = match annotation {
        Expr::BinOp(union) if union.op == Operator::BitOr => vec![&union.left, &union.right],
        Expr::Subscript(subscript) => {
            match (context.scope.path_of(&subscript.value)?.strip_prefix("typing.")?, &*subscript.slice) {
                ("Optional", one) => return Some(one),
                ("Union", Expr::Tuple(members)) => members.elts.iter().collect(),
                _ => return None,
            }
        }
        _ => return None,
    };
    match members[..] {
        [one, none] | [none, one] if is_none(none) => Some(one),
        _ => None,
    }
}

fn class(context: &Context<'_>, annotation: &Expr) -> Option<String> {
    let named = match annotation {
        Expr::Subscript(subscript) => &subscript.value,
        other => other,
    };
    let path = context.scope.path_of(named)?;
    let class = match path.split_once('.')? {
        ("builtins", name) => Some(name).filter(|name| is_python_class(name) && !OTHERS.contains(name)),
        ("numpy", "ndarray") => Some("numpy.ndarray").filter(|_| is_cimported(context, named)),
        ("typing", name) => TYPING.iter().find(|(known, _)| *known == name).map(|(_, class)| *class),
        _ => None,
    };
    class.map(str::to_owned)
}

/// Whether a name is what a `.pyx` would cimport.
fn is_cimported(context: &Context<'_>, named: &Expr) -> bool {
    let root = match named {
        Expr::Attribute(attribute) => return is_cimported(context, &attribute.value),
        Expr::Name(name) => &name.id,
        _ => return false,
    };
    context.scope.only(root).is_some_and(|binding| match binding.how {
        How::Member(from, _) => is_cimport(from),
        How::Module(module) => module.starts_with("cython.cimports."),
        _ => false,
    })
}

/// The class of Python's that a type in a cast names, those that are types of pyrx's own among them.
pub fn named(context: &Context<'_>, ty: &Expr) -> Option<String> {
    let path = context.scope.path_of(ty).filter(|_| context.c.is_none());
    let builtin = path.as_deref().and_then(|path| path.strip_prefix("builtins."));
    let builtin = builtin.filter(|name| is_python_class(name) && *name != "object").map(str::to_owned);
    builtin.or_else(|| class(context, ty))
}

fn is_name(expr: &Expr) -> bool {
    matches!(expr, Expr::Name(_) | Expr::Attribute(_))
}

/// Whether it is written `None`.
pub fn is_none(expr: &Expr) -> bool {
    matches!(expr, Expr::Constant(ast::ExprConstant { value: Constant::None, .. }))
}
