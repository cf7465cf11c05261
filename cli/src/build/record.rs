//! What was built from what: answers unchanged builds, and tells `pyrx clean` which files are ours.

use std::fs;
use std::path::{Path, PathBuf};

use pyrx_transpiler::facts::{FunctionFacts, Level};
use pyrx_transpiler::{Compiled, Diagnostic};
use serde::{Deserialize, Serialize};

use super::Job;
use crate::cache::Cache;
use crate::digest::Digest;
use crate::failure::{Failure, Outcome};
use crate::output::Finding;
use crate::source::Module;
use crate::{atomic, digest, recorded, render};

/// A file that pyrx wrote, with the hash of what it wrote.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct Output {
    pub path: PathBuf,
    pub hash: String,
}

impl Output {
    /// Whether the file is still what pyrx wrote.
    pub fn is_ours(&self) -> bool {
        digest::of_file(&self.path).is_ok_and(|hash| hash == self.hash)
    }
}

/// The record of one build.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    pub fingerprint: String,
    pub source: PathBuf,
    /// The name the module is imported by.
    pub module: String,
    pub abi: String,
    /// The extension first, then the report if one was asked for.
    pub outputs: Vec<Output>,
    /// As they were printed, without colours.
    pub warnings: String,
    /// The same as findings.
    pub found: Vec<Finding>,
    /// Functions that are native, mixed, left to the interpreter.
    pub levels: [usize; 3],
    /// The functions that are not native: name and reason.
    pub reasons: Vec<(String, String)>,
    /// How many functions are interpreted for want of types.
    #[serde(default)]
    pub untyped: usize,
    /// The module has a block that runs it as a script.
    #[serde(default)]
    pub is_script: bool,
}

impl Record {
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.outputs.iter().map(|output| output.path.as_path())
    }

    /// Whether the file at this path is what the build of this record wrote.
    pub fn wrote(&self, path: &Path) -> bool {
        self.outputs.iter().any(|output| output.path == path && output.is_ours())
    }

    pub fn extension(&self) -> &Path {
        // Written with at least the extension; a record that was edited may lack it.
        self.outputs.first().map_or(Path::new(""), |output| output.path.as_path())
    }
}

impl Job<'_> {
    fn record_path(&self) -> PathBuf {
        self.request.cache.records().join(format!("{}.json", self.identity))
    }

    /// The record, if a build now would give what lies there.
    pub fn unchanged(&self) -> Option<Record> {
        if self.request.show_rust || self.request.keep.is_some() {
            return None;
        }
        let record: Record = serde_json::from_slice(&fs::read(self.record_path()).ok()?).ok()?;
        let reported = record.outputs.len() > 1 || !self.request.annotate;
        let whole = record.extension() == self.output && record.outputs.iter().all(Output::is_ours);
        (record.fingerprint == self.fingerprint && reported && whole).then_some(record)
    }

    /// What a build of the job is recorded as.
    pub fn describe(&self, outputs: &[PathBuf], compiled: &Compiled, warnings: &[Diagnostic]) -> Outcome<Record> {
        let source = &self.module.source;
        let outputs = outputs.iter().map(|path| {
            let hash = digest::of_file(path).map_err(|error| Failure::file("read", path, &error))?;
            Ok(Output { path: path.clone(), hash })
        });
        Ok(Record {
            fingerprint: self.fingerprint.clone(),
            source: self.module.path.clone(),
            module: self.module.source.module.clone(),
            abi: self.request.python.abi.clone(),
            outputs: outputs.collect::<Outcome<_>>()?,
            warnings: warnings.iter().map(|warning| render::plain(source, warning)).collect(),
            found: render::findings(source, warnings).iter().map(|found| Finding::of(&source.path, found)).collect(),
            levels: [Level::Native, Level::Mixed, Level::Interpreted].map(|level| count(compiled, level)),
            reasons: reasons(compiled),
            untyped: compiled.facts.functions.iter().filter(|function| function.untyped).count(),
            is_script: recorded::is_script(&source.text),
        })
    }

    pub fn keep(&self, record: &Record) -> Outcome<()> {
        write(&self.record_path(), record)
    }
}

/// Notes a report that was written without a build, so that `pyrx clean` finds it.
pub fn note_report(module: &Module, report: &Path) -> Outcome<()> {
    let cache = Cache::open()?;
    let path = crate::source::absolute(report).map_err(|error| Failure::file("read", report, &error))?;
    if !path.is_file() {
        return Ok(()); // a device or a pipe took it
    }
    let hash = digest::of_file(&path).map_err(|error| Failure::file("read", &path, &error))?;
    let record = Record {
        fingerprint: String::new(),
        source: module.path.clone(),
        module: module.source.module.clone(),
        abi: String::new(),
        outputs: vec![Output { path: path.clone(), hash }],
        warnings: String::new(),
        found: Vec::new(),
        levels: [0; 3],
        reasons: Vec::new(),
        untyped: 0,
        is_script: false,
    };
    let name = Digest::default().field("report").field(path.as_os_str().as_encoded_bytes()).finish();
    write(&cache.records().join(format!("{name}.json")), &record)
}

fn write(path: &Path, record: &Record) -> Outcome<()> {
    let bytes = serde_json::to_vec_pretty(record).unwrap_or_default(); // strings and numbers always serialise
    atomic::write(path, &bytes, 0o644).map_err(|error| Failure::file("write", path, &error))
}

/// All records of the cache with the files that hold them, in the order of the files' names.
pub fn read_all(cache: &Cache) -> Vec<(PathBuf, Record)> {
    let Ok(entries) = fs::read_dir(cache.records()) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let read = |path: PathBuf| Some((path.clone(), serde_json::from_slice(&fs::read(&path).ok()?).ok()?));
    paths.into_iter().filter(|path| path.extension().is_some_and(|suffix| suffix == "json")).filter_map(read).collect()
}

fn count(compiled: &Compiled, level: Level) -> usize {
    compiled.facts.functions.iter().filter(|function| function.level == level).count()
}

fn reasons(compiled: &Compiled) -> Vec<(String, String)> {
    let slow = compiled.facts.functions.iter().filter(|function| function.level != Level::Native);
    slow.map(|function| (function.qualname.clone(), reason(function))).collect()
}

/// Why a function is not native; of one that is not compiled at all, also what could be done.
fn reason(function: &FunctionFacts) -> String {
    match (function.reason.clone().unwrap_or_default(), &function.hint) {
        (reason, Some(hint)) if function.level == Level::Interpreted => format!("{reason}; {hint}"),
        (reason, _) => reason,
    }
}
