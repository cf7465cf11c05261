//! The names that links lead to: `#f-name` is a function, wherever the page shows it.

use std::collections::{BTreeMap, BTreeSet};

use crate::Report;
use crate::text;

/// Where each function of the facts is to be found.
pub struct Anchors {
    /// By line of the listing: the functions that start there.
    lines: BTreeMap<u32, Vec<usize>>,
    /// By index in the facts.
    names: Vec<String>,
}

impl Anchors {
    pub fn new(report: &Report<'_>, in_source: impl Fn(u32) -> bool) -> Self {
        let mut anchors = Anchors { lines: BTreeMap::new(), names: Vec::new() };
        let mut taken = BTreeSet::new();
        for (at, function) in report.facts.functions.iter().enumerate() {
            let name = name(&function.qualname);
            let others = (2..).map(|number| format!("{name}-{number}"));
            let free = std::iter::once(name.clone()).chain(others).find(|name| !taken.contains(name));
            // The numbers do not end.
            let free = free.unwrap_or(name);
            taken.insert(free.clone());
            anchors.names.push(free);
            if function.file.is_none() && in_source(function.first_line) {
                anchors.lines.entry(function.first_line).or_default().push(at);
            }
        }
        anchors
    }

    /// The function that starts at a line, and its anchor. Of several, the first.
    pub fn at_line(&self, line: u32) -> Option<(usize, &str)> {
        let at = *self.lines.get(&line)?.first()?;
        self.names.get(at).map(|name| (at, name.as_str()))
    }

    /// The anchor of a function, if no line of the listing has it.
    pub fn of_row(&self, at: usize) -> Option<String> {
        let listed = self.lines.values().any(|functions| functions.first() == Some(&at));
        if listed { None } else { self.names.get(at).cloned() }
    }
}

/// Letters, digits and `_ . -` stay; what could end an attribute or hide in one does not.
fn name(qualname: &str) -> String {
    let kept = |c: char| (c.is_alphanumeric() && !text::is_hidden(c)) || "_.-".contains(c);
    let name: String = qualname.chars().map(|c| if kept(c) { c } else { '-' }).collect();
    format!("f-{name}")
}
