//! The end of `zip(..., strict=True)`: all parts have no more items, or it raises.

use super::builder::Lower;
use super::cond::not;
use super::cursor::Cursor;
use crate::ir::{Block, Expr, StmtKind};
use pyrx_runtime::raise::Exc;

impl Lower<'_> {
    /// Raises unless every part of a strict `zip` ends at this position, at which one does.
    pub(super) fn ends_together(&mut self, cursor: &Cursor, at: &Expr) {
        let Some(parts) = cursor.strict_parts() else { return };
        let [first, others @ ..] = parts else { return };
        let (then, ()) = self.in_block(|cx| cx.none_longer(others, at));
        let (orelse, ()) = self.in_block(|cx| cx.one_shorter(others, at));
        let cond = self.cursor_ended(first, at);
        self.push(StmtKind::If { cond, then, orelse });
    }

    /// The first has ended: the others are asked in turn.
    fn none_longer(&mut self, others: &[Cursor], at: &Expr) {
        for (before, other) in others.iter().enumerate() {
            let ended = self.cursor_ended(other, at);
            let then = self.uneven(before + 1, "longer");
            self.push(StmtKind::If { cond: not(ended), then, orelse: Vec::new() });
        }
    }

    /// The first goes on: the first that has ended is too short.
    fn one_shorter(&mut self, others: &[Cursor], at: &Expr) {
        for (before, other) in others.iter().enumerate() {
            let cond = self.cursor_ended(other, at);
            let then = self.uneven(before + 1, "shorter");
            self.push(StmtKind::If { cond, then, orelse: Vec::new() });
        }
    }

    /// Python's error for the argument that comes after so many.
    fn uneven(&mut self, before: usize, how: &str) -> Block {
        let others = if before == 1 { String::from(" 1") } else { format!("s 1-{before}") };
        let text = format!("zip() argument {} is {how} than argument{others}", before + 1);
        self.effects(|cx| cx.raise(Exc::ValueError, &text))
    }
}
