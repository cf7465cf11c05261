//! `pyrx check`: what would stay in the interpreter, as a table and as an exit status; needs no Rust.

use std::path::Path;

use pyrx_transpiler::Compiled;
use pyrx_transpiler::facts::{FunctionFacts, Level};
use serde_json::{Value, json};

use crate::args::{CheckArgs, CheckFormat};
use crate::failure::{Failure, Outcome, SOURCE};
use crate::terminal::Terminal;
use crate::{options, render, source, transpile};

/// What checking one module found.
struct Checked {
    path: String,
    compiled: Compiled,
    /// Lines that touch the interpreter.
    lines: u64,
    exceeded: bool,
}

pub fn run(args: &CheckArgs, terminal: &Terminal) -> Outcome<u8> {
    let mut status = 0;
    for file in &args.files {
        status = status.max(match check(file, args, terminal) {
            Ok(checked) => print(&checked, args, terminal),
            Err(failure) => failure.report(terminal),
        });
    }
    Ok(status)
}

fn check(file: &Path, args: &CheckArgs, terminal: &Terminal) -> Result<Checked, Failure> {
    let module = source::read(file)?;
    let compiled = transpile::compile(&module, &options::parse(&args.compile)?, terminal)?;
    for warning in &compiled.warnings {
        terminal.note(&render::diagnostic(&module.source, warning, terminal));
    }
    let lines = compiled.facts.functions.iter().map(|function| u64::from(function.interpreter_lines)).sum();
    let exceeded = args.max_interp_lines.is_some_and(|most| lines > most);
    Ok(Checked { path: module.source.path, compiled, lines, exceeded })
}

fn print(checked: &Checked, args: &CheckArgs, terminal: &Terminal) -> u8 {
    match args.format {
        CheckFormat::Text => terminal.say(&table(checked)),
        // One line a module.
        CheckFormat::Json => terminal.result(&as_json(checked).to_string()),
    }
    if !checked.exceeded {
        return 0;
    }
    let most = args.max_interp_lines.unwrap_or(0);
    let message = format!("{}: {} lines touch the interpreter, at most {most} may", checked.path, checked.lines);
    terminal.failure(&render::escape(&message), Some("`pyrx annotate` shows which, and why"));
    SOURCE
}

fn table(checked: &Checked) -> String {
    let functions = &checked.compiled.facts.functions;
    let width = functions.iter().map(|function| function.qualname.chars().count()).max().unwrap_or(0).clamp(8, 40);
    let mut text =
        format!("{}\n  {:width$}  level        native  interp  reason\n", render::escape(&checked.path), "function");
    for function in functions {
        text.push_str(&row(function, width));
    }
    text
}

fn row(function: &FunctionFacts, width: usize) -> String {
    let (name, level) = (render::escape(&function.qualname), level(function.level));
    let reason = render::escape(function.reason.as_deref().unwrap_or(""));
    let line =
        format!("  {name:width$}  {level:11}  {:6}  {:6}  {reason}", function.native_lines, function.interpreter_lines);
    line.trim_end().to_owned() + "\n"
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Native => "native",
        Level::Mixed => "mixed",
        Level::Interpreted => "interpreted",
    }
}

fn as_json(checked: &Checked) -> Value {
    let functions: Vec<Value> = checked.compiled.facts.functions.iter().map(function_json).collect();
    let warnings = &checked.compiled.warnings;
    let warnings: Vec<Value> =
        warnings.iter().map(|warning| json!({ "code": warning.code.0, "message": warning.message })).collect();
    json!({
        "path": checked.path,
        "interpreter_lines": checked.lines,
        "exceeded": checked.exceeded,
        "functions": functions,
        "warnings": warnings,
    })
}

fn function_json(function: &FunctionFacts) -> Value {
    json!({
        "qualname": function.qualname,
        "first_line": function.first_line,
        "last_line": function.last_line,
        "level": level(function.level),
        "reason": function.reason,
        "hint": function.hint,
        "signatures": function.signatures,
        "releases_gil": function.releases_gil,
        "native_lines": function.native_lines,
        "interpreter_lines": function.interpreter_lines,
    })
}
