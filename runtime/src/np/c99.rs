//! The C library's complex functions, which NumPy calls, for both precisions.

use num_complex::Complex;

/// The parts of `f32` and `f64` complex numbers that are functions of the C library.
pub trait Library: Sized {
    fn sqrt(z: Self) -> Self;
    fn exp(z: Self) -> Self;
    fn log(z: Self) -> Self;
    fn sin(z: Self) -> Self;
    fn cos(z: Self) -> Self;
    fn tan(z: Self) -> Self;
    fn asin(z: Self) -> Self;
    fn acos(z: Self) -> Self;
    fn atan(z: Self) -> Self;
    fn sinh(z: Self) -> Self;
    fn cosh(z: Self) -> Self;
    fn tanh(z: Self) -> Self;
    fn asinh(z: Self) -> Self;
    fn acosh(z: Self) -> Self;
    fn atanh(z: Self) -> Self;
    fn pow(z: Self, exponent: Self) -> Self;
}

macro_rules! library {
    ($module:ident $float:ident $power:literal { $($method:ident $symbol:literal, $fallback:ident;)* }) => {
        #[cfg(unix)]
        mod $module {
            use num_complex::Complex;
            // a struct of two floats is passed and returned as C's complex number is
            #[allow(improper_ctypes)]
            unsafe extern "C" {
                $(
                    #[link_name = $symbol]
                    pub fn $method(z: Complex<$float>) -> Complex<$float>;
                )*
                #[link_name = $power]
                pub fn pow(z: Complex<$float>, exponent: Complex<$float>) -> Complex<$float>;
            }
        }
        impl Library for Complex<$float> {
            $(
                #[inline]
                fn $method(z: Self) -> Self {
                    // SAFETY: a C function on numbers
                    #[cfg(unix)]
                    return unsafe { $module::$method(z) };
                    #[cfg(not(unix))]
                    return z.$fallback();
                }
            )*
            #[inline]
            fn pow(z: Self, exponent: Self) -> Self {
                // SAFETY: a C function on numbers
                #[cfg(unix)]
                return unsafe { $module::pow(z, exponent) };
                #[cfg(not(unix))]
                return z.powc(exponent);
            }
        }
    };
}

library! { wide f64 "cpow" {
    sqrt "csqrt", sqrt; exp "cexp", exp; log "clog", ln; sin "csin", sin; cos "ccos", cos; tan "ctan", tan;
    asin "casin", asin; acos "cacos", acos; atan "catan", atan; sinh "csinh", sinh; cosh "ccosh", cosh;
    tanh "ctanh", tanh; asinh "casinh", asinh; acosh "cacosh", acosh; atanh "catanh", atanh;
}}
library! { narrow f32 "cpowf" {
    sqrt "csqrtf", sqrt; exp "cexpf", exp; log "clogf", ln; sin "csinf", sin; cos "ccosf", cos; tan "ctanf", tan;
    asin "casinf", asin; acos "cacosf", acos; atan "catanf", atan; sinh "csinhf", sinh; cosh "ccoshf", cosh;
    tanh "ctanhf", tanh; asinh "casinhf", asinh; acosh "cacoshf", acosh; atanh "catanhf", atanh;
}}
