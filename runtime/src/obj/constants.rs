//! Constants of the program as objects. Strings are made once and kept.

use super::Obj;
use crate::raise::Raise;
use pyo3::ffi::{self, PyObject};
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};

/// Mixes two machine words: the keys are addresses of constants, nobody chooses them.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_usize(byte.into()));
    }

    fn write_usize(&mut self, word: usize) {
        self.0 = (self.0.rotate_left(5) ^ word as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

type Table = HashMap<(usize, usize), *mut PyObject, BuildHasherDefault<Mix>>;

thread_local! {
    /// Interned strings by the address and length of their text; immortal. A table per thread needs no lock, and
    /// interning gives every thread the same object.
    static STRINGS: RefCell<Table> = RefCell::new(Table::default());
}

/// A name or a text of the program as the interned string, which is never let go of.
#[derive(Clone, Copy)]
pub struct Interned(*mut PyObject);

impl Interned {
    #[inline(always)]
    pub fn as_ptr(self) -> *mut PyObject {
        self.0
    }
}

/// Where [`name!`](crate::name) keeps a string once it is made.
pub struct Name {
    text: &'static str,
    string: AtomicPtr<PyObject>,
}

impl Name {
    pub const fn new(text: &'static str) -> Name {
        Name { text, string: AtomicPtr::new(null_mut()) }
    }

    #[inline(always)]
    pub fn interned(&'static self) -> Interned {
        let known = self.string.load(Ordering::Acquire);
        if known.is_null() { self.made() } else { Interned(known) }
    }

    /// Two threads that come here at once make the same object.
    #[cold]
    fn made(&'static self) -> Interned {
        let string = make(self.text);
        self.string.store(string, Ordering::Release);
        Interned(string)
    }
}

/// The interned string of a literal: one load after the first time.
#[macro_export]
macro_rules! name {
    ($text:literal) => {{
        static NAME: $crate::obj::Name = $crate::obj::Name::new($text);
        NAME.interned()
    }};
}

/// The interned string of a name that a table holds.
pub fn interned(text: &'static str) -> Interned {
    let key = (text.as_ptr().addr(), text.len());
    let known = STRINGS.with(|table| table.borrow().get(&key).copied());
    Interned(known.unwrap_or_else(|| {
        let string = make(text);
        STRINGS.with(|table| table.borrow_mut().insert(key, string));
        string
    }))
}

#[cold]
fn make(text: &'static str) -> *mut PyObject {
    // SAFETY: valid UTF-8 of this length. Without memory for a name nothing can go on.
    unsafe {
        let mut string = ffi::PyUnicode_FromStringAndSize(text.as_ptr().cast(), text.len() as isize);
        assert!(!string.is_null(), "no memory for a string constant");
        ffi::PyUnicode_InternInPlace(&mut string);
        string
    }
}

/// The string as an object.
#[inline(always)]
pub fn str_const(text: Interned) -> Obj {
    // SAFETY: a reference to it is held for ever.
    unsafe { Obj::from_borrowed(text.as_ptr()) }
}

/// # Errors
/// `MemoryError`; so for every function here that returns a result.
pub fn bytes_const(bytes: &'static [u8]) -> Result<Obj, Raise> {
    // SAFETY: copies the bytes.
    unsafe { Obj::result(ffi::PyBytes_FromStringAndSize(bytes.as_ptr().cast(), bytes.len() as isize)) }
}

/// An integer from its decimal digits, of any size.
///
/// # Errors
/// See [`bytes_const`].
pub fn int_big(digits: &'static str) -> Result<Obj, Raise> {
    let digits = std::ffi::CString::new(digits).unwrap_or_default();
    // SAFETY: a terminated string.
    unsafe { Obj::result(ffi::PyLong_FromString(digits.as_ptr(), std::ptr::null_mut(), 0)) }
}

/// # Errors
/// See [`bytes_const`].
pub fn int_const(value: i64) -> Result<Obj, Raise> {
    // SAFETY: needs the lock only.
    unsafe { Obj::result(ffi::PyLong_FromLongLong(value)) }
}

/// # Errors
/// See [`bytes_const`].
pub fn float_const(value: f64) -> Result<Obj, Raise> {
    // SAFETY: needs the lock only.
    unsafe { Obj::result(ffi::PyFloat_FromDouble(value)) }
}

/// # Errors
/// See [`bytes_const`].
pub fn complex_const(real: f64, imaginary: f64) -> Result<Obj, Raise> {
    // SAFETY: needs the lock only.
    unsafe { Obj::result(ffi::PyComplex_FromDoubles(real, imaginary)) }
}

pub fn none() -> Obj {
    // SAFETY: a static object.
    unsafe { Obj::from_borrowed(ffi::Py_None()) }
}

pub fn ellipsis() -> Obj {
    // SAFETY: a static object.
    unsafe { Obj::from_borrowed(ffi::Py_Ellipsis()) }
}
