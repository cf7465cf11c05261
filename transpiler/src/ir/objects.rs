//! Whether a function asks the interpreter for something.

use std::collections::BTreeSet;

use super::{Block, Function, Op, PyOp, Stmt, StmtKind, visit};

/// Calls `f` with every statement, save for those right in a block that ends in a raise: they make the exception.
pub fn walk_unraised<'a>(block: &'a Block, f: &mut dyn FnMut(&'a Stmt)) {
    let raises = matches!(block.last(), Some(Stmt { kind: StmtKind::Raise(_), .. }));
    for stmt in block {
        if !raises {
            f(stmt);
        }
        for inner in visit::blocks(stmt) {
            walk_unraised(inner, f);
        }
    }
}

/// Whether some operation beyond the loads of module-level arrays on entry asks the interpreter; calls count.
pub fn used_by(functions: &[Function], function: &Function) -> bool {
    let mut seen = BTreeSet::new();
    let mut todo = vec![function];
    while let Some(function) = todo.pop() {
        let mut found = false;
        walk_unraised(&function.body, &mut |stmt| {
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
