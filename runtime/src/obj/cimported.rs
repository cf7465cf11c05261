//! Classes of Python's that a `.pyx` knows by `cimport` alone.

use super::{Interned, Obj, getattr, import};
use crate::name;
use crate::raise::Raise;

macro_rules! classes {
    ($($kernel:ident: $module:literal $class:literal;)*) => {$(
        #[doc = concat!("`", $module, ".", $class, "`")]
        ///
        /// # Errors
        /// What the import raises.
        pub fn $kernel() -> Result<Obj, Raise> {
            member(name!($module), name!($class))
        }
    )*};
}

classes! {
    array_class: "array" "array";
    ndarray_class: "numpy" "ndarray";
    dtype_class: "numpy" "dtype";
    broadcast_class: "numpy" "broadcast";
    flatiter_class: "numpy" "flatiter";
}

fn member(module: Interned, class: Interned) -> Result<Obj, Raise> {
    getattr(&import(module)?, class)
}
