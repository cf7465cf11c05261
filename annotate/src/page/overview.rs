//! What stands above the source: totals, the table of functions, errors and warnings, and what to change first.

use pyrx_transpiler::facts::{CheckCounts, FactKind, FunctionFacts, Level};

use super::listing::Anchors;
use crate::advice;
use crate::sarif::{Finding, Place};
use crate::text::{Prose, Shown};
use crate::words::{self, Word};
use crate::{Report, heat};

/// How many stretches of lines are linked beside one change.
const MOST_LINKS: usize = 8;

pub struct Totals {
    /// Functions at each level, from fastest to slowest.
    pub levels: [(Word, usize); 3],
    pub native_lines: u64,
    pub interpreter_lines: u64,
    /// Native lines of a hundred, rounded down so that 100 means all; `None` without a function.
    pub native_percent: Option<u64>,
    pub checks: [(&'static str, u64); 4],
    pub races: usize,
    /// Functions that are interpreted for want of types.
    pub untyped: usize,
}

pub struct Function<'a> {
    pub name: Shown<'a>,
    /// The file that it is in, if that is not the module's own.
    pub file: Option<Shown<'a>>,
    pub signatures: Vec<Shown<'a>>,
    pub first_line: u32,
    pub last_line: u32,
    /// Whether the page has the line of `def`.
    pub linked: bool,
    /// The name of the row to link to, if no line of the listing has it.
    pub anchor: Option<String>,
    pub level: Word,
    pub native_lines: u32,
    pub interpreter_lines: u32,
    pub gil: &'static str,
    pub checks: [u32; 4],
    pub reason: Option<Prose<'a>>,
    pub hint: Option<Prose<'a>>,
}

/// An error or a warning of the compiler.
pub struct Complaint<'a> {
    pub word: Word,
    pub rule: Shown<'a>,
    pub message: Prose<'a>,
    pub hint: Option<Prose<'a>>,
    pub at: Spot<'a>,
    pub notes: Vec<(Spot<'a>, Prose<'a>)>,
}

/// A place that is named in text.
pub struct Spot<'a> {
    /// The file, if it is not the one that the page shows.
    pub file: Option<Shown<'a>>,
    pub place: Place,
    pub linked: bool,
}

/// One change, as a sentence: the hint, what it is good for, and at which lines.
pub struct Advice<'a> {
    pub hint: Prose<'a>,
    pub reason: Prose<'a>,
    pub shade: u8,
    pub stretches: Vec<(u32, u32)>,
    /// How many more stretches there are.
    pub more: usize,
    pub plural: bool,
    pub suffices: bool,
}

pub fn totals(report: &Report<'_>) -> Totals {
    let functions = &report.facts.functions;
    let at = |level| (words::level(level), functions.iter().filter(|function| function.level == level).count());
    let sum = |count: fn(&FunctionFacts) -> u32| functions.iter().map(|function| u64::from(count(function))).sum();
    let (native_lines, interpreter_lines): (u64, u64) = (sum(|f| f.native_lines), sum(|f| f.interpreter_lines));
    Totals {
        levels: [at(Level::Native), at(Level::Mixed), at(Level::Interpreted)],
        native_lines,
        interpreter_lines,
        native_percent: (native_lines * 100).checked_div(native_lines + interpreter_lines),
        checks: [
            ("proved", sum(|f| f.checks.proven)),
            ("hoisted", sum(|f| f.checks.hoisted)),
            ("kept", sum(|f| f.checks.kept)),
            ("off", sum(|f| f.checks.off)),
        ],
        races: report.facts.lines.iter().filter(|fact| fact.kind == FactKind::Race).count(),
        untyped: functions.iter().filter(|function| function.untyped).count(),
    }
}

pub fn functions<'a>(report: &Report<'a>, anchors: &Anchors, in_source: impl Fn(u32) -> bool) -> Vec<Function<'a>> {
    let rows = report.facts.functions.iter().enumerate();
    rows.map(|(at, function)| {
        let linked = function.file.is_none() && in_source(function.first_line);
        row(function, linked, anchors.of_row(at))
    })
    .collect()
}

fn row<'a>(function: &'a FunctionFacts, linked: bool, anchor: Option<String>) -> Function<'a> {
    let CheckCounts { kept, hoisted, proven, off } = function.checks;
    Function {
        name: Shown::new(&function.qualname),
        file: function.file.as_deref().map(Shown::new),
        signatures: function.signatures.iter().map(|signature| Shown::new(signature)).collect(),
        first_line: function.first_line,
        last_line: function.last_line,
        linked,
        anchor,
        level: words::level(function.level),
        native_lines: function.native_lines,
        interpreter_lines: function.interpreter_lines,
        gil: if function.releases_gil { "released" } else { "held" },
        checks: [proven, hoisted, kept, off],
        reason: function.reason.as_deref().map(Prose),
        hint: function.hint.as_deref().map(Prose),
    }
}

pub fn complaints<'a>(report: &Report<'a>, in_source: impl Fn(u32) -> bool) -> Vec<Complaint<'a>> {
    let spot = |file: &'a str, place: Place| Spot {
        file: Some(file).filter(|file| *file != report.path).map(Shown::new),
        place,
        linked: file == report.path && in_source(place.line),
    };
    let complaint = |found: &'a Finding<'a>| Complaint {
        word: words::severity(found.level),
        rule: Shown::new(found.rule),
        message: Prose(found.message),
        hint: found.hint.map(Prose),
        at: spot(found.region.file, found.region.start),
        notes: found.notes.iter().map(|(region, note)| (spot(region.file, region.start), Prose(note))).collect(),
    };
    report.complaints().map(complaint).collect()
}

pub fn advice<'a>(report: &Report<'a>) -> Vec<Advice<'a>> {
    let shown = |advice: advice::Advice<'a>| Advice {
        hint: Prose(advice.hint),
        reason: Prose(advice.reason),
        shade: advice.heat.shade().min(heat::HOTTEST),
        more: advice.stretches.len().saturating_sub(MOST_LINKS),
        plural: advice.stretches.len() > 1 || advice.stretches.iter().any(|(first, last)| first != last),
        suffices: advice.suffices,
        stretches: advice.stretches.into_iter().take(MOST_LINKS).collect(),
    };
    advice::advice(report).into_iter().map(shown).collect()
}
