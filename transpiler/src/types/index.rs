//! Basic indexing of arrays: which axis each item of `a[i, ::2, None, ...]` belongs to, and the result's type.

use crate::hir::{Expr, ExprKind, Index, IndexItem};
use crate::ty::{ArrayType, Form, Kind, Layout, Type};

/// What happens to the axes of an array, in order.
#[derive(Clone, Copy, Debug)]
pub enum AxisPlan<'a> {
    /// An integer drops the axis.
    At(&'a Expr),
    Slice {
        lower: Option<&'a Expr>,
        upper: Option<&'a Expr>,
        step: Option<&'a Expr>,
    },
    /// The whole axis.
    Full,
    NewAxis,
}

/// Spreads the index over the axes of an array of this rank; `None` if there are too many items.
pub fn axis_plans(index: &Index, ndim: u8) -> Option<Vec<AxisPlan<'_>>> {
    let consumed = index.items.iter().filter(|item| matches!(item, IndexItem::Expr(_) | IndexItem::Slice { .. }));
    let missing = usize::from(ndim).checked_sub(consumed.count())?;
    let mut plans = Vec::new();
    let mut spread = false;
    for item in &index.items {
        match item {
            IndexItem::Expr(expr) => plans.push(AxisPlan::At(expr)),
            IndexItem::Slice { lower: None, upper: None, step: None } => plans.push(AxisPlan::Full),
            IndexItem::Slice { lower, upper, step } => {
                plans.push(AxisPlan::Slice { lower: lower.as_ref(), upper: upper.as_ref(), step: step.as_ref() });
            }
            IndexItem::NewAxis => plans.push(AxisPlan::NewAxis),
            IndexItem::Ellipsis if spread => return None,
            IndexItem::Ellipsis => {
                spread = true;
                plans.extend(std::iter::repeat_n(AxisPlan::Full, missing));
            }
        }
    }
    if !spread {
        plans.extend(std::iter::repeat_n(AxisPlan::Full, missing));
    }
    Some(plans)
}

/// The type of `array[index]`, given the types of the index expressions; `None` if it is not basic indexing.
pub fn index_type(array: ArrayType, index: &Index, type_of: impl Fn(&Expr) -> Type) -> Option<Type> {
    let plans = axis_plans(index, array.ndim)?;
    let integer = |expr: &Expr| {
        let ty = type_of(expr);
        // What is no integer of C's becomes one: of a view it can be nothing else.
        match array.form {
            Form::Array => is_index(&ty),
            // A variable without a type that keeps a truth value is an object, which NumPy takes for a mask.
            Form::Buffer => is_index(&ty) || is_c_index(&ty) && !matches!(expr.kind, ExprKind::Local { .. }),
            Form::View => is_c_index(&ty) || ty == Type::Object,
        }
    };
    let bound = |expr: Option<&Expr>| expr.is_none_or(|expr| type_of(expr) == Type::None || integer(expr));
    for plan in &plans {
        let basic = match plan {
            AxisPlan::At(expr) => integer(expr),
            AxisPlan::Slice { lower, upper, step } => bound(*lower) && bound(*upper) && bound(*step),
            AxisPlan::Full | AxisPlan::NewAxis => true,
        };
        if !basic {
            return None;
        }
    }
    let kept = plans.iter().filter(|plan| !matches!(plan, AxisPlan::At(_))).count();
    // `a[i, ...]` is a zero-dimensional view; pyrx leaves that to NumPy.
    if kept == 0 {
        let scalar = index.items.iter().all(|item| matches!(item, IndexItem::Expr(_)));
        return scalar.then_some(array.item());
    }
    let ndim = u8::try_from(kept).ok().filter(|ndim| *ndim <= 8)?;
    Some(Type::Array(ArrayType { ndim, layout: layout_of(array.layout, &plans), ..array.parted()? }))
}

/// Whether values of this type can stand as an index.
pub fn is_index(ty: &Type) -> bool {
    ty.num().is_some_and(|num| matches!(num.repr.kind(), Kind::Signed | Kind::Unsigned))
}

/// Whether values of this type can stand as an index of what is C's: a comparison is 0 or 1 there.
pub fn is_c_index(ty: &Type) -> bool {
    is_index(ty) || *ty == Type::BOOL
}

fn layout_of(layout: Layout, plans: &[AxisPlan]) -> Layout {
    let last_whole = match plans.last() {
        Some(AxisPlan::Full | AxisPlan::Slice { step: None, .. }) => true,
        Some(AxisPlan::At(_) | AxisPlan::NewAxis | AxisPlan::Slice { .. }) | None => false,
    };
    match layout {
        Layout::C if stays_contiguous(plans.iter()) => Layout::C,
        // Fortran's order is C's from behind; on one axis they are the same.
        Layout::F if stays_contiguous(plans.iter().rev()) => match plans {
            [_, AxisPlan::At(_), ..] => Layout::C,
            _ => Layout::F,
        },
        Layout::C | Layout::Inner if last_whole => Layout::Inner,
        Layout::C | Layout::Inner | Layout::F | Layout::Strided => Layout::Strided,
    }
}

/// Leading integers, then at most one slice without step, then whole axes.
fn stays_contiguous<'a, 'p: 'a>(plans: impl Iterator<Item = &'a AxisPlan<'p>>) -> bool {
    let mut rest = plans.skip_while(|plan| matches!(plan, AxisPlan::At(_)));
    matches!(rest.next(), Some(AxisPlan::Full | AxisPlan::Slice { step: None, .. }))
        && rest.all(|plan| matches!(plan, AxisPlan::Full))
}
