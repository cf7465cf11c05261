//! Functions of a `.py` for Cython that the interpreter runs: arguments that are annotated with classes are checked
//! there, too.

use std::collections::BTreeSet;

use super::exports::default_is_none;
use crate::hir::{self, FuncId, Param};
use crate::ir::{Checked, ClassCheck, Export};
use crate::span::LineIndex;
use crate::ty::Type;

/// The functions that are not compiled, with what they ask for.
pub(super) fn functions(module: &hir::Module, exports: &[Export], lines: &LineIndex) -> Vec<Checked> {
    let compiled: BTreeSet<FuncId> = exports.iter().map(|export| export.source).collect();
    let own = (0..).map(FuncId).zip(&module.functions).filter(|(id, function)| {
        let is_own = !function.is_foreign() && function.sibling().is_none() && function.copy_of.is_none();
        is_own && function.c.is_none() && !compiled.contains(id)
    });
    own.filter_map(|(_, function)| checked(function, lines)).collect()
}

fn checked(function: &hir::Function, lines: &LineIndex) -> Option<Checked> {
    // A module that does not import Cython has classes checked nowhere.
    let asks = |param: &Param| param.written.as_ref().is_some_and(|written| written.class.is_some());
    if !function.params.iter().any(asks) {
        return None;
    }
    let declared = function.signatures.first();
    let params = function.params.iter().enumerate().filter_map(|(at, param)| {
        let ty = declared.and_then(|signature| signature.params.get(at)?.as_ref());
        class(param, ty)
    });
    Some(Checked {
        file: lines.file(function.name_span.start),
        def_line: lines.line(function.name_span.start),
        name: function.name.clone(),
        params: params.collect(),
    })
}

/// The built-in class that an argument has to be of.
fn class(param: &Param, ty: Option<&Type>) -> Option<ClassCheck> {
    let (class, none) = match (&param.written, ty) {
        (Some(hir::Written { class: Some(class), none, .. }), _) => (class.as_str(), *none),
        (_, Some(Type::Str)) => ("str", default_is_none(param)),
        (_, Some(Type::Bytes)) => ("bytes", default_is_none(param)),
        _ => return None,
    };
    let is_builtin = class.chars().all(|c| c.is_ascii_alphabetic());
    is_builtin.then(|| ClassCheck { param: param.name.clone(), class: class.to_owned(), none })
}
