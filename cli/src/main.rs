//! The `pyrx` command: the only place in Rust with files, processes, environment and printing.

mod args;
mod atomic;
mod browser;
mod build;
mod cache;
mod chosen;
mod commands;
mod digest;
mod embedded;
mod encoding;
mod failure;
mod interrupt;
mod nearest;
mod options;
mod output;
mod progress;
mod python;
mod recorded;
mod render;
mod source;
mod terminal;
mod together;
mod transpile;
mod version;

use clap::Parser;

use args::{Cli, Command};
use failure::Outcome;
use output::Output;
use terminal::Terminal;

fn main() {
    let cli = Cli::try_parse().unwrap_or_else(|stop| answer(&stop));
    let output = Output::new(cli.command.output_format());
    let terminal = Terminal::new(cli.color, cli.quiet, cli.verbose, &output);
    interrupt::watch();
    let status = match dispatch(&cli.command, &terminal) {
        Ok(status) => status,
        Err(failure) => failure.report(&terminal),
    };
    if let Some(document) = output.document() {
        terminal.result(&document);
    }
    std::process::exit(i32::from(status));
}

/// Help, the version, or what is wrong with the arguments.
fn answer(stop: &clap::Error) -> ! {
    let Some(version) = version::asked(stop) else { stop.exit() };
    let output = Output::default();
    Terminal::new(clap::ColorChoice::Auto, false, false, &output).result(&version);
    std::process::exit(0)
}

/// Runs a command; the exit status is 0, or 1 when the source falls short of what was asked.
fn dispatch(command: &Command, terminal: &Terminal) -> Outcome<u8> {
    match command {
        Command::Build(args) => commands::build::run(args, terminal),
        Command::Cythonize(args) => commands::cythonize::run(args, terminal),
        Command::Run(args) => commands::run::run(args, terminal),
        Command::Check(args) => commands::check::run(args, terminal),
        Command::Annotate(args) => commands::annotate::run(args, terminal),
        Command::Types(args) => commands::types::run(args, terminal),
        Command::Dump(args) => commands::dump::run(args, terminal),
        Command::Explain(args) => commands::explain::run(args, terminal),
        Command::Clean(args) => commands::clean::run(args, terminal),
        Command::Warm(args) => commands::warm::run(args, terminal),
        Command::Doctor(args) => commands::doctor::run(args, terminal),
        Command::Completion(args) => commands::completion::run(args, terminal),
    }
}
