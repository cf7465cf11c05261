//! `pyrx build`: extension modules next to their sources.

use crate::args::BuildArgs;
use crate::build::{self, Request};
use crate::failure::Outcome;
use crate::terminal::Terminal;

/// Builds all modules; one that fails does not keep the others from being built.
pub fn run(args: &BuildArgs, terminal: &Terminal) -> Outcome<u8> {
    let request = Request {
        annotate: args.annotate,
        show_rust: args.show_rust,
        keep: args.keep.as_deref(),
        out_dir: args.out_dir.as_deref(),
        ..Request::new(&args.compile, &args.target)?
    };
    let mut status = 0;
    for file in &args.files {
        if let Err(failure) = build::build(file, &request, terminal) {
            status = status.max(failure.report(terminal));
        }
    }
    Ok(status)
}
