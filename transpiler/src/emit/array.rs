//! Arrays: items, views, new arrays.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::exits::Fault;
use super::expr::Level;
use super::function::FnCx;
use super::types;
use crate::ir::{AxisIndex, Check, Expr, ExprKind, Fill, LocalId, Op, SliceItem, Value};
use crate::span::Span;
use crate::ty::{ArrayType, Kind, Layout, Type};

/// An array on its way into a local.
pub(super) enum Made {
    /// A view, and the owner that it shares with its source.
    Parts { view: TokenStream, owner: TokenStream },
    /// A `rt::Array`.
    Whole(TokenStream),
}

/// An index that is ready to use, and the statements that make it so.
struct Indices {
    before: TokenStream,
    indices: Vec<TokenStream>,
}

/// Which way items are reached.
enum Access {
    Strided,
    /// The last axis has the stride of one item.
    Inner,
    /// The first axis has: as `Inner` of the transposed view.
    Outer,
}

fn access(array: ArrayType) -> Access {
    match array.layout {
        Layout::C | Layout::Inner if array.ndim > 0 => Access::Inner,
        Layout::F if array.ndim == 1 => Access::Inner,
        Layout::F if array.ndim > 1 => Access::Outer,
        Layout::C | Layout::F | Layout::Inner | Layout::Strided => Access::Strided,
    }
}

