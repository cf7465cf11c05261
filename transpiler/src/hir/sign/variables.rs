//! The variables of C's that a `.py` declares at module level: `seed = cython.declare(cython.uint, 42)`.

use super::Annotations;
use super::classes;
use crate::diag::Diagnostic;
use crate::hir::Static;
use crate::hir::c::{Written, is_static};
use crate::hir::fused::{Binding, Fused};
use crate::hir::lower::Context;
use crate::hir::lower::scope::How;
use crate::syntax;
use crate::syntax::ast::Expr;
use crate::ty::{Sense, Type};

/// The variables in order of their declarations, then those of the `.pxd` beside the module. A name that the module gives
/// to something else as well, or whose type is none that a variable can have, stays a global of Python's.
pub fn read(context: &Context<'_>, stub: Option<&Context<'_>>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Static> {
    let mut found: Vec<Static> = Vec::new();
    for (name, ty) in &context.scope.declares {
        if found.iter().all(|one| one.name != *name) && is_variable(context, name) {
            found.extend(variable(context, name, ty, diagnostics));
        }
    }
    for one in stub.into_iter().flat_map(stated) {
        if found.iter().all(|known| known.name != one.name) && is_variable(context, &one.name) {
            found.push(one);
        }
    }
    found
}

/// The variables of a `.pxd`, of types that are the same in both.
fn stated(stub: &Context<'_>) -> Vec<Static> {
    let binding = Binding::default();
    let (mut statics, _) =
        stub.c.as_ref().map(|c| c.statics(Fused { table: &stub.fused, binding: &binding })).unwrap_or_default();
    statics.retain(|one| match &one.ty {
        Type::Num(num) => !matches!(num.sense, Sense::Enum(_)),
        Type::Array(view) => view.repr().is_some(),
        Type::Object => true,
        _ => false,
    });
    statics
}

/// Whether nothing but statements that assign give the name a value.
fn is_variable(context: &Context<'_>, name: &str) -> bool {
    let bindings = context.scope.names.get(name).map_or(&[][..], Vec::as_slice);
    bindings.iter().all(|binding| matches!(binding.how, How::Value { .. } | How::Other))
}

fn variable(context: &Context<'_>, name: &str, ty: &Expr, diagnostics: &mut Vec<Diagnostic>) -> Option<Static> {
    let mut annotations = Annotations::new(context, Binding::default());
    let (read, class) = (annotations.local(ty), classes::named(context, ty));
    let number = annotations.operand(ty).filter(|one| matches!(one.ty, Type::Num(_)));
    diagnostics.append(&mut annotations.diagnostics);
    let ty_read = match (read, &class) {
        // An object of the class: the items of a list may be anything.
        (None | Some(Type::List(_) | Type::Str | Type::Bytes), Some(_)) => Type::Object,
        (Some(ty), _) if is_static(&ty) => ty,
        _ => return None,
    };
    let number = number.map(|one| Written::plain(one.name, false));
    let class = class.map(|class| Written { name: class.clone(), none: true, class: Some(class), cast: false });
    let written = class.or(number);
    Some(Static { name: name.to_owned(), span: syntax::span(ty), ty: ty_read, written, module: None, shared: false })
}
