//! `pyrx run`: builds a module if needed and runs it as `python module.py` would.

use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::args::RunArgs;
use crate::build::{self, Request};
use crate::failure::{Failure, Outcome};
use crate::terminal::Terminal;

/// Returns only if something fails: the interpreter takes the place of this process.
pub fn run(args: &RunArgs, terminal: &Terminal) -> Outcome<u8> {
    // The program's own output is what the user asked for: phases are shown while they last, or with -v.
    let request = Request { summary: terminal.verbose, ..Request::new(&args.compile, &args.target)? };
    let quiet = Terminal { quiet: terminal.quiet || !(terminal.live || terminal.verbose), ..*terminal };
    let record = build::build(&args.file, &request, &quiet)?;
    let script = request.cache.run_script()?;
    let mut command = Command::new(&request.python.executable);
    command.arg(script).arg(record.extension()).arg(&record.module).arg(&args.file).args(&args.args);
    Err(Failure::file("run", &request.python.executable, &command.exec()))
}
