//! Items and slices.

use super::builder::Lower;
use super::coerce::{Fidelity, cast, negative};
use super::nullness::Asked;
use crate::hir::{self, Const, Index, IndexItem, Written};
use crate::ir::{AxisIndex, Check, Expr, ExprKind, ListOp, LocalId, Op, PyOp, SliceItem};
use crate::ty::{ArrayType, Form, Num, Repr, Rules, Type};
use crate::types::{self, AxisPlan};
use pyrx_runtime::raise::Exc;

/// What holds for the indices between one pair of brackets.
struct Access {
    wrap: bool,
    check: Check,
    /// The array may be `None`, and no index before has asked.
    none: bool,
}

impl<'a> Lower<'a> {
    /// `value[index]`.
    pub(super) fn index(&mut self, value: &'a hir::Expr, index: &'a Index, ty: &Type) -> Expr {
        let own = self.type_of(value);
        match &own {
            Type::Array(array) if *ty != Type::Object => {
                let local = self.array_local(value);
                self.array_index(local, *array, index, ty)
            }
            Type::Tuple(items) if *ty != Type::Object => {
                let len = items.len();
                let value = self.expr(value);
                self.tuple_index(value, index, len)
            }
            Type::List(_) if *ty == own => {
                let list = self.expr(value);
                self.sequence_slice("sequence::list_slice", list, index)
            }
            Type::List(_) if *ty != Type::Object => {
                let list = self.expr(value);
                let list = self.hold(list);
                let index = self.single_index(index);
                let op = ListOp::Get { list, index, check: self.bounds_check() };
                self.op(Op::List(op), ty.clone())
            }
            Type::Str | Type::Char | Type::Bytes if *ty != Type::Object => {
                let text = self.expr(value);
                self.text_index(text, index, ty)
            }
            Type::Object if *ty != Type::Object => {
                let object = self.object(value);
                let object = self.hold(object);
                let at = self.single_index(index);
                if *ty == Type::Char {
                    return self.raising("obj::character", vec![object, at], Type::Char);
                }
                let byte = self.raising("obj::byte", vec![object, at], Type::Num(Num::c(Repr::U8)));
                self.coerce(byte, ty)
            }
            _ => {
                let object = self.object(value);
                let op = match self.native_position(index) {
                    Some(at) => {
                        let at = self.expr(at);
                        PyOp::ItemAt(object, super::coerce::cast(at, Type::INT))
                    }
                    None => {
                        let key = self.index_object(index);
                        PyOp::GetItem(object, key)
                    }
                };
                self.note_index(format!("an item of `{own}` is read by the interpreter"), value, index);
                let item = self.op(Op::Python(op), Type::Object);
                self.coerce(item, ty)
            }
        }
    }

