//! What must hold of every summary in Markdown.

mod facts;

use facts::{fact, function};
use pyrx_annotate::Report;
use pyrx_annotate::sarif::{Finding, Level as Severity, Place, Region};
use pyrx_transpiler::Facts;
use pyrx_transpiler::facts::{FactKind, Level};

fn markdown(facts: &Facts) -> String {
    facts::report("a.py", "x\ny\nz\n", facts).markdown()
}

/// What stands outside of code spans.
fn outside(markdown: &str) -> String {
    markdown.split('`').step_by(2).collect()
}

#[test]
fn a_module_reads_as_a_heading_totals_changes_and_a_table() {
    let mut slow = function("slow", 2, 3, Level::Mixed);
    slow.reason = Some("line 3: `x` is a Python object".to_owned());
    slow.hint = Some("annotate `x: float`".to_owned());
    let facts = Facts {
        functions: vec![function("fast", 1, 1, Level::Native), slow],
        lines: vec![
            fact(1, FactKind::Race, 0, "both add to `t`", Some("sum it")),
            fact(2, FactKind::Interpreter, 1, "`x` is a Python object", Some("annotate `x: float`")),
            fact(3, FactKind::Interpreter, 1, "`x` is a Python object", Some("annotate `x: float`")),
        ],
        ..Facts::default()
    };
    let expected = "\
### `a.py`

2 functions: 1 native, 1 mixed, 0 left to Python; 10 lines run natively, 12 touch the interpreter. Checks: 6 proved, 4 hoisted, 2 kept, 8 off.

**Race warnings**

- line 1: both add to `t` → sum it

**What to change first**

- annotate `x: float` to make lines 2 to 3 native; `x` is a Python object

| function | level | lines | native | interpreter | why it is not native | what to change |
|---|---|--:|--:|--:|---|---|
| `fast` | native | 1–1 | 5 | 6 |  |  |
| `slow` | mixed | 2–3 | 5 | 6 | line 3: `x` is a Python object | annotate `x: float` |
";
    assert_eq!(markdown(&facts), expected);
}

#[test]
fn text_of_the_source_is_no_markup() {
    for hostile in [
        "<img src=x>",
        "@someone",
        "[a](http://b)",
        "**b**",
        "a|b",
        "``",
        "` x `",
        "\n# h",
        "\u{202e}",
        "\x1b[31m",
        "$x$",
    ] {
        let mut described = function(hostile, 1, 1, Level::Mixed);
        described.reason = Some(hostile.to_owned());
        let facts = Facts {
            functions: vec![described],
            lines: vec![fact(1, FactKind::Interpreter, 0, hostile, Some(hostile))],
            ..Facts::default()
        };
        let text = markdown(&facts);
        let row = text.lines().find(|line| line.contains("| mixed |")).expect("the row is one line");
        assert_eq!(row.replace("\\|", "").matches('|').count(), 8, "{row}");
        let outside = outside(&text);
        for markup in ["<img", "@", "[a]", " **b", "\n# h", "\u{202e}", "\x1b", "$x$"] {
            assert!(!outside.contains(markup), "{hostile:?} gives {text}");
        }
    }
}

#[test]
fn an_error_stands_instead_of_the_table() {
    let place = |line, column| Place { line, column: Some(column) };
    let region = Region { file: "a.py", start: place(2, 5), end: place(2, 6) };
    let message = "expected `)`";
    let found =
        [Finding { rule: "P0101", level: Severity::Error, message, hint: Some("close it"), region, notes: Vec::new() }];
    let report = Report { path: "a.py", source: "x\ny\n", facts: &Facts::default(), found: &found };
    assert_eq!(report.markdown(), "### `a.py`\n\n- **error** `P0101` line 2:5: expected `)` → close it\n");
}

#[test]
fn a_comment_stays_below_what_github_takes() {
    let long = "`values` is a Python object because `load()` has no known type ".repeat(4);
    let mut facts = Facts::default();
    for line in 1..=3000 {
        let mut described = function("a_function_with_a_long_name", line, line, Level::Mixed);
        described.reason = Some(long.clone());
        facts.functions.push(described);
        facts.lines.push(fact(line % 3 + 1, FactKind::Race, 0, &long, None));
        facts.lines.push(fact(line % 3 + 1, FactKind::Interpreter, 0, "why", Some(&format!("change {line}"))));
    }
    let length = markdown(&facts).chars().count();
    assert!(length < 65_536, "{length} characters");
}
