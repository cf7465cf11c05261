//! Variables of C's at module level whose values share something: arrays and objects.

use std::sync::Mutex;

use crate::array::Array;
#[cfg(feature = "python")]
use crate::obj::Obj;
use crate::raise::{Cause, Exc, Raise};
use crate::view::Elem;

/// One variable. The lock is held while a value is copied or swapped, and nothing else runs meanwhile.
pub struct Global<T> {
    name: &'static str,
    value: Mutex<Option<T>>,
}

/// A value that a variable at module level can hold.
pub trait Shared: Clone {
    /// The value with references of its own to all it needs.
    fn kept(self) -> Self;

    /// What a variable holds that was never assigned.
    ///
    /// # Errors
    /// `UnboundLocalError`, where there is no such value.
    fn initial(name: &'static str) -> Result<Self, Raise>;
}

impl<T: Shared> Global<T> {
    pub const fn new(name: &'static str) -> Self {
        Global { name, value: Mutex::new(None) }
    }

    /// The value, with a share of its own.
    ///
    /// # Errors
    /// `UnboundLocalError` if it has none yet.
    pub fn get(&self) -> Result<T, Raise> {
        let value = self.value.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).clone();
        value.map_or_else(|| T::initial(self.name), Ok)
    }

    /// Replaces the value; the old one goes when the lock is free again, since that may run code.
    pub fn set(&self, value: T) {
        let value = value.kept();
        let old = self.value.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).replace(value);
        drop(old);
    }
}

impl<E: Elem, const N: usize> Shared for Array<E, N> {
    fn kept(self) -> Self {
        Array::new(self.view, self.owner.kept())
    }

    #[cold]
    fn initial(name: &'static str) -> Result<Self, Raise> {
        let message = format!("local variable '{name}' referenced before assignment");
        Err(Raise::new(Cause::Message(Exc::UnboundLocalError, message)))
    }
}

#[cfg(feature = "python")]
impl Shared for Obj {
    fn kept(self) -> Self {
        self
    }

    fn initial(_: &'static str) -> Result<Self, Raise> {
        Ok(crate::obj::none())
    }
}
