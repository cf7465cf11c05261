//! Python integers under a mask: `(a * b + c) & 0xFFFFFFFF` is computed modulo 2^64.
//!
//! before: `int.and(int.add [each](int.mul [each] a, b), c), mask`
//! after:  `and(add(mul a, b), c), mask`, all wrapping

use num_traits::ToPrimitive;

use super::builder::Lower;
use super::coerce::{cast, pure};
use crate::hir::{self, BinOp, Const, ExprKind as Hir, UnaryOp};
use crate::ir::{Expr, ExprKind, PureOp, Value};
use crate::ty::{Num, Rules, Type};
use crate::types;

const WORD: Type = Type::Num(Num::UINT);

impl<'a> Lower<'a> {
    /// `x & constant` and `x % 2**k`, if both are Python integers; `result` is the inferred type.
    pub(super) fn masked(&mut self, op: BinOp, left: &'a hir::Expr, right: &'a hir::Expr, result: Num) -> Option<Expr> {
        let python = |num: Option<Num>| num.is_some_and(|num| num.rules == Rules::Python && num.repr.is_integer());
        if result.rules != Rules::Python || !result.repr.is_integer() {
            return None;
        }
        let constants = (types::constant(self.module, left), types::constant(self.module, right));
        let bits = types::mask_bits(op, &constants.0, &constants.1)?;
        let mask = mask_value(op, &constants, bits)?;
        let value = if is_mask(op, &constants.1) { left } else { right };
        let own = self.type_of(value);
        if !python(own.num()) && !self.is_modular(value) {
            return None;
        }
        let word = self.modular(value);
        let mask = Expr { ty: WORD, kind: ExprKind::Const(Value::Int(mask.into())) };
        Some(cast(pure(PureOp::And, word, mask), Type::Num(result)))
    }

    /// Whether the operation at the top of the expression can be done modulo 2^64.
    fn is_modular(&self, expr: &hir::Expr) -> bool {
        match &expr.kind {
            Hir::Binary { op, left, right } => {
                let side = |expr: &hir::Expr| {
                    self.type_of(expr).num().is_some_and(|num| num.rules == Rules::Python && num.repr.is_integer())
                        || matches!(types::constant(self.module, expr), Some(Const::Int(_)))
                        || self.is_modular(expr)
                };
                modular_op(*op).is_some() && side(left) && side(right)
            }
            _ => false,
        }
    }

    /// The low 64 bits of a Python integer.
    fn modular(&mut self, expr: &'a hir::Expr) -> Expr {
        if let Some(Const::Int(value)) = self.known_constant(expr) {
            return low_bits(&value);
        }
        let python = |cx: &Self, expr: &hir::Expr| {
            cx.type_of(expr).num().is_some_and(|num| num.rules == Rules::Python && num.repr.is_integer())
                || cx.is_modular(expr)
                || matches!(types::constant(cx.module, expr), Some(Const::Int(_)))
        };
        match &expr.kind {
            Hir::Binary { op, left, right } if python(self, left) && python(self, right) => {
                if let Some(value) = self.modular_binary(*op, left, right) {
                    return value;
                }
            }
            Hir::Unary { op: UnaryOp::Invert, operand } if python(self, operand) => {
                let value = self.modular(operand);
                return Expr { ty: WORD, kind: ExprKind::Not(Box::new(value)) };
            }
            Hir::Unary { op: UnaryOp::Neg, operand } if python(self, operand) => {
                let value = self.modular(operand);
                return Expr { ty: WORD, kind: ExprKind::Neg(Box::new(value)) };
            }
            _ => {}
        }
        let value = self.expr(expr);
        cast(value, WORD)
    }

    fn modular_binary(&mut self, op: BinOp, left: &'a hir::Expr, right: &'a hir::Expr) -> Option<Expr> {
        if op == BinOp::LShift {
            return self.modular_shift(left, right);
        }
        let op = modular_op(op)?;
        let a = self.modular(left);
        let a = if super::expr::has_walrus(right) { self.hold_copy(a) } else { a };
        let b = self.modular(right);
        Some(pure(op, a, b))
    }

    /// By a constant; other counts may be negative, which raises.
    fn modular_shift(&mut self, left: &'a hir::Expr, right: &'a hir::Expr) -> Option<Expr> {
        let Some(Const::Int(count)) = types::constant(self.module, right) else { return None };
        let count = count.to_u32()?;
        self.known_constant(right);
        let value = self.modular(left);
        if count >= 64 {
            return Some(Expr { ty: WORD, kind: ExprKind::Const(Value::Int(0)) });
        }
        let count = Expr { ty: WORD, kind: ExprKind::Const(Value::Int(count.into())) };
        Some(pure(PureOp::Shl, value, count))
    }
}

fn modular_op(op: BinOp) -> Option<PureOp> {
    match op {
        BinOp::Add => Some(PureOp::Add),
        BinOp::Sub => Some(PureOp::Sub),
        BinOp::Mul => Some(PureOp::Mul),
        BinOp::And => Some(PureOp::And),
        BinOp::Or => Some(PureOp::Or),
        BinOp::Xor => Some(PureOp::Xor),
        BinOp::LShift => Some(PureOp::Shl),
        _ => None,
    }
}

fn low_bits(value: &num_bigint::BigInt) -> Expr {
    let modulus = num_bigint::BigInt::from(1u8) << 64;
    let low: num_bigint::BigInt = ((value % &modulus) + &modulus) % &modulus;
    let low = low.to_u64().unwrap_or_default();
    Expr { ty: WORD, kind: ExprKind::Const(Value::Int(low.into())) }
}

/// Whether the right operand is the mask (else the left is).
fn is_mask(op: BinOp, right: &Option<Const>) -> bool {
    op == BinOp::Mod || matches!(right, Some(Const::Int(value)) if value.sign() != num_bigint::Sign::Minus)
}

fn mask_value(op: BinOp, constants: &(Option<Const>, Option<Const>), bits: u64) -> Option<u64> {
    if op == BinOp::Mod {
        return if bits >= 64 { (bits == 64).then_some(u64::MAX) } else { Some((1u64 << bits) - 1) };
    }
    let side = if is_mask(op, &constants.1) { &constants.1 } else { &constants.0 };
    match side {
        Some(Const::Int(value)) => value.to_u64(),
        _ => None,
    }
}

impl Lower<'_> {
    /// `value & constant` of a value that is already there.
    pub(super) fn masked_value(
        &mut self,
        op: BinOp,
        value: Expr,
        constant: &Option<Const>,
        result: Num,
    ) -> Option<Expr> {
        let num = value.ty.num()?;
        if num.rules != Rules::Python || !num.repr.is_integer() || !result.repr.is_integer() {
            return None;
        }
        let bits = types::mask_bits(op, &None, constant)?;
        let mask = mask_value(op, &(None, constant.clone()), bits)?;
        let mask = Expr { ty: WORD, kind: ExprKind::Const(Value::Int(mask.into())) };
        Some(cast(pure(PureOp::And, cast(value, WORD), mask), Type::Num(result)))
    }
}
