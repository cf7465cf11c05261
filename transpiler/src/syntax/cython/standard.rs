//! What `from libc.math cimport *` brings: the names of C's headers that pyrx knows. `types::libc` says what they are.

const MEMBERS: [(&str, &str); 10] = [
    ("cpython.array", "array clone copy extend extend_buffer resize resize_smart zero"),
    ("libc.errno", "EDOM ERANGE"),
    (
        "libc.float",
        "DBL_DIG DBL_EPSILON DBL_MANT_DIG DBL_MAX DBL_MAX_10_EXP DBL_MAX_EXP DBL_MIN DBL_MIN_10_EXP DBL_MIN_EXP FLT_DIG \
         FLT_EPSILON FLT_MANT_DIG FLT_MAX FLT_MAX_10_EXP FLT_MAX_EXP FLT_MIN FLT_MIN_10_EXP FLT_MIN_EXP FLT_RADIX",
    ),
    (
        "libc.limits",
        "CHAR_BIT CHAR_MAX CHAR_MIN INT_MAX INT_MIN LLONG_MAX LLONG_MIN LONG_MAX LONG_MIN SCHAR_MAX SCHAR_MIN SHRT_MAX \
         SHRT_MIN UCHAR_MAX UINT_MAX ULLONG_MAX ULONG_MAX USHRT_MAX",
    ),
    (
        "libc.math",
        "HUGE_VAL INFINITY M_1_PI M_2_PI M_2_SQRTPI M_E M_LN10 M_LN2 M_LOG10E M_LOG2E M_PI M_PI_2 M_PI_4 M_SQRT1_2 \
         M_SQRT2 NAN acos acosf acosh acoshf asin asinf asinh asinhf atan atan2 atan2f atanf atanh atanhf cbrt cbrtf \
         ceil ceilf copysign copysignf cos cosf cosh coshf erf erfc erfcf erff exp exp2 exp2f expf expm1 expm1f fabs \
         fabsf fdim fdimf floor floorf fma fmaf fmax fmaxf fmin fminf fmod fmodf hypot hypotf ilogb isfinite isinf \
         isnan isnormal ldexp lgamma lgammaf llrint llround log log10 log10f log1p log1pf log2 log2f logb logbf logf \
         lrint lround nearbyint nearbyintf nextafter nextafterf pow powf remainder remainderf rint rintf round roundf \
         scalbn signbit sin sinf sinh sinhf sqrt sqrtf tan tanf tanh tanhf tgamma tgammaf trunc truncf",
    ),
    (
        "libc.stdint",
        "INT16_MAX INT16_MIN INT32_MAX INT32_MIN INT64_MAX INT64_MIN INT8_MAX INT8_MIN SIZE_MAX UINT16_MAX UINT32_MAX \
         UINT64_MAX UINT8_MAX int16_t int32_t int64_t int8_t int_fast8_t int_least8_t intmax_t intptr_t uint16_t \
         uint32_t uint64_t uint8_t uint_fast8_t uint_least8_t uintmax_t uintptr_t",
    ),
    (
        "libc.stdio",
        "BUFSIZ EOF FILE FILENAME_MAX SEEK_CUR SEEK_END SEEK_SET fclose feof ferror fflush fgetc fgets fopen fprintf \
         fputc fputs fread fscanf fseek ftell fwrite getc getchar perror printf putc putchar puts remove snprintf \
         sprintf sscanf stderr stdin stdout ungetc",
    ),
    (
        "libc.stdlib",
        "EXIT_FAILURE EXIT_SUCCESS RAND_MAX abs atof atoi atol atoll bsearch calloc free labs llabs malloc qsort rand \
         realloc srand strtod strtol strtoll strtoul strtoull",
    ),
    (
        "libc.string",
        "memchr memcmp memcpy memmove memset strcat strchr strcmp strcpy strlen strncmp strncpy strrchr strstr",
    ),
    ("libc.time", "clock time"),
];

/// The names of a module of C's; none of others.
pub fn members(module: &str) -> impl Iterator<Item = &'static str> {
    let names = MEMBERS.iter().find(|(known, _)| *known == module).map_or("", |(_, names)| names);
    names.split_ascii_whitespace()
}
