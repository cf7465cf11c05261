//! Expressions: dispatch by kind; the work is in the modules beside.

use super::builder::Lower;
use super::coerce::{cast, number, tuple};
use super::nullness::Asked;
use crate::diag::{Code, Diagnostic};
use crate::facts::FactKind;
use crate::hir::{self, ExprKind as Hir};
use crate::ir::{Expr, ExprKind, ListOp, LocalId, Op, PyOp, StmtKind, Value};
use crate::ty::{ArrayType, Num, Repr, Type};
use crate::types::{self, resolve};

/// So many items of a container that is written out are put into it one by one.
const MANY: usize = 32;

impl<'a> Lower<'a> {
    /// The value of an expression, at its inferred type.
    pub(super) fn expr(&mut self, expr: &'a hir::Expr) -> Expr {
        let ty = self.type_of(expr);
        let value = self.at(expr.span, |cx| cx.expr_kind(expr, &ty));
        self.at(expr.span, |cx| cx.coerce(value, &ty))
    }

    /// The value of an expression at a wanted type: an empty list literal takes its items' type from there.
    pub(super) fn expr_as(&mut self, expr: &'a hir::Expr, ty: &Type) -> Expr {
        let value = match (&expr.kind, ty) {
            (Hir::List(items), Type::List(_)) => self.at(expr.span, |cx| cx.list_value(items, ty)),
            _ => self.at(expr.span, |cx| cx.written_pointer(expr, ty)).unwrap_or_else(|| self.expr(expr)),
        };
        self.at(expr.span, |cx| cx.coerce(value, ty))
    }

    /// As [`Self::expr_as`], where the source says how the type is written.
    pub(super) fn expr_written(&mut self, expr: &'a hir::Expr, ty: &Type, written: Option<&hir::Written>) -> Expr {
        let value = match ty {
            Type::Object => self.expr(expr),
            ty if ty.is_aggregate() => self.written_out(expr, ty),
            ty => self.expr_as(expr, ty),
        };
        self.at(expr.span, |cx| cx.coerce_written(value, ty, written))
    }

    fn expr_kind(&mut self, expr: &'a hir::Expr, ty: &Type) -> Expr {
        match &expr.kind {
            Hir::Const(value) => self.constant(value),
            Hir::Local { web, check_bound } => self.local_value(*web, *check_bound),
            Hir::Global(name) => match (ty, self.instance.callees.get(&expr.id)) {
                (Type::Function(_), Some(crate::types::Callee::Native { instance, .. })) => {
                    self.function_address(*instance)
                }
                _ => self.global(expr, name),
            },
            Hir::Attribute { value, name } => match self.library(expr) {
                Some(value) => value,
                None => self.attribute(expr, value, name),
            },
            Hir::Index { value, .. } if *ty != Type::Object && self.type_of(value).pointee().is_some() => {
                self.get(expr)
            }
            Hir::Index { value, index } => match self.bytes_behind(expr) {
                Some(bytes) => bytes,
                None => self.index(value, index, ty),
            },
            Hir::Call { func, args, keywords } => match self.known_constant(expr) {
                Some(value) => self.constant(&value),
                None => self.call(expr, func, args, keywords),
            },
            Hir::Unary { op, operand } => self.unary(expr, *op, operand, ty),
            Hir::Binary { op, left, right } => match crate::types::large(self.module, expr) {
                Some(value) => {
                    self.assume_roots(expr);
                    self.constant(&value)
                }
                None => self.binary(expr, *op, left, right, ty),
            },
            Hir::Compare { left, rest } => self.compare_chain(left, rest, ty),
            Hir::Bool { and, values } => self.bool_value(*and, values, ty),
            Hir::IsSequence(value) => self.is_sequence(value),
            Hir::Manager { enter, value } => self.manager(*enter, value),
            Hir::Not(operand) => {
                let value = self.condition(operand);
                super::cond::not(value)
            }
            Hir::IfExp { cond, then, orelse } => self.if_exp(cond, then, orelse, ty),
            Hir::Walrus { web, value } => {
                let value = self.expr(value);
                let local = self.web(*web);
                self.assign_local(local, value);
                self.read(local)
            }
            Hir::Address(place) => self.address(place),
            Hir::SizeOf(value) => self.sizeof(value, ty),
            Hir::TypeOf(value) => {
                let name = types::type_name(self.module, value, &|expr| self.type_of(expr));
                Expr { ty: Type::Str, kind: ExprKind::Const(crate::ir::Value::Str(name)) }
            }
            Hir::Null => super::memory::null(),
            Hir::Cast { value, .. } if matches!((ty, &value.kind), (Type::Array(_), Hir::Tuple(_))) => {
                let Hir::Tuple(parts) = &value.kind else { return Expr::none() };
                self.view_of_pointer(parts, ty)
            }
            Hir::Cast { value, written, checked, .. } => {
                let bytes = written.as_ref().is_some_and(|written| written.class.as_deref() == Some("bytes"));
                let byte = bytes && self.is_byte_of_bytes(value);
                let value = if bytes { self.bytes_object(value) } else { self.expr(value) };
                let value = if byte { self.coerce(value, &Type::Num(Num::c(Repr::U8))) } else { value };
                self.cast(value, ty, written.as_deref().map(|written| (written, *checked)))
            }
            Hir::Tuple(items) => self.tuple_value(items, ty),
            Hir::List(items) => self.list_value(items, ty),
            Hir::Set(items) => {
                self.note_python("a set is a Python object", None);
                if items.len() > MANY {
                    return self.filled(PyOp::Set(Vec::new()), items, Self::comp_add);
                }
                let items = self.objects(items);
                self.op(Op::Python(PyOp::Set(items)), Type::Object)
            }
            Hir::Dict(items) => self.dict_value(items),
            Hir::Comp { kind, element, generators } => {
                self.note_comprehension(expr, *kind, generators);
                self.at(expr.span, |cx| cx.comprehension(*kind, element, generators, ty))
            }
            Hir::FString(parts) => self.fstring(parts),
            // The owner is left to the interpreter before it is lowered.
            Hir::Left => Expr::none(),
        }
    }

