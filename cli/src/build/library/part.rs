//! A module of a library.

use std::fmt::Write as _;
use std::path::Path;

use pyrx_transpiler::{Compiled, Diagnostic, Options};

use super::Library;
use crate::build::project::Project;
use crate::build::toolchain::Tools;
use crate::build::{Job, Record, Request, rejected};
use crate::digest::Digest;
use crate::failure::{Failure, Outcome};
use crate::progress::Progress;
use crate::terminal::Terminal;
use crate::transpile;

pub struct Part<'a> {
    pub job: Job<'a>,
    pub crate_name: String,
    /// Of its entry point in the library.
    pub symbol: String,
    options: Options,
    compiled: Compiled,
    /// What was found when it was compiled as Rust.
    warnings: Vec<Diagnostic>,
}

impl<'a> Part<'a> {
    /// Reads a module and makes Rust of it.
    ///
    /// # Errors
    /// The file cannot be read, or there are errors in it, which were printed then.
    pub fn new(path: &Path, request: &'a Request<'a>, library: &Library, terminal: &Terminal) -> Outcome<Self> {
        let module = request.read(path)?;
        module.must_import()?;
        let options = Options { part: true, ..request.options.clone() };
        let compiled = transpile::compile(&module, &options, terminal)?;
        let file = format!("{}{}", module.stem(), request.python.ext_suffix);
        let output = library.folder.join(module.packages()).join(file);
        let identity = Digest::default().field(&library.identity).field(&module.source.module).finish();
        let symbol = symbol(&module.source.module);
        let job = Job { request, module, output, identity, fingerprint: String::new() };
        Ok(Part { crate_name: job.crate_name(), job, symbol, options, compiled, warnings: Vec::new() })
    }

    /// The path of its Rust in the project.
    fn file(&self) -> String {
        format!("parts/{}/src/lib.rs", self.crate_name)
    }

    pub fn write(&self, project: &Project) -> Outcome<()> {
        project.put(&self.file(), self.compiled.rust.as_bytes())
    }

    /// Tells the warnings and says what was built.
    pub fn finish(&self, progress: &Progress) -> Outcome<Record> {
        let warnings = [self.warnings.as_slice(), &self.compiled.warnings].concat();
        progress.alert(&self.job.module.source, &warnings);
        self.job.describe(std::slice::from_ref(&self.job.output), &self.compiled, &warnings)
    }
}

/// Leaves the functions that rustc refused to the interpreter, in the parts that did not compile.
///
/// # Errors
/// The failure, where nothing is left that could be; or what keeps a part from being written anew.
pub fn leave(
    parts: &mut [Part],
    failure: Failure,
    project: &Project,
    tools: &Tools,
    terminal: &Terminal,
) -> Outcome<()> {
    let Some(part) = parts.iter_mut().find(|part| rejected::is_in(&failure, &part.crate_name)) else {
        return Err(failure);
    };
    let functions = rejected::functions(project, &part.crate_name, &part.file(), tools, &part.compiled)?;
    let Part { job, options, compiled, warnings, .. } = part;
    job.leave(functions, failure, compiled, options, warnings, terminal)?;
    part.compiled = transpile::compile(&part.job.module, &part.options, terminal)?;
    part.write(project)
}

/// What the entry point of a module is called; the number changes when shims call it in another way.
fn symbol(module: &str) -> String {
    let mut symbol = "pyrx_init_1_".to_owned();
    for c in module.chars() {
        match c {
            c if c.is_ascii_alphanumeric() => symbol.push(c),
            c => {
                let _ = write!(symbol, "_{:x}_", u32::from(c)); // into a string, which never fails
            }
        }
    }
    symbol
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_tell_modules_apart() {
        assert_eq!(symbol("waves.grid"), "pyrx_init_1_waves_2e_grid");
        assert_eq!(symbol("a_.b"), "pyrx_init_1_a_5f__2e_b");
        assert_eq!(symbol("größe"), "pyrx_init_1_gr_f6__df_e");
    }
}
