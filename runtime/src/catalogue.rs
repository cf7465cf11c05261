//! The catalogue: one declarative row for each function that pyrx knows, beside its kernel.

/// How a call of the function is lowered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lower {
    /// One output element for each tuple of input elements; scalars are one element.
    Elementwise,
    /// Many elements to one, along axes.
    Reduce,
    /// A plain call of the kernel.
    Call,
    /// The compiler knows the function by name: its result type depends on more than argument types.
    Special,
}

/// One function, or one of its overloads.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Full names such as `math.sqrt`, `numpy.hypot`, `builtins.abs`, `ndarray.sum`.
    pub names: &'static [&'static str],
    /// Parameter and result types, see `docs/ARCHITECTURE.md`, "Signature text".
    pub signature: &'static str,
    pub lower: Lower,
    /// The kernel returns a `Result`.
    pub raises: bool,
    /// Path of the kernel below this crate: `math::sqrt`.
    pub kernel: &'static str,
    /// Python expressions for the conformance test.
    pub tries: &'static [&'static str],
}

/// The rows of every family, in the order in which overloads are tried.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    const FAMILIES: &[&[Row]] = &[];
    FAMILIES.iter().copied().flatten()
}

/// The overloads of one function.
pub fn lookup<'a>(name: &'a str) -> impl Iterator<Item = &'static Row> + use<'a> {
    rows().filter(move |row| row.names.contains(&name))
}
