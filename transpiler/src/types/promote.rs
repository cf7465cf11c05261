//! Types of arithmetic results: NumPy's promotion (NEP 50), C's conversions, Python's numbers.

use crate::hir::{BinOp, UnaryOp};
use crate::options::Directives;
use crate::ty::{Kind, Num, Repr, Rules};

/// `np.result_type` of two dtypes; `None` where it needs a representation pyrx has not.
pub fn strong(a: Repr, b: Repr) -> Option<Repr> {
    if a == b {
        return Some(a);
    }
    let (low, high) = if a.kind() <= b.kind() { (a, b) } else { (b, a) };
    Some(match (low.kind(), high.kind()) {
        (Kind::Bool, _) => high,
        (Kind::Signed, Kind::Signed) | (Kind::Unsigned, Kind::Unsigned) | (Kind::Float, Kind::Float) => wider(a, b),
        (Kind::Complex, Kind::Complex) => wider(a, b),
        (Kind::Signed, Kind::Unsigned) => signed_with_unsigned(low, high),
        (Kind::Signed | Kind::Unsigned, Kind::Float) => float_with_integer(low, high),
        (Kind::Signed | Kind::Unsigned, Kind::Complex) => {
            if low.size() <= 2 {
                high
            } else {
                Repr::C128
            }
        }
        (Kind::Float, Kind::Complex) => {
            if low == Repr::F64 {
                Repr::C128
            } else {
                high
            }
        }
        // `low.kind() <= high.kind()` leaves nothing else.
        _ => return None,
    })
}

fn wider(a: Repr, b: Repr) -> Repr {
    if a.size() >= b.size() { a } else { b }
}

fn signed_with_unsigned(signed: Repr, unsigned: Repr) -> Repr {
    match (signed.size(), unsigned.size()) {
        (s, u) if s > u => signed,
        (_, 1) => Repr::I16,
        (_, 2) => Repr::I32,
        (_, 4) => Repr::I64,
        _ => Repr::F64,
    }
}

fn float_with_integer(integer: Repr, float: Repr) -> Repr {
    if integer.size() <= 2 { float } else { Repr::F64 }
}

/// A Python number of representation `python` with a NumPy one: the Python number takes no part in the width.
pub fn weak(python: Repr, numpy: Repr) -> Option<Repr> {
    Some(match (python.kind(), numpy.kind()) {
        (Kind::Bool, _) => numpy,
        (Kind::Signed | Kind::Unsigned, Kind::Bool) => Repr::I64,
        (Kind::Signed | Kind::Unsigned, _) => numpy,
        (Kind::Float, Kind::Float | Kind::Complex) => numpy,
        (Kind::Float, _) => Repr::F64,
        (Kind::Complex, Kind::Complex) => numpy,
        (Kind::Complex, Kind::Float) if numpy == Repr::F32 => Repr::C64,
        (Kind::Complex, _) => Repr::C128,
    })
}

/// The rule set that decides an operation on two numbers.
fn rules_of(a: Rules, b: Rules) -> Rules {
    match (a, b) {
        (a, b) if a == b => a,
        (Rules::NumPy, _) | (_, Rules::NumPy) => Rules::NumPy,
        (Rules::Either, _) | (_, Rules::Either) => Rules::Either,
        _ => Rules::C,
    }
}

/// Both operands as one type, before the operator has its say.
pub fn common(a: Num, b: Num) -> Option<Num> {
    let rules = rules_of(a.rules, b.rules);
    let repr = match rules {
        Rules::Python => python_common(a.repr, b.repr),
        Rules::C => c_common(a, b),
        Rules::NumPy | Rules::Either => numpy_common(a, b)?,
    };
    Some(Num::new(repr, rules))
}

fn numpy_common(a: Num, b: Num) -> Option<Repr> {
    match (a.rules, b.rules) {
        (Rules::Python, Rules::NumPy | Rules::Either) => weak(a.repr, b.repr),
        (Rules::NumPy | Rules::Either, Rules::Python) => weak(b.repr, a.repr),
        _ => strong(a.repr, b.repr),
    }
}

