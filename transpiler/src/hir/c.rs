//! What C's names mean in a `.pyx`: types, `cimport`ed functions, the module's own declarations.

mod layout;
mod names;
mod types;

use indexmap::{IndexMap, IndexSet};
use num_bigint::BigInt;

use crate::diag::{Code, Diagnostic};
use crate::hir::Static;
use crate::span::Span;
use crate::syntax::cython::{CFunction, CTypedef, Declarations};
use crate::ty::{StructId, StructType, Type};

pub use layout::layout;
pub use names::{is_python_class, number};

/// The names of C's that a module declares or imports.
#[derive(Debug)]
pub struct CScope<'a> {
    declarations: &'a Declarations,
    /// What each `cimport`ed name stands for: `libc.math.sqrt`, `numpy`.
    cimports: IndexMap<&'a str, String>,
    typedefs: IndexMap<&'a str, &'a CTypedef>,
    /// Names of structs and unions, in the order of their ids.
    structs: IndexSet<&'a str>,
    /// By the offset of their first word.
    functions: IndexMap<u32, &'a CFunction>,
}

impl<'a> CScope<'a> {
    pub fn new(declarations: &'a Declarations) -> Self {
        let cimports = declarations.cimports.iter().map(|import| {
            let path = match &import.member {
                Some(member) if import.module.is_empty() => member.clone(),
                Some(member) => format!("{}.{member}", import.module),
                None => import.module.clone(),
            };
            (import.name.as_str(), path)
        });
        CScope {
            declarations,
            cimports: cimports.collect(),
            typedefs: declarations.typedefs.iter().map(|one| (one.name.as_str(), one)).collect(),
            structs: declarations.structs.iter().map(|one| one.name.as_str()).collect(),
            functions: declarations.functions.values().map(|function| (function.span.start, function)).collect(),
        }
    }

    /// What a `cimport`ed name stands for.
    pub fn cimported(&self, name: &str) -> Option<&str> {
        self.cimports.get(name).map(String::as_str)
    }

    /// The names that `cimport` binds, with what they stand for and whether that is a module.
    pub fn cimports(&self) -> impl Iterator<Item = (&'a str, &str, bool)> {
        let modules = self.declarations.cimports.iter().map(|import| import.member.is_none());
        let known: IndexMap<&str, bool> =
            self.declarations.cimports.iter().map(|import| import.name.as_str()).zip(modules).collect();
        self.cimports.iter().map(move |(name, path)| (*name, path.as_str(), known.get(name).copied().unwrap_or(false)))
    }

    /// The names of constants that the module's enums define, with their values.
    pub fn constants(&self) -> impl Iterator<Item = (&'a str, Option<&'a BigInt>)> {
        let items = self.declarations.enums.iter().flat_map(|one| &one.items);
        items.map(|item| (item.name.as_str(), item.value.as_ref()))
    }

    /// The structs and unions by their ids, and what is wrong with their fields.
    pub fn struct_types(&self) -> (Vec<StructType>, Vec<Diagnostic>) {
        let mut wrong = Vec::new();
        let structs = self.structs.iter().map(|name| self.struct_type(name, &mut wrong)).collect();
        (structs, wrong)
    }

    fn struct_type(&self, name: &str, wrong: &mut Vec<Diagnostic>) -> StructType {
        let mut same = self.declarations.structs.iter().filter(|one| one.name == name);
        // A name that is never defined stands for something of which only pointers are held.
        let defined = same.clone().find(|one| !one.forward).or_else(|| same.next());
        let fields = defined.into_iter().flat_map(|one| &one.fields);
        let fields = fields.filter_map(|field| match self.field_type(&field.ty) {
            Ok(ty) => Some((field.name.clone(), ty)),
            Err(error) => {
                wrong.push(error);
                None
            }
        });
        StructType {
            name: name.to_owned(),
            fields: fields.collect(),
            packed: defined.is_some_and(|one| one.packed),
            union: defined.is_some_and(|one| one.union),
        }
    }

    /// The module-level variables by their ids, and what is wrong with their types.
    pub fn statics(&self) -> (Vec<Static>, Vec<Diagnostic>) {
        let (mut statics, mut wrong): (Vec<Static>, _) = (Vec::new(), Vec::new());
        for global in &self.declarations.globals {
            if let Some(known) = self.declarations.globals.iter().find(|known| known.name == global.name)
                && known.span != global.span
            {
                let message = format!("`{}` is declared twice", global.name);
                wrong.push(Diagnostic::error(Code::SIGNATURE, global.span, message).note(known.span, "first here"));
                continue;
            }
            match self.ty(global.ty) {
                Ok(ty) if ty.as_ref().is_none_or(is_static) => {
                    statics.push(Static { name: global.name.clone(), ty: ty.unwrap_or(Type::Object) });
                }
                Ok(_) => wrong.push(unsupported(global.span, "a module-level variable of this type")),
                Err(error) => wrong.push(error),
            }
        }
        (statics, wrong)
    }

    /// The names of structs and unions, with their ids.
    pub fn struct_names(&self) -> impl Iterator<Item = (&'a str, StructId)> {
        self.structs.iter().enumerate().map(|(at, name)| (*name, StructId(at as u32)))
    }

    /// What C says of the function whose first word stands at an offset.
    pub fn function(&self, start: u32) -> Option<&'a CFunction> {
        self.functions.get(&start).copied()
    }
}

/// Whether a variable at module level can be of the type.
fn is_static(ty: &Type) -> bool {
    ty.is_plain() && *ty != Type::None || matches!(ty, Type::Array(_) | Type::Object)
}

fn unsupported(span: Span, what: impl Into<String>) -> Diagnostic {
    let message = format!("{} is not supported yet", what.into());
    Diagnostic::error(Code::CYTHON_FORM, span, message)
}
