//! `pyrx run`: builds a module if needed and runs it as `python module.py` would.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::args::RunArgs;
use crate::build::{self, Request};
use crate::chosen::Chosen;
use crate::failure::{Failure, Outcome};
use crate::recorded::{Prints, Stubs};
use crate::render;
use crate::terminal::Terminal;
use crate::together::Together;

/// Returns only if something fails: the interpreter takes the place of this process.
pub fn run(args: &RunArgs, terminal: &Terminal) -> Outcome<u8> {
    // The program's own output is what the user asked for: phases are shown while they last, or with -v.
    let request = Request { summary: terminal.verbose, ..Request::new(&args.compile, &args.target)? };
    let quiet = Terminal { quiet: terminal.quiet || !(terminal.live || terminal.verbose), ..*terminal };
    if args.module().as_os_str().as_encoded_bytes().starts_with(b"-") {
        let message = format!("there is no option {}", render::path(args.module()));
        return Err(Failure::environment(message)
            .hint("`pyrx run --help` tells the options; the program's stand after the module"));
    }
    let named = if args.by_name { Some(find(args.module())?) } else { None };
    let (file, name) = named.unzip();
    let file = file.as_deref().unwrap_or(args.module());
    let (files, exe) = ([file.to_path_buf()], args.target.python.as_deref());
    let types = &Stubs::asked(args.types_from.as_deref(), &files, None, exe, Prints::Usual)?;
    let together = Together::of(&[Chosen::named(file, &args.compile)], None, exe, types.is_empty());
    let siblings = together.with(file, &args.compile)?;
    let request = Request { types, siblings, ..request };
    let record = build::build(file, &request, &quiet)?;
    let script = request.cache.run_script()?;
    let mut command = Command::new(&request.python.executable);
    command.arg(script).args(name.is_some().then_some("-m"));
    command.arg(record.extension()).arg(name.as_ref().unwrap_or(&record.module)).arg(file).args(args.args());
    Err(Failure::file("run", &request.python.executable, &command.exec()))
}

/// The file of a dotted name below the current folder, and the name of the module in it.
fn find(name: &Path) -> Outcome<(PathBuf, String)> {
    let name = name.to_string_lossy();
    let stem: PathBuf = name.split('.').collect();
    let (file, main) = (stem.with_extension("py"), stem.join("__main__.py"));
    if main.is_file() {
        return Ok((main, format!("{name}.__main__")));
    }
    if file.is_file() {
        return Ok((file, name.into_owned()));
    }
    let failure = Failure::environment(format!("there is no module {} in this folder", render::escape(&name)));
    Err(failure.hint("`-m` takes a name such as `package.module`; without it, `pyrx run` takes a file"))
}
