//! What C's names mean in a `.pyx`: types, `cimport`ed functions, the module's own declarations.

mod declared;
mod elsewhere;
mod headers;
mod layout;
mod names;
mod operand;
mod types;
mod written;

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};
use num_bigint::BigInt;

use crate::diag::{Code, Diagnostic};
use crate::hir::Static;
use crate::hir::fused::{Binding, Fused, FusedTable};
use crate::span::Span;
use crate::syntax::cython::{CFunction, CFused, CTypedef, Declarations, Nullness, absolute, forms, record_tail};
use crate::ty::{EnumType, Form, StructType, Type};

pub use declared::{Constness, twice};
pub use elsewhere::Found;
pub use headers::known as known_headers;
pub use layout::layout;
pub use names::{is_c_type, is_checked_class, is_python_class, is_settable, number};
pub use written::Written;

/// The names of C's of a module and of those that it cimports from.
#[derive(Debug, Default)]
pub struct CScopes<'a> {
    /// The module itself comes first.
    units: Vec<Names<'a>>,
    /// Structs and unions with the unit that declares them, in the order of their ids.
    structs: IndexSet<(usize, &'a str)>,
    /// The same of enums that are classes of Python's.
    enums: IndexSet<(usize, &'a str)>,
}

/// The names of C's that one module declares or imports.
#[derive(Debug)]
pub struct Names<'a> {
    /// The full name of the module.
    module: &'a str,
    declarations: &'a Declarations,
    /// What each `cimport`ed name stands for: `libc.math.sqrt`, `numpy`.
    cimports: IndexMap<&'a str, String>,
    typedefs: IndexMap<&'a str, &'a CTypedef>,
    /// By the offset of their first word.
    functions: IndexMap<u32, &'a CFunction>,
}

/// The names of C's as one module sees them.
#[derive(Clone, Copy, Debug)]
pub struct CScope<'a> {
    all: &'a CScopes<'a>,
    /// Of its unit.
    at: usize,
}

impl<'a> std::ops::Deref for CScope<'a> {
    type Target = Names<'a>;

    fn deref(&self) -> &Names<'a> {
        &self.all.units[self.at]
    }
}

impl<'a> CScopes<'a> {
    pub fn new(units: impl Iterator<Item = (&'a str, &'a Declarations)>) -> Self {
        let units: Vec<Names<'a>> = units.map(|(module, declarations)| Names::new(module, declarations)).collect();
        let declared = units.iter().enumerate();
        let structs = declared.flat_map(|(at, unit)| unit.declarations.structs.iter().map(move |one| (at, one)));
        let structs = structs.map(|(at, one)| (at, one.name.as_str())).collect();
        let declared = units.iter().enumerate();
        let enums = declared.flat_map(|(at, unit)| unit.python_enums().map(move |one| (at, one))).collect();
        CScopes { units, structs, enums }
    }

