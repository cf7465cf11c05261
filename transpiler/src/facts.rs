//! What the stages found out about each line and function, recorded as they decide.
//!
//! The report, `pyrx check` and the build summary read only this; nothing scans generated code.

/// Where a function runs, from fastest to slowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Every value has a static type; no interpreter.
    Native,
    /// Some operations go through the interpreter.
    Mixed,
    /// The Python function runs as it stands.
    Interpreted,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// The line calls the interpreter.
    Interpreter,
    /// A value changes between its Python and its native form.
    Conversion,
    /// An index, overflow or division check stays in the code at this line.
    CheckKept,
    /// A check was lifted out of the loop around this line.
    CheckHoisted,
    /// A check was proved unnecessary.
    CheckProven,
    /// A check was turned off by a directive.
    CheckOff,
    /// A copy of an array, list or string is made.
    Copy,
    /// A loop that runs on several threads.
    Parallel,
    /// Iterations of a parallel loop may touch the same place.
    Race,
    /// The interpreter lock is released or taken again.
    Gil,
    /// Anything else worth knowing.
    Note,
}

impl FactKind {
    pub const ALL: [FactKind; 11] = [
        FactKind::Interpreter,
        FactKind::Conversion,
        FactKind::CheckKept,
        FactKind::CheckHoisted,
        FactKind::CheckProven,
        FactKind::CheckOff,
        FactKind::Copy,
        FactKind::Parallel,
        FactKind::Race,
        FactKind::Gil,
        FactKind::Note,
    ];
}

/// One thing the compiler decided about one source line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact {
    /// 1-based source line.
    pub line: u32,
    pub kind: FactKind,
    /// Why, as a sentence without a full stop: "`x` is a Python object because `load()` has no known type, line 3".
    pub reason: String,
    /// What to change, when something can be.
    pub hint: Option<String>,
    /// How many loops are around it, in the function.
    pub depth: u32,
    /// Index into [`Facts::functions`], if the line is in one.
    pub function: Option<usize>,
}

/// Which Rust a source line became, in order of emission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RustLine {
    pub line: u32,
    /// Index into [`Facts::functions`], if the line is in one.
    pub function: Option<usize>,
    /// The types that tell this instance of the function from its others, such as `(a: float64[::1])`; `None` if it is the
    /// only one.
    pub instance: Option<String>,
    /// Formatted Rust of this line alone (a loop or branch without its body).
    pub rust: String,
}

/// Checks of a function by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CheckCounts {
    pub kept: u32,
    pub hoisted: u32,
    pub proven: u32,
    pub off: u32,
}

/// What is known of one function of the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionFacts {
    /// The file that it is in, if that is not the module's own: lines are those of that file.
    pub file: Option<String>,
    /// As `__qualname__` has it.
    pub qualname: String,
    /// 1-based, the line of `def`.
    pub first_line: u32,
    /// 1-based, inclusive.
    pub last_line: u32,
    pub level: Level,
    /// Why it is not native, if it is not.
    pub reason: Option<String>,
    /// What would make it native.
    pub hint: Option<String>,
    /// It is interpreted for want of the types of its parameters.
    pub untyped: bool,
    /// The signatures compiled for Python callers, as text.
    pub signatures: Vec<String>,
    /// Whether it runs without the interpreter lock.
    pub releases_gil: bool,
    pub checks: CheckCounts,
    /// Source lines that run natively and lines that touch the interpreter.
    pub native_lines: u32,
    pub interpreter_lines: u32,
}

/// The function that some lines of Rust were made of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// An index into [`Facts::functions`].
    Own(usize),
    /// A function of another module, which was compiled in.
    Sibling { module: String, qualname: String, file: String, first_line: u32 },
}

impl Holder {
    /// The name that `Options::leave` has for a function of another module.
    pub fn sibling_name(module: &str, qualname: &str) -> String {
        format!("{module}:{qualname}")
    }
}

/// Everything recorded about a module. Ordered by line, then by order of discovery.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub functions: Vec<FunctionFacts>,
    pub lines: Vec<Fact>,
    pub rust: Vec<RustLine>,
}
