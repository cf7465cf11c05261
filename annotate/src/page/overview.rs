//! What stands above the source: totals, the table of functions, race warnings, and what to change first.

use std::collections::{BTreeMap, BTreeSet};

use pyrx_transpiler::Facts;
use pyrx_transpiler::facts::{CheckCounts, Fact, FactKind, FunctionFacts, Level};

use super::Remark;
use crate::heat::{self, Heat};
use crate::text::{Prose, Shown};
use crate::words::{self, Word};

/// How many changes are worth reading about before the source itself.
const MOST_ADVICE: usize = 6;
/// How many lines are linked beside one of them.
const MOST_LINKS: usize = 12;

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
    pub signatures: Vec<Shown<'a>>,
    /// The line of `def`, and whether the page has that line.
    pub line: u32,
    pub linked: bool,
    pub level: Word,
    pub native_lines: u32,
    pub interpreter_lines: u32,
    pub gil: &'static str,
    pub checks: [u32; 4],
    pub reason: Option<Prose<'a>>,
    pub hint: Option<Prose<'a>>,
}

/// One change that a hint proposes, and all the lines that it would take off the interpreter.
pub struct Advice<'a> {
    pub hint: Prose<'a>,
    /// Why the hottest of the lines touches the interpreter.
    pub reason: Prose<'a>,
    pub shade: u8,
    pub lines: Vec<u32>,
    /// How many more lines there are than `lines` holds.
    pub more: usize,
}

pub fn totals(facts: &Facts) -> Totals {
    let functions = &facts.functions;
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
        races: facts.lines.iter().filter(|fact| fact.kind == FactKind::Race).count(),
        untyped: functions.iter().filter(|function| function.untyped).count(),
    }
}

pub fn functions(functions: &[FunctionFacts], in_source: impl Fn(u32) -> bool) -> Vec<Function<'_>> {
    functions.iter().map(|function| row(function, in_source(function.first_line))).collect()
}

fn row(function: &FunctionFacts, linked: bool) -> Function<'_> {
    let CheckCounts { kept, hoisted, proven, off } = function.checks;
    Function {
        name: Shown::new(&function.qualname),
        signatures: function.signatures.iter().map(|signature| Shown::new(signature)).collect(),
        line: function.first_line,
        linked,
        level: words::level(function.level),
        native_lines: function.native_lines,
        interpreter_lines: function.interpreter_lines,
        gil: if function.releases_gil { "released" } else { "held" },
        checks: [proven, hoisted, kept, off],
        reason: function.reason.as_deref().map(Prose),
        hint: function.hint.as_deref().map(Prose),
    }
}

pub fn races(facts: &[Fact], in_source: impl Fn(u32) -> bool) -> Vec<Remark<'_>> {
    facts.iter().filter(|fact| fact.kind == FactKind::Race && in_source(fact.line)).map(Remark::new).collect()
}

/// The changes that would save most, the hottest first. Lines that touch the interpreter under the same hint count
/// together: one change mends them all.
pub fn advice(facts: &[Fact], in_source: impl Fn(u32) -> bool) -> Vec<Advice<'_>> {
    let mut hints: BTreeMap<&str, Vec<&Fact>> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| heat::touches(fact.kind) && in_source(fact.line)) {
        if let Some(hint) = &fact.hint {
            hints.entry(hint).or_default().push(fact);
        }
    }
    let mut advice: Vec<(u64, Advice<'_>)> = hints.into_iter().map(|(hint, facts)| one_advice(hint, &facts)).collect();
    advice.sort_by_key(|(weight, advice)| (std::cmp::Reverse(*weight), advice.lines.first().copied()));
    advice.into_iter().take(MOST_ADVICE).map(|(_, advice)| advice).collect()
}

/// `facts` holds at least one, all with this hint. The weight comes first.
fn one_advice<'a>(hint: &'a str, facts: &[&'a Fact]) -> (u64, Advice<'a>) {
    let mut heat = Heat::default();
    facts.iter().for_each(|fact| heat.add(fact));
    let hottest = facts.iter().rev().max_by_key(|fact| fact.depth);
    let lines: BTreeSet<u32> = facts.iter().map(|fact| fact.line).collect();
    let advice = Advice {
        hint: Prose(hint),
        reason: Prose(hottest.map_or("", |fact| &fact.reason)),
        shade: heat.shade(),
        more: lines.len().saturating_sub(MOST_LINKS),
        lines: lines.into_iter().take(MOST_LINKS).collect(),
    };
    (heat.weight, advice)
}
