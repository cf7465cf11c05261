//! Index and overflow checks: proved, or lifted out of loops.
//!
//! before: `for i in 0..n { x = a[i + 1] [each] }`
//! after:  `if n + 1 <= len(a) { for i in 0..n { x = a[i + 1] [hoisted] } } else { the loop as it was }`
//!
//! A check is proved where the affine form of the index lies within the axis for every iteration. Otherwise the
//! condition under which it does is tested before the outermost loop that knows all its parts; the loop with its
//! checks stays as the slow path, so what is raised, and what was stored before, is not changed.

mod affine;
mod counters;
mod hoist;
mod values;

use std::collections::BTreeSet;

use affine::Affine;
use hoist::LoopScope;
use values::{Atom, Values};

use crate::ir::interval::Interval;
use crate::ir::{
    AxisIndex, Block, Check, Expr, ExprKind, Function, IntOp, LocalId, Op, Program, SliceItem, Stmt, StmtKind, Value,
    visit,
};
use crate::passes::ranges;
use crate::ty::Type;

pub fn run(program: &mut Program) {
    for function in &mut program.functions {
        let counters = counters::find(function);
        let body = std::mem::take(&mut function.body);
        let ranges = function.locals.iter().map(|local| local.range).collect();
        let values = Values { ranges, ..Values::default() };
        let mut pass = Bounds { function, values, loops: Vec::new(), counters };
        for param in &pass.function.params {
            pass.values.enter(*param, &pass.function.locals[param.0 as usize].ty);
        }
        let body = pass.block(&body);
        function.body = body;
    }
}

struct Bounds<'a> {
    function: &'a Function,
    values: Values,
    /// The `for` loops around, outermost first.
    loops: Vec<LoopScope>,
    /// Locals that only ever change by small constant steps.
    counters: BTreeSet<LocalId>,
}

