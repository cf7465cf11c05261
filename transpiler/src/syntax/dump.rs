//! The text form: one line a statement with its place and, of simple ones, its source; then the comment lines.

use std::fmt::Write;

use super::ast::Stmt;
use super::{Parsed, span, stmt_blocks};
use crate::span::LineIndex;

/// The text form of a parsed module.
pub fn dump(parsed: &Parsed, text: &str) -> String {
    let mut dump = Dump { text, lines: LineIndex::new(text), out: String::new() };
    dump.block(&parsed.body, 0);
    for export in &parsed.exports {
        let pieces = export.pieces.iter().map(|piece| text[piece.start as usize..piece.end as usize].trim());
        dump.line(0, export.span.start, "export", &pieces.collect::<Vec<_>>().join(" "));
    }
    for directive in &parsed.directives {
        dump.line(0, directive.span.start, "directive", &format!("{}={}", directive.name, directive.value));
    }
    dump.out
}

struct Dump<'t> {
    text: &'t str,
    lines: LineIndex,
    out: String,
}

impl Dump<'_> {
    fn line(&mut self, depth: usize, offset: u32, kind: &str, text: &str) {
        let place = self.lines.place(offset);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "{:width$}{kind} {}:{} {text}", "", place.line, place.column, width = 2 * depth);
    }

    fn block(&mut self, block: &[Stmt], depth: usize) {
        block.iter().for_each(|stmt| self.stmt(stmt, depth));
    }

    fn stmt(&mut self, stmt: &Stmt, depth: usize) {
        let span = span(stmt);
        let blocks = match stmt {
            Stmt::FunctionDef(s) => vec![&s.body[..]],
            Stmt::AsyncFunctionDef(s) => vec![&s.body[..]],
            Stmt::ClassDef(s) => vec![&s.body[..]],
            other => stmt_blocks(other),
        };
        let end = match blocks.iter().find_map(|block| block.first()) {
            None => span.end,
            // The header, up to the colon before the first inner statement.
            Some(first) => super::span(first).start,
        };
        let source = self.text.get(span.start as usize..end as usize).unwrap_or("");
        let header = source.trim().trim_end_matches(':');
        self.line(depth, span.start, kind(stmt), header);
        for (at, block) in blocks.iter().enumerate().filter(|(_, block)| !block.is_empty()) {
            if at > 0 {
                self.line(depth, super::span(&block[0]).start, "block", "");
            }
            self.block(block, depth + 1);
        }
    }
}

fn kind(stmt: &Stmt) -> &'static str {
    match stmt {
        Stmt::FunctionDef(_) => "FunctionDef",
        Stmt::AsyncFunctionDef(_) => "AsyncFunctionDef",
        Stmt::ClassDef(_) => "ClassDef",
        Stmt::Return(_) => "Return",
        Stmt::Delete(_) => "Delete",
        Stmt::Assign(_) => "Assign",
        Stmt::TypeAlias(_) => "TypeAlias",
        Stmt::AugAssign(_) => "AugAssign",
        Stmt::AnnAssign(_) => "AnnAssign",
        Stmt::For(_) => "For",
        Stmt::AsyncFor(_) => "AsyncFor",
        Stmt::While(_) => "While",
        Stmt::If(_) => "If",
        Stmt::With(_) => "With",
        Stmt::AsyncWith(_) => "AsyncWith",
        Stmt::Match(_) => "Match",
        Stmt::Raise(_) => "Raise",
        Stmt::Try(_) => "Try",
        Stmt::TryStar(_) => "TryStar",
        Stmt::Assert(_) => "Assert",
        Stmt::Import(_) => "Import",
        Stmt::ImportFrom(_) => "ImportFrom",
        Stmt::Global(_) => "Global",
        Stmt::Nonlocal(_) => "Nonlocal",
        Stmt::Expr(_) => "Expr",
        Stmt::Pass(_) => "Pass",
        Stmt::Break(_) => "Break",
        Stmt::Continue(_) => "Continue",
    }
}
