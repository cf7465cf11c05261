//! The part of NumPy's C API that the boundary needs, through the `_ARRAY_API` capsule. One table serves NumPy 1.26 and
//! 2.x: the slots and the head of the structs below are the same in both.
//!
//! Everything here needs the interpreter lock.

use crate::name;
use crate::obj::{self, Obj};
use crate::raise::{Exc, Raise};
use crate::view::{Dtype, Field, Record};
use pyo3::ffi::{self, PyObject, PyTypeObject};
use std::ffi::{c_char, c_int, c_void};
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};

pub const C_CONTIGUOUS: c_int = 0x1;
pub const F_CONTIGUOUS: c_int = 0x2;
pub const OWNDATA: c_int = 0x4;
pub const ALIGNED: c_int = 0x100;
pub const WRITEABLE: c_int = 0x400;

/// `PyArrayObject_fields`, as far as both versions agree.
#[repr(C)]
pub struct ArrayObject {
    pub ob_base: PyObject,
    pub data: *mut u8,
    pub nd: c_int,
    pub dimensions: *mut isize,
    pub strides: *mut isize,
    pub base: *mut PyObject,
    pub descr: *mut Descr,
    pub flags: c_int,
    pub weakreflist: *mut PyObject,
    pub buffer_info: *mut c_void,
    pub mem_handler: *mut PyObject,
}

/// `PyArray_Descr`, the part before the versions differ.
#[repr(C)]
pub struct Descr {
    pub ob_base: PyObject,
    pub typeobj: *mut PyTypeObject,
    pub kind: u8,
    pub type_char: u8,
    pub byteorder: u8,
    pub former_flags: u8,
    pub type_num: c_int,
}

impl Descr {
    #[inline(always)]
    pub fn is_native_order(&self) -> bool {
        self.byteorder == b'=' || self.byteorder == b'|' || self.byteorder == NATIVE_ORDER
    }
}

const NATIVE_ORDER: u8 = if cfg!(target_endian = "little") { b'<' } else { b'>' };

/// `ndarray`, or null before NumPy was first met. Compared by address on every call with an array.
static NDARRAY: AtomicPtr<PyTypeObject> = AtomicPtr::new(null_mut());
static TABLE: AtomicPtr<*mut c_void> = AtomicPtr::new(null_mut());

/// Whether the object's type is exactly `numpy.ndarray`, as far as this extension has met NumPy.
#[inline(always)]
pub fn is_exact(object: *mut PyObject) -> bool {
    // SAFETY: a live object, by every caller.
    unsafe { std::ptr::eq(ffi::Py_TYPE(object), NDARRAY.load(Ordering::Relaxed)) }
}

/// Whether the object is an ndarray or of a subclass. Loads the API when NumPy has been imported by somebody.
pub fn is_array(object: *mut PyObject) -> bool {
    if NDARRAY.load(Ordering::Relaxed).is_null() && !(is_imported() && api().is_ok()) {
        return false;
    }
    // SAFETY: a live object and a type.
    unsafe { ffi::PyObject_TypeCheck(object, NDARRAY.load(Ordering::Relaxed)) != 0 }
}

/// Number of dimensions of an array.
pub fn rank(array: *mut PyObject) -> c_int {
    // SAFETY: an ndarray, by every caller, has this struct.
    unsafe { (*array.cast::<ArrayObject>()).nd }
}

fn is_imported() -> bool {
    // SAFETY: borrowed references; `PyImport_GetModuleDict` is never null.
    unsafe { !ffi::PyDict_GetItemString(ffi::PyImport_GetModuleDict(), c"numpy".as_ptr()).is_null() }
}

/// The function table. Imports NumPy at the first call.
#[derive(Clone, Copy)]
pub struct Api(*mut *mut c_void);

/// # Errors
/// What `import numpy` raises.
#[inline]
pub fn api() -> Result<Api, Raise> {
    let table = TABLE.load(Ordering::Acquire);
    if table.is_null() { load() } else { Ok(Api(table)) }
}

