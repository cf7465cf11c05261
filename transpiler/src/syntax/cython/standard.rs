//! C's headers that pyrx knows: what `from libc.math cimport *` brings (`types::libc` says what the names are), and
//! the structs that they declare.

use super::{CField, CImport, CStruct, CType, CTypeKind, Declarations, absolute};
use crate::span::Span;

/// NumPy's mathematics, which Cython keeps as other names of the C library's.
pub const NUMPY_MATH: &str = "numpy.math";
pub const LIBC_MATH: &str = "libc.math";

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

/// The name in `math.h` of a constant of NumPy's.
pub fn npy_constant(name: &str) -> Option<&'static str> {
    NPY_CONSTANTS.iter().find(|(own, _)| *own == name).map(|(_, plain)| *plain)
}

/// The module and the name there that `from module cimport member` leads to.
pub fn forwarded(module: &str, member: String) -> (String, String) {
    if module == NUMPY_MATH {
        // Cython leaves `NPY_` out where a name remains.
        let plain = npy_constant(&member).or_else(|| npy_constant(&format!("NPY_{member}")));
        return (LIBC_MATH.to_owned(), plain.map_or(member, str::to_owned));
    }
    if module == "numpy" && member == "math" { ("libc".to_owned(), member) } else { (module.to_owned(), member) }
}

