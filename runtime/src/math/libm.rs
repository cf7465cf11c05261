//! The C library's mathematical functions, the ones CPython calls: the same process, so the same bits.

use std::ffi::c_int;
use std::sync::OnceLock;

macro_rules! library {
    ($($double:ident / $single:ident ($($argument:ident),+);)*) => {
        mod c {
            #[cfg_attr(unix, link(name = "m"))]
            unsafe extern "C" {
                $(pub fn $double($($argument: f64),+) -> f64;
                pub fn $single($($argument: f32),+) -> f32;)*
                pub fn ldexp(x: f64, exponent: std::ffi::c_int) -> f64;
                pub fn frexp(x: f64, exponent: *mut std::ffi::c_int) -> f64;
            }
        }
        $(
            #[inline(always)]
            pub fn $double($($argument: f64),+) -> f64 {
                // SAFETY: a C function on numbers; it reads and writes no memory of ours
                unsafe { c::$double($(fence($argument)),+) }
            }
            #[inline(always)]
            pub fn $single($($argument: f32),+) -> f32 {
                // SAFETY: as above
                unsafe { c::$single($($argument),+) }
            }
        )*
    };
}

library! {
    exp / expf (x);
    exp2 / exp2f (x);
    expm1 / expm1f (x);
    log / logf (x);
    log2 / log2f (x);
    log10 / log10f (x);
    log1p / log1pf (x);
    sin / sinf (x);
    cos / cosf (x);
    tan / tanf (x);
    asin / asinf (x);
    acos / acosf (x);
    atan / atanf (x);
    atan2 / atan2f (y, x);
    sinh / sinhf (x);
    cosh / coshf (x);
    tanh / tanhf (x);
    asinh / asinhf (x);
    acosh / acoshf (x);
    atanh / atanhf (x);
    erf / erff (x);
    erfc / erfcf (x);
    hypot / hypotf (x, y);
    pow / powf (x, y);
    fmod / fmodf (x, y);
    remainder / remainderf (x, y);
    nextafter / nextafterf (x, y);
}

/// Hides a value from the optimiser, which would otherwise rewrite `pow(x, 2.0)` to `x * x` and fold calls on
/// constants: either may differ from the library in the last bit.
#[inline(always)]
fn fence(x: f64) -> f64 {
    #[cfg(target_arch = "x86_64")]
    {
        let mut x = x;
        // SAFETY: no instruction at all
        unsafe { std::arch::asm!("/* {0} */", inout(xmm_reg) x, options(pure, nomem, nostack, preserves_flags)) }
        x
    }
    #[cfg(target_arch = "aarch64")]
    {
        let mut x = x;
        // SAFETY: no instruction at all
        unsafe { std::arch::asm!("/* {0:d} */", inout(vreg) x, options(pure, nomem, nostack, preserves_flags)) }
        x
    }
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    std::hint::black_box(x)
}

/// `x * 2**exponent`, rounded once.
pub fn ldexp(x: f64, exponent: i64) -> f64 {
    // beyond these bounds the result no longer changes
    let exponent = exponent.clamp(-5000, 5000) as c_int;
    // SAFETY: a C function on numbers
    unsafe { c::ldexp(x, exponent) }
}

/// Mantissa in [0.5, 1) and exponent; `x` itself and 0 for zeros, infinities and nan.
pub fn frexp(x: f64) -> (f64, i64) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let mut exponent: c_int = 0;
    // SAFETY: the pointer is to a local that lives through the call
    let mantissa = unsafe { c::frexp(x, &mut exponent) };
    (mantissa, i64::from(exponent))
}

/// The C library's `cbrt`. Looked up by name at run time: Rust's own builtins carry another one, correctly rounded,
/// which the linker would take.
pub fn cbrt(x: f64) -> f64 {
    type Function = unsafe extern "C" fn(f64) -> f64;
    static FOUND: OnceLock<Option<Function>> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        // SAFETY: the name is a C string
        let address = unsafe { libc::dlsym(libc::RTLD_DEFAULT, c"cbrt".as_ptr()) };
        // SAFETY: a function of that name has that type (C11 7.12.7.1); null is `None`
        unsafe { std::mem::transmute::<*mut libc::c_void, Option<Function>>(address) }
    });
    match found {
        // SAFETY: a C function on numbers
        Some(function) => unsafe { function(x) },
        None => x.cbrt(),
    }
}
