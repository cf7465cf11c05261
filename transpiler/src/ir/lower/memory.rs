//! C's memory: places, pointers, structs, C arrays.

use super::arith::kernel;
use super::builder::Lower;
use super::coerce::{Fidelity, cast, compare, never_made};
use crate::hir::{self, BinOp, ExprKind as Hir, Index, IndexItem, WebId};
use crate::ir::{Expr, ExprKind, FnId, LocalId, Op, Place, Relation, Step, StmtKind, Value};
use crate::ty::{Form, Item, Layout, Num, StructId, Type};
use crate::types;
use crate::types::memory::{Library, PointerSlice};
use crate::types::{Callee, InstId};

/// What is done with a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Read,
    /// It is stored to, now or by who is given its address.
    Store,
}

impl<'a> Lower<'a> {
    /// The place of an expression that has one; others are put in one.
    pub(super) fn place(&mut self, expr: &'a hir::Expr, reach: Reach) -> Place {
        let ty = self.type_of(expr);
        if let Some(place) = self.variable_place(expr) {
            return place;
        }
        match &expr.kind {
            Hir::Local { web, .. } if ty.is_aggregate() || self.is_in_memory(*web) => self.web_place(*web),
            Hir::Index { value, index } if self.type_of(value).pointee().is_some() => {
                self.item_place(value, index, reach)
            }
            Hir::Index { value, index } if ty.is_aggregate() && matches!(self.type_of(value), Type::Array(_)) => {
                Place::pointee(self.view_item(value, index, ty, reach))
            }
            Hir::Attribute { value, name } if self.field_of(value, name).is_some() => {
                self.field_place(value, name, reach)
            }
            _ => {
                let value = self.expr(expr);
                let local = self.hold_aggregate(value);
                Place::local(local)
            }
        }
    }

    fn hold_aggregate(&mut self, value: Expr) -> LocalId {
        let ty = value.ty.clone();
        let whole = if ty.is_aggregate() { ty } else { Type::Fixed(Box::new(ty), 1) };
        let temp = self.local("", whole);
        self.put_whole(temp, value);
        temp
    }

    /// Whether others may know where the variable lies.
    pub(super) fn is_in_memory(&self, web: WebId) -> bool {
        self.source.webs[web.0 as usize].in_memory
    }

    /// The place of a variable that lies in memory, or of an aggregate.
    fn web_place(&self, web: WebId) -> Place {
        self.local_place(self.web(web))
    }

    /// A number or pointer in memory is the one item of an array.
    fn local_place(&self, local: LocalId) -> Place {
        let declared = self.web_of(local).and_then(|web| self.source.webs[web.0 as usize].declared.as_ref());
        let place = Place::local(local);
        match self.local_type(local) {
            Type::Fixed(item, 1) if self.is_boxed(local) && declared.is_none_or(|ty| !ty.is_aggregate()) => {
                place.then(Step::Index(Expr::int(0), (**item).clone()))
            }
            _ => place,
        }
    }

    /// Whether the local holds a variable that is no aggregate in memory.
    pub(super) fn is_boxed(&self, local: LocalId) -> bool {
        self.web_of(local).is_some_and(|web| {
            self.is_in_memory(web) && !super::builder::settled(self.instance.web(web)).is_aggregate()
        })
    }

    /// The value of a variable in memory.
    pub(super) fn boxed_value(&mut self, local: LocalId) -> Expr {
        let place = self.local_place(local);
        let ty = match self.local_type(local) {
            Type::Fixed(item, _) => (**item).clone(),
            other => other.clone(),
        };
        self.op(Op::Get { place, ty: ty.clone() }, ty)
    }

    /// Writes a variable in memory.
    pub(super) fn put_boxed(&mut self, local: LocalId, value: Expr) {
        let place = self.local_place(local);
        let ty = match self.local_type(local) {
            Type::Fixed(item, _) => (**item).clone(),
            other => other.clone(),
        };
        let value = self.coerce(value, &ty);
        self.push(StmtKind::Put { place, value });
    }

