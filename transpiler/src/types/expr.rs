//! The type of each kind of expression.

use num_traits::{Signed, ToPrimitive};

use super::body::{Body, is_nested};
use super::promote::{self, RightHand};
use super::wanted::is_choice;
use super::{
    constant, index_type, iterate, join, join_exact, join_items, kept_item, known, limits, memory, methods, power,
    resolve,
};
use crate::hir::{
    BinOp, CmpOp, CompKind, Const, Expr, ExprKind, FStringPart, Function, Global, Index, IndexItem, Module, UnaryOp,
    visit,
};
use crate::options::Directives;
use crate::ty::{Kind, Num, Repr, Rules, Type};

impl<'a> Body<'a, '_> {
    /// The value becomes one of this type, a list of lists: rows without items take theirs from there.
    pub(super) fn expect(&mut self, expr: &'a Expr, ty: &Type) {
        let own = self.instance.expr(expr.id).clone();
        if own == *ty || !is_nested(&own) || !is_nested(ty) {
            return;
        }
        match &expr.kind {
            ExprKind::List(_) | ExprKind::Comp { .. } => {}
            ExprKind::Binary { left, right, .. } => [left, right].into_iter().for_each(|side| self.expect(side, ty)),
            ExprKind::IfExp { then, orelse, .. } => [then, orelse].into_iter().for_each(|side| self.expect(side, ty)),
            ExprKind::Local { web, .. } => self.widen_nest(*web, ty),
            _ => return,
        }
        self.set(expr.id, join(&own, ty));
    }

    /// Infers and notes the type of an expression and of all below it.
    pub(super) fn expr(&mut self, expr: &'a Expr) -> Type {
        if let Some(library) = memory::library(self.module(), expr) {
            return self.set(expr.id, library.ty());
        }
        let ty = match &expr.kind {
            ExprKind::Const(value) => constant_type(value),
            ExprKind::Local { web, .. } => self.instance.web(*web).clone(),
            ExprKind::Global(name) => match self.function_pointer(expr) {
                Some(function) => function,
                None => self.global(name),
            },
            ExprKind::Attribute { value, name } => self.attribute(expr, value, name),
            ExprKind::Index { value, index } => self.index(value, index),
            ExprKind::Call { func, args, keywords } => match constant::constant(self.module(), expr) {
                Some(value) => constant_type(&value),
                None => self.call(expr, func, args, keywords),
            },
            ExprKind::Unary { op, operand } => self.unary(*op, expr, operand),
            ExprKind::Binary { op, left, right } => {
                let ty = self.binary(*op, expr, left, right);
                constant::large(self.module(), expr).map_or(ty, |value| constant_type(&value))
            }
            ExprKind::Compare { left, rest } => self.compare(left, rest),
            ExprKind::Bool { and, values } => {
                let joined = self.bool_op(*and, values);
                self.wanted_choice(expr, values, joined)
            }
            ExprKind::IsSequence(operand) | ExprKind::Not(operand) => {
                self.expr(operand);
                Type::BOOL
            }
            ExprKind::Manager { value, .. } => {
                self.leak(value);
                match self.expr(value) {
                    Type::Never => Type::Never,
                    _ => Type::Object,
                }
            }
            ExprKind::IfExp { cond, then, orelse } => {
                self.expr(cond);
                let types = (self.expr(then), self.expr(orelse));
                let complex = |ty: &Type| ty.num().is_some_and(|num| num.repr.is_complex());
                match (&then.kind, &orelse.kind) {
                    _ if let Some(ty) = self.wanted_character(expr, then, orelse) => ty,
                    (ExprKind::Null, _) if matches!(types.1, Type::Pointer(_)) => types.1,
                    (_, ExprKind::Null) if matches!(types.0, Type::Pointer(_)) => types.0,
                    _ if self.displayed.contains(&expr.id) => join_exact(&types.0, &types.1),
                    _ if let Some(num) = self.wanted_complex(expr, then, orelse) => Type::Num(num),
                    // A real number does not become complex unseen.
                    _ if complex(&types.0) != complex(&types.1) => join_exact(&types.0, &types.1),
                    _ if self.stays_object(expr, then, orelse) => join_exact(&types.0, &types.1),
                    _ => self.join_chosen((then, &types.0), (orelse, &types.1)),
                }
            }
            ExprKind::Walrus { web, value } => {
                let ty = self.expr(value);
                self.note_sign(*web, value);
                self.widen(web.0 as usize, &ty);
                self.instance.web(*web).clone()
            }
            ExprKind::Address(place) => self.address(place),
            // Its type is what is asked for.
            ExprKind::SizeOf(value) => match self.expr(value) {
                Type::Never => Type::Never,
                _ => Type::Num(Num::c(Repr::U64)),
            },
            ExprKind::TypeOf(value) => match self.expr(value) {
                Type::Never => Type::Never,
                _ => Type::Str,
            },
            ExprKind::Null => Type::Pointer(Box::new(Type::None)),
            ExprKind::Cast { ty, value, .. } => {
                if matches!(ty, Type::Pointer(item) if matches!(**item, Type::None | Type::Struct(_))) {
                    self.keep_as_object(value);
                }
                match self.chosen(value, |_| ty.num().is_some()) {
                    Type::Never => Type::Never,
                    _ => ty.clone(),
                }
            }
            ExprKind::Tuple(items) => {
                let items: Vec<Type> = match self.unpacked.contains(&expr.id) {
                    true => items.iter().map(|item| self.expr(item)).collect(),
                    false => items.iter().map(|item| self.item(item)).collect(),
                };
                match items.is_empty() {
                    true => Type::Object,
                    false if items.contains(&Type::Never) => Type::Never,
                    false => Type::Tuple(items),
                }
            }
            ExprKind::List(items) => self.list(items),
            ExprKind::Set(items) => self.object_of(items),
            ExprKind::Dict(items) => {
                for (key, value) in items {
                    self.item(key);
                    self.item(value);
                }
                Type::Object
            }
            ExprKind::Comp { kind, element, generators } => self.comprehension(*kind, element, generators),
            ExprKind::FString(parts) => self.fstring(parts),
            ExprKind::Left => Type::Object,
        };
        let ty = self.inference.known(ty);
        // Where it goes may have told what its rows hold.
        let ty = if is_nested(&ty) { join(self.instance.expr(expr.id), &ty) } else { ty };
        self.set(expr.id, ty)
    }

    fn object_of(&mut self, items: &'a [Expr]) -> Type {
        for item in items {
            self.item(item);
        }
        Type::Object
    }

    /// An item of a display, or an argument of a function of Python's: to Cython an object, so that of `a if cond else b`
    /// each side is one of its own.
    pub(super) fn item(&mut self, item: &'a Expr) -> Type {
        if self.module().is_cython(self.function) {
            self.displayed.insert(item.id);
        }
        self.expr(item)
    }

    fn fstring(&mut self, parts: &'a [FStringPart]) -> Type {
        for part in parts {
            if let FStringPart::Value { value, spec, .. } = part {
                self.expr(value);
                self.fstring(spec);
            }
        }
        Type::Object
    }

    fn global(&mut self, name: &str) -> Type {
        if let Some(variable) = memory::variable(self.module(), name) {
            return variable.clone();
        }
        match constant::global_constant(self.module(), name) {
            Some(value) => constant_type(&value),
            None => match self.inference.numbers.get(name) {
                Some(num) => Type::Num(*num),
                None => self.global_array(name).unwrap_or(Type::Object),
            },
        }
    }

    /// A module-level name bound once to a new array.
    fn global_array(&self, name: &str) -> Option<Type> {
        match self.module().globals.get(name)? {
            Global::Value { value, .. } if !self.module().star_import => {
                super::create::module_array(self.module(), value)
            }
            _ => None,
        }
    }

    fn attribute(&mut self, whole: &'a Expr, value: &'a Expr, name: &str) -> Type {
        if let Some(value) = constant::constant(self.module(), whole) {
            return constant_type(&value);
        }
        if let Some((num, _)) = limits::float(self.module(), whole) {
            return Type::Num(num);
        }
        if let Some((array, pointer)) = super::memory::array_data(self.module(), self.function, value, name) {
            self.expr(array);
            return pointer;
        }
        let by_path = resolve::path(self.module(), whole).is_some();
        let own = self.expr(value);
        if let Some(field) = super::memory::class_field(self.module(), self.function, value, &own, name) {
            return field.ty;
        }
        if by_path {
            return Type::Object;
        }
        match own {
            Type::Never => Type::Never,
            ty => methods::attribute(&ty, name).or_else(|| self.field(&ty, name)).unwrap_or(Type::Object),
        }
    }

    pub(super) fn index_items(&mut self, index: &'a Index) {
        for item in &index.items {
            match item {
                IndexItem::Expr(expr) => {
                    self.expr(expr);
                }
                IndexItem::Slice { lower, upper, step } => {
                    for bound in [lower, upper, step].into_iter().flatten() {
                        self.expr(bound);
                    }
                }
                IndexItem::NewAxis | IndexItem::Ellipsis => {}
            }
        }
    }

    fn index(&mut self, value: &'a Expr, index: &'a Index) -> Type {
        let ty = self.expr(value);
        self.index_items(index);
        let unknown = index.items.iter().any(|item| match item {
            IndexItem::Expr(expr) => *self.instance.expr(expr.id) == Type::Never,
            _ => false,
        });
        if ty == Type::Never || unknown {
            return Type::Never;
        }
        match &ty {
            Type::Array(array) => {
                index_type(*array, index, |expr| self.instance.expr(expr.id).clone()).unwrap_or(Type::Object)
            }
            Type::Tuple(items) => self.tuple_item(items, index),
            Type::List(item) => match self.sliced(index) {
                true => ty.clone(),
                false => self.one_integer(index).map_or(Type::Object, |()| (**item).clone()),
            },
            Type::Bytes if self.sliced(index) => Type::Bytes,
            Type::Bytes => self.one_integer(index).map_or(Type::Object, |()| self.byte(index).unwrap_or(Type::INT)),
            Type::Str | Type::Char => self.str_item(index),
            Type::Pointer(_) | Type::Fixed(..) => self.pointed_item(&ty, index).unwrap_or(Type::Object),
            Type::Object => match memory::character_of(self.module(), self.function, value) {
                Some(Type::Char) => self.one_integer(index).map_or(Type::Object, |()| Type::Char),
                Some(_) => self.one_integer(index).and_then(|()| self.byte(index)).unwrap_or(Type::Object),
                None => Type::Object,
            },
            _ => Type::Object,
        }
    }

    /// An item of bytes in a `.pyx`, where an integer of C's picks it.
    fn byte(&self, index: &Index) -> Option<Type> {
        let [IndexItem::Expr(at)] = index.items.as_slice() else { return None };
        let in_c = self.module().is_of_pyx(self.function) && !self.is_int_object(at);
        in_c.then_some(Type::Num(memory::BYTE))
    }

    fn one_integer(&self, index: &Index) -> Option<()> {
        match index.items.as_slice() {
            [IndexItem::Expr(at)] if !index.tuple => super::index::is_index(self.instance.expr(at.id)).then_some(()),
            _ => None,
        }
    }

    fn str_item(&self, index: &Index) -> Type {
        match self.sliced(index) {
            true => Type::Str,
            false => self.one_integer(index).map_or(Type::Object, |()| Type::Char),
        }
    }

    /// Whether the index is one integer or one slice, as far as is known.
    pub(super) fn is_item_or_slice(&self, index: &Index) -> bool {
        let unknown = index
            .items
            .iter()
            .any(|item| matches!(item, IndexItem::Expr(at) if *self.instance.expr(at.id) == Type::Never));
        unknown || self.sliced(index) || self.one_integer(index).is_some()
    }

    /// Whether the index is one slice with integer bounds.
    fn sliced(&self, index: &Index) -> bool {
        let integer = |expr: &Expr| {
            let ty = self.instance.expr(expr.id);
            super::index::is_index(ty) || *ty == Type::None
        };
        match index.items.as_slice() {
            [IndexItem::Slice { lower, upper, step }] if !index.tuple => {
                [lower, upper, step].into_iter().flatten().all(integer)
            }
            _ => false,
        }
    }

    /// A constant picks the item; items of one type may be picked at run time.
    fn tuple_item(&self, items: &[Type], index: &Index) -> Type {
        let bound = |bound: &Expr| constant::constant(self.module(), bound);
        if let Some(part) = tuple_part(index, items.len(), bound) {
            return Type::Tuple(items[part].to_vec());
        }
        let [IndexItem::Expr(at)] = index.items.as_slice() else { return Type::Object };
        if let Some(Const::Int(value)) = constant::constant(self.module(), at) {
            return tuple_position(&value, items.len()).map_or(Type::Object, |at| items[at].clone());
        }
        let uniform = iterate::item_type(&Type::Tuple(items.to_vec()));
        if self.one_integer(index).is_some() { uniform } else { Type::Object }
    }

    fn unary(&mut self, op: UnaryOp, whole: &'a Expr, operand: &'a Expr) -> Type {
        let ty = self.chosen(operand, |_| true);
        if let Some(value) = constant::constant(self.module(), whole)
            && matches!(ty, Type::Num(Num { rules: Rules::Python, .. }) | Type::Object)
        {
            return constant_type(&value);
        }
        match ty {
            Type::Never => Type::Never,
            Type::Num(num) => promote::unary(op, num).map_or(Type::Object, Type::Num),
            _ => Type::Object,
        }
    }

    fn binary(&mut self, op: BinOp, whole: &'a Expr, left: &'a Expr, right: &'a Expr) -> Type {
        let (left_type, right_type) = self.sides(left, right);
        let ty = match (&left_type, &right_type) {
            (Type::Num(a), Type::Num(b)) if self.goes_into_integer(whole) && integers(*a, *b) => {
                let power = promote::binary(op, *a, *b, RightHand::Natural, self.directives);
                power.map_or(Type::Object, |arithmetic| Type::Num(arithmetic.result))
            }
            (Type::Num(a), Type::Num(b)) if power::is_direct_real(&self.instance, whole, &left_type, &right_type) => {
                let product = promote::binary(BinOp::Mul, *a, *b, RightHand::Unknown, self.directives);
                product.map_or(Type::Object, |arithmetic| Type::Num(arithmetic.result))
            }
            _ => self.binary_type(op, &left_type, &right_type, Some(left), Some(right)),
        };
        if matches!(ty, Type::Num(Num::UINT)) {
            self.note_masked(left);
            self.note_masked(right);
        }
        ty
    }

    /// The type of `left op right`; the expressions tell of constants.
    pub(super) fn binary_type(
        &self,
        op: BinOp,
        left: &Type,
        right: &Type,
        left_expr: Option<&Expr>,
        right_expr: Option<&Expr>,
    ) -> Type {
        if *left == Type::Never || *right == Type::Never {
            return Type::Never;
        }
        if let Some(ty) = sequence_type(op, left, right).or_else(|| memory::pointer_binary(op, left, right)) {
            return ty;
        }
        let value = |expr: Option<&Expr>| expr.and_then(|expr| constant::constant(self.module(), expr));
        let (left_value, right_value) = (value(left_expr), value(right_expr));
        let (Some(a), Some(b)) = (operand(left, &left_value), operand(right, &right_value)) else {
            return Type::Object;
        };
        if let Some(masked) = masked(op, a, b, &left_value, &right_value) {
            return Type::Num(masked);
        }
        let is_scalable = a.rules == Rules::Python && (a.repr.is_integer() || a.repr == Repr::F64);
        if op == BinOp::Div && is_scalable && left_expr.is_some() && constant::large_power(&right_value).is_some() {
            return Type::FLOAT;
        }
        if constant::is_signing(op, left, &right_value) && left_expr.is_some() {
            return Type::INT;
        }
        if *left == Type::Object || *right == Type::Object {
            return Type::Object;
        }
        let (of, wide) = ((self.module(), self.function), holds_long(op, self.directives));
        let (a, b) = match left_expr.zip(right_expr) {
            Some(sides) if divides_literals(op, of, sides, self.directives) => (Num::c(Repr::I64), Num::c(Repr::I64)),
            _ => {
                let left = (&left_value, self.beside_single(left_expr));
                let right = (&right_value, self.beside_single(right_expr));
                c_literals(of.0, of.1, wide, a, b, left, right)
            }
        };
        let right = right_hand(op, &left_value, &right_value);
        let result = promote::binary(op, a, b, right, self.directives);
        result.map_or(Type::Object, |arithmetic| Type::Num(arithmetic.result))
    }

    /// The types of two operands, each a number of C's if the other is a number.
    fn sides(&mut self, left: &'a Expr, right: &'a Expr) -> (Type, Type) {
        let is_number = |body: &Self, side: &Expr| body.instance.expr(side.id).num().is_some();
        let mut left_type = self.chosen(left, |body| is_choice(right) || is_number(body, right));
        let right_type = self.chosen(right, |body| is_number(body, left));
        if is_choice(left) && left_type.num().is_none() && is_number(self, right) && self.want_widest(left) {
            left_type = self.settle_choice(left);
        }
        (left_type, right_type)
    }

    fn compare(&mut self, left: &'a Expr, rest: &'a [(CmpOp, Expr)]) -> Type {
        let mut before = match rest {
            [(_, right)] => self.sides(left, right).0,
            _ => self.expr(left),
        };
        let mut result = Type::Never;
        let mut first = left;
        for (op, right) in rest {
            let mut after = self.expr(right);
            if memory::char_code(right, &before).is_some() {
                after = before.clone();
            } else if memory::char_code(first, &after).is_some() {
                before = after.clone();
            }
            if memory::compares_codes(self.module().is_of_pyx(self.function), *op, &before, &after) {
                let code = Type::Num(Num::c(Repr::U32));
                let held = if before == Type::Char { &mut before } else { &mut after };
                *held = code;
            }
            if matches!(op, CmpOp::Is | CmpOp::IsNot) && before != Type::None && after != Type::None {
                // Only objects are told apart.
                [first, right].into_iter().for_each(|side| self.leak(side));
            }
            first = right;
            result = join_exact(&result, &comparison(*op, &before, &after));
            before = after;
        }
        result
    }

    /// What follows an operand that always decides means nothing.
    fn bool_op(&mut self, and: bool, values: &'a [Expr]) -> Type {
        let mut joined = Type::Never;
        for value in values {
            let ty = self.expr(value);
            joined = join_exact(&joined, &ty);
            if known::truth(self.module(), &self.instance, value) == Some(!and) {
                break;
            }
        }
        joined
    }

    fn list(&mut self, items: &'a [Expr]) -> Type {
        let item = items.iter().fold(Type::Never, |joined, item| {
            let ty = self.item(item);
            join_items(&joined, &ty)
        });
        list_of(self.signed_items(items, item))
    }

    fn comprehension(&mut self, kind: CompKind, element: &'a Expr, generators: &'a [crate::hir::Generator]) -> Type {
        for generator in generators {
            let mut item = self.iterate(&generator.iter);
            let divides = || divides(element) || generator.conds.iter().any(divides);
            if kind != CompKind::Lazy && self.directives.cdivision && divides() && self.counts_in_c(&generator.iter) {
                item = Type::Num(Num::c(Repr::I64));
            }
            self.bind(&generator.target, &item);
            for cond in &generator.conds {
                self.expr(cond);
            }
        }
        let item = self.item(element);
        match kind {
            CompKind::List | CompKind::Lazy => list_of(item),
            CompKind::Set | CompKind::Dict => Type::Object,
        }
    }
}

