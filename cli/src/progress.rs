//! A bar per phase on a terminal, otherwise one line a phase; and how long each took.

use std::cell::Cell;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use pyrx_transpiler::{Diagnostic, Source};

use crate::terminal::Terminal;

/// The phases of one build.
pub struct Progress<'a> {
    terminal: Terminal<'a>,
    bar: ProgressBar,
    current: Option<(&'static str, Instant)>,
    /// Crates seen in this phase.
    crates: Cell<u64>,
    /// What each finished phase took, in order; a phase that ran twice has one entry.
    pub times: Vec<(&'static str, Duration)>,
}

impl<'a> Progress<'a> {
    pub fn new(terminal: &Terminal<'a>) -> Self {
        let bar = if terminal.live && !terminal.quiet && !terminal.verbose {
            ProgressBar::with_draw_target(Some(1), ProgressDrawTarget::stderr())
        } else {
            ProgressBar::hidden()
        };
        Progress { terminal: *terminal, bar, current: None, crates: Cell::new(0), times: Vec::new() }
    }

    /// Starts a phase, which ends the one before.
    pub fn phase(&mut self, name: &'static str, what: &str) {
        self.finish();
        self.current = Some((name, Instant::now()));
        self.crates.set(0);
        if self.bar.is_hidden() {
            self.terminal.note(&format!("{name:>9} {what}"));
        } else {
            self.bar.set_style(spinner());
            self.bar.set_message(format!("{name} {what}"));
            self.bar.enable_steady_tick(Duration::from_millis(100));
        }
    }

    /// One more crate is being compiled, of as many as `total` says.
    pub fn compiling(&self, name: &str, total: impl FnOnce() -> u64) {
        if self.crates.replace(self.crates.get() + 1) == 0 {
            self.bar.set_length(total());
            self.bar.set_style(crates());
        }
        self.bar.set_position(self.crates.get());
        self.bar.set_message(name.to_owned());
    }

    /// A line above the bar, unless quiet.
    pub fn note(&self, text: &str) {
        self.bar.suspend(|| self.terminal.note(text));
    }

    /// Diagnostics above the bar.
    pub fn alert(&self, source: &Source, diagnostics: &[Diagnostic]) {
        self.bar.suspend(|| self.terminal.tell(source, diagnostics));
    }

    /// Ends the last phase and removes the bar.
    pub fn finish(&mut self) {
        let Some((name, started)) = self.current.take() else { return };
        match self.times.iter_mut().find(|(known, _)| *known == name) {
            Some((_, time)) => *time += started.elapsed(),
            None => self.times.push((name, started.elapsed())),
        }
        self.bar.disable_steady_tick();
        self.bar.finish_and_clear();
        self.bar.reset();
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        self.finish();
    }
}

// The templates are constants of ours: they parse, and the plain style is as good if they did not.

fn spinner() -> ProgressStyle {
    ProgressStyle::with_template("{spinner} {msg}").unwrap_or_else(|_| ProgressStyle::default_spinner())
}

fn crates() -> ProgressStyle {
    let template = "{spinner} compiling crate {pos} of {len} [{bar:24}] {msg}";
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
