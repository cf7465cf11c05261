//! Functions of NumPy's C API, as C calls them; what C takes for an array is looked at first.

use crate::mem::{Ptr, Void};
use crate::numpy_api::{ALIGNED, Api, ArrayObject, C_CONTIGUOUS, F_CONTIGUOUS, WRITEABLE, api, is_array, is_exact};
use crate::obj::{self, Obj, error};
use crate::raise::{Exc, Raise};
use crate::{name, ndarray};
use pyo3::ffi::{self, PyObject};
use std::ffi::{c_int, c_void};
use std::ptr::null_mut;

/// The struct of an array.
#[inline(always)]
fn array(object: &Obj) -> Result<&ArrayObject, Raise> {
    if is_exact(object.as_ptr()) {
        // SAFETY: an ndarray has this struct, and the object is live.
        return Ok(unsafe { &*object.as_ptr().cast::<ArrayObject>() });
    }
    ndarray::array(object, "data")
}

macro_rules! parts {
    ($($name:ident -> $result:ty: $array:ident => $value:expr;)*) => {$(
        #[doc = concat!("NumPy's `", stringify!($name), "`.")]
        ///
        /// # Errors
        /// `TypeError` for what is no array.
        #[expect(non_snake_case, reason = "the API's name")]
        #[inline(always)]
        pub fn $name(object: &Obj) -> Result<$result, Raise> {
            let $array = array(object)?;
            Ok($value)
        }
    )*};
}

parts! {
    PyArray_NDIM -> i32: a => a.nd;
    PyArray_DATA -> Ptr<Void>: a => Ptr(a.data.cast());
    PyArray_BYTES -> Ptr<i8>: a => Ptr(a.data.cast());
    PyArray_DIMS -> Ptr<i64>: a => Ptr(a.dimensions.cast());
    PyArray_STRIDES -> Ptr<i64>: a => Ptr(a.strides.cast());
    PyArray_BASE -> Ptr<Void>: a => Ptr(a.base.cast());
    PyArray_FLAGS -> i32: a => a.flags;
    PyArray_TYPE -> i32: a => type_of(a);
    PyArray_SIZE -> i64: a => shape(a).iter().product();
    PyArray_IS_C_CONTIGUOUS -> i32: a => has(a, C_CONTIGUOUS);
    PyArray_IS_F_CONTIGUOUS -> i32: a => has(a, F_CONTIGUOUS);
    PyArray_ISCONTIGUOUS -> i32: a => has(a, C_CONTIGUOUS);
    PyArray_ISFORTRAN -> i32: a => i32::from(has(a, F_CONTIGUOUS) == 1 && a.nd > 1);
    PyArray_ISONESEGMENT -> i32: a => has(a, C_CONTIGUOUS) | has(a, F_CONTIGUOUS);
    PyArray_ISWRITEABLE -> i32: a => has(a, WRITEABLE);
    PyArray_ISALIGNED -> i32: a => has(a, ALIGNED);
    PyArray_ISBEHAVED -> i32: a => behaves(a, WRITEABLE);
    PyArray_ISBEHAVED_RO -> i32: a => behaves(a, 0);
    PyArray_ISCARRAY -> i32: a => behaves(a, WRITEABLE | C_CONTIGUOUS);
    PyArray_ISCARRAY_RO -> i32: a => behaves(a, C_CONTIGUOUS);
    PyArray_ISFARRAY -> i32: a => behaves(a, WRITEABLE | F_CONTIGUOUS);
    PyArray_ISFARRAY_RO -> i32: a => behaves(a, F_CONTIGUOUS);
    PyArray_ISBOOL -> i32: a => i32::from(type_of(a) == 0);
    PyArray_ISUNSIGNED -> i32: a => i32::from(matches!(type_of(a), 2 | 4 | 6 | 8 | 10));
    PyArray_ISSIGNED -> i32: a => i32::from(matches!(type_of(a), 1 | 3 | 5 | 7 | 9));
    PyArray_ISINTEGER -> i32: a => i32::from(matches!(type_of(a), 1..=10));
    PyArray_ISFLOAT -> i32: a => i32::from(matches!(type_of(a), 11..=13 | 23));
    PyArray_ISCOMPLEX -> i32: a => i32::from(matches!(type_of(a), 14..=16));
    PyArray_ISNUMBER -> i32: a => i32::from(matches!(type_of(a), 0..=16 | 23));
    PyArray_ISOBJECT -> i32: a => i32::from(type_of(a) == 17);
    PyArray_IsZeroDim -> i32: a => i32::from(a.nd == 0);
}

