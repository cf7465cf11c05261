//! Variables of C's that modules share: functions that are compiled into another module use those of their own.
//!
//! Of a variable of another module the code at hand has the address. A module gives away the addresses of those that its
//! `.pxd` leads to, and of no others, so that the optimiser knows who else changes them.

use std::collections::BTreeSet;
use std::path::Path;

use super::Context;
use super::foreign::{key, names};
use crate::Source;
use crate::hir::Static;
use crate::hir::c::CScopes;
use crate::hir::fused::Fused;
use crate::syntax::cython::forms;

/// The plain variables of the other modules of C's, by the names that they have among the globals.
pub fn of_others(scopes: &CScopes<'_>, fused: Fused<'_>) -> Vec<Static> {
    let others = scopes.scope(0).others().collect::<Vec<_>>();
    let plain = |one: &Static| one.ty.is_plain();
    let own = others.iter().flat_map(|scope| {
        // What is wrong with them is told where they are compiled.
        let (statics, _) = scope.statics(fused);
        let module = scope.module().to_owned();
        statics.into_iter().filter(plain).map(move |one| (module.clone(), one))
    });
    own.map(|(module, one)| Static { name: key(&module, &one.name), module: Some(module), ..one }).collect()
}

/// Marks the plain variables that the module's `.pxd` names, and those of functions that it leads to.
pub fn mark(context: &mut Context<'_>, source: &Source) {
    let declarations = Path::new(&source.path).with_extension("pxd");
    if !source.parts().any(|part| Path::new(part.path) == declarations) {
        return;
    }
    // It may include others, which are no files of modules.
    let includes = |path: &Path| path == declarations || path.extension().is_some_and(|suffix| suffix == "pxi");
    let texts = source.parts().filter(|part| includes(Path::new(part.path))).map(|part| part.text);
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let words = texts.flat_map(|text| text.split(|letter| !is_word(letter)));
    let mut named: BTreeSet<String> = words.filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let mut todo: Vec<String> = named.iter().cloned().collect();
    while let Some(name) = todo.pop() {
        for def in context.scope.defs.iter().filter(|def| def.name() == name) {
            names(def.body(), &mut |name| {
                let first = name.split('.').next().unwrap_or(name);
                if named.insert(first.to_owned()) {
                    todo.push(first.to_owned());
                }
            });
        }
    }
    for one in &mut context.statics {
        // The default of a parameter goes with its function.
        let name = forms::function_of_default(&one.name).unwrap_or(&one.name);
        one.shared = one.module.is_none() && one.ty.is_plain() && named.contains(name);
    }
}
