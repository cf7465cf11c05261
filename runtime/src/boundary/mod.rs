//! Where Python calls native code: arguments in, results and errors out. The interpreter lock is held here.

// Arguments are pointers that the interpreter hands to a call, alive as long as it lasts: generated code passes them
// on and makes none of its own.
#![allow(clippy::not_unsafe_ptr_arg_deref)]

mod arg;
mod array_in;
pub(crate) mod array_out;
mod bind;
pub(crate) mod buffer;
mod c_bind;
mod c_in;
mod c_strings;
pub(crate) mod c_view;
mod c_words;
mod call;
mod container_in;
mod context;
mod detach;
mod exception;
mod record;
mod scalar_in;
mod text_in;
mod to_py;
pub(crate) mod traceback;
mod unraisable;
mod viewed;

use crate::numpy_api::{self, ArrayObject};

pub(crate) use arg::type_name;
pub use arg::{ArgLayout, ArgSpec, CType, FromPy, arg, fits, instance, no_overload};
pub(crate) use array_in::has_inner;
pub(crate) use array_out::array_of_block;
pub use buffer::Buffer;
pub(crate) use buffer::described;
pub use c_in::{CArrayText, CText, is_mapping, struct_dict, struct_field};
pub use c_strings::{CStringClass, Encoding, set_c_strings, text_object};
pub use call::call;
pub use context::{during, during_exit, during_object};
pub(crate) use detach::{Apart, anybody_apart, detach_late};
pub use detach::{attach, detach, detach_if, inlined};
pub(crate) use exception::{class_object, exception, panicked, restore, set_error};
pub use exception::{no_rerun, python_error_is_a};
pub use pyo3::ffi::PyObject;
pub use record::{get as record_get, set as record_set};
pub use scalar_in::Truth;
pub use to_py::{Np, ToPy, Wide};
pub use unraisable::ignored;
pub(crate) use unraisable::report_ignored;
pub use viewed::Viewed;

/// Whether an argument is an array of NumPy's with another number of axes.
#[inline]
pub fn is_of_other_rank(object: *mut PyObject, ndim: i32) -> bool {
    // SAFETY: a live object; an ndarray has the struct.
    unsafe { numpy_api::is_array(object) && (*object.cast::<ArrayObject>()).nd != ndim }
}

/// Whether an argument is `None`.
#[inline]
pub fn is_none(object: *mut PyObject) -> bool {
    // SAFETY: only the address of the singleton is taken.
    object == unsafe { pyo3::ffi::Py_None() }
}
