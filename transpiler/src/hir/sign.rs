//! What the source says of types: annotations, `#pythran export` lines, Numba signatures; and directives.
//!
//! Of several sources the first that says anything about a function wins, in this order; of a function with some annotations
//! a stub says the rest.

mod annotations;
mod axes;
pub(super) mod classes;
mod decorators;
mod directives;
mod exports;
mod guess;
mod misread;
mod numba;
mod objects;
pub mod pure;
mod pythran;
mod rank;
mod scalars;
pub(super) mod stub;
pub(super) mod variables;

pub(super) use annotations::Annotations;
pub(super) use decorators::{Directed, locals_type};
pub(super) use directives::apply_in_block;
pub use directives::{DIRECTIVES, DirectiveRow};
pub(super) use exports::Exports;
pub use misread::{Misread, misread};
pub use objects::{Guess, ObjectUse};
pub(super) use scalars::{cython_pointer, cython_scalar, numba_scalar, pyrx_scalar};

use super::lower::Def;
use super::{Origin, Param, ParamKind, Signature};
use crate::span::Span;
use crate::syntax::ast::Arg;
use crate::ty::{ArrayType, Layout, Type};
use annotations::Said;
use std::collections::BTreeSet;

/// Ranks that stand in for one that use does not fix.
const ANY_RANK: [u8; 3] = [1, 2, 3];

/// The signatures of a function by the first source that says anything. One that only native code can run (`is_c`) has
/// some in any case: what is not said is an object.
pub(super) fn signatures(
    annotations: &mut Annotations<'_>,
    def: &Def<'_>,
    params: &[Param],
    directed: &Directed,
    is_c: bool,
    exported: Option<Vec<Signature>>,
    stubbed: impl FnOnce() -> Vec<Signature>,
) -> Vec<Signature> {
    let annotated = from_annotations(annotations, def, params, directed, is_c);
    if let [one] = &annotated[..]
        && !is_c
        && has_open(params, one, false)
    {
        let completed = completed(params, one, stubbed());
        return if completed.is_empty() { annotated } else { completed };
    }
    if !annotated.is_empty() {
        return annotated;
    }
    let exported = exported.filter(|exported| !exported.is_empty()).unwrap_or_else(|| directed.signatures.clone());
    if exported.is_empty() { stubbed() } else { exported }
}

/// Whether neither a signature nor an annotation says anything of a parameter that may have a type of its own; a `bound`
/// function's first has none.
pub fn has_open(params: &[Param], said: &Signature, bound: bool) -> bool {
    let is_open = |(param, ty): (&Param, &Option<Type>)| {
        let is_star = matches!(param.kind, ParamKind::VarArgs | ParamKind::VarKeywords);
        ty.is_none() && param.annotation.is_none() && !is_star
    };
    params.iter().zip(&said.params).skip(usize::from(bound)).any(is_open)
}

/// What a stub says of a function, with its annotations in the place of what it says of the same parameters. Empty if it
/// says nothing more than they do.
fn completed(params: &[Param], annotated: &Signature, stubbed: Vec<Signature>) -> Vec<Signature> {
    let mut found: Vec<Signature> = Vec::new();
    for stub in stubbed {
        let own = params.iter().zip(annotated.params.iter().zip(&stub.params));
        let own = own
            .map(|(param, (said, more))| said.clone().or_else(|| more.clone().filter(|_| param.annotation.is_none())));
        let ranked = annotated.ranked_by_use.iter().chain(&stub.ranked_by_use).copied();
        let one = Signature {
            params: own.collect(),
            ranked_by_use: ranked.collect::<BTreeSet<usize>>().into_iter().collect(),
            returns: annotated.returns.clone().or_else(|| stub.returns.clone()),
            ..stub
        };
        if one.params != annotated.params && found.iter().all(|other| other.params != one.params) {
            found.push(one);
        }
    }
    found
}

/// The header of a function with annotations that would make it native, as far as its uses of the parameters tell.
pub(super) fn suggested(def: &Def<'_>, params: &[Param], bound: bool, guessed: &[Guess]) -> Option<String> {
    let kinds: Vec<ParamKind> = params.iter().map(|param| param.kind).collect();
    guess::header(def, &kinds, bound, guessed)
}

