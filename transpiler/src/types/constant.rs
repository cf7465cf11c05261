//! Values known at compile time: literals, and module-level names bound once to them.
//!
//! The module checks after it ran that a name has the value found here, so folding need not know Python's every rule.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::expr::constant_type;
use super::libc;
use crate::hir::{BinOp, Const, Expr, ExprKind, Function, Global, Module, UnaryOp, is_elsewhere};
use crate::syntax::cython::forms;
use crate::ty::{Num, Sense, StaticId, Type};

/// How deep a chain of constants may refer to others.
const DEPTH: u32 = 16;

/// How many items a tuple may have whose values the code holds.
const LONGEST: usize = 1024;

/// The value of an expression that is a literal or a constant of the module.
pub fn constant(module: &Module, expr: &Expr) -> Option<Const> {
    fold(module, expr, DEPTH)
}

/// What a parameter is where no argument comes for it.
pub enum Default {
    Null,
    Value(Const),
    /// A tuple that is made once.
    Object(Const),
    /// A constant as a number of C's: `<float>0.1`, `c'a'`.
    Cast(Const, Num),
    /// What a variable of C's holds since the function was defined.
    Variable(StaticId, Type),
}

impl Default {
    pub fn ty(&self) -> Type {
        match self {
            Default::Null => Type::Pointer(Box::new(Type::None)),
            Default::Value(value) => constant_type(value),
            Default::Object(_) => Type::Object,
            Default::Cast(_, num) => Type::Num(*num),
            Default::Variable(_, ty) => ty.clone(),
        }
    }
}

/// The default of a parameter, if it is known when the module is compiled, or lies in a variable.
pub fn default(module: &Module, function: &Function, expr: &Expr) -> Option<Default> {
    match &expr.kind {
        ExprKind::Global(name) if forms::function_of_default(name).is_some() => match module.globals.get(name)? {
            Global::CVariable(id) => Some(Default::Variable(*id, module.statics.get(id.0 as usize)?.ty.clone())),
            _ => None,
        },
        ExprKind::Null => Some(Default::Null),
        ExprKind::Cast { ty: Type::Num(num), value, .. } => Some(Default::Cast(constant(module, value)?, *num)),
        ExprKind::Tuple(items) if function.is_c_function() && items.is_empty() => {
            Some(Default::Object(Const::Tuple(Vec::new())))
        }
        ExprKind::Tuple(items) if function.is_c_function() => tuple(module, items, DEPTH).map(Default::Object),
        _ => constant(module, expr).map(Default::Value),
    }
}

/// Whether an expression is an integer of 64 bits that is written out, with literals and constants of C's.
pub fn is_long(module: &Module, expr: &Expr) -> bool {
    let written = match &expr.kind {
        ExprKind::Const(_) => true,
        ExprKind::Global(name) => matches!(module.globals.get(name), Some(Global::CConstant(_) | Global::CMember(_))),
        ExprKind::Unary { operand, .. } => is_long(module, operand),
        ExprKind::Binary { left, right, .. } => is_long(module, left) && is_long(module, right),
        _ => false,
    };
    written && matches!(constant(module, expr), Some(Const::Int(value)) if value.to_i64().is_some())
}

/// The value of an operation on integer constants, if it, or one of them, leaves 64 bits: `2**63 - 1`.
pub fn large(module: &Module, expr: &Expr) -> Option<Const> {
    let value = constant(module, expr)?;
    let leaves = matches!(&value, Const::Int(value) if value.to_i64().is_none());
    let inner = || match &expr.kind {
        ExprKind::Unary { operand, .. } => large(module, operand).is_some(),
        ExprKind::Binary { left, right, .. } => large(module, left).is_some() || large(module, right).is_some(),
        _ => false,
    };
    (leaves || matches!(value, Const::Int(_)) && inner()).then_some(value)
}

/// The exponent of a constant `2**k` that no native integer holds, but a float does.
pub fn large_power(value: &Option<Const>) -> Option<i32> {
    let Some(Const::Int(value)) = value else { return None };
    let exponent = value.bits().checked_sub(1)?;
    let is_power = value.is_positive() && value.trailing_zeros() == Some(exponent);
    i32::try_from(exponent).ok().filter(|exponent| is_power && (63..1000).contains(exponent))
}

