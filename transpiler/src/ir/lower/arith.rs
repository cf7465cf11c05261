//! Arithmetic on native numbers, by rule set.

use super::builder::Lower;
use super::coerce::{Fidelity, cast, compare, negative, pure, zero_of};
use super::origins;
use crate::hir::{self, BinOp, Const, UnaryOp};
use crate::ir::{Check, Expr, ExprKind, IntOp, Op, PureOp, PyOp, Raise, Relation, StmtKind, Value};
use crate::ty::{Kind, Num, Repr, Rules, Type};
use crate::types;
use crate::types::promote::{self, Arithmetic, RightHand};
use pyrx_runtime::raise::Exc;

impl<'a> Lower<'a> {
    pub(super) fn binary(
        &mut self,
        whole: &'a hir::Expr,
        op: BinOp,
        left: &'a hir::Expr,
        right: &'a hir::Expr,
        ty: &Type,
    ) -> Expr {
        if let Some(result) = types::sequence_type(op, &self.type_of(left), &self.type_of(right)) {
            let (a, b) = self.pair(left, right);
            return self.sequence_binary(op, a, b, &result);
        }
        if types::memory::pointer_binary(op, &self.type_of(left), &self.type_of(right)).is_some() {
            let (a, b) = self.pair(left, right);
            return self.pointer_binary(op, a, b, ty);
        }
        let Type::Num(result) = ty else {
            return self.python_binary(op, left, right);
        };
        if let Some(masked) = self.masked(op, left, right, *result) {
            return masked;
        }
        let constants = (types::constant(self.module, left), types::constant(self.module, right));
        if op == BinOp::Div
            && let Some(exponent) = types::large_power(&constants.1)
        {
            // Rounded once, by the conversion: the scaling is exact.
            self.assume_roots(right);
            let value = self.expr(left);
            let power = Expr { ty: Type::FLOAT, kind: ExprKind::Const(Value::Float(2f64.powi(exponent))) };
            return pure(PureOp::Div, cast(value, Type::FLOAT), power);
        }
        if types::is_signing(op, &self.type_of(left), &constants.1) {
            self.assume_roots(right);
            let value = self.expr(left);
            return self.signed_bits(value);
        }
        let (a, b) = self.pair(left, right);
        if types::is_direct_real_power(self.instance, whole, &a.ty, &b.ty) {
            return self.c_power(a, b, ty);
        }
        let (a, b) = match types::divides_literals(op, (self.module, self.source), (left, right), self.directives) {
            true => (cast(a, Type::Num(Num::c(Repr::I64))), cast(b, Type::Num(Num::c(Repr::I64)))),
            false => (a, b),
        };
        let hand = match op {
            BinOp::Pow if result.rules == Rules::C && result.repr.is_integer() => RightHand::Natural,
            _ => types::right_hand(op, &constants.0, &constants.1),
        };
        self.known_binary(op, a, b, &constants, hand).unwrap_or_else(Expr::none)
    }

    /// `x - 2**64`, which fits 64 bits from `2**63` up.
    fn signed_bits(&mut self, value: Expr) -> Expr {
        let value = self.hold(value);
        let signed = cast(value, Type::INT);
        self.escape_if(compare(Relation::Ge, signed.clone(), Expr::int(0)), "an integer leaves 64 bits");
        signed
    }

    /// Concatenation and repetition.
    pub(super) fn sequence_binary(&mut self, op: BinOp, a: Expr, b: Expr, ty: &Type) -> Expr {
        let kind = match ty {
            Type::List(_) => 0,
            Type::Bytes => 1,
            _ => 2,
        };
        if op == BinOp::Add {
            let (a, b) = (self.coerce(a, ty), self.coerce(b, ty));
            let path = ["sequence::list_concat", "sequence::bytes_concat", "sequence::text_concat"][kind];
            return self.op(Op::Kernel { path, args: vec![a, b], ty: ty.clone(), raises: false }, ty.clone());
        }
        let (items, count) = if a.ty.num().is_some() { (b, a) } else { (a, b) };
        let items = self.coerce(items, ty);
        let count = self.convert(count, Num::INT, Fidelity::Exact);
        let path = ["sequence::list_repeat", "sequence::bytes_repeat", "sequence::text_repeat"][kind];
        self.raising(path, vec![items, count], ty.clone())
    }