    /// The one index, if it is a native integer that is a Python `int` to an object.
    fn native_position(&self, index: &'a Index) -> Option<&'a hir::Expr> {
        let [IndexItem::Expr(at)] = index.items.as_slice() else { return None };
        let num = self.type_of(at).num().filter(|_| !index.tuple)?;
        let is_int = num.repr.is_integer() && num.repr != Repr::U64 && num.rules != Rules::NumPy;
        (is_int && types::constant(self.module, at).is_none()).then_some(at)
    }

    /// `array[index]` where all of the index is basic.
    pub(super) fn array_index(&mut self, local: LocalId, array: ArrayType, index: &'a Index, ty: &Type) -> Expr {
        match ty {
            Type::Array(_) => {
                self.asked(local, Asked::Part);
                let items = self.slice_items(index, array);
                self.op(Op::Slice { array: local, items, ty: ty.clone() }, ty.clone())
            }
            _ => {
                let index = self.item_index(index, array);
                self.op(Op::Load { array: local, index }, ty.clone())
            }
        }
    }

    pub(super) fn bounds_check(&mut self) -> Check {
        if self.directives.boundscheck { Check::Each } else { Check::Off }
    }

    /// How an array is indexed: to Cython an array without a declared buffer is an object, and what is no item of a
    /// buffer is one, too. NumPy knows no directives.
    fn access(&mut self, array: ArrayType, is_item: bool) -> Access {
        let is_object = match array.form {
            Form::Array => self.module.is_of_pyx(self.source),
            Form::Buffer => !is_item,
            Form::View => false,
        };
        if is_object {
            return Access { wrap: true, check: Check::Each, none: array.none };
        }
        Access { wrap: self.directives.wraparound, check: self.bounds_check(), none: array.none }
    }

    /// The indices of one item, one for each axis.
    pub(super) fn item_index(&mut self, index: &'a Index, array: ArrayType) -> Vec<AxisIndex> {
        let mut access = self.access(array, true);
        let exprs = index.items.iter().filter_map(|item| match item {
            IndexItem::Expr(expr) => Some(expr),
            IndexItem::Slice { .. } | IndexItem::NewAxis | IndexItem::Ellipsis => None,
        });
        exprs.map(|expr| self.axis_index(expr, &mut access)).collect()
    }

    /// The first index into an array is where it is seen that it is not `None`.
    fn axis_index(&mut self, expr: &'a hir::Expr, access: &mut Access) -> AxisIndex {
        let index = self.index_value(expr);
        let check = match access.check {
            Check::Off if std::mem::take(&mut access.none) => Check::Present,
            check => check,
        };
        AxisIndex { index, wrap: access.wrap, check }
    }

    /// An index as a signed 64-bit integer.
    pub(super) fn index_value(&mut self, expr: &'a hir::Expr) -> Expr {
        let value = self.expr(expr);
        if value.ty == Type::Object {
            let written = Written::plain("Py_ssize_t".to_owned(), true);
            return self.at(expr.span, |cx| cx.coerce_written(value, &Type::INT, Some(&written)));
        }
        if value.ty == Type::Num(Num::c(Repr::U64)) {
            let index = self.hold(cast(value, Type::INT));
            let text = "cannot fit 'int' into an index-sized integer";
            self.at(expr.span, |cx| cx.raise_if(negative(index.clone()), Exc::IndexError, text));
            return index;
        }
        self.convert(value, Num::INT, Fidelity::Exact)
    }

    pub(super) fn slice_items(&mut self, index: &'a Index, array: ArrayType) -> Vec<SliceItem> {
        // Inference has seen that the index fits the rank.
        let plans = types::axis_plans(index, array.ndim).unwrap_or_default();
        let mut access = self.access(array, false);
        plans.into_iter().map(|plan| self.slice_item(plan, &mut access)).collect()
    }

    fn slice_item(&mut self, plan: AxisPlan<'a>, access: &mut Access) -> SliceItem {
        match plan {
            AxisPlan::At(expr) => SliceItem::Index(self.axis_index(expr, access)),
            AxisPlan::Full => SliceItem::Range { start: None, stop: None, step: None },
            AxisPlan::NewAxis => SliceItem::NewAxis,
            AxisPlan::Slice { lower, upper, step } => {
                let mut bound = |expr: Option<&'a hir::Expr>| match expr {
                    Some(expr) if self.type_of(expr) != Type::None => Some(self.index_value(expr)),
                    _ => None,
                };
                SliceItem::Range { start: bound(lower), stop: bound(upper), step: bound(step) }
            }
        }
    }

    /// The one integer between the brackets.
    pub(super) fn single_index(&mut self, index: &'a Index) -> Expr {
        match index.items.first() {
            Some(IndexItem::Expr(expr)) => self.index_value(expr),
            _ => Expr::int(0),
        }
    }

    fn tuple_index(&mut self, value: Expr, index: &'a Index, len: usize) -> Expr {
        if let Some(part) = types::tuple_part(index, len, |bound| self.known_constant(bound)) {
            let fields = self.fields(value);
            return super::coerce::tuple(fields.into_iter().take(part.end).skip(part.start).collect());
        }
        let Some(IndexItem::Expr(at)) = index.items.first() else { return Expr::none() };
        if let Some(Const::Int(position)) = self.known_constant(at)
            && let Some(position) = types::tuple_position(&position, len)
        {
            let mut fields = self.fields(value);
            return fields.swap_remove(position);
        }
        self.tuple_at(value, at)
    }

