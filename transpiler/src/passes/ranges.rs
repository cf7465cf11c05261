//! Between which numbers each integer local lies, wherever in the function it is looked at.
//!
//! before: `crc = 0xffffffff; loop { crc = shr crc, 1 }`
//! after:  the same, with `crc` known to lie in `0..=0xffffffff`
//!
//! An interval grows with every assignment that may leave it, from nothing up; one that goes on growing is widened to
//! the next of a few widths, so that this ends. Exact arithmetic that leaves 64 bits does not complete, so its result
//! lies within them. Conditions are not looked at.

use std::collections::BTreeMap;

use crate::ir::interval::{Interval, integer_repr};
use crate::ir::{
    Check, Expr, ExprKind, Function, IntOp, ListOp, LocalId, Op, Program, PureOp, Stmt, StmtKind, Value, visit,
};
use crate::ty::Repr;

/// Rounds after which intervals are widened.
const ROUNDS: u32 = 4;

/// Bounds that widened intervals end at.
const WIDTHS: &[u32] = &[0, 1, 7, 8, 15, 16, 31, 32, 47, 53, 62, 63, 64];

pub fn run(program: &mut Program) {
    for function in &mut program.functions {
        let found = Ranges::new(function).run();
        for (local, range) in found {
            function.locals[local.0 as usize].range = Some(range);
        }
    }
}

/// The interval of a pure integer expression; `None` for one that is no integer, or if a local in it holds nothing yet.
pub fn of_expr(expr: &Expr, local: &dyn Fn(LocalId) -> Option<Interval>) -> Option<Interval> {
    let all = Interval::of(integer_repr(&expr.ty)?);
    let known = match &expr.kind {
        ExprKind::Const(Value::Int(value)) => Some(Interval::exactly(*value)),
        ExprKind::Local(id) | ExprKind::Take(id) => return local(*id).map(|known| known.meet(all)),
        ExprKind::Binary(op, a, b) => binary(*op, of_expr(a, local)?, of_expr(b, local)?),
        ExprKind::Neg(a) => of_expr(a, local)?.times(Interval::exactly(-1)),
        ExprKind::Not(a) => of_expr(a, local)?.times(Interval::exactly(-1))?.plus(Interval::exactly(-1)),
        ExprKind::Select(_, then, orelse) => {
            // Nothing yet on one side leaves the other.
            return match (of_expr(then, local), of_expr(orelse, local)) {
                (Some(a), Some(b)) => Some(a.join(b)),
                (one, other) => one.or(other),
            };
        }
        ExprKind::Cast(inner) => match integer_repr(&inner.ty) {
            Some(_) => Some(of_expr(inner, local)?),
            None if inner.repr() == Some(Repr::Bool) => Some(Interval { low: 0, high: 1 }),
            None => None,
        },
        ExprKind::Dim(..) => Some(Interval::LENGTH),
        ExprKind::Kernel(path, _) => kernel(path),
        _ => None,
    };
    // What may leave the width wraps around.
    Some(known.filter(|range| range.inside(all)).unwrap_or(all))
}

/// What kernels of the runtime return.
pub fn kernel(path: &str) -> Option<Interval> {
    match path {
        "sequence::bytes_at" | "sequence::bytes_item" | "obj::byte_at" | "obj::byte" => {
            Some(Interval { low: 0, high: 255 })
        }
        "sequence::text_code" | "sequence::text_ord" => Some(Interval { low: 0, high: 0x10_FFFF }),
        "sequence::bit_length" | "sequence::bit_count" => Some(Interval { low: 0, high: 64 }),
        "sequence::range_count" | "sequence::range_len" | "sequence::range_length" => {
            Some(Interval { low: 0, ..Interval::I64 })
        }
        _ if path.ends_with("_len") || path.ends_with("_count") => Some(Interval::LENGTH),
        _ => None,
    }
}

