//! Structs of C's as elements: what the boundary must know of their layout.

use super::Dtype;
#[cfg(feature = "python")]
use crate::raise::Raise;
#[cfg(feature = "python")]
use pyo3::ffi::PyObject;
use std::hash::{Hash, Hasher};

/// A struct whose fields are numbers, structs and arrays of them.
#[derive(Debug)]
pub struct Record {
    pub name: &'static str,
    /// In bytes.
    pub size: usize,
    pub packed: bool,
    /// It has two floats of one type, as a complex number does.
    pub complex: bool,
    pub fields: &'static [Field],
    /// The dict of an element at an address.
    #[cfg(feature = "python")]
    pub get: unsafe fn(*const u8) -> Result<*mut PyObject, Raise>,
    /// Makes an element, at an address, of a dict.
    #[cfg(feature = "python")]
    pub set: unsafe fn(*mut PyObject, *mut u8) -> Result<(), Raise>,
}

/// One field of a [`Record`].
#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    /// The type of its items as the source writes it.
    pub written: &'static str,
    /// In bytes, from the start of the struct.
    pub offset: usize,
    /// The lengths of an array of C's; empty for what is none.
    pub shape: &'static [usize],
    pub item: Dtype,
}

impl PartialEq for Record {
    /// Whether both lie in memory alike; names do not count.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
            || (self.size, self.packed, self.fields.len()) == (other.size, other.packed, other.fields.len())
                && self
                    .fields
                    .iter()
                    .zip(other.fields)
                    .all(|(a, b)| (a.offset, a.shape, a.item) == (b.offset, b.shape, b.item))
    }
}

impl Eq for Record {}

impl Hash for Record {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.size, self.fields.len()).hash(state);
    }
}
