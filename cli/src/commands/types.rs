//! `pyrx types`: runs a script, and says or writes the types that it gives a module's functions.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use pyrx_transpiler::hir::{Outline, Outlined};

use crate::args::TypesArgs;
use crate::cache::Cache;
use crate::failure::{Failure, Outcome, SOURCE};
use crate::recorded::{self, Annotated, Finding, Prints, Recording, Typed};
use crate::source::{self, Module};
use crate::terminal::Terminal;
use crate::{atomic, python, render};

/// What came of one run.
struct Run<'a> {
    args: &'a TypesArgs,
    module: &'a Module,
    outline: &'a Outline,
    typed: Vec<&'a Typed<'a>>,
    terminal: &'a Terminal<'a>,
}

/// The exit status is 1 if the script failed; what it showed until then is used all the same.
pub fn run(args: &TypesArgs, terminal: &Terminal) -> Outcome<u8> {
    let cache = Cache::open()?;
    let python = python::find(args.python.as_deref(), &cache)?;
    let module = source::read(&args.file, &[], None, &[])?;
    let outline = recorded::outline(&module, terminal)?;
    if args.stub {
        recorded::no_header(&module)?;
    }
    let own = [OsString::from(&args.file)];
    let script = if args.script.is_empty() { &own[..] } else { &args.script[..] };
    let recording = recorded::run(std::slice::from_ref(&module.path), script, Prints::Usual, &python, &cache)?;
    let calls = recording.modules.first().map(|calls| recorded::findings(&outline, calls, args.contiguous));
    let findings = calls.unwrap_or_default();
    let typed = findings.iter().filter_map(Finding::typed).collect();
    let run = Run { args, module: &module, outline: &outline, typed, terminal };
    if args.stub {
        run.stub()?;
    } else if args.pythran {
        run.exports()?;
    } else {
        run.annotations()?;
    }
    run.tell_others(&findings, &recording);
    Ok(if recording.failed().is_some() { SOURCE } else { 0 })
}

