//! The tools that compile: maturin and Rust.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::python::Python;
use crate::render;

/// The oldest Rust that the dependencies build with.
const OLDEST_RUST: (u32, u32) = (1, 85);
const INSTALL_RUST: &str = "install Rust 1.85 or later from https://rustup.rs, then open a new shell";

pub struct Tools {
    pub maturin: PathBuf,
    pub cargo: PathBuf,
}

/// # Errors
/// A tool is missing or too old.
pub fn find(python: &Python) -> Outcome<Tools> {
    let cargo = cargo()?;
    rust_version(&cargo)?;
    Ok(Tools { maturin: maturin(python)?, cargo })
}

/// `CARGO`, PATH, then where rustup puts it when the shell was not opened anew.
pub fn cargo() -> Outcome<PathBuf> {
    let named = env::var_os("CARGO").map(PathBuf::from).filter(|path| path.is_file());
    let installed = || cargo_home().map(|home| home.join("bin/cargo")).filter(|path| path.is_file());
    let found = named.or_else(|| which::which("cargo").ok()).or_else(installed);
    found.ok_or_else(|| Failure::environment("cargo was not found: pyrx needs Rust to compile").hint(INSTALL_RUST))
}

/// Where cargo keeps what it installs and downloads.
pub fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")))
}

/// The version of the compiler that cargo will use, as it says it.
///
/// # Errors
/// There is none, or it is too old.
pub fn rust_version(cargo: &Path) -> Outcome<String> {
    let output = Command::new(rustc(cargo)).arg("--version").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    match version(&text) {
        Some(found) if found >= OLDEST_RUST => Ok(text.trim().to_owned()),
        Some((major, minor)) => {
            let failure = Failure::environment(format!("Rust {major}.{minor} is too old: pyrx needs 1.85 or later"));
            Err(failure.hint("run `rustup update stable`, or install a newer Rust from https://rustup.rs"))
        }
        None => {
            let failure = Failure::environment(format!("{} does not work", render::path(&rustc(cargo))));
            Err(failure.output(render::escape(&text)).hint(INSTALL_RUST))
        }
    }
}

/// The compiler that cargo will use.
pub fn rustc(cargo: &Path) -> PathBuf {
    let beside = cargo.with_file_name("rustc");
    match env::var_os("RUSTC") {
        Some(named) => PathBuf::from(named),
        None if beside.is_file() => beside,
        None => PathBuf::from("rustc"),
    }
}

/// From `rustc 1.95.0 (59807616e 2026-04-14)`.
fn version(text: &str) -> Option<(u32, u32)> {
    let number = text.strip_prefix("rustc ")?.split_whitespace().next()?;
    let mut parts = number.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Beside the Python, beside pyrx, then on PATH.
pub fn maturin(python: &Python) -> Outcome<PathBuf> {
    let pyrx = env::current_exe().ok();
    let folders = [Some(python.scripts.as_path()), python.executable.parent(), pyrx.as_deref().and_then(Path::parent)];
    let beside = folders.into_iter().flatten().map(|folder| folder.join("maturin")).find(|path| path.is_file());
    beside.or_else(|| which::which("maturin").ok()).ok_or_else(|| {
        let failure = Failure::environment("maturin was not found: pyrx builds extensions with it");
        failure.hint(format!("run `{} -m pip install maturin`", render::path(&python.executable)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read() {
        assert_eq!(version("rustc 1.95.0 (59807616e 2026-04-14)\n"), Some((1, 95)));
        assert_eq!(version("rustc 1.99.0-nightly (1 2)"), Some((1, 99)));
        assert_eq!(version(""), None);
    }
}
