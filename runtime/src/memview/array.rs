//! `cython.view.array`: memory of its own, or of a pointer, that exports the buffer protocol.

use super::MemoryView;
use super::part::Part;
use crate::boundary::buffer::dtype;
use crate::boundary::report_ignored;
use crate::mem::{Ptr, Void};
use crate::obj::{self, Class, Obj};
use crate::owner::MAX_RANK;
use crate::raise::{Cause, Exc, Raise};
use crate::view::{Dtype, Elem, View};
use pyo3::ffi::{self, PyObject};
use std::cell::UnsafeCell;
use std::ffi::{CStr, CString, c_char};

pub(super) static CLASS: Class = Class::new(super::array_class::spec);

/// What frees the memory when the array goes, in place of C's `free`.
pub type Callback = Option<fn(Ptr<Void>) -> Result<(), Raise>>;

/// An instance.
#[repr(C)]
pub(super) struct OwnArray {
    /// Its count of references changes behind everybody's back.
    ob_base: UnsafeCell<PyObject>,
    /// Where the items lie, their number on each axis, and the strides.
    pub part: Part,
    pub item: isize,
    /// The bytes of all items.
    pub len: isize,
    /// Of `CString::into_raw`.
    pub format: *mut c_char,
    pub fortran: bool,
    /// The memory is C's to free.
    frees: bool,
    callback: Callback,
}

/// How an array is asked for.
pub(super) struct Wanted<'a> {
    pub shape: &'a [isize],
    pub item: isize,
    pub format: &'a CStr,
    pub fortran: bool,
    /// It gets memory of its own.
    pub allocate: bool,
}

impl OwnArray {
    /// A new array; where it gets no memory, somebody sets `data`.
    ///
    /// # Errors
    /// `MemoryError`, `OverflowError` where no memory is so large.
    pub(super) fn make(wanted: &Wanted<'_>) -> Result<Obj, Raise> {
        let mut strides = [0; MAX_RANK];
        let mut step = wanted.item;
        for nth in 0..wanted.shape.len() {
            let axis = if wanted.fortran { nth } else { wanted.shape.len() - 1 - nth };
            strides[axis] = step;
            let bytes = step.checked_mul(wanted.shape[axis]);
            step = bytes.ok_or_else(|| Raise::plain(Exc::MemoryError, "unable to allocate array data."))?;
        }
        let data = match wanted.allocate {
            // SAFETY: any size will do.
            true => unsafe { libc::malloc(step as usize) }.cast::<u8>(),
            false => std::ptr::null_mut(),
        };
        if wanted.allocate && data.is_null() {
            return Err(Raise::plain(Exc::MemoryError, "unable to allocate array data."));
        }
        let part = Part::new(data, wanted.shape, &strides[..wanted.shape.len()]);
        Self::over(part, wanted.item, step, wanted.format, wanted.fortran, wanted.allocate)
    }

    fn over(part: Part, item: isize, len: isize, format: &CStr, fortran: bool, frees: bool) -> Result<Obj, Raise> {
        // SAFETY: the object is new; every field behind the head is written before anyone sees it.
        unsafe {
            let object = Obj::result(ffi::PyType_GenericAlloc(CLASS.get()?, 0))?;
            let own: *mut OwnArray = object.as_ptr().cast();
            (&raw mut (*own).part).write(part);
            (*own).item = item;
            (*own).len = len;
            (*own).format = CString::from(format).into_raw();
            (*own).fortran = fortran;
            (*own).frees = frees;
            (*own).callback = None;
            Ok(object)
        }
    }

    /// The instance that an object is.
    fn of<'a>(object: &Obj, attribute: &str) -> Result<&'a mut OwnArray, Raise> {
        if object.is_null() || object.is_none() {
            let text = format!("'NoneType' object has no attribute '{attribute}'");
            return Err(Raise::new(Cause::Message(Exc::AttributeError, text)));
        }
        if !is_view_array(object.as_ptr()) {
            return Err(Raise::plain(Exc::TypeError, "expected a cython.view.array"));
        }
        // SAFETY: an instance, whose fields are changed by one thread at a time.
        Ok(unsafe { &mut *object.as_ptr().cast() })
    }

    /// The memoryview of all of it; one of the interpreter's where the items are no numbers.
    pub(super) fn view(&self, own: *mut PyObject) -> Result<Obj, Raise> {
        // SAFETY: a live instance; the format lives as long as it.
        unsafe {
            let memory = Obj::result(ffi::PyMemoryView_FromObject(own))?;
            let Some(dtype) = dtype(CStr::from_ptr(self.format).to_bytes(), self.item) else { return Ok(memory) };
            let content = super::Content { part: self.part, dtype, format: self.format, writable: true };
            MemoryView::object(content, Obj::from_borrowed(own), memory).map(|view| Obj::from_owned(view))
        }
    }

