//! Strings, bytes and ranges from Python.

use super::PyObject;
use super::arg::{ArgSpec, FromPy, type_name};
use super::scalar_in;
use crate::name;
use crate::obj::{self, Obj};
use crate::raise::{Exc, Raise};
use crate::range::Range;
use crate::sequence::not_one;
use crate::text::origin::Origin;
use crate::text::{Bytes, Char, Str};
use pyo3::ffi;
use std::ptr::NonNull;
use std::sync::Arc;

impl FromPy for Str {
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Str, Raise> {
        read_str(object, spec).map(|text| text.of(argument(object)))
    }

    fn from_object(object: &Obj, spec: &'static ArgSpec) -> Result<Str, Raise> {
        read_str(object.as_ptr(), spec).map(|text| text.of(kept(object)))
    }

    fn fits(object: *mut PyObject, _: &'static ArgSpec) -> bool {
        // SAFETY: a live object.
        unsafe { ffi::PyUnicode_Check(object) != 0 }
    }
}

/// The origin of a value that outlives the call.
fn argument(object: *mut PyObject) -> Origin {
    NonNull::new(object).map_or(Origin::Unknown, Origin::Argument)
}

/// The origin of a value that may go away while the call runs.
fn kept(object: &Obj) -> Origin {
    Origin::Kept(Arc::new(object.clone()))
}

fn read_str(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Str, Raise> {
    if !Str::fits(object, spec) {
        return Err(spec.type_error(object));
    }
    // SAFETY: a live object.
    if unsafe { ffi::PyUnicode_CheckExact(object) } == 0 {
        return Err(Raise::escape("a subclass of str"));
    }
    // SAFETY: a str, whose contents never change: as many units of its kind as it is long.
    unsafe {
        if ffi::PyUnicode_READY(object) != 0 {
            return Err(obj::error());
        }
        let (data, length) = (ffi::PyUnicode_DATA(object), ffi::PyUnicode_GetLength(object) as usize);
        let points: Arc<[u32]> = match ffi::PyUnicode_KIND(object) {
            ffi::PyUnicode_1BYTE_KIND => widened(std::slice::from_raw_parts(data.cast::<u8>(), length)),
            ffi::PyUnicode_2BYTE_KIND => widened(std::slice::from_raw_parts(data.cast::<u16>(), length)),
            _ => Arc::from(std::slice::from_raw_parts(data.cast::<u32>(), length)),
        };
        Ok(Str::shared(points))
    }
}

/// The units as code points.
fn widened<T: Copy + Into<u32>>(units: &[T]) -> Arc<[u32]> {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has it.
        return unsafe { widened_by_eight(units) };
    }
    units.iter().map(|&unit| unit.into()).collect()
}

/// The same, eight units at a time: a string is read at each call, so that this is most of what a short loop over it costs.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn widened_by_eight<T: Copy + Into<u32>>(units: &[T]) -> Arc<[u32]> {
    let mut points = Arc::new_uninit_slice(units.len());
    if let Some(room) = Arc::get_mut(&mut points) {
        for (point, &unit) in std::iter::zip(&mut *room, units) {
            point.write(unit.into());
        }
    }
    // SAFETY: nobody else has the memory yet, so that every item was written.
    unsafe { points.assume_init() }
}

impl FromPy for Char {
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Char, Raise> {
        // SAFETY: a live object, and a str where it is read.
        unsafe {
            if ffi::PyUnicode_Check(object) == 0 {
                return match spec.c {
                    Some(c) => scalar_in::code_point(object, spec, c).map(Char),
                    None => Err(spec.type_error(object)),
                };
            }
            let length = ffi::PyUnicode_GetLength(object);
            if length != 1 {
                if let Some(c) = spec.c {
                    return Err(not_one(c.name, length as usize));
                }
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
        // SAFETY: a live object.
        if unsafe { ffi::PyBytes_CheckExact(object) } == 0 {
            return Err(Raise::escape("a subclass of bytes"));
        }
        // SAFETY: a bytes object, whose contents never change and which outlives the call.
        unsafe {
            let start: *const u8 = ffi::PyBytes_AsString(object).cast();
            Ok(Bytes::borrowed(start, ffi::PyBytes_Size(object) as usize).of(argument(object)))
        }
    }

    fn from_object(object: &Obj, spec: &'static ArgSpec) -> Result<Bytes, Raise> {
        // Slices of it outlive the object that it keeps alive.
        Self::from_py(object.as_ptr(), spec).map(|bytes| Bytes::shared(bytes.items().into()).of(kept(object)))
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
        let range = Range { start: part(name!("start"))?, stop: part(name!("stop"))?, step: part(name!("step"))? };
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
