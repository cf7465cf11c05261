//! What lists know of their items: which are equal, and which come first.

use crate::num::{C64, C128};
use crate::raise::Value;
use crate::text::{Char, Str};
use std::cmp::Ordering;

/// Whether two items are equal as `is` or `==` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Same {
    Yes,
    No,
    /// Two NaN, which are one object or two.
    Unsure,
}

/// An item of a list.
pub trait Item: Clone {
    fn same(&self, other: &Self) -> Same;

    /// Python's operand in an error about it.
    fn value(&self) -> Value;
}

/// An item that `sort` orders.
pub trait Ordered: Item {
    /// Which comes first; items that [`Ordered::is_unordered`] holds for are equal to all.
    fn order(&self, other: &Self) -> Ordering;

    /// Whether it is, or holds, a NaN.
    fn is_unordered(&self) -> bool;

    /// The items as Python's `sort` leaves them, where some are unordered; `None` if only the interpreter's own objects
    /// tell.
    #[cfg(feature = "python")]
    fn sorted_by_python(items: &[Self], reverse: bool) -> Option<Vec<Self>>;
}

fn yes(equal: bool) -> Same {
    if equal { Same::Yes } else { Same::No }
}

macro_rules! plain {
    ($($type:ty: $value:ident => $shown:expr;)*) => {$(
        impl Item for $type {
            #[inline(always)]
            fn same(&self, other: &Self) -> Same {
                yes(self == other)
            }

            fn value(&self) -> Value {
                let $value = self;
                $shown
            }
        }

        impl Ordered for $type {
            #[inline(always)]
            fn order(&self, other: &Self) -> Ordering {
                self.cmp(other)
            }

            fn is_unordered(&self) -> bool {
                false
            }

            #[cfg(feature = "python")]
            fn sorted_by_python(_: &[Self], _: bool) -> Option<Vec<Self>> {
                None
            }
        }
    )*};
}

plain! {
    bool: x => Value::Bool(*x);
    i8: x => Value::Int((*x).into());
    i16: x => Value::Int((*x).into());
    i32: x => Value::Int((*x).into());
    i64: x => Value::Int(*x);
    u8: x => Value::Int((*x).into());
    u16: x => Value::Int((*x).into());
    u32: x => Value::Int((*x).into());
    u64: x => Value::Uint(*x);
    Char: x => Value::Str(x.to_str().to_string());
    Str: x => Value::Str(x.to_string());
}

macro_rules! floats {
    ($($type:ty),*) => {$(
        impl Item for $type {
            #[inline(always)]
            fn same(&self, other: &Self) -> Same {
                if self.is_nan() && other.is_nan() { Same::Unsure } else { yes(self == other) }
            }

            fn value(&self) -> Value {
                Value::Float((*self).into())
            }
        }

        impl Ordered for $type {
            #[inline(always)]
            fn order(&self, other: &Self) -> Ordering {
                self.partial_cmp(other).unwrap_or(Ordering::Equal)
            }

            fn is_unordered(&self) -> bool {
                self.is_nan()
            }

            #[cfg(feature = "python")]
            fn sorted_by_python(items: &[Self], reverse: bool) -> Option<Vec<Self>> {
                let wide: Vec<f64> = items.iter().map(|item| f64::from(*item)).collect();
                Some(super::sort::by_python(wide, reverse)?.into_iter().map(|item| item as $type).collect())
            }
        }
    )*};
}

floats! { f32, f64 }

macro_rules! complex {
    ($($type:ty),*) => {$(
        impl Item for $type {
            fn same(&self, other: &Self) -> Same {
                let nan = |z: &Self| z.re.is_nan() || z.im.is_nan();
                if nan(self) && nan(other) { Same::Unsure } else { yes(self == other) }
            }

            fn value(&self) -> Value {
                Value::Complex(self.re.into(), self.im.into())
            }
        }
    )*};
}

complex! { C64, C128 }

macro_rules! tuples {
    ($($($name:ident $index:tt),+;)*) => {$(
        impl<$($name: Item),+> Item for ($($name,)+) {
            fn same(&self, other: &Self) -> Same {
                let parts = [$(self.$index.same(&other.$index)),+];
                match parts.contains(&Same::No) {
                    true => Same::No,
                    false if parts.contains(&Same::Unsure) => Same::Unsure,
                    false => Same::Yes,
                }
            }

            fn value(&self) -> Value {
                Value::Tuple(vec![$(self.$index.value()),+])
            }
        }

        impl<$($name: Ordered),+> Ordered for ($($name,)+) {
            fn order(&self, other: &Self) -> Ordering {
                Ordering::Equal$(.then_with(|| self.$index.order(&other.$index)))+
            }

            fn is_unordered(&self) -> bool {
                $(self.$index.is_unordered())||+
            }

            #[cfg(feature = "python")]
            fn sorted_by_python(_: &[Self], _: bool) -> Option<Vec<Self>> {
                None
            }
        }
    )*};
}

tuples! {
    A 0;
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, E 4;
    A 0, B 1, C 2, D 3, E 4, F 5;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
}
