//! What readers call the kinds of fact and the levels, and what `pyrx explain` says of the kinds.

use pyrx_transpiler::facts::{FactKind, Level};

use crate::sarif;

/// A name for programs (JSON values, CSS classes) and one for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub id: &'static str,
    pub label: &'static str,
}

const fn word(id: &'static str, label: &'static str) -> Word {
    Word { id, label }
}

pub const fn kind(kind: FactKind) -> Word {
    match kind {
        FactKind::Interpreter => word("interpreter", "interpreter"),
        FactKind::Conversion => word("conversion", "conversion"),
        FactKind::CheckKept => word("check_kept", "check kept"),
        FactKind::CheckHoisted => word("check_hoisted", "check hoisted"),
        FactKind::CheckProven => word("check_proved", "check proved"),
        FactKind::CheckOff => word("check_off", "check off"),
        FactKind::Copy => word("copy", "copy"),
        FactKind::Parallel => word("parallel", "parallel"),
        FactKind::Race => word("race", "race"),
        FactKind::Gil => word("gil", "GIL"),
        FactKind::Note => word("note", "note"),
    }
}

/// Which fact of a line a reader wants to see first: 0 comes first.
pub const fn urgency(kind: FactKind) -> u8 {
    match kind {
        FactKind::Race => 0,
        FactKind::Interpreter => 1,
        FactKind::Conversion => 2,
        FactKind::Copy => 3,
        FactKind::Parallel => 4,
        FactKind::CheckKept => 5,
        FactKind::CheckHoisted => 6,
        FactKind::CheckOff => 7,
        FactKind::Gil => 8,
        FactKind::Note => 9,
        FactKind::CheckProven => 10,
    }
}

pub const fn level(level: Level) -> Word {
    match level {
        Level::Native => word("native", "native"),
        Level::Mixed => word("mixed", "mixed"),
        Level::Interpreted => word("interpreted", "left to Python"),
    }
}

pub const fn severity(level: sarif::Level) -> Word {
    match level {
        sarif::Level::Error => word("error", "error"),
        sarif::Level::Warning => word("warn", "warning"),
        sarif::Level::Note => word("note", "note"),
    }
}

/// What a kind of fact means, in Markdown with an example; nothing for kinds that no stage tells of.
const fn page(kind: FactKind) -> Option<&'static str> {
    match kind {
        FactKind::Interpreter => Some(include_str!("pages/interpreter.md")),
        FactKind::Conversion => Some(include_str!("pages/conversion.md")),
        FactKind::CheckKept => Some(include_str!("pages/check_kept.md")),
        FactKind::CheckHoisted => Some(include_str!("pages/check_hoisted.md")),
        FactKind::CheckProven => Some(include_str!("pages/check_proved.md")),
        FactKind::CheckOff => Some(include_str!("pages/check_off.md")),
        FactKind::Parallel => Some(include_str!("pages/parallel.md")),
        FactKind::Race => Some(include_str!("pages/race.md")),
        FactKind::Note => Some(include_str!("pages/note.md")),
        FactKind::Copy | FactKind::Gil => None,
    }
}

/// Each kind of fact that is explained: its name, what people call it, and its page.
pub fn explained() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    FactKind::ALL.into_iter().filter_map(|of| Some((kind(of).id, kind(of).label, page(of)?)))
}
