//! Calls that are made natively where that can be, and else by the interpreter.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::raise::Raise;

/// A call of a function of another module. Native once the module has run and the guards of the call were found to hold.
pub struct Attempt {
    /// The function as the source names it.
    pub name: &'static str,
    is_native: AtomicBool,
}

impl Attempt {
    pub const fn new(name: &'static str) -> Attempt {
        Attempt { name, is_native: AtomicBool::new(false) }
    }

    /// What the call rests on holds.
    pub(super) fn enable(&self) {
        self.is_native.store(true, Ordering::Release);
    }

    /// The result and `false`; or, where the interpreter has to make the call, any value and `true`.
    ///
    /// # Errors
    /// What the call raises, save for an escape before anything visible has happened.
    #[inline]
    pub fn make<T: Default>(&self, call: impl FnOnce() -> Result<T, Raise>) -> Result<(T, bool), Raise> {
        if !self.is_native.load(Ordering::Acquire) {
            return Ok((T::default(), true));
        }
        match call() {
            Ok(value) => Ok((value, false)),
            Err(raise) if raise.runs_again(false) => Ok((T::default(), true)),
            Err(raise) => Err(raise),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raise::Exc;

    #[test]
    fn only_what_changed_nothing_is_made_again() {
        let attempt = Attempt::new("f");
        assert!(matches!(attempt.make(|| Ok(3)), Ok((_, true))));
        attempt.enable();
        assert!(matches!(attempt.make(|| Ok(3)), Ok((3, false))));
        assert!(matches!(attempt.make::<i64>(|| Err(Raise::escape("no"))), Ok((_, true))));
        assert!(attempt.make::<i64>(|| Err(Raise::escape("no").after(true))).is_err());
        assert!(attempt.make::<i64>(|| Err(Raise::plain(Exc::ValueError, "no"))).is_err());
    }
}
