//! Which specialization a call of a C function with fused parameters runs: the one whose parameters take the least
//! conversion, by Cython's weights.

use crate::hir::{FuncId, Function, Module};
use crate::ty::{Kind, Layout, Num, Repr, Type};

/// Why no specialization is the best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Miss {
    /// None takes the arguments, of this many.
    Unsuitable(usize),
    Ambiguous,
}

impl std::fmt::Display for Miss {
    /// In Cython's words.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Miss::Unsuitable(candidates) => write!(f, "no suitable method found (candidates: {candidates})"),
            Miss::Ambiguous => f.write_str("ambiguous overloaded method"),
        }
    }
}

/// How much conversion the arguments take: between Python and C, to another kind of number, to another width, and how
/// unlucky the change of width is. The first that differs counts.
type Cost = [u32; 4];

/// The best specialization for arguments of these types, one a parameter; `None` for a parameter that is left out.
///
/// # Errors
/// None takes the arguments, or several take them equally well.
pub fn best(module: &Module, function: &Function, given: &[Option<Type>]) -> Result<FuncId, Miss> {
    let copies = function.fused.as_ref().map_or(&[][..], |fused| &fused.copies);
    let mut found: Vec<(Cost, FuncId, &Function)> = Vec::new();
    for id in copies {
        let copy = &module.functions[id.0 as usize];
        found.extend(cost(copy, given).map(|cost| (cost, *id, copy)));
    }
    found.sort_by_key(|(cost, id, _)| (*cost, *id));
    match found.as_slice() {
        [] => Err(Miss::Unsuitable(copies.len())),
        // Two names for the same types are no two ways to go.
        [(first, _, a), (second, _, b), ..] if first == second && declared(a) != declared(b) => Err(Miss::Ambiguous),
        [(_, id, _), ..] => Ok(*id),
    }
}

fn declared(copy: &Function) -> Option<&Vec<Option<Type>>> {
    copy.signatures.first().map(|signature| &signature.params)
}

fn cost(copy: &Function, given: &[Option<Type>]) -> Option<Cost> {
    let params = declared(copy)?;
    let mut total = [0; 4];
    for (given, want) in given.iter().zip(params) {
        let Some(given) = given else { continue };
        let one = conversion(given, want.as_ref().unwrap_or(&Type::Object))?;
        total.iter_mut().zip(one).for_each(|(total, one)| *total += one);
    }
    Some(total)
}

/// What one argument costs; `None` if it is not taken.
fn conversion(given: &Type, want: &Type) -> Option<Cost> {
    const TO_PYTHON: Cost = [0, 1, 0, 0];
    match (given, want) {
        (Type::Num(given), Type::Num(want)) => number(*given, *want),
        (Type::Array(given), Type::Array(want)) => {
            let fits = given.dtype == want.dtype && given.ndim == want.ndim;
            let layout = want.layout == Layout::Strided || given.layout == want.layout;
            let cost = if given.layout == want.layout { [0; 4] } else { TO_PYTHON };
            (fits && layout).then_some(cost)
        }
        (Type::Num(_) | Type::Array(_), Type::Object) => Some(TO_PYTHON),
        (_, Type::Object) => Some([0; 4]),
        (Type::Object, Type::Array(_)) => Some([1, 0, 0, 0]),
        // An array is passed as the address of its first item.
        (Type::Fixed(item, _), Type::Pointer(want)) => (item == want || **want == Type::None).then_some([0; 4]),
        (Type::Pointer(_), Type::Pointer(want)) if **want == Type::None => Some([0; 4]),
        (given, want) => (given == want).then_some([0; 4]),
    }
}

fn number(given: Num, want: Num) -> Option<Cost> {
    if given.repr == want.repr {
        return Some([0; 4]);
    }
    let (from, to) = (given.repr.kind(), want.repr.kind());
    let integer = |kind| matches!(kind, Kind::Bool | Kind::Signed | Kind::Unsigned);
    let same_kind = integer(from) && integer(to) || from == Kind::Float && to == Kind::Float;
    if is_promotion(given.repr, want.repr) {
        Some([0, 0, 1, 0])
    } else if same_kind {
        let place = |repr: Repr| rank(repr) + u32::from(repr.kind() == Kind::Unsigned);
        let (narrower, turned) =
            (rank(want.repr) < rank(given.repr), (from == Kind::Unsigned) != (to == Kind::Unsigned));
        Some([0, 0, place(want.repr).abs_diff(place(given.repr)) + 1, u32::from(narrower) * 2 + u32::from(turned)])
    } else {
        let loses = integer(to) || to == Kind::Float && from == Kind::Complex;
        (!loses).then_some([0, 1, 0, 0])
    }
}

/// Small integers to `int`, `float` to `double`: what C does to any argument.
fn is_promotion(from: Repr, to: Repr) -> bool {
    match to {
        Repr::I32 => {
            !from.is_float() && !from.is_complex() && rank(from) + u32::from(from.kind() == Kind::Unsigned) < 2
        }
        Repr::F64 => from.is_float(),
        _ => false,
    }
}

fn rank(repr: Repr) -> u32 {
    match repr {
        Repr::I8 | Repr::U8 => 0,
        Repr::I16 | Repr::U16 => 1,
        Repr::Bool | Repr::I32 | Repr::U32 => 2,
        Repr::I64 | Repr::U64 => 3,
        Repr::F32 | Repr::C64 => 5,
        Repr::F64 | Repr::C128 => 6,
    }
}