    fn local_value(&mut self, web: hir::WebId, check_bound: bool) -> Expr {
        let local = self.web(web);
        if check_bound {
            self.check_bound(local);
        }
        if self.is_boxed(local) { self.boxed_value(local) } else { self.read(local) }
    }

    fn global(&mut self, expr: &'a hir::Expr, name: &str) -> Expr {
        if let Some(value) = self.known_constant(expr) {
            return self.constant(&value);
        }
        if let Some(value) = self.library(expr) {
            return value;
        }
        if let Some(id) = self.variable(name) {
            return self.variable_value(id);
        }
        if let ty @ (Type::Array(_) | Type::Num(_)) = self.type_of(expr) {
            let local = self.global_load(name, ty);
            return self.read(local);
        }
        if let Some(hir::Global::CMember(path) | hir::Global::CModule(path)) = self.module.globals.get(name)
            && !self.is_numpy_elsewhere(name)
        {
            let error = match types::libc::is_unknown(path) {
                true => types::libc::unknown_name(path, expr.span),
                false => super::object::no_value(path, expr.span),
            };
            self.diagnostics.push(error);
        }
        if let Some(error) = self.c_value_error(expr) {
            self.diagnostics.push(error);
            return Expr::none();
        }
        if self.module.residual.is_some() && !self.module.may_have(name) {
            let message = format!("undeclared name not builtin: {name}");
            self.diagnostics.push(Diagnostic::error(Code::UNDECLARED, expr.span, message));
        }
        self.note_global(name);
        self.op(Op::Python(PyOp::Global(name.to_string())), Type::Object)
    }

    fn global_load(&mut self, name: &str, ty: Type) -> LocalId {
        self.assume(name, crate::ir::Expect::Type(ty.clone()));
        if ty.num().is_some() {
            let reason = format!("`{name}` is a `{ty}`, read once when the module has run");
            self.note(FactKind::Note, reason, None);
        }
        if let Some(local) = self.global_loads.get(name) {
            return *local;
        }
        let local = self.local(name, ty);
        self.global_loads.insert(name.to_string(), local);
        local
    }

