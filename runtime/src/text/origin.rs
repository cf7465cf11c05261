//! The Python object that a string or bytes came in as, which goes out again in its place: Python keeps its identity.

#[cfg(feature = "python")]
use crate::obj::Obj;
#[cfg(feature = "python")]
use pyo3::ffi::PyObject;
#[cfg(feature = "python")]
use std::{ptr::NonNull, sync::Arc};

/// What a run is all of, if that is known.
#[derive(Clone, Default)]
pub enum Origin {
    #[default]
    Unknown,
    /// An argument, which outlives the call, and with it every native value.
    #[cfg(feature = "python")]
    Argument(NonNull<PyObject>),
    #[cfg(feature = "python")]
    Kept(Arc<Obj>),
}

#[cfg(feature = "python")]
impl Origin {
    /// The object; null where there is none.
    pub fn object(&self) -> *mut PyObject {
        match self {
            Origin::Unknown => std::ptr::null_mut(),
            Origin::Argument(object) => object.as_ptr(),
            Origin::Kept(object) => object.as_ptr(),
        }
    }
}
