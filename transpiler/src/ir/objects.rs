//! Whether a function asks the interpreter for something.

use std::collections::BTreeSet;

use super::{Block, Function, Op, PyOp, Stmt, StmtKind, visit};

/// The statements of blocks that end in a raise: they make the exception.
fn error_blocks(block: &Block, found: &mut Vec<*const Stmt>) {
    if let Some(Stmt { kind: StmtKind::Raise(_), .. }) = block.last() {
        found.extend(block.iter().map(std::ptr::from_ref));
    }
    for inner in block.iter().flat_map(visit::blocks) {
        error_blocks(inner, found);
    }
}

/// Whether some operation beyond the loads of module-level arrays on entry asks the interpreter; calls count.
pub fn used_by(functions: &[Function], function: &Function) -> bool {
    let mut seen = BTreeSet::new();
    let mut todo = vec![function];
    while let Some(function) = todo.pop() {
        let mut found = false;
        let mut errors = Vec::new();
        error_blocks(&function.body, &mut errors);
        visit::walk(&function.body, &mut |stmt| {
            if errors.contains(&std::ptr::from_ref(stmt)) {
                return;
            }
            found |= match &stmt.kind {
                StmtKind::Try { handlers, .. } => handlers.iter().any(|handler| handler.bind.is_some()),
                _ => false,
            };
            match visit::stmt_op(stmt) {
                Some(Op::Python(PyOp::UnboxOrEscape { .. } | PyOp::Global(_))) | None => {}
                Some(Op::Python(_)) => found = true,
                Some(Op::Call { func, .. }) => {
                    if seen.insert(func.0) {
                        todo.push(&functions[func.0 as usize]);
                    }
                }
                Some(_) => {}
            }
        });
        if found {
            return true;
        }
    }
    false
}
