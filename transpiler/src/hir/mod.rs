//! The high-level IR: names resolved, sugar removed, each variable split into its definition webs.
//!
//! What is absent: names (a name is a web, or a global), decorators (read, then gone), annotations (read into
//! [`Signature`]s and declared types), comments and signature lines, nested functions (their owner is marked
//! [`Function::left`]).

mod builtins;
mod c;
mod dump;
mod expr;
mod fused;
mod lower;
mod outline;
mod sign;
mod verify;
pub mod visit;
mod webs;

pub use builtins::is_builtin;
pub use c::{Written, is_c_type, layout};
pub use dump::dump;
pub use expr::*;
pub use fused::{Member, PythonClass, preferred};
pub use lower::lower;
pub(crate) use lower::names::nearest;
pub use outline::{Imported, Outline, Outlined, OutlinedParam, outline};
pub use sign::{DIRECTIVES, DirectiveRow, Guess, Misread, ObjectUse, has_open, misread};
pub use verify::verify;

use std::collections::BTreeSet;

use crate::options::Directives;
use crate::span::Span;
use crate::syntax::cython::{CKind, Piece};
use crate::ty::{EnumType, StaticId, StructId, StructType, Type};
use indexmap::IndexMap;

/// A module of Python source.
#[derive(Clone, Debug)]
pub struct Module {
    /// Every `def` at module level, in an `if` or `try` there, or in the body of a class there; in order of source.
    pub functions: Vec<Function>,
    /// Names bound at module level, in order of first binding. A name absent here is a builtin or unknown.
    pub globals: IndexMap<String, Global>,
    /// Whether a star import may bind any name.
    pub star_import: bool,
    /// Those of C's, by [`StructId`].
    pub structs: Vec<StructType>,
    /// Enums that are classes of Python's, by [`crate::ty::EnumId`].
    pub enums: Vec<EnumType>,
    /// Variables of C's at module level, by [`StaticId`].
    pub statics: Vec<Static>,
    /// What `from module cimport name` of a module that pyrx knows by itself names: full names, and where.
    pub cimports: Vec<(String, Span)>,
    /// Of a `.pyx`: the Python that runs at import, in order.
    pub residual: Option<Vec<Piece>>,
    /// Python functions that stand for parts of compiled functions, for the interpreter to run; each is defined by a piece.
    pub snippets: Vec<Piece>,
    /// The copies of functions with fused parameters, as calls name them: `f[double]`. They stand behind the module's own
    /// functions.
    pub copies: IndexMap<String, FuncId>,
    /// What the full names of other modules of Python lead to that are compiled together with this one: names among
    /// `globals`.
    pub elsewhere: IndexMap<String, String>,
    /// Those modules, with numbers that differ where their sources do.
    pub digests: IndexMap<String, u64>,
    /// Where the values of globals are evaluated: no statements, only their expressions are counted.
    pub top: Function,
}

impl Module {
    /// Whether a function is one of a `.pyx`.
    pub fn is_of_pyx(&self, function: &Function) -> bool {
        function.c.is_some() || function.foreign.is_none() && self.residual.is_some()
    }

    /// Whether a call is one of a function that is imported, from Python of a `.pyx`, or the other way round.
    pub fn crosses_dialects(&self, caller: &Function, callee: FuncId) -> bool {
        let callee = &self.functions[callee.0 as usize];
        callee.sibling().is_some() && self.is_of_pyx(callee) != self.is_of_pyx(caller)
    }

    /// Whether a function is written for Cython: in a `.pyx`, or in Python that imports `cython`.
    pub fn is_cython(&self, function: &Function) -> bool {
        let owner = function.foreign.as_ref().map(|foreign| foreign.module.as_str());
        let is_of_owner = |name: &str| name.rsplit_once(':').map(|(module, _)| module) == owner;
        let imports = |global: &Global| match global {
            Global::Module(name) | Global::Member(name) => name.split('.').next() == Some("cython"),
            _ => false,
        };
        let mut globals = self.globals.iter().filter(|(name, _)| is_of_owner(name));
        self.is_of_pyx(function) || globals.any(|(_, global)| imports(global))
    }

