//! A `.pyi` or `.pxd` beside a module of Python: types of what says nothing of its own.

use super::annotations::{Annotations, Said};
use super::{Directed, overloads, rank};
use crate::diag::{Code, Diagnostic};
use crate::hir::fused::Binding;
use crate::hir::lower::{Context, Def};
use crate::hir::{Origin, Param, Signature, Written};
use crate::syntax;
use crate::syntax::ast::{Expr, Stmt};
use crate::syntax::cython::{CException, CKind, CTypeKind, forms};
use crate::ty::Type;
use crate::{Need, Source};

/// The signatures that the stub gives a function: one, or one for each `@overload`. Empty where it gives none.
pub fn signatures(stub: &Context<'_>, def: &Def<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Signature> {
    let stated = stub.scope.defs.iter().filter(|stated| stated.qualname() == def.qualname());
    let mut found = Vec::new();
    for stated in stated {
        if names(stated) == names(def) {
            found.extend(signature(stub, stated, def, diagnostics));
        } else {
            let message =
                format!("`{}` has other parameters in the source: what the stub says is not used", def.name());
            diagnostics.push(Diagnostic::warning(Code::SIGNATURE_TARGET, stated.span(), message));
        }
    }
    found
}

/// The type that the stub gives a module-level name: `LIMIT: int`.
pub fn global(stub: &Context<'_>, body: &[Stmt], name: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Type> {
    let annotation = body.iter().find_map(|stmt| match stmt {
        Stmt::AnnAssign(s) if matches!(&*s.target, Expr::Name(target) if &*target.id == name) => Some(&*s.annotation),
        _ => None,
    })?;
    let mut annotations = Annotations::new(stub, Binding::default());
    let ty = annotations.local(annotation);
    diagnostics.extend(annotations.diagnostics);
    ty
}

fn names(def: &Def<'_>) -> Vec<String> {
    def.arg_list().iter().map(|arg| def.mangle(&arg.arg)).collect()
}

fn signature(stub: &Context<'_>, stated: &Def<'_>, def: &Def<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Signature> {
    let mut annotations = Annotations::new(stub, Binding::default());
    let (vararg, kwarg) = (stated.args().vararg.as_deref(), stated.args().kwarg.as_deref());
    let said: Vec<Said> = stated
        .arg_list()
        .into_iter()
        .map(|arg| match arg.annotation.as_deref() {
            Some(annotation) if !vararg.into_iter().chain(kwarg).any(|star| std::ptr::eq(star, arg)) => {
                annotations.read(annotation)
            }
            _ => Said::Nothing,
        })
        .collect();
    let returns = stated.returns().and_then(|returns| annotations.local(returns));
    diagnostics.extend(annotations.diagnostics);
    if !said.is_empty() && said.iter().all(|said| *said == Said::Nothing) {
        return Vec::new();
    }
    // How the source uses an array fixes its rank.
    let ranks = said.iter().zip(def.arg_list()).map(|(said, arg)| match said {
        Said::AnyRank(_) => rank::of(def, &arg.arg),
        Said::Nothing | Said::Type(_) => None,
    });
    overloads(&said, &ranks.collect::<Vec<_>>(), returns, Origin::Stub, def.span())
}

/// What a `.pxd` says of each parameter, beside its type: views may be `None`, objects are of a class.
pub fn written(stub: &Context<'_>, def: &Def<'_>, params: &mut [Param]) {
    let Some(c) = &stub.c else { return };
    let stated = stub.scope.defs.iter().find(|one| one.qualname() == def.qualname() && names(one) == names(def));
    let Some(stated) = stated else { return };
    let refused = c.refuses_none(stated.span().start);
    for (param, arg) in params.iter_mut().zip(stated.arg_list()) {
        let Some(Expr::Name(ty)) = arg.annotation.as_deref() else { continue };
        let Some(ty) = forms::type_index(&ty.id) else { continue };
        // Numbers are converted as those that the source annotates.
        let is_view = c.written_type(ty).is_some_and(|ty| match &ty.kind {
            CTypeKind::Const(inner) => matches!(inner.kind, CTypeKind::View { .. }),
            kind => matches!(kind, CTypeKind::View { .. }),
        });
        let said = c.as_written(ty, &Binding::default()).filter(|one| is_view || one.class.is_some());
        if param.written.is_none() {
            let none = |one: &Written| one.none && !refused.contains(arg.arg.as_str());
            param.written = said.map(|one| Written { none: none(&one), ..one });
        }
    }
}

/// What a `.pxd` says of the function as `@cython.cfunc` and `@cython.nogil` would.
pub fn direct(stub: &Context<'_>, def: &Def<'_>, directed: &mut Directed) {
    let stated = stub.c.as_ref().filter(|_| def.classes.is_empty()).and_then(|c| c.function_named(def.name()));
    let Some(stated) = stated.filter(|stated| stated.kind != CKind::Def) else { return };
    directed.c_function = true;
    directed.without_lock |= stated.attributes.nogil;
    if matches!(stated.attributes.exception, CException::Never) {
        directed.noexcept = Some(true);
    }
}

/// The types that `@cython.locals` in the stub gives variables.
pub fn locals(stub: &Context<'_>, def: &Def<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<(String, Type)> {
    let mut found = Vec::new();
    let mut wrong = Vec::new();
    for stated in stub.scope.defs.iter().filter(|stated| stated.qualname() == def.qualname()) {
        found.extend(Directed::of(stub, stated, &Directed::default(), &Binding::default(), &mut wrong).declared);
    }
    diagnostics.extend(wrong);
    found
}

/// Parses the `.pyi` beside a module of Python, else its `.pxd`.
pub fn parse(source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Option<syntax::Parsed> {
    if source.is_cython() {
        return None;
    }
    if let Some(part) = source.part(&Need::Stub) {
        return syntax::parse_part(part).map_err(|errors| diagnostics.extend(errors)).ok();
    }
    let part = source.part(&Need::Declarations(source.module.clone()))?;
    let (parsed, unread) = syntax::parse_headers(source, part);
    for error in unread {
        let message = format!("this cannot be read and says nothing: {}", error.message);
        diagnostics.push(Diagnostic::warning(Code::SIGNATURE, error.span, message));
    }
    Some(parsed)
}
