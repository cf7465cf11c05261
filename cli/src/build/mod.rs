//! From a module to an extension next to it:
//! read, answer from the record, analyse, write the Rust project, compile, install, record.

mod emitted;
mod explain;
mod identity;
mod install;
mod library;
mod maturin;
mod project;
mod record;
mod rejected;
mod summary;
pub mod toolchain;
mod unbuilt;

use std::path::{Path, PathBuf};

use pyrx_transpiler::facts::Holder;
use pyrx_transpiler::{Compiled, Diagnostic, Options};

use self::rejected::Refused;

use crate::args::{CompileArgs, TargetArgs};
use crate::cache::{Cache, Lock};
use crate::failure::{Failure, Outcome};
use crate::progress::Progress;
use crate::python::{self, Python};
use crate::recorded::Stubs;
use crate::source::{self, Module};
use crate::terminal::Terminal;
use crate::together::Sibling;
use crate::{atomic, options, render, transpile};

pub use emitted::emit;
pub use library::library;
pub use record::{Record, note_report, read_all};

/// What is wanted of every module of one command.
pub struct Request<'a> {
    pub options: Options,
    pub native: bool,
    pub annotate: bool,
    pub show_rust: bool,
    pub keep: Option<&'a Path>,
    pub out_dir: Option<&'a Path>,
    /// The folder that modules' names start from, where it is not for their packages to say.
    pub root: Option<&'a Path>,
    /// What is built depends on the source's content alone, not on where it lies.
    pub reproducible: bool,
    /// Where files that a module names are looked for, too.
    pub folders: Vec<PathBuf>,
    /// The modules that it is compiled together with.
    pub siblings: Vec<Sibling>,
    /// Types that were recorded for the modules.
    pub types: &'a Stubs,
    pub python: Python,
    pub cache: Cache,
    /// Whether the build says at its end what came out.
    pub summary: bool,
    /// rustc refusing a function is an error, not a warning.
    pub strict_internal: bool,
}

impl<'a> Request<'a> {
    pub fn new(compile: &CompileArgs, target: &TargetArgs) -> Outcome<Self> {
        let options = options::parse(compile)?;
        let cache = Cache::open()?;
        let python = python::find(target.python.as_deref(), &cache)?;
        let strict_internal =
            options.strict || std::env::var_os("PYRX_STRICT_INTERNAL").is_some_and(|value| value == "1");
        Ok(Request {
            options,
            native: target.native,
            annotate: false,
            show_rust: false,
            keep: None,
            out_dir: None,
            root: None,
            reproducible: false,
            folders: compile.include.clone(),
            siblings: Vec::new(),
            types: Stubs::none(),
            python,
            cache,
            summary: true,
            strict_internal,
        })
    }
}

impl Request<'_> {
    /// Reads a module with what it names, and the types that were recorded for it.
    fn read(&self, path: &Path) -> Outcome<Module> {
        let mut module = source::read(path, &self.folders, self.root, &self.siblings)?;
        self.types.give(&mut module);
        Ok(module)
    }
}

/// One module on its way.
struct Job<'a> {
    request: &'a Request<'a>,
    module: Module,
    /// Where the extension goes.
    output: PathBuf,
    /// Names project, crate and record: the module's path and the options.
    identity: String,
    /// Changes with whatever the extension's content depends on.
    fingerprint: String,
}

/// Builds a module, unless what lies there is what would be built.
///
/// # Errors
/// Errors in the source, a missing tool, a folder that cannot be written.
pub fn build(path: &Path, request: &Request, terminal: &Terminal) -> Outcome<Record> {
    let job = Job::new(request.read(path)?, request)?;
    if let Some(record) = job.unchanged() {
        summary::unchanged(&record, request, terminal);
        return Ok(record);
    }
    let mut progress = Progress::new(terminal);
    let folder = job.output.parent().unwrap_or(Path::new("."));
    atomic::probe(folder).map_err(|error| unwritable(folder, &error))?;
    let _one_at_a_time = Lock::exclusive(&job.lock_path(), || {
        progress.note("  waiting for another build of this module");
    })?;
    if let Some(record) = job.unchanged() {
        summary::unchanged(&record, request, terminal);
        return Ok(record);
    }
    let built = job.build(&mut progress, terminal)?;
    progress.finish();
    request.cache.evict();
    if request.summary {
        let advice = if terminal.quiet { None } else { unbuilt::advice(&job) };
        summary::built(&built, request, advice.as_deref(), &progress.times, terminal);
    }
    Ok(built)
}

