//! Reading the signature text of catalogue rows, and fitting arguments to it.

use super::promote;
use crate::ty::{FunctionType, Num, Repr, Rules, Type};
use pyrx_runtime::catalogue::Row;

/// A parameter or result in a row's signature.
#[derive(Clone, Debug, PartialEq)]
enum Pattern {
    Exact(Type),
    /// `F`, `I`, `B`, `C` or `N`: any dtype of the class, the same for each use of the letter.
    Letter(char),
    Tuple(Vec<Pattern>),
}

/// A row whose signature fits: the types to convert the arguments to, and the result's.
#[derive(Clone, Debug)]
pub struct Fit {
    pub row: &'static Row,
    pub params: Vec<Type>,
    pub result: Type,
}

/// The first overload of `name` that takes these arguments.
pub fn fit(name: &str, args: &[Type]) -> Option<Fit> {
    pyrx_runtime::catalogue::lookup(name).find_map(|row| fit_row(row, args))
}

/// The type of a row whose parameters and result are numbers of C's.
pub fn c_function(row: &Row) -> Option<FunctionType> {
    let number = |pattern: Pattern| match pattern {
        Pattern::Exact(ty) if ty.num().is_some_and(|num| num.rules == Rules::C) => Some(ty),
        _ => None,
    };
    let (params, result) = parse(row.signature)?;
    Some(FunctionType { params: params.into_iter().map(number).collect::<Option<_>>()?, returns: number(result)? })
}

fn fit_row(row: &'static Row, args: &[Type]) -> Option<Fit> {
    let (params, result) = parse(row.signature)?;
    if args.len() != params.len() {
        return None;
    }
    let letters = bind_letters(&params, args)?;
    let params = params.iter().zip(args).map(|(pattern, arg)| accept(pattern, arg, &letters)).collect::<Option<_>>()?;
    Some(Fit { row, params, result: instantiate(&result, &letters)? })
}

fn parse(text: &str) -> Option<(Vec<Pattern>, Pattern)> {
    let (params, result) = text.split_once("->")?;
    let params = params.trim().strip_prefix('(')?.strip_suffix(')')?;
    let params =
        params.split(',').map(str::trim).filter(|part| !part.is_empty()).map(parse_one).collect::<Option<_>>()?;
    Some((params, parse_result(result.trim())?))
}

fn parse_result(text: &str) -> Option<Pattern> {
    match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(items) => {
            let items = items.split(',').map(str::trim).filter(|part| !part.is_empty());
            Some(Pattern::Tuple(items.map(parse_one).collect::<Option<_>>()?))
        }
        None => parse_one(text),
    }
}

fn parse_one(text: &str) -> Option<Pattern> {
    let name = text.split_once('=').map_or(text, |(name, _)| name).trim();
    Some(match name {
        "int" => Pattern::Exact(Type::INT),
        "float" => Pattern::Exact(Type::FLOAT),
        "complex" => Pattern::Exact(Type::COMPLEX),
        "bool" => Pattern::Exact(Type::BOOL),
        "str" => Pattern::Exact(Type::Str),
        "None" => Pattern::Exact(Type::None),
        "F" | "I" | "C" | "N" => Pattern::Letter(name.chars().next()?),
        "B" => numpy(Repr::Bool),
        "c.float" => c(Repr::F32),
        "c.double" => c(Repr::F64),
        "c.floatcomplex" => c(Repr::C64),
        "c.complex" => c(Repr::C128),
        "c.int" => c(Repr::I32),
        "c.long" => c(Repr::I64),
        "c.bool" => c(Repr::Bool),
        "u64py" => Pattern::Exact(Type::Num(Num::UINT)),
        _ => numpy(dtype(name)?),
    })
}

fn c(repr: Repr) -> Pattern {
    Pattern::Exact(Type::Num(Num::c(repr)))
}

fn numpy(repr: Repr) -> Pattern {
    Pattern::Exact(Type::Num(Num::numpy(repr)))
}