const MEMBERS: [(&str, &str); 12] = [
    ("cpython.array", "array clone copy extend extend_buffer resize resize_smart zero"),
    (
        "libc.complex",
        "cabs cacos cacosh carg casin casinh catan catanh ccos ccosh cexp cimag clog clog10 conj cpow cproj creal csin \
         csinh csqrt ctan ctanh",
    ),
    (
        "libc.errno",
        "E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EADV EAFNOSUPPORT EAGAIN EALREADY EBADE EBADF EBADFD EBADMSG EBADR \
         EBADRQC EBADSLT EBFONT EBUSY ECHILD ECHRNG ECOMM ECONNABORTED ECONNREFUSED ECONNRESET EDEADLOCK EDESTADDRREQ \
         EDOM EDOTDOT EDQUOT EEXIST EFAULT EFBIG EHOSTDOWN EHOSTUNREACH EIDRM EILSEQ EINPROGRESS EINTR EINVAL EIO \
         EISCONN EISDIR EISNAM EL2HLT EL2NSYNC EL3HLT EL3RST ELIBACC ELIBBAD ELIBEXEC ELIBMAX ELIBSCN ELNRNG ELOOP \
         EMFILE EMLINK EMSGSIZE EMULTIHOP ENAMETOOLONG ENAVAIL ENETDOWN ENETRESET ENETUNREACH ENFILE ENOANO ENOBUFS \
         ENOCSI ENODATA ENODEV ENOENT ENOEXEC ENOLCK ENOLINK ENOMEM ENOMSG ENONET ENOPKG ENOPROTOOPT ENOSPC ENOSR \
         ENOSTR ENOSYS ENOTBLK ENOTCONN ENOTDIR ENOTEMPTY ENOTNAM ENOTSOCK ENOTTY ENOTUNIQ ENXIO EOPNOTSUPP EOVERFLOW \
         EPERM EPFNOSUPPORT EPIPE EPROTO EPROTONOSUPPORT EPROTOTYPE ERANGE EREMCHG EREMOTE EREMOTEIO ERESTART EROFS \
         ESHUTDOWN ESOCKTNOSUPPORT ESPIPE ESRCH ESRMNT ESTALE ESTRPIPE ETIME ETIMEDOUT ETOOMANYREFS ETXTBSY EUCLEAN \
         EUNATCH EUSERS EXDEV EXFULL errno",
    ),
    (
        "libc.float",
        "DBL_DIG DBL_EPSILON DBL_MANT_DIG DBL_MAX DBL_MAX_10_EXP DBL_MAX_EXP DBL_MIN DBL_MIN_10_EXP DBL_MIN_EXP \
         DECIMAL_DIG FLT_DIG FLT_EPSILON FLT_MANT_DIG FLT_MAX FLT_MAX_10_EXP FLT_MAX_EXP FLT_MIN FLT_MIN_10_EXP \
         FLT_MIN_EXP FLT_RADIX LDBL_DIG LDBL_EPSILON LDBL_MANT_DIG LDBL_MAX LDBL_MAX_10_EXP LDBL_MAX_EXP LDBL_MIN \
         LDBL_MIN_10_EXP LDBL_MIN_EXP",
    ),
    (
        "libc.limits",
        "CHAR_BIT CHAR_MAX CHAR_MIN INT_MAX INT_MIN LLONG_MAX LLONG_MIN LONG_MAX LONG_MIN MB_LEN_MAX SCHAR_MAX \
         SCHAR_MIN SHRT_MAX SHRT_MIN UCHAR_MAX UINT_MAX ULLONG_MAX ULONG_MAX USHRT_MAX",
    ),
    (
        "libc.math",
        "FP_INFINITE FP_NAN FP_NORMAL FP_SUBNORMAL FP_ZERO HUGE_VAL HUGE_VALF HUGE_VALL INFINITY M_1_PI M_2_PI \
         M_2_SQRTPI M_E M_LN10 M_LN2 M_LOG10E M_LOG2E M_PI M_PI_2 M_PI_4 M_SQRT1_2 M_SQRT2 NAN acos acosf acosh \
         acoshf acoshl acosl asin asinf asinh asinhf asinhl asinl atan atan2 atan2f atan2l atanf atanh atanhf atanhl \
         atanl cbrt cbrtf cbrtl ceil ceilf ceill copysign copysignf copysignl cos cosf cosh coshf coshl cosl e erf \
         erfc erfcf erfcl erff erfl exp exp2 exp2f exp2l expf expl expm1 expm1f expm1l fabs fabsf fabsl fdim fdimf \
         fdiml floor floorf floorl fma fmaf fmal fmax fmaxf fmaxl fmin fminf fminl fmod fmodf fmodl fpclassify frexp \
         frexpf frexpl hypot hypotf hypotl ilogb ilogbf ilogbl isfinite isinf isnan isnormal ldexp ldexpf ldexpl \
         lgamma lgammaf lgammal llrint llrintf llrintl llround llroundf llroundl log log10 log10f log10l log1p log1pf \
         log1pl log2 log2f log2l logb logbf logbl logf logl lrint lrintf lrintl lround lroundf lroundl modf modff \
         modfl nan nanf nanl nearbyint nearbyintf nearbyintl nextafter nextafterf nextafterl nexttoward nexttowardf \
         nexttowardl pi pow powf powl remainder remainderf remainderl remquo remquof remquol rint rintf rintl round \
         roundf roundl scalbln scalblnf scalblnl scalbn scalbnf scalbnl signbit sin sinf sinh sinhf sinhl sinl sqrt \
         sqrtf sqrtl tan tanf tanh tanhf tanhl tanl tgamma tgammaf tgammal trunc truncf truncl",
    ),
    (
        "libc.stdint",
        "INT16_MAX INT16_MIN INT32_MAX INT32_MIN INT64_MAX INT64_MIN INT8_MAX INT8_MIN INTMAX_MAX INTMAX_MIN \
         INTPTR_MAX INTPTR_MIN INT_FAST16_MAX INT_FAST16_MIN INT_FAST32_MAX INT_FAST32_MIN INT_FAST64_MAX \
         INT_FAST64_MIN INT_FAST8_MAX INT_FAST8_MIN INT_LEAST16_MAX INT_LEAST16_MIN INT_LEAST32_MAX INT_LEAST32_MIN \
         INT_LEAST64_MAX INT_LEAST64_MIN INT_LEAST8_MAX INT_LEAST8_MIN PTRDIFF_MAX PTRDIFF_MIN SIG_ATOMIC_MAX \
         SIG_ATOMIC_MIN SIZE_MAX UINT16_MAX UINT32_MAX UINT64_MAX UINT8_MAX UINTMAX_MAX UINTPTR_MAX UINT_FAST16_MAX \
         UINT_FAST32_MAX UINT_FAST64_MAX UINT_FAST8_MAX UINT_LEAST16_MAX UINT_LEAST32_MAX UINT_LEAST64_MAX \
         UINT_LEAST8_MAX WCHAR_MAX WCHAR_MIN WINT_MAX WINT_MIN int16_t int32_t int64_t int8_t int_fast16_t \
         int_fast32_t int_fast64_t int_fast8_t int_least16_t int_least32_t int_least64_t int_least8_t intmax_t \
         intptr_t uint16_t uint32_t uint64_t uint8_t uint_fast16_t uint_fast32_t uint_fast64_t uint_fast8_t \
         uint_least16_t uint_least32_t uint_least64_t uint_least8_t uintmax_t uintptr_t",
    ),
    (
        "libc.stdio",
        "BUFSIZ EOF FILE FILENAME_MAX FOPEN_MAX SEEK_CUR SEEK_END SEEK_SET _IOFBF _IOLBF _IONBF clearerr const_char \
         const_fpos_t const_void fclose fdopen feof ferror fflush fgetc fgetpos fgets fopen fpos_t fprintf fputc \
         fputs fread freopen fscanf fseek fsetpos ftell fwrite getc getchar getline perror printf putc putchar puts \
         remove rename rewind scanf setbuf setvbuf snprintf sprintf sscanf stderr stdin stdout tmpfile ungetc",
    ),
    (
        "libc.stdlib",
        "EXIT_FAILURE EXIT_SUCCESS RAND_MAX _exit abort abs atexit atof atoi atol atoll bsearch calloc const_char \
         const_void div div_t exit free getenv labs ldiv ldiv_t llabs lldiv lldiv_t malloc qsort rand realloc srand \
         strtod strtof strtol strtold strtoll strtoul strtoull system",
    ),
    (
        "libc.string",
        "const_char const_schar const_uchar const_void memchr memcmp memcpy memmove memrchr memset strcasecmp \
         strcasestr strcat strchr strcmp strcoll strcpy strcspn strdup strerror strlen strncasecmp strncat strncmp \
         strncpy strndup strpbrk strrchr strsep strspn strstr strtok strxfrm",
    ),
    (
        "libc.time",
        "CLOCKS_PER_SEC TIME_UTC asctime asctime_r clock clock_t ctime ctime_r daylight difftime getdate gmtime \
         gmtime_r localtime localtime_r mktime strftime strptime time time_t timespec timespec_get timezone tm tzname \
         tzset wchar_t wcsftime",
    ),
    (
        "openmp",
        "omp_destroy_lock omp_get_dynamic omp_get_level omp_get_max_threads omp_get_nested omp_get_num_procs \
         omp_get_num_threads omp_get_thread_limit omp_get_thread_num omp_get_wtick omp_get_wtime omp_in_parallel \
         omp_init_lock omp_lock_t omp_set_dynamic omp_set_lock omp_set_nested omp_set_num_threads omp_test_lock \
         omp_unset_lock",
    ),
];