    fn attribute(&mut self, whole: &'a hir::Expr, value: &'a hir::Expr, name: &str) -> Expr {
        if let Some(value) = self.known_constant(whole) {
            return self.constant(&value);
        }
        if let Some((num, value)) = types::limits::float(self.module, whole) {
            self.assume_roots(whole);
            return Expr { ty: Type::Num(num), kind: ExprKind::Const(Value::Float(value)) };
        }
        if let Some((array, pointer)) = types::memory::array_data(self.module, self.source, value, name) {
            let array = self.object(array);
            let any = Type::Pointer(Box::new(Type::None));
            let data = self.raising("obj::array_data", vec![array], any);
            return super::coerce::cast(data, pointer);
        }
        let ty = self.type_of(value);
        if let Some(field) = types::memory::class_field(self.module, self.source, value, &ty, name) {
            if let Type::Array(_) = ty {
                let array = self.array_local(value);
                let array = self.read(array);
                return self.raising("view::data", vec![array], field.ty);
            }
            let object = self.object(value);
            return self.raising(field.read, vec![object], field.ty);
        }
        if name == "base" && types::memory::is_view_of_objects(self.module, self.source, value) {
            return self.object(value);
        }
        let by_path = resolve::path(self.module, whole).is_some();
        match (&ty, by_path) {
            (Type::Array(array), false) if types::attribute(&ty, name).is_some() => {
                let local = self.array_local(value);
                self.asked(local, Asked::Attribute(name));
                self.array_attribute(local, *array, name)
            }
            (Type::Struct(_) | Type::Pointer(_), false) if self.field_of(value, name).is_some() => self.get(whole),
            (Type::Num(num), false) if types::attribute(&ty, name).is_some() => {
                let value = self.expr(value);
                number_attribute(value, *num, name)
            }
            _ => {
                let object = self.object(value);
                if by_path {
                    self.note_python(format!("`{}` is looked up in its module", self.shown(whole)), None);
                } else {
                    self.note_attribute(format!("the attribute `{name}` of a Python object is read"), value);
                }
                self.op(Op::Python(PyOp::GetAttr(object, name.to_string())), Type::Object)
            }
        }
    }

    fn array_attribute(&mut self, local: LocalId, array: ArrayType, name: &str) -> Expr {
        let axes = 0..u32::from(array.ndim);
        let dim = |axis| Expr { ty: Type::INT, kind: ExprKind::Dim(local, axis) };
        let stride = |axis| Expr { ty: Type::INT, kind: ExprKind::Stride(local, axis) };
        let product =
            |first: Expr| axes.clone().map(dim).fold(first, |a, b| super::coerce::pure(crate::ir::PureOp::Mul, a, b));
        let layout = hir::layout(&array.item(), &self.module.structs);
        let item_size = || {
            Expr::int(array.repr().map_or_else(|| layout.map_or(0, |(size, _)| size as i64), |repr| repr.size().into()))
        };
        match name {
            "shape" => tuple(axes.map(dim).collect()),
            "strides" => tuple(axes.map(stride).collect()),
            "ndim" => Expr::int(array.ndim.into()),
            "itemsize" => item_size(),
            "size" => product(Expr::int(1)),
            "nbytes" => product(item_size()),
            _ => {
                let ty = Type::Array(types::transposed(array));
                self.op(Op::Transpose { array: local, ty: ty.clone() }, ty)
            }
        }
    }

    /// An array value in a local, so that operations can name it.
    pub(super) fn array_local(&mut self, expr: &'a hir::Expr) -> LocalId {
        let value = self.expr(expr);
        match value.kind {
            ExprKind::Local(id) | ExprKind::Take(id) if *self.local_type(id) == value.ty => id,
            _ => self.hold_local(value),
        }
    }

    fn tuple_value(&mut self, items: &'a [hir::Expr], ty: &Type) -> Expr {
        if *ty == Type::Object {
            let items = self.objects(items);
            return self.op(Op::Python(PyOp::Tuple(items)), Type::Object);
        }
        tuple(self.operands(items))
    }

