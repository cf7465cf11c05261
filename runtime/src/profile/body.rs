//! The object that the Python function of a call that profilers see is given, and runs.

use crate::obj::{Class, Obj};
use crate::raise::Raise;
use pyo3::ffi::{self, PyObject};
use std::cell::Cell;
use std::ffi::{c_int, c_uint, c_void};
use std::marker::PhantomData;
use std::ptr::null_mut;

/// Runs the body once: `None` if it has run, else whether it ended well, or with which exception (null where there is none).
pub(super) type Run<'a> = &'a mut dyn FnMut() -> Option<Result<(), Obj>>;

#[repr(C)]
struct Callable {
    ob_base: PyObject,
    /// A [`Run`]; null once the call is over, since a frame may keep the object.
    run: Cell<*mut c_void>,
}

/// The object, callable until this is dropped.
pub(super) struct Body<'a, 'b> {
    object: Obj,
    /// What the object points to.
    run: PhantomData<&'a mut Run<'b>>,
}

static CLASS: Class = Class::new(spec);

impl<'a, 'b> Body<'a, 'b> {
    /// # Errors
    /// `MemoryError`.
    pub(super) fn new(run: &'a mut Run<'b>) -> Result<Body<'a, 'b>, Raise> {
        // SAFETY: the object is new; the field behind the head is written before anyone sees it.
        let object = unsafe { Obj::result(ffi::PyType_GenericAlloc(CLASS.get()?, 0))? };
        let body = Body { object, run: PhantomData };
        body.callable().run.set(std::ptr::from_mut(run).cast());
        Ok(body)
    }

    pub(super) fn object(&self) -> &Obj {
        &self.object
    }

    fn callable(&self) -> &Callable {
        // SAFETY: `new` made it, and we hold it.
        unsafe { &*self.object.as_ptr().cast() }
    }
}

impl Drop for Body<'_, '_> {
    fn drop(&mut self) {
        self.callable().run.set(null_mut());
    }
}

unsafe extern "C" fn call(slf: *mut PyObject, _: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    // SAFETY: called on instances of the class; what is pointed to lives until the pointer is taken away, and is not entered
    // again, as the pointer is away while it runs.
    unsafe {
        let callable: *mut Callable = slf.cast();
        let run = (*callable).run.replace(null_mut());
        let done = if run.is_null() { None } else { (*run.cast::<Run<'_>>())() };
        match done {
            Some(Ok(())) => return ffi::Py_NewRef(ffi::Py_None()),
            Some(Err(raised)) if !raised.is_null() => {
                crate::boundary::restore(ffi::Py_TYPE(raised.as_ptr()).cast(), raised);
            }
            Some(Err(_)) => ffi::PyErr_SetNone(ffi::PyExc_SystemError),
            None => ffi::PyErr_SetString(ffi::PyExc_RuntimeError, c"the call is over".as_ptr()),
        }
        null_mut()
    }
}

fn spec() -> ffi::PyType_Spec {
    // The interpreter keeps nothing of the slots.
    let slots = Box::leak(Box::new([
        ffi::PyType_Slot { slot: ffi::Py_tp_call, pfunc: call as ffi::ternaryfunc as *mut c_void },
        ffi::PyType_Slot { slot: 0, pfunc: null_mut() },
    ]));
    ffi::PyType_Spec {
        name: c"pyrx.compiled_body".as_ptr(),
        basicsize: size_of::<Callable>() as c_int,
        itemsize: 0,
        flags: (ffi::Py_TPFLAGS_DEFAULT | ffi::Py_TPFLAGS_IMMUTABLETYPE | ffi::Py_TPFLAGS_DISALLOW_INSTANTIATION)
            as c_uint,
        slots: slots.as_mut_ptr(),
    }
}
