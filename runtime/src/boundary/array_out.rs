//! Arrays for Python: the argument itself, a NumPy view of it, or native memory that NumPy takes over.

use super::PyObject;
use super::to_py::{ToPy, made};
use crate::array::Array;
use crate::memview;
use crate::new;
use crate::numpy_api::{self, Api, ArrayObject, WRITEABLE, dtype_of};
use crate::obj::Obj;
use crate::owner::{Mem, Owner};
use crate::raise::Raise;
use crate::view::{Elem, View};
use pyo3::ffi;
use std::sync::Arc;
use std::sync::atomic::Ordering;

impl<E: Elem, const N: usize> ToPy for Array<E, N> {
    fn to_py(self) -> Result<*mut PyObject, Raise> {
        let Array { view, owner } = self;
        if view.is_none() {
            return ().to_py();
        }
        // SAFETY: the objects that owners name are alive: arguments during the call, the others by a reference.
        unsafe {
            match owner {
                Owner::Arg { object, whole: true } => Ok(ffi::Py_NewRef(object)),
                Owner::Arg { object, whole: false } => part_of(view, object),
                Owner::Held { object, whole: true } => Ok(ffi::Py_NewRef(object.as_ptr())),
                Owner::Held { object, whole: false } => part_of(view, object.as_ptr()),
                Owner::Buffer { buffer, whole: true } => Ok(ffi::Py_NewRef(buffer.exporter.as_ptr())),
                Owner::Buffer { buffer, whole: false } => {
                    let api = numpy_api::api()?;
                    let base = Obj::from_borrowed(buffer.memory.as_ptr());
                    over(api, view, api.descr(E::DTYPE)?, buffer.writable, base)
                }
                Owner::Native { mem, whole } => native(view, mem, whole),
                Owner::Pointer => {
                    let api = numpy_api::api()?;
                    over(api, view, api.descr(E::DTYPE)?, true, memview::array::over_pointer(&view)?)
                }
                // Memory that nobody keeps alive for us.
                Owner::None => new::copy(&view)?.to_py(),
            }
        }
    }
}

impl<E: Elem, const N: usize> ToPy for &Array<E, N> {
    fn to_py(self) -> Result<*mut PyObject, Raise> {
        self.clone().to_py()
    }
}

/// What keeps the memory of a view alive, for an object of its own.
pub(crate) struct Base {
    /// The object that the memory came from.
    pub object: Obj,
    /// The memoryview that keeps its buffer exported, where it is no array.
    pub memory: Obj,
    pub writable: bool,
}

/// The base of a view, which holds its memory. Memory that nobody keeps alive is copied, and `view` moved there.
pub(super) fn base_of<E: Elem, const N: usize>(view: &mut View<E, N>, owner: Owner) -> Result<Base, Raise> {
    let array = |object: Obj| {
        // SAFETY: an ndarray.
        let writable = unsafe { (*object.as_ptr().cast::<ArrayObject>()).flags & WRITEABLE != 0 };
        Ok(Base { object, memory: Obj::NULL, writable })
    };
    // SAFETY: the objects that owners name are alive.
    unsafe {
        match owner {
            Owner::Arg { object, .. } => array(Obj::from_borrowed(object)),
            Owner::Held { object, .. } => array(Obj::from_borrowed(object.as_ptr())),
            Owner::Buffer { buffer, .. } => Ok(Base {
                object: Obj::from_borrowed(buffer.exporter.as_ptr()),
                memory: Obj::from_borrowed(buffer.memory.as_ptr()),
                writable: buffer.writable,
            }),
            Owner::Native { mem, .. } => array(Obj::from_borrowed(block_object(numpy_api::api()?, &mem)?)),
            Owner::Pointer => {
                let object = memview::array::over_pointer(view)?;
                let memory = Obj::result(ffi::PyMemoryView_FromObject(object.as_ptr()))?;
                Ok(Base { object, memory, writable: true })
            }
            Owner::None => {
                let (copied, owner) = new::copy(view)?.split();
                *view = copied;
                base_of(view, owner)
            }
        }
    }
}

