//! The class of `cython.view.array`, and what the interpreter calls of it.

use super::array::{OwnArray, Wanted};
use super::class::answer;
use crate::boundary::{set_error, type_name};
use crate::name;
use crate::obj::{self, Obj};
use crate::owner::MAX_RANK;
use crate::raise::{Cause, Exc, Raise, Value};
use pyo3::ffi::{self, PyObject};
use std::ffi::{CString, c_char, c_int, c_uint, c_void};
use std::ptr::null_mut;

pub(super) fn spec() -> ffi::PyType_Spec {
    let slot = |slot: c_int, pfunc: *mut c_void| ffi::PyType_Slot { slot, pfunc };
    // The interpreter keeps the tables: they are leaked, once a process.
    let getsets = Box::leak(Box::new([
        ffi::PyGetSetDef {
            name: c"memview".as_ptr(),
            get: Some(memview),
            set: None,
            doc: std::ptr::null(),
            closure: null_mut(),
        },
        ffi::PyGetSetDef::default(),
    ]));
    let slots = Box::leak(Box::new([
        slot(ffi::Py_tp_new, new as ffi::newfunc as *mut c_void),
        slot(ffi::Py_tp_dealloc, dealloc as unsafe extern "C" fn(*mut PyObject) as *mut c_void),
        slot(ffi::Py_tp_getattro, getattr as ffi::getattrofunc as *mut c_void),
        slot(ffi::Py_tp_getset, getsets.as_mut_ptr().cast()),
        slot(ffi::Py_mp_length, length as ffi::lenfunc as *mut c_void),
        slot(ffi::Py_sq_length, length as ffi::lenfunc as *mut c_void),
        slot(ffi::Py_mp_subscript, subscript as ffi::binaryfunc as *mut c_void),
        slot(ffi::Py_mp_ass_subscript, ass_subscript as ffi::objobjargproc as *mut c_void),
        slot(ffi::Py_sq_item, item as ffi::ssizeargfunc as *mut c_void),
        slot(ffi::Py_bf_getbuffer, get_buffer as ffi::getbufferproc as *mut c_void),
        slot(0, null_mut()),
    ]));
    ffi::PyType_Spec {
        name: c"cython.view.array".as_ptr(),
        basicsize: size_of::<OwnArray>() as c_int,
        itemsize: 0,
        flags: (ffi::Py_TPFLAGS_DEFAULT | ffi::Py_TPFLAGS_SEQUENCE | ffi::Py_TPFLAGS_IMMUTABLETYPE) as c_uint,
        slots: slots.as_mut_ptr(),
    }
}

/// # Safety
/// An instance.
unsafe fn own<'a>(slf: *mut PyObject) -> &'a OwnArray {
    // SAFETY: by the caller.
    unsafe { &*slf.cast() }
}

unsafe extern "C" fn new(_: *mut ffi::PyTypeObject, args: *mut PyObject, keywords: *mut PyObject) -> *mut PyObject {
    let (mut shape, mut item, mut format, mut mode, mut allocate) = (null_mut(), 0isize, null_mut(), null_mut(), 1);
    let names = [c"shape", c"itemsize", c"format", c"mode", c"allocate_buffer"].map(|name| name.as_ptr());
    let mut names = [names[0], names[1], names[2], names[3], names[4], std::ptr::null()];
    // SAFETY: the format asks for what the addresses are of; all live during the call.
    let parsed = unsafe {
        ffi::PyArg_ParseTupleAndKeywords(
            args,
            keywords,
            c"OnO|Op:array".as_ptr(),
            names.as_mut_ptr().cast(),
            &raw mut shape,
            &raw mut item,
            &raw mut format,
            &raw mut mode,
            &raw mut allocate,
        )
    };
    if parsed == 0 {
        return null_mut();
    }
    // SAFETY: what was parsed is borrowed from the arguments.
    answer(unsafe { wanted(shape, item, format, mode, allocate != 0) }.map(Obj::into_ptr))
}

