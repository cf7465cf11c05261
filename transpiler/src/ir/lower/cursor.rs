//! Native iteration: anything with a length and items by position.

use super::arith::kernel;
use super::builder::Lower;
use super::coerce::{compare, pure, tuple};
use super::cond::or;
use crate::hir;
use crate::ir::{
    AxisIndex, Check, Expr, ExprKind, IntOp, ListOp, LocalId, Op, Place, PureOp, Relation, SliceItem, Value,
};
use crate::span::Span;
use crate::ty::Type;
use crate::types;
use crate::types::iterate::{self, Iterable};

/// An iterable that is counted through.
#[derive(Clone, Debug)]
pub(super) struct Cursor {
    /// How many items there are at the start; an `int` that is evaluated once.
    pub length: Expr,
    pub items: Items,
}

/// Where the item at a position comes from.
#[derive(Clone, Debug)]
pub(super) enum Items {
    /// `start + position * step`; both held.
    Range {
        start: Expr,
        step: Expr,
    },
    Array(LocalId),
    /// A list, whose length may change meanwhile.
    List(LocalId),
    Text(LocalId),
    Bytes(LocalId),
    /// Of an object that is declared as `str` or `bytes`: of this type.
    Characters(LocalId, Type),
    /// What a pointer points to.
    Memory {
        pointer: Expr,
        item: Type,
    },
    /// `(start + position, item)`
    Enumerate {
        start: Expr,
        inner: Box<Cursor>,
    },
    /// `strict`: all must end at once.
    Zip {
        parts: Vec<Cursor>,
        strict: bool,
    },
    Reversed(Box<Cursor>),
}

impl Cursor {
    /// Whether a list is among what is counted through.
    pub fn has_list(&self) -> bool {
        match &self.items {
            Items::List(_) => true,
            Items::Range { .. }
            | Items::Array(_)
            | Items::Text(_)
            | Items::Bytes(_)
            | Items::Characters(..)
            | Items::Memory { .. } => false,
            Items::Enumerate { inner, .. } | Items::Reversed(inner) => inner.has_list(),
            Items::Zip { parts, .. } => parts.iter().any(Cursor::has_list),
        }
    }
}

impl Cursor {
    /// The parts of `zip(..., strict=True)`.
    pub fn strict_parts(&self) -> Option<&[Cursor]> {
        match &self.items {
            Items::Zip { parts, strict: true } => Some(parts),
            Items::Enumerate { inner, .. } | Items::Reversed(inner) => inner.strict_parts(),
            Items::Zip { strict: false, .. }
            | Items::Range { .. }
            | Items::Array(_)
            | Items::List(_)
            | Items::Text(_)
            | Items::Bytes(_)
            | Items::Characters(..)
            | Items::Memory { .. } => None,
        }
    }
}

impl<'a> Lower<'a> {
    /// Whether the iterable needs no interpreter.
    pub(super) fn is_native(&self, iterable: &Iterable<'a>) -> bool {
        let type_of = |expr: &'a hir::Expr| self.type_of(expr);
        let is_text = |expr| type_of(expr) == Type::Object && types::memory::is_text(self.module, self.source, expr);
        matches!(iterable, Iterable::Value(expr) if is_text(expr))
            || iterable.needs_no_interpreter(&type_of, &|expr| {
                iterate::is_native(&self.type_of(expr))
                    || types::memory::pointer_slice(expr, |part| self.type_of(part)).is_some()
            })
    }

    /// Evaluates what is iterated over. It must be native.
    pub(super) fn cursor(&mut self, iterable: &Iterable<'a>) -> Cursor {
        match iterable {
            Iterable::Range { args, span } | Iterable::ParallelRange { args, span, .. } => {
                self.range_cursor(args, *span)
            }
            Iterable::Value(expr) => self.value_cursor(expr),
            Iterable::Enumerate { inner, start } => {
                let inner = self.cursor(inner);
                let start = match start {
                    Some(start) => self.index_value(start),
                    None => Expr::int(0),
                };
                let start = self.hold(start);
                Cursor { length: inner.length.clone(), items: Items::Enumerate { start, inner: Box::new(inner) } }
            }
            Iterable::Zip { parts, strict } => {
                let cursors: Vec<Cursor> = parts.iter().map(|one| self.cursor(one)).collect();
                let lengths = cursors.iter().map(|cursor| cursor.length.clone());
                let shortest = lengths.reduce(|a, b| pure(PureOp::Min, a, b)).unwrap_or_else(|| Expr::int(0));
                let length = self.hold(shortest);
                Cursor { length, items: Items::Zip { parts: cursors, strict: *strict } }
            }
            Iterable::Reversed(inner) => {
                let inner = self.cursor(inner);
                Cursor { length: inner.length.clone(), items: Items::Reversed(Box::new(inner)) }
            }
        }
    }

