//! The condition under which a check cannot fail, and the loop before which it is tested.

use super::Bounds;
use super::affine::{Affine, AtomId};
use super::values::{Atom, Env};
use crate::ir::interval::Interval;
use crate::ir::{Check, Expr, ExprKind, IntOp, PureOp, Relation, Value};
use crate::ty::{Repr, Type};

/// Opaque integers are vouched for within these bounds before a loop whose checks rest on them.
const GUARD: Interval = Interval { low: -(1 << 31), high: 1 << 31 };

/// What needs no guard: lengths, and integers of at most 32 bits.
const SMALL: Interval = Interval { low: -(1 << 47), high: 1 << 47 };

/// A `for` loop around the place being looked at.
pub struct LoopScope {
    /// What was known before the loop; of what the loop assigns, nothing.
    env: Env,
    /// Forms that must not be negative, with the expressions of their atoms.
    conditions: Vec<Affine>,
    guards: Vec<AtomId>,
    exprs: Vec<(AtomId, Expr)>,
}

impl LoopScope {
    pub fn new(env: Env) -> LoopScope {
        LoopScope { env, conditions: Vec::new(), guards: Vec::new(), exprs: Vec::new() }
    }

    fn require(&mut self, condition: Affine) {
        if !self.conditions.contains(&condition) {
            self.conditions.push(condition);
        }
    }

    fn guard(&mut self, atom: AtomId) {
        if !self.guards.contains(&atom) {
            self.guards.push(atom);
        }
    }

    /// What to test before the loop; `None` if nothing.
    pub fn condition(self) -> Option<Expr> {
        let guards = self.guards.iter().flat_map(|atom| {
            let value = self.atom(*atom);
            [compare(Relation::Ge, value.clone(), int(GUARD.low)), compare(Relation::Le, value, int(GUARD.high))]
        });
        let conditions = self.conditions.iter().map(|form| compare(Relation::Ge, self.form(form), int(0)));
        // Guards come first: the arithmetic of the conditions rests on them.
        guards.chain(conditions).reduce(|a, b| Expr { ty: Type::BOOL, kind: ExprKind::And(Box::new(a), Box::new(b)) })
    }

    fn atom(&self, id: AtomId) -> Expr {
        let known = self.exprs.iter().find(|(known, _)| *known == id).map(|(_, expr)| expr.clone());
        // Every atom of a condition was given its expression when the condition was accepted.
        known.unwrap_or_else(|| int(-1))
    }

    fn form(&self, form: &Affine) -> Expr {
        let mut sum = int(form.constant);
        for (atom, coefficient) in &form.terms {
            let value = self.atom(*atom);
            let term = if *coefficient == 1 { value } else { binary(PureOp::Mul, value, int(*coefficient)) };
            sum = binary(PureOp::Add, sum, term);
        }
        sum
    }
}

fn int(value: i128) -> Expr {
    Expr { ty: Type::INT, kind: ExprKind::Const(Value::Int(value)) }
}

fn binary(op: PureOp, a: Expr, b: Expr) -> Expr {
    Expr { ty: Type::INT, kind: ExprKind::Binary(op, Box::new(a), Box::new(b)) }
}

fn compare(relation: Relation, a: Expr, b: Expr) -> Expr {
    Expr { ty: Type::BOOL, kind: ExprKind::Compare(relation, Box::new(a), Box::new(b)) }
}

/// Which end of a form's range is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Low,
    High,
}

/// One end of a form's range.
struct Extreme {
    form: Affine,
    /// The divisors of remainders in it, less one: it holds only if none is negative.
    divisors: Vec<Affine>,
}