/// # Safety
/// Live objects; `mode` may be null.
unsafe fn wanted(
    shape: *mut PyObject,
    item: isize,
    format: *mut PyObject,
    mode: *mut PyObject,
    allocate: bool,
) -> Result<Obj, Raise> {
    // SAFETY: live objects, by the caller.
    unsafe {
        if shape == ffi::Py_None() {
            return Err(Raise::plain(Exc::TypeError, "object of type 'NoneType' has no len()"));
        }
        if ffi::PyTuple_Check(shape) == 0 {
            let text = format!("Argument 'shape' has incorrect type (expected tuple, got {})", type_name(shape));
            return Err(Raise::new(Cause::Message(Exc::TypeError, text)));
        }
        if format == ffi::Py_None() {
            return Err(Raise::plain(Exc::TypeError, "Argument 'format' must not be None"));
        }
        let rank = ffi::PyTuple_Size(shape);
        if rank == 0 {
            return Err(Raise::plain(Exc::ValueError, "Empty shape tuple for cython.array"));
        }
        if item <= 0 {
            return Err(Raise::plain(Exc::ValueError, "itemsize <= 0 for cython.array"));
        }
        if rank as usize > MAX_RANK {
            let text = format!("cython.array has at most {MAX_RANK} axes, got {rank}");
            return Err(Raise::new(Cause::Message(Exc::ValueError, text)));
        }
        let format = encoded(format)?;
        let mut extents = [0; MAX_RANK];
        for axis in 0..rank {
            let extent = extent(ffi::PyTuple_GetItem(shape, axis))?;
            if extent <= 0 {
                let text = format!("Invalid shape in axis {axis}: {extent}.");
                return Err(Raise::new(Cause::Args(Exc::ValueError, vec![Value::Str(text)])));
            }
            extents[axis as usize] = extent;
        }
        let fortran = is_fortran(mode)?;
        let shape = &extents[..rank as usize];
        OwnArray::make(&Wanted { shape, item, format: &format, fortran, allocate })
    }
}

/// # Safety
/// A live object.
unsafe fn extent(object: *mut PyObject) -> Result<isize, Raise> {
    // SAFETY: by the caller.
    let extent = unsafe { ffi::PyNumber_AsSsize_t(object, ffi::PyExc_OverflowError) };
    // SAFETY: the lock is held.
    if extent == -1 && unsafe { !ffi::PyErr_Occurred().is_null() } {
        return Err(obj::error());
    }
    Ok(extent)
}

/// The format, a `bytes` or what has `encode`.
///
/// # Safety
/// A live object.
unsafe fn encoded(format: *mut PyObject) -> Result<CString, Raise> {
    // SAFETY: live objects, by the caller; the bytes of a `bytes` end in a zero.
    unsafe {
        let mut format = Obj::from_borrowed(format);
        if ffi::PyBytes_Check(format.as_ptr()) == 0 {
            format = obj::call_method(&format, name!("encode"), &[obj::from_value("ASCII")?], &[])?;
        }
        if ffi::PyBytes_Check(format.as_ptr()) == 0 {
            return Err(Raise::plain(Exc::TypeError, "expected bytes for the format"));
        }
        Ok(std::ffi::CStr::from_ptr(ffi::PyBytes_AsString(format.as_ptr())).to_owned())
    }
}

/// # Safety
/// A live object, or null.
unsafe fn is_fortran(mode: *mut PyObject) -> Result<bool, Raise> {
    if mode.is_null() {
        return Ok(false);
    }
    // SAFETY: by the caller.
    let mode = unsafe { Obj::from_borrowed(mode) };
    for (name, fortran) in [("c", false), ("fortran", true)] {
        if obj::truth(&obj::compare(obj::CmpOp::Eq, &mode, &obj::from_value(name)?)?)? {
            return Ok(fortran);
        }
    }
    // SAFETY: a live object.
    let shown = unsafe { Obj::result(ffi::PyObject_Str(mode.as_ptr()))? };
    // SAFETY: as above.
    let shown = unsafe { obj::text(shown.as_ptr()) };
    let text = format!("Invalid mode, expected 'c' or 'fortran', got {shown}");
    Err(Raise::new(Cause::Message(Exc::ValueError, text)))
}

unsafe extern "C" fn dealloc(slf: *mut PyObject) {
    // SAFETY: the last reference is gone; what is held goes, then the memory and the type.
    unsafe {
        (*slf.cast::<OwnArray>()).end();
        let class = ffi::Py_TYPE(slf);
        ffi::PyObject_Free(slf.cast());
        ffi::Py_DECREF(class.cast());
    }
}

