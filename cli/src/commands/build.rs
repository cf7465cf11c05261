//! `pyrx build`: extension modules next to their sources.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::args::{BuildArgs, TargetArgs};
use crate::build::{self, Request};
use crate::chosen::{self, Chosen};
use crate::failure::{Failure, Outcome};
use crate::recorded::{Prints, Stubs};
use crate::render;
use crate::terminal::Terminal;
use crate::together::Together;

/// Builds all modules; one that fails does not keep the others from being built.
pub fn run(args: &BuildArgs, terminal: &Terminal) -> Outcome<u8> {
    let terminal = &Terminal { quiet: terminal.quiet || args.no_summary, ..*terminal };
    if args.show_rust && terminal.output.format.is_document() {
        let failure = Failure::environment("`--show-rust` prints Rust where the document of `--output-format` goes");
        return Err(failure.hint("`--keep DIR` writes the Rust into a folder"));
    }
    if let (Some(list), Some(folder)) = (&args.library, &args.out_dir) {
        return library(list, folder, args, terminal);
    }
    let modules = chosen::modules(&args.files, &args.compile, args.target.python.as_deref())?;
    let files: Vec<PathBuf> = modules.iter().map(|module| module.file.clone()).collect();
    let prints = Prints::beside(terminal.output.format);
    let exe = args.target.python.as_deref();
    let types = &Stubs::asked(args.types_from.as_deref(), &files, args.root.as_deref(), exe, prints)?;
    if let Some(emit) = &args.emit {
        return emit_project(emit, &modules, args, types, terminal);
    }
    if let Some(folder) = &args.out_dir {
        distinct(&modules, args, folder)?;
    }
    // An extension that goes elsewhere is for whoever asked: they say with what it is built.
    let projects = types.is_empty() && args.out_dir.is_none();
    let together = Together::of(&modules, args.root.as_deref(), exe, projects);
    let mut status = 0;
    for module in &modules {
        let built = together_with(module, args, types, &together)
            .and_then(|request| build::build(&module.file, &request, terminal));
        if let Err(failure) = built {
            status = status.max(failure.report(terminal));
        }
    }
    Ok(status)
}

/// Builds the modules of a list as one library.
fn library(list: &Path, folder: &Path, args: &BuildArgs, terminal: &Terminal) -> Outcome<u8> {
    let listed = chosen::listed(list, &args.compile)?;
    let (types, exe) = (Stubs::none(), args.target.python.as_deref());
    let together = Together::of(&listed.modules, args.root.as_deref(), exe, false);
    let requests: Outcome<Vec<Request>> =
        listed.modules.iter().map(|module| together_with(module, args, types, &together)).collect();
    let files = listed.modules.iter().map(|module| module.file.as_path());
    build::library(&listed.name, folder, files.zip(&requests?), terminal)
}

fn request<'a>(module: &'a Chosen, args: &'a BuildArgs, types: &'a Stubs) -> Outcome<Request<'a>> {
    let TargetArgs { native, python } = args.target.clone();
    Ok(Request {
        annotate: args.annotate,
        show_rust: args.show_rust,
        keep: args.keep.as_deref(),
        out_dir: args.out_dir.as_deref(),
        root: root(module, args),
        reproducible: args.reproducible,
        types,
        ..Request::new(&module.compile, &TargetArgs { native: native || module.native, python })?
    })
}

/// A module that others are built together with; recorded types are of one module.
fn together_with<'a>(
    module: &'a Chosen,
    args: &'a BuildArgs,
    types: &'a Stubs,
    together: &Together,
) -> Outcome<Request<'a>> {
    let siblings = if types.is_empty() { together.with(&module.file, &module.compile)? } else { Vec::new() };
    Ok(Request { siblings, ..request(module, args, types)? })
}

fn root<'a>(module: &'a Chosen, args: &'a BuildArgs) -> Option<&'a Path> {
    args.root.as_deref().or(module.root.as_deref())
}

/// `--emit project DIR`: needs no Rust.
fn emit_project(
    emit: &[PathBuf],
    modules: &[Chosen],
    args: &BuildArgs,
    types: &Stubs,
    terminal: &Terminal,
) -> Outcome<u8> {
    let ([what, folder], [module]) = (emit, modules) else {
        return Err(Failure::environment("`--emit project` takes a folder and one module")
            .hint("write a project for each: `pyrx build --emit project DIR MODULE.py`"));
    };
    if what != Path::new("project") {
        let message = format!("there is no `--emit {}`", render::path(what));
        return Err(Failure::environment(message).hint("write `--emit project DIR`"));
    }
    build::emit(&module.file, &request(module, args, types)?, folder, terminal)?;
    Ok(0)
}

/// In one folder, the extension of one module would take the place of another's.
fn distinct(modules: &[Chosen], args: &BuildArgs, folder: &Path) -> Outcome<()> {
    let mut seen: BTreeMap<&OsStr, &PathBuf> = BTreeMap::new();
    // Those with a root lie in folders as their packages do.
    for Chosen { file, .. } in modules.iter().filter(|module| root(module, args).is_none()) {
        let stem = file.file_stem().unwrap_or_default();
        if let Some(other) = seen.insert(stem, file).filter(|other| *other != file) {
            let (one, two) = (render::path(other), render::path(file));
            let message = format!("{one} and {two} would be one extension in {}", render::path(folder));
            return Err(Failure::environment(message).hint("build them into different folders"));
        }
    }
    Ok(())
}
