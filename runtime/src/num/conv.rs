//! Conversions between representations: Python's (exact or a raise), NumPy's and C's (total).

use crate::num::{C64, C128, Int};
use crate::raise::{Cause, Exc, Raise, Value};

/// 2^63: the first float above `i64`.
const TWO_63: f64 = 9223372036854775808.0;

/// 2^31: the first float above `i32`.
const TWO_31: f64 = 2147483648.0;

#[cold]
#[inline(never)]
pub(crate) fn float_fails(operation: &'static str, x: f64) -> Raise {
    let class = if x.is_nan() { Exc::ValueError } else { Exc::OverflowError };
    Raise::new(Cause::Redo(class, operation, vec![Value::Float(x)]))
}

/// An integral float as an integer. Outside 64 bits an escape; infinities and nan fail as `operation` does.
#[inline(always)]
pub(crate) fn integral(x: f64, operation: &'static str) -> Result<i64, Raise> {
    if (-TWO_63..TWO_63).contains(&x) { Ok(x as i64) } else { Err(integral_fails(x, operation)) }
}

#[cold]
#[inline(never)]
fn integral_fails(x: f64, operation: &'static str) -> Raise {
    if x.is_finite() { Raise::escape("integer value of a float leaves 64 bits") } else { float_fails(operation, x) }
}

/// `int(x)`: towards zero.
#[inline(always)]
pub fn float_to_int(x: f64) -> Result<i64, Raise> {
    integral(x, "builtins.int")
}

/// `float(x)`: to nearest, ties to even.
#[inline(always)]
pub fn int_to_float<T: Int>(x: T) -> f64 {
    x.to_f64()
}

/// The same value as a float, where a variable is an integer on one path and a float on another.
#[inline(always)]
pub fn exact_float<T: Int>(x: T) -> Result<f64, Raise> {
    const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
    if T::BITS <= f64::MANTISSA_DIGITS || x.unsigned_abs() <= EXACT || x.to_f64() as i128 == x.to_i128() {
        return Ok(x.to_f64());
    }
    Err(Raise::plain(Exc::OverflowError, "integer too large for a float to hold exactly"))
}

/// An integer in another width under Python's rules: an escape where it does not fit.
#[inline(always)]
pub fn to_int<F: Int, T: Int>(x: F) -> Result<T, Raise> {
    T::from_i128(x.to_i128()).ok_or_else(|| Raise::escape("integer value leaves its width"))
}

/// An integer in another width, as a conversion to a sized type checks it.
#[inline(always)]
pub fn narrow<F: Int, T: Int>(x: F) -> Result<T, Raise> {
    T::from_i128(x.to_i128()).ok_or_else(|| narrow_fails(x.is_negative() && !T::SIGNED))
}

#[cold]
#[inline(never)]
fn narrow_fails(negative: bool) -> Raise {
    let message = if negative { "can't convert negative value to unsigned" } else { "value too large to convert" };
    Raise::plain(Exc::OverflowError, message)
}

/// `x` as `To`, as C and NumPy's `astype` convert: integers wrap, floats go towards zero, complex numbers lose their
/// imaginary part, and anything but zero is true.
///
/// Floats outside an integer type give what NumPy gives on x86-64: the least value for `i32` and `i64`, the low bits
/// of the `i32` for narrower types, of the `i64` for `u32` (where NumPy's vector loop differs from its scalar one).
#[inline(always)]
pub fn cast<From: Cast<To>, To>(x: From) -> To {
    x.cast()
}

/// As [`cast`] of a float to an integer, for one value: what LLVM cannot compute in vectors anyway takes one instruction.
#[inline(always)]
pub fn cast_alone<From: CastAlone<To>, To>(x: From) -> To {
    x.cast_alone()
}

/// The conversion behind [`cast_alone`].
pub trait CastAlone<To>: Copy {
    fn cast_alone(self) -> To;
}

/// The conversion behind [`cast`].
pub trait Cast<To>: Copy {
    fn cast(self) -> To;
}

