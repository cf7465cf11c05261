//! What must hold of every SARIF log.

use pyrx_annotate::sarif::{self, Finding, Level, Place, Region, Rule};
use serde_json::{Value, json};

const RULES: &[Rule<'_>] = &[Rule { id: "A1", text: "first" }, Rule { id: "A2", text: "second" }];

fn region(file: &str, start: (u32, Option<u32>), end: (u32, Option<u32>)) -> Region<'_> {
    let place = |(line, column)| Place { line, column };
    Region { file, start: place(start), end: place(end) }
}

fn finding<'a>(rule: &'a str, message: &'a str) -> Finding<'a> {
    let region = region("a.py", (1, Some(2)), (1, Some(3)));
    Finding { rule, level: Level::Error, message, hint: None, region, notes: Vec::new() }
}

fn parsed(findings: &[Finding<'_>]) -> Value {
    serde_json::from_str(&sarif::log(RULES, findings)).expect("it is JSON")
}

fn result(found: Finding<'_>) -> Value {
    parsed(&[found])["runs"][0]["results"][0].clone()
}

#[test]
fn nothing_found_is_a_whole_log() {
    let log = parsed(&[]);
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(log["runs"][0]["tool"]["driver"]["name"], "pyrx");
    assert_eq!(log["runs"][0]["results"], json!([]));
    assert_eq!(log["runs"][0]["tool"]["driver"]["rules"], json!([]));
}

#[test]
fn a_finding_says_what_where_and_how_to_mend_it() {
    let found = Finding {
        hint: Some("write it so"),
        level: Level::Warning,
        region: region("pkg/a.py", (3, Some(5)), (4, Some(1))),
        notes: vec![(region("b.pxd", (7, None), (7, None)), "declared here")],
        ..finding("A2", "it is wrong")
    };
    let place = |uri: &str, region: Value| json!({"artifactLocation": {"uri": uri}, "region": region});
    let expected = json!({
        "ruleId": "A2",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "it is wrong\nhint: write it so"},
        "locations": [{"physicalLocation": place("pkg/a.py", json!({"startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 1}))}],
        "relatedLocations": [{
            "physicalLocation": place("b.pxd", json!({"startLine": 7, "endLine": 7})),
            "message": {"text": "declared here"},
        }],
    });
    assert_eq!(result(found), expected);
}

#[test]
fn rules_are_those_that_findings_name() {
    let log = parsed(&[finding("A2", "one"), finding("A1", "two"), finding("A2", "three")]);
    let run = &log["runs"][0];
    let rules: Vec<&Value> =
        run["tool"]["driver"]["rules"].as_array().expect("a list").iter().map(|r| &r["id"]).collect();
    assert_eq!(rules, ["A1", "A2"]);
    let indices: Vec<&Value> =
        run["results"].as_array().expect("a list").iter().map(|result| &result["ruleIndex"]).collect();
    assert_eq!(indices, [1, 0, 1]);
}

#[test]
fn regions_are_valid_whatever_the_places() {
    for (start, end) in [((0, Some(0)), (0, Some(0))), ((5, Some(9)), (2, Some(1))), ((5, Some(9)), (5, Some(1)))] {
        let found = Finding { region: region("a.py", start, end), ..finding("A1", "x") };
        let region = &result(found)["locations"][0]["physicalLocation"]["region"];
        let at = |key: &str| region[key].as_u64().expect(key);
        assert!(at("startLine") >= 1 && at("startColumn") >= 1 && at("endColumn") >= 1);
        assert!((at("startLine"), at("startColumn")) <= (at("endLine"), at("endColumn")), "{region}");
    }
}

#[test]
fn paths_become_uris() {
    for (path, uri) in [
        ("a b/größe.py", "a%20b/gr%C3%B6%C3%9Fe.py"),
        ("./a.py", "a.py"),
        ("../a.py", "../a.py"),
        ("/tmp/a.py", "file:///tmp/a.py"),
        ("c:a#b?c%.py", "c%3Aa%23b%3Fc%25.py"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("pkg\\a.py", "pkg/a.py"),
    ] {
        let found = Finding { region: region(path, (1, None), (1, None)), ..finding("A1", "x") };
        assert_eq!(result(found)["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], uri);
    }
}

#[test]
fn messages_hold_neither_links_nor_placeholders() {
    let text = |message| result(finding("A1", message))["message"]["text"].clone();
    assert_eq!(text("[click](https://example.org)"), "\\[click\\](https://example.org)");
    assert_eq!(text("`a[i]` is {0}"), "`a[i]` is {{0}}");
}

#[test]
fn a_terminal_may_print_the_log() {
    let log = sarif::log(RULES, &[finding("A1", "\x1b[31m\u{202e}\u{9b}\0")]);
    assert!(log.chars().all(|c| c == '\n' || (' '..='~').contains(&c)), "{log}");
    assert!(log.ends_with("}\n"));
}