unsafe extern "C" fn memview(slf: *mut PyObject, _: *mut c_void) -> *mut PyObject {
    // SAFETY: an instance.
    answer(unsafe { own(slf) }.view(slf).map(Obj::into_ptr))
}

/// What is no attribute of its own is one of its memoryview.
unsafe extern "C" fn getattr(slf: *mut PyObject, name: *mut PyObject) -> *mut PyObject {
    // SAFETY: an instance and a live object.
    unsafe {
        let found = ffi::PyObject_GenericGetAttr(slf, name);
        if !found.is_null() || ffi::PyErr_ExceptionMatches(ffi::PyExc_AttributeError) == 0 {
            return found;
        }
        ffi::PyErr_Clear();
        match own(slf).view(slf) {
            Ok(view) => ffi::PyObject_GetAttr(view.as_ptr(), name),
            Err(error) => answer(Err(error)),
        }
    }
}

unsafe extern "C" fn length(slf: *mut PyObject) -> isize {
    // SAFETY: an instance, which has an axis.
    unsafe { own(slf) }.part.shape[0]
}

unsafe extern "C" fn subscript(slf: *mut PyObject, index: *mut PyObject) -> *mut PyObject {
    // SAFETY: an instance and a live object.
    match unsafe { own(slf) }.view(slf) {
        // SAFETY: live objects.
        Ok(view) => unsafe { ffi::PyObject_GetItem(view.as_ptr(), index) },
        Err(error) => answer(Err(error)),
    }
}

unsafe extern "C" fn ass_subscript(slf: *mut PyObject, index: *mut PyObject, value: *mut PyObject) -> c_int {
    // SAFETY: an instance and live objects; without a value an item is to go.
    unsafe {
        match own(slf).view(slf) {
            Ok(view) if value.is_null() => ffi::PyObject_DelItem(view.as_ptr(), index),
            Ok(view) => ffi::PyObject_SetItem(view.as_ptr(), index, value),
            Err(error) => {
                set_error(error);
                -1
            }
        }
    }
}

/// `for x in array` counts up to the first `IndexError`.
unsafe extern "C" fn item(slf: *mut PyObject, at: isize) -> *mut PyObject {
    match obj::from_value(at as i64) {
        // SAFETY: an instance and a live object.
        Ok(index) => unsafe { subscript(slf, index.as_ptr()) },
        Err(error) => answer(Err(error)),
    }
}

unsafe extern "C" fn get_buffer(slf: *mut PyObject, raw: *mut ffi::Py_buffer, flags: c_int) -> c_int {
    // SAFETY: an instance, which the buffer holds; shape, strides and format lie in it and never change.
    unsafe {
        let own: *mut OwnArray = slf.cast();
        (*raw).obj = null_mut();
        let item = (*own).item;
        let (c, f) = ((*own).part.is_contiguous(item), (*own).part.transposed().is_contiguous(item));
        let has = |flag: c_int| flags & flag == flag;
        let strided = has(ffi::PyBUF_STRIDES);
        let refused = has(ffi::PyBUF_C_CONTIGUOUS) && !c
            || has(ffi::PyBUF_F_CONTIGUOUS) && !f
            || has(ffi::PyBUF_ANY_CONTIGUOUS) && !c && !f
            || !strided && !c;
        if refused {
            set_error(Raise::plain(Exc::ValueError, "Can only create a buffer that is contiguous in memory."));
            return -1;
        }
        (*raw).buf = (*own).part.data.cast();
        (*raw).len = (*own).len;
        (*raw).itemsize = item;
        (*raw).readonly = 0;
        (*raw).ndim = (*own).part.rank as c_int;
        (*raw).format = if has(ffi::PyBUF_FORMAT) { (*own).format } else { null_mut::<c_char>() };
        (*raw).shape = if has(ffi::PyBUF_ND) { (*own).part.shape.as_mut_ptr() } else { null_mut() };
        (*raw).strides = if strided { (*own).part.strides.as_mut_ptr() } else { null_mut() };
        (*raw).suboffsets = null_mut();
        (*raw).internal = null_mut();
        (*raw).obj = ffi::Py_NewRef(slf);
        0
    }
}
