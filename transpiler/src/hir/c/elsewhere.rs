//! Names that lead to other modules: what a `cimport` binds, and what that declares.

use num_bigint::BigInt;

use super::names::is_settable;
use super::{CScope, Names, headers};
use crate::diag::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::cython::{CFunction, CKind, CType, CTypeKind, absolute, is_standard};
use crate::ty::{EnumId, StructId};

/// How deep modules may import from each other.
const MAX_DEPTH: u32 = 32;

/// What a name of C's stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Something that a module declares: the unit and the name there.
    Declared(usize, String),
    /// A module that is at hand.
    Unit(usize),
    /// Something of a module that pyrx knows by itself.
    Known(String),
}

impl<'a> CScope<'a> {
    /// The number of the module among those at hand; 0 is the one that is compiled.
    pub fn unit(&self) -> usize {
        self.at
    }

    /// How many modules there are.
    pub fn units(&self) -> usize {
        self.all.units.len()
    }

    /// The full name of the module.
    pub fn module(&self) -> &'a str {
        self.all.units[self.at].module
    }

    /// What a name, dotted or not, stands for.
    pub fn find(&self, name: &str) -> Option<Found> {
        self.find_at(name, 0)
    }

    fn find_at(&self, name: &str, depth: u32) -> Option<Found> {
        if depth > MAX_DEPTH {
            return None;
        }
        if self.declares(name) {
            return Some(Found::Declared(self.at, name.to_owned()));
        }
        let (first, rest) = name.split_once('.').map_or((name, None), |(first, rest)| (first, Some(rest)));
        if let Some(path) = self.cimported(first) {
            let path = rest.map_or_else(|| path.to_owned(), |rest| format!("{path}.{rest}"));
            return self.find_path(&path, depth + 1);
        }
        let stars = self.declarations.cimports.iter().filter(|import| import.member.as_deref() == Some("*"));
        stars.into_iter().find_map(|import| {
            let module = absolute(&import.module, import.level, self.module());
            let at = self.all.units.iter().position(|unit| unit.module == module)?;
            self.all.scope(at).find_at(name, depth + 1)
        })
    }

    /// What a full name stands for: the longest module in front decides.
    fn find_path(&self, path: &str, depth: u32) -> Option<Found> {
        let units = || self.all.units.iter().enumerate();
        if let Some((at, _)) = units().find(|(_, unit)| unit.module == path && !is_standard(path)) {
            return Some(Found::Unit(at));
        }
        let member = |unit: &Names<'a>| path.strip_prefix(unit.module)?.strip_prefix('.').map(str::to_owned);
        let owners = units().filter_map(|(at, unit)| Some((at, unit.module.len(), member(unit)?)));
        match owners.max_by_key(|(_, length, _)| *length) {
            // Of a module that pyrx knows by itself, only the structs are declared.
            Some((at, _, member)) => self
                .all
                .scope(at)
                .find_at(&member, depth)
                .or_else(|| is_standard(self.all.units[at].module).then(|| Found::Known(path.to_owned()))),
            None => Some(Found::Known(path.to_owned())),
        }
    }

    /// Whether the module itself declares something of this name.
    pub fn declares(&self, name: &str) -> bool {
        let declarations = self.declarations;
        self.typedefs.contains_key(name)
            || declarations.structs.iter().any(|one| one.name == name)
            || declarations.fused.iter().any(|one| one.name == name)
            || declarations.enums.iter().any(|one| one.name.as_deref() == Some(name))
            || declarations.enums.iter().flat_map(|one| &one.items).any(|item| item.name == name)
            || declarations.globals.iter().any(|one| one.name == name)
            || declarations.externs.iter().any(|one| one.name == name)
            || self.defines(name)
    }

    /// Whether the module has the body of a C function of this name.
    pub fn defines(&self, name: &str) -> bool {
        let mut functions = self.declarations.functions.values();
        functions.any(|function| function.name == name && function.kind != CKind::Def && !function.nested)
    }

    /// Whether the module only declares a function of this name, or the body is not at hand.
    pub fn only_declares_function(&self, name: &str) -> bool {
        let declared = self.declarations.externs.iter().find(|one| one.name == name);
        !self.defines(name)
            && declared.is_some_and(|one| one.header.is_empty() && matches!(one.ty.kind, CTypeKind::Function(_)))
    }

    /// Whether the name stands for something of C's that is no variable, so that nothing can be assigned to it.
    pub fn is_fixed(&self, name: &str) -> bool {
        match self.find(name) {
            Some(Found::Declared(unit, member)) if unit == self.at => {
                let externs = &self.declarations.externs;
                let called = |ty: &CType| matches!(ty.kind, CTypeKind::Function(_));
                // Python sees the name of a `cpdef` function, and may bind it anew.
                let open = |function: &CFunction| function.name == member && function.kind == CKind::Cpdef;
                !self.is_variable(&member)
                    && !externs.iter().any(|one| one.name == member && !called(&one.ty))
                    && !self.declarations.functions.values().any(open)
            }
            Some(Found::Declared(unit, member)) => self.other(unit).is_fixed(&member),
            Some(Found::Known(path)) => !is_settable(&path),
            Some(Found::Unit(_)) => true,
            None => false,
        }
    }

    /// Whether the name is a variable of the module.
    pub fn is_variable(&self, name: &str) -> bool {
        self.declarations.globals.iter().any(|one| one.name == name)
    }

    /// The type of a variable of the module, as it is written.
    pub fn variable_type(&self, name: &str) -> Option<&'a CType> {
        let global = self.declarations.globals.iter().find(|one| one.name == name)?;
        self.written_type(global.ty)
    }

    /// What the other modules see.
    pub fn others(&self) -> impl Iterator<Item = CScope<'a>> {
        self.all.scopes().skip(1)
    }

    /// Whether a full name is one of a module that some `cimport` names as such.
    pub fn is_module(&self, path: &str) -> bool {
        let imports = self.all.units.iter().flat_map(|unit| &unit.declarations.cimports);
        imports.into_iter().any(|import| import.member.is_none() && import.module == path)
    }

    /// The full name in a header that pyrx knows of something that the module declares to be in it.
    pub fn header_path(&self, name: &str) -> Option<String> {
        let one = self.declarations.externs.iter().find(|one| one.name == name)?;
        headers::path(&one.header, one.c_name.as_deref().unwrap_or(name))
    }

    /// The names of the parameters of a function that is declared to be in a header; those without one are empty.
    pub fn header_params(&self, name: &str) -> Option<Vec<&'a str>> {
        let Found::Declared(unit, member) = self.find(name)? else { return None };
        let declared = &self.all.units[unit].declarations;
        match &declared.externs.iter().find(|one| one.name == member)?.ty.kind {
            CTypeKind::Function(signature) => Some(signature.params.iter().map(|param| param.name.as_str()).collect()),
            _ => None,
        }
    }

    /// The header that the name is declared to be in, if pyrx does not know it.
    pub fn unknown_header(&self, name: &str) -> Option<&'a str> {
        let one = self.all.units[self.at].declarations.externs.iter().find(|one| one.name == name)?;
        let unknown = !one.header.is_empty() && headers::module(&one.header).is_none() && self.constant(name).is_none();
        unknown.then_some(one.header.as_str())
    }

    /// What a module that is at hand sees.
    pub fn other(&self, unit: usize) -> CScope<'a> {
        self.all.scope(unit)
    }

    /// The id of a struct or union that the module declares.
    pub fn struct_id(&self, name: &str) -> Option<StructId> {
        let at = self.all.structs.iter().position(|(unit, own)| *unit == self.at && *own == name)?;
        Some(StructId(at as u32))
    }

    /// The value of an item of one of the module's enums.
    pub fn constant(&self, name: &str) -> Option<&'a BigInt> {
        let items = self.declarations.enums.iter().flat_map(|one| &one.items);
        items.into_iter().find(|item| item.name == name)?.value.as_ref()
    }

    /// The id of an enum that the module declares, if it is a class of Python's.
    pub fn enum_id(&self, name: &str) -> Option<EnumId> {
        let at = self.all.enums.iter().position(|(unit, own)| *unit == self.at && *own == name)?;
        Some(EnumId(at as u32))
    }

    /// The value of `Enum.ITEM`, and the enum if it is a class of Python's.
    pub fn enum_item(&self, name: &str) -> Option<(&'a BigInt, Option<EnumId>)> {
        let (owner, item) = name.rsplit_once('.')?;
        let Found::Declared(unit, owner) = self.find(owner)? else { return None };
        let scope = self.other(unit);
        let declared = scope.declarations.enums.iter().find(|one| one.name.as_deref() == Some(&*owner))?;
        let value = declared.items.iter().find(|own| own.name == item)?.value.as_ref()?;
        Some((value, scope.enum_id(&owner)))
    }

    /// The enum that the name is an item of, if it is a class of Python's.
    pub fn enum_of(&self, name: &str) -> Option<EnumId> {
        let Found::Declared(unit, member) = self.find(name)? else { return None };
        let scope = self.other(unit);
        let mut enums = scope.declarations.enums.iter();
        let owner = enums.find(|one| one.items.iter().any(|item| item.name == member))?;
        scope.enum_id(owner.name.as_deref()?)
    }

    /// What every name that `cimport` binds stands for.
    pub fn imports(&self) -> impl Iterator<Item = (&'a str, Found)> {
        let scope = *self;
        let names = self.all.units[self.at].cimports.keys();
        names.filter(|name| **name != "*").filter_map(move |name| Some((*name, scope.find(name)?)))
    }

    /// The names that `from module cimport *` brings.
    pub fn starred(&self) -> Vec<(String, Found)> {
        let stars = self.declarations.cimports.iter().filter(|import| import.member.as_deref() == Some("*"));
        let units = stars.filter_map(|import| {
            let module = absolute(&import.module, import.level, self.module());
            self.all.units.iter().position(|unit| unit.module == module)
        });
        let names = units.flat_map(|at| {
            let other = self.other(at);
            let variables = other.declarations.globals.iter().map(|one| one.name.clone());
            other.own_names().into_iter().chain(variables)
        });
        names.filter_map(|name| Some((name.clone(), self.find(&name)?))).collect()
    }

    /// The names that the module declares.
    pub fn own_names(&self) -> Vec<String> {
        let declarations = self.declarations;
        let functions = declarations.functions.values().filter(|one| one.kind != CKind::Def && !one.nested);
        let structs = declarations.structs.iter().map(|one| &one.name);
        let items = declarations.enums.iter().flat_map(|one| &one.items).map(|item| &item.name);
        let externs = declarations.externs.iter().map(|one| &one.name);
        functions.map(|one| &one.name).chain(structs).chain(items).chain(externs).cloned().collect()
    }

    /// The members of modules that pyrx knows by itself which the module cimports, and where it does.
    pub fn known_members(&self) -> Vec<(String, Span)> {
        let imports = self.declarations.cimports.iter().filter_map(|import| {
            let member = import.member.as_deref().filter(|member| *member != "*")?;
            let module = absolute(&import.full, import.level, self.module());
            is_standard(&module).then(|| (format!("{module}.{member}"), import.span))
        });
        imports.collect()
    }

    /// What is wrong with the module's `cimport`s: modules and names that are not there.
    pub fn wrong_imports(&self) -> Vec<Diagnostic> {
        let mut wrong = Vec::new();
        for import in &self.declarations.cimports {
            let module = absolute(&import.full, import.level, self.module());
            let is_unit = |name: &str| self.all.units.iter().any(|unit| unit.module == name);
            let star = import.member.as_deref() == Some("*");
            if is_standard(&module) {
                if star {
                    let message = format!("`from {module} cimport *` is not supported yet");
                    let error = Diagnostic::error(Code::CYTHON_FORM, import.span, message);
                    wrong.push(error.hint("name what is used"));
                }
                continue;
            }
            let member = import.member.as_ref().filter(|_| !star);
            let inner =
                member.map(|member| if module.is_empty() { member.clone() } else { format!("{module}.{member}") });
            if inner.as_deref().is_some_and(is_unit) {
                continue;
            }
            if !is_unit(&module) {
                wrong.push(no_module(&module, import.span));
            } else if let (Some(member), Some(inner)) = (member, inner)
                && self.find_path(&inner, 0).is_none()
            {
                let message = format!("`{module}` declares no `{member}`");
                wrong.push(Diagnostic::error(Code::CYTHON_FILE, import.span, message));
            }
        }
        wrong
    }
}

fn no_module(module: &str, span: Span) -> Diagnostic {
    let file = format!("{}.pxd", module.replace('.', "/"));
    let error = Diagnostic::error(Code::CYTHON_FILE, span, format!("there is no `{file}` to cimport from"));
    error.hint("it is looked for from the folder of the module, that of its package, and the folders of `-I`")
}
