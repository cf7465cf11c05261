//! The source, line by line, with what is known of each line.

use std::collections::{BTreeMap, BTreeSet};

use pyrx_transpiler::facts::{Fact, FactKind, FunctionFacts, Level};

use super::Remark;
pub use super::anchors::Anchors;
use crate::Report;
use crate::heat::Heat;
use crate::paint::{self, Painted};
use crate::sarif::Finding;
use crate::words::{self, Word};

/// Lines with more characters than this scroll instead of filling the page.
const LONG: usize = 1000;

pub struct Line<'a> {
    pub number: u32,
    pub code: Painted<'a>,
    /// CSS classes: the shade, the level of the function around, `head` where it starts, and what filters find.
    pub class: String,
    /// What filters find here.
    pub kinds: Kinds,
    pub shade: u8,
    /// What stands beside a line without a shade: `!` for a race, `×` for an error.
    pub mark: Option<(&'static str, &'static str)>,
    /// The level of the function that starts here, and its anchor.
    pub level: Option<(Word, &'a str)>,
    /// The kinds of fact and how many there are of each, the most urgent first.
    pub chips: Vec<(Word, usize)>,
    /// What stands below the line: the problem, and what to change.
    pub lead: Option<Remark<'a>>,
    /// The other facts, shown when the line is opened.
    pub rest: Vec<Remark<'a>>,
    /// Whether the line became Rust.
    pub rust: bool,
}

/// What filters find in a line.
#[derive(Clone, Copy)]
pub struct Kinds {
    pub interpreter: bool,
    pub kept: bool,
    pub parallel: bool,
    pub race: bool,
}

impl Line<'_> {
    /// Whether there is something to open.
    pub fn opens(&self) -> bool {
        !self.rest.is_empty()
    }

    /// Whether something stands beside the code.
    pub fn annotated(&self) -> bool {
        self.level.is_some() || !self.chips.is_empty()
    }
}

/// What is known of one line.
#[derive(Default)]
struct Known<'a> {
    facts: Vec<&'a Fact>,
    found: Vec<&'a Finding<'a>>,
}

/// The lines in order, each with its facts; facts of other lines are left out. `rust` holds the lines that became Rust.
pub fn lines<'a>(report: &Report<'a>, source: &[&'a str], anchors: &'a Anchors, rust: &BTreeSet<u32>) -> Vec<Line<'a>> {
    let mut known: BTreeMap<u32, Known> = BTreeMap::new();
    for fact in report.own_facts() {
        known.entry(fact.line).or_default().facts.push(fact);
    }
    for found in report.complaints().filter(|found| found.region.file == report.path) {
        known.entry(found.region.start.line).or_default().found.push(found);
    }
    let levels = levels(report, source.len());
    let painted = paint::paint(source).into_iter();
    (1u32..)
        .zip(painted.zip(levels))
        .map(|(number, (code, level))| {
            let mut known = known.remove(&number).unwrap_or_default();
            // Stable, so that facts of one urgency stay in the order of discovery, the deepest first, those to act on before
            // others.
            known
                .facts
                .sort_by_key(|fact| (words::urgency(fact.kind), std::cmp::Reverse(fact.depth), fact.hint.is_none()));
            let starts = anchors.at_line(number);
            let function = starts.and_then(|(at, _)| report.facts.functions.get(at));
            let told = if function.is_none() { told_at_head(report, &known.facts) } else { None };
            let mut line = line(number, code, level, function, &known, told);
            line.level = function.zip(starts).map(|(function, (_, anchor))| (words::level(function.level), anchor));
            line.rust = rust.contains(&number);
            let long = source.get(number as usize - 1).is_some_and(|text| text.chars().nth(LONG).is_some());
            line.class.push_str(if long { " long" } else { "" });
            line
        })
        .collect()
}