fn shape(array: &ArrayObject) -> &[i64] {
    extents(array, array.dimensions)
}

fn extents(array: &ArrayObject, numbers: *mut isize) -> &[i64] {
    // SAFETY: shape and strides have a number for each axis; none at all may be null.
    if array.nd == 0 { &[] } else { unsafe { std::slice::from_raw_parts(numbers.cast(), array.nd as usize) } }
}

fn type_of(array: &ArrayObject) -> i32 {
    // SAFETY: the dtype of a live array.
    unsafe { (*array.descr).type_num }
}

fn has(array: &ArrayObject, flags: c_int) -> i32 {
    i32::from(array.flags & flags == flags)
}

/// Aligned, in this machine's byte order, and with these flags.
fn behaves(array: &ArrayObject, flags: c_int) -> i32 {
    // SAFETY: the dtype of a live array.
    let native = unsafe { (*array.descr).is_native_order() };
    i32::from(native && has(array, ALIGNED | flags) == 1)
}

/// NumPy's `PyArray_CHKFLAGS`.
///
/// # Errors
/// `TypeError` for what is no array.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_CHKFLAGS(object: &Obj, flags: i32) -> Result<i32, Raise> {
    Ok(has(array(object)?, flags))
}

/// NumPy's `PyArray_CLEARFLAGS`.
///
/// # Errors
/// `TypeError` for what is no array.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_CLEARFLAGS(object: &Obj, flags: i32) -> Result<(), Raise> {
    array(object)?;
    // SAFETY: an ndarray has this struct.
    unsafe { (*object.as_ptr().cast::<ArrayObject>()).flags &= !flags };
    Ok(())
}

/// NumPy's `PyArray_ENABLEFLAGS`.
///
/// # Errors
/// `TypeError` for what is no array.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_ENABLEFLAGS(object: &Obj, flags: i32) -> Result<(), Raise> {
    array(object)?;
    // SAFETY: an ndarray has this struct.
    unsafe { (*object.as_ptr().cast::<ArrayObject>()).flags |= flags };
    Ok(())
}

/// NumPy's `PyArray_DIM`.
///
/// # Errors
/// `TypeError` for what is no array, `IndexError` for an axis that it has not.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_DIM(object: &Obj, axis: i32) -> Result<i64, Raise> {
    let array = array(object)?;
    extent(shape(array), axis)
}

/// NumPy's `PyArray_STRIDE`.
///
/// # Errors
/// As [`PyArray_DIM`].
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_STRIDE(object: &Obj, axis: i32) -> Result<i64, Raise> {
    let array = array(object)?;
    extent(extents(array, array.strides), axis)
}

fn extent(numbers: &[i64], axis: i32) -> Result<i64, Raise> {
    let found = usize::try_from(axis).ok().and_then(|axis| numbers.get(axis).copied());
    found.ok_or_else(|| Raise::plain(Exc::IndexError, "array has no such axis"))
}

/// NumPy's `PyArray_ITEMSIZE`.
///
/// # Errors
/// `AttributeError` for what is no array.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_ITEMSIZE(object: &Obj) -> Result<i64, Raise> {
    crate::capi::PyLong_AsSsize_t(&obj::getattr(object, name!("itemsize"))?)
}

/// NumPy's `PyArray_NBYTES`.
///
/// # Errors
/// `AttributeError` for what is no array.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_NBYTES(object: &Obj) -> Result<i64, Raise> {
    crate::capi::PyLong_AsSsize_t(&obj::getattr(object, name!("nbytes"))?)
}

/// NumPy's `PyArray_SAMESHAPE`.
///
/// # Errors
/// `TypeError` for what is no array.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_SAMESHAPE(a: &Obj, b: &Obj) -> Result<i32, Raise> {
    Ok(i32::from(shape(array(a)?) == shape(array(b)?)))
}

