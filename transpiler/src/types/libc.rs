//! Constants of C's headers, on 64-bit Linux.

use num_bigint::BigInt;

use crate::diag::{Code, Diagnostic};
use crate::hir::{Const, is_c_type};
use crate::span::Span;
use crate::ty::{FunctionType, Num, Repr, Type};

const FLOATS: [(&str, f64); 19] = [
    ("libc.math.M_E", std::f64::consts::E),
    ("libc.math.M_LOG2E", std::f64::consts::LOG2_E),
    ("libc.math.M_LOG10E", std::f64::consts::LOG10_E),
    ("libc.math.M_LN2", std::f64::consts::LN_2),
    ("libc.math.M_LN10", std::f64::consts::LN_10),
    ("libc.math.M_PI", std::f64::consts::PI),
    ("libc.math.M_PI_2", std::f64::consts::FRAC_PI_2),
    ("libc.math.M_PI_4", std::f64::consts::FRAC_PI_4),
    ("libc.math.M_1_PI", std::f64::consts::FRAC_1_PI),
    ("libc.math.M_2_PI", std::f64::consts::FRAC_2_PI),
    ("libc.math.M_2_SQRTPI", std::f64::consts::FRAC_2_SQRT_PI),
    ("libc.math.M_SQRT2", std::f64::consts::SQRT_2),
    ("libc.math.M_SQRT1_2", std::f64::consts::FRAC_1_SQRT_2),
    ("libc.math.INFINITY", f64::INFINITY),
    ("libc.math.NAN", f64::NAN),
    ("libc.math.HUGE_VAL", f64::INFINITY),
    ("libc.float.DBL_EPSILON", f64::EPSILON),
    ("libc.float.DBL_MAX", f64::MAX),
    ("libc.float.DBL_MIN", f64::MIN_POSITIVE),
];

const INTEGERS: [(&str, i128); 42] = [
    ("libc.limits.CHAR_BIT", 8),
    ("libc.limits.CHAR_MIN", i8::MIN as i128),
    ("libc.limits.CHAR_MAX", i8::MAX as i128),
    ("libc.limits.SCHAR_MIN", i8::MIN as i128),
    ("libc.limits.SCHAR_MAX", i8::MAX as i128),
    ("libc.limits.UCHAR_MAX", u8::MAX as i128),
    ("libc.limits.SHRT_MIN", i16::MIN as i128),
    ("libc.limits.SHRT_MAX", i16::MAX as i128),
    ("libc.limits.USHRT_MAX", u16::MAX as i128),
    ("libc.limits.INT_MIN", i32::MIN as i128),
    ("libc.limits.INT_MAX", i32::MAX as i128),
    ("libc.limits.UINT_MAX", u32::MAX as i128),
    ("libc.limits.LONG_MIN", i64::MIN as i128),
    ("libc.limits.LONG_MAX", i64::MAX as i128),
    ("libc.limits.ULONG_MAX", u64::MAX as i128),
    ("libc.limits.LLONG_MIN", i64::MIN as i128),
    ("libc.limits.LLONG_MAX", i64::MAX as i128),
    ("libc.limits.ULLONG_MAX", u64::MAX as i128),
    ("libc.stdint.INT8_MIN", i8::MIN as i128),
    ("libc.stdint.INT8_MAX", i8::MAX as i128),
    ("libc.stdint.UINT8_MAX", u8::MAX as i128),
    ("libc.stdint.INT16_MIN", i16::MIN as i128),
    ("libc.stdint.INT16_MAX", i16::MAX as i128),
    ("libc.stdint.UINT16_MAX", u16::MAX as i128),
    ("libc.stdint.INT32_MIN", i32::MIN as i128),
    ("libc.stdint.INT32_MAX", i32::MAX as i128),
    ("libc.stdint.UINT32_MAX", u32::MAX as i128),
    ("libc.stdint.INT64_MIN", i64::MIN as i128),
    ("libc.stdint.INT64_MAX", i64::MAX as i128),
    ("libc.stdint.UINT64_MAX", u64::MAX as i128),
    ("libc.stdint.SIZE_MAX", u64::MAX as i128),
    ("libc.stdlib.RAND_MAX", i32::MAX as i128),
    ("libc.stdlib.EXIT_SUCCESS", 0),
    ("libc.stdlib.EXIT_FAILURE", 1),
    ("libc.stdio.EOF", -1),
    ("libc.stdio.SEEK_SET", 0),
    ("libc.stdio.SEEK_CUR", 1),
    ("libc.stdio.SEEK_END", 2),
    ("libc.stdio.BUFSIZ", 8192),
    ("libc.stdio.FILENAME_MAX", 4096),
    ("libc.errno.EDOM", 33),
    ("libc.errno.ERANGE", 34),
];

