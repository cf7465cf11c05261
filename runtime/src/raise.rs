//! Errors as values: what native code returns instead of a Python exception, until the boundary.
//!
//! A raise is data only, so that it can be made without the interpreter lock; the boundary turns it into the
//! exception CPython or NumPy would have raised, with a traceback entry for each [`Site`] it passed.

#[cfg(feature = "python")]
use std::ffi::c_void;
use std::fmt;

/// The function a raising place is in, as tracebacks show it.
#[derive(Debug)]
pub struct Code {
    pub name: &'static str,
    pub qualname: &'static str,
    /// Line of `def`, 1-based.
    pub first_line: u32,
    /// The path of the file that it is in, if that is not the module's own.
    pub file: Option<&'static str>,
    /// The function that a comprehension or generator expression stands in.
    pub within: Option<&'static Code>,
}

impl Code {
    /// The same in another file.
    pub const fn in_file(mut self, file: &'static str) -> Code {
        self.file = Some(file);
        self
    }

    /// The code of a `def`.
    pub fn of_def(&'static self) -> &'static Code {
        self.within.map_or(self, Code::of_def)
    }

    /// Whether it has no frame of its own in the running Python: since 3.12 comprehensions are part of what they stand in.
    pub fn is_inlined(&self) -> bool {
        self.within.is_some() && self.name != "<genexpr>" && crate::math::running::minor() >= 12
    }
}

/// A place in the source that may raise: where a traceback points. Lines are 1-based, columns 0-based bytes.
#[derive(Debug)]
pub struct Site {
    pub code: &'static Code,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
}

/// Built-in exception classes that native code can raise and catch; `parent` gives the hierarchy.
macro_rules! exceptions {
    ($($name:ident : $parent:ident),* $(,)?) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Exc { BaseException, $($name),* }

        impl Exc {
            pub const ALL: &[Exc] = &[Exc::BaseException, $(Exc::$name),*];

            /// The class's name in `builtins`.
            pub fn name(self) -> &'static str {
                match self { Exc::BaseException => "BaseException", $(Exc::$name => stringify!($name)),* }
            }

            /// The base class; `BaseException` is its own.
            pub fn parent(self) -> Exc {
                match self { Exc::BaseException => Exc::BaseException, $(Exc::$name => Exc::$parent),* }
            }
        }
    };
}

exceptions! {
    Exception: BaseException,
    KeyboardInterrupt: BaseException,
    SystemExit: BaseException,
    GeneratorExit: BaseException,
    ArithmeticError: Exception,
    FloatingPointError: ArithmeticError,
    OverflowError: ArithmeticError,
    ZeroDivisionError: ArithmeticError,
    AssertionError: Exception,
    AttributeError: Exception,
    BufferError: Exception,
    EOFError: Exception,
    ImportError: Exception,
    LookupError: Exception,
    IndexError: LookupError,
    KeyError: LookupError,
    MemoryError: Exception,
    NameError: Exception,
    UnboundLocalError: NameError,
    OSError: Exception,
    ReferenceError: Exception,
    RuntimeError: Exception,
    NotImplementedError: RuntimeError,
    RecursionError: RuntimeError,
    StopIteration: Exception,
    SyntaxError: Exception,
    SystemError: Exception,
    TypeError: Exception,
    ValueError: Exception,
    UnicodeError: ValueError,
    Warning: Exception,
    UserWarning: Warning,
    RuntimeWarning: Warning,
    DeprecationWarning: Warning,
}

impl Exc {
    pub fn from_name(name: &str) -> Option<Exc> {
        Exc::ALL.iter().copied().find(|exc| exc.name() == name)
    }

    /// Whether `self` is `class` or derives from it.
    pub fn is_a(self, class: Exc) -> bool {
        self == class || (self != Exc::BaseException && self.parent().is_a(class))
    }
}

/// An operand of an operation that failed, so that the boundary can ask CPython to fail the same way.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    None,
    Bool(bool),
    Int(i64),
    Uint(u64),
    Float(f64),
    Complex(f64, f64),
    Str(String),
    Tuple(Vec<Value>),
    List(Vec<Value>),
}

/// Why an operation escapes whose divisor is zero and whose operands are Python's on some paths, NumPy's on others.
pub const ZERO_DIVISION: &str = "division by zero";

/// Why an operation escapes that found another kind of value in a module-level name, on entry of a function.
pub const REBOUND: &str = "a module-level name is bound to another kind of value";