    /// Items of one type, picked at run time.
    fn tuple_at(&mut self, value: Expr, at: &'a hir::Expr) -> Expr {
        let items = self.fields(value);
        let ty = items.first().map_or(Type::None, |item| item.ty.clone());
        let index = self.index_value(at);
        self.op(Op::Pick { items, index, ty: ty.clone() }, ty)
    }

    fn text_index(&mut self, text: Expr, index: &'a Index, ty: &Type) -> Expr {
        let bytes = text.ty == Type::Bytes;
        let text = if bytes { text } else { self.coerce(text, &Type::Str) };
        match index.items.first() {
            Some(IndexItem::Slice { .. }) => {
                let path = if bytes { "sequence::bytes_slice" } else { "sequence::text_slice" };
                self.sequence_slice(path, text, index)
            }
            _ => {
                let text = self.hold(text);
                let at = self.single_index(index);
                if !bytes {
                    return self.raising("sequence::text_item", vec![text, at], ty.clone());
                }
                let item = self.raising("sequence::bytes_item", vec![text, at], Type::INT);
                super::coerce::cast(item, ty.clone())
            }
        }
    }

    /// `items[lower:upper:step]`
    fn sequence_slice(&mut self, path: &'static str, items: Expr, index: &'a Index) -> Expr {
        let ty = items.ty.clone();
        let items = self.hold(items);
        let args = self.slice_arguments(items, index);
        self.raising(path, args, ty)
    }

    /// Bounds that are absent are told by flags.
    fn slice_arguments(&mut self, items: Expr, index: &'a Index) -> Vec<Expr> {
        let Some(IndexItem::Slice { lower, upper, step }) = index.items.first() else { return vec![items] };
        let mut bound = |expr: &'a Option<hir::Expr>| match expr {
            Some(expr) if self.type_of(expr) != Type::None => (self.index_value(expr), Expr::bool(true)),
            _ => (Expr::int(0), Expr::bool(false)),
        };
        let (lower, has_lower) = bound(lower);
        let (upper, has_upper) = bound(upper);
        let (step, has_step) = bound(step);
        let step = match has_step.kind {
            ExprKind::Const(crate::ir::Value::Bool(false)) => Expr::int(1),
            _ => step,
        };
        vec![items, lower, has_lower, upper, has_upper, step]
    }

    /// `del list[index]`; other indices than an integer or a slice are of lists that are objects.
    pub(super) fn delete_item(&mut self, list: &'a hir::Expr, index: &'a Index) {
        let list = self.expr(list);
        let list = self.hold(list);
        if let Some(IndexItem::Slice { .. }) = index.items.first() {
            let args = self.slice_arguments(list, index);
            self.effect("sequence::list_delete_slice", args, true);
            return;
        }
        let at = self.single_index(index);
        self.effect("sequence::list_delete", vec![list, at], true);
    }

    /// What stands between the brackets, as an object.
    pub(super) fn index_object(&mut self, index: &'a Index) -> Expr {
        let mut items: Vec<Expr> = index.items.iter().map(|item| self.index_item_object(item)).collect();
        if index.tuple || items.len() != 1 {
            return self.op(Op::Python(PyOp::Tuple(items)), Type::Object);
        }
        items.swap_remove(0)
    }

    fn index_item_object(&mut self, item: &'a IndexItem) -> Expr {
        match item {
            IndexItem::Expr(expr) => self.object(expr),
            IndexItem::NewAxis => self.op(Op::Python(PyOp::Const(Const::None)), Type::Object),
            IndexItem::Ellipsis => self.op(Op::Python(PyOp::Const(Const::Ellipsis)), Type::Object),
            IndexItem::Slice { lower, upper, step } => {
                let mut bound = |expr: &'a Option<hir::Expr>| match expr {
                    Some(expr) => self.object(expr),
                    None => self.op(Op::Python(PyOp::Const(Const::None)), Type::Object),
                };
                let (lower, upper, step) = (bound(lower), bound(upper), bound(step));
                self.op(Op::Python(PyOp::Slice(lower, upper, step)), Type::Object)
            }
        }
    }
}
