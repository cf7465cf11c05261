//! Comparisons, also chained and across kinds of number.

use super::arith::kernel;
use super::builder::Lower;
use super::coerce::{Fidelity, cast, compare, negative};
use super::cond::{not, or};
use crate::hir::{self, CmpOp};
use crate::ir::{Expr, ExprKind, Op, PyOp, Relation};
use crate::ty::{Kind, Num, Repr, Rules, Type};
use crate::types::{self, promote};

impl<'a> Lower<'a> {
    /// A chain as a value: the first comparison that is false, or the last.
    pub(super) fn compare_chain(&mut self, left: &'a hir::Expr, rest: &'a [(CmpOp, hir::Expr)], ty: &Type) -> Expr {
        match (rest, ty) {
            ([(op, right)], _) => self.first_comparison(left, *op, right),
            (_, Type::Num(_)) => {
                let truth = self.compare_condition(left, rest);
                Expr { ty: ty.clone(), kind: truth.kind }
            }
            _ => self.compare_objects(left, rest),
        }
    }

    /// A chain of which some comparison gives an object.
    fn compare_objects(&mut self, left: &'a hir::Expr, rest: &'a [(CmpOp, hir::Expr)]) -> Expr {
        let result = self.local("", Type::Object);
        let first = self.expr(left);
        let first = self.hold(first);
        self.compare_object_links(first, rest, result);
        self.read(result)
    }

    fn compare_object_links(&mut self, left: Expr, rest: &'a [(CmpOp, hir::Expr)], result: crate::ir::LocalId) {
        let Some(((op, right), rest)) = rest.split_first() else { return };
        let right = self.expr(right);
        let right = self.hold(right);
        let value = self.comparison(*op, left, right.clone());
        self.assign_local(result, value);
        if rest.is_empty() {
            return;
        }
        let held = self.read(result);
        let cond = self.truth(held);
        let (then, ()) = self.in_block(|cx| cx.compare_object_links(right, rest, result));
        self.push(crate::ir::StmtKind::If { cond, then, orelse: Vec::new() });
    }

    /// A chain as a condition; later operands are evaluated only if the comparisons before hold.
    pub(super) fn compare_condition(&mut self, left: &'a hir::Expr, rest: &'a [(CmpOp, hir::Expr)]) -> Expr {
        let Some(((op, right), rest)) = rest.split_first() else { return Expr::bool(true) };
        if rest.is_empty() {
            let value = self.first_comparison(left, *op, right);
            return self.truth(value);
        }
        let (a, b) = self.compare_pair(left, right);
        let middle = self.hold(b);
        let first = self.comparison(*op, a, middle.clone());
        let first = self.truth(first);
        self.link(first, middle, rest)
    }

    fn first_comparison(&mut self, left: &'a hir::Expr, op: CmpOp, right: &'a hir::Expr) -> Expr {
        if let Some(found) = self.is_among(left, op, right) {
            return found;
        }
        let (a, b) = self.compare_pair(left, right);
        self.comparison(op, a, b)
    }

    /// `c in b"ab"`, `c in text`: whether a character of C's is among those of a literal or of a variable that a `.pyx`
    /// declares to hold some.
    fn is_among(&mut self, left: &'a hir::Expr, op: CmpOp, right: &'a hir::Expr) -> Option<Expr> {
        let is_in = matches!(op, CmpOp::In | CmpOp::NotIn) && self.module.is_of_pyx(self.source);
        let code = self.type_of(left).num().filter(|num| num.rules == Rules::C && num.repr.is_integer() && is_in)?;
        let found = match (&right.kind, self.type_of(right)) {
            (hir::ExprKind::Const(hir::Const::Bytes(bytes)), _) => {
                let item = self.expr(left);
                let item = self.hold(item);
                bytes.iter().fold(Expr::bool(false), |found, byte| {
                    let is_signed = code.repr.kind() == Kind::Signed;
                    let byte = if is_signed { i64::from(*byte as i8) } else { i64::from(*byte) };
                    or(found, compare(Relation::Eq, item.clone(), super::coerce::number(&item.ty, byte)))
                })
            }
            (_, Type::Object)
                if types::memory::is_of_class(self.module, self.source, right, &["bytes", "bytearray"]) =>
            {
                let (item, bytes) = self.pair(left, right);
                let item = cast(item, Type::Num(Num::c(Repr::U8)));
                self.raising("obj::has_byte", vec![bytes, item], Type::BOOL)
            }
            _ => return None,
        };
        Some(if op == CmpOp::In { found } else { not(found) })
    }

