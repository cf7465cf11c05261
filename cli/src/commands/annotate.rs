//! `pyrx annotate`: the report of what touches the interpreter; needs no Rust.

use std::path::{Path, PathBuf};

use pyrx_transpiler::Facts;

use crate::args::AnnotateArgs;
use crate::failure::{Failure, Outcome};
use crate::source::{self, Module};
use crate::terminal::Terminal;
use crate::{atomic, options, render, transpile};

pub fn run(args: &AnnotateArgs, terminal: &Terminal) -> Outcome<u8> {
    let module = source::read(&args.file, &args.compile.include, None)?;
    let compiled = transpile::compile(&module, &options::parse(&args.compile)?, terminal)?;
    let text = if args.json { json(&module, &compiled.facts) } else { html(&module, &compiled.facts) }?;
    let output = args.output.clone().unwrap_or_else(|| beside(&module, args.json));
    if output == Path::new("-") {
        terminal.result(&text);
        return Ok(0);
    }
    let written = atomic::write(&output, text.as_bytes(), 0o644);
    written.map_err(|error| Failure::file("write", &output, &error).hint("name another file with -o"))?;
    // Without the note `pyrx clean` does not find the report; it needs no cache itself.
    let _ = crate::build::note_report(&module, &output);
    terminal.note(&format!("wrote {}", render::path(&output)));
    Ok(0)
}

fn beside(module: &Module, json: bool) -> PathBuf {
    module.path.with_extension(if json { "json" } else { "html" })
}

/// The report as one HTML page.
pub fn html(module: &Module, facts: &Facts) -> Outcome<String> {
    transpile::guarded(|| pyrx_annotate::html(&module.source.path, &module.source.text, facts))
}

fn json(module: &Module, facts: &Facts) -> Outcome<String> {
    transpile::guarded(|| pyrx_annotate::json(&module.source.path, &module.source.text, facts))
}
