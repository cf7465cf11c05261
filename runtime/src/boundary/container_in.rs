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
        // Cython tells of the element alone.
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
                // SAFETY: a tuple of this length where it is read; it keeps its elements.
                unsafe {
                    if ffi::PyTuple_Check(object) == 0 || ffi::PyTuple_GET_SIZE(object) != $count {
                        if spec.c.is_none() {
                            return Err(wrong_tuple(object, spec));
                        }
                        let items = c_sequence::<$count>(object)?;
                        return Ok(($(
                            $name::from_object(&items[$index], spec)
                                .map_err(|error| in_element(error, &items[$index], $index, spec))?,
                        )+));
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

/// The items of a sequence that becomes a C tuple: a `.pyx` takes any, with Cython's words for what is none.
fn c_sequence<const N: usize>(object: *mut PyObject) -> Result<[Obj; N], Raise> {
    let wrong = |got: String| {
        let text = format!("Expected a sequence of size {N}, got {got}");
        Raise::new(Cause::Message(Exc::TypeError, text))
    };
    // SAFETY: a live object; an item is owned, or its exception is set.
    unsafe {
        if ffi::PySequence_Check(object) == 0 {
            return Err(wrong(super::arg::type_name(object)));
        }
        let size = ffi::PySequence_Size(object);
        if size != N as isize {
            return match size {
                -1 => Err(Obj::result(std::ptr::null_mut()).err().unwrap_or_else(|| wrong("size -1".to_owned()))),
                size => Err(wrong(format!("size {size}"))),
            };
        }
        let mut items = Vec::with_capacity(N);
        for at in 0..size {
            items.push(Obj::result(ffi::PySequence_GetItem(object, at))?);
        }
        items.try_into().map_err(|_| wrong("another size".to_owned()))
    }
}

#[cold]
fn wrong_tuple(object: *mut PyObject, spec: &'static ArgSpec) -> Raise {
    // SAFETY: a tuple where its size is asked.
    unsafe {
        if ffi::PyTuple_Check(object) == 0 {
            return spec.type_error(object);
        }
        spec.wrong(crate::raise::Exc::TypeError, &format!("a tuple of length {}", ffi::PyTuple_GET_SIZE(object)))
    }
}
