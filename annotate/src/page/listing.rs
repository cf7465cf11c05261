//! The source, line by line, with what is known of each line.

use std::collections::BTreeMap;

use pyrx_transpiler::Facts;
use pyrx_transpiler::facts::{Fact, FactKind, FunctionFacts, Level, RustLine};

use super::Remark;
use crate::heat::Heat;
use crate::paint::{self, Painted};
use crate::text::{Prose, Shown};
use crate::words::{self, Word};

pub struct Line<'a> {
    pub number: usize,
    pub code: Painted<'a>,
    /// CSS classes: the shade, the level of the function around, `race`, and `stop` where `j` and `k` halt.
    pub class: String,
    pub heat: Heat,
    pub shade: u8,
    pub race: bool,
    /// The level of the function that starts here.
    pub level: Option<Word>,
    /// The kinds of fact and how many there are of each, the most urgent first.
    pub chips: Vec<(Word, usize)>,
    /// What stands beside the line.
    pub lead: Option<Prose<'a>>,
    /// What to change about the lead.
    pub hint: Option<Prose<'a>>,
    /// The other facts, shown when the line is opened.
    pub rest: Vec<Remark<'a>>,
    /// The Rust that the line became.
    pub rust: Vec<Emitted<'a>>,
}

/// The Rust that a line became in one instance of its function, or in several to the same.
pub struct Emitted<'a> {
    /// The instances; none if there is nothing to tell apart.
    pub instances: Vec<Shown<'a>>,
    /// The pieces in order, and how often each was emitted.
    pub pieces: Vec<(Shown<'a>, usize)>,
}

impl Line<'_> {
    /// Whether there is something to open.
    pub fn opens(&self) -> bool {
        self.lead.is_some() || self.hint.is_some() || !self.rest.is_empty() || !self.rust.is_empty()
    }

    /// Whether something stands beside the code.
    pub fn annotated(&self) -> bool {
        self.level.is_some() || self.lead.is_some() || !self.chips.is_empty()
    }
}

/// The lines in order, each with its facts; facts of other lines are left out.
pub fn lines<'a>(source: &[&'a str], facts: &'a Facts) -> Vec<Line<'a>> {
    let mut by_line: BTreeMap<u32, Vec<&Fact>> = BTreeMap::new();
    for fact in &facts.lines {
        by_line.entry(fact.line).or_default().push(fact);
    }
    let mut rust: BTreeMap<u32, Vec<&RustLine>> = BTreeMap::new();
    for line in &facts.rust {
        rust.entry(line.line).or_default().push(line);
    }
    let levels = levels(&facts.functions, source.len());
    let starts: BTreeMap<u32, &FunctionFacts> = facts.functions.iter().rev().map(|f| (f.first_line, f)).collect();
    let painted = paint::paint(source).into_iter();
    (1u32..)
        .zip(painted.zip(levels))
        .map(|(number, (code, level))| {
            let facts = by_line.remove(&number).unwrap_or_default();
            let rust = rust.remove(&number).unwrap_or_default();
            line(number, code, level, starts.get(&number).copied(), facts, &rust)
        })
        .collect()
}

/// The level of the innermost function around each line.
fn levels(functions: &[FunctionFacts], lines: usize) -> Vec<Option<Level>> {
    let mut levels = vec![None; lines];
    let mut outermost: Vec<&FunctionFacts> = functions.iter().collect();
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
    mut facts: Vec<&'a Fact>,
    rust: &[&'a RustLine],
) -> Line<'a> {
    // Stable, so that facts of one urgency stay in the order of discovery, the deepest first, those to act on before others.
    facts.sort_by_key(|fact| (words::urgency(fact.kind), std::cmp::Reverse(fact.depth), fact.hint.is_none()));
    let mut heat = Heat::default();
    facts.iter().for_each(|fact| heat.add(fact));
    let shade = heat.shade();
    let left_to_python = function.is_some_and(|function| function.level == Level::Interpreted);
    let race = facts.iter().any(|fact| fact.kind == FactKind::Race);
    let (lead, hint, rest) = lead(function, &facts);
    Line {
        number: number as usize,
        code,
        class: class(shade, level, race, shade > 0 || race || left_to_python),
        heat,
        shade,
        race,
        level: function.map(|function| words::level(function.level)),
        chips: chips(&facts),
        lead,
        hint,
        rest: rest.iter().map(|fact| Remark::new(fact)).collect(),
        rust: emitted(rust),
    }
}

