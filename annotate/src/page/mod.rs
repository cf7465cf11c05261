//! The HTML page. What it says is collected here; how it looks is `templates/report`.

mod listing;
mod overview;

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pyrx_transpiler::Facts;
use pyrx_transpiler::facts::Fact;
use sha2::{Digest as _, Sha256};

use crate::text::{Prose, Shown};
use crate::{heat, text, words};
use listing::Line;
use overview::{Advice, Function, Totals};

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
    races: Vec<Remark<'a>>,
    advice: Vec<Advice<'a>>,
    lines: Vec<Line<'a>>,
    /// Facts of lines that the source does not have.
    elsewhere: Vec<Remark<'a>>,
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
}

pub fn render(path: &str, source: &str, facts: &Facts) -> String {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let lines = text::lines(source);
    let in_source = |line: u32| line >= 1 && line as usize <= lines.len();
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
        totals: overview::totals(facts),
        functions: overview::functions(&facts.functions, in_source),
        races: overview::races(&facts.lines, in_source),
        advice: overview::advice(&facts.lines, in_source),
        lines: listing::lines(&lines, facts),
        elsewhere: facts.lines.iter().filter(|fact| !in_source(fact.line)).map(Remark::new).collect(),
    };
    page.render().expect("writing to a String does not fail, and no value of the page fails to display")
}

/// The hash of an inline asset, as a content security policy names it.
fn hash(asset: &str) -> String {
    STANDARD.encode(Sha256::digest(asset))
}
