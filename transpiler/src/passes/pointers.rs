//! Pointers that a function gets, and over which its loop runs, are hidden from the optimiser where the function begins.
//!
//! before: `swap(p, q, n) { for i in 0..n { t = p[i]; p[i] = q[i]; q[i] = t } }`
//! after:  `swap(p, q, n) { p = opaque(p); q = opaque(q); for ... }`
//!
//! Whether the items of the two overlap LLVM compares before the loop, and vectorises it if not. But where it compiles the
//! function into a loop of its caller, it would rather compare once before that loop, for all its iterations: with
//! `swap(&a[k, 0], &a[p, 0], n)` for each `k`, one of the rows is sooner or later the other, and so all run item by item.

use std::collections::BTreeSet;

use crate::ir::{Base, Block, Expr, ExprKind, Function, LocalId, Op, Place, Program, Stmt, StmtKind, visit};
use crate::ty::Type;

pub fn run(program: &mut Program) {
    for function in &mut program.functions {
        let Some(span) = function.body.first().map(|stmt| stmt.span) else { continue };
        let hide = |pointer: LocalId| {
            let ty = function.locals[pointer.0 as usize].ty.clone();
            let args = vec![Expr::local(pointer, ty.clone())];
            let kind = StmtKind::Assign(pointer, Op::Kernel { path: "mem::opaque", args, ty, raises: false });
            Stmt { kind, span }
        };
        let hidden: Block = run_over(function).into_iter().map(hide).collect();
        function.body.splice(0..0, hidden);
    }
}

/// The pointers of which a loop of unknown length stores through one and uses another.
fn run_over(function: &Function) -> BTreeSet<LocalId> {
    let is_pointer = |local: &LocalId| matches!(function.locals[local.0 as usize].ty, Type::Pointer(_));
    let given: BTreeSet<LocalId> = function.params.iter().copied().filter(is_pointer).collect();
    let mut found = BTreeSet::new();
    if given.len() < 2 {
        return found;
    }
    visit::walk(&function.body, &mut |stmt| {
        let StmtKind::For { body, start, stop, parallel: None, .. } = &stmt.kind else { return };
        if is_constant(start) && is_constant(stop) {
            return;
        }
        let (mut used, mut stores) = (BTreeSet::new(), false);
        visit::walk(body, &mut |inner| match &inner.kind {
            StmtKind::Assign(_, Op::Get { place, .. }) => used.extend(through(place)),
            StmtKind::Put { place, .. } => {
                let pointer = through(place);
                stores |= pointer.is_some_and(|pointer| given.contains(&pointer));
                used.extend(pointer);
            }
            _ => {}
        });
        used.retain(|pointer| given.contains(pointer));
        if stores && used.len() > 1 {
            found.extend(used);
        }
    });
    found
}

fn is_constant(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Const(_))
}

/// The pointer, or the one that it is counted from, to what a place is or lies in.
fn through(place: &Place) -> Option<LocalId> {
    let Base::Pointer(pointer) = &place.base else { return None };
    let mut pointer = pointer;
    while let ExprKind::Offset(from, _) = &pointer.kind {
        pointer = from;
    }
    if let ExprKind::Local(local) = pointer.kind { Some(local) } else { None }
}
