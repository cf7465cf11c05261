//! `np.arange`, `np.linspace`: numbers at equal steps, computed as NumPy does.

use super::from_fn;
use crate::array::Array;
use crate::owner::Owner;
use crate::raise::{Cause, Exc, Raise};
use crate::view::Elem;

/// `np.arange(start, stop, step)` of integers. The first two values must fit the dtype, the rest wraps.
///
/// # Errors
/// `ZeroDivisionError` for a step of zero, as NumPy; an escape where a value does not fit; else as [`super::empty`].
pub fn arange_int<E: Elem>(start: i64, stop: i64, step: i64) -> Result<Array<E, 1>, Raise>
where
    E::Value: Filled,
{
    let length = length(start, stop, step)?;
    let second = start.wrapping_add(step);
    let fits = |value: i64| E::Value::from_i64(value).to_i64() == value;
    if length > 0 && !fits(start) || length > 1 && !fits(second) {
        return Err(Raise::escape("a number of arange leaves the dtype"));
    }
    from_fn(length, |i| E::Value::from_i64(start.wrapping_add(i.wrapping_mul(step))))
}

/// `np.arange(start, stop, step, dtype)` of integers as floats.
///
/// # Errors
/// As [`arange_int`].
pub fn arange_int_float<E: Elem>(start: i64, stop: i64, step: i64) -> Result<Array<E, 1>, Raise>
where
    E::Value: Filled,
{
    let length = length(start, stop, step)?;
    let second = start.checked_add(step).ok_or_else(|| Raise::escape("a number of arange leaves 64 bits"))?;
    from_fn(length, E::Value::steps(E::Value::from_i64(start), E::Value::from_i64(second)))
}

fn length(start: i64, stop: i64, step: i64) -> Result<i64, Raise> {
    if step == 0 {
        return Err(Raise::plain(Exc::ZeroDivisionError, "division by zero"));
    }
    Ok(crate::Range { start, stop, step }.len())
}

/// `np.arange(start, stop, step)` of floats.
///
/// # Errors
/// `ZeroDivisionError` for a step of zero, `ValueError` where the length is not finite, as NumPy; else as
/// [`super::empty`].
pub fn arange_float<E: Elem>(start: f64, stop: f64, step: f64) -> Result<Array<E, 1>, Raise>
where
    E::Value: Filled,
{
    if step == 0.0 {
        return Err(Raise::plain(Exc::ZeroDivisionError, "float division by zero"));
    }
    let length = ((stop - start) / step).ceil();
    if length.is_nan() {
        return Err(Raise::plain(Exc::ValueError, "arange: cannot compute length"));
    }
    if length >= i64::MAX as f64 {
        return Err(Raise::plain(Exc::ValueError, "Maximum allowed size exceeded"));
    }
    from_fn(length.max(0.0) as i64, E::Value::steps(E::Value::from_f64(start), E::Value::from_f64(start + step)))
}

/// `np.linspace(start, stop, count, endpoint)`.
///
/// # Errors
/// `ValueError` for a negative count; else as [`super::empty`].
pub fn linspace(start: f64, stop: f64, count: i64, endpoint: bool) -> Result<Array<f64, 1>, Raise> {
    if count < 0 {
        let text = format!("Number of samples, {count}, must be non-negative.");
        return Err(Raise::new(Cause::Message(Exc::ValueError, text)));
    }
    let parts = if endpoint { count - 1 } else { count };
    let delta = stop - start;
    let step = delta / parts as f64;
    let array = from_fn(count, |i| {
        let at = i as f64;
        let moved = match parts {
            // The step of one sample is not defined.
            ..=0 => at * delta,
            // A step of a denormal delta may vanish.
            _ if step == 0.0 => at / parts as f64 * delta,
            _ => at * step,
        };
        if endpoint && count > 1 && i == count - 1 { stop } else { moved + start }
    })?;
    let (view, mut owner) = array.split();
    if let Owner::Native { whole, .. } = &mut owner {
        // NumPy gives a view of the numbers it has multiplied in place.
        *whole = parts <= 0;
    }
    Ok(Array::new(view, owner))
}

/// Values that arrays of numbers at equal steps hold.
pub trait Filled: Copy {
    /// Wraps to the width.
    fn from_i64(value: i64) -> Self;
    fn to_i64(self) -> i64;
    fn from_f64(value: f64) -> Self;
    /// Item `i` by NumPy's rule: from the first and the rounded difference of the first two, in the dtype.
    fn steps(first: Self, second: Self) -> impl Fn(i64) -> Self;
}

macro_rules! filled {
    ($($type:ty: $steps:expr;)*) => {$(
        impl Filled for $type {
            #[inline(always)]
            fn from_i64(value: i64) -> $type {
                value as $type
            }

            #[inline(always)]
            fn to_i64(self) -> i64 {
                self as i64
            }

            #[inline(always)]
            fn from_f64(value: f64) -> $type {
                value as $type
            }

            #[inline(always)]
            fn steps(first: $type, second: $type) -> impl Fn(i64) -> $type {
                let step: fn($type, $type, i64) -> $type = $steps;
                move |i| step(first, second, i)
            }
        }
    )*};
}

macro_rules! filled_numbers {
    (integers $($integer:ty)*; floats $($float:ty)*) => {
        filled! {
            $($integer: |first, second, i| {
                first.wrapping_add((i as $integer).wrapping_mul(second.wrapping_sub(first)))
            };)*
            $($float: |first, second, i| match i {
                0 => first,
                1 => second,
                _ => first + i as $float * (second - first),
            };)*
        }
    };
}

filled_numbers!(integers i8 i16 i32 i64 u8 u16 u32 u64; floats f32 f64);
