//! Assignment: plain, augmented, unpacking, into items and slices.

use super::builder::Lower;
use super::coerce::{Fidelity, compare};
use super::memory::Reach;
use super::nullness::Asked;
use super::written::written;
use crate::hir::{self, AugTarget, BinOp, Index, IndexItem, Target, TargetKind};
use crate::ir::{AxisIndex, Block, Check, Expr, ExprKind, ListOp, LocalId, Op, PyOp, Relation, Stmt, StmtKind};
use crate::ty::{ArrayType, Form, Item, Layout, Num, Rules, Type};
use crate::types;
use crate::types::promote::RightHand;

impl<'a> Lower<'a> {
    pub(super) fn assign(&mut self, targets: &'a [Target], value: &'a hir::Expr) {
        let own = self.type_of(value);
        if let [Target { kind: TargetKind::Index { value: array, index }, .. }] = targets
            && let Type::Fixed(item, size) = self.type_of(array)
            && is_whole(index)
        {
            let place = self.place(array, Reach::Store);
            match self.written_items(value, size) {
                Some(items) => self.put_items(&place, &item, items),
                None => {
                    let result = self.expr(value);
                    self.put(place, &Type::Fixed(item, size), result);
                }
            }
            return;
        }
        if let [Target { kind: TargetKind::Index { value: memory, index }, .. }] = targets
            && let Some(slice) = types::memory::pointer_part(memory, index, |part| self.type_of(part))
        {
            return self.put_part(&slice, value);
        }
        if let [Target { kind: TargetKind::Local(web), .. }] = targets {
            let local = self.web(*web);
            let ty = self.local_type(local).clone();
            if let Type::Fixed(item, size) = &ty
                && !self.is_boxed(local)
                && let Some(items) = self.written_items(value, *size)
            {
                return self.put_items(&crate::ir::Place::local(local), item, items);
            }
            if ty.is_aggregate() {
                let result = self.written_out(value, &ty);
                self.assign_local(local, result);
                return;
            }
            let is_written = matches!(ty, Type::Pointer(_)) && written(value).is_some();
            let numbers = own.num().is_some() && ty.num().is_some();
            if !is_written && own == Type::Object || numbers || own.is_c() && ty == Type::Object {
                let result = self.expr(value);
                return self.at(value.span, |cx| cx.assign_local(local, result));
            }
            let mut result = self.expr_as(value, &ty);
            if let Some(written) = self.written(local).filter(|_| ty == Type::Object) {
                result = self.of_class_but(&own, result, written);
            }
            self.push(StmtKind::Assign(local, Op::Use(result)));
            return;
        }
        if let [Target { kind: TargetKind::Global(name), .. }] = targets
            && let Some((place, Type::Fixed(item, size))) = self.plain_variable(name)
            && let Some(items) = self.written_items(value, size)
        {
            return self.put_items(&place, &item, items);
        }
        if let [target] = targets
            && written(value).is_some()
            && let Some(ty) = self.target_aggregate(target)
        {
            let result = self.written_out(value, &ty);
            return self.at(target.span, |cx| cx.bind(target, result));
        }
        // All names of a new list are of one type: it is made, or becomes an object, once.
        let local = targets.iter().find_map(|target| match target.kind {
            TargetKind::Local(web) => Some(self.local_type(self.web(web)).clone()),
            _ => None,
        });
        let result = match local {
            Some(ty) if matches!(own, Type::List(_)) => self.expr_as(value, &ty),
            _ => self.expr(value),
        };
        let result = match targets {
            _ if own == Type::None => result,
            [_] if matches!(result.kind, ExprKind::Tuple(_)) => self.hold_parts(result),
            _ => self.hold(result),
        };
        for target in targets {
            self.at(target.span, |cx| cx.bind(target, result.clone()));
        }
    }

    /// The type of the struct, array or pointer that lies where the target says.
    fn target_aggregate(&self, target: &Target) -> Option<Type> {
        let ty = match &target.kind {
            TargetKind::Attribute { value, name } => self.field_of(value, name)?.2,
            TargetKind::Index { value, index } => match self.type_of(value) {
                Type::Array(array) => types::index_type(array, index, |expr| self.type_of(expr))?,
                other => other.pointee()?.clone(),
            },
            TargetKind::Global(name) => self.plain_variable(name)?.1,
            TargetKind::Local(_) | TargetKind::Tuple { .. } => return None,
        };
        (ty.is_aggregate() || matches!(ty, Type::Pointer(_))).then_some(ty)
    }

