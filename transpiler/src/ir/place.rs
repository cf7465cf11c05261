//! Places in C's memory: variables that lie there, items, fields, what pointers point to.

use super::{Expr, LocalId};
use crate::ty::{StaticId, StructId, Type};

/// Where something lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub base: Base,
    /// From the base inwards.
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Base {
    /// A local that is an array or struct of C's.
    Local(LocalId),
    /// What the pointer points to.
    Pointer(Expr),
    /// A variable at module level whose value is plain.
    Static(StaticId),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Of a struct or union, by position.
    Field(StructId, u32),
    /// The item at an `i64` of an array whose items are of the type; never checked, as in C.
    Index(Expr, Type),
}

impl Place {
    pub fn pointee(pointer: Expr) -> Place {
        Place { base: Base::Pointer(pointer), steps: Vec::new() }
    }

    pub fn local(local: LocalId) -> Place {
        Place { base: Base::Local(local), steps: Vec::new() }
    }

    pub fn of_static(id: StaticId) -> Place {
        Place { base: Base::Static(id), steps: Vec::new() }
    }

    pub fn then(mut self, step: Step) -> Place {
        self.steps.push(step);
        self
    }

    /// The expressions that it rests on.
    pub fn exprs(&self) -> impl Iterator<Item = &Expr> {
        let base = match &self.base {
            Base::Local(_) | Base::Static(_) => None,
            Base::Pointer(pointer) => Some(pointer),
        };
        let steps = self.steps.iter().filter_map(|step| match step {
            Step::Field(..) => None,
            Step::Index(index, _) => Some(index),
        });
        base.into_iter().chain(steps)
    }

    /// The local that it is, or lies in.
    pub fn own(&self) -> Option<LocalId> {
        match self.base {
            Base::Local(local) => Some(local),
            Base::Pointer(_) | Base::Static(_) => None,
        }
    }
}
