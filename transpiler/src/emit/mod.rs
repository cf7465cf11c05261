//! IR to Rust: tokens by `quote`, checked by `syn`, printed by `prettyplease`.
//!
//! The generated `lib.rs`, in order: static tables, one function per instance with its table of raising places, one
//! wrapper per export, the module. Code of the interpreter's side is in `boundary`, `python` and `module`; all other
//! files emit what runs without it. Identifiers are made by `names`, never taken from the source as they are.

mod aliases;
mod array;
mod boundary;
mod constant;
mod exits;
mod expr;
mod front;
mod function;
mod fused;
mod lanes;
mod lines;
mod loops;
mod memory;
mod module;
mod names;
mod op;
mod owners;
mod pace;
mod parallel;
mod placement;
mod poll;
mod python;
mod released;
mod sites;
mod stmt;
#[cfg(test)]
mod tests;
mod tries;
mod types;
mod ufunc;

use proc_macro2::TokenStream;
use quote::quote;

use crate::Source;
use crate::facts::{Facts, FunctionFacts, Holder};
use crate::ir::{FnId, Function, LocalId, Program};
use function::Unit;
pub use names::init_symbol;
use sites::Tables;

/// The generated crate's root.
#[derive(Clone, Debug)]
pub struct Emitted {
    /// Text of `lib.rs`.
    pub rust: String,
    /// Which lines of it (1-based, inclusive) hold which function (index into [`Facts::functions`]).
    pub ranges: Vec<(u32, u32, Holder)>,
}

/// An item of the generated file, and the function of the report it belongs to.
struct Item {
    tokens: TokenStream,
    function: Option<Holder>,
}

/// Emits a verified program. The Rust of each source line is added to the facts.
pub fn emit(program: &Program, source: &Source, facts: &mut Facts) -> Emitted {
    let lines = source.lines();
    let placements: Vec<_> = program.functions.iter().map(placement::placements).collect();
    let owners = owners::owners(program, &placements);
    let numbers = program.exports.iter().flat_map(|export| export.numbers.clone()).collect();
    let (paces, called, addressed) = (pace::Paces::new(program), front::called(program), front::addressed(program));
    let unit = Unit { program, lines: &lines, placements, owners, numbers, paces, called, addressed };
    let mut tables = Tables::default();
    let mut items = Vec::new();
    for (at, function) in program.functions.iter().enumerate() {
        let (tokens, log) = function::emit(&unit, FnId(at as u32), &mut tables);
        let reported = reported(facts, program, &function.qualname, function.first_line, function.file);
        if function.file == 0 {
            facts.rust.extend(log.rust(reported, instance(program, function)));
        }
        let holder = reported.map(Holder::Own).or_else(|| sibling(program, function));
        items.extend(tokens.into_iter().map(|tokens| Item { tokens, function: holder.clone() }));
    }
    for (at, export) in program.exports.iter().enumerate() {
        let reported = reported(facts, program, &export.qualname, export.def_line, export.file);
        let wrapper = boundary::wrapper(&unit, at, export, &mut tables);
        let ufunc = if export.ufunc { ufunc::items(&unit, at, export) } else { Vec::new() };
        let wrapper = wrapper.into_iter().chain(ufunc);
        let holder = reported.map(Holder::Own);
        items.extend(wrapper.into_iter().map(|tokens| Item { tokens, function: holder.clone() }));
    }
    let shared = |tokens: TokenStream| Item { tokens, function: None };
    let front =
        header().into_iter().chain(module::codes(program)).chain(module::profiled(program)).chain(tables.items());
    let front = front
        .chain(module::numbers(&unit))
        .chain(module::attempts(&unit))
        .chain(memory::structs(&program.structs))
        .chain(memory::enums(&program.enums))
        .chain(memory::statics(&program.statics))
        .map(shared);
    let items: Vec<Item> = front.chain(items).chain(module::module(&unit).into_iter().map(shared)).collect();
    print(&items)
}

/// The function of the report that this is.
fn reported(facts: &Facts, program: &Program, qualname: &str, first_line: u32, file: usize) -> Option<usize> {
    let file = program.files.get(file).filter(|_| file > 0);
    let same = |known: &FunctionFacts| known.qualname == qualname && known.file.as_ref() == file;
    facts.functions.iter().position(|known| same(known) && known.first_line == first_line)
}