/// Constants of `<float.h>`, which Cython declares as `float` and `double`, whole numbers too.
const TYPED: [(&str, Repr, f64); 16] = [
    ("libc.float.FLT_EPSILON", Repr::F32, f32::EPSILON as f64),
    ("libc.float.FLT_MAX", Repr::F32, f32::MAX as f64),
    ("libc.float.FLT_MIN", Repr::F32, f32::MIN_POSITIVE as f64),
    ("libc.float.FLT_RADIX", Repr::F32, f32::RADIX as f64),
    ("libc.float.FLT_DIG", Repr::F32, f32::DIGITS as f64),
    ("libc.float.FLT_MANT_DIG", Repr::F32, f32::MANTISSA_DIGITS as f64),
    ("libc.float.FLT_MIN_EXP", Repr::F32, f32::MIN_EXP as f64),
    ("libc.float.FLT_MAX_EXP", Repr::F32, f32::MAX_EXP as f64),
    ("libc.float.FLT_MIN_10_EXP", Repr::F32, f32::MIN_10_EXP as f64),
    ("libc.float.FLT_MAX_10_EXP", Repr::F32, f32::MAX_10_EXP as f64),
    ("libc.float.DBL_DIG", Repr::F64, f64::DIGITS as f64),
    ("libc.float.DBL_MANT_DIG", Repr::F64, f64::MANTISSA_DIGITS as f64),
    ("libc.float.DBL_MIN_EXP", Repr::F64, f64::MIN_EXP as f64),
    ("libc.float.DBL_MAX_EXP", Repr::F64, f64::MAX_EXP as f64),
    ("libc.float.DBL_MIN_10_EXP", Repr::F64, f64::MIN_10_EXP as f64),
    ("libc.float.DBL_MAX_10_EXP", Repr::F64, f64::MAX_10_EXP as f64),
];

/// The type and value of a constant of `<float.h>` by its full name.
pub fn typed(path: &str) -> Option<(Num, f64)> {
    TYPED.iter().find(|(name, ..)| *name == path).map(|(_, repr, value)| (Num::c(*repr), *value))
}

/// The value of a constant by its full name.
pub fn constant(path: &str) -> Option<Const> {
    let float = FLOATS.iter().find(|(name, _)| *name == path).map(|(_, value)| Const::Float(*value));
    let integer = || INTEGERS.iter().find(|(name, _)| *name == path).map(|(_, value)| Const::Int(BigInt::from(*value)));
    float.or_else(integer)
}

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

/// A type in a function of the C library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CLibraryType {
    Nothing,
    /// An object of Python's.
    Object,
    Int,
    UnsignedInt,
    Long,
    Size,
    Double,
    /// `void*`; any pointer is taken.
    Any,
    /// `char*`
    Chars,
    /// `int (*)(const void*, const void*)`
    Comparison,
}

/// A function of the C library that reaches memory, or keeps a state.
#[derive(Debug, PartialEq, Eq)]
pub struct CLibraryCall {
    names: &'static [&'static str],
    pub params: &'static [CLibraryType],
    pub returns: CLibraryType,
    /// Of the runtime.
    pub kernel: &'static str,
    /// The kernel returns a `Result`.
    pub raises: bool,
    /// Its parameters end in `...`: the kernel takes what stands there as one tuple.
    pub variadic: bool,
}

impl CLibraryCall {
    /// Whether it takes this number of arguments.
    pub fn takes(&self, count: usize) -> bool {
        let rest = count.checked_sub(self.params.len());
        rest.is_some_and(|rest| rest == 0 || self.variadic && rest <= MOST_VARIADIC)
    }
}

