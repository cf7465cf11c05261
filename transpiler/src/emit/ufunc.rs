//! Functions that Python sees as ufuncs: for each version a loop that NumPy calls.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::function::{Unit, fn_name};
use super::{names, types};
use crate::ir::{Export, Overload};
use crate::ty::{Item, Num, Repr, Type};

pub(super) fn table_name(export: usize) -> Ident {
    format_ident!("UFUNC_{export}")
}

/// The loops and the table; none for a function whose arguments or results are no numbers.
pub(super) fn items(unit: &Unit, index: usize, export: &Export) -> Vec<TokenStream> {
    let Some(versions) = versions(export) else { return Vec::new() };
    let (inputs, outputs) = (versions[0].inputs.len(), versions[0].outputs.len());
    let loop_name = |at: usize| format_ident!("u_{index}_{at}");
    let loops = versions.iter().enumerate().map(|(at, version)| version.lower(unit, export, &loop_name(at)));
    let mut items: Vec<TokenStream> = loops.collect();
    let dtypes = versions.iter().flat_map(|version| version.inputs.iter().chain(&version.outputs));
    let dtypes = dtypes.map(|repr| types::dtype(Item::Num(*repr)));
    let (table, loops) = (table_name(index), (0..versions.len()).map(loop_name));
    let name = names::string(&export.name);
    let [inputs, outputs] = [inputs, outputs].map(Literal::usize_unsuffixed);
    items.push(quote! {
        static #table: rt::module::Ufunc = rt::module::Ufunc {
            name: #name,
            inputs: #inputs,
            outputs: #outputs,
            dtypes: &[#(#dtypes),*],
            loops: &[#(#loops),*],
        };
    });
    items
}

/// Whether a function has loops.
pub(super) fn is_one(export: &Export) -> bool {
    export.ufunc && versions(export).is_some()
}

fn versions(export: &Export) -> Option<Vec<Version<'_>>> {
    let versions: Option<Vec<Version<'_>>> = export.versions().map(Version::new).collect();
    versions.filter(|versions| !versions.is_empty())
}

/// One version of the function, on numbers.
struct Version<'p> {
    overload: &'p Overload,
    inputs: Vec<Repr>,
    outputs: Vec<Repr>,
    /// The results come as a tuple.
    several: bool,
}

impl<'p> Version<'p> {
    fn new(overload: &'p Overload) -> Option<Version<'p>> {
        let inputs = overload.params.iter().map(|param| number(&param.ty)).collect::<Option<Vec<Repr>>>()?;
        let (outputs, several) = match &overload.returns {
            Type::Tuple(items) => (items.iter().map(number).collect::<Option<Vec<Repr>>>()?, true),
            ty => (vec![number(ty)?], false),
        };
        Some(Version { overload, inputs, outputs, several })
    }

    fn lower(&self, unit: &Unit, export: &Export, name: &Ident) -> TokenStream {
        let function = unit.function(self.overload.func);
        let count = self.inputs.len();
        let reads = self.inputs.iter().enumerate().map(|(at, repr)| {
            let element = types::element(Item::Num(*repr));
            let at = Literal::usize_unsuffixed(at);
            quote!(rt::Elem::load(at[#at].cast::<#element>().read_unaligned()))
        });
        let callee = fn_name(self.overload.func);
        let call = quote!(#callee(#(#reads),*));
        let call = if function.call_raises() {
            let qualname = names::string(&export.qualname);
            quote!(#call.map_err(|err| rt::boundary::no_rerun(err.after(true), #qualname))?)
        } else {
            call
        };
        let writes = self.outputs.iter().enumerate().map(|(at, repr)| {
            let element = types::element(Item::Num(*repr));
            let own = Literal::usize_unsuffixed(at);
            let value = if self.several { quote!(result.#own) } else { quote!(result) };
            let at = Literal::usize_unsuffixed(count + at);
            quote!(at[#at].cast::<#element>().write_unaligned(rt::Elem::store(#value));)
        });
        let all = Literal::usize_unsuffixed(count + self.outputs.len());
        quote! {
            unsafe extern "C" fn #name(
                args: *mut *mut core::ffi::c_char,
                dimensions: *const isize,
                steps: *const isize,
                _: *mut core::ffi::c_void,
            ) {
                unsafe {
                    rt::module::each::<#all>(args, dimensions, steps, |at| {
                        let result = #call;
                        #(#writes)*
                        Ok(())
                    })
                }
            }
        }
    }
}

fn number(ty: &Type) -> Option<Repr> {
    match ty {
        Type::Num(Num { repr, .. }) => Some(*repr),
        _ => None,
    }
}
