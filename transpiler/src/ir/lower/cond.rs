//! Conditions: what decides a branch, and `and`, `or`, `not`.

use super::arith::kernel;
use super::builder::Lower;
use super::coerce::{compare, zero_of};
use super::nullness::Asked;
use crate::hir::{self, ExprKind as Hir};
use crate::ir::{Expr, ExprKind, ListOp, Op, PyOp, Relation, StmtKind};
use crate::ty::{Num, Repr, Rules, Type};
use crate::types;

const OWN_FUNCTION: &str = "a loop in the block is native; in a function of its own it has no Python objects around it";

impl<'a> Lower<'a> {
    /// The truth of an expression, as a `bool`.
    pub(super) fn condition(&mut self, expr: &'a hir::Expr) -> Expr {
        match &expr.kind {
            Hir::Not(operand) => {
                let value = self.condition(operand);
                not(value)
            }
            Hir::Bool { and, values } => self.at(expr.span, |cx| cx.short_circuit(*and, values)),
            Hir::Compare { left, rest } => self.at(expr.span, |cx| cx.compare_condition(left, rest)),
            _ => {
                let value = self.expr(expr);
                self.at(expr.span, |cx| cx.truth(value))
            }
        }
    }

    fn short_circuit(&mut self, and: bool, values: &'a [hir::Expr]) -> Expr {
        let Some((first, rest)) = self.evaluated(and, values).split_first() else { return Expr::bool(and) };
        let mut result = self.condition(first);
        for value in rest {
            let (block, value) = self.in_block(|cx| cx.condition(value));
            result = self.join_condition(and, result, block, value);
        }
        result
    }