/// Whether a division stands in an expression.
fn divides(expr: &Expr) -> bool {
    let mut found = false;
    visit::walk_expr(expr, &mut |one| {
        let op = if let ExprKind::Binary { op, .. } = &one.kind { Some(op) } else { None };
        found |= matches!(op, Some(BinOp::Div | BinOp::FloorDiv | BinOp::Mod));
    });
    found
}

/// Concatenation and repetition of lists, strings and bytes.
pub fn sequence_type(op: BinOp, left: &Type, right: &Type) -> Option<Type> {
    let integer = super::index::is_index;
    match (op, left, right) {
        (BinOp::Add, Type::List(a), Type::List(b)) => match join_exact(a, b) {
            Type::Object => None,
            item if a == b || matches!(**a, Type::Never) || matches!(**b, Type::Never) => {
                Some(Type::List(Box::new(item)))
            }
            _ => None,
        },
        (BinOp::Add, Type::Str | Type::Char, Type::Str | Type::Char) => Some(Type::Str),
        (BinOp::Add, Type::Bytes, Type::Bytes) => Some(Type::Bytes),
        (BinOp::Mul, Type::List(_), count) | (BinOp::Mul, count, Type::List(_)) if integer(count) => {
            Some(if matches!(left, Type::List(_)) { left.clone() } else { right.clone() })
        }
        (BinOp::Mul, Type::Str | Type::Char, count) | (BinOp::Mul, count, Type::Str | Type::Char) if integer(count) => {
            Some(Type::Str)
        }
        (BinOp::Mul, Type::Bytes, count) | (BinOp::Mul, count, Type::Bytes) if integer(count) => Some(Type::Bytes),
        _ => None,
    }
}

