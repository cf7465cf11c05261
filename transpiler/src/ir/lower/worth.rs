//! Whether compiling a function gains anything.

use std::collections::BTreeSet;

use crate::ir::{Expr, ExprKind, Function, ListOp, LocalId, Op, Program, PyOp, Stmt, StmtKind, objects, visit};
use crate::ty::Type;

/// A native function is if it does anything; a mixed one if it has a native loop, or a parameter that arrives as a
/// native value. Other functions keep Python's speed, and its unbounded integers.
pub(super) fn is_worth_it(program: &Program, instances: &BTreeSet<usize>) -> bool {
    let mut functions = instances.iter().map(|at| &program.functions[*at]);
    // Stubs and hooks stay plain functions for those who look at them.
    if functions.clone().all(is_empty) {
        return false;
    }
    functions.clone().all(|function| !function.python)
        || functions.clone().any(has_native_loop)
        || functions.all(is_mostly_native)
}

fn is_empty(function: &Function) -> bool {
    function.body.iter().all(|stmt| matches!(&stmt.kind, StmtKind::Return(value) if value.ty == Type::None))
}

/// Whether some counted loop does more than call and collect: what it calls is as fast from Python.
fn has_native_loop(function: &Function) -> bool {
    let mut found = false;
    visit::walk(&function.body, &mut |stmt| {
        if let StmtKind::For { index, body, .. } = &stmt.kind {
            visit::walk(body, &mut |inner| found |= works(inner, *index));
        }
    });
    found
}

/// Whether the statement itself does something other than calling, and passing values around; `index` counts the loop.
fn works(stmt: &Stmt, index: LocalId) -> bool {
    let mut computes = false;
    visit::stmt_exprs(stmt, &mut |expr| visit::walk_expr(expr, &mut |part| computes |= is_operation(part, index)));
    computes
        || match visit::stmt_op(stmt) {
            Some(Op::Use(_) | Op::Call { .. } | Op::List(ListOp::Append { .. })) => false,
            Some(Op::Python(op)) => !matches!(
                op,
                PyOp::Call { .. }
                    | PyOp::CallMethod { .. }
                    | PyOp::Global(_)
                    | PyOp::Const(_)
                    | PyOp::Box(_)
                    | PyOp::Unbox { .. }
                    | PyOp::UnboxOrEscape { .. }
                    | PyOp::Format { .. }
                    | PyOp::JoinStr(_)
                    | PyOp::Tuple(_)
            ),
            Some(_) => true,
            None => matches!(stmt.kind, StmtKind::Store { .. } | StmtKind::Fill { .. } | StmtKind::Copy { .. }),
        }
}

/// Whether the expression computes something of more than the position in the loop, from which the items of a range come.
fn is_operation(expr: &Expr, index: LocalId) -> bool {
    let mut counts = true;
    visit::expr_locals(expr, &mut |local, _| counts &= local == index);
    !counts
        && matches!(expr.kind, ExprKind::Binary(..) | ExprKind::Neg(_) | ExprKind::Compare(..) | ExprKind::Kernel(..))
}

/// Whether a typed value arrives, and more of the operations are native than the interpreter's.
fn is_mostly_native(function: &Function) -> bool {
    let (mut native, mut python) = (0, 0);
    objects::walk_unraised(&function.body, &mut |stmt| match visit::stmt_op(stmt) {
        // Loads of module-level arrays on entry, and conversions, cost little.
        Some(Op::Python(PyOp::Global(_) | PyOp::UnboxOrEscape { .. } | PyOp::Box(_) | PyOp::Unbox { .. })) => {}
        Some(Op::Python(_)) => python += 1,
        Some(Op::Use(value)) if matches!(value.kind, ExprKind::Const(_) | ExprKind::Local(_) | ExprKind::Take(_)) => {}
        Some(_) => native += 1,
        None => native += u32::from(matches!(stmt.kind, StmtKind::Store { .. } | StmtKind::Fill { .. })),
    });
    let typed = function.params.iter().any(|local| !function.locals[local.0 as usize].ty.has_object());
    typed && native > python
}