    /// Whether the module may have a name when it runs: its own, one of a star import, a builtin.
    pub fn may_have(&self, name: &str) -> bool {
        self.star_import || self.globals.contains_key(name) || builtins::is_builtin(name)
    }

    /// The function of the source that a function is or is a copy of.
    pub fn written(&self, id: FuncId) -> FuncId {
        let copy = self.functions.get(id.0 as usize).and_then(|function| function.copy_of.as_ref());
        copy.map_or(id, |copy| copy.generic)
    }

    /// The functions that a function of the source is lowered to: its copies, or itself.
    pub fn lowered(&self, id: FuncId) -> Vec<FuncId> {
        let fused = self.functions.get(id.0 as usize).and_then(|function| function.fused.as_ref());
        fused.map_or_else(|| vec![id], |fused| fused.copies.clone())
    }
}

/// Whether a global is of another module: `module:name`.
pub fn is_elsewhere(global: &str) -> bool {
    global.contains(':')
}

/// Index into [`Module::functions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FuncId(pub u32);

/// Index into [`Function::webs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WebId(pub u32);

/// Key of an expression within its function (or within the module's global values), for side tables. Dense from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ExprId(pub u32);

/// What a module-level name is bound to.
#[derive(Clone, Debug)]
pub enum Global {
    /// `import numpy as np`: the module's full name.
    Module(String),
    /// `from math import sqrt as s`: the full name `math.sqrt`.
    Member(String),
    /// A `def` that is the only binding of the name.
    Function(FuncId),
    /// A module of C's names by its full name: `cimport numpy as cnp`.
    CModule(String),
    /// A name of C's by its full name: `from libc.math cimport sqrt`.
    CMember(String),
    /// An item of an `enum`.
    CConstant(Const),
    /// A struct or union: calling it makes one.
    CStruct(StructId),
    /// A variable of C's, which Python does not see.
    CVariable(StaticId),
    /// The only binding is an unconditional assignment at module level; what an annotation there says.
    Value { value: Expr, declared: Option<Type> },
    /// Python that stands for part of a compiled function, [`Snippet::name`].
    Snippet,
    /// Bound twice, conditionally, by a loop, class or star import, or rebound by a function's `global`.
    Dynamic,
}

/// A variable of C's at module level: zero or `None` until it is assigned.
#[derive(Clone, Debug)]
pub struct Static {
    pub name: String,
    /// Where it is declared.
    pub span: Span,
    pub ty: Type,
    pub written: Option<Written>,
    /// The module whose variable it is, if that is another one.
    pub module: Option<String>,
    /// Code that is compiled into other modules may use it.
    pub shared: bool,
}

/// The parallel `range` of each package that has one.
pub const PRANGES: [&str; 3] = ["numba.prange", "pyrx.prange", "cython.parallel.prange"];

