//! Variables of C's that modules share, by `__pyx_capi__`, the dict in which modules of Cython give away theirs: of each the
//! address, in a capsule that bears the name of its type.

use super::definition::Module;
use crate::name;
use crate::obj::{self, Obj};
use crate::raise::{Cause, Exc, Raise};
use pyo3::ffi;
use std::ffi::{CStr, c_void};
use std::sync::atomic::{AtomicPtr, Ordering};

/// A variable of the module that others may use.
pub struct Offered {
    pub name: &'static str,
    pub ty: &'static CStr,
    pub address: *mut c_void,
}

// SAFETY: the address of a static, which is only handed on.
unsafe impl Sync for Offered {}

/// A variable of another module.
pub struct Taken {
    pub module: &'static str,
    pub name: &'static str,
    pub ty: &'static CStr,
    pub to: &'static AtomicPtr<c_void>,
}

/// Where a variable of another module is: set before any code of this one runs.
pub struct Shared(AtomicPtr<c_void>);

impl Shared {
    pub const fn new() -> Shared {
        Shared(AtomicPtr::new(std::ptr::null_mut()))
    }

    pub const fn slot(&'static self) -> &'static AtomicPtr<c_void> {
        &self.0
    }

    #[inline(always)]
    pub fn place<T>(&self) -> *mut T {
        self.0.load(Ordering::Relaxed).cast()
    }
}

impl Default for Shared {
    fn default() -> Shared {
        Shared::new()
    }
}

/// Gives the module's variables away.
///
/// # Errors
/// `MemoryError`.
pub(super) fn offer(object: &Obj, module: &'static Module) -> Result<(), Raise> {
    if module.offered.is_empty() {
        return Ok(());
    }
    // SAFETY: new objects; names and addresses are static.
    unsafe {
        let all = Obj::result(ffi::PyDict_New())?;
        for one in module.offered {
            let capsule = Obj::result(ffi::PyCapsule_New(one.address, one.ty.as_ptr(), None))?;
            obj::setitem(&all, &obj::from_value(one.name)?, &capsule)?;
        }
        obj::setattr(object, name!("__pyx_capi__"), &all)
    }
}

/// Imports the modules whose variables this one uses, and takes their addresses.
///
/// # Errors
/// `ImportError` where a module has no such variable, or one of another type; what the import raises.
pub(super) fn take(module: &'static Module) -> Result<(), Raise> {
    for one in module.taken {
        let owner = obj::import(obj::interned(one.module))?;
        let found =
            obj::getattr(&owner, name!("__pyx_capi__")).and_then(|all| obj::getitem(&all, &obj::from_value(one.name)?));
        let wrong = |what: &str| {
            let text = format!("{} {what} {}.{}: compile both modules anew", module.name, one.module, one.name);
            Err(Raise::new(Cause::Message(Exc::ImportError, text)))
        };
        let Ok(capsule) = found else { return wrong("finds no C variable") };
        // SAFETY: a live object and a static text.
        let address = unsafe {
            if ffi::PyCapsule_IsValid(capsule.as_ptr(), one.ty.as_ptr()) == 0 {
                return wrong("was compiled with another type of");
            }
            ffi::PyCapsule_GetPointer(capsule.as_ptr(), one.ty.as_ptr())
        };
        one.to.store(address, Ordering::Relaxed);
    }
    Ok(())
}
