//! Code without the interpreter's lock (`with nogil`, `nogil` functions of a `.pyx`): what is in it must not need the
//! interpreter.

use super::Findings;
use super::parallel::{CAPI, uses_objects};
use crate::diag::{Code, Diagnostic};
use crate::facts::FactKind;
use crate::ir::{Block, Function, Op, PyOp, Raise, Stmt, StmtKind, visit};
use crate::span::LineIndex;

const HINT: &str = "move it out of the block, or give its values native types";

/// For each function, the errors in its parts without the lock: one for each line that uses Python objects.
pub(super) fn errors(functions: &[Function], lines: &LineIndex, findings: &Findings) -> Vec<Vec<Diagnostic>> {
    let of = |(at, function): (usize, &Function)| {
        let nogil = function.c.as_ref().is_some_and(|c| c.nogil);
        let mut search = Search { functions, at, lines, findings, found: Vec::new() };
        search.block(&function.body, nogil);
        // Of a line the error that says most: a constant is made for something else.
        search.found.sort_by_key(|error| (lines.line(error.span.start), error.message.starts_with("Operation ")));
        search.found.dedup_by_key(|error: &mut Diagnostic| lines.line(error.span.start));
        search.found
    };
    functions.iter().enumerate().map(of).collect()
}

struct Search<'a> {
    functions: &'a [Function],
    /// The function that is searched.
    at: usize,
    lines: &'a LineIndex,
    findings: &'a Findings,
    found: Vec<Diagnostic>,
}

impl Search<'_> {
    fn block(&mut self, block: &Block, released: bool) {
        for stmt in block {
            if released {
                self.found.extend(self.error(stmt));
            }
            let released = match &stmt.kind {
                StmtKind::Lock { held, .. } => !held,
                _ => released,
            };
            for inner in visit::blocks(stmt) {
                self.block(inner, released);
            }
        }
    }

    fn error(&self, stmt: &Stmt) -> Option<Diagnostic> {
        let function = &self.functions[self.at];
        if function.c.is_some() {
            return c_error(self.functions, stmt);
        }
        let line = self.lines.line(stmt.span.start);
        let why = match visit::stmt_op(stmt) {
            Some(Op::Call { func, .. }) => {
                let callee = &self.functions[func.0 as usize];
                callee.python.then(|| format!("`{}` uses Python objects", callee.qualname))?
            }
            _ if !uses_objects(stmt) => return None,
            _ => {
                let facts = &self.findings.facts[self.at];
                let told = facts.iter().find(|fact| fact.kind == FactKind::Interpreter && fact.line == line);
                told.map_or_else(|| "a Python object is used".to_string(), |fact| fact.reason.clone())
            }
        };
        let message = format!("in a block without the interpreter: {why}");
        Some(Diagnostic::error(Code::NOGIL, stmt.span, message).hint(HINT))
    }
}

/// As Cython says it: a call needs a function that is `nogil`.
fn c_error(functions: &[Function], stmt: &Stmt) -> Option<Diagnostic> {
    let what = match (&stmt.kind, visit::stmt_op(stmt)) {
        (_, Some(Op::Call { func, .. })) => {
            let callee = &functions[func.0 as usize];
            let c = callee.c.as_ref()?;
            if c.nogil {
                return None;
            }
            "Calling gil-requiring function"
        }
        (_, Some(Op::Python(op))) => operation(op),
        (_, Some(Op::Kernel { path, .. })) if path.starts_with(CAPI) => "Calling gil-requiring function",
        (StmtKind::Raise(Raise::Object { .. }), _) => "Raising exception",
        _ if uses_objects(stmt) => "Operation",
        _ => return None,
    };
    Some(Diagnostic::error(Code::NOGIL, stmt.span, format!("{what} not allowed without gil")))
}

/// What Cython calls an operation of the interpreter.
fn operation(op: &PyOp) -> &'static str {
    match op {
        PyOp::Global(_) => "Accessing Python global or builtin",
        PyOp::SetGlobal(..) | PyOp::SetAttr(..) | PyOp::SetItem(..) => "Assignment of Python object",
        PyOp::DelGlobal(_) | PyOp::DelAttr(..) | PyOp::DelItem(..) => "Deleting Python object",
        PyOp::GetAttr(..) => "Accessing Python attribute",
        PyOp::GetItem(..) | PyOp::ItemAt(..) => "Indexing Python object",
        PyOp::Call { .. } | PyOp::CallMethod { .. } | PyOp::Length(_) => "Calling gil-requiring function",
        PyOp::Truth(_) => "Truth-testing Python object",
        PyOp::ExitOf(_) | PyOp::Enter(_) => "Use of context manager",
        PyOp::Iter(_) | PyOp::Next { .. } => "Iterating over Python object",
        PyOp::Unpack(..) | PyOp::UnpackStar { .. } => "Unpacking Python object",
        PyOp::Tuple(_) => "Constructing Python tuple",
        PyOp::List(_) => "Constructing Python list",
        PyOp::Set(_) => "Constructing Python set",
        PyOp::Dict(_) => "Constructing Python dict",
        PyOp::Slice(..) => "Constructing Python slice object",
        PyOp::Format { .. } | PyOp::JoinStr(_) => "String formatting",
        PyOp::Box(_) => "Converting to Python object",
        PyOp::Unbox { .. } | PyOp::UnboxOrEscape { .. } => "Coercion from Python",
        PyOp::Const(_) | PyOp::Unary(..) | PyOp::Binary(..) | PyOp::InPlace(..) | PyOp::Compare(..) => "Operation",
    }
}
