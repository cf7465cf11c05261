//! `[:, ::1]` and the like: what subscripts of a type say of rank and layout.

use crate::syntax::ast::{Constant, Expr, ExprConstant, ExprSlice};
use crate::ty::Layout;

/// NumPy's limit before 2.0.
pub const MAX_RANK: usize = 32;

/// What an axis is declared as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Axis {
    Any,
    Contiguous,
}

/// Whether a subscript has a slice, that is, means an array.
pub fn has_slice(subscript: &Expr) -> bool {
    match subscript {
        Expr::Slice(_) => true,
        Expr::Tuple(tuple) => tuple.elts.iter().any(|item| matches!(item, Expr::Slice(_))),
        _ => false,
    }
}

/// The rank and layout of a subscript, or what is wrong with it.
pub fn read(subscript: &Expr) -> Result<(u8, Layout), &'static str> {
    let items = match subscript {
        Expr::Tuple(tuple) => &tuple.elts[..],
        single => std::slice::from_ref(single),
    };
    let axes = items.iter().map(axis).collect::<Result<Vec<Axis>, _>>()?;
    if axes.is_empty() || axes.len() > MAX_RANK {
        return Err("an array has 1 to 32 axes");
    }
    let ndim = axes.len() as u8;
    let contiguous: Vec<usize> = (0..axes.len()).filter(|at| axes[*at] == Axis::Contiguous).collect();
    match contiguous[..] {
        [] => Ok((ndim, Layout::Strided)),
        [at] if at + 1 == axes.len() => Ok((ndim, Layout::C)),
        [0] => Ok((ndim, Layout::F)),
        [_] => Err("`::1` stands at the last axis (C order) or the first (Fortran order)"),
        _ => Err("only one axis can be `::1`"),
    }
}

fn axis(item: &Expr) -> Result<Axis, &'static str> {
    const EXPECTED: &str = "each axis is `:`, or `::1` where it is contiguous";
    let Expr::Slice(ExprSlice { lower: None, upper: None, step, .. }) = item else { return Err(EXPECTED) };
    match step.as_deref() {
        None => Ok(Axis::Any),
        Some(Expr::Constant(ExprConstant { value: Constant::Int(step), .. })) if *step == 1.into() => {
            Ok(Axis::Contiguous)
        }
        Some(_) => Err(EXPECTED),
    }
}
