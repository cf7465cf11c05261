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

/// A table of rows: `[names] "signature" module::kernel ["a Python expression to try", ...];`, grouped by how they
/// lower. `raises` before the kernel says that it returns a `Result`. The kernels must exist: the table names them as
/// paths. Rows of group `Special` have no kernel.
macro_rules! table {
    ($($lower:ident { $([$($name:literal),+] $signature:literal $kernel:ident $(:: $item:ident)+ $(($raises:ident))? [$($try:literal),*];)* })*) => {
        pub const ROWS: &[$crate::catalogue::Row] = &[$($(
            $crate::catalogue::Row {
                names: &[$($name),+],
                signature: $signature,
                lower: $crate::catalogue::Lower::$lower,
                raises: $crate::catalogue::table!(@ $($raises)?),
                kernel: concat!(stringify!($kernel), $("::", stringify!($item)),+),
                tries: &[$($try),*],
            },
        )*)*];
        // a kernel that does not exist is an error here
        $($(const _: () = {
            #[allow(unused_imports)]
            use $crate::$kernel$(::$item)+ as _;
        };)*)*
    };
    (@ raises) => { true };
    (@) => { false };
}
pub(crate) use table;

impl Row {
    /// A function that the compiler knows by name.
    pub(crate) const fn special(names: &'static [&'static str], tries: &'static [&'static str]) -> Row {
        Row { names, signature: "", lower: Lower::Special, raises: false, kernel: "", tries }
    }
}

/// Functions of the pool of threads, which is only there beside an interpreter.
const THREADS: &[Row] = &[Row {
    names: &["pyrx.threadid", "cython.parallel.threadid", "numba.get_thread_id"],
    signature: "() -> int",
    lower: Lower::Call,
    raises: false,
    kernel: "pool::thread_id",
    tries: &["pyrx.threadid()"],
}];

/// The rows of every family, in the order in which overloads are tried.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    const FAMILIES: &[&[Row]] = &[
        crate::num::rows::ROWS,
        crate::num::rows::SPECIAL,
        crate::math::rows::ROWS,
        crate::math::rows::SPECIAL,
        crate::cmath::rows::ROWS,
        crate::libc::rows::ROWS,
        crate::np::arithmetic_rows::ROWS,
        crate::np::compare_rows::ROWS,
        crate::np::elementary_rows::ROWS,
        crate::np::special_rows::SPECIAL,
        THREADS,
    ];
    FAMILIES.iter().copied().flatten()
}

/// The overloads of one function.
pub fn lookup<'a>(name: &'a str) -> impl Iterator<Item = &'static Row> + use<'a> {
    rows().filter(move |row| row.names.contains(&name))
}
