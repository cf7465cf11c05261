//! `np.finfo(dtype).eps`, `np.iinfo(dtype).max` and their like: numbers that a dtype fixes.

use num_bigint::BigInt;

use super::{resolve, special};
use crate::hir::{Const, Expr, ExprKind, Module};
use crate::ty::{Kind, Num, Repr};

/// What `finfo` of a dtype has under a name, for `float32` and `float64`.
const FLOATS: &[(&str, f32, f64)] = &[
    ("eps", f32::EPSILON, f64::EPSILON),
    ("epsneg", f32::EPSILON / 2.0, f64::EPSILON / 2.0),
    ("max", f32::MAX, f64::MAX),
    ("min", f32::MIN, f64::MIN),
    ("tiny", f32::MIN_POSITIVE, f64::MIN_POSITIVE),
    ("smallest_normal", f32::MIN_POSITIVE, f64::MIN_POSITIVE),
    ("smallest_subnormal", f32::from_bits(1), f64::from_bits(1)),
    ("resolution", 1e-6, 1e-15),
];

/// `numpy.finfo` or `numpy.iinfo`, the dtype, and the attribute.
fn asked<'a>(module: &Module, expr: &'a Expr) -> Option<(String, Repr, &'a str)> {
    let ExprKind::Attribute { value, name } = &expr.kind else { return None };
    let ExprKind::Call { func, args, keywords } = &value.kind else { return None };
    let ([dtype], []) = (args.as_slice(), keywords.as_slice()) else { return None };
    Some((resolve::path(module, func)?.name, special::dtype(module, dtype)?, name))
}

/// A NumPy scalar of the dtype, by its value.
pub fn float(module: &Module, expr: &Expr) -> Option<(Num, f64)> {
    let (function, dtype, name) = asked(module, expr)?;
    let (_, single, double) = FLOATS.iter().find(|(known, ..)| *known == name)?;
    let value = match dtype {
        Repr::F32 => f64::from(*single),
        Repr::F64 => *double,
        _ => return None,
    };
    (function == "numpy.finfo").then_some((Num::numpy(dtype), value))
}

/// A Python `int`.
pub fn integer(module: &Module, expr: &Expr) -> Option<Const> {
    let (function, dtype, name) = asked(module, expr)?;
    let bits = dtype.size() * 8;
    let one = BigInt::from(1);
    let value = match (dtype.kind(), name) {
        (Kind::Signed, "max") => (one << (bits - 1)) - 1,
        (Kind::Signed, "min") => -(one << (bits - 1)),
        (Kind::Unsigned, "max") => (one << bits) - 1,
        (Kind::Unsigned, "min") => BigInt::ZERO,
        _ => return None,
    };
    (function == "numpy.iinfo").then_some(Const::Int(value))
}
