//! The static description of the module, and the symbol that Python's import looks for.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::boundary::{spec, wrapper_name};
use super::function::Unit;
use super::fused;
use super::memory;
use super::names;
use super::sites::{self, code, code_item};
use super::types;
use super::ufunc;
use crate::hir::{Const, FuncId, ParamKind};
use crate::ir::{Checked, Expect, Export, ExportParam, Guard, Program};
use crate::options::{CStringClass, CStrings, Encoding};
use crate::syntax::cython::Piece;
use crate::ty::{Kind, Num, Repr, Rules, Type};

/// Name, qualified name and first line of each source function that has an instance or is exported.
fn sources(program: &Program) -> BTreeMap<FuncId, (&str, &str, u32, Option<&str>)> {
    let file = |at: usize| program.files.get(at).map(String::as_str).filter(|_| at > 0);
    let instances = program
        .functions
        .iter()
        .map(|f| (f.source, (f.name.as_str(), f.qualname.as_str(), f.first_line, file(f.file))));
    let exports =
        program.exports.iter().map(|e| (e.source, (e.name.as_str(), e.qualname.as_str(), e.def_line, file(e.file))));
    exports.chain(instances).collect()
}

/// `CODE_n` for each of [`sources`].
pub(super) fn codes(program: &Program) -> Vec<TokenStream> {
    let items = sources(program).into_iter();
    items.map(|(id, (name, qualname, line, file))| code_item(id, name, qualname, line, file)).collect()
}