/// NumPy's `PyArray_Check`.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_Check(object: &Obj) -> i32 {
    i32::from(is_array(object.as_ptr()))
}

/// NumPy's `PyArray_CheckExact`.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_CheckExact(object: &Obj) -> i32 {
    i32::from(is_array(object.as_ptr()) && is_exact(object.as_ptr()))
}

macro_rules! items {
    ($($name:ident ($($index:ident),+);)*) => {$(
        #[doc = concat!("NumPy's `", stringify!($name), "`.")]
        ///
        /// # Errors
        /// `TypeError` for what is no array.
        #[expect(non_snake_case, reason = "the API's name")]
        #[inline(always)]
        pub fn $name(object: &Obj, $($index: i64),+) -> Result<Ptr<Void>, Raise> {
            item(object, &[$($index),+])
        }
    )*};
}

items! {
    PyArray_GETPTR1 (i);
    PyArray_GETPTR2 (i, j);
    PyArray_GETPTR3 (i, j, k);
    PyArray_GETPTR4 (i, j, k, l);
}

#[inline(always)]
fn item(object: &Obj, index: &[i64]) -> Result<Ptr<Void>, Raise> {
    let array = array(object)?;
    let offset: i64 = extents(array, array.strides).iter().zip(index).map(|(stride, i)| stride * i).sum();
    Ok(Ptr(array.data.wrapping_offset(offset as isize).cast()))
}

/// A parameter of a function of NumPy's table.
macro_rules! taken {
    (object) => { &Obj };
    (int) => { i32 };
    (long) => { i64 };
    (double) => { f64 };
    (longs) => { Ptr<i64> };
}

macro_rules! raw {
    (object) => { *mut PyObject };
    (longs) => { *mut i64 };
    ($kind:ident) => { taken!($kind) };
}

macro_rules! passed {
    (object $value:ident) => {
        $value.as_ptr()
    };
    (longs $value:ident) => {
        $value.0
    };
    ($kind:ident $value:ident) => {
        $value
    };
}

macro_rules! made {
    (object) => {
        Obj
    };
    ($kind:ident) => {
        taken!($kind)
    };
}

macro_rules! outcome {
    (object $value:expr) => {
        owned($value)
    };
    ($kind:ident $value:expr) => {
        Ok($value)
    };
    ($kind:ident fails $value:expr) => {
        checked($value)
    };
}

macro_rules! slots {
    ($($name:ident = $slot:literal ($($arg:ident: $kind:ident),*) -> $result:ident $($fails:ident)?;)*) => {$(
        #[doc = concat!("NumPy's `", stringify!($name), "`.")]
        ///
        /// # Errors
        /// What NumPy raises.
        #[expect(non_snake_case, reason = "the API's name")]
        pub fn $name($($arg: taken!($kind)),*) -> Result<made!($result), Raise> {
            type Function = unsafe extern "C" fn($(raw!($kind)),*) -> raw!($result);
            // SAFETY: the slot holds a function of this type in every version.
            unsafe {
                let function = std::mem::transmute::<*mut c_void, Function>(api()?.slot($slot));
                outcome!($result $($fails)? function($(passed!($kind $arg)),*))
            }
        }
    )*};
}

slots! {
    PyArray_DescrFromType = 45 (a: int) -> object;
    PyArray_CanCastSafely = 52 (a: int, b: int) -> int;
    PyArray_Size = 59 (a: object) -> long;
    PyArray_EnsureArray = 70 (a: object) -> object;
    PyArray_CopyInto = 50 (a: object, b: object) -> int fails;
    PyArray_NewCopy = 85 (a: object, b: int) -> object;
    PyArray_ToList = 86 (a: object) -> object;
    PyArray_FillWithScalar = 104 (a: object, b: object) -> int fails;
    PyArray_Squeeze = 136 (a: object) -> object;
    PyArray_SwapAxes = 138 (a: object, b: int, c: int) -> object;
    PyArray_Diagonal = 144 (a: object, b: int, c: int, d: int) -> object;
    PyArray_Nonzero = 147 (a: object) -> object;
    PyArray_Flatten = 156 (a: object, b: int) -> object;
    PyArray_Ravel = 157 (a: object, b: int) -> object;
    PyArray_MultiplyList = 158 (a: longs, b: int) -> long;
    PyArray_Concatenate = 168 (a: object, b: int) -> object;
    PyArray_InnerProduct = 169 (a: object, b: object) -> object;
    PyArray_MatrixProduct = 170 (a: object, b: object) -> object;
    PyArray_Correlate = 172 (a: object, b: object, c: int) -> object;
    PyArray_Where = 185 (a: object, b: object, c: object) -> object;
    PyArray_Arange = 186 (a: double, b: double, c: double, d: int) -> object;
    PyArray_Sort = 129 (a: object, b: int, c: int) -> int fails;
    PyArray_ArgSort = 130 (a: object, b: int, c: int) -> object;
    PyArray_Reshape = 134 (a: object, b: object) -> object;
}

