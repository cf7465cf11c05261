//! Literals and compile-time constants as IR values.

use num_traits::ToPrimitive;

use super::builder::Lower;
use super::coerce::tuple;
use crate::hir::{self, Const};
use crate::ir::{Expect, Expr, ExprKind, Op, PyOp, Value};
use crate::ty::{Num, Type};
use crate::types::{self, resolve};

impl Lower<'_> {
    pub(super) fn constant(&mut self, value: &Const) -> Expr {
        match literal(value) {
            Some(expr) => expr,
            None => self.op(Op::Python(PyOp::Const(value.clone())), Type::Object),
        }
    }

    /// The value of an expression known at compile time; what it rests on is recorded.
    pub(super) fn known_constant(&mut self, expr: &hir::Expr) -> Option<Const> {
        let value = types::constant(self.module, expr)?;
        self.assume_roots(expr);
        Some(value)
    }

    /// Every name in a constant expression must keep its value.
    pub(super) fn assume_roots(&mut self, expr: &hir::Expr) {
        match &expr.kind {
            hir::ExprKind::Global(name) => {
                if let Some(value) = types::global_constant(self.module, name) {
                    self.assume(name, Expect::Value(value));
                } else if let Some(path) = resolve::path(self.module, expr) {
                    self.assume_path(&path);
                }
            }
            hir::ExprKind::Attribute { value, .. } => match resolve::path(self.module, expr) {
                Some(path) => {
                    self.assume_path(&path);
                    self.assume_elsewhere(expr);
                }
                None => self.assume_roots(value),
            },
            hir::ExprKind::Call { func, args, .. } => {
                self.assume_roots(func);
                args.iter().for_each(|arg| self.assume_roots(arg));
            }
            hir::ExprKind::Unary { operand, .. }
            | hir::ExprKind::Not(operand)
            | hir::ExprKind::IsSequence(operand)
            | hir::ExprKind::Manager { value: operand, .. } => self.assume_roots(operand),
            hir::ExprKind::Bool { values, .. } => values.iter().for_each(|value| self.assume_roots(value)),
            hir::ExprKind::Compare { left, rest } => {
                self.assume_roots(left);
                rest.iter().for_each(|(_, right)| self.assume_roots(right));
            }
            hir::ExprKind::Binary { left, right, .. } => {
                self.assume_roots(left);
                self.assume_roots(right);
            }
            _ => {}
        }
    }

    /// A constant of another module keeps its value.
    fn assume_elsewhere(&mut self, expr: &hir::Expr) {
        let Some(global) = resolve::elsewhere(self.module, expr) else { return };
        if let Some(value) = types::global_constant(self.module, global) {
            self.assume(global, Expect::Value(value));
        }
    }

    /// Records what a resolved path assumes of its root.
    pub(super) fn assume_path(&mut self, path: &resolve::Path) {
        let expect = match self.module.globals.get(&path.root) {
            Some(hir::Global::Module(full)) => Expect::Module(full.clone()),
            Some(hir::Global::Member(full)) => match full.rsplit_once('.') {
                Some((module, name)) => Expect::Member(module.to_string(), name.to_string()),
                None => return,
            },
            _ => Expect::Builtin,
        };
        self.assume(&path.root, expect);
    }
}

/// A literal as a native value; `None` if only an object can hold it.
pub(super) fn literal(value: &Const) -> Option<Expr> {
    let expr = |ty, value| Some(Expr { ty, kind: ExprKind::Const(value) });
    match value {
        Const::None => Some(Expr::none()),
        Const::Bool(value) => Some(Expr::bool(*value)),
        Const::Int(value) => match (value.to_i64(), value.to_u64()) {
            (Some(value), _) => Some(Expr::int(value)),
            (None, Some(value)) => expr(Type::Num(Num::UINT), Value::Int(value.into())),
            (None, None) => None,
        },
        Const::Float(value) => expr(Type::FLOAT, Value::Float(*value)),
        Const::Imaginary(value) => expr(Type::COMPLEX, Value::Complex(0.0, *value)),
        Const::Str(value) => expr(Type::Str, Value::Str(value.clone())),
        Const::Bytes(value) => expr(Type::Bytes, Value::Bytes(value.clone())),
        Const::Tuple(items) => items.iter().map(literal).collect::<Option<_>>().map(tuple),
        Const::Ellipsis => None,
    }
}
