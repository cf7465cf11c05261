//! Fused types: one name for several types. A function whose parameters have some is lowered once for each choice of
//! members; the choice is a [`Binding`], and what depends on it (types of locals, casts, tests such as `T is double`) is
//! resolved where the copy is lowered.

mod family;
mod member;
mod preference;
mod table;

use std::cell::RefCell;

use indexmap::IndexMap;

use crate::diag::{Code, Diagnostic};
use crate::span::Span;
use crate::ty::Type;

pub use family::{Families, Family, Placed};
pub use member::{Member, PythonClass, shown, spelled};
pub use preference::preferred;
pub use table::{FusedTable, pure_name};

/// A fused type with its members, those of fused ones among them in their place.
#[derive(Clone, Debug)]
pub struct FusedType {
    /// As errors name it: `floating`.
    pub name: String,
    pub members: Vec<Member>,
}

/// The members that one copy of a function is lowered for, by the full names of the fused types.
#[derive(Clone, Debug, Default)]
pub struct Binding {
    bound: IndexMap<String, Member>,
    /// The names that were asked for are noted here instead; each stands for its first member meanwhile.
    met: Option<RefCell<Vec<String>>>,
}

impl Binding {
    pub fn new(bound: IndexMap<String, Member>) -> Self {
        Binding { bound, met: None }
    }

    /// One that notes which fused types are asked for.
    pub fn open() -> Self {
        Binding { bound: IndexMap::new(), met: Some(RefCell::default()) }
    }

    pub fn is_empty(&self) -> bool {
        self.bound.is_empty()
    }

    pub fn member(&self, key: &str) -> Option<&Member> {
        self.bound.get(key)
    }

    /// As `__signatures__` names the choice: `double|int`.
    pub fn key(&self) -> String {
        let names: Vec<&str> = self.bound.values().map(|member| member.name.as_str()).collect();
        names.join("|")
    }

    /// The names that were asked for since the last time, each once.
    pub fn take_met(&self) -> Vec<String> {
        self.met.as_ref().map_or_else(Vec::new, RefCell::take)
    }

    fn note(&self, key: &str) -> bool {
        let Some(met) = &self.met else { return false };
        if !met.borrow().iter().any(|known| known == key) {
            met.borrow_mut().push(key.to_owned());
        }
        true
    }
}

/// What the names of fused types mean at some place.
#[derive(Clone, Copy, Debug)]
pub struct Fused<'r> {
    pub table: &'r FusedTable,
    pub binding: &'r Binding,
}

impl Fused<'_> {
    /// The type that a fused name stands for here; `None` if the name is of no fused type.
    pub fn ty(&self, key: &str, span: Span) -> Option<Result<Type, Diagnostic>> {
        let fused = self.table.get(key)?;
        if let Some(member) = self.binding.member(key) {
            return Some(Ok(member.ty.clone()));
        }
        if fused.members.is_empty() {
            // That it has none has been told.
            return Some(Ok(Type::Object));
        }
        let first = fused.members.first().filter(|_| self.binding.note(key));
        Some(first.map(|member| member.ty.clone()).ok_or_else(|| {
            let message = "Invalid use of fused types, type cannot be specialized";
            let error = Diagnostic::error(Code::FUSED, span, message);
            error.hint(format!("the type of a parameter has to say which `{}` is meant", fused.name))
        }))
    }
}

/// Every choice of one of each, the last varying fastest.
pub(super) fn choices<T: Clone>(lists: &[Vec<T>]) -> Vec<Vec<T>> {
    lists.iter().fold(vec![Vec::new()], |chosen, list| {
        let with = |before: &Vec<T>| {
            let before = before.clone();
            list.iter().map(move |one| before.iter().cloned().chain([one.clone()]).collect::<Vec<T>>())
        };
        chosen.iter().flat_map(with).collect()
    })
}
