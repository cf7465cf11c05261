//! Binding arguments to parameters where the call is not simply positional.

use super::{PyObject, c_bind};
use crate::module::{CompiledFunction, ParamKind};
use crate::obj::Obj;
use pyo3::ffi;
use std::ptr::null_mut;

/// One borrowed reference a parameter, and what was made for this call.
pub(super) struct Bound<const N: usize> {
    pub slots: [*mut PyObject; N],
    held: Vec<Obj>,
}

/// Binds as CPython does. `None` where the arguments do not fit: [`refuse`] then tells why.
#[cold]
#[inline(never)]
pub(super) unsafe fn bind<const N: usize>(
    function: *mut CompiledFunction,
    args: *const *mut PyObject,
    positional: usize,
    kwnames: *mut PyObject,
) -> Option<Bound<N>> {
    // SAFETY: the caller passes `positional` arguments and then one for each keyword name.
    unsafe {
        let args = |i: usize| *args.add(i);
        let params = (*function).function.params;
        debug_assert_eq!(params.len(), N);
        let mut bound = Bound::<N> { slots: [null_mut(); N], held: Vec::new() };
        let by_position = params
            .iter()
            .filter(|param| matches!(param.kind, ParamKind::PositionalOnly | ParamKind::Positional))
            .count();
        for i in 0..positional.min(by_position) {
            bound.slots[i] = args(i);
        }
        match params.iter().position(|param| param.kind == ParamKind::VarArgs) {
            Some(rest) => {
                let tuple = Obj::result(ffi::PyTuple_New(positional.saturating_sub(by_position) as isize)).ok()?;
                for i in by_position..positional {
                    ffi::PyTuple_SET_ITEM(tuple.as_ptr(), (i - by_position) as isize, ffi::Py_NewRef(args(i)));
                }
                bound.slots[rest] = bound.hold(tuple);
            }
            None if positional > by_position => return None,
            None => {}
        }
        let extra = match params.iter().position(|param| param.kind == ParamKind::VarKeywords) {
            Some(slot) => {
                let dict = Obj::result(ffi::PyDict_New()).ok()?;
                bound.slots[slot] = bound.hold(dict);
                bound.slots[slot]
            }
            None => null_mut(),
        };
        let keywords = if kwnames.is_null() { 0 } else { ffi::PyTuple_GET_SIZE(kwnames) as usize };
        for k in 0..keywords {
            let (name, value) = (ffi::PyTuple_GET_ITEM(kwnames, k as isize), args(positional + k));
            let mut length = 0;
            let start = ffi::PyUnicode_AsUTF8AndSize(name, &mut length);
            if start.is_null() {
                ffi::PyErr_Clear();
                return None;
            }
            let text = std::slice::from_raw_parts(start.cast::<u8>(), length as usize);
            let slot = params.iter().position(|param| {
                matches!(param.kind, ParamKind::Positional | ParamKind::KeywordOnly) && param.name.as_bytes() == text
            });
            match slot {
                Some(slot) if bound.slots[slot].is_null() => bound.slots[slot] = value,
                Some(_) => return None,
                None if extra.is_null() => return None,
                None => {
                    if ffi::PyDict_SetItem(extra, name, value) < 0 {
                        ffi::PyErr_Clear();
                        return None;
                    }
                }
            }
        }
        bound.defaults(function, by_position)?;
        bound.slots.iter().all(|slot| !slot.is_null()).then_some(bound)
    }
}

impl<const N: usize> Bound<N> {
    /// Keeps the reference until the call is over.
    fn hold(&mut self, object: Obj) -> *mut PyObject {
        let pointer = object.as_ptr();
        self.held.push(object);
        pointer
    }

    /// Fills the open slots from the function's defaults, as they are now.
    unsafe fn defaults(&mut self, function: *mut CompiledFunction, by_position: usize) -> Option<()> {
        if self.slots.iter().all(|slot| !slot.is_null()) {
            return Some(());
        }
        // SAFETY: the original is a Python function; its defaults are a tuple or null, a dict or null.
        unsafe {
            let values = ffi::PyFunction_GetDefaults((*function).original);
            let count = if values.is_null() { 0 } else { ffi::PyTuple_GET_SIZE(values) as usize };
            let first = by_position.saturating_sub(count);
            for i in first..by_position {
                if self.slots[i].is_null() {
                    // The last defaults count where there are more of them than parameters.
                    let value = ffi::PyTuple_GET_ITEM(values, (i + count - by_position) as isize);
                    self.slots[i] = self.hold(Obj::from_borrowed(value));
                }
            }
            let values = ffi::PyFunction_GetKwDefaults((*function).original);
            for (i, param) in (*function).function.params.iter().enumerate() {
                if !self.slots[i].is_null() || param.kind != ParamKind::KeywordOnly {
                    continue;
                }
                if values.is_null() {
                    return None;
                }
                let value = ffi::PyDict_GetItemWithError(values, crate::obj::interned(param.name).as_ptr());
                if value.is_null() {
                    ffi::PyErr_Clear();
                    return None;
                }
                self.slots[i] = self.hold(Obj::from_borrowed(value));
            }
            Some(())
        }
    }
}

/// The arguments do not fit a function of a `.pyx`, or the original, called with them, says so in CPython's own words.
#[cold]
#[inline(never)]
pub(super) unsafe fn refuse(
    function: *mut CompiledFunction,
    args: *const *mut PyObject,
    nargsf: usize,
    kwnames: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's arguments, handed on as they came.
    unsafe {
        if (*function).function.cython {
            let positional = nargsf & !ffi::PY_VECTORCALL_ARGUMENTS_OFFSET;
            super::exception::set_error(c_bind::refusal((*function).function, positional, kwnames));
            return null_mut();
        }
        ffi::PyObject_Vectorcall((*function).original, args, nargsf, kwnames)
    }
}