impl Bounds<'_> {
    /// Whether `0 <= index < dim` always, or under a condition that a loop can test before it starts.
    pub fn in_range(&mut self, index: &Affine, dim: &Affine) -> Option<Check> {
        let above = index.clone();
        let below = dim.offset(-1)?.minus(index)?;
        let open: Vec<Affine> = [above, below].into_iter().filter(|form| !self.never_negative(form)).collect();
        if open.is_empty() {
            return Some(Check::Proven);
        }
        self.lift(&open).then_some(Check::Hoisted)
    }

    /// Whether a form is never negative, for every value of the counters in it.
    fn never_negative(&self, form: &Affine) -> bool {
        let Some(least) = self.extreme(form, End::Low) else { return false };
        self.values.interval(&least.form, &mut |_| None).is_some_and(|interval| interval.low >= 0)
            && least.divisors.iter().all(|divisor| self.never_negative(divisor))
    }

    /// The least or greatest value of a form over the counters and remainders in it.
    fn extreme(&self, form: &Affine, end: End) -> Option<Extreme> {
        let mut form = form.clone();
        let mut divisors = Vec::new();
        // Bounds of inner counters may name outer ones: later atoms go first.
        for _ in 0..16 {
            let bounded = |id: &AtomId| matches!(self.values.atom(*id), Atom::Index { .. } | Atom::Remainder { .. });
            let Some(atom) = form.terms.keys().copied().rfind(bounded) else { return Some(Extreme { form, divisors }) };
            let rising = form.terms[&atom] > 0;
            let high = rising == (end == End::High);
            let bound = match self.values.atom(atom) {
                Atom::Index { low, high: top } => {
                    if high {
                        top.clone()
                    } else {
                        low.clone()
                    }
                }
                Atom::Remainder { divisor } => {
                    let most = divisor.offset(-1)?;
                    divisors.push(most.clone());
                    if high { most } else { Affine::constant(0) }
                }
                Atom::Opaque(_) | Atom::Product(..) => return None,
            };
            form = form.substitute(atom, &bound)?;
        }
        None
    }

    /// Has the outermost loop that can test that the forms are not negative do so; `false` if none can, or if it is
    /// clear that the test would fail.
    fn lift(&mut self, forms: &[Affine]) -> bool {
        (0..self.loops.len()).any(|at| self.lift_to(at, forms))
    }

    fn lift_to(&mut self, at: usize, forms: &[Affine]) -> bool {
        let Some(plan) = self.plan(at, forms) else { return false };
        let scope = &mut self.loops[at];
        plan.conditions.into_iter().for_each(|condition| scope.require(condition));
        plan.guards.into_iter().for_each(|atom| scope.guard(atom));
        scope.exprs.extend(plan.exprs);
        true
    }

    fn plan(&self, at: usize, forms: &[Affine]) -> Option<Plan> {
        let mut plan = Plan::default();
        let mut todo = forms.to_vec();
        while let Some(form) = todo.pop() {
            let least = self.extreme(&form, End::Low)?;
            todo.extend(least.divisors);
            match least.form.as_constant() {
                Some(value) if value >= 0 => {}
                Some(_) => return None,
                None => {
                    self.available(at, &least.form, &mut plan)?;
                    plan.conditions.push(least.form);
                }
            }
        }
        Some(plan)
    }

    /// All atoms of the form can be computed before the loop, within bounds that keep the arithmetic exact.
    fn available(&self, at: usize, form: &Affine, plan: &mut Plan) -> Option<()> {
        let small = form.constant.abs() <= 1 << 40 && form.terms.values().all(|factor| factor.abs() <= 1 << 10);
        if !small {
            return None;
        }
        form.terms.keys().try_for_each(|atom| self.atom_available(at, *atom, plan))
    }

    fn atom_available(&self, at: usize, atom: AtomId, plan: &mut Plan) -> Option<()> {
        let expr = self.expression(at, atom)?;
        let Atom::Opaque(interval) = self.values.atom(atom) else { return None };
        if !interval.inside(SMALL) {
            plan.guards.push(atom);
        }
        plan.exprs.push((atom, expr));
        Some(())
    }

    /// The atom's value before the loop, as an `int`.
    fn expression(&self, at: usize, atom: AtomId) -> Option<Expr> {
        let expr = self.values.expression(&self.loops[at].env, atom)?;
        let ExprKind::Local(local) = expr.kind else { return Some(expr) };
        let own = Expr::local(local, self.ty(local).clone());
        match own.repr()? {
            Repr::I64 => Some(expr),
            // Its upper half would turn negative.
            Repr::U64 => None,
            _ => Some(Expr { ty: Type::INT, kind: ExprKind::Cast(Box::new(own)) }),
        }
    }

    /// What must be done about the overflow of exact arithmetic.
    pub fn overflow(&mut self, op: IntOp, args: &[crate::ir::Expr]) -> Check {
        let locals = &self.function.locals;
        let rank = |local: crate::ir::LocalId| locals[local.0 as usize].ty.array().map_or(0, |array| array.ndim);
        let Some(value) = self.values.arithmetic(op, args, &rank) else { return Check::Each };
        if self.fits(&value) {
            return Check::Proven;
        }
        let lifted = (0..self.loops.len()).any(|at| {
            self.overflow_plan(at, &value).is_some_and(|guards| {
                let scope = &mut self.loops[at];
                for (atom, expr) in guards {
                    scope.guard(atom);
                    scope.exprs.push((atom, expr));
                }
                true
            })
        });
        if lifted { Check::Hoisted } else { Check::Each }
    }

    /// Fits 64 bits whatever the values.
    fn fits(&self, value: &Affine) -> bool {
        let inside = |form: &Affine| {
            self.exact_interval(form, &mut |_| None).is_some_and(|interval| interval.inside(Interval::I64))
        };
        let (Some(low), Some(high)) = (self.extreme(value, End::Low), self.extreme(value, End::High)) else {
            return inside(value);
        };
        if !low.divisors.iter().chain(&high.divisors).all(|divisor| self.never_negative(divisor)) {
            return inside(value);
        }
        let low = self.exact_interval(&low.form, &mut |_| None);
        let high = self.exact_interval(&high.form, &mut |_| None);
        low.is_some_and(|i| i.low >= Interval::I64.low) && high.is_some_and(|i| i.high <= Interval::I64.high)
    }

    /// As the interval of the form, except that a product at its top is not cut to the width it is checked for.
    fn exact_interval(&self, form: &Affine, guard: &mut dyn FnMut(AtomId) -> Option<Interval>) -> Option<Interval> {
        let mut sum = Interval::exactly(form.constant);
        for (atom, coefficient) in &form.terms {
            let own = match self.values.atom(*atom) {
                Atom::Product(a, b) => self.values.interval(a, guard)?.times(self.values.interval(b, guard)?)?,
                Atom::Opaque(_) | Atom::Index { .. } | Atom::Remainder { .. } => {
                    self.values.interval(&Affine::atom(*atom), guard)?
                }
            };
            sum = sum.plus(own.times(Interval::exactly(*coefficient))?)?;
        }
        Some(sum)
    }

    /// The atoms to guard before a loop so that the value fits.
    fn overflow_plan(&self, at: usize, value: &Affine) -> Option<Vec<(AtomId, Expr)>> {
        let mut guards = Vec::new();
        let mut guard = |atom: AtomId| {
            let expr = self.expression(at, atom)?;
            guards.push((atom, expr));
            Some(GUARD)
        };
        let interval = self.exact_interval(value, &mut guard)?;
        (interval.inside(Interval::I64) && !guards.is_empty()).then_some(guards)
    }
}

/// What a loop would have to test.
#[derive(Default)]
struct Plan {
    conditions: Vec<Affine>,
    guards: Vec<AtomId>,
    exprs: Vec<(AtomId, Expr)>,
}
