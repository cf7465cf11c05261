//! The fields of C's of a variable that is declared as `cnp.ndarray`.
//!
//! The pointers are into the array, as in C: they hold while it lives and keeps its shape.

pub mod dtype;

use crate::boundary::type_name;
use crate::mem::Ptr;
use crate::numpy_api::{ArrayObject, is_array};
use crate::obj::Obj;
use crate::raise::{Cause, Exc, Raise};
use crate::view::none_has_no;

/// The array that an object is; `attribute` is what is asked of it.
pub(crate) fn array<'a>(object: &'a Obj, attribute: &str) -> Result<&'a ArrayObject, Raise> {
    if object.is_null() || object.is_none() {
        return Err(none_has_no(attribute));
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
