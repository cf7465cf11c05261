//! What is wrong with what a module declares: names that are taken, types that are unknown or have no size.

use indexmap::IndexMap;

use super::CScope;
use crate::diag::{Code, Diagnostic};
use crate::hir::fused::Fused;
use crate::span::Span;
use crate::syntax::cython::{CFunction, CKind, CType, CTypeKind};

/// How deep `ctypedef`s may lead to each other.
const MAX_DEPTH: u32 = 64;

/// What a type says may not be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Constness {
    /// The variable itself.
    pub value: bool,
    /// What it points to, or its items.
    pub pointee: bool,
}

impl<'a> CScope<'a> {
    /// The type that the name `<type N>` stands for, as it is written.
    pub fn written_type(&self, index: usize) -> Option<&'a CType> {
        self.declarations.types.get(index)
    }

    /// What is wrong with the types that the module declares.
    pub fn wrong_declarations(&self, fused: Fused<'_>) -> Vec<Diagnostic> {
        let declarations = self.declarations;
        let mut wrong = Vec::new();
        let structs = declarations.structs.iter().filter(|one| !one.forward).map(|one| (one.name.as_str(), one.span));
        let enums = declarations.enums.iter().filter_map(|one| Some((one.name.as_deref()?, one.span)));
        let typedefs = declarations.typedefs.iter().map(|one| (one.name.as_str(), one.span));
        let mut types: Vec<(&str, Span)> = structs.chain(enums).chain(typedefs).collect();
        types.sort_by_key(|(_, span)| *span);
        redeclared(types, &mut wrong);
        let plain = declarations.enums.iter().filter(|one| !one.scoped).flat_map(|one| &one.items);
        redeclared(plain.map(|item| (item.name.as_str(), item.span)), &mut wrong);
        self.functions_redeclared(&mut wrong);
        for one in &declarations.structs {
            redeclared(one.fields.iter().map(|field| (field.name.as_str(), field.span)), &mut wrong);
        }
        let unknown = declarations.typedefs.iter().filter_map(|one| self.resolve(&one.ty, fused).err());
        wrong.extend(unknown.filter(|error| error.code == Code::SIGNATURE));
        wrong
    }

    /// A function of C's has its name for itself.
    fn functions_redeclared(&self, wrong: &mut Vec<Diagnostic>) {
        let functions = self.declarations.functions.values().filter(|one| !one.nested && one.module_run.is_none());
        let functions = functions.map(|one| (one.name.as_str(), one.name_span, one.kind != CKind::Def));
        let globals = self.declarations.globals.iter().map(|one| (one.name.as_str(), one.span, true));
        let mut known: IndexMap<&str, (Span, bool)> = IndexMap::new();
        let mut all: Vec<(&str, Span, bool)> = functions.chain(globals).collect();
        all.sort_by_key(|(_, span, _)| *span);
        for (name, span, is_c) in all {
            match known.get(name) {
                Some((first, other)) if is_c || *other => {
                    // Of variables `statics` says it.
                    if !wrong.iter().any(|error| error.span == span) {
                        wrong.push(twice(name, span, *first));
                    }
                }
                _ => {
                    known.insert(name, (span, is_c));
                }
            }
        }
    }

    /// The function of the module that has a name.
    pub fn function_named(&self, name: &str) -> Option<&'a CFunction> {
        self.declarations.functions.values().find(|one| one.name == name && !one.nested)
    }

    /// Whether a type of this name is only named, not defined.
    pub fn is_incomplete(&self, name: &str) -> bool {
        let mut named = self.declarations.structs.iter().filter(|one| one.name == name).peekable();
        named.peek().is_some() && named.all(|one| one.forward)
    }

    /// What a variable of the type may not be used to change.
    pub fn constness(&self, ty: &CType) -> Constness {
        match &self.behind(ty).kind {
            CTypeKind::Const(inner) => {
                let view = matches!(inner.kind, CTypeKind::View { .. });
                Constness { value: !view, pointee: view }
            }
            CTypeKind::View { item: inner, .. } | CTypeKind::Pointer(inner) | CTypeKind::Array { item: inner, .. } => {
                Constness { value: false, pointee: self.constness(inner).value }
            }
            _ => Constness::default(),
        }
    }

    /// The words for a type of which no variable can be: it has no size.
    pub fn incomplete(&self, ty: &CType) -> Option<String> {
        match &self.behind(ty).kind {
            CTypeKind::Basic("void") => Some("void".to_owned()),
            CTypeKind::Array { item, size: None } => Some(format!("{} []", self.item_words(item))),
            CTypeKind::Named(name) => self.is_incomplete(name).then(|| name.clone()),
            _ => None,
        }
    }

    /// The type that a `ctypedef` of the module stands for.
    pub fn behind<'t>(&self, ty: &'t CType) -> &'t CType
    where
        'a: 't,
    {
        let mut ty = ty;
        for _ in 0..MAX_DEPTH {
            let CTypeKind::Named(name) = &ty.kind else { return ty };
            match self.typedefs.get(name.as_str()).copied() {
                Some(typedef) => ty = &typedef.ty,
                None => return ty,
            }
        }
        ty
    }
}

/// Names that are declared more than once, each at its later place.
fn redeclared<'n>(names: impl IntoIterator<Item = (&'n str, Span)>, wrong: &mut Vec<Diagnostic>) {
    let mut known: IndexMap<&str, Span> = IndexMap::new();
    for (name, span) in names {
        match known.get(name) {
            Some(first) => wrong.push(twice(name, span, *first)),
            None => {
                known.insert(name, span);
            }
        }
    }
}

/// A name is declared again.
pub fn twice(name: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::error(Code::C_DECLARATION, span, format!("'{name}' redeclared")).note(first, "first here")
}
