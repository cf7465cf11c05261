//! `f32` and `f64` behind one trait, for kernels under NumPy's rules.

use crate::math::libm;
use crate::np::accurate;

/// A real floating-point number.
pub trait Real:
    Copy
    + PartialOrd
    + Default
    + std::fmt::Debug
    + Send
    + Sync
    + 'static
    + std::ops::Add<Output = Self>
    + std::ops::Sub<Output = Self>
    + std::ops::Mul<Output = Self>
    + std::ops::Div<Output = Self>
    + std::ops::Neg<Output = Self>
{
    const ZERO: Self;
    const ONE: Self;
    const HALF: Self;
    const NAN: Self;
    const INFINITY: Self;
    const PI: Self;
    const LN_2: Self;
    const LOG2_E: Self;

    fn from_f64(x: f64) -> Self;
    fn to_f64(self) -> f64;
    fn is_nan(self) -> bool;
    fn is_infinite(self) -> bool;
    fn is_finite(self) -> bool;
    fn is_sign_negative(self) -> bool;
    fn copysign(self, sign: Self) -> Self;
    fn abs(self) -> Self;
    fn sqrt(self) -> Self;
    fn floor(self) -> Self;
    fn ceil(self) -> Self;
    fn trunc(self) -> Self;
    fn round_ties_even(self) -> Self;
    fn fmod(self, other: Self) -> Self;
    fn exp(self) -> Self;
    fn exp2(self) -> Self;
    fn expm1(self) -> Self;
    fn log(self) -> Self;
    fn log2(self) -> Self;
    fn log10(self) -> Self;
    fn log1p(self) -> Self;
    fn sin(self) -> Self;
    fn cos(self) -> Self;
    fn tan(self) -> Self;
    fn asin(self) -> Self;
    fn acos(self) -> Self;
    fn atan(self) -> Self;
    fn atan2(self, x: Self) -> Self;
    fn sinh(self) -> Self;
    fn cosh(self) -> Self;
    fn tanh(self) -> Self;
    fn asinh(self) -> Self;
    fn acosh(self) -> Self;
    fn atanh(self) -> Self;
    fn cbrt(self) -> Self;
    fn hypot(self, other: Self) -> Self;
    fn pow(self, exponent: Self) -> Self;
    fn nextafter(self, towards: Self) -> Self;
}

macro_rules! real {
    ($type:ident { $($method:ident => $function:path, ($($argument:ident),*);)* } through f64 { $($wide:ident ($($other:ident),*);)* }) => {
        impl Real for $type {
            const ZERO: Self = 0.0;
            const ONE: Self = 1.0;
            const HALF: Self = 0.5;
            const NAN: Self = $type::NAN;
            const INFINITY: Self = $type::INFINITY;
            const PI: Self = std::$type::consts::PI;
            const LN_2: Self = std::$type::consts::LN_2;
            const LOG2_E: Self = std::$type::consts::LOG2_E;

            #[inline(always)]
            fn from_f64(x: f64) -> Self { x as $type }
            #[inline(always)]
            fn to_f64(self) -> f64 { self as f64 }
            $(
                #[inline(always)]
                fn $method(self, $($argument: Self),*) -> Self { $function(self, $($argument),*) }
            )*
            $(
                #[inline]
                fn $wide(self, $($other: Self),*) -> Self { Real::$wide(self as f64, $($other as f64),*) as $type }
            )*
            #[inline(always)]
            fn is_nan(self) -> bool { $type::is_nan(self) }
            #[inline(always)]
            fn is_infinite(self) -> bool { $type::is_infinite(self) }
            #[inline(always)]
            fn is_finite(self) -> bool { $type::is_finite(self) }
            #[inline(always)]
            fn is_sign_negative(self) -> bool { $type::is_sign_negative(self) }
        }
    };
}

// Each function errs by less than a unit in the last place: the C library's where it is that good (cbrt: Rust's own
// builtins), else `np::accurate`, and in single precision the double one.
real! { f64 {
    copysign => f64::copysign, (sign); abs => f64::abs, (); sqrt => f64::sqrt, (); floor => f64::floor, ();
    ceil => f64::ceil, (); trunc => f64::trunc, (); round_ties_even => f64::round_ties_even, ();
    fmod => libm::fmod, (other); nextafter => libm::nextafter, (towards);
    exp => libm::exp, (); exp2 => libm::exp2, (); expm1 => libm::expm1, ();
    log => libm::log, (); log2 => libm::log2, (); log10 => accurate::log10, (); log1p => libm::log1p, ();
    sin => libm::sin, (); cos => libm::cos, (); tan => libm::tan, ();
    asin => libm::asin, (); acos => libm::acos, (); atan => libm::atan, (); atan2 => libm::atan2, (x);
    sinh => accurate::sinh, (); cosh => accurate::cosh, (); tanh => accurate::tanh, ();
    asinh => accurate::asinh, (); acosh => accurate::acosh, (); atanh => accurate::atanh, ();
    cbrt => f64::cbrt, (); hypot => libm::hypot, (other); pow => libm::pow, (exponent);
} through f64 {}}
real! { f32 {
    copysign => f32::copysign, (sign); abs => f32::abs, (); sqrt => f32::sqrt, (); floor => f32::floor, ();
    ceil => f32::ceil, (); trunc => f32::trunc, (); round_ties_even => f32::round_ties_even, ();
    fmod => libm::fmodf, (other); nextafter => libm::nextafterf, (towards);
    exp => libm::expf, (); exp2 => libm::exp2f, (); log => libm::logf, (); log2 => libm::log2f, ();
    sin => libm::sinf, (); cos => libm::cosf, (); cbrt => f32::cbrt, (); hypot => libm::hypotf, (other);
    pow => libm::powf, (exponent);
} through f64 {
    expm1(); log10(); log1p(); tan(); asin(); acos(); atan(); atan2(x);
    sinh(); cosh(); tanh(); asinh(); acosh(); atanh();
}}