    fn python_binary(&mut self, op: BinOp, left: &'a hir::Expr, right: &'a hir::Expr) -> Expr {
        let a = self.object(left);
        let b = self.object(right);
        let operands = [left, right];
        let types = operands.map(|operand| self.type_of(operand));
        let what = format!("`{}` {} `{}` is Python's to compute", types[0], op.sign(), types[1]);
        self.note_operator(what, &operands);
        self.op(Op::Python(PyOp::Binary(op, a, b)), Type::Object)
    }

    /// `left op right` of native numbers; `None` if their types have no native result.
    pub(super) fn native_binary(
        &mut self,
        op: BinOp,
        left: Expr,
        right: Expr,
        left_value: &Option<Const>,
        right_value: &Option<Const>,
    ) -> Option<Expr> {
        let constants = (left_value.clone(), right_value.clone());
        self.known_binary(op, left, right, &constants, types::right_hand(op, left_value, right_value))
    }

    /// As [`Self::native_binary`], of operands of which this is known.
    /// C's `pow` of reals.
    pub(super) fn c_power(&mut self, base: Expr, exponent: Expr, ty: &Type) -> Expr {
        let (base, exponent) = (self.coerce(base, ty), self.coerce(exponent, ty));
        kernel("npfloat::pow", vec![base, exponent], ty.clone())
    }

    pub(super) fn known_binary(
        &mut self,
        op: BinOp,
        left: Expr,
        right: Expr,
        constants: &(Option<Const>, Option<Const>),
        hand: RightHand,
    ) -> Option<Expr> {
        let (a, b) = (left.ty.num()?, right.ty.num()?);
        let wide = types::holds_long(op, self.directives);
        let values =
            ((&constants.0, self.is_object_to_cython(&left)), (&constants.1, self.is_object_to_cython(&right)));
        let (a, b) = types::c_literals(self.module, self.source, wide, a, b, values.0, values.1);
        let op = promote::operator(op, a, b, self.directives);
        let arithmetic = promote::binary(op, a, b, hand, self.directives)?;
        if !origins::is_mixed(arithmetic.operands) {
            return Some(self.converted_binary(op, left, right, arithmetic));
        }
        let (left, right) = (self.hold(left), self.hold(right));
        let result = self.converted_binary(op, left.clone(), right.clone(), arithmetic);
        Some(self.agreed_binary(op, left, right, arithmetic.operands, result))
    }

    fn converted_binary(&mut self, op: BinOp, left: Expr, right: Expr, arithmetic: Arithmetic) -> Expr {
        let left = self.operand(op, left, arithmetic.operands);
        let right = if is_shift(op) {
            self.count(right, arithmetic.operands)
        } else {
            self.operand(op, right, arithmetic.operands)
        };
        self.arithmetic(op, left, right, arithmetic)
    }

    /// An operand as the operator takes it. What an unsigned integer leaves of a negative one is not negative.
    fn operand(&mut self, op: BinOp, value: Expr, operands: Num) -> Expr {
        let word = operands.rules == Rules::Python && operands.repr == Repr::U64;
        if word && op == BinOp::And && value.repr().is_some_and(Repr::is_integer) {
            return cast(value, Type::Num(operands));
        }
        self.convert(value, operands, Fidelity::Arithmetic)
    }

    /// The count of a shift.
    fn count(&mut self, value: Expr, operands: Num) -> Expr {
        let word = operands.rules == Rules::Python && operands.repr == Repr::U64;
        let known = matches!(value.kind, ExprKind::Const(Value::Int(count)) if count >= 0);
        if !word || known || value.repr().is_none_or(|repr| repr.kind() != Kind::Signed) {
            return self.convert(value, operands, Fidelity::Arithmetic);
        }
        let value = self.hold(value);
        self.raise_if(negative(value.clone()), Exc::ValueError, "negative shift count");
        cast(value, Type::Num(operands))
    }

