//! Several modules as one library: each is a crate of its own, which cargo compiles beside the others, and again when it has
//! changed; one more is linked from them and has an entry point for each. Beside it, per module, a shim.

mod part;
mod shims;

use std::fs;
use std::path::{Path, PathBuf};

use askama::Template;

use self::part::Part;
use super::project::{self, Project, RUNTIME};
use super::{Request, install, maturin, summary, toolchain};
use crate::cache::Lock;
use crate::digest::Digest;
use crate::failure::{Failure, Outcome};
use crate::progress::Progress;
use crate::render;
use crate::terminal::Terminal;

#[derive(Template)]
#[template(path = "project/part.toml.txt", escape = "none")]
struct PartToml<'a> {
    crate_name: &'a str,
    runtime: &'a str,
}

#[derive(Template)]
#[template(path = "project/library.rs.txt", escape = "none")]
struct LibraryRs<'a> {
    parts: &'a [Part<'a>],
}

/// A library, and where it goes.
struct Library<'a> {
    /// What all of its modules have in common: the Python and the cache.
    request: &'a Request<'a>,
    /// Its path from the folder of the packages.
    file: PathBuf,
    /// The folder of the packages.
    folder: &'a Path,
    /// Names project, crates and lock. Content is no part of it: what has not changed is not compiled again.
    identity: String,
}

/// Builds modules into `folder`, as their packages lie: the library `name`, a path without the suffix of extensions, and for
/// each module a shim where its extension would be. Gives the exit status; errors in sources were printed. Nothing is
/// recorded: the folder is the caller's.
///
/// # Errors
/// A missing tool, a folder that cannot be written.
pub fn library<'a>(
    name: &Path,
    folder: &'a Path,
    modules: impl Iterator<Item = (&'a Path, &'a Request<'a>)> + Clone,
    terminal: &Terminal,
) -> Outcome<u8> {
    let Some((_, request)) = modules.clone().next() else { return Ok(0) };
    let library = Library::new(name, folder, request);
    let mut progress = Progress::new(terminal);
    let (mut parts, mut status) = (Vec::new(), 0);
    for (path, request) in modules {
        progress.phase("analysing", &render::path(path));
        match Part::new(path, request, &library, terminal) {
            Ok(part) => parts.push(part),
            Err(failure) => status = status.max(failure.report(terminal)),
        }
    }
    if status != 0 {
        return Ok(status);
    }
    let lock = request.cache.records().join(format!("{}.lock", library.identity));
    let _one_at_a_time = Lock::exclusive(&lock, || progress.note("  waiting for another build of this library"))?;
    library.build(&mut parts, &mut progress, terminal)?;
    let records = parts.iter().map(|part| part.finish(&progress)).collect::<Outcome<Vec<_>>>()?;
    progress.finish();
    request.cache.evict();
    if request.summary {
        records.iter().for_each(|record| summary::module(record, request, terminal));
        summary::took(&progress.times, terminal);
        terminal.note(&format!("  {} ({})", render::path(&folder.join(&library.file)), request.python.abi));
    }
    Ok(0)
}

impl<'a> Library<'a> {
    fn new(name: &Path, folder: &'a Path, request: &'a Request<'a>) -> Self {
        let mut file = name.as_os_str().to_owned();
        file.push(&request.python.ext_suffix);
        let identity = Digest::default().field("library").field(file.as_encoded_bytes()).finish();
        Library { request, file: file.into(), folder, identity }
    }

    /// A crate name that no other build has.
    fn crate_name(&self) -> String {
        // The identity is 32 hexadecimal digits.
        format!("pyrx_library_{}", &self.identity[..16])
    }

    fn build(&self, parts: &mut [Part], progress: &mut Progress, terminal: &Terminal) -> Outcome<()> {
        let tools = toolchain::find(&self.request.python)?;
        let _nobody_removes_folders = Lock::shared(&self.request.cache.lock_path())?;
        let project = Project::new(self.request, &self.identity, self.crate_name())?;
        self.write(&project, parts)?;
        progress.phase("compiling", &format!("for {}", self.request.python.abi));
        let wheel = loop {
            match maturin::build(&project, &tools, progress, terminal) {
                Ok(wheel) => break wheel,
                Err(failure) => part::leave(parts, failure, &project, &tools, terminal)?,
            }
        };
        let shims = shims::build(self, parts, &project, &tools)?;
        progress.phase("writing", &render::path(&self.folder.join(&self.file)));
        install::extension(&wheel, &made(self.folder.join(&self.file))?)?;
        for (part, shim) in parts.iter().zip(shims) {
            install::copy(&shim, &made(part.job.output.clone())?)?;
        }
        Ok(())
    }

    fn write(&self, project: &Project, parts: &[Part]) -> Outcome<()> {
        let names: Vec<String> = parts.iter().map(|part| part.crate_name.clone()).collect();
        project.write_manifests(&project.crate_name, &names)?;
        for part in parts {
            let manifest = PartToml { crate_name: &part.crate_name, runtime: RUNTIME }.render();
            let name = format!("parts/{}/Cargo.toml", part.crate_name);
            project.put(&name, manifest.map_err(project::template)?.as_bytes())?;
            part.write(project)?;
        }
        project.write(&LibraryRs { parts }.render().map_err(project::template)?)
    }
}

/// The path of a file, whose folder is there now.
fn made(file: PathBuf) -> Outcome<PathBuf> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| Failure::file("make folder", folder, &error))?;
    Ok(file)
}
