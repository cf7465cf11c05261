//! Content that travels inside pyrx, unpacked once into folders named by it: the same path in every environment, so
//! that cargo sees the same package.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Cache;
use crate::atomic;
use crate::digest::Digest;
use crate::embedded;
use crate::failure::{Failure, Outcome};
use crate::python::Python;

impl Cache {
    /// The runtime's sources.
    pub fn runtime(&self) -> Outcome<PathBuf> {
        let folder = self.root.join("runtime").join(embedded::RUNTIME_ID);
        if !folder.exists() {
            unpack(&self.root.join("runtime"), &folder).map_err(|error| Failure::file("write", &folder, &error))?;
        }
        Ok(folder)
    }

    /// The file that tells pyo3 about a Python.
    pub fn pyo3_config(&self, python: &Python) -> Outcome<PathBuf> {
        self.content("config", "pyo3", "txt", &python.pyo3_config())
    }

    /// The script behind `pyrx run`.
    pub fn run_script(&self) -> Outcome<PathBuf> {
        self.content("support", "_run", "py", embedded::RUN_SCRIPT)
    }

    fn content(&self, folder: &str, stem: &str, suffix: &str, text: &str) -> Outcome<PathBuf> {
        let name = Digest::default().field(text).finish();
        let path = self.root.join(folder).join(format!("{stem}-{name}.{suffix}"));
        let written = atomic::write_if_changed(&path, text.as_bytes());
        written.map_err(|error| Failure::file("write", &path, &error))?;
        Ok(path)
    }
}

/// Writes into a temporary folder and renames it; who comes second leaves the first one's.
fn unpack(beside: &Path, folder: &Path) -> io::Result<()> {
    let temporary = tempfile::Builder::new().prefix(".tmp-").tempdir_in(beside)?;
    for (name, content) in embedded::RUNTIME {
        let path = temporary.path().join(name);
        fs::create_dir_all(path.parent().unwrap_or(temporary.path()))?;
        fs::write(path, content)?;
    }
    let made = temporary.keep();
    match fs::rename(&made, folder) {
        Err(_) if folder.exists() => fs::remove_dir_all(made),
        result => result,
    }
}
