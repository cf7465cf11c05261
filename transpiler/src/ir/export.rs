//! What Python sees of a module: exported functions with their overloads, and the guards they rest on.

use std::collections::BTreeMap;

use super::FnId;
use crate::hir::{self, PythonClass};
use crate::ty::Type;

/// A `def` of the source that has native instances.
#[derive(Clone, Debug)]
pub struct Export {
    pub source: hir::FuncId,
    pub name: String,
    pub qualname: String,
    pub def_line: u32,
    /// Which of the program's files it is in.
    pub file: usize,
    /// The number of the run of module-level statements that it stands for.
    pub module_run: Option<u32>,
    pub params: Vec<ExportParam>,
    /// Tried in order; the first whose parameters fit the arguments runs.
    pub overloads: Vec<Overload>,
    pub mismatch: Mismatch,
    /// There is no original that could run instead: it is of a `.pyx`.
    pub native_only: bool,
    /// It is of a `.pyx`: calls that do not fit are refused in Cython's words.
    pub cython: bool,
    /// Python sees it as a ufunc.
    pub ufunc: bool,
    /// 1-based line and 0-based byte column of each decorator expression that the residual module drops.
    pub dropped_decorators: Vec<(u32, u32)>,
    /// The names of [`super::Op::Number`]s that it, callees included, reads.
    pub numbers: BTreeMap<String, Type>,
    /// Its parameters have fused types: it has no overloads, but one of its specializations is chosen.
    pub fused: Option<FusedExport>,
}

impl Export {
    /// What Python may come to run: the overloads, those of specializations included.
    pub fn versions(&self) -> impl Iterator<Item = &Overload> {
        let fused = self.fused.iter().flat_map(|fused| &fused.copies);
        self.overloads.iter().chain(fused.flat_map(|(_, copy)| &copy.overloads))
    }

    pub fn versions_mut(&mut self) -> impl Iterator<Item = &mut Overload> {
        let fused = self.fused.iter_mut().flat_map(|fused| &mut fused.copies);
        self.overloads.iter_mut().chain(fused.flat_map(|(_, copy)| &mut copy.overloads))
    }
}

/// How a function with fused parameters is called from Python.
#[derive(Clone, Debug)]
pub struct FusedExport {
    pub types: Vec<FusedChoice>,
    /// So many positional arguments it needs.
    pub least: usize,
    /// Each specialization with its name in `__signatures__`; the last fused type varies fastest.
    pub copies: Vec<(String, Export)>,
}

/// How an argument picks a member of a fused type.
#[derive(Clone, Debug)]
pub struct FusedChoice {
    /// The parameter that decides.
    pub param: usize,
    /// `None` is taken for the first kind of buffer.
    pub takes_none: bool,
    /// Tried in order, each with the position of the member.
    pub tests: Vec<(PythonClass, Type, usize)>,
    pub members: usize,
}

#[derive(Clone, Debug)]
pub struct ExportParam {
    pub name: String,
    pub kind: hir::ParamKind,
    pub has_default: bool,
    /// The default is `None` and no compiled overload takes it: the original function runs when it comes.
    pub none_escapes: bool,
    /// An array of another rank runs the original function.
    pub rank_escapes: bool,
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
    /// Of a `.pyx`: the type as it is written.
    pub written: Option<hir::Written>,
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

/// A function that the interpreter runs, and whose arguments have to be of classes.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Which of the program's files it is in.
    pub file: usize,
    pub def_line: u32,
    pub name: String,
    pub params: Vec<ClassCheck>,
}

/// The built-in class that an argument has to be of.
#[derive(Clone, Debug)]
pub struct ClassCheck {
    pub param: String,
    pub class: String,
    /// `None` is taken, too.
    pub none: bool,
}

/// An assumption about a module-level name, checked once after the module ran.
#[derive(Clone, Debug)]
pub struct Guard {
    pub name: String,
    pub expect: Expect,
    /// Indices into [`super::Program::exports`] of the functions that rely on it; behind those, into
    /// [`super::Program::attempts`].
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
    /// The function of another module of Python that is called so there, compiled from a source of this digest.
    Compiled {
        module: String,
        name: String,
        digest: u64,
    },
    Value(hir::Const),
    /// An array of this dtype and rank, or a number of this class.
    Type(Type),
}
