//! Headers of C that pyrx knows: where their names are.

use crate::syntax::cython::npy_constant;

/// By the header, the module of `cimport` that has its names.
const HEADERS: [(&str, &str); 19] = [
    ("Python.h", "cpython"),
    ("complex.h", "libc.complex"),
    ("ctype.h", "libc.ctype"),
    ("errno.h", "libc.errno"),
    ("float.h", "libc.float"),
    ("limits.h", "libc.limits"),
    ("math.h", "libc.math"),
    ("numpy/npy_math.h", "libc.math"),
    ("numpy/math.h", "libc.math"),
    ("numpy/arrayobject.h", "numpy"),
    ("numpy/ndarrayobject.h", "numpy"),
    ("numpy/ndarraytypes.h", "numpy"),
    ("numpy/ufuncobject.h", "numpy"),
    ("stddef.h", "libc.stddef"),
    ("stdint.h", "libc.stdint"),
    ("stdio.h", "libc.stdio"),
    ("stdlib.h", "libc.stdlib"),
    ("string.h", "libc.string"),
    ("time.h", "libc.time"),
];

/// The module of `cimport` that has the names of a header.
pub fn module(header: &str) -> Option<&'static str> {
    let plain = header.trim_matches(['<', '>']);
    HEADERS.iter().find(|(known, _)| *known == plain).map(|(_, module)| *module)
}

/// The full name of a name in a header.
pub fn path(header: &str, name: &str) -> Option<String> {
    let module = module(header)?;
    let plain = if header.starts_with("numpy/") && module == "libc.math" { of_math(name) } else { name };
    Some(format!("{module}.{plain}"))
}

/// The name in `math.h` of what NumPy's header has under a name of its own.
fn of_math(name: &str) -> &str {
    npy_constant(name).or_else(|| name.strip_prefix("npy_")).unwrap_or(name)
}

/// The headers, for the words of an error.
pub fn known() -> String {
    let names: Vec<String> = HEADERS.iter().map(|(header, _)| format!("`{header}`")).collect();
    names.join(", ")
}
