//! Content that travels inside pyrx, unpacked once into folders named by it: the same path in every environment, so
//! that cargo sees the same package.

use std::fs;
use std::io::{self, Cursor};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use super::Cache;
use crate::atomic;
use crate::digest::Digest;
use crate::embedded;
use crate::failure::{Failure, Outcome};
use crate::python::Python;

impl Cache {
    /// The runtime's sources.
    pub fn runtime(&self) -> Outcome<PathBuf> {
        self.unpacked("runtime", embedded::RUNTIME_ID, runtime)
    }

    /// The crates that the runtime needs, if this pyrx carries them.
    pub fn crates(&self) -> Outcome<Option<PathBuf>> {
        let Some((id, packed)) = embedded::CRATES else { return Ok(None) };
        self.unpacked("crates", id, |folder| crates(packed, folder)).map(Some)
    }

    /// The folder of this name, which `write` fills if it is not there.
    fn unpacked(&self, kind: &str, id: &str, write: impl FnOnce(&Path) -> io::Result<()>) -> Outcome<PathBuf> {
        let beside = self.root.join(kind);
        let folder = beside.join(id);
        if !folder.exists() {
            unpack(&beside, &folder, write).map_err(|error| Failure::file("write", &folder, &error))?;
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

    /// The script behind `pyrx types`.
    pub fn record_script(&self) -> Outcome<PathBuf> {
        self.content("support", "_record", "py", embedded::RECORD_SCRIPT)
    }

    fn content(&self, folder: &str, stem: &str, suffix: &str, text: &str) -> Outcome<PathBuf> {
        let name = Digest::default().field(text).finish();
        let path = self.root.join(folder).join(format!("{stem}-{name}.{suffix}"));
        let written = atomic::write_if_changed(&path, text.as_bytes());
        written.map_err(|error| Failure::file("write", &path, &error))?;
        Ok(path)
    }
}

fn runtime(folder: &Path) -> io::Result<()> {
    for (name, content) in embedded::RUNTIME {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, content)?;
    }
    Ok(())
}

fn crates(packed: &[u8], folder: &Path) -> io::Result<()> {
    ZipArchive::new(Cursor::new(packed))?.extract(folder)?;
    Ok(())
}

/// Writes into a temporary folder and renames it; who comes second leaves the first one's.
fn unpack(beside: &Path, folder: &Path, write: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let temporary = tempfile::Builder::new().prefix(".tmp-").tempdir_in(beside)?;
    write(temporary.path())?;
    let made = temporary.keep();
    match fs::rename(&made, folder) {
        Err(_) if folder.exists() => fs::remove_dir_all(made),
        result => result,
    }
}
