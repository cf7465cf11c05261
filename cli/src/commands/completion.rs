//! `pyrx completion`: the script that completes commands and options in a shell, made of the arguments themselves.

use clap::CommandFactory;

use crate::args::{Cli, CompletionArgs};
use crate::failure::Outcome;
use crate::terminal::Terminal;

pub fn run(args: &CompletionArgs, terminal: &Terminal) -> Outcome<u8> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "pyrx", &mut script);
    terminal.result(&String::from_utf8_lossy(&script));
    Ok(0)
}
