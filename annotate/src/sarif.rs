//! A SARIF 2.1.0 log: findings of any kind, as code scanners and editors read them.
//!
//! After OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; section numbers are its own.

use std::fmt::Write as _;

use serde::Serialize;

use crate::text;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Error,
    Warning,
    Note,
}

/// What a kind of finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule<'a> {
    /// Stable: `P0101`.
    pub id: &'a str,
    /// One sentence for whoever meets the rule first.
    pub text: &'a str,
}

/// A position in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// 1-based.
    pub line: u32,
    /// 1-based, in characters; `None` if the whole line is meant.
    pub column: Option<u32>,
}

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region<'a> {
    /// A path as the user wrote it.
    pub file: &'a str,
    pub start: Place,
    /// Where it ends; the column is the first one behind it.
    pub end: Place,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// The id of one of the rules.
    pub rule: &'a str,
    pub level: Level,
    pub message: &'a str,
    /// How to mend it.
    pub hint: Option<&'a str>,
    pub region: Region<'a>,
    /// Other places that matter, each with its text.
    pub notes: Vec<(Region<'a>, &'a str)>,
}

/// The log of one run, as JSON that ends in a newline. `rules` describes at least the rules that findings name; those that
/// none names are left out.
pub fn log(rules: &[Rule<'_>], findings: &[Finding<'_>]) -> String {
    let used: Vec<&Rule> = rules.iter().filter(|rule| findings.iter().any(|found| found.rule == rule.id)).collect();
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "pyrx",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: used.iter().map(|rule| descriptor(rule)).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            results: findings.iter().map(|found| outcome(found, &used)).collect(),
        }],
    };
    let json = serde_json::to_string_pretty(&log).expect("no map with keys other than strings, no failing impl");
    text::spelled_in_json(&json) + "\n"
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'static str,
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'a> {
    id: &'a str,
    short_description: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: Level,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    region: Extent,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Extent {
    start_line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<u32>,
    end_line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<u32>,
}

fn descriptor<'a>(rule: &Rule<'a>) -> Descriptor<'a> {
    Descriptor { id: rule.id, short_description: message(rule.text) }
}

fn outcome<'a>(found: &Finding<'a>, rules: &[&Rule<'_>]) -> Outcome<'a> {
    let text = match found.hint {
        Some(hint) => message(&format!("{}\nhint: {hint}", found.message)),
        None => message(found.message),
    };
    Outcome {
        rule_id: found.rule,
        rule_index: rules.iter().position(|rule| rule.id == found.rule),
        level: found.level,
        message: text,
        locations: [location(&found.region, None)],
        related_locations: found.notes.iter().map(|(region, note)| location(region, Some(note))).collect(),
    }
}

/// A message without links and placeholders: its brackets and braces stand for themselves (3.11.5, 3.11.6).
fn message(text: &str) -> Message {
    let braces = text.replace('{', "{{").replace('}', "}}");
    // Only these would read as a link.
    let links = braces.contains("](");
    Message { text: if links { braces.replace('[', "\\[").replace(']', "\\]") } else { braces } }
}

fn location(region: &Region<'_>, note: Option<&str>) -> Location {
    Location {
        physical_location: PhysicalLocation {
            artifact_location: Artifact { uri: uri(region.file) },
            region: extent(region),
        },
        message: note.map(message),
    }
}

/// Lines and columns start at 1, and nothing ends before it starts (3.30).
fn extent(region: &Region<'_>) -> Extent {
    let start_line = region.start.line.max(1);
    let end_line = region.end.line.max(start_line);
    let start_column = region.start.column.map(|column| column.max(1));
    let least = if end_line == start_line { start_column.unwrap_or(1) } else { 1 };
    Extent { start_line, start_column, end_line, end_column: region.end.column.map(|column| column.max(least)) }
}

/// A path as a URI: relative ones stay relative, to be resolved where the log is read (3.4.3, RFC 3986).
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}
