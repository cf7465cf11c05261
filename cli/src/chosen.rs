//! What the modules of a command are: files as they are named, and of a folder the modules in it that are to be compiled,
//! each in the way that its project says. The Python package knows how projects say it (`pyrx._build.chosen`).

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Parser;
use serde::Deserialize;

use crate::args::CompileArgs;
use crate::cache::Cache;
use crate::failure::{Failure, Outcome};
use crate::{python, render};

/// A module, and how it is compiled.
pub struct Chosen {
    pub file: PathBuf,
    /// The folder that its name starts from, where its project says so.
    pub root: Option<PathBuf>,
    pub compile: CompileArgs,
    pub native: bool,
    pub max_interp_lines: Option<u64>,
}

impl Chosen {
    /// A file that a command names.
    pub fn named(file: &Path, compile: &CompileArgs) -> Chosen {
        let (file, compile) = (file.to_path_buf(), compile.clone());
        Chosen { file, root: None, compile, native: false, max_interp_lines: None }
    }
}

/// What `pyrx._build.chosen` prints.
#[derive(Deserialize)]
#[serde(untagged)]
enum Answer {
    Found { project: Option<PathBuf>, modules: Vec<Said> },
    Failed { failure: String },
}

#[derive(Deserialize)]
struct Said {
    source: PathBuf,
    root: Option<PathBuf>,
    arguments: Vec<String>,
    max_interp_lines: Option<u64>,
}

/// What a project may say of a module, as arguments.
#[derive(Parser)]
#[command(no_binary_name = true)]
struct Arguments {
    #[command(flatten)]
    compile: CompileArgs,
    #[arg(long)]
    native: bool,
}

/// The modules that files and folders stand for, in their order. What the command line says wins over projects.
///
/// # Errors
/// A folder has no module that is to be compiled, or its project says what cannot be.
pub fn modules(named: &[PathBuf], compile: &CompileArgs, exe: Option<&Path>) -> Outcome<Vec<Chosen>> {
    let mut found = Vec::new();
    for path in named {
        if path.is_dir() {
            found.extend(of_folder(path, compile, exe)?);
        } else {
            found.push(Chosen::named(path, compile));
        }
    }
    Ok(found)
}

/// The modules that a project chooses, without what a command says.
pub fn of_project(folder: &Path, exe: Option<&Path>) -> Outcome<Vec<Chosen>> {
    of_folder(folder, &CompileArgs::default(), exe)
}

fn of_folder(folder: &Path, compile: &CompileArgs, exe: Option<&Path>) -> Outcome<Vec<Chosen>> {
    match ask(folder, exe)? {
        Answer::Failed { failure } => Err(Failure::environment(render::escape(&failure))),
        Answer::Found { project, modules } if modules.is_empty() => Err(nothing(folder, project.as_deref())),
        Answer::Found { modules, .. } => modules.into_iter().map(|said| chosen(said, compile)).collect(),
    }
}

/// What becomes one library.
pub struct Library {
    /// Its path from the folder that packages lie in, without the suffix of extensions.
    pub name: PathBuf,
    pub modules: Vec<Chosen>,
}

/// `pyrx build --library`: a list of modules, each as a project says it.
#[derive(Deserialize)]
struct List {
    library: PathBuf,
    modules: Vec<Said>,
}

/// The modules of a list. What the command line says wins over it.
///
/// # Errors
/// The file is no list, or one of its modules is said to be compiled as cannot be.
pub fn listed(list: &Path, compile: &CompileArgs) -> Outcome<Library> {
    let text = std::fs::read(list).map_err(|error| Failure::file("read", list, &error))?;
    let List { library, modules } = serde_json::from_slice(&text).map_err(|error| {
        let error = render::escape(&error.to_string());
        Failure::environment(format!("{} is no list of modules: {error}", render::path(list)))
    })?;
    let modules: Outcome<Vec<Chosen>> = modules.into_iter().map(|said| chosen(said, compile)).collect();
    Ok(Library { name: library, modules: modules? })
}

fn nothing(folder: &Path, project: Option<&Path>) -> Failure {
    let folder = render::path(folder);
    match project {
        Some(file) => Failure::environment(format!("{} chooses no module in {folder}", render::path(file)))
            .hint("name the modules there: `[tool.pyrx]`, `include = [\"src/package/*.py\"]`"),
        None => Failure::environment(format!("no module in {folder} asks to be compiled"))
            .hint("write `# pyrx: compile` at the top of those that should be, or name them: `pyrx build MODULE.py`"),
    }
}

fn chosen(said: Said, compile: &CompileArgs) -> Outcome<Chosen> {
    let own = Arguments::try_parse_from(&said.arguments).map_err(|error| {
        let text = error.to_string();
        let line = text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
        Failure::environment(render::escape(&line))
    })?;
    let compile = CompileArgs {
        directives: [own.compile.directives, compile.directives.clone()].concat(),
        strict: compile.strict || own.compile.strict,
        include: [compile.include.clone(), own.compile.include].concat(),
        with: [compile.with.clone(), own.compile.with].concat(),
    };
    let Said { source: file, root, max_interp_lines, .. } = said;
    Ok(Chosen { file, root, compile, native: own.native, max_interp_lines })
}

fn ask(folder: &Path, exe: Option<&Path>) -> Outcome<Answer> {
    let python = python::find(exe, &Cache::open()?)?.executable;
    let mut command = Command::new(&python);
    // Not with the current folder in front of what is installed.
    let output = command.args(["-P", "-m", "pyrx._build.chosen"]).arg(folder).output();
    let output = output.map_err(|error| Failure::file("run", &python, &error))?;
    if let Ok(answer) = serde_json::from_slice(&output.stdout) {
        return Ok(answer);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = render::escape(said.lines().last().unwrap_or_default());
    let message = format!("{} cannot tell the modules of {}: {said}", render::path(&python), render::path(folder));
    Err(Failure::environment(message)
        .hint("`python -m pip install pyrx-compiler` there, or name the modules themselves"))
}