/// `x - 2**64` of an integer held unsigned: what its bits are as a signed one.
pub fn is_signing(op: BinOp, left: &Type, right: &Option<Const>) -> bool {
    let is_word = matches!(left, Type::Num(Num::UINT));
    op == BinOp::Sub && is_word && large_power(right) == Some(64)
}

/// The value of a module-level name that is a constant.
pub fn global_constant(module: &Module, name: &str) -> Option<Const> {
    named(module, name, DEPTH)
}

fn named(module: &Module, name: &str, depth: u32) -> Option<Const> {
    match module.globals.get(name)? {
        _ if module.star_import => None,
        Global::Value { value, .. } => match &value.kind {
            ExprKind::Tuple(items) => tuple(module, items, depth.checked_sub(1)?),
            // To the module, the name is an object of the enum's class.
            ExprKind::Cast { ty: Type::Num(Num { sense: Sense::Enum(_), .. }), .. } => None,
            _ => fold(module, value, depth.checked_sub(1)?),
        },
        Global::Member(full) => known_member(full).or_else(|| elsewhere(module, name, full, depth)),
        Global::CMember(full) => libc::constant(full),
        Global::CConstant(value) => Some(value.clone()),
        Global::CStruct(_) | Global::CVariable(_) => None,
        Global::Module(_) | Global::CModule(_) | Global::Function(_) | Global::Snippet | Global::Dynamic => None,
    }
}

/// The value of a constant of another module by its full name, which starts from the name `root`. To a `.pyx` it is an object.
fn elsewhere(module: &Module, root: &str, full: &str, depth: u32) -> Option<Const> {
    if module.residual.is_some() && !is_elsewhere(root) {
        return None;
    }
    named(module, module.elsewhere.get(full)?, depth.checked_sub(1)?)
}

fn fold(module: &Module, expr: &Expr, depth: u32) -> Option<Const> {
    let depth = depth.checked_sub(1)?;
    match &expr.kind {
        ExprKind::Const(value) => Some(value.clone()),
        ExprKind::Global(name) => named(module, name, depth),
        ExprKind::Unary { op, operand } => unary(*op, fold(module, operand, depth)?),
        ExprKind::Binary { op, left, right } => {
            let (left, right) = (fold(module, left, depth)?, fold(module, right, depth)?);
            match (op, &left, &right) {
                (BinOp::Div, Const::Int(a), Const::Int(b)) if b.bits() > 0 => quotient(module, a, b),
                _ => binary(*op, left, right),
            }
        }
        ExprKind::Attribute { .. } => match super::resolve::path(module, expr) {
            Some(path) => {
                let known = known_member(&path.name).or_else(|| libc::constant(&path.name));
                known.or_else(|| elsewhere(module, &path.root, &path.name, depth))
            }
            None => super::limits::integer(module, expr),
        },
        // An item of an enum.
        ExprKind::Cast { ty: Type::Num(Num { sense: Sense::Enum(_), .. }), value, .. } => fold(module, value, depth),
        ExprKind::Call { func, args, keywords } if keywords.is_empty() => float_of_text(module, func, args),
        _ => None,
    }
}

/// A tuple of values that are native, and of such tuples.
fn tuple(module: &Module, items: &[Expr], depth: u32) -> Option<Const> {
    let depth = depth.checked_sub(1)?;
    let item = |expr: &Expr| match &expr.kind {
        ExprKind::Tuple(items) => tuple(module, items, depth),
        _ => fold(module, expr, depth).filter(|value| constant_type(value) != Type::Object),
    };
    let items: Vec<Const> = items.iter().map(item).collect::<Option<_>>()?;
    (1..=LONGEST).contains(&items.len()).then_some(Const::Tuple(items))
}

/// `math.pi` and the like. What is compiled sees that it is.
fn known_member(full: &str) -> Option<Const> {
    if full == "cython.compiled" {
        return Some(Const::Bool(true));
    }
    CONSTANTS.iter().find(|(name, _)| *name == full).map(|(_, value)| Const::Float(*value))
}

