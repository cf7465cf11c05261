//! Constants of C's headers, on 64-bit Linux.

use num_bigint::BigInt;

use super::errors;
use crate::hir::Const;
use crate::ty::{Num, Repr};

const FLOATS: &[(&str, f64)] = &[
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
    ("libc.math.HUGE_VALL", f64::INFINITY),
    ("libc.math.e", std::f64::consts::E),
    ("libc.math.pi", std::f64::consts::PI),
    ("libc.float.DBL_EPSILON", f64::EPSILON),
    ("libc.float.DBL_MAX", f64::MAX),
    ("libc.float.DBL_MIN", f64::MIN_POSITIVE),
];

const INTEGERS: &[(&str, i128)] = &[
    ("cpython.object.Py_LT", 0),
    ("cpython.object.Py_LE", 1),
    ("cpython.object.Py_EQ", 2),
    ("cpython.object.Py_NE", 3),
    ("cpython.object.Py_GT", 4),
    ("cpython.object.Py_GE", 5),
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
    ("libc.stdint.INT_LEAST8_MIN", i8::MIN as i128),
    ("libc.stdint.INT_LEAST8_MAX", i8::MAX as i128),
    ("libc.stdint.UINT_LEAST8_MAX", u8::MAX as i128),
    ("libc.stdint.INT_LEAST16_MIN", i16::MIN as i128),
    ("libc.stdint.INT_LEAST16_MAX", i16::MAX as i128),
    ("libc.stdint.UINT_LEAST16_MAX", u16::MAX as i128),
    ("libc.stdint.INT_LEAST32_MIN", i32::MIN as i128),
    ("libc.stdint.INT_LEAST32_MAX", i32::MAX as i128),
    ("libc.stdint.UINT_LEAST32_MAX", u32::MAX as i128),
    ("libc.stdint.INT_LEAST64_MIN", i64::MIN as i128),
    ("libc.stdint.INT_LEAST64_MAX", i64::MAX as i128),
    ("libc.stdint.UINT_LEAST64_MAX", u64::MAX as i128),
    ("libc.stdint.INT_FAST8_MIN", i8::MIN as i128),
    ("libc.stdint.INT_FAST8_MAX", i8::MAX as i128),
    ("libc.stdint.UINT_FAST8_MAX", u8::MAX as i128),
    ("libc.stdint.INT_FAST16_MIN", i64::MIN as i128),
    ("libc.stdint.INT_FAST16_MAX", i64::MAX as i128),
    ("libc.stdint.UINT_FAST16_MAX", u64::MAX as i128),
    ("libc.stdint.INT_FAST32_MIN", i64::MIN as i128),
    ("libc.stdint.INT_FAST32_MAX", i64::MAX as i128),
    ("libc.stdint.UINT_FAST32_MAX", u64::MAX as i128),
    ("libc.stdint.INT_FAST64_MIN", i64::MIN as i128),
    ("libc.stdint.INT_FAST64_MAX", i64::MAX as i128),
    ("libc.stdint.UINT_FAST64_MAX", u64::MAX as i128),
    ("libc.stdint.INTPTR_MIN", i64::MIN as i128),
    ("libc.stdint.INTPTR_MAX", i64::MAX as i128),
    ("libc.stdint.INTMAX_MIN", i64::MIN as i128),
    ("libc.stdint.INTMAX_MAX", i64::MAX as i128),
    ("libc.stdint.PTRDIFF_MIN", i64::MIN as i128),
    ("libc.stdint.PTRDIFF_MAX", i64::MAX as i128),
    ("libc.stdint.UINTPTR_MAX", u64::MAX as i128),
    ("libc.stdint.UINTMAX_MAX", u64::MAX as i128),
    ("libc.stdint.SIG_ATOMIC_MIN", i32::MIN as i128),
    ("libc.stdint.SIG_ATOMIC_MAX", i32::MAX as i128),
    ("libc.stdint.WCHAR_MIN", i32::MIN as i128),
    ("libc.stdint.WCHAR_MAX", i32::MAX as i128),
    ("libc.stdint.WINT_MIN", 0),
    ("libc.stdint.WINT_MAX", u32::MAX as i128),
    ("libc.limits.MB_LEN_MAX", 16),
    ("libc.math.FP_NAN", 0),
    ("libc.math.FP_INFINITE", 1),
    ("libc.math.FP_ZERO", 2),
    ("libc.math.FP_SUBNORMAL", 3),
    ("libc.math.FP_NORMAL", 4),
    ("libc.stdio.FOPEN_MAX", 16),
    ("libc.stdio._IOFBF", 0),
    ("libc.stdio._IOLBF", 1),
    ("libc.stdio._IONBF", 2),
    ("libc.time.CLOCKS_PER_SEC", 1_000_000),
    ("libc.time.TIME_UTC", 1),
];

/// Constants of `<float.h>`, which Cython declares as `float` and `double`, whole numbers too.
const TYPED: &[(&str, Repr, f64)] = &[
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
    ("libc.float.DECIMAL_DIG", Repr::F64, 21.0),
    ("libc.math.HUGE_VALF", Repr::F32, f64::INFINITY),
    // Of the processor's 80 bits, as doubles.
    ("libc.float.LDBL_DIG", Repr::F64, 18.0),
    ("libc.float.LDBL_MANT_DIG", Repr::F64, 64.0),
    ("libc.float.LDBL_MIN_EXP", Repr::F64, -16381.0),
    ("libc.float.LDBL_MAX_EXP", Repr::F64, 16384.0),
    ("libc.float.LDBL_MIN_10_EXP", Repr::F64, -4931.0),
    ("libc.float.LDBL_MAX_10_EXP", Repr::F64, 4932.0),
    ("libc.float.LDBL_EPSILON", Repr::F64, f64::EPSILON / 2048.0),
    ("libc.float.LDBL_MIN", Repr::F64, 0.0),
    ("libc.float.LDBL_MAX", Repr::F64, f64::INFINITY),
];

/// The type and value of a constant of `<float.h>` by its full name.
pub fn typed(path: &str) -> Option<(Num, f64)> {
    TYPED.iter().find(|(name, ..)| *name == path).map(|(_, repr, value)| (Num::c(*repr), *value))
}

/// The value of a constant by its full name.
pub fn constant(path: &str) -> Option<Const> {
    let float = FLOATS.iter().find(|(name, _)| *name == path).map(|(_, value)| Const::Float(*value));
    let integer = || INTEGERS.iter().find(|(name, _)| *name == path).map(|(_, value)| Const::Int(BigInt::from(*value)));
    let error = || errors::number(path).map(|value| Const::Int(BigInt::from(value)));
    float.or_else(integer).or_else(error)
}

/// The full names of all.
pub fn names() -> impl Iterator<Item = &'static str> {
    let floats = FLOATS.iter().map(|(name, _)| *name);
    let integers = INTEGERS.iter().map(|(name, _)| *name);
    floats.chain(integers).chain(TYPED.iter().map(|(name, ..)| *name)).chain(errors::names())
}
