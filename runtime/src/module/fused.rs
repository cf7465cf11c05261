//! Functions with fused parameters: the specialization that a call's arguments choose, by Cython's rules and with its
//! errors.

use super::CompiledFunction;
use super::definition::{ParamKind, VectorCall};
use super::function;
use crate::boundary::ArgLayout;
use crate::name;
use crate::numpy_api::{self, ArrayObject};
use crate::obj::{self, Obj};
use crate::raise::Raise;
use crate::view::Dtype;
use pyo3::ffi::{self, PyObject};
use std::ffi::{CString, c_char};
use std::ptr::null_mut;

/// How calls of one function choose.
#[derive(Debug)]
pub struct Fused {
    /// Each fused type once, in order of the parameters.
    pub choices: &'static [FusedChoice],
    /// So many positional arguments are needed.
    pub least: usize,
    /// The specializations by their names in `__signatures__`; the last type varies fastest.
    pub copies: &'static [(&'static str, VectorCall)],
}

/// How one argument chooses a member of a fused type.
#[derive(Debug)]
pub struct FusedChoice {
    pub param: usize,
    pub name: &'static str,
    /// Tried in order, each with the position of the member.
    pub tests: &'static [(FusedTest, usize)],
    /// The member for `None`.
    pub none: Option<usize>,
    pub members: usize,
}

/// What an argument has to be for a member.
#[derive(Clone, Copy, Debug)]
pub enum FusedTest {
    /// An instance of a builtin class.
    Class(&'static str),
    /// A buffer of these items and this rank. The layout counts for others than arrays only.
    Buffer {
        dtype: Dtype,
        /// C's type of the items is `char`.
        chars: bool,
        ndim: i32,
        layout: ArgLayout,
    },
    /// An array of objects of this rank.
    Objects {
        ndim: i32,
    },
    Any,
    Nothing,
}

/// Calls the specialization that the arguments choose.
///
/// # Safety
/// Called by the interpreter as the vectorcall of a [`CompiledFunction`].
pub unsafe fn specialize(
    fused: &'static Fused,
    slf: *mut PyObject,
    args: *const *mut PyObject,
    nargsf: usize,
    kwnames: *mut PyObject,
) -> *mut PyObject {
    let call = Call { function: slf.cast(), args, positional: nargsf & !ffi::PY_VECTORCALL_ARGUMENTS_OFFSET, kwnames };
    match chosen(fused, &call) {
        // SAFETY: the caller's arguments, handed on: all specializations have the parameters of the function.
        Ok(copy) => unsafe { (fused.copies[copy].1)(slf, args, nargsf, kwnames) },
        Err(message) => {
            let message = CString::new(message).unwrap_or_default();
            // SAFETY: a static class and a text that is copied.
            unsafe { ffi::PyErr_SetString(ffi::PyExc_TypeError, message.as_ptr()) };
            null_mut()
        }
    }
}

/// The arguments as the interpreter passes them.
struct Call {
    function: *mut CompiledFunction,
    args: *const *mut PyObject,
    positional: usize,
    kwnames: *mut PyObject,
}

/// The index of the specialization, or what is wrong.
fn chosen(fused: &Fused, call: &Call) -> Result<usize, String> {
    let mut picked = Vec::with_capacity(fused.choices.len());
    for choice in fused.choices {
        let argument = call.argument(choice.param, choice.name).ok_or_else(|| missing(fused, choice, call))?;
        picked.push(choice.pick(argument.as_ptr()));
    }
    // A type that no argument tells is known if it has one member only.
    let open = fused.choices.iter().zip(&picked).filter(|(_, member)| member.is_none());
    let sizes: usize = open.map(|(choice, _)| choice.members).product();
    match (fused.choices.len(), sizes) {
        _ if picked.iter().all(Option::is_some) => {}
        (1, _) | (_, 0) => return Err("No matching signature found".to_owned()),
        (_, 1) => {}
        _ => return Err("Function call with ambiguous argument types".to_owned()),
    }
    let members = fused.choices.iter().zip(picked);
    Ok(members.fold(0, |at, (choice, member)| at * choice.members + member.unwrap_or(0)))
}

fn missing(fused: &Fused, choice: &FusedChoice, call: &Call) -> String {
    if choice.param < fused.least {
        let plural = if fused.least == 1 { "" } else { "s" };
        return format!("Expected at least {} argument{plural}, got {}", fused.least, call.positional);
    }
    format!("Missing keyword-only argument: '{}'", choice.name)
}

impl Call {
    /// What a parameter gets: an argument by position or name, or the default.
    fn argument(&self, param: usize, name: &'static str) -> Option<Obj> {
        // SAFETY: the interpreter passes `positional` arguments and then one for each keyword name.
        unsafe {
            let kind = (*self.function).function.params[param].kind;
            if param < self.positional && matches!(kind, ParamKind::PositionalOnly | ParamKind::Positional) {
                return Some(Obj::from_borrowed(*self.args.add(param)));
            }
            let keywords = if self.kwnames.is_null() { 0 } else { ffi::PyTuple_GET_SIZE(self.kwnames) };
            let named = |at: &isize| {
                let keyword = ffi::PyTuple_GET_ITEM(self.kwnames, *at);
                ffi::PyUnicode_Compare(keyword, obj::interned(name).as_ptr()) == 0
            };
            if let Some(at) = (0..keywords).find(named) {
                return Some(Obj::from_borrowed(*self.args.add(self.positional + at as usize)));
            }
            self.default(param, name, kind)
        }
    }

