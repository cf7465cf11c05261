//! Where Cython points: of operators, brackets and dots at these, of all else at the start.

use super::Check;
use crate::hir::{Expr, ExprKind};
use crate::span::Span;

impl Check<'_> {
    /// The place of an expression.
    pub(super) fn place(&self, expr: &Expr) -> Span {
        let start = match &expr.kind {
            ExprKind::Binary { left, .. } | ExprKind::Compare { left, .. } => self.after(left),
            ExprKind::Index { value, .. } | ExprKind::Attribute { value, .. } => self.after(value),
            ExprKind::Call { func, .. } => self.after(func),
            _ => expr.span.start,
        };
        Span::new(start, expr.span.end.max(start))
    }

    /// The offset of the first character behind an operand that is no blank, comment or bracket around it.
    pub(super) fn after(&self, operand: &Expr) -> u32 {
        let end = operand.span.end as usize;
        let mut rest = self.text.get(end..).unwrap_or("");
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ')' | '\\'));
            match rest.strip_prefix('#') {
                Some(comment) => rest = comment.trim_start_matches(|c| !matches!(c, '\n' | '\r')),
                None => return (self.text.len() - rest.len()) as u32,
            }
        }
    }

    /// The name in front of the value of a keyword argument.
    pub(super) fn keyword(&self, name: &str, value: &Expr) -> Span {
        let before = self.text.get(..value.span.start as usize).unwrap_or("");
        let before = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '\\'));
        let before = before.strip_suffix('=').unwrap_or(before).trim_end();
        match before.ends_with(name) {
            true => Span::new((before.len() - name.len()) as u32, before.len() as u32),
            false => value.span,
        }
    }
}
