//! The user's cache folder.
//!
//! | folder      | holds                                                     |
//! |-------------|-----------------------------------------------------------|
//! | `runtime/`  | the runtime's sources, by content                         |
//! | `crates/`   | the libraries that the runtime needs, by content          |
//! | `config/`   | what pyo3 is told of a Python, by content                 |
//! | `support/`  | the scripts behind `pyrx run` and `types`, by content     |
//! | `target/`   | compiled dependencies, by Python ABI and runtime          |
//! | `projects/` | generated Rust projects, one a module and set of options  |
//! | `records/`  | what was built from what, and which files are ours        |
//! | `pythons/`  | what interpreters said of themselves                      |
//! | `jit/`      | functions that `pyrx.jit` compiled, by content            |
//! | `imports/`  | modules that were compiled at import, by path             |
//! | `cells/`    | cells of notebooks, by content                            |

mod evict;
mod lock;
mod unpack;

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use crate::failure::{Failure, Outcome};

pub use lock::Lock;

/// What can be removed at any time: all but the records, which say which files are ours.
pub const FOLDERS: [&str; 10] =
    ["runtime", "crates", "config", "support", "target", "projects", "pythons", "jit", "imports", "cells"];

/// The cache folder, which exists.
pub struct Cache {
    root: PathBuf,
}

impl Cache {
    /// `PYRX_CACHE_DIR`, else `pyrx` in the XDG cache folder.
    pub fn open() -> Outcome<Self> {
        let root = folder()?;
        let make = |path: &Path| fs::create_dir_all(path).map_err(|error| unusable(path, &error));
        for name in FOLDERS.iter().chain(&["records"]) {
            make(&root.join(name))?;
        }
        let root = fs::canonicalize(&root).map_err(|error| unusable(&root, &error))?;
        Ok(Cache { root })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn pythons(&self) -> PathBuf {
        self.root.join("pythons")
    }

    pub fn records(&self) -> PathBuf {
        self.root.join("records")
    }

    /// The generated project of an identity.
    pub fn project(&self, identity: &str) -> PathBuf {
        self.root.join("projects").join(identity)
    }

    /// The compiled dependencies for an ABI, with the runtime that this pyrx carries.
    pub fn target(&self, abi: &str) -> PathBuf {
        self.root.join("target").join(format!("{abi}-{}", crate::embedded::RUNTIME_ID))
    }

    /// Whether the dependencies for an ABI are compiled, by which Rust they were is not looked at.
    pub fn is_warm(&self, abi: &str) -> bool {
        let built = fs::read_dir(self.target(abi).join("release").join("deps"));
        let is_runtime = |name: &OsStr| name.to_string_lossy().starts_with("libpyrx_runtime-");
        built.is_ok_and(|mut entries| entries.any(|entry| entry.is_ok_and(|entry| is_runtime(&entry.file_name()))))
    }

    /// Held by builds together, by whoever removes folders alone.
    pub fn lock_path(&self) -> PathBuf {
        self.root.join("lock")
    }
}

fn folder() -> Outcome<PathBuf> {
    if let Some(named) = env::var_os("PYRX_CACHE_DIR").filter(|value| !value.is_empty()) {
        return std::path::absolute(&named).map_err(|error| unusable(Path::new(&named), &error));
    }
    let base = etcetera::choose_base_strategy().map_err(|_| {
        Failure::environment("there is no home folder for the cache").hint("name a folder in PYRX_CACHE_DIR")
    })?;
    Ok(base.cache_dir().join("pyrx"))
}

fn unusable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::file("use the cache folder", path, error).hint("name another folder in PYRX_CACHE_DIR")
}