/// What the uses of the parameters suggest, whether they have types or not.
pub(super) fn guessed(def: &Def<'_>) -> Vec<Guess> {
    guess::guesses(def)
}

fn from_annotations(
    annotations: &mut Annotations<'_>,
    def: &Def<'_>,
    params: &[Param],
    directed: &Directed,
    is_c: bool,
) -> Vec<Signature> {
    // Of Python's functions a type of C's says nothing of the result.
    let returns_c = directed.c_function || annotations.declares_c(def);
    let annotation = def.returns().filter(|returns| returns_c || !annotations.is_cython(returns));
    let returns = annotation.and_then(|returns| annotations.returned(returns));
    let returns = returns.or_else(|| directed.returns.clone().filter(|_| returns_c));
    let args = def.arg_list();
    let said: Vec<Said> =
        args.iter().zip(params).map(|(arg, param)| said_of(annotations, directed, arg, param)).collect();
    if !params.is_empty() && !is_c && said.iter().all(|said| *said == Said::Nothing) {
        return Vec::new();
    }
    let rank = |(arg, said): (&&Arg, &Said)| match said {
        Said::AnyRank(_) => rank::of(def, &arg.arg),
        Said::Nothing | Said::Type(_) => None,
    };
    let ranks: Vec<Option<u8>> = args.iter().zip(&said).map(rank).collect();
    overloads(&said, &ranks, returns, Origin::Annotations, def.span())
}

/// One signature, or one for each rank that use leaves open.
fn overloads(said: &[Said], ranks: &[Option<u8>], returns: Option<Type>, origin: Origin, span: Span) -> Vec<Signature> {
    let open = said.iter().zip(ranks).any(|(said, rank)| matches!(said, Said::AnyRank(_)) && rank.is_none());
    let is_any = |(at, said): (usize, &Said)| matches!(said, Said::AnyRank(_)).then_some(at);
    let ranked_by_use: Vec<usize> = said.iter().enumerate().filter_map(is_any).collect();
    let signature = |any: u8| Signature {
        ranked_by_use: ranked_by_use.clone(),
        params: said.iter().zip(ranks).map(|(said, rank)| said.with_rank(rank.unwrap_or(any))).collect(),
        returns: returns.clone(),
        origin: if open { Origin::AnyRank } else { origin },
        span,
    };
    // Parameters whose ranks are open have the same one in each overload: all combinations would be too many.
    if open { ANY_RANK.into_iter().map(signature).collect() } else { vec![signature(0)] }
}

fn said_of(annotations: &mut Annotations<'_>, directed: &Directed, arg: &Arg, param: &Param) -> Said {
    if matches!(param.kind, ParamKind::VarArgs | ParamKind::VarKeywords) {
        return Said::Nothing;
    }
    let said = arg.annotation.as_deref().map_or(Said::Nothing, |annotation| annotations.read(annotation));
    let declared = || directed.declared.iter().find(|(name, _)| *name == param.name);
    match said {
        Said::Type(Type::Array(array)) if param.written.as_ref().is_some_and(|written| !written.none) => {
            Said::Type(Type::Array(ArrayType { none: false, ..array }))
        }
        Said::Nothing => declared().map_or(Said::Nothing, |(_, ty)| Said::Type(passed(ty.clone()))),
        Said::Type(ty) => Said::Type(passed(ty)),
        Said::AnyRank(dtype) => Said::AnyRank(dtype),
    }
}

/// The type of a parameter: C arrays are passed as pointers to their first items.
pub(super) fn passed(declared: Type) -> Type {
    match declared {
        Type::Fixed(item, _) => Type::Pointer(item),
        other => other,
    }
}

impl Said {
    fn with_rank(&self, ndim: u8) -> Option<Type> {
        match self {
            Said::Nothing => None,
            Said::Type(ty) => Some(ty.clone()),
            Said::AnyRank(dtype) => Some(Type::Array(ArrayType::numpy(*dtype, ndim, Layout::Strided))),
        }
    }
}
