//! Shims: what Python imports as the modules of a library.

use std::path::{Component, Path, PathBuf};
use std::process::Command;

use askama::Template;
use pyrx_transpiler::init_symbol;
use serde::Deserialize;

use super::Library;
use super::part::Part;
use crate::build::project::{Project, template};
use crate::build::toolchain::Tools;
use crate::build::{explain, maturin};
use crate::failure::{Failure, Outcome};
use crate::transpile::REPORT;

/// What cargo says of a library that it made.
#[derive(Deserialize)]
struct Artifact {
    target: Target,
    filenames: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Template)]
#[template(path = "project/shims.toml.txt", escape = "none")]
struct ShimsToml<'a> {
    crate_name: &'a str,
    shims: Vec<&'a str>,
}

#[derive(Template)]
#[template(path = "project/shim.rs.txt", escape = "none")]
struct ShimRs<'a> {
    /// What Python's import looks for.
    entry: &'a str,
    /// As literals: the module's name, the library's path from the shim's folder, the entry point in it.
    module: &'a str,
    library: &'a str,
    symbol: &'a str,
}

/// What all shims are linked with.
const SHIM: &str = include_str!("../../../../templates/project/shims.rs");
const CONFIG: &str = include_str!("../../../../templates/project/shims-config.toml.txt");

/// Builds the shims of modules, in their order, and says where they lie.
///
/// # Errors
/// cargo failed; the failure carries its output.
pub fn build(library: &Library, parts: &[Part], project: &Project, tools: &Tools) -> Outcome<Vec<PathBuf>> {
    write(library, parts, project)?;
    let mut command = Command::new(&tools.cargo);
    command.args(["build", "--profile", "shim", "--examples", "--message-format", "json-render-diagnostics"]);
    maturin::environment(&mut command, project, tools);
    let folder = project.folder.join("shims");
    command.current_dir(&folder);
    let (status, output) = maturin::run(&mut command, |_| {})?;
    if !status.success() {
        return Err(explain::failure(&output, &folder));
    }
    parts.iter().map(|part| made(part, &output)).collect()
}

/// Where cargo says that it put the shim of a module.
fn made(part: &Part, messages: &str) -> Outcome<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Artifact>(line).ok());
    let own = messages.filter(|artifact| artifact.target.name == part.crate_name);
    let suffix = std::env::consts::DLL_SUFFIX;
    let mut files = own.flat_map(|artifact| artifact.filenames);
    files.find(|file| file.to_string_lossy().ends_with(suffix)).ok_or_else(|| {
        Failure::environment(format!("cargo made no shim for {}", part.job.module.source.module)).hint(REPORT)
    })
}

fn write(library: &Library, parts: &[Part], project: &Project) -> Outcome<()> {
    let crate_name = format!("{}_shims", project.crate_name);
    let shims = parts.iter().map(|part| part.crate_name.as_str()).collect();
    let manifest = ShimsToml { crate_name: &crate_name, shims }.render().map_err(template)?;
    project.put("shims/Cargo.toml", manifest.as_bytes())?;
    project.put("shims/.cargo/config.toml", CONFIG.as_bytes())?;
    project.put("shims/src/lib.rs", SHIM.as_bytes())?;
    for part in parts {
        let module = &part.job.module;
        let from = from_folder(&module.packages(), &library.file);
        let shim = ShimRs {
            entry: &init_symbol(&module.source.module),
            module: &format!("{:?}", module.source.module),
            library: &format!("{:?}", from.to_string_lossy()),
            symbol: &format!("{:?}", part.symbol),
        };
        let text = shim.render().map_err(template)?;
        project.put(&format!("shims/examples/{}.rs", part.crate_name), text.as_bytes())?;
    }
    Ok(())
}

/// The path of a file from a folder; both from the same third.
fn from_folder(folder: &Path, file: &Path) -> PathBuf {
    let common = folder.components().zip(file.components()).take_while(|(one, other)| one == other).count();
    let up = folder.components().skip(common).map(|_| Component::ParentDir);
    up.chain(file.components().skip(common)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_from_any_folder() {
        let file = Path::new("a/b/lib.so");
        let paths = ["a/b", "a", "", "a/b/c", "x/y"].map(|folder| from_folder(Path::new(folder), file));
        let paths: Vec<&str> = paths.iter().filter_map(|path| path.to_str()).collect();
        assert_eq!(paths, ["lib.so", "b/lib.so", "a/b/lib.so", "../lib.so", "../../a/b/lib.so"]);
    }
}
