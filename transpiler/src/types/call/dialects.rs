//! Calls from Python of a function of a `.pyx`, natively where the arguments are what its boundary takes them for; and from a
//! `.pyx` of one of Python, where they are numbers.
//!
//! What the interpreter's call would do is what counts: a number passes as the object that it is, and comes back as one. Where
//! the boundary would do more with an argument than look at its value, the call is the interpreter's.

use crate::hir::{Function, Param};
use crate::ty::{Form, Kind, Num, Repr, Rules, Sense, Type};

/// The parameter types inside a function of a `.pyx` for what Python passes; `None` if the interpreter has to call it.
pub fn params(function: &Function, given: &[Type]) -> Option<Vec<Type>> {
    let [signature] = &function.signatures[..] else { return None };
    if function.fused.is_some() {
        return None;
    }
    let declared = signature.params.iter().chain(std::iter::repeat(&None));
    let params = function.params.iter().zip(given).zip(declared);
    params.map(|((param, given), declared)| passed(param, given, declared.as_ref())).collect()
}

fn passed(param: &Param, given: &Type, declared: Option<&Type>) -> Option<Type> {
    match (given, declared?) {
        (Type::Num(given), Type::Num(want)) => number_passes(*given, *want).then_some(Type::Num(*want)),
        (Type::Array(given), Type::Array(want)) => {
            let is_plain =
                given.form == Form::Array && !given.none && want.form == Form::View && given.repr().is_some();
            (is_plain && given.conforms_to(*want)).then_some(Type::Array(*want))
        }
        (Type::Object, Type::Object) => {
            param.written.as_ref().is_none_or(|written| written.class.is_none()).then_some(Type::Object)
        }
        _ => None,
    }
}

fn number_passes(given: Num, want: Num) -> bool {
    let is_numpys_bool = given.rules == Rules::NumPy && given.repr == Repr::Bool;
    if given.rules == Rules::Either || is_numpys_bool || want.rules != Rules::C {
        return false;
    }
    if want.sense == Sense::Truth {
        return given.is_truth();
    }
    match (given.repr.kind(), want.repr.kind()) {
        (Kind::Bool, _) => want.repr.kind() != Kind::Complex,
        (Kind::Signed | Kind::Unsigned, Kind::Signed | Kind::Unsigned | Kind::Float) => true,
        (Kind::Float, Kind::Float) => true,
        _ => false,
    }
}

/// The type of what the function gives, as Python has it; `None` if that is no value of Python's.
pub fn result(returned: &Type) -> Option<Type> {
    let num = match returned {
        Type::Never | Type::None | Type::Object => return Some(returned.clone()),
        Type::Num(num) => num,
        Type::Char | Type::Str | Type::Bytes | Type::Array(_) => return Some(Type::Object),
        _ => return None,
    };
    Some(class(*num).map_or(Type::Object, Type::Num))
}

/// The number that one of C's is to Python; `None` where that may be larger than pyrx holds it.
fn class(num: Num) -> Option<Num> {
    match num.repr.kind() {
        _ if num.is_truth() => Some(Num::BOOL),
        _ if num.sense != Sense::Number => None,
        Kind::Bool => Some(Num::BOOL),
        Kind::Unsigned if num.repr.size() == 8 => None,
        Kind::Signed | Kind::Unsigned => Some(Num::INT),
        Kind::Float => Some(Num::FLOAT),
        Kind::Complex => Some(Num::COMPLEX),
    }
}

/// What the arguments of a call from a `.pyx` are to Python; `None` if the interpreter has to make them.
pub fn classes(given: &[Type]) -> Option<Vec<Type>> {
    given.iter().map(class_of).collect()
}

/// The type that a value of a `.pyx` has as one of Python's.
pub fn class_of(ty: &Type) -> Option<Type> {
    match ty {
        Type::Num(num) if matches!(num.rules, Rules::C | Rules::Python) => class(*num).map(Type::Num),
        _ => None,
    }
}

/// What a function of Python gives to a `.pyx`: an object, as what the interpreter gives in its place may be of any size.
pub fn object(returned: &Type) -> Option<Type> {
    match returned {
        Type::Never => Some(Type::Never),
        Type::Num(num) if matches!(num.rules, Rules::Python) => Some(Type::Object),
        Type::None | Type::Object => Some(Type::Object),
        _ => None,
    }
}
