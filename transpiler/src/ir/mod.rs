//! The typed loop IR: structured, every effect a statement of its own, every check and coercion explicit.
//!
//! What is absent: names, overloading, implicit conversions, expressions with effects inside expressions.
//! A pure [`Expr`] neither raises nor reads memory that a statement may write (locals excepted: a local keeps its
//! value between the statements that assign it). What may raise is an [`Op`], alone on the right of a statement;
//! its raise is an exit edge to the enclosing [`StmtKind::Try`], else out of the function.

pub mod dump;
pub mod interval;
pub mod verify;
pub mod visit;

pub mod lower;
pub mod objects;

use std::collections::BTreeMap;

use crate::hir;
use crate::span::Span;
use crate::ty::{Repr, Type};

/// All function instances of a module, and what Python sees of them.
#[derive(Clone, Debug)]
pub struct Program {
    /// The module's import name, dotted if in a package.
    pub module: String,
    /// The path diagnostics and tracebacks show.
    pub path: String,
    pub functions: Vec<Function>,
    pub exports: Vec<Export>,
    pub guards: Vec<Guard>,
}

/// Index into [`Program::functions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FnId(pub u32);

/// Index into [`Function::locals`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LocalId(pub u32);

/// Names a loop or block that `break` and `continue` leave; unique in a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Label(pub u32);

/// One instance of a source function: its parameters have static types.
#[derive(Clone, Debug)]
pub struct Function {
    pub source: hir::FuncId,
    pub name: String,
    pub qualname: String,
    /// Line of `def`.
    pub first_line: u32,
    /// One local for each parameter of the source, in order.
    pub params: Vec<LocalId>,
    pub locals: Vec<Local>,
    pub returns: Type,
    pub body: Block,
    /// A call may end in a raise. If false, the Rust function returns the bare value.
    pub raises: bool,
    /// Some operation touches the interpreter; the function may only run with its lock held.
    pub python: bool,
    /// A call may be visible outside other than by its result: it cannot be run again from the start.
    pub effects: bool,
    /// It can reach itself by calls: guards the stack.
    pub recursive: bool,
    /// Worth releasing the interpreter lock for, and free of everything that forbids it.
    pub detach: bool,
    /// Generator expressions in it, inner ones after those around: what raises in one passes a frame of its own.
    pub generators: Vec<GeneratorCode>,
}

/// Where a generator expression stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GeneratorCode {
    pub span: Span,
    /// Its first iterable, which is evaluated outside of it.
    pub first: Span,
    /// The call that consumes it.
    pub call: Span,
}

impl GeneratorCode {
    /// Whether a place is in its code.
    pub fn has(&self, place: Span) -> bool {
        let within = |span: Span| span.start <= place.start && place.end <= span.end;
        within(self.span) && place != self.span && !within(self.first)
    }
}

#[derive(Clone, Debug)]
pub struct Local {
    /// The source's name, or empty for a temporary.
    pub name: String,
    pub ty: Type,
    /// A companion flag says whether it is bound: some path reads it before a definition ran.
    pub tracked: bool,
    /// Of an integer: what it can hold anywhere in the function (see `passes::ranges`).
    pub range: Option<interval::Interval>,
}

pub type Block = Vec<Stmt>;

#[derive(Clone, Debug)]
pub struct Stmt {
    pub kind: StmtKind,
    /// What a traceback points at if it raises; its line is the line the report files it under.
    pub span: Span,
}