    /// The operator on operands of one type.
    pub(super) fn arithmetic(&mut self, op: BinOp, left: Expr, right: Expr, arithmetic: Arithmetic) -> Expr {
        let Arithmetic { operands, result } = arithmetic;
        let ty = Type::Num(result);
        match operands.repr.kind() {
            Kind::Bool => pure(bit_op(op), left, right),
            Kind::Signed | Kind::Unsigned => self.integer_op(op, left, right, operands, ty),
            Kind::Float => self.float_op(op, left, right, operands, ty),
            Kind::Complex => self.complex_op(op, left, right, operands, ty),
        }
    }

    fn integer_op(&mut self, op: BinOp, left: Expr, right: Expr, operands: Num, ty: Type) -> Expr {
        if let BinOp::And | BinOp::Or | BinOp::Xor = op {
            return Expr { ty, kind: pure(bit_op(op), left, right).kind };
        }
        match operands.rules {
            Rules::Python => self.python_integer(op, left, right, operands, ty),
            Rules::C => self.c_integer(op, left, right, ty),
            Rules::NumPy => self.numpy_integer(op, left, right, ty),
            Rules::Either => {
                self.escape_on_zero(op, &right);
                self.numpy_integer(op, left, right, ty)
            }
        }
    }

    fn python_integer(&mut self, op: BinOp, left: Expr, right: Expr, operands: Num, ty: Type) -> Expr {
        if let Some(op) = int_op(op) {
            // Operands of a sum are held signed (see `promote`).
            let signed = Num { repr: Repr::I64, ..operands };
            let args = vec![self.convert(left, signed, Fidelity::Exact), self.convert(right, signed, Fidelity::Exact)];
            return self.op(Op::Int { op, args, check: Check::Each }, ty);
        }
        if op == BinOp::Pow && ty == Type::FLOAT {
            let left = cast(left, Type::FLOAT);
            let right = cast(right, Type::FLOAT);
            return self.raising("float::pow", vec![left, right], ty);
        }
        if let Some(result) = plain_shift(op, &left, &right) {
            return result;
        }
        let path = match op {
            BinOp::Div => "int::truediv",
            BinOp::FloorDiv => "int::floordiv",
            BinOp::Mod => "int::rem",
            BinOp::Pow => "int::pow",
            BinOp::LShift => "int::shl",
            _ => "int::shr",
        };
        self.raising(path, vec![left, right], ty)
    }

    fn c_integer(&mut self, op: BinOp, left: Expr, right: Expr, ty: Type) -> Expr {
        let directives = self.directives;
        if let Some(pure_op) = wrapping(op) {
            if !directives.overflowcheck {
                return pure(pure_op, left, right);
            }
            let path = match op {
                BinOp::Add => "cint::add_checked",
                BinOp::Sub => "cint::sub_checked",
                _ => "cint::mul_checked",
            };
            return self.raising(path, vec![left, right], ty);
        }
        let (path, raises) = match (op, directives.cdivision) {
            (BinOp::Div, false) => ("cint::truediv", true),
            (BinOp::Div | BinOp::FloorDiv, true) => ("cint::cdiv", true),
            (BinOp::Mod, true) => ("cint::crem", true),
            (BinOp::FloorDiv, false) => ("cint::floordiv", true),
            (BinOp::Mod, false) => ("cint::rem", true),
            (BinOp::Pow, _) => ("cint::pow", false),
            (BinOp::LShift, _) if directives.overflowcheck => ("cint::shl_checked", true),
            (BinOp::LShift, _) => ("cint::shl", false),
            _ => ("cint::shr", false),
        };
        if raises { self.raising(path, vec![left, right], ty) } else { kernel(path, vec![left, right], ty) }
    }

    fn numpy_integer(&mut self, op: BinOp, left: Expr, right: Expr, ty: Type) -> Expr {
        if let Some(op) = wrapping(op) {
            return pure(op, left, right);
        }
        match op {
            BinOp::Pow => self.raising("npint::pow", vec![left, right], ty),
            BinOp::Div => kernel("npint::truediv", vec![left, right], ty),
            BinOp::FloorDiv => kernel("npint::floordiv", vec![left, right], ty),
            BinOp::Mod => kernel("npint::rem", vec![left, right], ty),
            BinOp::LShift => kernel("npint::shl", vec![left, right], ty),
            _ => kernel("npint::shr", vec![left, right], ty),
        }
    }

