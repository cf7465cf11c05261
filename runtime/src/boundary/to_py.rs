//! Results for Python: each gives a new reference.

use super::PyObject;
use crate::list::List;
use crate::numpy_api;
use crate::obj::{self, Obj};
use crate::raise::Raise;
use crate::range::Range;
use crate::text::{Bytes, Char, Run, Str};
use crate::view::Elem;
use num_complex::Complex;
use pyo3::ffi;
use std::collections::HashMap;

/// Values that go out to Python.
pub trait ToPy {
    /// A new reference.
    ///
    /// # Errors
    /// `MemoryError`; for arrays and NumPy scalars also what `import numpy` raises.
    fn to_py(self) -> Result<*mut PyObject, Raise>;

    /// What tells two values apart that may be one object: `None` for mere values.
    #[inline(always)]
    fn identity(&self) -> Option<usize> {
        None
    }
}

/// A NumPy scalar: an element of an array, or the result of NumPy arithmetic.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Np<T>(pub T);

#[inline(always)]
pub(super) fn made(object: *mut PyObject) -> Result<*mut PyObject, Raise> {
    if object.is_null() { Err(obj::error()) } else { Ok(object) }
}

macro_rules! scalars {
    ($($type:ty: $value:ident => $make:expr;)*) => {$(
        impl ToPy for $type {
            #[inline]
            fn to_py(self) -> Result<*mut PyObject, Raise> {
                let $value = self;
                // SAFETY: the lock is held; the call returns a new reference or null.
                made(unsafe { $make })
            }
        }
    )*};
}

scalars! {
    f64: x => ffi::PyFloat_FromDouble(x);
    f32: x => ffi::PyFloat_FromDouble(x.into());
    i64: x => ffi::PyLong_FromLongLong(x);
    i32: x => ffi::PyLong_FromLongLong(x.into());
    i16: x => ffi::PyLong_FromLongLong(x.into());
    i8: x => ffi::PyLong_FromLongLong(x.into());
    u64: x => ffi::PyLong_FromUnsignedLongLong(x);
    u32: x => ffi::PyLong_FromLongLong(x.into());
    u16: x => ffi::PyLong_FromLongLong(x.into());
    u8: x => ffi::PyLong_FromLongLong(x.into());
    bool: x => ffi::PyBool_FromLong(x.into());
    Complex<f64>: x => ffi::PyComplex_FromDoubles(x.re, x.im);
    Complex<f32>: x => ffi::PyComplex_FromDoubles(x.re.into(), x.im.into());
    (): _x => ffi::Py_NewRef(ffi::Py_None());
    Char: x => ffi::PyUnicode_FromOrdinal(x.0 as i32);
    Str: x => kept(&x).unwrap_or_else(
        || ffi::PyUnicode_FromKindAndData(4, x.items().as_ptr().cast(), x.len() as isize));
    Bytes: x => kept(&x).unwrap_or_else(
        || ffi::PyBytes_FromStringAndSize(x.items().as_ptr().cast(), x.len() as isize));
    &str: x => ffi::PyUnicode_FromStringAndSize(x.as_ptr().cast(), x.len() as isize);
    Range: x => ffi::PyObject_CallFunction(
        (&raw mut ffi::PyRange_Type).cast(), c"LLL".as_ptr(), x.start, x.stop, x.step);
}

/// A new reference to the object that a run came in as.
///
/// # Safety
/// The lock is held.
unsafe fn kept<T: Copy + Ord + 'static>(run: &Run<T>) -> Option<*mut PyObject> {
    let object = run.origin().object();
    // SAFETY: alive, as its origin says.
    (!object.is_null()).then(|| unsafe { ffi::Py_NewRef(object) })
}

impl ToPy for Obj {
    #[inline]
    fn to_py(self) -> Result<*mut PyObject, Raise> {
        debug_assert!(!self.is_null());
        Ok(self.into_ptr())
    }
}

impl<T: ToPy> ToPy for Option<T> {
    fn to_py(self) -> Result<*mut PyObject, Raise> {
        match self {
            Some(value) => value.to_py(),
            None => ().to_py(),
        }
    }
}

impl<T: ToPy + Clone> ToPy for List<T> {
    fn to_py(self) -> Result<*mut PyObject, Raise> {
        let items = self.to_vec();
        // SAFETY: the list is new and each slot is filled once; an error drops it half filled, which it allows.
        unsafe {
            let list = Obj::result(ffi::PyList_New(items.len() as isize))?;
            let mut known: HashMap<usize, *mut PyObject> = HashMap::new();
            for (i, item) in items.into_iter().enumerate() {
                let object = match item.identity() {
                    None => item.to_py()?,
                    // The list holds it, so that it lives.
                    Some(identity) => match known.get(&identity) {
                        Some(object) => ffi::Py_NewRef(*object),
                        None => {
                            let object = item.to_py()?;
                            known.insert(identity, object);
                            object
                        }
                    },
                };
                ffi::PyList_SET_ITEM(list.as_ptr(), i as isize, object);
            }
            Ok(list.into_ptr())
        }
    }

    #[inline(always)]
    fn identity(&self) -> Option<usize> {
        Some(List::identity(self))
    }
}

impl<E: Elem<Value = T>, T> ToPy for Np<T>
where
    T: Stored<Elem = E>,
{
    fn to_py(self) -> Result<*mut PyObject, Raise> {
        let stored = E::store(self.0);
        // SAFETY: the address of an element of this dtype.
        made(unsafe { numpy_api::api()?.scalar((&raw const stored).cast(), E::DTYPE)? })
    }
}

/// The array element that holds a value.
pub trait Stored {
    type Elem: Elem;
}

macro_rules! stored {
    ($($value:ty => $elem:ty),* $(,)?) => {$(
        impl Stored for $value {
            type Elem = $elem;
        }
    )*};
}

stored! {
    bool => crate::view::Bool8, i8 => i8, i16 => i16, i32 => i32, i64 => i64, u8 => u8, u16 => u16, u32 => u32,
    u64 => u64, f32 => f32, f64 => f64, Complex<f32> => Complex<f32>, Complex<f64> => Complex<f64>,
}

macro_rules! tuples {
    ($($count:literal: $($name:ident $index:tt),*;)*) => {$(
        impl<$($name: ToPy),*> ToPy for ($($name,)*) {
            fn to_py(self) -> Result<*mut PyObject, Raise> {
                // SAFETY: the tuple is new and each slot is filled once; an error drops it half filled.
                unsafe {
                    let tuple = Obj::result(ffi::PyTuple_New($count))?;
                    $(ffi::PyTuple_SET_ITEM(tuple.as_ptr(), $index, self.$index.to_py()?);)*
                    Ok(tuple.into_ptr())
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
    9: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8;
    10: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9;
    11: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10;
    12: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11;
}

/// An object that a call makes: of long tuples, item by item, and of items of enums.
#[derive(Clone)]
pub struct Wide<F>(pub F);

impl<F: FnOnce() -> Result<Obj, Raise>> ToPy for Wide<F> {
    fn to_py(self) -> Result<*mut PyObject, Raise> {
        (self.0)().and_then(ToPy::to_py)
    }
}
