//! `view[index]`

use super::part::Part;
use super::{MemoryView, item};
use crate::obj::{self, Obj};
use crate::raise::{Cause, Exc, Raise};
use pyo3::ffi::{self, PyObject};

/// What an index leaves of a view.
pub(super) enum Found {
    /// One element, at an address.
    Item(*mut u8),
    /// `...`: all of it.
    Whole,
    Part(Part),
}

impl MemoryView {
    /// What an index names.
    ///
    /// # Errors
    /// `IndexError`, `TypeError` or `ValueError` in Cython's words.
    pub(super) fn find(&self, index: *mut PyObject) -> Result<Found, Raise> {
        // SAFETY: a live object; the items of a tuple live as long as it.
        unsafe {
            if index == ffi::Py_Ellipsis() {
                return Ok(Found::Whole);
            }
            let items: Vec<*mut PyObject> = match ffi::PyTuple_Check(index) != 0 {
                true => (0..ffi::PyTuple_GET_SIZE(index)).map(|at| ffi::PyTuple_GET_ITEM(index, at)).collect(),
                false => vec![index],
            };
            self.found(&items)
        }
    }

    unsafe fn found(&self, items: &[*mut PyObject]) -> Result<Found, Raise> {
        // SAFETY: live objects.
        unsafe {
            let ellipsis = ffi::Py_Ellipsis();
            let mut axes: Vec<Option<*mut PyObject>> = Vec::new();
            let mut spread = false;
            for &item in items {
                if item == ellipsis {
                    let missing = (self.part.rank + 1).saturating_sub(items.len());
                    let count = if spread { 1 } else { missing };
                    axes.extend(std::iter::repeat_n(None, count));
                    spread = true;
                    continue;
                }
                if ffi::PySlice_Check(item) == 0 && ffi::PyIndex_Check(item) == 0 {
                    let class = obj::text(ffi::Py_TYPE(item).cast());
                    let text = format!("Cannot index with type '{class}'");
                    return Err(Raise::new(Cause::Message(Exc::TypeError, text)));
                }
                axes.push(Some(item));
            }
            if axes.len() > self.part.rank {
                return Err(outside("Out of bounds on buffer access", self.part.rank));
            }
            axes.resize(self.part.rank, None);
            let whole = |axis: &Option<*mut PyObject>| axis.is_none_or(|item| ffi::PySlice_Check(item) != 0);
            if !spread && !axes.iter().any(whole) {
                return self.address(&axes);
            }
            self.sliced(&axes).map(Found::Part)
        }
    }

    unsafe fn address(&self, axes: &[Option<*mut PyObject>]) -> Result<Found, Raise> {
        let mut at = self.part.data;
        for (axis, item) in axes.iter().flatten().enumerate() {
            // SAFETY: live objects.
            let index = unsafe { position(*item, self.part.shape[axis])? };
            let index = index.ok_or_else(|| outside("Out of bounds on buffer access", axis))?;
            at = at.wrapping_offset(index * self.part.strides[axis]);
        }
        Ok(Found::Item(at))
    }

    unsafe fn sliced(&self, axes: &[Option<*mut PyObject>]) -> Result<Part, Raise> {
        let mut part = Part { rank: 0, ..self.part };
        let keep = |part: &mut Part, length, stride| {
            (part.shape[part.rank], part.strides[part.rank]) = (length, stride);
            part.rank += 1;
        };
        for (axis, item) in axes.iter().enumerate() {
            let (length, stride) = (self.part.shape[axis], self.part.strides[axis]);
            // SAFETY: live objects.
            unsafe {
                match *item {
                    None => keep(&mut part, length, stride),
                    Some(item) if ffi::PySlice_Check(item) != 0 => {
                        let (first, count, step) = bounds(item, length, axis)?;
                        if count > 0 {
                            part.data = part.data.wrapping_offset(first * stride);
                        }
                        keep(&mut part, count, stride * step);
                    }
                    Some(item) => {
                        let index = position(item, length)?.ok_or_else(|| outside("Index out of bounds", axis))?;
                        part.data = part.data.wrapping_offset(index * stride);
                    }
                }
            }
        }
        Ok(part)
    }

    /// `view[index]` as an object.
    ///
    /// # Errors
    /// As [`Self::find`].
    pub(super) fn get(&self, index: *mut PyObject) -> Result<*mut PyObject, Raise> {
        match self.find(index)? {
            // SAFETY: we are that object, and alive.
            Found::Whole => Ok(unsafe { ffi::Py_NewRef(self.ob_base.get()) }),
            // SAFETY: an element of the view.
            Found::Item(at) => unsafe { item::get(self.dtype, at) },
            Found::Part(part) => self.with(part),
        }
    }
}

/// The position that an index means on an axis of this length; `None` outside.
unsafe fn position(index: *mut PyObject, length: isize) -> Result<Option<isize>, Raise> {
    // SAFETY: a live object; -1 may be an error.
    let index = unsafe {
        let index = ffi::PyNumber_AsSsize_t(index, ffi::PyExc_IndexError);
        if index == -1 && !ffi::PyErr_Occurred().is_null() {
            return Err(obj::error());
        }
        index
    };
    let index = if index < 0 { index + length } else { index };
    Ok((0..length).contains(&index).then_some(index))
}

/// First position, length and step of a slice.
unsafe fn bounds(slice: *mut PyObject, length: isize, axis: usize) -> Result<(isize, isize, isize), Raise> {
    let (mut start, mut stop, mut step) = (0, 0, 0);
    // SAFETY: a live slice.
    unsafe {
        if ffi::PySlice_Unpack(slice, &mut start, &mut stop, &mut step) < 0 {
            let error = obj::error();
            return Err(if error.is_a(Exc::ValueError) { zero_step(axis) } else { error });
        }
        let count = ffi::PySlice_AdjustIndices(length, &mut start, &mut stop, step);
        Ok((start, count, step))
    }
}

fn zero_step(axis: usize) -> Raise {
    Raise::new(Cause::Message(Exc::ValueError, format!("Step may not be zero (axis {axis})")))
}

fn outside(text: &str, axis: usize) -> Raise {
    Raise::new(Cause::Message(Exc::IndexError, format!("{text} (axis {axis})")))
}

/// Borrowed `None`s and the like need no owner: an [`Obj`] for what does.
pub(super) fn owned(object: Result<*mut PyObject, Raise>) -> Result<Obj, Raise> {
    // SAFETY: a new reference.
    object.map(|object| unsafe { Obj::from_owned(object) })
}
