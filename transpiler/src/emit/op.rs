//! Operations: the right sides of assignments.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::exits::Fault;
use super::function::{FnCx, fn_name};
use super::types;
use crate::ir::{Check, Expr, FnId, IntOp, ListOp, Op};
use crate::span::Span;
use crate::ty::Type;

impl FnCx<'_> {
    /// The value of an operation; what it raises leaves from inside.
    pub fn op(&mut self, op: &Op, span: Span) -> TokenStream {
        match op {
            Op::Use(expr) => self.value(expr),
            Op::Int { op, args, check } => self.int(*op, args, *check, span),
            Op::Kernel { path, args, ty, raises } => {
                let call = self.kernel(path, args, ty);
                if *raises { self.failing(call, fault(path, ty), span) } else { call }
            }
            Op::Number { name, .. } => {
                let number = self.unit.number(name);
                quote!(#number.get())
            }
            Op::Pick { items, index, ty } => {
                let (items, index, item) = (self.values(items), self.value(index), types::value(ty));
                let count = Literal::usize_unsuffixed(items.len());
                self.failing_plainly(quote!(rt::sequence::pick::<#item, #count>(&[#(#items),*], #index)), span)
            }
            Op::Load { array, index } => self.load(*array, index, span),
            Op::Slice { .. } | Op::Transpose { .. } => self.whole(op, span),
            Op::NewArray { fill, shape, ty } => self.new_array(fill, shape, ty, span),
            Op::CopyOf { array, ty } => self.copy_of(*array, ty, span),
            Op::Call { func, args, attempt } => self.call(*func, args, attempt.as_deref(), span),
            Op::Get { place, .. } => self.get_place(place),
            Op::Address { place, ty } => self.address_of(place, ty),
            Op::ItemAddress { array, index, ty, stores: _ } => self.item_address(*array, index, ty, span),
            Op::FunctionAddress { func, .. } => self.function_address(*func),
            Op::KernelAddress { path, raises, ty } => self.kernel_address(path, *raises, ty),
            Op::CallPointer { func, args, .. } => self.call_pointer(func, args, span),
            Op::Static { id, .. } => self.get_static(*id, span),
            Op::SetStatic(id, value) => self.set_static(*id, value),
            Op::List(op) => self.list(op, span),
            Op::Python(op) => self.python(op, span),
        }
    }

    fn int(&mut self, op: IntOp, args: &[Expr], check: Check, span: Span) -> TokenStream {
        if check == Check::Each {
            let function = match op {
                IntOp::Add => quote!(add),
                IntOp::Sub => quote!(sub),
                IntOp::Mul => quote!(mul),
                IntOp::Neg => quote!(neg),
            };
            let args = self.values(args);
            return self.fallible(quote!(rt::int::#function(#(#args),*)), span);
        }
        let method = match op {
            IntOp::Add => quote!(wrapping_add),
            IntOp::Sub => quote!(wrapping_sub),
            IntOp::Mul => quote!(wrapping_mul),
            IntOp::Neg => quote!(wrapping_neg),
        };
        let Some((first, rest)) = args.split_first() else { return quote!() };
        let (first, rest) = (self.code(first).receiver(), self.values(rest));
        quote!(#first.#method(#(#rest),*))
    }

    fn call(&mut self, func: FnId, args: &[Expr], attempt: Option<&str>, span: Span) -> TokenStream {
        let unit = self.unit;
        let callee = unit.function(func);
        let args: Vec<_> = args
            .iter()
            .zip(&callee.params)
            .map(|(arg, &param)| match arg.ty {
                Type::Array(_) if unit.takes_view(func, param) => self.view(arg),
                _ if unit.lends(func, param) => self.reference(arg),
                _ => self.value(arg),
            })
            .collect();
        let name = fn_name(func);
        let call = quote!(#name(#(#args),*));
        if let Some(attempt) = attempt {
            let (attempt, returns) = (unit.attempt(attempt), types::value(&callee.returns));
            let call = if callee.call_raises() { call } else { quote!(Ok(#call)) };
            return self.fallible(quote!(rt::module::Attempt::make::<#returns>(&#attempt, || #call)), span);
        }
        if callee.call_raises() { self.fallible(call, span) } else { call }
    }

    fn list(&mut self, op: &ListOp, span: Span) -> TokenStream {
        match op {
            ListOp::New { items, ty } => {
                let (items, item) = (self.values(items), types::item(ty));
                quote!(rt::List::<#item>::from_vec(Vec::from([#(#items),*])))
            }
            ListOp::Get { list, index, check } => {
                let (list, index) = (self.place(list).receiver(), self.value(index));
                self.checked(quote!(#list.get(#index)), *check, span)
            }
            ListOp::Set { list, index, value, check } => {
                let (list, index, value) = (self.place(list).receiver(), self.value(index), self.value(value));
                self.checked(quote!(#list.set(#index, #value)), *check, span)
            }
            ListOp::Append { list, value } => {
                let (list, value) = (self.place(list).receiver(), self.value(value));
                quote!(#list.push(#value))
            }
            ListOp::Pop { list, index } => {
                let list = self.place(list).receiver();
                let call = match index {
                    Some(index) => {
                        let index = self.value(index);
                        quote!(#list.pop_at(#index))
                    }
                    None => quote!(#list.pop()),
                };
                self.failing_plainly(call, span)
            }
            ListOp::Len(list) => {
                let list = self.place(list).receiver();
                quote!(#list.len())
            }
        }
    }

    /// A result that is only looked at where the check was not proven or turned off; an index outside the list is
    /// never followed.
    fn checked(&mut self, call: TokenStream, check: Check, span: Span) -> TokenStream {
        match check {
            Check::Each => self.failing_plainly(call, span),
            Check::Hoisted | Check::Proven | Check::Off | Check::Present => quote!(#call.unwrap_or_default()),
        }
    }
}

/// Kernels that raise Python's exceptions and never escape, by path or family; of those of `math`, the ones that give no
/// integer.
const PLAIN: &[&str] = &[
    "sequence::",
    "complex::",
    "ccomplex::",
    "float::div",
    "float::floordiv",
    "float::rem",
    "int::rem",
    "int::shr",
    "int::truediv",
];

/// What an error of the kernel may be.
fn fault(path: &str, ty: &Type) -> Fault {
    let real = ty.num().is_some_and(|num| !num.repr.is_integer());
    let plain = PLAIN.iter().any(|plain| path.starts_with(plain)) || real && path.starts_with("math::");
    if plain { Fault::Exception } else { Fault::Any }
}
