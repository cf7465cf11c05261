//! The directives, one row each.

use crate::options::Directives;

/// A directive that pyrx accepts.
pub struct DirectiveRow {
    pub name: &'static str,
    /// Where its value is kept; `None` if pyrx accepts it and needs nothing of it.
    pub slot: Option<fn(&mut Directives) -> &mut bool>,
}

macro_rules! rows {
    ($($name:literal $(=> $field:ident)?),* $(,)?) => {
        &[$(DirectiveRow { name: $name, slot: rows!(@slot $($field)?) }),*]
    };
    (@slot) => { None };
    (@slot $field:ident) => { Some(|directives| &mut directives.$field) };
}

/// All directives, in the order of the manual.
pub const DIRECTIVES: &[DirectiveRow] = rows![
    "boundscheck" => boundscheck,
    "wraparound" => wraparound,
    "initializedcheck",
    "nonecheck",
    "cdivision" => cdivision,
    "cdivision_warnings",
    "overflowcheck" => overflowcheck,
    "overflowcheck.fold",
    "cpow" => cpow,
    "infer_types",
    "language_level",
    "binding",
    "embedsignature",
    "profile",
    "linetrace",
    "annotation_typing",
    "freethreading_compatible",
    "auto_pickle",
    "fastmath" => fastmath,
    "parallel" => parallel,
    "strict" => strict,
];

/// The row of a directive.
pub fn find(name: &str) -> Option<&'static DirectiveRow> {
    DIRECTIVES.iter().find(|row| row.name == name)
}
