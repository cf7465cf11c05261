//! Which locals an iteration may read before it has assigned them.
//!
//! One walk with the set of locals that are assigned on every path to the place at hand. A `break` hands its set to the
//! end of what it leaves, a `continue` to the end of the body.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Block, Expr, ExprKind, Label, LocalId, Stmt, StmtKind, Value, visit};

/// The locals that the block reads on some path on which it has not assigned them before.
pub(super) fn exposed(block: &Block) -> BTreeSet<LocalId> {
    let mut walk = Walk::default();
    walk.block(block, Some(BTreeSet::new()));
    walk.exposed
}

/// What is assigned on every path to a place; `None` where none leads.
type Assigned = Option<BTreeSet<LocalId>>;

/// Those that it reads so only where a counted loop in it has no trip: `for k in range(n): ...` and then `k`.
pub(super) fn exposed_by_empty_loops(block: &Block) -> BTreeSet<LocalId> {
    let mut walk = Walk { loops_run: true, ..Walk::default() };
    walk.block(block, Some(BTreeSet::new()));
    exposed(block).difference(&walk.exposed).copied().collect()
}

#[derive(Default)]
struct Walk {
    exposed: BTreeSet<LocalId>,
    /// What the jumps to the end of each block or loop have in common.
    ends: BTreeMap<Label, Assigned>,
    /// The same of the jumps to the next trip.
    trips: BTreeMap<Label, Assigned>,
    /// Every counted loop is taken to run at least once.
    loops_run: bool,
}

fn meet(a: Assigned, b: Assigned) -> Assigned {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.intersection(&b).copied().collect()),
        (a, None) => a,
        (None, b) => b,
    }
}

impl Walk {
    fn block(&mut self, block: &[Stmt], start: Assigned) -> Assigned {
        block.iter().fold(start, |assigned, stmt| self.stmt(stmt, assigned))
    }

    fn stmt(&mut self, stmt: &Stmt, assigned: Assigned) -> Assigned {
        let mut known = assigned?;
        visit::stmt_reads(stmt, &mut |local, _| {
            if !known.contains(&local) {
                self.exposed.insert(local);
            }
        });
        match &stmt.kind {
            StmtKind::If { then, orelse, .. } => {
                let then = self.block(then, Some(known.clone()));
                meet(then, self.block(orelse, Some(known)))
            }
            StmtKind::Loop { label, body } => {
                self.block(body, Some(known));
                self.ends.remove(label).flatten()
            }
            StmtKind::For { label, index, start, stop, step, body, .. } => {
                let mut inside = known.clone();
                inside.insert(*index);
                let end = self.block(body, Some(inside));
                // With at least one trip, what a trip assigns is assigned.
                let trip = meet(end, self.trips.remove(label).flatten());
                let may_skip = !self.loops_run && !runs(start, stop, step);
                let skipped = may_skip.then_some(known);
                meet(meet(trip, skipped), self.ends.remove(label).flatten())
            }
            StmtKind::Block { label, body } => {
                let end = self.block(body, Some(known));
                meet(end, self.ends.remove(label).flatten())
            }
            StmtKind::Lock { body, .. } => self.block(body, Some(known)),
            StmtKind::Try { body, handlers, orelse, finally } => {
                let end = self.block(body, Some(known.clone()));
                let mut after = self.block(orelse, end);
                for handler in handlers {
                    let mut caught = known.clone();
                    caught.extend(handler.bind);
                    let end = self.block(&handler.body, Some(caught));
                    after = meet(after, end);
                }
                let last = self.block(finally, Some(known));
                match (after, last) {
                    (Some(after), Some(last)) => Some(after.union(&last).copied().collect()),
                    _ => None,
                }
            }
            StmtKind::Break(label) => {
                let before = self.ends.remove(label).flatten();
                self.ends.insert(*label, meet(before, Some(known)));
                None
            }
            StmtKind::Continue(label) => {
                let before = self.trips.remove(label).flatten();
                self.trips.insert(*label, meet(before, Some(known)));
                None
            }
            StmtKind::Return(_) | StmtKind::Raise(_) => None,
            _ => {
                known.extend(visit::stmt_writes(stmt));
                Some(known)
            }
        }
    }
}

/// Whether a counted loop is known to run at least once.
fn runs(start: &Expr, stop: &Expr, step: &Expr) -> bool {
    let constant = |expr: &Expr| match expr.kind {
        ExprKind::Const(Value::Int(value)) => Some(value),
        _ => None,
    };
    match (constant(start), constant(stop), constant(step)) {
        (Some(start), Some(stop), Some(step)) => {
            if step > 0 {
                start < stop
            } else {
                start > stop
            }
        }
        _ => false,
    }
}
