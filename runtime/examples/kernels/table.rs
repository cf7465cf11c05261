//! The kernels by name.

use std::collections::BTreeMap;

use pyrx_runtime::{C128, cint, cmath, cmp, complex, conv, float, int, math, np, npcomplex, npfloat, npint, round};

use crate::{Job, Kernel};

type Table = BTreeMap<String, Job>;

/// `name.type => path::<type>` for each of the types.
macro_rules! generic {
    ($table:ident; [$($type:ident)*] $rest:tt) => {$( generic!(@ $table; $type $rest); )*};
    (@ $table:ident; $type:ident { $($($path:ident)::+;)* }) => {$(
        $table.insert(format!("{}.{}", stringify!($($path)::+).replace(' ', ""), stringify!($type)), $($path)::+::<$type>.job());
    )*};
}

/// `name => path` as it stands.
macro_rules! single {
    ($table:ident; $($($path:ident)::+;)*) => {$(
        $table.insert(stringify!($($path)::+).replace(' ', ""), $($path)::+.job());
    )*};
}

pub fn table() -> Table {
    let mut table = Table::new();
    integers(&mut table);
    floats(&mut table);
    conversions(&mut table);
    mathematics(&mut table);
    complex_mathematics(&mut table);
    ufuncs(&mut table);
    table
}

fn integers(table: &mut Table) {
    generic! { table; [i8 i16 i32 i64 u8 u16 u32 u64] {
        int::add; int::sub; int::mul; int::neg; int::abs; int::invert; int::floordiv; int::rem; int::divmod; int::pow;
        int::shl; int::shr; int::truediv;
        cint::floordiv; cint::rem; cint::cdiv; cint::crem; cint::truediv; cint::pow; cint::shl; cint::shr;
        cint::add_checked; cint::sub_checked; cint::mul_checked; cint::abs_checked; cint::shl_checked;
        npint::floordiv; npint::rem; npint::fmod; npint::pow; npint::shl; npint::shr; npint::truediv; npint::abs;
        npint::sign; npint::reciprocal;
        cmp::int_float; conv::exact_float; conv::int_to_float;
    }}
    single! { table; int::pow_mod; round::round_int; }
    table.insert("cmp::ints.i64.u64".into(), cmp::ints::<i64, u64>.job());
}

fn floats(table: &mut Table) {
    generic! { table; [f32 f64] {
        npfloat::divmod; npfloat::floordiv; npfloat::rem; npfloat::pow;
        npcomplex::mul; npcomplex::div; npcomplex::pow; npcomplex::abs;
    }}
    single! { table;
        float::div; float::floordiv; float::rem; float::divmod; float::pow;
        complex::mul; complex::div; complex::pow; complex::abs;
        round::round_float; round::round_float_digits;
    }
}

macro_rules! casts {
    ($table:ident; [$($from:ident)*] $to:tt) => {$( casts!(@ $table; $from $to); )*};
    (@ $table:ident; $from:ident [$($to:ident)*]) => {$(
        $table.insert(format!("cast.{}.{}", stringify!($from), stringify!($to)), conv::cast::<$from, $to>.job());
    )*};
}

fn conversions(table: &mut Table) {
    use pyrx_runtime::C64;
    casts! { table;
        [bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 C64 C128] [bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 C64 C128]
    }
    single! { table; conv::float_to_int; }
}

fn mathematics(table: &mut Table) {
    single! { table;
        math::acos; math::acosh; math::asin; math::asinh; math::atan; math::atan2; math::atanh; math::cbrt;
        math::ceil; math::comb; math::copysign; math::cos; math::cosh; math::degrees; math::erf; math::erfc;
        math::exp; math::exp2; math::expm1; math::fabs; math::factorial; math::floor; math::fmod; math::frexp;
        math::gamma; math::gcd; math::gcd3; math::hypot1; math::hypot2; math::hypot3; math::hypot4; math::isclose; math::isclose_default;
        math::isfinite; math::isinf; math::isnan; math::isqrt; math::lcm; math::lcm3; math::ldexp; math::lgamma;
        math::log; math::log10; math::log1p; math::log2; math::log_base; math::modf; math::nextafter; math::perm;
        math::perm_all; math::pow; math::radians; math::remainder; math::sin; math::sinh; math::sqrt; math::tan;
        math::tanh; math::trunc; math::ulp;
    }
    table.insert("math::fsum4".into(), (|a: f64, b: f64, c: f64, d: f64| math::fsum([a, b, c, d])).job());
    table.insert("math::dist".into(), (|a: f64, b: f64, c: f64, d: f64| math::dist(&[a, b], &[c, d])).job());
}