    fn link(&mut self, known: Expr, middle: Expr, rest: &'a [(CmpOp, hir::Expr)]) -> Expr {
        let Some(((op, right), rest)) = rest.split_first() else { return known };
        let (block, value) = self.in_block(|cx| {
            let code = types::memory::char_code(right, &middle.ty);
            let right = cx.expr(right);
            let right = match code {
                Some(code) => super::coerce::number(&middle.ty, code),
                None => right,
            };
            let right = if rest.is_empty() { right } else { cx.hold(right) };
            let value = cx.comparison(*op, middle, right.clone());
            let value = cx.truth(value);
            cx.link(value, right, rest)
        });
        self.join_condition(true, known, block, value)
    }

    /// Characters beside numbers of C's are numbers.
    fn with_chars(&mut self, left: (&hir::Expr, Expr), right: (&hir::Expr, Expr)) -> (Expr, Expr) {
        if let Some(code) = types::memory::char_code(left.0, &right.1.ty) {
            let ty = right.1.ty.clone();
            return (super::coerce::number(&ty, code), right.1);
        }
        match types::memory::char_code(right.0, &left.1.ty) {
            Some(code) => {
                let ty = left.1.ty.clone();
                (left.1, super::coerce::number(&ty, code))
            }
            None => (left.1, right.1),
        }
    }

    /// A character of C's beside a number is its code.
    fn with_codes(&mut self, op: CmpOp, a: Expr, b: Expr) -> (Expr, Expr) {
        let code = Num::c(Repr::U32);
        match types::memory::compares_codes(self.module.is_of_pyx(self.source), op, &a.ty, &b.ty) {
            true if a.ty == Type::Char => (self.code_of(a, code), b),
            true => (a, self.code_of(b, code)),
            false => (a, b),
        }
    }

    fn compare_pair(&mut self, left: &'a hir::Expr, right: &'a hir::Expr) -> (Expr, Expr) {
        let (a, b) = self.pair(left, right);
        let (a, b) = self.with_chars((left, a), (right, b));
        let (a, b) = self.with_codes(CmpOp::Eq, a, b);
        let constants = (types::constant(self.module, left), types::constant(self.module, right));
        match (a.ty.num(), b.ty.num()) {
            (Some(x), Some(y)) => {
                let left = (&constants.0, self.is_object_to_cython(&a));
                let right = (&constants.1, self.is_object_to_cython(&b));
                let (x, y) = types::c_literals(self.module, self.source, false, x, y, left, right);
                (self.convert(a, x, Fidelity::Arithmetic), self.convert(b, y, Fidelity::Arithmetic))
            }
            _ => match (self.is_empty_list(left), self.is_empty_list(right)) {
                (false, true) if matches!(a.ty, Type::List(_)) => {
                    let b = self.coerce(b, &a.ty.clone());
                    (a, b)
                }
                (true, false) if matches!(b.ty, Type::List(_)) => {
                    let a = self.coerce(a, &b.ty.clone());
                    (a, b)
                }
                _ => (a, b),
            },
        }
    }

    /// Whether nothing is ever put into it.
    fn is_empty_list(&self, expr: &hir::Expr) -> bool {
        matches!(self.instance.expr(expr.id), Type::List(item) if **item == Type::Never)
    }

    /// One comparison of values.
    pub(super) fn comparison(&mut self, op: CmpOp, a: Expr, b: Expr) -> Expr {
        let (a, b) = self.with_codes(op, a, b);
        let ty = types::comparison(op, &a.ty, &b.ty);
        if types::memory::compares_addresses(op, &a.ty, &b.ty) {
            return self.compare_addresses(relation(op), a, b);
        }
        let value = match op {
            CmpOp::Is | CmpOp::IsNot => self.identity(op, a, b),
            CmpOp::In | CmpOp::NotIn => self.membership(op, a, b),
            CmpOp::Eq | CmpOp::Ne | CmpOp::Lt | CmpOp::Le | CmpOp::Gt | CmpOp::Ge => match (&a.ty, &b.ty) {
                (Type::Num(x), Type::Num(y)) if ty != Type::Object => self.numbers(relation(op), *x, *y, a, b),
                (Type::Char, Type::Char) => compare(relation(op), a, b),
                (Type::Str | Type::Char, Type::Str | Type::Char) => self.texts(relation(op), a, b),
                (Type::Bytes, Type::Bytes) => order("sequence::bytes_compare", relation(op), a, b),
                (Type::Tuple(_), Type::Tuple(_)) if ty == Type::BOOL => self.tuples(op, a, b),
                (Type::List(_), Type::List(_)) if ty == Type::BOOL => self.lists(op, a, b),
                (x, y) if matches!(op, CmpOp::Eq | CmpOp::Ne) && types::never_equal(x, y) => {
                    Expr::bool(op == CmpOp::Ne)
                }
                _ => self.python_compare(op, a, b),
            },
        };
        if value.ty.num().is_some() && ty.num().is_some() { Expr { ty, kind: value.kind } } else { value }
    }

