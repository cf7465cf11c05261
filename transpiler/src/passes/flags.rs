//! Sets what later stages ask of whole functions: `raises`, `caught` and `detach`.
//!
//! before: every function is taken to raise
//! after:  a function raises if one of its statements may, if it calls one that does, or if profilers see it; it is caught
//!         if a call of it stands in a `try`, or in a function that is caught

use crate::ir::{Base, Block, Check, FnId, Function, ListOp, Op, Program, Stmt, StmtKind, visit};

pub fn run(program: &mut Program) {
    for function in &mut program.functions {
        // A profiler may raise where a call begins and where it ends.
        function.raises = function.recursive || function.profile.is_some();
    }
    loop {
        let raising: Vec<bool> = program.functions.iter().map(Function::call_raises).collect();
        for function in &mut program.functions {
            function.raises = function.raises || may_raise(function, &raising);
        }
        if program.functions.iter().zip(&raising).all(|(function, before)| function.call_raises() == *before) {
            break;
        }
    }
    mark_caught(&mut program.functions);
    let locked = locked(program);
    for (function, locked) in program.functions.iter_mut().zip(locked) {
        // A `.pyx` says itself where the lock is released.
        let may = function.c.is_none() && !function.python && !locked;
        function.detach = may && has_loop(&function.body);
    }
}

/// Functions that the interpreter's lock is kept for, as they or what they call touch variables at module level, which it
/// keeps others away from, or are seen by profilers, who need it.
fn locked(program: &Program) -> Vec<bool> {
    let mut locked: Vec<bool> = program.functions.iter().map(|function| needs_lock(function, &[])).collect();
    loop {
        let before = locked.clone();
        for (at, function) in program.functions.iter().enumerate() {
            locked[at] |= needs_lock(function, &before);
        }
        if locked == before {
            return locked;
        }
    }
}

/// Whether profilers see the function, a statement names a variable at module level, or calls one of the functions `locked`.
fn needs_lock(function: &Function, locked: &[bool]) -> bool {
    let mut found = function.profile.is_some();
    visit::walk(&function.body, &mut |stmt| {
        found |= match (&stmt.kind, visit::stmt_op(stmt)) {
            (StmtKind::Put { place, .. }, _) | (_, Some(Op::Get { place, .. } | Op::Address { place, .. })) => {
                matches!(place.base, Base::Static(_))
            }
            (_, Some(Op::Static { .. } | Op::SetStatic(..))) => true,
            (_, Some(Op::Call { func: FnId(func), .. } | Op::FunctionAddress { func: FnId(func), .. })) => {
                locked.get(*func as usize).copied().unwrap_or_default()
            }
            _ => false,
        };
    });
    found
}

fn mark_caught(functions: &mut [Function]) {
    let mut todo: Vec<usize> = functions.iter().flat_map(|function| callees(&function.body, false)).collect();
    while let Some(at) = todo.pop() {
        if !std::mem::replace(&mut functions[at].caught, true) {
            todo.extend(callees(&functions[at].body, true));
        }
    }
}

/// The functions that a block calls: those in a `try`, or all.
fn callees(block: &Block, all: bool) -> Vec<usize> {
    let mut found = Vec::new();
    for stmt in block {
        if let Some(Op::Call { func: FnId(func), .. }) = visit::stmt_op(stmt)
            && all
        {
            found.push(*func as usize);
        }
        let all = all || matches!(stmt.kind, StmtKind::Try { .. });
        found.extend(visit::blocks(stmt).into_iter().flat_map(|block| callees(block, all)));
    }
    found
}

fn may_raise(function: &Function, raising: &[bool]) -> bool {
    let mut found = false;
    visit::walk(&function.body, &mut |stmt| found |= stmt_raises(stmt, raising));
    found
}

fn stmt_raises(stmt: &Stmt, raising: &[bool]) -> bool {
    match &stmt.kind {
        StmtKind::CheckBound(_) | StmtKind::Raise(_) | StmtKind::Poll => true,
        StmtKind::Store { index, .. } => index.iter().any(|axis| axis.check.raises()),
        StmtKind::For { parallel, .. } => parallel.is_some(),
        StmtKind::Assign(_, op) | StmtKind::Eval(op) => op_raises(op, raising),
        _ => false,
    }
}

fn op_raises(op: &Op, raising: &[bool]) -> bool {
    match op {
        Op::Use(_) | Op::Number { .. } | Op::Transpose { .. } => false,
        Op::Get { .. }
        | Op::Address { .. }
        | Op::FunctionAddress { .. }
        | Op::KernelAddress { .. }
        | Op::SetStatic(..) => false,
        Op::Static { .. } => true,
        Op::ItemAddress { index, .. } => index.iter().any(|axis| axis.check.raises()),
        Op::CallPointer { .. } => true,
        Op::Int { check, .. } => *check == Check::Each,
        Op::Kernel { raises, .. } => *raises,
        Op::Load { index, .. } => index.iter().any(|axis| axis.check.raises()),
        Op::Call { func: FnId(func), attempt, .. } => attempt.is_some() || raising[*func as usize],
        Op::List(ListOp::New { .. } | ListOp::Len(_) | ListOp::Append { .. }) => false,
        Op::Pick { .. } | Op::Slice { .. } | Op::NewArray { .. } | Op::CopyOf { .. } | Op::List(_) | Op::Python(_) => {
            true
        }
    }
}

/// Whether it may run for long.
fn has_loop(block: &[Stmt]) -> bool {
    let mut found = false;
    visit::walk(block, &mut |stmt| {
        found |= matches!(stmt.kind, StmtKind::For { .. } | StmtKind::Loop { .. });
    });
    found
}