fn binary(op: PureOp, a: Interval, b: Interval) -> Option<Interval> {
    match op {
        PureOp::Add => a.plus(b),
        PureOp::Sub => a.plus(b.times(Interval::exactly(-1))?),
        PureOp::Mul => a.times(b),
        PureOp::And => match (a.low >= 0, b.low >= 0) {
            (true, true) => Some(Interval { low: 0, high: a.high.min(b.high) }),
            (true, false) => Some(Interval { low: 0, high: a.high }),
            (false, true) => Some(Interval { low: 0, high: b.high }),
            (false, false) => None,
        },
        PureOp::Or | PureOp::Xor => {
            let bits = |value: i128| 128 - value.leading_zeros();
            let high = (1 << bits(a.high).max(bits(b.high)).min(64)) - 1;
            (a.low >= 0 && b.low >= 0).then_some(Interval { low: 0, high })
        }
        PureOp::Shl => Some(a.times(Interval { low: power(b.low)?, high: power(b.high)? })?),
        PureOp::Shr => {
            let count = u32::try_from(b.low).ok().filter(|_| b.high < 64)?;
            let most = u32::try_from(b.high).ok()?;
            let ends = [a.low >> count, a.low >> most, a.high >> count, a.high >> most];
            Some(Interval { low: ends.into_iter().min()?, high: ends.into_iter().max()? })
        }
        PureOp::Min => Some(Interval { low: a.low.min(b.low), high: a.high.min(b.high) }),
        PureOp::Max => Some(Interval { low: a.low.max(b.low), high: a.high.max(b.high) }),
        PureOp::Div => None,
    }
}

fn power(count: i128) -> Option<i128> {
    u32::try_from(count).ok().filter(|count| *count < 63).map(|count| 1 << count)
}

/// The exact result of integer arithmetic, before it is checked.
pub fn exact(op: IntOp, args: &[Interval]) -> Option<Interval> {
    match (op, args) {
        (IntOp::Add, [a, b]) => binary(PureOp::Add, *a, *b),
        (IntOp::Sub, [a, b]) => binary(PureOp::Sub, *a, *b),
        (IntOp::Mul, [a, b]) => binary(PureOp::Mul, *a, *b),
        (IntOp::Neg, [a]) => a.times(Interval::exactly(-1)),
        _ => None,
    }
}

struct Ranges<'a> {
    function: &'a Function,
    known: BTreeMap<LocalId, Interval>,
    changed: bool,
    round: u32,
}

impl<'a> Ranges<'a> {
    fn new(function: &'a Function) -> Self {
        let mut ranges = Ranges { function, known: BTreeMap::new(), changed: false, round: 0 };
        for param in &function.params {
            ranges.anything(*param);
        }
        ranges
    }

    fn run(mut self) -> BTreeMap<LocalId, Interval> {
        loop {
            self.changed = false;
            self.round += 1;
            let function = self.function;
            visit::walk(&function.body, &mut |stmt| self.stmt(stmt));
            if !self.changed {
                return self.known;
            }
        }
    }

    fn repr(&self, local: LocalId) -> Option<Repr> {
        integer_repr(&self.function.locals[local.0 as usize].ty)
    }

    /// The local may hold whatever its type can.
    fn anything(&mut self, local: LocalId) {
        if let Some(repr) = self.repr(local) {
            self.grow(local, Interval::of(repr));
        }
    }

