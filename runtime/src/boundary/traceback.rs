//! Traceback entries for native places. The work is in `bootstrap.py`; this is the error path.

use crate::module::{self, Module};
use crate::obj::{self, Obj};
use crate::raise::{Code, Raise, Site};

/// Puts an entry for each place, innermost first, in front of the exception's traceback; `default`: for functions of
/// unknown modules, which else have none. An entry that cannot be made is left out: the exception itself matters more.
pub(super) fn add(exception: &Obj, sites: &[&'static Site], default: Option<&'static Module>) {
    for (site, code) in frames(sites) {
        if let Some(module) = module::of_code(code).or(default) {
            drop(entry(exception, site, code, module));
        }
    }
}

/// The places with the code whose frame they are shown in: that of an inlined comprehension is where it was entered.
fn frames<'a>(sites: &'a [&'static Site]) -> impl Iterator<Item = (&'static Site, &'static Code)> + 'a {
    let mut inlined = None;
    sites.iter().filter_map(move |&site| {
        if site.code.is_inlined() {
            inlined.get_or_insert(site);
            return None;
        }
        Some((inlined.take().unwrap_or(site), site.code))
    })
}

/// The path that the entry shows.
fn file(code: &Code, module: &'static Module) -> Result<Obj, Raise> {
    let Some(path) = code.file else { return Ok(module::file(module)) };
    let (own, path) = (obj::from_value(module.path)?, obj::from_value(path)?);
    obj::call(&module::bootstrap("beside")?, &[module::file(module), own, path], &[])
}

fn entry(exception: &Obj, site: &Site, code: &Code, module: &'static Module) -> Result<(), Raise> {
    let number = |n: u32| obj::from_value(i64::from(n));
    let args = [
        exception.clone(),
        file(code, module)?,
        module::globals(module),
        obj::from_value(code.name)?,
        obj::from_value(code.qualname)?,
        number(code.first_line)?,
        number(site.line)?,
        number(site.column)?,
        number(site.end_line)?,
        number(site.end_column)?,
    ];
    obj::call(&module::bootstrap("add_traceback_entry")?, &args, &[]).map(drop)
}
