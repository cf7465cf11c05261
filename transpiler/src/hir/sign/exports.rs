//! `#pythran export` lines.
use crate::diag::Diagnostic;
use crate::hir::Signature;
use crate::hir::lower::Context;
use crate::syntax::ExportComment;

pub struct Exports;
impl Exports {
    pub fn read(_context: &Context<'_>, _lines: &[ExportComment], _diagnostics: &mut Vec<Diagnostic>) -> Self {
        Exports
    }
    pub fn of(&self, _def: usize) -> Option<Vec<Signature>> {
        None
    }
}
