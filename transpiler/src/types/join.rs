//! The join of the types that a variable may have where paths meet.

use super::promote;
use crate::ty::{ArrayType, Form, Kind, Layout, Num, Repr, Rules, Sense, Type};

/// The least type that holds values of both, a Python object if they are unrelated.
pub fn join(a: &Type, b: &Type) -> Type {
    match (a, b) {
        (Type::Never, other) | (other, Type::Never) => other.clone(),
        (a, b) if a == b => a.clone(),
        (Type::Num(a), Type::Num(b)) => join_num(*a, *b).map_or(Type::Object, Type::Num),
        (Type::Array(a), Type::Array(b)) => join_array(*a, *b).map_or(Type::Object, Type::Array),
        (Type::None, Type::Array(view)) | (Type::Array(view), Type::None) if view.form != Form::Array => {
            Type::Array(ArrayType { none: true, ..*view })
        }
        (Type::List(a), Type::List(b)) => join_list(a, b),
        (Type::Tuple(a), Type::Tuple(b)) if a.len() == b.len() => join_tuple(a, b),
        (Type::Char, Type::Str) | (Type::Str, Type::Char) => Type::Str,
        _ => Type::Object,
    }
}

/// As [`join`], of values of which C picks one: numbers of its own of different kinds become what it makes of both.
pub fn join_as_c(a: &Type, b: &Type) -> Type {
    match (a.num(), b.num()) {
        (Some(a), Some(b)) if meet_in_c(a) && meet_in_c(b) && a.repr.kind() != b.repr.kind() => {
            promote::widest(a, b).map_or(Type::Object, Type::Num)
        }
        _ => join(a, b),
    }
}

fn meet_in_c(num: Num) -> bool {
    let real = matches!(num.repr.kind(), Kind::Signed | Kind::Unsigned | Kind::Float);
    num.rules == Rules::C && num.sense == Sense::Number && real
}

/// As [`join`], but only where the Python type of the value stays what it was on each path.
pub fn join_exact(a: &Type, b: &Type) -> Type {
    match (a, b) {
        (Type::Never, other) | (other, Type::Never) => other.clone(),
        (a, b) if a == b => a.clone(),
        (Type::Num(a), Type::Num(b)) if of_dialects(*a, *b) => match a.repr == Repr::U64 || b.repr == Repr::U64 {
            true => Type::Object,
            false => Type::INT,
        },
        (Type::Num(a), Type::Num(b)) if same_python_type(*a, *b) && !wraps(*a, *b) => {
            join_num(*a, *b).map_or(Type::Object, Type::Num)
        }
        (Type::Array(_), Type::Array(_)) | (Type::None, Type::Array(_)) | (Type::Array(_), Type::None) => join(a, b),
        (Type::Char, Type::Str) | (Type::Str, Type::Char) => join(a, b),
        (Type::List(a), Type::List(b)) => join_list(a, b),
        (Type::Tuple(xs), Type::Tuple(ys)) if xs.len() == ys.len() => {
            let items: Vec<Type> = xs.iter().zip(ys).map(|(x, y)| join_exact(x, y)).collect();
            if items.contains(&Type::Object) { Type::Object } else { Type::Tuple(items) }
        }
        _ => Type::Object,
    }
}

/// Whether one of two integers of C's is wrapped where they meet: 64 bits without a sign, and any with one.
fn wraps(a: Num, b: Num) -> bool {
    let of_c = a.rules == Rules::C && b.rules == Rules::C;
    let wide = |num: Num| num.repr == Repr::U64;
    let signed = |num: Num| num.repr.kind() == Kind::Signed;
    of_c && (wide(a) && signed(b) || wide(b) && signed(a))
}

/// Whether one is an integer of Python's, and the other a number of C's, which may not hold it.
fn of_dialects(a: Num, b: Num) -> bool {
    let number = |num: Num| num.repr.is_integer() && num.sense == Sense::Number;
    let pair = |python: Num, c: Num| python == Num::INT && c.rules == Rules::C && c.repr != Repr::I64;
    number(a) && number(b) && (pair(a, b) || pair(b, a))
}

/// Whether values of both come back to Python as the same class.
fn same_python_type(a: Num, b: Num) -> bool {
    let plain = |num: Num| matches!(num.rules, Rules::Python | Rules::C);
    let class = |num: Num| match num.repr.kind() {
        _ if num.is_truth() => (Kind::Bool, Sense::Truth),
        Kind::Signed | Kind::Unsigned => (Kind::Signed, num.sense),
        kind => (kind, Sense::Number),
    };
    if plain(a) && plain(b) { class(a) == class(b) } else { !plain(a) && !plain(b) && a.repr == b.repr }
}

fn join_num(a: Num, b: Num) -> Option<Num> {
    match (a.is_truth(), b.is_truth()) {
        (true, true) if a.sense != b.sense => {
            let own = |num: Num| matches!(num.rules, Rules::Python | Rules::C);
            return (own(a) && own(b)).then_some(Num::BINT);
        }
        (true, false) | (false, true) => return None,
        _ => {}
    }
    let rules = join_rules(a.rules, b.rules);
    let repr = if a.repr == b.repr { a.repr } else { join_repr(a, b)? };
    let joined = Num::new(repr, rules);
    [a, b].into_iter().all(|num| keeps_dtype(num, joined)).then_some(joined)
}

