//! Modules that are imported and compiled together with the module.

use super::bindings::each_stmt;
use super::{DirectiveComment, ExportComment, Parsed, ast, cython, parse_part, with_large_stack};
use crate::{Need, Part, Source};

/// A module of Python that is compiled together with the one that imports it.
#[derive(Debug)]
pub struct Sibling {
    /// Its full name.
    pub name: String,
    /// It is what a package runs when it is imported.
    pub is_package: bool,
    pub text: String,
    pub body: Vec<ast::Stmt>,
    pub exports: Vec<ExportComment>,
    pub directives: Vec<DirectiveComment>,
}

/// A number that differs where the sources of a module do, this one or one of those at hand.
pub fn digest(source: &Source, module: &str) -> u64 {
    let of_python = match module == source.module {
        true => (!source.is_cython()).then_some(source.text.as_str()),
        false => parts(source).find(|(name, _)| *name == module).map(|(_, part)| part.text),
    };
    of_python.map_or_else(|| cython::digest::of_module(source, module), cython::digest::of_text)
}

/// The siblings in Python whose sources are at hand. What cannot be parsed says nothing here: it is told where it is compiled itself.
pub fn parse(source: &Source) -> Vec<Sibling> {
    parts(source).filter_map(|(name, part)| sibling(name, part)).collect()
}

/// The sources of siblings that the module, or a sibling at hand, imports and that nobody has looked for yet.
pub fn imported(source: &Source) -> Vec<Need> {
    if source.together.is_empty() {
        return Vec::new();
    }
    with_large_stack(|| {
        let others = parse(source).into_iter().flat_map(|one| modules(&one.body, &one.name, one.is_package));
        let mut needs: Vec<Need> = Vec::new();
        for name in imports(source).into_iter().chain(others) {
            let need = Need::Module(name.clone());
            let wanted = name != source.module && source.together.contains(&name);
            if wanted && !needs.contains(&need) && source.files.iter().all(|file| file.need != need) {
                needs.push(need);
            }
        }
        needs
    })
}

/// The full names of what a module imports: modules, and members that may be modules.
pub fn imports(source: &Source) -> Vec<String> {
    let parsed = if source.is_cython() { super::parse_cython(source) } else { super::parse(&source.text) };
    parsed.ok().map_or_else(Vec::new, |one| modules(&one.body, &source.module, Source::is_package(&source.path)))
}

fn parts(source: &Source) -> impl Iterator<Item = (&str, Part<'_>)> {
    source.files.iter().zip(source.parts().skip(1)).filter_map(|(file, part)| match &file.need {
        Need::Module(name) if file.text.is_some() && file.pyx_sibling().is_none() => Some((name.as_str(), part)),
        _ => None,
    })
}

fn sibling(name: &str, part: Part<'_>) -> Option<Sibling> {
    let Parsed { body, exports, directives, .. } = parse_part(part).ok()?;
    let is_package = Source::is_package(part.path);
    Some(Sibling { name: name.to_owned(), is_package, text: part.text.to_owned(), body, exports, directives })
}

/// The full names of what the statements of a module import: modules, and members that may be modules.
fn modules(body: &[ast::Stmt], module: &str, is_package: bool) -> Vec<String> {
    let mut found = Vec::new();
    each_stmt(body, &mut |stmt| match stmt {
        ast::Stmt::Import(s) => found.extend(s.names.iter().map(|alias| alias.name.to_string())),
        ast::Stmt::ImportFrom(s) => {
            let Some(from) = absolute(s, module, is_package) else { return };
            found.extend(s.names.iter().map(|alias| format!("{from}.{}", alias.name)));
            found.push(from);
        }
        _ => {}
    });
    found
}

/// The full name of the module that a `from` names, if it can be told.
pub fn absolute(from: &ast::StmtImportFrom, module: &str, is_package: bool) -> Option<String> {
    let named = from.module.as_ref().map_or("", |name| name.as_str());
    let level = from.level.map_or(0, |level| level.to_u32());
    // A package counts as a module in itself.
    let inside = if is_package { format!("{module}.__init__") } else { module.to_owned() };
    let dots = inside.matches('.').count() as u32;
    let full = cython::absolute(named, level, &inside);
    (level <= dots && !full.is_empty()).then_some(full)
}
