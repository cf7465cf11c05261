//! A number that is Python's on some paths and NumPy's on others is held in NumPy's width. Where it is Python's, an
//! operator with another Python number is not NumPy's to compute: a flag beside the variable tells, and the original
//! function runs unless both ways give the same.

use super::builder::Lower;
use super::coerce::{Fidelity, cast, compare, lost, parts};
use super::cond::or;
use crate::hir::BinOp;
use crate::ir::{Check, Expr, ExprKind, IntOp, LocalId, Op, Relation, StmtKind};
use crate::ty::{Kind, Num, Repr, Rules, Type};
use crate::types::promote;

const WHY: &str = "a Python number where another path has a NumPy one";
pub(super) const INEXACT: &str = "a float does not fit the single precision of the variable";

/// Whether Python would compute another value than NumPy's width does.
pub(super) fn is_mixed(num: Num) -> bool {
    num.rules == Rules::Either && !matches!(num.repr, Repr::Bool | Repr::F64 | Repr::C128)
}

/// What Python holds numbers of this kind as.
fn python(num: Num) -> Num {
    match num.repr.kind() {
        Kind::Bool => Num::BOOL,
        Kind::Signed | Kind::Unsigned => Num::INT,
        Kind::Float => Num::FLOAT,
        Kind::Complex => Num::COMPLEX,
    }
}

impl Lower<'_> {
    /// Whether the value is Python's; `None` where it is always NumPy's.
    pub(super) fn is_python(&self, value: &Expr) -> Option<Expr> {
        match value.ty.num()?.rules {
            Rules::NumPy => None,
            Rules::Python | Rules::C => Some(Expr::bool(true)),
            Rules::Either => Some(match &value.kind {
                ExprKind::Local(id) | ExprKind::Take(id) => self.pythons.get(id).cloned().unwrap_or(Expr::bool(true)),
                _ => Expr::bool(true),
            }),
        }
    }

    /// Keeps beside a local whether the value that it is given is Python's.
    pub(super) fn keep_origin(&mut self, local: LocalId, origin: Option<Expr>) {
        if !self.local_type(local).num().is_some_and(is_mixed) {
            return;
        }
        let flag = match self.pythons.get(&local) {
            Some(Expr { kind: ExprKind::Local(flag), .. }) => *flag,
            _ => self.local("", Type::BOOL),
        };
        // Threads have no flags of their own.
        let origin = if self.spread_loops > 0 { Some(Expr::bool(true)) } else { origin };
        self.push(StmtKind::Assign(flag, Op::Use(origin.unwrap_or(Expr::bool(false)))));
        self.pythons.insert(local, Expr::local(flag, Type::BOOL));
    }

    /// The result of an operator on numbers of which `origin` says whether they are all Python's.
    fn agreed(&mut self, origin: Expr, result: Expr, wide: impl FnOnce(&mut Self) -> Option<Expr>) -> Expr {
        let result = self.hold(result);
        let origin = self.hold_copy(origin);
        let (then, ()) = self.in_block(|cx| match wide(cx) {
            Some(wide) => {
                let wide = cx.hold(wide);
                cx.escape_if(differ(&result, &wide), WHY);
            }
            None => cx.escape_if(Expr::bool(true), WHY),
        });
        self.push(StmtKind::If { cond: origin.clone(), then, orelse: Vec::new() });
        if let ExprKind::Local(id) = result.kind {
            self.pythons.insert(id, origin);
        }
        result
    }

    /// `left op right`, whose result in NumPy's width is at hand; the operands are as they were before conversion.
    pub(super) fn agreed_binary(&mut self, op: BinOp, left: Expr, right: Expr, num: Num, result: Expr) -> Expr {
        let (Some(a), Some(b)) = (self.is_python(&left), self.is_python(&right)) else { return result };
        let origin = match (&a.kind, &b.kind) {
            (ExprKind::Const(_), _) => b,
            (_, ExprKind::Const(_)) => a,
            _ => Expr { ty: Type::BOOL, kind: ExprKind::And(Box::new(a), Box::new(b)) },
        };
        let directives = self.directives;
        let num = python(num);
        self.agreed(origin, result, |cx| {
            let arithmetic = promote::binary(op, num, num, promote::RightHand::Unknown, directives)?;
            let left = cx.convert(left, arithmetic.operands, Fidelity::Exact);
            let right = cx.convert(right, arithmetic.operands, Fidelity::Exact);
            Some(cx.arithmetic(op, left, right, arithmetic))
        })
    }

    /// A comparison, as [`Self::agreed_binary`].
    pub(super) fn agreed_comparison(
        &mut self,
        relation: Relation,
        left: Expr,
        right: Expr,
        num: Num,
        result: Expr,
    ) -> Expr {
        let (Some(a), Some(b)) = (self.is_python(&left), self.is_python(&right)) else { return result };
        let origin = Expr { ty: Type::BOOL, kind: ExprKind::And(Box::new(a), Box::new(b)) };
        let num = python(num);
        self.agreed(origin, result, |cx| {
            let left = cx.convert(left, num, Fidelity::Arithmetic);
            let right = cx.convert(right, num, Fidelity::Arithmetic);
            Some(compare(relation, left, right))
        })
    }

    /// `-value`, `~value` and `abs(value)` of an integer (floats have room for all).
    pub(super) fn agreed_unary(&mut self, value: Expr, result: Expr, wide: fn(Expr) -> Op) -> Expr {
        let Some(num) = value.ty.num().filter(|num| is_mixed(*num) && num.repr.is_integer()) else { return result };
        let Some(origin) = self.is_python(&value) else { return result };
        self.agreed(origin, result, |cx| {
            let value = cx.convert(value, python(num), Fidelity::Exact);
            Some(cx.op(wide(value), Type::INT))
        })
    }

    /// Where the value is Python's, a function of NumPy's computes in another width.
    pub(super) fn must_be_numpys(&mut self, value: &Expr) {
        if value.ty.num().is_some_and(is_mixed)
            && let Some(origin) = self.is_python(value)
        {
            self.escape_if(origin, WHY);
        }
    }
}

pub(super) fn negated(value: Expr) -> Op {
    Op::Int { op: IntOp::Neg, args: vec![value], check: Check::Each }
}

pub(super) fn inverted(value: Expr) -> Op {
    Op::Use(Expr { ty: Type::INT, kind: ExprKind::Not(Box::new(value)) })
}

pub(super) fn magnitude(value: Expr) -> Op {
    Op::Kernel { path: "int::abs", args: vec![value], ty: Type::INT, raises: true }
}

/// Whether the value in NumPy's width is another than the one that Python computes.
fn differ(narrow: &Expr, wide: &Expr) -> Expr {
    let (Some(own), Some(num)) = (narrow.ty.num(), wide.ty.num()) else { return Expr::bool(true) };
    match (own.repr.kind(), num.repr.kind()) {
        (Kind::Unsigned, Kind::Signed) if own.repr == Repr::U64 => {
            let signed = cast(narrow.clone(), Type::INT);
            let large = compare(Relation::Lt, signed.clone(), Expr::int(0));
            or(large, compare(Relation::Ne, signed, wide.clone()))
        }
        (Kind::Float | Kind::Complex, Kind::Float | Kind::Complex) => {
            let narrow = parts(&cast(narrow.clone(), wide.ty.clone()));
            let lost = parts(wide).into_iter().zip(narrow).map(|(wide, narrow)| lost(wide, narrow)).reduce(or);
            lost.unwrap_or(Expr::bool(true))
        }
        _ => compare(Relation::Ne, cast(narrow.clone(), wide.ty.clone()), wide.clone()),
    }
}
