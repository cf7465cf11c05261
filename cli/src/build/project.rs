//! The generated Rust project.

use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use askama::Template;

use super::{Job, Request, toolchain};
use crate::atomic;
use crate::embedded;
use crate::failure::{Failure, Outcome};
use crate::python::Python;

#[derive(Template)]
#[template(path = "project/Cargo.toml.txt", escape = "none")]
struct CargoToml<'a> {
    crate_name: &'a str,
    runtime: &'a str,
    parts: &'a [String],
}

#[derive(Template)]
#[template(path = "project/config.toml.txt", escape = "none")]
struct CargoConfig {
    /// Folders, and what stands for them in the extension.
    paths: Vec<(String, &'static str)>,
    crates: Option<String>,
}

#[derive(Template)]
#[template(path = "project/pyproject.toml.txt", escape = "none")]
struct PyprojectToml<'a> {
    crate_name: &'a str,
    module_name: &'a str,
}

/// The files of a project, from the project's folder.
const FILES: &[&str] = &["Cargo.toml", "Cargo.lock", "pyproject.toml", "src/lib.rs"];

/// Where the runtime lies in a project: a link, so that cargo gives it a name that does not depend on where the cache is.
pub const RUNTIME: &str = "runtime";

/// A project folder in the cache.
pub struct Project<'a> {
    pub folder: PathBuf,
    /// Cargo's target folder, shared between projects.
    pub target: PathBuf,
    pub pyo3_config: PathBuf,
    pub crate_name: String,
    pub python: &'a Python,
    /// Whether the crate is compiled for the CPU of this machine alone.
    pub native: bool,
}

impl<'a> Project<'a> {
    /// Writes everything of a module but the Rust.
    pub fn of(job: &Job<'a>) -> Outcome<Self> {
        let project = Project::new(job.request, &job.identity, job.crate_name())?;
        let leaf = job.module.leaf();
        let module_name = if leaf.is_ascii() { leaf } else { &project.crate_name };
        project.write_manifests(module_name, &[])?;
        Ok(project)
    }

    /// The folder of an identity, with all that does not depend on what is built in it.
    pub fn new(request: &'a Request, identity: &str, crate_name: String) -> Outcome<Self> {
        let cache = &request.cache;
        let runtime = cache.runtime()?;
        let project = Project {
            folder: cache.project(identity),
            target: cache.target(&request.python.abi),
            pyo3_config: cache.pyo3_config(&request.python)?,
            crate_name,
            python: &request.python,
            native: request.native,
        };
        let made = fs::create_dir_all(project.folder.join("src")).and_then(|()| fs::create_dir_all(&project.target));
        made.map_err(|error| Failure::file("make folder", &project.folder, &error))?;
        let crates = cache.crates()?;
        for folder in [&runtime, &project.target, &project.folder].into_iter().chain(&crates) {
            cache.touch(folder);
        }
        link(&runtime, &project.folder.join(RUNTIME))?;
        project.write_config(cache.root(), crates.as_deref())?;
        Ok(project)
    }

    /// The manifests for cargo and maturin; `parts` are the crates in `parts/` that this one is linked from.
    pub fn write_manifests(&self, module_name: &str, parts: &[String]) -> Outcome<()> {
        let cargo = CargoToml { crate_name: &self.crate_name, runtime: RUNTIME, parts }.render();
        let pyproject = PyprojectToml { crate_name: &self.crate_name, module_name }.render();
        self.put("Cargo.toml", cargo.map_err(template)?.as_bytes())?;
        self.put("pyproject.toml", pyproject.map_err(template)?.as_bytes())?;
        // Cargo drops from the lockfile what this project does not need; what it left is kept from build to build.
        let locked_for = format!("{}\n", embedded::BUILD_ID);
        if fs::read_to_string(self.folder.join("locked-for")).ok().as_ref() != Some(&locked_for) {
            self.put("Cargo.lock", embedded::LOCKFILE)?;
            self.put("locked-for", locked_for.as_bytes())?;
        }
        Ok(())
    }

    /// What is said to rustc of paths; and where cargo takes crates from: those that pyrx carries, or else wherever it does.
    fn write_config(&self, cache: &Path, crates: Option<&Path>) -> Outcome<()> {
        let text = |path: &Path| toml_string(&path.to_string_lossy());
        let mut paths = vec![(text(cache), "/pyrx")];
        paths.extend(toolchain::cargo_home().map(|home| (text(&home), "/cargo")));
        let config = CargoConfig { paths, crates: crates.map(text) }.render().map_err(template)?;
        self.put(".cargo/config.toml", config.as_bytes())
    }

    pub fn write(&self, rust: &str) -> Outcome<()> {
        self.put("src/lib.rs", rust.as_bytes())
    }

    /// A file by its path from the project's folder.
    pub fn put(&self, name: &str, content: &[u8]) -> Outcome<()> {
        let path = self.folder.join(name);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        let written = made.and_then(|()| atomic::write_if_changed(&path, content));
        written.map_err(|error| Failure::file("write", &path, &error))
    }

    /// How many crates a first build compiles.
    pub fn crate_count(&self) -> u64 {
        let lock = fs::read_to_string(self.folder.join("Cargo.lock")).unwrap_or_default();
        lock.matches("[[package]]").count() as u64
    }

    /// Copies the project to a folder that the user named, under the module's name.
    pub fn copy_to(&self, folder: &Path, module: &str) -> Outcome<()> {
        let kept = folder.join(module);
        copy(&self.folder, &kept).map_err(|error| Failure::file("write", &kept, &error))?;
        let runtime = fs::read_link(self.folder.join(RUNTIME));
        let runtime = runtime.map_err(|error| Failure::file("read", &self.folder.join(RUNTIME), &error))?;
        link(&runtime, &kept.join(RUNTIME))
    }
}

/// Makes a link, in the place of one that leads elsewhere.
fn link(to: &Path, at: &Path) -> Outcome<()> {
    if fs::read_link(at).is_ok_and(|there| there == to) {
        return Ok(());
    }
    let _ = fs::remove_file(at); // if it is there; that it cannot be removed is found out below
    symlink(to, at).map_err(|error| Failure::file("write", at, &error))
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to.join("src"))?;
    for name in FILES {
        fs::copy(from.join(name), to.join(name))?;
    }
    Ok(())
}

/// The inside of a basic string of TOML.
pub fn toml_string(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    };
    text.chars().map(escape).collect()
}

pub fn template(error: askama::Error) -> Failure {
    Failure::environment(format!("cannot render the project: {error}")).hint(crate::transpile::REPORT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_any_kind_fit_into_toml() {
        assert_eq!(toml_string("a\"b\\c\nd"), "a\\\"b\\\\c\\u000ad");
    }
}
