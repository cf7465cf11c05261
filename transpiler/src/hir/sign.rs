//! What the source says of types: annotations, `#pythran export` lines, Numba signatures; and directives.
//!
//! Of several sources the first that says anything about a function wins, in this order.

mod annotations;
mod axes;
mod decorators;
mod directives;
mod exports;
mod numba;
mod pythran;
mod rank;
mod scalars;

pub(super) use annotations::Annotations;
pub(super) use decorators::Directed;
pub use directives::{DIRECTIVES, DirectiveRow};
pub(super) use exports::Exports;
pub(super) use scalars::{numba_scalar, pyrx_scalar};

use super::lower::Def;
use super::{Origin, Param, ParamKind, Signature};
use crate::ty::{ArrayType, Layout, Rules, Type};
use annotations::Said;

/// Ranks that stand in for one that use does not fix.
const ANY_RANK: [u8; 3] = [1, 2, 3];

/// The signatures of a function by the first source that says anything.
pub(super) fn signatures(
    annotations: &mut Annotations<'_>,
    def: &Def<'_>,
    params: &[Param],
    exported: Option<Vec<Signature>>,
    numba: Vec<Signature>,
) -> Vec<Signature> {
    let annotated = from_annotations(annotations, def, params);
    if !annotated.is_empty() {
        return annotated;
    }
    exported.filter(|exported| !exported.is_empty()).unwrap_or(numba)
}

fn from_annotations(annotations: &mut Annotations<'_>, def: &Def<'_>, params: &[Param]) -> Vec<Signature> {
    let returns = def.returns().and_then(|returns| annotations.local(returns));
    let said: Vec<Said> = def
        .arg_list()
        .into_iter()
        .zip(params)
        .map(|(arg, param)| match (&arg.annotation, param.kind) {
            (_, ParamKind::VarArgs | ParamKind::VarKeywords) | (None, _) => Said::Nothing,
            (Some(annotation), _) => annotations.read(annotation),
        })
        .collect();
    if !params.is_empty() && said.iter().all(|said| *said == Said::Nothing) {
        return Vec::new();
    }
    let span = def.span();
    let ranks: Vec<Option<u8>> = def
        .arg_list()
        .iter()
        .zip(&said)
        .map(|(arg, said)| matches!(said, Said::AnyRank(_)).then(|| rank::of(def, &arg.arg)).flatten())
        .collect();
    let open = said.iter().zip(&ranks).any(|(said, rank)| matches!(said, Said::AnyRank(_)) && rank.is_none());
    let signature = |any: u8| Signature {
        params: said.iter().zip(&ranks).map(|(said, rank)| said.with_rank(rank.unwrap_or(any))).collect(),
        returns: returns.clone(),
        origin: if open { Origin::AnyRank } else { Origin::Annotations },
        span,
    };
    if open { ANY_RANK.into_iter().map(signature).collect() } else { vec![signature(0)] }
}

impl Said {
    fn with_rank(&self, ndim: u8) -> Option<Type> {
        match self {
            Said::Nothing => None,
            Said::Type(ty) => Some(ty.clone()),
            Said::AnyRank(dtype) => {
                Some(Type::Array(ArrayType { dtype: *dtype, ndim, layout: Layout::Strided, rules: Rules::NumPy }))
            }
        }
    }
}
