//! What the calls of each function of a module say of its parameters.

use std::collections::{BTreeMap, BTreeSet};

use pyrx_transpiler::hir::{Outline, Outlined, OutlinedParam, ParamKind};

use super::kind::{Kind, names};
use super::record::Calls;
use super::ty::{Taken, Type};

/// Overloads of one function that are written at most.
const OVERLOADS: usize = 16;

/// What became of one function.
pub enum Finding<'a> {
    /// Its types are stated, or there is nothing to state.
    Nothing,
    /// The script did not call it.
    NotCalled(&'a Outlined),
    /// It stays Python whatever its types, and why.
    Left(&'a Outlined, &'a str),
    /// It was called with what has no types, and why.
    Untyped(&'a Outlined, Vec<String>),
    Typed(Typed<'a>),
}

/// The types of a function's parameters.
pub struct Typed<'a> {
    pub function: &'a Outlined,
    /// One entry a parameter of the function, those with a star included: the type that all values fit, if there is one.
    pub params: Vec<Option<Type>>,
    /// One entry an overload, the narrow before the wide. `None`: an object.
    pub overloads: Vec<Vec<Option<Type>>>,
    /// What was given to parameters that take several types, by their indices.
    pub several: Vec<(usize, String)>,
    /// Why parameters have no type, by their indices.
    pub untyped: Vec<(usize, String)>,
    /// What should be known of the types.
    pub notes: Vec<String>,
}

impl Typed<'_> {
    /// What is to be said of the types where they are all written.
    pub fn remarks(&self) -> Vec<String> {
        let untyped = self.untyped.iter().map(|(at, reason)| without(&self.function.params[*at], reason));
        self.notes.iter().cloned().chain(untyped).collect()
    }
}

/// That a parameter has no type, and why.
pub fn without(param: &OutlinedParam, reason: &str) -> String {
    format!("`{}` is left without a type: {reason}", param.name)
}

/// What is to be said of each function, in the order of the source.
pub fn findings<'a>(outline: &'a Outline, calls: &BTreeMap<String, Vec<Calls>>, contiguous: bool) -> Vec<Finding<'a>> {
    let of = |function: &'a Outlined| {
        let seen = calls.get(&function.qualname).into_iter().flatten().find(|calls| function.starts_at(calls.line));
        finding(function, seen, contiguous)
    };
    outline.functions.iter().map(of).collect()
}

/// Whether a parameter may have a type of its own, and nothing says which.
fn is_open(param: &OutlinedParam) -> bool {
    !is_star(param) && !param.is_receiver && !param.stated
}

/// Whether there is something to state. Where some types are stated, those of others are wanted that have no annotation.
fn wants_types(function: &Outlined) -> bool {
    function.params.iter().any(|param| is_open(param) && !(function.typed && param.annotation.is_some()))
}

pub fn is_star(param: &OutlinedParam) -> bool {
    matches!(param.kind, ParamKind::VarArgs | ParamKind::VarKeywords)
}

fn finding<'a>(function: &'a Outlined, calls: Option<&Calls>, contiguous: bool) -> Finding<'a> {
    if !wants_types(function) {
        return Finding::Nothing;
    }
    if let Some(reason) = &function.left {
        return Finding::Left(function, reason);
    }
    match calls {
        None => Finding::NotCalled(function),
        Some(calls) if calls.many => {
            let sentence = "it was called with too many kinds of arguments".to_owned();
            Finding::Untyped(function, vec![sentence])
        }
        Some(_) if is_operator(function) => {
            let sentence = "operators may give it anything, which it has to answer: it gets no types".to_owned();
            Finding::Untyped(function, vec![sentence])
        }
        Some(calls) => typed(function, calls, contiguous),
    }
}

