//! Traceback entries for native places. The work is in `bootstrap.py`; this is the error path.

use crate::module::{self, Module};
use crate::name;
use crate::obj::{self, Obj};
use crate::raise::{Code, Raise, Site};
use pyo3::ffi;

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

/// A frame that has stopped at the place, with the caller of the compiled function behind it, and its entry.
fn entry(exception: &Obj, site: &'static Site, code: &Code, module: &'static Module) -> Result<(), Raise> {
    // An address is a number that no other place has.
    let place = obj::from_value(std::ptr::from_ref(site) as usize as i64)?;
    let mut known = obj::call(&module::bootstrap("known_code")?, std::slice::from_ref(&place), &[])?;
    if known.is_none() {
        known = describe(place, site, code, module)?;
    }
    let frame = frame(&known, &module::globals(module))?;
    // SAFETY: an exception; what it gives is ours, or null where there is none yet.
    let next = unsafe {
        let next = ffi::PyException_GetTraceback(exception.as_ptr());
        Obj::from_owned(if next.is_null() { ffi::Py_NewRef(ffi::Py_None()) } else { next })
    };
    let args = [next, frame, module::bootstrap("LAST_INSTRUCTION")?, obj::from_value(i64::from(site.line))?];
    let traceback = obj::call(&module::bootstrap("TracebackType")?, &args, &[])?;
    // SAFETY: an exception and a traceback.
    unsafe { ffi::PyException_SetTraceback(exception.as_ptr(), traceback.as_ptr()) };
    Ok(())
}

/// What the code of a place gives: its own frame. Profilers and debuggers do not see it run.
fn frame(code: &Obj, globals: &Obj) -> Result<Obj, Raise> {
    // SAFETY: a code object with the name `_getframe`, dicts; the lock is held, tracing goes on as before.
    unsafe {
        let names = Obj::result(ffi::PyDict_New())?;
        obj::setitem(&names, &obj::str_const(name!("_getframe")), &module::bootstrap("getframe")?)?;
        let thread = ffi::PyThreadState_Get();
        ffi::PyThreadState_EnterTracing(thread);
        let frame = ffi::PyEval_EvalCode(code.as_ptr(), globals.as_ptr(), names.as_ptr());
        ffi::PyThreadState_LeaveTracing(thread);
        let frame = Obj::result(frame)?;
        ffi::PyDict_Clear(names.as_ptr());
        Ok(frame)
    }
}

/// Once for each place: the code object that its frames have is kept.
fn describe(place: Obj, site: &Site, code: &Code, module: &'static Module) -> Result<Obj, Raise> {
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
    obj::call(&module::bootstrap("describe_place")?, &args, &[])
}
