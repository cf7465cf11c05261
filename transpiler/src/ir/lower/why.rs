//! Notes that the interpreter has to do something, and why: the reasons beside the lines of the report.

use std::collections::BTreeSet;

use super::builder::Lower;
use super::origin::{KEEP_IN_ARRAYS, Origin, SNIPPET, operator_origin};
use crate::hir::{self, Global, WebId};
use crate::ir::Expr;
use crate::ty::Type;

impl<'a> Lower<'a> {
    /// Notes that this line asks the interpreter for `what`, and why its operands are not native.
    pub(super) fn note_because(&mut self, what: impl Into<String>, operands: &[&'a hir::Expr]) {
        let origin = self.first_origin(operands, &mut BTreeSet::new());
        self.note_origin(what.into(), origin);
    }

    /// As [`Self::note_because`], for an operator that may have no native form though its operands have.
    pub(super) fn note_operator(&mut self, what: String, operands: &[&'a hir::Expr]) {
        let origin = self.first_origin(operands, &mut BTreeSet::new());
        let types: Vec<Type> = operands.iter().map(|operand| self.type_of(operand)).collect();
        let origin = origin.or_else(|| operator_origin(self.line(), &types));
        self.note_origin(what, origin);
    }

    pub(super) fn note_in_place(&mut self, op: &str, old: &Expr, value: &'a hir::Expr) {
        let types = [old.ty.clone(), self.type_of(value)];
        let origin = self.origin(value, &mut BTreeSet::new()).or_else(|| self.value_origin(old));
        let origin = origin.or_else(|| operator_origin(self.line(), &types));
        self.note_origin(format!("`{op}=` is Python's to compute"), origin);
    }

    pub(super) fn note_index(&mut self, what: impl Into<String>, value: &'a hir::Expr, index: &hir::Index) {
        let origin = self.origin(value, &mut BTreeSet::new());
        let origin = origin.or_else(|| (self.type_of(value) != Type::Object).then(|| self.index_origin(value, index)));
        self.note_origin(what.into(), origin);
    }

    /// As [`Self::note_because`], for values that are lowered already: variables among them have a story.
    pub(super) fn note_values(&mut self, what: impl Into<String>, values: &[&Expr]) {
        let what = what.into();
        if values.iter().all(|value| value.ty != Type::Object) {
            let types: Vec<Type> = values.iter().map(|value| value.ty.clone()).collect();
            return self.note_origin(what, operator_origin(self.line(), &types));
        }
        let origin = values.iter().find_map(|value| self.value_origin(value));
        self.note_origin(what, origin);
    }

    pub(super) fn note_global(&mut self, name: &str) {
        let origin = match self.module.globals.get(name) {
            Some(Global::Dynamic | Global::Value { .. }) => Some(self.global_origin(self.line(), name)),
            Some(Global::Module(_) | Global::Member(_) | Global::Function(_) | Global::Snippet) | None => None,
            Some(
                Global::CModule(_)
                | Global::CMember(_)
                | Global::CConstant(_)
                | Global::CStruct(_)
                | Global::CVariable(_),
            ) => None,
        };
        self.note_origin(format!("`{name}` is looked up as a Python object"), origin);
    }

    pub(super) fn note_list(&mut self, items: &'a [hir::Expr]) {
        let origin = self.list_origin(self.line(), items, &mut BTreeSet::new());
        self.note_origin("a list of Python objects is made".to_owned(), origin);
    }

    pub(super) fn note_attribute(&mut self, what: String, value: &'a hir::Expr) {
        if self.is_made_local(value) {
            return;
        }
        let origin = self.origin(value, &mut BTreeSet::new());
        self.note_origin(what, origin.map(|origin| Origin { hint: Some(KEEP_IN_ARRAYS.to_owned()), ..origin }));
    }

    /// Whether it is a variable that the compiler made for a statement, whose own note says enough.
    pub(super) fn is_made(&self, web: WebId) -> bool {
        self.source.webs[web.0 as usize].name.contains(' ')
    }

    fn is_made_local(&self, expr: &hir::Expr) -> bool {
        matches!(expr.kind, hir::ExprKind::Local { web, .. } if self.is_made(web))
    }

    fn note_origin(&mut self, what: String, origin: Option<Origin>) {
        match origin {
            Some(origin) => {
                let reason = format!("{what}: {}", self.sentence(&origin));
                self.note_python(reason, origin.hint.as_deref());
            }
            None => self.note_python(what, None),
        }
    }

    /// "`p` is a Python object because `particles` has no annotation, line 30"
    fn sentence(&self, origin: &Origin) -> String {
        let because = match &origin.subject {
            // "`x` is a Python object because `x` has no annotation"
            Some(subject) if !origin.because.starts_with(&format!("`{subject}` ")) => {
                format!("`{subject}` is a Python object because {}", origin.because)
            }
            _ => origin.because.clone(),
        };
        if origin.line == self.line() { because } else { format!("{because}, line {}", origin.line) }
    }

    /// Notes a call through the interpreter.
    pub(super) fn note_call(&mut self, call: &'a hir::Expr, func: &'a hir::Expr, args: &'a [hir::Expr]) {
        if self.is_made_local(func) {
            return;
        }
        if self.is_snippet(func) {
            return self.note_python(SNIPPET.to_owned(), None);
        }
        let what = format!("`{}()` is called as a Python object", self.shown(func));
        let Some(origin) = self.callee_origin(call, func, args, &mut BTreeSet::new()) else {
            return self.note_python(what, None);
        };
        // "`f()` is called as a Python object: `f()` has no native form" says one thing twice.
        let own = format!("`{}()` ", self.shown(func));
        let sentence = self.sentence(&origin);
        let reason = match sentence.strip_prefix(&own) {
            Some(clause) => format!("{what}: it {clause}"),
            None => format!("{what}: {sentence}"),
        };
        self.note_python(reason, origin.hint.as_deref());
    }
}