    /// `p[i]`
    fn item_place(&mut self, value: &'a hir::Expr, index: &'a Index, reach: Reach) -> Place {
        let own = self.type_of(value);
        match own {
            Type::Fixed(item, _) => {
                let place = self.place(value, reach);
                let at = self.memory_index(index);
                place.then(Step::Index(at, *item))
            }
            _ => {
                let pointer = self.expr(value);
                let at = self.memory_index(index);
                Place::pointee(offset(pointer, at))
            }
        }
    }

    fn memory_index(&mut self, index: &'a Index) -> Expr {
        match index.items.first() {
            Some(IndexItem::Expr(at)) => self.index_value(at),
            _ => Expr::int(0),
        }
    }

    /// The struct that has the field, the field's position and type.
    pub(super) fn field_of(&self, value: &hir::Expr, name: &str) -> Option<(StructId, u32, Type)> {
        let id = match self.type_of(value) {
            Type::Struct(id) => id,
            Type::Pointer(item) => match *item {
                Type::Struct(id) => id,
                _ => return None,
            },
            _ => return None,
        };
        let (at, ty) = self.module.structs.get(id.0 as usize)?.field(name)?;
        Some((id, at, ty.clone()))
    }

    fn field_place(&mut self, value: &'a hir::Expr, name: &str, reach: Reach) -> Place {
        let Some((id, at, _)) = self.field_of(value, name) else { return self.place(value, reach) };
        let of = match self.type_of(value) {
            Type::Pointer(_) => Place::pointee(self.expr(value)),
            _ => self.place(value, reach),
        };
        of.then(Step::Field(id, at))
    }

    /// What lies at the place of an item or field; an array there decays to a pointer.
    pub(super) fn get(&mut self, expr: &'a hir::Expr) -> Expr {
        let ty = self.type_of(expr);
        let reach = if let Type::Fixed(..) = ty { Reach::Store } else { Reach::Read };
        let place = self.place(expr, reach);
        match ty {
            Type::Fixed(item, _) => self.address_of(place, &item),
            ty => self.op(Op::Get { place, ty: ty.clone() }, ty),
        }
    }

    /// A pointer to a place.
    pub(super) fn address_of(&mut self, place: Place, item: &Type) -> Expr {
        let ty = Type::Pointer(Box::new(item.clone()));
        self.op(Op::Address { place, ty: ty.clone() }, ty)
    }

    /// `&place`
    pub(super) fn address(&mut self, place: &'a hir::Expr) -> Expr {
        if let Some(Callee::Native { instance, .. }) = self.instance.callees.get(&place.id)
            && matches!(place.kind, Hir::Global(_))
        {
            return self.function_address(*instance);
        }
        if let Some(Library::Function(_)) = types::memory::library(self.module, place) {
            return self.library(place).unwrap_or_else(null);
        }
        let own = self.type_of(place);
        if let Hir::Index { value, index } = &place.kind
            && matches!(self.type_of(value), Type::Array(_))
        {
            return self.view_item(value, index, own, Reach::Store);
        }
        let at = self.place(place, Reach::Store);
        let item = own.pointee().filter(|_| own.is_aggregate()).cloned().unwrap_or(own);
        self.address_of(at, &item)
    }

    /// A pointer to an item of a view or buffer.
    fn view_item(&mut self, view: &'a hir::Expr, index: &'a Index, item: Type, reach: Reach) -> Expr {
        let array = self.array_local(view);
        let Some(own_type) = self.local_type(array).array() else { return null() };
        let index = self.item_index(index, own_type);
        let ty = Type::Pointer(Box::new(item));
        let stores = reach == Reach::Store && !own_type.readonly;
        self.op(Op::ItemAddress { array, index, ty: ty.clone(), stores }, ty)
    }

    /// A pointer to an instance of a function.
    pub(super) fn function_address(&mut self, instance: InstId) -> Expr {
        let callee = &self.typed.instances[instance.0 as usize];
        let returns = super::builder::settled(&callee.returns);
        let function = crate::ty::FunctionType { params: callee.params.clone(), returns };
        let ty = Type::Function(Box::new(function));
        self.op(Op::FunctionAddress { func: FnId(instance.0), ty: ty.clone() }, ty)
    }

