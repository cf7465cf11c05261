//! One diagnostic with its places in lines and characters, apart from the source.

use pyrx_annotate::sarif::{self, Level, Place};
use serde::{Deserialize, Serialize};

/// A part of a file: lines and characters from 1, the end behind the last character.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    pub path: String,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
}

/// Another place that matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    #[serde(flatten)]
    pub range: Range,
    pub message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
    Note,
}

/// What `--output-format json` says of a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The path of the module that was being compiled; the place may be in a file that it names.
    pub module: String,
    #[serde(flatten)]
    pub range: Range,
    pub code: String,
    pub severity: Severity,
    pub message: String,
    pub hint: Option<String>,
    pub notes: Vec<Note>,
}

impl Finding {
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    pub fn of(module: &str, found: &sarif::Finding) -> Self {
        let note =
            |(region, text): &(sarif::Region, &str)| Note { range: Range::of(region), message: (*text).to_owned() };
        Finding {
            module: module.to_owned(),
            range: Range::of(&found.region),
            code: found.rule.to_owned(),
            severity: match found.level {
                Level::Error => Severity::Error,
                Level::Warning => Severity::Warning,
                Level::Note => Severity::Note,
            },
            message: found.message.to_owned(),
            hint: found.hint.map(str::to_owned),
            notes: found.notes.iter().map(note).collect(),
        }
    }

    pub fn as_sarif(&self) -> sarif::Finding<'_> {
        sarif::Finding {
            rule: &self.code,
            level: match self.severity {
                Severity::Error => Level::Error,
                Severity::Warning => Level::Warning,
                Severity::Note => Level::Note,
            },
            message: &self.message,
            hint: self.hint.as_deref(),
            region: self.range.as_sarif(),
            notes: self.notes.iter().map(|note| (note.range.as_sarif(), note.message.as_str())).collect(),
        }
    }
}

impl Range {
    fn of(region: &sarif::Region) -> Self {
        let column = |place: Place| place.column.unwrap_or(1);
        Range {
            path: region.file.to_owned(),
            line: region.start.line,
            column: column(region.start),
            end_line: region.end.line,
            end_column: column(region.end),
        }
    }

    fn as_sarif(&self) -> sarif::Region<'_> {
        sarif::Region {
            file: &self.path,
            start: Place { line: self.line, column: Some(self.column) },
            end: Place { line: self.end_line, column: Some(self.end_column) },
        }
    }
}
