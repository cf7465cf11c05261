//! Names of C's headers, and of the modules that only `cimport` knows.

mod calls;
mod constants;
mod errors;
mod fields;
mod numpy;
mod python;

use crate::diag::{Code, Diagnostic};
use crate::hir::{is_c_type, nearest};
use crate::span::Span;
use crate::ty::{FunctionType, Num, Repr, Type};

pub use calls::{CLibraryCall, CLibraryType, call};
pub use constants::{constant, typed};
pub use fields::{NDARRAY, VIEW_ARRAY, field_of, view_array_setter};

/// What `array.data` of `cpython.array` has for pointers: the type that each points to.
const ARRAY_POINTERS: [(&str, Repr); 13] = [
    ("as_chars", Repr::I8),
    ("as_schars", Repr::I8),
    ("as_uchars", Repr::U8),
    ("as_shorts", Repr::I16),
    ("as_ushorts", Repr::U16),
    ("as_ints", Repr::I32),
    ("as_uints", Repr::U32),
    ("as_longs", Repr::I64),
    ("as_ulongs", Repr::U64),
    ("as_longlongs", Repr::I64),
    ("as_ulonglongs", Repr::U64),
    ("as_floats", Repr::F32),
    ("as_doubles", Repr::F64),
];

/// The pointer that `array.data.name` is.
pub fn array_pointer(name: &str) -> Option<Type> {
    let item = match name {
        "as_voidptr" => Type::None,
        _ => Type::Num(Num::c(ARRAY_POINTERS.iter().find(|(own, _)| *own == name)?.1)),
    };
    Some(Type::Pointer(Box::new(item)))
}

/// The parameters of the functions whose arguments may be given by name.
const PARAMETERS: [(&str, &[&str]); 1] = [("cpython.array.clone", &["template", "length", "zero"])];

/// Whether arguments that are given by name are the parameters that come next, in their order.
pub fn named<'n>(path: &str, given: usize, keywords: impl ExactSizeIterator<Item = &'n str>) -> bool {
    let known = PARAMETERS.iter().find(|(name, _)| *name == path).map_or(&[][..], |(_, names)| names);
    let count = keywords.len();
    count == 0 || known.get(given..).is_some_and(|rest| rest.len() >= count && keywords.zip(rest).all(|(a, b)| a == *b))
}

/// A function of a header of C's as what a pointer may point to.
pub struct Pointed {
    pub ty: FunctionType,
    pub kernel: &'static str,
    pub raises: bool,
}

/// The function of this full name, if pointers to it have a type.
pub fn pointed(path: &str) -> Option<Pointed> {
    if let Some(call) = call(path) {
        let params = call.params.iter().map(|param| param.ty()).collect();
        let ty = FunctionType { params, returns: call.returns.ty() };
        return (!call.variadic && !call.returns.is_struct()).then_some(Pointed {
            ty,
            kernel: call.kernel,
            raises: call.raises,
        });
    }
    let row = path.starts_with("libc.").then(|| pyrx_runtime::catalogue::lookup(path).next())??;
    let ty = super::row::c_function(row)?;
    Some(Pointed { ty, kernel: row.kernel, raises: row.raises })
}

/// A variable of the C library.
#[derive(Debug)]
pub struct CLibraryVariable {
    name: &'static str,
    pub ty: CLibraryType,
    /// The kernel that reads it.
    pub read: &'static str,
    /// The kernel that sets it, of those that may be set.
    pub set: Option<&'static str>,
}

const VARIABLES: [CLibraryVariable; 12] = [
    variable("libc.stdio.stdin", CLibraryType::Any, "stdio::stdin"),
    variable("libc.stdio.stdout", CLibraryType::Any, "stdio::stdout"),
    variable("libc.stdio.stderr", CLibraryType::Any, "stdio::stderr"),
    CLibraryVariable { set: Some("libc::set_errno"), ..variable("libc.errno.errno", CLibraryType::Int, "libc::errno") },
    variable("libc.time.daylight", CLibraryType::Int, "libc::time::daylight"),
    variable("libc.time.timezone", CLibraryType::Long, "libc::time::timezone"),
    variable("libc.time.tzname", CLibraryType::Texts, "libc::time::tzname"),
    variable("cpython.version.PY_VERSION_HEX", CLibraryType::Int, "version::hex"),
    variable("cpython.version.PY_MINOR_VERSION", CLibraryType::Int, "version::minor"),
    variable("cpython.version.PY_MICRO_VERSION", CLibraryType::Int, "version::micro"),
    variable("cpython.version.PY_RELEASE_LEVEL", CLibraryType::Int, "version::level"),
    variable("cpython.version.PY_RELEASE_SERIAL", CLibraryType::Int, "version::serial"),
];

