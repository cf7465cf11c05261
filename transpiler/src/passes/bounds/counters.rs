//! Counters: locals that start from constants and change by small constant steps.
//!
//! Counting past 64 bits by steps below 2^10 takes more than 2^50 steps: no program gets there.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Expr, ExprKind, Function, IntOp, LocalId, Op, StmtKind, Value, visit};

const STEP: i128 = 1 << 10;
const START: i128 = 1 << 62;

/// The temporaries that hold the next value of a counter.
pub fn find(function: &Function) -> BTreeSet<LocalId> {
    let definitions = definitions(function);
    let mut found = BTreeSet::new();
    for (local, ops) in &definitions {
        if function.params.contains(local) {
            continue;
        }
        let steps: Option<Vec<Option<LocalId>>> = ops.iter().map(|op| step_of(*local, op, &definitions)).collect();
        found.extend(steps.into_iter().flatten().flatten());
    }
    found
}

fn definitions(function: &Function) -> BTreeMap<LocalId, Vec<&Op>> {
    let mut definitions: BTreeMap<LocalId, Vec<&Op>> = BTreeMap::new();
    let mut others = BTreeSet::new();
    visit::walk(&function.body, &mut |stmt| {
        if let StmtKind::Assign(local, op) = &stmt.kind {
            definitions.entry(*local).or_default().push(op);
            others.extend(visit::stmt_writes(stmt).into_iter().skip(1));
        } else {
            others.extend(visit::stmt_writes(stmt));
        }
    });
    definitions.retain(|local, _| !others.contains(local));
    definitions
}

/// `Some(None)`: a constant start. `Some(Some(temp))`: the counter plus a step, through that temporary. `None`:
/// anything else.
fn step_of(local: LocalId, op: &Op, definitions: &BTreeMap<LocalId, Vec<&Op>>) -> Option<Option<LocalId>> {
    let Op::Use(expr) = op else { return None };
    match &expr.kind {
        ExprKind::Const(Value::Int(start)) => (start.abs() <= START).then_some(None),
        ExprKind::Local(temp) => match definitions.get(temp)?.as_slice() {
            [Op::Int { op: IntOp::Add | IntOp::Sub, args, .. }] => steps(local, args).then_some(Some(*temp)),
            _ => None,
        },
        _ => None,
    }
}

fn steps(local: LocalId, args: &[Expr]) -> bool {
    let own = |expr: &Expr| expr.kind == ExprKind::Local(local);
    let small = |expr: &Expr| matches!(&expr.kind, ExprKind::Const(Value::Int(step)) if step.abs() <= STEP);
    matches!(args, [a, b] if own(a) && small(b) || small(a) && own(b))
}
