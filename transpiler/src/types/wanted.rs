//! `and` and `or` that become a number of C's: each operand is converted by itself, and none becomes an object.
//!
//! before: `p.masked = mask is not None and mask[i]`: a `bint` or an `unsigned char`, which only an object can be
//! after:  a `bint`

use super::body::Body;
use crate::hir::{Expr, ExprKind};
use crate::ty::{Num, Rules, Type};

/// Whether the value is one of several operands.
pub(super) fn is_choice(value: &Expr) -> bool {
    matches!(value.kind, ExprKind::Bool { .. } | ExprKind::IfExp { .. })
}

impl<'a> Body<'a, '_> {
    /// The value becomes one of this type.
    pub(super) fn want_number(&mut self, value: &Expr, into: &Type) {
        let wanted = into.num().filter(|num| num.rules == Rules::C && self.module().is_of_pyx(self.function));
        if let Some(num) = wanted {
            self.want(value, num);
        }
    }

    fn want(&mut self, value: &Expr, num: Num) {
        match &value.kind {
            ExprKind::Bool { values, .. } => {
                self.numbers_wanted.insert(value.id, num);
                values.iter().for_each(|operand| self.want(operand, num));
            }
            ExprKind::IfExp { then, orelse, .. } => [then, orelse].into_iter().for_each(|side| self.want(side, num)),
            _ => {}
        }
    }

    /// The type of `and` or `or`, given what the types of its operands have in common.
    pub(super) fn wanted_choice(&self, whole: &Expr, operands: &[Expr], joined: Type) -> Type {
        let number = |operand: &Expr| matches!(self.instance.expr(operand.id), Type::Num(_) | Type::Never);
        let address = |operand: &Expr| matches!(self.instance.expr(operand.id), Type::Pointer(_));
        match self.numbers_wanted.get(&whole.id) {
            // What becomes a `bint` is a truth value, of floats and pointers, too.
            Some(num) if num.is_truth() && operands.iter().all(|one| number(one) || address(one)) => Type::Num(*num),
            Some(num) if joined == Type::Object && operands.iter().all(number) => Type::Num(*num),
            _ => joined,
        }
    }
}
