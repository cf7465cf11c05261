//! What can be assigned to.

use super::function::Lowerer;
use crate::hir::{AugTarget, ExprKind, Target, TargetKind, WebId};
use crate::span::Span;
use crate::syntax;
use crate::syntax::ast;

impl<'m> Lowerer<'m> {
    /// Lowers a target; names in it are defined from left to right.
    pub(super) fn target(&mut self, target: &'m ast::Expr) -> Target {
        let span = syntax::span(target);
        if !self.declares {
            self.check_constness(target);
        }
        let kind = match target {
            ast::Expr::Name(name) => self.name_target(&name.id, span),
            ast::Expr::Tuple(tuple) => self.tuple_target(&tuple.elts),
            ast::Expr::List(list) => self.tuple_target(&list.elts),
            ast::Expr::Starred(starred) => return self.target(&starred.value),
            ast::Expr::Attribute(attribute) => match self.c_variable(attribute, span) {
                Some(name) => TargetKind::Global(name),
                None => {
                    TargetKind::Attribute { value: self.expr(&attribute.value), name: self.mangle(&attribute.attr) }
                }
            },
            ast::Expr::Subscript(subscript) => {
                TargetKind::Index { value: self.expr(&subscript.value), index: self.index(&subscript.slice) }
            }
            // `syntax` lets nothing else through.
            _ => {
                self.leave_at(span, "it assigns to an expression", None);
                TargetKind::Tuple { elements: Vec::new(), star: None }
            }
        };
        Target { span, kind }
    }

    pub(super) fn name_target(&mut self, name: &str, span: Span) -> TargetKind {
        let name = self.mangle(name);
        match self.lookup(&name) {
            Some(variable) => TargetKind::Local(self.define(variable, span)),
            None => TargetKind::Global(self.global_name(name, span)),
        }
    }

    /// The variable of another module of C's that `module.name` is.
    fn c_variable(&mut self, attribute: &ast::ExprAttribute, span: Span) -> Option<String> {
        match self.c_attribute(attribute, span) {
            Some(ExprKind::Global(name)) if self.context.shares(&name) => Some(name),
            _ => None,
        }
    }

    fn tuple_target(&mut self, elements: &'m [ast::Expr]) -> TargetKind {
        let star = elements.iter().position(|element| matches!(element, ast::Expr::Starred(_)));
        TargetKind::Tuple { elements: elements.iter().map(|element| self.target(element)).collect(), star }
    }

    /// The target of an augmented assignment, up to the definition, which comes after the value. Returns the variable
    /// that is still to be defined.
    pub(super) fn aug_target(&mut self, target: &'m ast::Expr) -> (AugTarget, Option<u32>) {
        let span = syntax::span(target);
        self.check_constness(target);
        match target {
            ast::Expr::Name(name) => {
                let name = self.mangle(&name.id);
                match self.lookup(&name) {
                    Some(variable) => {
                        let read = WebId(variable);
                        (AugTarget::Local { read, check_bound: false, write: WebId(0), span }, Some(variable))
                    }
                    None => (AugTarget::Global { name: self.global_name(name, span), span }, None),
                }
            }
            ast::Expr::Attribute(attribute) => {
                if let Some(name) = self.c_variable(attribute, span) {
                    return (AugTarget::Global { name, span }, None);
                }
                let value = self.expr(&attribute.value);
                (AugTarget::Attribute { value, name: self.mangle(&attribute.attr), span }, None)
            }
            ast::Expr::Subscript(subscript) => {
                let value = self.expr(&subscript.value);
                (AugTarget::Index { value, index: self.index(&subscript.slice), span }, None)
            }
            // `syntax` lets nothing else through.
            _ => {
                self.leave_at(span, "it assigns to an expression", None);
                (AugTarget::Global { name: String::new(), span }, None)
            }
        }
    }

    /// The variable of the function (not of a comprehension) that a name means.
    pub(super) fn function_variable(&self, name: &str) -> Option<u32> {
        self.locals.get(name).copied()
    }
}
