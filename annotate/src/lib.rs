//! Facts recorded by the transpiler, as an HTML page or as JSON. Pure: no files.
//!
//! | module  | what it knows                                                    |
//! |---------|------------------------------------------------------------------|
//! | `words` | what a reader calls each kind of fact and each level             |
//! | `text`  | how source text is shown: lines, HTML escapes, hidden characters |
//! | `paint` | which parts of a source line are keywords, strings and comments  |
//! | `heat`  | how much a line touches the interpreter                          |
//! | `page`  | the HTML page, from `templates/report`                           |
//! | `json`  | the JSON document                                                |
//! | `sarif` | the SARIF log, of facts and of whatever else is found            |

mod heat;
mod json;
mod page;
mod paint;
pub mod sarif;
mod text;
mod words;

pub use text::spelled_in_json;
pub use words::explained;

use pyrx_transpiler::Facts;

/// The report as one self-contained HTML page: no remote assets, no inline handlers, and a content security policy
/// that admits nothing but the page's own style and script.
///
/// `path` is shown as the title; `source` is the text that `facts` speak of.
pub fn html(path: &str, source: &str, facts: &Facts) -> String {
    page::render(path, source, facts)
}

/// The same facts as a JSON document that ends in a newline. Keys come in a fixed order, and `version` changes
/// when a key changes its meaning or goes away.
pub fn json(path: &str, source: &str, facts: &Facts) -> String {
    json::render(path, source, facts)
}
