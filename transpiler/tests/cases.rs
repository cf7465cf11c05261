//! Cases of the compiler as data: `tests/cases/hir/*.py` and `*.pyx` with the module's dump in `*.hir`, `tests/cases/diag/*.py` with
//! its diagnostics in `*.out`, one a line as `line:column: CODE message / hint`; and `tests/cases/reasons/*.py` with what
//! touches the interpreter, and why, in `*.out`.
//!
//! `PYRX_UPDATE=1` rewrites the expectations.

use std::fs;
use std::path::{Path, PathBuf};

use pyrx_transpiler::facts::{FactKind, Level};
use pyrx_transpiler::span::LineIndex;
use pyrx_transpiler::{Diagnostic, Facts, File, Need, Options, Source, compile, hir, needs, syntax};

fn cases(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases").join(folder);
    let entries = fs::read_dir(&folder).expect("the folder of cases exists");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py" || extension == "pyx"));
    paths.sort();
    assert!(!paths.is_empty(), "no cases in {}", folder.display());
    paths
}

fn source(path: &Path) -> Source {
    let text = String::from_utf8(fs::read(path).expect("a case can be read")).expect("a case is UTF-8");
    let mut source = Source::alone(path.display().to_string(), "package.case", text);
    loop {
        let needs = needs(&source);
        if needs.is_empty() {
            return source;
        }
        source.files.extend(needs.into_iter().map(|need| needed(path, need)));
    }
}

/// What a case names lies beside it, modules by the last part of their names.
fn needed(case: &Path, need: Need) -> File {
    let leaf = |name: &str| name.rsplit('.').next().unwrap_or(name).to_owned();
    let path = match &need {
        Need::Stub => case.with_extension("pyi"),
        Need::Declarations(name) if name == "package.case" => case.with_extension("pxd"),
        Need::Declarations(name) => case.with_file_name(leaf(name)).with_extension("pxd"),
        Need::Definitions(name) => case.with_file_name(leaf(name)).with_extension("pyx"),
        Need::Module(name) => case.with_file_name(name).with_extension("py"),
        Need::Include { name, .. } => case.with_file_name(name),
    };
    File { need, path: path.display().to_string(), text: fs::read_to_string(&path).ok() }
}

/// The dump of a module if it parses, and all diagnostics.
fn front_end(source: &Source) -> (Option<String>, Vec<Diagnostic>) {
    let parsed = || if source.is_cython() { syntax::parse_cython(source) } else { syntax::parse(&source.text) };
    syntax::with_large_stack(|| match parsed() {
        Err(errors) => (None, errors),
        Ok(parsed) => {
            let (module, diagnostics) = hir::lower(&parsed, source, &Options::default());
            hir::verify(&module).expect("the module is well-formed");
            (Some(hir::dump(&module)), diagnostics)
        }
    })
}

fn render(source: &Source, diagnostics: &[Diagnostic]) -> String {
    let render = |diagnostic: &Diagnostic| {
        let located = source.locate(diagnostic.span);
        let place = LineIndex::new(located.text).place(located.span.start);
        let hint = diagnostic.hint.as_ref().map_or(String::new(), |hint| format!(" / {hint}"));
        format!("{}:{}: {} {}{hint}\n", place.line, place.column, diagnostic.code.0, diagnostic.message)
    };
    diagnostics.iter().map(render).collect()
}