#[cold]
fn load() -> Result<Api, Raise> {
    // NumPy 2 first: importing the old path there warns.
    let module = obj::import(name!("numpy"))
        .and_then(|_| obj::import(name!("numpy._core._multiarray_umath")))
        .or_else(|_| obj::import(name!("numpy.core._multiarray_umath")))?;
    let capsule = obj::getattr(&module, name!("_ARRAY_API"))?;
    // SAFETY: the capsule has no name and holds the table, which lives as long as the process.
    let table: *mut *mut c_void = unsafe { ffi::PyCapsule_GetPointer(capsule.as_ptr(), std::ptr::null()).cast() };
    if table.is_null() {
        return Err(obj::error());
    }
    let api = Api(table);
    // SAFETY: slot 211 is `PyArray_GetNDArrayCFeatureVersion` in every version.
    let version: u32 = unsafe { std::mem::transmute::<*mut c_void, unsafe extern "C" fn() -> u32>(api.slot(211))() };
    // 0xf is NumPy 1.22: the first with memory handlers.
    if version < 0xf {
        return Err(Raise::plain(Exc::ImportError, "pyrx needs NumPy 1.22 or later"));
    }
    // SAFETY: slot 2 is `PyArray_Type`.
    NDARRAY.store(unsafe { api.slot(2) }.cast(), Ordering::Release);
    TABLE.store(table, Ordering::Release);
    Ok(api)
}

impl Api {
    /// # Safety
    /// `index` is a slot of the table.
    pub unsafe fn slot(self, index: usize) -> *mut c_void {
        // SAFETY: by the caller; the table is never freed.
        unsafe { *self.0.add(index) }
    }