    /// `a, b = b, a`: each part is put aside before any target is assigned.
    fn hold_parts(&mut self, value: Expr) -> Expr {
        let ExprKind::Tuple(items) = value.kind else { return value };
        let items = items.into_iter().map(|item| self.hold_parts_or_copy(item)).collect();
        Expr { ty: value.ty, kind: ExprKind::Tuple(items) }
    }

    fn hold_parts_or_copy(&mut self, item: Expr) -> Expr {
        if let ExprKind::Tuple(_) = item.kind { self.hold_parts(item) } else { self.hold_copy(item) }
    }

    /// Stores a value where the target says.
    pub(super) fn bind(&mut self, target: &'a Target, value: Expr) {
        match &target.kind {
            TargetKind::Local(web) => {
                let local = self.web(*web);
                self.assign_local(local, value);
            }
            TargetKind::Global(name) => self.set_global(name, value),
            TargetKind::Attribute { value: object, name } if self.field_of(object, name).is_some() => {
                if let Some((place, ty)) = self.target_field(object, name) {
                    self.put(place, &ty, value);
                }
            }
            TargetKind::Attribute { value: object, name } if self.complex_variable(object, name).is_some() => {
                self.set_part(object, name, value);
            }
            TargetKind::Attribute { value: object, name }
                if types::memory::class_setter(self.module, self.source, object, name).is_some() =>
            {
                let Some((path, ty)) = types::memory::class_setter(self.module, self.source, object, name) else {
                    return;
                };
                let value = self.coerce(value, &ty);
                let object = self.object(object);
                self.push(StmtKind::Eval(Op::Kernel { path, args: vec![object, value], ty: Type::None, raises: true }));
            }
            TargetKind::Attribute { value: object, name }
                if let Some(variable) = types::memory::settable_member(self.module, object, name) =>
            {
                self.set_library(variable, value);
            }
            TargetKind::Attribute { value: object, name } => {
                let value = self.boxed(value);
                let owner = self.object(object);
                self.note_attribute(format!("the attribute `{name}` is assigned"), object);
                self.push(StmtKind::Eval(Op::Python(PyOp::SetAttr(owner, name.clone(), value))));
            }
            TargetKind::Index { value: container, index } => self.store(container, index, value),
            TargetKind::Tuple { elements, star } => self.unpack(elements, *star, value),
        }
    }

    /// `z.real = x`: the variable, if it is a complex number of C's.
    fn complex_variable(&self, object: &hir::Expr, name: &str) -> Option<(hir::WebId, Num)> {
        let web = types::memory::part_of_complex(self.source, object, name)?;
        Some((web, self.type_of(object).num().filter(|num| num.repr.is_complex())?))
    }

    /// Gives a complex variable another real or imaginary part.
    fn set_part(&mut self, object: &hir::Expr, name: &str, value: Expr) {
        let Some((web, num)) = self.complex_variable(object, name) else { return };
        let local = self.web(web);
        let whole = self.read(local);
        let other = super::expr::number_attribute(whole, num, if name == "real" { "imag" } else { "real" });
        let value = self.coerce(value, &other.ty.clone());
        let (re, im) = if name == "real" { (value, other) } else { (other, value) };
        let kind = ExprKind::Complex(Box::new(re), Box::new(im));
        self.assign_local(local, Expr { ty: Type::Num(num), kind });
    }

    fn unpack(&mut self, elements: &'a [Target], star: Option<usize>, value: Expr) {
        let parts = match (&value.ty, star) {
            (Type::Tuple(items), None) if items.len() == elements.len() => self.fields(value),
            (Type::Tuple(items), Some(star)) if items.len() + 1 >= elements.len() => {
                self.unpack_tuple_star(value, elements.len(), star)
            }
            (Type::List(_) | Type::Array(_) | Type::Range, None) => self.unpack_counted(value, elements.len()),
            _ => self.unpack_object(value, elements.len(), star),
        };
        for (element, part) in elements.iter().zip(parts) {
            self.at(element.span, |cx| cx.bind(element, part));
        }
    }

