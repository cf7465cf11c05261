//! `pyrx annotate`: the report of what touches the interpreter; needs no Rust.

use std::path::{Path, PathBuf};

use pyrx_annotate::Report;
use pyrx_transpiler::{Diagnostic, Facts};

use crate::args::{AnnotateArgs, ReportFormat};
use crate::chosen::Chosen;
use crate::failure::{Failure, Outcome, SOURCE};
use crate::recorded::{Prints, Stubs};
use crate::source::{self, Module};
use crate::terminal::Terminal;
use crate::together::Together;
use crate::{atomic, browser, options, render, transpile};

/// A module with errors has a report too, which tells them.
pub fn run(args: &AnnotateArgs, terminal: &Terminal) -> Outcome<u8> {
    let format = if args.json { ReportFormat::Json } else { args.format };
    let together = Together::of(&[Chosen::named(&args.file, &args.compile)], None, None, args.types_from.is_none());
    let siblings = together.with(&args.file, &args.compile)?;
    let mut module = source::read(&args.file, &args.compile.include, None, &siblings)?;
    let files = std::slice::from_ref(&args.file);
    let prints = if args.output.as_deref() == Some(Path::new("-")) { Prints::Aside } else { Prints::Usual };
    Stubs::asked(args.types_from.as_deref(), files, None, None, prints)?.give(&mut module);
    let (facts, diagnostics, status) = match transpile::attempt(&module, &options::parse(&args.compile)?)? {
        Ok(compiled) => (compiled.facts, compiled.warnings, 0),
        Err(diagnostics) => {
            terminal.tell(&module.source, &diagnostics);
            (Facts::default(), diagnostics, SOURCE)
        }
    };
    let text = rendered(format, &module, &facts, &diagnostics)?;
    let output = args.output.clone().unwrap_or_else(|| beside(&module, format));
    if output == Path::new("-") {
        if args.open {
            return Err(Failure::environment("--open needs a file to open").hint("name one with -o"));
        }
        terminal.result(&text);
        return Ok(status);
    }
    let written = atomic::write(&output, text.as_bytes(), 0o644);
    written.map_err(|error| Failure::file("write", &output, &error).hint("name another file with -o"))?;
    // Without the note `pyrx clean` does not find the report; it needs no cache itself.
    let _ = crate::build::note_report(&module, &output);
    terminal.note(&format!("wrote {}", render::path(&output)));
    if args.open {
        browser::open(&output)?;
    }
    Ok(status)
}

fn beside(module: &Module, format: ReportFormat) -> PathBuf {
    let suffix = match format {
        ReportFormat::Html => "html",
        ReportFormat::Json => "json",
        ReportFormat::Md => "md",
        ReportFormat::Sarif => "sarif",
    };
    module.path.with_extension(suffix)
}

/// The report as one HTML page.
pub fn html(module: &Module, facts: &Facts, warnings: &[Diagnostic]) -> Outcome<String> {
    rendered(ReportFormat::Html, module, facts, warnings)
}

fn rendered(format: ReportFormat, module: &Module, facts: &Facts, diagnostics: &[Diagnostic]) -> Outcome<String> {
    let found = render::findings(&module.source, diagnostics);
    let report = Report { path: &module.source.path, source: &module.source.text, facts, found: &found };
    transpile::guarded(|| match format {
        ReportFormat::Html => report.html(),
        ReportFormat::Json => report.json(),
        ReportFormat::Md => report.markdown(),
        ReportFormat::Sarif => report.sarif(&render::rules()),
    })
}
