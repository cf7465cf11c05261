//! Which Python is meant: the one named, the active environment's, the one that pyrx is installed in, the first on PATH.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

const NAMES: &[&str] = &["python3", "python"];

pub fn executable(wanted: Option<&Path>) -> Outcome<PathBuf> {
    if let Some(wanted) = wanted {
        return named(wanted);
    }
    let beside = env::current_exe().ok().and_then(|exe| exe.parent().map(Path::to_path_buf));
    let folders = [environment("VIRTUAL_ENV"), environment("CONDA_PREFIX"), beside];
    let in_folders = folders.into_iter().flatten().find_map(|folder| first_in(&folder));
    in_folders.or_else(|| NAMES.iter().find_map(|name| which::which(name).ok())).ok_or_else(missing)
}

fn named(wanted: &Path) -> Outcome<PathBuf> {
    which::which(wanted).map_err(|_| {
        let message = format!("there is no Python at {}", crate::render::path(wanted));
        Failure::environment(message).hint("--python takes the path of an interpreter, or a name on PATH")
    })
}

fn environment(variable: &str) -> Option<PathBuf> {
    let prefix = env::var_os(variable).filter(|value| !value.is_empty())?;
    Some(PathBuf::from(prefix).join("bin"))
}

fn first_in(folder: &Path) -> Option<PathBuf> {
    NAMES.iter().map(|name| folder.join(name)).find(|path| path.is_file())
}

fn missing() -> Failure {
    Failure::environment("no Python was found").hint("install Python 3.11 or later, or name one with --python")
}