/// Whether Python calls a method for an operator: `o == None` is no error, whatever `o` was compared with before.
fn is_operator(function: &Outlined) -> bool {
    let is_special = function.name.starts_with("__") && function.name.ends_with("__");
    !function.classes.is_empty() && is_special && !["__init__", "__call__"].contains(&function.name.as_str())
}

fn typed<'a>(function: &'a Outlined, calls: &Calls, contiguous: bool) -> Finding<'a> {
    // Recorded are the parameters without a star, in order.
    let named: Vec<usize> = (0..function.params.len()).filter(|at| !is_star(&function.params[*at])).collect();
    let rows = rows(calls, named.len());
    let taken: Vec<Taken> = (0..named.len())
        .map(|column| Taken::of(&rows.iter().map(|row| row[column].clone()).collect(), contiguous))
        .collect();
    let mut params = vec![None; function.params.len()];
    let (mut several, mut notes, mut untyped) = (Vec::new(), Vec::new(), Vec::new());
    for (&at, (column, taken)) in named.iter().zip(taken.iter().enumerate()) {
        let param = &function.params[at];
        if !is_open(param) {
            continue;
        }
        params[at] = taken.only().cloned();
        notes.extend(taken.note.iter().map(|note| format!("`{}` {note}", param.name)));
        match &taken.types {
            Err(reason) => untyped.push((at, reason.clone())),
            Ok(types) if types.len() > 1 => {
                let kinds: BTreeSet<&Kind> = rows.iter().map(|row| &row[column]).collect();
                several.push((at, names(kinds)));
            }
            Ok(_) => {}
        }
    }
    let overloads = overloads(function, &named, &rows, &taken);
    let too_many = overloads.len() > OVERLOADS;
    let typed = Typed { function, params, overloads, several, untyped, notes };
    if too_many || typed.overloads.iter().flatten().all(Option::is_none) {
        let many = too_many.then(|| format!("it would have more than {OVERLOADS} overloads"));
        return Finding::Untyped(function, typed.remarks().into_iter().chain(many).collect());
    }
    Finding::Typed(typed)
}

/// The kinds of the arguments of each call, and of the calls that would leave out what has a default.
fn rows(calls: &Calls, width: usize) -> BTreeSet<Vec<Kind>> {
    let mut rows: BTreeSet<Vec<Kind>> = calls.arguments.iter().filter(|row| row.len() == width).cloned().collect();
    let given: Vec<Vec<Kind>> = rows.iter().cloned().collect();
    for row in &given {
        for defaults in &calls.defaults {
            let mut all = row.clone();
            for (at, kind) in defaults.iter().filter(|(at, _)| *at < width) {
                let mut one = row.clone();
                one[*at] = kind.clone();
                all[*at] = kind.clone();
                rows.insert(one);
            }
            rows.insert(all);
        }
    }
    rows
}

/// Each choice of types that was seen, once. One whose types are all narrower comes first: a wide one takes narrow values.
fn overloads(
    function: &Outlined,
    named: &[usize],
    rows: &BTreeSet<Vec<Kind>>,
    taken: &[Taken],
) -> Vec<Vec<Option<Type>>> {
    let overload = |row: &Vec<Kind>| {
        let mut types = vec![None; function.params.len()];
        for (&at, (kind, taken)) in named.iter().zip(row.iter().zip(taken)) {
            if is_open(&function.params[at]) {
                types[at] = taken.for_kind(kind).cloned();
            }
        }
        types
    };
    let found: BTreeSet<Vec<Option<Type>>> = rows.iter().map(overload).collect();
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|types| types.iter().flatten().map(width).sum::<u32>());
    found
}

/// How much a type takes, among numbers.
fn width(ty: &Type) -> u32 {
    match ty {
        Type::Bool => 0,
        Type::Int => 1,
        Type::Float => 2,
        Type::Complex => 3,
        Type::None | Type::Str | Type::Bytes | Type::Scalar(_) | Type::Array(..) | Type::List(_) | Type::Tuple(_) => 0,
    }
}