/// One `def`.
#[derive(Clone, Debug)]
pub struct Function {
    pub name: String,
    pub qualname: String,
    /// From `def` (decorators excluded) to the end of the body.
    pub span: Span,
    /// The name after `def`.
    pub name_span: Span,
    /// Where a code object of it starts: the first decorator, or `def`.
    pub code_start: u32,
    /// Defined in the body of a class.
    pub in_class: bool,
    /// Its first parameter receives the object or the class that it is called on.
    pub bound: bool,
    pub params: Vec<Param>,
    /// What Python callers may pass, one entry per overload; empty if nothing is annotated and no line exports it.
    pub signatures: Vec<Signature>,
    /// Its header with annotations that its uses of the parameters suggest, where nothing says their types.
    pub suggested: Option<String>,
    /// What its uses of the parameters suggest.
    pub guessed: Vec<Guess>,
    /// Indices of expressions count up from 0 to this.
    pub expr_count: u32,
    pub webs: Vec<Web>,
    pub body: Vec<Stmt>,
    /// Those in force where no [`StmtKind::Directed`] says otherwise.
    pub directives: Directives,
    /// Names of decorators that pyrx, Cython and Numba own and the residual module drops, as source spans.
    pub dropped_decorators: Vec<Span>,
    /// Why the whole function stays with the interpreter: a closure, a generator, `locals()`, ...
    pub left: Option<Left>,
    /// The other module that it is of: it is compiled in where it is called.
    pub foreign: Option<Foreign>,
    /// Of a `.pyx`: what C says of it.
    pub c: Option<CFunction>,
    /// Whether pure mode makes it one of C's functions, whose calls convert numbers as C does.
    pub pure_c: bool,
    /// `noexcept`: what it raises is printed, and it returns zero.
    pub noexcept: bool,
    /// From `@cython.ufunc`: Python sees a ufunc, and calls are calls of that.
    pub ufunc: bool,
    /// Some parameters have fused types: it has no body, its copies have.
    pub fused: Option<FusedFunction>,
    /// It is such a copy.
    pub copy_of: Option<FusedCopy>,
    /// What of it the interpreter runs, in a `.pyx`.
    pub snippets: Vec<Snippet>,
    /// It names a variable of C's at module level.
    pub names_variable: bool,
    /// It stands for a variable of C's where Python code of a `.py` reads or sets it.
    pub is_accessor: bool,
}

/// Python that defines a function, which stands for part of a compiled one.
#[derive(Clone, Debug)]
pub struct Snippet {
    /// What compiled code calls it.
    pub name: String,
    /// The file that it is of, by its number.
    pub file: usize,
    /// It stands at the lines that it has in the file.
    pub text: String,
}

/// What a function with fused parameters is lowered to.
#[derive(Clone, Debug)]
pub struct FusedFunction {
    /// Each fused type once, in order of the parameters.
    pub types: Vec<FusedParam>,
    /// One for each choice of members, those of the last type varying fastest.
    pub copies: Vec<FuncId>,
    /// It is a function of C's: calls in the module choose at compile time.
    pub is_static: bool,
}

/// A fused type among parameters.
#[derive(Clone, Debug)]
pub struct FusedParam {
    /// The name of the type.
    pub name: String,
    /// The first parameter that has it.
    pub param: usize,
    /// Whether that parameter takes `None` for a buffer.
    pub takes_none: bool,
    pub members: Vec<Member>,
}

/// One choice of members.
#[derive(Clone, Debug)]
pub struct FusedCopy {
    /// The function of the source.
    pub generic: FuncId,
    /// As `__signatures__` has it: `double|int`.
    pub key: String,
}

impl Function {
    /// Whether only native code can run it: it has forms of C's.
    pub fn is_native_only(&self) -> bool {
        self.is_accessor || self.c.as_ref().is_some_and(|c| c.native_only)
    }

    /// Whether it is of another module.
    pub fn is_foreign(&self) -> bool {
        self.foreign.is_some()
    }

    /// The module that it is of, if that is one which is imported.
    pub fn sibling(&self) -> Option<&str> {
        self.foreign.as_ref().filter(|foreign| foreign.sibling).map(|foreign| foreign.module.as_str())
    }

    /// Whether a variable is declared as one of C's, or it names one of the module's: what they hold wraps and
    /// converts.
    pub fn has_c_variables(&self) -> bool {
        self.names_variable || self.webs.iter().any(|web| web.declared.as_ref().is_some_and(Type::holds_c))
    }

    /// Whether Python does not see it.
    pub fn is_hidden(&self) -> bool {
        self.sibling().is_some() || self.c.as_ref().is_some_and(|c| c.kind == CKind::Cdef)
    }

    /// Whether it stands for statements at module level.
    pub fn is_module_run(&self) -> bool {
        self.c.as_ref().is_some_and(|c| c.module_run.is_some())
    }

    /// `cdef` or `cpdef`: what it returns has the type it declares.
    pub fn is_c_function(&self) -> bool {
        self.c.as_ref().is_some_and(|c| c.kind != CKind::Def)
    }
}

