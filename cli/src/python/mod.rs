//! The Python that an extension is built for.

mod locate;
mod probe;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::cache::Cache;
use crate::failure::{Failure, Outcome};

pub use locate::executable;

/// What an interpreter says about itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Python {
    /// As it was found; a virtual environment's own executable, not what it links to.
    pub executable: PathBuf,
    pub implementation: String,
    /// Major and minor.
    pub version: (u32, u32),
    /// `.cpython-311-x86_64-linux-gnu.so`
    pub ext_suffix: String,
    /// `cpython-311-x86_64-linux-gnu`
    pub abi: String,
    pub pointer_width: u32,
    pub shared: bool,
    /// `Py_DEBUG`, `Py_GIL_DISABLED` and the like, those that are set.
    pub build_flags: Vec<String>,
    /// Where scripts of installed distributions lie.
    pub scripts: PathBuf,
}

/// The versions of CPython that extensions can be built for.
const OLDEST: (u32, u32) = (3, 11);

/// Finds the interpreter and what it says of itself, from the cache when it has not changed.
pub fn find(wanted: Option<&Path>, cache: &Cache) -> Outcome<Python> {
    let executable = executable(wanted)?;
    let python = probe::cached(&executable, cache)?;
    if python.implementation != "CPython" || python.version < OLDEST {
        let (major, minor) = python.version;
        let what = format!("{} is {} {major}.{minor}", crate::render::path(&executable), python.implementation);
        let failure = Failure::environment(format!("{what}; pyrx builds for CPython 3.11 and later"));
        return Err(failure.hint("name another with --python"));
    }
    Ok(python)
}

impl Python {
    /// The version as interpreters are called: `3.13`, or `3.13t` without the lock.
    pub fn called(&self) -> String {
        let (major, minor) = self.version;
        let unlocked = self.build_flags.iter().any(|flag| flag == "Py_GIL_DISABLED");
        format!("{major}.{minor}{}", if unlocked { "t" } else { "" })
    }

    /// What pyo3's build scripts have to know, without anything that differs between environments of one version: a
    /// change in it compiles pyo3 again. Format: <https://pyo3.rs/latest/building-and-distribution.html>.
    pub fn pyo3_config(&self) -> String {
        let (major, minor) = self.version;
        let lines = [
            format!("implementation={}", self.implementation),
            format!("version={major}.{minor}"),
            format!("shared={}", self.shared),
            format!("pointer_width={}", self.pointer_width),
            format!("build_flags={}", self.build_flags.join(",")),
            "suppress_build_script_link_lines=false".to_owned(),
        ];
        lines.join("\n") + "\n"
    }
}
