//! Strings, bytes and ranges from Python.

use super::PyObject;
use super::arg::{ArgSpec, FromPy, type_name};
use crate::obj::{self, Obj};
use crate::raise::{Exc, Raise};
use crate::range::Range;
use crate::text::{Bytes, Char, Str};
use pyo3::ffi;
use std::sync::Arc;

impl FromPy for Str {
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Str, Raise> {
        if !Self::fits(object, spec) {
            return Err(spec.type_error(object));
        }
        // SAFETY: a live object.
        if unsafe { ffi::PyUnicode_CheckExact(object) } == 0 {
            return Err(Raise::escape("a subclass of str"));
        }
        // SAFETY: a str; the buffer has room for its length, and is filled when the call succeeds.
        unsafe {
            let length = ffi::PyUnicode_GetLength(object);
            let mut points = Arc::<[u32]>::new_uninit_slice(length as usize);
            if length > 0 {
                let room = Arc::get_mut(&mut points).map_or(std::ptr::null_mut(), |room| room.as_mut_ptr().cast());
                if ffi::PyUnicode_AsUCS4(object, room, length, 0).is_null() {
                    return Err(obj::error());
                }
            }
            Ok(Str::from_shared(points.assume_init()))
        }
    }

    fn fits(object: *mut PyObject, _: &'static ArgSpec) -> bool {
        // SAFETY: a live object.
        unsafe { ffi::PyUnicode_Check(object) != 0 }
    }
}

impl FromPy for Char {
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Char, Raise> {
        // SAFETY: a live object, and a str where it is read.
        unsafe {
            if ffi::PyUnicode_Check(object) == 0 {
                return Err(spec.type_error(object));
            }
            let length = ffi::PyUnicode_GetLength(object);
            if length != 1 {
                return Err(spec.wrong(Exc::TypeError, &format!("a string of length {length}")));
            }
            Ok(Char(ffi::PyUnicode_ReadChar(object, 0)))
        }
    }

    fn fits(object: *mut PyObject, _: &'static ArgSpec) -> bool {
        // SAFETY: a live object, and a str where its length is asked.
        unsafe { ffi::PyUnicode_Check(object) != 0 && ffi::PyUnicode_GetLength(object) == 1 }
    }
}

impl FromPy for Bytes {
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Bytes, Raise> {
        if !Self::fits(object, spec) {
            // SAFETY: a live object.
            let bytes_like = unsafe { ffi::PyByteArray_Check(object) != 0 || ffi::PyMemoryView_Check(object) != 0 };
            // What behaves as bytes do, but may change: the original function takes it.
            return Err(if bytes_like { Raise::escape("not bytes") } else { spec.type_error(object) });
        }
        // SAFETY: a bytes object; its contents never change.
        unsafe {
            let start: *const u8 = ffi::PyBytes_AsString(object).cast();
            Ok(Bytes::from_bytes(std::slice::from_raw_parts(start, ffi::PyBytes_Size(object) as usize)))
        }
    }

    fn fits(object: *mut PyObject, _: &'static ArgSpec) -> bool {
        // SAFETY: a live object.
        unsafe { ffi::PyBytes_Check(object) != 0 }
    }
}

impl FromPy for Range {
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Range, Raise> {
        if !Self::fits(object, spec) {
            return Err(spec.wrong(Exc::TypeError, &type_name(object)));
        }
        // SAFETY: a live object.
        let range = unsafe { Obj::from_borrowed(object) };
        let part = |name| i64::from_object(&obj::getattr(&range, name)?, spec);
        let range = Range { start: part("start")?, stop: part("stop")?, step: part("step")? };
        let distance = (range.stop as i128 - range.start as i128).unsigned_abs();
        if distance > i64::MAX as u128 {
            return Err(Raise::escape("length of a range leaves 64 bits"));
        }
        Ok(range)
    }

    fn fits(object: *mut PyObject, _: &'static ArgSpec) -> bool {
        // SAFETY: a live object; the address of a static type.
        unsafe { std::ptr::eq(ffi::Py_TYPE(object), &raw const ffi::PyRange_Type) }
    }
}