/// Compares with the expectation beside the case, or rewrites it. Returns whether they differ.
fn differs(case: &Path, extension: &str, found: &str) -> bool {
    let path = case.with_extension(extension);
    if std::env::var_os("PYRX_UPDATE").is_some() {
        fs::write(&path, found).expect("an expectation can be written");
        return false;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if expected != found {
        let place = expected.lines().zip(found.lines()).position(|(a, b)| a != b);
        let at = place.unwrap_or_else(|| expected.lines().count().min(found.lines().count()));
        let (expected, found) = (expected.lines().nth(at), found.lines().nth(at));
        eprintln!("{}:{}: expected {expected:?}, found {found:?}", path.display(), at + 1);
    }
    expected != found
}

#[test]
fn modules_lower_as_expected() {
    let failures = cases("hir").into_iter().filter(|path| {
        let source = source(path);
        let (dump, diagnostics) = front_end(&source);
        assert_eq!(render(&source, &diagnostics), "", "{}", path.display());
        differs(path, "hir", &dump.expect("a source without errors has a module"))
    });
    assert_eq!(failures.count(), 0);
}

#[test]
fn diagnostics_are_as_expected() {
    let failures = cases("diag").into_iter().filter(|path| {
        let source = source(path);
        let (_, mut diagnostics) = front_end(&source);
        if diagnostics.is_empty() {
            let later = compile(&source, &Options::default());
            diagnostics = later.map_or_else(|errors| errors, |compiled| compiled.warnings);
        }
        if diagnostics.is_empty() {
            eprintln!("{} has no diagnostics", path.display());
        }
        diagnostics.is_empty() || differs(path, "out", &render(&source, &diagnostics))
    });
    assert_eq!(failures.count(), 0);
}

/// Functions that are not native and lines that touch the interpreter, with reason and hint.
fn reasons(facts: &Facts) -> String {
    let said = |reason: &str, hint: &Option<String>| match hint {
        Some(hint) => format!("{reason} / {hint}\n"),
        None => format!("{reason}\n"),
    };
    let functions = facts.functions.iter().filter(|function| function.level != Level::Native).map(|function| {
        let reason = function.reason.as_deref().unwrap_or_default();
        (function.first_line, format!("{}: {:?}: {}", function.qualname, function.level, said(reason, &function.hint)))
    });
    let lines = facts.lines.iter().filter(|fact| fact.kind == FactKind::Interpreter);
    let lines = lines.map(|fact| (fact.line, format!("    {}: {}", fact.line, said(&fact.reason, &fact.hint))));
    let mut all: Vec<(u32, String)> = functions.chain(lines).collect();
    all.sort_by_key(|(line, _)| *line);
    all.into_iter().map(|(_, text)| text).collect()
}

#[test]
fn reasons_are_as_expected() {
    let failures = cases("reasons").into_iter().filter(|path| {
        let compiled = compile(&source(path), &Options::default()).expect("the case has no errors");
        differs(path, "out", &reasons(&compiled.facts))
    });
    assert_eq!(failures.count(), 0);
}

#[test]
fn dumps_of_the_syntax_name_each_statement() {
    let text = "# pyrx: cdivision=True\ndef f(x):\n    if x:\n        return 1\n    else:\n        x += 2\n# pythran export f(int,\n#   float)\n";
    let parsed = syntax::parse(text).expect("the source parses");
    let expected = "FunctionDef 2:0 def f(x)\n  If 3:4 if x\n    Return 4:8 return 1\n  block 6:8 \n    AugAssign 6:8 x += 2\nexport 7:0 f(int, float)\ndirective 1:8 cdivision=True\n";
    assert_eq!(syntax::dump(&parsed, text), expected);
}

/// Sources too deep for the tree, each with what makes it so.
#[test]
fn deep_sources_are_located_errors() {
    let n = 20_000;
    let sources = [
        ("sum", format!("x = {}", vec!["a"; 10 * n].join(" + "))),
        ("signs", format!("x = {}a", "-".repeat(n))),
        ("attributes", format!("x = a{}", ".b".repeat(n))),
        ("calls", format!("x = a{}", "()".repeat(n))),
        ("brackets", format!("x = {}{}", "(".repeat(n), ")".repeat(n))),
        ("conditions", format!("x = {}c", "a if b else ".repeat(n))),
        ("lambdas", format!("x = {}c", "lambda a, b: ".repeat(n))),
        ("elifs", format!("if a: pass\n{}", "elif a: pass\n".repeat(n))),
        ("nots", format!("x = {}a", "not ".repeat(n))),
        ("f-string", format!("x = f'{{{}}}'", vec!["a"; n].join("+"))),
        ("indents", (0..n / 10).map(|depth| format!("{}if a:\n", " ".repeat(depth))).collect()),
    ];
    for (what, text) in sources {
        let errors = syntax::parse(&text).expect_err(what);
        assert_eq!(errors[0].code.0, "P0103", "{what}");
        assert!(errors[0].hint.is_some(), "{what}");
    }
}

/// As deep as the limit allows, and wide without being deep.
#[test]
fn sources_within_the_limits_lower() {
    let deep = format!("def f(a):\n    return {}\n", vec!["a"; 2900].join(" + "));
    let wide = format!("def f(a):\n    return [{}]\n", vec!["a.b(-a, not a)"; 5_000].join(", "));
    let alternatives = format!("def f(a):\n    return {}\n", vec!["a + 1 == a"; 5_000].join(" or "));
    for text in [deep, wide, alternatives] {
        let source = Source::alone("case.py", "case", text);
        let (dump, diagnostics) = front_end(&source);
        assert_eq!(diagnostics, []);
        assert!(dump.is_some());
    }
}

/// A tree as deep as the limit allows may be dropped on a thread with a small stack, such as this one.
#[test]
fn deep_trees_drop_anywhere() {
    let text = format!("x = {}\ny = {}a\n{}", vec!["a"; 2900].join(" + "), "-".repeat(2900), "if a: pass\n");
    drop(syntax::parse(&text).expect("the source is within the limits"));
    let text = format!("def f(a):\n    if a: pass\n{}", "    elif a: pass\n".repeat(2900));
    let source = Source::alone("case.py", "case", text);
    let parsed = syntax::parse(&source.text).expect("the source is within the limits");
    let (module, _) = syntax::with_large_stack(|| hir::lower(&parsed, &source, &Options::default()));
    drop(module);
}
