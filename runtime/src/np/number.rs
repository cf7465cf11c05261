//! Any dtype but bool behind one trait: the arithmetic and the order NumPy gives it.

use num_complex::Complex;

use crate::num::{Int, Real, npcomplex};

/// An element of an array of numbers. Integers wrap; complex numbers are ordered by real, then imaginary part.
pub trait Number: Copy + PartialEq {
    fn add(self, other: Self) -> Self;
    fn sub(self, other: Self) -> Self;
    fn mul(self, other: Self) -> Self;
    fn neg(self) -> Self;
    fn less(self, other: Self) -> bool;
    fn less_equal(self, other: Self) -> bool;
    /// Of a complex number, either part.
    fn is_nan(self) -> bool;
    /// Whether it is not zero: nan is true.
    fn truth(self) -> bool;
}

macro_rules! integers {
    ($($type:ident)*) => {$(
        impl Number for $type {
            #[inline(always)]
            fn add(self, other: Self) -> Self { self.wrapping_add(other) }
            #[inline(always)]
            fn sub(self, other: Self) -> Self { self.wrapping_sub(other) }
            #[inline(always)]
            fn mul(self, other: Self) -> Self { self.wrapping_mul(other) }
            #[inline(always)]
            fn neg(self) -> Self { Int::wrapping_neg(self) }
            #[inline(always)]
            fn less(self, other: Self) -> bool { self < other }
            #[inline(always)]
            fn less_equal(self, other: Self) -> bool { self <= other }
            #[inline(always)]
            fn is_nan(self) -> bool { false }
            #[inline(always)]
            fn truth(self) -> bool { self != 0 }
        }
    )*};
}
integers! { i8 i16 i32 i64 u8 u16 u32 u64 }

macro_rules! floats {
    ($($type:ident)*) => {$(
        impl Number for $type {
            #[inline(always)]
            fn add(self, other: Self) -> Self { self + other }
            #[inline(always)]
            fn sub(self, other: Self) -> Self { self - other }
            #[inline(always)]
            fn mul(self, other: Self) -> Self { self * other }
            #[inline(always)]
            fn neg(self) -> Self { -self }
            #[inline(always)]
            fn less(self, other: Self) -> bool { self < other }
            #[inline(always)]
            fn less_equal(self, other: Self) -> bool { self <= other }
            #[inline(always)]
            fn is_nan(self) -> bool { $type::is_nan(self) }
            #[inline(always)]
            fn truth(self) -> bool { self != 0.0 }
        }
    )*};
}
floats! { f32 f64 }

impl<T: Real> Number for Complex<T> {
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Complex { re: self.re + other.re, im: self.im + other.im }
    }
    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        Complex { re: self.re - other.re, im: self.im - other.im }
    }
    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        npcomplex::mul(self, other)
    }
    #[inline(always)]
    fn neg(self) -> Self {
        Complex { re: -self.re, im: -self.im }
    }
    #[inline(always)]
    fn less(self, other: Self) -> bool {
        npcomplex::less(self, other)
    }
    #[inline(always)]
    fn less_equal(self, other: Self) -> bool {
        npcomplex::less_equal(self, other)
    }
    #[inline(always)]
    fn is_nan(self) -> bool {
        self.re.is_nan() || self.im.is_nan()
    }
    #[inline(always)]
    fn truth(self) -> bool {
        self.re != T::ZERO || self.im != T::ZERO
    }
}
