//! Where and how text is printed: colours, quiet and verbose.

use std::io::{IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use clap::ColorChoice;
use pyrx_transpiler::diag::{Code, Severity};
use pyrx_transpiler::{Diagnostic, Source};

use crate::output::{Finding, Output, OutputFormat};
use crate::render;

/// What the user asked of the output.
#[derive(Clone, Copy)]
pub struct Terminal<'a> {
    /// Only diagnostics and what was asked for are printed.
    pub quiet: bool,
    /// Of diagnostics only errors are printed.
    pub errors_only: bool,
    pub verbose: bool,
    /// Whether the error stream takes colours.
    pub color: bool,
    /// Whether the standard output takes colours.
    pub color_out: bool,
    /// Whether the error stream is watched by a human: progress bars are drawn there.
    pub live: bool,
    /// Where findings go.
    pub output: &'a Output,
}

impl<'a> Terminal<'a> {
    pub fn new(choice: ColorChoice, quiet: bool, verbose: bool, output: &'a Output) -> Self {
        let (live, live_out) = (is_live(&std::io::stderr()), is_live(&std::io::stdout()));
        let color = |live| match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => wanted(|name| std::env::var(name).ok()).unwrap_or(live),
        };
        Terminal { quiet, errors_only: quiet, verbose, color: color(live), color_out: color(live_out), live, output }
    }

    /// The style on the error stream, or none where colours are off.
    pub fn style(&self, color: AnsiColor) -> Style {
        if self.color { color.on_default().bold() } else { Style::new() }
    }

    /// The style on the standard output, or none where colours are off.
    pub fn style_out(&self, color: AnsiColor) -> Style {
        if self.color_out { color.on_default().bold() } else { Style::new() }
    }

    pub fn bold(&self) -> Style {
        if self.color { Style::new().bold() } else { Style::new() }
    }

    pub fn bold_out(&self) -> Style {
        if self.color_out { Style::new().bold() } else { Style::new() }
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

    /// Diagnostics, in the form that was asked for.
    pub fn tell(&self, source: &Source, diagnostics: &[Diagnostic]) {
        if self.output.format == OutputFormat::Full {
            let told = diagnostics.iter().filter(|found| !self.errors_only || found.severity == Severity::Error);
            told.for_each(|found| self.error_text(&render::diagnostic(source, found, self)));
        } else {
            render::findings(source, diagnostics)
                .iter()
                .for_each(|found| self.finding(Finding::of(&source.path, found)));
        }
    }

    /// A finding in a form other than the full one. A document holds all that there are.
    pub fn finding(&self, found: Finding) {
        if self.errors_only && !found.is_error() && !self.output.format.is_document() {
            return;
        }
        if let Some(line) = self.output.finding(found) {
            self.result(&line);
        }
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

fn is_live(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// What the environment says of colours, if it says anything: <https://no-color.org>, <https://bixense.com/clicolors>.
fn wanted(variable: impl Fn(&str) -> Option<String>) -> Option<bool> {
    let set = |name| variable(name).filter(|value| !value.is_empty());
    let forced = |name| set(name).is_some_and(|value| value != "0");
    if set("NO_COLOR").is_some() {
        return Some(false);
    }
    if forced("FORCE_COLOR") || forced("CLICOLOR_FORCE") {
        return Some(true);
    }
    (set("CLICOLOR").as_deref() == Some("0")).then_some(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_decides_on_colours() {
        let of = |set: &[(&str, &str)]| {
            wanted(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[("NO_COLOR", ""), ("FORCE_COLOR", "0"), ("CLICOLOR", "1")]), None);
        assert_eq!(of(&[("NO_COLOR", "1"), ("FORCE_COLOR", "1")]), Some(false));
        assert_eq!(of(&[("FORCE_COLOR", "3")]), Some(true));
        assert_eq!(of(&[("CLICOLOR_FORCE", "1"), ("CLICOLOR", "0")]), Some(true));
        assert_eq!(of(&[("CLICOLOR", "0")]), Some(false));
    }
}
