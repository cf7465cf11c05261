//! What the generated code says about a module: constants, save for [`State`].

use super::fused::Fused;
use crate::name;
use crate::obj::{self, Obj};
use crate::raise::{Code, Raise};
use pyo3::ffi::{self, PyObject};
use std::ptr::null_mut;
use std::sync::Mutex;
use std::sync::atomic::{AtomicPtr, Ordering};

/// One Python module.
pub struct Module {
    /// Full dotted name.
    pub name: &'static str,
    /// The source file, absolute or relative; its last part names the sibling of the extension.
    pub path: &'static str,
    /// The Python source that runs at import, in order.
    pub pieces: &'static [Piece],
    /// Python functions that compiled ones call; they are there before the source runs.
    pub snippets: &'static [Piece],
    pub functions: &'static [Function],
    /// Of every function that native code may raise in, whether Python sees it or not.
    pub codes: &'static [&'static Code],
    pub guards: &'static [Guard],
    /// Functions that the interpreter runs, and that check their arguments.
    pub checked: &'static [Checked],
    pub attempts: &'static [&'static super::Attempt],
    /// Of functions with fused parameters, by their indices, how a specialization is chosen.
    pub fused: &'static [(usize, &'static Fused)],
    /// Functions that Python sees as ufuncs, by their indices.
    pub ufuncs: &'static [(usize, &'static super::Ufunc)],
    /// Variables of C's that others may use, and those of others.
    pub offered: &'static [super::Offered],
    pub taken: &'static [super::Taken],
    /// Serve imports of pyrx, cython and numba where they are absent.
    pub stand_ins: bool,
    /// What Numba would compile when it is called, `pyrx.jit` does where it is there.
    pub jit: bool,
    /// Differs where sources of the module do: what other modules have compiled in of it must be from this one.
    pub digest: u64,
    /// The Python whose layouts were compiled in, such as `3.13` or `3.13t`; `None` where the build did not say.
    pub built_for: Option<&'static str>,
    /// `State::NEW`.
    pub state: State,
}

/// A piece of the source: all of it, or what runs of one file until another takes its turn.
pub struct Piece {
    /// Of the file, as the module's own is named.
    pub path: &'static str,
    pub source: &'static str,
}

/// One compiled function.
pub struct Function {
    pub code: &'static Code,
    /// Line of the `def` keyword; of code at module level its number.
    pub def_line: u32,
    pub params: &'static [Param],
    pub call: VectorCall,
    /// Of a `.pyx`: calls that do not fit are refused in Cython's words.
    pub cython: bool,
    /// Decorators that are not applied, by line and column (0-based bytes) of their expressions.
    pub dropped: &'static [(u32, u32)],
}

/// A function that the interpreter runs, and what its arguments have to be.
#[derive(Debug)]
pub struct Checked {
    pub path: &'static str,
    pub def_line: u32,
    pub name: &'static str,
    /// Name, built-in class, and whether `None` is taken, too.
    pub params: &'static [(&'static str, &'static str, bool)],
}

pub type VectorCall = unsafe extern "C" fn(*mut PyObject, *const *mut PyObject, usize, *mut PyObject) -> *mut PyObject;