/// The level of the innermost function around each line.
fn levels(report: &Report<'_>, lines: usize) -> Vec<Option<Level>> {
    let mut levels = vec![None; lines];
    let mut outermost: Vec<&FunctionFacts> = report.own_functions().collect();
    outermost.sort_by_key(|function| std::cmp::Reverse(function.last_line.saturating_sub(function.first_line)));
    for function in outermost {
        let first = (function.first_line as usize).saturating_sub(1);
        let last = (function.last_line as usize).min(lines);
        if let Some(inside) = levels.get_mut(first..last) {
            inside.fill(Some(function.level));
        }
    }
    levels
}

fn line<'a>(
    number: u32,
    code: Painted<'a>,
    level: Option<Level>,
    function: Option<&'a FunctionFacts>,
    known: &Known<'a>,
    told: Option<&str>,
) -> Line<'a> {
    let mut heat = Heat::default();
    known.facts.iter().for_each(|fact| heat.add(fact));
    let shade = heat.shade();
    let has = |kind| known.facts.iter().any(|fact| fact.kind == kind);
    let left_to_python = function.is_some_and(|function| function.level == Level::Interpreted);
    let wrong = known.found.first().map(|found| words::severity(found.level));
    let kinds = Kinds {
        interpreter: shade > 0 || left_to_python,
        kept: has(FactKind::CheckKept),
        parallel: has(FactKind::Parallel),
        race: has(FactKind::Race),
    };
    let stop = kinds.interpreter || kinds.race || wrong.is_some();
    // Diagnostics first, then why the function that starts here is not native, then the facts.
    let mut remarks: Vec<Remark> = known.found.iter().map(|found| Remark::of_finding(found)).collect();
    remarks.extend(function.and_then(|function| Remark::of_function(function, number)));
    remarks.extend(known.facts.iter().map(|fact| Remark::new(fact)));
    hints_once(&mut remarks, told);
    let lead = if stop && !remarks.is_empty() { Some(remarks.remove(0)) } else { None };
    let mark = match wrong {
        Some(word) => Some(("×", word.label)),
        None => kinds.race.then_some(("!", "race warning")),
    };
    let classes = [
        ("kept", kinds.kept),
        ("par", kinds.parallel),
        ("race", kinds.race),
        ("wrong", wrong.is_some()),
        ("head", function.is_some()),
    ];
    Line {
        number,
        code,
        class: class(shade, level, classes),
        kinds,
        shade,
        mark,
        level: None,
        chips: chips(&known.facts),
        lead,
        rest: remarks,
        rust: false,
    }
}

/// What the head of a function that is left to Python says to change, for the lines of the function.
fn told_at_head<'a>(report: &Report<'a>, facts: &[&Fact]) -> Option<&'a str> {
    let function = report.facts.functions.get(facts.first()?.function?)?;
    function.hint.as_deref().filter(|_| function.level == Level::Interpreted)
}

/// What to change is said once a line, by the first remark that proposes it.
fn hints_once(remarks: &mut [Remark<'_>], told: Option<&str>) {
    let mut told: BTreeSet<&str> = told.into_iter().collect();
    for remark in remarks {
        remark.hint = remark.hint.filter(|hint| told.insert(hint.0));
    }
}

fn class<const N: usize>(shade: u8, level: Option<Level>, classes: [(&str, bool); N]) -> String {
    let mut class = String::from("l");
    if shade > 0 {
        class.push_str(&format!(" s{shade}"));
    }
    if let Some(level) = level {
        class.push(' ');
        class.push_str(words::level(level).id);
    }
    for (name, _) in classes.iter().filter(|(_, on)| *on) {
        class.push(' ');
        class.push_str(name);
    }
    class
}

/// Counts neighbours of one kind.
fn chips(facts: &[&Fact]) -> Vec<(Word, usize)> {
    let runs = facts.chunk_by(|a, b| a.kind == b.kind);
    runs.map(|run| (words::kind(run[0].kind), run.len())).collect()
}
