//! Types of pure expressions.

use super::{Verify, fits, is_same};
use crate::ir::{Expr, ExprKind, PureOp, Relation, Value};
use crate::ty::{Kind, Repr, Type};

impl<'a> Verify<'a> {
    pub(super) fn exprs(&mut self, exprs: &'a [Expr]) {
        exprs.iter().for_each(|expr| self.expr(expr));
    }

    /// An expression of representation `i64`.
    pub(super) fn int(&mut self, expr: &'a Expr) {
        self.expr(expr);
        self.require(expr.repr() == Some(Repr::I64), || format!("a {} where an i64 is meant", expr.ty));
    }

    pub(super) fn bool(&mut self, expr: &'a Expr) {
        self.expr(expr);
        self.require(expr.repr() == Some(Repr::Bool), || format!("a {} where a bool is meant", expr.ty));
    }

    pub(super) fn object(&mut self, expr: &'a Expr) {
        self.expr(expr);
        self.require(expr.ty == Type::Object, || format!("a {} where an object is meant", expr.ty));
    }

    pub(super) fn expr(&mut self, expr: &'a Expr) {
        let ty = &expr.ty;
        match &expr.kind {
            ExprKind::Const(value) => {
                let holds = constant_fits(value, ty);
                self.require(holds, || format!("the constant {value:?} as {ty}"));
            }
            ExprKind::Local(id) | ExprKind::Take(id) => {
                let known = self.ty(*id).is_some_and(|own| fits(own, ty));
                self.require(known, || format!("local {} as {ty}", id.0));
            }
            ExprKind::Binary(op, a, b) => self.binary(*op, a, b, ty),
            ExprKind::Neg(a) => {
                self.expr(a);
                let holds = a.repr() == expr.repr() && a.repr().is_some_and(|repr| repr != Repr::Bool);
                self.require(holds, || format!("negation of {} as {ty}", a.ty));
            }
            ExprKind::Not(a) => {
                self.expr(a);
                let holds =
                    a.repr() == expr.repr() && a.repr().is_some_and(|repr| repr.is_integer() || repr == Repr::Bool);
                self.require(holds, || format!("complement of {} as {ty}", a.ty));
            }
            ExprKind::Compare(relation, a, b) => self.compare(*relation, a, b, ty),
            ExprKind::And(a, b) | ExprKind::Or(a, b) => {
                self.bool(a);
                self.bool(b);
                self.require(expr.repr() == Some(Repr::Bool), || format!("`and` of type {ty}"));
            }
            ExprKind::Select(cond, a, b) => {
                self.bool(cond);
                self.expr(a);
                self.expr(b);
                let holds = fits(&a.ty, ty) && fits(&b.ty, ty);
                self.require(holds, || format!("a choice of {} and {} as {ty}", a.ty, b.ty));
            }
            ExprKind::Offset(pointer, count) => {
                self.expr(pointer);
                self.int(count);
                let holds = matches!(ty, Type::Pointer(_)) && fits(&pointer.ty, ty);
                self.require(holds, || format!("a {} moved as {ty}", pointer.ty));
            }
            ExprKind::Distance(a, b) => {
                self.expr(a);
                self.expr(b);
                let holds = matches!((&a.ty, &b.ty), (Type::Pointer(_), Type::Pointer(_)));
                self.require(holds, || format!("the distance of {} and {}", a.ty, b.ty));
            }
            ExprKind::Cast(a) => {
                self.expr(a);
                let holds = matches!((&a.ty, ty), (Type::Num(_), Type::Num(_)) | (Type::Char, Type::Str))
                    || a.ty == Type::None
                    || is_address(&a.ty) && (is_address(ty) || ty.num().is_some())
                    || is_address(ty) && a.ty.num().is_some()
                    || is_same(&a.ty, ty);
                self.require(holds, || format!("a cast of {} to {ty}", a.ty));
            }
            ExprKind::Kernel(_, args) => self.exprs(args),
            ExprKind::Dim(id, axis) | ExprKind::Stride(id, axis) => {
                let ndim = self.ty(*id).and_then(Type::array).map(|array| u32::from(array.ndim));
                let holds = ndim.is_some_and(|ndim| *axis < ndim) && expr.repr() == Some(Repr::I64);
                self.require(holds, || format!("axis {axis} of local {}", id.0));
            }
            ExprKind::Tuple(items) => {
                self.exprs(items);
                let types: Vec<Type> = items.iter().map(|item| item.ty.clone()).collect();
                let own = Type::Tuple(types);
                self.require(is_same(&own, ty), || format!("a tuple {own} as {ty}"));
            }
            ExprKind::Field(a, at) => {
                self.expr(a);
                let item = match &a.ty {
                    Type::Tuple(items) => items.get(*at as usize),
                    _ => None,
                };
                self.require(item.is_some_and(|item| fits(item, ty)), || format!("item {at} of {} as {ty}", a.ty));
            }
            ExprKind::Complex(re, im) => {
                self.expr(re);
                self.expr(im);
                let part = expr.repr().and_then(part);
                let holds = part.is_some() && re.repr() == part && im.repr() == part;
                self.require(holds, || format!("a {ty} of {} and {}", re.ty, im.ty));
            }
            ExprKind::Real(a) | ExprKind::Imag(a) => {
                self.expr(a);
                let part = a.repr().and_then(part);
                self.require(part.is_some() && part == expr.repr(), || format!("a part of {} as {ty}", a.ty));
            }
        }
    }

