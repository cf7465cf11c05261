//! Headers of C that pyrx knows: where their names are.

/// By the header, the module of `cimport` that has its names.
const HEADERS: [(&str, &str); 14] = [
    ("complex.h", "libc.complex"),
    ("ctype.h", "libc.ctype"),
    ("errno.h", "libc.errno"),
    ("float.h", "libc.float"),
    ("limits.h", "libc.limits"),
    ("math.h", "libc.math"),
    ("numpy/npy_math.h", "libc.math"),
    ("numpy/math.h", "libc.math"),
    ("stddef.h", "libc.stddef"),
    ("stdint.h", "libc.stdint"),
    ("stdio.h", "libc.stdio"),
    ("stdlib.h", "libc.stdlib"),
    ("string.h", "libc.string"),
    ("time.h", "libc.time"),
];

/// The constants of NumPy's `npy_math.h`, by the names that `math.h` has for them.
const NPY_CONSTANTS: [(&str, &str); 14] = [
    ("NPY_NAN", "NAN"),
    ("NPY_INFINITY", "INFINITY"),
    ("NPY_E", "M_E"),
    ("NPY_LOG2E", "M_LOG2E"),
    ("NPY_LOG10E", "M_LOG10E"),
    ("NPY_LOGE2", "M_LN2"),
    ("NPY_LOGE10", "M_LN10"),
    ("NPY_PI", "M_PI"),
    ("NPY_PI_2", "M_PI_2"),
    ("NPY_PI_4", "M_PI_4"),
    ("NPY_1_PI", "M_1_PI"),
    ("NPY_2_PI", "M_2_PI"),
    ("NPY_SQRT2", "M_SQRT2"),
    ("NPY_SQRT1_2", "M_SQRT1_2"),
];

/// The module of `cimport` that has the names of a header.
pub fn module(header: &str) -> Option<&'static str> {
    let plain = header.trim_matches(['<', '>']);
    HEADERS.iter().find(|(known, _)| *known == plain).map(|(_, module)| *module)
}

/// The full name of a name in a header.
pub fn path(header: &str, name: &str) -> Option<String> {
    let module = module(header)?;
    let plain = if header.starts_with("numpy/") { of_math(name) } else { name };
    Some(format!("{module}.{plain}"))
}

/// The name in `math.h` of what NumPy's header has under a name of its own.
fn of_math(name: &str) -> &str {
    let constant = NPY_CONSTANTS.iter().find(|(own, _)| *own == name).map(|(_, plain)| *plain);
    constant.or_else(|| name.strip_prefix("npy_")).unwrap_or(name)
}

/// The headers, for the words of an error.
pub fn known() -> String {
    let names: Vec<String> = HEADERS.iter().map(|(header, _)| format!("`{header}`")).collect();
    names.join(", ")
}
