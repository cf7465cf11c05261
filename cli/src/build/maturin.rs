//! Running maturin: its arguments, its environment, and what it prints while it works.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};

use super::explain;
use super::project::Project;
use super::toolchain::Tools;
use crate::failure::{Failure, Outcome};
use crate::interrupt::{self, Running};
use crate::progress::Progress;
use crate::terminal::Terminal;

/// Builds the wheel and says where it lies.
///
/// # Errors
/// maturin or something below it failed; the failure carries its output and a hint.
pub fn build(project: &Project, tools: &Tools, progress: &Progress, terminal: &Terminal) -> Outcome<PathBuf> {
    let out = project.folder.join("wheel");
    let _ = fs::remove_dir_all(&out); // what an earlier build left, if anything
    let mut command = command(project, tools, &out);
    let (status, output) = run(&mut command, |line| follow(line, project, progress, terminal))?;
    if !status.success() {
        return Err(explain::failure(&output, &project.folder));
    }
    wheel(&out).ok_or_else(|| Failure::environment("maturin made no wheel").output(output))
}

fn command(project: &Project, tools: &Tools, out: &Path) -> Command {
    let mut command = Command::new(&tools.maturin);
    // The wheel is only a vessel: no audit, no compression.
    command.args(["build", "--release", "--auditwheel", "skip", "--compression-method", "stored", "--color", "never"]);
    command.arg("--manifest-path").arg(project.folder.join("Cargo.toml"));
    command.arg("--interpreter").arg(&project.python.executable);
    command.arg("--out").arg(out);
    if project.native {
        // On the last crate alone: as RUSTFLAGS it would compile all dependencies again.
        command.args(["--", "-C", "target-cpu=native"]);
    }
    environment(&mut command, project, tools);
    command
}

/// What maturin and cargo have to see alike, so that one does not invalidate what the other built.
pub fn environment(command: &mut Command, project: &Project, tools: &Tools) {
    command.current_dir(&project.folder);
    command.env("CARGO_TARGET_DIR", &project.target);
    command.env("PYO3_CONFIG_FILE", &project.pyo3_config);
    command.env("PYO3_BUILD_EXTENSION_MODULE", "1");
    command.env("PYRX_BUILT_FOR", project.python.called());
    command.env("CARGO_TERM_COLOR", "never").env("CARGO_TERM_PROGRESS_WHEN", "never");
    command.env("CARGO", &tools.cargo);
    // Both would put files elsewhere or choose another target than the one we look at.
    command.env_remove("CARGO_BUILD_TARGET").env_remove("CARGO_BUILD_BUILD_DIR");
    if let Some(path) = with_folder_of(&tools.cargo) {
        command.env("PATH", path);
    }
}

/// PATH with cargo's folder at its end, so that maturin finds a cargo that is not on it.
fn with_folder_of(cargo: &Path) -> Option<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folder = cargo.parent()?.to_path_buf();
    std::env::join_paths(std::env::split_paths(&path).chain([folder])).ok()
}

/// Runs a tool in a process group of its own; `each` sees every line it prints. Returns all of them.
pub fn run(command: &mut Command, mut each: impl FnMut(&str)) -> Outcome<(ExitStatus, String)> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
    let name = PathBuf::from(command.get_program());
    let mut child = command.spawn().map_err(|error| Failure::file("run", &name, &error))?;
    let _running = Running::new(&child);
    let stdout = drain(&mut child);
    let mut text = String::new();
    if let Some(stderr) = child.stderr.take() {
        for line in BufReader::new(stderr).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            each(&line);
            text.push_str(&line);
            text.push('\n');
        }
    }
    text.push_str(&stdout.and_then(|thread| thread.join().ok()).unwrap_or_default());
    let status = child.wait().map_err(|error| Failure::file("run", &name, &error))?;
    interrupt::stop_if_leaving();
    Ok((status, text))
}

/// Reads standard output on a thread: with one thread alone, a full pipe would stop the child.
fn drain(child: &mut Child) -> Option<std::thread::JoinHandle<String>> {
    let mut stdout = child.stdout.take()?;
    Some(std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stdout.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    }))
}

fn follow(line: &str, project: &Project, progress: &Progress, terminal: &Terminal) {
    if terminal.verbose {
        terminal.error_text(line);
    }
    if let Some(name) = line.trim_start().strip_prefix("Compiling ") {
        let name = name.split_whitespace().next().unwrap_or_default();
        if name != project.crate_name {
            progress.compiling(name, || project.crate_count());
        }
    }
    if line.trim_start().starts_with("Blocking waiting for file lock") {
        progress.note("  waiting for another build");
    }
}

fn wheel(folder: &Path) -> Option<PathBuf> {
    let mut paths = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    paths.find(|path| path.extension().is_some_and(|suffix| suffix == "whl"))
}