/// The function of another module that this is.
fn sibling(program: &Program, function: &Function) -> Option<Holder> {
    Some(Holder::Sibling {
        module: function.sibling.clone()?,
        qualname: function.qualname.clone(),
        file: program.files.get(function.file)?.clone(),
        first_line: function.first_line,
    })
}

/// The types of the parameters, if the source function has other instances.
fn instance(program: &Program, function: &Function) -> Option<String> {
    let instances = program.functions.iter().filter(|other| other.source == function.source);
    let param = |local: &LocalId| {
        let local = &function.locals[local.0 as usize];
        format!("{}: {}", local.name, local.ty)
    };
    let params = function.params.iter().map(param).collect::<Vec<_>>();
    (instances.count() > 1).then(|| format!("({})", params.join(", ")))
}

/// Attributes, imports, and what the tables are written with.
fn header() -> Vec<TokenStream> {
    vec![attributes(), constructors()]
}

fn attributes() -> TokenStream {
    quote! {
        #![doc = " Made by pyrx."]
        #![doc = ""]
        #![doc = " Items of arrays are reached without a check of their own: an index was checked just before, was proven to be"]
        #![doc = " in range, is covered by a check before the loop, or the source turned the check off."]
        #![allow(dead_code, non_camel_case_types, non_snake_case, non_upper_case_globals)]
        #![allow(unreachable_code, unreachable_patterns, unused, clippy::all)]
        use pyrx_runtime as rt;
    }
}

/// Short forms of what stands in the tables, and a value for code that cannot be reached.
fn constructors() -> TokenStream {
    quote! {
        const fn code(name: &'static str, qualname: &'static str, first_line: u32) -> rt::raise::Code {
            rt::raise::Code { name, qualname, first_line, within: None, file: None }
        }
        const fn inner(
            name: &'static str,
            qualname: &'static str,
            first_line: u32,
            within: &'static rt::raise::Code,
        ) -> rt::raise::Code {
            rt::raise::Code { name, qualname, first_line, within: Some(within), file: within.file }
        }
        const fn site(code: &'static rt::raise::Code, line: u32, column: u32, end_line: u32, end_column: u32) -> rt::Site {
            rt::Site { code, line, column, end_line, end_column }
        }
        const fn spec(
            name: &'static str,
            expected: &'static str,
            layout: rt::ArgLayout,
            writable: bool,
            exact: bool,
            function: &'static str,
        ) -> rt::ArgSpec {
            rt::ArgSpec { name, expected, layout, writable, exact, function, c: None }
        }
        const fn c_spec(
            name: &'static str,
            written: &'static str,
            none: bool,
            class: Option<&'static str>,
            layout: rt::ArgLayout,
            writable: bool,
            exact: bool,
        ) -> rt::ArgSpec {
            let c = Some(rt::boundary::CType { name: written, none, class, cast: false });
            rt::ArgSpec { name, expected: written, layout, writable, exact, function: "", c }
        }
        fn never<T>() -> T { unreachable!() }
        const fn param(name: &'static str, kind: rt::module::ParamKind, has_default: bool) -> rt::module::Param {
            rt::module::Param { name, kind, has_default }
        }
    }
}

/// Prints item by item, so that the lines of each are known.
fn print(items: &[Item]) -> Emitted {
    let mut rust = String::new();
    let mut ranges = Vec::new();
    let mut line = 1;
    for item in items {
        let text = printed(&item.tokens);
        let count = text.lines().count() as u32;
        if let Some(function) = &item.function {
            ranges.push((line, line + count.max(1) - 1, function.clone()));
        }
        rust.push_str(&text);
        line += count;
    }
    Emitted { rust, ranges }
}

/// The item as formatted text. Tokens that are no Rust are printed as they are, so that rustc's error names the
/// function, which is then left to the interpreter.
fn printed(tokens: &TokenStream) -> String {
    match syn::parse2::<syn::File>(tokens.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        Err(error) => {
            debug_assert!(false, "emitted tokens do not parse: {error}\n{tokens}");
            format!("{tokens}\n")
        }
    }
}
