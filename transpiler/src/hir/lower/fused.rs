//! Tests of types, which the choice of members decides: `T is double`, `T in floating`.

use super::function::Lowerer;
use crate::diag::{Code, Diagnostic};
use crate::hir::Member;
use crate::hir::c::CScope;
use crate::span::Span;
use crate::syntax;
use crate::syntax::ast::{self, CmpOp};
use crate::ty::Type;

impl<'m> Lowerer<'m> {
    /// Whether a condition holds, if that is decided by types alone.
    pub(super) fn type_truth(&mut self, cond: &'m ast::Expr) -> Option<bool> {
        match cond {
            ast::Expr::Compare(compare) => self.type_test(compare),
            ast::Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::Not => Some(!self.type_truth(&unary.operand)?),
            ast::Expr::BoolOp(both) => {
                let and = both.op == ast::BoolOp::And;
                // One that decides is enough, as long as those before it are known.
                for value in &both.values {
                    if self.type_truth(value)? != and {
                        return Some(!and);
                    }
                }
                Some(and)
            }
            _ => None,
        }
    }

    /// The operands of `and` or `or` that are not decided by types; `Err` with what they come to if there is none.
    pub(super) fn undecided(&mut self, and: bool, values: &'m [ast::Expr]) -> Result<Vec<&'m ast::Expr>, bool> {
        let mut left = Vec::new();
        for value in values {
            match self.type_truth(value) {
                Some(truth) if truth == and => {}
                // What comes behind is not reached.
                Some(truth) if left.is_empty() => return Err(truth),
                Some(_) => {
                    left.push(value);
                    break;
                }
                None => left.push(value),
            }
        }
        if left.is_empty() { Err(and) } else { Ok(left) }
    }

    /// `T is double`, `T not in floating`: the answer, if both sides are types.
    pub(super) fn type_test(&mut self, compare: &'m ast::ExprCompare) -> Option<bool> {
        let ([op], [right]) = (compare.ops.as_slice(), compare.comparators.as_slice()) else { return None };
        let operator_fits =
            matches!(op, CmpOp::Is | CmpOp::IsNot | CmpOp::Eq | CmpOp::NotEq | CmpOp::In | CmpOp::NotIn);
        if !operator_fits || !self.may_be_type(&compare.left) || !self.may_be_type(right) {
            return None;
        }
        if !self.is_fused(&compare.left) && !self.is_fused(right) {
            return None;
        }
        let noted = self.annotations.diagnostics.len();
        let found = self.compared(*op, &compare.left, right);
        // What is wrong has been told: any answer will do.
        found.or_else(|| (self.annotations.diagnostics.len() > noted).then_some(false))
    }

    fn compared(&mut self, op: CmpOp, left: &'m ast::Expr, right: &'m ast::Expr) -> Option<bool> {
        let left = self.annotations.operand(left)?;
        if matches!(op, CmpOp::In | CmpOp::NotIn) {
            let found = self.is_member(&left, right)?;
            return Some(found == (op == CmpOp::In));
        }
        let right = self.annotations.operand(right)?;
        Some(same_type(&left, &right) == matches!(op, CmpOp::Is | CmpOp::Eq))
    }

    /// Whether the type that an expression names, or that of its items, is fused.
    fn is_fused(&self, expr: &ast::Expr) -> bool {
        match expr {
            ast::Expr::Subscript(subscript) => self.is_fused(&subscript.value),
            _ => self.annotations.fused_key(expr).is_some(),
        }
    }

    /// Whether a name of a `.pyx` that stands for a value is a fused type's, which is an error.
    pub(super) fn is_fused_name(&mut self, name: &ast::ExprName) -> bool {
        let named = |c: CScope<'_>| self.context.fused.get(&c.full_name(&name.id)).is_some();
        let declared = self.context.c.is_some_and(named);
        if declared {
            let message = format!("'{}' is not a constant, variable or function identifier", name.id);
            self.fused_error(syntax::span(name), message);
        }
        declared
    }

    /// Whether a type is a member of the fused type that an expression names.
    fn is_member(&mut self, ty: &Member, fused: &'m ast::Expr) -> Option<bool> {
        if let Some(found) = self.annotations.fused_key(fused).and_then(|key| self.context.fused.get(&key)) {
            return Some(found.members.iter().any(|member| same_type(member, ty)));
        }
        self.annotations.operand(fused)?;
        self.fused_error(syntax::span(fused), "Can only use 'in' or 'not in' on a fused type".to_owned());
        None
    }

    /// Whether the first name of a dotted expression or of a view is no local variable.
    pub(super) fn may_be_type(&self, expr: &ast::Expr) -> bool {
        match expr {
            ast::Expr::Name(name) => self.lookup(&self.mangle(&name.id)).is_none(),
            ast::Expr::Attribute(attribute) => self.may_be_type(&attribute.value),
            ast::Expr::Subscript(subscript) => self.may_be_type(&subscript.value),
            _ => false,
        }
    }

    pub(super) fn fused_error(&mut self, span: Span, message: String) {
        self.annotations.diagnostics.push(Diagnostic::error(Code::FUSED, span, message));
    }
}

/// Whether two types are one: names for a type are that type, but objects are told apart by their class.
pub(super) fn same_type(a: &Member, b: &Member) -> bool {
    a.ty == b.ty && (a.ty != Type::Object || a.name == b.name)
}
