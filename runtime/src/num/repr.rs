//! The integer representations, `i8` to `u64`, behind one small trait.

use crate::raise::Value;

/// An integer of fixed width. The methods are those of the primitive types, so that kernels are written once.
pub trait Int: Copy + Ord + Default + std::fmt::Debug + Send + Sync + 'static {
    const BITS: u32;
    const SIGNED: bool;
    const MIN: Self;
    const MAX: Self;
    const ZERO: Self;
    const ONE: Self;
    /// -1, or the greatest value of an unsigned type: the value with all bits set.
    const ALL_BITS: Self;

    fn checked_add(self, other: Self) -> Option<Self>;
    fn checked_sub(self, other: Self) -> Option<Self>;
    fn checked_mul(self, other: Self) -> Option<Self>;
    fn checked_neg(self) -> Option<Self>;
    fn wrapping_add(self, other: Self) -> Self;
    fn wrapping_sub(self, other: Self) -> Self;
    fn wrapping_mul(self, other: Self) -> Self;
    fn wrapping_neg(self) -> Self;
    /// Division towards zero; `other` is not zero, MIN / -1 wraps.
    fn wrapping_div(self, other: Self) -> Self;
    /// Remainder with the sign of `self`; `other` is not zero.
    fn wrapping_rem(self, other: Self) -> Self;
    /// Shift by `count` modulo the width.
    fn wrapping_shl(self, count: u32) -> Self;
    /// Arithmetic for signed types; by `count` modulo the width.
    fn wrapping_shr(self, count: u32) -> Self;
    fn xor(self, other: Self) -> Self;
    fn and(self, other: Self) -> Self;
    fn or(self, other: Self) -> Self;
    fn not(self) -> Self;
    fn unsigned_abs(self) -> u64;
    fn to_i128(self) -> i128;
    /// The value if it fits.
    fn from_i128(value: i128) -> Option<Self>;
    /// Rounds to nearest, ties to even.
    fn to_f64(self) -> f64;
    /// The operand as the boundary hands it to CPython.
    fn value(self) -> Value;

    #[inline(always)]
    fn is_negative(self) -> bool {
        Self::SIGNED && self < Self::ZERO
    }

    /// The value as a shift count below the width; `None` when negative or too large.
    #[inline(always)]
    fn shift_count(self) -> Option<u32> {
        let count = self.to_i128();
        (0 <= count && count < Self::BITS as i128).then_some(count as u32)
    }
}

macro_rules! integers {
    ($($type:ident $signed:literal $abs:expr, $value:expr;)*) => {$(
        impl Int for $type {
            const BITS: u32 = $type::BITS;
            const SIGNED: bool = $signed;
            const MIN: Self = $type::MIN;
            const MAX: Self = $type::MAX;
            const ZERO: Self = 0;
            const ONE: Self = 1;
            const ALL_BITS: Self = !0;

            #[inline(always)]
            fn checked_add(self, other: Self) -> Option<Self> { $type::checked_add(self, other) }
            #[inline(always)]
            fn checked_sub(self, other: Self) -> Option<Self> { $type::checked_sub(self, other) }
            #[inline(always)]
            fn checked_mul(self, other: Self) -> Option<Self> { $type::checked_mul(self, other) }
            #[inline(always)]
            fn checked_neg(self) -> Option<Self> { $type::checked_neg(self) }
            #[inline(always)]
            fn wrapping_add(self, other: Self) -> Self { $type::wrapping_add(self, other) }
            #[inline(always)]
            fn wrapping_sub(self, other: Self) -> Self { $type::wrapping_sub(self, other) }
            #[inline(always)]
            fn wrapping_mul(self, other: Self) -> Self { $type::wrapping_mul(self, other) }
            #[inline(always)]
            fn wrapping_neg(self) -> Self { $type::wrapping_neg(self) }
            #[inline(always)]
            fn wrapping_div(self, other: Self) -> Self { $type::wrapping_div(self, other) }
            #[inline(always)]
            fn wrapping_rem(self, other: Self) -> Self { $type::wrapping_rem(self, other) }
            #[inline(always)]
            fn wrapping_shl(self, count: u32) -> Self { $type::wrapping_shl(self, count) }
            #[inline(always)]
            fn wrapping_shr(self, count: u32) -> Self { $type::wrapping_shr(self, count) }
            #[inline(always)]
            fn xor(self, other: Self) -> Self { self ^ other }
            #[inline(always)]
            fn and(self, other: Self) -> Self { self & other }
            #[inline(always)]
            fn or(self, other: Self) -> Self { self | other }
            #[inline(always)]
            fn not(self) -> Self { !self }
            #[inline(always)]
            fn unsigned_abs(self) -> u64 { ($abs)(self) as u64 }
            #[inline(always)]
            fn to_i128(self) -> i128 { self as i128 }
            #[inline(always)]
            fn from_i128(value: i128) -> Option<Self> { $type::try_from(value).ok() }
            #[inline(always)]
            fn to_f64(self) -> f64 { self as f64 }
            fn value(self) -> Value { ($value)(self) }
        }
    )*};
}

integers! {
    i8 true i8::unsigned_abs, |x| Value::Int(i64::from(x));
    i16 true i16::unsigned_abs, |x| Value::Int(i64::from(x));
    i32 true i32::unsigned_abs, |x| Value::Int(i64::from(x));
    i64 true i64::unsigned_abs, Value::Int;
    u8 false |x| x, |x| Value::Int(i64::from(x));
    u16 false |x| x, |x| Value::Int(i64::from(x));
    u32 false |x| x, |x| Value::Int(i64::from(x));
    u64 false |x| x, Value::Uint;
}