/// The instruction's own answer to what does not fit is the one wanted. AVX-512 converts vectors: LLVM must see there
/// what is meant.
#[cfg(all(target_arch = "x86_64", not(target_feature = "avx512dq")))]
#[inline(always)]
fn to_i64(x: f64) -> i64 {
    use std::arch::x86_64::{_mm_cvttsd_si64, _mm_set_sd};
    // SAFETY: every x86-64 has SSE2
    unsafe { _mm_cvttsd_si64(_mm_set_sd(x)) }
}

#[cfg(not(all(target_arch = "x86_64", not(target_feature = "avx512dq"))))]
#[inline(always)]
fn to_i64(x: f64) -> i64 {
    // SAFETY: the truncated value is within the type. (`-TWO_63` is its least value, which is the answer to the rest, too.)
    if x.abs() < TWO_63 { unsafe { x.to_int_unchecked() } } else { i64::MIN }
}

#[inline(always)]
fn to_i32(x: f64) -> i32 {
    // SAFETY: the truncated value is within the type. (What is nearly as small as `-TWO_31` truncates to the answer to the rest.)
    if x.abs() < TWO_31 { unsafe { x.to_int_unchecked() } } else { i32::MIN }
}

/// The instruction answers what does not fit by the least value, too.
#[inline(always)]
fn to_i32_alone(x: f64) -> i32 {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::x86_64::{_mm_cvttsd_si32, _mm_set_sd};
        // SAFETY: every x86-64 has SSE2
        unsafe { _mm_cvttsd_si32(_mm_set_sd(x)) }
    }
    #[cfg(not(target_arch = "x86_64"))]
    to_i32(x)
}

#[inline(always)]
fn to_u64(x: f64) -> u64 {
    if x >= TWO_63 { (to_i64(x - TWO_63) as u64) ^ (1 << 63) } else { to_i64(x) as u64 }
}

macro_rules! same {
    ($($type:ty)*) => {$(
        impl Cast<$type> for $type {
            #[inline(always)]
            fn cast(self) -> $type { self }
        }
    )*};
}
same! { bool C64 C128 }

/// Between integers and to floats: Rust's `as`.
macro_rules! by_as {
    ($($from:ident)* => $to:tt) => {$( by_as! { @ $from $to } )*};
    (@ $from:ident [$($to:ident)*]) => {$(
        impl Cast<$to> for $from {
            #[inline(always)]
            fn cast(self) -> $to { self as $to }
        }
    )*};
}
by_as! { i8 i16 i32 i64 u8 u16 u32 u64 => [i8 i16 i32 i64 u8 u16 u32 u64 f32 f64] }
by_as! { bool => [i8 i16 i32 i64 u8 u16 u32 u64] }
by_as! { f32 f64 => [f32 f64] }

macro_rules! float_to_integer {
    ($($to:ident $through:ident $alone:ident;)*) => {$(
        impl Cast<$to> for f64 {
            #[inline(always)]
            fn cast(self) -> $to { $through(self) as $to }
        }
        impl Cast<$to> for f32 {
            #[inline(always)]
            fn cast(self) -> $to { $through(f64::from(self)) as $to }
        }
        impl CastAlone<$to> for f64 {
            #[inline(always)]
            fn cast_alone(self) -> $to { $alone(self) as $to }
        }
        impl CastAlone<$to> for f32 {
            #[inline(always)]
            fn cast_alone(self) -> $to { $alone(f64::from(self)) as $to }
        }
    )*};
}
float_to_integer! {
    i8 to_i32 to_i32_alone; i16 to_i32 to_i32_alone; i32 to_i32 to_i32_alone; i64 to_i64 to_i64;
    u8 to_i32 to_i32_alone; u16 to_i32 to_i32_alone; u32 to_i64 to_i64; u64 to_u64 to_u64;
}