    fn python_compare(&mut self, op: CmpOp, a: Expr, b: Expr) -> Expr {
        let (left, right) = (a.ty.clone(), b.ty.clone());
        self.note_values(format!("comparing `{left}` with `{right}` is Python's to do"), &[&a, &b]);
        let a = self.boxed(a);
        let b = self.boxed(b);
        self.op(Op::Python(PyOp::Compare(op, a, b)), Type::Object)
    }

    /// A native value that is not `None` is not `None`; other identities are the interpreter's.
    fn identity(&mut self, op: CmpOp, a: Expr, b: Expr) -> Expr {
        let native = |ty: &Type| !matches!(ty, Type::Object);
        let same = match (&a.ty, &b.ty) {
            (Type::None, Type::None) => Some(true),
            (Type::Array(view), Type::None) if view.none => return is("view::is_none", op, vec![a]),
            (Type::None, Type::Array(view)) if view.none => return is("view::is_none", op, vec![b]),
            (Type::Object, Type::None) => return is("obj::is_none", op, vec![a]),
            (Type::None, Type::Object) => return is("obj::is_none", op, vec![b]),
            (Type::Object, Type::Object) => return is("obj::is_same", op, vec![a, b]),
            (Type::None, other) | (other, Type::None) if native(other) => Some(false),
            (Type::Num(x), Type::Num(y)) if *x == Num::BOOL && *y == Num::BOOL => {
                let relation = if op == CmpOp::Is { Relation::Eq } else { Relation::Ne };
                return compare(relation, a, b);
            }
            // To C they are integers.
            (Type::Num(x), Type::Num(y))
                if x.is_truth() && y.is_truth() && (x.rules == Rules::C || y.rules == Rules::C) =>
            {
                let relation = if op == CmpOp::Is { Relation::Eq } else { Relation::Ne };
                let (a, b) = (self.coerce(a, &Type::Num(Num::BINT)), self.coerce(b, &Type::Num(Num::BINT)));
                return compare(relation, a, b);
            }
            _ => None,
        };
        match same {
            Some(same) => Expr::bool(same == (op == CmpOp::Is)),
            None => {
                let value = self.python_compare(op, a, b);
                self.truth(value)
            }
        }
    }

    fn membership(&mut self, op: CmpOp, item: Expr, container: Expr) -> Expr {
        let found = match (&item.ty, &container.ty) {
            (Type::Str | Type::Char, Type::Str | Type::Char) => {
                let item = self.coerce(item, &Type::Str);
                let container = self.coerce(container, &Type::Str);
                kernel("sequence::text_contains", vec![container, item], Type::BOOL)
            }
            (item_type, Type::List(own)) if types::kept_item(item_type.clone()) == **own => {
                let item = self.coerce(item, &own.clone());
                self.raising("sequence::is_in", vec![container, item], Type::BOOL)
            }
            (Type::Str | Type::Char, Type::Tuple(items))
                if items.iter().all(|item| matches!(item, Type::Str | Type::Char)) =>
            {
                self.in_tuple(item, container)
            }
            (Type::Num(_), Type::Tuple(items)) if items.iter().all(|item| item.num().is_some()) => {
                self.in_tuple(item, container)
            }
            _ => {
                let value = self.python_compare(op, item, container);
                return self.truth(value);
            }
        };
        if op == CmpOp::In { found } else { not(found) }
    }

    fn in_tuple(&mut self, item: Expr, container: Expr) -> Expr {
        let item = self.hold(item);
        let fields = self.fields(container);
        fields.into_iter().fold(Expr::bool(false), |found, field| {
            let equal = self.comparison(CmpOp::Eq, item.clone(), field);
            let equal = Expr { ty: Type::BOOL, kind: equal.kind };
            or(found, equal)
        })
    }

