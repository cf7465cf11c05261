//! The function object: calls native code, and is its Python original in every other respect.

use super::definition::{Function, Module, ParamKind};
use super::fused;
use crate::obj::{self, Class, Obj};
use crate::raise::Raise;
use pyo3::ffi::{self, PyObject};
use std::ffi::{c_int, c_uint, c_void};
use std::ptr::null_mut;

/// An instance of `pyrx.compiled_function`.
#[repr(C)]
pub struct CompiledFunction {
    ob_base: PyObject,
    vectorcall: Option<ffi::vectorcallfunc>,
    /// Number of positional arguments that fill every parameter; `usize::MAX` where none does.
    pub(crate) simple_count: usize,
    /// The Python function that the `def` made; every attribute is its.
    pub(crate) original: *mut PyObject,
    weakrefs: *mut PyObject,
    /// `__signatures__`, once somebody has asked for it; null before, and where there is none.
    signatures: *mut PyObject,
    /// Of a function with fused parameters, it is one specialization.
    is_specialization: bool,
    pub(crate) function: &'static Function,
    pub(crate) module: &'static Module,
}

unsafe extern "C" {
    // In every CPython; the crate does not declare it.
    fn PyMethod_New(function: *mut PyObject, instance: *mut PyObject) -> *mut PyObject;
}

static CLASS: Class = Class::new(spec);

impl CompiledFunction {
    /// A compiled function for the Python function `original`.
    ///
    /// # Errors
    /// `MemoryError`.
    pub(super) fn make(module: &'static Module, function: &'static Function, original: &Obj) -> Result<Obj, Raise> {
        let class = CLASS.get()?;
        let all_positional =
            function.params.iter().all(|param| matches!(param.kind, ParamKind::PositionalOnly | ParamKind::Positional));
        // SAFETY: the object is new; every field behind the head is written before anyone sees it.
        unsafe {
            let object = Obj::result(ffi::PyType_GenericAlloc(class, 0))?;
            let own: *mut CompiledFunction = object.as_ptr().cast();
            (*own).vectorcall = Some(function.call);
            (*own).simple_count = if all_positional { function.params.len() } else { usize::MAX };
            (*own).original = original.clone().into_ptr();
            (&raw mut (*own).function).write(function);
            (&raw mut (*own).module).write(module);
            Ok(object)
        }
    }

    /// From now on calls go to the Python original: an assumption that native code relies on does not hold.
    pub(super) fn disable(object: &Obj) {
        // SAFETY: only called on objects that `make` made.
        unsafe { (*object.as_ptr().cast::<CompiledFunction>()).vectorcall = Some(call_original) };
    }

    /// Whether the object is a compiled function of this extension.
    pub(super) fn is(object: *mut PyObject) -> bool {
        // SAFETY: a live object.
        unsafe { CLASS.is_of(object) }
    }
}

/// The function object of one specialization of a function with fused parameters.
///
/// # Errors
/// `MemoryError`.
pub(super) fn specialization(function: &CompiledFunction, call: ffi::vectorcallfunc) -> Result<Obj, Raise> {
    // SAFETY: the original is alive as long as its holder; the object is new, and of our type.
    unsafe {
        let made = CompiledFunction::make(function.module, function.function, &Obj::from_borrowed(function.original))?;
        let own: *mut CompiledFunction = made.as_ptr().cast();
        (*own).is_specialization = true;
        let is_off =
            function.vectorcall.is_some_and(|own| std::ptr::fn_addr_eq(own, call_original as ffi::vectorcallfunc));
        (*own).vectorcall = Some(if is_off { call_original } else { call });
        Ok(made)
    }
}

unsafe extern "C" fn call_original(
    slf: *mut PyObject,
    args: *const *mut PyObject,
    nargsf: usize,
    kwnames: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's arguments, handed on.
    unsafe { ffi::PyObject_Vectorcall((*slf.cast::<CompiledFunction>()).original, args, nargsf, kwnames) }
}