macro_rules! rest {
    ($($from:ident)*) => {$(
        impl Cast<bool> for $from {
            #[inline(always)]
            fn cast(self) -> bool { self != (0 as $from) }
        }
        impl Cast<C64> for $from {
            #[inline(always)]
            fn cast(self) -> C64 { C64::new(self as f32, 0.0) }
        }
        impl Cast<C128> for $from {
            #[inline(always)]
            fn cast(self) -> C128 { C128::new(self as f64, 0.0) }
        }
        impl Cast<$from> for C64 {
            #[inline(always)]
            fn cast(self) -> $from { self.re.cast() }
        }
        impl Cast<$from> for C128 {
            #[inline(always)]
            fn cast(self) -> $from { self.re.cast() }
        }
    )*};
}
rest! { i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 }

macro_rules! bool_to {
    ($($to:ident $zero:expr, $one:expr;)*) => {$(
        impl Cast<$to> for bool {
            #[inline(always)]
            fn cast(self) -> $to { if self { $one } else { $zero } }
        }
    )*};
}
bool_to! { f32 0.0, 1.0; f64 0.0, 1.0; C64 C64::new(0.0, 0.0), C64::new(1.0, 0.0); C128 C128::new(0.0, 0.0), C128::new(1.0, 0.0); }

impl Cast<bool> for C64 {
    #[inline(always)]
    fn cast(self) -> bool {
        self.re != 0.0 || self.im != 0.0
    }
}

impl Cast<bool> for C128 {
    #[inline(always)]
    fn cast(self) -> bool {
        self.re != 0.0 || self.im != 0.0
    }
}

impl Cast<C128> for C64 {
    #[inline(always)]
    fn cast(self) -> C128 {
        C128::new(f64::from(self.re), f64::from(self.im))
    }
}

impl Cast<C64> for C128 {
    #[inline(always)]
    fn cast(self) -> C64 {
        C64::new(self.re as f32, self.im as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::{cast, cast_alone};

    #[test]
    fn floats_at_the_ends_of_integers() {
        let i32s = [-2147483648.0, -2147483648.9, 2147483647.9, -0.9, 0.9].map(cast::<f64, i32>);
        assert_eq!(i32s, [i32::MIN, i32::MIN, i32::MAX, 0, 0]);
        let outside = [-2147483649.0, 2147483648.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN];
        assert_eq!(outside.map(cast::<f64, i32>), [i32::MIN; 5]);
        assert_eq!(outside.map(cast::<f64, u8>), [0; 5]);
        assert_eq!(outside.map(cast::<f64, i16>), [0; 5]);
        let below = 9223372036854774784.0;
        assert_eq!([below, -below].map(cast::<f64, i64>), [9223372036854774784, -9223372036854774784]);
        let outside = [9223372036854775808.0, -9223372036854775808.0, 1e300, f64::INFINITY, f64::NAN];
        assert_eq!(outside.map(cast::<f64, i64>), [i64::MIN; 5]);
    }

    #[test]
    fn one_float_becomes_what_it_becomes_in_a_vector() {
        let floats = [
            0.9,
            -0.9,
            255.5,
            -129.0,
            65537.0,
            2147483647.9,
            2147483648.0,
            -2147483648.9,
            -2147483649.0,
            1e10,
            1e300,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
        ];
        assert_eq!(floats.map(cast_alone::<f64, i32>), floats.map(cast::<f64, i32>));
        assert_eq!(floats.map(cast_alone::<f64, u8>), floats.map(cast::<f64, u8>));
        assert_eq!(floats.map(cast_alone::<f64, i16>), floats.map(cast::<f64, i16>));
        assert_eq!(floats.map(cast_alone::<f64, u64>), floats.map(cast::<f64, u64>));
        let singles = floats.map(|x| x as f32);
        assert_eq!(singles.map(cast_alone::<f32, i8>), singles.map(cast::<f32, i8>));
        assert_eq!(singles.map(cast_alone::<f32, u32>), singles.map(cast::<f32, u32>));
    }

    #[test]
    fn floats_to_narrow_integers_lose_upper_bits() {
        assert_eq!([256.5, -1.5, 65537.0, -129.0].map(cast::<f64, u8>), [0, 255, 1, 127]);
        assert_eq!([256.5, -1.5, 65537.0, -129.0].map(cast::<f32, i8>), [0, -1, 1, 127]);
    }
}
