//! `pyrx dump`: the text form of what a stage made.

use crate::args::{DumpArgs, Stage};
use crate::failure::Outcome;
use crate::terminal::Terminal;
use crate::{options, source, transpile};

pub fn run(args: &DumpArgs, terminal: &Terminal) -> Outcome<u8> {
    let module = source::read(&args.file)?;
    let options = options::parse(&args.compile)?;
    let text = transpile::dump(&module, &options, name(args.stage), args.after.as_deref(), terminal)?;
    terminal.result(&text);
    Ok(0)
}

fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Syntax => "syntax",
        Stage::Hir => "hir",
        Stage::Types => "types",
        Stage::Ir => "ir",
        Stage::Rust => "rust",
    }
}
