//! Single elements as objects.

use crate::boundary::{ArgSpec, FromPy, ToPy};
use crate::raise::Raise;
use crate::view::{Bool8, Dtype, Elem};
use num_complex::Complex;
use pyo3::ffi::PyObject;

/// The object of the element at an address.
///
/// # Safety
/// An element of this dtype lies there.
pub(super) unsafe fn get(dtype: Dtype, at: *const u8) -> Result<*mut PyObject, Raise> {
    /// # Safety
    /// As above.
    unsafe fn read<E: Elem<Value: ToPy>>(at: *const u8) -> Result<*mut PyObject, Raise> {
        // SAFETY: by the caller.
        unsafe { at.cast::<E>().read_unaligned() }.load().to_py()
    }
    // SAFETY: by the caller.
    unsafe {
        match dtype {
            Dtype::Bool => read::<Bool8>(at),
            Dtype::I8 => read::<i8>(at),
            Dtype::I16 => read::<i16>(at),
            Dtype::I32 => read::<i32>(at),
            Dtype::I64 => read::<i64>(at),
            Dtype::U8 => read::<u8>(at),
            Dtype::U16 => read::<u16>(at),
            Dtype::U32 => read::<u32>(at),
            Dtype::U64 => read::<u64>(at),
            Dtype::F32 => read::<f32>(at),
            Dtype::F64 => read::<f64>(at),
            Dtype::C64 => read::<Complex<f32>>(at),
            Dtype::C128 => read::<Complex<f64>>(at),
            Dtype::Record(record) => (record.get)(at),
        }
    }
}

/// The bytes of an element, converted from an object.
///
/// # Errors
/// What Cython says of the conversion.
pub(super) fn bytes(dtype: Dtype, object: *mut PyObject) -> Result<Vec<u8>, Raise> {
    fn converted<E: Elem<Value: FromPy>>(object: *mut PyObject, spec: &'static ArgSpec) -> Result<Vec<u8>, Raise> {
        let value = E::store(E::Value::from_py(object, spec)?);
        let mut bytes = vec![0; size_of::<E>()];
        // SAFETY: there is room for one.
        unsafe { bytes.as_mut_ptr().cast::<E>().write_unaligned(value) };
        Ok(bytes)
    }
    match dtype {
        Dtype::Record(record) => {
            let mut bytes = vec![0; record.size];
            // SAFETY: there is room for one.
            unsafe { (record.set)(object, bytes.as_mut_ptr())? };
            Ok(bytes)
        }
        Dtype::Bool => converted::<Bool8>(object, spec(dtype)),
        Dtype::I8 => converted::<i8>(object, spec(dtype)),
        Dtype::I16 => converted::<i16>(object, spec(dtype)),
        Dtype::I32 => converted::<i32>(object, spec(dtype)),
        Dtype::I64 => converted::<i64>(object, spec(dtype)),
        Dtype::U8 => converted::<u8>(object, spec(dtype)),
        Dtype::U16 => converted::<u16>(object, spec(dtype)),
        Dtype::U32 => converted::<u32>(object, spec(dtype)),
        Dtype::U64 => converted::<u64>(object, spec(dtype)),
        Dtype::F32 => converted::<f32>(object, spec(dtype)),
        Dtype::F64 => converted::<f64>(object, spec(dtype)),
        Dtype::C64 => converted::<Complex<f32>>(object, spec(dtype)),
        Dtype::C128 => converted::<Complex<f64>>(object, spec(dtype)),
    }
}

/// How elements of a dtype convert: by C's name of them.
pub(super) fn spec(dtype: Dtype) -> &'static ArgSpec {
    static SPECS: [ArgSpec; 13] = [
        ArgSpec::c_value("bint"),
        ArgSpec::c_value("signed char"),
        ArgSpec::c_value("short"),
        ArgSpec::c_value("int"),
        ArgSpec::c_value("long"),
        ArgSpec::c_value("unsigned char"),
        ArgSpec::c_value("unsigned short"),
        ArgSpec::c_value("unsigned int"),
        ArgSpec::c_value("unsigned long"),
        ArgSpec::c_value("float"),
        ArgSpec::c_value("double"),
        ArgSpec::c_value("float complex"),
        ArgSpec::c_value("double complex"),
    ];
    let at = Dtype::ALL.iter().position(|own| *own == dtype).unwrap_or_default();
    &SPECS[at]
}