/// The names of a module of C's; none of others.
pub fn members(module: &str) -> impl Iterator<Item = &'static str> {
    let names = MEMBERS.iter().find(|(known, _)| *known == module).map_or("", |(_, names)| names);
    names.split_ascii_whitespace()
}

/// A struct that a header declares.
struct Record {
    module: &'static str,
    name: &'static str,
    /// The types by their names in the pure mode, with a `*` behind for a pointer.
    fields: &'static [(&'static str, &'static str)],
    /// Numbers of 64 bits that follow, in the GNU C library.
    tail: u32,
    /// The functions that give or take one.
    functions: &'static str,
}

/// What a `PyObject*` leads to.
const fn object(module: &'static str) -> Record {
    Record { module, name: "PyObject", fields: &[("ob_refcnt", "Py_ssize_t")], tail: 1, functions: "" }
}

/// What the buffer protocol tells of an object's memory.
const fn buffer(module: &'static str) -> Record {
    let fields = &[
        ("buf", "void*"),
        ("obj", "void*"),
        ("len", "Py_ssize_t"),
        ("itemsize", "Py_ssize_t"),
        ("readonly", "bint"),
        ("ndim", "int"),
        ("format", "char*"),
        ("shape", "Py_ssize_t*"),
        ("strides", "Py_ssize_t*"),
        ("suboffsets", "Py_ssize_t*"),
        ("internal", "void*"),
    ];
    Record { module, name: "Py_buffer", fields, tail: 0, functions: "" }
}

