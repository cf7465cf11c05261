//! `pyrx check`: what would stay in the interpreter, as a table and as an exit status; needs no Rust.

use std::path::{Path, PathBuf};

use pyrx_transpiler::diag::Severity;
use pyrx_transpiler::facts::{FunctionFacts, Level};
use pyrx_transpiler::{Diagnostic, Source};
use serde_json::{Value, json};

use crate::args::CheckArgs;
use crate::chosen::{self, Chosen};
use crate::failure::{Failure, Outcome, SOURCE};
use crate::output::OutputFormat;
use crate::recorded::{self, Prints, Stubs};
use crate::terminal::Terminal;
use crate::together::Together;
use crate::{options, render, source, transpile};

/// What checking one module found.
struct Checked {
    source: Source,
    functions: Vec<FunctionFacts>,
    /// Errors if there are any, else warnings.
    diagnostics: Vec<Diagnostic>,
    /// Lines that touch the interpreter.
    lines: u64,
    /// How many may, where there are more.
    exceeded: Option<u64>,
}

/// The exit status is that of the worst module: 1 for errors and for too many lines, 2 for a file that cannot be read.
pub fn run(args: &CheckArgs, terminal: &Terminal) -> Outcome<u8> {
    let modules = chosen::modules(&args.files, &args.compile, None)?;
    let files: Vec<PathBuf> = modules.iter().map(|module| module.file.clone()).collect();
    let types = &Stubs::asked(args.types_from.as_deref(), &files, None, None, Prints::beside(terminal.output.format))?;
    let together = Together::of(&modules, None, None, types.is_empty());
    let mut status = 0;
    for module in &modules {
        status = status.max(match check(module, &together, types, args) {
            Ok(checked) => tell(&checked, args, terminal),
            Err(failure) => failure.report(terminal),
        });
    }
    Ok(status)
}

fn check(chosen: &Chosen, together: &Together, types: &Stubs, args: &CheckArgs) -> Outcome<Checked> {
    let siblings = if types.is_empty() { together.with(&chosen.file, &chosen.compile)? } else { Vec::new() };
    let mut module = source::read(&chosen.file, &chosen.compile.include, chosen.root.as_deref(), &siblings)?;
    types.give(&mut module);
    let (functions, diagnostics) = match transpile::check(&module, &options::parse(&chosen.compile)?)? {
        Ok(known) => (known.facts.functions, known.warnings),
        Err(diagnostics) => (Vec::new(), diagnostics),
    };
    let lines = functions.iter().map(|function| u64::from(function.interpreter_lines)).sum();
    let exceeded = args.max_interp_lines.or(chosen.max_interp_lines).filter(|most| lines > *most);
    Ok(Checked { source: module.source, functions, diagnostics, lines, exceeded })
}

fn tell(checked: &Checked, args: &CheckArgs, terminal: &Terminal) -> u8 {
    let failed = checked.diagnostics.iter().any(|found| found.severity == Severity::Error);
    terminal.tell(&checked.source, &checked.diagnostics);
    match terminal.output.format {
        OutputFormat::Full if failed => {}
        OutputFormat::Full => tell_table(checked, args, terminal),
        OutputFormat::Json => terminal.output.module(as_json(checked)),
        OutputFormat::Concise | OutputFormat::Github | OutputFormat::Sarif => {}
    }
    if let Some(most) = checked.exceeded {
        let path = render::escape(&checked.source.path);
        let failure =
            Failure::source(format!("{path}: {} lines touch the interpreter, at most {most} may", checked.lines));
        failure.hint("`pyrx annotate` shows which, and why").report(terminal);
    }
    if failed || checked.exceeded.is_some() { SOURCE } else { 0 }
}

fn tell_table(checked: &Checked, args: &CheckArgs, terminal: &Terminal) {
    terminal.say(&table(checked));
    let untyped = checked.functions.iter().filter(|function| function.untyped).count();
    if untyped > 0 && args.types_from.is_none() {
        let (path, text) = (Path::new(&checked.source.path), &checked.source.text);
        terminal.say(&format!("  {}", recorded::advice(path, untyped, recorded::is_script(text))));
    }
}

fn table(checked: &Checked) -> String {
    let longest = checked.functions.iter().map(|function| function.qualname.chars().count()).max();
    let width = longest.unwrap_or(0).clamp(8, 40);
    let path = render::escape(&checked.source.path);
    let mut text = format!("{path}\n  {:width$}  level        native  interp  reason\n", "function");
    for function in &checked.functions {
        text.push_str(&row(function, width));
    }
    text
}

fn row(function: &FunctionFacts, width: usize) -> String {
    let (name, level) = (render::escape(&function.qualname), level(function.level));
    let reason = render::escape(function.reason.as_deref().unwrap_or(""));
    let (native, interpreter) = (function.native_lines, function.interpreter_lines);
    let line = format!("  {name:width$}  {level:11}  {native:6}  {interpreter:6}  {reason}");
    let hint = function.hint.as_deref().map(|hint| format!("  {:width$}    hint: {}\n", "", render::escape(hint)));
    line.trim_end().to_owned() + "\n" + &hint.unwrap_or_default()
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Native => "native",
        Level::Mixed => "mixed",
        Level::Interpreted => "interpreted",
    }
}

fn as_json(checked: &Checked) -> Value {
    json!({
        "path": checked.source.path,
        "interpreter_lines": checked.lines,
        "exceeded": checked.exceeded.is_some(),
        "functions": checked.functions.iter().map(function_json).collect::<Vec<_>>(),
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
