//! Functions of the C library that reach memory, or keep a state.

use super::{numpy, python};
use crate::hir::Module;
use crate::ty::{FunctionType, Num, Repr, StructId, Type};

/// A type in a function of the C library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CLibraryType {
    Nothing,
    /// An object of Python's.
    Object,
    /// A truth value.
    Bint,
    Int,
    Char,
    UnsignedInt,
    Long,
    Size,
    Float,
    Double,
    /// `void*`; any pointer is taken.
    Any,
    /// `char*`
    Chars,
    /// `char**`
    Texts,
    Ints,
    Longs,
    Floats,
    Doubles,
    /// `PyObject*`: borrowed.
    PyObject,
    /// `tm*`
    Tm,
    /// `div_t`
    Div,
    /// `ldiv_t`
    LongDiv,
    /// `lldiv_t`
    LongLongDiv,
    /// `void (*)()`
    Procedure,
    /// `int (*)(const void*, const void*)`
    Comparison,
}

/// A function of the C library that reaches memory, or keeps a state.
#[derive(Debug, PartialEq, Eq)]
pub struct CLibraryCall {
    pub(super) names: &'static [&'static str],
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
    /// Whether it is one of Python's C API, which wants the interpreter's lock.
    pub fn needs_lock(&self) -> bool {
        self.kernel.starts_with("capi::")
    }

    /// Whether it takes the reference that its last argument is, without counting one more.
    pub fn steals(&self) -> bool {
        STEALING.contains(&self.kernel)
    }

    /// Whether it takes this number of arguments.
    pub fn takes(&self, count: usize) -> bool {
        let rest = count.checked_sub(self.params.len());
        rest.is_some_and(|rest| rest == 0 || self.variadic && rest <= MOST_VARIADIC)
    }
}

const STEALING: [&str; 4] =
    ["capi::PyList_SET_ITEM", "capi::PyList_SetItem", "capi::PyTuple_SET_ITEM", "capi::PyTuple_SetItem"];

/// The tuples that the runtime passes as `...`.
const MOST_VARIADIC: usize = 12;

impl CLibraryType {
    /// The type, as kernels have it: a pointer to a struct is `void*`.
    pub fn ty(self) -> Type {
        let number = |repr| Type::Num(Num::c(repr));
        let pointer = |item| Type::Pointer(Box::new(item));
        let function = |params, returns| Type::Function(Box::new(FunctionType { params, returns }));
        match self {
            CLibraryType::Nothing => Type::None,
            CLibraryType::Object => Type::Object,
            CLibraryType::Bint => Type::Num(Num::BINT),
            CLibraryType::Int => number(Repr::I32),
            CLibraryType::UnsignedInt => number(Repr::U32),
            CLibraryType::Long => number(Repr::I64),
            CLibraryType::Size => number(Repr::U64),
            CLibraryType::Float => number(Repr::F32),
            CLibraryType::Double => number(Repr::F64),
            CLibraryType::Char => number(Repr::I8),
            CLibraryType::Chars => pointer(number(Repr::I8)),
            CLibraryType::Texts => pointer(CLibraryType::Chars.ty()),
            CLibraryType::Ints => pointer(number(Repr::I32)),
            CLibraryType::Longs => pointer(number(Repr::I64)),
            CLibraryType::Floats => pointer(number(Repr::F32)),
            CLibraryType::Doubles => pointer(number(Repr::F64)),
            CLibraryType::Any
            | CLibraryType::PyObject
            | CLibraryType::Tm
            | CLibraryType::Div
            | CLibraryType::LongDiv
            | CLibraryType::LongLongDiv => pointer(Type::None),
            CLibraryType::Comparison => {
                let any = CLibraryType::Any.ty();
                function(vec![any.clone(), any], number(Repr::I32))
            }
            CLibraryType::Procedure => function(Vec::new(), Type::None),
        }
    }

