//! The HTML page. What it says is collected here; how it looks is `templates/report`.

mod anchors;
mod listing;
mod overview;
mod rust;

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pyrx_transpiler::facts::{Fact, FactKind, FunctionFacts};
use sha2::{Digest as _, Sha256};

use crate::sarif::Finding;
use crate::text::{Prose, Shown};
use crate::{Report, heat, text, words};
use listing::{Anchors, Kinds, Line};
use overview::{Advice, Complaint, Function, Totals};
use rust::Block;

/// Asset texts go into the page byte for byte: the content security policy holds their hashes.
const STYLE: &str = include_str!("../../../templates/report/report.css");
const SCRIPT: &str = include_str!("../../../templates/report/report.js");

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    version: &'static str,
    style: &'static str,
    style_hash: String,
    script: &'static str,
    script_hash: String,
    title: String,
    file: Shown<'a>,
    path: Shown<'a>,
    hottest: u8,
    totals: Totals,
    functions: Vec<Function<'a>>,
    complaints: Vec<Complaint<'a>>,
    /// Whether the compiler gave up, so that there are no facts.
    failed: bool,
    races: Vec<Remark<'a>>,
    advice: Vec<Advice<'a>>,
    filters: [Filter; 4],
    lines: Vec<Line<'a>>,
    blocks: Vec<Block<'a>>,
    /// Facts of lines that the source does not have.
    elsewhere: Vec<Remark<'a>>,
}

/// Lines that may be shown without the others.
struct Filter {
    id: &'static str,
    label: &'static str,
    key: u8,
    count: usize,
}

/// A fact as it is shown.
struct Remark<'a> {
    line: u32,
    kind: words::Word,
    reason: Prose<'a>,
    hint: Option<Prose<'a>>,
}

impl<'a> Remark<'a> {
    fn new(fact: &'a Fact) -> Self {
        Remark {
            line: fact.line,
            kind: words::kind(fact.kind),
            reason: Prose(&fact.reason),
            hint: fact.hint.as_deref().map(Prose),
        }
    }

    fn of_finding(found: &'a Finding<'a>) -> Self {
        Remark {
            line: found.region.start.line,
            kind: words::severity(found.level),
            reason: Prose(found.message),
            hint: found.hint.map(Prose),
        }
    }

    /// Why a function is not native, if it is not.
    fn of_function(function: &'a FunctionFacts, line: u32) -> Option<Self> {
        let reason = Prose(function.reason.as_deref()?);
        let hint = function.hint.as_deref().map(Prose);
        Some(Remark { line, kind: words::level(function.level), reason, hint })
    }
}

pub fn render(report: &Report<'_>) -> String {
    let &Report { path, source, facts, found } = report;
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let source = text::lines(source);
    let in_source = |line: u32| line >= 1 && line as usize <= source.len();
    let anchors = Anchors::new(report, in_source);
    let blocks = rust::blocks(report, in_source);
    let lines = listing::lines(report, &source, &anchors, &blocks.iter().map(|block| block.line).collect());
    let elsewhere = facts.lines.iter().filter(|fact| !in_source(fact.line) || !report.owns(fact));
    let page = Page {
        version: env!("CARGO_PKG_VERSION"),
        style: STYLE,
        style_hash: hash(STYLE),
        script: SCRIPT,
        script_hash: hash(SCRIPT),
        title: text::plain(file),
        file: Shown::new(file),
        path: Shown::new(path),
        hottest: heat::HOTTEST,
        totals: overview::totals(report),
        functions: overview::functions(report, &anchors, in_source),
        complaints: overview::complaints(report, in_source),
        failed: found.iter().any(|found| found.level == crate::sarif::Level::Error),
        races: report.own_facts().filter(|fact| fact.kind == FactKind::Race).map(Remark::new).collect(),
        advice: overview::advice(report),
        filters: filters(&lines),
        blocks,
        elsewhere: elsewhere.map(Remark::new).collect(),
        lines,
    };
    page.render().expect("writing to a String does not fail, and no value of the page fails to display")
}

fn filters(lines: &[Line<'_>]) -> [Filter; 4] {
    let filter = |id, label, key, has: fn(&Kinds) -> bool| Filter {
        id,
        label,
        key,
        count: lines.iter().filter(|line| has(&line.kinds)).count(),
    };
    [
        filter("interpreter", "interpreter", 1, |kinds| kinds.interpreter),
        filter("kept", "kept checks", 2, |kinds| kinds.kept),
        filter("parallel", "parallel", 3, |kinds| kinds.parallel),
        filter("race", "races", 4, |kinds| kinds.race),
    ]
}

/// The hash of an inline asset, as a content security policy names it.
fn hash(asset: &str) -> String {
    STANDARD.encode(Sha256::digest(asset))
}
