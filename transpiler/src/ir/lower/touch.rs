//! Where the first things happen that are visible outside.
//!
//! before: `x = int.mul [each] n, n; a[0] = x; y = int.mul [each] x, x`
//! after:  `x = int.mul [each] n, n; a[0] = x; touch; y = int.mul [each] x, x`
//!
//! An escape before the `touch` still runs the call again. What itself makes a change may fail and have made none, so the
//! `touch` stands behind it, in a loop too: LLVM keeps the flag in a register, or folds it where nothing in the loop can
//! fail. A call that fails says on its own whether it made a change. What the interpreter does may fail half done, so
//! there the `touch` stands in front.

use super::effects::Scan;
use crate::ir::{Block, Op, Stmt, StmtKind, visit};

/// The body with its `touch` statements.
pub(super) fn placed(body: Block, mut scan: Scan<'_>) -> Block {
    scan.find_roots();
    let mut body = body;
    place(&mut body, &mut scan);
    body
}

/// Returns whether something visible has happened at the end of the block, whichever way it was gone through.
fn place(block: &mut Block, scan: &mut Scan<'_>) -> bool {
    let mut at = 0;
    while at < block.len() {
        let stmt = &mut block[at];
        let touch = Stmt { kind: StmtKind::Touch, span: stmt.span };
        if scan.is_visible(stmt) {
            let at = if may_fail_half_done(stmt) { at } else { at + 1 };
            block.insert(at, touch);
            return true;
        }
        let touched: Vec<bool> = visit::blocks_mut(stmt).into_iter().map(|block| place(block, scan)).collect();
        // A loop may not run, a jump may leave a block early, and a `try` its body.
        if matches!(stmt.kind, StmtKind::If { .. }) && touched.iter().all(|touched| *touched) {
            return true;
        }
        at += 1;
    }
    false
}

/// An operation of the interpreter, which may have made its change although an exception leaves it.
fn may_fail_half_done(stmt: &Stmt) -> bool {
    matches!(visit::stmt_op(stmt), Some(Op::Python(_)))
}
