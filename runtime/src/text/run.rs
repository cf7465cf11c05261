//! An immutable run of code points or bytes, and what Python's `str` and `bytes` do alike.

use super::origin::Origin;
use crate::raise::{Exc, Raise};
use crate::range::slice_bounds;
use std::sync::Arc;

use super::grown::Grown;

/// A part of a shared, or of a constant, sequence. Cloning shares memory, and so does a slice of step 1.
#[derive(Clone)]
pub struct Run<T: 'static> {
    memory: Memory<T>,
    /// The first item, in `memory` or in a constant.
    start: *const T,
    length: usize,
    #[cfg_attr(not(feature = "python"), expect(dead_code, reason = "the boundary reads it"))]
    origin: Origin,
}

/// What keeps the items alive.
enum Memory<T: 'static> {
    /// A constant, or somebody else.
    Elsewhere,
    Shared(Arc<[T]>),
    Grown(Arc<Grown<T>>),
}

impl<T> Clone for Memory<T> {
    #[inline]
    fn clone(&self) -> Self {
        match self {
            Memory::Elsewhere => Memory::Elsewhere,
            Memory::Shared(items) => Memory::Shared(items.clone()),
            Memory::Grown(items) => Memory::Grown(items.clone()),
        }
    }
}

// SAFETY: the items are never changed, and live as long as `memory`, or longer; they may cross threads, and so may the
// address of the object that they came from.
unsafe impl<T: Send + Sync> Send for Run<T> {}
// SAFETY: as above.
unsafe impl<T: Send + Sync> Sync for Run<T> {}

impl<T: 'static> Default for Run<T> {
    fn default() -> Self {
        Run::constant(&[])
    }
}

impl<T: 'static> Run<T> {
    /// A constant of the program: nothing is allocated.
    pub const fn constant(items: &'static [T]) -> Self {
        Run { length: items.len(), start: items.as_ptr(), memory: Memory::Elsewhere, origin: Origin::Unknown }
    }

    /// All of `items`.
    pub fn shared(items: Arc<[T]>) -> Self {
        Run { length: items.len(), start: items.as_ptr(), memory: Memory::Shared(items), origin: Origin::Unknown }
    }

    /// Items of somebody else.
    ///
    /// # Safety
    /// They outlive this value and all that is cloned or sliced from it, and never change.
    pub unsafe fn borrowed(start: *const T, length: usize) -> Self {
        Run { memory: Memory::Elsewhere, start, length, origin: Origin::Unknown }
    }

    /// The same; `origin` is the object that it is all of.
    #[cfg(feature = "python")]
    pub(crate) fn of(self, origin: Origin) -> Self {
        Run { origin, ..self }
    }

    #[cfg(feature = "python")]
    pub(crate) fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The code points or bytes.
    #[inline(always)]
    pub fn items(&self) -> &[T] {
        // SAFETY: `length` items from `start` on are part of `memory`, of a constant, or of what was borrowed.
        unsafe { std::slice::from_raw_parts(self.start, self.length) }
    }

    /// `len(s)`.
    #[inline(always)]
    pub fn len(&self) -> i64 {
        self.length as i64
    }

    /// `not s`.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }
}