/// A list of these items. Lists of objects, arrays and lists are the interpreter's: their items have identities that
/// a copy would lose.
pub(super) fn list_of(item: Type) -> Type {
    match kept_item(item) {
        item if item == Type::Never || is_value(&item) || is_row(&item) => Type::List(Box::new(item)),
        _ => Type::Object,
    }
}

/// Whether a list of such lists may be native: its items come back to Python as what they were.
pub(super) fn is_row(row: &Type) -> bool {
    let Type::List(item) = row else { return false };
    **item == Type::Never || is_value(item) && !has_scalar(item)
}

/// Whether Python sees a NumPy scalar, here or inside.
fn has_scalar(item: &Type) -> bool {
    match item {
        Type::Num(num) => matches!(num.rules, Rules::NumPy | Rules::Either),
        Type::Tuple(parts) => parts.iter().any(has_scalar),
        _ => false,
    }
}

/// Whether nobody tells two equal ones apart.
fn is_value(item: &Type) -> bool {
    match item {
        Type::Num(_) | Type::Str => true,
        Type::Tuple(parts) => parts.iter().all(is_value),
        _ => false,
    }
}

fn integers(a: Num, b: Num) -> bool {
    let integer = |num: Num| num.repr.is_integer() || num.repr == Repr::Bool;
    integer(a) && integer(b)
}