/// # Safety
/// A new reference, or null with an error set.
unsafe fn owned(object: *mut PyObject) -> Result<Obj, Raise> {
    // SAFETY: by the caller.
    if object.is_null() { Err(error()) } else { Ok(unsafe { Obj::from_owned(object) }) }
}

fn checked(value: i32) -> Result<i32, Raise> {
    if value < 0 { Err(error()) } else { Ok(value) }
}

/// A new reference to the dtype of a type number.
fn descr(table: Api, number: i32) -> Result<*mut PyObject, Raise> {
    type Function = unsafe extern "C" fn(c_int) -> *mut PyObject;
    // SAFETY: slot 45 is `PyArray_DescrFromType`.
    let found = unsafe { std::mem::transmute::<*mut c_void, Function>(table.slot(45))(number) };
    if found.is_null() { Err(error()) } else { Ok(found) }
}

/// NumPy's `PyArray_SimpleNew`.
///
/// # Errors
/// What NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_SimpleNew(ndim: i32, shape: Ptr<i64>, number: i32) -> Result<Obj, Raise> {
    PyArray_EMPTY(ndim, shape, number, 0)
}

/// NumPy's `PyArray_EMPTY`.
///
/// # Errors
/// What NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_EMPTY(ndim: i32, shape: Ptr<i64>, number: i32, fortran: i32) -> Result<Obj, Raise> {
    // SAFETY: the source's word for the lengths; a new reference.
    unsafe { owned(api()?.in_order(ndim, shape.0.cast(), number, fortran != 0, false)) }
}

/// NumPy's `PyArray_ZEROS`.
///
/// # Errors
/// What NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_ZEROS(ndim: i32, shape: Ptr<i64>, number: i32, fortran: i32) -> Result<Obj, Raise> {
    // SAFETY: the source's word for the lengths; a new reference.
    unsafe { owned(api()?.in_order(ndim, shape.0.cast(), number, fortran != 0, true)) }
}

/// NumPy's `PyArray_SimpleNewFromData`: an array over memory that the source keeps alive.
///
/// # Errors
/// What NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_SimpleNewFromData(ndim: i32, shape: Ptr<i64>, number: i32, data: Ptr<Void>) -> Result<Obj, Raise> {
    // SAFETY: the source's word for the lengths and the memory; a new reference.
    unsafe { owned(api()?.of_number(ndim, shape.0.cast(), number, data.0.cast())) }
}

/// What makes an array of any object; `number` below 0: of the type that it has.
fn from_any(object: &Obj, number: i32, least: i32, most: i32, flags: i32) -> Result<Obj, Raise> {
    type Function =
        unsafe extern "C" fn(*mut PyObject, *mut PyObject, c_int, c_int, c_int, *mut PyObject) -> *mut PyObject;
    /// Both make an array of the class itself.
    const ENSURE_COPY: i32 = 0x20;
    const DEFAULT: i32 = C_CONTIGUOUS | ALIGNED | WRITEABLE;
    let table = api()?;
    let descr = if number < 0 { null_mut() } else { descr(table, number)? };
    let flags = if flags & ENSURE_COPY != 0 { flags | DEFAULT } else { flags };
    // SAFETY: slot 69 is `PyArray_FromAny`, which takes the dtype's reference.
    let from = unsafe { std::mem::transmute::<*mut c_void, Function>(table.slot(69)) };
    // SAFETY: a live object.
    unsafe { owned(from(object.as_ptr(), descr, least, most, flags, null_mut())) }
}

