//! Why a command stopped.

use pyrx_transpiler::diag::Code;

use crate::output::{Finding, OutputFormat};
use crate::terminal::Terminal;

/// The exit status when the source or its build falls short.
pub const SOURCE: u8 = 1;
/// The exit status when pyrx cannot do its work here: missing tools, files that cannot be read or written.
pub const ENVIRONMENT: u8 = 2;

pub type Outcome<T> = Result<T, Failure>;

/// Why a command stopped, with the exit status and what to do about it.
#[derive(Debug)]
pub struct Failure {
    pub status: u8,
    /// The stable code, where a diagnostic of the transpiler's table is meant.
    pub code: Option<Code>,
    /// The same as a finding, where it has a place in a file.
    pub finding: Option<Box<Finding>>,
    /// Lower case without a full stop; `None` if the reason was printed already.
    pub message: Option<String>,
    pub hint: Option<String>,
    /// What a tool printed, shown before the message.
    pub output: Option<String>,
}

impl Failure {
    pub fn environment(message: impl Into<String>) -> Self {
        Failure { status: ENVIRONMENT, message: Some(message.into()), ..Failure::reported() }
    }

    pub fn source(message: impl Into<String>) -> Self {
        Failure { status: SOURCE, ..Failure::environment(message) }
    }

    /// Diagnostics were printed and say all there is to say.
    pub fn reported() -> Self {
        Failure { status: SOURCE, code: None, finding: None, message: None, hint: None, output: None }
    }

    /// A file that could not be `verb`: "cannot read a.py: permission denied".
    pub fn file(verb: &str, path: &std::path::Path, error: &std::io::Error) -> Self {
        Failure::environment(format!("cannot {verb} {}: {}", crate::render::path(path), reason(error)))
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub fn output(mut self, output: impl Into<String>) -> Self {
        self.output = Some(output.into());
        self
    }

    /// Prints the reason and returns the exit status.
    pub fn report(&self, terminal: &Terminal) -> u8 {
        if let Some(output) = self.output.as_deref().filter(|text| !text.is_empty()) {
            terminal.error_text(output);
        }
        if let (Some(found), false) = (&self.finding, terminal.output.format == OutputFormat::Full) {
            terminal.finding(Finding { hint: self.hint.clone(), ..Finding::clone(found) });
            return self.status;
        }
        if let Some(message) = &self.message {
            if let Some(line) = terminal.output.fault(message, self.hint.as_deref()) {
                terminal.result(&line);
            }
            terminal.failure(self.code, message, self.hint.as_deref());
        }
        self.status
    }
}

/// The system's words without Rust's "(os error 13)".
fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    text.to_lowercase()
}
