//! The JSON document.

use pyrx_transpiler::Facts;
use pyrx_transpiler::facts::{CheckCounts, Fact, FunctionFacts, Level, RustLine};
use serde::Serialize;

use crate::{heat, text, words};

/// Goes up when a key changes its meaning or goes away, not when one is added.
const VERSION: u32 = 1;

/// The whole document. Keys appear in the order of the fields.
#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    path: &'a str,
    source_lines: usize,
    totals: Totals,
    functions: Vec<Function<'a>>,
    lines: Vec<Line>,
    facts: Vec<Entry<'a>>,
    rust: Vec<Rust<'a>>,
}

#[derive(Serialize)]
struct Totals {
    native_functions: usize,
    mixed_functions: usize,
    interpreted_functions: usize,
    native_lines: u64,
    interpreter_lines: u64,
}

#[derive(Serialize)]
struct Function<'a> {
    qualname: &'a str,
    first_line: u32,
    last_line: u32,
    level: &'static str,
    reason: Option<&'a str>,
    hint: Option<&'a str>,
    signatures: &'a [String],
    releases_gil: bool,
    checks: Checks,
    native_lines: u32,
    interpreter_lines: u32,
}

#[derive(Serialize)]
struct Checks {
    kept: u32,
    hoisted: u32,
    proved: u32,
    off: u32,
}

/// A line that touches the interpreter.
#[derive(Serialize)]
struct Line {
    line: u32,
    touches: u32,
    weight: u64,
    shade: u8,
}

#[derive(Serialize)]
struct Entry<'a> {
    line: u32,
    kind: &'static str,
    reason: &'a str,
    hint: Option<&'a str>,
    depth: u32,
    /// Index into `functions`.
    function: Option<usize>,
}

#[derive(Serialize)]
struct Rust<'a> {
    line: u32,
    /// Index into `functions`.
    function: Option<usize>,
    /// The parameters' types, where the function has several instances.
    instance: Option<&'a str>,
    rust: &'a str,
}

pub fn render(path: &str, source: &str, facts: &Facts) -> String {
    let document = Document {
        version: VERSION,
        path,
        source_lines: text::lines(source).len(),
        totals: totals(&facts.functions),
        functions: facts.functions.iter().map(function).collect(),
        lines: lines(&facts.lines),
        facts: facts.lines.iter().map(entry).collect(),
        rust: facts.rust.iter().map(rust).collect(),
    };
    let json = serde_json::to_string_pretty(&document).expect("no map with keys other than strings, no failing impl");
    text::spelled_in_json(&json) + "\n"
}

fn totals(functions: &[FunctionFacts]) -> Totals {
    let at = |level| functions.iter().filter(|function| function.level == level).count();
    Totals {
        native_functions: at(Level::Native),
        mixed_functions: at(Level::Mixed),
        interpreted_functions: at(Level::Interpreted),
        native_lines: functions.iter().map(|function| u64::from(function.native_lines)).sum(),
        interpreter_lines: functions.iter().map(|function| u64::from(function.interpreter_lines)).sum(),
    }
}

fn function(function: &FunctionFacts) -> Function<'_> {
    let CheckCounts { kept, hoisted, proven, off } = function.checks;
    Function {
        qualname: &function.qualname,
        first_line: function.first_line,
        last_line: function.last_line,
        level: words::level(function.level).id,
        reason: function.reason.as_deref(),
        hint: function.hint.as_deref(),
        signatures: &function.signatures,
        releases_gil: function.releases_gil,
        checks: Checks { kept, hoisted, proved: proven, off },
        native_lines: function.native_lines,
        interpreter_lines: function.interpreter_lines,
    }
}

fn lines(facts: &[Fact]) -> Vec<Line> {
    let heat = heat::by_line(facts);
    heat.iter()
        .map(|(&line, heat)| Line { line, touches: heat.touches, weight: heat.weight, shade: heat.shade() })
        .collect()
}

fn entry(fact: &Fact) -> Entry<'_> {
    Entry {
        line: fact.line,
        kind: words::kind(fact.kind).id,
        reason: &fact.reason,
        hint: fact.hint.as_deref(),
        depth: fact.depth,
        function: fact.function,
    }
}

fn rust(line: &RustLine) -> Rust<'_> {
    Rust { line: line.line, function: line.function, instance: line.instance.as_deref(), rust: &line.rust }
}