/// NumPy's `PyArray_FROM_O`.
///
/// # Errors
/// What NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_FROM_O(object: &Obj) -> Result<Obj, Raise> {
    from_any(object, -1, 0, 0, 0)
}

/// NumPy's `PyArray_FROM_OF`.
///
/// # Errors
/// What NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_FROM_OF(object: &Obj, flags: i32) -> Result<Obj, Raise> {
    from_any(object, -1, 0, 0, flags)
}

/// NumPy's `PyArray_FROM_OT`.
///
/// # Errors
/// What NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_FROM_OT(object: &Obj, number: i32) -> Result<Obj, Raise> {
    from_any(object, number, 0, 0, 0)
}

/// NumPy's `PyArray_FROM_OTF`.
///
/// # Errors
/// What NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_FROM_OTF(object: &Obj, number: i32, flags: i32) -> Result<Obj, Raise> {
    from_any(object, number, 0, 0, flags)
}

/// NumPy's `PyArray_FROMANY`.
///
/// # Errors
/// What NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_FROMANY(object: &Obj, number: i32, least: i32, most: i32, flags: i32) -> Result<Obj, Raise> {
    from_any(object, number, least, most, flags)
}

/// NumPy's `PyArray_ContiguousFromObject`.
///
/// # Errors
/// What NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_ContiguousFromObject(object: &Obj, number: i32, least: i32, most: i32) -> Result<Obj, Raise> {
    from_any(object, number, least, most, C_CONTIGUOUS | ALIGNED | WRITEABLE)
}

/// NumPy's `PyArray_GETCONTIGUOUS`.
///
/// # Errors
/// `TypeError` for what is no array; what NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_GETCONTIGUOUS(object: &Obj) -> Result<Obj, Raise> {
    let is_ready = has(array(object)?, C_CONTIGUOUS) == 1;
    if is_ready { Ok(object.clone()) } else { PyArray_Copy(object) }
}

/// NumPy's `PyArray_Copy`: in C order.
///
/// # Errors
/// `TypeError` for what is no array; what NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_Copy(object: &Obj) -> Result<Obj, Raise> {
    array(object)?;
    PyArray_NewCopy(object, 0)
}

/// NumPy's `PyArray_Cast`: the array with items of another type.
///
/// # Errors
/// `TypeError` for what is no array; what NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_Cast(object: &Obj, number: i32) -> Result<Obj, Raise> {
    array(object)?;
    // SAFETY: a new reference.
    let dtype = unsafe { owned(descr(api()?, number)?) }?;
    obj::call_method(object, name!("astype"), &[dtype], &[])
}

/// NumPy's `PyArray_SetBaseObject`, which takes the reference to the base.
///
/// # Errors
/// `TypeError` for what is no array; what NumPy raises.
#[expect(non_snake_case, reason = "the API's name")]
pub fn PyArray_SetBaseObject(object: &Obj, base: &Obj) -> Result<i32, Raise> {
    array(object)?;
    // SAFETY: the source has counted the reference.
    if unsafe { api()?.set_base(object.as_ptr(), base.as_ptr()) } { Ok(0) } else { Err(error()) }
}

/// `set_array_base` of NumPy's `.pxd`.
///
/// # Errors
/// As [`PyArray_SetBaseObject`].
pub fn set_array_base(object: &Obj, base: &Obj) -> Result<(), Raise> {
    array(object)?;
    // SAFETY: a reference that the array owns from here on.
    unsafe { ffi::Py_IncRef(base.as_ptr()) };
    PyArray_SetBaseObject(object, base).map(drop)
}

/// `get_array_base` of NumPy's `.pxd`: `None` without one.
///
/// # Errors
/// `TypeError` for what is no array.
pub fn get_array_base(object: &Obj) -> Result<Obj, Raise> {
    let base = array(object)?.base;
    // SAFETY: a borrowed reference of a live array, or the interpreter's `None`.
    Ok(unsafe { Obj::from_borrowed(if base.is_null() { ffi::Py_None() } else { base }) })
}

/// `import_ufunc` and `import_umath` of NumPy's `.pxd`: what is needed is loaded when it is.
///
/// # Errors
/// What `import numpy` raises.
pub fn import_ufunc() -> Result<i32, Raise> {
    api().map(|_| 0)
}
