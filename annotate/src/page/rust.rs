//! The Rust that each line became, in the order of the source.

use std::collections::BTreeMap;

use pyrx_transpiler::facts::RustLine;

use crate::Report;
use crate::text::Shown;

/// The Rust of one line.
pub struct Block<'a> {
    pub line: u32,
    /// The function, where another one begins.
    pub function: Option<Shown<'a>>,
    pub emitted: Vec<Emitted<'a>>,
}

/// The Rust that a line became in one instance of its function, or in several to the same.
pub struct Emitted<'a> {
    /// The instances; none if there is nothing to tell apart.
    pub instances: Vec<Shown<'a>>,
    /// The pieces in order, and how often each was emitted.
    pub pieces: Vec<(Shown<'a>, usize)>,
}

/// Whether a block goes on in the function of the one before.
pub fn same_function(_: &Block<'_>, after: &Block<'_>) -> bool {
    after.function.is_none()
}

/// The blocks of all lines that became Rust and that the source has.
pub fn blocks<'a>(report: &Report<'a>, in_source: impl Fn(u32) -> bool) -> Vec<Block<'a>> {
    let functions = &report.facts.functions;
    let mut by_line: BTreeMap<u32, Vec<&RustLine>> = BTreeMap::new();
    for rust in &report.facts.rust {
        let own = rust.function.and_then(|at| functions.get(at)).is_none_or(|function| function.file.is_none());
        if own && in_source(rust.line) {
            by_line.entry(rust.line).or_default().push(rust);
        }
    }
    let mut last = None;
    let mut blocks = Vec::new();
    for (line, rust) in by_line {
        let emitted = emitted(&rust);
        if emitted.is_empty() {
            continue;
        }
        let function = rust.first().and_then(|rust| rust.function);
        let begins = function.filter(|_| function != last).and_then(|at| functions.get(at));
        last = function;
        blocks.push(Block { line, function: begins.map(|function| Shown::new(&function.qualname)), emitted });
    }
    blocks
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