/// Where a function of another module is from.
#[derive(Clone, Debug)]
pub struct Foreign {
    /// The full name.
    pub module: String,
    /// It is imported, and not cimported.
    pub sibling: bool,
    /// Of a sibling: the names that are none of its own, as globals, and where.
    pub names: Vec<(String, Span)>,
}

/// What a function of a `.pyx` is to C.
#[derive(Clone, Debug)]
pub struct CFunction {
    pub kind: CKind,
    /// Only native code can run it: it has forms that Python has not.
    pub native_only: bool,
    /// It may run without the interpreter's lock.
    pub nogil: bool,
    /// `with gil`: it takes the lock.
    pub takes_lock: bool,
    /// The number of the run of module-level statements that it stands for.
    pub module_run: Option<u32>,
    /// How the type of its result is written.
    pub returns: Option<Written>,
}

/// Why something is left to the interpreter.
#[derive(Clone, Debug)]
pub struct Left {
    pub span: Span,
    /// A clause such as "it is a generator".
    pub reason: String,
    pub hint: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamKind {
    PositionalOnly,
    Positional,
    KeywordOnly,
    /// `*args`
    VarArgs,
    /// `**kwargs`
    VarKeywords,
}

#[derive(Clone, Debug)]
pub struct Param {
    pub name: String,
    pub span: Span,
    pub kind: ParamKind,
    /// The web that holds the argument on entry.
    pub web: WebId,
    /// Where the source says something of its type, whether or not pyrx understands it.
    pub annotation: Option<Span>,
    /// Of a `.pyx`: the type as it is written.
    pub written: Option<Written>,
    /// The annotation takes `None` beside an array.
    pub optional: bool,
    pub default: Option<Expr>,
}

/// The types of one overload, one entry a parameter.
#[derive(Clone, Debug)]
pub struct Signature {
    /// `None`: nothing is said about this parameter.
    pub params: Vec<Option<Type>>,
    /// The parameters whose rank use alone gives, as in `NDArray[...]`: arrays of other ranks run the Python original.
    pub ranked_by_use: Vec<usize>,
    /// What a `->` annotation or a Numba signature promises; scalars convert.
    pub returns: Option<Type>,
    pub origin: Origin,
    pub span: Span,
}

/// Where a signature comes from; decides what happens to arguments that fit none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Annotations in the `def`: others are a `TypeError`.
    Annotations,
    /// `NDArray[...]` whose rank use does not fix: other ranks run the Python original.
    AnyRank,
    /// A `.pyi` beside the source: as annotations, or a choice among its overloads.
    Stub,
    /// `#pythran export`: others are a `TypeError` that lists the candidates.
    Pythran,
    /// `@njit("...")`: others are a `TypeError` that lists the candidates.
    Numba,
}

/// A maximal set of definitions of one variable that meet at some use.
#[derive(Clone, Debug)]
pub struct Web {
    /// The variable's name in the source; several webs may share it.
    pub name: String,
    /// Its number among those of the function, which the webs of one variable share.
    pub variable: u32,
    /// Several places bind the variable.
    pub rebound: bool,
    /// The first definition.
    pub span: Span,
    /// From `x: T = ...` in the body.
    pub declared: Option<Type>,
    /// Of a `.pyx`: that type as it is written.
    pub written: Option<Written>,
    /// Its address is taken: it lies in memory, and whoever has the address may change it.
    pub in_memory: bool,
    /// Of a `.pyx`: without a type, and in arithmetic that may overflow, so that integers of C's become Python's in it.
    pub unbounded: bool,
    /// Other webs of the variable whose value is gone when this one gets one.
    pub replaces: BTreeSet<WebId>,
}

#[derive(Clone, Debug)]
pub struct Stmt {
    pub span: Span,
    pub kind: StmtKind,
}

