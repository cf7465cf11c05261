//! The tables of the manual that the compiler's rows are: what stands between `<!-- rows: NAME -->` and `<!-- end -->` in
//! `docs/manual/*.md`.
//!
//! `PYRX_UPDATE=1` rewrites them.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use pyrx_runtime::catalogue::{Lower, Row, rows};
use pyrx_transpiler::facts::Level;
use pyrx_transpiler::hir::DIRECTIVES;
use pyrx_transpiler::options::Directives;
use pyrx_transpiler::types::libc::names_of;
use pyrx_transpiler::types::{TEXT_METHODS, special_names};
use pyrx_transpiler::{Options, Source, compile};

#[test]
fn directives() {
    let mut effective = "| directive | default | for a block | effect when changed |\n|---|---|---|---|\n".to_owned();
    let mut accepted = Vec::new();
    for row in DIRECTIVES {
        let Some(slot) = row.slot else {
            accepted.push(row.name);
            continue;
        };
        let default = if *slot(&mut Directives::default()) { "True" } else { "False" };
        let block = if row.block { "yes" } else { "no" };
        writeln!(effective, "| `{}` | `{default}` | {block} | {} |", row.name, row.effect).expect("a string takes it");
    }
    holds("directives.md", "directives", &effective);
    holds("directives.md", "accepted directives", &listed(accepted));
}

#[test]
fn functions() {
    let names = native_functions();
    for module in ["builtins", "math", "cmath", "numpy"] {
        let prefix = format!("{module}.");
        holds("functions.md", module, &listed(names.iter().filter_map(|name| name.strip_prefix(&prefix))));
    }
    let methods: BTreeSet<&str> = TEXT_METHODS.iter().map(|method| method.name).collect();
    holds("functions.md", "str", &listed(methods));
}

#[test]
fn c_names() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/manual/c_names.md");
    let page = fs::read_to_string(path).expect("the page is there");
    let modules = page.lines().filter_map(|line| line.strip_prefix("<!-- rows: ")?.strip_suffix(" -->"));
    for part in modules.collect::<Vec<_>>() {
        let module = part.split(' ').next().unwrap_or_default();
        // NumPy has names of Python's beside those of its C API.
        let is_of_c = |name: &&str| module != "numpy" || is_of_c_api(name);
        holds("c_names.md", part, &listed(names_of(module).into_iter().filter(is_of_c)));
    }
}

fn is_of_c_api(name: &str) -> bool {
    ["PyArray_", "NPY_", "import_", "set_array_base", "get_array_base"].iter().any(|start| name.starts_with(start))
}

/// The functions with a row that lowers them, and those of which one of the expressions to try is native.
fn native_functions() -> BTreeSet<&'static str> {
    let (special, plain): (Vec<&Row>, Vec<&Row>) = rows().partition(|row| row.lower == Lower::Special);
    let tries: Vec<(&str, &str)> = special
        .iter()
        .flat_map(|row| row.tries.iter().flat_map(|expression| row.names.iter().map(move |name| (*name, *expression))))
        .collect();
    let mut text = "import math, cmath, numpy\n".to_owned();
    for (at, (_, expression)) in tries.iter().enumerate() {
        writeln!(text, "def try_{at}():\n    return {expression}").expect("a string takes it");
    }
    let compiled = compile(&Source::alone("tries.py", "tries", text), &Options::default());
    let functions = compiled.expect("the expressions to try compile").facts.functions;
    assert_eq!(functions.len(), tries.len());
    let native = functions.iter().zip(&tries).filter(|(function, _)| function.level == Level::Native);
    let tried = native.map(|(_, (name, _))| *name);
    plain.iter().flat_map(|row| row.names.iter().copied()).chain(special_names()).chain(tried).collect()
}

/// Names in code, in a paragraph that is folded.
fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut lines = vec![String::new()];
    for name in names {
        let last = lines.last_mut().expect("there is a line");
        if last.len() + name.len() + 3 > 110 {
            lines.push(format!("`{name}`"));
        } else {
            let blank = if last.is_empty() { "" } else { " " };
            write!(last, "{blank}`{name}`").expect("a string takes it");
        }
    }
    lines.join("\n") + "\n"
}

/// Compares a part of a page with what it must hold, or rewrites it.
fn holds(page: &str, part: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/manual").join(page);
    let old = fs::read_to_string(&path).expect("the page can be read");
    let start = format!("<!-- rows: {part} -->\n\n");
    let Some((before, rest)) = old.split_once(&start) else { panic!("{page} has no line {start}") };
    let (found, after) = rest.split_once("\n<!-- end -->").expect("the part has an end");
    if std::env::var_os("PYRX_UPDATE").is_some() {
        fs::write(&path, format!("{before}{start}{text}\n<!-- end -->{after}")).expect("the page can be written");
    } else {
        assert_eq!(found, text, "{page} differs from the rows: PYRX_UPDATE=1 rewrites it");
    }
}
