//! Where the first things happen that are visible outside.
//!
//! before: `x = int.mul [each] n, n; a[0] = x; y = int.mul [each] x, x`
//! after:  `x = int.mul [each] n, n; a[0] = x; touch; y = int.mul [each] x, x`
//!
//! An escape before the `touch` still runs the call again. What itself makes a change may fail and have made none, so the
//! `touch` stands behind it; a call that escapes says on its own whether it made one.

use super::effects::Scan;
use crate::ir::{Block, Stmt, StmtKind, visit};

/// The body with its `touch` statements.
pub(super) fn placed(body: Block, mut scan: Scan<'_>) -> Block {
    scan.find_roots();
    let mut body = body;
    place(&mut body, &mut scan);
    body
}

/// Returns whether something visible may have happened at the end of the block, if nothing had at its start.
fn place(block: &mut Block, scan: &mut Scan<'_>) -> bool {
    let mut at = 0;
    while at < block.len() {
        let stmt = &mut block[at];
        let touch = Stmt { kind: StmtKind::Touch, span: stmt.span };
        if is_store_loop(stmt, scan) {
            // One `touch` in front leaves the loop as it is.
            block.insert(at, touch);
            return true;
        }
        if scan.is_visible(stmt) {
            block.insert(at + 1, touch);
            return true;
        }
        let mut touched = false;
        for inner in visit::blocks_mut(stmt) {
            touched |= place(inner, scan);
        }
        if touched && !matches!(block[at].kind, StmtKind::If { .. }) {
            return true;
        }
        at += 1;
    }
    false
}

/// A loop that stores to memory outside, or one whose iterations run on other threads and do something visible.
fn is_store_loop(stmt: &Stmt, scan: &mut Scan<'_>) -> bool {
    let StmtKind::For { body, parallel, .. } = &stmt.kind else { return false };
    let mut stores = false;
    visit::walk(body, &mut |stmt| {
        let is_store = matches!(stmt.kind, StmtKind::Store { .. } | StmtKind::Fill { .. } | StmtKind::Copy { .. });
        stores |= (is_store || parallel.is_some()) && scan.is_visible(stmt);
    });
    stores
}
