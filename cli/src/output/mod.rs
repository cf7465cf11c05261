//! What a command found, in the form that was asked for: text for people, lines for editors, documents for programs.
//!
//! In the full form diagnostics go to the error stream as they are found. The others go to the standard output: lines as they
//! are found, documents when the command ends.

mod finding;
mod lines;

use std::cell::{Cell, RefCell};

use clap::ValueEnum;
use pyrx_annotate::sarif;
use serde::Serialize;
use serde_json::Value;

pub use finding::{Finding, Range, Severity};

use crate::render;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// Each diagnostic with its line and carets under it
    #[default]
    #[value(alias = "text")]
    Full,
    /// A line for each: FILE:LINE:COLUMN: CODE MESSAGE
    Concise,
    /// One document of all
    Json,
    /// Workflow commands, which GitHub shows beside the lines
    Github,
    /// One log in the Static Analysis Results Interchange Format, version 2.1.0
    Sarif,
}

impl OutputFormat {
    /// Whether the standard output holds one document and nothing else.
    pub fn is_document(self) -> bool {
        matches!(self, OutputFormat::Json | OutputFormat::Sarif)
    }
}

/// Why a module or the command failed, where that is no finding in a source.
#[derive(Serialize)]
struct Fault {
    message: String,
    hint: Option<String>,
}

/// Takes what is found, and keeps what a document will hold.
#[derive(Default)]
pub struct Output {
    pub format: OutputFormat,
    findings: RefCell<Vec<Finding>>,
    faults: RefCell<Vec<Fault>>,
    modules: RefCell<Vec<Value>>,
    /// Whether the command tells of modules, too.
    of_modules: Cell<bool>,
}

/// The document of `--output-format json`.
#[derive(Serialize)]
struct Document<'a> {
    /// Goes up when a key changes its meaning or goes away, not when one is added.
    version: u32,
    findings: &'a [Finding],
    failures: &'a [Fault],
    #[serde(skip_serializing_if = "Option::is_none")]
    modules: Option<&'a [Value]>,
}

impl Output {
    pub fn new(format: OutputFormat) -> Self {
        Output { format, ..Output::default() }
    }

    /// Takes a finding; the line that is to be printed now, if any. Not for the full form, which needs the source.
    pub fn finding(&self, found: Finding) -> Option<String> {
        match self.format {
            OutputFormat::Concise => return Some(lines::concise(&found)),
            OutputFormat::Github => return Some(lines::github(&found)),
            OutputFormat::Full | OutputFormat::Json | OutputFormat::Sarif => {}
        }
        self.findings.borrow_mut().push(found);
        None
    }

    /// Takes a failure that people are told of on the error stream; the line that is to be printed too, if any.
    pub fn fault(&self, message: &str, hint: Option<&str>) -> Option<String> {
        self.faults.borrow_mut().push(Fault { message: message.to_owned(), hint: hint.map(str::to_owned) });
        (self.format == OutputFormat::Github).then(|| lines::github_fault(message, hint))
    }

    /// What is known of the functions of a module; see `pyrx check`.
    pub fn module(&self, module: Value) {
        self.of_modules.set(true);
        self.modules.borrow_mut().push(module);
    }

    /// The document at the end of a command, if the form is one.
    pub fn document(&self) -> Option<String> {
        match self.format {
            OutputFormat::Full | OutputFormat::Concise | OutputFormat::Github => None,
            OutputFormat::Json => Some(self.json()),
            OutputFormat::Sarif => {
                let findings = self.findings.borrow();
                let findings: Vec<sarif::Finding> = findings.iter().map(Finding::as_sarif).collect();
                Some(sarif::log(&render::rules(), &findings))
            }
        }
    }

    fn json(&self) -> String {
        let (findings, failures, modules) = (self.findings.borrow(), self.faults.borrow(), self.modules.borrow());
        let modules = self.of_modules.get().then_some(&modules[..]);
        let document = Document { version: 1, findings: &findings, failures: &failures, modules };
        // No map with keys other than strings, no failing implementation.
        let json = serde_json::to_string_pretty(&document).unwrap_or_default();
        pyrx_annotate::spelled_in_json(&json) + "\n"
    }
}
