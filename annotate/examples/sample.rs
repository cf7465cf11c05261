//! Prints the report of a sample module with facts made by hand, to look at while working on the templates.
//!
//!     cargo run -p pyrx-annotate --example sample > /tmp/report.html
//!     cargo run -p pyrx-annotate --example sample -- json
//!     cargo run -p pyrx-annotate --example sample -- large     # 2,000 lines, half of them annotated

use pyrx_annotate::Report;
use pyrx_transpiler::Facts;
use pyrx_transpiler::facts::{CheckCounts, Fact, FactKind, FunctionFacts, Level, RustLine};

const SOURCE: &str = include_str!("sample.py");

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("json") => print!("{}", json("examples/sample.py", SOURCE, &sample())),
        Some("large") => {
            let (source, facts) = large(2000);
            print!("{}", html("large.py", &source, &facts));
        }
        _ => print!("{}", html("examples/sample.py", SOURCE, &sample())),
    }
}

fn html(path: &str, source: &str, facts: &Facts) -> String {
    Report { path, source, facts, found: &[] }.html()
}

fn json(path: &str, source: &str, facts: &Facts) -> String {
    Report { path, source, facts, found: &[] }.json()
}

/// The first line that holds a text, so that the sample may be edited freely.
fn line_of(text: &str) -> u32 {
    let at = SOURCE.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("no line holds {text:?}"));
    at as u32 + 1
}

fn fact(line: &str, kind: FactKind, depth: u32, reason: &str, hint: &str) -> Fact {
    let hint = Some(hint.to_owned()).filter(|hint| !hint.is_empty());
    Fact { line: line_of(line), kind, reason: reason.to_owned(), hint, depth, function: None }
}

fn rust(line: &str, function: usize, rust: &str) -> RustLine {
    RustLine { line: line_of(line), function: Some(function), instance: None, rust: rust.to_owned() }
}

fn function(qualname: &str, first: &str, last: &str, level: Level) -> FunctionFacts {
    FunctionFacts {
        file: None,
        qualname: qualname.to_owned(),
        first_line: line_of(first),
        last_line: line_of(last),
        level,
        reason: None,
        hint: None,
        untyped: false,
        signatures: Vec::new(),
        releases_gil: false,
        checks: CheckCounts::default(),
        native_lines: 0,
        interpreter_lines: 0,
    }
}

fn functions() -> Vec<FunctionFacts> {
    let because = |reason: &str| Some(reason.to_owned());
    vec![
        FunctionFacts {
            signatures: vec!["diffuse(u: float64[:, ::1], new: float64[:, ::1], alpha: float, steps: int)".into()],
            releases_gil: true,
            checks: CheckCounts { kept: 0, hoisted: 4, proven: 6, off: 0 },
            native_lines: 9,
            ..function("diffuse", "def diffuse", "    return u", Level::Native)
        },
        FunctionFacts {
            signatures: vec!["histogram(values: float64[:], bins: int64[:], low: float, high: float)".into()],
            releases_gil: true,
            checks: CheckCounts { kept: 1, hoisted: 0, proven: 2, off: 0 },
            native_lines: 6,
            ..function("histogram", "def histogram", "bins[bin] += 1", Level::Native)
        },
        FunctionFacts {
            reason: because("`table` has no type, so what comes out of it are Python objects"),
            hint: because("annotate `table`, for example `dict[str, list[float]]`"),
            signatures: vec!["score(table: object, names: list[str], weights: float64[::1]) -> float".into()],
            checks: CheckCounts { kept: 1, hoisted: 0, proven: 1, off: 0 },
            native_lines: 4,
            interpreter_lines: 7,
            ..function("score", "def score", "    return total", Level::Mixed)
        },
        FunctionFacts {
            reason: because("it has no loop and no typed value, so compiling it would gain nothing"),
            interpreter_lines: 3,
            ..function("load", "def load", "json.load", Level::Interpreted)
        },
        FunctionFacts {
            reason: because("`self` has no native type"),
            hint: because("pass the array as an argument of a function"),
            interpreter_lines: 1,
            ..function("Grid.total", "def total", "self.cells.sum", Level::Interpreted)
        },
    ]
}

