//! Functions with fused parameters: the table of specializations, and the function that chooses one.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::boundary;
use super::{names, types};
use crate::hir::PythonClass;
use crate::ir::{Export, FusedChoice, FusedExport};
use crate::ty::{ArrayType, Layout, Type};

/// The name of what runs a specialization.
pub(super) fn wrapper_name(index: usize, copy: usize) -> Ident {
    format_ident!("{}_s{copy}", boundary::wrapper_name(index))
}

/// The name of the table.
pub(super) fn table_name(index: usize) -> Ident {
    format_ident!("FUSED_{index}")
}

/// The table, and the wrapper that Python calls.
pub(super) fn items(index: usize, export: &Export, fused: &FusedExport) -> Vec<TokenStream> {
    let (name, table) = (boundary::wrapper_name(index), table_name(index));
    let choices = fused.types.iter().map(|choice| self::choice(export, choice));
    let copies = fused.copies.iter().enumerate().map(|(copy, (key, _))| {
        let (key, call) = (names::string(key), wrapper_name(index, copy));
        quote!((#key, #call))
    });
    let least = Literal::usize_unsuffixed(fused.least);
    let table = quote! {
        static #table: rt::module::Fused =
            rt::module::Fused { choices: &[#(#choices),*], least: #least, copies: &[#(#copies),*] };
    };
    let table_name = table_name(index);
    let wrapper = quote! {
        unsafe extern "C" fn #name(
            slf: *mut rt::PyObject,
            args: *const *mut rt::PyObject,
            nargsf: usize,
            kwnames: *mut rt::PyObject,
        ) -> *mut rt::PyObject {
            unsafe { rt::module::specialize(&#table_name, slf, args, nargsf, kwnames) }
        }
    };
    vec![table, wrapper]
}

fn choice(export: &Export, choice: &FusedChoice) -> TokenStream {
    let (param, members) = (Literal::usize_unsuffixed(choice.param), Literal::usize_unsuffixed(choice.members));
    let tests = choice.tests.iter().map(|(class, ty, member)| {
        let (test, member) = (test(class, ty), Literal::usize_unsuffixed(*member));
        quote!((rt::module::FusedTest::#test, #member))
    });
    let buffer =
        choice.tests.iter().find(|(class, _, _)| matches!(class, PythonClass::Buffer { .. } | PythonClass::Objects(_)));
    let none = match buffer.filter(|_| choice.takes_none) {
        Some((_, _, member)) => {
            let member = Literal::usize_unsuffixed(*member);
            quote!(Some(#member))
        }
        None => quote!(None),
    };
    let name = names::string(export.params.get(choice.param).map_or("", |param| param.name.as_str()));
    quote!(rt::module::FusedChoice { param: #param, name: #name, tests: &[#(#tests),*], none: #none, members: #members })
}

fn test(class: &PythonClass, ty: &Type) -> TokenStream {
    match (class, ty) {
        (PythonClass::Builtin(name), _) => {
            let name = names::string(name);
            quote!(Class(#name))
        }
        (PythonClass::Buffer { chars }, Type::Array(array)) => buffer(*array, *chars),
        (PythonClass::Objects(ndim), _) => {
            let ndim = Literal::i32_unsuffixed(i32::from(*ndim));
            quote!(Objects { ndim: #ndim })
        }
        (PythonClass::Any | PythonClass::Buffer { .. }, _) => quote!(Any),
        (PythonClass::Nothing, _) => quote!(Nothing),
    }
}

fn buffer(array: ArrayType, chars: bool) -> TokenStream {
    let ndim = Literal::i32_unsuffixed(i32::from(array.ndim));
    let dtype = types::dtype(array.dtype);
    let layout = match array.layout {
        Layout::C => quote!(C),
        Layout::F => quote!(F),
        Layout::Inner => quote!(Inner),
        Layout::Strided => quote!(Any),
    };
    quote!(Buffer { dtype: #dtype, chars: #chars, ndim: #ndim, layout: rt::ArgLayout::#layout })
}
