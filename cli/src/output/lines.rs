//! A finding in one line.

use super::finding::{Finding, Range, Severity};
use crate::render::escape;

/// `kernel.py:12:5: P0101 expected ':'`, as editors and `grep` have it.
pub fn concise(found: &Finding) -> String {
    format!("{}: {} {}", place(&found.range), found.code, escape(&found.message))
}

fn place(range: &Range) -> String {
    format!("{}:{}:{}", escape(&range.path), range.line, range.column)
}

/// A workflow command: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.
pub fn github(found: &Finding) -> String {
    let Range { path, line, column, end_line, end_column } = &found.range;
    let command = match found.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    // A range that takes the line feed along ends before the next line.
    let last = if *end_column == 1 { end_line.saturating_sub(1).max(*line) } else { *end_line };
    let mut properties = format!("file={},line={line},endLine={last}", property(path));
    // Columns of a range over lines would be taken for those of its first.
    if *line == last {
        properties += &format!(",col={column}");
    }
    if line == end_line {
        properties += &format!(",endColumn={end_column}");
    }
    let notes = found.notes.iter().map(|note| format!("\nnote: {}: {}", place(&note.range), note.message));
    let text = found.message.clone() + &notes.collect::<String>() + &hint(found.hint.as_deref());
    format!("::{command} {properties},title=pyrx {}::{}", found.code, data(&text))
}

/// A failure that has no place in a file.
pub fn github_fault(message: &str, hint_text: Option<&str>) -> String {
    format!("::error title=pyrx::{}", data(&(message.to_owned() + &hint(hint_text))))
}

fn hint(text: Option<&str>) -> String {
    text.map_or(String::new(), |text| format!("\nhint: {text}"))
}

/// Text of a command. Line feeds are data; what else would act on a terminal that shows the log is visible.
fn data(text: &str) -> String {
    text.split('\n').map(|line| escape(line).replace('%', "%25")).collect::<Vec<_>>().join("%0A")
}

/// A value before the text, where `:` and `,` mean something too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::finding::Note;
    use super::*;

    fn range(path: &str, line: u32, end_line: u32) -> Range {
        Range { path: path.to_owned(), line, column: 5, end_line, end_column: 9 }
    }

    fn found(path: &str, message: &str, end_line: u32) -> Finding {
        Finding {
            module: path.to_owned(),
            range: range(path, 2, end_line),
            code: "P0101".to_owned(),
            severity: Severity::Error,
            message: message.to_owned(),
            hint: None,
            notes: Vec::new(),
        }
    }

    #[test]
    fn one_line_each() {
        assert_eq!(concise(&found("a.py", "x\n\x1b[31m", 2)), "a.py:2:5: P0101 x\\u{a}\\u{1b}[31m");
        assert_eq!(
            github(&found("a.py", "expected ':'", 2)),
            "::error file=a.py,line=2,endLine=2,col=5,endColumn=9,title=pyrx P0101::expected ':'"
        );
    }

    #[test]
    fn columns_are_of_one_line() {
        assert!(!github(&found("a.py", "x", 3)).to_lowercase().contains("col"));
        let mut to_the_end = found("a.py", "x", 3);
        to_the_end.range.end_column = 1;
        assert!(github(&to_the_end).starts_with("::error file=a.py,line=2,endLine=2,col=5,title="));
    }

    #[test]
    fn nothing_ends_a_command_early() {
        let hostile = github(&found("a,b:c%0A::error::\n.py", "100%\r\n::set-env::\u{202e}", 2));
        assert_eq!(hostile.lines().count(), 1);
        assert!(hostile.starts_with("::error file=a%2Cb%3Ac%250A%3A%3Aerror%3A%3A%0A.py,line=2,"), "{hostile}");
        assert!(hostile.ends_with("::100%25\\u{d}%0A::set-env::\\u{202e}"), "{hostile}");
    }

    #[test]
    fn notes_and_hints_follow_the_message() {
        let note = Note { range: range("b.pxd", 7, 7), message: "first here".to_owned() };
        let found = Finding { hint: Some("mend it".to_owned()), notes: vec![note], ..found("a.py", "x", 2) };
        assert!(github(&found).ends_with("::x%0Anote: b.pxd:7:5: first here%0Ahint: mend it"));
        assert!(github_fault("no cargo", Some("install it")).ends_with("::no cargo%0Ahint: install it"));
    }
}
