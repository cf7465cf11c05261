//! Lists and tuples from Python: converted once, element by element.

use super::PyObject;
use super::arg::{ArgSpec, FromPy, describe};
use crate::list::List;
use crate::obj::Obj;
use crate::raise::{Cause, Exc, Raise};
use pyo3::ffi;

impl<T: FromPy> FromPy for List<T> {
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Self, Raise> {
        // SAFETY: a list where it is read. A conversion may run Python code that changes the list: its length is asked
        // again each time, and the element is held.
        unsafe {
            if ffi::PyList_Check(object) == 0 {
                return Err(spec.type_error(object));
            }
            if ffi::PyList_CheckExact(object) == 0 {
                return Err(Raise::escape("a subclass of list"));
            }
            let mut items = Vec::with_capacity(ffi::PyList_GET_SIZE(object) as usize);
            let mut i = 0;
            while i < ffi::PyList_GET_SIZE(object) {
                let item = Obj::from_borrowed(ffi::PyList_GET_ITEM(object, i));
                items.push(T::from_object(&item, spec).map_err(|error| in_element(error, &item, i, spec))?);
                i += 1;
            }
            Ok(List::from_vec(items))
        }
    }

    fn fits(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
        // SAFETY: as above; no Python code runs.
        unsafe {
            ffi::PyList_Check(object) != 0
                && (0..ffi::PyList_GET_SIZE(object)).all(|i| T::fits(ffi::PyList_GET_ITEM(object, i), spec))
        }
    }
}

/// Our own message names the element, too.
#[cold]
fn in_element(error: Raise, item: &Obj, i: isize, spec: &'static ArgSpec) -> Raise {
    match error.cause() {
        // Of C's tuples Cython tells what is wrong with the element.
        _ if spec.c.is_some() => error,
        // An integer that 64 bits do not hold: the original function takes it.
        Cause::Message(Exc::OverflowError, _) => Raise::escape("an element leaves 64 bits"),
        Cause::Message(class, _) => spec.wrong(*class, &format!("{} as element {i}", describe(item.as_ptr()))),
        _ => error,
    }
}

macro_rules! tuples {
    ($($count:literal: $($name:ident $index:tt),+;)*) => {$(
        impl<$($name: FromPy),+> FromPy for ($($name,)+) {
            fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Self, Raise> {
                if let Some(items) = items_for_c(object, spec) {
                    return Self::from_py(items?.as_ptr(), spec);
                }
                // SAFETY: a tuple of this length where it is read; it keeps its elements.
                unsafe {
                    if ffi::PyTuple_Check(object) == 0 || ffi::PyTuple_GET_SIZE(object) != $count {
                        return Err(wrong_tuple(object, $count, spec));
                    }
                    Ok(($({
                        let item = Obj::from_borrowed(ffi::PyTuple_GET_ITEM(object, $index));
                        $name::from_object(&item, spec).map_err(|error| in_element(error, &item, $index, spec))?
                    },)+))
                }
            }

            fn fits(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
                // SAFETY: as above.
                unsafe {
                    ffi::PyTuple_Check(object) != 0
                        && ffi::PyTuple_GET_SIZE(object) == $count
                        $(&& $name::fits(ffi::PyTuple_GET_ITEM(object, $index), spec))+
                }
            }
        }
    )*};
}

tuples! {
    1: A 0;
    2: A 0, B 1;
    3: A 0, B 1, C 2;
    4: A 0, B 1, C 2, D 3;
    5: A 0, B 1, C 2, D 3, E 4;
    6: A 0, B 1, C 2, D 3, E 4, F 5;
    7: A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    8: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
}

/// The items of a sequence that is no tuple, from which C's tuples are made, too.
fn items_for_c(object: *mut PyObject, spec: &'static ArgSpec) -> Option<Result<Obj, Raise>> {
    // SAFETY: a live object.
    unsafe {
        let other = spec.c.is_some() && ffi::PyTuple_Check(object) == 0 && ffi::PySequence_Check(object) != 0;
        other.then(|| Obj::result(ffi::PySequence_Tuple(object)))
    }
}

#[cold]
fn wrong_tuple(object: *mut PyObject, size: usize, spec: &'static ArgSpec) -> Raise {
    if spec.c.is_some() {
        // SAFETY: a tuple where its size is asked.
        let got = match unsafe { ffi::PyTuple_Check(object) } {
            0 => super::arg::type_name(object),
            _ => format!("size {}", unsafe { ffi::PyTuple_GET_SIZE(object) }),
        };
        let text = format!("Expected a sequence of size {size}, got {got}");
        return Raise::new(Cause::Message(Exc::TypeError, text));
    }
    // SAFETY: a tuple where its size is asked.
    unsafe {
        if ffi::PyTuple_Check(object) == 0 {
            return spec.type_error(object);
        }
        spec.wrong(crate::raise::Exc::TypeError, &format!("a tuple of length {}", ffi::PyTuple_GET_SIZE(object)))
    }
}