    fn float_op(&mut self, op: BinOp, left: Expr, right: Expr, operands: Num, ty: Type) -> Expr {
        if let Some(op) = wrapping(op) {
            return pure(op, left, right);
        }
        if operands.rules == Rules::Either {
            self.escape_on_zero(op, &right);
        }
        if op == BinOp::Div && (is_nonzero(&right) || matches!(operands.rules, Rules::NumPy | Rules::Either)) {
            return pure(PureOp::Div, left, right);
        }
        match operands.rules {
            Rules::Python => self.raising(float_path(op), vec![left, right], ty),
            Rules::C => self.c_float(op, left, right, ty),
            Rules::NumPy | Rules::Either => kernel(numpy_float_path(op), vec![left, right], ty),
        }
    }

    fn c_float(&mut self, op: BinOp, left: Expr, right: Expr, ty: Type) -> Expr {
        match (op, self.directives.cdivision) {
            (BinOp::Div, true) => pure(PureOp::Div, left, right),
            (BinOp::Div, false) => self.raising("cfloat::div", vec![left, right], ty),
            (BinOp::FloorDiv, false) => self.raising("cfloat::floordiv", vec![left, right], ty),
            (BinOp::FloorDiv, true) => kernel("cfloat::floor_quotient", vec![left, right], ty),
            (BinOp::Mod, false) => self.raising("cfloat::rem", vec![left, right], ty),
            (BinOp::Mod, true) => kernel("npfloat::fmod", vec![left, right], ty),
            _ if !self.directives.cpow && !is_whole(&right) => self.raising("cfloat::pow", vec![left, right], ty),
            _ => kernel("npfloat::pow", vec![left, right], ty),
        }
    }

    fn complex_op(&mut self, op: BinOp, left: Expr, right: Expr, operands: Num, ty: Type) -> Expr {
        if let Some(own) = wrapping(op)
            && (op, operands.rules) != (BinOp::Mul, Rules::C)
        {
            return pure(own, left, right);
        }
        let args = vec![left, right];
        match (op, operands.rules) {
            (BinOp::Mul, Rules::C) => kernel("ccomplex::mul", args, ty),
            (BinOp::Div, Rules::C) if self.directives.cdivision => kernel("ccomplex::cdiv", args, ty),
            (BinOp::Div, Rules::C) => self.raising("ccomplex::div", args, ty),
            (_, Rules::C) => kernel("ccomplex::pow", args, ty),
            (BinOp::Div, Rules::Python) => self.raising("complex::div", args, ty),
            (_, Rules::Python) => self.raising("complex::pow", args, ty),
            (BinOp::Div, Rules::NumPy | Rules::Either) => kernel("npcomplex::div", args, ty),
            (_, Rules::NumPy | Rules::Either) => kernel("npcomplex::pow", args, ty),
        }
    }

    /// Python would refuse a zero divisor on some path, NumPy would not: the original decides.
    fn escape_on_zero(&mut self, op: BinOp, right: &Expr) {
        if matches!(op, BinOp::Div | BinOp::FloorDiv | BinOp::Mod) && !is_nonzero(right) {
            let zero = compare(Relation::Eq, right.clone(), zero_of(&right.ty));
            self.escape_if(zero, pyrx_runtime::raise::ZERO_DIVISION);
        }
    }

    pub(super) fn unary(&mut self, whole: &'a hir::Expr, op: UnaryOp, operand: &'a hir::Expr, ty: &Type) -> Expr {
        let own = self.type_of(operand);
        let python = matches!(own, Type::Num(Num { rules: Rules::Python, .. }) | Type::Object);
        if python && let Some(value) = self.known_constant(whole) {
            return self.constant(&value);
        }
        let (Type::Num(result), Type::Num(_)) = (ty, &own) else {
            let value = self.object(operand);
            self.note_operator(format!("a unary operator on `{own}` is Python's to compute"), &[operand]);
            return self.op(Op::Python(PyOp::Unary(op, value)), Type::Object);
        };
        let value = self.expr(operand);
        let value = self.convert(value, *result, Fidelity::Arithmetic);
        match op {
            UnaryOp::Pos => value,
            UnaryOp::Invert => {
                let inverted = Expr { ty: ty.clone(), kind: ExprKind::Not(Box::new(value.clone())) };
                self.agreed_unary(value, inverted, origins::inverted)
            }
            UnaryOp::Neg => {
                let negated = self.negate(value.clone(), *result);
                self.agreed_unary(value, negated, origins::negated)
            }
        }
    }

