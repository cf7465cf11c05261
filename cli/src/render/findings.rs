//! Diagnostics as findings, for the report and for SARIF.

use pyrx_annotate::sarif::{Finding, Level, Place, Region, Rule};
use pyrx_transpiler::diag::{CODES, Severity};
use pyrx_transpiler::span::{LineIndex, Span};
use pyrx_transpiler::{Diagnostic, Source};

/// The diagnostics of a module, in their order.
pub fn findings<'a>(source: &'a Source, diagnostics: &'a [Diagnostic]) -> Vec<Finding<'a>> {
    diagnostics.iter().map(|diagnostic| finding(source, diagnostic)).collect()
}

/// What each code means.
pub fn rules() -> Vec<Rule<'static>> {
    CODES.iter().map(|row| Rule { id: row.code.0, text: row.meaning }).collect()
}

fn finding<'a>(source: &'a Source, diagnostic: &'a Diagnostic) -> Finding<'a> {
    Finding {
        rule: diagnostic.code.0,
        level: match diagnostic.severity {
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
        },
        message: &diagnostic.message,
        hint: diagnostic.hint.as_deref(),
        region: region(source, diagnostic.span),
        notes: diagnostic.notes.iter().map(|(span, note)| (region(source, *span), note.as_str())).collect(),
    }
}

/// Where a span lies, in lines and characters.
fn region(source: &Source, span: Span) -> Region<'_> {
    let located = source.locate(span);
    let index = LineIndex::new(located.text);
    let place = |offset: u32| {
        let mut offset = (offset as usize).min(located.text.len());
        while !located.text.is_char_boundary(offset) {
            offset -= 1; // 0 is a boundary
        }
        let at = index.place(offset as u32);
        let before = &located.text[offset - at.column as usize..offset];
        Place { line: at.line, column: Some(before.chars().count() as u32 + 1) }
    };
    Region { file: located.path, start: place(located.span.start), end: place(located.span.end) }
}

#[cfg(test)]
mod tests {
    use pyrx_transpiler::diag::Code;

    use super::*;

    fn place(line: u32, column: u32) -> Place {
        Place { line, column: Some(column) }
    }

    #[test]
    fn columns_count_characters_from_one() {
        let source = Source::alone("a.py", "a", "x\né数 = 22\n");
        let diagnostics = [Diagnostic::error(Code::SYNTAX, Span::new(10, 12), "wrong").note(Span::new(0, 1), "here")];
        let [found] = &findings(&source, &diagnostics)[..] else { panic!("one finding") };
        assert_eq!(found.region, Region { file: "a.py", start: place(2, 6), end: place(2, 8) });
        assert_eq!(found.notes, [(Region { file: "a.py", start: place(1, 1), end: place(1, 2) }, "here")]);
    }

    #[test]
    fn spans_past_the_end_are_clipped() {
        for text in ["", "é", "a\r\nb"] {
            let source = Source::alone("a.py", "a", text);
            for (start, end) in [(0, 99), (99, 99), (1, 1), (u32::MAX, 0)] {
                let diagnostic = Diagnostic::error(Code::SYNTAX, Span::new(start, end), "wrong");
                assert_eq!(findings(&source, &[diagnostic]).len(), 1);
            }
        }
    }
}
