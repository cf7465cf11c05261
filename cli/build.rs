//! Embeds the runtime's sources, the crates that it needs and the workspace's lockfile, and names this build by the content of all sources.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest, Sha256};

/// Whatever decides what pyrx emits: a change in any of it makes earlier builds stale.
const DECIDING: &[&str] = &["transpiler", "runtime", "annotate", "cli", "templates", "python", "Cargo.lock"];

/// Folders that do not decide what pyrx emits: what tools leave, and what only tests run.
const LEFT_OUT: &[&str] = &["target", "__pycache__", "tests", "examples", "benches"];

fn main() -> io::Result<()> {
    let root = PathBuf::from("..");
    let runtime = files(&root.join("runtime"))?;
    let mut code = String::new();
    embed_runtime(&mut code, &root.join("runtime"), &runtime)?;
    writeln!(code, "pub const RUNTIME_ID: &str = {:?};", digest(&runtime)?).map_err(io::Error::other)?;
    writeln!(code, "pub const BUILD_ID: &str = {:?};", digest(&deciding(&root)?)?).map_err(io::Error::other)?;
    embed_lockfile(&mut code, &root)?;
    embed_crates(&mut code)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?);
    fs::write(out.join("embedded.rs"), code)
}

fn deciding(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for name in DECIDING {
        all.extend(files(&root.join(name))?);
    }
    Ok(all)
}

/// `pub const RUNTIME: &[(&str, &[u8])]`: relative path and content of each file.
fn embed_runtime(code: &mut String, base: &Path, files: &[PathBuf]) -> io::Result<()> {
    code.push_str("pub const RUNTIME: &[(&str, &[u8])] = &[\n");
    for file in files {
        let name = file.strip_prefix(base).map_err(io::Error::other)?;
        let full = fs::canonicalize(file)?;
        writeln!(code, "({name:?}, include_bytes!({full:?})),").map_err(io::Error::other)?;
    }
    code.push_str("];\n");
    Ok(())
}

/// The workspace's lockfile: cargo drops what a generated project does not need and keeps the versions.
fn embed_lockfile(code: &mut String, root: &Path) -> io::Result<()> {
    let full = fs::canonicalize(root.join("Cargo.lock"))?;
    writeln!(code, "pub const LOCKFILE: &[u8] = include_bytes!({full:?});").map_err(io::Error::other)
}

/// What `distribution/with_crates.py` packed; a build without it has its users' first builds download the crates.
fn embed_crates(code: &mut String) -> io::Result<()> {
    let packed = Path::new("crates.zip");
    let crates = match packed.is_file() {
        true => format!("Some(({:?}, include_bytes!({:?})))", digest(&files(packed)?)?, fs::canonicalize(packed)?),
        false => "None".to_owned(),
    };
    writeln!(code, "pub const CRATES: Option<(&str, &[u8])> = {crates};").map_err(io::Error::other)
}

/// All files below a path in a fixed order.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    println!("cargo:rerun-if-changed={}", path.display());
    if !path.is_dir() {
        return Ok(if path.exists() { vec![path.to_path_buf()] } else { Vec::new() });
    }
    let mut entries = fs::read_dir(path)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(|entry| entry.file_name());
    let mut found = Vec::new();
    for entry in entries {
        let name = entry.file_name();
        if LEFT_OUT.iter().any(|left_out| name == *left_out) || name.to_string_lossy().starts_with('.') {
            continue;
        }
        found.extend(files(&entry.path())?);
    }
    Ok(found)
}

fn digest(files: &[PathBuf]) -> io::Result<String> {
    let mut hash = Sha256::new();
    for file in files {
        let content = fs::read(file)?;
        hash.update(file.to_string_lossy().as_bytes());
        hash.update([0]);
        hash.update((content.len() as u64).to_le_bytes());
        hash.update(content);
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}
