//! C's strings, arrays and structs from and to Python.

use std::ffi::CString;

use super::PyObject;
use super::arg::{ArgSpec, FromPy};
use super::c_strings;
use crate::ToPy;
use crate::mem::Ptr;
use crate::obj::{self, Obj};
use crate::raise::{Cause, Exc, Raise};
use pyo3::ffi;

impl<T> FromPy for Ptr<T> {
    /// The text of a `bytes` or `bytearray`, which lives as long as the object does.
    fn from_py(object: *mut PyObject, _: &'static ArgSpec) -> Result<Self, Raise> {
        // SAFETY: a live object of the class that is asked for.
        unsafe {
            if ffi::PyBytes_Check(object) != 0 {
                return Ok(Ptr(ffi::PyBytes_AsString(object).cast()));
            }
            if ffi::PyByteArray_Check(object) != 0 {
                return Ok(Ptr(ffi::PyByteArray_AsString(object).cast()));
            }
            if c_strings::takes(object) {
                return Ok(Ptr(c_strings::characters(object)?.cast_mut().cast()));
            }
        }
        let name = super::arg::type_name(object);
        Err(Raise::new(Cause::Message(Exc::TypeError, format!("expected bytes, {name} found"))))
    }

    fn fits(object: *mut PyObject, _: &'static ArgSpec) -> bool {
        // SAFETY: a live object.
        unsafe { ffi::PyBytes_Check(object) != 0 || ffi::PyByteArray_Check(object) != 0 || c_strings::takes(object) }
    }
}

impl<T: FromPy, const N: usize> FromPy for [T; N] {
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Self, Raise> {
        // SAFETY: a live object; the list is new.
        let (items, count) = unsafe {
            let items = Obj::result(ffi::PySequence_List(object))?;
            let count = ffi::PyList_GET_SIZE(items.as_ptr()) as usize;
            (items, count)
        };
        if count != N {
            let (class, text) = match count > N {
                true => (Exc::IndexError, format!("too many values found during array assignment, expected {N}")),
                false => (
                    Exc::IndexError,
                    format!("not enough values found during array assignment, expected {N}, got {count}"),
                ),
            };
            return Err(Raise::new(Cause::Message(class, text)));
        }
        let mut values = Vec::with_capacity(N);
        for at in 0..N {
            // SAFETY: the list is new, and as long as was checked.
            let item = unsafe { Obj::from_borrowed(ffi::PyList_GET_ITEM(items.as_ptr(), at as isize)) };
            values.push(T::from_object(&item, spec)?);
        }
        values.try_into().map_err(|_| Raise::plain(Exc::SystemError, "a C array of another length"))
    }

    fn fits(object: *mut PyObject, _: &'static ArgSpec) -> bool {
        // SAFETY: a live object.
        unsafe { ffi::PySequence_Check(object) != 0 }
    }
}

impl<T: ToPy, const N: usize> ToPy for [T; N] {
    fn to_py(self) -> Result<*mut PyObject, Raise> {
        let items: Result<Vec<Obj>, Raise> = self.into_iter().map(obj::from_value).collect();
        Ok(obj::list(&items?)?.into_ptr())
    }
}

/// C's `char*` for Python: what lies there up to the zero.
pub struct CText<T>(pub Ptr<T>);

impl<T> ToPy for CText<T> {
    fn to_py(self) -> Result<*mut PyObject, Raise> {
        let start = self.0.0.cast_const();
        // SAFETY: the source vouches for its pointer.
        unsafe { c_strings::text_object(start.cast(), std::ffi::CStr::from_ptr(start.cast()).count_bytes()) }
    }
}

/// An array of `char` for Python: the bytes up to the zero, or all.
pub struct CArrayText<T, const N: usize>(pub [T; N]);

impl<T, const N: usize> ToPy for CArrayText<T, N> {
    fn to_py(self) -> Result<*mut PyObject, Raise> {
        // SAFETY: the items are single bytes: `char` or `unsigned char`.
        let bytes = unsafe { std::slice::from_raw_parts((&raw const self.0).cast::<u8>(), N) };
        let count = bytes.iter().position(|byte| *byte == 0).unwrap_or(N);
        // SAFETY: the bytes live through the call.
        unsafe { c_strings::text_object(bytes.as_ptr(), count) }
    }
}

/// A struct for Python: a dict of its fields.
///
/// # Errors
/// `MemoryError`.
pub fn struct_dict(fields: &[(&'static str, Obj)]) -> Result<*mut PyObject, Raise> {
    let items: Vec<(Obj, Obj)> =
        fields.iter().map(|(name, value)| (obj::str_const(obj::interned(name)), value.clone())).collect();
    Ok(obj::dict(&items)?.into_ptr())
}

/// A field of a struct from a mapping.
///
/// # Errors
/// `TypeError` for what is no mapping, `ValueError` where the field is missing, what the conversion raises.
pub fn struct_field<T: FromPy>(object: *mut PyObject, name: &'static str, spec: &'static ArgSpec) -> Result<T, Raise> {
    // SAFETY: a live object.
    unsafe {
        if ffi::PyMapping_Check(object) == 0 {
            let got = super::arg::type_name(object);
            return Err(Raise::new(Cause::Message(Exc::TypeError, format!("Expected a mapping, got {got}"))));
        }
        let key = CString::new(name).unwrap_or_default();
        let found = ffi::PyMapping_GetItemString(object, key.as_ptr());
        if found.is_null() && ffi::PyErr_ExceptionMatches(ffi::PyExc_KeyError) != 0 {
            ffi::PyErr_Clear();
            let text = format!("No value specified for struct attribute '{name}'");
            return Err(Raise::new(Cause::Message(Exc::ValueError, text)));
        }
        let found = Obj::result(found)?;
        T::from_object(&found, spec)
    }
}

/// Whether an object may become a struct.
pub fn is_mapping(object: *mut PyObject) -> bool {
    // SAFETY: a live object.
    unsafe { ffi::PyMapping_Check(object) != 0 }
}
