//! Running a script under the recorder, and what it wrote.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use serde_json::Value;

use super::kind::Kind;
use crate::cache::Cache;
use crate::failure::{Failure, Outcome};
use crate::output::OutputFormat;
use crate::python::Python;
use crate::render;

/// The calls of one function.
#[derive(Debug, Default)]
pub struct Calls {
    /// The line that its code starts at.
    pub line: u32,
    /// The kinds of the arguments of each call that differs from others.
    pub arguments: Vec<Vec<Kind>>,
    /// The kinds of the defaults, with the indices of their parameters, of each function that has the code.
    pub defaults: Vec<Vec<(usize, Kind)>>,
    /// There were more kinds of calls than are kept.
    pub many: bool,
}

/// What a script did to some modules.
pub struct Recording {
    /// By module, then by qualified name: the functions of that name.
    pub modules: Vec<BTreeMap<String, Vec<Calls>>>,
    /// The script replaced the trace function that calls are seen by.
    pub lost: bool,
    pub status: ExitStatus,
}

impl Recording {
    /// How the script ended, if not well: `status 3`, `signal 9`.
    pub fn failed(&self) -> Option<String> {
        match (self.status.code(), self.status.signal()) {
            (Some(0), _) => None,
            (Some(code), _) => Some(format!("status {code}")),
            (None, signal) => Some(format!("signal {}", signal.unwrap_or_default())),
        }
    }
}

/// Where the standard output of a script goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Prints {
    Usual,
    /// To the error stream: the standard output holds what pyrx tells.
    Aside,
}

impl Prints {
    /// Where findings and facts of this form go to the standard output, nothing else does.
    pub fn beside(format: OutputFormat) -> Self {
        if format == OutputFormat::Full { Prints::Usual } else { Prints::Aside }
    }
}

/// Runs a script, or with `-m` a module by its name, with its arguments.
///
/// # Errors
/// There is no such script, or it cannot be run.
pub fn run(
    modules: &[PathBuf],
    script: &[OsString],
    prints: Prints,
    python: &Python,
    cache: &Cache,
) -> Outcome<Recording> {
    check(script)?;
    let file = tempfile::Builder::new().prefix("pyrx-record-").tempfile();
    let file = file.map_err(|error| Failure::file("write to folder", &std::env::temp_dir(), &error))?;
    let mut command = Command::new(&python.executable);
    command.arg(cache.record_script()?).arg(file.path()).arg(modules.len().to_string());
    if prints == Prints::Aside {
        command.stdout(std::io::stderr());
    }
    let status = command.args(modules).args(script).status();
    let status = status.map_err(|error| Failure::file("run", &python.executable, &error))?;
    crate::interrupt::stop_if_leaving();
    let text = fs::read(file.path()).map_err(|error| Failure::file("read", file.path(), &error))?;
    let mut recording = Recording { modules: Vec::new(), lost: false, status };
    recording.modules.resize_with(modules.len(), BTreeMap::new);
    for line in text.split(|byte| *byte == b'\n') {
        // A process that was killed may have left half a line.
        if let Ok(entry) = serde_json::from_slice::<Value>(line) {
            let _ = recording.add(&entry);
        }
    }
    Ok(recording)
}

fn check(script: &[OsString]) -> Outcome<()> {
    let missing = |message: String| {
        let hint = "write `pyrx types MODULE.py -- SCRIPT.py ARGS`, or `-- -m MODULE ARGS`";
        Err(Failure::environment(message).hint(hint))
    };
    match script {
        [flag, rest @ ..] if flag == "-m" => match rest {
            [] => missing("`-m` takes the name of a module".to_owned()),
            _ => Ok(()),
        },
        [script, ..] if !Path::new(script).is_file() => {
            missing(format!("there is no script {}", render::path(Path::new(script))))
        }
        [_, ..] => Ok(()),
        [] => missing("no script is named".to_owned()),
    }
}

impl Recording {
    /// `None` if the entry is not of the agreed form; see `python/pyrx/_record.py`.
    fn add(&mut self, entry: &Value) -> Option<()> {
        if entry.get("lost").is_some() {
            self.lost = true;
            return Some(());
        }
        let module = self.modules.get_mut(usize::try_from(entry.get("module")?.as_u64()?).ok()?)?;
        let line = u32::try_from(entry.get("line")?.as_u64()?).ok()?;
        let functions = module.entry(entry.get("function")?.as_str()?.to_owned()).or_default();
        let at = functions.iter().position(|calls| calls.line == line).unwrap_or_else(|| {
            functions.push(Calls { line, ..Calls::default() });
            functions.len() - 1
        });
        let calls = functions.get_mut(at)?;
        if let Some(arguments) = entry.get("arguments") {
            calls.arguments.push(arguments.as_array()?.iter().map(Kind::read).collect::<Option<_>>()?);
        }
        if let Some(defaults) = entry.get("defaults") {
            let pair = |pair: &Value| Some((usize::try_from(pair.get(0)?.as_u64()?).ok()?, Kind::read(pair.get(1)?)?));
            calls.defaults.push(defaults.as_array()?.iter().map(pair).collect::<Option<_>>()?);
        }
        calls.many |= entry.get("many").is_some();
        Some(())
    }
}