    /// What a module sees; the first is the one that is compiled.
    pub fn scope(&'a self, at: usize) -> CScope<'a> {
        CScope { all: self, at }
    }

    /// What all modules see, the one that is compiled first.
    pub fn scopes(&'a self) -> impl Iterator<Item = CScope<'a>> {
        (0..self.units.len()).map(|at| self.scope(at))
    }

    /// No struct holds itself: the fields that would make it are taken out.
    fn cut_endless(&self, structs: &mut [StructType], wrong: &mut Vec<Diagnostic>) {
        for (at, (unit, name)) in self.structs.iter().enumerate() {
            let fields = structs[at].fields.clone();
            let words = std::mem::take(&mut structs[at].written);
            let (endless, kept): (Vec<_>, Vec<_>) =
                fields.into_iter().zip(words).partition(|((_, ty), _)| holds(structs, ty, at, &mut BTreeSet::new()));
            (structs[at].fields, structs[at].written) = kept.into_iter().unzip();
            let written = self.units[*unit].declarations.structs.iter().filter(|one| one.name == *name);
            let fields = written.flat_map(|one| &one.fields);
            for field in fields.filter(|field| endless.iter().any(|((own, _), _)| *own == field.name)) {
                let message = "Struct cannot contain itself as a member.";
                wrong.push(Diagnostic::error(Code::C_DECLARATION, field.span, message));
            }
        }
    }

    /// The classes of enums by their ids.
    pub fn enum_types(&self) -> Vec<EnumType> {
        let enums = self.enums.iter().map(|(unit, name)| EnumType {
            name: (*name).to_owned(),
            module: (*unit > 0).then(|| self.units[*unit].module.to_owned()),
        });
        enums.collect()
    }

    /// The structs and unions by their ids, and what is wrong with their fields.
    pub fn struct_types(&'a self, fused: Fused<'_>) -> (Vec<StructType>, Vec<Diagnostic>) {
        let mut wrong = Vec::new();
        let structs = self.structs.iter();
        let mut structs: Vec<StructType> =
            structs.map(|(at, name)| self.scope(*at).struct_type(name, fused, &mut wrong)).collect();
        self.cut_endless(&mut structs, &mut wrong);
        (structs, wrong)
    }
}

impl<'a> Names<'a> {
    fn new(module: &'a str, declarations: &'a Declarations) -> Self {
        let cimports = declarations.cimports.iter().map(|import| {
            let from = absolute(&import.module, import.level, module);
            let path = match &import.member {
                Some(member) if from.is_empty() => member.clone(),
                Some(member) => format!("{from}.{member}"),
                None => from,
            };
            (import.name.as_str(), path)
        });
        Names {
            module,
            declarations,
            cimports: cimports.collect(),
            typedefs: declarations.typedefs.iter().map(|one| (one.name.as_str(), one)).collect(),
            functions: declarations.functions.values().map(|function| (function.span.start, function)).collect(),
        }
    }

    /// The names of enums that are classes of Python's in the module.
    pub fn python_enums(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let enums = self.declarations.enums.iter();
        enums.filter(|one| one.python).filter_map(|one| one.name.as_deref())
    }
}

impl<'a> CScope<'a> {
    /// What a `cimport`ed name stands for.
    pub fn cimported(&self, name: &str) -> Option<&str> {
        self.all.units[self.at].cimports.get(name).map(String::as_str)
    }

    /// The names of constants that enums define, with their values.
    pub fn constants(&self) -> impl Iterator<Item = (&'a str, Option<&'a BigInt>)> {
        let items = self.declarations.enums.iter().flat_map(|one| &one.items);
        let own = items.map(|item| (item.name.as_str(), item.value.as_ref()));
        let scope = *self;
        let imported = self.imports().filter_map(move |(name, found)| match found {
            Found::Declared(unit, member) => Some((name, Some(scope.other(unit).constant(&member)?))),
            Found::Unit(_) | Found::Known(_) => None,
        });
        own.chain(imported)
    }

    fn struct_type(&self, name: &str, fused: Fused<'_>, wrong: &mut Vec<Diagnostic>) -> StructType {
        let mut same = self.declarations.structs.iter().filter(|one| one.name == name);
        // A name that is never defined stands for something of which only pointers are held.
        let defined = same.clone().find(|one| !one.forward).or_else(|| same.next());
        let fields = defined.into_iter().flat_map(|one| &one.fields);
        let fields = fields.filter_map(|field| match self.field_type(&field.ty, fused) {
            Ok(ty) => Some(((field.name.clone(), ty), self.field_words(&field.ty))),
            Err(error) => {
                let misplaced = Diagnostic::error(Code::FUSED, error.span, "Fused types not allowed here");
                wrong.push(if error.code == Code::FUSED { misplaced } else { error });
                None
            }
        });
        let (fields, written) = fields.unzip();
        StructType {
            name: name.to_owned(),
            fields,
            written,
            packed: defined.is_some_and(|one| one.packed),
            union: defined.is_some_and(|one| one.union),
            module: (self.at > 0).then(|| self.module().to_owned()),
            tail: record_tail(self.module(), name),
        }
    }

    /// The module-level variables by their ids, and what is wrong with their types.
    pub fn statics(&self, fused: Fused<'_>) -> (Vec<Static>, Vec<Diagnostic>) {
        let (mut statics, mut wrong): (Vec<Static>, _) = (Vec::new(), Vec::new());
        for global in &self.declarations.globals {
            let first = self.declarations.globals.iter().find(|known| known.name == global.name);
            if first.is_some_and(|first| first.span != global.span) {
                // Told by `wrong_declarations`.
                continue;
            }
            if let Some(words) = self.written_type(global.ty).and_then(|ty| self.incomplete(ty)) {
                let message = format!("Variable type '{words}' is incomplete");
                wrong.push(Diagnostic::error(Code::C_DECLARATION, global.span, message));
                continue;
            }
            match self.ty(global.ty, fused) {
                Ok(Some(Type::Array(view))) if view.form == Form::Buffer => {
                    let message = "Buffer types only allowed as function local variables";
                    wrong.push(Diagnostic::error(Code::C_DECLARATION, global.span, message));
                }
                Ok(ty) if ty.as_ref().is_none_or(is_static) => {
                    let written = self.as_written(global.ty, fused.binding);
                    statics.push(Static {
                        name: global.name.clone(),
                        span: global.span,
                        ty: ty.unwrap_or(Type::Object),
                        written,
                        module: None,
                        shared: false,
                    });
                }
                Ok(_) => wrong.push(unsupported(global.span, "a module-level variable of this type")),
                // Told by `misplaced`, or a default of a parameter that has no variable then.
                Err(error) if error.code == Code::FUSED => {}
                Err(error) => wrong.push(error),
            }
        }
        (statics, wrong)
    }

    /// The module-level variables whose types hold a fused one.
    pub fn misplaced(&self, table: &FusedTable) -> Vec<Diagnostic> {
        let is_fused = |index: usize| {
            let open = Binding::open();
            let _ = self.ty(index, Fused { table, binding: &open });
            !open.take_met().is_empty()
        };
        let globals = self.declarations.globals.iter();
        let globals =
            globals.filter(|global| forms::function_of_default(&global.name).is_none() && is_fused(global.ty));
        globals.map(|global| Diagnostic::error(Code::FUSED, global.span, "Fused types not allowed here")).collect()
    }

    /// The fused types that the module declares, in order.
    pub fn fused_types(&self) -> impl Iterator<Item = &'a CFused> + use<'a> {
        self.all.units[self.at].declarations.fused.iter()
    }

    /// A piece of the source as Python 3 spells it.
    pub fn spelled(&self, whole: &str, span: Span) -> Option<String> {
        self.all.units[self.at].declarations.spelled(whole, span)
    }

    /// What C says of the function whose first word stands at an offset.
    pub fn function(&self, start: u32) -> Option<&'a CFunction> {
        self.functions.get(&start).copied()
    }
}

impl<'a> CScope<'a> {
    /// The parameters with `not None` of the function whose first word stands at an offset.
    pub fn refuses_none(&self, start: u32) -> BTreeSet<&'a str> {
        let none = self.function(start).into_iter().flat_map(|function| &function.none);
        none.filter(|(_, nullness)| **nullness == Nullness::Refused).map(|(name, _)| name.as_str()).collect()
    }
}

/// Whether a value of the type has the struct of this id in it.
fn holds(structs: &[StructType], ty: &Type, id: usize, seen: &mut BTreeSet<usize>) -> bool {
    match ty {
        Type::Fixed(item, _) => holds(structs, item, id, seen),
        Type::Struct(own) => {
            let at = own.0 as usize;
            at == id || seen.insert(at) && structs[at].fields.iter().any(|(_, ty)| holds(structs, ty, id, seen))
        }
        _ => false,
    }
}

/// Whether a variable at module level can have the type.
pub fn is_static(ty: &Type) -> bool {
    ty.is_plain() && *ty != Type::None || matches!(ty, Type::Array(_) | Type::Object)
}

fn unsupported(span: Span, what: impl Into<String>) -> Diagnostic {
    let message = format!("{} is not supported yet", what.into());
    Diagnostic::error(Code::CYTHON_FORM, span, message)
}
