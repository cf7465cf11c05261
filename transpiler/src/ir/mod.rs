//! The typed loop IR: structured, every effect a statement of its own, every check and coercion explicit.
//!
//! What is absent: names, overloading, implicit conversions, expressions with effects inside expressions.
//! A pure [`Expr`] neither raises nor reads memory that a statement may write (locals excepted: a local keeps its
//! value between the statements that assign it). What may raise is an [`Op`], alone on the right of a statement;
//! its raise is an exit edge to the enclosing [`StmtKind::Try`], else out of the function.

pub mod dump;
mod export;
mod expr;
pub mod inside;
pub mod interval;
mod op;
mod place;
mod stmt;
pub mod verify;
pub mod visit;

pub mod lower;
pub mod objects;

pub use export::{
    BoundaryParam, Checked, ClassCheck, Expect, Export, ExportParam, FusedChoice, FusedExport, Guard, Mismatch,
    Overload,
};
pub use expr::{Expr, ExprKind, PureOp, Relation, Value};
pub use op::{AxisIndex, Check, Fill, IntOp, ListOp, Op, PyOp, SliceItem};
pub use place::{Base, Place, Step};
pub use stmt::{Block, Class, Handler, Parallel, Raise, Reduction, Schedule, Stmt, StmtKind, Ties};

use crate::hir;
use crate::options::CStrings;
use crate::span::Span;
use crate::syntax::cython::Piece;
use crate::ty::{EnumType, StructType, Type};

/// All function instances of a module, and what Python sees of them.
#[derive(Clone, Debug)]
pub struct Program {
    /// The module's import name, dotted if in a package.
    pub module: String,
    /// The path diagnostics and tracebacks show.
    pub path: String,
    /// The Python that runs at import, in order.
    pub pieces: Vec<Piece>,
    /// Python functions that compiled ones call.
    pub snippets: Vec<Piece>,
    /// The paths of the module and of its files.
    pub files: Vec<String>,
    /// Structs and unions of C's, by their ids.
    pub structs: Vec<StructType>,
    /// Enums that are classes of Python's, by their ids.
    pub enums: Vec<EnumType>,
    /// Variables of C's at module level, by their ids.
    pub statics: Vec<hir::Static>,
    pub functions: Vec<Function>,
    pub exports: Vec<Export>,
    pub guards: Vec<Guard>,
    /// What functions that the interpreter runs ask of their arguments.
    pub checked: Vec<Checked>,
    /// The names of calls that are attempted: where a guard of one does not hold, the interpreter makes them.
    pub attempts: Vec<String>,
    /// What texts of C's are to Python.
    pub c_strings: CStrings,
    /// Functions that Numba would compile when they are called are left to `pyrx.jit`.
    pub jit: bool,
    /// The entry point has no symbol of its own.
    pub part: bool,
    /// Differs where sources of the module do.
    pub digest: u64,
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
    /// Which of the program's files it is in.
    pub file: usize,
    /// The module that it is compiled in from, if that is imported.
    pub sibling: Option<String>,
    /// One local for each parameter of the source, in order.
    pub params: Vec<LocalId>,
    pub locals: Vec<Local>,
    pub returns: Type,
    pub body: Block,
    /// Its body may end in a raise.
    pub raises: bool,
    /// What its body raises is printed, and it returns zero.
    pub noexcept: bool,
    /// Of a `.pyx`: what C says of it.
    pub c: Option<hir::CFunction>,
    /// Some operation touches the interpreter; the function may only run with its lock held.
    pub python: bool,
    /// A call may be visible outside other than by its result: it cannot be run again from the start.
    pub effects: bool,
    /// A compiled caller, or a caller of that, may catch what it raises and go on.
    pub caught: bool,
    /// It can reach itself by calls: guards the stack.
    pub recursive: bool,
    /// The line of its code object, if profilers are to see calls of it.
    pub profile: Option<u32>,
    /// Worth releasing the interpreter lock for, and free of everything that forbids it.
    pub detach: bool,
    /// Comprehensions and generator expressions in it, inner ones after those around: what raises in one passes a frame
    /// of its own.
    pub comprehensions: Vec<Comprehension>,
}

impl Function {
    /// Whether a call may end in a raise. If not, the Rust function returns the bare value.
    pub fn call_raises(&self) -> bool {
        self.raises && !self.noexcept
    }
}

/// Where a comprehension or generator expression stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comprehension {
    /// `<genexpr>`, `<listcomp>`, ... (All but generator expressions have no frame from Python 3.12 on.)
    pub name: &'static str,
    pub span: Span,
    /// Its first iterable, which is evaluated outside of it.
    pub first: Span,
    /// Where it is entered from: the call that consumes a generator expression, a comprehension itself.
    pub call: Span,
}

impl Comprehension {
    /// The place inside the comprehension `whole` that stands for all of it: where it asks its iterators.
    pub fn loops(whole: Span) -> Span {
        Span::new(whole.start, whole.start)
    }

    /// A place as a traceback shows it.
    pub fn shown(&self, place: Span) -> Span {
        if place == Self::loops(self.span) { self.span } else { place }
    }

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
    /// Locals of the same variable whose values are gone when this one gets one (see `passes::release`).
    pub replaces: Vec<LocalId>,
}
