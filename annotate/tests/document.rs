//! What must hold of every JSON document.

mod facts;

use facts::{fact, function, instance, rust};
use pyrx_transpiler::Facts;
use pyrx_transpiler::facts::{FactKind, Level};
use serde_json::Value;

fn json(path: &str, source: &str, facts: &Facts) -> String {
    facts::report(path, source, facts).json()
}

fn parsed(path: &str, source: &str, facts: &Facts) -> Value {
    serde_json::from_str(&json(path, source, facts)).expect("it is JSON")
}

fn sample(text: &str) -> Facts {
    let mut described = function(text, 1, 2, Level::Mixed);
    described.reason = Some(text.to_owned());
    described.signatures = vec![text.to_owned()];
    Facts {
        functions: vec![described, function("g", 4, 9, Level::Native)],
        lines: FactKind::ALL.into_iter().map(|kind| fact(7, kind, 3, text, Some(text))).collect(),
        rust: vec![rust(2, text), instance(2, text, text)],
    }
}

#[test]
fn nothing_recorded_is_a_whole_document() {
    let document = parsed("empty.py", "", &Facts::default());
    assert_eq!(document["version"], 1);
    assert_eq!(document["path"], "empty.py");
    assert_eq!(document["source_lines"], 0);
    for key in ["functions", "lines", "facts", "rust", "diagnostics"] {
        assert_eq!(document[key], Value::Array(Vec::new()), "{key}");
    }
}

#[test]
fn text_survives_and_a_terminal_may_print_it() {
    for text in
        ["</script>", "\"\\ \n\r\t\x0c", "\x1b[31m\x07\0\x7f\u{9b}", "\u{202e}\u{2028}\u{e0041}", "caf\u{e9} \u{1f40d}"]
    {
        let document = json(text, text, &sample(text));
        assert!(
            !document.contains(|c: char| (c.is_control() && c != '\n') || "\u{202e}\u{2028}\u{e0041}".contains(c)),
            "{text:?}"
        );
        let document: Value = serde_json::from_str(&document).expect("it is JSON");
        for place in [
            "/path",
            "/functions/0/qualname",
            "/functions/0/reason",
            "/functions/0/signatures/0",
            "/facts/0/reason",
            "/facts/0/hint",
            "/rust/0/rust",
            "/rust/1/instance",
        ] {
            assert_eq!(document.pointer(place).and_then(Value::as_str), Some(text), "{place}");
        }
    }
}

#[test]
fn every_fact_is_there_in_its_order() {
    let document = parsed("a.py", "x\n", &sample("why"));
    let kinds: Vec<&str> =
        document["facts"].as_array().expect("a list").iter().filter_map(|fact| fact["kind"].as_str()).collect();
    assert_eq!(
        kinds,
        [
            "interpreter",
            "conversion",
            "check_kept",
            "check_hoisted",
            "check_proved",
            "check_off",
            "copy",
            "parallel",
            "race",
            "gil",
            "note"
        ]
    );
}

#[test]
fn lines_carry_the_shade_of_the_page() {
    let facts = Facts {
        lines: vec![
            fact(3, FactKind::Interpreter, 1, "a", None),
            fact(3, FactKind::Conversion, 2, "b", None),
            fact(4, FactKind::CheckKept, 2, "c", None),
            fact(5, FactKind::Interpreter, u32::MAX, "d", None),
        ],
        ..Facts::default()
    };
    let document = parsed("a.py", "x\n", &facts);
    assert_eq!(document["lines"].as_array().map(Vec::len), Some(2));
    assert_eq!(document["lines"][0], serde_json::json!({"line": 3, "touches": 2, "weight": 72, "shade": 3}));
    let weight = document["lines"][1]["weight"].as_u64().expect("a number");
    assert!(weight < 1 << 53, "JavaScript reads it exactly");
}

#[test]
fn keys_come_in_one_order() {
    let text = json("a.py", "x\n", &sample("why"));
    let keys = ["version", "path", "source_lines", "totals", "functions", "lines", "facts", "rust", "diagnostics"];
    let places: Vec<usize> = keys.iter().map(|key| text.find(&format!("\n  \"{key}\": ")).expect(key)).collect();
    assert!(places.is_sorted());
    assert!(text.ends_with("}\n"));
    assert_eq!(text, json("a.py", "x\n", &sample("why")));
}

#[test]
fn totals_count_functions_and_lines() {
    let totals = &parsed("a.py", "x\n", &sample("why"))["totals"];
    let expected = serde_json::json!({
        "native_functions": 1, "mixed_functions": 1, "interpreted_functions": 0, "native_lines": 10, "interpreter_lines": 12
    });
    assert_eq!(totals, &expected);
}
