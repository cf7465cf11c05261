//! New arrays.

use super::builder::{Lower, repr_of};
use super::coerce::{Fidelity, number};
use crate::hir;
use crate::ir::{Expr, ExprKind, Fill, LocalId, Op, StmtKind};
use crate::ty::{Layout, Num, Repr, Type};
use crate::types::special::{self, NewFill};

impl<'a> Lower<'a> {
    fn shape(&mut self, expr: &'a hir::Expr) -> Vec<Expr> {
        let value = self.expr(expr);
        let axes = match value.ty {
            Type::Tuple(_) => self.fields(value),
            _ => vec![value],
        };
        axes.into_iter().map(|axis| self.convert(axis, Num::INT, Fidelity::Exact)).collect()
    }

    pub(super) fn new_array(
        &mut self,
        fill: NewFill,
        args: &'a [hir::Expr],
        keywords: &'a [(String, hir::Expr)],
        ty: &Type,
    ) -> Expr {
        // Inference has bound the same arguments.
        let Some(creation) = special::creation(self.module, fill, args, keywords) else { return Expr::none() };
        let shape = self.shape(creation.first);
        let fill = self.array_fill(fill, creation.value, ty);
        self.op(Op::NewArray { fill, shape, ty: ty.clone() }, ty.clone())
    }

    pub(super) fn new_like(
        &mut self,
        fill: NewFill,
        args: &'a [hir::Expr],
        keywords: &'a [(String, hir::Expr)],
        ty: &Type,
    ) -> Expr {
        let Some(creation) = special::creation(self.module, fill, args, keywords) else { return Expr::none() };
        let like = self.array_local(creation.first);
        if self.local_type(like).array().is_some_and(|from| from.layout != Layout::C && from.ndim > 1) {
            return self.new_like_k(like, fill, creation.value, ty);
        }
        let ndim = ty.array().map_or(0, |array| array.ndim);
        let shape = (0..u32::from(ndim)).map(|axis| Expr { ty: Type::INT, kind: ExprKind::Dim(like, axis) }).collect();
        let fill = self.array_fill(fill, creation.value, ty);
        self.op(Op::NewArray { fill, shape, ty: ty.clone() }, ty.clone())
    }

    /// In the memory order of the other array.
    fn new_like_k(&mut self, like: LocalId, fill: NewFill, value: Option<&'a hir::Expr>, ty: &Type) -> Expr {
        let fill = self.array_fill(fill, value, ty);
        let path = match fill {
            Fill::Zeros => "new::zeros_like_k",
            _ => "new::empty_like_k",
        };
        let source = self.read(like);
        let made = self.raising(path, vec![source], ty.clone());
        let Fill::Value(value) = fill else { return made };
        let array = self.hold_local(made);
        self.push(StmtKind::Fill { array, value });
        Expr { ty: ty.clone(), kind: ExprKind::Take(array) }
    }

    fn array_fill(&mut self, fill: NewFill, value: Option<&'a hir::Expr>, ty: &Type) -> Fill {
        let Some(array) = ty.array() else { return Fill::Empty };
        let item = array.item();
        match (fill, value) {
            (NewFill::Empty, _) => Fill::Empty,
            (NewFill::Zeros, _) => Fill::Zeros,
            (NewFill::Full, Some(value)) => {
                let value = self.expr(value);
                Fill::Value(self.stored(value, &item))
            }
            (NewFill::Ones | NewFill::Full, _) => Fill::Value(number(&item, 1)),
        }
    }

    pub(super) fn arange(&mut self, args: &'a [hir::Expr], keywords: &'a [(String, hir::Expr)], ty: &Type) -> Expr {
        let Some((bounds, _)) = special::arange_arguments(args, keywords) else { return Expr::none() };
        let values = self.operands(bounds);
        let float = values.iter().any(|value| repr_of(&value.ty).is_float());
        let bound = if float { Num::numpy(Repr::F64) } else { Num::INT };
        let mut bounds: Vec<Expr> =
            values.into_iter().map(|value| self.convert(value, bound, Fidelity::Arithmetic)).collect();
        let item = Type::Num(bound);
        if bounds.len() == 1 {
            bounds.insert(0, number(&item, 0));
        }
        if bounds.len() == 2 {
            bounds.push(number(&item, 1));
        }
        let path = match (float, ty.array().is_some_and(|array| array.repr().is_some_and(Repr::is_float))) {
            (true, _) => "new::arange_float",
            (false, true) => "new::arange_int_float",
            (false, false) => "new::arange_int",
        };
        self.raising(path, bounds, ty.clone())
    }

    pub(super) fn linspace(&mut self, args: &'a [hir::Expr], keywords: &'a [(String, hir::Expr)], ty: &Type) -> Expr {
        let Some(arguments) = special::linspace_arguments(self.module, args, keywords) else { return Expr::none() };
        let mut values = Vec::new();
        for bound in [arguments.start, arguments.stop] {
            let value = self.expr(bound);
            let value = self.convert(value, Num::numpy(Repr::F64), Fidelity::Arithmetic);
            values.push(self.hold(value));
        }
        values.push(match arguments.count {
            Some(count) => self.index_value(count),
            None => Expr::int(50),
        });
        values.push(Expr::bool(arguments.endpoint));
        self.raising("new::linspace", values, ty.clone())
    }

    pub(super) fn eye(&mut self, args: &'a [hir::Expr], keywords: &'a [(String, hir::Expr)], ty: &Type) -> Expr {
        let (Some(arguments), Some(array)) = (special::eye_arguments(self.module, args, keywords), ty.array()) else {
            return Expr::none();
        };
        let rows = self.index_value(arguments.rows);
        let rows = self.hold(rows);
        let columns = match arguments.columns {
            Some(columns) => {
                let columns = self.index_value(columns);
                self.hold(columns)
            }
            None => rows.clone(),
        };
        let k = match arguments.k {
            Some(k) => self.index_value(k),
            None => Expr::int(0),
        };
        let one = number(&array.item(), 1);
        self.raising("new::eye", vec![rows, columns, k, one], ty.clone())
    }

    pub(super) fn array_literal(&mut self, args: &'a [hir::Expr], ty: &Type) -> Expr {
        if let Some(source) = args.first()
            && let Type::Array(_) = self.type_of(source)
        {
            let array = self.array_local(source);
            return self.op(Op::CopyOf { array, ty: ty.clone() }, ty.clone());
        }
        let (Some((shape, leaves)), Some(array)) = (args.first().and_then(special::nested_literal), ty.array()) else {
            return Expr::none();
        };
        let item = array.item();
        let mut items = Vec::new();
        for leaf in leaves {
            let value = self.expr(leaf);
            items.push(self.stored(value, &item));
        }
        let shape = shape.into_iter().map(|axis| Expr::int(axis as i64)).collect();
        self.op(Op::NewArray { fill: Fill::Items(items), shape, ty: ty.clone() }, ty.clone())
    }
}
