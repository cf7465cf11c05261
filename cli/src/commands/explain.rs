//! `pyrx explain`: what a code means, a program that has it, what pyrx says, and the program mended.

use anstyle::AnsiColor;
use pyrx_transpiler::diag::CODES;

use crate::args::ExplainArgs;
use crate::failure::{Failure, Outcome};
use crate::nearest::nearest;
use crate::render;
use crate::terminal::Terminal;

/// What can be explained: a code of a diagnostic, or a kind of fact.
struct Topic {
    name: &'static str,
    meaning: &'static str,
    /// Markdown, where a block of code says in its first line what it is: "```python wrong".
    page: &'static str,
}

/// What a block of code of a page is, and what stands above it here.
const BLOCKS: &[(&str, &str)] =
    &[("wrong", "wrong"), ("says", "what pyrx says"), ("example", "for example"), ("mended", "mended")];

fn codes() -> impl Iterator<Item = Topic> {
    CODES.iter().map(|row| Topic { name: row.code.0, meaning: row.meaning, page: row.page })
}

fn kinds() -> impl Iterator<Item = Topic> {
    pyrx_annotate::explained().map(|(name, meaning, page)| Topic { name, meaning, page })
}

pub fn run(args: &ExplainArgs, terminal: &Terminal) -> Outcome<u8> {
    let Some(name) = &args.code else {
        terminal.result(&list());
        return Ok(0);
    };
    let topic = codes().chain(kinds()).find(|topic| topic.name.eq_ignore_ascii_case(name));
    terminal.result(&text(&topic.ok_or_else(|| unknown(name))?, terminal));
    Ok(0)
}

fn unknown(name: &str) -> Failure {
    let failure = Failure::environment(format!("there is no code `{}`", render::escape(name)));
    let hint = match nearest(name, codes().chain(kinds()).map(|topic| topic.name)) {
        Some(known) => format!("did you mean `{known}`? `pyrx explain` lists all"),
        None => "`pyrx explain` lists all".to_owned(),
    };
    failure.hint(hint)
}

fn list() -> String {
    let row = |topic: Topic| format!("  {:13}  {}\n", topic.name, topic.meaning);
    let (codes, kinds): (String, String) = (codes().map(row).collect(), kinds().map(row).collect());
    format!("codes of diagnostics\n{codes}\nkinds of facts in the report\n{kinds}")
}

/// The page for a terminal: blocks of code are indented below what they are.
fn text(topic: &Topic, terminal: &Terminal) -> String {
    let (cyan, bold) = (terminal.style_out(AnsiColor::Cyan), terminal.bold_out());
    let mut text = format!("{bold}{}: {}{bold:#}\n\n", topic.name, topic.meaning);
    let mut inside = false;
    for line in topic.page.lines() {
        match line.strip_prefix("```") {
            Some("") => inside = false,
            Some(fence) => {
                inside = true;
                let title = BLOCKS.iter().find(|(word, _)| fence.ends_with(word)).map_or("", |(_, title)| title);
                text.push_str(&format!("{cyan}{title}{cyan:#}:\n\n"));
            }
            None if inside && !line.is_empty() => text.push_str(&format!("    {line}\n")),
            None => text.push_str(&format!("{line}\n")),
        }
    }
    text
}