/// The type of a literal.
pub fn constant_type(value: &Const) -> Type {
    match value {
        Const::None => Type::None,
        Const::Bool(_) => Type::BOOL,
        Const::Int(value) if value.to_i64().is_some() => Type::INT,
        Const::Int(value) if value.to_u64().is_some() => Type::Num(Num::UINT),
        Const::Int(_) | Const::Ellipsis => Type::Object,
        Const::Float(_) => Type::FLOAT,
        Const::Imaginary(_) => Type::COMPLEX,
        Const::Str(_) => Type::Str,
        Const::Bytes(_) => Type::Bytes,
        Const::Tuple(items) => Type::Tuple(items.iter().map(constant_type).collect()),
    }
}

/// A number, or an integer constant too large for one (which may still be a modulus).
fn operand(ty: &Type, value: &Option<Const>) -> Option<Num> {
    match (ty, value) {
        (Type::Num(num), _) => Some(*num),
        (Type::Object, Some(Const::Int(_))) => Some(Num::INT),
        _ => None,
    }
}

/// `x & constant` and `x % 2**k` of Python integers: the result has at most the constant's bits.
fn masked(op: BinOp, a: Num, b: Num, left: &Option<Const>, right: &Option<Const>) -> Option<Num> {
    let python = |num: Num| num.rules == Rules::Python && num.repr.is_integer();
    if !python(a) || !python(b) {
        return None;
    }
    let bits = mask_bits(op, left, right)?;
    let repr = match bits {
        0..=63 => Repr::I64,
        64 => Repr::U64,
        _ => return None,
    };
    Some(Num::new(repr, Rules::Python))
}

