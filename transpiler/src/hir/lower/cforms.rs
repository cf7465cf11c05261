//! Expressions that only C has, which `syntax` hands over as calls.

use super::function::Lowerer;
use crate::diag::{Code, Diagnostic};
use crate::hir::c::layout;
use crate::hir::{Const, ExprKind};
use crate::span::Span;
use crate::syntax::ast;
use crate::syntax::cython::forms;
use crate::ty::Type;

impl<'m> Lowerer<'m> {
    /// The expression that a call of one of [`forms`] stands for.
    pub(super) fn c_form(&mut self, form: &str, args: &'m [ast::Expr], span: Span) -> ExprKind {
        match (form, args) {
            (forms::CAST | forms::CHECKED_CAST, [ty, operand]) => {
                let ty = self.annotations.local(ty).unwrap_or(Type::Object);
                let value = Box::new(self.expr(operand));
                ExprKind::Cast { ty, checked: form == forms::CHECKED_CAST, value }
            }
            (forms::SIZEOF, [operand]) => self.sizeof(operand, span),
            (forms::FROM, _) => self.c_unsupported(span, "a `for` loop with `from`"),
            (forms::ADDRESS, [place]) => {
                self.take_address(place);
                ExprKind::Address(Box::new(self.expr(place)))
            }
            _ => self.c_unsupported(span, "a view of a pointer"),
        }
    }

    /// A variable whose address is taken lies in memory; of `&x.y` and `&x[i]` that is `x`, where it is an aggregate.
    fn take_address(&mut self, place: &ast::Expr) {
        let ast::Expr::Name(name) = place else { return };
        if let Some(at) = self.lookup(&self.mangle(&name.id)) {
            self.variables[at as usize].in_memory = true;
        }
    }

    /// The size of a type, or of the type of a variable.
    fn sizeof(&mut self, operand: &'m ast::Expr, span: Span) -> ExprKind {
        let declared = match operand {
            ast::Expr::Name(name) => {
                self.lookup(&self.mangle(&name.id)).and_then(|at| self.variables[at as usize].declared.clone())
            }
            _ => None,
        };
        let named = || self.context.c.as_ref()?.type_named(&dotted(operand)?);
        let ty = declared.or_else(named).or_else(|| self.annotations.local(operand));
        match ty.and_then(|ty| layout(&ty, &self.context.structs)) {
            Some((size, _)) => ExprKind::Const(Const::Int(size.into())),
            None => self.c_unsupported(span, "the size of this"),
        }
    }

    fn c_unsupported(&mut self, span: Span, what: &str) -> ExprKind {
        let message = format!("{what} is not supported yet");
        self.annotations.diagnostics.push(Diagnostic::error(Code::CYTHON_FORM, span, message));
        ExprKind::Const(Const::Int(0.into()))
    }
}

/// A dotted expression as text.
fn dotted(expr: &ast::Expr) -> Option<String> {
    match expr {
        ast::Expr::Name(name) => Some(name.id.to_string()),
        ast::Expr::Attribute(attribute) => Some(format!("{}.{}", dotted(&attribute.value)?, attribute.attr)),
        _ => None,
    }
}