    /// An array of C's as a pointer to its first item.
    pub(super) fn decayed(&mut self, value: Expr) -> Expr {
        let Type::Fixed(item, _) = value.ty.clone() else { return value };
        let place = self.array_place(&value).unwrap_or_else(|| Place::local(self.hold_aggregate(value)));
        self.address_of(place, &item)
    }

    /// Where an array of C's lies that was read: the variable itself, or the place that its copy was made from.
    fn array_place(&self, value: &Expr) -> Option<Place> {
        let ExprKind::Local(local) = value.kind else { return None };
        if !self.locals[local.0 as usize].name.is_empty() {
            return Some(Place::local(local));
        }
        match self.made_by(local) {
            Some(Op::Get { place, .. }) => Some(place.clone()),
            _ => None,
        }
    }

    /// `<T[:n, :m]>p`
    pub(super) fn view_of_pointer(&mut self, parts: &'a [hir::Expr], ty: &Type) -> Expr {
        let Some((pointer, extents)) = parts.split_first() else { return Expr::none() };
        let start = self.expr(pointer);
        let start = self.decayed(start);
        if !matches!(start.ty, Type::Pointer(_)) {
            self.no_conversion("Can only create cython.array from pointer or array".to_owned());
            return Expr::none();
        }
        let extents: Vec<Expr> = extents.iter().map(|extent| self.index_value(extent)).collect();
        let path = match extents.len() {
            1 => "mem::pointed_1",
            2 => "mem::pointed_2",
            _ => "mem::pointed_3",
        };
        self.view_over(path, start, extents, ty)
    }

    /// A view of a pointer as an object: a `cython.view.array`.
    pub(super) fn pointed_object(&mut self, value: &Expr) -> Option<Expr> {
        let (ExprKind::Local(local) | ExprKind::Take(local)) = value.kind else { return None };
        let is_pointed =
            matches!(self.made_by(local), Some(Op::Kernel { path, .. }) if path.starts_with("mem::pointed_"));
        let unnamed = self.locals[local.0 as usize].name.is_empty();
        (is_pointed && unnamed).then(|| self.raising("obj::view_array_of", vec![value.clone()], Type::Object))
    }

    /// A view of the items of an array of C's.
    pub(super) fn view_of_array(&mut self, value: Expr, ty: &Type) -> Expr {
        let mut extents = Vec::new();
        let mut item = value.ty.clone();
        while let Type::Fixed(inner, size) = item {
            extents.push(Expr::int(size as i64));
            item = *inner;
        }
        if self.array_place(&value).is_none() {
            self.no_conversion(format!("Cannot make a view of '{}' that lies in no variable", self.c_name(&value.ty)));
            return super::coerce::never_made(ty);
        }
        let start = self.decayed(value);
        let path = match extents.len() {
            1 => "mem::view_1",
            2 => "mem::view_2",
            _ => "mem::view_3",
        };
        self.view_over(path, start, extents, ty)
    }

    fn view_over(&mut self, path: &'static str, start: Expr, extents: Vec<Expr>, ty: &Type) -> Expr {
        let mut item = start.ty.pointee();
        while let Some(Type::Fixed(inner, _)) = item {
            item = Some(inner);
        }
        let item = match item {
            Some(Type::Num(num)) => Some(Item::Num(num.repr)),
            Some(Type::Struct(id)) => Some(Item::Struct(*id)),
            _ => None,
        };
        let fits = ty.array().is_some_and(|view| {
            usize::from(view.ndim) == extents.len()
                && extents.len() <= 3
                && item == Some(view.dtype)
                && (view.layout != Layout::F || view.ndim == 1)
        });
        if !fits {
            let from = self.c_name(&start.ty);
            let message =
                format!("Cannot make a view '{}' of {} dimensions of '{from}'", self.c_name(ty), extents.len());
            self.no_conversion(message);
            return super::coerce::never_made(ty);
        }
        let args = std::iter::once(start).chain(extents).collect();
        self.raising(path, args, ty.clone())
    }

