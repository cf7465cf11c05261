//! Complex functions of the C library.

use num_complex::Complex;

/// The C library's own, on numbers of one size.
macro_rules! complex {
    ($part:ty: $($name:ident)* ; $($two:ident)* ; $($real:ident)*) => {
        $(
            #[doc = concat!("C's `", stringify!($name), "`.")]
            pub fn $name(z: Complex<$part>) -> Complex<$part> {
                // SAFETY: a C function on numbers; C passes a complex number as a struct of its parts.
                unsafe { c::$name(z) }
            }
        )*
        $(
            #[doc = concat!("C's `", stringify!($two), "`.")]
            pub fn $two(x: Complex<$part>, y: Complex<$part>) -> Complex<$part> {
                // SAFETY: as above.
                unsafe { c::$two(x, y) }
            }
        )*
        $(
            #[doc = concat!("C's `", stringify!($real), "`.")]
            pub fn $real(z: Complex<$part>) -> $part {
                // SAFETY: as above.
                unsafe { c::$real(z) }
            }
        )*
        mod c {
            use super::*;
            #[cfg_attr(unix, link(name = "m"))]
            unsafe extern "C" {
                $(pub fn $name(z: Complex<$part>) -> Complex<$part>;)*
                $(pub fn $two(x: Complex<$part>, y: Complex<$part>) -> Complex<$part>;)*
                $(pub fn $real(z: Complex<$part>) -> $part;)*
            }
        }
    };
}

mod double {
    use super::Complex;
    complex! {
        f64:
        cacos casin catan ccos csin ctan cacosh casinh catanh ccosh csinh ctanh cexp clog clog10 csqrt conj cproj;
        cpow;
        cabs carg cimag creal
    }
}

mod single {
    use super::Complex;
    complex! {
        f32:
        cacosf casinf catanf ccosf csinf ctanf cacoshf casinhf catanhf ccoshf csinhf ctanhf cexpf clogf csqrtf conjf
        cprojf;
        cpowf;
        cabsf cargf cimagf crealf
    }
}

pub use double::*;
pub use single::*;