    /// The type in a module, which has the structs of the headers that it names.
    pub fn ty_in(self, module: &Module) -> Type {
        match (self, self.record(module)) {
            (CLibraryType::Tm | CLibraryType::PyObject, Some(id)) => Type::Pointer(Box::new(Type::Struct(id))),
            (_, Some(id)) => Type::Struct(id),
            (_, None) => self.ty(),
        }
    }

    /// Whether it is a struct: the kernel writes it to an address that it is given.
    pub fn is_struct(self) -> bool {
        matches!(self, CLibraryType::Div | CLibraryType::LongDiv | CLibraryType::LongLongDiv)
    }

    /// The struct that it is, or points to.
    fn record(self, module: &Module) -> Option<StructId> {
        let (headers, name): (&[&str], _) = match self {
            CLibraryType::PyObject => (&["cpython.ref", "cpython.object", "cpython"], "PyObject"),
            CLibraryType::Tm => (&["libc.time"], "tm"),
            CLibraryType::Div => (&["libc.stdlib"], "div_t"),
            CLibraryType::LongDiv => (&["libc.stdlib"], "ldiv_t"),
            CLibraryType::LongLongDiv => (&["libc.stdlib"], "lldiv_t"),
            CLibraryType::Nothing
            | CLibraryType::Object
            | CLibraryType::Bint
            | CLibraryType::Int
            | CLibraryType::Char
            | CLibraryType::UnsignedInt
            | CLibraryType::Long
            | CLibraryType::Size
            | CLibraryType::Float
            | CLibraryType::Double
            | CLibraryType::Any
            | CLibraryType::Chars
            | CLibraryType::Texts
            | CLibraryType::Ints
            | CLibraryType::Longs
            | CLibraryType::Floats
            | CLibraryType::Doubles
            | CLibraryType::Comparison
            | CLibraryType::Procedure => return None,
        };
        let mut structs = module.structs.iter();
        let at = structs
            .position(|one| one.name == name && one.module.as_deref().is_some_and(|own| headers.contains(&own)))?;
        Some(StructId(at as u32))
    }
}

