//! Kinds of Python's objects that parameters are used as, and what could be done so that they are native.

use crate::span::{LineIndex, Span};

/// What the uses of a parameter suggest.
#[derive(Clone, Debug, PartialEq)]
pub enum Guess {
    /// A type: `pyrx.float64[:]`.
    Type(String),
    /// An object of Python's, by this use if one decides.
    Object(Option<ObjectUse>),
}

impl Guess {
    pub fn ty(&self) -> Option<&str> {
        match self {
            Guess::Type(ty) => Some(ty),
            Guess::Object(_) => None,
        }
    }
}

/// The use of a parameter that makes it an object.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ObjectUse {
    pub kind: Kind,
    /// It is one of what the parameter holds.
    pub of_items: bool,
    /// `graph.items`
    pub span: Span,
}

/// From what tells most to what tells least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Dict,
    Set,
    File,
    Function,
    List,
    Rows,
    Record,
}

struct Row {
    kind: Kind,
    one: &'static str,
    many: &'static str,
    /// Methods that the others, text and arrays do not have.
    methods: &'static [&'static str],
    advice: &'static str,
}

const ROWS: [Row; 7] = [
    Row {
        kind: Kind::Dict,
        one: "a dict",
        many: "dicts",
        methods: &["items", "keys", "values", "get", "setdefault", "popitem", "update"],
        advice: "dicts stay Python's: take out of it what the loops need, as numbers or in arrays, and pass that",
    },
    Row {
        kind: Kind::Set,
        one: "a set",
        many: "sets",
        methods: &[
            "add",
            "discard",
            "union",
            "intersection",
            "difference",
            "symmetric_difference",
            "issubset",
            "issuperset",
            "isdisjoint",
        ],
        advice: "sets stay Python's: of numbers from 0 on, an array of flags (`seen: pyrx.bool_[:]`) does the same",
    },
    Row {
        kind: Kind::File,
        one: "a file",
        many: "files",
        methods: &["read", "readline", "readlines", "write", "writelines", "seek", "flush"],
        advice: "files stay Python's: read in Python, and pass the text or the numbers",
    },
    Row {
        kind: Kind::Function,
        one: "a function",
        many: "functions",
        methods: &[],
        advice: "functions that are passed stay Python's: call one of the module by its name, which is compiled in",
    },
    Row {
        kind: Kind::List,
        one: "a list that is changed",
        many: "lists that are changed",
        methods: &["append", "extend", "insert", "pop", "remove", "sort"],
        advice: "its caller sees what becomes of the list, so that it stays Python's: make and return a list, or pass an array",
    },
    Row {
        kind: Kind::Rows,
        one: "a dict or a list of lists",
        many: "dicts or lists of lists",
        methods: &[],
        advice: "both stay Python's: pass the rows one behind the other in one array, and where each starts in another \
                 (`items: pyrx.int64[:]`, `starts: pyrx.int64[:]`)",
    },
    Row {
        kind: Kind::Record,
        one: "an object with attributes",
        many: "objects with attributes",
        methods: &[],
        advice: "attributes of objects have no native form: keep the numbers in arrays, or pass them as arguments",
    },
];

impl Kind {
    /// The kind of object that has the attribute.
    pub(super) fn of_attribute(name: &str) -> Kind {
        ROWS.iter().find(|row| row.methods.contains(&name)).map_or(Kind::Record, |row| row.kind)
    }

    fn row(self) -> &'static Row {
        // Each kind has a row, which stands at its place.
        &ROWS[self as usize]
    }
}

/// As much of a use as a sentence has room for.
const ROOM: usize = 30;

impl ObjectUse {
    /// What a parameter is, by its use in the source: "`graph` is used as a dict (`graph.items`, line 4)".
    pub fn because(&self, name: &str, source: &str, lines: &LineIndex) -> String {
        let (row, line) = (self.kind.row(), lines.line(self.span.start));
        let text = source.get(self.span.range()).unwrap_or_default();
        let what = if self.of_items { format!("holds {}", row.many) } else { format!("is used as {}", row.one) };
        let shown = if text.contains('\n') || text.chars().count() > ROOM { "" } else { text };
        match shown {
            "" => format!("`{name}` {what} in line {line}"),
            text => format!("`{name}` {what} (`{text}`, line {line})"),
        }
    }

    /// Whether all that is known is that it has attributes.
    pub fn is_record(&self) -> bool {
        self.kind == Kind::Record
    }

    /// What could be done.
    pub fn advice(&self) -> &'static str {
        self.kind.row().advice
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn rows_stand_in_the_order_of_kinds() {
        assert!(super::ROWS.iter().enumerate().all(|(at, row)| row.kind as usize == at));
    }
}
