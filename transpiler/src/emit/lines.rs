//! Which Rust each source line became, for the report.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use crate::facts::RustLine;

/// Statements in order of emission, by source line; loops and branches without their bodies (`{ .. }`), and calls whose error
/// leaves the function with a `?`.
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
    let tokens = questioned(tokens);
    let Ok(file) = syn::parse2(quote!(fn line() { #tokens })) else { return tokens.to_string() };
    let printed = prettyplease::unparse(&file);
    let lines: Vec<&str> = printed.lines().collect();
    let inner = lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default();
    let dedented: Vec<&str> = inner.iter().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
    closed_up(&dedented)
}

/// `match CALL { Ok(ok) => ok, Err(err) => return .. }` becomes `CALL?`, at any depth; of an `Option` likewise.
fn questioned(tokens: TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    // Where in `out` each `match` stands whose arms have not come yet.
    let mut open = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && returns_errors(&group) => {
                match open.pop() {
                    Some(at) => {
                        out.remove(at);
                        out.extend(quote!(?));
                    }
                    None => out.push(group.into()),
                }
            }
            TokenTree::Group(group) => {
                out.push(Group::new(group.delimiter(), questioned(group.stream())).into());
            }
            token => {
                match &token {
                    TokenTree::Ident(word) if word == "match" => open.push(out.len()),
                    TokenTree::Punct(mark) if mark.as_char() == ';' => open.clear(),
                    _ => {}
                }
                out.push(token);
            }
        }
    }
    out.into_iter().collect()
}

/// Whether these are the arms `Ok(ok) => ok, Err(err) => return ..`, or those of an `Option`.
fn returns_errors(arms: &Group) -> bool {
    let starts_with = |head: TokenStream| {
        let length = head.clone().into_iter().count();
        let start: TokenStream = arms.stream().into_iter().take(length).collect();
        start.to_string() == head.to_string()
    };
    starts_with(quote!(Ok(ok) => ok, Err(err) => return)) || starts_with(quote!(Some(ok) => ok, None => return))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_whose_error_is_returned_read_with_a_question_mark() {
        let shown = text(quote! {
            let a = match g(match h(x) { Ok(ok) => ok, Err(err) => return Err(err.at(1)) }, y) {
                Ok(ok) => ok,
                Err(err) => return Err(err.at(&SITES[0]).after(touched)),
            };
            if (match unsafe { p(a) } { Ok(ok) => ok, Err(err) => return Err(err) }) { .. }
            let b = match wrap(i) { Some(ok) => ok, None => return Err(index_error(i).at(&SITES[1])) };
        });
        assert_eq!(shown, "let a = g(h(x)?, y)?;\nif (unsafe { p(a) }?) { .. }\nlet b = wrap(i)?;");
    }

    #[test]
    fn other_matches_stay() {
        let caught = "match f() {\n    Ok(ok) => ok,\n    Err(err) => {\n        raised = Some(err);\n        break 'tried;\n    }\n}";
        let other = "match n {\n    0 => a,\n    _ => b,\n}";
        for text_of in [caught, other] {
            assert_eq!(text(text_of.parse().expect("tokens")), text_of);
        }
    }
}
