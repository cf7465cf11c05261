//! `pyrx warm`: compiles what all extensions are linked with, by building a module without anything in it.

use std::time::Instant;

use crate::args::{CompileArgs, TargetArgs, WarmArgs};
use crate::build::{self, Request};
use crate::failure::{Failure, Outcome};
use crate::terminal::Terminal;
use crate::{atomic, render};

pub fn run(args: &WarmArgs, terminal: &Terminal) -> Outcome<u8> {
    let start = Instant::now();
    let target = TargetArgs { native: false, python: args.python.clone() };
    let request = Request { summary: false, ..Request::new(&CompileArgs::default(), &target)? };
    let module = request.cache.root().join("support").join("pyrx_warm.py");
    atomic::write_if_changed(&module, b"").map_err(|error| Failure::file("write", &module, &error))?;
    build::build(&module, &request, terminal)?;
    let (abi, seconds) = (&request.python.abi, start.elapsed().as_secs_f64());
    let root = render::path(request.cache.root());
    terminal.note(&format!("the libraries for {abi} are compiled ({seconds:.1} s); they lie in {root}"));
    Ok(0)
}