    fn range_cursor(&mut self, args: &'a [hir::Expr], span: Span) -> Cursor {
        let (start, stop, step) = self.range_bounds(args, span);
        let length = kernel("sequence::range_count", vec![start.clone(), stop, step.clone()], Type::INT);
        let length = self.hold(length);
        Cursor { length, items: Items::Range { start, step } }
    }

    /// Start, stop and step of `range(...)`, which stands at the span, held; a zero step raises.
    pub(super) fn range_bounds(&mut self, args: &'a [hir::Expr], span: Span) -> (Expr, Expr, Expr) {
        let mut bounds: Vec<Expr> = args.iter().map(|arg| self.index_value(arg)).collect();
        bounds = bounds.into_iter().map(|bound| self.hold_copy(bound)).collect();
        if bounds.len() == 1 {
            bounds.insert(0, Expr::int(0));
        }
        let step = if bounds.len() == 3 { bounds.pop() } else { None }.unwrap_or_else(|| Expr::int(1));
        self.at(span, |cx| cx.check_step(&step));
        let stop = bounds.pop().unwrap_or_else(|| Expr::int(0));
        let start = bounds.pop().unwrap_or_else(|| Expr::int(0));
        (start, stop, step)
    }

    fn check_step(&mut self, step: &Expr) {
        if matches!(&step.kind, ExprKind::Const(Value::Int(step)) if *step != 0) {
            return;
        }
        let zero = compare(Relation::Eq, step.clone(), Expr::int(0));
        let (then, ()) = self.in_block(|cx| {
            cx.raise(pyrx_runtime::raise::Exc::ValueError, "range() arg 3 must not be zero");
        });
        self.push(crate::ir::StmtKind::If { cond: zero, then, orelse: Vec::new() });
    }

    /// A value whose type is native to iterate.
    pub(super) fn value_cursor(&mut self, expr: &'a hir::Expr) -> Cursor {
        if let Some(slice) = types::memory::pointer_slice(expr, |part| self.type_of(part)) {
            let (pointer, length) = self.slice_of_pointer(&slice);
            return Cursor { length, items: Items::Memory { pointer, item: slice.item } };
        }
        let characters = self.characters_of(expr);
        let value = self.expr(expr);
        if let Some(item) = characters {
            let local = self.own_local(value);
            let held = self.read(local);
            let length = self.raising("obj::characters", vec![held], Type::INT);
            return Cursor { length: self.hold(length), items: Items::Characters(local, item) };
        }
        self.cursor_of(value)
    }

    /// The items of a variable that a `.pyx` declares as `str` or `bytes`.
    fn characters_of(&self, expr: &hir::Expr) -> Option<Type> {
        let is_text = types::memory::is_text(self.module, self.source, expr);
        (self.type_of(expr) == Type::Object).then_some(if is_text { Type::Char } else { Type::INT })
    }

    /// The value is put in a local of its own: the loop may rebind the variable it came from.
    pub(super) fn cursor_of(&mut self, value: Expr) -> Cursor {
        if let Type::Tuple(_) = value.ty {
            let list = self.tuple_list(value);
            return self.cursor_of(list);
        }
        if let Type::Fixed(item, size) = value.ty.clone() {
            let pointer = self.decayed(value);
            let pointer = self.hold(pointer);
            return Cursor { length: Expr::int(size.into()), items: Items::Memory { pointer, item: *item } };
        }
        let value = if value.ty == Type::Char { self.coerce(value, &Type::Str) } else { value };
        let local = self.own_local(value);
        let held = self.read(local);
        if held.ty.array().is_some_and(|array| array.none) {
            let args = vec![held.clone()];
            let op = Op::Kernel { path: "view::iterable", args, ty: Type::None, raises: true };
            self.push(crate::ir::StmtKind::Eval(op));
        }
        let (length, items) = match held.ty.clone() {
            Type::Array(_) => (Expr { ty: Type::INT, kind: ExprKind::Dim(local, 0) }, Items::Array(local)),
            Type::List(_) => (self.length(held), Items::List(local)),
            Type::Bytes => (self.length(held), Items::Bytes(local)),
            Type::Range => return self.range_value_cursor(held),
            _ => (self.length(held), Items::Text(local)),
        };
        let length = self.hold(length);
        Cursor { length, items }
    }

    fn own_local(&mut self, value: Expr) -> LocalId {
        match value.kind {
            ExprKind::Take(id) => id,
            _ => {
                let local = self.local("", value.ty.clone());
                self.push(crate::ir::StmtKind::Assign(local, Op::Use(value)));
                local
            }
        }
    }

    fn range_value_cursor(&mut self, range: Expr) -> Cursor {
        let length = self.hold(kernel("sequence::range_len", vec![range.clone()], Type::INT));
        let start = self.hold(kernel("sequence::range_start", vec![range.clone()], Type::INT));
        let step = self.hold(kernel("sequence::range_step", vec![range], Type::INT));
        Cursor { length, items: Items::Range { start, step } }
    }

