//! Short ways to write facts.

#![allow(dead_code)] // each test file uses its part

use pyrx_annotate::Report;
use pyrx_transpiler::Facts;
use pyrx_transpiler::facts::{CheckCounts, Fact, FactKind, FunctionFacts, Level, RustLine};

/// A report of a module without errors and warnings.
pub fn report<'a>(path: &'a str, source: &'a str, facts: &'a Facts) -> Report<'a> {
    Report { path, source, facts, found: &[] }
}

pub fn fact(line: u32, kind: FactKind, depth: u32, reason: &str, hint: Option<&str>) -> Fact {
    Fact { line, kind, reason: reason.to_owned(), hint: hint.map(str::to_owned), depth, function: None }
}

pub fn rust(line: u32, rust: &str) -> RustLine {
    RustLine { line, function: None, instance: None, rust: rust.to_owned() }
}

pub fn instance(line: u32, instance: &str, text: &str) -> RustLine {
    RustLine { instance: Some(instance.to_owned()), ..rust(line, text) }
}

pub fn function(qualname: &str, first_line: u32, last_line: u32, level: Level) -> FunctionFacts {
    FunctionFacts {
        file: None,
        qualname: qualname.to_owned(),
        first_line,
        last_line,
        level,
        reason: None,
        hint: None,
        untyped: false,
        signatures: Vec::new(),
        releases_gil: false,
        checks: CheckCounts { kept: 1, hoisted: 2, proven: 3, off: 4 },
        native_lines: 5,
        interpreter_lines: 6,
    }
}