    unsafe fn default(&self, param: usize, name: &'static str, kind: ParamKind) -> Option<Obj> {
        // SAFETY: the original is a Python function; its defaults are a tuple or null, a dict or null.
        unsafe {
            let original = (*self.function).original;
            if kind == ParamKind::KeywordOnly {
                let values = ffi::PyFunction_GetKwDefaults(original);
                let value = if values.is_null() {
                    null_mut()
                } else {
                    ffi::PyDict_GetItemWithError(values, obj::interned(name).as_ptr())
                };
                return (!value.is_null()).then(|| Obj::from_borrowed(value));
            }
            let values = ffi::PyFunction_GetDefaults(original);
            let params = (*self.function).function.params.iter();
            let positional =
                params.filter(|one| matches!(one.kind, ParamKind::PositionalOnly | ParamKind::Positional)).count();
            let count = if values.is_null() { 0 } else { ffi::PyTuple_GET_SIZE(values) as usize };
            let at = (param + count).checked_sub(positional)?;
            (at < count).then(|| Obj::from_borrowed(ffi::PyTuple_GET_ITEM(values, at as isize)))
        }
    }
}

impl FusedChoice {
    /// The member that the argument is for.
    fn pick(&self, argument: *mut PyObject) -> Option<usize> {
        let classes = self.tests.iter().find(|(test, _)| test.is_class_of(argument));
        let found = classes.map(|(_, member)| *member).or_else(|| self.buffer(argument));
        found.or_else(|| self.tests.iter().find(|(test, _)| matches!(test, FusedTest::Any)).map(|(_, member)| *member))
    }

    fn buffer(&self, argument: *mut PyObject) -> Option<usize> {
        if !self.tests.iter().any(|(test, _)| matches!(test, FusedTest::Buffer { .. } | FusedTest::Objects { .. })) {
            return None;
        }
        if crate::boundary::is_none(argument) && self.none.is_some() {
            return self.none;
        }
        let given = Given::of(argument)?;
        let first = |exact: bool| self.tests.iter().find(|(test, _)| given.fits(test, exact));
        first(true).or_else(|| first(false)).map(|(_, member)| *member)
    }
}

impl FusedTest {
    fn is_class_of(&self, argument: *mut PyObject) -> bool {
        let FusedTest::Class(name) = self else { return false };
        // SAFETY: a live object; the builtins are a dict or a module's attributes, alive while code runs.
        unsafe {
            match *name {
                "int" => ffi::PyLong_Check(argument) != 0,
                "float" => ffi::PyFloat_Check(argument) != 0,
                "complex" => ffi::PyComplex_Check(argument) != 0,
                "bool" => ffi::PyBool_Check(argument) != 0,
                name => {
                    let class = ffi::PyDict_GetItemWithError(ffi::PyEval_GetBuiltins(), obj::interned(name).as_ptr());
                    !class.is_null() && ffi::PyObject_IsInstance(argument, class) == 1
                }
            }
        }
    }
}

/// A buffer that came.
struct Given {
    /// `None` where the items are no numbers.
    dtype: Option<Dtype>,
    /// Of views that take the items, if they are characters.
    characters: &'static [Dtype],
    objects: bool,
    ndim: i32,
    /// C- and Fortran-contiguous; `None` for an array, whose layout is checked when it is converted.
    contiguous: Option<(bool, bool)>,
}

impl Given {
    fn of(argument: *mut PyObject) -> Option<Given> {
        if numpy_api::is_array(argument) {
            // SAFETY: an ndarray has this struct, and a dtype.
            let array = unsafe { &*argument.cast::<ArrayObject>() };
            let number = unsafe { (*array.descr).type_num };
            let (dtype, objects) = (numpy_api::dtype_of(number), number == numpy_api::OBJECT);
            let other = if dtype.is_none() && !objects { crate::boundary::described(argument) } else { None };
            let characters = other.map_or(&[][..], |it| it.characters);
            return Some(Given { dtype, characters, objects, ndim: array.nd, contiguous: None });
        }
        crate::boundary::described(argument).map(|it| Given {
            dtype: it.dtype,
            characters: it.characters,
            objects: false,
            ndim: it.ndim as i32,
            contiguous: Some(it.contiguous),
        })
    }

