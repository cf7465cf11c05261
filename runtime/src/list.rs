//! Native lists: Python's list semantics over values of one type.

use crate::raise::{Exc, Raise};
use crate::range::slice_bounds;
use std::cell::UnsafeCell;
use std::sync::Arc;

/// A list shared by its clones, as a Python list is by its names.
///
/// One thread changes it at a time: the compiler refuses parallel loops that change a list. No method keeps a
/// borrow while foreign code (a `Drop`, a comparison) runs on an element that could reach the list again: elements
/// are values without such code, or objects that are moved out first.
pub struct List<T>(Arc<UnsafeCell<Vec<T>>>);

// SAFETY: see the type: reads may be shared, changes are not concurrent.
unsafe impl<T: Send> Send for List<T> {}
// SAFETY: as above.
unsafe impl<T: Send + Sync> Sync for List<T> {}

impl<T> Clone for List<T> {
    #[inline]
    fn clone(&self) -> Self {
        List(self.0.clone())
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        List::from_vec(Vec::new())
    }
}

impl<T: std::fmt::Debug + Clone> std::fmt::Debug for List<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.to_vec()).finish()
    }
}

impl<T> List<T> {
    pub fn new() -> Self {
        List::default()
    }

    pub fn from_vec(items: Vec<T>) -> Self {
        List(Arc::new(UnsafeCell::new(items)))
    }

    pub fn with_capacity(capacity: i64) -> Self {
        List::from_vec(Vec::with_capacity(capacity.clamp(0, 1 << 32) as usize))
    }

    /// What the same list has in common with itself alone, as long as it lives.
    pub fn identity(&self) -> usize {
        Arc::as_ptr(&self.0) as usize
    }

    /// Whether both are the same list (`is`).
    pub fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    #[inline(always)]
    fn items(&self) -> &Vec<T> {
        // SAFETY: no change happens while this borrow lives, see the type.
        unsafe { &*self.0.get() }
    }

    #[allow(clippy::mut_from_ref)] // interior mutability, see the type
    #[inline(always)]
    fn items_mut(&self) -> &mut Vec<T> {
        // SAFETY: the borrow ends in the method that made it, and no other lives, see the type.
        unsafe { &mut *self.0.get() }
    }

    #[inline(always)]
    pub fn len(&self) -> i64 {
        self.items().len() as i64
    }

    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.items().is_empty()
    }

    #[inline(always)]
    pub fn push(&self, value: T) {
        self.items_mut().push(value);
    }

    pub fn clear(&self) {
        drop(std::mem::take(self.items_mut()));
    }

    pub fn reverse(&self) {
        self.items_mut().reverse();
    }

    /// `list.insert(i, value)`: any index, clamped.
    pub fn insert(&self, i: i64, value: T) {
        let n = self.len();
        let i = if i < 0 { (i.saturating_add(n)).max(0) } else { i.min(n) };
        self.items_mut().insert(i as usize, value);
    }

    /// `list.pop()`.
    ///
    /// # Errors
    /// `IndexError` on an empty list.
    #[inline]
    pub fn pop(&self) -> Result<T, Raise> {
        self.items_mut().pop().ok_or_else(|| Raise::plain(Exc::IndexError, "pop from empty list"))
    }

    /// `list.pop(i)`.
    ///
    /// # Errors
    /// `IndexError` outside the list.
    pub fn pop_at(&self, i: i64) -> Result<T, Raise> {
        if self.is_empty() {
            return Err(Raise::plain(Exc::IndexError, "pop from empty list"));
        }
        match crate::wrap_index(i, self.len()) {
            Some(i) => Ok(self.items_mut().remove(i as usize)),
            None => Err(Raise::plain(Exc::IndexError, "pop index out of range")),
        }
    }

    /// `list[i] = value`.
    ///
    /// # Errors
    /// `IndexError` outside the list.
    #[inline(always)]
    pub fn set(&self, i: i64, value: T) -> Result<(), Raise> {
        match crate::wrap_index(i, self.len()) {
            Some(i) => {
                let old = std::mem::replace(&mut self.items_mut()[i as usize], value);
                drop(old);
                Ok(())
            }
            None => Err(Raise::plain(Exc::IndexError, "list assignment index out of range")),
        }
    }

    /// `del list[i]`.
    ///
    /// # Errors
    /// `IndexError` outside the list.
    pub fn delete(&self, i: i64) -> Result<(), Raise> {
        match crate::wrap_index(i, self.len()) {
            Some(i) => {
                let old = self.items_mut().remove(i as usize);
                drop(old);
                Ok(())
            }
            None => Err(Raise::plain(Exc::IndexError, "list assignment index out of range")),
        }
    }

    /// `list.sort()` by an order of the elements; stable.
    pub fn sort_by(&self, order: impl FnMut(&T, &T) -> std::cmp::Ordering) {
        self.items_mut().sort_by(order);
    }

    /// Whether the test holds for some element.
    pub fn any(&self, test: impl FnMut(&T) -> bool) -> bool {
        self.items().iter().any(test)
    }

    /// Takes the elements out for which the test fails.
    pub fn retain(&self, stays: impl FnMut(&T) -> bool) {
        self.items_mut().retain(stays);
    }

    /// Exchanges two elements; both indices are in range.
    pub fn swap(&self, i: i64, j: i64) {
        self.items_mut().swap(i as usize, j as usize);
    }
}