#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "loops are few, and a box would be in the way of every match")]
pub enum StmtKind {
    /// `local = op`; marks a tracked local as bound.
    Assign(LocalId, Op),
    /// The value is dropped.
    Eval(Op),
    /// Marks a tracked local as unbound (`except ... as e` at its end).
    Unbind(LocalId),
    /// Raises `UnboundLocalError` if the tracked local is not bound.
    CheckBound(LocalId),
    /// `array[index] = value`: one item.
    Store {
        array: LocalId,
        index: Vec<AxisIndex>,
        value: Expr,
    },
    /// Every item of the view becomes the value.
    Fill {
        array: LocalId,
        value: Expr,
    },
    /// Copies items between views of the same shape (checked by an earlier statement); memory may overlap.
    Copy {
        to: LocalId,
        from: LocalId,
    },
    If {
        cond: Expr,
        then: Block,
        orelse: Block,
    },
    /// Until a `Break`.
    Loop {
        label: Label,
        body: Block,
    },
    /// `index` counts from `start` by `step` while below (above, if `step` is negative) `stop`; the bounds are
    /// evaluated once; `index` is assigned by the loop alone. `step` is not zero.
    For {
        label: Label,
        index: LocalId,
        start: Expr,
        stop: Expr,
        step: Expr,
        body: Block,
        parallel: Option<Parallel>,
    },
    /// Runs once; `Break(label)` leaves it.
    Block {
        label: Label,
        body: Block,
    },
    Break(Label),
    /// Ends this iteration of the loop.
    Continue(Label),
    Return(Expr),
    /// Always raises.
    Raise(Raise),
    /// A raise in `body` runs the first handler that matches; a raise elsewhere leaves. `finally` runs however the
    /// rest is left, after which the pending exit (raise, break, continue, return) goes on.
    Try {
        body: Block,
        handlers: Vec<Handler>,
        orelse: Block,
        finally: Block,
    },
    /// Lets a pending Ctrl-C in.
    Poll,
    /// From here on something has happened that is visible outside: an escape can no longer run the call again.
    Touch,
}

#[derive(Clone, Debug)]
pub struct Handler {
    pub span: Span,
    pub class: Class,
    /// The exception object, for `as e`; of type Object.
    pub bind: Option<LocalId>,
    pub body: Block,
}

/// What a handler catches.
#[derive(Clone, Debug)]
pub enum Class {
    /// `except:` (never an escape, see `Raise::escape` in the runtime).
    All,
    /// Names of built-in classes.
    Builtin(Vec<pyrx_runtime::raise::Exc>),
    /// A Python object, class or tuple of classes.
    Object(LocalId),
}