    /// Whether a test is for it: for such items, or, if not `exact`, for items that a view of those takes, too.
    fn fits(&self, test: &FusedTest, exact: bool) -> bool {
        let (own, chars, ndim, layout) = match test {
            FusedTest::Buffer { dtype, chars, ndim, layout } => (*dtype, *chars, ndim, layout),
            FusedTest::Objects { ndim } => return self.objects && self.ndim == *ndim,
            FusedTest::Class(_) | FusedTest::Any | FusedTest::Nothing => return false,
        };
        let holds = match (own, self.dtype) {
            (own, Some(given)) if exact => own == given,
            (_, None) if exact => false,
            // Truth values are unsigned bytes where no member is for themselves; `char` is any byte, and any byte a character.
            (Dtype::U8, Some(Dtype::Bool)) => true,
            (Dtype::I8 | Dtype::U8, Some(Dtype::I8 | Dtype::U8 | Dtype::Bool)) => chars,
            _ => self.characters.contains(&own),
        };
        let laid_out = self.contiguous.is_none_or(|(c, f)| match layout {
            ArgLayout::C => c,
            ArgLayout::F => f,
            ArgLayout::Any | ArgLayout::Inner => true,
        });
        holds && self.ndim == *ndim && laid_out
    }
}

/// How a function chooses, if it has fused parameters.
pub(super) fn table(function: &CompiledFunction) -> Option<&'static Fused> {
    let own = |(index, _): &&(usize, &'static Fused)| {
        function.module.functions.get(*index).is_some_and(|one| std::ptr::eq(one, function.function))
    };
    function.module.fused.iter().find(own).map(|(_, fused)| *fused)
}

/// `__signatures__`: each specialization by its name, to be read only.
///
/// # Errors
/// `MemoryError`.
pub(super) fn signatures(function: &CompiledFunction, fused: &'static Fused) -> Result<Obj, Raise> {
    // SAFETY: a new dict.
    let dict = unsafe { Obj::result(ffi::PyDict_New())? };
    for (key, call) in fused.copies {
        let copy = function::specialization(function, *call)?;
        obj::setitem(&dict, &obj::from_value(*key)?, &copy)?;
    }
    // SAFETY: a live dict.
    unsafe { Obj::result(ffi::PyDictProxy_New(dict.as_ptr())) }
}

/// The key that an index stands for: names of types, joined.
///
/// # Errors
/// What the name or text of an object raises.
pub(super) fn key(index: &Obj) -> Result<Obj, Raise> {
    // SAFETY: live objects; a tuple where its items are read.
    unsafe {
        if ffi::PyTuple_Check(index.as_ptr()) == 0 {
            return type_name(index);
        }
        let items = (0..ffi::PyTuple_GET_SIZE(index.as_ptr()))
            .map(|at| type_name(&Obj::from_borrowed(ffi::PyTuple_GET_ITEM(index.as_ptr(), at))));
        let list = obj::list(&items.collect::<Result<Vec<_>, _>>()?)?;
        Obj::result(ffi::PyUnicode_Join(obj::str_const(name!("|")).as_ptr(), list.as_ptr()))
    }
}

fn type_name(object: &Obj) -> Result<Obj, Raise> {
    // SAFETY: a live object.
    unsafe {
        if ffi::PyUnicode_CheckExact(object.as_ptr()) != 0 {
            return Ok(object.clone());
        }
        if ffi::PyType_Check(object.as_ptr()) != 0 {
            return obj::getattr(object, name!("__name__"));
        }
        Obj::result(ffi::PyObject_Str(object.as_ptr()))
    }
}

/// The text of a refusal to index.
pub(super) const NOT_FUSED: *const c_char = c"Function is not fused".as_ptr();
