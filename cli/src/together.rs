//! Which modules are compiled together, so that functions of the one may be compiled into another: the modules of one command,
//! and those that the project of a module chooses (`[tool.pyrx]`), as far as they are compiled alike.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use pyrx_transpiler::Options;

use crate::args::CompileArgs;
use crate::chosen::{self, Chosen};
use crate::failure::Outcome;
use crate::{options, source};

/// A module that another is compiled together with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sibling {
    /// Its full name.
    pub module: String,
    pub file: PathBuf,
}

/// The modules of a command and of their projects.
pub struct Together(Vec<Member>);

struct Member {
    sibling: Sibling,
    /// Absolute.
    path: PathBuf,
    /// How it is compiled, as text that differs where options do.
    how: String,
}

impl Together {
    /// Those of a command; `root`: the folder that names start from where modules do not say. `projects`: what projects choose
    /// counts, too.
    pub fn of(modules: &[Chosen], root: Option<&Path>, exe: Option<&Path>, projects: bool) -> Together {
        let mut members: Vec<Member> = modules.iter().filter_map(|chosen| member(chosen, root)).collect();
        for chosen in modules {
            let with = chosen.compile.with.iter().map(|file| Chosen::named(file, &chosen.compile));
            members.extend(with.filter_map(|other| member(&other, root.or(chosen.root.as_deref()))));
        }
        let mut asked: BTreeMap<PathBuf, Vec<Member>> = BTreeMap::new();
        for chosen in modules.iter().filter(|chosen| projects && chosen.compile.with.is_empty()) {
            let Some(folder) = project(&chosen.file) else { continue };
            let found = asked.entry(folder.clone()).or_insert_with(|| {
                // A project that cannot be read says so where it is built.
                let found = chosen::of_project(&folder, exe).unwrap_or_default();
                found.iter().filter_map(|chosen| member(chosen, None)).collect()
            });
            let own = source::absolute(&chosen.file).ok();
            if !found.iter().any(|member| Some(&member.path) == own.as_ref()) {
                found.clear();
            }
        }
        members.extend(asked.into_values().flatten());
        Together(members)
    }

    /// Those that a module is compiled together with.
    pub fn with(&self, file: &Path, compile: &CompileArgs) -> Outcome<Vec<Sibling>> {
        let how = how(compile)?;
        let own = source::absolute(file).ok();
        let mut found: Vec<Sibling> = Vec::new();
        for member in &self.0 {
            let is_other = Some(&member.path) != own.as_ref() && member.how == how && !has_stub(&member.path);
            if is_other
                && is_read(file, &member.path)
                && found.iter().all(|known| known.module != member.sibling.module)
            {
                found.push(member.sibling.clone());
            }
        }
        Ok(found)
    }
}

fn member(chosen: &Chosen, root: Option<&Path>) -> Option<Member> {
    let path = source::absolute(&chosen.file).ok()?;
    let module = source::name(&path, root.or(chosen.root.as_deref())).ok()?;
    let is_module = ["py", "pyx"].iter().any(|suffix| chosen.file.extension().is_some_and(|own| own == *suffix));
    let sibling = Sibling { module, file: chosen.file.clone() };
    is_module.then_some(Member { sibling, path, how: how(&chosen.compile).ok()? })
}

fn how(compile: &CompileArgs) -> Outcome<String> {
    let options = options::parse(compile)?;
    // What is an error if it is not native is compiled as what is not.
    Ok(options::fingerprint(&Options { strict: false, ..options }))
}

/// Whether functions of a module can be compiled into one that imports it: a `.pyx` has what it `cimport`s of another.
pub fn is_read(importer: &Path, module: &Path) -> bool {
    !is_pyx(importer) || !is_pyx(module)
}

fn is_pyx(path: &Path) -> bool {
    path.extension().is_some_and(|suffix| suffix == "pyx")
}

/// What a file beside a module of Python says of its types holds where that is compiled itself.
pub fn has_stub(path: &Path) -> bool {
    let is_python = path.extension().is_some_and(|suffix| suffix == "py");
    is_python && ["pyi", "pxd"].iter().any(|suffix| path.with_extension(suffix).is_file())
}

/// The folder of the nearest pyproject.toml, if that has a table `[tool.pyrx]`.
fn project(file: &Path) -> Option<PathBuf> {
    let path = source::absolute(file).ok()?;
    let folder = path.ancestors().skip(1).find(|folder| folder.join("pyproject.toml").is_file())?;
    let text = std::fs::read_to_string(folder.join("pyproject.toml")).ok()?;
    text.contains("tool.pyrx").then(|| folder.to_path_buf())
}