    /// Assigns an aggregate: a struct as a whole, an array item by item.
    pub(super) fn put_whole(&mut self, local: LocalId, value: Expr) {
        let own = self.local_type(local).clone();
        if matches!(value.kind, ExprKind::Const(Value::Null)) && own.is_aggregate() {
            let zero = Expr { ty: own, kind: value.kind };
            return self.push(StmtKind::Assign(local, Op::Use(zero)));
        }
        match (&own, &value.ty) {
            (Type::Fixed(item, _), Type::Pointer(_)) => {
                // Another array, decayed.
                let pointer = self.hold(value);
                self.copy_items(Place::local(local), &own, pointer, item);
            }
            (own, ty) if own == ty => self.push(StmtKind::Assign(local, Op::Use(value))),
            (Type::Fixed(item, 1), _) if self.is_boxed(local) || value.ty == **item => {
                let place = Place::local(local).then(Step::Index(Expr::int(0), (**item).clone()));
                let value = self.coerce(value, item);
                self.push(StmtKind::Put { place, value });
            }
            (Type::Fixed(item, size), Type::Tuple(items)) if items.len() == *size as usize => {
                let parts = self.fields(value);
                for (at, part) in parts.into_iter().enumerate() {
                    let place = Place::local(local).then(Step::Index(Expr::int(at as i64), (**item).clone()));
                    let part = self.coerce(part, item);
                    self.push(StmtKind::Put { place, value: part });
                }
            }
            _ => {
                let value = self.coerce(value, &own);
                self.push(StmtKind::Assign(local, Op::Use(value)));
            }
        }
    }

    /// The array whose first item a pointer points to, as a value.
    pub(super) fn array_behind(&mut self, pointer: Expr, ty: &Type) -> Expr {
        let whole = cast(pointer, Type::Pointer(Box::new(ty.clone())));
        self.op(Op::Get { place: Place::pointee(whole), ty: ty.clone() }, ty.clone())
    }

    fn copy_items(&mut self, to: Place, own: &Type, from: Expr, item: &Type) {
        let Type::Fixed(_, size) = own else { return };
        for at in 0..*size {
            let step = Step::Index(Expr::int(at.into()), item.clone());
            let source = Place::pointee(offset(from.clone(), Expr::int(at.into())));
            let value = self.op(Op::Get { place: source, ty: item.clone() }, item.clone());
            self.push(StmtKind::Put { place: to.clone().then(step), value });
        }
    }

    /// `p[i] = value`, `s.x = value`
    pub(super) fn put(&mut self, place: Place, ty: &Type, value: Expr) {
        match (ty, &value.ty) {
            (Type::Fixed(item, _), Type::Pointer(_) | Type::Fixed(..)) => {
                let pointer = self.decayed(value);
                let pointer = self.hold(pointer);
                self.copy_items(place, ty, pointer, item);
            }
            _ => {
                let value = self.coerce(value, ty);
                self.push(StmtKind::Put { place, value });
            }
        }
    }

    /// `p[i] += value`, `s.x += value`; the place is found once.
    pub(super) fn put_in_place(&mut self, place: Place, item: &Type, op: BinOp, value: &'a hir::Expr, ty: &Type) {
        let pointer = self.address_of(place, item);
        let place = Place::pointee(self.hold(pointer));
        let old = self.op(Op::Get { place: place.clone(), ty: item.clone() }, item.clone());
        let new = self.in_place(op, old, value, ty);
        self.put(place, item, new);
    }

    /// The place of an item of C's memory that is a target.
    pub(super) fn target_item(&mut self, container: &'a hir::Expr, index: &'a Index) -> Option<(Place, Type)> {
        let item = self.type_of(container).pointee()?.clone();
        let single = matches!(index.items.as_slice(), [IndexItem::Expr(_)]) && !index.tuple;
        single.then(|| (self.item_place(container, index, Reach::Store), item))
    }

