//! Constants of the program as objects. Strings are made once and kept.

use super::Obj;
use crate::raise::Raise;
use pyo3::ffi::{self, PyObject};
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

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

/// The interned string; for names and literals of the program.
pub fn str_const(text: &'static str) -> Obj {
    let key = (text.as_ptr().addr(), text.len());
    let known = STRINGS.with(|table| table.borrow().get(&key).copied());
    // SAFETY: the table holds a reference for ever.
    unsafe { Obj::from_borrowed(known.unwrap_or_else(|| make(text, key))) }
}

#[cold]
fn make(text: &'static str, key: (usize, usize)) -> *mut PyObject {
    // SAFETY: valid UTF-8 of this length. Without memory for a name nothing can go on.
    let string = unsafe {
        let mut string = ffi::PyUnicode_FromStringAndSize(text.as_ptr().cast(), text.len() as isize);
        assert!(!string.is_null(), "no memory for a string constant");
        ffi::PyUnicode_InternInPlace(&mut string);
        string
    };
    STRINGS.with(|table| table.borrow_mut().insert(key, string));
    string
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
