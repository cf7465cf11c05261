//! `cpython.array`: what C code does with an object of `array.array`.

use super::{Obj, call, call_method, delitem, from_value, getattr, length, slice};
use crate::mem::{Ptr, Void};
use crate::name;
use crate::raise::{Exc, Raise};
use pyo3::ffi;

/// The head of `arrayobject` in CPython's `arraymodule.c`.
#[repr(C)]
struct ArrayHead {
    ob_base: ffi::PyVarObject,
    ob_item: *mut Void,
}

/// Where the items lie, until the array is resized. Of a variable that holds arrays only, or `None`; nothing is asked of
/// the interpreter, whose lock may be released.
///
/// # Errors
/// `TypeError` for `None`.
pub fn array_data(array: &Obj) -> Result<Ptr<Void>, Raise> {
    // SAFETY: the address of a static; what is not `None` is an array, of a subclass too, and has the head.
    unsafe {
        if array.is_null() || array.as_ptr() == ffi::Py_None() {
            return Err(Raise::plain(Exc::TypeError, "'NoneType' object has no attribute 'data'"));
        }
        Ok(Ptr((*array.as_ptr().cast::<ArrayHead>()).ob_item))
    }
}

/// `clone(template, length, zero)`: a new array of the class and type code of another; its items are zero either way.
///
/// # Errors
/// `MemoryError`, `ValueError`, `AttributeError` for what is no array.
pub fn array_clone(template: &Obj, count: i64, _: i32) -> Result<Obj, Raise> {
    let class = getattr(template, name!("__class__"))?;
    call(&class, &[getattr(template, name!("typecode"))?, zeros(template, count)?], &[])
}

/// `copy(array)`
///
/// # Errors
/// As [`array_clone`].
pub fn array_copy(array: &Obj) -> Result<Obj, Raise> {
    call_method(array, name!("__copy__"), &[], &[])
}

/// `resize(array, n)` and `resize_smart(array, n)`: items that are new are zero.
///
/// # Errors
/// `BufferError` while somebody holds a view of it.
pub fn array_resize(array: &Obj, count: i64) -> Result<i32, Raise> {
    let own = length(array)?;
    if count < own {
        delitem(array, &slice(&from_value(count.max(0))?, &Obj::NULL, &Obj::NULL)?)?;
    } else {
        call_method(array, name!("frombytes"), &[zeros(array, count - own)?], &[])?;
    }
    Ok(0)
}

/// `extend(array, other)`: two arrays of one type code.
///
/// # Errors
/// `TypeError` for another type code.
pub fn array_extend(array: &Obj, other: &Obj) -> Result<i32, Raise> {
    // SAFETY: live objects.
    let code = |array: &Obj| getattr(array, name!("typecode")).map(|code| unsafe { super::text(code.as_ptr()) });
    if code(array)? != code(other)? {
        return Err(Raise::plain(Exc::TypeError, "bad argument type for built-in operation"));
    }
    call_method(array, name!("extend"), std::slice::from_ref(other), &[])?;
    Ok(0)
}

/// `extend_buffer(array, stuff, n)`: that many items from memory of C's.
///
/// # Errors
/// `MemoryError`, `BufferError`.
pub fn array_extend_buffer(array: &Obj, stuff: Ptr<i8>, count: i64) -> Result<i32, Raise> {
    let bytes = crate::mem::bytes_of(stuff.cast(), count.saturating_mul(item_size(array)?))?;
    call_method(array, name!("frombytes"), &[bytes], &[])?;
    Ok(0)
}

/// `zero(array)`
///
/// # Errors
/// `TypeError` for what has no buffer.
pub fn array_zero(array: &Obj) -> Result<(), Raise> {
    let mut raw = ffi::Py_buffer::new();
    // SAFETY: a live object; the buffer is released before it goes.
    unsafe {
        if ffi::PyObject_GetBuffer(array.as_ptr(), &mut raw, ffi::PyBUF_WRITABLE) < 0 {
            return Err(super::error());
        }
        std::ptr::write_bytes(raw.buf.cast::<u8>(), 0, raw.len as usize);
        ffi::PyBuffer_Release(&mut raw);
    }
    Ok(())
}

fn item_size(array: &Obj) -> Result<i64, Raise> {
    // SAFETY: a live object; an error is told by -1.
    match unsafe { ffi::PyLong_AsLongLong(getattr(array, name!("itemsize"))?.as_ptr()) } {
        -1 => Err(super::error()),
        size => Ok(size),
    }
}

/// The bytes of that many items that are zero.
fn zeros(array: &Obj, count: i64) -> Result<Obj, Raise> {
    let size = count.max(0).saturating_mul(item_size(array)?);
    // SAFETY: a new object, filled before anybody sees it.
    unsafe {
        let bytes = Obj::result(ffi::PyBytes_FromStringAndSize(std::ptr::null(), size as isize))?;
        std::ptr::write_bytes(ffi::PyBytes_AsString(bytes.as_ptr()).cast::<u8>(), 0, size as usize);
        Ok(bytes)
    }
}