/// The tuples that the runtime passes as `...`.
const MOST_VARIADIC: usize = 12;

impl CLibraryType {
    pub fn ty(self) -> Type {
        let number = |repr| Type::Num(Num::c(repr));
        match self {
            CLibraryType::Nothing => Type::None,
            CLibraryType::Object => Type::Object,
            CLibraryType::Int => number(Repr::I32),
            CLibraryType::UnsignedInt => number(Repr::U32),
            CLibraryType::Long => number(Repr::I64),
            CLibraryType::Size => number(Repr::U64),
            CLibraryType::Double => number(Repr::F64),
            CLibraryType::Any => Type::Pointer(Box::new(Type::None)),
            CLibraryType::Chars => Type::Pointer(Box::new(number(Repr::I8))),
            CLibraryType::Comparison => {
                let any = CLibraryType::Any.ty();
                Type::Function(Box::new(FunctionType { params: vec![any.clone(), any], returns: number(Repr::I32) }))
            }
        }
    }
}

/// What is out of the ordinary in a row.
enum Note {
    Raises,
    Variadic,
}

macro_rules! calls {
    ($([$($name:literal),+] ($($param:ident),*) -> $returns:ident $kernel:literal $($note:ident)?;)*) => {
        &[$(CLibraryCall {
            names: &[$($name),+],
            params: &[$(CLibraryType::$param),*],
            returns: CLibraryType::$returns,
            kernel: $kernel,
            raises: matches!(calls!(@ $($note)?), Some(Note::Raises)),
            variadic: matches!(calls!(@ $($note)?), Some(Note::Variadic)),
        }),*]
    };
    (@ raises) => { Some(Note::Raises) };
    (@ variadic) => { Some(Note::Variadic) };
    (@) => { None::<Note> };
}