/// What stands beside the line: why the function that starts here is not native, else the most urgent fact; what to
/// change about it; and the facts that remain.
fn lead<'a, 'f>(
    function: Option<&'a FunctionFacts>,
    facts: &'f [&'a Fact],
) -> (Option<Prose<'a>>, Option<Prose<'a>>, &'f [&'a Fact]) {
    let shown = |text: &'a Option<String>| text.as_deref().map(Prose);
    match (function, facts) {
        (Some(function), _) if function.reason.is_some() => (shown(&function.reason), shown(&function.hint), facts),
        (_, [first, rest @ ..]) => (Some(Prose(&first.reason)), shown(&first.hint), rest),
        (_, []) => (None, None, facts),
    }
}

fn class(shade: u8, level: Option<Level>, race: bool, stop: bool) -> String {
    let mut class = String::from("l");
    if shade > 0 {
        class.push_str(&format!(" s{shade}"));
    }
    if let Some(level) = level {
        class.push(' ');
        class.push_str(words::level(level).id);
    }
    if race {
        class.push_str(" race");
    }
    if stop {
        class.push_str(" stop");
    }
    class
}

/// Counts neighbours of one kind.
fn chips(facts: &[&Fact]) -> Vec<(Word, usize)> {
    let runs = facts.chunk_by(|a, b| a.kind == b.kind);
    runs.map(|run| (words::kind(run[0].kind), run.len())).collect()
}

/// A piece of Rust, and how often it was emitted.
type Piece<'a> = (&'a str, usize);

/// The Rust by instance, in order of emission; instances that became the same stand together.
fn emitted<'a>(rust: &[&'a RustLine]) -> Vec<Emitted<'a>> {
    let mut instances: Vec<(Option<&'a str>, Vec<&'a RustLine>)> = Vec::new();
    for line in rust {
        let instance = line.instance.as_deref();
        match instances.iter_mut().find(|(known, _)| *known == instance) {
            Some((_, lines)) => lines.push(line),
            None => instances.push((instance, vec![line])),
        }
    }
    let mut groups: Vec<(Vec<&'a str>, Vec<Piece<'a>>)> = Vec::new();
    for (instance, lines) in &instances {
        let pieces = distinct(lines);
        match groups.iter_mut().find(|(_, known)| *known == pieces) {
            Some((names, _)) => names.extend(instance),
            None => groups.push((instance.iter().copied().collect(), pieces)),
        }
    }
    groups.retain(|(_, pieces)| !pieces.is_empty());
    let one = groups.len() == 1;
    let shown = |(names, pieces): (Vec<&'a str>, Vec<Piece<'a>>)| Emitted {
        instances: if one { Vec::new() } else { names.into_iter().map(Shown::new).collect() },
        pieces: pieces.into_iter().map(|(text, times)| (Shown::lines(text), times)).collect(),
    };
    groups.into_iter().map(shown).collect()
}

/// Each piece of Rust once, in order of emission.
fn distinct<'a>(rust: &[&'a RustLine]) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece> = Vec::new();
    for line in rust {
        let text = line.rust.trim_end();
        match pieces.iter_mut().find(|(piece, _)| *piece == text) {
            Some((_, times)) => *times += 1,
            None => pieces.push((text, 1)),
        }
    }
    pieces.retain(|(text, _)| !text.is_empty());
    pieces
}