#[derive(Clone, Debug)]
pub enum Raise {
    /// A built-in class and native arguments.
    Builtin { class: pyrx_runtime::raise::Exc, args: Vec<Expr> },
    /// `raise exc from cause` on objects.
    Object { exc: Expr, cause: Option<Expr> },
    /// `raise` alone, in a handler: the exception being handled by the innermost handler around it.
    Again,
    /// The native code cannot go on: run the original function, or `OverflowError` with this text.
    Escape(&'static str),
}

/// How the iterations of a loop are spread over threads.
#[derive(Clone, Debug)]
pub struct Parallel {
    pub schedule: Schedule,
    pub chunk: Option<Expr>,
    pub threads: Option<Expr>,
    /// Locals that each block accumulates from the operator's neutral element and that are combined in order.
    pub reductions: Vec<(LocalId, Reduction)>,
    /// Locals assigned before they are read in each iteration; those flagged keep the last iteration's value.
    pub private: Vec<(LocalId, bool)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schedule {
    Static,
    Dynamic,
    Guided,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reduction {
    Add,
    Mul,
    Or,
    And,
    Xor,
    Min,
    Max,
}

/// What is done about a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Check {
    /// Each time.
    Each,
    /// A test before the loop covers it; this code only runs if it passed.
    Hoisted,
    /// Cannot fail.
    Proven,
    /// A directive turned it off.
    Off,
}

/// The index along one axis of an item access.
#[derive(Clone, Debug)]
pub struct AxisIndex {
    /// An `i64`.
    pub index: Expr,
    /// Negative indices count from the end. False when proven non-negative or turned off.
    pub wrap: bool,
    pub check: Check,
}

/// Something with an effect, or that reads memory, or that may raise.
#[derive(Clone, Debug)]
pub enum Op {
    /// A pure value.
    Use(Expr),
    /// Exact integer arithmetic: `Each` raises an escape when the result leaves the width.
    Int {
        op: IntOp,
        args: Vec<Expr>,
        check: Check,
    },
    /// A function of the runtime by its path below the crate, `int::floordiv`; `raises`: it returns a `Result`.
    Kernel {
        path: &'static str,
        args: Vec<Expr>,
        ty: Type,
        raises: bool,
    },
    /// A number bound to a module-level name; the boundary has read it before any native code runs.
    Number {
        name: String,
        ty: Type,
    },
    /// The item of a tuple at an index that is found at run time; all are of type `ty`. Raises `IndexError`.
    Pick {
        items: Vec<Expr>,
        index: Expr,
        ty: Type,
    },
    /// One item of an array.
    Load {
        array: LocalId,
        index: Vec<AxisIndex>,
    },
    /// A view of part of an array: one entry for each axis of the source, new axes between.
    Slice {
        array: LocalId,
        items: Vec<SliceItem>,
        ty: Type,
    },
    /// All axes reversed.
    Transpose {
        array: LocalId,
        ty: Type,
    },
    /// A new array. Shape entries are `i64`.
    NewArray {
        fill: Fill,
        shape: Vec<Expr>,
        ty: Type,
    },
    /// A new C-contiguous array with the items of another, converted to the dtype of `ty`.
    CopyOf {
        array: LocalId,
        ty: Type,
    },
    Call {
        func: FnId,
        args: Vec<Expr>,
    },
    /// Native list operations.
    List(ListOp),
    /// Operations on Python objects.
    Python(PyOp),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IntOp {
    Add,
    Sub,
    Mul,
    Neg,
}

#[derive(Clone, Debug)]
pub enum Fill {
    /// Contents undefined.
    Empty,
    Zeros,
    /// A scalar of the dtype's value type.
    Value(Expr),
    /// `start`, `step` of the dtype; item `i` is `start + i * step` computed as NumPy does; one axis.
    Range {
        start: Expr,
        step: Expr,
    },
    /// The items in C order, each of the dtype's value type; shape known.
    Items(Vec<Expr>),
}

#[derive(Clone, Debug)]
pub enum SliceItem {
    /// Drops the axis.
    Index(AxisIndex),
    /// Bounds are `i64`, absent ones `None`; clipped as Python does. A zero step raises.
    Range {
        start: Option<Expr>,
        stop: Option<Expr>,
        step: Option<Expr>,
    },
    NewAxis,
}

#[derive(Clone, Debug)]
pub enum ListOp {
    /// `[a, b, c]` of native items.
    New {
        items: Vec<Expr>,
        ty: Type,
    },
    /// Raises `IndexError` with Python's text.
    Get {
        list: Expr,
        index: Expr,
        check: Check,
    },
    Set {
        list: Expr,
        index: Expr,
        value: Expr,
        check: Check,
    },
    Append {
        list: Expr,
        value: Expr,
    },
    /// `list.pop()` or `list.pop(i)`.
    Pop {
        list: Expr,
        index: Option<Expr>,
    },
    Len(Expr),
}

/// Operations of the interpreter; operands are of type Object unless said otherwise, results too.
#[derive(Clone, Debug)]
pub enum PyOp {
    /// A module-level name or builtin, looked up now.
    Global(String),
    SetGlobal(String, Expr),
    DelGlobal(String),
    DelAttr(Expr, String),
    DelItem(Expr, Expr),
    Const(hir::Const),
    GetAttr(Expr, String),
    SetAttr(Expr, String, Expr),
    GetItem(Expr, Expr),
    SetItem(Expr, Expr, Expr),
    Call {
        func: Expr,
        args: Vec<Expr>,
        keywords: Vec<(String, Expr)>,
    },
    CallMethod {
        object: Expr,
        name: String,
        args: Vec<Expr>,
        keywords: Vec<(String, Expr)>,
    },
    Unary(hir::UnaryOp, Expr),
    Binary(hir::BinOp, Expr, Expr),
    InPlace(hir::BinOp, Expr, Expr),
    Compare(hir::CmpOp, Expr, Expr),
    /// Result is `bool`.
    Truth(Expr),
    Iter(Expr),
    /// Assigns the next item to `item` if there is one. Result is `bool`: whether there was.
    Next {
        iter: LocalId,
        item: LocalId,
    },
    /// Exactly `count` items, as a tuple of Objects.
    Unpack(Expr, u32),
    /// `before` items, a list of the rest but the last `after`, the last `after`: a tuple of Objects.
    UnpackStar {
        value: Expr,
        before: u32,
        after: u32,
    },
    Tuple(Vec<Expr>),
    List(Vec<Expr>),
    Set(Vec<Expr>),
    Dict(Vec<(Expr, Expr)>),
    Slice(Expr, Expr, Expr),
    Format {
        value: Expr,
        conversion: Option<char>,
        spec: Expr,
    },
    JoinStr(Vec<Expr>),
    /// A native value as the object Python would see (NumPy-rule numbers become NumPy scalars).
    Box(Expr),
    /// An object as a native value of this type, else `TypeError`; `what` names it in the message.
    Unbox {
        value: Expr,
        ty: Type,
        what: String,
    },
    /// As `Unbox`, except that an object that is no such value is an escape: the original function runs.
    UnboxOrEscape {
        value: Expr,
        ty: Type,
    },
}

/// A pure value: no effects, never raises.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    pub ty: Type,
    pub kind: ExprKind,
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

/// A `def` of the source that has native instances.
#[derive(Clone, Debug)]
pub struct Export {
    pub source: hir::FuncId,
    pub name: String,
    pub qualname: String,
    pub def_line: u32,
    pub params: Vec<ExportParam>,
    /// Tried in order; the first whose parameters fit the arguments runs.
    pub overloads: Vec<Overload>,
    pub mismatch: Mismatch,
    /// 1-based line and 0-based byte column of each decorator expression that the residual module drops.
    pub dropped_decorators: Vec<(u32, u32)>,
    /// The names of [`Op::Number`]s that it, callees included, reads.
    pub numbers: BTreeMap<String, Type>,
}

#[derive(Clone, Debug)]
pub struct ExportParam {
    pub name: String,
    pub kind: hir::ParamKind,
    pub has_default: bool,
    /// The default is `None` and no compiled overload takes it: the original function runs when it comes.
    pub none_escapes: bool,
}

#[derive(Clone, Debug)]
pub struct Overload {
    pub func: FnId,
    /// One for each parameter.
    pub params: Vec<BoundaryParam>,
    /// What Python gets; scalars convert to it.
    pub returns: Type,
}

#[derive(Clone, Debug)]
pub struct BoundaryParam {
    pub ty: Type,
    /// Memory reached through it is stored to.
    pub writable: bool,
}

/// What happens to arguments that fit no overload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// Convert as the last overload asks, or its error.
    Last,
    /// `TypeError` that lists the candidates.
    Candidates,
    /// Run the Python original.
    Original,
}

/// An assumption about a module-level name, checked once after the module ran.
#[derive(Clone, Debug)]
pub struct Guard {
    pub name: String,
    pub expect: Expect,
    /// Indices into [`Program::exports`] of the functions that rely on it.
    pub exports: Vec<u32>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Expect {
    Module(String),
    /// Module and attribute.
    Member(String, String),
    /// Not bound at module level.
    Builtin,
    /// Still the compiled function of this export.
    Function(u32),
    Value(hir::Const),
    /// An array of this dtype and rank, or a number of this class.
    Type(Type),
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
