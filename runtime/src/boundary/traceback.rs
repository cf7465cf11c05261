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
pub(crate) fn file(code: &Code, module: &'static Module) -> Result<Obj, Raise> {
    let Some(path) = code.file else { return Ok(module::file(module)) };
    let (own, path) = (obj::from_value(module.path)?, obj::from_value(path)?);
    obj::call(&module::bootstrap("beside")?, &[module::file(module), own, path], &[])
}

fn entry(exception: &Obj, site: &'static Site, code: &Code, module: &'static Module) -> Result<(), Raise> {
    // An address is a number that no other place has.
    let place = obj::from_value(std::ptr::from_ref(site) as usize as i64)?;
    let args = [exception.clone(), module::globals(module), place, obj::from_value(i64::from(site.line))?];
    let add = module::bootstrap("add_traceback_entry")?;
    if !obj::truth(&obj::call(&add, &args, &[])?)? {
        let [_, _, place, _] = &args;
        describe(place.clone(), site, code, module)?;
        obj::call(&add, &args, &[])?;
    }
    Ok(())
}

/// Once for each place: the code object that its frames have is kept.
fn describe(place: Obj, site: &Site, code: &Code, module: &'static Module) -> Result<(), Raise> {
    let number = |n: u32| obj::from_value(i64::from(n));
    let args = [
        place,
        file(code, module)?,
        obj::from_value(code.name)?,
        obj::from_value(code.qualname)?,
        number(code.first_line)?,
        number(site.line)?,
        number(site.column)?,
        number(site.end_line)?,
        number(site.end_column)?,
    ];
    obj::call(&module::bootstrap("describe_place")?, &args, &[]).map(drop)
}