    fn list_value(&mut self, items: &'a [hir::Expr], ty: &Type) -> Expr {
        let Type::List(item) = ty else {
            self.note_list(items);
            if items.len() > MANY {
                return self.filled(PyOp::List(Vec::new()), items, Self::comp_append);
            }
            let items = self.objects(items);
            return self.op(Op::Python(PyOp::List(items)), Type::Object);
        };
        let values = self.operands(items);
        let items = values.into_iter().map(|value| self.coerce(value, item)).collect();
        self.op(Op::List(ListOp::New { items, ty: ty.clone() }), ty.clone())
    }

    fn dict_value(&mut self, items: &'a [(hir::Expr, hir::Expr)]) -> Expr {
        self.note_python("a dict is a Python object", None);
        if items.len() > MANY {
            return self.filled(PyOp::Dict(Vec::new()), items, |cx, (key, value), dict| cx.put_item(key, value, dict));
        }
        let pairs = items.iter().map(|(key, value)| (self.object(key), self.object(value))).collect();
        self.op(Op::Python(PyOp::Dict(pairs)), Type::Object)
    }

    /// A container that its items are put into one by one. (Each that is put aside until all are there has to be dropped
    /// wherever one behind it may raise: what rustc makes of that grows with the square of their number.)
    fn filled<T>(&mut self, empty: PyOp, items: &'a [T], put: impl Fn(&mut Self, &'a T, LocalId)) -> Expr {
        let made = self.op(Op::Python(empty), Type::Object);
        let container = self.hold_local(made);
        items.iter().for_each(|item| put(self, item, container));
        Expr { ty: Type::Object, kind: ExprKind::Take(container) }
    }

    fn if_exp(&mut self, cond: &'a hir::Expr, then: &'a hir::Expr, orelse: &'a hir::Expr, ty: &Type) -> Expr {
        let cond = self.condition(cond);
        if ty.num().is_some_and(super::origins::is_mixed) {
            let result = self.local("", ty.clone());
            let [then, orelse] = [then, orelse].map(|value| {
                self.effects(|cx| {
                    let value = cx.expr(value);
                    cx.assign_local(result, value);
                })
            });
            self.push(StmtKind::If { cond, then, orelse });
            return self.read(result);
        }
        let (then_block, then) = self.in_block(|cx| {
            let value = cx.expr(then);
            cx.coerce(value, ty)
        });
        let (else_block, orelse) = self.in_block(|cx| {
            let value = cx.expr(orelse);
            cx.coerce(value, ty)
        });
        self.choose(cond, (then_block, then), (else_block, orelse), ty)
    }

    /// One of two values that were lowered apart.
    pub(super) fn choose(
        &mut self,
        cond: Expr,
        then: (crate::ir::Block, Expr),
        orelse: (crate::ir::Block, Expr),
        ty: &Type,
    ) -> Expr {
        if then.0.is_empty() && orelse.0.is_empty() && !super::builder::owns(ty) {
            let kind = ExprKind::Select(Box::new(cond), Box::new(then.1), Box::new(orelse.1));
            return Expr { ty: ty.clone(), kind };
        }
        let result = self.local("", ty.clone());
        let span = self.span;
        let finish = |(mut block, value): (crate::ir::Block, Expr)| {
            block.push(crate::ir::Stmt { kind: StmtKind::Assign(result, Op::Use(value)), span });
            block
        };
        self.push(StmtKind::If { cond, then: finish(then), orelse: finish(orelse) });
        self.read(result)
    }

    /// Values evaluated from left to right; what a later one may change is put aside.
    pub(super) fn operands(&mut self, exprs: &'a [hir::Expr]) -> Vec<Expr> {
        self.operands_as(exprs, |_| None)
    }

    /// As [`Self::operands`], of a call whose parameters are of these types.
    pub(super) fn operands_as<'t>(
        &mut self,
        exprs: &'a [hir::Expr],
        wanted: impl Fn(usize) -> Option<&'t Type>,
    ) -> Vec<Expr> {
        let mut values = Vec::new();
        for (at, expr) in exprs.iter().enumerate() {
            let value = self.passed_operand(expr, wanted(at));
            let rebinds = exprs[at + 1..].iter().any(has_walrus);
            values.push(if rebinds { self.hold_copy(value) } else { value });
        }
        values
    }

    /// An argument of a parameter of this type; it is not converted yet, but for a list that becomes a pointer or a struct.
    pub(super) fn passed_operand(&mut self, expr: &'a hir::Expr, wanted: Option<&Type>) -> Expr {
        let Some(ty) = wanted else { return self.expr(expr) };
        self.written_pointer(expr, ty).unwrap_or_else(|| self.written_out(expr, ty))
    }

    /// Two operands, evaluated from left to right.
    pub(super) fn pair(&mut self, left: &'a hir::Expr, right: &'a hir::Expr) -> (Expr, Expr) {
        let first = self.expr(left);
        let first = if has_walrus(right) { self.hold_copy(first) } else { first };
        (first, self.expr(right))
    }

    /// A copy that later assignments to variables do not change.
    pub(super) fn hold_copy(&mut self, value: Expr) -> Expr {
        if matches!(value.kind, ExprKind::Const(_) | ExprKind::Take(_)) {
            return value;
        }
        let temp = self.local("", value.ty.clone());
        self.assign_local(temp, value);
        self.read(temp)
    }
}

