//! `and` and `or` that become a number of C's: each operand is converted by itself, and none becomes an object.
//!
//! before: `p.masked = mask is not None and mask[i]`: a `bint` or an `unsigned char`, which only an object can be
//! after:  a `bint`

use super::body::Body;
use super::memory::char_code;
use super::spanning::is_plain;
use super::{join_exact, promote};
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

    /// As [`Self::want_number`], of the number that holds all operands, where a variable without a type is given one of
    /// them. Returns whether there is one.
    pub(super) fn want_widest(&mut self, value: &Expr) -> bool {
        let in_pyx = self.module().is_of_pyx(self.function);
        let widest = self.widest_choice(value).filter(|_| in_pyx);
        widest.into_iter().for_each(|num| self.want(value, num));
        widest.is_some()
    }

    /// The type of a value that is used as a number of C's where `used` says so of what is known by then: of a choice, the
    /// widest.
    pub(super) fn chosen(&mut self, value: &'a Expr, used: impl Fn(&Self) -> bool) -> Type {
        let choose = |body: &mut Self| is_choice(value) && used(body) && body.want_widest(value);
        // What its operands are is known from the round before, or else when they have been visited.
        let known = choose(self);
        let ty = self.expr(value);
        if !known && choose(self) { self.settle_choice(value) } else { ty }
    }

    /// The type of a choice whose operands were visited before it was known that it becomes a number.
    pub(super) fn settle_choice(&mut self, value: &Expr) -> Type {
        let ty = match &value.kind {
            ExprKind::Bool { values, .. } => {
                let types: Vec<Type> = values.iter().map(|operand| self.settle_choice(operand)).collect();
                let joined = types.iter().fold(Type::Never, |joined, ty| join_exact(&joined, ty));
                self.wanted_choice(value, values, joined)
            }
            ExprKind::IfExp { then, orelse, .. } => {
                let (a, b) = (self.settle_choice(then), self.settle_choice(orelse));
                match self.wanted_complex(value, then, orelse) {
                    Some(num) => Type::Num(num),
                    None => self.join_chosen((then, &a), (orelse, &b)),
                }
            }
            _ => return self.instance.expr(value.id).clone(),
        };
        self.set(value.id, ty)
    }

    /// The complex number of C's that a conditional becomes, of which one side is real.
    pub(super) fn wanted_complex(&self, whole: &Expr, then: &Expr, orelse: &Expr) -> Option<Num> {
        let num = self.numbers_wanted.get(&whole.id).filter(|num| num.repr.is_complex())?;
        let number = |side: &Expr| self.instance.expr(side.id).num().is_some();
        (number(then) && number(orelse)).then_some(*num)
    }

    /// The number of C's that holds each of the operands; `None` if one is an object to Cython.
    fn widest_choice(&self, value: &Expr) -> Option<Num> {
        let widest = |a: &Expr, b: &Expr| promote::widest(self.widest_choice(a)?, self.widest_choice(b)?);
        match &value.kind {
            ExprKind::Bool { values, .. } => {
                let mut operands = values.iter().map(|operand| self.widest_choice(operand));
                let first = operands.next()??;
                operands.try_fold(first, |so_far, operand| promote::widest(so_far, operand?))
            }
            ExprKind::IfExp { then, orelse, .. } => widest(then, orelse),
            _ => {
                let num = self.instance.expr(value.id).num()?;
                (is_plain(num) && !self.is_int_object(value)).then(|| Num::c(num.repr))
            }
        }
    }

    /// Whether a side of a conditional is an integer that Cython holds as an object, and the other is no integer: each
    /// stays what it is, unless it becomes a number of C's.
    pub(super) fn stays_object(&self, whole: &Expr, then: &Expr, orelse: &Expr) -> bool {
        let integer = |side: &Expr| self.instance.expr(side.id).num().is_some_and(|num| num.repr.is_integer());
        let differ = integer(then) != integer(orelse);
        let object = self.is_int_object(then) || self.is_int_object(orelse);
        differ && object && self.module().is_of_pyx(self.function) && !self.numbers_wanted.contains_key(&whole.id)
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