impl<T: Clone> List<T> {
    /// `list[i]`.
    ///
    /// # Errors
    /// `IndexError` outside the list.
    #[inline(always)]
    pub fn get(&self, i: i64) -> Result<T, Raise> {
        match crate::wrap_index(i, self.len()) {
            Some(i) => Ok(self.items()[i as usize].clone()),
            None => Err(Raise::plain(Exc::IndexError, "list index out of range")),
        }
    }

    /// `list[i]` for `i` in `0..len()`, or `None` past the end: what iteration reads.
    #[inline(always)]
    pub fn at(&self, i: i64) -> Option<T> {
        self.items().get(i as usize).cloned()
    }

    pub fn to_vec(&self) -> Vec<T> {
        self.items().clone()
    }

    /// `list.copy()`, `list[:]`.
    pub fn copy(&self) -> Self {
        List::from_vec(self.to_vec())
    }

    /// `list.extend(other)`, `list += other`; `other` may be the list itself.
    pub fn extend(&self, other: &List<T>) {
        let more = other.to_vec();
        self.items_mut().extend(more);
    }

    /// `list + other`.
    pub fn concat(&self, other: &List<T>) -> Self {
        let mut items = self.to_vec();
        items.extend(other.to_vec());
        List::from_vec(items)
    }

    /// Room for so many more items.
    ///
    /// # Errors
    /// `MemoryError` for a size that cannot be.
    pub fn reserve(&self, count: i64) -> Result<(), Raise> {
        self.items_mut().try_reserve_exact(count.max(0) as usize).map_err(|_| Raise::plain(Exc::MemoryError, ""))
    }

    /// `list * count`.
    ///
    /// # Errors
    /// `MemoryError` for a size that cannot be.
    pub fn repeat(&self, count: i64) -> Result<Self, Raise> {
        let (count, length) = (count.max(0) as usize, self.items().len());
        let total = count.checked_mul(length).filter(|n| n.saturating_mul(size_of::<T>()) < isize::MAX as usize);
        let mut items = Vec::new();
        if total.is_none_or(|n| items.try_reserve_exact(n).is_err()) {
            return Err(Raise::plain(Exc::MemoryError, ""));
        }
        for _ in 0..count {
            items.extend_from_slice(self.items());
        }
        Ok(List::from_vec(items))
    }

    /// `list[start:stop:step]`.
    ///
    /// # Errors
    /// `ValueError` for a step of zero.
    pub fn slice(&self, start: Option<i64>, stop: Option<i64>, step: i64) -> Result<Self, Raise> {
        let (first, length) = slice_bounds(self.len(), start, stop, step)?;
        let items = self.items();
        Ok(List::from_vec((0..length).map(|k| items[(first + k * step) as usize].clone()).collect()))
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.same(other) || self.items() == other.items()
    }
}

impl<T: PartialOrd> PartialOrd for List<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.items().partial_cmp(other.items())
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        List::from_vec(items.into_iter().collect())
    }
}
