//! `f32` and `f64` behind one trait, for kernels under NumPy's rules.

use crate::math::libm;

/// A real floating-point number. Functions of the C library unless said otherwise.
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
    ($type:ident, $($method:ident => $function:ident ($($argument:ident),*);)*) => {
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
            #[inline(always)]
            fn is_nan(self) -> bool { $type::is_nan(self) }
            #[inline(always)]
            fn is_infinite(self) -> bool { $type::is_infinite(self) }
            #[inline(always)]
            fn is_finite(self) -> bool { $type::is_finite(self) }
            #[inline(always)]
            fn is_sign_negative(self) -> bool { $type::is_sign_negative(self) }
            #[inline(always)]
            fn copysign(self, sign: Self) -> Self { $type::copysign(self, sign) }
            #[inline(always)]
            fn abs(self) -> Self { $type::abs(self) }
            #[inline(always)]
            fn sqrt(self) -> Self { $type::sqrt(self) }
            #[inline(always)]
            fn floor(self) -> Self { $type::floor(self) }
            #[inline(always)]
            fn ceil(self) -> Self { $type::ceil(self) }
            #[inline(always)]
            fn trunc(self) -> Self { $type::trunc(self) }
            // Rust's builtins: correctly rounded
            #[inline]
            fn cbrt(self) -> Self { $type::cbrt(self) }
            #[inline(always)]
            fn round_ties_even(self) -> Self { $type::round_ties_even(self) }
            $(
                #[inline(always)]
                fn $method(self, $($argument: Self),*) -> Self { libm::$function(self, $($argument),*) }
            )*
        }
    };
}

real! { f64,
    fmod => fmod(other); exp => exp(); exp2 => exp2(); expm1 => expm1(); log => log(); log2 => log2();
    log10 => log10(); log1p => log1p(); sin => sin(); cos => cos(); tan => tan(); asin => asin();
    acos => acos(); atan => atan(); atan2 => atan2(x); sinh => sinh(); cosh => cosh(); tanh => tanh();
    asinh => asinh(); acosh => acosh(); atanh => atanh(); hypot => hypot(other);
    pow => pow(exponent); nextafter => nextafter(towards);
}
real! { f32,
    fmod => fmodf(other); exp => expf(); exp2 => exp2f(); expm1 => expm1f(); log => logf(); log2 => log2f();
    log10 => log10f(); log1p => log1pf(); sin => sinf(); cos => cosf(); tan => tanf(); asin => asinf();
    acos => acosf(); atan => atanf(); atan2 => atan2f(x); sinh => sinhf(); cosh => coshf(); tanh => tanhf();
    asinh => asinhf(); acosh => acoshf(); atanh => atanhf(); hypot => hypotf(other);
    pow => powf(exponent); nextafter => nextafterf(towards);
}