impl FnCx<'_> {
    fn array_type(&self, local: LocalId) -> ArrayType {
        // The verifier lets no other local stand where an array is meant.
        let fallback = || panic!("local {} of {} is no array", local.0, self.function.qualname);
        self.local(local).ty.array().unwrap_or_else(fallback)
    }

    /// `array[index]`.
    pub fn load(&mut self, array: LocalId, index: &[AxisIndex], span: Span) -> TokenStream {
        let Indices { before, indices } = self.indices(array, index, span);
        let view = self.name(array).ident.clone();
        let item = match access(self.array_type(array)) {
            Access::Strided => quote!(unsafe { #view.get([#(#indices),*]) }),
            Access::Inner => quote!(unsafe { #view.get_inner([#(#indices),*]) }),
            Access::Outer => {
                let reversed = indices.iter().rev();
                quote!(unsafe { #view.transpose().get_inner([#(#reversed),*]) })
            }
        };
        if before.is_empty() { item } else { quote!({ #before #item }) }
    }

    /// `array[index] = value`.
    pub fn store(&mut self, array: LocalId, index: &[AxisIndex], value: &Expr, span: Span) -> TokenStream {
        let Indices { before, indices } = self.indices(array, index, span);
        let (view, value) = (self.name(array).ident.clone(), self.value(value));
        let item = match access(self.array_type(array)) {
            Access::Strided => quote!(unsafe { #view.set([#(#indices),*], #value) };),
            Access::Inner => quote!(unsafe { #view.set_inner([#(#indices),*], #value) };),
            Access::Outer => {
                let reversed = indices.iter().rev();
                quote!(unsafe { #view.transpose().set_inner([#(#reversed),*], #value) };)
            }
        };
        if before.is_empty() { item } else { quote!({ #before #item }) }
    }

    /// What checks the indices of an item, and the indices.
    pub fn item_indices(&mut self, array: LocalId, index: &[AxisIndex], span: Span) -> (TokenStream, Vec<TokenStream>) {
        let Indices { before, indices } = self.indices(array, index, span);
        (before, indices)
    }

    fn indices(&mut self, array: LocalId, index: &[AxisIndex], span: Span) -> Indices {
        let view = self.name(array).ident.clone();
        let mut before = TokenStream::new();
        let mut indices = Vec::new();
        for (axis, index) in (0..).zip(index) {
            let name = format_ident!("at{axis}");
            let (check, index) = self.axis_index(&quote!(#view), axis, axis, index, &name, span);
            before.extend(check);
            indices.push(index);
        }
        Indices { before, indices }
    }

    /// An index along axis `axis` of `view`, in range; `shown` is the axis that an error names.
    fn axis_index(
        &mut self,
        view: &TokenStream,
        axis: u32,
        shown: u32,
        index: &AxisIndex,
        name: &Ident,
        span: Span,
    ) -> (TokenStream, TokenStream) {
        let (axis, shown) = (Literal::u32_unsuffixed(axis), Literal::u32_unsuffixed(shown));
        let value = self.value(&index.index);
        let simple = matches!(index.index.kind, ExprKind::Local(_) | ExprKind::Const(_));
        let (bind, value) = if simple { (quote!(), value) } else { (quote!(let #name = #value;), quote!(#name)) };
        match (index.check, index.wrap) {
            (Check::Each, wrap) => {
                let function = if wrap { quote!(wrap_index) } else { quote!(check_index) };
                let size = quote!(#view.dim(#axis));
                let exit = self.raise_at(quote!(rt::index_error(#value, #shown, #size)), Fault::Exception, span);
                let check = quote!(let #name = match rt::#function(#value, #size) { Some(ok) => ok, None => #exit };);
                (quote!(#bind #check), quote!(#name))
            }
            (check @ (Check::Hoisted | Check::Proven | Check::Off | Check::Present), true) => {
                let present = self.present(view, check, span);
                let wrapped = quote!(if #value < 0 { (#value).wrapping_add(#view.dim(#axis)) } else { #value });
                (quote!(#present #bind let #name = #wrapped;), quote!(#name))
            }
            (check @ (Check::Hoisted | Check::Proven | Check::Off | Check::Present), false) => {
                (self.present(view, check, span), self.value(&index.index))
            }
        }
    }

    /// What raises where the view is `None`.
    fn present(&mut self, view: &TokenStream, check: Check, span: Span) -> TokenStream {
        if check != Check::Present {
            return quote!();
        }
        let exit = self.raise_at(quote!(rt::view::none_error()), Fault::Exception, span);
        quote!(if #view.is_none() { #exit; })
    }

    /// An operation that results in an array.
    pub fn array(&mut self, op: &Op, span: Span) -> Made {
        match op {
            Op::Use(Expr { kind: ExprKind::Local(from), .. }) => {
                let name = self.name(*from);
                let (view, owner) = (&name.ident, &name.owner);
                Made::Parts { view: quote!(#view), owner: quote!(#owner.clone()) }
            }
            Op::Slice { array, items, .. } => {
                let view = self.slice(*array, items, span);
                Made::Parts { view, owner: self.part(*array) }
            }
            Op::Transpose { array, .. } => {
                let view = &self.name(*array).ident;
                Made::Parts { view: quote!(#view.transpose()), owner: self.part(*array) }
            }
            _ => Made::Whole(self.op(op, span)),
        }
    }

    fn part(&self, array: LocalId) -> TokenStream {
        let owner = &self.name(array).owner;
        quote!(#owner.part())
    }

    /// An operation on arrays as one value, owner included.
    pub fn whole(&mut self, op: &Op, span: Span) -> TokenStream {
        match self.array(op, span) {
            Made::Parts { view, owner } => quote!(rt::Array::new(#view, #owner)),
            Made::Whole(array) => array,
        }
    }

    fn slice(&mut self, array: LocalId, items: &[SliceItem], span: Span) -> TokenStream {
        let source = self.name(array).ident.clone();
        let mut ndim = self.array_type(array).ndim;
        let (mut axis, mut shown) = (0, 0);
        let mut steps = Vec::new();
        for item in items {
            let at = Literal::u32_unsuffixed(axis);
            match item {
                SliceItem::Index(index) => {
                    let name = format_ident!("at{shown}");
                    let (check, index) = self.axis_index(&quote!(view), axis, shown, index, &name, span);
                    ndim = ndim.saturating_sub(1);
                    let rank = types::rank(ndim);
                    steps.push(quote!(#check let view = view.index_axis::<#rank>(#at, #index);));
                    shown += 1;
                }
                SliceItem::Range { start: None, stop: None, step: None } => (axis, shown) = (axis + 1, shown + 1),
                SliceItem::Range { start, stop, step } => {
                    let call = self.slice_axis(&at, start.as_ref(), stop.as_ref(), step.as_ref(), span);
                    steps.push(quote!(let view = #call;));
                    (axis, shown) = (axis + 1, shown + 1);
                }
                SliceItem::NewAxis => {
                    ndim += 1;
                    let rank = types::rank(ndim);
                    steps.push(quote!(let view = view.insert_axis::<#rank>(#at);));
                    axis += 1;
                }
            }
        }
        if steps.is_empty() { quote!(#source) } else { quote!({ let view = #source; #(#steps)* view }) }
    }

    fn slice_axis(
        &mut self,
        axis: &Literal,
        start: Option<&Expr>,
        stop: Option<&Expr>,
        step: Option<&Expr>,
        span: Span,
    ) -> TokenStream {
        let mut bound = |bound: Option<&Expr>| match bound {
            Some(bound) => {
                let bound = self.value(bound);
                quote!(Some(#bound))
            }
            None => quote!(None),
        };
        let (start, stop) = (bound(start), bound(stop));
        let constant = step.is_none_or(|step| constant(step).is_some_and(|step| step != 0));
        let step = step.map_or_else(|| quote!(1), |step| self.value(step));
        let call = quote!(view.slice_axis(#axis, #start, #stop, #step));
        if constant {
            // Only a step of zero fails.
            return quote!(match #call { Ok(ok) => ok, Err(_) => unreachable!() });
        }
        self.fallible(call, span)
    }

    /// A new array.
    pub fn new_array(&mut self, fill: &Fill, shape: &[Expr], ty: &Type, span: Span) -> TokenStream {
        let Some(array) = ty.array() else { return quote!(Default::default()) };
        let (element, rank) = (types::element(array.dtype), types::rank(array.ndim));
        let generics = quote!(::<#element, #rank>);
        let call = match fill {
            Fill::Range { start, step } => return self.new_range(start, step, shape, array, span),
            Fill::Items(items) => return self.new_items(items, shape, array, span),
            Fill::Empty => {
                let shape = self.values(shape);
                quote!(rt::new::empty #generics([#(#shape),*]))
            }
            Fill::Zeros => {
                let shape = self.values(shape);
                quote!(rt::new::zeros #generics([#(#shape),*]))
            }
            Fill::Value(value) => {
                let (shape, value) = (self.values(shape), self.value(value));
                quote!(rt::new::full #generics([#(#shape),*], #value))
            }
        };
        self.fallible(call, span)
    }

    /// `start + i * step`; floats by NumPy's rule, which rounds the difference of the first two items.
    fn new_range(&mut self, start: &Expr, step: &Expr, shape: &[Expr], array: ArrayType, span: Span) -> TokenStream {
        // The verifier lets no other items be counted up.
        let Some(repr) = array.repr() else { return quote!(Default::default()) };
        let (element, number) = (types::element(array.dtype), types::number(repr));
        let count = shape.first().map_or_else(|| quote!(0), |count| self.value(count));
        let (start, step) = (self.value(start), self.value(step));
        let item = match repr.kind() {
            Kind::Signed | Kind::Unsigned => quote!(start.wrapping_add((i as #number).wrapping_mul(delta))),
            Kind::Float => quote!(if i == 1 { next } else { start + i as #number * delta }),
            Kind::Bool => quote!(if i == 0 { start } else { delta }),
            Kind::Complex => quote!(start + #number::new(i as _, 0.0) * delta),
        };
        let delta = match repr.kind() {
            Kind::Float | Kind::Complex => quote!(let next = start + delta; let delta = next - start;),
            Kind::Signed | Kind::Unsigned | Kind::Bool => quote!(),
        };
        let call = quote!(rt::new::from_fn::<#element>(#count, move |i| #item));
        let call = self.fallible(call, span);
        quote!({ let start: #number = #start; let delta: #number = #step; #delta #call })
    }

    /// The items one by one, in C order; the shape is constant.
    fn new_items(&mut self, items: &[Expr], shape: &[Expr], array: ArrayType, span: Span) -> TokenStream {
        let element = types::element(array.dtype);
        if array.ndim == 1 {
            let items = self.values(items);
            return self.fallible(quote!(rt::new::from_slice::<#element>(&[#(#items),*])), span);
        }
        let rank = types::rank(array.ndim);
        let lengths: Vec<usize> =
            shape.iter().map(|length| constant(length).and_then(|n| usize::try_from(n).ok()).unwrap_or(1)).collect();
        let shape = self.values(shape);
        let made = self.fallible(quote!(rt::new::empty::<#element, #rank>([#(#shape),*])), span);
        let stores = items.iter().enumerate().map(|(at, item)| {
            let mut rest = at;
            let mut index: Vec<Literal> = Vec::new();
            for length in lengths.iter().rev() {
                index.insert(0, Literal::usize_unsuffixed(rest % (*length).max(1)));
                rest /= (*length).max(1);
            }
            let item = self.value(item);
            quote!(unsafe { parts.view.set_inner([#(#index),*], #item) };)
        });
        let stores: TokenStream = stores.collect();
        quote!({ let parts = #made; #stores parts })
    }

    /// A C-contiguous copy, converted to another dtype if need be.
    pub fn copy_of(&mut self, array: LocalId, ty: &Type, span: Span) -> TokenStream {
        let (from, view) = (self.array_type(array), self.name(array).ident.clone());
        let converted = ty.array().filter(|to| to.dtype != from.dtype);
        let Some((to, source, target)) = converted.and_then(|to| Some((to, from.repr()?, to.repr()?))) else {
            return self.fallible(quote!(rt::new::copy(&#view)), span);
        };
        let (element, rank) = (types::element(to.dtype), types::rank(to.ndim));
        let (source, target) = (types::number(source), types::number(target));
        let axes: Vec<Literal> = (0..to.ndim).map(types::rank).collect();
        let made = self.fallible(quote!(rt::new::empty::<#element, #rank>([#(#view.dim(#axes)),*])), span);
        let index: Vec<Ident> = (0..to.ndim).map(|axis| format_ident!("at{axis}")).collect();
        let setter = if to.ndim == 0 { quote!(set) } else { quote!(set_inner) };
        let mut body = quote! {
            unsafe { parts.view.#setter([#(#index),*], rt::conv::cast::<#source, #target>(#view.get([#(#index),*]))) };
        };
        for (index, axis) in index.iter().zip(&axes).rev() {
            body = quote!(for #index in 0..#view.dim(#axis) { #body });
        }
        quote!({ let parts = #made; #body parts })
    }

    /// An operand of `Fill` and `Copy`.
    pub fn fill(&mut self, array: LocalId, value: &Expr) -> TokenStream {
        let (view, value) = (self.name(array).ident.clone(), self.code(value).at(Level::Low));
        quote!(#view.fill(#value);)
    }
}

/// The value of an integer constant.
pub(super) fn constant(expr: &Expr) -> Option<i128> {
    match expr.kind {
        ExprKind::Const(Value::Int(value)) => Some(value),
        _ => None,
    }
}
