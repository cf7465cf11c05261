//! What a build tells at its end.

use std::time::Duration;

use anstyle::AnsiColor;

use super::{Record, Request};
use crate::output::OutputFormat;
use crate::terminal::Terminal;
use crate::{recorded, render};

/// Functions that are named with their reasons; the report has all.
const NAMED: usize = 8;

/// The warnings of the build that made it hold still.
pub fn unchanged(record: &Record, request: &Request, terminal: &Terminal) {
    match terminal.output.format {
        OutputFormat::Full if record.warnings.is_empty() || terminal.errors_only => {}
        OutputFormat::Full => terminal.error_text(&record.warnings),
        _ => record.found.iter().for_each(|found| terminal.finding(found.clone())),
    }
    if !request.summary {
        return;
    }
    terminal.note(&format!("unchanged {} ({})", render::path(record.extension()), record.abi));
}

/// `advice`: what else the user may do.
pub fn built(
    record: &Record,
    request: &Request,
    advice: Option<&str>,
    times: &[(&'static str, Duration)],
    terminal: &Terminal,
) {
    module(record, request, terminal);
    advice.into_iter().for_each(|advice| terminal.note(&format!("  {advice}")));
    if record.levels == [0; 3] && record.source.extension().is_some_and(|extension| extension == "py") {
        terminal.note("  only functions are compiled, and there are none: put the code that takes long into functions");
    }
    took(times, terminal);
    for output in &record.outputs {
        terminal.note(&format!("  {} ({})", render::path(&output.path), record.abi));
    }
}

/// What a module became.
pub fn module(record: &Record, request: &Request, terminal: &Terminal) {
    let [native, mixed, interpreted] = record.levels;
    let green = terminal.style(AnsiColor::Green);
    terminal.note(&format!(
        "{green}{}{green:#}: {native} native, {mixed} mixed, {interpreted} left to the interpreter",
        record.module
    ));
    for (name, reason) in record.reasons.iter().take(NAMED) {
        terminal.note(&format!("  {}: {}", render::escape(name), render::escape(reason)));
    }
    if record.reasons.len() > NAMED {
        terminal.note(&format!("  and {} more: see `pyrx annotate`", record.reasons.len() - NAMED));
    }
    let asks_types = record.untyped > 0 && request.types.is_empty();
    if native + mixed == 0 && interpreted > 0 {
        let first = match asks_types {
            true => "say the types of parameters first".to_owned(),
            false => {
                format!("`pyrx check {}` says what its functions would need", recorded::shown_name(&record.source))
            }
        };
        terminal.note(&format!("  no function became native, the module is as fast as before: {first}"));
    }
    if asks_types {
        terminal.note(&format!("  {}", recorded::advice(&record.source, record.untyped, record.is_script)));
    }
}

/// How long the phases took.
pub fn took(times: &[(&'static str, Duration)], terminal: &Terminal) {
    let parts: Vec<String> = times.iter().map(|(name, time)| format!("{name} {:.2} s", time.as_secs_f64())).collect();
    terminal.note(&format!("  {}", parts.join(", ")));
}
