//! Between which numbers an integer lies.

use crate::ty::{Repr, Type};

/// The least and the greatest value, inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    pub low: i128,
    pub high: i128,
}

impl Interval {
    pub const I64: Interval = Interval { low: i64::MIN as i128, high: i64::MAX as i128 };
    /// What a length or an axis of an array can be: addresses have 47 bits.
    pub const LENGTH: Interval = Interval { low: 0, high: 1 << 47 };

    pub fn exactly(value: i128) -> Interval {
        Interval { low: value, high: value }
    }

    pub fn inside(self, outer: Interval) -> bool {
        outer.low <= self.low && self.high <= outer.high
    }

    pub fn plus(self, other: Interval) -> Option<Interval> {
        Some(Interval { low: self.low.checked_add(other.low)?, high: self.high.checked_add(other.high)? })
    }

    pub fn times(self, other: Interval) -> Option<Interval> {
        let corners = [
            self.low.checked_mul(other.low)?,
            self.low.checked_mul(other.high)?,
            self.high.checked_mul(other.low)?,
            self.high.checked_mul(other.high)?,
        ];
        let low = corners.into_iter().min()?;
        let high = corners.into_iter().max()?;
        Some(Interval { low, high })
    }

    pub fn join(self, other: Interval) -> Interval {
        Interval { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// Every value of an integer representation.
    pub fn of(repr: Repr) -> Interval {
        let bits = repr.size() * 8;
        match repr {
            Repr::U8 | Repr::U16 | Repr::U32 | Repr::U64 => Interval { low: 0, high: (1 << bits) - 1 },
            _ => Interval { low: -(1 << (bits - 1)), high: (1 << (bits - 1)) - 1 },
        }
    }

    pub fn meet(self, other: Interval) -> Interval {
        Interval { low: self.low.max(other.low), high: self.high.min(other.high) }
    }
}

/// The representation of an integer type.
pub fn integer_repr(ty: &Type) -> Option<Repr> {
    ty.num().map(|num| num.repr).filter(|repr| repr.is_integer())
}
