//! Facts recorded by the transpiler and what it found wrong, as an HTML page, JSON, Markdown or SARIF. Pure: no files.
//!
//! | module     | what it knows                                                              |
//! |------------|----------------------------------------------------------------------------|
//! | `words`    | what a reader calls each kind of fact and each level                       |
//! | `text`     | how source text is shown: lines, HTML escapes, hidden characters           |
//! | `paint`    | which parts of a source line are keywords, strings and comments            |
//! | `heat`     | how much a line touches the interpreter                                    |
//! | `advice`   | which changes would save most, and at which lines                          |
//! | `page`     | the HTML page, from `templates/report`                                     |
//! | `json`     | the JSON document                                                          |
//! | `markdown` | the summary for a comment on a change                                      |
//! | `findings` | what of the facts a code scanner should show                               |
//! | `sarif`    | a SARIF log of findings of any kind                                        |

mod advice;
mod findings;
mod heat;
mod json;
mod markdown;
mod page;
mod paint;
pub mod sarif;
mod text;
mod words;

pub use text::spelled_in_json;
pub use words::explained;

use pyrx_transpiler::Facts;
use pyrx_transpiler::facts::{Fact, FunctionFacts};

use sarif::{Finding, Rule};

/// What is told of one module.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// As the user wrote it; the title.
    pub path: &'a str,
    /// The text that `facts` speak of.
    pub source: &'a str,
    pub facts: &'a Facts,
    /// Errors and warnings of the compiler; with an error there are no facts.
    pub found: &'a [Finding<'a>],
}

impl<'a> Report<'a> {
    /// One self-contained HTML page: no remote assets, no inline handlers, and a content security policy that admits
    /// nothing but the page's own style and script.
    pub fn html(&self) -> String {
        page::render(self)
    }

    /// A JSON document that ends in a newline. Keys come in a fixed order, and `version` changes when a key changes its
    /// meaning or goes away.
    pub fn json(&self) -> String {
        json::render(self)
    }

    /// A summary in Markdown as GitHub and GitLab read it, short enough for a comment.
    pub fn markdown(&self) -> String {
        markdown::render(self)
    }

    /// A SARIF log: `found`, and what of the facts costs time; `rules` describes those of `found`.
    pub fn sarif(&self, rules: &[Rule<'_>]) -> String {
        findings::log(self, rules)
    }

    /// The functions of the module's own text; those of files that it includes or cimports from are left out.
    fn own_functions(&self) -> impl Iterator<Item = &'a FunctionFacts> + use<'a> {
        self.facts.functions.iter().filter(|function| function.file.is_none())
    }

    /// Whether a fact is about the module's own text.
    fn owns(&self, fact: &Fact) -> bool {
        fact.function.and_then(|at| self.facts.functions.get(at)).is_none_or(|function| function.file.is_none())
    }

    /// The facts about lines that the source has.
    fn own_facts(&self) -> impl Iterator<Item = &'a Fact> + use<'_, 'a> {
        let lines = text::lines(self.source).len();
        self.facts.lines.iter().filter(move |fact| self.owns(fact) && (1..=lines).contains(&(fact.line as usize)))
    }

    /// The compiler's errors and warnings that no fact repeats.
    fn complaints(&self) -> impl Iterator<Item = &'a Finding<'a>> + use<'_, 'a> {
        self.found.iter().filter(|found| !self.own_facts().any(|fact| fact.reason == found.message))
    }
}
