//! Views and buffers of a `.pyx` that may be `None`: what Cython has Python do with them raises Python's errors.

use super::arith::kernel;
use super::builder::Lower;
use crate::ir::LocalId;
use crate::ty::{Form, Type};
use pyrx_runtime::raise::Exc;

/// What is asked of an array.
#[derive(Clone, Copy)]
pub(super) enum Asked<'n> {
    /// `len(a)`
    Length,
    /// `a[1:]`
    Part,
    /// `a[1:] = x`
    Stored,
    /// `a.size`
    Attribute(&'n str),
}

impl Asked<'_> {
    /// Whether C answers for `None`, too: views have sizes of their own, and are cut without a look at what they are.
    fn is_of_c(self, form: Form) -> bool {
        match (self, form) {
            (Asked::Attribute(name), Form::View) => matches!(name, "shape" | "strides" | "T"),
            (Asked::Length | Asked::Part | Asked::Stored, Form::View) => true,
            (Asked::Attribute(name), _) => matches!(name, "shape" | "strides" | "ndim"),
            (Asked::Length | Asked::Part | Asked::Stored, _) => false,
        }
    }

    fn error(self) -> (Exc, String) {
        match self {
            Asked::Length => (Exc::TypeError, "object of type 'NoneType' has no len()".to_owned()),
            Asked::Part => (Exc::TypeError, "'NoneType' object is not subscriptable".to_owned()),
            Asked::Stored => (Exc::TypeError, "'NoneType' object does not support item assignment".to_owned()),
            Asked::Attribute(name) => (Exc::AttributeError, format!("'NoneType' object has no attribute '{name}'")),
        }
    }
}

impl Lower<'_> {
    /// Raises what Python does where an array that may be `None` is, and C does not answer.
    pub(super) fn asked(&mut self, local: LocalId, asked: Asked<'_>) {
        let Some(array) = self.local_type(local).array() else { return };
        if !array.none || asked.is_of_c(array.form) {
            return;
        }
        let cond = kernel("view::is_none", vec![self.read(local)], Type::BOOL);
        let (class, text) = asked.error();
        self.raise_if(cond, class, &text);
    }
}
