//! `pyrx doctor`: one line for each thing that a build needs, and what to type where it is missing.

use std::path::PathBuf;
use std::process::Command;
use std::thread;

use anstyle::AnsiColor;

use crate::args::DoctorArgs;
use crate::build::toolchain;
use crate::cache::Cache;
use crate::failure::{ENVIRONMENT, Failure, Outcome};
use crate::python::{self, Python};
use crate::terminal::Terminal;
use crate::{atomic, embedded, render};

/// What a check found that works, with advice where it could be better.
struct Found {
    text: String,
    advice: Option<String>,
}

impl Found {
    fn good(text: impl Into<String>) -> Outcome<Self> {
        Ok(Found { text: text.into(), advice: None })
    }

    fn advice(text: impl Into<String>, advice: impl Into<String>) -> Outcome<Self> {
        Ok(Found { text: text.into(), advice: Some(advice.into()) })
    }
}

type Check = fn(&DoctorArgs) -> Outcome<Found>;

/// What is looked at, in the order of the output.
const CHECKS: &[(&str, Check)] = &[
    ("pyrx", pyrx),
    ("Python", interpreter),
    ("NumPy", numpy),
    ("cargo", cargo),
    ("rustc", rustc),
    ("linker", linker),
    ("maturin", maturin),
    ("cache", cache),
    ("libraries", libraries),
    ("disk", disk),
];

/// Less free space than this is told, in megabytes: compiled libraries take about 100.
const SCARCE: u64 = 1024;

/// The exit status is 2 if a build cannot work here.
pub fn run(args: &DoctorArgs, terminal: &Terminal) -> Outcome<u8> {
    // Each asks programs or folders, and none waits for another.
    let found: Vec<Outcome<Found>> = thread::scope(|scope| {
        let running: Vec<_> = CHECKS.iter().map(|(_, check)| scope.spawn(|| check(args))).collect();
        running.into_iter().map(|check| check.join().unwrap_or_else(|_| Err(broken()))).collect()
    });
    for ((name, _), found) in CHECKS.iter().zip(&found) {
        tell(name, found, terminal);
    }
    Ok(if found.iter().any(Result::is_err) { ENVIRONMENT } else { 0 })
}

fn tell(name: &str, found: &Outcome<Found>, terminal: &Terminal) {
    let style = |color| terminal.style_out(color);
    let (color, mark, text, advice) = match found {
        Ok(Found { text, advice: None }) => (style(AnsiColor::Green), "ok", text.as_str(), None),
        Ok(Found { text, advice }) => (style(AnsiColor::Yellow), "note", text.as_str(), advice.as_deref()),
        Err(failure) => {
            let text = failure.message.as_deref().unwrap_or_default();
            (style(AnsiColor::Red), "missing", text, failure.hint.as_deref())
        }
    };
    // What is wrong stands in quiet output too.
    let print = |text: &str| if found.is_err() { terminal.result(text) } else { terminal.say(text) };
    print(&format!("{color}{mark:7}{color:#}  {name:9}  {text}"));
    if let Some(advice) = advice {
        print(&format!("                    {advice}"));
    }
}

fn broken() -> Failure {
    Failure::environment("the check stopped").hint(crate::transpile::REPORT)
}

fn pyrx(_: &DoctorArgs) -> Outcome<Found> {
    Found::good(format!("{} (build {})", env!("CARGO_PKG_VERSION"), embedded::BUILD_ID))
}

fn find(args: &DoctorArgs) -> Outcome<Python> {
    python::find(args.python.as_deref(), &Cache::open()?)
}

fn interpreter(args: &DoctorArgs) -> Outcome<Found> {
    let python = find(args)?;
    Found::good(format!("{} ({}), {}", python.called(), python.abi, render::path(&python.executable)))
}

/// By its metadata: importing it takes a while.
fn numpy(args: &DoctorArgs) -> Outcome<Found> {
    let python = find(args)?;
    let mut command = Command::new(&python.executable);
    command.args(["-c", "from importlib.metadata import version; print(version('numpy'))"]);
    if let Some(version) = said(&mut command) {
        return Found::good(version);
    }
    let install = format!("`{} -m pip install numpy`", render::path(&python.executable));
    Found::advice("not installed", format!("modules that work on arrays need it: {install}"))
}

fn cargo(_: &DoctorArgs) -> Outcome<Found> {
    let cargo = toolchain::cargo()?;
    let version = said(Command::new(&cargo).arg("--version"));
    let unusable = || Failure::environment(format!("{} does not work", render::path(&cargo)));
    let hint = "run `rustup default stable`, or install Rust from https://rustup.rs";
    let version = version.ok_or_else(|| unusable().hint(hint))?;
    Found::good(format!("{version}, {}", render::path(&cargo)))
}

fn rustc(_: &DoctorArgs) -> Outcome<Found> {
    let cargo = toolchain::cargo()?;
    Found::good(format!("{}, {}", toolchain::rust_version(&cargo)?, render::path(&toolchain::rustc(&cargo))))
}

/// What rustc links with where nothing else is configured.
fn linker(_: &DoctorArgs) -> Outcome<Found> {
    let missing = || {
        let failure = Failure::environment("`cc` was not found: Rust needs a C compiler to link");
        failure.hint("install one: `apt install gcc`, `dnf install gcc`, or `xcode-select --install`")
    };
    let path = which::which("cc").map_err(|_| missing())?;
    let version = said(Command::new(&path).arg("--version")).ok_or_else(missing)?;
    Found::good(format!("{version}, {}", render::path(&path)))
}

fn maturin(args: &DoctorArgs) -> Outcome<Found> {
    let path = toolchain::maturin(&find(args)?)?;
    let unusable = || Failure::environment(format!("{} does not work", render::path(&path)));
    let hint = "run `python -m pip install --force-reinstall maturin`";
    let version = said(Command::new(&path).arg("--version")).ok_or_else(|| unusable().hint(hint))?;
    Found::good(format!("{version}, {}", render::path(&path)))
}

fn cache(_: &DoctorArgs) -> Outcome<Found> {
    let cache = Cache::open()?;
    let hint = "make it writable, or name another folder in PYRX_CACHE_DIR";
    atomic::probe(cache.root()).map_err(|error| Failure::file("write to", cache.root(), &error).hint(hint))?;
    let (size, limit) = cache.size();
    Found::good(format!("{}, {} of {} MB", render::path(cache.root()), size >> 20, limit >> 20))
}

/// Whether the first build is behind us, and whether it would need the network.
fn libraries(args: &DoctorArgs) -> Outcome<Found> {
    let python = find(args)?;
    if Cache::open()?.is_warm(&python.abi) {
        return Found::good(format!("compiled for {}", python.abi));
    }
    let text = format!("not yet compiled for {}", python.abi);
    match embedded::CRATES {
        Some(_) => Found::advice(text, "the first build does it, without the network; `pyrx warm` does it now"),
        None => Found::advice(text, "the first build downloads and compiles them; `pyrx warm` does it now"),
    }
}

fn disk(_: &DoctorArgs) -> Outcome<Found> {
    let root = Cache::open()?.root().to_path_buf();
    let free = |path: PathBuf| fs4::available_space(&path).map_err(|error| Failure::file("look at", &path, &error));
    let megabytes = free(root)? >> 20;
    let text = format!("{megabytes} MB free for the cache");
    match megabytes < SCARCE {
        true => Found::advice(text, "compiled libraries take about 100 MB; `pyrx clean --cache` removes old ones"),
        false => Found::good(text),
    }
}

/// The first line that a program prints, if it ends well.
fn said(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().next().map(render::escape).filter(|line| !line.is_empty())
}