/// `value.real` or `value.imag`
pub(super) fn number_attribute(value: Expr, num: Num, name: &str) -> Expr {
    let part = match num.repr {
        Repr::C64 => Type::Num(Num { repr: Repr::F32, ..num }),
        Repr::C128 => Type::Num(Num { repr: Repr::F64, ..num }),
        _ if name == "real" => return value,
        _ => return number(&value.ty, 0),
    };
    let value = Box::new(cast(value, Type::Num(num)));
    let kind = if name == "real" { ExprKind::Real(value) } else { ExprKind::Imag(value) };
    Expr { ty: part, kind }
}

/// Whether evaluating the expression may rebind a variable.
pub(super) fn has_walrus(expr: &hir::Expr) -> bool {
    let any = |exprs: &[hir::Expr]| exprs.iter().any(has_walrus);
    match &expr.kind {
        Hir::Walrus { .. } => true,
        Hir::Const(_) | Hir::Local { .. } | Hir::Global(_) | Hir::Null | Hir::Left => false,
        Hir::Address(place) => has_walrus(place),
        Hir::SizeOf(_) | Hir::TypeOf(_) => false,
        Hir::Attribute { value, .. }
        | Hir::Not(value)
        | Hir::IsSequence(value)
        | Hir::Manager { value, .. }
        | Hir::Unary { operand: value, .. }
        | Hir::Cast { value, .. } => has_walrus(value),
        Hir::Index { value, index } => {
            has_walrus(value)
                || index.items.iter().any(|item| match item {
                    hir::IndexItem::Expr(expr) => has_walrus(expr),
                    hir::IndexItem::Slice { lower, upper, step } => {
                        [lower, upper, step].into_iter().flatten().any(has_walrus)
                    }
                    hir::IndexItem::NewAxis | hir::IndexItem::Ellipsis => false,
                })
        }
        Hir::Call { func, args, keywords } => {
            has_walrus(func) || any(args) || keywords.iter().any(|(_, value)| has_walrus(value))
        }
        Hir::Binary { left, right, .. } => has_walrus(left) || has_walrus(right),
        Hir::Compare { left, rest } => has_walrus(left) || rest.iter().any(|(_, value)| has_walrus(value)),
        Hir::Bool { values, .. } | Hir::Tuple(values) | Hir::List(values) | Hir::Set(values) => any(values),
        Hir::IfExp { cond, then, orelse } => has_walrus(cond) || has_walrus(then) || has_walrus(orelse),
        Hir::Dict(items) => items.iter().any(|(key, value)| has_walrus(key) || has_walrus(value)),
        // A comprehension's own variables are no others'; a walrus inside binds outside, so assume it may.
        Hir::Comp { .. } => true,
        Hir::FString(parts) => parts.iter().any(|part| match part {
            hir::FStringPart::Text(_) => false,
            hir::FStringPart::Value { value, .. } => has_walrus(value),
        }),
    }
}
