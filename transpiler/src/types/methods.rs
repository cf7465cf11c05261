//! Attributes, items and methods of values whose type is native.

use super::special::Special;
use super::texts::text_method;
use super::{iterate, kept_item, special};
use crate::ty::{ArrayType, Form, Kind, Layout, Num, Repr, Rules, Type};

/// The type of `value.name` where reading it needs no interpreter.
pub fn attribute(ty: &Type, name: &str) -> Option<Type> {
    match ty {
        Type::Array(array) => array_attribute(*array, name),
        Type::Num(num) => number_attribute(*num, name),
        Type::Range => matches!(name, "start" | "stop" | "step").then_some(Type::INT),
        _ => None,
    }
}

fn array_attribute(array: ArrayType, name: &str) -> Option<Type> {
    match name {
        // What NumPy does with its own object.
        "T" if array.form == Form::Buffer => None,
        "shape" | "strides" => Some(Type::Tuple(vec![Type::INT; usize::from(array.ndim)])),
        "ndim" | "size" | "itemsize" | "nbytes" => Some(Type::INT),
        "T" => Some(Type::Array(transposed(array))),
        _ => None,
    }
}

/// The type of the array with its axes reversed.
pub fn transposed(array: ArrayType) -> ArrayType {
    let layout = match array.layout {
        layout if array.ndim == 1 => layout,
        Layout::C => Layout::F,
        Layout::F => Layout::C,
        Layout::Inner | Layout::Strided => Layout::Strided,
    };
    ArrayType { layout, ..array }
}

fn number_attribute(num: Num, name: &str) -> Option<Type> {
    if !matches!(name, "real" | "imag") || num.repr == Repr::Bool {
        return None;
    }
    let repr = match num.repr {
        Repr::C64 => Repr::F32,
        Repr::C128 => Repr::F64,
        other => other,
    };
    Some(Type::Num(Num { repr, ..num }))
}

/// The method of this name, and its result, where calling it needs no interpreter.
pub fn method(ty: &Type, name: &str, args: &[Type]) -> Option<(Special, Type)> {
    match (ty, name, args) {
        (Type::Array(view), "copy" | "copy_fortran", []) if view.form == Form::View => {
            let layout = if name == "copy" || view.ndim == 1 { Layout::C } else { Layout::F };
            let copy = Type::Array(ArrayType { layout, none: false, readonly: false, ..*view });
            Some((Special::CopyView { fortran: name != "copy" }, copy))
        }
        (Type::Array(view), "is_c_contig", []) if view.form == Form::View => {
            Some((Special::IsContiguous { fortran: false }, Type::BOOL))
        }
        (Type::Array(view), "is_f_contig", []) if view.form == Form::View => {
            Some((Special::IsContiguous { fortran: true }, Type::BOOL))
        }
        (Type::Array(array), "copy", []) if array.form == Form::Array => {
            Some((Special::CopyArray, special::new_array(array.repr()?, array.ndim.into())?))
        }
        (Type::Array(array), "fill", [value]) if array.form == Form::Array => {
            let value = value.num()?;
            fills(array.repr()?, value).then_some((Special::FillArray, Type::None))
        }
        (Type::List(_), "append", [_]) => Some((Special::Append, Type::None)),
        (Type::List(item), "pop", []) => Some((Special::Pop, (**item).clone())),
        (Type::List(item), "pop", [at]) if super::index::is_index(at) => Some((Special::Pop, (**item).clone())),
        (Type::List(item), "extend", [other]) if extends(item, other) => Some((Special::Extend, Type::None)),
        (Type::List(_), name, args) => list_method(ty, name, args),
        (Type::Str | Type::Char, name, args) => {
            text_method(name, args).map(|method| (Special::TextKernel(method), method.result()))
        }
        (Type::Num(num), "conjugate", []) if num.repr.is_complex() => Some((Special::Conjugate, ty.clone())),
        (Type::Num(num), "is_integer", []) if num.repr == Repr::F64 && num.rules == Rules::Python => {
            Some((Special::IsInteger, Type::BOOL))
        }
        (Type::Num(num), "bit_length", []) if num.repr.is_integer() && num.rules == Rules::Python => {
            Some((Special::BitLength, Type::INT))
        }
        (Type::Num(num), "bit_count", []) if num.repr.is_integer() && num.rules == Rules::Python => {
            Some((Special::BitCount, Type::INT))
        }
        _ => None,
    }
}

fn list_method(list: &Type, name: &str, args: &[Type]) -> Option<(Special, Type)> {
    let Type::List(item) = list else { return None };
    let python = |item: &Type| item.num().is_none_or(|num| num.rules == Rules::Python);
    // A list that is still empty takes anything.
    let is_item = |value: &Type| **item == Type::Never || kept_item(value.clone()) == **item;
    let (kernel, raises, result) = match (name, args) {
        ("clear", []) => ("sequence::list_clear", false, Type::None),
        ("reverse", []) => ("sequence::list_reverse", false, Type::None),
        ("sort", []) if is_ordered(item) => return Some((Special::Sort { reverse: false }, Type::None)),
        ("copy", []) => ("sequence::list_copy", false, list.clone()),
        ("insert", [at, value]) if super::index::is_index(at) && is_item(value) => {
            ("sequence::list_insert", false, Type::None)
        }
        ("remove", [value]) if is_item(value) => ("sequence::list_remove", true, Type::None),
        ("count", [value]) if is_item(value) => ("sequence::count_in", true, Type::INT),
        // The error shows the value.
        ("index", [value]) if is_item(value) && python(item) => return Some((Special::IndexOf, Type::INT)),
        ("index", [value, start]) if is_item(value) && python(item) && super::index::is_index(start) => {
            return Some((Special::IndexOf, Type::INT));
        }
        _ => return None,
    };
    Some((Special::ListKernel { kernel, raises }, result))
}

/// Whether a list of these items takes those of a value of this type.
fn extends(item: &Type, other: &Type) -> bool {
    let more = iterate::item_type(other);
    matches!(other, Type::List(_) | Type::Range | Type::Str | Type::Char | Type::Tuple(_) | Type::Array(_))
        && more != Type::Object
        && (*item == Type::Never || kept_item(more) == *item)
}

/// Whether lists of these items are sorted without the interpreter.
pub fn is_ordered(item: &Type) -> bool {
    match item {
        Type::Never | Type::Str | Type::Char => true,
        Type::Num(num) => !num.repr.is_complex(),
        Type::Tuple(parts) => parts.len() <= 8 && parts.iter().all(is_ordered),
        _ => false,
    }
}

/// Whether a number may be stored into an array of this dtype without the interpreter's help. A complex number into a
/// real array is an error (Python's) or a warning (NumPy's).
pub fn fills(dtype: Repr, value: Num) -> bool {
    value.repr.kind() != Kind::Complex || dtype.is_complex()
}

/// The type of `value[i]` for an integer `i`; `Object` if the interpreter is needed.
pub fn item_of(ty: &Type) -> Type {
    match ty {
        Type::Tuple(_) | Type::Range => Type::Object,
        other => iterate::item_type(other),
    }
}