fn spec() -> ffi::PyType_Spec {
    // The interpreter keeps the member, method and getset tables: they are leaked, once a process.
    let member = |name: &'static std::ffi::CStr, offset: usize| ffi::PyMemberDef {
        name: name.as_ptr(),
        type_code: ffi::Py_T_PYSSIZET,
        offset: offset as isize,
        flags: ffi::Py_READONLY,
        doc: std::ptr::null(),
    };
    let members = Box::leak(Box::new([
        member(c"__vectorcalloffset__", std::mem::offset_of!(CompiledFunction, vectorcall)),
        member(c"__weaklistoffset__", std::mem::offset_of!(CompiledFunction, weakrefs)),
        // SAFETY: all zero ends the table.
        unsafe { std::mem::zeroed() },
    ]));
    let methods = Box::leak(Box::new([
        ffi::PyMethodDef {
            ml_name: c"__reduce__".as_ptr(),
            ml_meth: ffi::PyMethodDefPointer { PyCFunction: reduce },
            ml_flags: ffi::METH_NOARGS,
            ml_doc: std::ptr::null(),
        },
        ffi::PyMethodDef::zeroed(),
    ]));
    let getset = Box::leak(Box::new([
        ffi::PyGetSetDef {
            name: c"__wrapped__".as_ptr(),
            get: Some(wrapped),
            set: None,
            doc: std::ptr::null(),
            closure: null_mut(),
        },
        ffi::PyGetSetDef {
            name: c"__signatures__".as_ptr(),
            get: Some(signatures),
            set: None,
            doc: std::ptr::null(),
            closure: null_mut(),
        },
        ffi::PyGetSetDef::default(),
    ]));
    let slot = |slot: c_int, pfunc: *mut c_void| ffi::PyType_Slot { slot, pfunc };
    let slots = Box::leak(Box::new([
        slot(ffi::Py_tp_dealloc, dealloc as unsafe extern "C" fn(*mut PyObject) as *mut c_void),
        slot(ffi::Py_tp_traverse, traverse as ffi::traverseproc as *mut c_void),
        slot(ffi::Py_tp_clear, clear as ffi::inquiry as *mut c_void),
        slot(ffi::Py_tp_call, ffi::PyVectorcall_Call as *mut c_void),
        slot(ffi::Py_tp_repr, repr as ffi::reprfunc as *mut c_void),
        slot(ffi::Py_tp_getattro, getattr as ffi::getattrofunc as *mut c_void),
        slot(ffi::Py_tp_setattro, setattr as ffi::setattrofunc as *mut c_void),
        slot(ffi::Py_tp_descr_get, bind as ffi::descrgetfunc as *mut c_void),
        slot(ffi::Py_mp_subscript, subscript as ffi::binaryfunc as *mut c_void),
        slot(ffi::Py_tp_members, members.as_mut_ptr().cast()),
        slot(ffi::Py_tp_methods, methods.as_mut_ptr().cast()),
        slot(ffi::Py_tp_getset, getset.as_mut_ptr().cast()),
        slot(0, null_mut()),
    ]));
    let flags = ffi::Py_TPFLAGS_DEFAULT
        | ffi::Py_TPFLAGS_HAVE_GC
        | ffi::Py_TPFLAGS_HAVE_VECTORCALL
        | ffi::Py_TPFLAGS_METHOD_DESCRIPTOR
        | ffi::Py_TPFLAGS_IMMUTABLETYPE
        | ffi::Py_TPFLAGS_DISALLOW_INSTANTIATION;
    ffi::PyType_Spec {
        name: c"pyrx.compiled_function".as_ptr(),
        basicsize: size_of::<CompiledFunction>() as c_int,
        itemsize: 0,
        flags: flags as c_uint,
        slots: slots.as_mut_ptr(),
    }
}

fn original(slf: *mut PyObject) -> *mut PyObject {
    // SAFETY: slots of this type are called on its instances only.
    unsafe { (*slf.cast::<CompiledFunction>()).original }
}

unsafe extern "C" fn dealloc(slf: *mut PyObject) {
    // SAFETY: the last reference is gone; weak references first, then what is held, then the memory and the type.
    unsafe {
        ffi::PyObject_GC_UnTrack(slf.cast());
        let own: *mut CompiledFunction = slf.cast();
        if !(*own).weakrefs.is_null() {
            ffi::PyObject_ClearWeakRefs(slf);
        }
        clear(slf);
        let class = ffi::Py_TYPE(slf);
        ffi::PyObject_GC_Del(slf.cast());
        ffi::Py_DECREF(class.cast());
    }
}

