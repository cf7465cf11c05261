//! What texts of C's are to Python: what `c_string_type` and `c_string_encoding` say in the source of the extension that
//! this is linked into.

use std::sync::OnceLock;

use super::PyObject;
use super::to_py::made;
use crate::raise::Raise;
use pyo3::ffi;

/// The class of the object that a text of C's becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CStringClass {
    Bytes,
    ByteArray,
    Str,
}

/// How texts that become strings, or are made of them, are encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Ascii,
    Utf8,
    Latin1,
}

static SAID: OnceLock<(CStringClass, Option<Encoding>)> = OnceLock::new();

/// Notes what the source says.
pub fn set_c_strings(class: CStringClass, encoding: Option<Encoding>) {
    // A module that is imported again says the same.
    let _ = SAID.set((class, encoding));
}

fn said() -> (CStringClass, Option<Encoding>) {
    SAID.get().copied().unwrap_or((CStringClass::Bytes, None))
}

/// A text of C's for Python.
///
/// # Errors
/// `MemoryError`, `UnicodeDecodeError`.
///
/// # Safety
/// So many bytes lie there, and the interpreter's lock is held.
pub unsafe fn text_object(start: *const u8, count: usize) -> Result<*mut PyObject, Raise> {
    let (start, count) = (start.cast(), count as isize);
    // SAFETY: the caller's promise.
    made(unsafe {
        match said() {
            (CStringClass::Bytes, _) => ffi::PyBytes_FromStringAndSize(start, count),
            (CStringClass::ByteArray, _) => ffi::PyByteArray_FromStringAndSize(start, count),
            (CStringClass::Str, Some(Encoding::Ascii)) => ffi::PyUnicode_DecodeASCII(start, count, std::ptr::null()),
            (CStringClass::Str, Some(Encoding::Latin1)) => ffi::PyUnicode_DecodeLatin1(start, count, std::ptr::null()),
            (CStringClass::Str, Some(Encoding::Utf8) | None) => {
                ffi::PyUnicode_DecodeUTF8(start, count, std::ptr::null())
            }
        }
    })
}

/// Whether strings become texts of C's.
///
/// # Safety
/// A live object; the interpreter's lock is held.
pub(super) unsafe fn takes(object: *mut PyObject) -> bool {
    // SAFETY: the caller's promise.
    matches!(said().1, Some(Encoding::Ascii | Encoding::Utf8)) && unsafe { ffi::PyUnicode_Check(object) != 0 }
}

/// The characters of a string that [`takes`] has let in, which live as long as it does.
///
/// # Errors
/// `UnicodeEncodeError`, `MemoryError`.
///
/// # Safety
/// A live string; the interpreter's lock is held.
pub(super) unsafe fn characters(string: *mut PyObject) -> Result<*const u8, Raise> {
    // SAFETY: the caller's promise; what becomes ASCII is ASCII as it is.
    unsafe {
        if said().1 == Some(Encoding::Ascii) {
            let encoded = made(ffi::PyUnicode_AsASCIIString(string))?;
            ffi::Py_DECREF(encoded);
        }
        let start = ffi::PyUnicode_AsUTF8(string);
        if start.is_null() { Err(crate::obj::error()) } else { Ok(start.cast()) }
    }
}
