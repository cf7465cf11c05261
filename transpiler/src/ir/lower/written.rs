//! Items that are written out, and literals, where C has memory: arrays, what pointers point to, fields.

use super::builder::Lower;
use super::coerce::{Fidelity, cast, never_made, number, pure};
use super::memory::void;
use crate::hir::{self, ExprKind as Hir};
use crate::ir::{Expr, ExprKind, ListOp, Op, Place, PureOp, Step, StmtKind, Value};
use crate::ty::{Num, Repr, Type};
use crate::types::memory::PointerSlice;

/// The items of a list or tuple that is written out.
pub(super) fn written(value: &hir::Expr) -> Option<&[hir::Expr]> {
    match &value.kind {
        Hir::List(items) | Hir::Tuple(items) => Some(items),
        _ => None,
    }
}

impl<'a> Lower<'a> {
    /// `cdef double* p = [1, 2, 3]`: a pointer to an array of C's that has the items.
    pub(super) fn pointer_to_items(&mut self, value: Expr, item: &Type) -> Expr {
        let made = match value.kind {
            ExprKind::Local(local) | ExprKind::Take(local) => self.made_by(local),
            _ => None,
        };
        let items = match made {
            Some(Op::List(ListOp::New { items, .. })) if !items.is_empty() => items.clone(),
            _ => {
                let to = Type::Pointer(Box::new(item.clone()));
                self.no_conversion(format!("Cannot convert Python object to '{}'", self.c_name(&to)));
                return never_made(&to);
            }
        };
        let array = self.room_for(items.len(), item);
        for (at, value) in items.into_iter().enumerate() {
            let value = self.coerce(value, item);
            let place = array.clone().then(Step::Index(Expr::int(at as i64), item.clone()));
            self.push(StmtKind::Put { place, value });
        }
        self.address_of(array, item)
    }

    /// As [`Self::pointer_to_items`], of a list or tuple that is written out: its items may be what no list has.
    pub(super) fn written_pointer(&mut self, value: &'a hir::Expr, to: &Type) -> Option<Expr> {
        let (Type::Pointer(item), Some(items)) = (to, written(value)) else { return None };
        if items.is_empty() || **item == Type::None {
            return None;
        }
        let array = self.room_for(items.len(), item);
        self.put_items(&array, item, items);
        Some(self.address_of(array, item))
    }

    /// Where an array without a name lies: in the function, or, at module level, in memory that stays.
    fn room_for(&mut self, count: usize, item: &Type) -> Place {
        let whole = Type::Fixed(Box::new(item.clone()), count as u32);
        if !self.source.is_module_run() {
            let temp = self.local("", whole.clone());
            let zero = Expr { ty: whole, kind: ExprKind::Const(Value::Null) };
            self.push(StmtKind::Assign(temp, Op::Use(zero)));
            return Place::local(temp);
        }
        let size = hir::layout(&whole, &self.module.structs).map_or(0, |(size, _)| size);
        let memory = Type::Pointer(Box::new(Type::None));
        let args = [1, size as i64].map(|size| number(&Type::Num(Num::c(Repr::U64)), size)).to_vec();
        let made = Op::Kernel { path: "mem::calloc", args, ty: memory.clone(), raises: false };
        let start = self.op(made, memory);
        Place::pointee(self.hold(cast(start, Type::Pointer(Box::new(whole)))))
    }

    /// The array of the bytes of a literal, which must be as many.
    pub(super) fn array_of_literal(&mut self, value: Expr, item: &Type, size: u32) -> Expr {
        let array = Type::Fixed(Box::new(item.clone()), size);
        if let ExprKind::Const(Value::Bytes(bytes)) = &value.kind
            && bytes.len() != size as usize
        {
            let message = format!("Assignment to slice of wrong length, expected {size}, got {}", bytes.len());
            self.no_conversion(message);
            return never_made(&array);
        }
        let pointer = self.coerce(value, &Type::Pointer(Box::new(item.clone())));
        self.array_behind(pointer, &array)
    }