/// A NumPy value computes in its own dtype, and comes back with it, whatever the other paths hold.
fn keeps_dtype(num: Num, joined: Num) -> bool {
    matches!(num.rules, Rules::Python | Rules::C) || num.repr == joined.repr
}

fn join_rules(a: Rules, b: Rules) -> Rules {
    match (a, b) {
        (a, b) if a == b => a,
        (Rules::Python, Rules::C) | (Rules::C, Rules::Python) => Rules::C,
        _ => Rules::Either,
    }
}

/// Python's numbers are weak against NumPy's; everything else widens.
fn join_repr(a: Num, b: Num) -> Option<Repr> {
    match (a.rules, b.rules) {
        (Rules::Python, Rules::Python) => join_python(a.repr, b.repr),
        (Rules::Python, Rules::C) => beside_c(a.repr, b.repr),
        (Rules::C, Rules::Python) => beside_c(b.repr, a.repr),
        (Rules::Python, _) => promote::weak(a.repr, b.repr),
        (_, Rules::Python) => promote::weak(b.repr, a.repr),
        // Where no integer holds the values of both, they are what C makes of them.
        (Rules::C, Rules::C) if a.repr.is_integer() && b.repr.is_integer() => {
            promote::strong(a.repr, b.repr).filter(|repr| repr.is_integer()).or(Some(Repr::U64))
        }
        _ => promote::strong(a.repr, b.repr),
    }
}

/// A number of Python's where a path has one of C's: it keeps its width, a `long` or a `double` to C, so that no value is cut.
fn beside_c(python: Repr, c: Repr) -> Option<Repr> {
    match (python.kind(), c) {
        (Kind::Signed, _) if c.is_integer() && c.size() < 8 => Some(Repr::I64),
        (Kind::Float, Repr::F32) => Some(Repr::F64),
        _ => promote::weak(python, c),
    }
}

fn join_python(a: Repr, b: Repr) -> Option<Repr> {
    if a.is_integer() && b.is_integer() {
        // Unsigned values come from masks of 64 bits; what they meet is not negative, or the original runs.
        return Some(Repr::U64);
    }
    promote::strong(a, b)
}

fn join_array(a: ArrayType, b: ArrayType) -> Option<ArrayType> {
    let same = (a.dtype, a.ndim, a.form) == (b.dtype, b.ndim, b.form);
    same.then(|| ArrayType {
        layout: join_layout(a.layout, b.layout),
        none: a.none || b.none,
        readonly: a.readonly || b.readonly,
        ..a
    })
}

fn join_layout(a: Layout, b: Layout) -> Layout {
    match (a, b) {
        (a, b) if a == b => a,
        (Layout::C | Layout::Inner, Layout::C | Layout::Inner) => Layout::Inner,
        _ => Layout::Strided,
    }
}

/// What a list holds that takes a value of this type: a character is held as a string, and what a number of C's is to
/// Python as that. An integer that 64 bits with a sign may not hold stays what it is.
pub fn kept_item(item: Type) -> Type {
    match item {
        Type::Char => Type::Str,
        Type::Num(Num { sense: Sense::Truth, .. }) => Type::BOOL,
        Type::Num(Num { sense: Sense::Enum(_), .. }) => Type::Object,
        Type::Num(Num { rules: Rules::C, repr, .. }) if repr != Repr::U64 => match repr.kind() {
            Kind::Bool => Type::BOOL,
            Kind::Signed | Kind::Unsigned => Type::INT,
            Kind::Float => Type::FLOAT,
            Kind::Complex => Type::COMPLEX,
        },
        Type::Tuple(parts) => Type::Tuple(parts.into_iter().map(kept_item).collect()),
        other => other,
    }
}

fn join_list(a: &Type, b: &Type) -> Type {
    match (a, b) {
        (Type::Never, item) | (item, Type::Never) => Type::List(Box::new(kept_item(item.clone()))),
        (Type::List(a), Type::List(b)) => match join_list(a, b) {
            Type::Object => Type::Object,
            item => Type::List(Box::new(item)),
        },
        // The items of a list keep their Python types, and a list is not two lists.
        (a, b) => match join_items(a, b) {
            Type::Object => Type::Object,
            item => Type::List(Box::new(kept_item(item))),
        },
    }
}

/// The type of what a list holds that takes items of both types, an object where no native list does.
pub fn join_items(a: &Type, b: &Type) -> Type {
    let is_other = |a: &Type, b: &Type| is_wide(a) && *b != Type::Never && a != b;
    if is_other(a, b) || is_other(b, a) {
        return Type::Object;
    }
    join_exact(&kept_item(a.clone()), &kept_item(b.clone()))
}

/// Whether a list holds it as C does.
fn is_wide(item: &Type) -> bool {
    match item {
        Type::Num(num) => num.rules == Rules::C && num.repr == Repr::U64,
        Type::Tuple(parts) => parts.iter().any(is_wide),
        _ => false,
    }
}

fn join_tuple(a: &[Type], b: &[Type]) -> Type {
    let items: Vec<Type> = a.iter().zip(b).map(|(a, b)| join(a, b)).collect();
    if items.contains(&Type::Object) { Type::Object } else { Type::Tuple(items) }
}
