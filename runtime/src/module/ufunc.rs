//! Compiled functions as `numpy.ufunc` objects: `@cython.ufunc`.

use crate::boundary::{attach, set_error};
use crate::name;
use crate::numpy_api::type_num;
use crate::obj::{self, Obj};
use crate::raise::Raise;
use crate::view::Dtype;
use pyo3::ffi::{self, PyObject};
use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::ptr::{null, null_mut};

/// What a ufunc runs.
#[derive(Debug)]
pub struct Ufunc {
    pub name: &'static str,
    pub inputs: usize,
    pub outputs: usize,
    /// Those of the first loop's inputs and outputs, then those of the next.
    pub dtypes: &'static [Dtype],
    pub loops: &'static [Loop],
}

/// `PyUFuncGenericFunction`: addresses of the first items, how many, and the steps between them.
pub type Loop = unsafe extern "C" fn(*mut *mut c_char, *const isize, *const isize, *mut c_void);

type FromFuncAndData = unsafe extern "C" fn(
    *const Loop,
    *const *mut c_void,
    *const c_char,
    c_int,
    c_int,
    c_int,
    c_int,
    *const c_char,
    *const c_char,
    c_int,
) -> *mut PyObject;

/// `PyUFunc_None`: a reduction of nothing has no value.
const NO_IDENTITY: c_int = -1;

/// The object; it lives as long as the process, as the module's functions do. Imports NumPy.
///
/// # Errors
/// What the import raises.
pub(super) fn make(ufunc: &'static Ufunc, original: &Obj) -> Result<Obj, Raise> {
    let doc = obj::getattr(original, name!("__doc__"))?;
    let doc = text(&doc);
    let kept = |text: &str| CString::new(text).map_or(null(), |text| text.into_raw().cast_const());
    let codes: Vec<c_char> = ufunc.dtypes.iter().map(|dtype| type_num(*dtype) as c_char).collect();
    let data: Vec<*mut c_void> = vec![null_mut(); ufunc.loops.len()];
    let from = constructor()?;
    // SAFETY: the loops are static, the rest is never freed; as many types as the loops have arguments.
    unsafe {
        Obj::result(from(
            ufunc.loops.as_ptr(),
            data.leak().as_ptr(),
            codes.leak().as_ptr(),
            ufunc.loops.len() as c_int,
            ufunc.inputs as c_int,
            ufunc.outputs as c_int,
            NO_IDENTITY,
            kept(ufunc.name),
            doc.as_deref().map_or(null(), kept),
            0,
        ))
    }
}

fn text(object: &Obj) -> Option<String> {
    // SAFETY: a live object; the text lives as long as it does.
    unsafe {
        let start =
            if ffi::PyUnicode_Check(object.as_ptr()) == 0 { null() } else { ffi::PyUnicode_AsUTF8(object.as_ptr()) };
        (!start.is_null()).then(|| CStr::from_ptr(start).to_string_lossy().into_owned())
    }
}

/// NumPy's function that makes ufuncs.
fn constructor() -> Result<FromFuncAndData, Raise> {
    let module = obj::import(name!("numpy"))
        .and_then(|_| obj::import(name!("numpy._core._multiarray_umath")))
        .or_else(|_| obj::import(name!("numpy.core._multiarray_umath")))?;
    let capsule = obj::getattr(&module, name!("_UFUNC_API"))?;
    // SAFETY: the capsule has no name and holds the table, which lives as long as the process.
    let table: *mut *mut c_void = unsafe { ffi::PyCapsule_GetPointer(capsule.as_ptr(), null()).cast() };
    if table.is_null() {
        return Err(obj::error());
    }
    // SAFETY: slot 1 is `PyUFunc_FromFuncAndData` in every version.
    Ok(unsafe { std::mem::transmute::<*mut c_void, FromFuncAndData>(*table.add(1)) })
}

/// Calls `body` with the addresses of each item's arguments and results. What it raises ends the loop.
///
/// # Safety
/// Called by NumPy with the arguments of a [`Loop`] of `N` inputs and outputs.
pub unsafe fn each<const N: usize>(
    args: *mut *mut c_char,
    dimensions: *const isize,
    steps: *const isize,
    body: impl Fn([*mut u8; N]) -> Result<(), Raise>,
) {
    attach(|| {
        // SAFETY: by the caller.
        unsafe {
            let mut at: [*mut u8; N] = std::array::from_fn(|k| (*args.add(k)).cast());
            for _ in 0..*dimensions {
                if let Err(raise) = body(at) {
                    return set_error(raise);
                }
                for (k, at) in at.iter_mut().enumerate() {
                    *at = at.offset(*steps.add(k));
                }
            }
        }
    });
}
