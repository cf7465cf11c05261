//! Which loops LLVM may compute in vectors: what is fast in lanes is slow for one value, and the other way round.

use std::collections::BTreeSet;

use crate::ir::{Expr, LocalId, Op, Stmt, StmtKind, visit};

/// Whether the iterations of a counted loop with this body may run in lanes: there is no loop in it and nothing leaves it
/// early, and no item lies where another one says.
pub(super) fn run_in_lanes(body: &[Stmt]) -> bool {
    let mut straight = true;
    visit::walk(body, &mut |stmt| {
        straight &= !matches!(
            stmt.kind,
            StmtKind::Loop { .. }
                | StmtKind::For { .. }
                | StmtKind::Break(_)
                | StmtKind::Return(_)
                | StmtKind::Raise(_)
                | StmtKind::Try { .. }
                | StmtKind::Lock { .. }
        );
    });
    straight && !looks_up(body)
}

/// Whether the place of an item rests on what was read from memory.
fn looks_up(body: &[Stmt]) -> bool {
    let read = read(body);
    let mut found = false;
    let mut rests = |expr: &Expr| visit::expr_locals(expr, &mut |local, _| found |= read.contains(&local));
    visit::walk(body, &mut |stmt| match (visit::stmt_op(stmt), &stmt.kind) {
        (Some(Op::Load { index, .. } | Op::ItemAddress { index, .. }), _) | (None, StmtKind::Store { index, .. }) => {
            index.iter().for_each(|axis| rests(&axis.index));
        }
        (Some(Op::Get { place, .. } | Op::Address { place, .. }), _) | (None, StmtKind::Put { place, .. }) => {
            place.exprs().for_each(&mut rests);
        }
        _ => {}
    });
    found
}

/// The locals whose values come from memory, or from such values.
fn read(body: &[Stmt]) -> BTreeSet<LocalId> {
    let mut read = BTreeSet::new();
    loop {
        let before = read.len();
        visit::walk(body, &mut |stmt| {
            let StmtKind::Assign(local, op) = &stmt.kind else { return };
            let mut from = matches!(op, Op::Load { .. } | Op::Get { .. });
            visit::op_reads(op, &mut |local, _| from |= read.contains(&local));
            if from {
                read.insert(*local);
            }
        });
        if read.len() == before {
            return read;
        }
    }
}