    /// The place of a field that is a target.
    pub(super) fn target_field(&mut self, object: &'a hir::Expr, name: &str) -> Option<(Place, Type)> {
        let (_, _, ty) = self.field_of(object, name)?;
        Some((self.field_place(object, name, Reach::Store), ty))
    }

    /// Where a slice of C's memory starts, and how many items it has, both held.
    pub(super) fn slice_of_pointer(&mut self, slice: &PointerSlice<'a>) -> (Expr, Expr) {
        let pointer = self.expr(slice.value);
        let pointer = self.decayed(pointer);
        let start = slice.lower.map(|lower| self.index_value(lower));
        let stop = match slice.upper {
            Some(upper) => self.index_value(upper),
            None => Expr::int(slice.size.unwrap_or(0).into()),
        };
        let stop = self.hold(stop);
        let Some(start) = start else { return (self.hold(pointer), stop) };
        let start = self.hold(start);
        let length = self.hold(super::coerce::pure(crate::ir::PureOp::Sub, stop, start.clone()));
        let pointer = self.hold(offset(pointer, start));
        (pointer, length)
    }

    /// Pointer arithmetic.
    pub(super) fn pointer_binary(&mut self, op: BinOp, left: Expr, right: Expr, ty: &Type) -> Expr {
        let (left, right) = (self.decayed(left), self.decayed(right));
        match (op, &left.ty, &right.ty) {
            (BinOp::Sub, Type::Pointer(_), Type::Pointer(_)) => {
                Expr { ty: ty.clone(), kind: ExprKind::Distance(Box::new(left), Box::new(right)) }
            }
            (_, Type::Pointer(_), _) => {
                let count = self.convert(right, Num::INT, Fidelity::Exact);
                let count = if op == BinOp::Sub { negated(count) } else { count };
                offset(left, count)
            }
            _ => {
                let count = self.convert(left, Num::INT, Fidelity::Exact);
                offset(right, count)
            }
        }
    }

    /// Whether one address stands in a relation to another.
    pub(super) fn compare_addresses(&mut self, relation: Relation, a: Expr, b: Expr) -> Expr {
        let (a, b) = (self.decayed(a), self.decayed(b));
        let ty = if let Type::Function(_) = a.ty { a.ty.clone() } else { b.ty.clone() };
        let ty = if matches!(&ty, Type::Pointer(item) if **item == Type::None) { a.ty.clone() } else { ty };
        let (a, b) = (pointer_at(a, &ty), pointer_at(b, &ty));
        compare(relation, a, b)
    }

    /// `Point(1, y=2)`: fields that are not given are zero.
    pub(super) fn new_struct(
        &mut self,
        id: StructId,
        args: &'a [hir::Expr],
        keywords: &'a [(String, hir::Expr)],
    ) -> Expr {
        let ty = Type::Struct(id);
        let temp = self.local("", ty.clone());
        let zero = Expr { ty: ty.clone(), kind: ExprKind::Const(Value::Null) };
        self.push(StmtKind::Assign(temp, Op::Use(zero)));
        let fields: Vec<(String, Type)> = match self.module.structs.get(id.0 as usize) {
            Some(own) => own.fields.clone(),
            None => Vec::new(),
        };
        for (at, arg) in args.iter().enumerate().take(fields.len()) {
            let value = self.written_out(arg, &fields[at].1);
            self.put(Place::local(temp).then(Step::Field(id, at as u32)), &fields[at].1, value);
        }
        for (name, value) in keywords {
            let Some(at) = fields.iter().position(|(own, _)| own == name) else { continue };
            let value = self.written_out(value, &fields[at].1);
            self.put(Place::local(temp).then(Step::Field(id, at as u32)), &fields[at].1, value);
        }
        Expr::local(temp, ty)
    }

