//! The transpiler, with its panics caught: they are bugs of pyrx, never the user's.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;

use pyrx_transpiler::{Checked, Compiled, Diagnostic, Options};

use crate::failure::{Failure, Outcome};
use crate::render;
use crate::source::Module;
use crate::terminal::Terminal;

static PANIC: Mutex<String> = Mutex::new(String::new());

/// # Errors
/// Errors in the source, which are printed, or a bug of pyrx.
pub fn compile(module: &Module, options: &Options, terminal: &Terminal) -> Outcome<Compiled> {
    attempt(module, options)?.map_err(|diagnostics| stop(module, &diagnostics, terminal))
}

/// As [`compile`], with the diagnostics in the hands of the caller.
pub fn attempt(module: &Module, options: &Options) -> Outcome<Result<Compiled, Vec<Diagnostic>>> {
    guarded(|| pyrx_transpiler::compile(&module.source, options))
}

/// What is known of a module before Rust is written, with the diagnostics in the hands of the caller.
pub fn check(module: &Module, options: &Options) -> Outcome<Result<Checked, Vec<Diagnostic>>> {
    guarded(|| pyrx_transpiler::check(&module.source, options))
}

/// # Errors
/// As [`compile`].
pub fn dump(
    module: &Module,
    options: &Options,
    stage: &str,
    after: Option<&str>,
    terminal: &Terminal,
) -> Outcome<String> {
    let result = guarded(|| pyrx_transpiler::dump(&module.source, options, stage, after))?;
    result.map_err(|diagnostics| stop(module, &diagnostics, terminal))
}

/// Prints diagnostics and says that they say all.
pub fn stop(module: &Module, diagnostics: &[Diagnostic], terminal: &Terminal) -> Failure {
    terminal.tell(&module.source, diagnostics);
    Failure::reported()
}

/// Runs the transpiler; a panic becomes a failure that says how to report it.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Outcome<T> {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(|info| note_panic(info.to_string())));
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    panic::set_hook(usual);
    result.map_err(|_| {
        let text = PANIC.lock().map(|mut text| std::mem::take(&mut *text)).unwrap_or_default();
        let message = format!("internal error of pyrx: {}", render::escape(&text.replace('\n', " ")));
        Failure::environment(message).hint(REPORT)
    })
}

/// The transpiler works on a thread of its own.
fn note_panic(message: String) {
    if let Ok(mut text) = PANIC.lock() {
        *text = message;
    }
}

/// What to do about a bug of pyrx.
pub const REPORT: &str =
    "this is a bug of pyrx: please report it with the source file and the output of `pyrx --version`";