    fn unpack_tuple_star(&mut self, value: Expr, count: usize, star: usize) -> Vec<Expr> {
        let types = types::unpacked(&value.ty, count, Some(star));
        let mut fields = self.fields(value);
        let after = fields.split_off(fields.len() - (count - star - 1));
        let middle = fields.split_off(star);
        let rest = match super::builder::settled(&types[star]) {
            Type::List(item) => {
                let items = middle.into_iter().map(|part| self.coerce(part, &item)).collect();
                let ty = Type::List(item);
                self.op(Op::List(ListOp::New { items, ty: ty.clone() }), ty)
            }
            _ => {
                let items = middle.into_iter().map(|part| self.boxed(part)).collect();
                self.op(Op::Python(PyOp::List(items)), Type::Object)
            }
        };
        fields.push(rest);
        fields.extend(after);
        fields
    }

    /// A list or array must have as many items as there are targets.
    fn unpack_counted(&mut self, value: Expr, count: usize) -> Vec<Expr> {
        let cursor = self.cursor_of(value);
        let length = cursor.length.clone();
        let wanted = Expr::int(count as i64);
        let check = |relation| compare(relation, length.clone(), wanted.clone());
        let (few, ()) = self.in_block(|cx| cx.unpack_error(&length, count, true));
        self.push(StmtKind::If { cond: check(Relation::Lt), then: few, orelse: Vec::new() });
        let (many, ()) = self.in_block(|cx| cx.unpack_error(&length, count, false));
        self.push(StmtKind::If { cond: check(Relation::Gt), then: many, orelse: Vec::new() });
        (0..count).map(|at| self.cursor_item(&cursor, Expr::int(at as i64))).collect()
    }

    fn unpack_error(&mut self, length: &Expr, count: usize, few: bool) {
        let path = if few { "sequence::too_few" } else { "sequence::too_many" };
        let args = vec![length.clone(), Expr::int(count as i64)];
        self.push(StmtKind::Eval(Op::Kernel { path, args, ty: Type::None, raises: true }));
    }

    fn unpack_object(&mut self, value: Expr, count: usize, star: Option<usize>) -> Vec<Expr> {
        self.note_values("a Python object is unpacked", &[&value]);
        let value = self.boxed(value);
        let ty = Type::Tuple(vec![Type::Object; count]);
        let op = match star {
            None => PyOp::Unpack(value, count as u32),
            Some(star) => PyOp::UnpackStar { value, before: star as u32, after: (count - star - 1) as u32 },
        };
        let parts = self.op(Op::Python(op), ty);
        self.fields(parts)
    }

    /// `container[index] = value`.
    fn store(&mut self, container: &'a hir::Expr, index: &'a Index, value: Expr) {
        let own = self.type_of(container);
        let type_of = |expr: &hir::Expr| self.type_of(expr);
        match &own {
            Type::Array(array) if array.readonly => self.const_assignment(),
            Type::Array(array) => match types::index_type(*array, index, type_of) {
                Some(item @ (Type::Num(_) | Type::Struct(_))) if storable(*array, &value) => {
                    let local = self.array_local(container);
                    let index = self.item_index(index, *array);
                    self.store_item(local, index, value, &item);
                }
                Some(Type::Num(item)) if self.takes_objects(array, index, &value.ty) => {
                    let written = self.item_words(container, *array);
                    let value = self.coerce_written(value, &Type::Num(item), written.as_ref());
                    let local = self.array_local(container);
                    let index = self.item_index(index, *array);
                    self.push(StmtKind::Store { array: local, index, value });
                }
                Some(Type::Array(part)) if other_struct(part, &value) => {
                    let (from, into) = (self.item_name(&value.ty), self.item_name(&Type::Array(part)));
                    self.no_conversion(format!("Different base types for memoryviews ({from}, {into})"));
                }
                Some(Type::Array(part)) if storable_in_bulk(part, &value) || spreads_to(part, &value) => {
                    let local = self.array_local(container);
                    self.store_slice(local, index, part, value);
                }
                _ => self.store_object(container, index, value),
            },
            Type::List(item) if !index.tuple && self.is_integer_index(index) => {
                let item = (**item).clone();
                let list = self.expr(container);
                let list = self.hold(list);
                let index = self.single_index(index);
                let value = self.coerce(value, &item);
                let check = self.bounds_check();
                self.push(StmtKind::Eval(Op::List(ListOp::Set { list, index, value, check })));
            }
            Type::Pointer(_) | Type::Fixed(..) => match self.target_item(container, index) {
                Some((place, item)) => self.put(place, &item, value),
                None => self.store_object(container, index, value),
            },
            Type::Tuple(items) => match self.tuple_variable(container, index, items.len()) {
                Some((web, at)) => self.set_tuple_item(web, at, value),
                None => self.store_object(container, index, value),
            },
            _ => self.store_object(container, index, value),
        }
    }

