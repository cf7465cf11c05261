//! What to do when a build fails: known words in the output of maturin, cargo and the linker, each with its advice.

use std::path::Path;

use crate::failure::Failure;
use crate::{failure, render, transpile};

struct Known {
    /// Any of these in the output.
    words: &'static [&'static str],
    message: &'static str,
    hint: &'static str,
}

const KNOWN: &[Known] = &[
    Known {
        words: &[
            "linker `cc` not found",
            "linker `gcc` not found",
            "linker `clang` not found",
            "linker `link.exe` not found",
        ],
        message: "no linker was found: Rust needs a C compiler to link",
        hint: "install one: `apt install gcc`, `dnf install gcc`, or `xcode-select --install`",
    },
    Known {
        words: &[
            "Could not resolve host",
            "failed to download",
            "download of config.json failed",
            "unable to update registry",
            "Unable to update registry",
            "Couldn't connect to server",
            "Could not connect to server",
            "you're using offline mode",
            "network failure",
            "failed to get `",
            "attempting to make an HTTP request",
        ],
        // Of a pyrx that carries no crates: `distribution/with_crates.py` did not pack them.
        message: "crates could not be downloaded: the first build needs the network",
        hint: "connect to the network or set a proxy (https_proxy) and build again; later builds work offline",
    },
    Known {
        words: &["feature `edition2024` is required", "requires rustc 1.", "is not supported by the following package"],
        message: "Rust is too old: pyrx needs 1.85 or later",
        hint: "run `rustup update stable`, or install a newer Rust from https://rustup.rs",
    },
    Known {
        words: &["No space left on device", "os error 28"],
        message: "the disk is full",
        hint: "free some space; `pyrx clean --cache` removes pyrx's cache",
    },
    Known {
        words: &[
            "unexpected argument '--compression-method'",
            "unexpected argument '--auditwheel'",
            "invalid value 'stored'",
        ],
        message: "maturin is too old: pyrx needs 1.16 or later",
        hint: "run `python -m pip install --upgrade maturin`",
    },
    Known {
        words: &["is newer than PyO3's maximum supported version"],
        message: "this Python is newer than this pyrx knows",
        hint: "name an older Python with --python, or upgrade pyrx",
    },
    Known {
        words: &["rustup could not choose a version of cargo", "no default toolchain"],
        message: "rustup has no toolchain",
        hint: "run `rustup default stable`",
    },
    Known {
        words: &["signal: 9, SIGKILL"],
        message: "the compiler was killed, most likely because memory ran out",
        hint: "close other programs, or set CARGO_BUILD_JOBS=1",
    },
];

/// Lines of a tool's output that are shown; all of them are in the log.
const SHOWN: usize = 40;

/// The failure for a build that ended with this output. All of it is kept in `build.log` in the project's folder.
pub fn failure(output: &str, project: &Path) -> Failure {
    let log = project.join("build.log");
    let _ = std::fs::write(&log, output); // the failure below shows the end of it anyway
    if let Some(known) = KNOWN.iter().find(|known| known.words.iter().any(|word| output.contains(word))) {
        return Failure::environment(known.message).hint(known.hint).output(relevant(output));
    }
    let message = format!("the generated Rust project did not build; its log is {}", render::path(&log));
    Failure { status: failure::ENVIRONMENT, ..Failure::source(message) }
        .output(relevant(output))
        .hint(transpile::REPORT)
}

/// From the first error on, without what worked.
fn relevant(output: &str) -> String {
    let lines: Vec<&str> = output.lines().collect();
    let first = lines.iter().position(|line| line.starts_with("error") || line.starts_with("💥")).unwrap_or(0);
    let (head, tail) = lines[first..].split_at(lines[first..].len().min(SHOWN)); // `first` is in bounds or 0
    // What could not be compiled is told last.
    let last = tail.iter().filter(|line| line.starts_with("error: could not compile"));
    head.iter().chain(last).map(|line| format!("  | {}\n", render::escape(line))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_network() {
        let folder = tempfile::tempdir().unwrap();
        let output = "    Updating crates.io index\nwarning: spurious network error\nerror: failed to get `rayon`\n\n\
            Caused by:\n  [6] Could not resolve hostname (Could not resolve host: index.crates.io)\n";
        let failure = failure(output, folder.path());
        assert!(failure.message.unwrap().contains("the first build needs the network"));
        assert!(failure.hint.unwrap().contains("proxy") && failure.output.unwrap().starts_with("  | error: failed"));
        assert!(folder.path().join("build.log").exists());
    }
}