impl Job<'_> {
    fn build(&self, progress: &mut Progress, terminal: &Terminal) -> Outcome<Record> {
        progress.phase("analysing", &render::path(self.module.source.path.as_ref()));
        let mut options = self.request.options.clone();
        let mut compiled = transpile::compile(&self.module, &options, terminal)?;
        let tools = toolchain::find(&self.request.python)?;
        let _nobody_removes_folders = Lock::shared(&self.request.cache.lock_path())?;
        let project = project::Project::of(self)?;
        let mut warnings = Vec::new();
        let wheel = loop {
            project.write(&compiled.rust)?;
            progress.phase("compiling", &format!("for {}", self.request.python.abi));
            match maturin::build(&project, &tools, progress, terminal) {
                Ok(wheel) => break wheel,
                Err(failure) => {
                    if !rejected::is_in(&failure, &project.crate_name) {
                        return Err(failure);
                    }
                    let functions =
                        rejected::functions(&project, &project.crate_name, "src/lib.rs", &tools, &compiled)?;
                    self.leave(functions, failure, &compiled, &mut options, &mut warnings, terminal)?;
                    compiled = transpile::compile(&self.module, &options, terminal)?;
                }
            }
        };
        progress.phase("writing", &render::path(&self.output));
        self.finish(&wheel, &project, &compiled, warnings, progress, terminal)
    }

    /// Leaves the functions that rustc refused to the interpreter, with a warning each.
    fn leave(
        &self,
        functions: Vec<Holder>,
        failure: Failure,
        compiled: &Compiled,
        options: &mut Options,
        warnings: &mut Vec<Diagnostic>,
        terminal: &Terminal,
    ) -> Outcome<()> {
        let before = options.leave.len();
        for holder in functions {
            let Some(function) = Refused::new(&holder, &compiled.facts) else { continue };
            if options.leave.insert(function.name.clone()) {
                let found = rejected::diagnostic(&self.module.source, &function, self.request.strict_internal);
                warnings.push(found);
            }
        }
        if options.leave.len() > before && !self.request.strict_internal {
            return Ok(());
        }
        terminal.tell(&self.module.source, warnings);
        Err(failure)
    }

    fn finish(
        &self,
        wheel: &Path,
        project: &project::Project,
        compiled: &Compiled,
        mut warnings: Vec<Diagnostic>,
        progress: &Progress,
        terminal: &Terminal,
    ) -> Outcome<Record> {
        warnings.extend_from_slice(&compiled.warnings);
        progress.alert(&self.module.source, &warnings);
        install::extension(wheel, &self.output)?;
        let mut outputs = vec![self.output.clone()];
        if self.request.annotate {
            outputs.push(self.report(compiled)?);
        }
        if let Some(folder) = self.request.keep {
            project.copy_to(folder, &self.module.source.module)?;
        }
        if self.request.show_rust {
            terminal.result(&compiled.rust);
        }
        let record = self.describe(&outputs, compiled, &warnings)?;
        self.keep(&record)?;
        Ok(record)
    }

    fn report(&self, compiled: &Compiled) -> Outcome<PathBuf> {
        let folder = self.output.parent().unwrap_or(Path::new("."));
        let path = folder.join(format!("{}.html", self.module.stem()));
        let html = crate::commands::annotate::html(&self.module, &compiled.facts, &compiled.warnings)?;
        atomic::write(&path, html.as_bytes(), 0o644).map_err(|error| Failure::file("write", &path, &error))?;
        Ok(path)
    }
}

fn unwritable(folder: &Path, error: &std::io::Error) -> Failure {
    let failure = Failure::file("write to folder", folder, error);
    failure.hint("make it writable, or name another folder with `pyrx build -o`")
}
