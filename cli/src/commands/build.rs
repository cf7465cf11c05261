//! `pyrx build`: extension modules next to their sources.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::args::BuildArgs;
use crate::build::{self, Request};
use crate::failure::{Failure, Outcome};
use crate::recorded::Stubs;
use crate::render;
use crate::terminal::Terminal;

/// Builds all modules; one that fails does not keep the others from being built.
pub fn run(args: &BuildArgs, terminal: &Terminal) -> Outcome<u8> {
    let terminal = &Terminal { quiet: terminal.quiet || args.no_summary, ..*terminal };
    let mut request = Request {
        annotate: args.annotate,
        show_rust: args.show_rust,
        keep: args.keep.as_deref(),
        out_dir: args.out_dir.as_deref(),
        root: args.root.as_deref(),
        reproducible: args.reproducible,
        ..Request::new(&args.compile, &args.target)?
    };
    if let Some(script) = &args.types_from {
        request.types = Stubs::record(script, &args.files, request.root, &request.python, &request.cache)?;
    }
    if args.show_rust && terminal.output.format.is_document() {
        let failure = Failure::environment("`--show-rust` prints Rust where the document of `--output-format` goes");
        return Err(failure.hint("`--keep DIR` writes the Rust into a folder"));
    }
    if let Some(emit) = &args.emit {
        return emit_project(emit, &args.files, &request, terminal);
    }
    if let (Some(folder), None) = (&args.out_dir, &args.root) {
        distinct(&args.files, folder)?;
    }
    let mut status = 0;
    for file in &args.files {
        if let Err(failure) = build::build(file, &request, terminal) {
            status = status.max(failure.report(terminal));
        }
    }
    Ok(status)
}

/// `--emit project DIR`: needs no Rust.
fn emit_project(emit: &[PathBuf], files: &[PathBuf], request: &Request, terminal: &Terminal) -> Outcome<u8> {
    let ([what, folder], [file]) = (emit, files) else {
        return Err(Failure::environment("`--emit project` takes a folder and one module")
            .hint("write a project for each: `pyrx build --emit project DIR MODULE.py`"));
    };
    if what != Path::new("project") {
        let message = format!("there is no `--emit {}`", render::path(what));
        return Err(Failure::environment(message).hint("write `--emit project DIR`"));
    }
    build::emit(file, request, folder, terminal)?;
    Ok(0)
}

/// In one folder, the extension of one module would take the place of another's.
fn distinct(files: &[PathBuf], folder: &Path) -> Outcome<()> {
    let mut seen: BTreeMap<&OsStr, &PathBuf> = BTreeMap::new();
    for file in files {
        let stem = file.file_stem().unwrap_or_default();
        if let Some(other) = seen.insert(stem, file).filter(|other| *other != file) {
            let (one, two) = (render::path(other), render::path(file));
            let message = format!("{one} and {two} would be one extension in {}", render::path(folder));
            return Err(Failure::environment(message).hint("build them into different folders"));
        }
    }
    Ok(())
}