/// `float("inf")`, `float("nan")`: the ways to write them without an import; `float("0.1")`.
fn float_of_text(module: &Module, func: &Expr, args: &[Expr]) -> Option<Const> {
    let [Expr { kind: ExprKind::Const(Const::Str(text)), .. }] = args else { return None };
    let is_float = super::resolve::path(module, func)?.name == "builtins.float";
    let value = match text.to_ascii_lowercase().as_str() {
        "inf" | "+inf" | "infinity" | "+infinity" => f64::INFINITY,
        "-inf" | "-infinity" => f64::NEG_INFINITY,
        "nan" | "+nan" => f64::NAN,
        digits if digits.chars().all(|c| matches!(c, '0'..='9' | '.' | 'e' | '+' | '-')) => digits.parse().ok()?,
        _ => return None,
    };
    is_float.then_some(Const::Float(value))
}

/// Constants of the standard library and NumPy.
pub const CONSTANTS: &[(&str, f64)] = &[
    ("math.pi", std::f64::consts::PI),
    ("math.e", std::f64::consts::E),
    ("math.tau", std::f64::consts::TAU),
    ("math.inf", f64::INFINITY),
    ("math.nan", f64::NAN),
    ("cmath.pi", std::f64::consts::PI),
    ("cmath.e", std::f64::consts::E),
    ("numpy.pi", std::f64::consts::PI),
    ("numpy.e", std::f64::consts::E),
    ("numpy.inf", f64::INFINITY),
    ("numpy.nan", f64::NAN),
];

fn unary(op: UnaryOp, value: Const) -> Option<Const> {
    Some(match (op, value) {
        (UnaryOp::Neg, Const::Int(value)) => Const::Int(-value),
        (UnaryOp::Neg, Const::Float(value)) => Const::Float(-value),
        (UnaryOp::Pos, value @ (Const::Int(_) | Const::Float(_))) => value,
        (UnaryOp::Invert, Const::Int(value)) => Const::Int(-value - 1),
        _ => return None,
    })
}

fn binary(op: BinOp, left: Const, right: Const) -> Option<Const> {
    match (left, right) {
        (Const::Int(a), Const::Int(b)) => integers(op, a, b),
        (Const::Float(a), Const::Float(b)) => floats(op, a, b),
        (Const::Int(a), Const::Float(b)) => floats(op, a.to_f64()?, b),
        (Const::Float(a), Const::Int(b)) => floats(op, a, b.to_f64()?),
        _ => None,
    }
}

/// `a / b`: in a `.pyx` under `language_level=2` or `cdivision` that is an integer. (What decorators say of it does not count.)
fn quotient(module: &Module, a: &BigInt, b: &BigInt) -> Option<Const> {
    let directives = &module.top.directives;
    match module.residual {
        Some(_) if directives.int_division => Some(Const::Int(floored(a.clone(), b.clone()).0)),
        Some(_) if directives.cdivision => Some(Const::Int(a / b)),
        _ if a.bits() <= 53 && b.bits() <= 53 => Some(Const::Float(a.to_f64()? / b.to_f64()?)),
        _ => None,
    }
}

fn integers(op: BinOp, a: BigInt, b: BigInt) -> Option<Const> {
    let small = b.to_u32().filter(|&count| count <= 4096);
    Some(Const::Int(match op {
        BinOp::Add => a + b,
        BinOp::Sub => a - b,
        BinOp::Mul => a * b,
        BinOp::Pow if a.bits() <= 64 => a.pow(small?),
        BinOp::LShift if a.bits() <= 4096 => a << small?,
        BinOp::RShift => a >> small?,
        BinOp::And => a & b,
        BinOp::Or => a | b,
        BinOp::Xor => a ^ b,
        BinOp::FloorDiv if b.bits() > 0 => floored(a, b).0,
        BinOp::Mod if b.bits() > 0 => floored(a, b).1,
        _ => return None,
    }))
}

/// `(a // b, a % b)` as Python has them; `b` is not zero.
fn floored(a: BigInt, b: BigInt) -> (BigInt, BigInt) {
    let (quotient, rest) = (&a / &b, &a % &b);
    if rest.bits() > 0 && rest.is_negative() != b.is_negative() { (quotient - 1, rest + b) } else { (quotient, rest) }
}

fn floats(op: BinOp, a: f64, b: f64) -> Option<Const> {
    Some(Const::Float(match op {
        BinOp::Add => a + b,
        BinOp::Sub => a - b,
        BinOp::Mul => a * b,
        BinOp::Div if b != 0.0 => a / b,
        _ => return None,
    }))
}
