//! Where and how text is printed: colours, quiet and verbose.

use std::io::{IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use clap::ColorChoice;
use pyrx_transpiler::diag::Code;

/// What the user asked of the output.
#[derive(Clone, Copy)]
pub struct Terminal {
    pub quiet: bool,
    pub verbose: bool,
    /// Whether the error stream takes colours.
    pub color: bool,
    /// Whether the error stream is watched by a human: progress bars are drawn there.
    pub live: bool,
}

impl Terminal {
    pub fn new(choice: ColorChoice, quiet: bool, verbose: bool) -> Self {
        let live = std::io::stderr().is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb");
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let color = match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => live && !refused,
        };
        Terminal { quiet, verbose, color, live }
    }

    /// The style, or none where colours are off.
    pub fn style(&self, color: AnsiColor) -> Style {
        if self.color { color.on_default().bold() } else { Style::new() }
    }

    pub fn bold(&self) -> Style {
        if self.color { Style::new().bold() } else { Style::new() }
    }

    /// A line of the result, on standard output, unless quiet.
    pub fn say(&self, text: &str) {
        if !self.quiet {
            self.result(text);
        }
    }

    /// What the user asked for, on standard output. A closed pipe is the reader's choice, not an error.
    pub fn result(&self, text: &str) {
        let mut out = std::io::stdout().lock();
        let _ = out
            .write_all(text.as_bytes())
            .and_then(|()| if text.ends_with('\n') { Ok(()) } else { out.write_all(b"\n") });
    }

    /// A line about what is going on, on the error stream, unless quiet.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            self.error_text(text);
        }
    }

    /// Text on the error stream; nobody is left to tell if that fails.
    pub fn error_text(&self, text: &str) {
        let mut out = std::io::stderr().lock();
        let _ = out
            .write_all(text.as_bytes())
            .and_then(|()| if text.ends_with('\n') { Ok(()) } else { out.write_all(b"\n") });
    }

    pub fn failure(&self, code: Option<Code>, message: &str, hint: Option<&str>) {
        let (red, cyan) = (self.style(AnsiColor::Red), self.style(AnsiColor::Cyan));
        let code = code.map_or(String::new(), |code| format!("[{}]", code.0));
        self.error_text(&format!("{red}error{code}{red:#}: {message}"));
        if let Some(hint) = hint {
            self.error_text(&format!("  {cyan}hint{cyan:#}: {hint}"));
        }
    }
}
