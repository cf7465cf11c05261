//! Catalogue rows of the builtins whose kernels are in this folder.
//!
//! Rows with exact dtypes come first: they take NumPy-rule numbers only, and what they leave is Python's.

use crate::catalogue::{Row, table};

table! {
    Call {
        ["builtins.abs"] "(i8) -> i8" npint::abs ["abs(numpy.int8(-128))"];
        ["builtins.abs"] "(i16) -> i16" npint::abs ["abs(numpy.int16(-3))"];
        ["builtins.abs"] "(i32) -> i32" npint::abs ["abs(numpy.int32(-3))"];
        ["builtins.abs"] "(i64) -> i64" npint::abs ["abs(numpy.int64(-2**63))"];
        ["builtins.abs"] "(u8) -> u8" npint::abs ["abs(numpy.uint8(200))"];
        ["builtins.abs"] "(u16) -> u16" npint::abs ["abs(numpy.uint16(3))"];
        ["builtins.abs"] "(u32) -> u32" npint::abs ["abs(numpy.uint32(3))"];
        ["builtins.abs"] "(u64) -> u64" npint::abs ["abs(numpy.uint64(2**64 - 1))"];
        ["builtins.abs"] "(f32) -> f32" npfloat::abs ["abs(numpy.float32(-0.0))"];
        ["builtins.abs"] "(f64) -> f64" npfloat::abs ["abs(numpy.float64(-0.0))"];
        ["builtins.abs"] "(c64) -> f32" npcomplex::abs ["abs(numpy.complex64(3 + 4j))"];
        ["builtins.abs"] "(c128) -> f64" npcomplex::abs ["abs(numpy.complex128(3 + 4j))"];
        ["builtins.abs"] "(int) -> int" int::abs(raises) ["abs(-3)", "abs(True)", "abs(-2**63)"];
        ["builtins.abs"] "(float) -> float" float::abs ["abs(-0.0)", "abs(-2.5)"];
        ["builtins.abs"] "(complex) -> float" complex::abs(raises) ["abs(3 - 4j)", "abs(1e308 + 1e308j)"];
        ["builtins.divmod"] "(int, int) -> (int, int)" int::divmod(raises) ["divmod(-7, 2)", "divmod(1, 0)"];
        ["builtins.divmod"] "(float, float) -> (float, float)" float::divmod(raises) ["divmod(-7.5, 2)", "divmod(1.0, 0)"];
        ["builtins.pow"] "(int, int, int) -> int" int::pow_mod(raises) ["pow(3, -1, 7)", "pow(2, 10, -7)", "pow(1, 1, 0)"];
        ["builtins.round"] "(int) -> int" math::whole ["round(5)", "round(True)"];
        ["builtins.round"] "(int, int) -> int" round::round_int(raises) ["round(25, -1)", "round(35, -1)"];
        ["builtins.round"] "(float) -> int" round::round_float(raises) ["round(2.5)", "round(1e300)", "round(float('nan'))"];
        ["builtins.round"] "(float, int) -> float" round::round_float_digits(raises) ["round(2.675, 2)", "round(15.0, -1)"];
    }
}

/// Conversions, and functions whose result type follows from more than the argument types.
pub const SPECIAL: &[Row] = &[
    Row::special(&["builtins.pow"], &["pow(2, 10)", "pow(2.0, 0.5)"]),
    Row::special(&["builtins.int"], &["int(2.9)", "int(-2.9)", "int(True)", "int(1e30)", "int(float('inf'))"]),
    Row::special(&["builtins.float"], &["float(3)", "float(2**53 + 1)", "float('1e3')"]),
    Row::special(&["builtins.bool"], &["bool(0.0)", "bool(float('nan'))", "bool(2)"]),
    Row::special(&["builtins.complex"], &["complex(1, 2)", "complex(1j, 1j)"]),
    Row::special(&["builtins.min"], &["min(1, 2)", "min(2.0, 2)", "min(0.0, -0.0)"]),
    Row::special(&["builtins.max"], &["max(1, 2)", "max(2, 2.0)", "max(-0.0, 0.0)"]),
    Row::special(&["builtins.sum"], &["sum([1, 2, 3])"]),
    Row::special(&["builtins.len"], &["len((1, 2))"]),
    Row::special(&["builtins.range"], &["range(3)"]),
    Row::special(&["builtins.ord"], &["ord('a')"]),
    Row::special(&["builtins.chr"], &["chr(97)"]),
];
