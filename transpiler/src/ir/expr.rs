//! Pure values: nothing in them raises or has an effect.

use super::LocalId;
use crate::ty::{Repr, Type};

/// A pure value: no effects, never raises.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    pub ty: Type,
    pub kind: ExprKind,
}

impl Expr {
    pub fn local(id: LocalId, ty: Type) -> Expr {
        Expr { ty, kind: ExprKind::Local(id) }
    }

    pub fn int(value: i64) -> Expr {
        Expr { ty: Type::INT, kind: ExprKind::Const(Value::Int(value.into())) }
    }

    pub fn bool(value: bool) -> Expr {
        Expr { ty: Type::BOOL, kind: ExprKind::Const(Value::Bool(value)) }
    }

    pub fn none() -> Expr {
        Expr { ty: Type::None, kind: ExprKind::Const(Value::None) }
    }

    /// The local that it reads or moves out, if it is just that.
    pub fn as_local(&self) -> Option<LocalId> {
        match self.kind {
            ExprKind::Local(local) | ExprKind::Take(local) => Some(local),
            _ => None,
        }
    }

    /// The representation of a number.
    pub fn repr(&self) -> Option<Repr> {
        self.ty.num().map(|num| num.repr)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    Const(Value),
    /// The value of a local; shared owners are cloned.
    Local(LocalId),
    /// Moves a temporary out; nothing reads it after.
    Take(LocalId),
    /// Wraps for integers; IEEE for floats; complex add and subtract; `&|^` on integers and bools.
    Binary(PureOp, Box<Expr>, Box<Expr>),
    Neg(Box<Expr>),
    /// Bitwise for integers, logical for bools.
    Not(Box<Expr>),
    /// Both sides of the same representation; numbers, chars, bools; IEEE for floats; Eq and Ne for complex.
    Compare(Relation, Box<Expr>, Box<Expr>),
    /// Short-circuit on bools.
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    /// Evaluates one of the two.
    Select(Box<Expr>, Box<Expr>, Box<Expr>),
    /// Number to number as C and NumPy's `astype` do (wraps, truncates, saturating never relied on); number to
    /// bool is `!= 0`; char to str.
    Cast(Box<Expr>),
    /// A function of the runtime that neither raises nor has effects.
    Kernel(&'static str, Vec<Expr>),
    /// Length of an axis, `i64`.
    Dim(LocalId, u32),
    /// Stride of an axis in bytes, `i64`.
    Stride(LocalId, u32),
    /// A pointer moved by a number (`i64`) of items.
    Offset(Box<Expr>, Box<Expr>),
    /// How many items lie between two pointers, `i64`.
    Distance(Box<Expr>, Box<Expr>),
    /// A tuple, or by its type a struct (all fields in order) or a C array (all items)
    Tuple(Vec<Expr>),
    Field(Box<Expr>, u32),
    /// `complex` from its parts; both `f32` or `f64`.
    Complex(Box<Expr>, Box<Expr>),
    Real(Box<Expr>),
    Imag(Box<Expr>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    None,
    /// C's `NULL`.
    Null,
    Bool(bool),
    /// Fits the representation of the expression's type.
    Int(i128),
    Float(f64),
    Complex(f64, f64),
    Str(String),
    Char(u32),
    Bytes(Vec<u8>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PureOp {
    Add,
    Sub,
    Mul,
    /// Floats only.
    Div,
    And,
    Or,
    Xor,
    /// The count is in range.
    Shl,
    Shr,
    Min,
    Max,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}
