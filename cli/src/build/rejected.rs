//! Which functions rustc refused: cargo's JSON messages name lines of `lib.rs`, and the transpiler knows whose they are.

use std::collections::BTreeSet;
use std::process::Command;

use pyrx_transpiler::diag::{Code, Severity};
use pyrx_transpiler::facts::{FunctionFacts, Holder};
use pyrx_transpiler::span::{LineIndex, Span};
use pyrx_transpiler::{Compiled, Diagnostic, Facts, Part, Source};
use serde::Deserialize;

use super::maturin;
use super::project::Project;
use super::toolchain::Tools;
use crate::failure::{Failure, Outcome};
use crate::transpile::REPORT;

#[derive(Deserialize)]
struct Message {
    message: Option<Rustc>,
}

#[derive(Deserialize)]
struct Rustc {
    level: String,
    #[serde(default)]
    spans: Vec<Place>,
    #[serde(default)]
    children: Vec<Rustc>,
}

#[derive(Deserialize)]
struct Place {
    file_name: String,
    line_start: u32,
    is_primary: bool,
}

/// Whether the build failed in this crate, not in a dependency.
pub fn is_in(failure: &Failure, crate_name: &str) -> bool {
    let words = format!("could not compile `{crate_name}`");
    failure.output.as_deref().is_some_and(|output| output.contains(&words))
}

/// Functions that a crate was made from, in order; all of the module's own if no single one is at fault. `file`
/// is the path of its Rust in the project.
///
/// # Errors
/// cargo does not start.
pub fn functions(
    project: &Project,
    crate_name: &str,
    file: &str,
    tools: &Tools,
    compiled: &Compiled,
) -> Outcome<Vec<Holder>> {
    let mut command = Command::new(&tools.cargo);
    command.args(["rustc", "--release", "--lib", "--message-format", "json", "--quiet", "--package", crate_name]);
    if project.native {
        command.args(["--", "-C", "target-cpu=native"]);
    }
    maturin::environment(&mut command, project, tools);
    let (_, messages) = maturin::run(&mut command, |_| {})?;
    let found = at_fault(&messages, file, &compiled.rust_ranges);
    // Errors outside of all functions: with none of them left, the module as a whole is its Python source.
    Ok(if found.is_empty() { (0..compiled.facts.functions.len()).map(Holder::Own).collect() } else { found })
}

fn at_fault(messages: &str, file: &str, ranges: &[(u32, u32, Holder)]) -> Vec<Holder> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Message>(line).ok());
    let errors = messages.filter_map(|message| message.message).filter(|rustc| rustc.level.starts_with("error"));
    let functions: BTreeSet<Holder> = errors.filter_map(|error| function(&error, file, ranges)).collect();
    functions.into_iter().collect()
}

/// The function that holds the error: by its primary place, else by any place it mentions.
fn function(error: &Rustc, file: &str, ranges: &[(u32, u32, Holder)]) -> Option<Holder> {
    let mut places: Vec<&Place> =
        error.spans.iter().chain(error.children.iter().flat_map(|child| &child.spans)).collect();
    places.sort_by_key(|place| !place.is_primary);
    let own = places.into_iter().filter(|place| place.file_name == file);
    own.filter_map(|place| holder(place.line_start, ranges)).next()
}

fn holder(line: u32, ranges: &[(u32, u32, Holder)]) -> Option<Holder> {
    ranges.iter().find(|(first, last, _)| (*first..=*last).contains(&line)).map(|(_, _, function)| function.clone())
}

/// A function that rustc refused.
pub struct Refused {
    /// As `Options::leave` has it.
    pub name: String,
    /// As the user is told.
    shown: String,
    /// What becomes of it.
    instead: &'static str,
    /// Where it is, if not in the module's own file.
    file: Option<String>,
    first_line: u32,
}

impl Refused {
    /// `None` where the facts know nothing of it.
    pub fn new(holder: &Holder, facts: &Facts) -> Option<Refused> {
        Some(match holder {
            Holder::Own(at) => {
                let FunctionFacts { qualname, file, first_line, .. } = facts.functions.get(*at)?;
                Refused {
                    name: qualname.clone(),
                    shown: format!("`{qualname}`"),
                    instead: "it is left to the interpreter",
                    file: file.clone(),
                    first_line: *first_line,
                }
            }
            Holder::Sibling { module, qualname, file, first_line } => Refused {
                name: Holder::sibling_name(module, qualname),
                shown: format!("`{qualname}` of `{module}`"),
                instead: "calls of it here are the interpreter's",
                file: Some(file.clone()),
                first_line: *first_line,
            },
        })
    }
}

/// What the user is told about a function that rustc refused.
pub fn diagnostic(source: &Source, function: &Refused, strict: bool) -> Diagnostic {
    let own = source.parts().find(|part| function.file.as_deref().is_none_or(|file| file == part.path));
    let Part { text, base, .. } = own.unwrap_or(Part::alone(&source.text));
    let start = LineIndex::new(text).line_start(function.first_line).unwrap_or(0);
    let line = text.get(start as usize..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let indent = line.len() - line.trim_start().len();
    let span = Span::new(start + indent as u32, start + line.len() as u32).shifted(base);
    let what = format!("internal error: rustc refused what pyrx made of {}", function.shown);
    let found = match strict {
        true => Diagnostic::error(Code::INTERNAL, span, what),
        false => Diagnostic::warning(Code::INTERNAL, span, format!("{what}; {}", function.instead)),
    };
    debug_assert!(found.severity == Severity::Error || !strict);
    found.hint(REPORT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(level: &str, file: &str, line: u32) -> String {
        let place = format!(r#"{{"file_name":"{file}","line_start":{line},"is_primary":true}}"#);
        format!(r#"{{"reason":"compiler-message","message":{{"level":"{level}","spans":[{place}],"children":[]}}}}"#)
    }

    #[test]
    fn an_error_is_laid_at_the_door_of_its_function() {
        let ranges = [(10, 20, 0), (21, 30, 1), (40, 50, 1)].map(|(first, last, at)| (first, last, Holder::Own(at)));
        let messages = [
            message("error", "src/lib.rs", 45),
            message("warning", "src/lib.rs", 11),
            message("error", "runtime/src/lib.rs", 12),
        ];
        assert_eq!(at_fault(&messages.join("\n"), "src/lib.rs", &ranges), [Holder::Own(1)]);
        assert_eq!(at_fault(r#"{"reason":"build-finished","success":false}"#, "src/lib.rs", &ranges), []);
    }
}