/// How many bits a mask or power-of-two modulus leaves; `None` if the operation is neither.
pub fn mask_bits(op: BinOp, left: &Option<Const>, right: &Option<Const>) -> Option<u64> {
    let positive = |value: &Option<Const>| match value {
        Some(Const::Int(value)) if !value.is_negative() => Some(value.clone()),
        _ => None,
    };
    match op {
        BinOp::And => positive(right).or_else(|| positive(left)).map(|mask| mask.bits()),
        BinOp::Mod => {
            positive(right).filter(|m| m.bits() > 0 && m.trailing_zeros() == Some(m.bits() - 1)).map(|m| m.bits() - 1)
        }
        _ => None,
    }
}

/// Whether both sides of a `/` are integers that a `.pyx` writes out: to `cdivision` they are C's, so that `1 / 2` is 0.
pub fn divides_literals(
    op: BinOp,
    (module, function): (&Module, &Function),
    (left, right): (&Expr, &Expr),
    directives: &Directives,
) -> bool {
    let whole = op == BinOp::Div && directives.cdivision && !directives.int_division;
    whole && module.is_of_pyx(function) && [left, right].iter().all(|side| constant::is_long(module, side))
}

/// A literal beside a C number has the type that Cython's C gives it: an `int` if it is written as one and fits. A
/// negative one is a `long`, and where the code is Cython's a single-precision number meets it in double. `wide`: all
/// are, as in arithmetic that is checked for overflow. With each constant stands whether the operand is an integer that is an object to Cython.
pub fn c_literals(
    module: &Module,
    function: &Function,
    wide: bool,
    a: Num,
    b: Num,
    left: (&Option<Const>, bool),
    right: (&Option<Const>, bool),
) -> (Num, Num) {
    let literal = |python: Num, (value, object): (&Option<Const>, bool), c: Num| match value {
        _ if python.rules != Rules::Python || c.rules != Rules::C => python,
        Some(_) if c.repr == Repr::F32 && !module.is_cython(function) && python.repr.kind() <= Kind::Float => c,
        Some(Const::Int(value)) => match value.to_i32() {
            Some(_) if c.repr == Repr::F32 => Num::c(Repr::F64),
            Some(0..) if !wide => Num::c(Repr::I32),
            _ => Num::c(python.repr),
        },
        Some(_) => Num::c(python.repr),
        // An object and a number of single precision are a `float` of Python's.
        None if c.repr == Repr::F32 && python == Num::INT && object => Num::FLOAT,
        None => python,
    };
    // An integer of a `.pyx` that is Python's is an object to Cython, and what it meets becomes one.
    let meets_object = |own: Num, other: Num, value: &Option<Const>| {
        let integers = own.repr.is_integer() && other.repr.is_integer();
        let object = other.rules == Rules::Python && value.is_none();
        module.is_of_pyx(function) && integers && object && own.rules == Rules::C
    };
    let python = |num: Num| Num::new(if num.repr == Repr::U64 { num.repr } else { Repr::I64 }, Rules::Python);
    match (meets_object(a, b, right.0), meets_object(b, a, left.0)) {
        (true, _) => (python(a), b),
        (_, true) => (a, python(b)),
        _ => (literal(a, left, b), literal(b, right, a)),
    }
}