    /// A new reference to the dtype.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn descr(self, dtype: Dtype) -> Result<*mut PyObject, Raise> {
        if let Dtype::Record(record) = dtype {
            return record_descr(record).map(Obj::into_ptr);
        }
        type Descr = unsafe extern "C" fn(c_int) -> *mut PyObject;
        // SAFETY: slot 45 is `PyArray_DescrFromType(int)`, which has one for every number.
        Ok(unsafe { std::mem::transmute::<*mut c_void, Descr>(self.slot(45))(type_num(dtype)) })
    }

    /// A NumPy scalar of the value at `data`.
    ///
    /// # Safety
    /// `data` points to an element of `dtype`.
    ///
    /// # Errors
    /// As [`Api::descr`].
    pub unsafe fn scalar(self, data: *const c_void, dtype: Dtype) -> Result<*mut PyObject, Raise> {
        let descr = self.descr(dtype)?;
        type Scalar = unsafe extern "C" fn(*const c_void, *mut PyObject, *mut PyObject) -> *mut PyObject;
        // SAFETY: slot 60 is `PyArray_Scalar(data, descr, base)`; it copies the value and borrows the descr.
        unsafe {
            let scalar = std::mem::transmute::<*mut c_void, Scalar>(self.slot(60))(data, descr, null_mut());
            ffi::Py_DECREF(descr);
            Ok(scalar)
        }
    }

    /// A new ndarray over `data` (not owned by it). Steals the reference to `descr`.
    ///
    /// # Safety
    /// Shape and strides have `rank` elements and stay inside memory that outlives the array, or has an owner set next.
    pub unsafe fn new_array(
        self,
        descr: *mut PyObject,
        shape: &[isize],
        strides: &[isize],
        data: *mut u8,
        flags: c_int,
    ) -> *mut PyObject {
        type New = unsafe extern "C" fn(
            *mut c_void,
            *mut PyObject,
            c_int,
            *const isize,
            *const isize,
            *mut c_void,
            c_int,
            *mut PyObject,
        ) -> *mut PyObject;
        // SAFETY: slot 94 is `PyArray_NewFromDescr`; it copies shape and strides.
        unsafe {
            std::mem::transmute::<*mut c_void, New>(self.slot(94))(
                self.slot(2),
                descr,
                shape.len() as c_int,
                shape.as_ptr(),
                strides.as_ptr(),
                data.cast(),
                flags,
                null_mut(),
            )
        }
    }

    /// A new ndarray of a type number: of memory that stays another's, or of its own where `data` is null.
    ///
    /// # Safety
    /// As many lengths as `rank`; memory that holds the array and outlives it.
    pub unsafe fn of_number(self, rank: c_int, shape: *const isize, number: c_int, data: *mut c_void) -> *mut PyObject {
        type New = unsafe extern "C" fn(
            *mut c_void,
            c_int,
            *const isize,
            c_int,
            *const isize,
            *mut c_void,
            c_int,
            c_int,
            *mut PyObject,
        ) -> *mut PyObject;
        let flags = if data.is_null() { 0 } else { C_CONTIGUOUS | ALIGNED | WRITEABLE };
        // SAFETY: slot 93 is `PyArray_New`; it copies the shape.
        unsafe {
            let new = std::mem::transmute::<*mut c_void, New>(self.slot(93));
            new(self.slot(2), rank, shape, number, std::ptr::null(), data, 0, flags, null_mut())
        }
    }

    /// A new ndarray of a type number, in the order of C or Fortran, of zeros or as it comes.
    ///
    /// # Safety
    /// As many lengths as `rank`.
    pub unsafe fn in_order(
        self,
        rank: c_int,
        shape: *const isize,
        number: c_int,
        fortran: bool,
        zeros: bool,
    ) -> *mut PyObject {
        type FromType = unsafe extern "C" fn(c_int) -> *mut PyObject;
        type New = unsafe extern "C" fn(c_int, *const isize, *mut PyObject, c_int) -> *mut PyObject;
        // SAFETY: slot 45 is `PyArray_DescrFromType`, 183 `PyArray_Zeros`, 184 `PyArray_Empty`: both steal the dtype.
        unsafe {
            let descr = std::mem::transmute::<*mut c_void, FromType>(self.slot(45))(number);
            if descr.is_null() {
                return null_mut();
            }
            let new = std::mem::transmute::<*mut c_void, New>(self.slot(if zeros { 183 } else { 184 }));
            new(rank, shape, descr, fortran.into())
        }
    }

    /// `array.base = base`, collapsing chains of views as NumPy does. Steals the reference to `base`.
    ///
    /// # Safety
    /// `array` is a new ndarray without a base.
    pub unsafe fn set_base(self, array: *mut PyObject, base: *mut PyObject) -> bool {
        type SetBase = unsafe extern "C" fn(*mut PyObject, *mut PyObject) -> c_int;
        // SAFETY: slot 282 is `PyArray_SetBaseObject`.
        unsafe { std::mem::transmute::<*mut c_void, SetBase>(self.slot(282))(array, base) == 0 }
    }

    /// Makes the array free its `malloc`ed data, and lets it be resized, as if NumPy had allocated it.
    ///
    /// # Safety
    /// The data comes from `malloc` or `calloc`, and from here on belongs to the array alone.
    pub unsafe fn own_data(self, array: *mut PyObject) {
        // SAFETY: an ndarray; slot 306 is `PyDataMem_DefaultHandler`, whose `free` is libc's.
        unsafe {
            let array: *mut ArrayObject = array.cast();
            (*array).flags |= OWNDATA;
            if (*array).mem_handler.is_null() {
                (*array).mem_handler = ffi::Py_NewRef(*self.slot(306).cast::<*mut PyObject>());
            }
        }
    }
}

/// `numpy.dtype({"names": [...], "formats": [...], "offsets": [...], "itemsize": n})`
fn record_descr(record: &Record) -> Result<Obj, Raise> {
    let all = |part: &dyn Fn(&Field) -> Result<Obj, Raise>| {
        let parts: Result<Vec<Obj>, Raise> = record.fields.iter().map(part).collect();
        obj::list(&parts?)
    };
    let parts = [
        (obj::from_value("names")?, all(&|field| obj::from_value(field.name))?),
        (obj::from_value("formats")?, all(&field_descr)?),
        (obj::from_value("offsets")?, all(&|field| obj::from_value(field.offset as i64))?),
        (obj::from_value("itemsize")?, obj::from_value(record.size as i64)?),
    ];
    obj::call(&obj::getattr(&obj::import(name!("numpy"))?, name!("dtype"))?, &[obj::dict(&parts)?], &[])
}

