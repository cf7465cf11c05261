//! Operations on whole lists, strings and bytes.

use std::borrow::Borrow;

use super::item::{Item, Same};
use crate::list::List;
use crate::raise::{Cause, Exc, Raise, Value};
use crate::range::slice_bounds;
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

pub fn list_copy<T: Clone>(list: &List<T>) -> List<T> {
    list.copy()
}

/// `list.insert(at, value)`; numbers come by value, owners by reference.
pub fn list_insert<T: Clone>(list: &List<T>, at: i64, value: impl Borrow<T>) {
    list.insert(at, value.borrow().clone());
}

/// `list.count(value)`
///
/// # Errors
/// An escape for a NaN among NaN.
pub fn count_in<T: Item>(list: &List<T>, value: impl Borrow<T>) -> Result<i64, Raise> {
    let value = value.borrow();
    let (mut count, mut at) = (0, 0);
    while let Some(item) = list.at(at) {
        match item.same(value) {
            Same::Yes => count += 1,
            Same::No => {}
            Same::Unsure => return Err(one_or_two()),
        }
        at += 1;
    }
    Ok(count)
}

/// `value in list`
///
/// # Errors
/// An escape for a NaN among NaN and nothing else that is equal.
pub fn is_in<T: Item>(list: &List<T>, value: impl Borrow<T>) -> Result<bool, Raise> {
    let value = value.borrow();
    let mut unsure = false;
    let found = list.any(|item| {
        let same = item.same(value);
        unsure |= same == Same::Unsure;
        same == Same::Yes
    });
    if unsure && !found { Err(one_or_two()) } else { Ok(found) }
}

/// The place of the first item from `start` on that is the value.
fn place<T: Item>(list: &List<T>, value: &T, start: i64) -> Result<Option<i64>, Raise> {
    let mut at = if start < 0 { start.saturating_add(list.len()).max(0) } else { start };
    while let Some(item) = list.at(at) {
        match item.same(value) {
            Same::Yes => return Ok(Some(at)),
            Same::No => at += 1,
            Same::Unsure => return Err(one_or_two()),
        }
    }
    Ok(None)
}

/// `list.index(value, start)`
///
/// # Errors
/// `ValueError` where there is none; an escape for a NaN among NaN.
pub fn index_in<T: Item>(list: &List<T>, value: impl Borrow<T>, start: i64) -> Result<i64, Raise> {
    let value = value.borrow();
    place(list, value, start)?.ok_or_else(|| {
        let operands = vec![Value::List(Vec::new()), value.value()];
        Raise::new(Cause::Redo(Exc::ValueError, "builtins.list.index", operands))
    })
}

/// `list.remove(value)`
///
/// # Errors
/// `ValueError` where there is none; an escape for a NaN among NaN.
pub fn list_remove<T: Item>(list: &List<T>, value: impl Borrow<T>) -> Result<(), Raise> {
    match place(list, value.borrow(), 0)? {
        Some(at) => list.delete(at),
        None => Err(Raise::plain(Exc::ValueError, "list.remove(x): x not in list")),
    }
}

/// `a == b`
///
/// # Errors
/// An escape where it hangs on whether two NaN are one object.
pub fn equal_lists<T: Item>(a: &List<T>, b: &List<T>) -> Result<bool, Raise> {
    if a.same(b) {
        return Ok(true);
    }
    if a.len() != b.len() {
        return Ok(false);
    }
    let mut unsure = false;
    let mut at = 0;
    while let (Some(x), Some(y)) = (a.at(at), b.at(at)) {
        match x.same(&y) {
            Same::Yes => {}
            Same::No => return Ok(false),
            Same::Unsure => unsure = true,
        }
        at += 1;
    }
    if unsure { Err(one_or_two()) } else { Ok(true) }
}

#[cold]
fn one_or_two() -> Raise {
    Raise::escape("whether two NaN are one object is Python's to know")
}

/// `del list[at]`
///
/// # Errors
/// `IndexError` outside.
pub fn list_delete<T: Clone>(list: &List<T>, at: i64) -> Result<(), Raise> {
    list.delete(at)
}

/// `del list[start:stop:step]`; a bound counts only if its flag is set.
///
/// # Errors
/// `ValueError` for a step of zero.
pub fn list_delete_slice<T: Clone>(
    list: &List<T>,
    start: i64,
    has_start: bool,
    stop: i64,
    has_stop: bool,
    step: i64,
) -> Result<(), Raise> {
    let (first, length) = slice_bounds(list.len(), has_start.then_some(start), has_stop.then_some(stop), step)?;
    let last = first + (length - 1) * step;
    let (low, high, stride) = (first.min(last), first.max(last), step.abs());
    let goes = |at: i64| length > 0 && (low..=high).contains(&at) && (at - low) % stride == 0;
    let mut at = -1;
    list.retain(|_| {
        at += 1;
        !goes(at)
    });
    Ok(())
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
