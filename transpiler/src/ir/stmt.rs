//! Statements and blocks: control flow, stores, raises, parallel loops.

use super::{AxisIndex, Expr, Label, LocalId, Op, Place};
use crate::span::Span;

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
    /// Lets go of what a local holds and marks a tracked one as unbound (`except ... as e` at its end).
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
    /// Writes to C's memory.
    Put {
        place: Place,
        value: Expr,
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
    /// Runs once, with the interpreter's lock `held`, or released where it is held.
    Lock {
        held: bool,
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
    /// Of this class, with the text that the interpreter has for it: it calls the built-in function of this dotted
    /// name with an empty tuple, which fails.
    OfNone { class: pyrx_runtime::raise::Exc, name: &'static str },
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
    /// Each iteration is the part of one thread, whose number it has.
    Team,
    /// As `Team`, of threads that run at the same time and wait for each other.
    Gang,
}

impl Schedule {
    /// Whether each iteration is the part of one thread.
    pub fn has_members(self) -> bool {
        matches!(self, Schedule::Team | Schedule::Gang)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reduction {
    Add,
    Mul,
    Or,
    And,
    Xor,
    Min(Ties),
    Max(Ties),
}

/// Which of equal numbers is kept: -0.0 and 0.0 are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ties {
    First,
    Last,
}
