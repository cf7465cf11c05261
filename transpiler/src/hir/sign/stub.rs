//! A `.pyi` beside the source: types of what says nothing of its own.

use super::annotations::{Annotations, Said};
use super::{Directed, overloads, rank};
use crate::Stub;
use crate::diag::{Code, Diagnostic};
use crate::hir::lower::{Context, Def};
use crate::hir::{Origin, Signature};
use crate::span::{LineIndex, Span};
use crate::syntax;
use crate::syntax::ast::{Expr, Stmt};
use crate::ty::Type;

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
            diagnostics.push(Diagnostic::warning(Code::SIGNATURE_TARGET, stated.span(), message).in_stub());
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
    let mut annotations = Annotations::new(stub);
    let ty = annotations.local(annotation);
    diagnostics.extend(annotations.diagnostics.into_iter().map(Diagnostic::in_stub));
    ty
}

fn names(def: &Def<'_>) -> Vec<String> {
    def.arg_list().iter().map(|arg| def.mangle(&arg.arg)).collect()
}

fn signature(stub: &Context<'_>, stated: &Def<'_>, def: &Def<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Signature> {
    let mut annotations = Annotations::new(stub);
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
    diagnostics.extend(annotations.diagnostics.into_iter().map(Diagnostic::in_stub));
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

/// The types that `@cython.locals` in the stub gives variables.
pub fn locals(stub: &Context<'_>, def: &Def<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<(String, Type)> {
    let mut found = Vec::new();
    let mut wrong = Vec::new();
    for stated in stub.scope.defs.iter().filter(|stated| stated.qualname() == def.qualname()) {
        found.extend(Directed::of(stub, stated, &Directed::default(), &mut wrong).declared);
    }
    diagnostics.extend(wrong.into_iter().map(Diagnostic::in_stub));
    found
}

/// A stub's text in Python's syntax, in as many lines.
pub fn text(stub: &Stub) -> String {
    match stub.is_pxd() {
        // Headers name C types without an import.
        true => format!("{}\nimport cython\n", super::pxd::to_stub(&stub.text)),
        false => stub.text.clone(),
    }
}

/// Parses a stub; what is wrong with it is told as such.
pub fn parse(stub: &Stub, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<syntax::Parsed> {
    match syntax::parse(text) {
        Ok(parsed) => Some(parsed),
        Err(errors) if stub.is_pxd() => {
            // It need not be wrong: only headers are read.
            let span = errors.first().map_or(Span::default(), |error| error.span);
            let message = "this line of the `.pxd` cannot be read: nothing in it is used";
            diagnostics.push(Diagnostic::warning(Code::SIGNATURE, span, message).in_stub());
            None
        }
        Err(errors) => {
            diagnostics.extend(errors.into_iter().map(Diagnostic::in_stub));
            None
        }
    }
}

/// Puts what was found in the text of a `.pxd` as Python on the lines of the file.
pub fn relocate(stub: &Stub, text: &str, diagnostics: &mut [Diagnostic]) {
    let (from, to) = (LineIndex::new(text), LineIndex::new(&stub.text));
    for found in diagnostics.iter_mut().filter(|found| found.in_stub && stub.is_pxd()) {
        let line = from.line(found.span.start);
        let start = to.line_start(line).unwrap_or(stub.text.len() as u32);
        let text = stub.text[start as usize..].lines().next().unwrap_or_default();
        found.span = Span::new(start, start + text.len() as u32);
    }
}