fn dtype(name: &str) -> Option<Repr> {
    const SHORT: &[(&str, Repr)] = &[
        ("i8", Repr::I8),
        ("i16", Repr::I16),
        ("i32", Repr::I32),
        ("i64", Repr::I64),
        ("u8", Repr::U8),
        ("u16", Repr::U16),
        ("u32", Repr::U32),
        ("u64", Repr::U64),
        ("f32", Repr::F32),
        ("f64", Repr::F64),
        ("c64", Repr::C64),
        ("c128", Repr::C128),
    ];
    SHORT.iter().find(|(short, _)| *short == name).map(|(_, repr)| *repr)
}

/// The dtype of each letter that occurs, by promotion of the arguments that bear it.
fn bind_letters(params: &[Pattern], args: &[Type]) -> Option<Vec<(char, Repr)>> {
    let mut bound: Vec<(char, Repr)> = Vec::new();
    for pattern in params {
        let Pattern::Letter(letter) = pattern else { continue };
        if bound.iter().any(|(known, _)| known == letter) {
            continue;
        }
        let bearers = params.iter().zip(args).filter(|(param, _)| *param == pattern).map(|(_, arg)| arg.num());
        let numbers: Vec<Num> = bearers.collect::<Option<_>>()?;
        bound.push((*letter, constrain(*letter, promoted(&numbers)?)?));
    }
    Some(bound)
}

fn promoted(numbers: &[Num]) -> Option<Num> {
    let mut numbers = numbers.iter().copied();
    let first = numbers.next()?;
    numbers.try_fold(first, promote::common)
}

/// The dtype a class of ufuncs computes in for operands of this promoted type.
fn constrain(letter: char, num: Num) -> Option<Repr> {
    let repr = num.repr;
    match letter {
        'F' if repr.is_float() => Some(repr),
        'F' if num.rules == Rules::Python && !repr.is_complex() => Some(Repr::F64),
        'F' => match repr {
            Repr::I16 | Repr::U16 => Some(Repr::F32),
            Repr::I32 | Repr::U32 | Repr::I64 | Repr::U64 => Some(Repr::F64),
            // NumPy answers in float16 here, which pyrx does not hold.
            _ => None,
        },
        'I' if repr.is_integer() => Some(repr),
        'C' if repr.is_complex() => Some(repr),
        'N' if repr != Repr::Bool => Some(repr),
        _ => None,
    }
}

fn accept(pattern: &Pattern, arg: &Type, letters: &[(char, Repr)]) -> Option<Type> {
    match pattern {
        Pattern::Letter(_) => instantiate(pattern, letters),
        // C's functions convert what they are given.
        Pattern::Exact(Type::Num(want)) if want.rules == Rules::C && *arg == Type::Object => Some(Type::Num(*want)),
        Pattern::Exact(Type::Num(want)) => accepts(*want, arg.num()?).then_some(Type::Num(*want)),
        Pattern::Exact(Type::Str) if matches!(arg, Type::Str | Type::Char) => Some(Type::Str),
        Pattern::Exact(want) => (want == arg).then(|| want.clone()),
        Pattern::Tuple(_) => None,
    }
}

fn accepts(want: Num, have: Num) -> bool {
    match (want.rules, want.repr) {
        (Rules::Python, Repr::Bool) => have.repr == Repr::Bool,
        (Rules::Python, Repr::I64) => have.repr.is_integer() || have.repr == Repr::Bool && have.rules == Rules::Python,
        (Rules::Python, Repr::F64) => !have.repr.is_complex(),
        (Rules::Python, Repr::C128) => true,
        (Rules::C, want) if want.is_complex() => true,
        (Rules::C, want) if want.is_float() => !have.repr.is_complex(),
        (Rules::C, want) if want.is_integer() => have.repr.is_integer() || have.repr == Repr::Bool,
        _ => want.repr == have.repr,
    }
}

fn instantiate(pattern: &Pattern, letters: &[(char, Repr)]) -> Option<Type> {
    Some(match pattern {
        Pattern::Exact(ty) => ty.clone(),
        Pattern::Letter(letter) => {
            let (_, repr) = letters.iter().find(|(known, _)| known == letter)?;
            Type::Num(Num::numpy(*repr))
        }
        Pattern::Tuple(items) => {
            Type::Tuple(items.iter().map(|item| instantiate(item, letters)).collect::<Option<_>>()?)
        }
    })
}
