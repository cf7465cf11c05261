//! `view[index] = value`

use super::index::Found;
use super::part::Part;
use super::{MemoryView, item};
use crate::boundary::buffer::{dtype, parts};
use crate::obj;
use crate::owner::MAX_RANK;
use crate::raise::{Cause, Exc, Raise};
use pyo3::ffi::{self, PyObject};

impl MemoryView {
    /// Stores an object: one element, all of a part, or the elements of another buffer.
    ///
    /// # Errors
    /// In Cython's words; what the conversion raises.
    pub(super) fn set(&self, index: *mut PyObject, value: *mut PyObject) -> Result<(), Raise> {
        if !self.writable {
            return Err(Raise::plain(Exc::TypeError, "Cannot assign to read-only memoryview"));
        }
        let part = match self.find(index)? {
            Found::Item(at) => {
                let bytes = item::bytes(self.dtype, value)?;
                // SAFETY: an element of the view, which may be written.
                unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), at, self.dtype.size()) };
                return Ok(());
            }
            Found::Whole => self.part,
            Found::Part(part) => part,
        };
        // SAFETY: a live object.
        match unsafe { ffi::PyObject_CheckBuffer(value) } {
            0 => self.fill(&part, value),
            _ => self.copy_from(&part, value),
        }
    }

    fn fill(&self, part: &Part, value: *mut PyObject) -> Result<(), Raise> {
        let bytes = item::bytes(self.dtype, value)?;
        let size = self.dtype.size();
        // SAFETY: elements of the view, which may be written.
        part.each_pair(part, &mut |to, _| unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), to, size) });
        Ok(())
    }

    fn copy_from(&self, part: &Part, value: *mut PyObject) -> Result<(), Raise> {
        let mut raw = ffi::Py_buffer::new();
        // SAFETY: a live object; the buffer is released below.
        unsafe {
            if ffi::PyObject_GetBuffer(value, &mut raw, ffi::PyBUF_FULL_RO) < 0 {
                return Err(obj::error());
            }
            let result = self.copy_buffer(part, &raw);
            ffi::PyBuffer_Release(&mut raw);
            result
        }
    }

    unsafe fn copy_buffer(&self, part: &Part, raw: &ffi::Py_buffer) -> Result<(), Raise> {
        let rank = raw.ndim as usize;
        let (_, code) = parts(raw);
        if rank > MAX_RANK || !raw.suboffsets.is_null() || dtype(code, raw.itemsize) != Some(self.dtype) {
            let text = "Buffer dtype mismatch between the memoryview and what is assigned to it".to_owned();
            return Err(Raise::new(Cause::Message(Exc::ValueError, text)));
        }
        // SAFETY: a full buffer has shape and strides for its dimensions.
        let (shape, strides) = unsafe {
            let axes = |start: *mut isize| if rank == 0 { &[] } else { std::slice::from_raw_parts(start, rank) };
            (axes(raw.shape), axes(raw.strides))
        };
        let source = Part::new(raw.buf.cast(), shape, strides).spread(part)?;
        let size = self.dtype.size();
        // All is read before anything is written: the memory may be the same.
        let mut held = Vec::with_capacity(part.size() as usize * size);
        // SAFETY: elements of the source, then of the view; as many were put aside as are written.
        unsafe {
            part.each_pair(&source, &mut |_, from| held.extend_from_slice(std::slice::from_raw_parts(from, size)));
            let mut at = 0;
            part.each_pair(part, &mut |to, _| {
                std::ptr::copy_nonoverlapping(held.as_ptr().add(at), to, size);
                at += size;
            });
        }
        Ok(())
    }
}