const CALLS: &[CLibraryCall] = calls![
    ["libc.stdlib.malloc", "cpython.mem.PyMem_Malloc", "cpython.mem.PyMem_RawMalloc", "cpython.mem.PyObject_Malloc"]
        (Size) -> Any "mem::malloc";
    ["libc.stdlib.calloc", "cpython.mem.PyMem_Calloc", "cpython.mem.PyMem_RawCalloc"]
        (Size, Size) -> Any "mem::calloc";
    ["libc.stdlib.realloc", "cpython.mem.PyMem_Realloc", "cpython.mem.PyMem_RawRealloc", "cpython.mem.PyObject_Realloc"]
        (Any, Size) -> Any "mem::realloc";
    ["libc.stdlib.free", "cpython.mem.PyMem_Free", "cpython.mem.PyMem_RawFree", "cpython.mem.PyObject_Free"]
        (Any) -> Nothing "mem::free";
    ["cpython.array.clone"] (Object, Long, Int) -> Object "obj::array_clone" raises;
    ["cpython.array.copy"] (Object) -> Object "obj::array_copy" raises;
    ["cpython.array.resize", "cpython.array.resize_smart"] (Object, Long) -> Int "obj::array_resize" raises;
    ["cpython.array.extend"] (Object, Object) -> Int "obj::array_extend" raises;
    ["cpython.array.extend_buffer"] (Object, Chars, Long) -> Int "obj::array_extend_buffer" raises;
    ["cpython.array.zero"] (Object) -> Nothing "obj::array_zero" raises;
    ["libc.stdlib.qsort"] (Any, Size, Size, Comparison) -> Nothing "mem::qsort" raises;
    ["libc.stdlib.rand"] () -> Int "mem::rand";
    ["libc.stdlib.srand"] (UnsignedInt) -> Nothing "mem::srand";
    ["libc.stdlib.atoi"] (Chars) -> Int "mem::atoi";
    ["libc.stdlib.atol", "libc.stdlib.atoll"] (Chars) -> Long "mem::atol";
    ["libc.stdlib.atof"] (Chars) -> Double "mem::atof";
    ["libc.stdlib.strtod"] (Chars, Any) -> Double "mem::strtod";
    ["libc.stdlib.strtol", "libc.stdlib.strtoll"] (Chars, Any, Int) -> Long "mem::strtol";
    ["libc.stdlib.strtoul", "libc.stdlib.strtoull"] (Chars, Any, Int) -> Size "mem::strtoul";
    ["libc.stdlib.bsearch"] (Any, Any, Size, Size, Comparison) -> Any "mem::bsearch" raises;
    ["libc.string.memcpy"] (Any, Any, Size) -> Any "mem::memcpy";
    ["libc.string.memmove"] (Any, Any, Size) -> Any "mem::memmove";
    ["libc.string.memset"] (Any, Int, Size) -> Any "mem::memset";
    ["libc.string.memcmp"] (Any, Any, Size) -> Int "mem::memcmp";
    ["libc.string.memchr"] (Any, Int, Size) -> Any "mem::memchr";
    ["libc.string.strlen"] (Chars) -> Size "mem::strlen";
    ["libc.string.strcmp"] (Chars, Chars) -> Int "mem::strcmp";
    ["libc.string.strncmp"] (Chars, Chars, Size) -> Int "mem::strncmp";
    ["libc.string.strcpy"] (Chars, Chars) -> Chars "mem::strcpy";
    ["libc.string.strncpy"] (Chars, Chars, Size) -> Chars "mem::strncpy";
    ["libc.string.strcat"] (Chars, Chars) -> Chars "mem::strcat";
    ["libc.string.strchr"] (Chars, Int) -> Chars "mem::strchr";
    ["libc.string.strrchr"] (Chars, Int) -> Chars "mem::strrchr";
    ["libc.string.strstr"] (Chars, Chars) -> Chars "mem::strstr";
    ["libc.stdio.puts"] (Chars) -> Int "stdio::puts";
    ["libc.stdio.putchar"] (Int) -> Int "stdio::putchar";
    ["libc.stdio.getchar"] () -> Int "stdio::getchar";
    ["libc.stdio.fputs"] (Chars, Any) -> Int "stdio::fputs";
    ["libc.stdio.fputc", "libc.stdio.putc"] (Int, Any) -> Int "stdio::fputc";
    ["libc.stdio.fgetc", "libc.stdio.getc"] (Any) -> Int "stdio::fgetc";
    ["libc.stdio.ungetc"] (Int, Any) -> Int "stdio::ungetc";
    ["libc.stdio.fgets"] (Chars, Int, Any) -> Chars "stdio::fgets";
    ["libc.stdio.fflush"] (Any) -> Int "stdio::fflush";
    ["libc.stdio.fopen"] (Chars, Chars) -> Any "stdio::fopen";
    ["libc.stdio.fclose"] (Any) -> Int "stdio::fclose";
    ["libc.stdio.fread"] (Any, Size, Size, Any) -> Size "stdio::fread";
    ["libc.stdio.fwrite"] (Any, Size, Size, Any) -> Size "stdio::fwrite";
    ["libc.stdio.fseek"] (Any, Long, Int) -> Int "stdio::fseek";
    ["libc.stdio.ftell"] (Any) -> Long "stdio::ftell";
    ["libc.stdio.feof"] (Any) -> Int "stdio::feof";
    ["libc.stdio.ferror"] (Any) -> Int "stdio::ferror";
    ["libc.stdio.perror"] (Chars) -> Nothing "stdio::perror";
    ["libc.stdio.remove"] (Chars) -> Int "stdio::remove";
    ["libc.stdio.printf"] (Chars) -> Int "stdio::printf" variadic;
    ["libc.stdio.fprintf"] (Any, Chars) -> Int "stdio::fprintf" variadic;
    ["libc.stdio.sprintf"] (Chars, Chars) -> Int "stdio::sprintf" variadic;
    ["libc.stdio.snprintf"] (Chars, Size, Chars) -> Int "stdio::snprintf" variadic;
    ["libc.stdio.sscanf"] (Chars, Chars) -> Int "stdio::sscanf" variadic;
    ["libc.stdio.fscanf"] (Any, Chars) -> Int "stdio::fscanf" variadic;
    ["libc.time.time"] (Any) -> Long "mem::time";
    ["libc.time.clock"] () -> Long "mem::clock";
];

