//! `with nogil`: what is in the block must not need the interpreter.

use super::Findings;
use super::parallel::uses_objects;
use crate::diag::{Code, Diagnostic};
use crate::facts::FactKind;
use crate::ir::{Function, Op, Stmt, StmtKind, visit};
use crate::span::LineIndex;

const HINT: &str = "move it out of the block, or give its values native types";

/// For each function, the errors in its blocks: one for each line that uses Python objects.
pub(super) fn errors(functions: &[Function], lines: &LineIndex, findings: &Findings) -> Vec<Vec<Diagnostic>> {
    let of = |(at, function): (usize, &Function)| {
        let mut found = Vec::new();
        visit::walk(&function.body, &mut |stmt| {
            if let StmtKind::Released { body } = &stmt.kind {
                visit::walk(body, &mut |inner| found.extend(error(inner, functions, at, lines, findings)));
            }
        });
        found.dedup_by_key(|error: &mut Diagnostic| lines.line(error.span.start));
        found
    };
    functions.iter().enumerate().map(of).collect()
}

fn error(stmt: &Stmt, functions: &[Function], at: usize, lines: &LineIndex, findings: &Findings) -> Option<Diagnostic> {
    let line = lines.line(stmt.span.start);
    let why = match visit::stmt_op(stmt) {
        Some(Op::Call { func, .. }) => {
            let callee = &functions[func.0 as usize];
            callee.python.then(|| format!("`{}` uses Python objects", callee.qualname))?
        }
        _ if !uses_objects(stmt) => return None,
        _ => {
            let told = findings.facts[at].iter().find(|fact| fact.kind == FactKind::Interpreter && fact.line == line);
            told.map_or_else(|| "a Python object is used".to_string(), |fact| fact.reason.clone())
        }
    };
    Some(Diagnostic::error(Code::NOGIL, stmt.span, format!("in a block without the interpreter: {why}")).hint(HINT))
}
