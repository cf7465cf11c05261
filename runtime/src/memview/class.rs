//! The type, and what the interpreter calls of it.

use super::MemoryView;
use super::attributes::{self, ATTRIBUTES, METHODS};
use crate::boundary::set_error;
use crate::obj::{self, Class};
use crate::raise::{Cause, Exc, Raise};
use pyo3::ffi::{self, PyObject};
use std::ffi::{c_int, c_uint, c_void};
use std::ptr::null_mut;

pub(super) static CLASS: Class = Class::new(spec);

/// Whether the object is a typed memoryview of this extension.
///
/// # Safety
/// A live object.
pub(super) unsafe fn is(object: *mut PyObject) -> bool {
    // SAFETY: by the caller.
    unsafe { CLASS.is_of(object) }
}

fn spec() -> ffi::PyType_Spec {
    // The interpreter keeps the method and getset tables: they are leaked, once a process.
    let getset = |(at, (name, _)): (usize, &(&'static std::ffi::CStr, _))| ffi::PyGetSetDef {
        name: name.as_ptr(),
        get: Some(attributes::get),
        set: None,
        doc: std::ptr::null(),
        closure: std::ptr::without_provenance_mut::<c_void>(at),
    };
    let mut getsets: Vec<_> = ATTRIBUTES.iter().enumerate().map(getset).collect();
    getsets.push(ffi::PyGetSetDef::default());
    let mut methods: Vec<_> = METHODS.iter().zip(CALLS).map(|((name, _), call)| method(name, call)).collect();
    methods.push(method(c"__reduce__", reduce));
    methods.push(method(c"__reduce_ex__", reduce));
    methods.push(ffi::PyMethodDef::zeroed());
    methods[METHODS.len() + 1].ml_flags = ffi::METH_O;
    let slot = |slot: c_int, pfunc: *mut c_void| ffi::PyType_Slot { slot, pfunc };
    let slots = Box::leak(Box::new([
        slot(ffi::Py_tp_dealloc, dealloc as unsafe extern "C" fn(*mut PyObject) as *mut c_void),
        slot(ffi::Py_tp_traverse, traverse as ffi::traverseproc as *mut c_void),
        slot(ffi::Py_tp_clear, clear as ffi::inquiry as *mut c_void),
        slot(ffi::Py_tp_repr, repr as ffi::reprfunc as *mut c_void),
        slot(ffi::Py_tp_str, str as ffi::reprfunc as *mut c_void),
        slot(ffi::Py_tp_methods, methods.leak().as_mut_ptr().cast()),
        slot(ffi::Py_tp_getset, getsets.leak().as_mut_ptr().cast()),
        slot(ffi::Py_mp_length, length as ffi::lenfunc as *mut c_void),
        slot(ffi::Py_sq_length, length as ffi::lenfunc as *mut c_void),
        slot(ffi::Py_mp_subscript, subscript as ffi::binaryfunc as *mut c_void),
        slot(ffi::Py_mp_ass_subscript, ass_subscript as ffi::objobjargproc as *mut c_void),
        slot(ffi::Py_sq_item, item as ffi::ssizeargfunc as *mut c_void),
        slot(ffi::Py_bf_getbuffer, get_buffer as ffi::getbufferproc as *mut c_void),
        slot(0, null_mut()),
    ]));
    let flags = ffi::Py_TPFLAGS_DEFAULT
        | ffi::Py_TPFLAGS_HAVE_GC
        | ffi::Py_TPFLAGS_SEQUENCE
        | ffi::Py_TPFLAGS_IMMUTABLETYPE
        | ffi::Py_TPFLAGS_DISALLOW_INSTANTIATION;
    ffi::PyType_Spec {
        name: c"pyrx._memoryviewslice".as_ptr(),
        basicsize: size_of::<MemoryView>() as c_int,
        itemsize: 0,
        flags: flags as c_uint,
        slots: slots.as_mut_ptr(),
    }
}

type Call = unsafe extern "C" fn(*mut PyObject, *mut PyObject) -> *mut PyObject;

fn method(name: &'static std::ffi::CStr, call: Call) -> ffi::PyMethodDef {
    ffi::PyMethodDef {
        ml_name: name.as_ptr(),
        ml_meth: ffi::PyMethodDefPointer { PyCFunction: call },
        ml_flags: ffi::METH_NOARGS,
        ml_doc: std::ptr::null(),
    }
}

/// The methods of the table, as the interpreter calls them.
const CALLS: [Call; METHODS.len()] = [call::<0>, call::<1>, call::<2>, call::<3>];

unsafe extern "C" fn call<const AT: usize>(slf: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    // SAFETY: called on instances only.
    answer(METHODS[AT].1(unsafe { own(slf) }))
}

unsafe extern "C" fn reduce(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    answer(Err(Raise::plain(Exc::TypeError, "no default __reduce__ due to non-trivial __cinit__")))
}

/// # Safety
/// An instance.
unsafe fn own<'a>(slf: *mut PyObject) -> &'a MemoryView {
    // SAFETY: by the caller.
    unsafe { &*slf.cast() }
}

/// A result for the interpreter: null with its error set.
pub(super) fn answer(result: Result<*mut PyObject, Raise>) -> *mut PyObject {
    result.unwrap_or_else(|error| {
        set_error(error);
        null_mut()
    })
}

unsafe extern "C" fn dealloc(slf: *mut PyObject) {
    // SAFETY: the last reference is gone; what is held goes, then the memory and the type.
    unsafe {
        ffi::PyObject_GC_UnTrack(slf.cast());
        clear(slf);
        let class = ffi::Py_TYPE(slf);
        ffi::PyObject_GC_Del(slf.cast());
        ffi::Py_DECREF(class.cast());
    }
}

unsafe extern "C" fn traverse(slf: *mut PyObject, visit: ffi::visitproc, arg: *mut c_void) -> c_int {
    // SAFETY: called by the collector.
    unsafe {
        for object in [ffi::Py_TYPE(slf).cast(), own(slf).base, own(slf).memory] {
            if !object.is_null() {
                let stop = visit(object, arg);
                if stop != 0 {
                    return stop;
                }
            }
        }
    }
    0
}

/// Nobody looks at the memory any more once it is gone: the view is of no elements.
unsafe extern "C" fn clear(slf: *mut PyObject) -> c_int {
    // SAFETY: the fields are emptied before the references go, since that may run code.
    unsafe {
        let own: *mut MemoryView = slf.cast();
        (*own).part.shape = [0; crate::owner::MAX_RANK];
        (*own).format = c"B".as_ptr();
        let base = std::mem::replace(&mut (*own).base, null_mut());
        let memory = std::mem::replace(&mut (*own).memory, null_mut());
        ffi::Py_XDECREF(memory);
        ffi::Py_XDECREF(base);
    }
    0
}

unsafe extern "C" fn repr(slf: *mut PyObject) -> *mut PyObject {
    // SAFETY: an instance.
    answer(unsafe { own(slf) }.text(Some(slf)))
}

unsafe extern "C" fn str(slf: *mut PyObject) -> *mut PyObject {
    // SAFETY: an instance.
    answer(unsafe { own(slf) }.text(None))
}

unsafe extern "C" fn length(slf: *mut PyObject) -> isize {
    // SAFETY: an instance.
    let part = &unsafe { own(slf) }.part;
    if part.rank == 0 { 0 } else { part.shape[0] }
}

unsafe extern "C" fn subscript(slf: *mut PyObject, index: *mut PyObject) -> *mut PyObject {
    // SAFETY: an instance and a live object.
    answer(unsafe { own(slf) }.get(index))
}

/// `for x in view` counts up to the first `IndexError`.
unsafe extern "C" fn item(slf: *mut PyObject, at: isize) -> *mut PyObject {
    let index = obj::from_value(at as i64);
    // SAFETY: an instance.
    answer(index.and_then(|index| unsafe { own(slf) }.get(index.as_ptr())))
}

unsafe extern "C" fn ass_subscript(slf: *mut PyObject, index: *mut PyObject, value: *mut PyObject) -> c_int {
    let result = match value.is_null() {
        true => {
            let text = "Subscript deletion not supported by pyrx._memoryviewslice".to_owned();
            Err(Raise::new(Cause::Message(Exc::NotImplementedError, text)))
        }
        // SAFETY: an instance and live objects.
        false => unsafe { own(slf) }.set(index, value),
    };
    match result {
        Ok(()) => 0,
        Err(error) => {
            set_error(error);
            -1
        }
    }
}

unsafe extern "C" fn get_buffer(slf: *mut PyObject, raw: *mut ffi::Py_buffer, flags: c_int) -> c_int {
    // SAFETY: an instance, which the buffer holds; shape and strides lie in it and never change while it is held.
    unsafe {
        let own: *mut MemoryView = slf.cast();
        (*raw).obj = null_mut();
        if let Err(error) = refused(&*own, flags) {
            set_error(error);
            return -1;
        }
        let has = |flag: c_int| flags & flag == flag;
        (*raw).buf = (*own).part.data.cast();
        (*raw).len = (*own).part.size() * (*own).item_size();
        (*raw).itemsize = (*own).item_size();
        (*raw).readonly = c_int::from(!(*own).writable);
        (*raw).ndim = (*own).part.rank as c_int;
        (*raw).format = if has(ffi::PyBUF_FORMAT) { (*own).format.cast_mut() } else { null_mut() };
        (*raw).shape = if has(ffi::PyBUF_ND) { (*own).part.shape.as_mut_ptr() } else { null_mut() };
        (*raw).strides = if has(ffi::PyBUF_STRIDES) { (*own).part.strides.as_mut_ptr() } else { null_mut() };
        (*raw).suboffsets = null_mut();
        (*raw).internal = null_mut();
        (*raw).obj = ffi::Py_NewRef(slf);
        0
    }
}

/// What the consumer asks for and the view is not.
fn refused(own: &MemoryView, flags: c_int) -> Result<(), Raise> {
    let has = |flag: c_int| flags & flag == flag;
    let (c, fortran) = (own.part.is_contiguous(own.item_size()), own.part.transposed().is_contiguous(own.item_size()));
    let error = |text| Err(Raise::plain(Exc::BufferError, text));
    if has(ffi::PyBUF_WRITABLE) && !own.writable {
        return Err(Raise::plain(Exc::ValueError, "Cannot create writable memory view from read-only memoryview"));
    }
    if has(ffi::PyBUF_C_CONTIGUOUS) && !c {
        return error("memoryview: underlying buffer is not C-contiguous");
    }
    if has(ffi::PyBUF_F_CONTIGUOUS) && !fortran {
        return error("memoryview: underlying buffer is not Fortran contiguous");
    }
    if has(ffi::PyBUF_ANY_CONTIGUOUS) && !c && !fortran {
        return error("memoryview: underlying buffer is not contiguous");
    }
    if !has(ffi::PyBUF_STRIDES) && !c {
        return error("memoryview: underlying buffer is not C-contiguous");
    }
    Ok(())
}