    /// `p[start:stop] = [x, y]`, `a[start:] = other`: items that are written out, or those of an array of C's.
    pub(super) fn put_part(&mut self, slice: &PointerSlice<'a>, value: &'a hir::Expr) {
        let item = slice.item.clone();
        let given = match (&value.kind, self.type_of(value)) {
            (Hir::List(items), _) => items.len() as u32,
            (_, Type::Fixed(own, given)) if *own == item => given,
            (_, Type::Pointer(own)) if *own == item => return self.copy_part(slice, value),
            (_, Type::Bytes | Type::Object) if item.is_byte() => return self.copy_part(slice, value),
            (_, own) => {
                let into = self.c_name(&Type::Pointer(Box::new(item)));
                return self.no_conversion(match own.is_aggregate() {
                    true => format!("Cannot assign type '{}' to '{into}'", self.c_name(&own)),
                    false => format!("Cannot convert Python object to '{into}'"),
                });
            }
        };
        let (start, length) = self.slice_of_pointer(slice);
        self.effect("mem::check_part", vec![length, Expr::int(given.into())], true);
        let whole = Type::Fixed(Box::new(item.clone()), given);
        let place = Place::pointee(cast(start, Type::Pointer(Box::new(whole.clone()))));
        match self.written_items(value, given) {
            Some(items) => self.put_items(&place, &item, items),
            None => {
                let value = self.expr(value);
                self.put(place, &whole, value);
            }
        }
    }

    /// `p[start:stop] = q`: so many items, as C's `memcpy` copies them; the source vouches for their number.
    fn copy_part(&mut self, slice: &PointerSlice<'a>, value: &'a hir::Expr) {
        let to = Type::Pointer(Box::new(slice.item.clone()));
        let (start, length) = self.slice_of_pointer(slice);
        let from = self.expr(value);
        let from = self.coerce(from, &to);
        let size = hir::layout(&slice.item, &self.module.structs).map_or(0, |(size, _)| size);
        let length = self.convert(length, Num::c(Repr::U64), Fidelity::Store);
        let bytes = pure(PureOp::Mul, length, number(&Type::Num(Num::c(Repr::U64)), size as i64));
        let memory = Type::Pointer(Box::new(Type::None));
        let copied =
            Op::Kernel { path: "mem::memcpy", args: vec![void(start), void(from), bytes], ty: memory, raises: false };
        self.push(StmtKind::Eval(copied));
    }

    /// Items written out one by one: `a = [1, 2, 3]`, `a[:] = 1, 2, 3`.
    pub(super) fn put_items(&mut self, place: &Place, item: &Type, items: &'a [hir::Expr]) {
        let mut values = Vec::new();
        self.gather_items(place, item, items, &mut values);
        for (place, ty, value) in values {
            self.put(place, &ty, value);
        }
    }

    /// Evaluates the items, those of arrays in the array one by one, and notes where each goes.
    fn gather_items(
        &mut self,
        place: &Place,
        item: &Type,
        items: &'a [hir::Expr],
        values: &mut Vec<(Place, Type, Expr)>,
    ) {
        for (at, value) in items.iter().enumerate() {
            let place = place.clone().then(Step::Index(Expr::int(at as i64), item.clone()));
            match item {
                Type::Fixed(inner, size) if let Some(items) = self.written_items(value, *size) => {
                    self.gather_items(&place, inner, items, values);
                }
                _ => {
                    let value = self.written_out(value, item);
                    values.push((place, item.clone(), value));
                }
            }
        }
    }

    /// The items of a list or tuple that is written out, if they are as many as the array has.
    pub(super) fn written_items(&self, value: &'a hir::Expr, size: u32) -> Option<&'a [hir::Expr]> {
        written(value).filter(|items| items.len() == size as usize)
    }

    /// A value that goes to a struct or an array of C's: a list that is written out has the fields or items in their
    /// order.
    pub(super) fn written_out(&mut self, value: &'a hir::Expr, ty: &Type) -> Expr {
        match (ty, &value.kind) {
            (Type::Struct(id), Hir::List(items)) => {
                if items.len() > self.module.structs.get(id.0 as usize).map_or(0, |own| own.fields.len()) {
                    self.no_conversion(format!("Too many members for '{}'", self.c_name(ty)));
                }
                self.new_struct(*id, items, &[])
            }
            (Type::Fixed(item, size), _) if let Some(items) = self.written_items(value, *size) => {
                let temp = self.local("", ty.clone());
                self.put_items(&Place::local(temp), item, items);
                Expr::local(temp, ty.clone())
            }
            _ => self.written_pointer(value, ty).unwrap_or_else(|| self.expr(value)),
        }
    }
}
