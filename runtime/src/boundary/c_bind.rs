//! What Cython says of calls that do not fit a function of a `.pyx`.

use super::PyObject;
use crate::module::{Function, Param, ParamKind};
use crate::raise::{Cause, Exc, Raise};
use pyo3::ffi;

/// Why the arguments of a call do not bind.
///
/// # Safety
/// `args` has `positional` arguments and then one for each keyword name, all alive.
#[cold]
pub(super) unsafe fn refusal(function: &Function, positional: usize, kwnames: *mut PyObject) -> Raise {
    // SAFETY: a tuple of strings, or null.
    let keywords = unsafe { names(kwnames) };
    let params = function.params;
    let name = function.code.name;
    let plain: Vec<&Param> = params.iter().filter(|param| is_positional(param)).collect();
    let has = |kind| params.iter().any(|param| param.kind == kind);
    let text = if params.is_empty() && !keywords.is_empty() {
        format!("{name}() takes no keyword arguments")
    } else if params.is_empty() {
        format!("{name}() takes no arguments ({positional} given)")
    } else if positional > plain.len() && !has(ParamKind::VarArgs) {
        counted(name, &plain, positional, true, true)
    } else if let Some(text) = keyword(name, params, positional, &keywords, has(ParamKind::VarKeywords)) {
        text
    } else {
        missing(name, params, &plain, positional, &keywords)
    };
    Raise::new(Cause::Message(Exc::TypeError, text))
}

unsafe fn names(kwnames: *mut PyObject) -> Vec<String> {
    if kwnames.is_null() {
        return Vec::new();
    }
    // SAFETY: a tuple of strings, by the caller.
    unsafe {
        let count = ffi::PyTuple_GET_SIZE(kwnames);
        (0..count).map(|at| crate::obj::text(ffi::PyTuple_GET_ITEM(kwnames, at))).collect()
    }
}

fn is_positional(param: &Param) -> bool {
    matches!(param.kind, ParamKind::PositionalOnly | ParamKind::Positional)
}

/// A keyword that no parameter takes, or that comes twice.
fn keyword(name: &str, params: &[Param], positional: usize, keywords: &[String], rest: bool) -> Option<String> {
    keywords.iter().find_map(|keyword| {
        let named = |param: &Param| matches!(param.kind, ParamKind::Positional | ParamKind::KeywordOnly);
        match params.iter().position(|param| named(param) && param.name == keyword) {
            Some(at) if at < positional && is_positional(&params[at]) => {
                Some(format!("{name}() got multiple values for keyword argument '{keyword}'"))
            }
            None if !rest => Some(format!("{name}() got an unexpected keyword argument '{keyword}'")),
            Some(_) | None => None,
        }
    })
}

fn missing(name: &str, params: &[Param], plain: &[&Param], positional: usize, keywords: &[String]) -> String {
    let given = |param: &Param| param.has_default || keywords.iter().any(|keyword| keyword == param.name);
    let open = plain.iter().skip(positional).position(|param| !given(param));
    if let Some(at) = open {
        let exact = !params.iter().any(|param| param.kind == ParamKind::VarArgs);
        return counted(name, plain, positional + at, false, exact);
    }
    let only = params.iter().find(|param| param.kind == ParamKind::KeywordOnly && !given(param));
    format!("{name}() needs keyword-only argument {}", only.map_or("", |param| param.name))
}

/// `f() takes exactly 2 positional arguments (1 given)`; without `*args` it may be exact.
fn counted(name: &str, plain: &[&Param], given: usize, too_many: bool, exact: bool) -> String {
    let required = plain.iter().filter(|param| !param.has_default).count();
    let (how, count) = match (exact && required == plain.len(), too_many) {
        (true, _) => ("exactly", required),
        (false, true) => ("at most", plain.len()),
        (false, false) => ("at least", required),
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{name}() takes {how} {count} positional argument{plural} ({given} given)")
}