    /// `t[0]` of a variable that is declared as a tuple of C's: the variable, and the position.
    fn tuple_variable(&mut self, container: &hir::Expr, index: &Index, count: usize) -> Option<(hir::WebId, usize)> {
        let (hir::ExprKind::Local { web, .. }, [IndexItem::Expr(at)]) = (&container.kind, index.items.as_slice())
        else {
            return None;
        };
        let declared = self.source.webs[web.0 as usize].declared.as_ref()?;
        let Some(hir::Const::Int(at)) = types::constant(self.module, at) else { return None };
        let at = types::tuple_position(&at, count)?;
        (self.source.c.is_some() && *declared == self.type_of(container)).then_some((*web, at))
    }

    /// Gives a variable the tuple that it holds, with another item.
    fn set_tuple_item(&mut self, web: hir::WebId, at: usize, value: Expr) {
        let local = self.web(web);
        let whole = self.read(local);
        let mut items = self.fields(whole);
        let value = self.coerce(value, &items[at].ty.clone());
        items[at] = value;
        self.assign_local(local, super::coerce::tuple(items));
    }

    /// How the type of a view's items is written where the view is declared.
    fn item_words(&self, view: &hir::Expr, array: ArrayType) -> Option<hir::Written> {
        let hir::ExprKind::Local { web, .. } = view.kind else { return None };
        let param = self.source.params.iter().find(|param| param.web == web).and_then(|param| param.written.as_ref());
        let written = param.or(self.source.webs[web.0 as usize].written.as_ref())?;
        let name = written.name.strip_prefix("const ").unwrap_or(&written.name).to_owned();
        (array.form == Form::View && !name.is_empty()).then(|| hir::Written::plain(name, true))
    }

    /// The items of a view as C writes them.
    fn item_name(&self, view: &Type) -> String {
        view.array().map_or_else(String::new, |view| self.c_name(&view.item()))
    }

    /// A store through a view of constants.
    fn const_assignment(&mut self) {
        self.no_conversion("Assignment to const dereference".to_owned());
    }

    /// NumPy looks at the index before it looks at the value.
    fn store_item(&mut self, array: LocalId, index: Vec<AxisIndex>, value: Expr, item: &Type) {
        let (convert, value) = self.in_block(|cx| cx.stored_item(value, item));
        if convert.is_empty() {
            self.push(StmtKind::Store { array, index, value });
            return;
        }
        self.push(StmtKind::Eval(Op::Load { array, index: index.clone() }));
        convert.into_iter().for_each(|stmt| self.push_stmt(stmt));
        self.push(StmtKind::Store { array, index, value });
    }

    fn is_integer_index(&self, index: &Index) -> bool {
        match index.items.as_slice() {
            [IndexItem::Expr(at)] => self.type_of(at).num().is_some_and(|num| num.repr.is_integer()),
            _ => false,
        }
    }

    fn store_object(&mut self, container: &'a hir::Expr, index: &'a Index, value: Expr) {
        let value = self.boxed(value);
        let object = self.object(container);
        let key = self.index_object(index);
        self.note_index("an item of a Python object is assigned", container, index);
        self.push(StmtKind::Eval(Op::Python(PyOp::SetItem(object, key, value))));
    }