impl<T: Copy + Ord + 'static> Run<T> {
    /// `s[start:stop:step]`.
    ///
    /// # Errors
    /// `ValueError` for a step of zero.
    pub fn slice(&self, start: Option<i64>, stop: Option<i64>, step: i64) -> Result<Self, Raise> {
        let (first, length) = slice_bounds(self.len(), start, stop, step)?;
        if length == 0 {
            return Ok(Run::default());
        }
        if step == 1 && length == self.len() {
            return Ok(self.clone());
        }
        if step == 1 {
            let start = self.items()[first as usize..].as_ptr();
            return Ok(Run { memory: self.memory.clone(), start, length: length as usize, origin: Origin::Unknown });
        }
        let items = self.items();
        Ok(Run::shared((0..length).map(|k| items[(first + k * step) as usize]).collect()))
    }

    /// `s + other`.
    pub fn concat(&self, other: &Self) -> Self {
        match (self.length, other.length) {
            (_, 0) => self.clone(),
            (0, _) => other.clone(),
            _ => Run::shared([self.items(), other.items()].concat().into()),
        }
    }

    /// `s += other`: as [`Run::concat`], with room for more.
    pub fn append(&self, other: &Self) -> Self {
        if other.length == 0 || self.length == 0 {
            return self.concat(other);
        }
        let length = self.length + other.length;
        if let Memory::Grown(memory) = &self.memory {
            // SAFETY: the items lie in this memory.
            let first = unsafe { self.start.offset_from(memory.start()) } as usize;
            if memory.push(first + self.length, other.items()) {
                return Run { memory: self.memory.clone(), start: self.start, length, origin: Origin::Unknown };
            }
        }
        let memory = Grown::with_capacity(length + length / 2 + 8);
        memory.push(0, self.items());
        memory.push(self.length, other.items());
        Run { start: memory.start(), memory: Memory::Grown(Arc::new(memory)), length, origin: Origin::Unknown }
    }

    /// `s * count`.
    ///
    /// # Errors
    /// `MemoryError` for a size that cannot be.
    pub fn repeat(&self, count: i64) -> Result<Self, Raise> {
        let count = count.max(0) as usize;
        match (count, self.length) {
            (0, _) | (_, 0) => return Ok(Run::default()),
            (1, _) => return Ok(self.clone()),
            _ => {}
        }
        let mut items = Vec::new();
        let total = count.checked_mul(self.length).filter(|n| n.saturating_mul(size_of::<T>()) < isize::MAX as usize);
        if total.is_none_or(|n| items.try_reserve_exact(n).is_err()) {
            return Err(Raise::plain(Exc::MemoryError, ""));
        }
        for _ in 0..count {
            items.extend_from_slice(self.items());
        }
        Ok(Run::shared(items.into()))
    }

    /// `part in s`.
    pub fn contains(&self, part: &Self) -> bool {
        self.find(part, None, None) >= 0
    }

    /// `s.find(part, start, stop)`: -1 where there is none.
    pub fn find(&self, part: &Self, start: Option<i64>, stop: Option<i64>) -> i64 {
        self.window(part, start, stop)
            .and_then(|(first, within)| Some(first + search(within, part.items())? as i64))
            .unwrap_or(-1)
    }

    /// `s.rfind(part, start, stop)`: -1 where there is none.
    pub fn rfind(&self, part: &Self, start: Option<i64>, stop: Option<i64>) -> i64 {
        let last =
            |within: &[T]| (0..=within.len() - part.length).rev().find(|&i| within[i..].starts_with(part.items()));
        self.window(part, start, stop).and_then(|(first, within)| Some(first + last(within)? as i64)).unwrap_or(-1)
    }

    /// `s.count(part, start, stop)`: places that do not overlap.
    pub fn count(&self, part: &Self, start: Option<i64>, stop: Option<i64>) -> i64 {
        let Some((_, within)) = self.window(part, start, stop) else { return 0 };
        if part.is_empty() {
            return within.len() as i64 + 1;
        }
        let (mut count, mut from) = (0, 0);
        while let Some(i) = search(&within[from..], part.items()) {
            count += 1;
            from += i + part.length;
        }
        count
    }

    /// `s.startswith(part, start, stop)`.
    pub fn starts_with(&self, part: &Self, start: Option<i64>, stop: Option<i64>) -> bool {
        self.window(part, start, stop).is_some_and(|(_, within)| within.starts_with(part.items()))
    }

    /// `s.endswith(part, start, stop)`.
    pub fn ends_with(&self, part: &Self, start: Option<i64>, stop: Option<i64>) -> bool {
        self.window(part, start, stop).is_some_and(|(_, within)| within.ends_with(part.items()))
    }

    /// `s.replace(part, with, limit)`; a negative limit is none.
    pub fn replace(&self, part: &Self, with: &Self, limit: i64) -> Self {
        let limit = if limit < 0 { usize::MAX } else { limit as usize };
        let (items, mut out, mut from, mut done) = (self.items(), Vec::new(), 0, 0);
        while done < limit {
            if part.is_empty() {
                out.extend_from_slice(with.items());
                done += 1;
                if from == items.len() {
                    break;
                }
                out.push(items[from]);
                from += 1;
                continue;
            }
            let Some(i) = search(&items[from..], part.items()) else { break };
            out.extend_from_slice(&items[from..from + i]);
            out.extend_from_slice(with.items());
            from += i + part.length;
            done += 1;
        }
        if done == 0 {
            return self.clone();
        }
        out.extend_from_slice(&items[from..]);
        Run::shared(out.into())
    }

    /// `s.join(parts)`.
    pub fn join(&self, parts: &crate::List<Self>) -> Self {
        let parts = parts.to_vec();
        if let [only] = &parts[..] {
            return only.clone();
        }
        let parts: Vec<&[T]> = parts.iter().map(Run::items).collect();
        Run::shared(parts.join(self.items()).into())
    }

    /// The part `start..stop` (Python's slice rules) if `part` may be in it at all, and its first index.
    fn window(&self, part: &Self, start: Option<i64>, stop: Option<i64>) -> Option<(i64, &[T])> {
        let n = self.len();
        let adjust = |i: i64| if i < 0 { i.saturating_add(n).max(0) } else { i };
        let (start, stop) = (start.map_or(0, adjust), stop.map_or(n, adjust).min(n));
        if start > n || stop - start < part.len() {
            return None;
        }
        Some((start, &self.items()[start as usize..stop as usize]))
    }
}

impl<T: PartialEq + 'static> PartialEq for Run<T> {
    fn eq(&self, other: &Self) -> bool {
        self.items() == other.items()
    }
}

impl<T: Eq + 'static> Eq for Run<T> {}

impl<T: Ord + 'static> PartialOrd for Run<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Ord + 'static> Ord for Run<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.items().cmp(other.items())
    }
}

impl<T: std::hash::Hash + 'static> std::hash::Hash for Run<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.items().hash(state);
    }
}

fn search<T: Copy + PartialEq>(within: &[T], part: &[T]) -> Option<usize> {
    let Some((&head, tail)) = part.split_first() else { return Some(0) };
    if within.len() < part.len() {
        return None;
    }
    (0..=within.len() - part.len()).find(|&i| within[i] == head && within[i + 1..].starts_with(tail))
}