/// Whether the literals beside C's numbers are `long`s in an operator, and not the `int`s that C reads them as.
pub fn holds_long(op: BinOp, directives: &Directives) -> bool {
    directives.overflowcheck || op == BinOp::Pow
}

/// What constant operands tell.
pub fn right_hand(op: BinOp, left: &Option<Const>, right: &Option<Const>) -> RightHand {
    let is_negative = |value: &Option<Const>| matches!(value, Some(Const::Int(value)) if value.is_negative());
    if is_negative(right) || op != BinOp::Pow && is_negative(left) {
        return RightHand::NegativeInteger;
    }
    match (op, right) {
        (BinOp::Pow, Some(Const::Int(_))) => RightHand::Natural,
        _ => RightHand::Unknown,
    }
}

/// The type of one comparison: NumPy's scalars compare to NumPy's bool.
pub fn comparison(op: CmpOp, left: &Type, right: &Type) -> Type {
    let identity = matches!(op, CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn);
    match (left, right) {
        (Type::Never, _) | (_, Type::Never) => Type::Never,
        _ if identity || memory::compares_addresses(op, left, right) => Type::BOOL,
        (Type::Num(a), Type::Num(b)) => match promote::common(*a, *b).map(|num| num.rules) {
            Some(Rules::NumPy | Rules::Either) => Type::Num(Num::numpy(Repr::Bool)),
            Some(Rules::Python | Rules::C) => Type::BOOL,
            None => Type::Object,
        },
        (Type::Str | Type::Char, Type::Str | Type::Char) | (Type::Bytes, Type::Bytes) => Type::BOOL,
        (Type::Tuple(a), Type::Tuple(b)) if comparable_tuples(op, a, b) => Type::BOOL,
        (Type::List(a), Type::List(b)) if matches!(op, CmpOp::Eq | CmpOp::Ne) && same_items(a, b) => Type::BOOL,
        (a, b) if matches!(op, CmpOp::Eq | CmpOp::Ne) && never_equal(a, b) => Type::BOOL,
        _ => Type::Object,
    }
}

