//! Operations: what may raise, has an effect or reads memory; each stands alone on the right of a statement.

use super::{Expr, FnId, LocalId, Place};
use crate::hir;
use crate::ty::{StaticId, Type};

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
    /// A directive turned it off, but the view may be `None`: that it is not is looked at each time.
    Present,
}

impl Check {
    /// Whether it may fail.
    pub fn raises(self) -> bool {
        match self {
            Check::Each | Check::Present => true,
            Check::Hoisted | Check::Proven | Check::Off => false,
        }
    }
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
    /// Of a function of the program. An attempt gives a pair: the result, and whether there is none because the interpreter has to
    /// make the call; it has not begun then, or escaped before anything visible has happened.
    Call {
        func: FnId,
        args: Vec<Expr>,
        /// One of [`super::Program::attempts`].
        attempt: Option<String>,
    },
    /// What lies in C's memory.
    Get {
        place: Place,
        ty: Type,
    },
    /// A pointer to a place.
    Address {
        place: Place,
        ty: Type,
    },
    /// A pointer to one item of an array.
    ItemAddress {
        array: LocalId,
        index: Vec<AxisIndex>,
        ty: Type,
        /// Something may be stored through it.
        stores: bool,
    },
    /// A pointer to a function.
    FunctionAddress {
        func: FnId,
        ty: Type,
    },
    /// A pointer to a function of the runtime.
    KernelAddress {
        path: &'static str,
        /// The function returns a `Result`.
        raises: bool,
        ty: Type,
    },
    /// A call of what a pointer to a function points to; raises if that is `NULL`.
    CallPointer {
        func: Expr,
        args: Vec<Expr>,
        ty: Type,
    },
    /// The value of a variable at module level that is not plain: an array, an object. Raises where it is not set yet.
    Static {
        id: StaticId,
        ty: Type,
    },
    SetStatic(StaticId, Expr),
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
    /// An item at a native integer.
    ItemAt(Expr, Expr),
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
    /// `len(object)`, an `int`.
    Length(Expr),
    /// The method `__exit__` of a context manager, bound; that there is an `__enter__` is seen to.
    ExitOf(Expr),
    /// What `__enter__()` of a context manager gives.
    Enter(Expr),
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
    /// An object as a native value of this type, else `TypeError`; `what` names it in the message, and in a `.pyx`
    /// `written` the type.
    Unbox {
        value: Expr,
        ty: Type,
        what: String,
        written: Option<hir::Written>,
    },
    /// As `Unbox`, except that an object that is no such value is an escape: the original function runs.
    UnboxOrEscape {
        value: Expr,
        ty: Type,
    },
}
