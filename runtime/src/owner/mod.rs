//! What keeps the memory of a view alive.

mod mem;

pub use mem::{MAX_RANK, Mem};

use std::sync::Arc;

/// Keeps the memory of a [`View`](crate::View) alive. Two words; cloned and dropped without the interpreter.
///
/// `whole` says that the view beside it is still exactly the array that came in or was made: returning it then
/// gives the very same Python object.
#[derive(Clone, Default)]
pub enum Owner {
    /// Memory that needs no keeping, or a local that is not set.
    #[default]
    None,
    /// Memory behind a pointer of the source's, which says how long it lives.
    Pointer,
    /// Memory that compiled code made.
    Native { mem: Arc<Mem>, whole: bool },
    /// An argument: the caller holds the reference for the duration of the call.
    #[cfg(feature = "python")]
    Arg { object: *mut pyo3::ffi::PyObject, whole: bool },
    /// A Python object (an array) of which a reference is held.
    #[cfg(feature = "python")]
    Held { object: Arc<crate::obj::Held>, whole: bool },
    /// An exporter of the buffer protocol; released with the last owner.
    #[cfg(feature = "python")]
    Buffer { buffer: Arc<crate::boundary::Buffer>, whole: bool },
}

// SAFETY: nothing is done with the object pointers without the interpreter lock: clones copy them, and what they
// hold is released through `obj::release`, which waits for the lock.
unsafe impl Send for Owner {}
// SAFETY: as above.
unsafe impl Sync for Owner {}

impl Owner {
    pub const NONE: Owner = Owner::None;

    /// The array object itself, which the caller keeps alive during the call.
    #[cfg(feature = "python")]
    #[inline(always)]
    pub fn arg(object: *mut pyo3::ffi::PyObject) -> Owner {
        Owner::Arg { object, whole: true }
    }

    #[inline(always)]
    pub fn native(mem: Arc<Mem>) -> Owner {
        Owner::Native { mem, whole: true }
    }

    /// An owner that may outlive the call: an argument's object gets a reference of its own.
    pub fn kept(self) -> Owner {
        match self {
            #[cfg(feature = "python")]
            Owner::Arg { object, whole } => {
                // SAFETY: the caller keeps the object alive until the call ends.
                let held = crate::boundary::attach(|| {
                    crate::obj::Held::new(&unsafe { crate::obj::Obj::from_borrowed(object) })
                });
                Owner::Held { object: Arc::new(held), whole }
            }
            owner => owner,
        }
    }

    /// The owner of a view that is no longer the whole object: a slice, a transpose, another rank.
    #[inline]
    pub fn part(&self) -> Owner {
        let mut owner = self.clone();
        match &mut owner {
            Owner::None | Owner::Pointer => {}
            Owner::Native { whole, .. } => *whole = false,
            #[cfg(feature = "python")]
            Owner::Arg { whole, .. } | Owner::Held { whole, .. } | Owner::Buffer { whole, .. } => *whole = false,
        }
        owner
    }
}

impl std::fmt::Debug for Owner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (kind, whole) = match self {
            Owner::None => ("None", true),
            Owner::Pointer => ("Pointer", true),
            Owner::Native { whole, .. } => ("Native", *whole),
            #[cfg(feature = "python")]
            Owner::Arg { whole, .. } => ("Arg", *whole),
            #[cfg(feature = "python")]
            Owner::Held { whole, .. } => ("Held", *whole),
            #[cfg(feature = "python")]
            Owner::Buffer { whole, .. } => ("Buffer", *whole),
        };
        write!(f, "Owner::{kind}({})", if whole { "whole" } else { "part" })
    }
}