#[derive(Clone, Debug)]
pub enum StmtKind {
    Expr(Expr),
    /// `a = b[i] = value`; the value is evaluated once, targets are bound from left to right.
    Assign {
        targets: Vec<Target>,
        value: Expr,
    },
    AugAssign {
        target: AugTarget,
        op: BinOp,
        value: Expr,
        result: ExprId,
    },
    If {
        cond: Expr,
        then: Vec<Stmt>,
        orelse: Vec<Stmt>,
    },
    While {
        cond: Expr,
        body: Vec<Stmt>,
        orelse: Vec<Stmt>,
    },
    For {
        target: Target,
        iter: Expr,
        body: Vec<Stmt>,
        orelse: Vec<Stmt>,
    },
    Return(Option<Expr>),
    Break,
    Continue,
    Pass,
    Raise {
        exc: Option<Expr>,
        cause: Option<Expr>,
    },
    Assert {
        cond: Expr,
        message: Option<Expr>,
    },
    Try {
        body: Vec<Stmt>,
        handlers: Vec<Handler>,
        orelse: Vec<Stmt>,
        finally: Vec<Stmt>,
    },
    /// `del target`
    Delete(Deleted),
    /// `with pyrx.boundscheck(False):`: statements under directives of their own.
    Directed {
        directives: Box<Directives>,
        body: Vec<Stmt>,
    },
    /// Anything that only the interpreter can run; its owner has [`Function::left`] set.
    Left,
}

impl StmtKind {
    /// The blocks inside, in order of source.
    pub fn blocks(&self) -> Vec<&[Stmt]> {
        match self {
            StmtKind::If { then, orelse, .. } => vec![then, orelse],
            StmtKind::While { body, orelse, .. } | StmtKind::For { body, orelse, .. } => vec![body, orelse],
            StmtKind::Directed { body, .. } => vec![body],
            StmtKind::Try { body, handlers, orelse, finally } => {
                let handlers = handlers.iter().map(|handler| handler.body.as_slice());
                let ends = [orelse.as_slice(), finally];
                std::iter::once(body.as_slice()).chain(handlers).chain(ends).collect()
            }
            StmtKind::Expr(_)
            | StmtKind::Assign { .. }
            | StmtKind::AugAssign { .. }
            | StmtKind::Return(_)
            | StmtKind::Break
            | StmtKind::Continue
            | StmtKind::Pass
            | StmtKind::Raise { .. }
            | StmtKind::Assert { .. }
            | StmtKind::Delete(_)
            | StmtKind::Left => Vec::new(),
        }
    }
}

/// What a `del` takes away.
#[derive(Clone, Debug)]
pub enum Deleted {
    /// A local, as the expression that reads it: it must be bound, and is not any more.
    Local(Expr),
    Global(String),
    Attribute {
        value: Expr,
        name: String,
    },
    Index {
        value: Expr,
        index: Index,
    },
}

#[derive(Clone, Debug)]
pub struct Handler {
    pub span: Span,
    /// `None`: catches everything. A tuple of classes is an [`ExprKind::Tuple`].
    pub class: Option<Expr>,
    pub bind: Option<WebId>,
    pub body: Vec<Stmt>,
}

/// Something that can be assigned to.
#[derive(Clone, Debug)]
pub struct Target {
    pub span: Span,
    pub kind: TargetKind,
}

#[derive(Clone, Debug)]
pub enum TargetKind {
    Local(WebId),
    Global(String),
    Attribute {
        value: Expr,
        name: String,
    },
    Index {
        value: Expr,
        index: Index,
    },
    /// `a, *b, c = ...`; `star` is the position of the starred element.
    Tuple {
        elements: Vec<Target>,
        star: Option<usize>,
    },
}

/// The target of `+=` and friends, read and then written.
#[derive(Clone, Debug)]
pub enum AugTarget {
    Local { read: WebId, check_bound: bool, write: WebId, span: Span },
    Global { name: String, span: Span },
    Attribute { value: Expr, name: String, span: Span },
    Index { value: Expr, index: Index, span: Span },
}
