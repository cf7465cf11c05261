//! Which files make a module of C's, and which a module needs.

use super::rewrite::Rewriter;
use super::{CTypeKind, Declarations};
use crate::{Need, Part, Source};

/// Modules that pyrx knows by itself: no file of theirs is read.
const STANDARD: [&str; 7] = ["cpython", "cython", "libc", "libcpp", "numpy", "openmp", "posix"];

/// Whether a module is one that pyrx knows by itself.
pub fn is_standard(module: &str) -> bool {
    STANDARD.contains(&module.split('.').next().unwrap_or(module))
}

/// The full name of a module that another names with dots in front.
pub fn absolute(module: &str, level: u32, from: &str) -> String {
    let mut package = if level == 0 { "" } else { from };
    for _ in 0..level {
        package = package.rsplit_once('.').map_or("", |(package, _)| package);
    }
    match (package, module) {
        ("", module) => module.to_owned(),
        (package, "") => package.to_owned(),
        (package, module) => format!("{package}.{module}"),
    }
}

/// The files of a module: its `.pxd`, if there is one, then its `.pyx`.
pub fn parts<'s>(source: &'s Source, name: &str) -> Vec<Part<'s>> {
    let declarations = source.part(&Need::Declarations(name.to_owned()));
    let definitions = match name == source.module {
        true => source.parts().next(),
        false => source.part(&Need::Definitions(name.to_owned())).or_else(|| sibling(source, name)),
    };
    declarations.into_iter().chain(definitions).collect()
}

/// The source of a module that a module of Python imports.
fn sibling<'s>(source: &'s Source, name: &str) -> Option<Part<'s>> {
    let at = source.files.iter().position(|file| file.pyx_sibling() == Some(name))?;
    source.parts().nth(at + 1)
}

/// The modules whose declarations are at hand, or that a module of Python imports; beside the module itself.
pub fn imported(source: &Source) -> Vec<String> {
    let named = source.files.iter().filter(|file| file.text.is_some()).filter_map(|file| match &file.need {
        Need::Declarations(name) if *name != source.module => Some(name.as_str()),
        _ => file.pyx_sibling(),
    });
    let mut names: Vec<String> = Vec::new();
    for name in named {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The files that the module, or a file at hand, names and that nobody has looked for yet.
pub fn needs(source: &Source) -> Vec<Need> {
    let whole = source.whole();
    let own = source.is_cython().then(|| source.module.clone());
    let siblings = source.files.iter().filter_map(|file| Some(file.pyx_sibling()?.to_owned()));
    let mut wanted: Vec<Need> = own.clone().into_iter().chain(siblings).map(Need::Declarations).collect();
    for module in own.into_iter().chain(imported(source)) {
        let rewritten = Rewriter::read(source, &whole, &parts(source, &module));
        wanted.extend(rewritten.missing);
        wanted.extend(named(&rewritten.declarations, &module));
        if module != source.module && has_bodies_elsewhere(&rewritten.declarations) {
            wanted.push(Need::Definitions(module));
        }
    }
    let mut needs: Vec<Need> = Vec::new();
    for need in wanted {
        if !needs.contains(&need) && source.files.iter().all(|file| file.need != need) {
            needs.push(need);
        }
    }
    needs
}

/// The modules that `cimport` names; what is imported from a package may be one, too.
pub(super) fn named(declarations: &Declarations, from: &str) -> Vec<Need> {
    let mut modules = Vec::new();
    for import in &declarations.cimports {
        let module = absolute(&import.full, import.level, from);
        if is_standard(&module) {
            continue;
        }
        if let Some(member) = import.member.as_ref().filter(|member| *member != "*") {
            modules.push(if module.is_empty() { member.clone() } else { format!("{module}.{member}") });
        }
        modules.push(module);
    }
    modules.retain(|module| !module.is_empty());
    modules.into_iter().map(Need::Declarations).collect()
}

/// Whether functions are declared whose bodies stand in no file at hand.
pub(super) fn has_bodies_elsewhere(declarations: &Declarations) -> bool {
    let defined = |name: &str| declarations.functions.values().any(|function| function.name == name);
    declarations
        .externs
        .iter()
        .any(|one| one.header.is_empty() && matches!(one.ty.kind, CTypeKind::Function(_)) && !defined(&one.name))
}
