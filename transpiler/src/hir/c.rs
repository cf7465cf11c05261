//! What C's names mean in a `.pyx`: types, `cimport`ed functions, the module's own declarations.

mod names;
mod types;

use indexmap::IndexMap;
use num_bigint::BigInt;

use crate::diag::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::cython::{CFunction, CTypedef, Declarations};

pub use names::{is_python_class, number};

/// The names of C's that a module declares or imports.
#[derive(Debug)]
pub struct CScope<'a> {
    declarations: &'a Declarations,
    /// What each `cimport`ed name stands for: `libc.math.sqrt`, `numpy`.
    cimports: IndexMap<&'a str, String>,
    typedefs: IndexMap<&'a str, &'a CTypedef>,
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
    pub fn constants(&self) -> impl Iterator<Item = (&'a str, &'a BigInt)> {
        let items = self.declarations.enums.iter().flat_map(|one| &one.items);
        items.filter_map(|item| Some((item.name.as_str(), item.value.as_ref()?)))
    }

    /// What C says of the function whose first word stands at an offset.
    pub fn function(&self, start: u32) -> Option<&'a CFunction> {
        self.functions.get(&start).copied()
    }
}

fn unsupported(span: Span, what: impl Into<String>) -> Diagnostic {
    let message = format!("{} is not supported yet", what.into());
    Diagnostic::error(Code::CYTHON_FORM, span, message)
}
