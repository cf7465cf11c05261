//! Locks of OpenMP's in parallel loops: what all threads have in common, as they should.
//!
//! before: `for i in prange(n): t = &lock; omp_set_lock(t); ...`
//! after:  `t = &lock; for i in prange(n): omp_set_lock(t); ...`

use std::collections::BTreeSet;

use super::builder::Lower;
use crate::ir::{Block, Expr, ExprKind, LocalId, Op, StmtKind, visit};

/// Where the kernels are that take locks.
const OPENMP: &str = "pool::openmp::";

impl Lower<'_> {
    /// Takes the addresses of locks before the loop whose body this is.
    pub(super) fn locks_outside(&mut self, body: &mut Block) {
        let locks = locks(body);
        if !locks.is_empty() {
            self.take_out(body, &locks);
        }
    }

    fn take_out(&mut self, block: &mut Block, locks: &BTreeSet<LocalId>) {
        let is_lock = |kind: &StmtKind| match kind {
            StmtKind::Assign(to, Op::Address { place, .. }) => locks.contains(to) && place.own().is_some(),
            _ => false,
        };
        for mut stmt in std::mem::take(block) {
            if is_lock(&stmt.kind) {
                self.push_stmt(stmt);
                continue;
            }
            visit::blocks_mut(&mut stmt).into_iter().for_each(|inner| self.take_out(inner, locks));
            block.push(stmt);
        }
    }
}

/// The locals that hold the address of a lock.
fn locks(block: &Block) -> BTreeSet<LocalId> {
    let mut found = BTreeSet::new();
    visit::walk(block, &mut |stmt| {
        let mut note = |path: &str, args: &[Expr]| {
            if path.starts_with(OPENMP) {
                found.extend(args.iter().filter_map(Expr::as_local));
            }
        };
        if let Some(Op::Kernel { path, args, .. }) = visit::stmt_op(stmt) {
            note(path, args);
        }
        visit::stmt_exprs(stmt, &mut |expr| {
            visit::walk_expr(expr, &mut |expr| {
                if let ExprKind::Kernel(path, args) = &expr.kind {
                    note(path, args);
                }
            });
        });
    });
    found
}