    fn grow(&mut self, local: LocalId, by: Interval) {
        let Some(all) = self.repr(local).map(Interval::of) else { return };
        let old = self.known.get(&local).copied();
        let joined = old.map_or(by, |old| old.join(by)).meet(all);
        if old == Some(joined) {
            return;
        }
        let new = if self.round > ROUNDS { widened(joined).meet(all) } else { joined };
        self.known.insert(local, new);
        self.changed = true;
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Assign(local, op) => {
                if let Some(repr) = self.repr(*local)
                    && let Some(range) = self.op(op, repr)
                {
                    self.grow(*local, range);
                }
                visit::stmt_writes(stmt).into_iter().skip(1).for_each(|other| self.anything(other));
            }
            StmtKind::For { index, start, stop, step, parallel, .. } => {
                self.counter(*index, start, stop, step);
                for (local, _) in parallel.iter().flat_map(|parallel| &parallel.reductions) {
                    // Each block starts from the operator's neutral element.
                    self.anything(*local);
                }
            }
            _ => visit::stmt_writes(stmt).into_iter().for_each(|other| self.anything(other)),
        }
    }

    /// The index of a loop; after the last iteration it may have gone one step further.
    fn counter(&mut self, index: LocalId, start: &Expr, stop: &Expr, step: &Expr) {
        let (Some(start), Some(stop), Some(step)) = (self.expr(start), self.expr(stop), self.expr(step)) else {
            return;
        };
        let inside = start.join(stop);
        match inside.plus(step.join(Interval::exactly(0))) {
            Some(range) if range.inside(Interval::I64) => self.grow(index, range),
            _ if step.low > 0 => self.grow(index, Interval { low: start.low, high: Interval::I64.high }),
            _ => self.anything(index),
        }
    }

    fn expr(&self, expr: &Expr) -> Option<Interval> {
        of_expr(expr, &|local| self.known.get(&local).copied())
    }

    fn op(&self, op: &Op, repr: Repr) -> Option<Interval> {
        let all = Interval::of(repr);
        match op {
            Op::Use(expr) => self.expr(expr),
            Op::Int { op, args, check } => {
                let args: Vec<Interval> = args.iter().map(|arg| self.expr(arg)).collect::<Option<_>>()?;
                let range = exact(*op, &args);
                // Unchecked arithmetic wraps; checked does not complete.
                let completes = *check != Check::Off;
                Some(range.filter(|range| completes || range.inside(all)).map_or(all, |range| range.meet(all)))
            }
            Op::Kernel { path, args, .. } => Some(self.kernel(path, args, all)),
            Op::List(ListOp::Len(_)) => Some(Interval::LENGTH),
            Op::Load { array, .. } => {
                let dtype = self.function.locals[array.0 as usize].ty.array().and_then(|array| array.repr());
                Some(dtype.filter(|dtype| dtype.is_integer()).map_or(all, Interval::of).meet(all))
            }
            _ => Some(all),
        }
    }

    /// `//`, `%` and `>>` of numbers that are not negative, and what [`kernel`] knows.
    fn kernel(&self, path: &str, args: &[Expr], all: Interval) -> Interval {
        let operands: Vec<Interval> = args.iter().filter_map(|arg| self.expr(arg)).collect();
        let range = match (path, operands.as_slice()) {
            ("int::rem" | "cint::rem" | "npint::rem", [_, b]) if b.low > 0 => {
                Some(Interval { low: 0, high: b.high - 1 })
            }
            ("int::floordiv" | "cint::floordiv" | "npint::floordiv", [a, b]) if a.low >= 0 && b.low > 0 => {
                Some(Interval { low: 0, high: a.high / b.low })
            }
            ("int::shr" | "cint::shr" | "npint::shr", [a, _]) if a.low >= 0 => Some(Interval { low: 0, high: a.high }),
            _ => kernel(path),
        };
        range.map_or(all, |range| range.meet(all))
    }
}

/// The interval between the next widths.
fn widened(range: Interval) -> Interval {
    let bound = |bits: &u32| (1i128 << bits) - 1;
    let high = WIDTHS.iter().map(bound).find(|bound| *bound >= range.high);
    let low = std::iter::once(0).chain(WIDTHS.iter().map(|bits| -bound(bits) - 1)).find(|bound| *bound <= range.low);
    Interval { low: low.unwrap_or(range.low), high: high.unwrap_or(range.high) }
}
