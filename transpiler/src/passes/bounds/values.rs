//! What is known of the integers and array lengths in locals, while walking forward through a function.

use std::collections::BTreeMap;

use super::affine::{Affine, AtomId};
use crate::ir::interval::{Interval, integer_repr};
use crate::ir::{Expr, ExprKind, Fill, IntOp, ListOp, LocalId, Op, PureOp, SliceItem, Value};
use crate::passes::ranges;
use crate::ty::{Repr, Type};

/// An integer that is not a sum of others.
#[derive(Clone, Debug)]
pub enum Atom {
    /// Anything; only its interval is known.
    Opaque(Interval),
    /// The counter of a loop, between two forms, inclusive.
    Index { low: Affine, high: Affine },
    /// A product that is not affine.
    Product(Affine, Affine),
    /// Between two forms if `divisor` is positive (a remainder).
    Remainder { divisor: Affine },
}

/// Values of locals at one place.
#[derive(Clone, Debug, Default)]
pub struct Env {
    ints: BTreeMap<LocalId, Affine>,
    dims: BTreeMap<LocalId, Vec<Affine>>,
}

/// The table of atoms, and how operations make values of others.
#[derive(Default)]
pub struct Values {
    /// What each local can hold, wherever it is looked at.
    pub ranges: Vec<Option<Interval>>,
    pub atoms: Vec<Atom>,
    pub env: Env,
}

impl Values {
    pub fn fresh(&mut self, atom: Atom) -> Affine {
        self.atoms.push(atom);
        Affine::atom(AtomId(self.atoms.len() as u32 - 1))
    }

    pub fn atom(&self, id: AtomId) -> &Atom {
        &self.atoms[id.0 as usize]
    }

    /// Nothing is known of the local any more.
    pub fn forget(&mut self, local: LocalId) {
        self.env.ints.remove(&local);
        self.env.dims.remove(&local);
    }

    pub fn set(&mut self, local: LocalId, value: Affine) {
        self.env.ints.insert(local, value);
    }

    /// The value of an integer local.
    pub fn int(&mut self, local: LocalId, repr: Repr) -> Affine {
        if let Some(value) = self.env.ints.get(&local) {
            return value.clone();
        }
        let value = self.fresh(Atom::Opaque(self.range(local, repr)));
        self.env.ints.insert(local, value.clone());
        value
    }

    /// What the local can hold.
    fn range(&self, local: LocalId, repr: Repr) -> Interval {
        self.ranges.get(local.0 as usize).copied().flatten().unwrap_or(Interval::of(repr))
    }

    /// The length of an axis.
    pub fn dim(&mut self, array: LocalId, axis: u32, ndim: u8) -> Option<Affine> {
        if !self.env.dims.contains_key(&array) {
            let dims = self.lengths(ndim);
            self.env.dims.insert(array, dims);
        }
        self.env.dims.get(&array)?.get(axis as usize).cloned()
    }

    /// Follows an assignment.
    pub fn assign(&mut self, to: LocalId, ty: &Type, op: &Op, array_rank: &dyn Fn(LocalId) -> u8) {
        let dims = self.dims_of(ty, op, array_rank);
        let int = integer_repr(ty).map(|repr| self.int_of(op, self.range(to, repr), array_rank));
        self.forget(to);
        if let Some(value) = int {
            self.env.ints.insert(to, value);
        }
        if let Some(array) = ty.array() {
            // Known by now, so that loops to come can name them.
            let dims = dims.unwrap_or_else(|| self.lengths(array.ndim));
            self.env.dims.insert(to, dims);
        }
    }

    fn lengths(&mut self, ndim: u8) -> Vec<Affine> {
        (0..ndim).map(|_| self.fresh(Atom::Opaque(Interval::LENGTH))).collect()
    }

    /// Names the value of a parameter.
    pub fn enter(&mut self, param: LocalId, ty: &Type) {
        if let Some(repr) = integer_repr(ty) {
            self.int(param, repr);
        }
        if let Some(array) = ty.array() {
            self.dim(param, 0, array.ndim);
        }
    }

