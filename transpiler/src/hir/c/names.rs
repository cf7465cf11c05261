//! Names of types that other modules give.

use crate::hir::sign::cython_scalar;
use crate::syntax::cython::is_record;
use crate::ty::{Num, Repr};

/// NumPy's types for `cimport`, beside those whose names are a dtype's with `_t` or `npy_` at it.
const NUMPY: [(&str, Repr); 37] = [
    ("npy_bool", Repr::U8),
    ("npy_byte", Repr::I8),
    ("byte_t", Repr::I8),
    ("npy_ubyte", Repr::U8),
    ("ubyte_t", Repr::U8),
    ("npy_short", Repr::I16),
    ("short_t", Repr::I16),
    ("npy_ushort", Repr::U16),
    ("ushort_t", Repr::U16),
    ("npy_int", Repr::I32),
    ("npy_uint", Repr::U32),
    ("npy_long", Repr::I64),
    ("npy_ulong", Repr::U64),
    ("npy_longlong", Repr::I64),
    ("npy_ulonglong", Repr::U64),
    ("long_t", Repr::I64),
    ("ulong_t", Repr::U64),
    ("longlong_t", Repr::I64),
    ("ulonglong_t", Repr::U64),
    ("int_t", Repr::I64),
    ("uint_t", Repr::U64),
    ("intp_t", Repr::I64),
    ("uintp_t", Repr::U64),
    ("npy_intp", Repr::I64),
    ("npy_uintp", Repr::U64),
    ("npy_float", Repr::F32),
    ("npy_double", Repr::F64),
    ("float_t", Repr::F64),
    ("double_t", Repr::F64),
    ("npy_longdouble", Repr::F64),
    ("longdouble_t", Repr::F64),
    ("npy_clongdouble", Repr::C128),
    ("clongdouble_t", Repr::C128),
    ("npy_cfloat", Repr::C64),
    ("npy_cdouble", Repr::C128),
    ("cfloat_t", Repr::C64),
    ("cdouble_t", Repr::C128),
];

/// The integers of `libc.stdint` whose names are no dtype's with `_t` at it.
const STDINT: [(&str, Repr); 20] = [
    ("intptr_t", Repr::I64),
    ("uintptr_t", Repr::U64),
    ("intmax_t", Repr::I64),
    ("uintmax_t", Repr::U64),
    ("int_fast8_t", Repr::I8),
    ("int_fast16_t", Repr::I64),
    ("int_fast32_t", Repr::I64),
    ("int_fast64_t", Repr::I64),
    ("uint_fast8_t", Repr::U8),
    ("uint_fast16_t", Repr::U64),
    ("uint_fast32_t", Repr::U64),
    ("uint_fast64_t", Repr::U64),
    ("int_least8_t", Repr::I8),
    ("int_least16_t", Repr::I16),
    ("int_least32_t", Repr::I32),
    ("int_least64_t", Repr::I64),
    ("uint_least8_t", Repr::U8),
    ("uint_least16_t", Repr::U16),
    ("uint_least32_t", Repr::U32),
    ("uint_least64_t", Repr::U64),
];

const STDDEF: [(&str, Repr); 3] = [("size_t", Repr::U64), ("ptrdiff_t", Repr::I64), ("wchar_t", Repr::I32)];

const TIME: [(&str, Repr); 2] = [("time_t", Repr::I64), ("clock_t", Repr::I64)];

/// A lock is a number that only OpenMP's functions know.
const OPENMP: [(&str, Repr); 1] = [("omp_lock_t", Repr::I32)];

/// Other names of constant characters.
const STRING: [(&str, Repr); 3] = [("const_char", Repr::I8), ("const_schar", Repr::I8), ("const_uchar", Repr::U8)];

/// Python's classes as types: their values are objects.
const CLASSES: [&str; 16] = [
    "object",
    "list",
    "dict",
    "tuple",
    "set",
    "frozenset",
    "str",
    "unicode",
    "bytes",
    "bytearray",
    "type",
    "slice",
    "memoryview",
    "basestring",
    "Exception",
    "BaseException",
];

/// The number type of a full name such as `numpy.float64_t`.
pub fn number(path: &str) -> Option<Num> {
    let (module, name) = path.rsplit_once('.').unwrap_or(("", path));
    let find = |table: &[(&str, Repr)]| table.iter().find(|(known, _)| *known == name).map(|(_, repr)| *repr);
    let sized = |name: &str| Repr::from_name(name.strip_suffix("_t")?);
    let repr = match module {
        "cython" => return cython_scalar(name),
        "numpy" => find(&NUMPY).or_else(|| sized(name)).or_else(|| Repr::from_name(name.strip_prefix("npy_")?)),
        "libc.stdint" => sized(name).or_else(|| find(&STDINT)).or_else(|| find(&STDDEF)),
        "libc.stddef" => find(&STDDEF),
        "libc.time" => find(&TIME).or_else(|| find(&STDDEF)),
        "libc.stdio" | "libc.stdlib" | "libc.string" => find(&STDDEF).or_else(|| find(&STRING)),
        "openmp" => find(&OPENMP),
        "posix.types" => find(&STDDEF),
        _ => None,
    };
    repr.map(Num::c)
}

/// Types of which only pointers are held: what lies there is the C library's own business.
const OPAQUE: [&str; 6] = [
    "libc.stdio.FILE",
    "libc.stdio.fpos_t",
    "libc.stdio.const_fpos_t",
    "libc.stdio.const_void",
    "libc.stdlib.const_void",
    "libc.string.const_void",
];

/// Whether a full name is one of a type of C's of which only pointers are held.
pub fn is_opaque(path: &str) -> bool {
    OPAQUE.contains(&path)
}

/// Whether a full name is one of a type of C's.
pub fn is_c_type(path: &str) -> bool {
    number(path).is_some() || is_opaque(path) || is_record(path)
}

/// Whether a full name is one of a variable of the C library's that may be set.
pub fn is_settable(path: &str) -> bool {
    path == "libc.errno.errno"
}

/// Classes of other modules as types: their values are objects of theirs.
const CHECKED: [&str; 6] =
    ["numpy.ndarray", "numpy.dtype", "numpy.broadcast", "numpy.flatiter", "array.array", "cython.view.array"];

/// Whether a full name is one of a class of another module, of which objects are asked to be.
pub fn is_checked_class(path: &str) -> bool {
    CHECKED.contains(&path)
}

/// Whether a name that the module does not bind is a class of Python's.
pub fn is_python_class(name: &str) -> bool {
    CLASSES.contains(&name)
}