    fn negate(&mut self, value: Expr, num: Num) -> Expr {
        let ty = Type::Num(num);
        match (num.repr.kind(), num.rules) {
            (Kind::Signed, Rules::Python) => {
                self.op(Op::Int { op: IntOp::Neg, args: vec![value], check: Check::Each }, ty)
            }
            _ => Expr { ty, kind: ExprKind::Neg(Box::new(value)) },
        }
    }

    /// Raises a built-in exception with a text.
    pub(super) fn raise(&mut self, class: Exc, text: &str) {
        let args = vec![Expr { ty: Type::Str, kind: ExprKind::Const(Value::Str(text.to_string())) }];
        self.push(StmtKind::Raise(Raise::Builtin { class, args }));
    }
}

fn is_shift(op: BinOp) -> bool {
    matches!(op, BinOp::LShift | BinOp::RShift)
}

/// A pure function of the runtime.
pub(super) fn kernel(path: &'static str, args: Vec<Expr>, ty: Type) -> Expr {
    Expr { ty, kind: ExprKind::Kernel(path, args) }
}

fn int_op(op: BinOp) -> Option<IntOp> {
    match op {
        BinOp::Add => Some(IntOp::Add),
        BinOp::Sub => Some(IntOp::Sub),
        BinOp::Mul => Some(IntOp::Mul),
        _ => None,
    }
}

/// The operators that a machine instruction computes: wrapping on integers, IEEE on floats.
fn wrapping(op: BinOp) -> Option<PureOp> {
    match op {
        BinOp::Add => Some(PureOp::Add),
        BinOp::Sub => Some(PureOp::Sub),
        BinOp::Mul => Some(PureOp::Mul),
        _ => None,
    }
}

fn bit_op(op: BinOp) -> PureOp {
    match op {
        // Sums and products of truth values are NumPy's.
        BinOp::And | BinOp::Mul => PureOp::And,
        BinOp::Or | BinOp::Add => PureOp::Or,
        _ => PureOp::Xor,
    }
}

/// A right shift by a constant needs no check.
fn plain_shift(op: BinOp, left: &Expr, right: &Expr) -> Option<Expr> {
    let ExprKind::Const(Value::Int(count)) = right.kind else { return None };
    let in_range = (0..i128::from(left.repr()?.size() * 8)).contains(&count);
    (op == BinOp::RShift && in_range).then(|| pure(PureOp::Shr, left.clone(), right.clone()))
}

/// A constant that is a whole number.
fn is_whole(value: &Expr) -> bool {
    match &value.kind {
        ExprKind::Const(Value::Float(value)) => value.fract() == 0.0,
        ExprKind::Const(Value::Int(_)) => true,
        ExprKind::Cast(from) => from.repr().is_some_and(Repr::is_integer),
        _ => false,
    }
}

fn is_nonzero(value: &Expr) -> bool {
    match &value.kind {
        ExprKind::Const(Value::Float(value)) => *value != 0.0,
        ExprKind::Const(Value::Int(value)) => *value != 0,
        _ => false,
    }
}

fn float_path(op: BinOp) -> &'static str {
    match op {
        BinOp::Div => "float::div",
        BinOp::FloorDiv => "float::floordiv",
        BinOp::Mod => "float::rem",
        _ => "float::pow",
    }
}

fn numpy_float_path(op: BinOp) -> &'static str {
    match op {
        BinOp::FloorDiv => "npfloat::floordiv",
        BinOp::Mod => "npfloat::rem",
        _ => "npfloat::pow",
    }
}
