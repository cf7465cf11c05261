//! Methods of lists that take more than one function of the runtime, and `sorted`.

use super::builder::Lower;
use crate::hir;
use crate::ir::{Expr, ListOp, Op, StmtKind};
use crate::ty::Type;
use crate::types::kept_item;

impl<'a> Lower<'a> {
    /// `xs.extend(items)`
    pub(super) fn extend(&mut self, list: Expr, items: &'a hir::Expr) -> Expr {
        let Type::List(item) = list.ty.clone() else { return Expr::none() };
        let list = self.hold(list);
        if self.type_of(items) == list.ty {
            let items = self.expr(items);
            return self.effect("sequence::list_extend", vec![list, items], false);
        }
        let cursor = self.value_cursor(items);
        self.each(&cursor, |cx, value| {
            let value = cx.coerce(value, &item);
            cx.push(StmtKind::Eval(Op::List(ListOp::Append { list: list.clone(), value })));
        });
        Expr::none()
    }

    /// `sorted(items, reverse=reverse)`
    pub(super) fn sorted(&mut self, items: &'a hir::Expr, reverse: bool, ty: &Type) -> Expr {
        let list = self.list_from(Some(items), ty);
        let list = self.hold(list);
        self.raising("sequence::sorted", vec![list, Expr::bool(reverse)], ty.clone())
    }

    /// `xs.index(value, start)`
    pub(super) fn index_of(&mut self, list: Expr, args: &'a [hir::Expr]) -> Expr {
        let list = self.hold(list);
        let mut values = self.items_of(&list.ty, args);
        let start = if values.len() > 1 { values.pop() } else { None }.unwrap_or_else(|| Expr::int(0));
        let start = self.convert(start, crate::ty::Num::INT, super::coerce::Fidelity::Exact);
        values.insert(0, list);
        values.push(start);
        self.raising("sequence::index_in", values, Type::INT)
    }

    /// Arguments of a method of a list: its items as it holds them.
    pub(super) fn items_of(&mut self, list: &Type, args: &'a [hir::Expr]) -> Vec<Expr> {
        let values = self.operands(args);
        let Type::List(item) = list else { return values };
        let values = values.into_iter().map(|value| {
            let is_item = kept_item(value.ty.clone()) == **item;
            if is_item { self.coerce(value, item) } else { value }
        });
        values.collect()
    }

    /// A function of the runtime that is run for what it does.
    pub(super) fn effect(&mut self, path: &'static str, args: Vec<Expr>, raises: bool) -> Expr {
        self.push(StmtKind::Eval(Op::Kernel { path, args, ty: Type::None, raises }));
        Expr::none()
    }
}
