//! Types that stand where an expression does: `T is double`, `f[cnp.float32_t](x)`, `sizeof(T)`.

use super::CScope;
use crate::span::Span;
use crate::syntax::ast::{Constant, Expr, ExprConstant, ExprSlice};
use crate::syntax::cython::{CAxis, CType, CTypeKind, basic_type, forms};
use crate::syntax::{self, dotted};

impl CScope<'_> {
    /// The type that an expression may be meant as; whether its names are of types is not looked at.
    pub fn written(&self, expr: &Expr) -> Option<CType> {
        let span = syntax::span(expr);
        let kind = match expr {
            Expr::Name(name) => match forms::type_index(&name.id) {
                Some(index) => return self.declarations.types.get(index).cloned(),
                None => match basic_type(&[&name.id]) {
                    Some(basic) => CTypeKind::Basic(basic),
                    None => CTypeKind::Named(name.id.to_string()),
                },
            },
            Expr::Attribute(_) => CTypeKind::Named(dotted(expr)?),
            Expr::Subscript(subscript) => {
                let item = Box::new(self.written(&subscript.value)?);
                CTypeKind::View { item, axes: axes(&subscript.slice)? }
            }
            _ => return None,
        };
        Some(CType { span: Span::new(span.start, span.end), kind })
    }
}

fn axes(slice: &Expr) -> Option<Vec<CAxis>> {
    match slice {
        Expr::Tuple(tuple) => tuple.elts.iter().map(axis).collect(),
        one => Some(vec![axis(one)?]),
    }
}

fn axis(slice: &Expr) -> Option<CAxis> {
    let Expr::Slice(ExprSlice { lower: None, upper: None, step, .. }) = slice else { return None };
    match step.as_deref() {
        None => Some(CAxis::Strided),
        Some(Expr::Constant(ExprConstant { value: Constant::Int(value), .. })) if *value == 1.into() => {
            Some(CAxis::Contiguous)
        }
        Some(_) => None,
    }
}