    /// `a[1:] = 0` and `a[1:] = b[:-1]`.
    fn store_slice(&mut self, local: LocalId, index: &'a Index, part: ArrayType, value: Expr) {
        let Some(array) = self.local_type(local).array() else { return };
        self.asked(local, Asked::Stored);
        let items = self.slice_items(index, array);
        let ty = Type::Array(part);
        let to = self.op(Op::Slice { array: local, items, ty: ty.clone() }, ty);
        let to = self.hold_local(to);
        match value.ty {
            Type::Array(_) => {
                let from = self.hold_local(value);
                let from = self.at_dtype(from, part);
                let from = self.broadcast(from, to, part);
                self.push(StmtKind::Copy { to, from });
            }
            _ => {
                let item = part.item();
                let value = self.stored(value, &item);
                self.push(StmtKind::Fill { array: to, value });
            }
        }
    }

    /// The source of a copy at the destination's dtype.
    fn at_dtype(&mut self, from: LocalId, part: ArrayType) -> LocalId {
        match self.local_type(from).array() {
            Some(own) if own.dtype != part.dtype => {
                let ty = Type::Array(ArrayType { dtype: part.dtype, layout: Layout::C, ..own });
                let converted = self.op(Op::CopyOf { array: from, ty: ty.clone() }, ty);
                self.hold_local(converted)
            }
            _ => from,
        }
    }

    /// The source of a copy, spread to the shape of the destination; other shapes raise.
    fn broadcast(&mut self, from: LocalId, to: LocalId, part: ArrayType) -> LocalId {
        // An axis of length one is read again and again: no stride is known any more.
        let ty = Type::Array(ArrayType { layout: Layout::Strided, ..part });
        let path = if part.form == Form::View { "sequence::spread_view" } else { "sequence::broadcast" };
        let args = vec![self.read(from), self.read(to)];
        let spread = self.raising(path, args, ty);
        self.hold_local(spread)
    }

    pub(super) fn aug_assign(&mut self, target: &'a AugTarget, op: BinOp, value: &'a hir::Expr, result: hir::ExprId) {
        let ty = super::builder::settled(self.instance.expr(result));
        match target {
            AugTarget::Local { read, check_bound, write, .. } => {
                let from = self.web(*read);
                if *check_bound {
                    self.check_bound(from);
                }
                let old = if self.is_boxed(from) { self.boxed_value(from) } else { self.read(from) };
                let old = if super::expr::has_walrus(value) { self.hold_copy(old) } else { old };
                let new = self.in_place(op, old, value, &ty);
                let to = self.web(*write);
                self.assign_local(to, new);
            }
            AugTarget::Global { name, .. } => {
                let old = self.global_value(name);
                let new = self.in_place(op, old, value, &ty);
                self.set_global(name, new);
            }
            AugTarget::Attribute { value: object, name, .. } if self.field_of(object, name).is_some() => {
                if let Some((place, item)) = self.target_field(object, name) {
                    self.put_in_place(place, &item, op, value, &ty);
                }
            }
            AugTarget::Attribute { value: object, name, .. } if self.complex_variable(object, name).is_some() => {
                let old = self.expr(object);
                if let Type::Num(num) = old.ty {
                    let old = self.hold_copy(super::expr::number_attribute(old, num, name));
                    let new = self.in_place(op, old, value, &ty);
                    self.set_part(object, name, new);
                }
            }
            AugTarget::Attribute { value: object, name, .. }
                if let Some(variable) = types::memory::settable_member(self.module, object, name) =>
            {
                let old = self.library_value(variable);
                let new = self.in_place(op, old, value, &ty);
                self.set_library(variable, new);
            }
            AugTarget::Attribute { value: object, name, .. } => {
                let owner = self.object(object);
                let owner = self.hold(owner);
                let old = self.op(Op::Python(PyOp::GetAttr(owner.clone(), name.clone())), Type::Object);
                let new = self.in_place(op, old, value, &Type::Object);
                self.note_attribute(format!("the attribute `{name}` is changed"), object);
                self.push(StmtKind::Eval(Op::Python(PyOp::SetAttr(owner, name.clone(), new))));
            }
            AugTarget::Index { value: container, index, .. } => self.aug_item(container, index, op, value, &ty),
        }
    }