fn sample() -> Facts {
    use FactKind::*;
    let table = "`row` is a Python object because `table` has no type, line 30";
    let annotate = "annotate `table`, for example `dict[str, list[float]]`";
    let mark = "`mark` is a Python object because `row.marks` has no known type";
    Facts {
        functions: functions(),
        lines: vec![
            fact("in pyrx.prange(1", Parallel, 1, "rows are shared out among threads, static schedule", ""),
            fact("in pyrx.prange(1", Gil, 1, "the interpreter lock is released around this loop", ""),
            fact("laplace = ", CheckProven, 3, "`i - 1` lies within 0 and `rows - 2`", ""),
            fact("laplace = ", CheckProven, 3, "`i + 1` lies within 2 and `rows - 1`", ""),
            fact("laplace = ", CheckHoisted, 3, "the columns of `u` are checked once, before the loop", ""),
            fact("new[i, j]", CheckHoisted, 3, "`new` may be smaller than `u`; checked once, before the loop", ""),
            fact("in pyrx.prange(len", Parallel, 0, "iterations are shared out among threads, static schedule", ""),
            fact(
                "bins[bin] += 1",
                Race,
                1,
                "two iterations may add to the same element of `bins`, and one of the two sums is lost",
                "give each thread its own `bins` and add them up after the loop",
            ),
            fact("bins[bin] += 1", CheckKept, 1, "`bin` comes from the data", ""),
            fact("for name in names", Conversion, 0, "`names` is copied from a Python list on entry", ""),
            fact("for name in names", Copy, 0, "a copy of `names` is made", ""),
            fact(
                "row = table[name]",
                Interpreter,
                1,
                "`table` has no type, so indexing it asks the interpreter",
                annotate,
            ),
            fact("row = table[name]", Conversion, 1, "`name` becomes a Python string", ""),
            fact("row[i] * weights", Interpreter, 2, table, annotate),
            fact("row[i] * weights", Conversion, 2, "the product becomes a float", ""),
            fact("row[i] * weights", CheckProven, 2, "`i` lies within `weights`", ""),
            fact("for mark in row", Interpreter, 2, table, annotate),
            fact("mark.startswith", Interpreter, 3, mark, annotate),
            fact("for cell in mark", Interpreter, 3, mark, annotate),
            fact(
                "total += cell",
                Interpreter,
                4,
                "`cell` is a Python object because `mark.cells` has no known type",
                annotate,
            ),
            fact("total += cell", Conversion, 4, "the sum becomes a float", ""),
            fact("print(f", Interpreter, 0, "`print` is called through the interpreter", ""),
        ],
        rust: vec![
            rust("rows, columns = u", 0, "let (rows, columns) = (u.len(0), u.len(1));"),
            rust("for step in range", 0, "for step in Range::new(0, steps, 1) {"),
            rust("in pyrx.prange(1", 0, "pool.for_each(Static, 1, rows - 1, |i| {"),
            rust("for j in range(1", 0, "for j in 1..columns - 1 {"),
            rust(
                "laplace = ",
                0,
                "// SAFETY: 1 <= i < rows - 1 and 1 <= j < columns - 1, both checked before the loop\nlet laplace = unsafe {\n    u.get([i - 1, j]) + u.get([i + 1, j]) + u.get([i, j - 1]) + u.get([i, j + 1])\n        - 4.0 * u.get([i, j])\n};",
            ),
            rust("new[i, j]", 0, "unsafe { new.set([i, j], u.get([i, j]) + alpha * laplace) };"),
            rust("u, new = new", 0, "core::mem::swap(&mut u, &mut new);"),
            rust(
                "bins[bin] += 1",
                1,
                "let at = bins.index(0, bin).ok_or(Raise::index(28))?;\nbins.set(at, bins.get(at).wrapping_add(1));",
            ),
            rust("row = table[name]", 2, "let row = py.get_item(&table, &py.str(name)?)?;"),
            rust(
                "row[i] * weights",
                2,
                "let product = py.mul(&py.get_item(&row, &py.int(i)?)?, &py.float(weights.get(i))?)?;\ntotal += py.to_f64(&product)?;",
            ),
            rust("total += cell", 2, "total = py.to_f64(&py.add(&py.float(total)?, &cell)?)?;"),
        ],
    }
}

/// A module of many lines like those of real ones, for measuring the page.
fn large(lines: u32) -> (String, Facts) {
    let block = [
        "def kernel(a: pyrx.float64[:, ::1], b: pyrx.float64[:, ::1], table) -> float:",
        "    \"\"\"Adds up what the rows of both have in common.\"\"\"",
        "    total = 0.0",
        "    for i in range(a.shape[0]):",
        "        for j in range(a.shape[1]):",
        "            total += a[i, j] * b[i, j] - 0.5 * (a[i, j] + b[i, j])",
        "            total += table[\"weights\"][i] * a[i, j]",
        "    return total",
        "",
        "",
    ];
    let per = block.len() as u32;
    let source: String = (0..lines).map(|n| block[(n % per) as usize].to_owned() + "\n").collect();
    let mut facts = Facts::default();
    for start in (1..=lines).step_by(block.len()) {
        let index = facts.functions.len();
        let at = |offset, kind, depth, reason: &str, hint: Option<&str>| Fact {
            line: start + offset,
            kind,
            reason: reason.to_owned(),
            hint: hint.map(str::to_owned),
            depth,
            function: Some(index),
        };
        facts.functions.push(FunctionFacts {
            file: None,
            qualname: format!("kernel_{index}"),
            first_line: start,
            last_line: start + 7,
            level: Level::Mixed,
            reason: Some("`table` has no type".into()),
            hint: Some("annotate it".into()),
            untyped: false,
            signatures: vec!["kernel(a: float64[:, ::1], b: float64[:, ::1], table: object) -> float".into()],
            releases_gil: false,
            checks: CheckCounts { kept: 1, hoisted: 2, proven: 3, off: 0 },
            native_lines: 5,
            interpreter_lines: 1,
        });
        facts.lines.extend([
            at(5, FactKind::CheckProven, 2, "`i` and `j` lie within `a`", None),
            at(5, FactKind::CheckHoisted, 2, "`b` may be smaller than `a`; checked once, before the loop", None),
            at(
                6,
                FactKind::Interpreter,
                2,
                "`table` is a Python object because it has no type",
                Some("annotate `table`"),
            ),
            at(6, FactKind::Conversion, 2, "the product becomes a float", None),
        ]);
        for (offset, text) in [
            (2, "let mut total: f64 = 0.0;"),
            (3, "for i in 0..a.len(0) {"),
            (4, "for j in 0..a.len(1) {"),
            (
                5,
                "// SAFETY: i and j lie within both, checked before the loop\nlet (x, y) = unsafe { (a.get([i, j]), b.get([i, j])) };\ntotal += x * y - 0.5 * (x + y);",
            ),
            (
                6,
                "let row = py.get_item(&table, &names.weights)?;\nlet product = py.mul(&py.get_item(&row, &py.int(i)?)?, &py.float(x)?)?;\ntotal += py.to_f64(&product)?;",
            ),
            (7, "Ok(total)"),
        ] {
            facts.rust.push(RustLine {
                line: start + offset,
                function: Some(index),
                instance: None,
                rust: text.to_owned(),
            });
        }
    }
    (source, facts)
}