/// `PROFILED_n` for each source function whose calls profilers see.
pub(super) fn profiled(program: &Program) -> Vec<TokenStream> {
    let lines = program.functions.iter().filter_map(|function| Some((function.source, function.profile?)));
    let lines: BTreeMap<FuncId, u32> = lines.collect();
    let item = |(source, line)| {
        let (name, code, line) = (sites::profiled(source), code(source), Literal::u32_unsuffixed(line));
        quote!(static #name: rt::profile::Profiled = rt::profile::Profiled::new(&#code, #line);)
    };
    lines.into_iter().map(item).collect()
}

/// `NUMBER_n` for each module-level number that is read when the module has run.
pub(super) fn numbers(unit: &Unit<'_>) -> Vec<TokenStream> {
    let number = |(name, ty): (&String, &Type)| {
        let (ident, spec) = (unit.number(name), spec(name, ty, false, true, "", None));
        let (name, class, native) = (names::string(name), class(ty), types::value(ty));
        quote!(static #ident: rt::module::Number<#native> = rt::module::Number::new(#name, #class, #spec);)
    };
    unit.numbers.iter().map(number).collect()
}

/// `ATTEMPT_n` for each call that the interpreter makes where a guard does not hold.
pub(super) fn attempts(unit: &Unit<'_>) -> Vec<TokenStream> {
    let attempt = |name: &String| {
        let (ident, name) = (unit.attempt(name), names::string(name));
        quote!(static #ident: rt::module::Attempt = rt::module::Attempt::new(#name);)
    };
    unit.program.attempts.iter().map(attempt).collect()
}

pub(super) fn module(unit: &Unit<'_>) -> Vec<TokenStream> {
    let program = unit.program;
    let attempts = program.attempts.iter().map(|name| unit.attempt(name));
    let functions = program.exports.iter().enumerate().map(|(at, export)| function(at, export));
    let codes = sources(program).into_keys().map(code);
    let guards = program.guards.iter().map(guard);
    let fused = program.exports.iter().enumerate().filter(|(_, export)| export.fused.is_some()).map(|(at, _)| {
        let (index, table) = (Literal::usize_unsuffixed(at), fused::table_name(at));
        quote!((#index, &#table))
    });
    let ufuncs = program.exports.iter().enumerate().filter(|(_, export)| ufunc::is_one(export));
    let ufuncs = ufuncs.map(|(at, _)| {
        let (index, table) = (Literal::usize_unsuffixed(at), ufunc::table_name(at));
        quote!((#index, &#table))
    });
    let checked = program.checked.iter().map(|one| checked(program, one));
    let (name, path) = (names::string(&program.module), names::string(&program.path));
    let symbol = (!program.part).then(|| names::string(&names::init_symbol(&program.module))).into_iter();
    let piece = |piece: &Piece| {
        let (path, text) = (names::string(&piece.path), names::string(&piece.text));
        quote!(rt::module::Piece { path: #path, source: #text })
    };
    let (pieces, snippets) = (program.pieces.iter().map(piece), program.snippets.iter().map(piece));
    let (offered, taken) = (memory::offered(program), memory::taken(program));
    let (jit, digest) = (program.jit, program.digest);
    let c_strings = c_strings(program.c_strings);
    vec![
        quote! {
            static MODULE: rt::module::Module = rt::module::Module {
                name: #name,
                path: #path,
                pieces: &[#(#pieces),*],
                snippets: &[#(#snippets),*],
                functions: &[#(#functions),*],
                codes: &[#(&#codes),*],
                guards: &[#(#guards),*],
                checked: &[#(#checked),*],
                attempts: &[#(&#attempts),*],
                fused: &[#(#fused),*],
                ufuncs: &[#(#ufuncs),*],
                offered: &[#(#offered),*],
                taken: &[#(#taken),*],
                stand_ins: true,
                jit: #jit,
                digest: #digest,
                built_for: option_env!("PYRX_BUILT_FOR"),
                state: rt::module::State::NEW,
            };
        },
        quote! {
            #(#[unsafe(export_name = #symbol)])*
            pub unsafe extern "C" fn init() -> *mut rt::PyObject {
                #c_strings
                unsafe { rt::module::init(&MODULE) }
            }
        },
    ]
}

fn checked(program: &Program, one: &Checked) -> TokenStream {
    let path = names::string(program.files.get(one.file).map_or(program.path.as_str(), String::as_str));
    let (line, name) = (Literal::u32_unsuffixed(one.def_line), names::string(&one.name));
    let params = one.params.iter().map(|one| {
        let (param, class, none) = (names::string(&one.param), names::string(&one.class), one.none);
        quote!((#param, #class, #none))
    });
    quote!(rt::module::Checked { path: #path, def_line: #line, name: #name, params: &[#(#params),*] })
}

fn function(at: usize, export: &Export) -> TokenStream {
    let (code, call) = (code(export.source), wrapper_name(at));
    let line = Literal::u32_unsuffixed(export.module_run.unwrap_or(export.def_line));
    let (params, cython) = (export.params.iter().map(param), export.cython);
    let dropped = export.dropped_decorators.iter().map(|&(line, column)| {
        let [line, column] = [line, column].map(Literal::u32_unsuffixed);
        quote!((#line, #column))
    });
    quote! {
        rt::module::Function {
            code: &#code,
            def_line: #line,
            params: &[#(#params),*],
            call: #call,
            cython: #cython,
            dropped: &[#(#dropped),*],
        }
    }
}

fn param(param: &ExportParam) -> TokenStream {
    let (name, has_default) = (names::string(&param.name), param.has_default);
    let kind = match param.kind {
        ParamKind::PositionalOnly => quote!(PositionalOnly),
        ParamKind::Positional => quote!(Positional),
        ParamKind::KeywordOnly => quote!(KeywordOnly),
        ParamKind::VarArgs => quote!(VarArgs),
        ParamKind::VarKeywords => quote!(VarKeywords),
    };
    quote!(param(#name, rt::module::ParamKind::#kind, #has_default))
}

fn guard(guard: &Guard) -> TokenStream {
    let name = names::string(&guard.name);
    let expect = expect(&guard.expect);
    let functions = guard.exports.iter().map(|&export| Literal::u32_unsuffixed(export));
    quote!(rt::module::Guard { name: #name, expect: rt::module::Expect::#expect, functions: &[#(#functions),*] })
}

fn expect(expect: &Expect) -> TokenStream {
    match expect {
        Expect::Module(name) => {
            let name = names::string(name);
            quote!(Module(#name))
        }
        Expect::Member(module, member) => {
            let (module, member) = (names::string(module), names::string(member));
            quote!(Member(#module, #member))
        }
        Expect::Builtin => quote!(Builtin),
        Expect::Function(export) => {
            let export = Literal::u32_unsuffixed(*export);
            quote!(Function(#export))
        }
        Expect::Compiled { module, name, digest } => {
            let (module, name) = (names::string(module), names::string(name));
            quote!(Compiled(#module, #name, #digest))
        }
        Expect::Value(value) => constant(value),
        Expect::Type(ty) => of_type(ty),
    }
}

fn constant(value: &Const) -> TokenStream {
    let float = |value: f64| {
        let bits = names::parsed(&format!("{:#x}", value.to_bits()));
        quote!(f64::from_bits(#bits))
    };
    match value {
        Const::None => quote!(None),
        Const::Bool(value) => quote!(Bool(#value)),
        Const::Int(value) => match i64::try_from(value) {
            Ok(i64::MIN) => quote!(Int(i64::MIN)),
            Ok(value) => {
                let magnitude = Literal::u64_unsuffixed(value.unsigned_abs());
                if value < 0 { quote!(Int(-#magnitude)) } else { quote!(Int(#magnitude)) }
            }
            Err(_) => quote!(Type("int")),
        },
        Const::Float(value) => {
            let value = float(*value);
            quote!(Float(#value))
        }
        Const::Imaginary(value) => {
            let value = float(*value);
            quote!(Complex(0.0, #value))
        }
        Const::Str(text) => {
            let text = names::string(text);
            quote!(Str(#text))
        }
        Const::Bytes(_) => quote!(Type("bytes")),
        Const::Tuple(items) => {
            let items = items.iter().map(constant);
            quote!(Tuple(&[#(rt::module::Expect::#items),*]))
        }
        Const::Ellipsis => quote!(Type("ellipsis")),
    }
}

fn of_type(ty: &Type) -> TokenStream {
    match ty {
        Type::None => quote!(None),
        Type::Array(array) => {
            // Of the modules' globals that NumPy makes, which hold numbers.
            let dtype = names::string(array.repr().map_or("", Repr::name));
            let ndim = Literal::u8_unsuffixed(array.ndim);
            quote!(Array(#dtype, #ndim))
        }
        ty => {
            let class = class(ty);
            quote!(Type(#class))
        }
    }
}

/// The class that a value of the type has in Python.
fn class(ty: &Type) -> Literal {
    names::string(match ty {
        Type::Num(Num { rules: Rules::NumPy | Rules::Either, repr, .. }) => {
            return names::string(&format!("numpy.{}", repr.name()));
        }
        Type::Num(num) => match num.repr.kind() {
            Kind::Bool => "bool",
            Kind::Signed | Kind::Unsigned => "int",
            Kind::Float => "float",
            Kind::Complex => "complex",
        },
        Type::Char | Type::Str => "str",
        Type::Bytes => "bytes",
        Type::List(_) => "list",
        Type::Tuple(_) => "tuple",
        Type::Range => "range",
        Type::Never | Type::None | Type::Array(_) | Type::Object => "object",
        Type::Pointer(_) | Type::Fixed(..) | Type::Struct(_) | Type::Function(_) => "object",
    })
}

/// What texts of C's are to Python, where that is not `bytes`.
fn c_strings(strings: CStrings) -> Option<TokenStream> {
    let class = match strings.class {
        CStringClass::Bytes => quote!(Bytes),
        CStringClass::ByteArray => quote!(ByteArray),
        CStringClass::Str => quote!(Str),
    };
    let encoding = match strings.encoding {
        None => quote!(None),
        Some(Encoding::Ascii) => quote!(Some(rt::boundary::Encoding::Ascii)),
        Some(Encoding::Utf8) => quote!(Some(rt::boundary::Encoding::Utf8)),
        Some(Encoding::Latin1) => quote!(Some(rt::boundary::Encoding::Latin1)),
    };
    let other = strings != CStrings::default();
    other.then(|| quote!(rt::boundary::set_c_strings(rt::boundary::CStringClass::#class, #encoding);))
}