fn python_common(a: Repr, b: Repr) -> Repr {
    match a.kind().max(b.kind()) {
        Kind::Bool => Repr::Bool,
        Kind::Signed => Repr::I64,
        Kind::Unsigned if a == b => Repr::U64,
        Kind::Unsigned => Repr::I64,
        Kind::Float => Repr::F64,
        Kind::Complex => Repr::C128,
    }
}

/// What C makes of two of its numbers that meet; `None` of truth values, which Cython treats otherwise.
pub fn widest(a: Num, b: Num) -> Option<Num> {
    (!a.is_truth() && !b.is_truth()).then(|| Num::c(c_common(a, b)))
}

/// C's usual arithmetic conversions. A Python number beside a C one is a literal or a Python-sized value: literals
/// have been given the C type before this is asked.
fn c_common(a: Num, b: Num) -> Repr {
    let (a, b) = (c_promoted(a.repr), c_promoted(b.repr));
    if a == b {
        return a;
    }
    let kind = a.kind().max(b.kind());
    match kind {
        Kind::Float | Kind::Complex => {
            let single = |repr: Repr| matches!(repr, Repr::F32 | Repr::C64) || repr.is_integer();
            match (kind, single(a) && single(b)) {
                (Kind::Float, true) => Repr::F32,
                (Kind::Float, false) => Repr::F64,
                (_, true) => Repr::C64,
                (_, false) => Repr::C128,
            }
        }
        _ if a.size() == b.size() => {
            if a.kind() == Kind::Unsigned {
                a
            } else {
                b
            }
        }
        _ => wider(a, b),
    }
}

/// C computes in `int` at least.
fn c_promoted(repr: Repr) -> Repr {
    match repr {
        Repr::Bool | Repr::I8 | Repr::I16 | Repr::U8 | Repr::U16 => Repr::I32,
        other => other,
    }
}

/// How the two operands of a binary operator are held, and what comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arithmetic {
    pub operands: Num,
    pub result: Num,
}

/// What is known of the right operand beside its type; save for powers, of either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RightHand {
    Unknown,
    NegativeInteger,
    /// A constant exponent of at least 0, or one whose power goes into a C integer: the power is an integer.
    Natural,
}

/// The types of `a op b`; `None` where only the interpreter (or NumPy) can tell.
pub fn binary(op: BinOp, a: Num, b: Num, right: RightHand, directives: &Directives) -> Option<Arithmetic> {
    let op = operator(op, a, b, directives);
    let mut both = common(a, b)?;
    if a == Num::COMPLEX && b == Num::numpy(Repr::F64) {
        // `numpy.float64` is a `float` to Python's complex, which answers first.
        both = Num::COMPLEX;
    }
    if unsigned_python(a, b, both)
        && matches!(op, BinOp::Div | BinOp::FloorDiv | BinOp::Mod | BinOp::And | BinOp::Or | BinOp::Xor)
    {
        // Both are non-negative, or the original runs. What meets a negative constant is signed.
        let signed = right == RightHand::NegativeInteger && op != BinOp::And;
        let operands = Num { repr: if signed { Repr::I64 } else { Repr::U64 }, ..both };
        return if op == BinOp::Div { division(operands, directives) } else { same(operands) };
    }
    match op {
        BinOp::Add | BinOp::Sub | BinOp::Mul => additive(op, both),
        BinOp::Div if is_wide_quotient(a, b, both, directives) => same(Num { repr: Repr::C128, ..both }),
        BinOp::Div => division(both, directives),
        BinOp::FloorDiv | BinOp::Mod => floor_division(both),
        BinOp::Pow if both.rules == Rules::C => c_power(a, b, both, right, directives),
        BinOp::Pow => power(both, right),
        BinOp::LShift | BinOp::RShift => shift(a, b, both),
        BinOp::And | BinOp::Or | BinOp::Xor => bitwise(a, b, both),
        BinOp::MatMul => None,
    }
}

