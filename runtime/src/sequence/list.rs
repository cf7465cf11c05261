//! Operations on whole lists, strings and bytes.

use std::borrow::Borrow;

use crate::list::List;
use crate::raise::Raise;
use crate::text::{Bytes, Str};

/// `list * count`
pub fn list_repeat<T: Clone>(list: &List<T>, count: i64) -> Result<List<T>, Raise> {
    list.repeat(count)
}

/// `list *= count`
pub fn list_repeat_in_place<T: Clone>(list: &List<T>, count: i64) -> Result<(), Raise> {
    let whole = list.repeat(count)?;
    list.clear();
    list.extend(&whole);
    Ok(())
}

/// `a + b`
pub fn list_concat<T: Clone>(a: &List<T>, b: &List<T>) -> List<T> {
    a.concat(b)
}

/// Room for the items that are to come.
///
/// # Errors
/// `MemoryError` for a size that cannot be.
pub fn list_reserve<T: Clone>(list: &List<T>, count: i64) -> Result<(), Raise> {
    list.reserve(count)
}

/// `a.extend(b)`
pub fn list_extend<T: Clone>(a: &List<T>, b: &List<T>) {
    a.extend(b);
}

pub fn list_clear<T>(list: &List<T>) {
    list.clear();
}

pub fn list_reverse<T>(list: &List<T>) {
    list.reverse();
}

/// `list.sort()` of integers, of which equals cannot be told apart.
pub fn list_sort<T: Ord>(list: &List<T>) {
    list.sort_by(T::cmp);
}

pub fn list_copy<T: Clone>(list: &List<T>) -> List<T> {
    list.copy()
}

/// `list.insert(at, value)`; numbers come by value, owners by reference.
pub fn list_insert<T: Clone>(list: &List<T>, at: i64, value: impl Borrow<T>) {
    list.insert(at, value.borrow().clone());
}

/// `list.count(value)`
pub fn list_count<T: Clone + PartialEq>(list: &List<T>, value: T) -> i64 {
    list.count(&value)
}

/// `value in list`, by equality of numbers.
pub fn list_contains<T: Clone + PartialEq>(list: &List<T>, value: T) -> bool {
    list.contains(&value)
}

macro_rules! slices {
    ($($name:ident [$($param:tt)*] $type:ty;)*) => {$(
        /// `items[start:stop:step]`; a bound counts only if its flag is set.
        ///
        /// # Errors
        /// `ValueError` for a step of zero.
        pub fn $name $($param)* (
            items: &$type,
            start: i64,
            has_start: bool,
            stop: i64,
            has_stop: bool,
            step: i64,
        ) -> Result<$type, Raise> {
            items.slice(has_start.then_some(start), has_stop.then_some(stop), step)
        }
    )*};
}

slices! {
    list_slice [<T: Clone>] List<T>;
    text_slice [] Str;
    bytes_slice [] Bytes;
}

pub fn text_concat(a: &Str, b: &Str) -> Str {
    a.concat(b)
}

/// `text * count`
pub fn text_repeat(text: &Str, count: i64) -> Result<Str, Raise> {
    text.repeat(count)
}

pub fn bytes_concat(a: &Bytes, b: &Bytes) -> Bytes {
    a.concat(b)
}

/// `bytes * count`
pub fn bytes_repeat(bytes: &Bytes, count: i64) -> Result<Bytes, Raise> {
    bytes.repeat(count)
}
