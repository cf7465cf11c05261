//! `pyrx --version`: the compiler, the runtime, and the Rust and the Python that it would use here. `-V` is one line.

use clap::Error;
use clap::error::ErrorKind;

use crate::build::toolchain;
use crate::cache::Cache;
use crate::failure::Outcome;
use crate::{embedded, python, render};

/// What `--version` prints of pyrx itself, which tells it from `-V`.
pub const LONG: &str = concat!(env!("CARGO_PKG_VERSION"), "\nruntime ", env!("CARGO_PKG_VERSION"));

/// The answer to `--version`, where that is what stopped the parsing of arguments. Programs are asked then only.
pub fn asked(stop: &Error) -> Option<String> {
    let said = stop.to_string();
    (stop.kind() == ErrorKind::DisplayVersion && said.contains("\nruntime")).then(|| {
        let line = |what: Outcome<String>, missing: &str| {
            what.unwrap_or_else(|failure| format!("no {missing} found: {}", failure.message.unwrap_or_default()))
        };
        let (rust, python) = (line(rust(), "Rust"), line(python(), "Python"));
        format!("{} (build {})\n{rust}\n{python}\n", said.trim_end(), embedded::RUNTIME_ID)
    })
}

fn rust() -> Outcome<String> {
    let version = toolchain::rust_version(&toolchain::cargo()?)?;
    Ok(render::escape(version.lines().next().unwrap_or_default()))
}

fn python() -> Outcome<String> {
    let python = python::find(None, &Cache::open()?)?;
    Ok(format!("python {} ({}), {}", python.called(), python.abi, render::path(&python.executable)))
}
