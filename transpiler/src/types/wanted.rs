//! `and` and `or` that become a number of C's: each operand is converted by itself, and none becomes an object.
//!
//! before: `p.masked = mask is not None and mask[i]`: a `bint` or an `unsigned char`, which only an object can be
//! after:  a `bint`

use super::body::Body;
use super::memory::char_code;
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
            ExprKind::IfExp { then, orelse, .. } => {
                self.numbers_wanted.insert(value.id, num);
                [then, orelse].into_iter().for_each(|side| self.want(side, num));
            }
            _ => {}
        }
    }

    /// The type of a conditional that becomes a number of C's and has a character that is written out on a side, or on
    /// both: `p[i] if i < n else b'='`.
    pub(super) fn wanted_character(&self, whole: &Expr, then: &Expr, orelse: &Expr) -> Option<Type> {
        let wanted = Type::Num(*self.numbers_wanted.get(&whole.id)?);
        let beside = |side: &Expr| match self.instance.expr(side.id) {
            ty @ Type::Num(Num { rules: Rules::C, repr, .. }) if repr.is_integer() => Some(ty.clone()),
            _ => char_code(side, &wanted).map(|_| wanted.clone()),
        };
        let ty = match (char_code(then, &wanted), char_code(orelse, &wanted)) {
            (Some(_), _) => beside(orelse)?,
            (None, Some(_)) => beside(then)?,
            (None, None) => return None,
        };
        Some(ty)
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