/// Whether values of the types are of classes that have no equals in common.
pub fn never_equal(a: &Type, b: &Type) -> bool {
    let class = |ty: &Type| match ty {
        Type::None => Some(0),
        Type::Num(num) if num.rules == Rules::Python => Some(1),
        Type::Char | Type::Str => Some(2),
        Type::List(_) => Some(3),
        Type::Tuple(_) => Some(4),
        Type::Range => Some(5),
        // `-b` warns of bytes.
        Type::Never | Type::Num(_) | Type::Bytes | Type::Array(_) | Type::Object => None,
        Type::Pointer(_) | Type::Fixed(..) | Type::Struct(_) | Type::Function(_) => None,
    };
    matches!((class(a), class(b)), (Some(a), Some(b)) if a != b)
}

/// Whether two lists hold items of one class.
fn same_items(a: &Type, b: &Type) -> bool {
    matches!((a, b), (Type::Never, _) | (_, Type::Never)) || a == b && is_value(a)
}

/// Tuples of numbers of one length compare natively for equality.
fn comparable_tuples(op: CmpOp, a: &[Type], b: &[Type]) -> bool {
    let numbers = |items: &[Type]| items.iter().all(|item| item.num().is_some());
    matches!(op, CmpOp::Eq | CmpOp::Ne) && a.len() == b.len() && numbers(a) && numbers(b)
}

/// The items that a slice with constant bounds picks of a tuple; `None` for no slice, and for none.
pub fn tuple_part(
    index: &Index,
    len: usize,
    mut constant: impl FnMut(&Expr) -> Option<Const>,
) -> Option<std::ops::Range<usize>> {
    let [IndexItem::Slice { lower, upper, step: None }] = index.items.as_slice() else { return None };
    let len = len as i64;
    let mut place = |bound: &Option<Expr>, without: i64| match bound {
        None => Some(without),
        Some(bound) => match constant(bound)? {
            Const::Int(at) => at.to_i64().map(|at| if at < 0 { (at + len).max(0) } else { at.min(len) }),
            Const::None => Some(without),
            _ => None,
        },
    };
    let (start, stop) = (place(lower, 0)?, place(upper, len)?);
    (!index.tuple && start < stop).then_some(start as usize..stop as usize)
}

/// The position a constant index picks in a tuple.
pub fn tuple_position(value: &num_bigint::BigInt, len: usize) -> Option<usize> {
    let at = value.to_i64()?;
    let at = if at < 0 { at + len as i64 } else { at };
    usize::try_from(at).ok().filter(|at| *at < len)
}
