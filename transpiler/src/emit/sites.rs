//! Static tables beside the functions: raising places, constants of text, argument descriptions.

use indexmap::{IndexMap, IndexSet};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::names;
use crate::hir::FuncId;
use crate::span::{LineIndex, Span};

/// The raising places of one function.
pub(super) struct Sites {
    table: Ident,
    code: Ident,
    spans: IndexSet<Span>,
}

impl Sites {
    /// `index`: of the instance in the program.
    pub fn new(index: usize, source: FuncId) -> Sites {
        Sites { table: format_ident!("SITES_{index}"), code: code(source), spans: IndexSet::new() }
    }

    /// A reference to the static entry of a place.
    pub fn get(&mut self, span: Span) -> TokenStream {
        let (at, _) = self.spans.insert_full(span);
        let (table, at) = (&self.table, Literal::usize_unsuffixed(at));
        quote!(&#table[#at])
    }

    /// The table; nothing where nothing raises.
    pub fn table(&self, lines: &LineIndex) -> Option<TokenStream> {
        let (table, code, count) = (&self.table, &self.code, Literal::usize_unsuffixed(self.spans.len()));
        let entries = self.spans.iter().map(|span| {
            let (start, end) = (lines.place(span.start), lines.place(span.end.max(span.start)));
            let [line, column, end_line, end_column] =
                [start.line, start.column, end.line, end.column].map(Literal::u32_unsuffixed);
            quote!(site(&#code, #line, #column, #end_line, #end_column))
        });
        (!self.spans.is_empty()).then(|| quote!(static #table: [rt::Site; #count] = [#(#entries),*];))
    }
}

/// The static that describes a source function to tracebacks.
pub(super) fn code(source: FuncId) -> Ident {
    format_ident!("CODE_{}", source.0)
}

/// Statics that all functions share.
#[derive(Default)]
pub(super) struct Tables {
    points: IndexSet<Vec<u32>>,
    specs: IndexMap<String, TokenStream>,
}

impl Tables {
    /// A `rt::Str` of constant text.
    pub fn text(&mut self, text: &str) -> TokenStream {
        let (at, _) = self.points.insert_full(text.chars().map(u32::from).collect());
        let table = format_ident!("POINTS_{at}");
        quote!(rt::Str::constant(&#table))
    }

    /// A reference to the static description of an argument (or of a converted object).
    pub fn spec(&mut self, spec: TokenStream) -> TokenStream {
        let entry = self.specs.entry(spec.to_string());
        let name = format_ident!("SPEC_{}", entry.index());
        entry.or_insert_with(|| quote!(static #name: rt::ArgSpec = #spec;));
        quote!(&#name)
    }

    pub fn items(&self) -> Vec<TokenStream> {
        let points = self.points.iter().enumerate().map(|(at, points)| {
            let (name, count) = (format_ident!("POINTS_{at}"), Literal::usize_unsuffixed(points.len()));
            let points = points.iter().map(|&point| Literal::u32_unsuffixed(point));
            quote!(static #name: [u32; #count] = [#(#points),*];)
        });
        points.chain(self.specs.values().cloned()).collect()
    }
}

/// The static of [`code`].
pub(super) fn code_item(source: FuncId, name: &str, qualname: &str, first_line: u32) -> TokenStream {
    let code = code(source);
    let (name, qualname, first_line) =
        (names::string(name), names::string(qualname), Literal::u32_unsuffixed(first_line));
    quote!(static #code: rt::raise::Code = code(#name, #qualname, #first_line);)
}
