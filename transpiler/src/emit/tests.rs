//! IR built by hand, one case a topic; what it becomes is in `tests/cases/emit`, beside the IR's dump.
//! `PYRX_UPDATE=1` rewrites the expectations.

mod build;
mod cases;

use std::path::PathBuf;

use super::{Emitted, emit};
use crate::facts::{Facts, FunctionFacts, Holder, Level};
use crate::ir::{Program, dump, verify};
use crate::span::LineIndex;
use crate::{Options, Source};

/// A source with a line of eight bytes for each statement: `build::Body` makes spans into it.
fn source() -> Source {
    let text: String = (1..=40).map(|line| format!("line {line:02}\n")).collect();
    Source::alone("case.py", "case", text)
}

fn facts(program: &Program) -> Facts {
    let mut facts = Facts::default();
    for function in &program.functions {
        facts.functions.push(FunctionFacts {
            file: None,
            qualname: function.qualname.clone(),
            first_line: function.first_line,
            last_line: function.first_line,
            level: Level::Native,
            reason: None,
            hint: None,
            untyped: false,
            signatures: Vec::new(),
            releases_gil: false,
            checks: Default::default(),
            native_lines: 0,
            interpreter_lines: 0,
        });
    }
    facts
}

fn emitted(program: &Program) -> (Emitted, Facts) {
    let mut facts = facts(program);
    let emitted = emit(program, &source(), &mut facts);
    (emitted, facts)
}

/// Compares what a program becomes with the file of this name.
fn check(name: &str, program: &Program) {
    assert_eq!(verify::verify(program), Vec::<String>::new(), "{name}: the IR of the case is not sound");
    let (emitted, facts) = emitted(program);
    // The helpers that every file starts with are a case of their own.
    let start = emitted.rust.find("static CODE_0").unwrap_or(0);
    let end = emitted.rust.find("static MODULE").unwrap_or(emitted.rust.len());
    let lines: String =
        facts.rust.iter().map(|line| format!("{}: {}\n", line.line, line.rust.replace('\n', "\n    "))).collect();
    let dump = dump::dump_lines(program, Some(&LineIndex::new(&source().text)));
    compare(name, &format!("{dump}----\n{}----\n{lines}", &emitted.rust[start..end]));
}

fn compare(name: &str, found: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../tests/cases/emit/{name}.txt"));
    if std::env::var_os("PYRX_UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, found).unwrap();
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    if wanted != found {
        let same = wanted.lines().zip(found.lines()).take_while(|(a, b)| a == b).count();
        let show = |text: &str| text.lines().skip(same).take(12).collect::<Vec<_>>().join("\n");
        panic!("{name}.txt differs from line {}\nwanted\n{}\nfound\n{}", same + 1, show(&wanted), show(found));
    }
}

#[test]
fn ranges_hold_their_functions() {
    let program = cases::calls();
    let (emitted, facts) = emitted(&program);
    let lines: Vec<&str> = emitted.rust.lines().collect();
    for (at, function) in facts.functions.iter().enumerate() {
        let own: Vec<&str> = emitted
            .ranges
            .iter()
            .filter(|(.., function)| *function == Holder::Own(at))
            .flat_map(|(from, to, _)| &lines[*from as usize - 1..*to as usize])
            .copied()
            .collect();
        let head = format!("fn f_{at}(");
        assert!(own.iter().any(|line| line.starts_with(&head)), "{} is not in its range", function.qualname);
    }
}

#[test]
fn emission_is_deterministic() {
    let program = cases::python();
    assert_eq!(emitted(&program).0.rust, emitted(&program).0.rust);
}

/// All cases of the language tests: sound IR after lowering and after all passes, and Rust that parses.
#[test]
fn language_cases_are_sound() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/cases/run");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    let mut violations = Vec::new();
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let source = Source::alone(name.clone(), name.clone(), std::fs::read_to_string(&path).unwrap());
        crate::syntax::with_large_stack(|| {
            // What is refused is for the tests of the front end.
            let Ok(lowered) = crate::to_ir(&source, &Options::default()) else { return };
            let mut program = lowered.program;
            violations.extend(verify::verify(&program).into_iter().map(|text| format!("{name}: {text}")));
            crate::passes::run(&mut program, None);
            violations.extend(verify::verify(&program).into_iter().map(|text| format!("{name} after passes: {text}")));
            // Panics where tokens are no Rust.
            let _ = emit(&program, &source, &mut Facts::default());
        });
    }
    assert_eq!(violations, Vec::<String>::new());
}
