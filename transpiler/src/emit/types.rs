//! IR types as Rust types.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::memory;
use crate::ty::{ArrayType, EnumId, Form, Item, Num, Repr, Rules, Sense, StructId, Type};

/// A number in registers.
pub(super) fn number(repr: Repr) -> TokenStream {
    match repr {
        Repr::Bool => quote!(bool),
        Repr::I8 => quote!(i8),
        Repr::I16 => quote!(i16),
        Repr::I32 => quote!(i32),
        Repr::I64 => quote!(i64),
        Repr::U8 => quote!(u8),
        Repr::U16 => quote!(u16),
        Repr::U32 => quote!(u32),
        Repr::U64 => quote!(u64),
        Repr::F32 => quote!(f32),
        Repr::F64 => quote!(f64),
        Repr::C64 => quote!(rt::C64),
        Repr::C128 => quote!(rt::C128),
    }
}

/// An item as it lies in an array.
pub(super) fn element(item: Item) -> TokenStream {
    match item {
        Item::Num(Repr::Bool) => quote!(rt::Bool8),
        Item::Num(repr) => number(repr),
        Item::Struct(id) => {
            let name = structure(id);
            quote!(#name)
        }
    }
}

/// What the runtime calls the items of an array.
pub(super) fn dtype(item: Item) -> TokenStream {
    match item {
        Item::Num(repr) => {
            let name = format_ident!("{}", format!("{repr:?}"));
            quote!(rt::Dtype::#name)
        }
        Item::Struct(id) => {
            let name = structure(id);
            quote!(<#name as rt::Elem>::DTYPE)
        }
    }
}

/// Rank as a literal without a suffix.
pub(super) fn rank(ndim: u8) -> Literal {
    Literal::u8_unsuffixed(ndim)
}

pub(super) fn view(array: ArrayType) -> TokenStream {
    let (element, rank) = (element(array.dtype), rank(array.ndim));
    quote!(rt::View<#element, #rank>)
}

/// A value as it is passed, returned and stored in tuples.
pub(super) fn value(ty: &Type) -> TokenStream {
    match ty {
        Type::Never | Type::None => quote!(()),
        Type::Num(num) => number(num.repr),
        Type::Char => quote!(rt::Char),
        Type::Str => quote!(rt::Str),
        Type::Bytes => quote!(rt::Bytes),
        Type::Array(array) => {
            let (element, rank) = (element(array.dtype), rank(array.ndim));
            quote!(rt::Array<#element, #rank>)
        }
        Type::List(item) => {
            let item = value(item);
            quote!(rt::List<#item>)
        }
        Type::Tuple(items) => {
            let items = items.iter().map(value);
            quote!((#(#items,)*))
        }
        Type::Range => quote!(rt::Range),
        Type::Pointer(item) => {
            let item = stored(item);
            quote!(rt::Ptr<#item>)
        }
        Type::Fixed(item, size) => {
            let (item, size) = (stored(item), memory::length(*size));
            quote!([#item; #size])
        }
        Type::Struct(id) => {
            let name = structure(*id);
            quote!(#name)
        }
        Type::Function(function) => memory::function_type(function),
        Type::Object => quote!(rt::Obj),
    }
}

/// What an object of Python's is read as that a value of this type comes of, see [`native`].
pub(super) fn incoming(ty: &Type) -> TokenStream {
    match ty {
        Type::Num(Num { sense: Sense::Truth, .. }) => quote!(rt::boundary::Truth),
        Type::Tuple(items) => {
            let items = items.iter().map(incoming);
            quote!((#(#items,)*))
        }
        Type::Fixed(item, size) => {
            let (item, size) = (incoming(item), memory::length(*size));
            quote!([#item; #size])
        }
        other => value(other),
    }
}

/// Whether values are read as something else than what they are.
pub(super) fn is_read_otherwise(ty: &Type) -> bool {
    match ty {
        Type::Num(num) => num.sense == Sense::Truth,
        Type::Tuple(items) => items.iter().any(is_read_otherwise),
        Type::Fixed(item, _) => is_read_otherwise(item),
        _ => false,
    }
}

/// The value that was read as [`incoming`] says.
pub(super) fn native(value: TokenStream, ty: &Type) -> TokenStream {
    match ty {
        _ if !is_read_otherwise(ty) => value,
        Type::Tuple(items) => {
            let fields = items.iter().enumerate().map(|(at, item)| {
                let at = Literal::usize_unsuffixed(at);
                native(quote!(parts.#at), item)
            });
            quote!({ let parts = #value; (#(#fields,)*) })
        }
        Type::Fixed(item, _) => {
            let item = native(quote!(item), item);
            quote!((#value).map(|item| #item))
        }
        _ => quote!(#value.0),
    }
}

/// A value as it lies in C's memory.
pub(super) fn stored(ty: &Type) -> TokenStream {
    match ty {
        Type::None => quote!(rt::Void),
        other => value(other),
    }
}

/// What a pointer of this type points to.
pub(super) fn pointed(ty: &Type) -> TokenStream {
    match ty {
        Type::Pointer(item) => stored(item),
        other => stored(other),
    }
}

/// The Rust struct of one of C's.
pub(super) fn structure(id: StructId) -> Ident {
    format_ident!("S_{}", id.0)
}

/// The function that makes a number an item of an enum.
pub(super) fn enum_item(id: EnumId) -> Ident {
    format_ident!("enum_{}", id.0)
}

/// What a list holds.
pub(super) fn item(list: &Type) -> TokenStream {
    match list {
        Type::List(item) => value(item),
        other => value(other),
    }
}

/// Whether both types are the same in Rust: rules and layouts are not.
pub(super) fn is_same(a: &Type, b: &Type) -> bool {
    match (a, b) {
        (Type::Never | Type::None, Type::Never | Type::None)
        | (Type::Char, Type::Char)
        | (Type::Str, Type::Str)
        | (Type::Bytes, Type::Bytes)
        | (Type::Range, Type::Range)
        | (Type::Object, Type::Object) => true,
        (Type::Num(a), Type::Num(b)) => a.repr == b.repr,
        (Type::Array(a), Type::Array(b)) => (a.dtype, a.ndim) == (b.dtype, b.ndim),
        (Type::List(a), Type::List(b)) => is_same(a, b),
        (Type::Pointer(a), Type::Pointer(b)) => is_same(a, b),
        (Type::Fixed(a, n), Type::Fixed(b, m)) => n == m && is_same(a, b),
        (Type::Struct(a), Type::Struct(b)) => a == b,
        (Type::Function(a), Type::Function(b)) => {
            let params = a.params.len() == b.params.len() && a.params.iter().zip(&b.params).all(|(a, b)| is_same(a, b));
            params && is_same(&a.returns, &b.returns)
        }
        (Type::Tuple(a), Type::Tuple(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b)),
        _ => false,
    }
}

/// A value for a local that is not set yet.
pub(super) fn unset(ty: &Type) -> TokenStream {
    match ty {
        // Rust has no `Default` for these.
        Type::Tuple(items) if items.len() > WIDEST => {
            let items = items.iter().map(unset);
            quote!((#(#items,)*))
        }
        Type::Fixed(..) | Type::Struct(_) => quote!(unsafe { std::mem::zeroed() }),
        _ => quote!(Default::default()),
    }
}

/// Items of the longest tuple that Rust's and the runtime's traits cover.
pub(super) const WIDEST: usize = 12;

/// Whether Python sees another thing than the value itself, here or inside: a NumPy scalar, a truth value or an item of an
/// enum that C holds as an integer, a typed memoryview.
fn is_wrapped(ty: &Type) -> bool {
    match ty {
        Type::Num(num) => matches!(num.rules, Rules::NumPy | Rules::Either) || num.sense != Sense::Number,
        Type::Array(array) => array.form == Form::View,
        Type::List(item) | Type::Fixed(item, _) => is_wrapped(item),
        Type::Tuple(items) => items.iter().any(is_wrapped),
        Type::Never
        | Type::None
        | Type::Char
        | Type::Str
        | Type::Bytes
        | Type::Range
        | Type::Pointer(_)
        | Type::Struct(_)
        | Type::Function(_)
        | Type::Object => false,
    }
}

/// A native value in the form that converts to what Python would see: NumPy's numbers wrapped as scalars, C's as what
/// they mean, views as the objects they are.
pub(super) fn for_python(value: TokenStream, ty: &Type) -> TokenStream {
    match ty {
        Type::Tuple(items) if items.len() > WIDEST => wide_tuple(value, items),
        Type::Pointer(item) if item.is_byte() => quote!(rt::boundary::CText(#value)),
        Type::Fixed(item, _) if item.is_byte() => quote!(rt::boundary::CArrayText(#value)),
        Type::Tuple(items) if items.iter().any(is_text) => {
            let fields = items.iter().enumerate().map(|(at, item)| {
                let at = Literal::usize_unsuffixed(at);
                for_python(quote!(parts.#at), item)
            });
            quote!({ let parts = #value; (#(#fields,)*) })
        }
        Type::Fixed(item, _) if is_text(item) || is_wrapped(ty) => {
            let item = for_python(quote!(item), item);
            quote!((#value).map(|item| #item))
        }
        _ if !is_wrapped(ty) => value,
        Type::List(item) => {
            let item = for_python(quote!(item), item);
            quote!(rt::List::from_vec((#value).to_vec().into_iter().map(|item| #item).collect()))
        }
        Type::Tuple(items) => {
            let fields = items.iter().enumerate().map(|(at, item)| {
                let at = Literal::usize_unsuffixed(at);
                for_python(quote!(parts.#at), item)
            });
            quote!({ let parts = #value; (#(#fields,)*) })
        }
        Type::Array(_) => quote!(rt::Viewed(#value)),
        Type::Num(Num { sense: Sense::Truth, .. }) => quote!((#value != 0)),
        Type::Num(Num { sense: Sense::Enum(id), .. }) => {
            let item = enum_item(*id);
            quote!({ let value = #value; rt::boundary::Wide(move || #item(value)) })
        }
        _ => quote!(rt::Np(#value)),
    }
}

/// Whether it is a text of C's, here or inside.
fn is_text(ty: &Type) -> bool {
    match ty {
        Type::Tuple(items) => items.iter().any(is_text),
        other => other.pointee().is_some_and(Type::is_byte),
    }
}

/// A tuple that is made item by item: `Wide` is the runtime's converter.
fn wide_tuple(value: TokenStream, items: &[Type]) -> TokenStream {
    let fields = items.iter().enumerate().map(|(at, item)| {
        let at = Literal::usize_unsuffixed(at);
        let item = for_python(quote!(parts.#at), item);
        quote!(rt::obj::from_value(#item)?)
    });
    quote!({ let parts = #value; rt::boundary::Wide(move || rt::obj::tuple(&[#(#fields),*])) })
}