    /// What follows an operand that always decides means nothing.
    fn evaluated(&self, and: bool, values: &'a [hir::Expr]) -> &'a [hir::Expr] {
        let decides = |value: &hir::Expr| types::known::truth(self.module, self.instance, value) == Some(!and);
        values.iter().position(decides).and_then(|at| values.get(..=at)).unwrap_or(values)
    }

    /// Whether patterns of sequences may match.
    pub(super) fn is_sequence(&mut self, value: &'a hir::Expr) -> Expr {
        if let Some(is) = types::known::is_sequence(&self.type_of(value)) {
            return Expr::bool(is);
        }
        let object = self.object(value);
        self.note_python("a Python object is matched", None);
        let object = self.hold(object);
        self.op(Op::Kernel { path: "obj::is_sequence", args: vec![object], ty: Type::BOOL, raises: false }, Type::BOOL)
    }

    /// The value of `__enter__()`, or the method `__exit__`, of a context manager.
    pub(super) fn manager(&mut self, enter: bool, value: &'a hir::Expr) -> Expr {
        let object = self.object(value);
        self.note_python("a context manager is entered and left by the interpreter", Some(OWN_FUNCTION));
        let op = if enter { PyOp::Enter(object) } else { PyOp::ExitOf(object) };
        self.op(Op::Python(op), Type::Object)
    }

    /// `left and right`, where evaluating the right side may need statements.
    pub(super) fn join_condition(&mut self, and: bool, left: Expr, block: Vec<crate::ir::Stmt>, right: Expr) -> Expr {
        if block.is_empty() {
            if !and {
                return or(left, right);
            }
            return Expr { ty: Type::BOOL, kind: ExprKind::And(Box::new(left), Box::new(right)) };
        }
        let result = self.local("", Type::BOOL);
        let span = self.span;
        self.push(StmtKind::Assign(result, Op::Use(left)));
        let mut then = block;
        then.push(crate::ir::Stmt { kind: StmtKind::Assign(result, Op::Use(right)), span });
        let known = Expr::local(result, Type::BOOL);
        let cond = if and { known.clone() } else { not(known.clone()) };
        self.push(StmtKind::If { cond, then, orelse: Vec::new() });
        known
    }

    /// `bool(value)`.
    pub(super) fn truth(&mut self, value: Expr) -> Expr {
        match &value.ty {
            Type::Num(num) if num.repr == Repr::Bool => Expr { ty: Type::BOOL, kind: value.kind },
            Type::Num(_) => {
                let zero = zero_of(&value.ty);
                compare(Relation::Ne, value, zero)
            }
            Type::Never | Type::None => Expr::bool(false),
            Type::Char if self.source.c.is_some() => {
                let code = self.code_of(value, Num::c(Repr::U32));
                self.truth(code)
            }
            Type::Char => Expr::bool(true),
            Type::Str | Type::Bytes | Type::List(_) | Type::Range => {
                let length = self.length(value);
                compare(Relation::Ne, length, Expr::int(0))
            }
            Type::Tuple(items) => Expr::bool(!items.is_empty()),
            Type::Pointer(_) | Type::Function(_) => {
                let null = Expr { ty: value.ty.clone(), kind: ExprKind::Const(crate::ir::Value::Null) };
                compare(Relation::Ne, value, null)
            }
            // They lie somewhere.
            Type::Fixed(..) | Type::Struct(_) => Expr::bool(true),
            Type::Array(_) | Type::Object => {
                self.note_values("the truth of a Python object is asked for", &[&value]);
                let object = self.boxed(value);
                self.op(Op::Python(PyOp::Truth(object)), Type::BOOL)
            }
        }
    }

    /// `len(value)`.
    pub(super) fn length(&mut self, value: Expr) -> Expr {
        match &value.ty {
            Type::List(_) => self.op(Op::List(ListOp::Len(value)), Type::INT),
            Type::Array(_) => {
                let local = match value.kind {
                    ExprKind::Local(id) | ExprKind::Take(id) => id,
                    _ => self.hold_local(value),
                };
                self.asked(local, Asked::Length);
                Expr { ty: Type::INT, kind: ExprKind::Dim(local, 0) }
            }
            Type::Str => kernel("sequence::text_len", vec![value], Type::INT),
            Type::Bytes => kernel("sequence::bytes_len", vec![value], Type::INT),
            Type::Range => self.raising("sequence::range_length", vec![value], Type::INT),
            Type::Tuple(items) => Expr::int(items.len() as i64),
            Type::Object => self.object_length(value),
            _ => Expr::int(1),
        }
    }

    fn object_length(&mut self, value: Expr) -> Expr {
        self.note_python("the length of a Python object is asked for", None);
        // Cython binds the built-in when it compiles; in Python `len` is whatever it is by then.
        if self.source.c.is_some() {
            return self.op(Op::Python(PyOp::Length(value)), Type::INT);
        }
        let func = self.op(Op::Python(PyOp::Global("len".to_string())), Type::Object);
        let call = PyOp::Call { func, args: vec![value], keywords: Vec::new() };
        let length = self.op(Op::Python(call), Type::Object);
        let what = "len()".to_string();
        self.op(Op::Python(PyOp::Unbox { value: length, ty: Type::INT, what, written: None }), Type::INT)
    }

    /// `a and b` as a value: one of the operands.
    pub(super) fn bool_value(&mut self, and: bool, values: &'a [hir::Expr], ty: &Type) -> Expr {
        if *ty == Type::BOOL {
            return self.short_circuit(and, values);
        }
        if ty.num().is_some_and(|num| num.is_truth() && num.rules == Rules::C) {
            let holds = self.short_circuit(and, values);
            return self.coerce(holds, ty);
        }
        let Some((last, before)) = self.evaluated(and, values).split_last() else { return Expr::none() };
        let result = self.local("", ty.clone());
        self.bool_operands(and, before, last, ty, result);
        self.read(result)
    }

    fn bool_operands(
        &mut self,
        and: bool,
        before: &'a [hir::Expr],
        last: &'a hir::Expr,
        ty: &Type,
        result: crate::ir::LocalId,
    ) {
        let Some((first, rest)) = before.split_first() else {
            let value = self.expr(last);
            let value = self.coerce(value, ty);
            self.push(StmtKind::Assign(result, Op::Use(value)));
            return;
        };
        let value = self.expr(first);
        let value = self.hold(value);
        let held = self.coerce(value.clone(), ty);
        self.push(StmtKind::Assign(result, Op::Use(held)));
        let truth = self.truth(value);
        let cond = if and { truth } else { not(truth) };
        let (then, ()) = self.in_block(|cx| cx.bool_operands(and, rest, last, ty, result));
        self.push(StmtKind::If { cond, then, orelse: Vec::new() });
    }
}

/// Logical negation.
pub(super) fn not(value: Expr) -> Expr {
    match value.kind {
        ExprKind::Not(inner) if inner.ty == Type::BOOL => *inner,
        kind => Expr { ty: Type::BOOL, kind: ExprKind::Not(Box::new(Expr { ty: Type::BOOL, kind })) },
    }
}

/// Logical disjunction of conditions that need no statements.
pub(super) fn or(left: Expr, right: Expr) -> Expr {
    Expr { ty: Type::BOOL, kind: ExprKind::Or(Box::new(left), Box::new(right)) }
}
