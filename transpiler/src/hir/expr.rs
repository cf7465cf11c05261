//! Expressions.

use num_bigint::BigInt;

use super::{ExprId, Target, WebId, Written};
use crate::span::Span;
use crate::ty::Type;

#[derive(Clone, Debug)]
pub struct Expr {
    pub id: ExprId,
    pub span: Span,
    pub kind: ExprKind,
}

#[derive(Clone, Debug)]
pub enum ExprKind {
    Const(Const),
    /// `check_bound`: on some path to here no definition has run.
    Local {
        web: WebId,
        check_bound: bool,
    },
    /// A module-level name or builtin.
    Global(String),
    Attribute {
        value: Box<Expr>,
        name: String,
    },
    Index {
        value: Box<Expr>,
        index: Index,
    },
    Call {
        func: Box<Expr>,
        args: Vec<Expr>,
        keywords: Vec<(String, Expr)>,
    },
    Unary {
        op: UnaryOp,
        operand: Box<Expr>,
    },
    Binary {
        op: BinOp,
        left: Box<Expr>,
        right: Box<Expr>,
    },
    /// `left op0 r0 op1 r1 ...`, each operand evaluated at most once, stopping at the first false.
    Compare {
        left: Box<Expr>,
        rest: Vec<(CmpOp, Expr)>,
    },
    /// `and`, `or` over two or more values.
    Bool {
        and: bool,
        values: Vec<Expr>,
    },
    Not(Box<Expr>),
    /// Whether a pattern of a sequence may match: lists, tuples, ranges and their like, but no strings.
    IsSequence(Box<Expr>),
    /// Of a context manager what its `__enter__()` gives, or its method `__exit__`, bound.
    Manager {
        enter: bool,
        value: Box<Expr>,
    },
    IfExp {
        cond: Box<Expr>,
        then: Box<Expr>,
        orelse: Box<Expr>,
    },
    Walrus {
        web: WebId,
        value: Box<Expr>,
    },
    /// `&place`: a variable, an item, a field, a function of C's.
    Address(Box<Expr>),
    /// The size of the type of a value that is not computed.
    SizeOf(Box<Expr>),
    /// What Cython calls the type of a value that is not computed.
    TypeOf(Box<Expr>),
    /// C's `NULL`.
    Null,
    /// `<T>value`, and how `T` is written; `checked`: `<T?>value`.
    Cast {
        ty: Type,
        written: Option<Box<Written>>,
        checked: bool,
        value: Box<Expr>,
    },
    Tuple(Vec<Expr>),
    List(Vec<Expr>),
    Set(Vec<Expr>),
    Dict(Vec<(Expr, Expr)>),
    /// `[element for ... if ...]` and its like; the targets are webs of their own.
    Comp {
        kind: CompKind,
        element: Box<Expr>,
        generators: Vec<Generator>,
    },
    FString(Vec<FStringPart>),
    /// Only the interpreter can evaluate it; its owner has [`Function::left`] set.
    Left,
}

/// What a comprehension makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompKind {
    List,
    /// A generator expression that the call around consumes at once, as in `sum(x for x in a)`.
    Lazy,
    Set,
    /// The element is a tuple of key and value.
    Dict,
}

impl CompKind {
    /// The name of its code in tracebacks.
    pub fn code_name(self) -> &'static str {
        match self {
            CompKind::List => "<listcomp>",
            CompKind::Lazy => "<genexpr>",
            CompKind::Set => "<setcomp>",
            CompKind::Dict => "<dictcomp>",
        }
    }
}

#[derive(Clone, Debug)]
pub struct Generator {
    pub target: Target,
    pub iter: Expr,
    pub conds: Vec<Expr>,
}

#[derive(Clone, Debug)]
pub enum FStringPart {
    Text(String),
    Value {
        value: Expr,
        /// `'r'`, `'s'` or `'a'`.
        conversion: Option<char>,
        spec: Vec<FStringPart>,
    },
}

/// What stands between square brackets.
#[derive(Clone, Debug)]
pub struct Index {
    pub items: Vec<IndexItem>,
    /// Whether it is a tuple: `a[i,]` and `a[i]` differ.
    pub tuple: bool,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum IndexItem {
    Expr(Expr),
    Slice {
        lower: Option<Expr>,
        upper: Option<Expr>,
        step: Option<Expr>,
    },
    /// `None` or `np.newaxis`, written as such.
    NewAxis,
    Ellipsis,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    None,
    Bool(bool),
    Int(BigInt),
    Float(f64),
    /// The imaginary part of `2j`.
    Imaginary(f64),
    Str(String),
    Bytes(Vec<u8>),
    /// Of constants that are native values; only as the value of a global.
    Tuple(Vec<Const>),
    Ellipsis,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    Div,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
    MatMul,
}

impl BinOp {
    /// The operator as the source writes it.
    pub fn sign(self) -> &'static str {
        match self {
            BinOp::Add => "+",
            BinOp::Sub => "-",
            BinOp::Mul => "*",
            BinOp::Div => "/",
            BinOp::FloorDiv => "//",
            BinOp::Mod => "%",
            BinOp::Pow => "**",
            BinOp::LShift => "<<",
            BinOp::RShift => ">>",
            BinOp::And => "&",
            BinOp::Or => "|",
            BinOp::Xor => "^",
            BinOp::MatMul => "@",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CmpOp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    Is,
    IsNot,
    In,
    NotIn,
}