    /// Frees what the array holds: it is going.
    pub(super) fn end(&mut self) {
        let data = std::mem::replace(&mut self.part.data, std::ptr::null_mut());
        match self.callback.take() {
            Some(callback) => {
                if let Err(error) = callback(Ptr(data.cast())) {
                    report_ignored(error, "cython.view.array.__dealloc__");
                }
            }
            // SAFETY: of `malloc`, by the source's word where it set the pointer.
            None if self.frees => unsafe { libc::free(data.cast()) },
            None => {}
        }
        if !self.format.is_null() {
            // SAFETY: of `CString::into_raw`, and nobody looks any more.
            drop(unsafe { CString::from_raw(self.format) });
        }
    }
}

/// The array of memory that somebody else keeps.
///
/// # Errors
/// `MemoryError`.
pub(crate) fn over_pointer<E: Elem, const N: usize>(view: &View<E, N>) -> Result<Obj, Raise> {
    let part = Part::new(view.ptr, &view.shape, &view.strides);
    let item = size_of::<E>() as isize;
    let format = match E::DTYPE {
        Dtype::Record(_) => record_format::<E>()?,
        // SAFETY: a static.
        dtype => unsafe { CStr::from_ptr(super::format(dtype)) }.to_owned(),
    };
    let fortran = !view.is_c_contiguous() && view.is_f_contiguous();
    OwnArray::over(part, item, part.size() * item, &format, fortran, false)
}

/// The format of a struct, as NumPy's type of it has it.
fn record_format<E: Elem>() -> Result<CString, Raise> {
    let empty = crate::new::copy(&View::<E, 1>::EMPTY)?;
    let array = crate::boundary::ToPy::to_py(empty)?;
    // SAFETY: a new reference.
    let array = unsafe { Obj::from_owned(array) };
    let mut memory = Obj::NULL;
    let format = super::format_of_records(&array, &mut memory)?;
    // SAFETY: the memoryview has the text, and is alive.
    Ok(unsafe { CStr::from_ptr(format) }.to_owned())
}

/// `cython.view.array` itself.
///
/// # Errors
/// `MemoryError`.
pub fn view_array() -> Result<Obj, Raise> {
    // SAFETY: the class lives for ever.
    CLASS.get().map(|class| unsafe { Obj::from_borrowed(class.cast()) })
}

/// Whether an object is one.
pub(crate) fn is_view_array(object: *mut PyObject) -> bool {
    // SAFETY: a live object.
    unsafe { CLASS.is_of(object) }
}

/// `<T[:n]>p` as an object.
///
/// # Errors
/// `MemoryError`.
pub fn view_array_of<E: Elem, const N: usize>(view: View<E, N>) -> Result<Obj, Raise> {
    over_pointer(&view)
}

/// `a.data`
///
/// # Errors
/// `AttributeError` for `None`.
pub fn view_array_data(array: &Obj) -> Result<Ptr<i8>, Raise> {
    Ok(Ptr(OwnArray::of(array, "data")?.part.data.cast()))
}

/// `a.data = p`
///
/// # Errors
/// As [`view_array_data`].
pub fn view_array_set_data(array: &Obj, data: Ptr<i8>) -> Result<(), Raise> {
    OwnArray::of(array, "data")?.part.data = data.0.cast();
    Ok(())
}

/// `a.callback_free_data = f`
///
/// # Errors
/// As [`view_array_data`].
pub fn view_array_set_callback(array: &Obj, callback: Callback) -> Result<(), Raise> {
    OwnArray::of(array, "callback_free_data")?.callback = callback;
    Ok(())
}

/// `a.len`: the bytes of all items.
///
/// # Errors
/// As [`view_array_data`].
pub fn view_array_len(array: &Obj) -> Result<i64, Raise> {
    Ok(OwnArray::of(array, "len")?.len as i64)
}

/// `a.itemsize`
///
/// # Errors
/// As [`view_array_data`].
pub fn view_array_itemsize(array: &Obj) -> Result<i64, Raise> {
    Ok(OwnArray::of(array, "itemsize")?.item as i64)
}

/// `a.ndim`
///
/// # Errors
/// As [`view_array_data`].
pub fn view_array_ndim(array: &Obj) -> Result<i32, Raise> {
    Ok(OwnArray::of(array, "ndim")?.part.rank as i32)
}

/// `a.mode`
///
/// # Errors
/// As [`view_array_data`].
pub fn view_array_mode(array: &Obj) -> Result<Obj, Raise> {
    let mode = if OwnArray::of(array, "mode")?.fortran { "fortran" } else { "c" };
    obj::from_value(mode)
}