const fn variable(name: &'static str, ty: CLibraryType, read: &'static str) -> CLibraryVariable {
    CLibraryVariable { name, ty, read, set: None }
}

/// The variable of this full name.
pub fn library_variable(path: &str) -> Option<&'static CLibraryVariable> {
    VARIABLES.iter().find(|one| one.name == path || constants::is_of_package(one.name, path))
}

/// Classes that `cimport` names, and the kernels that give them.
const CLASSES: [(&str, &str); 6] = [
    (VIEW_ARRAY, "obj::view_array"),
    ("cpython.array.array", "obj::array_class"),
    (NDARRAY, "obj::ndarray_class"),
    ("numpy.dtype", "obj::dtype_class"),
    ("numpy.broadcast", "obj::broadcast_class"),
    ("numpy.flatiter", "obj::flatiter_class"),
];

/// The kernel that gives a class that `cimport` names.
pub fn class(path: &str) -> Option<&'static str> {
    CLASSES.iter().find(|(class, _)| *class == path).map(|(_, kernel)| *kernel)
}

/// Whether a full name is that of a module of C's: `libc.math`, `cython.parallel`.
pub fn is_module(path: &str) -> bool {
    match path.split_once('.') {
        Some(("libc" | "cpython", name)) => !name.contains('.'),
        Some(("cython", name)) => matches!(name, "parallel" | "view" | "operator"),
        _ => false,
    }
}

/// What names of NumPy's C interface start with, which its module of Python's does not have.
const C_INTERFACE: [&str; 2] = ["numpy.PyArray_", "numpy.NPY_"];

/// The start of a name of NumPy's C interface.
fn of_c_interface(path: &str) -> Option<&'static str> {
    C_INTERFACE.into_iter().find(|start| path.starts_with(start))
}

/// Whether a full name is of a header of C's, and nothing that pyrx knows.
pub fn is_unknown(path: &str) -> bool {
    (path.starts_with("libc.") || path.starts_with("cpython.") || of_c_interface(path).is_some())
        && !is_module(path)
        && !is_c_type(path)
        && constant(path).is_none()
        && call(path).is_none()
        && typed(path).is_none()
        && library_variable(path).is_none()
        && class(path).is_none()
        && pyrx_runtime::catalogue::lookup(path).next().is_none()
}

/// A name of a header of C's that pyrx does not know.
pub fn unknown_name(path: &str, span: Span) -> Diagnostic {
    let (module, name) = path.rsplit_once('.').unwrap_or(("", path));
    let error = Diagnostic::error(Code::C_CALL, span, format!("pyrx knows no `{name}` of `{module}`"));
    // Of NumPy's names those of its interface only.
    let start = of_c_interface(path).and_then(|start| start.strip_prefix("numpy.")).unwrap_or_default();
    let names: Vec<&str> = names_of(module).into_iter().filter(|name| name.starts_with(start)).collect();
    match nearest(name, names.iter().copied()) {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None if names.is_empty() => error.hint(format!("of C's headers it knows {}", HEADERS.join(", "))),
        None if names.len() > MOST_TOLD => error,
        None => error.hint(format!("it knows {}", names.join(", "))),
    }
}

/// Names that fit into a hint.
const MOST_TOLD: usize = 80;

/// The headers of which pyrx knows names.
const HEADERS: [&str; 9] = [
    "libc.errno",
    "libc.float",
    "libc.limits",
    "libc.math",
    "libc.stdint",
    "libc.stdio",
    "libc.stdlib",
    "libc.string",
    "libc.time",
];

/// The names that pyrx knows of a module of C's, in alphabetical order.
pub fn names_of(module: &str) -> Vec<&'static str> {
    let rows = pyrx_runtime::catalogue::rows().flat_map(|row| row.names.iter().copied());
    let variables = VARIABLES.iter().map(|one| one.name);
    let all = constants::names().chain(calls::names()).chain(variables).chain(rows);
    let mut names: Vec<&str> = all.filter_map(|name| name.strip_prefix(module)?.strip_prefix('.')).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::{is_c_type, is_unknown, names_of};
    use crate::syntax::cython::members;

    #[test]
    fn a_star_brings_all_that_is_known() {
        for header in ["errno", "float", "limits", "math", "stdint", "stdio", "stdlib", "string", "time"] {
            let module = format!("libc.{header}");
            let path = |name: &str| format!("{module}.{name}");
            let brought: Vec<&str> = members(&module).collect();
            assert!(brought.iter().all(|name| !is_unknown(&path(name))), "{module}: {brought:?}");
            let values: Vec<&str> = brought.into_iter().filter(|name| !is_c_type(&path(name))).collect();
            assert_eq!(values, names_of(&module));
        }
    }
}
