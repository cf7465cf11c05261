//! Functions of Python's C API, as C calls them: what gives an object or says that it failed raises.
//!
//! An error that a function sets (`PyErr_SetString`) is raised there.

use crate::mem::{Ptr, Void};
use crate::obj::{Obj, error};
use crate::raise::Raise;
use pyo3::ffi;

/// The type of a parameter.
macro_rules! taken {
    (object) => { &Obj };
    (bint) => { i32 };
    (int) => { i32 };
    (uint) => { u32 };
    (long) => { i64 };
    (size) => { u64 };
    (double) => { f64 };
    (chars) => { Ptr<i8> };
    (any) => { Ptr<Void> };
    (borrowed) => { Ptr<Void> };
}

/// An argument as the API has it.
macro_rules! passed {
    (object $value:ident) => {
        $value.as_ptr()
    };
    (chars $value:ident) => {
        $value.0.cast()
    };
    (any $value:ident) => {
        $value.0.cast()
    };
    (borrowed $value:ident) => {
        $value.0.cast()
    };
    (double $value:ident) => {
        $value
    };
    ($number:ident $value:ident) => {
        $value as _
    };
}

/// The type of a result that tells no error.
macro_rules! made {
    (nothing) => {
        ()
    };
    (object) => {
        Obj
    };
    ($kind:ident) => {
        taken!($kind)
    };
}

macro_rules! result {
    (object) => { Result<Obj, Raise> };
    (raises) => { Result<(), Raise> };
    ($kind:ident) => { made!($kind) };
    ($kind:ident fails) => { Result<taken!($kind), Raise> };
}

/// What the API gave, as native code has it.
macro_rules! given {
    (nothing $value:expr) => {{
        let _ = $value;
    }};
    (double $value:expr) => {
        $value
    };
    (chars $value:expr) => {
        Ptr($value as *mut i8)
    };
    (any $value:expr) => {
        Ptr($value.cast())
    };
    (borrowed $value:expr) => {
        Ptr($value.cast())
    };
    ($number:ident $value:expr) => {
        $value as taken!($number)
    };
}

/// What tells an error, where one is set.
macro_rules! failed {
    (double $value:ident) => {
        $value == -1.0
    };
    (chars $value:ident) => {
        $value.is_null()
    };
    (any $value:ident) => {
        $value.is_null()
    };
    (borrowed $value:ident) => {
        $value.is_null()
    };
    ($number:ident $value:ident) => {
        $value as i64 == -1
    };
}

macro_rules! outcome {
    (object $call:expr) => {{
        let object = $call;
        if object.is_null() { Err(error()) } else { Ok(Obj::from_owned(object)) }
    }};
    (raises $call:expr) => {{ let _ = $call; Err(error()) }};
    ($kind:ident $call:expr) => { given!($kind $call) };
    ($kind:ident fails $call:expr) => {{
        let value = $call;
        if failed!($kind value) && !ffi::PyErr_Occurred().is_null() { Err(error()) } else { Ok(given!($kind value)) }
    }};
}

macro_rules! functions {
    ($($name:ident ($($arg:ident: $kind:ident),*) -> $result:ident $($fails:ident)?;)*) => {$(
        #[doc = concat!("Python's `", stringify!($name), "`.")]
        #[expect(non_snake_case, reason = "the API's name")]
        #[inline(always)]
        pub fn $name($($arg: taken!($kind)),*) -> result!($result $($fails)?) {
            // SAFETY: the lock is held, objects are live, and the source vouches for its pointers and for the classes of
            // what it hands to functions that look at none.
            unsafe { outcome!($result $($fails)? ffi::$name($(passed!($kind $arg)),*)) }
        }
    )*};
}