    fn tuples(&mut self, op: CmpOp, a: Expr, b: Expr) -> Expr {
        let (a, b) = (self.fields(a), self.fields(b));
        let equal = a.into_iter().zip(b).fold(Expr::bool(true), |known, (a, b)| {
            let equal = self.comparison(CmpOp::Eq, a, b);
            let equal = Expr { ty: Type::BOOL, kind: equal.kind };
            Expr { ty: Type::BOOL, kind: ExprKind::And(Box::new(known), Box::new(equal)) }
        });
        if op == CmpOp::Eq { equal } else { not(equal) }
    }

    /// A list that holds nothing yet is compared at the type of the other.
    fn lists(&mut self, op: CmpOp, a: Expr, b: Expr) -> Expr {
        let equal = self.raising("sequence::equal_lists", vec![a, b], Type::BOOL);
        if op == CmpOp::Eq { equal } else { not(equal) }
    }

    fn texts(&mut self, relation: Relation, a: Expr, b: Expr) -> Expr {
        let a = self.coerce(a, &Type::Str);
        let b = self.coerce(b, &Type::Str);
        match relation {
            Relation::Eq => kernel("sequence::text_equal", vec![a, b], Type::BOOL),
            Relation::Ne => not(kernel("sequence::text_equal", vec![a, b], Type::BOOL)),
            _ => order("sequence::text_compare", relation, a, b),
        }
    }

    fn numbers(&mut self, relation: Relation, x: Num, y: Num, a: Expr, b: Expr) -> Expr {
        let exact = |num: Num| matches!(num.rules, Rules::Python);
        match (x.repr.kind(), y.repr.kind()) {
            _ if x.repr == y.repr => self.same_repr(relation, a, b),
            (Kind::Signed, Kind::Unsigned) | (Kind::Unsigned, Kind::Signed)
                if x.rules != Rules::C || y.rules != Rules::C =>
            {
                mixed_sign(relation, a, b)
            }
            // By value, whatever the widths.
            (Kind::Signed | Kind::Unsigned, Kind::Signed | Kind::Unsigned) if exact(x) != exact(y) => {
                let wide = Num { repr: Repr::I64, ..y };
                let (a, b) = (self.convert(a, wide, Fidelity::Arithmetic), self.convert(b, wide, Fidelity::Arithmetic));
                compare(relation, super::coerce::cast(a, Type::INT), super::coerce::cast(b, Type::INT))
            }
            // Python compares an integer with a float exactly; NumPy converts.
            (Kind::Signed | Kind::Unsigned, Kind::Float) if exact(x) && exact(y) => int_float(relation, a, b, x),
            (Kind::Float, Kind::Signed | Kind::Unsigned) if exact(x) && exact(y) => {
                int_float(mirrored(relation), b, a, y)
            }
            (Kind::Signed | Kind::Unsigned, Kind::Complex) if exact(x) && exact(y) => self.int_complex(relation, a, b),
            (Kind::Complex, Kind::Signed | Kind::Unsigned) if exact(x) && exact(y) => self.int_complex(relation, b, a),
            _ => {
                let Some(common) = promote::common(x, y) else { return self.python_compare(cmp_op(relation), a, b) };
                if super::origins::is_mixed(common) {
                    let (a, b) = (self.hold(a), self.hold(b));
                    let result = self.converted_comparison(relation, common, a.clone(), b.clone());
                    return self.agreed_comparison(relation, a, b, common, result);
                }
                self.converted_comparison(relation, common, a, b)
            }
        }
    }

    fn converted_comparison(&mut self, relation: Relation, common: Num, a: Expr, b: Expr) -> Expr {
        let a = self.convert(a, common, Fidelity::Arithmetic);
        let b = self.convert(b, common, Fidelity::Arithmetic);
        self.same_repr(relation, a, b)
    }

    /// Exact in the real part.
    fn int_complex(&mut self, relation: Relation, int: Expr, complex: Expr) -> Expr {
        if !matches!(relation, Relation::Eq | Relation::Ne) {
            return self.same_repr(relation, complex.clone(), complex);
        }
        let Type::Num(num) = int.ty else { return int };
        let complex = Box::new(self.hold(complex));
        let real = Expr { ty: Type::FLOAT, kind: ExprKind::Real(complex.clone()) };
        let imag = Expr { ty: Type::FLOAT, kind: ExprKind::Imag(complex) };
        let same_real = int_float(Relation::Eq, int, real, num);
        let no_imag = compare(Relation::Eq, imag, super::coerce::zero_of(&Type::FLOAT));
        let equal = Expr { ty: Type::BOOL, kind: ExprKind::And(Box::new(no_imag), Box::new(same_real)) };
        if relation == Relation::Eq { equal } else { not(equal) }
    }

