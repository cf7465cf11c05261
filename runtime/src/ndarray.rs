//! What a `.pyx` does with arrays by C's means: the fields of a variable that is declared as `cnp.ndarray`, and functions
//! of NumPy's C interface (`PyArray_DIM`, `PyArray_SimpleNew`).
//!
//! The pointers are into the array, as in C: they hold while it lives and keeps its shape.

use crate::boundary::type_name;
use crate::mem::{Ptr, Void};
use crate::numpy_api::{self, ArrayObject, is_array};
use crate::obj::Obj;
use crate::raise::{Cause, Exc, Raise};

/// The array that an object is.
fn array<'a>(object: &'a Obj, attribute: &str) -> Result<&'a ArrayObject, Raise> {
    if object.is_null() || object.is_none() {
        let text = format!("'NoneType' object has no attribute '{attribute}'");
        return Err(Raise::new(Cause::Message(Exc::AttributeError, text)));
    }
    if !is_array(object.as_ptr()) {
        let text = format!("Cannot convert {} to numpy.ndarray", type_name(object.as_ptr()));
        return Err(Raise::new(Cause::Message(Exc::TypeError, text)));
    }
    // SAFETY: an ndarray has this struct, and lives as long as what was lent.
    Ok(unsafe { &*object.as_ptr().cast() })
}

/// `a.data`
///
/// # Errors
/// `AttributeError` for `None`.
pub fn data(object: &Obj) -> Result<Ptr<i8>, Raise> {
    Ok(Ptr(array(object, "data")?.data.cast()))
}

/// `a.shape`
///
/// # Errors
/// As [`data`].
pub fn shape(object: &Obj) -> Result<Ptr<i64>, Raise> {
    Ok(Ptr(array(object, "shape")?.dimensions.cast()))
}

/// `a.strides`, in bytes
///
/// # Errors
/// As [`data`].
pub fn strides(object: &Obj) -> Result<Ptr<i64>, Raise> {
    Ok(Ptr(array(object, "strides")?.strides.cast()))
}

/// `a.ndim`
///
/// # Errors
/// As [`data`].
pub fn ndim(object: &Obj) -> Result<i32, Raise> {
    Ok(array(object, "ndim")?.nd)
}

/// `a.size`: the number of items.
///
/// # Errors
/// As [`data`].
pub fn size(object: &Obj) -> Result<i64, Raise> {
    let array = array(object, "size")?;
    // SAFETY: an array has as many lengths as dimensions.
    let lengths = (0..array.nd as usize).map(|axis| unsafe { *array.dimensions.add(axis) });
    Ok(lengths.product::<isize>() as i64)
}

/// `PyArray_DATA(a)`
///
/// # Errors
/// As [`data`].
pub fn address(object: &Obj) -> Result<Ptr<Void>, Raise> {
    Ok(Ptr(array(object, "data")?.data.cast()))
}

/// `PyArray_TYPE(a)`: the number of its dtype.
///
/// # Errors
/// As [`data`].
pub fn type_number(object: &Obj) -> Result<i32, Raise> {
    let descr = array(object, "dtype")?.descr;
    // SAFETY: every array has a dtype.
    Ok(unsafe { (*descr).type_num })
}

/// `PyArray_DIM(a, axis)`
///
/// # Errors
/// As [`data`].
pub fn dim(object: &Obj, axis: u64) -> Result<i64, Raise> {
    let array = array(object, "shape")?;
    of_axis(array, array.dimensions, axis)
}

/// `PyArray_STRIDE(a, axis)`
///
/// # Errors
/// As [`data`].
pub fn stride(object: &Obj, axis: u64) -> Result<i64, Raise> {
    let array = array(object, "strides")?;
    of_axis(array, array.strides, axis)
}

fn of_axis(array: &ArrayObject, numbers: *const isize, axis: u64) -> Result<i64, Raise> {
    if axis >= array.nd as u64 {
        return Err(Raise::plain(Exc::IndexError, "axis is out of bounds of the array"));
    }
    // SAFETY: one number an axis.
    Ok(unsafe { *numbers.add(axis as usize) } as i64)
}

/// `PyArray_Check(a)`
pub fn is_of_class(object: &Obj) -> i32 {
    is_array(object.as_ptr()).into()
}

/// `PyArray_CheckExact(a)`: of no subclass.
pub fn is_exact(object: &Obj) -> i32 {
    (is_array(object.as_ptr()) && numpy_api::is_exact(object.as_ptr())).into()
}

/// `PyArray_IS_C_CONTIGUOUS(a)`
///
/// # Errors
/// As [`data`].
pub fn is_c_contiguous(object: &Obj) -> Result<i32, Raise> {
    has_flag(object, numpy_api::C_CONTIGUOUS)
}

/// `PyArray_IS_F_CONTIGUOUS(a)`
///
/// # Errors
/// As [`data`].
pub fn is_f_contiguous(object: &Obj) -> Result<i32, Raise> {
    has_flag(object, numpy_api::F_CONTIGUOUS)
}

/// `PyArray_ISWRITEABLE(a)`
///
/// # Errors
/// As [`data`].
pub fn is_writable(object: &Obj) -> Result<i32, Raise> {
    has_flag(object, numpy_api::WRITEABLE)
}

fn has_flag(object: &Obj, flag: i32) -> Result<i32, Raise> {
    Ok((array(object, "flags")?.flags & flag != 0).into())
}

/// `PyArray_SimpleNew(rank, shape, number)`
///
/// # Errors
/// NumPy's.
pub fn empty(rank: i32, shape: Ptr<i64>, number: i32) -> Result<Obj, Raise> {
    // SAFETY: the source's word for the lengths; a new reference.
    unsafe { Obj::result(numpy_api::api()?.of_number(rank, shape.0.cast(), number, std::ptr::null_mut())) }
}

/// `PyArray_SimpleNewFromData(rank, shape, number, data)`: the memory stays its owner's.
///
/// # Errors
/// NumPy's.
pub fn of_memory(rank: i32, shape: Ptr<i64>, number: i32, data: Ptr<Void>) -> Result<Obj, Raise> {
    // SAFETY: the source's word for the lengths and the memory; a new reference.
    unsafe { Obj::result(numpy_api::api()?.of_number(rank, shape.0.cast(), number, data.0.cast())) }
}

/// `PyArray_EMPTY(rank, shape, number, fortran)`
///
/// # Errors
/// NumPy's.
pub fn empty_in_order(rank: i32, shape: Ptr<i64>, number: i32, fortran: i32) -> Result<Obj, Raise> {
    in_order(rank, shape, number, fortran, false)
}

/// `PyArray_ZEROS(rank, shape, number, fortran)`
///
/// # Errors
/// NumPy's.
pub fn zeros_in_order(rank: i32, shape: Ptr<i64>, number: i32, fortran: i32) -> Result<Obj, Raise> {
    in_order(rank, shape, number, fortran, true)
}

fn in_order(rank: i32, shape: Ptr<i64>, number: i32, fortran: i32, zeros: bool) -> Result<Obj, Raise> {
    // SAFETY: the source's word for the lengths; a new reference.
    unsafe { Obj::result(numpy_api::api()?.in_order(rank, shape.0.cast(), number, fortran != 0, zeros)) }
}
