//! Arrays from Python: exact ndarrays are read from their struct, everything else takes the slow path.

use super::PyObject;
use super::arg::{ArgLayout, ArgSpec, FromPy, type_name};
use super::buffer::Buffer;
use super::c_view;
use crate::array::Array;
use crate::numpy_api::{self, ALIGNED, ArrayObject, C_CONTIGUOUS, F_CONTIGUOUS, WRITEABLE, dtype_of};
use crate::obj::{Held, Obj};
use crate::owner::Owner;
use crate::raise::{Exc, Raise};
use crate::view::{Dtype, Elem, View};
use pyo3::ffi;
use std::sync::Arc;

impl<E: Elem, const N: usize> FromPy for Array<E, N> {
    #[inline(always)]
    fn from_py(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Self, Raise> {
        if numpy_api::is_exact(object) {
            // SAFETY: an ndarray has this struct.
            if let Some(view) = read::<E, N>(unsafe { &*object.cast::<ArrayObject>() }, spec) {
                return Ok(Array::new(view, Owner::arg(object)));
            }
        }
        slow(object, spec)
    }

    fn fits(object: *mut PyObject, spec: &'static ArgSpec) -> bool {
        if spec.c.is_some() {
            return c_view::fits::<E, N>(object, spec);
        }
        if is_usable_array(object) {
            // SAFETY: an ndarray has this struct.
            return read::<E, N>(unsafe { &*object.cast::<ArrayObject>() }, spec).is_some();
        }
        !numpy_api::is_array(object) && Buffer::view::<E, N>(object, spec).is_ok()
    }

    fn from_object(object: &Obj, spec: &'static ArgSpec) -> Result<Self, Raise> {
        let mut array = Self::from_py(object.as_ptr(), spec)?;
        if let Owner::Arg { object, whole } = array.owner {
            // SAFETY: the object itself, or what a memoryview of ours holds: alive.
            let object = unsafe { Obj::from_borrowed(object) };
            array.owner = Owner::Held { object: Arc::new(Held::new(&object)), whole };
        }
        Ok(array)
    }
}

/// The view of an ndarray, if everything is as the parameter wants it.
#[inline(always)]
fn read<E: Elem, const N: usize>(array: &ArrayObject, spec: &'static ArgSpec) -> Option<View<E, N>> {
    read_if(array, spec, |dtype| dtype == E::DTYPE)
}

/// As [`read`], of the dtypes that fit.
#[inline(always)]
pub(super) fn read_if<E: Elem, const N: usize>(
    array: &ArrayObject,
    spec: &'static ArgSpec,
    fits: impl Fn(Dtype) -> bool,
) -> Option<View<E, N>> {
    // SAFETY: every ndarray has a dtype, and as many dimensions and strides as `nd` says.
    unsafe {
        let descr = &*array.descr;
        let mut wanted = ALIGNED;
        if spec.writable {
            wanted |= WRITEABLE;
        }
        match spec.layout {
            ArgLayout::C => wanted |= C_CONTIGUOUS,
            ArgLayout::F => wanted |= F_CONTIGUOUS,
            ArgLayout::Any | ArgLayout::Inner => {}
        }
        if array.nd != N as i32
            || array.flags & wanted != wanted
            || !dtype_of(descr.type_num).is_some_and(fits)
            || !descr.is_native_order()
        {
            return None;
        }
        let mut view = View::<E, N>::EMPTY;
        view.ptr = array.data;
        for k in 0..N {
            view.shape[k] = *array.dimensions.add(k);
            view.strides[k] = *array.strides.add(k);
        }
        has_inner(&view, spec.layout).then_some(view)
    }
}

/// Whether the last axis has the stride of one item, where the layout asks for it. (NumPy leaves any stride on axes of
/// length 1 and in empty arrays, contiguous ones too: no index multiplies it, and `strides` shows it.)
#[inline(always)]
pub(crate) fn has_inner<E: Elem, const N: usize>(view: &View<E, N>, layout: ArgLayout) -> bool {
    match (layout, N.checked_sub(1)) {
        (ArgLayout::Inner, Some(last)) => view.shape[last] <= 1 || view.strides[last] == size_of::<E>() as isize,
        _ => true,
    }
}

#[cold]
#[inline(never)]
fn slow<E: Elem, const N: usize>(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Array<E, N>, Raise> {
    if let Some(c) = spec.c {
        match c_view::read(object, spec, c) {
            // A `.py` tells in our words what is wrong.
            Err(_) if !spec.function.is_empty() => {}
            found => return found,
        }
    }
    if is_usable_array(object) {
        // SAFETY: an ndarray, of a subclass too, has this struct.
        let array = unsafe { &*object.cast::<ArrayObject>() };
        return match read(array, spec) {
            Some(view) => Ok(Array::new(view, Owner::arg(object))),
            None => Err(refuse::<E, N>(object, array, spec)),
        };
    }
    if numpy_api::is_array(object) {
        return Err(spec.wrong(Exc::TypeError, &type_name(object)));
    }
    let (view, buffer) = Buffer::view(object, spec)?;
    Ok(Array::new(view, Owner::Buffer { buffer: Arc::new(buffer), whole: true }))
}

/// Whether the object is an ndarray whose elements mean what NumPy's do: masked arrays and matrices have rules of
/// their own.
pub(super) fn is_usable_array(object: *mut PyObject) -> bool {
    if numpy_api::is_exact(object) {
        return true;
    }
    if !numpy_api::is_array(object) {
        return false;
    }
    // SAFETY: a live object; the MRO is a tuple of types.
    unsafe {
        let order = (*ffi::Py_TYPE(object)).tp_mro;
        (0..ffi::PyTuple_GET_SIZE(order)).all(|i| {
            let class = ffi::PyTuple_GET_ITEM(order, i).cast::<ffi::PyTypeObject>();
            let name = std::ffi::CStr::from_ptr((*class).tp_name).to_bytes();
            let name = name.rsplit(|&c| c == b'.').next().unwrap_or_default();
            name != b"MaskedArray" && name != b"matrix"
        })
    }
}

/// The reason, in the order in which one would mend it.
fn refuse<E: Elem, const N: usize>(object: *mut PyObject, array: &ArrayObject, spec: &'static ArgSpec) -> Raise {
    // SAFETY: every ndarray has a dtype.
    let descr = unsafe { &*array.descr };
    if array.nd != N as i32 || dtype_of(descr.type_num) != Some(E::DTYPE) {
        return spec.type_error(object);
    }
    let reason = if !descr.is_native_order() {
        "an array whose byte order is not the machine's"
    } else if array.flags & ALIGNED == 0 {
        "an array that is not aligned"
    } else if spec.writable && array.flags & WRITEABLE == 0 {
        "a read-only array"
    } else {
        not_contiguous(spec.layout)
    };
    spec.wrong(Exc::ValueError, reason)
}

pub(super) fn not_contiguous(layout: ArgLayout) -> &'static str {
    match layout {
        ArgLayout::C => "an array that is not C-contiguous",
        ArgLayout::F => "an array that is not Fortran-contiguous",
        ArgLayout::Inner | ArgLayout::Any => "an array whose last axis is not contiguous",
    }
}
