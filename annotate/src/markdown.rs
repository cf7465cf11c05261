//! The summary in Markdown, as GitHub and GitLab read it in a comment.
//!
//! Whatever the source says stands in code spans, where no markup, no link and no mention works.

use std::fmt::Write as _;

use pyrx_transpiler::facts::{FactKind, FunctionFacts, Level};

use crate::advice::{self, Advice};
use crate::sarif::{Finding, Level as Severity};
use crate::{Report, text, words};

/// Rows that a comment shows of one table or list; GitHub takes 65,536 characters.
const MOST: usize = 60;

pub fn render(report: &Report<'_>) -> String {
    let mut out = format!("### {}\n", code(report.path));
    list(&mut out, report.found.iter().map(|found| complaint(found, report.path)), "");
    if !report.found.iter().any(|found| found.level == Severity::Error) {
        facts(&mut out, report);
    }
    out
}

fn facts(out: &mut String, report: &Report<'_>) {
    let functions = &report.facts.functions;
    if functions.is_empty() {
        out.push_str("\nThere is no function in this module, so there was nothing to compile.\n");
        return;
    }
    let _ = writeln!(out, "\n{}", totals(functions));
    let said = |reason: &str| report.found.iter().any(|found| found.message == reason);
    let races = report.own_facts().filter(|fact| fact.kind == FactKind::Race && !said(&fact.reason));
    let race = |line: u32, reason: &str, hint: Option<&str>| format!("line {line}: {}", sentence(reason, hint));
    list(out, races.map(|fact| race(fact.line, &fact.reason, fact.hint.as_deref())), "\n**Race warnings**\n");
    list(out, advice::advice(report).iter().map(change), "\n**What to change first**\n");
    out.push_str("\n| function | level | lines | native | interpreter | why it is not native | what to change |\n");
    out.push_str("|---|---|--:|--:|--:|---|---|\n");
    for function in functions.iter().take(MOST) {
        out.push_str(&row(function));
    }
    if functions.len() > MOST {
        let _ = writeln!(out, "\nand {} more", functions.len() - MOST);
    }
}

fn totals(functions: &[FunctionFacts]) -> String {
    let at = |level| functions.iter().filter(|function| function.level == level).count();
    let sum =
        |count: fn(&FunctionFacts) -> u32| functions.iter().map(|function| u64::from(count(function))).sum::<u64>();
    let plural = if functions.len() == 1 { "" } else { "s" };
    format!(
        "{} function{plural}: {} native, {} mixed, {} left to Python; {} lines run natively, {} touch the interpreter. \
         Checks: {} proved, {} hoisted, {} kept, {} off.",
        functions.len(),
        at(Level::Native),
        at(Level::Mixed),
        at(Level::Interpreted),
        sum(|f| f.native_lines),
        sum(|f| f.interpreter_lines),
        sum(|f| f.checks.proven),
        sum(|f| f.checks.hoisted),
        sum(|f| f.checks.kept),
        sum(|f| f.checks.off),
    )
}

/// Items under a heading, or nothing if there are none.
fn list(out: &mut String, items: impl Iterator<Item = String>, heading: &str) {
    let items: Vec<String> = items.collect();
    if items.is_empty() {
        return;
    }
    let _ = writeln!(out, "{heading}");
    for item in items.iter().take(MOST) {
        let _ = writeln!(out, "- {item}");
    }
    if items.len() > MOST {
        let _ = writeln!(out, "- and {} more", items.len() - MOST);
    }
}

fn complaint(found: &Finding<'_>, path: &str) -> String {
    let place = found.region.start;
    let file = if found.region.file == path { String::new() } else { code(found.region.file) + ", " };
    let column = place.column.map_or(String::new(), |column| format!(":{column}"));
    let word = words::severity(found.level).label;
    let text = sentence(found.message, found.hint);
    format!("**{word}** {} {file}line {}{column}: {text}", code(found.rule), place.line)
}

fn change(advice: &Advice<'_>) -> String {
    let stretches: Vec<String> = advice
        .stretches
        .iter()
        .take(MOST)
        .map(|&(first, last)| if first == last { first.to_string() } else { format!("{first} to {last}") })
        .collect();
    let lines = if stretches.len() == 1 && !stretches[0].contains(' ') { "line" } else { "lines" };
    let (verb, end) = if advice.suffices { ("make", " native") } else { ("help", " in part") };
    let reason = if advice.reason.is_empty() { String::new() } else { format!("; {}", prose(advice.reason)) };
    format!("{} to {verb} {lines} {}{end}{reason}", prose(advice.hint), stretches.join(", "))
}

fn row(function: &FunctionFacts) -> String {
    let cell = |text: &Option<String>| text.as_deref().map(prose).unwrap_or_default();
    format!(
        "| {} | {} | {}–{} | {} | {} | {} | {} |\n",
        code(&function.qualname),
        words::level(function.level).label,
        function.first_line,
        function.last_line,
        function.native_lines,
        function.interpreter_lines,
        cell(&function.reason),
        cell(&function.hint),
    )
}

fn sentence(reason: &str, hint: Option<&str>) -> String {
    match hint {
        Some(hint) => format!("{} → {}", prose(reason), prose(hint)),
        None => prose(reason),
    }
}

/// A sentence of the compiler's, with its code between backticks.
fn prose(sentence: &str) -> String {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, inside, after)) = text::first_code(rest) {
        out.push_str(&escaped(before));
        out.push_str(&code(inside));
        rest = after;
    }
    out + &escaped(rest)
}

/// Text in which no character is markup.
fn escaped(sentence: &str) -> String {
    let mut out = String::with_capacity(sentence.len());
    for c in text::plain(sentence).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // An entity would still mention someone.
            '@' => out.push_str("`@`"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '\t' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

/// A code span that holds any text, also in a table.
fn code(inside: &str) -> String {
    let shown = text::plain(inside).replace('\t', " ").replace('|', "\\|");
    let ticks = shown.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(ticks + 1);
    let blank = shown.trim().is_empty();
    // A blank on both sides is taken off again, so that backticks and blanks at the ends stay.
    let pad = if blank || !shown.starts_with(['`', ' ']) && !shown.ends_with(['`', ' ']) { "" } else { " " };
    if shown.is_empty() { "` `".to_owned() } else { format!("{fence}{pad}{shown}{pad}{fence}") }
}
