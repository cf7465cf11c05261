//! From the kinds of values that a parameter was given to the types that it takes.
//!
//! Kinds of one family become one type, the narrowest that takes them all by the conversions of the manual's semantics:
//! `bool`, `int` and `float`, and NumPy's scalars of the same widths among them, become the widest of these. Different
//! families are overloads.

use std::collections::{BTreeMap, BTreeSet};

use super::kind::{Kind, names};

/// A type that pyrx has.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    None,
    /// Python's, by its name, the narrow before the wide.
    Bool,
    Int,
    Float,
    Complex,
    Str,
    Bytes,
    /// A scalar of NumPy's.
    Scalar(&'static str),
    Array(&'static str, u8, Layout),
    List(Box<Type>),
    Tuple(Vec<Type>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layout {
    /// Any strides.
    Strided,
    C,
    Fortran,
}

/// The dtypes of arrays and scalars that pyrx has, by NumPy's names.
const DTYPES: [&str; 13] = [
    "bool",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "float32",
    "float64",
    "complex64",
    "complex128",
];

/// Axes that an array type is written with at most.
const MAX_RANK: u64 = 32;

/// What becomes one type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    None,
    /// `bool`, `int`, `float`.
    Number,
    /// Integers alone, where there are some that no float holds.
    Exact,
    Complex,
    Scalar(String),
    Str,
    Bytes,
    Array(String, u64),
    List,
    Tuple(usize),
    Other,
}

/// What a parameter takes: a type for each family, or why there is none.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Whether integers are told from floats.
    exact: bool,
    pub types: Result<BTreeMap<Family, Type>, String>,
    /// Something about the types that should be known.
    pub note: Option<String>,
}

impl Taken {
    /// From the kinds of values that were seen. `contiguous`: arrays that always were are declared so.
    pub fn of(kinds: &BTreeSet<Kind>, contiguous: bool) -> Taken {
        let exact = kinds.contains(&Kind::Wide) && kinds.iter().any(is_inexact);
        let mut families: BTreeMap<Family, Vec<&Kind>> = BTreeMap::new();
        for kind in kinds {
            families.entry(family(kind, exact)).or_default().push(kind);
        }
        let types = match ambiguous(&families) {
            true => Err(format!("{} cannot be told apart by overloads", names(kinds))),
            false => families.iter().map(|(family, kinds)| Ok((family.clone(), ty(kinds, contiguous)?))).collect(),
        };
        let note = families.iter().find_map(|(family, kinds)| note(family, kinds, contiguous));
        Taken { exact, types, note }
    }

    /// The type for a value of a kind.
    pub fn for_kind(&self, kind: &Kind) -> Option<&Type> {
        self.types.as_ref().ok()?.get(&family(kind, self.exact))
    }

    /// The type, if it is the only one.
    pub fn only(&self) -> Option<&Type> {
        let types = self.types.as_ref().ok()?;
        if types.len() == 1 { types.values().next() } else { None }
    }
}

fn is_inexact(kind: &Kind) -> bool {
    matches!(kind, Kind::Float) || matches!(kind, Kind::Scalar(dtype) if dtype == "float64")
}

fn family(kind: &Kind, exact: bool) -> Family {
    match kind {
        Kind::None => Family::None,
        Kind::Bool | Kind::Int | Kind::Wide if exact => Family::Exact,
        Kind::Bool | Kind::Int | Kind::Wide | Kind::Float => Family::Number,
        Kind::Scalar(dtype) => match dtype.as_str() {
            "bool" | "int64" if exact => Family::Exact,
            "bool" | "int64" | "float64" => Family::Number,
            "complex128" => Family::Complex,
            _ => Family::Scalar(dtype.clone()),
        },
        Kind::Complex => Family::Complex,
        Kind::Str => Family::Str,
        Kind::Bytes => Family::Bytes,
        Kind::Array { dtype, ndim, .. } => Family::Array(dtype.clone(), *ndim),
        Kind::List(_) => Family::List,
        Kind::Tuple(items) => Family::Tuple(items.len()),
        Kind::Other(_) => Family::Other,
    }
}

/// A scalar parameter of NumPy's takes other numbers too: the first overload would take them all.
fn ambiguous(families: &BTreeMap<Family, Vec<&Kind>>) -> bool {
    let is_number =
        |family: &&Family| matches!(family, Family::Number | Family::Exact | Family::Complex | Family::Scalar(_));
    let numbers: Vec<&Family> = families.keys().filter(is_number).collect();
    numbers.len() > 1 && numbers.iter().any(|family| matches!(family, Family::Scalar(_)))
}

/// The type of the kinds of one family.
fn ty(kinds: &[&Kind], contiguous: bool) -> Result<Type, String> {
    let all = |same: fn(&Kind) -> bool| kinds.iter().all(|kind| same(kind));
    match kinds {
        [] => Err("nothing was seen".to_owned()),
        [Kind::None, ..] => Ok(Type::None),
        [Kind::Str, ..] => Ok(Type::Str),
        [Kind::Bytes, ..] => Ok(Type::Bytes),
        [Kind::Scalar(dtype)] => dtype_of(dtype).map(Type::Scalar).ok_or_else(|| no_type(&format!("NumPy's {dtype}"))),
        [Kind::Complex | Kind::Scalar(_), ..] if kinds.iter().any(|kind| matches!(kind, Kind::Complex)) => {
            Ok(Type::Complex)
        }
        [Kind::Bool | Kind::Int | Kind::Wide | Kind::Float | Kind::Complex | Kind::Scalar(_), ..] => {
            if kinds.iter().any(|kind| is_inexact(kind)) {
                return Ok(Type::Float);
            }
            let is_bool = |kind: &Kind| matches!(kind, Kind::Bool) || matches!(kind, Kind::Scalar(of) if of == "bool");
            Ok(if all(is_bool) { Type::Bool } else { Type::Int })
        }
        [Kind::Array { dtype, ndim, .. }, ..] => {
            let layout = if contiguous { layout(kinds) } else { Layout::Strided };
            match (dtype_of(dtype), u8::try_from(*ndim)) {
                (Some(dtype), Ok(rank)) if (1..=MAX_RANK).contains(ndim) => Ok(Type::Array(dtype, rank, layout)),
                (Some(_), _) => Err(no_type(&format!("a {ndim}-dimensional array"))),
                (None, _) => Err(no_type(&format!("a {dtype} array"))),
            }
        }
        [Kind::List(_), ..] => {
            let items = kinds.iter().flat_map(|kind| if let Kind::List(items) = kind { &items[..] } else { &[] });
            match item(items, contiguous)? {
                Some(ty) => Ok(Type::List(Box::new(ty))),
                None => Err("the lists were empty, so that their items are not known".to_owned()),
            }
        }
        [Kind::Tuple(first), ..] => {
            let fields = (0..first.len()).map(|at| {
                let field = |kind: &&'_ Kind| if let Kind::Tuple(items) = kind { items.get(at).cloned() } else { None };
                let kinds: Vec<Kind> = kinds.iter().filter_map(field).collect();
                item(&kinds, contiguous)?.ok_or_else(|| no_type("an empty list"))
            });
            let fields: Vec<Type> = fields.collect::<Result<_, _>>()?;
            if fields.is_empty() { Err(no_type("an empty tuple")) } else { Ok(Type::Tuple(fields)) }
        }
        [Kind::Other(_), ..] => Err(no_type(&names(kinds.iter().copied()))),
    }
}

/// The one type of the items of a list, or of the values of one field; `None` if there were none.
fn item<'a>(kinds: impl IntoIterator<Item = &'a Kind>, contiguous: bool) -> Result<Option<Type>, String> {
    let kinds: BTreeSet<Kind> = kinds.into_iter().cloned().collect();
    if kinds.is_empty() {
        return Ok(None);
    }
    match Taken::of(&kinds, contiguous).only() {
        Some(Type::Array(..) | Type::None) | None => Err(no_type(&format!("items that are {}", names(&kinds)))),
        Some(ty) => Ok(Some(ty.clone())),
    }
}

fn no_type(what: &str) -> String {
    format!("there is no type for {what}")
}

fn dtype_of(name: &str) -> Option<&'static str> {
    DTYPES.into_iter().find(|known| *known == name)
}

fn contiguity(kinds: &[&Kind]) -> (bool, bool) {
    let flags = kinds.iter().map(|kind| match kind {
        Kind::Array { c_contiguous, f_contiguous, .. } => (*c_contiguous, *f_contiguous),
        _ => (false, false),
    });
    flags.fold((true, true), |(c, f), (other_c, other_f)| (c && other_c, f && other_f))
}

fn layout(kinds: &[&Kind]) -> Layout {
    match contiguity(kinds) {
        (true, _) => Layout::C,
        (false, true) => Layout::Fortran,
        (false, false) => Layout::Strided,
    }
}

fn note(family: &Family, kinds: &[&Kind], contiguous: bool) -> Option<String> {
    match (family, contiguity(kinds)) {
        (Family::Array(..), (false, false)) => None,
        (Family::Array(..), _) if contiguous => Some("was contiguous in every call; others are refused".to_owned()),
        _ => None,
    }
}