#[derive(Clone, Copy, Debug)]
pub struct Param {
    pub name: &'static str,
    pub kind: ParamKind,
    pub has_default: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamKind {
    PositionalOnly,
    Positional,
    KeywordOnly,
    VarArgs,
    VarKeywords,
}

/// An assumption about a global, one of another module if the name is `module:name`, that is checked once after the module
/// ran.
#[derive(Clone, Copy, Debug)]
pub struct Guard {
    pub name: &'static str,
    pub expect: Expect,
    /// Indices of the functions that rely on it; behind all functions, of the attempts.
    pub functions: &'static [u32],
}

#[derive(Clone, Copy, Debug)]
pub enum Expect {
    /// The module of this name.
    Module(&'static str),
    /// A member of a module: `Member("math", "sqrt")`.
    Member(&'static str, &'static str),
    /// The builtin of the guard's name is not shadowed.
    Builtin,
    /// Our compiled function of this index, or a chain of wrappers that ends there.
    Function(u32),
    /// The function that a module has under a name, the module being compiled from the source of this digest.
    Compiled(&'static str, &'static str, u64),
    /// An `int` of this value, and so on; floats by their bits.
    Int(i64),
    Float(f64),
    Bool(bool),
    Str(&'static str),
    Complex(f64, f64),
    None,
    /// Of such values and other tuples.
    Tuple(&'static [Expect]),
    /// An ndarray of this dtype and rank.
    Array(&'static str, u32),
    /// An instance of exactly this builtin type, or `numpy.float64`.
    Type(&'static str),
}

/// What a module becomes when it is imported.
#[derive(Debug)]
pub struct State {
    /// The module's dict; held for ever.
    pub(super) namespace: AtomicPtr<PyObject>,
    /// The path that code objects carry; held for ever.
    pub(super) file: AtomicPtr<PyObject>,
    pub(super) definition: AtomicPtr<ffi::PyModuleDef>,
}

impl State {
    #[allow(clippy::declare_interior_mutable_const)] // each module starts from its own copy
    pub const NEW: State = State {
        namespace: AtomicPtr::new(null_mut()),
        file: AtomicPtr::new(null_mut()),
        definition: AtomicPtr::new(null_mut()),
    };
}

/// The module's dict, borrowed. Null before the import.
#[inline(always)]
pub(crate) fn namespace(module: &Module) -> *mut PyObject {
    module.state.namespace.load(Ordering::Acquire)
}

/// The module's dict.
pub(crate) fn globals(module: &Module) -> Obj {
    // SAFETY: held by the state, or null.
    unsafe { Obj::from_borrowed(namespace(module)) }
}

/// The path that tracebacks show.
pub(crate) fn file(module: &Module) -> Obj {
    // SAFETY: held by the state, or null.
    unsafe { Obj::from_borrowed(module.state.file.load(Ordering::Acquire)) }
}

/// Modules of this extension that were imported, to find where a native place belongs.
static MODULES: Mutex<Vec<&'static Module>> = Mutex::new(Vec::new());

pub(super) fn register(module: &'static Module) {
    if let Ok(mut modules) = MODULES.lock() {
        if !modules.iter().any(|known| std::ptr::eq(*known, module)) {
            modules.push(module);
        }
    }
}

/// The imported module that this code is of.
pub(crate) fn of_code(code: &'static Code) -> Option<&'static Module> {
    let code = code.of_def();
    let has = |module: &&Module| module.codes.iter().any(|own| std::ptr::eq(*own, code));
    MODULES.lock().ok()?.iter().copied().find(has)
}

static BOOTSTRAP: AtomicPtr<PyObject> = AtomicPtr::new(null_mut());

/// A function of `bootstrap.py` or its other parts, which run once in one namespace of their own.
///
/// # Errors
/// What running it raises.
pub(crate) fn bootstrap(name: &'static str) -> Result<Obj, Raise> {
    let mut namespace = BOOTSTRAP.load(Ordering::Acquire);
    if namespace.is_null() {
        namespace = load()?.into_ptr();
        BOOTSTRAP.store(namespace, Ordering::Release);
    }
    // SAFETY: a dict that is held for ever.
    let namespace = unsafe { Obj::from_borrowed(namespace) };
    obj::getitem(&namespace, &obj::str_const(obj::interned(name)))
}

fn load() -> Result<Obj, Raise> {
    const SOURCE: &str = concat!(
        include_str!("bootstrap.py"),
        "\n\n",
        include_str!("rerouting.py"),
        "\n\n",
        include_str!("checks.py"),
        "\0"
    );
    // SAFETY: terminated texts, a new dict that is both globals and locals.
    unsafe {
        let namespace = Obj::result(ffi::PyDict_New())?;
        obj::setitem(&namespace, &obj::str_const(name!("__name__")), &obj::str_const(name!("pyrx.bootstrap")))?;
        obj::setitem(&namespace, &obj::str_const(name!("__builtins__")), &obj::import(name!("builtins"))?)?;
        let path = c"<pyrx bootstrap>".as_ptr();
        let code = Obj::result(ffi::Py_CompileString(SOURCE.as_ptr().cast(), path, ffi::Py_file_input))?;
        Obj::result(ffi::PyEval_EvalCode(code.as_ptr(), namespace.as_ptr(), namespace.as_ptr()))?;
        Ok(namespace)
    }
}
