//! One diagnostic as text: message, place, the line with carets, notes, hint.

use std::fmt::Write as _;

use anstyle::AnsiColor;
use clap::ColorChoice;
use pyrx_transpiler::diag::Severity;
use pyrx_transpiler::span::{LineIndex, Span};
use pyrx_transpiler::{Diagnostic, Located, Source};
use unicode_width::UnicodeWidthStr;

use super::escape::{escape, shown};
use crate::output::Output;
use crate::terminal::Terminal;

/// Columns of a source line that are shown around the span; generated sources have lines of megabytes.
const WINDOW: usize = 160;

/// The text of a diagnostic without colours.
pub fn plain(source: &Source, found: &Diagnostic) -> String {
    let output = Output::default();
    diagnostic(source, found, &Terminal::new(ColorChoice::Never, true, false, &output))
}

/// The text of a diagnostic, ending in a newline. Spans past the end of the source are clipped.
pub fn diagnostic(source: &Source, diagnostic: &Diagnostic, terminal: &Terminal) -> String {
    let located = source.locate(diagnostic.span);
    let file = (located.path, located.text);
    let index = LineIndex::new(file.1);
    let (color, word) = match diagnostic.severity {
        Severity::Error => (terminal.style(AnsiColor::Red), "error"),
        Severity::Warning => (terminal.style(AnsiColor::Yellow), "warning"),
    };
    let bold = terminal.bold();
    let message = escape(&diagnostic.message);
    let mut text = match is_cython(file.0) {
        true => {
            let head = cython_head(&located, &index, diagnostic.severity);
            format!("{bold}{head}: {message}{bold:#}\n{color}{word}[{}]{color:#}\n", diagnostic.code.0)
        }
        false => format!("{color}{word}[{}]{color:#}{bold}: {message}{bold:#}\n", diagnostic.code.0),
    };
    place(&mut text, file, &index, located.span, "", terminal);
    for (span, note) in &diagnostic.notes {
        let _ = writeln!(text, "{bold}note{bold:#}: {}", escape(note));
        let located = source.locate(*span);
        place(&mut text, (located.path, located.text), &LineIndex::new(located.text), located.span, "", terminal);
    }
    if let Some(hint) = &diagnostic.hint {
        let cyan = terminal.style(AnsiColor::Cyan);
        let _ = writeln!(text, "  {cyan}hint{cyan:#}: {}", escape(hint));
    }
    text
}

fn is_cython(path: &str) -> bool {
    [".pyx", ".pxd", ".pxi"].iter().any(|suffix| path.ends_with(suffix))
}

/// `kernel.pyx:12:4`, as Cython's own diagnostics start and editors read them: the column counts characters from 0.
fn cython_head(located: &Located<'_>, index: &LineIndex, severity: Severity) -> String {
    let Located { path, text: source, span } = *located;
    let (start, _) = clip(source, span);
    let at = index.place(start as u32);
    let column = source[start - at.column as usize..start].chars().count();
    let word = if severity == Severity::Warning { "warning: " } else { "" };
    format!("{word}{}:{}:{column}", escape(path), at.line)
}

/// ` --> file:line:column` and the line with carets under the span.
fn place(
    text: &mut String,
    (path, source): (&str, &str),
    index: &LineIndex,
    span: Span,
    label: &str,
    terminal: &Terminal,
) {
    let (start, end) = clip(source, span);
    let at = index.place(start as u32);
    let line_start = start - at.column as usize;
    let line = source[line_start..].split(['\n', '\r']).next().unwrap_or_default();
    let (from, to) = (start - line_start, end.saturating_sub(line_start).min(line.len()));
    let from = from.min(line.len());
    let column = line[..from].chars().count() + 1;
    let blue = terminal.style(AnsiColor::Blue);
    let margin = " ".repeat(at.line.to_string().len());
    let _ = writeln!(text, "{margin}{blue}-->{blue:#} {}:{}:{column}", escape(path), at.line);
    let (shown_line, indent, carets) = window(line, from, to.max(from));
    let _ = writeln!(text, "{margin} {blue}|{blue:#}");
    let _ = writeln!(text, "{blue}{} |{blue:#} {shown_line}", at.line);
    let red = terminal.style(AnsiColor::Red);
    let _ = writeln!(
        text,
        "{margin} {blue}|{blue:#} {}{red}{}{red:#}{label}",
        " ".repeat(indent),
        "^".repeat(carets.max(1))
    );
}

/// The span on character boundaries inside the text.
fn clip(text: &str, span: Span) -> (usize, usize) {
    let boundary = |offset: u32| {
        let mut offset = (offset as usize).min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1; // 0 is a boundary
        }
        offset
    };
    let start = boundary(span.start);
    (start, boundary(span.end).max(start))
}

/// The line as shown, the columns before the carets, and how many carets.
fn window(line: &str, from: usize, to: usize) -> (String, usize, usize) {
    let before: Vec<char> = line[..from].chars().collect();
    let skipped = before.len().saturating_sub(WINDOW / 2);
    let head: String = before[skipped..].iter().map(|&character| shown(character)).collect();
    let marked: String = line[from..to].chars().take(WINDOW).map(shown).collect();
    let tail: String = line[to..].chars().take(WINDOW / 2).map(shown).collect();
    let lead = if skipped > 0 { "..." } else { "" };
    let cut = if line[from..to].chars().count() > WINDOW { "..." } else { &tail };
    let more = if line[to..].chars().count() > WINDOW / 2 { "..." } else { "" };
    let indent = lead.len() + head.width();
    (format!("{lead}{head}{marked}{cut}{more}"), indent, marked.width())
}

#[cfg(test)]
mod tests {
    use pyrx_transpiler::diag::Code;

    use super::*;

    fn rendered(text: &str, start: u32, end: u32) -> String {
        let source = Source::alone("a.py", "a", text);
        let found = Diagnostic::error(Code::SYNTAX, Span::new(start, end), "expected a name").hint("write one");
        plain(&source, &found)
    }

    #[test]
    fn carets_stand_under_the_span() {
        let expected = "error[P0101]: expected a name\n --> a.py:2:5\n  |\n2 | y = 22\n  |     ^^\n  hint: write one\n";
        assert_eq!(rendered("x = 1\ny = 22\n", 10, 12), expected);
    }

    #[test]
    fn wide_characters_and_tabs_keep_carets_in_place() {
        let text = rendered("\t数 = ?\n", 7, 8);
        assert!(text.contains("1 |     数 = ?\n  |          ^\n"), "{text}");
    }

    #[test]
    fn any_span_in_any_text_is_shown() {
        for text in ["", "\n", "a", "é\r\n数\u{202e}", "\r", "x\r\ry"] {
            for start in 0..12 {
                for end in 0..12 {
                    assert!(rendered(text, start, end).contains('^'));
                }
            }
        }
        rendered("x", u32::MAX, 0);
    }

    #[test]
    fn a_very_long_line_is_cut() {
        assert!(rendered(&"x".repeat(1_000_000), 500_000, 600_000).len() < 2000);
    }
}