    fn binary(&mut self, op: PureOp, a: &'a Expr, b: &'a Expr, ty: &Type) {
        self.expr(a);
        self.expr(b);
        let repr = ty.num().map(|num| num.repr);
        let shift = matches!(op, PureOp::Shl | PureOp::Shr);
        let same = a.repr() == repr && (b.repr() == repr || shift && b.repr().is_some_and(Repr::is_integer));
        let allowed = repr.is_some_and(|repr| match (op, repr.kind()) {
            (PureOp::Add | PureOp::Sub, kind) => kind != Kind::Bool,
            (PureOp::Mul, kind) => kind != Kind::Bool,
            (PureOp::Div, kind) => kind == Kind::Float,
            (PureOp::And | PureOp::Or | PureOp::Xor, kind) => !matches!(kind, Kind::Float | Kind::Complex),
            (PureOp::Shl | PureOp::Shr, kind) => matches!(kind, Kind::Signed | Kind::Unsigned),
            (PureOp::Min | PureOp::Max, kind) => !matches!(kind, Kind::Bool | Kind::Complex),
        });
        self.require(same && allowed, || format!("{op:?} of {} and {} as {ty}", a.ty, b.ty));
    }

    fn compare(&mut self, relation: Relation, a: &'a Expr, b: &'a Expr, ty: &Type) {
        self.expr(a);
        self.expr(b);
        let same = is_same(&a.ty, &b.ty);
        let allowed = match &a.ty {
            Type::Num(num) if num.repr.is_complex() => matches!(relation, Relation::Eq | Relation::Ne),
            Type::Num(_) | Type::Char => true,
            _ => false,
        };
        let is_bool = ty.num().map(|num| num.repr) == Some(Repr::Bool);
        self.require(same && allowed && is_bool, || format!("{relation:?} of {} and {} as {ty}", a.ty, b.ty));
    }
}

/// The parts of a complex number.
fn part(repr: Repr) -> Option<Repr> {
    match repr {
        Repr::C64 => Some(Repr::F32),
        Repr::C128 => Some(Repr::F64),
        _ => None,
    }
}

fn is_address(ty: &Type) -> bool {
    matches!(ty, Type::Pointer(_) | Type::Function(_))
}

fn constant_fits(value: &Value, ty: &Type) -> bool {
    let kind = ty.num().map(|num| num.repr.kind());
    match value {
        // Stands for any value that never exists.
        Value::None => true,
        Value::Null => matches!(ty, Type::Pointer(_) | Type::Function(_) | Type::Struct(_) | Type::Fixed(..)),
        Value::Bool(_) => kind == Some(Kind::Bool),
        Value::Int(value) => ty.num().is_some_and(|num| match num.repr.kind() {
            Kind::Signed => (value.unsigned_abs() - u128::from(*value < 0)) >> (num.repr.size() * 8 - 1) == 0,
            Kind::Unsigned => *value >= 0 && value >> (num.repr.size() * 8) == 0,
            Kind::Bool | Kind::Float | Kind::Complex => false,
        }),
        Value::Float(_) => kind == Some(Kind::Float),
        Value::Complex(..) => kind == Some(Kind::Complex),
        Value::Str(_) => matches!(ty, Type::Str | Type::Object),
        Value::Char(_) => *ty == Type::Char,
        Value::Bytes(_) => *ty == Type::Bytes,
    }
}
