//! What the SARIF log and the page make of facts and of the compiler's errors and warnings.

mod facts;

use facts::{fact, function};
use pyrx_annotate::Report;
use pyrx_annotate::sarif::{Finding, Level as Severity, Place, Region, Rule};
use pyrx_transpiler::Facts;
use pyrx_transpiler::facts::{FactKind, Level};
use serde_json::Value;

const SOURCE: &str = "one\ntwo\nthree\n";

fn found<'a>(file: &'a str, line: u32, level: Severity, message: &'a str) -> Finding<'a> {
    let place = Place { line, column: Some(1) };
    let region = Region { file, start: place, end: place };
    Finding { rule: "P0401", level, message, hint: None, region, notes: Vec::new() }
}

fn results(facts: &Facts, found: &[Finding<'_>]) -> Vec<(String, String, u64)> {
    let rules = [Rule { id: "P0401", text: "a race" }];
    let log = Report { path: "a.py", source: SOURCE, facts, found }.sarif(&rules);
    let log: Value = serde_json::from_str(&log).expect("it is JSON");
    let results = log["runs"][0]["results"].as_array().expect("a list").clone();
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let line =
        |result: &Value| result["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64().expect("a line");
    results.iter().map(|result| (text(&result["ruleId"]), text(&result["level"]), line(result))).collect()
}

fn named(rule: &str, level: &str, line: u64) -> (String, String, u64) {
    (rule.to_owned(), level.to_owned(), line)
}

#[test]
fn what_went_well_is_no_finding() {
    let facts = Facts { lines: FactKind::ALL.map(|kind| fact(1, kind, 0, "why", None)).to_vec(), ..Facts::default() };
    let rules: Vec<String> = results(&facts, &[]).into_iter().map(|(rule, ..)| rule).collect();
    assert_eq!(rules, ["interpreter", "conversion", "check_kept", "copy", "race"]);
}

#[test]
fn findings_come_in_the_order_of_lines() {
    let mut left = function("f", 2, 3, Level::Interpreted);
    left.reason = Some("it is a generator".to_owned());
    let facts = Facts {
        functions: vec![left, function("g", 1, 1, Level::Native)],
        lines: vec![fact(3, FactKind::Race, 0, "a race", None), fact(1, FactKind::Copy, 0, "a copy", None)],
        ..Facts::default()
    };
    let warning = found("a.py", 3, Severity::Warning, "a race");
    let expected = [named("copy", "note", 1), named("interpreted", "warning", 2), named("P0401", "warning", 3)];
    assert_eq!(results(&facts, &[warning]), expected, "the race is told once");
}

#[test]
fn facts_of_other_files_and_of_lines_that_are_not_there_are_left_out() {
    let mut included = function("f", 1, 2, Level::Interpreted);
    included.file = Some("a.pxi".to_owned());
    included.reason = Some("why".to_owned());
    let mut elsewhere = fact(1, FactKind::Interpreter, 0, "why", None);
    elsewhere.function = Some(0);
    let facts = Facts {
        functions: vec![included],
        lines: vec![elsewhere, fact(0, FactKind::Copy, 0, "why", None), fact(4, FactKind::Copy, 0, "why", None)],
        ..Facts::default()
    };
    assert_eq!(results(&facts, &[]), []);
    let page = facts::report("a.py", SOURCE, &facts).html();
    assert!(page.contains("class=\"l\" id=L1"), "the line of the other file is not this one");
    assert!(page.contains("<code>in a.pxi</code>") && page.contains("id=\"f-f\""));
}

#[test]
fn an_error_is_told_above_and_at_its_line() {
    let mut error = found("a.py", 2, Severity::Error, "expected `<a>`");
    error.hint = Some("write it");
    let place = Place { line: 9, column: None };
    error.notes.push((Region { file: "b.pxd", start: place, end: place }, "declared here"));
    let facts = Facts::default();
    let page = Report { path: "a.py", source: SOURCE, facts: &facts, found: &[error] }.html();
    assert!(page.contains("This module does not compile"));
    assert!(page.contains("<a href=\"#L2\">line 2:1</a>") && page.contains("expected <code>&lt;a></code>"));
    assert!(page.contains("<code>b.pxd</code>, line 9: declared here"));
    assert!(page.contains("class=\"l wrong\" id=L2><a href=#L2>2</a><b class=\"bad\" title=\"error\">×</b>"));
    assert!(!page.contains("nothing to compile"));
}

#[test]
fn an_error_of_another_file_marks_no_line() {
    let error = found("b.pxi", 2, Severity::Error, "wrong");
    let facts = Facts::default();
    let page = Report { path: "a.py", source: SOURCE, facts: &facts, found: &[error] }.html();
    assert!(page.contains("<code>b.pxi</code>, line 2") && !page.contains("class=\"l wrong\""));
}

#[test]
fn a_race_that_is_a_fact_is_no_warning_too() {
    let facts = Facts {
        functions: vec![function("f", 1, 3, Level::Native)],
        lines: vec![fact(3, FactKind::Race, 0, "a race", None)],
        ..Facts::default()
    };
    let warning = found("a.py", 3, Severity::Warning, "a race");
    let page = Report { path: "a.py", source: SOURCE, facts: &facts, found: &[warning] }.html();
    assert_eq!(page.matches("a race").count() - page.matches("is a race").count(), 2, "above and at its line");
}

#[test]
fn changes_name_the_lines_that_they_make_native() {
    let hint = Some("annotate `xs: float64[:]`");
    let touch = |line, hint| fact(line, FactKind::Interpreter, 1, "why", hint);
    let page = |lines: Vec<_>| {
        let facts = Facts { lines, functions: vec![function("f", 1, 3, Level::Mixed)], ..Facts::default() };
        let html = facts::report("a.py", SOURCE, &facts).html();
        let (_, advice) = html.split_once("class=\"advice\"").expect("there is advice");
        let (first, _) = advice.split_once("<small>").expect("a change");
        first.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect::<String>()
    };
    let says = |lines, expected: &str| {
        let text = page(lines);
        assert!(text.contains(expected), "{text}");
    };
    says(vec![touch(1, hint), touch(3, hint)], "annotate xs: float64[:] to make lines 1 to 3 native");
    says(vec![touch(1, hint), touch(2, None), touch(3, hint)], "to make lines 1, 3 native");
    says(vec![touch(2, hint)], "to make line 2 native");
    says(vec![touch(2, hint), touch(2, None)], "to help line 2, which touches the interpreter for other reasons too");
}

#[test]
fn a_function_left_to_python_is_advised_as_a_whole() {
    let mut left = function("f", 1, 3, Level::Interpreted);
    left.reason = Some("it takes `*args`".to_owned());
    left.hint = Some("name the parameters".to_owned());
    let facts = Facts { functions: vec![left], ..Facts::default() };
    let page = facts::report("a.py", SOURCE, &facts).html();
    assert!(page.contains("name the parameters to make lines <a href=\"#L1\">1 to 3</a> native"));
}

#[test]
fn what_to_change_is_said_once_a_line() {
    let touch = |reason, hint| fact(1, FactKind::Interpreter, 0, reason, Some(hint));
    let facts = Facts {
        lines: vec![touch("first", "annotate `a`"), touch("second", "annotate `a`"), touch("third", "annotate `b`")],
        ..Facts::default()
    };
    let page = facts::report("a.py", SOURCE, &facts).html();
    let (_, line) = page.split_once("id=L1>").expect("the line");
    let (line, _) = line.split_once("</details>").expect("it opens");
    assert_eq!(line.matches("annotate <code>a</code>").count(), 1, "{line}");
    assert!(line.contains("second</li>") && line.contains("third <em>annotate <code>b</code></em>"), "{line}");
}

#[test]
fn a_function_left_to_python_is_one_problem() {
    let mut left = function("f", 1, 3, Level::Interpreted);
    left.reason = Some("its types are not known".to_owned());
    left.hint = Some("annotate `x`".to_owned());
    let mut lines = vec![fact(2, FactKind::Interpreter, 0, "`f` is left to the interpreter", Some("annotate `x`"))];
    lines[0].function = Some(0);
    let facts = Facts { functions: vec![left], lines, ..Facts::default() };
    assert_eq!(results(&facts, &[]), [named("interpreted", "warning", 1)]);
    let page = facts::report("a.py", SOURCE, &facts).html();
    let (_, listing) = page.split_once("id=L1>").expect("the listing");
    assert_eq!(listing.matches("annotate <code>x</code>").count(), 1, "at the head only");
}
