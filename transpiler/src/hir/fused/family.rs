//! Which functions have fused parameters, and the copies each is lowered to.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::{Binding, FusedType, Member, choices};
use crate::diag::{Code, Diagnostic};
use crate::hir::FuncId;
use crate::hir::lower::{Context, Def};
use crate::hir::sign::{Annotations, locals_type};
use crate::syntax::ast::Arg;
use crate::syntax::cython::CKind;

/// More copies of one function than this are an error: each is compiled.
const MAX_COPIES: usize = 512;

/// The functions with fused parameters, by their module's number and the indices of their definitions.
#[derive(Clone, Debug, Default)]
pub struct Families {
    families: BTreeMap<(usize, usize), Family>,
}

/// A function of the module, or one of another that is compiled in.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The number of its module; 0 is the one that is compiled.
    pub unit: usize,
    /// The index of its definition there.
    pub def: usize,
    pub id: FuncId,
    /// Its name among the globals.
    pub global: String,
}

/// A function with fused parameters.
#[derive(Clone, Debug)]
pub struct Family {
    /// The function of the source.
    pub generic: FuncId,
    /// Its name in its module, and among the globals.
    pub name: String,
    pub global: String,
    /// In order of the parameters that bring them in: full name, type, and the index of the first such parameter.
    pub types: Vec<(String, FusedType, usize)>,
    /// The first copy; the others follow.
    pub first: FuncId,
    /// Calls of a C function choose at compile time.
    pub kind: CKind,
}

impl Families {
    /// Finds the families among functions; their copies are numbered behind all of these.
    pub fn find<'c, 'm: 'c>(
        contexts: impl Fn(usize) -> &'c Context<'m>,
        functions: &[Placed],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut families = Families::default();
        let mut next = functions.len() as u32;
        for Placed { unit, def: at, id, global } in functions {
            let context = contexts(*unit);
            let def = &context.scope.defs[*at];
            let types = fused_params(context, def);
            if types.is_empty() {
                continue;
            }
            let (name, global) = (def.name().to_owned(), global.clone());
            let family = Family { generic: *id, name, global, types, first: FuncId(next), kind: kind(context, def) };
            let copies = family.types.iter().map(|(_, ty, _)| ty.members.len()).product::<usize>();
            if copies > MAX_COPIES {
                let message = format!("`{}` has {copies} specializations, more than {MAX_COPIES}", def.name());
                diagnostics.push(Diagnostic::error(Code::FUSED, def.span(), message));
                continue;
            }
            next += copies as u32;
            families.families.insert((*unit, *at), family);
        }
        families
    }

    pub fn get(&self, unit: usize, def: usize) -> Option<&Family> {
        self.families.get(&(unit, def))
    }

    /// The family of a function of C's by its name in its module.
    pub fn named(&self, unit: usize, name: &str) -> Option<&Family> {
        let mut own = self.families.range((unit, 0)..(unit + 1, 0)).map(|(_, family)| family);
        own.find(|family| family.name == name)
    }

    /// With the numbers of the modules and the indices of the definitions, in order of their copies.
    pub fn iter(&self) -> impl Iterator<Item = ((usize, usize), &Family)> {
        let mut all: Vec<_> = self.families.iter().map(|(place, family)| (*place, family)).collect();
        all.sort_by_key(|(_, family)| family.first);
        all.into_iter()
    }
}

impl Family {
    /// The choice of members of each copy.
    pub fn bindings(&self) -> Vec<Binding> {
        let lists: Vec<Vec<Member>> = self.types.iter().map(|(_, ty, _)| ty.members.clone()).collect();
        let keys = || self.types.iter().map(|(key, _, _)| key.clone());
        let bound = |chosen: Vec<Member>| Binding::new(keys().zip(chosen).collect::<IndexMap<_, _>>());
        choices(&lists).into_iter().map(bound).collect()
    }

    /// The copies.
    pub fn copies(&self) -> Vec<FuncId> {
        (0..self.bindings().len() as u32).map(|at| FuncId(self.first.0 + at)).collect()
    }
}

/// What the function is to C; what pure mode makes one of C's stays a Python function, too.
fn kind(context: &Context<'_>, def: &Def<'_>) -> CKind {
    let function = context.c.as_ref().and_then(|c| c.function(def.span().start));
    let paths = || def.decorators().iter().filter_map(|decorator| context.scope.path_of(decorator));
    let is_c = || paths().any(|path| matches!(path.as_str(), "cython.cfunc" | "cython.ccall"));
    match function.map_or(CKind::Def, |function| function.kind) {
        CKind::Def if is_c() => CKind::Cpdef,
        // Python does not see the functions of other modules here.
        CKind::Cpdef if context.foreign().is_some() && !context.sibling => CKind::Cdef,
        kind => kind,
    }
}

/// The fused types of the parameters, each once, in order.
fn fused_params(context: &Context<'_>, def: &Def<'_>) -> Vec<(String, FusedType, usize)> {
    let mut found: Vec<(String, FusedType, usize)> = Vec::new();
    for (at, arg) in def.arg_list().into_iter().enumerate() {
        for key in fused_types(context, def, arg) {
            let known = found.iter().any(|(other, _, _)| *other == key);
            if let Some(ty) = context.fused.get(&key).filter(|_| !known) {
                found.push((key, ty.clone(), at));
            }
        }
    }
    found
}

/// The names of the fused types in what is said of a parameter.
fn fused_types(context: &Context<'_>, def: &Def<'_>, arg: &Arg) -> Vec<String> {
    let mut annotations = Annotations::new(context, Binding::open());
    let written = arg.annotation.as_deref().or_else(|| locals_type(context, def, &arg.arg));
    if let Some(written) = written {
        annotations.read(written);
    }
    annotations.binding.take_met()
}
