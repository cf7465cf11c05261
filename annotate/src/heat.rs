//! How much each line touches the interpreter.

use std::collections::BTreeMap;

use pyrx_transpiler::facts::{Fact, FactKind};

/// Shades run from 0 (does not touch the interpreter) to this.
pub const HOTTEST: u8 = 6;

/// 8^15 still fits in the integers that a double holds, which is all that readers of JSON may have.
const DEEPEST: u32 = 15;

/// The cost of one line, as far as the interpreter is concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heat {
    /// How many operations of the line go through the interpreter or convert a value.
    pub touches: u32,
    /// The touches, each counted eightfold per loop around it: the sum of 8^depth.
    pub weight: u64,
}

impl Heat {
    pub fn add(&mut self, fact: &Fact) {
        if touches(fact.kind) {
            self.touches += 1;
            self.weight = self.weight.saturating_add(1 << (3 * fact.depth.min(DEEPEST)));
        }
    }

    /// The weight on a logarithmic scale: one shade more per loop.
    pub fn shade(self) -> u8 {
        // `ilog` of a u64 to the base 8 is at most 21.
        self.weight.checked_ilog(8).map_or(0, |log| HOTTEST.min(1 + log as u8))
    }
}

/// Whether a fact of this kind says that a line touches the interpreter.
pub fn touches(kind: FactKind) -> bool {
    matches!(kind, FactKind::Interpreter | FactKind::Conversion)
}

/// The heat of each line that touches the interpreter at all.
pub fn by_line<'a>(facts: impl Iterator<Item = &'a Fact>) -> BTreeMap<u32, Heat> {
    let mut lines: BTreeMap<u32, Heat> = BTreeMap::new();
    for fact in facts.filter(|fact| touches(fact.kind)) {
        lines.entry(fact.line).or_default().add(fact);
    }
    lines
}