fn same(num: Num) -> Option<Arithmetic> {
    Some(Arithmetic { operands: num, result: num })
}

fn is_numpy(num: Num) -> bool {
    matches!(num.rules, Rules::NumPy | Rules::Either)
}

fn additive(op: BinOp, both: Num) -> Option<Arithmetic> {
    if both.repr != Repr::Bool {
        return match both {
            // Sums of unsigned Python integers are exact in the signed width or run the original.
            Num::UINT => same(Num::INT),
            other => same(other),
        };
    }
    // NumPy's `+` and `*` on bools are logical and its `-` is an error.
    if both.rules == Rules::NumPy {
        return if op == BinOp::Sub { None } else { same(both) };
    }
    (!is_numpy(both)).then_some(Arithmetic { operands: Num { repr: Repr::I64, ..both }, result: Num::INT })
}

/// The operator that is meant: `/` of integers is `//` at Cython's language level 2.
pub fn operator(op: BinOp, a: Num, b: Num, directives: &Directives) -> BinOp {
    let integer = |num: Num| num.repr.is_integer() && matches!(num.rules, Rules::C | Rules::Python);
    match op {
        BinOp::Div if directives.int_division && integer(a) && integer(b) => BinOp::FloorDiv,
        _ => op,
    }
}

/// Cython's operator for `a op= b`: the result goes back into `a`, so that of C integers is one.
pub fn in_place(op: BinOp, a: Num, b: Num) -> (BinOp, RightHand) {
    let integers = a.rules == Rules::C && a.repr.is_integer() && (b.repr.is_integer() || b.repr == Repr::Bool);
    match op {
        BinOp::Div if integers => (BinOp::FloorDiv, RightHand::Unknown),
        BinOp::Pow if integers => (BinOp::Pow, RightHand::Natural),
        _ => (op, RightHand::Unknown),
    }
}

/// Whether Cython takes complex numbers of C's for doubles to divide them: where neither side is a real float.
fn is_wide_quotient(a: Num, b: Num, both: Num, directives: &Directives) -> bool {
    let real = |num: Num| num.repr.kind() == Kind::Float;
    both.rules == Rules::C && both.repr.is_complex() && !directives.int_division && !real(a) && !real(b)
}

fn division(both: Num, directives: &Directives) -> Option<Arithmetic> {
    match both.repr.kind() {
        Kind::Float | Kind::Complex => same(both),
        Kind::Bool | Kind::Signed | Kind::Unsigned => match both.rules {
            Rules::C if directives.cdivision => same(both),
            // NumPy's scalars of every integer width divide as float64 (its arrays of short ones do not): a Python
            // integer beside them need not fit their width.
            Rules::NumPy | Rules::Either => same(Num { repr: Repr::F64, ..both }),
            Rules::Python | Rules::C => {
                let operands = if both.repr == Repr::Bool { Num { repr: Repr::I64, ..both } } else { both };
                Some(Arithmetic { operands, result: Num { repr: Repr::F64, ..both } })
            }
        },
    }
}

fn floor_division(both: Num) -> Option<Arithmetic> {
    match both.repr.kind() {
        Kind::Complex => None,
        Kind::Bool if is_numpy(both) => None,
        Kind::Bool => same(Num { repr: Repr::I64, ..both }),
        _ => same(both),
    }
}

fn power(both: Num, right: RightHand) -> Option<Arithmetic> {
    if both.repr.is_integer() && both.rules == Rules::Python && right == RightHand::NegativeInteger {
        return same(Num::FLOAT);
    }
    match both.repr.kind() {
        Kind::Bool if is_numpy(both) => None,
        Kind::Bool => same(Num::INT),
        Kind::Unsigned if both.rules == Rules::Python => same(Num::INT),
        _ => same(both),
    }
}

