//! Directives.
use crate::diag::Diagnostic;
use crate::hir::Signature;
use crate::hir::lower::{Context, Def};
use crate::options::Directives;
use crate::span::Span;
use crate::syntax::DirectiveComment;

#[derive(Clone, Debug)]
pub struct Directed {
    pub directives: Directives,
    pub dropped: Vec<Span>,
    pub decorated: bool,
    pub signatures: Vec<Signature>,
    pub left: Option<(Span, String)>,
}
impl Directed {
    pub fn header(context: &Context<'_>, _comments: &[DirectiveComment], _diagnostics: &mut Vec<Diagnostic>) -> Self {
        Directed {
            directives: context.options.directives.clone(),
            dropped: Vec::new(),
            decorated: false,
            signatures: Vec::new(),
            left: None,
        }
    }
    pub fn of(_context: &Context<'_>, def: &Def<'_>, header: &Directed, _diagnostics: &mut Vec<Diagnostic>) -> Self {
        Directed { decorated: !def.decorators().is_empty(), ..header.clone() }
    }
}
