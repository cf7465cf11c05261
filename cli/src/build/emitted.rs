//! `pyrx build --emit project`: a project that maturin builds without pyrx, for whoever wants to keep the Rust.

use std::fs;
use std::path::{Path, PathBuf};

use askama::Template;

use super::Request;
use super::project::{template, toml_string};
use crate::failure::{Failure, Outcome};
use crate::source::Module;
use crate::terminal::Terminal;
use crate::{atomic, embedded, render, transpile};

#[derive(Template)]
#[template(path = "emitted/Cargo.toml.txt", escape = "none")]
struct CargoToml<'a> {
    crate_name: &'a str,
}

#[derive(Template)]
#[template(path = "emitted/pyproject.toml.txt", escape = "none")]
struct PyprojectToml<'a> {
    crate_name: &'a str,
    module_name: &'a str,
    in_package: bool,
}

#[derive(Template)]
#[template(path = "emitted/README.md.txt", escape = "none")]
struct Readme<'a> {
    module_name: &'a str,
    source: &'a str,
    version: &'a str,
    license: &'a str,
}

/// Writes the project of a module into a folder that is empty or not there.
///
/// # Errors
/// Errors in the source, a folder with something in it, or one that cannot be written.
pub fn emit(path: &Path, request: &Request, folder: &Path, terminal: &Terminal) -> Outcome<()> {
    let module = request.read(path)?;
    module.must_import()?;
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        let failure = Failure::environment(format!("{} is not empty", render::path(folder)));
        return Err(failure.hint("name a new folder: the project in it is for its owner to change"));
    }
    let compiled = transpile::compile(&module, &request.options, terminal)?;
    terminal.tell(&module.source, &compiled.warnings);
    for (name, content) in files(&module, &compiled.rust)? {
        let path = folder.join(name);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        let written = made.and_then(|()| atomic::write(&path, &content, 0o644));
        written.map_err(|error| Failure::file("write", &path, &error))?;
    }
    terminal.note(&format!("wrote {}: `maturin build --release` there makes its wheel", render::path(folder)));
    Ok(())
}

/// The files of the project with their paths in it.
fn files(module: &Module, rust: &str) -> Outcome<Vec<(PathBuf, Vec<u8>)>> {
    let name = &module.source.module;
    let crate_name = crate_name(name);
    // A name that can be imported is letters, digits and underscores of any script.
    let module_name = toml_string(name);
    let in_package = !module.packages().as_os_str().is_empty();
    let source = render::path(Path::new(&module.source.path));
    let (version, license) = (env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_LICENSE"));
    let cargo = CargoToml { crate_name: &crate_name }.render();
    let pyproject = PyprojectToml { crate_name: &crate_name, module_name: &module_name, in_package }.render();
    let readme = Readme { module_name: name, source: &source, version, license }.render();
    let mut files = vec![
        (PathBuf::from("Cargo.toml"), text(cargo)?),
        (PathBuf::from("pyproject.toml"), text(pyproject)?),
        (PathBuf::from("README.md"), text(readme)?),
        (PathBuf::from("Cargo.lock"), embedded::LOCKFILE.to_vec()),
        (PathBuf::from(".gitignore"), b"/target\n".to_vec()),
        (PathBuf::from("src/lib.rs"), rust.as_bytes().to_vec()),
    ];
    let runtime = embedded::RUNTIME.iter();
    files.extend(runtime.map(|(name, content)| (Path::new("runtime").join(name), content.to_vec())));
    if in_package {
        files.extend(python(module)?);
    }
    Ok(files)
}

/// What a template gave, with the newline at its end that askama takes away.
fn text(rendered: askama::Result<String>) -> Outcome<Vec<u8>> {
    Ok((rendered.map_err(template)? + "\n").into_bytes())
}

/// The module's source, and what makes packages of the folders around it.
fn python(module: &Module) -> Outcome<Vec<(PathBuf, Vec<u8>)>> {
    let mut files = Vec::new();
    let mut from = module.folder().to_path_buf();
    let mut to = PathBuf::from("python").join(module.packages());
    let read = |path: &Path| fs::read(path).map_err(|error| Failure::file("read", path, &error));
    files.push((to.join(module.path.file_name().unwrap_or_default()), read(&module.path)?));
    for _ in module.packages().iter() {
        let init = from.join("__init__.py");
        if init != module.path {
            files.push((to.join("__init__.py"), if init.is_file() { read(&init)? } else { Vec::new() }));
        }
        from.pop();
        to.pop();
    }
    Ok(files)
}

/// A name that cargo and PyPI take, from that of the module; by its end neither a keyword nor a crate of Rust's own.
fn crate_name(module: &str) -> String {
    let words = module.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut name = words.map(str::to_ascii_lowercase).collect::<Vec<_>>();
    if !name.first().is_some_and(|first| first.starts_with(|c: char| c.is_ascii_lowercase())) {
        name.insert(0, "module".to_owned());
    }
    name.push("compiled".to_owned());
    name.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_of_modules_of_any_name() {
        assert_eq!(crate_name("waves.String_2"), "waves-string-2-compiled");
        assert_eq!(crate_name("_größe"), "gr-e-compiled");
        assert_eq!(crate_name("数"), "module-compiled");
        assert_eq!(crate_name("_1"), "module-1-compiled");
    }
}