    fn int_of(&mut self, op: &Op, range: Interval, rank: &dyn Fn(LocalId) -> u8) -> Affine {
        let value = match op {
            Op::Use(expr) => self.expr(expr, rank),
            Op::Int { op, args, .. } => self.arithmetic(*op, args, rank),
            Op::Kernel { path: "int::rem", args, .. } => self.remainder(args, rank),
            Op::List(ListOp::Len(_)) => Some(self.fresh(Atom::Opaque(Interval::LENGTH))),
            _ => None,
        };
        value.unwrap_or_else(|| self.fresh(Atom::Opaque(range)))
    }

    /// The exact result of checked arithmetic: where it would not fit, the statement does not complete.
    pub fn arithmetic(&mut self, op: IntOp, args: &[Expr], rank: &dyn Fn(LocalId) -> u8) -> Option<Affine> {
        let values: Vec<Affine> = args.iter().map(|arg| self.expr(arg, rank)).collect::<Option<_>>()?;
        match (op, values.as_slice()) {
            (IntOp::Add, [a, b]) => a.plus(b),
            (IntOp::Sub, [a, b]) => a.minus(b),
            (IntOp::Neg, [a]) => a.times(-1),
            (IntOp::Mul, [a, b]) => match (a.as_constant(), b.as_constant()) {
                (Some(factor), _) => b.times(factor),
                (_, Some(factor)) => a.times(factor),
                (None, None) => Some(self.fresh(Atom::Product(a.clone(), b.clone()))),
            },
            _ => None,
        }
    }

    fn remainder(&mut self, args: &[Expr], rank: &dyn Fn(LocalId) -> u8) -> Option<Affine> {
        let [_, divisor] = args else { return None };
        let divisor = self.expr(divisor, rank)?;
        Some(self.fresh(Atom::Remainder { divisor }))
    }

    /// The value of a pure integer expression; `None` if it may wrap or is not followed.
    pub fn expr(&mut self, expr: &Expr, rank: &dyn Fn(LocalId) -> u8) -> Option<Affine> {
        let repr = integer_repr(&expr.ty)?;
        match &expr.kind {
            ExprKind::Const(Value::Int(value)) => Some(Affine::constant(*value)),
            ExprKind::Local(local) => Some(self.int(*local, repr)),
            ExprKind::Dim(array, axis) => self.dim(*array, *axis, rank(*array)),
            ExprKind::Binary(op, a, b) => self.pure(*op, a, b, repr, rank),
            ExprKind::Cast(inner) => {
                // A widening cast keeps the value.
                let from = integer_repr(&inner.ty)?;
                if Interval::of(from).inside(Interval::of(repr)) { self.expr(inner, rank) } else { None }
            }
            ExprKind::Kernel(path, _) => Some(self.fresh(Atom::Opaque(ranges::kernel(path)?))),
            _ => None,
        }
    }

    /// Wrapping arithmetic is followed where it cannot wrap.
    fn pure(&mut self, op: PureOp, a: &Expr, b: &Expr, repr: Repr, rank: &dyn Fn(LocalId) -> u8) -> Option<Affine> {
        if op == PureOp::And {
            let mask = [a, b].into_iter().find_map(|side| match side.kind {
                ExprKind::Const(Value::Int(mask)) if mask >= 0 => Some(mask),
                _ => None,
            })?;
            return Some(self.fresh(Atom::Opaque(Interval { low: 0, high: mask })));
        }
        let (a, b) = (self.expr(a, rank)?, self.expr(b, rank)?);
        let value = match op {
            PureOp::Add => a.plus(&b)?,
            PureOp::Sub => a.minus(&b)?,
            PureOp::Mul => match (a.as_constant(), b.as_constant()) {
                (Some(factor), _) => b.times(factor)?,
                (_, Some(factor)) => a.times(factor)?,
                (None, None) => return None,
            },
            _ => return None,
        };
        let interval = self.interval(&value, &mut |_| None)?;
        interval.inside(Interval::of(repr)).then_some(value)
    }

