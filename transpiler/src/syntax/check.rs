//! What the grammar lets through and CPython does not.
use super::ast::Stmt;
use crate::diag::Diagnostic;
pub fn check(_text: &str, _body: &[Stmt]) -> Vec<Diagnostic> {
    Vec::new()
}
