//! `for` loops, and what `prange` takes in a `.pyx`.

use super::Check;
use crate::diag::Code;
use crate::hir::{Const, Expr, ExprKind, Target, TargetKind};
use crate::span::Span;
use crate::types::{constant, resolve};
use num_traits::{Signed, Zero};

impl<'a> Check<'a> {
    pub(super) fn loop_over(&mut self, target: &'a Target, iter: &'a Expr) {
        if let ExprKind::Call { func, args, keywords } = &iter.kind
            && resolve::path(self.module, func).is_some_and(|path| path.name == "cython.parallel.prange")
        {
            self.prange(target, iter, args, keywords);
        }
        if self.expr(iter) {
            self.iterated(iter);
        }
    }

    fn prange(&mut self, target: &'a Target, iter: &'a Expr, args: &'a [Expr], keywords: &'a [(String, Expr)]) {
        let keyword = |name: &str| keywords.iter().find(|(own, _)| own == name).map(|(_, value)| value);
        if !(1..=3).contains(&args.len()) {
            let message = "Invalid number of positional arguments to prange";
            return self.error(Code::PRANGE, self.place(iter), message);
        }
        let span = match &target.kind {
            TargetKind::Local(_) | TargetKind::Global(_) => None,
            TargetKind::Attribute { value, .. } | TargetKind::Index { value, .. } => {
                Some(Span::new(self.after(value), target.span.end))
            }
            TargetKind::Tuple { .. } => Some(target.span),
        };
        if let Some(span) = span {
            return self.error(Code::PRANGE, span, "Can only iterate over an iteration variable");
        }
        if let Some(step) = args.get(2)
            && let Some(Const::Int(value)) = constant(self.module, step)
            && value.is_zero()
        {
            return self.error(Code::PRANGE, step.span, "Iteration with step 0 is invalid.");
        }
        let Some(chunk) = keyword("chunksize") else { return };
        match constant(self.module, chunk) {
            Some(Const::None) => {}
            _ if keyword("schedule").is_none() => {
                self.error(Code::PRANGE, chunk.span, "Must provide schedule with chunksize");
            }
            Some(Const::Int(value)) if !value.is_positive() => {
                self.error(Code::PRANGE, chunk.span, "Chunksize must not be negative");
            }
            _ => {}
        }
    }
}
