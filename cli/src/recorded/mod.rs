//! Types without typing them: a script runs, the arguments of a module's functions are recorded (`record`), kinds of values
//! become types (`kind`, `ty`, `signature`), and types become text (`spell`, `text`).

mod kind;
mod record;
mod signature;
mod spell;
mod text;
mod ty;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use pyrx_transpiler::hir::Outline;
use pyrx_transpiler::{Diagnostic, File, Need, Options};

use crate::cache::Cache;
use crate::failure::{Failure, Outcome};
use crate::python;
use crate::source::Module;
use crate::terminal::Terminal;
use crate::{render, source, transpile};

pub use record::{Prints, Recording, run};
pub use signature::{Finding, Typed, findings};
pub use text::{Annotated, exports, inserted, stub};

/// The functions of a module of Python.
///
/// # Errors
/// The module is a `.pyx`, or is wrong.
pub fn outline(module: &Module, terminal: &Terminal) -> Outcome<Outline> {
    if module.source.is_cython() {
        let message = format!("{} states its types itself", render::path(&module.path));
        return Err(Failure::environment(message).hint("types are recorded for modules of Python"));
    }
    outlined(module)?.map_err(|diagnostics| transpile::stop(module, &diagnostics, terminal))
}

fn outlined(module: &Module) -> Outcome<Result<Outline, Vec<Diagnostic>>> {
    transpile::guarded(|| pyrx_transpiler::outline(&module.source, &Options::default()))
}

/// Refuses a module whose `.pxd` states types: a stub would hide it.
pub fn no_header(module: &Module) -> Outcome<()> {
    let header = Need::Declarations(module.source.module.clone());
    let Some(part) = module.source.part(&header) else { return Ok(()) };
    let message = format!("{} states types of this module, and a stub would hide it", render::escape(part.path));
    Err(Failure::environment(message).hint("`pyrx types --write` puts annotations into the source"))
}

/// What was recorded of the modules of a build: the text of the stub that would state it, by the module's path.
pub struct Stubs(BTreeMap<PathBuf, String>);

impl Stubs {
    /// What `--types-from` says, if it is given: runs the script under the Python of this name, and takes the types that it
    /// gives modules of Python. What is wrong with a module is told when it is compiled.
    ///
    /// # Errors
    /// The script fails: what it would have called is not known. A module has a `.pxd`.
    pub fn asked(
        script: Option<&Path>,
        files: &[PathBuf],
        root: Option<&Path>,
        exe: Option<&Path>,
        prints: Prints,
    ) -> Outcome<Stubs> {
        let Some(script) = script else { return Ok(Stubs(BTreeMap::new())) };
        let cache = Cache::open()?;
        let python = python::find(exe, &cache)?;
        let read = files.iter().filter_map(|file| source::read(file, &[], root, &[]).ok());
        let modules: Vec<Module> = read.filter(|module| !module.source.is_cython()).collect();
        modules.iter().try_for_each(no_header)?;
        let paths: Vec<PathBuf> = modules.iter().map(|module| module.path.clone()).collect();
        let recording = run(&paths, &[OsString::from(script)], prints, &python, &cache)?;
        if let Some(how) = recording.failed() {
            let message =
                format!("{} ended with {how}: not all types that it would show are known", render::path(script));
            let hint = "mend the script; `pyrx types --stub` writes down what it showed";
            return Err(Failure::source(message).hint(hint));
        }
        let mut stubs = BTreeMap::new();
        for (module, calls) in modules.iter().zip(&recording.modules) {
            if let Ok(outline) = outlined(module)? {
                let findings = findings(&outline, calls, false);
                let typed: Vec<&Typed> = findings.iter().filter_map(Finding::typed).collect();
                stubs.insert(module.path.clone(), stub(&typed).0);
            }
        }
        Ok(Stubs(stubs))
    }

    /// Where no script was run.
    pub fn none() -> &'static Stubs {
        static NONE: Stubs = Stubs(BTreeMap::new());
        &NONE
    }

    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds to a module what a stub beside it would state.
    pub fn give(&self, module: &mut Module) {
        if let Some(text) = self.0.get(&module.path).filter(|text| !text.is_empty()) {
            add_stub(module, text, "<recorded types>");
        }
    }
}

/// Whether a module has a block that runs it as a script: `if __name__ == "__main__":`.
pub fn is_script(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("if __name__ =="))
}

/// What helps functions that are interpreted for want of types.
pub fn advice(module: &Path, functions: usize, is_script: bool) -> String {
    let (name, plural) = (shown_name(module), if functions == 1 { "function" } else { "functions" });
    match is_script {
        true => format!("types of {functions} {plural} are missing: `pyrx types {name}` finds them by running it"),
        false => format!(
            "types of {functions} {plural} are missing: `pyrx types {name} -- SCRIPT.py` finds them by running a script"
        ),
    }
}

/// The name of a module's file.
pub fn shown_name(module: &Path) -> String {
    render::path(Path::new(module.file_name().unwrap_or(module.as_os_str())))
}

/// Adds text to the stub of a module, or makes it its stub.
pub fn add_stub(module: &mut Module, text: &str, path: &str) {
    match module.source.files.iter_mut().find(|file| file.need == Need::Stub) {
        Some(File { text: Some(stated), .. }) => *stated = joined(stated, text),
        Some(file) => *file = File { need: Need::Stub, path: path.to_owned(), text: Some(text.to_owned()) },
        None => {
            let file = File { need: Need::Stub, path: path.to_owned(), text: Some(text.to_owned()) };
            module.source.files.push(file);
        }
    }
}

/// What a stub states already, then more.
pub fn joined(stated: &str, more: &str) -> String {
    let gap = match stated {
        "" => "",
        text if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    format!("{stated}{gap}{more}")
}

impl<'a> Finding<'a> {
    pub fn typed(&self) -> Option<&Typed<'a>> {
        match self {
            Finding::Typed(typed) => Some(typed),
            Finding::Nothing | Finding::NotCalled(_) | Finding::Left(..) | Finding::Untyped(..) => None,
        }
    }
}