    pub(super) fn in_place(&mut self, op: BinOp, old: Expr, value: &'a hir::Expr, ty: &Type) -> Expr {
        if types::memory::pointer_binary(op, &old.ty, &self.type_of(value)).is_some() {
            let right = self.expr(value);
            return self.pointer_binary(op, old, right, ty);
        }
        if let (Type::Num(_), Type::Num(_)) = (ty, &old.ty) {
            let constant = types::constant(self.module, value);
            if let Some(masked) = self.aug_masked(op, &old, &constant, ty) {
                return masked;
            }
            let right = self.expr(value);
            if op == BinOp::Pow && types::is_fractional_power(&old.ty, &right.ty) {
                return self.c_power(old, right, ty);
            }
            return self.in_place_number(op, old, right, constant);
        }
        if let Some(result) = types::sequence_type(op, &old.ty, &self.type_of(value))
            && *ty == result
        {
            return self.sequence_in_place(op, old, value, &result);
        }
        self.note_in_place(op.sign(), &old, value);
        let old = self.boxed(old);
        let right = self.object(value);
        self.op(Op::Python(PyOp::InPlace(op, old, right)), Type::Object)
    }

    fn in_place_number(&mut self, op: BinOp, old: Expr, right: Expr, constant: Option<hir::Const>) -> Expr {
        let meant = old.ty.num().zip(right.ty.num()).map(|(a, b)| types::promote::in_place(op, a, b));
        let (op, hand) = meant.unwrap_or((op, RightHand::Unknown));
        let hand = if hand == RightHand::Natural { hand } else { types::right_hand(op, &None, &constant) };
        self.known_binary(op, old, right, &(None, constant), hand).unwrap_or_else(Expr::none)
    }

    /// A list grows in place; strings and bytes are made anew.
    fn sequence_in_place(&mut self, op: BinOp, old: Expr, value: &'a hir::Expr, ty: &Type) -> Expr {
        let right = self.expr(value);
        if (op, ty) == (BinOp::Add, &Type::Str) {
            let (old, right) = (self.coerce(old, ty), self.coerce(right, ty));
            let append =
                Op::Kernel { path: "sequence::text_append", args: vec![old, right], ty: Type::Str, raises: false };
            return self.op(append, Type::Str);
        }
        if !matches!(ty, Type::List(_)) {
            return self.sequence_binary(op, old, right, ty);
        }
        let old = self.hold(old);
        let (path, raises) = match op {
            BinOp::Add => ("sequence::list_extend", false),
            _ => ("sequence::list_repeat_in_place", true),
        };
        let right = if op == BinOp::Add { self.coerce(right, ty) } else { self.convert_index(right) };
        self.push(StmtKind::Eval(Op::Kernel { path, args: vec![old.clone(), right], ty: Type::None, raises }));
        old
    }

    /// `x &= mask`, `x %= 2**k`.
    fn aug_masked(&mut self, op: BinOp, old: &Expr, constant: &Option<hir::Const>, ty: &Type) -> Option<Expr> {
        self.masked_value(op, old.clone(), constant, ty.num()?)
    }

