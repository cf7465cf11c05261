//! Modules that a module imports and that are not built together with it, although its calls of them would be native then.

use std::path::{Path, PathBuf};

use super::Job;
use crate::together::{self, Sibling};
use crate::{render, source, transpile};

/// What to tell about them, if there are any.
pub fn advice(job: &Job) -> Option<String> {
    let request = job.request;
    if request.out_dir.is_some() || request.root.is_some() || !request.types.is_empty() {
        return None;
    }
    let own = Path::new(&job.module.source.path);
    let unbuilt = unbuilt(job, own);
    if unbuilt.is_empty() {
        return None;
    }
    let all = [request.siblings.as_slice(), &unbuilt].concat();
    let module = source::read(own, &request.folders, request.root, &all).ok()?;
    // What is wrong with the others is told where they are built.
    let checked = transpile::check(&module, &request.options).ok()?.ok()?;
    let called: Vec<&Sibling> = unbuilt.iter().filter(|one| checked.compiled_in.contains(&one.module)).collect();
    let files = std::iter::once(own).chain(called.iter().map(|one| one.file.as_path()));
    let files: Vec<String> = files.map(|file| render::path(file).to_string()).collect();
    let names: Vec<String> = called.iter().map(|one| render::escape(&one.module).to_string()).collect();
    (!called.is_empty())
        .then(|| format!("`pyrx build {}` makes the calls of {} native", files.join(" "), names.join(", ")))
}

/// Those that lie where the module's own package, or folder, does.
fn unbuilt(job: &Job, own: &Path) -> Vec<Sibling> {
    let source = &job.module.source;
    let root = source::root(own, &source.module);
    let mut found: Vec<Sibling> = Vec::new();
    for module in pyrx_transpiler::imports(source) {
        let is_known = |one: &Sibling| one.module == module;
        if module == source.module || job.request.siblings.iter().chain(&found).any(is_known) {
            continue;
        }
        let file = file(&root, &module).filter(|file| together::is_read(own, file));
        found.extend(file.map(|file| Sibling { module, file }));
    }
    found
}

fn file(root: &Path, module: &str) -> Option<PathBuf> {
    let stem = root.join(module.split('.').collect::<PathBuf>());
    let files = [stem.with_extension("pyx"), stem.with_extension("py"), stem.join("__init__.py")];
    files.into_iter().find(|file| file.is_file() && !together::has_stub(file))
}