/// The dtype of a field, with the shape of an array.
fn field_descr(field: &Field) -> Result<Obj, Raise> {
    // SAFETY: a new reference.
    let item = unsafe { Obj::from_owned(api()?.descr(field.item)?) };
    if field.shape.is_empty() {
        return Ok(item);
    }
    let shape: Result<Vec<Obj>, Raise> = field.shape.iter().map(|length| obj::from_value(*length as i64)).collect();
    obj::tuple(&[item, obj::tuple(&shape?)?])
}

/// NumPy's type number of the dtype; where C has two types of one width, the one NumPy calls by the sized name.
pub fn type_num(dtype: Dtype) -> c_int {
    const LONG_IS_64: bool = size_of::<std::ffi::c_long>() == 8;
    match dtype {
        Dtype::Bool => 0,
        Dtype::I8 => 1,
        Dtype::U8 => 2,
        Dtype::I16 => 3,
        Dtype::U16 => 4,
        Dtype::I32 => 5,
        Dtype::U32 => 6,
        Dtype::I64 => {
            if LONG_IS_64 {
                7
            } else {
                9
            }
        }
        Dtype::U64 => {
            if LONG_IS_64 {
                8
            } else {
                10
            }
        }
        Dtype::F32 => 11,
        Dtype::F64 => 12,
        Dtype::C64 => 14,
        Dtype::C128 => 15,
        Dtype::Record(_) => 20,
    }
}

/// The type number of objects.
pub const OBJECT: c_int = 17;

/// The dtype of a type number, if compiled code computes with it.
#[inline(always)]
pub const fn dtype_of(type_num: c_int) -> Option<Dtype> {
    const LONG_IS_64: bool = size_of::<std::ffi::c_long>() == 8;
    Some(match type_num {
        0 => Dtype::Bool,
        1 => Dtype::I8,
        2 => Dtype::U8,
        3 => Dtype::I16,
        4 => Dtype::U16,
        5 => Dtype::I32,
        6 => Dtype::U32,
        7 => {
            if LONG_IS_64 {
                Dtype::I64
            } else {
                Dtype::I32
            }
        }
        8 => {
            if LONG_IS_64 {
                Dtype::U64
            } else {
                Dtype::U32
            }
        }
        9 => Dtype::I64,
        10 => Dtype::U64,
        11 => Dtype::F32,
        12 => Dtype::F64,
        14 => Dtype::C64,
        15 => Dtype::C128,
        _ => return None,
    })
}

/// Text of a dtype for messages: `float32`, `>f8`, `object`.
pub fn descr_text(descr: *mut Descr) -> String {
    // SAFETY: a live dtype object.
    unsafe { obj::text(descr.cast()) }
}

/// Name of the class in NumPy's `tp_name`, without the module: `float32` for `numpy.float32`. Empty for others.
pub fn scalar_name(object: *mut PyObject) -> &'static str {
    // SAFETY: a type's name lives as long as the type; NumPy's scalar types are static.
    let name = unsafe { std::ffi::CStr::from_ptr((*ffi::Py_TYPE(object)).tp_name.cast::<c_char>()) };
    let name = name.to_bytes().strip_prefix(b"numpy.").unwrap_or_default();
    // `numpy.bool_` before NumPy 2.
    match name {
        b"bool" | b"bool_" => "bool",
        b"longlong" => "int64",
        b"ulonglong" => "uint64",
        b"intc" => "int32",
        b"uintc" => "uint32",
        _ => Dtype::ALL.iter().map(|dtype| dtype.name()).find(|own| own.as_bytes() == name).unwrap_or_default(),
    }
}
