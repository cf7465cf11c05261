//! Python integers held unsigned: values under a mask of 64 bits, and the variables and parameters they meet.
//!
//! Where a signed and an unsigned integer meet, the value is taken to be non-negative (else the original function runs),
//! unless a definition says that it may be: `best = -1`, `a - b`.

use std::collections::BTreeSet;

use num_traits::Signed;

use super::body::Body;
use super::{constant, join, join_as_c};
use crate::hir::{BinOp, Expr, ExprKind, FuncId, Function, Module, UnaryOp, WebId};
use crate::ty::{Num, Type};

pub(super) const UNSIGNED: Type = Type::Num(Num::UINT);

/// What the fixpoint learns about the signs of integers; it only grows.
#[derive(Default)]
pub(super) struct Signs {
    /// Variables with a definition that may be negative.
    signed: BTreeSet<(FuncId, WebId)>,
    /// Functions that may return a negative number.
    returns: BTreeSet<FuncId>,
    /// Parameters that go under a mask of 64 bits, or meet what comes from one.
    masked: BTreeSet<(FuncId, WebId)>,
}

impl Signs {
    /// The parameter types with every masked `int` unsigned; `None` if there is none.
    pub fn unsigned_version(&self, id: FuncId, function: &Function, params: &[Type]) -> Option<Vec<Type>> {
        let masked = |web: WebId, ty: &Type| *ty == Type::INT && self.masked.contains(&(id, web));
        let pairs = || function.params.iter().zip(params);
        pairs()
            .any(|(param, ty)| masked(param.web, ty))
            .then(|| pairs().map(|(param, ty)| if masked(param.web, ty) { UNSIGNED } else { ty.clone() }).collect())
    }
}

/// The join of two types; `signed`: one of the values may be negative.
fn signed_join(a: &Type, b: &Type, joined: Type, signed: bool) -> Type {
    if signed && joined == UNSIGNED && a != b { Type::INT } else { joined }
}

impl<'a> Body<'a, '_> {
    fn func(&self) -> FuncId {
        self.instance.func
    }

    /// Notes what an assignment of this expression tells of the variable's sign.
    pub(super) fn note_sign(&mut self, web: WebId, value: &Expr) {
        let func = self.func();
        if may_be_negative(self.module(), value) {
            self.inference.signs.signed.insert((func, web));
        }
        if *self.instance.web(web) == UNSIGNED {
            self.note_masked(value);
        }
    }

    /// As [`Self::note_sign`], of `read op= value` with a result of this type.
    pub(super) fn note_in_place_sign(&mut self, op: BinOp, read: WebId, write: WebId, value: &Expr, ty: &Type) {
        if op == BinOp::Sub {
            let func = self.func();
            self.inference.signs.signed.insert((func, write));
        }
        if *ty == UNSIGNED || *self.instance.web(write) == UNSIGNED {
            let func = self.func();
            if self.function.params.iter().any(|param| param.web == read) {
                self.inference.signs.masked.insert((func, read));
            }
            self.note_masked(value);
        }
    }

    pub(super) fn note_returned_sign(&mut self, value: &Expr) {
        let func = self.func();
        if may_be_negative(self.module(), value) {
            self.inference.signs.returns.insert(func);
        }
    }

    /// Notes the parameters in an expression that is computed modulo 2^64.
    pub(super) fn note_masked(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Local { web, .. } if self.function.params.iter().any(|param| param.web == *web) => {
                let func = self.func();
                self.inference.signs.masked.insert((func, *web));
            }
            ExprKind::Unary { operand, .. } => self.note_masked(operand),
            ExprKind::Binary { op, left, right } if keeps_sign(*op) => {
                self.note_masked(left);
                self.note_masked(right);
            }
            _ => {}
        }
    }

    /// The join of what a variable held with what it is given.
    pub(super) fn join_web(&self, web: usize, old: &Type, new: &Type) -> Type {
        let signed = self.inference.signs.signed.contains(&(self.func(), WebId(web as u32)));
        match (signed, old, new) {
            // Found to be signed after it was unsigned.
            (true, Type::Num(Num::UINT), Type::Num(Num::INT)) => Type::INT,
            _ => signed_join(old, new, join(old, new), signed),
        }
    }

    /// What a variable of a declared type becomes: an `int` may be held unsigned, a view be `None`, everything else stays.
    pub(super) fn join_declared(&self, web: usize, declared: &Type, old: &Type, new: &Type) -> Type {
        let integers = [old, new].iter().all(|ty| matches!(ty, Type::Never | Type::Num(Num::INT)) || **ty == UNSIGNED);
        match *declared == Type::INT && integers {
            true => self.join_web(web, old, new),
            false => super::body::declared_type(declared, old, new),
        }
    }

    /// The join of two values of which one is chosen.
    pub(super) fn join_chosen(&self, then: (&Expr, &Type), orelse: (&Expr, &Type)) -> Type {
        let signed = [then.0, orelse.0].into_iter().any(|expr| may_be_negative(self.module(), expr));
        signed_join(then.1, orelse.1, join_as_c(then.1, orelse.1), signed)
    }

    /// The type of a list's items, of which one may be negative.
    pub(super) fn signed_items(&self, items: &[Expr], joined: Type) -> Type {
        let signed = joined == UNSIGNED && items.iter().any(|item| may_be_negative(self.module(), item));
        if signed { Type::INT } else { joined }
    }

    pub(super) fn returns_signed(&self) -> bool {
        self.inference.signs.returns.contains(&self.func())
    }
}

/// `int` in place of an unsigned join of signed and unsigned.
pub(super) fn signed_return(old: &Type, new: &Type, joined: Type) -> Type {
    let signed = |ty: &Type| *ty == Type::INT;
    if joined == UNSIGNED && (signed(old) || signed(new)) { Type::INT } else { joined }
}

/// Operators through which an unsigned operand stays one.
fn keeps_sign(op: BinOp) -> bool {
    matches!(
        op,
        BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::And | BinOp::Or | BinOp::Xor | BinOp::LShift | BinOp::RShift
    )
}

/// Whether the source shows that the value may lie below zero.
fn may_be_negative(module: &Module, expr: &Expr) -> bool {
    if let Some(crate::hir::Const::Int(value)) = constant(module, expr) {
        return value.is_negative();
    }
    match &expr.kind {
        ExprKind::Unary { op, .. } => matches!(op, UnaryOp::Neg | UnaryOp::Invert),
        ExprKind::Binary { op, .. } => *op == BinOp::Sub,
        ExprKind::IfExp { then, orelse, .. } => may_be_negative(module, then) || may_be_negative(module, orelse),
        _ => false,
    }
}
