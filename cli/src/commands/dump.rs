//! `pyrx dump`: the text form of what a stage made.

use crate::args::{DumpArgs, Stage};
use crate::chosen::Chosen;
use crate::failure::{Failure, Outcome};
use crate::terminal::Terminal;
use crate::together::Together;
use crate::{options, render, source, transpile};

pub fn run(args: &DumpArgs, terminal: &Terminal) -> Outcome<u8> {
    check_pass(args)?;
    let together = Together::of(&[Chosen::named(&args.file, &args.compile)], None, None, true);
    let siblings = together.with(&args.file, &args.compile)?;
    let module = source::read(&args.file, &args.compile.include, None, &siblings)?;
    let options = options::parse(&args.compile)?;
    let text = transpile::dump(&module, &options, name(args.stage), args.after.as_deref(), terminal)?;
    terminal.result(&text);
    Ok(0)
}

fn check_pass(args: &DumpArgs) -> Outcome<()> {
    let Some(pass) = &args.after else { return Ok(()) };
    if !matches!(args.stage, Stage::Ir) {
        return Err(Failure::environment("--after goes with `--stage ir`"));
    }
    let passes = pyrx_transpiler::pass_names();
    if passes.contains(&pass.as_str()) {
        return Ok(());
    }
    let failure = Failure::environment(format!("there is no pass `{}`", render::escape(pass)));
    Err(failure.hint(format!("one of: {}", passes.join(", "))))
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