    fn dims_of(&mut self, ty: &Type, op: &Op, rank: &dyn Fn(LocalId) -> u8) -> Option<Vec<Affine>> {
        let ndim = ty.array()?.ndim;
        match op {
            Op::Use(Expr { kind: ExprKind::Local(from) | ExprKind::Take(from), .. })
            | Op::CopyOf { array: from, .. } => (0..u32::from(ndim)).map(|axis| self.dim(*from, axis, ndim)).collect(),
            Op::Kernel { path: "new::empty_like_k" | "new::zeros_like_k" | "new::copy_k", args, .. } => {
                let from = args.first().and_then(Expr::as_local)?;
                (0..u32::from(ndim)).map(|axis| self.dim(from, axis, ndim)).collect()
            }
            Op::Transpose { array, .. } => {
                (0..u32::from(ndim)).rev().map(|axis| self.dim(*array, axis, ndim)).collect()
            }
            Op::NewArray { shape, fill: Fill::Empty | Fill::Zeros | Fill::Value(_) | Fill::Items(_), .. } => {
                shape.iter().map(|axis| Some(self.length(axis, rank))).collect()
            }
            Op::Slice { array, items, .. } => self.slice_dims(*array, items, rank),
            _ => None,
        }
    }

    /// A length of a new array: what was asked for, since a negative one raises.
    fn length(&mut self, axis: &Expr, rank: &dyn Fn(LocalId) -> u8) -> Affine {
        self.expr(axis, rank).unwrap_or_else(|| self.fresh(Atom::Opaque(Interval::LENGTH)))
    }

    fn slice_dims(&mut self, array: LocalId, items: &[SliceItem], rank: &dyn Fn(LocalId) -> u8) -> Option<Vec<Affine>> {
        let mut dims = Vec::new();
        let mut axis = 0;
        for item in items {
            match item {
                SliceItem::Index(_) => axis += 1,
                SliceItem::NewAxis => dims.push(Affine::constant(1)),
                SliceItem::Range { start: None, stop: None, step: None } => {
                    dims.push(self.dim(array, axis, rank(array))?);
                    axis += 1;
                }
                SliceItem::Range { .. } => {
                    dims.push(self.fresh(Atom::Opaque(Interval::LENGTH)));
                    axis += 1;
                }
            }
        }
        Some(dims)
    }

    /// Between which numbers a form lies; `guard` may vouch for a tighter interval of an opaque atom.
    pub fn interval(&self, value: &Affine, guard: &mut dyn FnMut(AtomId) -> Option<Interval>) -> Option<Interval> {
        let mut sum = Interval::exactly(value.constant);
        for (atom, coefficient) in &value.terms {
            let own = self.atom_interval(*atom, guard)?;
            sum = sum.plus(own.times(Interval::exactly(*coefficient))?)?;
        }
        Some(sum)
    }

    fn atom_interval(&self, id: AtomId, guard: &mut dyn FnMut(AtomId) -> Option<Interval>) -> Option<Interval> {
        match self.atom(id) {
            Atom::Opaque(interval) if interval.inside(Interval::LENGTH) || interval.inside(Interval::of(Repr::I32)) => {
                Some(*interval)
            }
            Atom::Opaque(interval) => Some(guard(id).map_or(*interval, |tighter| tighter.meet(*interval))),
            Atom::Index { low, high } => {
                let low = self.interval(low, guard)?.low;
                let high = self.interval(high, guard)?.high;
                // A loop that does not run has no counter; any interval will do.
                Some(Interval { low, high: high.max(low) }.meet(Interval::I64))
            }
            Atom::Product(a, b) => {
                self.interval(a, guard)?.times(self.interval(b, guard)?).map(|i| i.meet(Interval::I64))
            }
            Atom::Remainder { divisor } => {
                let divisor = self.interval(divisor, guard)?;
                let low = if divisor.low < 0 { divisor.low + 1 } else { 0 };
                let high = if divisor.high > 0 { divisor.high - 1 } else { 0 };
                Some(Interval { low, high })
            }
        }
    }

    /// An expression for an atom, from the locals of an environment that still hold it.
    pub fn expression(&self, env: &Env, id: AtomId) -> Option<Expr> {
        let wanted = Affine::atom(id);
        let local =
            env.ints.iter().find(|(_, value)| **value == wanted).map(|(local, _)| Expr::local(*local, Type::INT));
        local.or_else(|| {
            env.dims.iter().find_map(|(array, dims)| {
                let axis = dims.iter().position(|dim| *dim == wanted)?;
                Some(Expr { ty: Type::INT, kind: ExprKind::Dim(*array, axis as u32) })
            })
        })
    }
}
