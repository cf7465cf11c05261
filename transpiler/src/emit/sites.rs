//! Static tables beside the functions: raising places, constants of text, argument descriptions.

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::names;
use crate::hir::FuncId;
use crate::ir::Function;
use crate::span::{LineIndex, Span};

/// The raising places of one function.
pub(super) struct Sites<'a> {
    function: &'a Function,
    index: usize,
    /// With the comprehension of the function that the place is in.
    places: IndexSet<(Span, Option<usize>)>,
}

impl<'a> Sites<'a> {
    /// `index`: of the instance in the program.
    pub fn new(index: usize, function: &'a Function) -> Self {
        Sites { function, index, places: IndexSet::new() }
    }

    /// A reference to the static entry of a place, in the function itself or one of its comprehensions.
    pub fn get(&mut self, span: Span, comprehension: Option<usize>) -> TokenStream {
        let (at, _) = self.places.insert_full((span, comprehension));
        let (table, at) = (self.table_name(), Literal::usize_unsuffixed(at));
        quote!(&#table[#at])
    }

    fn table_name(&self) -> Ident {
        format_ident!("SITES_{}", self.index)
    }

    /// The static that describes the function, or one of its comprehensions.
    fn code(&self, comprehension: Option<usize>) -> Ident {
        match comprehension {
            Some(at) => format_ident!("COMPREHENSION_{}_{at}", self.index),
            None => code(self.function.source),
        }
    }

    /// The table, and what it refers to; nothing where nothing raises.
    pub fn items(&self, lines: &LineIndex) -> Vec<TokenStream> {
        let comprehensions: BTreeSet<usize> = self.places.iter().filter_map(|(_, within)| *within).collect();
        let mut items: Vec<_> = comprehensions.into_iter().map(|at| self.comprehension_item(at, lines)).collect();
        let (table, count) = (self.table_name(), Literal::usize_unsuffixed(self.places.len()));
        let entries = self.places.iter().map(|(span, comprehension)| {
            let (start, end) = (lines.place(span.start), lines.place(span.end.max(span.start)));
            let [line, column, end_line, end_column] =
                [start.line, start.column, end.line, end.column].map(Literal::u32_unsuffixed);
            let code = self.code(*comprehension);
            quote!(site(&#code, #line, #column, #end_line, #end_column))
        });
        if !self.places.is_empty() {
            items.push(quote!(static #table: [rt::Site; #count] = [#(#entries),*];));
        }
        items
    }

    fn comprehension_item(&self, at: usize, lines: &LineIndex) -> TokenStream {
        let (own, within) = (self.code(Some(at)), self.code(None));
        let comprehension = &self.function.comprehensions[at];
        let qualname = names::string(&format!("{}.<locals>.{}", self.function.qualname, comprehension.name));
        let name = names::string(comprehension.name);
        let line = Literal::u32_unsuffixed(lines.line(comprehension.span.start));
        quote!(static #own: rt::raise::Code = inner(#name, #qualname, #line, &#within);)
    }
}

/// The static that describes a source function to tracebacks.
pub(super) fn code(source: FuncId) -> Ident {
    format_ident!("CODE_{}", source.0)
}

/// The static by which profilers see calls of a source function.
pub(super) fn profiled(source: FuncId) -> Ident {
    format_ident!("PROFILED_{}", source.0)
}

/// Statics that all functions share.
#[derive(Default)]
pub(super) struct Tables {
    points: IndexSet<Vec<u32>>,
    specs: IndexMap<String, TokenStream>,
    shims: IndexMap<String, TokenStream>,
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

    /// A function in the form that pointers to functions have: it may raise. One for all places, which compare equal.
    pub fn shim(&mut self, params: &[TokenStream], returns: &TokenStream, call: &TokenStream) -> Ident {
        let entry = self.shims.entry(quote!(#(#params),* -> #returns #call).to_string());
        let name = format_ident!("shim_{}", entry.index());
        entry.or_insert_with(|| quote!(fn #name(#(#params),*) -> Result<#returns, rt::Raise> { #call }));
        name
    }

    pub fn items(&self) -> Vec<TokenStream> {
        let points = self.points.iter().enumerate().map(|(at, points)| {
            let (name, count) = (format_ident!("POINTS_{at}"), Literal::usize_unsuffixed(points.len()));
            let points = points.iter().map(|&point| Literal::u32_unsuffixed(point));
            quote!(static #name: [u32; #count] = [#(#points),*];)
        });
        points.chain(self.specs.values().cloned()).chain(self.shims.values().cloned()).collect()
    }
}

/// The static of [`code`].
pub(super) fn code_item(
    source: FuncId,
    name: &str,
    qualname: &str,
    first_line: u32,
    file: Option<&str>,
) -> TokenStream {
    let code = code(source);
    let (name, qualname, first_line) =
        (names::string(name), names::string(qualname), Literal::u32_unsuffixed(first_line));
    match file.map(names::string) {
        Some(file) => quote!(static #code: rt::raise::Code = code(#name, #qualname, #first_line).in_file(#file);),
        None => quote!(static #code: rt::raise::Code = code(#name, #qualname, #first_line);),
    }
}