functions! {
    PyBool_Check (a: object) -> bint;
    PyBool_FromLong (a: long) -> object;
    PyBuffer_IsContiguous (a: any, b: int) -> int;
    PyBuffer_Release (a: any) -> nothing;
    PyBuffer_SizeFromFormat (a: chars) -> long;
    PyObject_CheckBuffer (a: object) -> bint;
    PyObject_CopyData (a: object, b: object) -> int fails;
    PyObject_Format (a: object, b: object) -> object;
    PyObject_GetBuffer (a: object, b: any, c: int) -> int fails;
    PyByteArray_AS_STRING (a: object) -> chars;
    PyByteArray_AsString (a: object) -> chars;
    PyByteArray_Check (a: object) -> bint;
    PyByteArray_CheckExact (a: object) -> bint;
    PyByteArray_Concat (a: object, b: object) -> object;
    PyByteArray_FromObject (a: object) -> object;
    PyByteArray_FromStringAndSize (a: chars, b: long) -> object;
    PyByteArray_GET_SIZE (a: object) -> long;
    PyByteArray_Resize (a: object, b: long) -> int fails;
    PyByteArray_Size (a: object) -> long;
    PyBytes_AS_STRING (a: object) -> chars;
    PyBytes_AsString (a: object) -> chars fails;
    PyBytes_Check (a: object) -> bint;
    PyBytes_CheckExact (a: object) -> bint;
    PyBytes_FromObject (a: object) -> object;
    PyBytes_FromString (a: chars) -> object;
    PyBytes_FromStringAndSize (a: chars, b: long) -> object;
    PyBytes_Size (a: object) -> long fails;
    PyComplex_Check (a: object) -> bint;
    PyComplex_CheckExact (a: object) -> bint;
    PyComplex_FromDoubles (a: double, b: double) -> object;
    PyComplex_ImagAsDouble (a: object) -> double fails;
    PyComplex_RealAsDouble (a: object) -> double fails;
    PyDictProxy_New (a: object) -> object;
    PyDict_Check (a: object) -> bint;
    PyDict_CheckExact (a: object) -> bint;
    PyDict_Clear (a: object) -> nothing;
    PyDict_Contains (a: object, b: object) -> int fails;
    PyDict_Copy (a: object) -> object;
    PyDict_DelItem (a: object, b: object) -> int fails;
    PyDict_DelItemString (a: object, b: chars) -> int fails;
    PyDict_GetItem (a: object, b: object) -> borrowed;
    PyDict_GetItemString (a: object, b: chars) -> borrowed;
    PyDict_GetItemWithError (a: object, b: object) -> borrowed fails;
    PyDict_Items (a: object) -> object;
    PyDict_Keys (a: object) -> object;
    PyDict_Merge (a: object, b: object, c: int) -> int fails;
    PyDict_MergeFromSeq2 (a: object, b: object, c: int) -> int fails;
    PyDict_New () -> object;
    PyDict_SetDefault (a: object, b: object, c: object) -> borrowed fails;
    PyDict_SetItem (a: object, b: object, c: object) -> int fails;
    PyDict_SetItemString (a: object, b: chars, c: object) -> int fails;
    PyDict_Size (a: object) -> long fails;
    PyDict_Update (a: object, b: object) -> int fails;
    PyDict_Values (a: object) -> object;
    PyErr_CheckSignals () -> int fails;
    PyErr_Clear () -> nothing;
    PyErr_ExceptionMatches (a: object) -> bint;
    PyErr_GivenExceptionMatches (a: object, b: object) -> bint;
    PyErr_NoMemory () -> borrowed fails;
    PyErr_Occurred () -> borrowed;
    PyErr_SetFromErrno (a: object) -> borrowed fails;
    PyErr_SetFromErrnoWithFilename (a: object, b: chars) -> borrowed fails;
    PyErr_SetFromErrnoWithFilenameObject (a: object, b: object) -> borrowed fails;
    PyErr_SetNone (a: object) -> raises;
    PyErr_SetObject (a: object, b: object) -> raises;
    PyErr_SetString (a: object, b: chars) -> raises;
    PyErr_WarnEx (a: object, b: chars, c: int) -> int fails;
    PyFloat_AS_DOUBLE (a: object) -> double;
    PyFloat_AsDouble (a: object) -> double fails;
    PyFloat_Check (a: object) -> bint;
    PyFloat_CheckExact (a: object) -> bint;
    PyFloat_FromDouble (a: double) -> object;
    PyFloat_FromString (a: object) -> object;
    PyIter_Check (a: object) -> bint;
    PyList_Append (a: object, b: object) -> int fails;
    PyList_AsTuple (a: object) -> object;
    PyList_Check (a: object) -> bint;
    PyList_CheckExact (a: object) -> bint;
    PyList_GET_ITEM (a: object, b: long) -> borrowed;
    PyList_GET_SIZE (a: object) -> long;
    PyList_GetItem (a: object, b: long) -> borrowed fails;
    PyList_GetSlice (a: object, b: long, c: long) -> object;
    PyList_Insert (a: object, b: long, c: object) -> int fails;
    PyList_New (a: long) -> object;
    PyList_Reverse (a: object) -> int fails;
    PyList_SET_ITEM (a: object, b: long, c: object) -> nothing;
    PyList_SetItem (a: object, b: long, c: object) -> int fails;
    PyList_SetSlice (a: object, b: long, c: long, d: object) -> int fails;
    PyList_Size (a: object) -> long fails;
    PyList_Sort (a: object) -> int fails;
    PyLong_AsDouble (a: object) -> double fails;
    PyLong_AsLong (a: object) -> long fails;
    PyLong_AsSsize_t (a: object) -> long fails;
    PyLong_AsUnsignedLong (a: object) -> size fails;
    PyLong_AsUnsignedLongMask (a: object) -> size fails;
    PyLong_AsVoidPtr (a: object) -> any fails;
    PyLong_Check (a: object) -> bint;
    PyLong_CheckExact (a: object) -> bint;
    PyLong_FromDouble (a: double) -> object;
    PyLong_FromLong (a: long) -> object;
    PyLong_FromSize_t (a: size) -> object;
    PyLong_FromSsize_t (a: long) -> object;
    PyLong_FromUnsignedLong (a: size) -> object;
    PyLong_FromVoidPtr (a: any) -> object;
    PyMapping_Check (a: object) -> bint;
    PyMapping_DelItem (a: object, b: object) -> int fails;
    PyMapping_DelItemString (a: object, b: chars) -> int fails;
    PyMapping_GetItemString (a: object, b: chars) -> object;
    PyMapping_HasKey (a: object, b: object) -> bint;
    PyMapping_HasKeyString (a: object, b: chars) -> bint;
    PyMapping_Items (a: object) -> object;
    PyMapping_Keys (a: object) -> object;
    PyMapping_Length (a: object) -> long fails;
    PyMapping_SetItemString (a: object, b: chars, c: object) -> int fails;
    PyMapping_Values (a: object) -> object;
    PyNumber_Absolute (a: object) -> object;
    PyNumber_Add (a: object, b: object) -> object;
    PyNumber_And (a: object, b: object) -> object;
    PyNumber_AsSsize_t (a: object, b: object) -> long fails;
    PyNumber_Check (a: object) -> bint;
    PyNumber_Divmod (a: object, b: object) -> object;
    PyNumber_Float (a: object) -> object;
    PyNumber_FloorDivide (a: object, b: object) -> object;
    PyNumber_InPlaceAdd (a: object, b: object) -> object;
    PyNumber_InPlaceAnd (a: object, b: object) -> object;
    PyNumber_InPlaceFloorDivide (a: object, b: object) -> object;
    PyNumber_InPlaceLshift (a: object, b: object) -> object;
    PyNumber_InPlaceMatrixMultiply (a: object, b: object) -> object;
    PyNumber_InPlaceMultiply (a: object, b: object) -> object;
    PyNumber_InPlaceOr (a: object, b: object) -> object;
    PyNumber_InPlacePower (a: object, b: object, c: object) -> object;
    PyNumber_InPlaceRemainder (a: object, b: object) -> object;
    PyNumber_InPlaceRshift (a: object, b: object) -> object;
    PyNumber_InPlaceSubtract (a: object, b: object) -> object;
    PyNumber_InPlaceTrueDivide (a: object, b: object) -> object;
    PyNumber_InPlaceXor (a: object, b: object) -> object;
    PyNumber_Index (a: object) -> object;
    PyNumber_Invert (a: object) -> object;
    PyNumber_Long (a: object) -> object;
    PyNumber_Lshift (a: object, b: object) -> object;
    PyNumber_MatrixMultiply (a: object, b: object) -> object;
    PyNumber_Multiply (a: object, b: object) -> object;
    PyNumber_Negative (a: object) -> object;
    PyNumber_Or (a: object, b: object) -> object;
    PyNumber_Positive (a: object) -> object;
    PyNumber_Power (a: object, b: object, c: object) -> object;
    PyNumber_Remainder (a: object, b: object) -> object;
    PyNumber_Rshift (a: object, b: object) -> object;
    PyNumber_Subtract (a: object, b: object) -> object;
    PyNumber_TrueDivide (a: object, b: object) -> object;
    PyNumber_Xor (a: object, b: object) -> object;
    PyCallable_Check (a: object) -> bint;
    PyObject_AsFileDescriptor (a: object) -> int fails;
    PyObject_Bytes (a: object) -> object;
    PyObject_Call (a: object, b: object, c: object) -> object;
    PyObject_CallObject (a: object, b: object) -> object;
    PyObject_DelAttr (a: object, b: object) -> int fails;
    PyObject_DelAttrString (a: object, b: chars) -> int fails;
    PyObject_DelItem (a: object, b: object) -> int fails;
    PyObject_Dir (a: object) -> object;
    PyObject_GenericGetAttr (a: object, b: object) -> object;
    PyObject_GenericSetAttr (a: object, b: object, c: object) -> int fails;
    PyObject_GetAttr (a: object, b: object) -> object;
    PyObject_GetAttrString (a: object, b: chars) -> object;
    PyObject_GetItem (a: object, b: object) -> object;
    PyObject_GetIter (a: object) -> object;
    PyObject_HasAttr (a: object, b: object) -> bint;
    PyObject_HasAttrString (a: object, b: chars) -> bint;
    PyObject_Hash (a: object) -> long fails;
    PyObject_IsInstance (a: object, b: object) -> bint fails;
    PyObject_IsSubclass (a: object, b: object) -> bint fails;
    PyObject_IsTrue (a: object) -> bint fails;
    PyObject_Length (a: object) -> long fails;
    PyObject_LengthHint (a: object, b: long) -> long fails;
    PyObject_Not (a: object) -> bint fails;
    PyObject_Repr (a: object) -> object;
    PyObject_RichCompare (a: object, b: object, c: int) -> object;
    PyObject_RichCompareBool (a: object, b: object, c: int) -> bint fails;
    PyObject_SetAttr (a: object, b: object, c: object) -> int fails;
    PyObject_SetAttrString (a: object, b: chars, c: object) -> int fails;
    PyObject_SetItem (a: object, b: object, c: object) -> int fails;
    PyObject_Size (a: object) -> long fails;
    PyObject_Str (a: object) -> object;
    PyObject_Type (a: object) -> object;
    Py_SIZE (a: object) -> long;
    Py_DECREF (a: object) -> nothing;
    Py_INCREF (a: object) -> nothing;
    Py_REFCNT (a: object) -> long;
    Py_XDECREF (a: borrowed) -> nothing;
    Py_XINCREF (a: borrowed) -> nothing;
    PySequence_Check (a: object) -> bint;
    PySequence_Concat (a: object, b: object) -> object;
    PySequence_Contains (a: object, b: object) -> int fails;
    PySequence_Count (a: object, b: object) -> int fails;
    PySequence_DelItem (a: object, b: long) -> int fails;
    PySequence_DelSlice (a: object, b: long, c: long) -> int fails;
    PySequence_Fast (a: object, b: chars) -> object;
    PySequence_Fast_GET_ITEM (a: object, b: long) -> borrowed;
    PySequence_Fast_GET_SIZE (a: object) -> long;
    PySequence_GetItem (a: object, b: long) -> object;
    PySequence_GetSlice (a: object, b: long, c: long) -> object;
    PySequence_ITEM (a: object, b: long) -> object;
    PySequence_InPlaceConcat (a: object, b: object) -> object;
    PySequence_InPlaceRepeat (a: object, b: long) -> object;
    PySequence_Index (a: object, b: object) -> long fails;
    PySequence_Length (a: object) -> long fails;
    PySequence_List (a: object) -> object;
    PySequence_Repeat (a: object, b: long) -> object;
    PySequence_SetItem (a: object, b: long, c: object) -> int fails;
    PySequence_SetSlice (a: object, b: long, c: long, d: object) -> int fails;
    PySequence_Size (a: object) -> long fails;
    PySequence_Tuple (a: object) -> object;
    PyAnySet_Check (a: object) -> bint;
    PyAnySet_CheckExact (a: object) -> bint;
    PyFrozenSet_Check (a: object) -> bint;
    PyFrozenSet_CheckExact (a: object) -> bint;
    PyFrozenSet_New (a: object) -> object;
    PySet_Add (a: object, b: object) -> int fails;
    PySet_Check (a: object) -> bint;
    PySet_Clear (a: object) -> int;
    PySet_Contains (a: object, b: object) -> bint fails;
    PySet_Discard (a: object, b: object) -> bint fails;
    PySet_GET_SIZE (a: object) -> long;
    PySet_New (a: object) -> object;
    PySet_Pop (a: object) -> object;
    PySet_Size (a: object) -> long fails;
    PySlice_Check (a: object) -> bint;
    PySlice_New (a: object, b: object, c: object) -> object;
    PyTuple_Check (a: object) -> bint;
    PyTuple_CheckExact (a: object) -> bint;
    PyTuple_GET_ITEM (a: object, b: long) -> borrowed;
    PyTuple_GET_SIZE (a: object) -> long;
    PyTuple_GetItem (a: object, b: long) -> borrowed fails;
    PyTuple_GetSlice (a: object, b: long, c: long) -> object;
    PyTuple_New (a: long) -> object;
    PyTuple_SET_ITEM (a: object, b: long, c: object) -> nothing;
    PyTuple_SetItem (a: object, b: long, c: object) -> int fails;
    PyTuple_Size (a: object) -> long fails;
    PyType_Check (a: object) -> bint;
    PyType_CheckExact (a: object) -> bint;
    PyUnicode_AsASCIIString (a: object) -> object;
    PyUnicode_AsEncodedString (a: object, b: chars, c: chars) -> object;
    PyUnicode_AsLatin1String (a: object) -> object;
    PyUnicode_AsRawUnicodeEscapeString (a: object) -> object;
    PyUnicode_AsUTF16String (a: object) -> object;
    PyUnicode_AsUTF8 (a: object) -> chars fails;
    PyUnicode_AsUTF8AndSize (a: object, b: any) -> chars fails;
    PyUnicode_AsUTF8String (a: object) -> object;
    PyUnicode_AsUnicodeEscapeString (a: object) -> object;
    PyUnicode_Check (a: object) -> bint;
    PyUnicode_CheckExact (a: object) -> bint;
    PyUnicode_Compare (a: object, b: object) -> int fails;
    PyUnicode_Concat (a: object, b: object) -> object;
    PyUnicode_Contains (a: object, b: object) -> int fails;
    PyUnicode_CopyCharacters (a: object, b: long, c: object, d: long, e: long) -> long fails;
    PyUnicode_Count (a: object, b: object, c: long, d: long) -> long fails;
    PyUnicode_Decode (a: chars, b: long, c: chars, d: chars) -> object;
    PyUnicode_DecodeASCII (a: chars, b: long, c: chars) -> object;
    PyUnicode_DecodeLatin1 (a: chars, b: long, c: chars) -> object;
    PyUnicode_DecodeRawUnicodeEscape (a: chars, b: long, c: chars) -> object;
    PyUnicode_DecodeUTF8 (a: chars, b: long, c: chars) -> object;
    PyUnicode_DecodeUnicodeEscape (a: chars, b: long, c: chars) -> object;
    PyUnicode_Find (a: object, b: object, c: long, d: long, e: int) -> long;
    PyUnicode_Format (a: object, b: object) -> object;
    PyUnicode_FromEncodedObject (a: object, b: chars, c: chars) -> object;
    PyUnicode_FromObject (a: object) -> object;
    PyUnicode_FromOrdinal (a: int) -> object;
    PyUnicode_FromString (a: chars) -> object;
    PyUnicode_FromStringAndSize (a: chars, b: long) -> object;
    PyUnicode_GET_LENGTH (a: object) -> long;
    PyUnicode_GetLength (a: object) -> long fails;
    PyUnicode_InternFromString (a: chars) -> object;
    PyUnicode_IsIdentifier (a: object) -> bint;
    PyUnicode_Join (a: object, b: object) -> object;
    PyUnicode_Replace (a: object, b: object, c: object, d: long) -> object;
    PyUnicode_RichCompare (a: object, b: object, c: int) -> object;
    PyUnicode_Split (a: object, b: object, c: long) -> object;
    PyUnicode_Splitlines (a: object, b: bint) -> object;
    PyUnicode_Substring (a: object, b: long, c: long) -> object;
    PyCapsule_CheckExact (a: object) -> bint;
    PyCapsule_GetContext (a: object) -> any fails;
    PyCapsule_GetName (a: object) -> chars;
    PyCapsule_GetPointer (a: object, b: chars) -> any fails;
    PyCapsule_Import (a: chars, b: int) -> any fails;
    PyCapsule_IsValid (a: object, b: chars) -> bint;
}

/// The count of references to the object at an address.
#[inline(always)]
pub fn count_at(address: Ptr<Void>) -> i64 {
    // SAFETY: the source vouches for its pointer.
    unsafe { ffi::Py_REFCNT(address.0.cast()) as i64 }
}

/// The object at an address, or an error for none.
///
/// # Errors
/// `SystemError` for a null pointer.
pub fn object_at(address: Ptr<Void>) -> Result<Obj, Raise> {
    if address.0.is_null() {
        return Err(Raise::plain(crate::raise::Exc::SystemError, "null pointer where a Python object is needed"));
    }
    // SAFETY: the source vouches for its pointer.
    Ok(unsafe { Obj::from_borrowed(address.0.cast()) })
}

/// The address of an object, which whoever uses it keeps alive.
#[inline(always)]
pub fn address(object: &Obj) -> Ptr<Void> {
    Ptr(object.as_ptr().cast())
}

/// A reference more, for a function that takes one without counting.
pub fn kept(object: &Obj) -> Obj {
    std::mem::forget(object.clone());
    object.clone()
}
