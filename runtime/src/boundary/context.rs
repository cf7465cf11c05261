//! Raising while another exception is handled, as `except` and `finally` blocks do.

use super::attach;
use crate::name;
use crate::obj::{self, Obj};
use crate::raise::{Cause, Exit, Raise};

/// What is raised while another exception is handled has that one as `__context__`, at the end of its own chain.
#[cold]
#[inline(never)]
pub fn during(err: Raise, handled: Raise) -> Raise {
    if let Cause::Escape(_) = err.cause() {
        return err;
    }
    attach(|| match obj::exception_object(handled) {
        Ok(handled) => during_object(err, handled),
        Err(_) => err,
    })
}

/// As [`during`], where the handled exception is an object already and the lock is held.
#[cold]
#[inline(never)]
pub fn during_object(err: Raise, handled: Obj) -> Raise {
    let mut last = match obj::exception_object(err) {
        Ok(ok) => ok,
        Err(err) => return err,
    };
    let raised = obj::reraise(last.clone());
    let context = |exception: &Obj| obj::getattr(exception, name!("__context__")).unwrap_or_default();
    let outer = context(&handled);
    while !last.is(&handled) {
        let next = context(&last);
        if next.is_null() || next.is_none() || next.is(&outer) {
            let _ = obj::setattr(&last, name!("__context__"), &handled);
            break;
        }
        last = next;
    }
    raised
}

/// As [`during`], in a `finally` block: what it handles is how the part before was left. Unlike an exception, an escape is
/// not replaced.
#[cold]
#[inline(never)]
pub fn during_exit<T>(err: Raise, exit: Exit<T>) -> Raise {
    match exit {
        Exit::Raise(escape) if matches!(escape.cause(), Cause::Escape(_)) => escape,
        Exit::Raise(handled) => during(err, handled),
        Exit::Next | Exit::Return(_) | Exit::Jump(_) => err,
    }
}