impl Run<'_> {
    fn annotations(&self) -> Outcome<()> {
        let annotated: Vec<Annotated> = self.typed.iter().map(|typed| Annotated::of(typed, self.outline)).collect();
        let pairs = || self.typed.iter().zip(&annotated);
        let has_any = |annotated: &Annotated| annotated.annotations.iter().any(Option::is_some);
        let insertions = pairs().flat_map(|(typed, annotated)| annotated.insertions(typed)).collect();
        let functions: Vec<&Outlined> =
            pairs().filter(|(_, annotated)| has_any(annotated)).map(|(typed, _)| typed.function).collect();
        if self.args.write {
            self.write_source(insertions, &functions)?;
        }
        for (typed, annotated) in pairs() {
            if !self.args.write && has_any(annotated) {
                self.say(typed.function, &annotated.header(typed));
            }
            self.notes(typed.function, &annotated.notes);
        }
        Ok(())
    }

    fn exports(&self) -> Outcome<()> {
        let end = if self.module.source.text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut insertions = Vec::new();
        let mut functions = Vec::new();
        for typed in &self.typed {
            let lines = match recorded::exports(typed) {
                Ok(lines) => lines,
                Err(reason) => {
                    self.notes(typed.function, &[format!("it has no export line: {reason}")]);
                    continue;
                }
            };
            if !self.args.write {
                lines.iter().for_each(|line| self.terminal.result(line));
            }
            let text: String = lines.iter().map(|line| format!("{line}{end}")).collect();
            insertions.push((typed.function.start, text));
            functions.push(typed.function);
            self.notes(typed.function, &typed.remarks());
        }
        if self.args.write { self.write_source(insertions, &functions) } else { Ok(()) }
    }

    fn stub(&self) -> Outcome<()> {
        let (text, wrong) = recorded::stub(&self.typed);
        let stated = |typed: &&&Typed| !wrong.iter().any(|(other, _)| std::ptr::eq(*other, **typed));
        let functions: Vec<&Outlined> = self.typed.iter().filter(stated).map(|typed| typed.function).collect();
        if !text.is_empty() {
            let path = self.module.path.with_extension("pyi");
            let old = match fs::read_to_string(&path) {
                Ok(old) => old,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
                Err(error) => return Err(Failure::file("read", &path, &error)),
            };
            let mut changed = Module { path: self.module.path.clone(), source: self.module.source.clone() };
            recorded::add_stub(&mut changed, &text, &path.to_string_lossy());
            self.verify(&changed, &functions)?;
            self.put(&path, recorded::joined(&old, &text).as_bytes())?;
        }
        self.wrote(&self.module.path.with_extension("pyi"), functions.len());
        for typed in &self.typed {
            self.notes(typed.function, &typed.remarks());
        }
        for (typed, reason) in &wrong {
            self.notes(typed.function, &[format!("it is not in the stub: {reason}")]);
        }
        Ok(())
    }

    /// Writes the source with insertions, if it is still the one that was looked at.
    fn write_source(&self, insertions: Vec<(u32, String)>, functions: &[&Outlined]) -> Outcome<()> {
        let given = &self.args.file;
        // A link stays a link.
        let path = fs::canonicalize(given).map_err(|error| Failure::file("read", given, &error))?;
        if !functions.is_empty() {
            let old = &self.module.source.text;
            let bytes = fs::read(&path).map_err(|error| Failure::file("read", &path, &error))?;
            let mark = bytes.len().saturating_sub(old.len()); // of a byte order mark, if there is one
            if bytes.get(mark..) != Some(old.as_bytes()) {
                let message = format!("{} was changed while the script ran", render::path(given));
                return Err(Failure::environment(message).hint("nothing is written; run the command again"));
            }
            let text = recorded::inserted(old, insertions);
            let mut changed = Module { path: self.module.path.clone(), source: self.module.source.clone() };
            changed.source.text.clone_from(&text);
            self.verify(&changed, functions)?;
            let whole = [bytes.get(..mark).unwrap_or_default(), text.as_bytes()].concat();
            self.put(&path, &whole)?;
        }
        self.wrote(given, functions.len());
        Ok(())
    }

    /// What is to be written has to mean what is meant.
    fn verify(&self, changed: &Module, functions: &[&Outlined]) -> Outcome<()> {
        let outline = recorded::outline(changed, self.terminal)?;
        let is_typed = |function: &&&Outlined| {
            outline.functions.iter().any(|other| other.qualname == function.qualname && other.typed)
        };
        match functions.iter().find(|function| !is_typed(function)) {
            None => Ok(()),
            Some(function) => {
                let name = render::escape(&function.qualname);
                let message = format!("the types of `{name}` would not be read back; nothing is written");
                Err(Failure::environment(message).hint("a name in the module or its stub hides one of a type"))
            }
        }
    }

    /// A file of the user's keeps its mode.
    fn put(&self, path: &Path, content: &[u8]) -> Outcome<()> {
        let mode = fs::metadata(path).map_or(0o644, |data| data.permissions().mode() & 0o7777);
        atomic::write(path, content, mode).map_err(|error| Failure::file("write", path, &error))
    }

    fn wrote(&self, path: &Path, functions: usize) {
        let plural = if functions == 1 { "function" } else { "functions" };
        let text = match functions {
            0 => "there is nothing to write".to_owned(),
            _ => format!("wrote {}: types of {functions} {plural}", render::path(path)),
        };
        self.terminal.note(&text);
    }

    /// `kernel.py:12: `: where a function starts.
    fn place(&self, function: &Outlined) -> String {
        format!("{}:{}: ", render::escape(&self.module.source.path), function.line())
    }

    fn say(&self, function: &Outlined, text: &str) {
        self.terminal.result(&format!("{}{}", self.place(function), render::escape(text)));
    }

    fn notes(&self, function: &Outlined, notes: &[String]) {
        for note in notes {
            let text = format!("{}{}: {note}", self.place(function), function.qualname);
            self.terminal.note(&render::escape(&text));
        }
    }

    /// The functions that the script says nothing of.
    fn tell_others(&self, findings: &[Finding], recording: &Recording) {
        let mut not_called = Vec::new();
        for finding in findings {
            match finding {
                Finding::Nothing | Finding::Typed(_) => {}
                Finding::NotCalled(function) if function.numba => {
                    let note = "calls of what Numba compiles are seen with NUMBA_DISABLE_JIT=1".to_owned();
                    self.notes(function, &[note]);
                }
                Finding::NotCalled(function) => not_called.push(function.qualname.as_str()),
                Finding::Left(function, reason) => {
                    self.notes(function, &[format!("it stays Python whatever its types: {reason}")]);
                }
                Finding::Untyped(function, reasons) => self.notes(function, reasons),
            }
        }
        if !not_called.is_empty() {
            self.terminal.note(&render::escape(&format!("not called by the script: {}", not_called.join(", "))));
        }
        if recording.lost {
            self.terminal.note(
                "the script put a trace function of its own in place: later calls were not seen (Python 3.12 and later do \
                 not have this limit)",
            );
        }
        if let Some(how) = recording.failed() {
            self.terminal.note(&format!("the script ended with {how}: what it would have called then is not known"));
        }
    }
}
