//! Exported functions: arguments in, the overload that fits, the result out.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::function::{Unit, fn_name};
use super::fused;
use super::names;
use super::sites::Tables;
use super::types;
use crate::hir::Written;
use crate::ir::{BoundaryParam, Export, Function, Mismatch, Overload};
use crate::ty::{Layout, Num, Type};

/// A static description of an argument, or of an object that becomes a native value.
pub(super) fn spec(
    name: &str,
    ty: &Type,
    writable: bool,
    exact: bool,
    function: &str,
    written: Option<&Written>,
) -> TokenStream {
    let layout = match ty.array().map(|array| array.layout) {
        Some(Layout::C) => quote!(C),
        Some(Layout::F) => quote!(F),
        Some(Layout::Inner) => quote!(Inner),
        Some(Layout::Strided) | None => quote!(Any),
    };
    let expected = names::string(&declared(ty).to_string());
    let (name, function) = (names::string(name), names::string(function));
    let Some(written) = written else {
        return quote!(spec(#name, #expected, rt::ArgLayout::#layout, #writable, #exact, #function));
    };
    let (c_name, none) = (names::string(&written.name), written.none);
    let class = match &written.class {
        Some(class) => {
            let class = names::string(class);
            quote!(Some(#class))
        }
        None => quote!(None),
    };
    let spec = quote!(c_spec(#name, #c_name, #none, #class, rt::ArgLayout::#layout, #writable, #exact));
    if written.cast { quote!(#spec.cast()) } else { spec }
}

/// The type as the source says it: an `int` that is held unsigned is an `int`.
fn declared(ty: &Type) -> Type {
    match ty {
        Type::Num(Num::UINT) => Type::INT,
        other => other.clone(),
    }
}

/// The wrapper's name.
pub(super) fn wrapper_name(export: usize) -> Ident {
    format_ident!("w_{export}")
}

/// The wrapper that Python calls, before it what it does with the arguments: a function for each overload, and one
/// that chooses where there are several.
pub(super) fn wrapper(unit: &Unit, index: usize, export: &Export, tables: &mut Tables) -> Vec<TokenStream> {
    match &export.fused {
        None => plain(unit, &wrapper_name(index), export, tables),
        Some(fused) => {
            let copies = fused.copies.iter().enumerate();
            let copies =
                copies.flat_map(|(copy, (_, export))| plain(unit, &fused::wrapper_name(index, copy), export, tables));
            let mut items: Vec<TokenStream> = copies.collect();
            items.extend(fused::items(index, export, fused));
            items
        }
    }
}

fn plain(unit: &Unit, name: &Ident, export: &Export, tables: &mut Tables) -> Vec<TokenStream> {
    let mut bodies = Bodies { unit, export, tables };
    let mut items = Vec::new();
    let body = match export.overloads.as_slice() {
        [overload] if export.mismatch == Mismatch::Last => bodies.overload(overload, false),
        _ => bodies.dispatch(name, &mut items),
    };
    let none = bodies.none_escapes();
    let numbers = bodies.numbers_ready();
    let rank = bodies.rank_escapes();
    let body = quote!(#numbers #none #rank #body);
    let inner = format_ident!("{name}_args");
    let count = Literal::usize_unsuffixed(export.params.len());
    items.push(quote! {
        #[inline(always)]
        fn #inner(args: &[*mut rt::PyObject; #count]) -> Result<*mut rt::PyObject, rt::Raise> { #body }
    });
    items.push(quote! {
        unsafe extern "C" fn #name(
            slf: *mut rt::PyObject,
            args: *const *mut rt::PyObject,
            nargsf: usize,
            kwnames: *mut rt::PyObject,
        ) -> *mut rt::PyObject {
            unsafe { rt::boundary::call(slf, args, nargsf, kwnames, #inner) }
        }
    });
    items
}

fn escape_if(test: TokenStream, why: &str) -> TokenStream {
    quote! {
        if #test {
            return Err(rt::Raise::escape(#why));
        }
    }
}

struct Bodies<'a> {
    unit: &'a Unit<'a>,
    export: &'a Export,
    tables: &'a mut Tables,
}

impl Bodies<'_> {
    /// `None` for a parameter whose default is `None` and whose type is native: the original function runs.
    fn none_escapes(&self) -> TokenStream {
        let takes_none = |ty: &Type| match ty {
            Type::Object | Type::None => true,
            Type::Array(view) => view.none,
            _ => false,
        };
        let native = |at: usize| self.export.overloads.iter().all(|overload| !takes_none(&overload.params[at].ty));
        if self.export.native_only {
            return TokenStream::new();
        }
        let params = self.export.params.iter().enumerate();
        let tests = params.filter(|(at, param)| param.none_escapes && native(*at)).map(|(at, _)| {
            let at = Literal::usize_unsuffixed(at);
            escape_if(quote!(rt::boundary::is_none(args[#at])), "the argument is None")
        });
        tests.collect()
    }

    /// An array of another rank than the overloads have, where the source says none: the original function runs.
    fn rank_escapes(&self) -> TokenStream {
        let rank = |overload: &Overload, at: usize| match &overload.params[at].ty {
            Type::Array(array) => Some(array.ndim),
            _ => None,
        };
        let params = self.export.params.iter().enumerate().filter(|(_, param)| param.rank_escapes);
        let tests = params.filter_map(|(at, _)| {
            let ndim = rank(self.export.overloads.first()?, at)?;
            let same = self.export.overloads.iter().all(|overload| rank(overload, at) == Some(ndim));
            let (at, ndim) = (Literal::usize_unsuffixed(at), Literal::i32_unsuffixed(ndim.into()));
            let test = quote!(rt::boundary::is_of_other_rank(args[#at], #ndim));
            same.then(|| escape_if(test, "the array is of another rank"))
        });
        tests.collect()
    }

    /// The original function runs while a module-level number is not there, or is none of its type.
    fn numbers_ready(&self) -> Option<TokenStream> {
        let numbers: Vec<Ident> = self.export.numbers.keys().map(|name| self.unit.number(name)).collect();
        (!numbers.is_empty()).then(|| {
            quote! {
                if !(#(#numbers.is_ready(&MODULE))&&*) {
                    return Err(rt::Raise::escape("a global is not what it was compiled for"));
                }
            }
        })
    }

    /// Functions for the overloads, and the chain that chooses one.
    fn dispatch(&mut self, wrapper: &Ident, items: &mut Vec<TokenStream>) -> TokenStream {
        let export = self.export;
        let count = Literal::usize_unsuffixed(export.params.len());
        let mut chain = Vec::new();
        let mut loose = Vec::new();
        for (at, overload) in export.overloads.iter().enumerate() {
            let name = format_ident!("{wrapper}_{at}");
            let body = self.overload(overload, true);
            items.push(quote! {
                fn #name(args: &[*mut rt::PyObject; #count]) -> Result<*mut rt::PyObject, rt::Raise> { #body }
            });
            chain.push((self.fits(overload, true), name.clone()));
            loose.push((self.fits(overload, false), name));
        }
        let rest = match (export.mismatch, chain.last()) {
            (Mismatch::Last, Some((_, last))) => {
                let last = quote!(#last(args));
                chain.pop();
                last
            }
            (Mismatch::Last | Mismatch::Original, _) => {
                quote!(Err(rt::Raise::escape("the arguments fit no compiled signature")))
            }
            (Mismatch::Candidates, _) => {
                // No overload is for exactly these classes: the first whose scalars convert.
                let (name, candidates) = (names::string(&export.qualname), names::string(&self.candidates()));
                let none = quote!({ Err(rt::boundary::no_overload(#name, args, #candidates)) });
                let choose = |rest, (fits, name)| quote!(if #fits { #name(args) } else #rest);
                loose.into_iter().rev().fold(none, choose)
            }
        };
        let choose = |rest, (fits, name)| quote!(if #fits { #name(args) } else #rest);
        chain.into_iter().rev().fold(quote!({ #rest }), choose)
    }

    fn candidates(&self) -> String {
        let signature = |overload: &Overload| {
            let params: Vec<String> = overload.params.iter().map(|param| declared(&param.ty).to_string()).collect();
            format!("{}({})", self.export.name, params.join(", "))
        };
        let mut all: Vec<String> = self.export.overloads.iter().map(signature).collect();
        all.dedup();
        all.join(", ")
    }

    fn param_spec(&mut self, at: usize, param: &BoundaryParam, exact: bool) -> TokenStream {
        let name = self.export.params.get(at).map_or("", |param| param.name.as_str());
        let written = param.written.as_ref();
        let of_numbers = param.ty.array().is_some_and(|array| array.repr().is_some());
        if let (Some(written), true) = (written, of_numbers && !self.export.cython) {
            let own = spec(name, &param.ty, param.writable, exact, &self.export.qualname, None);
            let (c_name, none) = (names::string(&written.name), written.none);
            return self.tables.spec(quote!(#own.of_c(#c_name, #none)));
        }
        self.tables.spec(spec(name, &param.ty, param.writable, exact, &self.export.qualname, written))
    }

    /// Whether the arguments are for this overload; a parameter that is the same in all of them tells nothing, unless
    /// there is another way out than an error.
    fn fits(&mut self, overload: &Overload, exact: bool) -> TokenStream {
        let export = self.export;
        let tells = |at: usize| {
            export.mismatch != Mismatch::Last
                || export.overloads.iter().any(|other| other.params[at].ty != overload.params[at].ty)
        };
        let tests: Vec<_> = overload
            .params
            .iter()
            .enumerate()
            .filter(|(at, param)| param.ty != Type::Object && tells(*at))
            .map(|(at, param)| {
                let (ty, spec) = (types::incoming(&param.ty), self.param_spec(at, param, exact));
                let at = Literal::usize_unsuffixed(at);
                quote!(rt::boundary::fits::<#ty>(args[#at], #spec))
            })
            .collect();
        if tests.is_empty() { quote!(true) } else { quote!(#(#tests)&&*) }
    }

    /// Converts the arguments, calls the instance, converts the result.
    fn overload(&mut self, overload: &Overload, exact: bool) -> TokenStream {
        let unit = self.unit;
        let function = unit.function(overload.func);
        let mut args = TokenStream::new();
        let mut passed = Vec::new();
        let mut sizes = Vec::new();
        for (at, param) in overload.params.iter().enumerate() {
            let (ty, spec) = (types::value(&param.ty), self.param_spec(at, param, exact));
            let (name, at_token) = (format_ident!("a{at}"), Literal::usize_unsuffixed(at));
            let convert = match param.written.as_ref().and_then(|written| written.class.as_ref()) {
                Some(_) if param.ty == Type::Object => quote!(instance),
                _ => quote!(arg),
            };
            args.extend(match types::is_read_otherwise(&param.ty) {
                false => quote!(let #name: #ty = rt::boundary::#convert(args[#at_token], #spec)?;),
                true => {
                    let incoming = types::incoming(&param.ty);
                    let native = types::native(name.to_token_stream(), &param.ty);
                    quote! {
                        let #name: #incoming = rt::boundary::#convert(args[#at_token], #spec)?;
                        let #name: #ty = #native;
                    }
                }
            });
            let is_array = matches!(param.ty, Type::Array(_));
            if is_array {
                sizes.push(quote!(#name.view.size()));
            }
            let as_view =
                is_array && function.params.get(at).is_some_and(|&local| unit.takes_view(overload.func, local));
            let lent = function.params.get(at).is_some_and(|&local| unit.lends(overload.func, local));
            passed.push(match (as_view, lent) {
                (true, _) => quote!(#name.view),
                (false, true) => quote!(&#name),
                (false, false) => quote!(#name),
            });
        }
        let callee = fn_name(overload.func);
        let call = self.detached(function, quote!(#callee(#(#passed),*)), &sizes);
        let call = self.raises(function, call);
        let (result, ty) = returned(&function.returns, &overload.returns);
        let result = types::for_python(result, &ty);
        quote!(#args let result = #call; rt::ToPy::to_py(#result))
    }

    fn detached(&self, function: &Function, call: TokenStream, sizes: &[TokenStream]) -> TokenStream {
        match (function.detach, sizes) {
            (false, _) => call,
            (true, []) => quote!(rt::boundary::detach(|| #call)),
            (true, _) => quote!(rt::boundary::detach_if(#(#sizes)+*, || #call)),
        }
    }

    fn raises(&self, function: &Function, call: TokenStream) -> TokenStream {
        let name = names::string(&self.export.qualname);
        match (function.call_raises(), function.effects) {
            (false, _) => call,
            (true, _) if self.export.native_only => {
                quote!(#call.map_err(|err| rt::boundary::no_rerun(err.after(true), #name))?)
            }
            (true, false) => quote!(#call?),
            (true, true) => quote!(#call.map_err(|err| rt::boundary::no_rerun(err, #name))?),
        }
    }
}

/// The result converted as the signature promises, and its type.
fn returned(from: &Type, to: &Type) -> (TokenStream, Type) {
    match (from, to) {
        (Type::Num(from), Type::Num(to)) if from.repr != to.repr => {
            let (source, target) = (types::number(from.repr), types::number(to.repr));
            (quote!(rt::conv::cast::<#source, #target>(result)), Type::Num(*to))
        }
        (Type::Num(_), Type::Num(to)) => (quote!(result), Type::Num(*to)),
        _ => (quote!(result), from.clone()),
    }
}
