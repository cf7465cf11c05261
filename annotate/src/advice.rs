//! Which changes would save most.

use std::collections::{BTreeMap, BTreeSet};

use pyrx_transpiler::facts::{Fact, Level};

use crate::Report;
use crate::heat::{self, Heat};

/// How many changes are worth reading about before the source itself.
const MOST: usize = 6;

/// One change that a hint proposes, and all the lines that it is about.
pub struct Advice<'a> {
    pub hint: &'a str,
    /// Why the hottest of the lines touches the interpreter.
    pub reason: &'a str,
    pub heat: Heat,
    /// From the first to the last line of each stretch; nothing else touches the interpreter between them.
    pub stretches: Vec<(u32, u32)>,
    /// Whether nothing else keeps these lines from being native.
    pub suffices: bool,
}

/// The facts that touch the interpreter, by line.
type Touching<'a> = BTreeMap<u32, Vec<&'a Fact>>;

/// What is collected of one hint.
#[derive(Default)]
struct Collected<'a> {
    facts: Vec<&'a Fact>,
    lines: BTreeSet<u32>,
    reason: Option<&'a str>,
}

/// The changes that would save most, the hottest first. Lines that touch the interpreter under the same hint count together:
/// one change mends them all. A function that is left to Python counts with all its lines.
pub fn advice<'a>(report: &Report<'a>) -> Vec<Advice<'a>> {
    let mut hints: BTreeMap<&str, Collected> = BTreeMap::new();
    let mut touching = Touching::new();
    for fact in report.own_facts().filter(|fact| heat::touches(fact.kind)) {
        touching.entry(fact.line).or_default().push(fact);
    }
    for &fact in touching.values().flatten() {
        if let Some(hint) = &fact.hint {
            let collected = hints.entry(hint).or_default();
            collected.facts.push(fact);
            collected.lines.insert(fact.line);
        }
    }
    for function in report.own_functions().filter(|function| function.level == Level::Interpreted) {
        if let Some(hint) = &function.hint {
            let collected = hints.entry(hint).or_default();
            collected.lines.extend(function.first_line..=function.last_line);
            collected.reason = function.reason.as_deref();
        }
    }
    let mut advice: Vec<Advice<'_>> = hints.into_iter().map(|(hint, found)| one(hint, found, &touching)).collect();
    advice.sort_by_key(|advice| (std::cmp::Reverse(advice.heat.weight), advice.stretches.first().copied()));
    advice.truncate(MOST);
    advice
}

fn one<'a>(hint: &'a str, found: Collected<'a>, touching: &Touching<'_>) -> Advice<'a> {
    let mut heat = Heat::default();
    found.facts.iter().for_each(|fact| heat.add(fact));
    // A function that is left to Python as a whole touches the interpreter at each line, and not in vain.
    heat.weight = heat.weight.max(1);
    let hottest = found.facts.iter().rev().max_by_key(|fact| fact.depth).map(|fact| fact.reason.as_str());
    let alone =
        |line| touching.get(line).is_none_or(|facts| facts.iter().all(|fact| fact.hint.as_deref() == Some(hint)));
    Advice {
        hint,
        reason: hottest.or(found.reason).unwrap_or_default(),
        heat,
        suffices: found.lines.iter().all(alone),
        stretches: stretches(&found.lines, touching),
    }
}

/// Lines that follow each other but for such as do not touch the interpreter, in one function.
fn stretches(lines: &BTreeSet<u32>, touching: &Touching<'_>) -> Vec<(u32, u32)> {
    let function = |line: u32| touching.get(&line).and_then(|facts| facts.first()).map(|fact| fact.function);
    let between = |from: u32, to: u32| touching.range(from + 1..to).next().is_some();
    let mut stretches: Vec<(u32, u32)> = Vec::new();
    for &line in lines {
        match stretches.last_mut() {
            Some((_, last)) if line == *last + 1 || (!between(*last, line) && function(*last) == function(line)) => {
                *last = line;
            }
            _ => stretches.push((line, line)),
        }
    }
    stretches
}
