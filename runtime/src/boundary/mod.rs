//! Where Python calls native code: arguments in, results and errors out. The interpreter lock is held here.

// Arguments are pointers that the interpreter hands to a call, alive as long as it lasts: generated code passes them
// on and makes none of its own.
#![allow(clippy::not_unsafe_ptr_arg_deref)]

mod arg;
mod array_in;
mod array_out;
mod bind;
mod buffer;
mod c_in;
mod call;
mod container_in;
mod context;
mod detach;
mod exception;
mod scalar_in;
mod text_in;
mod to_py;
mod traceback;

pub use arg::{ArgLayout, ArgSpec, FromPy, arg, fits};
pub use buffer::Buffer;
pub(crate) use buffer::described;
pub use c_in::{CArrayText, CText, is_mapping, struct_dict, struct_field};
pub use call::call;
pub use context::{during, during_exit, during_object};
pub use detach::{attach, detach, detach_if};
pub(crate) use exception::{exception, panicked, set_error};
pub use exception::{no_rerun, python_error_is_a};
pub use pyo3::ffi::PyObject;
pub use to_py::{Np, ToPy, Wide};

/// Whether an argument is `None`.
#[inline]
pub fn is_none(object: *mut PyObject) -> bool {
    // SAFETY: only the address of the singleton is taken.
    object == unsafe { pyo3::ffi::Py_None() }
}