/// Cython's `**`: a signed exponent that may be negative makes a float of integers, a fractional one computes in double.
fn c_power(a: Num, b: Num, both: Num, right: RightHand, directives: &Directives) -> Option<Arithmetic> {
    let double = same(Num::c(Repr::F64));
    match both.repr.kind() {
        // Cython holds literals as `long`.
        Kind::Bool | Kind::Signed | Kind::Unsigned if right == RightHand::Natural => {
            same(if both.repr.size() < 8 { Num::c(Repr::I64) } else { both })
        }
        Kind::Bool | Kind::Signed | Kind::Unsigned if !directives.cpow && b.repr.kind() != Kind::Unsigned => double,
        Kind::Float | Kind::Complex if is_kept(right, directives) => same(a),
        Kind::Float if !directives.cpow && !b.repr.is_integer() => double,
        Kind::Float if is_widened(b, right, directives) => double,
        Kind::Complex if !directives.cpow && !b.repr.is_integer() || is_widened(b, right, directives) => {
            same(Num::c(Repr::C128))
        }
        _ => same(both),
    }
}

/// Whether a power by a constant integer is of its base's type.
fn is_kept(right: RightHand, directives: &Directives) -> bool {
    right == RightHand::Natural || right == RightHand::NegativeInteger && directives.cpow
}

/// Whether Cython takes a power in double precision because its exponent may be negative.
fn is_widened(exponent: Num, right: RightHand, directives: &Directives) -> bool {
    !directives.cpow && right != RightHand::Natural && exponent.repr.kind() == Kind::Signed
}

fn shift(a: Num, b: Num, both: Num) -> Option<Arithmetic> {
    let integer = |num: Num| num.repr.is_integer() || (num.repr == Repr::Bool && !is_numpy(num));
    if !integer(a) || !integer(b) || !(both.repr.is_integer() || both.repr == Repr::Bool) {
        return None;
    }
    match both.repr {
        Repr::Bool => same(Num::INT),
        // The width of a shift is its left operand's.
        _ if both.rules == Rules::Python => {
            same(Num { repr: if a.repr == Repr::U64 { Repr::U64 } else { Repr::I64 }, ..both })
        }
        _ => same(both),
    }
}

fn bitwise(a: Num, b: Num, both: Num) -> Option<Arithmetic> {
    let bits = |num: Num| num.repr.is_integer() || num.repr == Repr::Bool;
    if both.rules == Rules::C {
        // The wider type, which of `bint` and `int` is that of the right operand.
        match (a.is_truth(), b.is_truth()) {
            (true, true) if (a.repr, b.repr) == (Repr::Bool, Repr::Bool) => return same(Num::c(Repr::Bool)),
            (true, true) => return same(Num::BINT),
            (false, true) if both.repr == Repr::I32 && a.repr.is_integer() => return same(Num::BINT),
            (true, false) if b.repr.is_integer() && b.repr.size() < 4 => return same(Num::BINT),
            _ => {}
        }
    }
    // A signed with an unsigned 64-bit integer has no common integer.
    (bits(a) && bits(b) && bits(both)).then(|| same(both)).flatten()
}

/// Python integers of which one is held unsigned.
fn unsigned_python(a: Num, b: Num, both: Num) -> bool {
    let integer = |num: Num| num.repr.is_integer();
    both.rules == Rules::Python && integer(a) && integer(b) && (a.repr == Repr::U64 || b.repr == Repr::U64)
}

/// The type of a unary operator's operand and result; `None` where only the interpreter can tell.
pub fn unary(op: UnaryOp, a: Num) -> Option<Num> {
    let to_int = |num: Num| match (num.rules, num.repr) {
        (Rules::NumPy | Rules::Either, Repr::Bool) => None,
        (Rules::Python, Repr::Bool | Repr::U64) => Some(Num::INT),
        (Rules::C, repr) => Some(Num::c(c_promoted(repr))),
        (_, _) => Some(num),
    };
    match op {
        UnaryOp::Neg | UnaryOp::Pos => to_int(a),
        UnaryOp::Invert if a.repr.is_integer() => to_int(a),
        UnaryOp::Invert if a.repr == Repr::Bool && is_numpy(a) => Some(a),
        UnaryOp::Invert if a.repr == Repr::Bool => to_int(a),
        UnaryOp::Invert => None,
    }
}