/// What is out of the ordinary in a row.
pub(super) enum Note {
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

pub(super) use calls;

const CALLS: &[CLibraryCall] = calls![
    ["libc.stdlib.malloc", "cpython.mem.PyMem_Malloc", "cpython.PyMem_Malloc", "cpython.mem.PyMem_RawMalloc", "cpython.mem.PyObject_Malloc"]
        (Size) -> Any "mem::malloc";
    ["libc.stdlib.calloc", "cpython.mem.PyMem_Calloc", "cpython.PyMem_Calloc", "cpython.mem.PyMem_RawCalloc"]
        (Size, Size) -> Any "mem::calloc";
    ["libc.stdlib.realloc", "cpython.mem.PyMem_Realloc", "cpython.PyMem_Realloc", "cpython.mem.PyMem_RawRealloc", "cpython.mem.PyObject_Realloc"]
        (Any, Size) -> Any "mem::realloc";
    ["libc.stdlib.free", "cpython.mem.PyMem_Free", "cpython.PyMem_Free", "cpython.mem.PyMem_RawFree", "cpython.mem.PyObject_Free"]
        (Any) -> Nothing "mem::free";
    ["cpython.array.clone"] (Object, Long, Int) -> Object "obj::array_clone" raises;
    ["cpython.array.copy"] (Object) -> Object "obj::array_copy" raises;
    ["cpython.array.resize", "cpython.array.resize_smart"] (Object, Long) -> Int "obj::array_resize" raises;
    ["cpython.array.extend"] (Object, Object) -> Int "obj::array_extend" raises;
    ["cpython.array.extend_buffer"] (Object, Chars, Long) -> Int "obj::array_extend_buffer" raises;
    ["cpython.array.zero"] (Object) -> Nothing "obj::array_zero" raises;
    ["libc.ctype.isalnum"] (Int) -> Int "libc::ctype::isalnum";
    ["libc.ctype.isalpha"] (Int) -> Int "libc::ctype::isalpha";
    ["libc.ctype.isblank"] (Int) -> Int "libc::ctype::isblank";
    ["libc.ctype.iscntrl"] (Int) -> Int "libc::ctype::iscntrl";
    ["libc.ctype.isdigit"] (Int) -> Int "libc::ctype::isdigit";
    ["libc.ctype.isgraph"] (Int) -> Int "libc::ctype::isgraph";
    ["libc.ctype.islower"] (Int) -> Int "libc::ctype::islower";
    ["libc.ctype.isprint"] (Int) -> Int "libc::ctype::isprint";
    ["libc.ctype.ispunct"] (Int) -> Int "libc::ctype::ispunct";
    ["libc.ctype.isspace"] (Int) -> Int "libc::ctype::isspace";
    ["libc.ctype.isupper"] (Int) -> Int "libc::ctype::isupper";
    ["libc.ctype.isxdigit"] (Int) -> Int "libc::ctype::isxdigit";
    ["libc.ctype.tolower"] (Int) -> Int "libc::ctype::tolower";
    ["libc.ctype.toupper"] (Int) -> Int "libc::ctype::toupper";
    ["libc.stdlib.qsort"] (Any, Size, Size, Comparison) -> Nothing "mem::qsort" raises;
    ["libc.stdlib.rand"] () -> Int "mem::rand";
    ["libc.stdlib.srand"] (UnsignedInt) -> Nothing "mem::srand";
    ["libc.stdlib.atoi"] (Chars) -> Int "mem::atoi";
    ["libc.stdlib.atol", "libc.stdlib.atoll"] (Chars) -> Long "mem::atol";
    ["libc.stdlib.atof"] (Chars) -> Double "mem::atof";
    ["libc.stdlib.strtod", "libc.stdlib.strtold"] (Chars, Any) -> Double "mem::strtod";
    ["libc.stdlib.strtol", "libc.stdlib.strtoll"] (Chars, Any, Int) -> Long "mem::strtol";
    ["libc.stdlib.strtoul", "libc.stdlib.strtoull"] (Chars, Any, Int) -> Size "mem::strtoul";
    ["libc.stdlib.strtof"] (Chars, Texts) -> Float "libc::stdlib::strtof";
    ["libc.stdlib.abort"] () -> Nothing "libc::stdlib::abort";
    ["libc.stdlib.exit"] (Int) -> Nothing "libc::stdlib::exit";
    ["libc.stdlib._exit"] (Int) -> Nothing "libc::stdlib::_exit";
    ["libc.stdlib.atexit"] (Procedure) -> Int "libc::stdlib::atexit";
    ["libc.stdlib.getenv"] (Chars) -> Chars "libc::stdlib::getenv";
    ["libc.stdlib.system"] (Chars) -> Int "libc::stdlib::system";
    ["libc.stdlib.div"] (Int, Int) -> Div "libc::stdlib::div";
    ["libc.stdlib.ldiv"] (Long, Long) -> LongDiv "libc::stdlib::ldiv";
    ["libc.stdlib.lldiv"] (Long, Long) -> LongLongDiv "libc::stdlib::ldiv";
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
    ["libc.string.memrchr"] (Any, Int, Size) -> Any "libc::string::memrchr";
    ["libc.string.strdup"] (Chars) -> Chars "libc::string::strdup";
    ["libc.string.strndup"] (Chars, Size) -> Chars "libc::string::strndup";
    ["libc.string.strncat"] (Chars, Chars, Size) -> Chars "libc::string::strncat";
    ["libc.string.strcasecmp"] (Chars, Chars) -> Int "libc::string::strcasecmp";
    ["libc.string.strncasecmp"] (Chars, Chars, Size) -> Int "libc::string::strncasecmp";
    ["libc.string.strcoll"] (Chars, Chars) -> Int "libc::string::strcoll";
    ["libc.string.strxfrm"] (Chars, Chars, Size) -> Size "libc::string::strxfrm";
    ["libc.string.strerror"] (Int) -> Chars "libc::string::strerror";
    ["libc.string.strcasestr"] (Chars, Chars) -> Chars "libc::string::strcasestr";
    ["libc.string.strcspn"] (Chars, Chars) -> Size "libc::string::strcspn";
    ["libc.string.strspn"] (Chars, Chars) -> Size "libc::string::strspn";
    ["libc.string.strpbrk"] (Chars, Chars) -> Chars "libc::string::strpbrk";
    ["libc.string.strtok"] (Chars, Chars) -> Chars "libc::string::strtok";
    ["libc.string.strsep"] (Texts, Chars) -> Chars "libc::string::strsep";
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
    ["libc.stdio.rename"] (Chars, Chars) -> Int "stdio::rename";
    ["libc.stdio.tmpfile"] () -> Any "stdio::tmpfile";
    ["libc.stdio.freopen"] (Chars, Chars, Any) -> Any "stdio::freopen";
    ["libc.stdio.fdopen"] (Int, Chars) -> Any "stdio::fdopen";
    ["libc.stdio.setbuf"] (Any, Chars) -> Nothing "stdio::setbuf";
    ["libc.stdio.setvbuf"] (Any, Chars, Int, Size) -> Int "stdio::setvbuf";
    ["libc.stdio.clearerr"] (Any) -> Nothing "stdio::clearerr";
    ["libc.stdio.rewind"] (Any) -> Nothing "stdio::rewind";
    ["libc.stdio.fgetpos"] (Any, Any) -> Int "stdio::fgetpos";
    ["libc.stdio.fsetpos"] (Any, Any) -> Int "stdio::fsetpos";
    ["openmp.omp_set_num_threads"] (Int) -> Nothing "pool::openmp::omp_set_num_threads";
    ["openmp.omp_get_num_threads"] () -> Int "pool::openmp::omp_get_num_threads";
    ["openmp.omp_get_max_threads"] () -> Int "pool::openmp::omp_get_max_threads";
    ["openmp.omp_get_thread_num"] () -> Int "pool::openmp::omp_get_thread_num";
    ["openmp.omp_get_num_procs"] () -> Int "pool::openmp::omp_get_num_procs";
    ["openmp.omp_get_thread_limit"] () -> Int "pool::openmp::omp_get_thread_limit";
    ["openmp.omp_in_parallel"] () -> Int "pool::openmp::omp_in_parallel";
    ["openmp.omp_get_level"] () -> Int "pool::openmp::omp_get_level";
    ["openmp.omp_get_dynamic"] () -> Int "pool::openmp::omp_get_dynamic";
    ["openmp.omp_set_dynamic"] (Int) -> Nothing "pool::openmp::omp_set_dynamic";
    ["openmp.omp_get_nested"] () -> Int "pool::openmp::omp_get_nested";
    ["openmp.omp_set_nested"] (Int) -> Nothing "pool::openmp::omp_set_nested";
    ["openmp.omp_get_wtime"] () -> Double "pool::openmp::omp_get_wtime";
    ["openmp.omp_get_wtick"] () -> Double "pool::openmp::omp_get_wtick";
    ["openmp.omp_init_lock"] (Ints) -> Nothing "pool::openmp::omp_init_lock";
    ["openmp.omp_destroy_lock"] (Ints) -> Nothing "pool::openmp::omp_destroy_lock";
    ["openmp.omp_set_lock"] (Ints) -> Nothing "pool::openmp::omp_set_lock";
    ["openmp.omp_unset_lock"] (Ints) -> Nothing "pool::openmp::omp_unset_lock";
    ["openmp.omp_test_lock"] (Ints) -> Int "pool::openmp::omp_test_lock";
    ["libc.stdio.getline"] (Texts, Any, Any) -> Size "stdio::getline";
    ["libc.stdio.scanf"] (Chars) -> Int "stdio::scanf" variadic;
    ["libc.stdio.printf"] (Chars) -> Int "stdio::printf" variadic;
    ["libc.stdio.fprintf"] (Any, Chars) -> Int "stdio::fprintf" variadic;
    ["libc.stdio.sprintf"] (Chars, Chars) -> Int "stdio::sprintf" variadic;
    ["libc.stdio.snprintf"] (Chars, Size, Chars) -> Int "stdio::snprintf" variadic;
    ["libc.stdio.sscanf"] (Chars, Chars) -> Int "stdio::sscanf" variadic;
    ["libc.stdio.fscanf"] (Any, Chars) -> Int "stdio::fscanf" variadic;
    ["libc.time.time"] (Any) -> Long "mem::time";
    ["libc.time.clock"] () -> Long "mem::clock";
    ["libc.time.difftime"] (Long, Long) -> Double "libc::time::difftime";
    ["libc.time.mktime"] (Tm) -> Long "libc::time::mktime";
    ["libc.time.gmtime"] (Longs) -> Tm "libc::time::gmtime";
    ["libc.time.gmtime_r"] (Longs, Tm) -> Tm "libc::time::gmtime_r";
    ["libc.time.localtime"] (Longs) -> Tm "libc::time::localtime";
    ["libc.time.localtime_r"] (Longs, Tm) -> Tm "libc::time::localtime_r";
    ["libc.time.getdate"] (Chars) -> Tm "libc::time::getdate";
    ["libc.time.asctime"] (Tm) -> Chars "libc::time::asctime";
    ["libc.time.asctime_r"] (Tm, Chars) -> Chars "libc::time::asctime_r";
    ["libc.time.ctime"] (Longs) -> Chars "libc::time::ctime";
    ["libc.time.ctime_r"] (Longs, Chars) -> Chars "libc::time::ctime_r";
    ["libc.time.strftime"] (Chars, Size, Chars, Tm) -> Size "libc::time::strftime";
    ["libc.time.wcsftime"] (Ints, Size, Ints, Tm) -> Size "libc::time::wcsftime";
    ["libc.time.strptime"] (Chars, Chars, Tm) -> Chars "libc::time::strptime";
    ["libc.time.timespec_get"] (Any, Int) -> Int "libc::time::timespec_get";
    ["libc.time.tzset"] () -> Nothing "libc::time::tzset";
    ["libc.math.frexp", "libc.math.frexpl"] (Double, Ints) -> Double "libc::parts::frexp";
    ["libc.math.frexpf"] (Float, Ints) -> Float "libc::parts::frexpf";
    ["libc.math.modf", "libc.math.modfl"] (Double, Doubles) -> Double "libc::parts::modf";
    ["libc.math.modff"] (Float, Floats) -> Float "libc::parts::modff";
    ["libc.math.remquo", "libc.math.remquol"] (Double, Double, Ints) -> Double "libc::parts::remquo";
    ["libc.math.remquof"] (Float, Float, Ints) -> Float "libc::parts::remquof";
    ["libc.math.nan", "libc.math.nanl"] (Chars) -> Double "libc::parts::nan";
    ["libc.math.nanf"] (Chars) -> Float "libc::parts::nanf";
];

/// The function of this full name.
pub fn call(path: &str) -> Option<&'static CLibraryCall> {
    let rows = match path.split_once('.') {
        Some(("cpython", _)) => [CALLS, python::CALLS],
        Some(("numpy", _)) => [numpy::CALLS, &[]],
        _ => [CALLS, &[]],
    };
    rows.into_iter().flatten().find(|call| call.names.contains(&path))
}

/// The full names of all.
pub fn names() -> impl Iterator<Item = &'static str> {
    CALLS.iter().chain(python::CALLS).chain(numpy::CALLS).flat_map(|call| call.names.iter().copied())
}