const RECORDS: [Record; 10] = [
    buffer("cpython.buffer"),
    buffer("cpython"),
    object("cpython.ref"),
    object("cpython.object"),
    object("cpython"),
    Record {
        module: "libc.stdlib",
        name: "div_t",
        fields: &[("quot", "int"), ("rem", "int")],
        tail: 0,
        functions: "div",
    },
    Record {
        module: "libc.stdlib",
        name: "ldiv_t",
        fields: &[("quot", "long"), ("rem", "long")],
        tail: 0,
        functions: "ldiv",
    },
    Record {
        module: "libc.stdlib",
        name: "lldiv_t",
        fields: &[("quot", "longlong"), ("rem", "longlong")],
        tail: 0,
        functions: "lldiv",
    },
    Record {
        module: "libc.time",
        name: "tm",
        fields: &[
            ("tm_sec", "int"),
            ("tm_min", "int"),
            ("tm_hour", "int"),
            ("tm_mday", "int"),
            ("tm_mon", "int"),
            ("tm_year", "int"),
            ("tm_wday", "int"),
            ("tm_yday", "int"),
            ("tm_isdst", "int"),
        ],
        tail: 2,
        functions: "asctime asctime_r getdate gmtime gmtime_r localtime localtime_r mktime strftime strptime wcsftime",
    },
    Record {
        module: "libc.time",
        name: "timespec",
        fields: &[("tv_sec", "long"), ("tv_nsec", "long")],
        tail: 0,
        functions: "timespec_get",
    },
];

impl Record {
    /// Whether a `cimport` of the module `from` may lead to it.
    fn is_reached(&self, import: &CImport, from: &str) -> bool {
        let module = absolute(&import.full, import.level, from);
        match import.member.as_deref() {
            None => module == self.module,
            Some("*") => module == self.module,
            Some(member) if module == self.module => {
                member == self.name || self.functions.split_ascii_whitespace().any(|one| one == member)
            }
            Some(member) => self.module.strip_prefix(&module).and_then(|rest| rest.strip_prefix('.')) == Some(member),
        }
    }

    fn declaration(&self) -> CStruct {
        let span = Span::default();
        let ty = |written: &'static str| {
            let of = |kind| CType { span, kind };
            match written.strip_suffix('*') {
                Some(item) => of(CTypeKind::Pointer(Box::new(of(CTypeKind::Basic(item))))),
                None => of(CTypeKind::Basic(written)),
            }
        };
        let field = |&(name, written): &(&str, &'static str)| CField { name: name.to_owned(), span, ty: ty(written) };
        CStruct {
            name: self.name.to_owned(),
            span,
            fields: self.fields.iter().map(field).collect(),
            packed: false,
            union: false,
            forward: false,
        }
    }
}

/// Whether a full name is one of a struct that a header declares.
pub fn is_record(path: &str) -> bool {
    RECORDS.iter().any(|one| path.rsplit_once('.') == Some((one.module, one.name)))
}

/// The numbers of 64 bits without names that a struct of a header ends in; 0 of any other.
pub fn record_tail(module: &str, name: &str) -> u32 {
    RECORDS.iter().find(|one| one.module == module && one.name == name).map_or(0, |one| one.tail)
}

/// By module, the structs of headers that modules with these declarations may mean.
pub fn records<'a>(units: impl Iterator<Item = (&'a str, &'a Declarations)> + Clone) -> Vec<(String, Declarations)> {
    let mut modules: Vec<(String, Declarations)> = Vec::new();
    for record in &RECORDS {
        let reached =
            |(from, unit): (&str, &Declarations)| unit.cimports.iter().any(|one| record.is_reached(one, from));
        if !units.clone().any(reached) {
            continue;
        }
        let at = modules.iter().position(|(module, _)| module == record.module).unwrap_or(modules.len());
        if at == modules.len() {
            modules.push((record.module.to_owned(), Declarations::default()));
        }
        modules[at].1.structs.push(record.declaration());
    }
    modules
}
