//! Constants: native values, and objects of the interpreter.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::expr::{Code, Level};
use super::names::{self, parsed};
use super::sites::Tables;
use super::types;
use crate::hir::Const;
use crate::ir::Value;
use crate::ty::{Kind, Repr, Type};

/// A native constant of a type.
pub(super) fn native(value: &Value, ty: &Type, tables: &mut Tables) -> Code {
    if *ty == Type::Object {
        return Code::postfix(object_of(value));
    }
    match (value, ty) {
        (Value::None, Type::None | Type::Never) => Code::postfix(quote!(())),
        // Stands for a value that never exists, in code that cannot be reached.
        (Value::None, _) => {
            let ty = types::value(ty);
            Code::postfix(quote!(never::<#ty>()))
        }
        (Value::Null, Type::Function(_)) => Code::postfix(quote!(None)),
        (Value::Null, Type::Pointer(_)) => Code::postfix(quote!(rt::Ptr::NULL)),
        (Value::Null, ty) => Code::postfix(types::unset(ty)),
        (Value::Bool(value), Type::Num(num)) if num.repr != Repr::Bool => integer((*value).into(), num.repr),
        (Value::Bool(value), _) => Code::postfix(quote!(#value)),
        (Value::Int(value), Type::Num(num)) => integer(*value, num.repr),
        (Value::Int(value), _) => integer(*value, Repr::I64),
        (Value::Float(value), Type::Num(num)) => float(*value, num.repr),
        (Value::Float(value), _) => float(*value, Repr::F64),
        (Value::Complex(re, im), Type::Num(num)) => complex(*re, *im, num.repr),
        (Value::Complex(re, im), _) => complex(*re, *im, Repr::C128),
        (Value::Str(text), _) => Code::postfix(tables.text(text)),
        (Value::Char(point), _) => {
            let point = Literal::u32_suffixed(*point);
            Code::postfix(quote!(rt::Char(#point)))
        }
        (Value::Bytes(bytes), _) => {
            let bytes = names::bytes(bytes);
            Code::postfix(quote!(rt::Bytes::constant(#bytes)))
        }
    }
}

fn negated(negative: bool, tokens: TokenStream) -> Code {
    if negative { Code { tokens: quote!(-#tokens), level: Level::Unary } } else { Code::postfix(tokens) }
}

fn integer(value: i128, repr: Repr) -> Code {
    match repr.kind() {
        Kind::Bool => {
            let value = value != 0;
            Code::postfix(quote!(#value))
        }
        Kind::Float => float(value as f64, repr),
        Kind::Complex => complex(value as f64, 0.0, repr),
        Kind::Signed | Kind::Unsigned => {
            let ty = types::number(repr);
            if value == -(1i128 << (repr.size() * 8 - 1)) {
                return Code::postfix(quote!(#ty::MIN));
            }
            let literal = parsed(&format!("{}{ty}", value.unsigned_abs()));
            negated(value < 0, quote!(#literal))
        }
    }
}

fn float(value: f64, repr: Repr) -> Code {
    if repr.is_complex() {
        return complex(value, 0.0, repr);
    }
    let (ty, magnitude) = match repr {
        Repr::F32 => ("f32", format!("{:?}", (value as f32).abs())),
        _ => ("f64", format!("{:?}", value.abs())),
    };
    let path = if repr == Repr::F32 { quote!(f32) } else { quote!(f64) };
    let magnitude = match magnitude.as_str() {
        "inf" => quote!(#path::INFINITY),
        "NaN" => quote!(#path::NAN),
        digits => {
            let literal = parsed(&format!("{digits}{ty}"));
            quote!(#literal)
        }
    };
    negated(value.is_sign_negative(), magnitude)
}

fn complex(re: f64, im: f64, repr: Repr) -> Code {
    let part = if repr == Repr::C64 { Repr::F32 } else { Repr::F64 };
    let (ty, re, im) = (types::number(repr), float(re, part).tokens, float(im, part).tokens);
    Code::postfix(quote!(#ty::new(#re, #im)))
}

/// An object that is made without failing; what could fail is an operation of its own.
fn object_of(value: &Value) -> TokenStream {
    match value {
        Value::Str(text) => {
            let text = names::interned(text);
            quote!(rt::obj::str_const(#text))
        }
        Value::None
        | Value::Null
        | Value::Bool(_)
        | Value::Int(_)
        | Value::Float(_)
        | Value::Complex(..)
        | Value::Char(_)
        | Value::Bytes(_) => quote!(rt::obj::none()),
    }
}

/// An object of the interpreter, as a `Result`, or `Err` of the value itself where making it cannot fail.
pub(super) fn object(value: &Const) -> Result<TokenStream, TokenStream> {
    Ok(match value {
        Const::None => return Err(quote!(rt::obj::none())),
        Const::Ellipsis => return Err(quote!(rt::obj::ellipsis())),
        Const::Str(text) => {
            let text = names::interned(text);
            return Err(quote!(rt::obj::str_const(#text)));
        }
        Const::Bool(value) => quote!(rt::obj::from_value(#value)),
        Const::Int(value) => match i64::try_from(value) {
            Ok(value) => {
                let value = integer(value.into(), Repr::I64).tokens;
                quote!(rt::obj::int_const(#value))
            }
            Err(_) => {
                let digits = names::string(&value.to_string());
                quote!(rt::obj::int_big(#digits))
            }
        },
        Const::Float(value) => {
            let value = float(*value, Repr::F64).tokens;
            quote!(rt::obj::float_const(#value))
        }
        Const::Imaginary(value) => {
            let value = float(*value, Repr::F64).tokens;
            quote!(rt::obj::complex_const(0.0, #value))
        }
        Const::Tuple(items) => {
            let items = items.iter().map(|item| match object(item) {
                Ok(call) => quote!(#call?),
                Err(value) => value,
            });
            quote!((|| rt::obj::tuple(&[#(#items),*]))())
        }
        Const::Bytes(bytes) => {
            let bytes = names::bytes(bytes);
            quote!(rt::obj::bytes_const(#bytes))
        }
    })
}
