//! What each module-level name is bound to, as far as that is a fact before the module runs.

use indexmap::IndexMap;

use super::Context;
use super::foreign::declared;
use super::function::Lowerer;
use super::scope::{Binding, How, Place, is_cimport};
use crate::diag::Diagnostic;
use crate::hir::sign::{self, Directed};
use crate::hir::{FuncId, Function, Global};
use crate::syntax::ast::Stmt;
use crate::ty::{StaticId, Type};

/// Classifies every name of the module, in order of first binding.
/// With the function that stands for the place their values are evaluated at, whose expressions are counted from `first` on.
pub fn classify<'m>(
    context: &'m Context<'m>,
    directed: &[Directed],
    stub: Option<(&Context<'_>, &[Stmt])>,
    first: u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> (IndexMap<String, Global>, Function) {
    let mut values = Lowerer::outside(context, None);
    values.count_from(first);
    let names = context.scope.names.keys();
    let mut globals: IndexMap<String, Global> =
        names.map(|name| (name.clone(), global(context, directed, &mut values, name))).collect();
    if let Some(scope) = context.c {
        for name in scope.python_enums() {
            globals.insert(name.to_owned(), Global::Dynamic);
        }
        for name in scope.own_names() {
            if let Some(global) = declared(scope, &name) {
                globals.insert(name, global);
            }
        }
    }
    for (at, variable) in context.statics.iter().enumerate() {
        globals.insert(variable.name.clone(), Global::CVariable(StaticId(at as u32)));
    }
    for (name, global) in &mut globals {
        if let (Global::Value { declared: declared @ None, .. }, Some((stub, body))) = (global, stub) {
            *declared = sign::stub::global(stub, body, name, diagnostics);
        }
    }
    diagnostics.append(&mut values.annotations.diagnostics);
    (globals, values.into_top())
}

fn global<'m>(context: &Context<'m>, directed: &[Directed], values: &mut Lowerer<'m>, name: &str) -> Global {
    match context.scope.only(name) {
        // Of a sibling: its Python code comes to it in a way of its own.
        _ if context.scope.declares.iter().any(|(declared, _)| declared == name) => Global::Dynamic,
        Some(binding) if binding.place != Place::Conditional => bound(context, directed, values, name, binding),
        _ => context.scope.any_prange(name).map_or(Global::Dynamic, Global::Member),
    }
}

fn bound<'m>(
    context: &Context<'_>,
    directed: &[Directed],
    values: &mut Lowerer<'m>,
    name: &str,
    binding: &Binding<'m>,
) -> Global {
    match binding.how {
        How::Module(_) => context.scope.path(name).map_or(Global::Dynamic, Global::Module),
        How::Member(from, _) if is_cimport(from) => match context.scope.path(name) {
            Some(path) if !path.contains('.') => Global::CModule(path),
            Some(path) => Global::CMember(path),
            None => Global::Dynamic,
        },
        How::Member(..) => match context.scope.path(name) {
            Some(path) if context.together.contains(&path) => Global::Module(path),
            path => path.map_or(Global::Dynamic, Global::Member),
        },
        // A decorator that stays may return anything.
        How::Def(at) if binding.place == Place::Top && !directed[at].decorated && !directed[at].ufunc => {
            Global::Function(FuncId(at as u32))
        }
        How::Value { .. } if let Some(Type::Struct(id)) = context.pure.get(name) => Global::CStruct(*id),
        How::Value { value, annotation } if binding.place == Place::Top => {
            let declared = annotation.and_then(|annotation| values.annotations.local(annotation));
            Global::Value { value: values.expr(value), declared }
        }
        How::Def(_) | How::Class | How::Value { .. } | How::Other => Global::Dynamic,
    }
}
