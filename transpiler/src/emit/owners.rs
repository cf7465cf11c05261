//! Which array locals need their owner at hand: those whose value is returned, stored or passed on, and those that
//! alone keep their memory alive. A parameter that is only read and written item by item comes in as a bare view.

use super::placement::{Place, Placement};
use crate::ir::visit::{Role, expr_locals, stmt_locals, stmt_op, walk};
use crate::ir::{Expr, ExprKind, Function, LocalId, Op, Program, Stmt, StmtKind};
use crate::ty::Type;

/// For each function of the program, by [`LocalId`]: whether the local has an owner beside its view.
pub(super) fn owners(program: &Program, placements: &[Vec<Placement>]) -> Vec<Vec<bool>> {
    let mut owned: Vec<Vec<bool>> = program
        .functions
        .iter()
        .zip(placements)
        .map(|(function, placements)| {
            (0..function.locals.len()).map(|at| must_keep(function, placements, at)).collect()
        })
        .collect();
    // What a function needs depends on what its callees need of their parameters: grows to a fixpoint.
    loop {
        let before = owned.clone();
        for (at, function) in program.functions.iter().enumerate() {
            let mut needed = before[at].clone();
            walk(&function.body, &mut |stmt| mark(program, &before, stmt, &mut needed));
            owned[at] = needed;
        }
        if owned == before {
            return owned;
        }
    }
}

/// Whether nobody else is known to keep the local's memory alive.
fn must_keep(function: &Function, placements: &[Placement], at: usize) -> bool {
    let placement = &placements[at];
    if !matches!(function.locals[at].ty, Type::Array(_)) {
        return false;
    }
    // A local that is declared where its source is a constant dies before the source does.
    match placement.place {
        Place::Param => !placement.is_constant(),
        Place::Top => true,
        Place::Local => {
            let mut keeps = !placement.is_constant();
            walk(&function.body, &mut |stmt| {
                if let StmtKind::Assign(LocalId(local), op) = &stmt.kind
                    && *local as usize == at
                {
                    keeps |= !source(op).is_some_and(|from| placements[from.0 as usize].is_constant());
                }
            });
            keeps
        }
    }
}

/// The array that the result is a view of.
fn source(op: &Op) -> Option<LocalId> {
    match op {
        Op::Slice { array, .. } | Op::Transpose { array, .. } => Some(*array),
        Op::Use(expr) => match expr.kind {
            ExprKind::Local(local) => Some(local),
            _ => None,
        },
        _ => None,
    }
}

fn mark(program: &Program, owned: &[Vec<bool>], stmt: &Stmt, needed: &mut [bool]) {
    match (&stmt.kind, stmt_op(stmt)) {
        (_, Some(Op::Call { func, args, .. })) => {
            let callee = &program.functions[func.0 as usize];
            for (arg, param) in args.iter().zip(&callee.params) {
                mark_arg(arg, !owned[func.0 as usize][param.0 as usize], needed);
            }
        }
        // Kernels take views.
        (_, Some(Op::Kernel { args, .. })) => args.iter().for_each(|arg| mark_arg(arg, true, needed)),
        (StmtKind::Assign(to, op), _) if source(op).is_some() => {
            // The new view shares an owner only if it has one.
            if let Some(from) = source(op).filter(|_| needed[to.0 as usize]) {
                needed[from.0 as usize] = true;
            }
        }
        _ => stmt_locals(stmt, &mut |local, role| needed[local.0 as usize] |= role == Role::Read),
    }
}

fn mark_arg(arg: &Expr, bare: bool, needed: &mut [bool]) {
    let is_view = bare && matches!((&arg.ty, &arg.kind), (Type::Array(_), ExprKind::Local(_) | ExprKind::Take(_)));
    if !is_view {
        expr_locals(arg, &mut |local, role| needed[local.0 as usize] |= role == Role::Read);
    }
}