impl Bounds<'_> {
    fn ty(&self, local: LocalId) -> &Type {
        &self.function.locals[local.0 as usize].ty
    }

    fn rank(&self, local: LocalId) -> u8 {
        self.ty(local).array().map_or(0, |array| array.ndim)
    }

    fn expr(&mut self, expr: &Expr) -> Option<Affine> {
        let locals = &self.function.locals;
        self.values.expr(expr, &|local| locals[local.0 as usize].ty.array().map_or(0, |array| array.ndim))
    }

    fn block(&mut self, block: &Block) -> Block {
        block.iter().map(|stmt| self.stmt(stmt)).collect()
    }

    fn stmt(&mut self, stmt: &Stmt) -> Stmt {
        let kind = match &stmt.kind {
            StmtKind::Assign(local, op) => {
                let op = self.op(Some(*local), op);
                let locals = &self.function.locals;
                let ty = &locals[local.0 as usize].ty;
                let rank = |local: LocalId| locals[local.0 as usize].ty.array().map_or(0, |array| array.ndim);
                self.values.assign(*local, ty, &op, &rank);
                for written in visit::stmt_writes(stmt).into_iter().skip(1) {
                    self.values.forget(written);
                }
                StmtKind::Assign(*local, op)
            }
            StmtKind::Eval(op) => StmtKind::Eval(self.op(None, op)),
            StmtKind::Store { array, index, value } => {
                let index = self.axes(*array, index);
                StmtKind::Store { array: *array, index, value: value.clone() }
            }
            StmtKind::For { .. } => return self.for_loop(stmt),
            StmtKind::Loop { label, body } => {
                self.forget_written(body);
                let new = self.isolated(|pass| pass.block(body));
                self.forget_written(body);
                StmtKind::Loop { label: *label, body: new }
            }
            StmtKind::If { cond, then, orelse } => {
                let new_then = self.branch(|pass| pass.block(then));
                let new_else = self.branch(|pass| pass.block(orelse));
                self.forget_written(then);
                self.forget_written(orelse);
                StmtKind::If { cond: cond.clone(), then: new_then, orelse: new_else }
            }
            StmtKind::Block { label, body } => {
                let new = self.branch(|pass| pass.block(body));
                self.forget_written(body);
                StmtKind::Block { label: *label, body: new }
            }
            StmtKind::Lock { held, body } => {
                let new = self.branch(|pass| pass.block(body));
                self.forget_written(body);
                StmtKind::Lock { held: *held, body: new }
            }
            StmtKind::Try { .. } => {
                for block in visit::blocks(stmt) {
                    self.forget_written(block);
                }
                let mut new = stmt.clone();
                for block in visit::blocks_mut(&mut new) {
                    let old = std::mem::take(block);
                    *block = self.branch(|pass| pass.block(&old));
                }
                for block in visit::blocks(stmt) {
                    self.forget_written(block);
                }
                return new;
            }
            other => {
                for written in visit::stmt_writes(stmt) {
                    self.values.forget(written);
                }
                other.clone()
            }
        };
        Stmt { kind, span: stmt.span }
    }

    /// Runs with the knowledge of this place; what is learnt inside is dropped.
    fn branch<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let env = self.values.env.clone();
        let result = work(self);
        self.values.env = env;
        result
    }

    /// As [`Self::branch`], in a loop that cannot be tested before it starts: checks inside are not lifted past it,
    /// since what they rest on may change on the way.
    fn isolated<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::take(&mut self.loops);
        let result = self.branch(work);
        self.loops = outer;
        result
    }

    fn forget_written(&mut self, block: &Block) {
        let mut written = Vec::new();
        visit::walk(block, &mut |stmt| written.extend(visit::stmt_writes(stmt)));
        for local in written {
            self.values.forget(local);
        }
    }

    fn for_loop(&mut self, stmt: &Stmt) -> Stmt {
        let StmtKind::For { label, index, start, stop, step, body, parallel } = &stmt.kind else { return stmt.clone() };
        let bounds = self.index_bounds(start, stop, step);
        let outer = self.values.env.clone();
        self.forget_written(body);
        self.loops.push(LoopScope::new(self.values.env.clone()));
        let counter = self.values.fresh(bounds);
        self.values.set(*index, counter);
        let new_body = self.block(body);
        let scope = self.loops.pop();
        self.values.env = outer;
        self.forget_written(body);
        self.values.forget(*index);
        let kind = StmtKind::For {
            label: *label,
            index: *index,
            start: start.clone(),
            stop: stop.clone(),
            step: step.clone(),
            body: new_body,
            parallel: parallel.clone(),
        };
        let fast = Stmt { kind, span: stmt.span };
        match scope.and_then(LoopScope::condition) {
            None => fast,
            Some(cond) => {
                Stmt { kind: StmtKind::If { cond, then: vec![fast], orelse: vec![stmt.clone()] }, span: stmt.span }
            }
        }
    }

    /// The counter of a loop by constant steps lies between its bounds.
    fn index_bounds(&mut self, start: &Expr, stop: &Expr, step: &Expr) -> Atom {
        let unknown = Atom::Opaque(Interval::I64);
        let ExprKind::Const(Value::Int(step)) = step.kind else { return unknown };
        let (Some(start), Some(stop)) = (self.expr(start), self.expr(stop)) else { return unknown };
        let bounds =
            if step > 0 { stop.offset(-1).map(|high| (start, high)) } else { stop.offset(1).map(|low| (low, start)) };
        match bounds {
            Some((low, high)) => Atom::Index { low, high },
            None => unknown,
        }
    }

    fn op(&mut self, target: Option<LocalId>, op: &Op) -> Op {
        match op {
            Op::Load { array, index } => Op::Load { array: *array, index: self.axes(*array, index) },
            Op::Slice { array, items, ty } => {
                let items = self.slice_items(*array, items);
                Op::Slice { array: *array, items, ty: ty.clone() }
            }
            Op::Int { op, args, check: Check::Each } => {
                let counter = target.is_some_and(|local| self.counters.contains(&local));
                let check =
                    if counter || self.stays_inside(*op, args) { Check::Proven } else { self.overflow(*op, args) };
                Op::Int { op: *op, args: args.clone(), check }
            }
            other => other.clone(),
        }
    }

    /// Whether the result fits 64 bits whatever the locals in it hold.
    fn stays_inside(&self, op: IntOp, args: &[Expr]) -> bool {
        let local = |local: LocalId| self.function.locals[local.0 as usize].range;
        let args: Option<Vec<Interval>> = args.iter().map(|arg| ranges::of_expr(arg, &local)).collect();
        args.and_then(|args| ranges::exact(op, &args)).is_some_and(|range| range.inside(Interval::I64))
    }

    fn axes(&mut self, array: LocalId, index: &[AxisIndex]) -> Vec<AxisIndex> {
        index.iter().enumerate().map(|(axis, own)| self.axis(array, axis as u32, own)).collect()
    }

    fn slice_items(&mut self, array: LocalId, items: &[SliceItem]) -> Vec<SliceItem> {
        let mut axis = 0;
        let mut new = Vec::new();
        for item in items {
            new.push(match item {
                SliceItem::Index(index) => SliceItem::Index(self.axis(array, axis, index)),
                other => other.clone(),
            });
            axis += u32::from(!matches!(item, SliceItem::NewAxis));
        }
        new
    }

    fn axis(&mut self, array: LocalId, axis: u32, own: &AxisIndex) -> AxisIndex {
        let index = self.expr(&own.index);
        let rank = self.rank(array);
        let dim = self.values.dim(array, axis, rank);
        let (Some(index), Some(dim)) = (index, dim) else { return own.clone() };
        match own.check {
            Check::Each => match self.in_range(&index, &dim) {
                Some(check) => AxisIndex { index: own.index.clone(), wrap: false, check },
                None => own.clone(),
            },
            // Nothing to prove but that a negative index cannot come.
            Check::Off | Check::Present if own.wrap => match self.values.interval(&index, &mut |_| None) {
                Some(interval) if interval.low >= 0 => AxisIndex { wrap: false, ..own.clone() },
                _ => own.clone(),
            },
            Check::Off | Check::Present | Check::Hoisted | Check::Proven => own.clone(),
        }
    }
}
