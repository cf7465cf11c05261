//! Python objects in mixed functions: one function an operation of the interpreter. The lock is held throughout.

mod access;
mod arrays;
mod build;
mod calls;
mod characters;
mod cimported;
mod class;
mod constants;
mod globals;
mod held;
mod iterate;
mod manager;
mod operators;
mod raising;
mod values;

pub use crate::memview::array::{
    view_array, view_array_data, view_array_itemsize, view_array_len, view_array_mode, view_array_ndim, view_array_of,
    view_array_set_callback, view_array_set_data,
};
pub use access::{delattr, delitem, getattr, getitem, getitem_at, setattr, setitem};
pub use arrays::{array_clone, array_copy, array_data, array_extend, array_extend_buffer, array_resize, array_zero};
pub use build::{dict, format, join_str, list, set, slice, tuple};
pub use calls::{append, call, call_method, call_spread, import};
pub use characters::{byte, byte_at, character, character_at, characters, has_byte};
pub use cimported::{array_class, broadcast_class, dtype_class, flatiter_class, ndarray_class};
pub(crate) use class::Class;
pub(crate) use constants::interned;
pub use constants::{
    Interned, Name, bytes_const, complex_const, ellipsis, float_const, int_big, int_const, none, str_const,
};
pub use globals::{del_global, del_global_of, enum_item, enum_item_of, global, global_of, set_global, set_global_of};
pub use held::{Held, drain, release};
pub use iterate::{iter, next, unpack, unpack_rest};
pub use manager::{enter, exit_of};
pub use operators::{BinOp, CmpOp, UnOp, binary, compare, inplace, truth, unary};
pub(crate) use raising::text;
pub use raising::{error, exception_object, matches, raise, reraise};
pub use values::{
    byte_of_code, bytes_of_char, from_value, is_none, is_same, is_sequence, length, of_class, or_escape, to_native,
};

use crate::raise::Raise;
use pyo3::ffi::{self, PyObject};
use std::ptr::null_mut;

/// An owned reference, or null: a local that is not set.
pub struct Obj(*mut PyObject);

// SAFETY: an object is only touched under the interpreter lock; a drop without it is put off (`release`).
unsafe impl Send for Obj {}
// SAFETY: as above.
unsafe impl Sync for Obj {}

impl Obj {
    pub const NULL: Obj = Obj(null_mut());

    /// Takes over a reference, which may be null.
    ///
    /// # Safety
    /// The reference belongs to the caller.
    #[inline(always)]
    pub unsafe fn from_owned(object: *mut PyObject) -> Obj {
        Obj(object)
    }

    /// A reference of one's own to an object that somebody else holds.
    ///
    /// # Safety
    /// The object is alive, or null.
    #[inline(always)]
    pub unsafe fn from_borrowed(object: *mut PyObject) -> Obj {
        // SAFETY: alive, by the caller.
        unsafe { ffi::Py_XINCREF(object) };
        Obj(object)
    }

    /// The result of a C API call: null means that it raised.
    ///
    /// # Safety
    /// As [`Obj::from_owned`]; where it is null, the interpreter's error indicator is set.
    #[inline(always)]
    pub(crate) unsafe fn result(object: *mut PyObject) -> Result<Obj, Raise> {
        if object.is_null() { Err(error()) } else { Ok(Obj(object)) }
    }

    #[inline(always)]
    pub fn as_ptr(&self) -> *mut PyObject {
        self.0
    }

    /// Hands the reference over.
    #[inline(always)]
    pub fn into_ptr(self) -> *mut PyObject {
        let object = self.0;
        std::mem::forget(self);
        object
    }

    #[inline(always)]
    pub fn is_null(&self) -> bool {
        self.0.is_null()
    }

    /// `a is b`.
    #[inline(always)]
    pub fn is(&self, other: &Obj) -> bool {
        self.0 == other.0
    }

    #[inline(always)]
    pub fn is_none(&self) -> bool {
        // SAFETY: the address of a static.
        self.0 == unsafe { ffi::Py_None() }
    }
}

impl Default for Obj {
    fn default() -> Obj {
        Obj::NULL
    }
}

impl Clone for Obj {
    #[inline]
    fn clone(&self) -> Obj {
        // SAFETY: alive, since we hold a reference.
        unsafe { Obj::from_borrowed(self.0) }
    }
}

impl Drop for Obj {
    #[inline]
    fn drop(&mut self) {
        if !self.0.is_null() {
            // SAFETY: this is our reference.
            unsafe { release(self.0) };
        }
    }
}

impl std::fmt::Debug for Obj {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Obj({:p})", self.0)
    }
}

/// Whether a C API call that returns a status succeeded.
#[inline(always)]
fn status(code: std::ffi::c_int) -> Result<(), Raise> {
    if code < 0 { Err(error()) } else { Ok(()) }
}