fn complex_mathematics(table: &mut Table) {
    single! { table;
        cmath::acos; cmath::acosh; cmath::asin; cmath::asinh; cmath::atan; cmath::atanh; cmath::cos; cmath::cosh;
        cmath::exp; cmath::isclose; cmath::isclose_default; cmath::isfinite; cmath::isinf; cmath::isnan; cmath::log;
        cmath::log_base; cmath::log10; cmath::phase; cmath::polar; cmath::rect; cmath::sin; cmath::sinh; cmath::sqrt;
        cmath::tan; cmath::tanh;
    }
}

fn ufuncs(table: &mut Table) {
    generic! { table; [i8 i16 i32 i64 u8 u16 u32 u64] {
        np::add; np::subtract; np::multiply; np::negative; np::square; np::maximum; np::minimum; np::fmax; np::fmin;
        np::equal; np::less; np::less_equal; np::greater; np::greater_equal; np::not_equal; np::gcd; np::lcm;
        np::bitwise_and; np::bitwise_or; np::bitwise_xor; np::invert;
        np::logical_and; np::logical_or; np::logical_xor; np::logical_not; np::clip; npint::divmod;
    }}
    generic! { table; [f32 f64] {
        np::sqrt; np::cbrt; np::exp; np::exp2; np::expm1; np::log; np::log2; np::log10; np::log1p; np::sin; np::cos;
        np::tan; np::arcsin; np::arccos; np::arctan; np::sinh; np::cosh; np::tanh; np::arcsinh; np::arccosh;
        np::arctanh; np::arctan2; np::hypot; np::radians; np::degrees; np::logaddexp; np::logaddexp2; np::sinc;
        np::angle; np::add; np::subtract; np::multiply; np::divide; np::negative; np::square; np::reciprocal;
        np::maximum; np::minimum; np::fmax; np::fmin; np::heaviside; np::sign; np::equal; np::not_equal; np::less;
        np::less_equal; np::greater; np::greater_equal; np::isnan; np::isinf; np::isfinite; np::signbit; np::floor;
        np::ceil; np::trunc; np::rint; np::fabs; np::copysign; np::nextafter; np::spacing; np::round; np::modf;
        np::logical_and; np::logical_or; np::logical_xor; np::logical_not; npfloat::fmod; np::clip;
        np::complex::log2; np::complex::log10; np::complex::exp2; np::complex::log1p; np::complex::expm1;
        np::complex::square; np::complex::reciprocal; np::complex::sign; np::complex::angle;
    }}
    use pyrx_runtime::C64;
    generic! { table; [C64 C128] {
        np::complex::sqrt; np::complex::exp; np::complex::log; np::complex::sin; np::complex::cos; np::complex::tan;
        np::complex::arcsin; np::complex::arccos; np::complex::arctan; np::complex::sinh; np::complex::cosh;
        np::complex::tanh; np::complex::arcsinh; np::complex::arccosh; np::complex::arctanh; np::add; np::multiply;
        np::maximum; np::minimum; np::fmax; np::fmin; np::less; np::less_equal; np::greater; np::greater_equal;
        np::equal; np::logical_and; np::logical_not;
    }}
    table.insert("np::less_mixed.i64.u64".into(), np::less_mixed::<i64, u64>.job());
    table.insert("np::greater_equal_mixed.u64.i64".into(), np::greater_equal_mixed::<u64, i64>.job());
}
