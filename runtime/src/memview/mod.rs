//! Typed memoryviews of a `.pyx` as Python sees them: objects over the memory of others, with Cython's behaviour.
//!
//! One type an extension. It exports the buffer protocol, so that NumPy, `memoryview` and other modules take it.

pub(crate) mod array;
mod array_class;
mod assign;
mod attributes;
mod class;
mod index;
mod item;
mod part;

use crate::array::Array;
use crate::boundary::array_out::Base;
use crate::boundary::buffer::Buffer;
use crate::boundary::c_view;
use crate::boundary::{ArgLayout, ArgSpec};
use crate::numpy_api::{self, ArrayObject};
use crate::obj::{Held, Obj};
use crate::owner::Owner;
use crate::raise::Raise;
use crate::view::{Dtype, Elem, View};
use part::Part;
use pyo3::ffi::{self, PyObject};
use std::cell::UnsafeCell;
use std::ffi::c_char;
use std::sync::Arc;

/// An instance.
#[repr(C)]
pub(crate) struct MemoryView {
    /// Its count of references changes behind everybody's back.
    ob_base: UnsafeCell<PyObject>,
    /// `.base`: the object that the memory came from; null only when the collector has cleared it.
    base: *mut PyObject,
    /// The memoryview that keeps the buffer of `base` exported; null where that is an array of numbers.
    memory: *mut PyObject,
    part: Part,
    dtype: Dtype,
    /// The struct code that exports show: a static, or that of `memory`.
    format: *const c_char,
    writable: bool,
}

impl MemoryView {
    /// A new object for a view whose memory `base` keeps alive.
    ///
    /// # Errors
    /// `MemoryError`.
    pub(crate) fn make<E: Elem, const N: usize>(view: &View<E, N>, base: Base) -> Result<*mut PyObject, Raise> {
        let part = Part::new(view.ptr, &view.shape, &view.strides);
        let Base { object, mut memory, writable } = base;
        let format = match E::DTYPE {
            Dtype::Record(_) => format_of_records(&object, &mut memory)?,
            _ if is_truth(&object) => c"?".as_ptr(),
            dtype => format(dtype),
        };
        Self::object(Content { part, dtype: E::DTYPE, format, writable }, object, memory)
    }

    fn object(content: Content, base: Obj, memory: Obj) -> Result<*mut PyObject, Raise> {
        // SAFETY: the object is new; every field behind the head is written before anyone sees it.
        unsafe {
            let object = Obj::result(ffi::PyType_GenericAlloc(class::CLASS.get()?, 0))?;
            let own: *mut MemoryView = object.as_ptr().cast();
            (*own).base = base.into_ptr();
            (*own).memory = memory.into_ptr();
            (&raw mut (*own).part).write(content.part);
            (&raw mut (*own).dtype).write(content.dtype);
            (&raw mut (*own).format).write(content.format);
            (*own).writable = content.writable;
            Ok(object.into_ptr())
        }
    }

    /// Another part of the same memory.
    fn with(&self, part: Part) -> Result<*mut PyObject, Raise> {
        let content = Content { part, dtype: self.dtype, format: self.format, writable: self.writable };
        // SAFETY: both are alive, or null.
        let (base, memory) = unsafe { (Obj::from_borrowed(self.base), Obj::from_borrowed(self.memory)) };
        Self::object(content, base, memory)
    }

    /// A memoryview of this extension.
    pub(crate) fn of<'a>(object: *mut PyObject) -> Option<&'a MemoryView> {
        // SAFETY: a live object; of this class it has this struct.
        unsafe { class::is(object).then(|| &*object.cast::<MemoryView>()) }
    }

    /// The view as an argument; `None` if it is not what is asked for.
    pub(crate) fn array<E: Elem, const N: usize>(&self, spec: &'static ArgSpec) -> Option<Array<E, N>> {
        let fits = spec.c.is_some_and(|c| c_view::holds::<E>(self.dtype, c));
        if !fits || self.part.rank != N || spec.writable && !self.writable || self.base.is_null() {
            return None;
        }
        // SAFETY: the memory is what the base holds, of elements of this size.
        let mut view = unsafe { View::<E, N>::new(self.part.data, [0; N], [0; N]) };
        view.shape.copy_from_slice(self.part.shape());
        view.strides.copy_from_slice(self.part.strides());
        let fits = match spec.layout {
            ArgLayout::C => view.is_c_contiguous(),
            ArgLayout::F => view.is_f_contiguous(),
            ArgLayout::Any | ArgLayout::Inner => true,
        };
        if !fits || !crate::boundary::has_inner(&view, spec.layout) {
            return None;
        }
        Some(Array::new(view, self.owner()))
    }

    fn owner(&self) -> Owner {
        // SAFETY: the base is alive, and so is the memory where there is one.
        unsafe {
            let base = Obj::from_borrowed(self.base);
            if self.memory.is_null() {
                return Owner::Held { object: Arc::new(Held::new(&base)), whole: false };
            }
            let memory = Obj::from_borrowed(self.memory);
            Owner::Buffer { buffer: Arc::new(Buffer::held(&base, &memory, self.writable)), whole: false }
        }
    }

    fn item_size(&self) -> isize {
        self.dtype.size() as isize
    }
}

/// What an object shows of its memory.
struct Content {
    part: Part,
    dtype: Dtype,
    format: *const c_char,
    writable: bool,
}

/// The format of the object that structs lie in, whose names of fields may be others; a memoryview keeps it.
fn format_of_records(object: &Obj, memory: &mut Obj) -> Result<*const c_char, Raise> {
    let mut raw = ffi::Py_buffer::new();
    // SAFETY: what a memoryview exports is what it holds itself: its format lives as long as it.
    unsafe {
        if memory.is_null() {
            *memory = Obj::result(ffi::PyMemoryView_FromObject(object.as_ptr()))?;
        }
        if ffi::PyObject_GetBuffer(memory.as_ptr(), &mut raw, ffi::PyBUF_FULL_RO) < 0 {
            return Err(crate::obj::error());
        }
        let format = raw.format;
        ffi::PyBuffer_Release(&mut raw);
        Ok(format)
    }
}

/// Whether the memory is an array of truth values.
fn is_truth(base: &Obj) -> bool {
    let dtype = |array: &ArrayObject| {
        // SAFETY: every ndarray has a dtype.
        numpy_api::dtype_of(unsafe { (*array.descr).type_num })
    };
    // SAFETY: an ndarray has this struct.
    numpy_api::is_array(base.as_ptr()) && dtype(unsafe { &*base.as_ptr().cast() }) == Some(Dtype::Bool)
}

/// The struct code of a dtype of numbers.
fn format(dtype: Dtype) -> *const c_char {
    let code = match dtype {
        Dtype::Bool => c"?",
        Dtype::I8 => c"b",
        Dtype::I16 => c"h",
        Dtype::I32 => c"i",
        Dtype::I64 => c"l",
        Dtype::U8 => c"B",
        Dtype::U16 => c"H",
        Dtype::U32 => c"I",
        Dtype::U64 => c"L",
        Dtype::F32 => c"f",
        Dtype::F64 => c"d",
        Dtype::C64 => c"Zf",
        Dtype::C128 => c"Zd",
        // Theirs is that of the memory that they lie in.
        Dtype::Record(_) => c"B",
    };
    code.as_ptr()
}