    /// The size of a type. An object is a pointer; a view is Cython's struct of two pointers and what it says of eight axes.
    pub(super) fn sizeof(&mut self, value: &hir::Expr, ty: &Type) -> Expr {
        let of = self.type_of(value);
        let without_layout = match of.array() {
            Some(array) if array.form == Form::View => 2 * 8 + 3 * 8 * 8,
            _ => 8,
        };
        let size = hir::layout(&of, &self.module.structs).map_or(without_layout, |(size, _)| size);
        Expr { ty: ty.clone(), kind: ExprKind::Const(Value::Int(size.into())) }
    }

    /// A literal as a pointer to its bytes, which are those of ASCII; no other string has such.
    pub(super) fn literal_pointer(&mut self, value: Expr, to: &Type) -> Expr {
        match value.kind {
            ExprKind::Const(Value::Str(text)) if text.is_ascii() => {
                let bytes = Value::Bytes(text.into_bytes());
                self.as_pointer(Expr { ty: Type::Bytes, kind: ExprKind::Const(bytes) }, to)
            }
            ExprKind::Const(Value::Str(_)) => {
                self.no_conversion(types::UNICODE_LITERAL.to_owned());
                never_made(to)
            }
            kind => {
                let object = self.boxed(Expr { ty: value.ty, kind });
                self.coerce(object, to)
            }
        }
    }

    /// Text that is written out as an array of its characters; other text is a sequence like any.
    pub(super) fn literal_array(&mut self, value: Expr, to: &Type) -> Expr {
        let value = match value.kind {
            ExprKind::Const(Value::Str(text)) if text.is_ascii() => {
                Expr { ty: Type::Bytes, kind: ExprKind::Const(Value::Bytes(text.into_bytes())) }
            }
            kind => Expr { ty: value.ty, kind },
        };
        let boxed = self.boxed(value);
        self.coerce(boxed, to)
    }

    /// A value of another type of C's as a pointer; bytes give the address of their first.
    pub(super) fn as_pointer(&mut self, value: Expr, to: &Type) -> Expr {
        match &value.ty {
            Type::Fixed(..) => {
                let value = self.decayed(value);
                pointer_at(value, to)
            }
            Type::Bytes => {
                let constant = match value.kind {
                    ExprKind::Const(Value::Bytes(mut bytes)) => {
                        bytes.push(0);
                        Expr { ty: Type::Bytes, kind: ExprKind::Const(Value::Bytes(bytes)) }
                    }
                    kind => Expr { ty: Type::Bytes, kind },
                };
                pointer_at(kernel("mem::bytes_pointer", vec![constant], chars()), to)
            }
            _ => pointer_at(value, to),
        }
    }
}

/// `char*`
pub(super) fn chars() -> Type {
    Type::Pointer(Box::new(Type::Num(Num::c(crate::ty::Repr::I8))))
}

/// A pointer moved by a number of items.
pub(super) fn offset(pointer: Expr, count: Expr) -> Expr {
    if matches!(count.kind, ExprKind::Const(Value::Int(0))) {
        return pointer;
    }
    Expr { ty: pointer.ty.clone(), kind: ExprKind::Offset(Box::new(pointer), Box::new(count)) }
}

fn negated(count: Expr) -> Expr {
    Expr { ty: count.ty.clone(), kind: ExprKind::Neg(Box::new(count)) }
}

/// The same address, as a pointer to something else.
pub(super) fn pointer_at(value: Expr, to: &Type) -> Expr {
    match &value.kind {
        _ if value.ty == *to => value,
        ExprKind::Const(Value::Null) => Expr { ty: to.clone(), kind: value.kind },
        _ => match (&value.ty, to) {
            (Type::Pointer(_) | Type::Function(_) | Type::Num(_), _) => cast(value, to.clone()),
            _ => Expr { ty: to.clone(), kind: value.kind },
        },
    }
}

/// A pointer as `void*`.
pub(super) fn void(pointer: Expr) -> Expr {
    pointer_at(pointer, &Type::Pointer(Box::new(Type::None)))
}

/// C's `NULL`.
pub(super) fn null() -> Expr {
    Expr { ty: Type::Pointer(Box::new(Type::None)), kind: ExprKind::Const(Value::Null) }
}