/// A view of part of an array object: its own dtype object where the elements are the same, and its writability.
unsafe fn part_of<E: Elem, const N: usize>(view: View<E, N>, base: *mut PyObject) -> Result<*mut PyObject, Raise> {
    let api = numpy_api::api()?;
    // SAFETY: an ndarray, alive.
    unsafe {
        let array = &*base.cast::<ArrayObject>();
        let same = dtype_of((*array.descr).type_num) == Some(E::DTYPE);
        let descr = if same { ffi::Py_NewRef(array.descr.cast()) } else { api.descr(E::DTYPE)? };
        over(api, view, descr, array.flags & WRITEABLE != 0, Obj::from_borrowed(base))
    }
}

/// A new ndarray over the view's memory, which `base` keeps alive. Steals `descr`.
unsafe fn over<E: Elem, const N: usize>(
    api: Api,
    view: View<E, N>,
    descr: *mut PyObject,
    writable: bool,
    base: Obj,
) -> Result<*mut PyObject, Raise> {
    // SAFETY: the view lies in memory that `base` keeps alive from here on.
    unsafe {
        let flags = if writable { WRITEABLE } else { 0 };
        let array = made(api.new_array(descr, &view.shape, &view.strides, view.ptr, flags))?;
        let array = Obj::from_owned(array);
        if !api.set_base(array.as_ptr(), base.into_ptr()) {
            return Err(crate::obj::error());
        }
        Ok(array.into_ptr())
    }
}

unsafe fn native<E: Elem, const N: usize>(
    view: View<E, N>,
    mem: Arc<Mem>,
    whole: bool,
) -> Result<*mut PyObject, Raise> {
    let api = numpy_api::api()?;
    let mem = match Arc::try_unwrap(mem) {
        // Nobody else uses the memory: it goes over to NumPy for good.
        Ok(mem) if whole && mem.object.load(Ordering::Acquire).is_null() => {
            // SAFETY: the whole block, allocated by malloc, and not freed by us any more.
            unsafe {
                let array = made(api.new_array(api.descr(E::DTYPE)?, &view.shape, &view.strides, view.ptr, WRITEABLE))?;
                api.own_data(array);
                std::mem::forget(mem);
                return Ok(array);
            }
        }
        Ok(mem) => Arc::new(mem),
        Err(mem) => mem,
    };
    // SAFETY: the array that owns the block is held by it.
    unsafe {
        let object = block_object(api, &mem)?;
        let same = whole && mem.shape[..mem.rank] == view.shape && mem.strides[..mem.rank] == view.strides;
        if same && mem.dtype == E::DTYPE {
            return Ok(ffi::Py_NewRef(object));
        }
        over(api, view, api.descr(E::DTYPE)?, true, Obj::from_borrowed(object))
    }
}

/// The ndarray of a block that nobody else uses.
pub(crate) fn array_of_block(api: Api, mem: Mem) -> Result<Obj, Raise> {
    let mem = Arc::new(mem);
    // SAFETY: the array owns the memory from here on; the block only holds the array.
    unsafe { block_object(api, &mem).map(|object| Obj::from_borrowed(object)) }
}

/// The ndarray of the whole block, made when Python first sees a part of it; borrowed from the block.
unsafe fn block_object(api: Api, mem: &Mem) -> Result<*mut PyObject, Raise> {
    let known = mem.object.load(Ordering::Acquire);
    if !known.is_null() {
        return Ok(known);
    }
    // SAFETY: the shape is the one the block was made with. The array owns the memory, the block holds the array.
    unsafe {
        let (shape, strides) = (&mem.shape[..mem.rank], &mem.strides[..mem.rank]);
        let array = made(api.new_array(api.descr(mem.dtype)?, shape, strides, mem.ptr(), WRITEABLE))?;
        api.own_data(array);
        mem.object.store(array, Ordering::Release);
        Ok(array)
    }
}
