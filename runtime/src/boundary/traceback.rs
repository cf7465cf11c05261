//! Traceback entries for native places. The work is in `bootstrap.py`; this is the error path.

use crate::module::{self, Module};
use crate::obj::{self, Obj};
use crate::raise::{Raise, Site};

/// Puts an entry for `site` in front of the exception's traceback. An entry that cannot be made is left out: the
/// exception itself matters more.
pub(super) fn add(exception: &Obj, site: &'static Site, default: &'static Module) {
    if let Err(error) = entry(exception, site, module::of_code(site.code).unwrap_or(default)) {
        drop(error);
    }
}

fn entry(exception: &Obj, site: &Site, module: &'static Module) -> Result<(), Raise> {
    let number = |n: u32| obj::from_value(i64::from(n));
    let args = [
        exception.clone(),
        module::file(module),
        module::globals(module),
        obj::from_value(site.code.name)?,
        obj::from_value(site.code.qualname)?,
        number(site.code.first_line)?,
        number(site.line)?,
        number(site.column)?,
        number(site.end_line)?,
        number(site.end_column)?,
    ];
    obj::call(&module::bootstrap("add_traceback_entry")?, &args, &[]).map(drop)
}
