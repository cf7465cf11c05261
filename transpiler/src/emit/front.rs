//! How callers know a function whose body has another form: what a `noexcept` body raises is printed, views come to a
//! body in their parts, a float that it may raise instead of leaves as its bits, and a profiler that is on sees the call.
//!
//! Rust passes a struct of more than two words by its address, so that each call would write the view to memory and the
//! callee read it back. Parts stay in registers, and LLVM drops those that the callee does not use: the shape where
//! nothing is checked, the last stride of a contiguous view. A `Result` is returned in registers if both of its values
//! are integers or addresses.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::function::{Unit, fn_name};
use super::{names, sites, types};
use crate::ir::visit::{stmt_op, walk};
use crate::ir::{FnId, LocalId, Op, Program};
use crate::ty::{ArrayType, Type};

/// Views of a higher rank have too many parts for registers.
const MOST_AXES: usize = 3;

/// The functions that others call: only for them the form of a view matters.
pub(super) fn called(program: &Program) -> BTreeSet<FnId> {
    let mut called = BTreeSet::new();
    for function in &program.functions {
        walk(&function.body, &mut |stmt| {
            if let Some(&Op::Call { func, .. }) = stmt_op(stmt) {
                called.insert(func);
            }
        });
    }
    called
}

/// The functions whose addresses are taken.
pub(super) fn addressed(program: &Program) -> BTreeSet<FnId> {
    let mut addressed = BTreeSet::new();
    for function in &program.functions {
        walk(&function.body, &mut |stmt| {
            if let Some(&Op::FunctionAddress { func, .. }) = stmt_op(stmt) {
                addressed.insert(func);
            }
        });
    }
    addressed
}

/// The view that a parameter brings in its parts.
pub(super) fn in_parts(unit: &Unit, id: FnId, param: LocalId) -> Option<ArrayType> {
    match unit.function(id).locals[param.0 as usize].ty {
        Type::Array(array)
            if unit.called.contains(&id)
                && unit.takes_view(id, param)
                && (1..=MOST_AXES).contains(&usize::from(array.ndim)) =>
        {
            Some(array)
        }
        _ => None,
    }
}

/// The parts as parameters of a body, of which `words` stand before, and the view made of them.
pub(super) fn joined(array: ArrayType, words: &mut usize) -> (Vec<TokenStream>, TokenStream) {
    let rank = usize::from(array.ndim);
    let idents: Vec<Ident> = (0..=2 * rank).map(|at| format_ident!("word_{}", *words + at)).collect();
    *words += idents.len();
    let (ptr, shape, strides) = (&idents[0], &idents[1..=rank], &idents[rank + 1..]);
    let lengths = idents[1..].iter().map(|word| quote!(#word: isize));
    let params = std::iter::once(quote!(#ptr: *mut u8)).chain(lengths).collect();
    (params, quote!(unsafe { rt::View::new(#ptr, [#(#shape),*], [#(#strides),*]) }))
}

/// The float type that a body returns as its bits.
pub(super) fn as_bits(unit: &Unit, id: FnId) -> Option<TokenStream> {
    let function = unit.function(id);
    match function.returns {
        Type::Num(num) if function.raises && num.repr.is_float() && unit.called.contains(&id) => {
            Some(types::number(num.repr))
        }
        _ => None,
    }
}

/// What a body returns.
pub(super) fn returns(unit: &Unit, id: FnId) -> TokenStream {
    let function = unit.function(id);
    let returns = types::value(&function.returns);
    match as_bits(unit, id) {
        Some(float) => quote!(Result<rt::Bits<#float>, rt::Raise>),
        None if function.raises => quote!(Result<#returns, rt::Raise>),
        None => returns,
    }
}

/// The name of the body, and the item that callers know if that is another.
pub(super) fn front(unit: &Unit, id: FnId) -> (Ident, Option<TokenStream>) {
    let function = unit.function(id);
    let name = fn_name(id);
    let prints = function.noexcept && function.raises;
    let bits = as_bits(unit, id);
    let seen = function.profile.map(|_| sites::profiled(function.source));
    if !prints
        && bits.is_none()
        && seen.is_none()
        && function.params.iter().all(|&param| in_parts(unit, id, param).is_none())
    {
        return (name, None);
    }
    let body = format_ident!("f_{}_body", id.0);
    let (mut params, mut args) = (Vec::new(), Vec::new());
    for (at, &param) in function.params.iter().enumerate() {
        let arg = format_ident!("a{at}");
        let ty = match &function.locals[param.0 as usize].ty {
            Type::Array(array) if unit.takes_view(id, param) => types::view(*array),
            ty if unit.lends(id, param) => {
                let ty = types::value(ty);
                quote!(&#ty)
            }
            ty => types::value(ty),
        };
        params.push(quote!(#arg: #ty));
        match in_parts(unit, id, param) {
            Some(array) => {
                let axes = 0..usize::from(array.ndim);
                args.push(quote!(#arg.ptr));
                args.extend(axes.clone().map(|axis| quote!(#arg.shape[#axis])));
                args.extend(axes.map(|axis| quote!(#arg.strides[#axis])));
            }
            None => args.push(quote!(#arg)),
        }
    }
    let returns = types::value(&function.returns);
    let call = quote!(#body(#(#args),*));
    let call = if let Some(bits) = bits { quote!(#call.map(rt::Bits::<#bits>::float)) } else { call };
    let call = if let Some(profiled) = seen { quote!(rt::profile::call(&#profiled, || #call)) } else { call };
    let (returns, call) = if prints {
        let (qualname, zero) = (names::string(&function.qualname), types::unset(&function.returns));
        let printed = quote! {
            match #call {
                Ok(ok) => ok,
                Err(err) => {
                    rt::boundary::ignored(err, &MODULE, #qualname);
                    #zero
                }
            }
        };
        (returns, printed)
    } else if function.raises {
        (quote!(Result<#returns, rt::Raise>), call)
    } else {
        (returns, call)
    };
    let item = quote! {
        #[inline(always)]
        fn #name(#(#params),*) -> #returns {
            #call
        }
    };
    (body, Some(item))
}