    fn same_repr(&mut self, relation: Relation, a: Expr, b: Expr) -> Expr {
        let complex = a.repr().is_some_and(Repr::is_complex);
        match (complex, relation) {
            (false, _) | (true, Relation::Eq | Relation::Ne) => compare(relation, a, b),
            // Python refuses; NumPy orders by the parts: both are the interpreter's to say.
            (true, _) => {
                let value = self.python_compare(cmp_op(relation), a, b);
                self.truth(value)
            }
        }
    }
}

/// Whether the runtime's ordering of the two (negative, zero, positive) stands in the relation.
fn order(path: &'static str, relation: Relation, a: Expr, b: Expr) -> Expr {
    compare(relation, kernel(path, vec![a, b], Type::INT), Expr::int(0))
}

/// A signed with an unsigned integer, by value.
fn mixed_sign(relation: Relation, a: Expr, b: Expr) -> Expr {
    if a.repr().is_some_and(|repr| repr.kind() == Kind::Unsigned) {
        return mixed_sign(mirrored(relation), b, a);
    }
    let word = Type::Num(Num::UINT);
    let below = negative(a.clone());
    let by_value = compare(relation, cast(a, word.clone()), cast(b, word));
    match relation {
        // A negative number is less than any unsigned one.
        Relation::Lt | Relation::Le | Relation::Ne => or(below, by_value),
        Relation::Gt | Relation::Ge | Relation::Eq => {
            Expr { ty: Type::BOOL, kind: ExprKind::And(Box::new(not(below)), Box::new(by_value)) }
        }
    }
}

fn int_float(relation: Relation, int: Expr, float: Expr, num: Num) -> Expr {
    if num.repr.size() <= 4 || matches!(&int.kind, ExprKind::Const(_)) && matches!(small_constant(&int), Some(true)) {
        return compare(relation, cast(int, Type::FLOAT), float);
    }
    let path = match relation {
        Relation::Eq => "sequence::int_eq_float",
        Relation::Ne => "sequence::int_ne_float",
        Relation::Lt => "sequence::int_lt_float",
        Relation::Le => "sequence::int_le_float",
        Relation::Gt => "sequence::int_gt_float",
        Relation::Ge => "sequence::int_ge_float",
    };
    kernel(path, vec![int, float], Type::BOOL)
}

fn small_constant(value: &Expr) -> Option<bool> {
    match &value.kind {
        ExprKind::Const(crate::ir::Value::Int(value)) => Some(value.unsigned_abs() <= 1 << 53),
        _ => None,
    }
}

fn relation(op: CmpOp) -> Relation {
    match op {
        CmpOp::Eq | CmpOp::Is | CmpOp::In => Relation::Eq,
        CmpOp::Ne | CmpOp::IsNot | CmpOp::NotIn => Relation::Ne,
        CmpOp::Lt => Relation::Lt,
        CmpOp::Le => Relation::Le,
        CmpOp::Gt => Relation::Gt,
        CmpOp::Ge => Relation::Ge,
    }
}

fn cmp_op(relation: Relation) -> CmpOp {
    match relation {
        Relation::Eq => CmpOp::Eq,
        Relation::Ne => CmpOp::Ne,
        Relation::Lt => CmpOp::Lt,
        Relation::Le => CmpOp::Le,
        Relation::Gt => CmpOp::Gt,
        Relation::Ge => CmpOp::Ge,
    }
}

/// The relation with its sides exchanged.
fn mirrored(relation: Relation) -> Relation {
    match relation {
        Relation::Eq | Relation::Ne => relation,
        Relation::Lt => Relation::Gt,
        Relation::Le => Relation::Ge,
        Relation::Gt => Relation::Lt,
        Relation::Ge => Relation::Le,
    }
}

/// `is` by a kernel that says whether it is so.
fn is(path: &'static str, op: CmpOp, operands: Vec<Expr>) -> Expr {
    let same = kernel(path, operands, Type::BOOL);
    if op == CmpOp::Is { same } else { not(same) }
}