    /// `a[i] += value`: container and index are evaluated once.
    fn aug_item(&mut self, container: &'a hir::Expr, index: &'a Index, op: BinOp, value: &'a hir::Expr, ty: &Type) {
        let own = self.type_of(container);
        let type_of = |expr: &hir::Expr| self.type_of(expr);
        match &own {
            Type::Array(array) if array.readonly => self.const_assignment(),
            Type::Array(array) if matches!(ty, Type::Num(_)) || self.takes_objects(array, index, ty) => {
                let Some(item) = types::index_type(*array, index, type_of) else { return };
                let local = self.array_local(container);
                let mut index = self.item_index(index, *array);
                for axis in &mut index {
                    axis.index = self.hold(axis.index.clone());
                }
                // The object becomes a number of the item's type before the item is looked at.
                let object = (*ty == Type::Object).then(|| {
                    let right = self.expr(value);
                    let right = self.coerce(right, &item);
                    self.hold(right)
                });
                let old = self.op(Op::Load { array: local, index: index.clone() }, item.clone());
                let new = match object {
                    Some(right) => self.in_place_number(op, old, right, None),
                    None => self.in_place(op, old, value, ty),
                };
                let value = self.stored_item(new, &item);
                self.push(StmtKind::Store { array: local, index, value });
            }
            Type::List(item) if matches!(ty, Type::Num(_)) && self.is_integer_index(index) => {
                let item = (**item).clone();
                let list = self.expr(container);
                let list = self.hold(list);
                let at = self.single_index(index);
                let at = self.hold(at);
                let check = self.bounds_check();
                let old = ListOp::Get { list: list.clone(), index: at.clone(), check };
                let old = self.op(Op::List(old), item.clone());
                let new = self.in_place(op, old, value, ty);
                let value = self.coerce(new, &item);
                self.push(StmtKind::Eval(Op::List(ListOp::Set { list, index: at, value, check: Check::Each })));
            }
            Type::Pointer(_) | Type::Fixed(..) => match self.target_item(container, index) {
                Some((place, item)) => self.put_in_place(place, &item, op, value, ty),
                None => {
                    let whole = self.c_name(&own);
                    self.no_conversion(format!("Cannot change part of '{whole}' in place, only one item"));
                }
            },
            _ => {
                let object = self.object(container);
                let object = self.hold(object);
                let key = self.index_object(index);
                let key = self.hold(key);
                self.note_index(format!("an item of `{own}` is changed by the interpreter"), container, index);
                let old = self.op(Op::Python(PyOp::GetItem(object.clone(), key.clone())), Type::Object);
                let new = self.in_place(op, old, value, &Type::Object);
                self.push(StmtKind::Eval(Op::Python(PyOp::SetItem(object, key, new))));
            }
        }
    }

    /// Whether a Python object becomes a number of C's as it goes into an item of the array.
    fn takes_objects(&self, array: &ArrayType, index: &Index, ty: &Type) -> bool {
        let item = types::index_type(*array, index, |expr| self.type_of(expr));
        *ty == Type::Object && matches!(item, Some(Type::Num(item)) if item.rules == Rules::C)
    }

    fn convert_index(&mut self, value: Expr) -> Expr {
        self.convert(value, Num::INT, Fidelity::Exact)
    }

    /// A block that runs for its effects.
    pub(super) fn effects(&mut self, lower: impl FnOnce(&mut Self)) -> Block {
        let (block, ()) = self.in_block(lower);
        block
    }

    /// A statement at the current place.
    pub(super) fn stmt_here(&self, kind: StmtKind) -> Stmt {
        Stmt { kind, span: self.span }
    }
}

/// Whether the index is `[:]`.
fn is_whole(index: &Index) -> bool {
    matches!(index.items.as_slice(), [IndexItem::Slice { lower: None, upper: None, step: None }])
}

/// Whether a value goes into an item without the interpreter.
fn storable(array: ArrayType, value: &Expr) -> bool {
    match array.dtype {
        Item::Num(repr) => value.ty.num().is_some_and(|num| types::fills(repr, num)),
        // An object is converted first.
        Item::Struct(_) => true,
    }
}

/// Whether a value goes into all items of a part without the interpreter.
fn storable_in_bulk(part: ArrayType, value: &Expr) -> bool {
    match part.dtype {
        Item::Num(_) => storable(part, value),
        Item::Struct(id) => value.ty == Type::Struct(id),
    }
}

/// Whether the value is a view whose items are no such structs, or structs where numbers are wanted.
fn other_struct(part: ArrayType, value: &Expr) -> bool {
    let is_struct = |array: ArrayType| matches!(array.dtype, Item::Struct(_));
    value.ty.array().is_some_and(|from| from.dtype != part.dtype && (is_struct(from) || is_struct(part)))
}

fn spreads_to(part: ArrayType, value: &Expr) -> bool {
    value.ty.array().is_some_and(|from| {
        let fills = match (from.dtype, part.dtype) {
            (Item::Num(from), Item::Num(part)) => types::fills(part, Num::numpy(from)),
            (from, part) => from == part,
        };
        fills && from.ndim <= part.ndim
    })
}
