//! Asking an interpreter about itself, and remembering the answer: starting Python takes longer than an unchanged build
//! may.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::UNIX_EPOCH;
use std::{env, fs};

use super::Python;
use crate::atomic;
use crate::cache::Cache;
use crate::digest::Digest;
use crate::failure::{Failure, Outcome};
use crate::render;

/// Prints the fields of [`Python`] as JSON.
const SCRIPT: &str = r#"
import json, platform, struct, sys, sysconfig
get = sysconfig.get_config_var
suffix = get("EXT_SUFFIX") or ".so"
flags = ["Py_DEBUG", "Py_REF_DEBUG", "Py_TRACE_REFS", "COUNT_ALLOCS", "Py_GIL_DISABLED"]
print(json.dumps({
    "executable": sys.executable,
    "implementation": platform.python_implementation(),
    "version": list(sys.version_info[:2]),
    "ext_suffix": suffix,
    "abi": get("SOABI") or suffix.strip("."),
    "pointer_width": struct.calcsize("P") * 8,
    "shared": bool(get("Py_ENABLE_SHARED")),
    "build_flags": [flag for flag in flags if get(flag)],
    "scripts": sysconfig.get_path("scripts"),
}))
"#;

pub fn cached(executable: &Path, cache: &Cache) -> Outcome<Python> {
    let record = cache.pythons().join(format!("{}.json", key(executable)));
    if let Some(python) = fs::read(&record).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()) {
        return Ok(python);
    }
    let python = ask(executable)?;
    if let Ok(bytes) = serde_json::to_vec(&python) {
        // Without the record the next build asks again, which is slower and no worse.
        let _ = atomic::write(&record, &bytes, 0o644);
    }
    Ok(python)
}

/// Changes with the executable, with what it links to, and, for a pyenv shim, with what pyenv looks at.
fn key(executable: &Path) -> String {
    let mut digest = Digest::default().field(SCRIPT).field(executable.as_os_str().as_encoded_bytes());
    digest = digest.field(stamp(executable));
    if is_script(executable) {
        digest = digest.field(env::var_os("PYENV_VERSION").unwrap_or_default().as_encoded_bytes());
        for file in pyenv_files() {
            digest = digest.field(file.as_os_str().as_encoded_bytes()).field(fs::read(&file).unwrap_or_default());
        }
    }
    digest.finish()
}

/// Whether the file starts with `#!`.
fn is_script(path: &Path) -> bool {
    let mut start = [0; 2];
    fs::File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == *b"#!"
}

/// The file's resolved path, size and time.
fn stamp(executable: &Path) -> String {
    let target = fs::canonicalize(executable).unwrap_or_default();
    let Ok(data) = fs::metadata(executable) else { return String::new() };
    let time = data.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    format!("{} {} {}", target.display(), data.len(), time.as_nanos())
}

/// `.python-version` here and above, and pyenv's global version.
fn pyenv_files() -> Vec<PathBuf> {
    let here = env::current_dir().unwrap_or_default();
    let mut files: Vec<PathBuf> = here.ancestors().map(|folder| folder.join(".python-version")).collect();
    let root = env::var_os("PYENV_ROOT").map(PathBuf::from);
    let root = root.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".pyenv")));
    files.extend(root.map(|root| root.join("version")));
    files.retain(|file| file.exists());
    files
}

fn ask(executable: &Path) -> Outcome<Python> {
    let shown = render::path(executable);
    let output = Command::new(executable).args(["-I", "-c", SCRIPT]).output();
    let output = output.map_err(|error| Failure::file("run", executable, &error))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let parsed = text.lines().last().and_then(|line| serde_json::from_str::<Python>(line).ok());
    let mut python = parsed.filter(|_| output.status.success()).ok_or_else(|| {
        let failure = Failure::environment(format!("{shown} does not answer as a Python interpreter does"));
        failure.output(render::escape(&String::from_utf8_lossy(&output.stderr))).hint("name another with --python")
    })?;
    if python.executable.as_os_str().is_empty() {
        python.executable = executable.to_path_buf();
    }
    Ok(python)
}
