//! The fields of C's of a variable that is declared as `cnp.dtype`.

use crate::boundary::FromPy;
use crate::obj::{self, Interned, Obj};
use crate::raise::Raise;
use crate::view::none_has_no;

/// What Python's attribute of the name is.
fn attribute(dtype: &Obj, name: &'static str, own: Interned) -> Result<Obj, Raise> {
    if dtype.is_null() || dtype.is_none() {
        return Err(none_has_no(name));
    }
    obj::getattr(dtype, own)
}

fn number<T: FromPy>(dtype: &Obj, name: &'static str, own: &'static str) -> Result<T, Raise> {
    let value = attribute(dtype, name, obj::interned(own))?;
    T::from_object(&value, const { &crate::ArgSpec::c_value("long") })
}

/// The letter that Python's attribute is.
fn character(dtype: &Obj, name: &'static str, own: &'static str) -> Result<i8, Raise> {
    let text = attribute(dtype, name, obj::interned(own))?;
    let letter = crate::capi::PyUnicode_AsUTF8(&text)?;
    // SAFETY: the text ends in a zero, and lives through the read.
    Ok(unsafe { *letter.0 })
}

macro_rules! fields {
    ($($name:ident $of:ident $own:literal -> $ty:ty;)*) => {$(
        #[doc = concat!("The field of C's that Python has as `", $own, "`.")]
        ///
        /// # Errors
        /// `AttributeError` for `None`.
        pub fn $name(dtype: &Obj) -> Result<$ty, Raise> {
            $of(dtype, stringify!($name), $own)
        }
    )*};
}

fields! {
    kind character "kind" -> i8;
    letter character "char" -> i8;
    byteorder character "byteorder" -> i8;
    type_num number "num" -> i32;
    itemsize number "itemsize" -> i64;
    alignment number "alignment" -> i64;
    flags number "flags" -> u64;
}
