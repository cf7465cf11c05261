//! Names that nothing binds, in what of a `.pyx` the interpreter runs: module-level statements, bodies of classes,
//! functions that are left to it. Of compiled functions `types::check` tells.

use super::names::normalize;
use crate::diag::{Code, Diagnostic};
use crate::hir::Module;
use crate::span::Span;
use crate::syntax::ast::Stmt;
use crate::syntax::free_names;

/// What stands behind a `with` without being a name.
const BLOCKS: [&str; 2] = ["nogil", "gil"];

/// The names that are read and bound nowhere, at their places.
pub fn undeclared(module: &Module, body: &[Stmt]) -> Vec<Diagnostic> {
    let compiled = module.functions.iter().filter(|function| function.left.is_none());
    let compiled = compiled.map(|function| function.span.start).collect();
    let mut found = Vec::new();
    free_names(body, &compiled, &mut |name, span| {
        let name = normalize(name);
        let is_form = name.starts_with('<') || BLOCKS.contains(&name.as_str());
        if !is_form && !is_null(module, &name, span) && !module.may_have(&name) {
            let message = format!("undeclared name not builtin: {name}");
            found.push(Diagnostic::error(Code::UNDECLARED, span, message));
        }
    });
    found
}

/// Whether a default of a C function's parameter is the null pointer.
fn is_null(module: &Module, name: &str, span: Span) -> bool {
    let mut functions = module.functions.iter().filter(|function| function.is_c_function());
    name == "NULL" && functions.any(|one| one.span.start <= span.start && span.end <= one.span.end)
}
