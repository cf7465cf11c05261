//! Parallel loops whose bodies call functions that touch the interpreter run on one thread.
//!
//! before: `for i in 0..n parallel { f(i) }` where `f` uses Python objects
//! after:  `for i in 0..n { f(i) }`

use crate::ir::{Block, Op, Program, StmtKind, visit};

pub fn run(program: &mut Program) {
    let python: Vec<bool> = program.functions.iter().map(|function| function.python).collect();
    for function in &mut program.functions {
        block(&mut function.body, &python);
    }
}

fn block(stmts: &mut Block, python: &[bool]) {
    for stmt in stmts {
        if let StmtKind::For { body, parallel, .. } = &mut stmt.kind
            && parallel.is_some()
            && calls_python(body, python)
        {
            *parallel = None;
        }
        for inner in visit::blocks_mut(stmt) {
            block(inner, python);
        }
    }
}

fn calls_python(body: &Block, python: &[bool]) -> bool {
    let mut found = false;
    visit::walk(body, &mut |stmt| {
        if let Some(Op::Call { func, .. }) = visit::stmt_op(stmt) {
            found |= python[func.0 as usize];
        }
    });
    found
}
