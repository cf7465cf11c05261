//! Data flows one way: a stage uses itself, earlier stages, and what belongs to all.

use std::fs;
use std::path::{Path, PathBuf};

/// In the order of the compiler.
const STAGES: &[&str] = &["syntax", "hir", "types", "ir", "passes", "emit"];

/// What every stage may use.
const COMMON: &[&str] =
    &["diag", "facts", "options", "span", "ty", "Source", "Part", "Need", "Options", "Facts", "Diagnostic"];

#[test]
fn stages_use_only_earlier_ones() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (at, stage) in STAGES.iter().enumerate() {
        for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(stage)) {
            let text = fs::read_to_string(&file).expect("a source file");
            for used in used_modules(&text) {
                seen += 1;
                let allowed = STAGES[..=at].contains(&used.as_str()) || COMMON.contains(&used.as_str());
                if !allowed {
                    wrong.push(format!("{}: crate::{used}", file.display()));
                }
            }
        }
    }
    assert!(seen > 100, "the scan found only {seen} uses");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The first name of each path below `crate`, outside tests.
fn used_modules(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut used = Vec::new();
    for line in code {
        for rest in line.split("crate::").skip(1) {
            let group = rest.strip_prefix('{').map_or(rest, |inner| inner.split('}').next().unwrap_or(inner));
            let names: Vec<&str> = if rest.starts_with('{') { group.split(',').collect() } else { vec![group] };
            for name in names {
                let name: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                used.push(name);
            }
        }
    }
    used.retain(|name| !name.is_empty());
    used
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a stage's folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            if path.file_name().is_none_or(|name| name != "tests") {
                found.extend(sources(&path));
            }
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && path.file_stem().is_none_or(|stem| stem != "tests")
        {
            found.push(path);
        }
    }
    found.sort();
    found
}
