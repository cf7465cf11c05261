//! A module as the user named it: its text and the name it is imported by.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use pyrx_transpiler::{File, Need, Source};

use crate::failure::{Failure, Outcome};
use crate::together::Sibling;
use crate::{encoding, render};

/// A module that was read.
pub struct Module {
    /// Absolute, with links in the folder's part resolved, so that one file has one name.
    pub path: PathBuf,
    pub source: Source,
}

impl Module {
    /// The folder that the module lies in.
    pub fn folder(&self) -> &Path {
        // `path` is absolute and names a file, so it has a parent.
        self.path.parent().unwrap_or(Path::new("/"))
    }

    /// The file's name without its suffix: `__init__` for a package.
    pub fn stem(&self) -> &str {
        self.path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
    }

    /// The packages around the file, as folders.
    pub fn packages(&self) -> PathBuf {
        let mut folders: Vec<&str> = self.source.module.split('.').collect();
        if self.stem() != "__init__" {
            folders.pop();
        }
        folders.iter().collect()
    }

    /// # Errors
    /// The name is one that cannot be imported.
    pub fn must_import(&self) -> Outcome<()> {
        if is_identifier(self.stem()) && self.source.module.split('.').all(is_identifier) {
            return Ok(());
        }
        let message = format!("{} cannot be imported: its name is not an identifier", render::path(&self.path));
        let hint = "rename it to letters, digits and underscores, not starting with a digit";
        Err(Failure::environment(message).hint(hint))
    }

    /// The last part of the name it is imported by: what `PyInit_` is followed by.
    pub fn leaf(&self) -> &str {
        self.source.module.rsplit('.').next().unwrap_or_default()
    }
}

/// Reads a module and the files that it names; `folders` are looked through for those that lie elsewhere, `together` are
/// those that it is compiled together with. Its name starts from the folder `root`, or else from the outermost package around
/// it.
///
/// # Errors
/// A file cannot be read or is not UTF-8, or does not lie below the root.
pub fn read(path: &Path, folders: &[PathBuf], root: Option<&Path>, together: &[Sibling]) -> Outcome<Module> {
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    let absolute = absolute(path).map_err(|error| Failure::file("read", path, &error))?;
    let module = name(&absolute, root)?;
    let text = encoding::decode(path, bytes)?;
    let mut source = Source::alone(path.to_string_lossy(), module, text);
    if !together.is_empty() {
        let others = together.iter().map(|one| one.module.clone());
        source.together = others.chain([source.module.clone()]).collect();
    }
    loop {
        let needs = pyrx_transpiler::needs(&source);
        if needs.is_empty() {
            return Ok(Module { path: absolute, source });
        }
        for need in needs {
            let file = needed(need, path, &source, folders, together)?;
            source.files.push(file);
        }
    }
}

/// The name that a module is imported by; see [`read`].
///
/// # Errors
/// It does not lie below the root.
pub fn name(absolute: &Path, root: Option<&Path>) -> Outcome<String> {
    match root {
        Some(root) => name_from(root, absolute),
        None => Ok(module_name(absolute)),
    }
}

/// The file of a need, or the word that there is none.
fn needed(need: Need, path: &Path, source: &Source, folders: &[PathBuf], together: &[Sibling]) -> Outcome<File> {
    for candidate in candidates(&need, path, &source.module, folders, together) {
        let bytes = match fs::read(&candidate) {
            Ok(bytes) => bytes,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => continue,
            Err(error) => return Err(Failure::file("read", &candidate, &error)),
        };
        let text = encoding::decode(&candidate, bytes)?;
        return Ok(File { need, path: candidate.to_string_lossy().into_owned(), text: Some(text) });
    }
    Ok(File { need, path: String::new(), text: None })
}

/// Where a file may lie, the likeliest place first.
fn candidates(need: &Need, path: &Path, module: &str, folders: &[PathBuf], together: &[Sibling]) -> Vec<PathBuf> {
    let beside = |path: &Path| path.parent().unwrap_or(Path::new("")).to_path_buf();
    match need {
        Need::Stub => vec![path.with_extension("pyi")],
        Need::Module(name) => together.iter().filter(|one| one.module == *name).map(|one| one.file.clone()).collect(),
        Need::Include { from, name } => {
            let own = beside(Path::new(from)).join(name);
            std::iter::once(own).chain(folders.iter().map(|folder| folder.join(name))).collect()
        }
        Need::Declarations(name) if name == module => vec![path.with_extension("pxd")],
        Need::Declarations(name) | Need::Definitions(name) => {
            let suffix = if matches!(need, Need::Declarations(_)) { "pxd" } else { "pyx" };
            let stem: PathBuf = name.split('.').collect();
            let roots = std::iter::once(root(path, module)).chain([beside(path)]).chain(folders.iter().cloned());
            let files = roots.flat_map(|root| {
                [root.join(&stem).with_extension(suffix), root.join(&stem).join("__init__").with_extension(suffix)]
            });
            let own = together.iter().filter(|one| one.module == *name).map(|one| one.file.with_extension(suffix));
            own.chain(files).collect()
        }
    }
}

/// The folder that the module's full name starts from.
pub fn root(path: &Path, module: &str) -> PathBuf {
    let mut folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
    for _ in module.split('.').skip(1) {
        folder = match folder.file_name() {
            Some(_) => folder.parent().unwrap_or(Path::new("")).to_path_buf(),
            None => folder.join(".."),
        };
    }
    folder
}

/// Resolves links in the folder only: a link to a module is a module of its own.
pub fn absolute(path: &Path) -> std::io::Result<PathBuf> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(fs::canonicalize(parent)?.join(path.file_name().unwrap_or_default()))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    let failure = Failure::file("read", path, error);
    if path.is_dir() {
        return failure.hint("name a module in the folder");
    }
    let with_suffix = path.with_extension("py");
    if path.extension().is_none() && with_suffix.exists() {
        return failure.hint(format!("did you mean {}?", render::path(&with_suffix)));
    }
    failure
}

/// The dotted name: the packages around the file, then its stem.
fn module_name(path: &Path) -> String {
    let mut parts = vec![stem(path)];
    let mut folder = path.parent();
    while let Some(package) = folder.filter(|folder| folder.join("__init__.py").exists()) {
        parts.push(stem(package));
        folder = package.parent();
    }
    parts.reverse();
    dotted(parts)
}

/// The dotted name: the folders from `root` on, whether packages or not, then the stem.
fn name_from(root: &Path, path: &Path) -> Outcome<String> {
    let full = fs::canonicalize(root).map_err(|error| Failure::file("read", root, &error))?;
    let below = path.strip_prefix(&full).map_err(|_| {
        let message = format!("{} does not lie in {}", render::path(path), render::path(root));
        Failure::environment(message).hint("--root takes the folder that the packages lie in")
    })?;
    Ok(dotted(below.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect()))
}

/// A package is named without its `__init__`.
fn dotted(mut parts: Vec<String>) -> String {
    if parts.len() > 1 && parts.last().is_some_and(|last| last == "__init__") {
        parts.pop();
    }
    parts.join(".")
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_identifier(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_alphanumeric() || letter == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_can_be_imported() {
        assert!(is_identifier("_a1") && is_identifier("größe"));
        assert!(!is_identifier("1a") && !is_identifier("a-b") && !is_identifier("") && !is_identifier("a b"));
    }
}