/// What went wrong.
#[derive(Debug)]
pub enum Cause {
    /// A value left its width, or an operation has no native answer: the original function runs the call again
    /// where that is possible; elsewhere it is an `OverflowError` with this text.
    Escape(&'static str),
    /// A class and a fixed message; an empty message means no argument.
    Plain(Exc, &'static str),
    /// A class and a message made from values.
    Message(Exc, String),
    /// A class and its arguments, from a `raise` in the source.
    Args(Exc, Vec<Value>),
    /// `operator.<name>` or `builtins.list.<name>` (a dotted Python name from its module on) fails on these operands; the boundary calls it
    /// and takes its exception. The class is what native handlers match.
    Redo(Exc, &'static str, Vec<Value>),
    /// NumPy's text for an index outside an axis.
    IndexOutOfBounds { index: i64, axis: u32, size: i64 },
    /// The name of a local read before it is bound.
    Unbound(&'static str),
    /// A Python exception that is already an object.
    #[cfg(feature = "python")]
    Python(pyo3::PyErr),
}

/// An error on its way out of native code: one pointer, so that results stay small.
pub struct Raise(Box<Inner>);

struct Inner {
    cause: Cause,
    sites: Vec<&'static Site>,
    /// Something visible has happened before it: an escape cannot run the call again.
    touched: bool,
}

impl fmt::Debug for Raise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Raise({:?}, {} sites)", self.0.cause, self.0.sites.len())
    }
}

impl Raise {
    /// The pointer that it is; [`Raise::from_raw`] makes it an error again.
    #[cfg(feature = "python")]
    pub(crate) fn into_raw(self) -> *mut c_void {
        Box::into_raw(self.0).cast()
    }

    /// # Safety
    /// `raw` comes from [`Raise::into_raw`], once.
    #[cfg(feature = "python")]
    pub(crate) unsafe fn from_raw(raw: *mut c_void) -> Raise {
        // SAFETY: as the caller promises, it was a box of this type.
        Raise(unsafe { Box::from_raw(raw.cast()) })
    }

    #[cold]
    #[inline(never)]
    pub fn new(cause: Cause) -> Raise {
        Raise(Box::new(Inner { cause, sites: Vec::new(), touched: false }))
    }

    #[cold]
    pub fn plain(class: Exc, message: &'static str) -> Raise {
        Raise::new(Cause::Plain(class, message))
    }

    #[cold]
    pub fn escape(message: &'static str) -> Raise {
        Raise::new(Cause::Escape(message))
    }

    /// Adds the place it passes on its way out, innermost first.
    #[cold]
    #[inline(never)]
    pub fn at(mut self, site: &'static Site) -> Raise {
        self.0.sites.push(site);
        self
    }

    /// It leaves a function that has effects; `touched`: one of them has happened.
    #[cold]
    #[inline(never)]
    pub fn after(mut self, touched: bool) -> Raise {
        self.0.touched |= touched;
        self
    }

    /// Whether something visible has happened before it.
    pub fn is_touched(&self) -> bool {
        self.0.touched
    }

    /// Whether it is an escape before anything visible has happened; `touched`: in the function it passes.
    pub fn runs_again(&self, touched: bool) -> bool {
        matches!(self.0.cause, Cause::Escape(_)) && !touched && !self.0.touched
    }

    pub fn cause(&self) -> &Cause {
        &self.0.cause
    }

    /// The cause and the places it passed, innermost first.
    pub fn into_parts(self) -> (Cause, Vec<&'static Site>) {
        (self.0.cause, self.0.sites)
    }

    /// The built-in class that native handlers see; `None` for an escape, which no handler catches.
    pub fn class(&self) -> Option<Exc> {
        match &self.0.cause {
            Cause::Escape(_) => None,
            Cause::Plain(class, _) | Cause::Message(class, _) | Cause::Args(class, _) | Cause::Redo(class, _, _) => {
                Some(*class)
            }
            Cause::IndexOutOfBounds { .. } => Some(Exc::IndexError),
            Cause::Unbound(_) => Some(Exc::UnboundLocalError),
            #[cfg(feature = "python")]
            Cause::Python(_) => None,
        }
    }

    /// Whether `except class` catches it. (Needs the interpreter only where the error is a Python object.)
    pub fn is_a(&self, class: Exc) -> bool {
        #[cfg(feature = "python")]
        if let Cause::Python(error) = &self.0.cause {
            return crate::boundary::python_error_is_a(error, class);
        }
        self.class().is_some_and(|own| own.is_a(class))
    }
}

/// What a built-in function (`builtins.max`) raises for an empty tuple.
#[cold]
pub fn of_none(class: Exc, name: &'static str) -> Raise {
    Raise::new(Cause::Redo(class, name, vec![Value::Tuple(Vec::new())]))
}

/// How the part before a `finally` block, or the body of a parallel loop, was left.
#[derive(Debug)]
pub enum Exit<T> {
    /// At its end.
    Next,
    Raise(Raise),
    Return(T),
    /// To a place outside, by its number in the function.
    Jump(u32),
}