    /// Items of one type, as a list to count through.
    fn tuple_list(&mut self, value: Expr) -> Expr {
        let items = self.fields(value);
        let item = items.first().map_or(Type::INT, |item| item.ty.clone());
        let ty = Type::List(Box::new(item));
        self.op(Op::List(ListOp::New { items, ty: ty.clone() }), ty)
    }

    /// The item at a position that is in range.
    pub(super) fn cursor_item(&mut self, cursor: &Cursor, at: Expr) -> Expr {
        match &cursor.items {
            Items::Range { start, step } => {
                let offset = pure(PureOp::Mul, at, step.clone());
                pure(PureOp::Add, start.clone(), offset)
            }
            Items::Array(local) => self.array_item(*local, at),
            Items::List(local) => {
                let list = self.read(*local);
                let item = match &list.ty {
                    Type::List(item) => (**item).clone(),
                    _ => Type::Object,
                };
                self.op(Op::List(ListOp::Get { list, index: at, check: Check::Proven }), item)
            }
            Items::Memory { pointer, item } => {
                let place = Place::pointee(super::memory::offset(pointer.clone(), at));
                self.op(Op::Get { place, ty: item.clone() }, item.clone())
            }
            Items::Text(local) => {
                let text = self.read(*local);
                self.op(Op::Use(kernel("sequence::text_at", vec![text, at], Type::Char)), Type::Char)
            }
            Items::Bytes(local) => {
                let bytes = self.read(*local);
                self.op(Op::Use(kernel("sequence::bytes_at", vec![bytes, at], Type::INT)), Type::INT)
            }
            Items::Characters(local, item) => {
                let object = self.read(*local);
                let path = if *item == Type::Char { "obj::character_at" } else { "obj::byte_at" };
                self.op(Op::Use(kernel(path, vec![object, at], item.clone())), item.clone())
            }
            Items::Enumerate { start, inner } => {
                let count = self.enumerate_count(start, at.clone());
                let item = self.cursor_item(inner, at);
                tuple(vec![count, item])
            }
            Items::Zip { parts, .. } => {
                let items = parts.iter().map(|one| self.cursor_item(one, at.clone())).collect();
                tuple(items)
            }
            Items::Reversed(inner) => self.cursor_item(inner, from_end(inner, at)),
        }
    }

    /// `start + at`, which leaves 64 bits only where the start is out of the ordinary.
    fn enumerate_count(&mut self, start: &Expr, at: Expr) -> Expr {
        match start.kind {
            ExprKind::Const(Value::Int(start_value)) if start_value <= 1 << 32 => pure(PureOp::Add, start.clone(), at),
            _ => self.op(Op::Int { op: IntOp::Add, args: vec![start.clone(), at], check: Check::Each }, Type::INT),
        }
    }

    /// Whether there is no item at a position that was reached one by one: lists are asked for their length now.
    pub(super) fn cursor_ended(&mut self, cursor: &Cursor, at: &Expr) -> Expr {
        let past = |length: Expr| compare(Relation::Ge, at.clone(), length);
        match &cursor.items {
            Items::Range { .. }
            | Items::Array(_)
            | Items::Text(_)
            | Items::Bytes(_)
            | Items::Characters(..)
            | Items::Memory { .. } => past(cursor.length.clone()),
            Items::List(local) => past(self.list_length(*local)),
            Items::Enumerate { inner, .. } => self.cursor_ended(inner, at),
            Items::Zip { parts, .. } => {
                let ends: Vec<Expr> = parts.iter().map(|one| self.cursor_ended(one, at)).collect();
                ends.into_iter().reduce(or).unwrap_or_else(|| Expr::bool(true))
            }
            Items::Reversed(inner) => {
                let ended = past(inner.length.clone());
                let Items::List(local) = inner.items else { return ended };
                // It counts down from where the end was at the start.
                let length = self.list_length(local);
                or(ended, compare(Relation::Ge, from_end(inner, at.clone()), length))
            }
        }
    }

    fn list_length(&mut self, list: LocalId) -> Expr {
        let list = self.read(list);
        self.op(Op::List(ListOp::Len(list)), Type::INT)
    }

    fn array_item(&mut self, local: LocalId, at: Expr) -> Expr {
        let Some(array) = self.local_type(local).array() else { return Expr::none() };
        let index = AxisIndex { index: at, wrap: false, check: Check::Proven };
        if array.ndim == 1 {
            let ty = array.item();
            return self.op(Op::Load { array: local, index: vec![index] }, ty);
        }
        let ty = iterate::array_item(array);
        let rest = (1..array.ndim).map(|_| SliceItem::Range { start: None, stop: None, step: None });
        let items = std::iter::once(SliceItem::Index(index)).chain(rest).collect();
        self.op(Op::Slice { array: local, items, ty: ty.clone() }, ty)
    }
}

/// The position in a cursor that is `at` items before its last.
fn from_end(cursor: &Cursor, at: Expr) -> Expr {
    let last = pure(PureOp::Sub, cursor.length.clone(), Expr::int(1));
    pure(PureOp::Sub, last, at)
}