unsafe extern "C" fn traverse(slf: *mut PyObject, visit: ffi::visitproc, arg: *mut c_void) -> c_int {
    // SAFETY: called by the collector.
    unsafe {
        let signatures = (*slf.cast::<CompiledFunction>()).signatures;
        for object in [ffi::Py_TYPE(slf).cast(), original(slf), signatures] {
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

unsafe extern "C" fn clear(slf: *mut PyObject) -> c_int {
    // SAFETY: the field is emptied before the reference goes, since that may run code.
    unsafe {
        let own: *mut CompiledFunction = slf.cast();
        let original = std::mem::replace(&mut (*own).original, null_mut());
        // An object in a dying cycle may still be called.
        (*own).vectorcall = Some(call_cleared);
        let signatures = std::mem::replace(&mut (*own).signatures, null_mut());
        ffi::Py_XDECREF(original);
        ffi::Py_XDECREF(signatures);
    }
    0
}

unsafe extern "C" fn call_cleared(
    _: *mut PyObject,
    _: *const *mut PyObject,
    _: usize,
    _: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: sets a static class and text.
    unsafe { ffi::PyErr_SetString(ffi::PyExc_ReferenceError, c"compiled function is being destroyed".as_ptr()) };
    null_mut()
}

unsafe extern "C" fn repr(slf: *mut PyObject) -> *mut PyObject {
    // SAFETY: a live object; `%U` takes a string.
    unsafe {
        let name = ffi::PyObject_GetAttrString(slf, c"__qualname__".as_ptr());
        if name.is_null() {
            return null_mut();
        }
        let text = ffi::PyUnicode_FromFormat(c"<compiled function %S at %p>".as_ptr(), name, slf);
        ffi::Py_DECREF(name);
        text
    }
}

/// Whether the class itself carries an attribute of this name that is not the function's.
fn is_shadowed(name: *mut PyObject) -> bool {
    // SAFETY: attribute names are strings.
    unsafe {
        [c"__doc__", c"__module__"].iter().any(|own| ffi::PyUnicode_CompareWithASCIIString(name, own.as_ptr()) == 0)
    }
}

/// The type's own attributes first, then those of the original.
unsafe extern "C" fn getattr(slf: *mut PyObject, name: *mut PyObject) -> *mut PyObject {
    // SAFETY: called by the interpreter with a live object and a string.
    unsafe {
        if !is_shadowed(name) {
            let found = ffi::PyObject_GenericGetAttr(slf, name);
            if !found.is_null() || ffi::PyErr_ExceptionMatches(ffi::PyExc_AttributeError) == 0 {
                return found;
            }
            ffi::PyErr_Clear();
        }
        ffi::PyObject_GetAttr(original(slf), name)
    }
}

unsafe extern "C" fn setattr(slf: *mut PyObject, name: *mut PyObject, value: *mut PyObject) -> c_int {
    // SAFETY: called by the interpreter with a live object and a string; a null value deletes.
    unsafe { ffi::PyObject_SetAttr(original(slf), name, value) }
}

unsafe extern "C" fn bind(slf: *mut PyObject, instance: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    // SAFETY: called by the interpreter; no instance means access through the class.
    unsafe {
        if instance.is_null() || instance == ffi::Py_None() {
            return ffi::Py_NewRef(slf);
        }
        PyMethod_New(slf, instance)
    }
}

unsafe extern "C" fn wrapped(slf: *mut PyObject, _: *mut c_void) -> *mut PyObject {
    // SAFETY: alive as long as its holder.
    unsafe { ffi::Py_XNewRef(original(slf)) }
}

/// The dict of specializations, made at first use; `None` of a specialization; no attribute of other functions.
unsafe extern "C" fn signatures(slf: *mut PyObject, _: *mut c_void) -> *mut PyObject {
    // SAFETY: called on instances of this type.
    unsafe {
        let own: *mut CompiledFunction = slf.cast();
        if (*own).is_specialization {
            return ffi::Py_NewRef(ffi::Py_None());
        }
        let Some(table) = fused::table(&*own) else {
            ffi::PyErr_SetString(ffi::PyExc_AttributeError, c"__signatures__".as_ptr());
            return null_mut();
        };
        if (*own).signatures.is_null() {
            match fused::signatures(&*own, table) {
                Ok(made) => (*own).signatures = made.into_ptr(),
                Err(raise) => {
                    crate::boundary::set_error(raise);
                    return null_mut();
                }
            }
        }
        ffi::Py_NewRef((*own).signatures)
    }
}

/// `f[double]`, `f["double|int"]`.
unsafe extern "C" fn subscript(slf: *mut PyObject, index: *mut PyObject) -> *mut PyObject {
    // SAFETY: called on instances of this type.
    unsafe {
        let own: *mut CompiledFunction = slf.cast();
        if (*own).is_specialization || fused::table(&*own).is_none() {
            let plain = c"'function' object is not subscriptable".as_ptr();
            let message = if (*own).is_specialization { fused::NOT_FUSED } else { plain };
            ffi::PyErr_SetString(ffi::PyExc_TypeError, message);
            return null_mut();
        }
        let all = signatures(slf, null_mut());
        if all.is_null() {
            return null_mut();
        }
        let all = Obj::from_owned(all);
        let found = fused::key(&Obj::from_borrowed(index)).and_then(|key| obj::getitem(&all, &key));
        match found {
            Ok(found) => found.into_ptr(),
            Err(raise) => {
                crate::boundary::set_error(raise);
                null_mut()
            }
        }
    }
}

/// Pickled by its qualified name, as functions are.
unsafe extern "C" fn reduce(slf: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    // SAFETY: a live object.
    unsafe { ffi::PyObject_GetAttrString(slf, c"__qualname__".as_ptr()) }
}
