//! What of the facts a code scanner should show: what costs time or may go wrong, and not what went well.

use pyrx_transpiler::facts::{Fact, FactKind, FunctionFacts, Level};

use crate::sarif::{self, Finding, Level as Severity, Place, Region, Rule};
use crate::{Report, words};

/// A function that is left to Python.
const LEFT: Rule<'_> = Rule {
    id: words::level(Level::Interpreted).id,
    text: "a function that Python runs as it stands, because it has no native form",
};

/// The rule and how bad it is, for kinds of fact that are worth a finding.
fn rule(kind: FactKind) -> Option<(Rule<'static>, Severity)> {
    let (text, level) = match kind {
        FactKind::Interpreter => ("a line that goes through the interpreter", Severity::Note),
        FactKind::Conversion => ("a value that changes between its Python and its native form", Severity::Note),
        FactKind::Copy => ("a copy of an array, list or string", Severity::Note),
        FactKind::CheckKept => ("a check that is made each time", Severity::Note),
        FactKind::Race => ("iterations of a parallel loop may touch the same place", Severity::Warning),
        FactKind::CheckHoisted
        | FactKind::CheckProven
        | FactKind::CheckOff
        | FactKind::Parallel
        | FactKind::Gil
        | FactKind::Note => return None,
    };
    Some((Rule { id: words::kind(kind).id, text }, level))
}

/// `known` describes the rules of the report's own findings.
pub fn log(report: &Report<'_>, known: &[Rule<'_>]) -> String {
    let mut rules = known.to_vec();
    let mut findings = report.found.to_vec();
    rules.push(LEFT);
    findings.extend(report.own_functions().filter_map(|function| left(report.path, function)));
    let told = |fact: &Fact| report.found.iter().any(|found| found.message == fact.reason);
    for fact in report.own_facts().filter(|fact| !told(fact) && !is_left(report, fact)) {
        let Some((rule, level)) = rule(fact.kind) else { continue };
        findings.push(finding(report.path, fact, rule.id, level));
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    // Stable: errors and warnings of a line stay before its facts.
    findings.sort_by_key(|found| (found.region.file != report.path, found.region.start.line));
    sarif::log(&rules, &findings)
}

/// Whether the fact is about a line of a function that is left to Python, which is one finding.
fn is_left(report: &Report<'_>, fact: &Fact) -> bool {
    let function = fact.function.and_then(|at| report.facts.functions.get(at));
    fact.kind == FactKind::Interpreter && function.is_some_and(|function| function.level == Level::Interpreted)
}

fn left<'a>(path: &'a str, function: &'a FunctionFacts) -> Option<Finding<'a>> {
    let reason = function.reason.as_deref().filter(|_| function.level == Level::Interpreted)?;
    let hint = function.hint.as_deref();
    Some(Finding {
        rule: LEFT.id,
        level: Severity::Warning,
        message: reason,
        hint,
        region: whole_line(path, function.first_line),
        notes: Vec::new(),
    })
}

fn finding<'a>(path: &'a str, fact: &'a Fact, rule: &'a str, level: Severity) -> Finding<'a> {
    let region = whole_line(path, fact.line);
    Finding { rule, level, message: &fact.reason, hint: fact.hint.as_deref(), region, notes: Vec::new() }
}

fn whole_line(file: &str, line: u32) -> Region<'_> {
    let place = Place { line, column: None };
    Region { file, start: place, end: place }
}
