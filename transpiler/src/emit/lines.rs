//! Which Rust each source line became, for the report.

use proc_macro2::TokenStream;
use quote::quote;

use crate::facts::RustLine;

/// Statements in order of emission, by source line; loops and branches without their bodies (`{ .. }`).
#[derive(Default)]
pub(super) struct LineLog(Vec<(u32, TokenStream)>);

impl LineLog {
    pub fn push(&mut self, line: u32, tokens: TokenStream) {
        if tokens.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some((last, text)) if *last == line => text.extend(tokens),
            _ => self.0.push((line, tokens)),
        }
    }

    /// The lines as text; `function` is the index in the facts, `instance` what tells it from others of the function.
    pub fn rust(self, function: Option<usize>, instance: Option<String>) -> impl Iterator<Item = RustLine> {
        let line = move |(line, tokens)| RustLine { line, function, instance: instance.clone(), rust: text(tokens) };
        self.0.into_iter().map(line)
    }
}

/// Statements as `prettyplease` prints them in a function, without the function.
fn text(tokens: TokenStream) -> String {
    let Ok(file) = syn::parse2(quote!(fn line() { #tokens })) else { return tokens.to_string() };
    let printed = prettyplease::unparse(&file);
    let lines: Vec<&str> = printed.lines().collect();
    let inner = lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default();
    let dedented: Vec<&str> = inner.iter().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
    closed_up(&dedented)
}

/// `{`, `..`, `}` on three lines become `{ .. }`.
fn closed_up(lines: &[&str]) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut rest = lines;
    while let Some((line, after)) = rest.split_first() {
        match after {
            [dots, close, ..] if line.ends_with('{') && dots.trim() == ".." && close.trim() == "}" => {
                out.push(format!("{line} .. }}"));
                rest = &after[2..];
            }
            _ => {
                out.push((*line).to_owned());
                rest = after;
            }
        }
    }
    out.join("\n")
}