/// The function of this full name.
pub fn call(path: &str) -> Option<&'static CLibraryCall> {
    CALLS.iter().find(|call| call.names.contains(&path))
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
        return (!call.variadic).then_some(Pointed { ty, kernel: call.kernel, raises: call.raises });
    }
    let row = path.starts_with("libc.").then(|| pyrx_runtime::catalogue::lookup(path).next())??;
    let ty = super::row::c_function(row)?;
    Some(Pointed { ty, kernel: row.kernel, raises: row.raises })
}

/// Variables of the C library that hold a `FILE*`, and the kernels that read them.
const STREAMS: [(&str, &str); 3] = [
    ("libc.stdio.stdin", "stdio::stdin"),
    ("libc.stdio.stdout", "stdio::stdout"),
    ("libc.stdio.stderr", "stdio::stderr"),
];

/// The kernel that gives the value of a variable of this full name, a `void*` here.
pub fn stream(path: &str) -> Option<&'static str> {
    STREAMS.iter().find(|(name, _)| *name == path).map(|(_, kernel)| *kernel)
}

/// The class of memory that views are made over.
pub const VIEW_ARRAY: &str = "cython.view.array";

/// The kernel that gives a class that only `cimport` names.
pub fn class(path: &str) -> Option<&'static str> {
    (path == VIEW_ARRAY).then_some("obj::view_array")
}

/// The fields of C's of a `cython.view.array`: the type, and the kernel that reads it.
pub fn view_array_field(name: &str) -> Option<(Type, &'static str)> {
    Some(match name {
        "data" => (CLibraryType::Chars.ty(), "obj::view_array_data"),
        "len" => (CLibraryType::Long.ty(), "obj::view_array_len"),
        "itemsize" => (CLibraryType::Long.ty(), "obj::view_array_itemsize"),
        "ndim" => (CLibraryType::Int.ty(), "obj::view_array_ndim"),
        "mode" => (Type::Object, "obj::view_array_mode"),
        _ => return None,
    })
}

/// Those that are set: the kernel, and the type of the value.
pub fn view_array_setter(name: &str) -> Option<(&'static str, Type)> {
    let any = CLibraryType::Any.ty();
    let freeing = || Type::Function(Box::new(FunctionType { params: vec![any], returns: Type::None }));
    match name {
        "data" => Some(("obj::view_array_set_data", CLibraryType::Chars.ty())),
        "callback_free_data" => Some(("obj::view_array_set_callback", freeing())),
        _ => None,
    }
}

/// Whether a full name is that of a module of C's: `libc.math`, `cython.parallel`.
pub fn is_module(path: &str) -> bool {
    match path.split_once('.') {
        Some(("libc" | "cpython", name)) => !name.contains('.'),
        Some(("cython", name)) => matches!(name, "parallel" | "view" | "operator"),
        _ => false,
    }
}

/// Whether a full name is of a header of C's, and nothing that pyrx knows.
pub fn is_unknown(path: &str) -> bool {
    path.starts_with("libc.")
        && !is_module(path)
        && !is_c_type(path)
        && constant(path).is_none()
        && call(path).is_none()
        && typed(path).is_none()
        && stream(path).is_none()
        && pyrx_runtime::catalogue::lookup(path).next().is_none()
}

/// A name of a header of C's that pyrx does not know.
pub fn unknown_name(path: &str, span: Span) -> Diagnostic {
    let (module, name) = path.rsplit_once('.').unwrap_or(("", path));
    let error = Diagnostic::error(Code::C_CALL, span, format!("pyrx knows no `{name}` of `{module}`"));
    error.hint(format!("it knows {}", names_of(module).join(", ")))
}

/// The names that pyrx knows of a module of C's, in alphabetical order.
pub fn names_of(module: &str) -> Vec<&'static str> {
    let constants = FLOATS.iter().map(|(name, _)| *name).chain(INTEGERS.iter().map(|(name, _)| *name));
    let calls = CALLS.iter().flat_map(|call| call.names.iter().copied());
    let rows = pyrx_runtime::catalogue::rows().flat_map(|row| row.names.iter().copied());
    let streams = STREAMS.iter().map(|(name, _)| *name);
    let constants = constants.chain(TYPED.iter().map(|(name, ..)| *name));
    let all = constants.chain(calls).chain(streams).chain(rows);
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
