//! Importing a compiled module.

use super::definition::{Expect, Guard, Module, Piece, bootstrap, namespace, register};
use super::function::CompiledFunction;
use crate::boundary::ToPy;
use crate::name;
use crate::obj::{self, Obj};
use crate::raise::{Cause, Exc, Raise};
use num_complex::Complex;
use pyo3::PyTypeInfo;
use pyo3::ffi::{self, PyObject};
use std::ffi::{CString, c_int, c_void};
use std::panic::catch_unwind;
use std::ptr::null_mut;
use std::sync::Mutex;
use std::sync::atomic::Ordering;

/// A module definition, and what it defines: `PyModule_GetDef` leads from the module object to ours.
#[repr(C)]
struct Definition {
    def: ffi::PyModuleDef,
    module: &'static Module,
    slots: [ffi::PyModuleDef_Slot; 4],
}

/// The result of `PyInit_<name>`: multi-phase initialisation, so that the module runs with its final attributes.
///
/// # Safety
/// Called by the interpreter, which holds the lock.
pub unsafe fn init(module: &'static Module) -> *mut PyObject {
    if !fits(module) || !is_main(module) {
        return null_mut();
    }
    let mut known = module.state.definition.load(Ordering::Acquire);
    if known.is_null() {
        known = define(module);
        module.state.definition.store(known, Ordering::Release);
    }
    // SAFETY: a definition that lives for ever.
    unsafe { ffi::PyModuleDef_Init(known) }
}

/// `Py_mod_multiple_interpreters` and `Py_mod_gil`, whose value 0 means "not supported" and "used".
const MOD_MULTIPLE_INTERPRETERS: c_int = 3;
const MOD_GIL: c_int = 4;

/// Whether the interpreter is the one that was compiled for; else an ImportError is set that says what to do. Its import
/// knows extensions by their names alone, and a file may have been renamed. Nothing of a version's own is touched.
fn fits(module: &Module) -> bool {
    let ((major, minor), text) = (interpreter_version(), interpreter_text());
    let running = format!("{major}.{minor}{}", if text.contains("free-threading") { "t" } else { "" });
    let Some(built_for) = module.built_for.filter(|built_for| *built_for != running) else { return true };
    let (name, path) = (module.name, module.path);
    let message = format!(
        "{name} was compiled by pyrx for CPython {built_for}, and this is CPython {running}: \
        `pyrx build --python python{running} {path}` compiles it for this one"
    );
    let message = CString::new(message).unwrap_or_default();
    // SAFETY: sets a static class and a text that is copied; both functions are the same in all versions.
    unsafe { ffi::PyErr_SetString(ffi::PyExc_ImportError, message.as_ptr()) };
    false
}

/// Whether the main interpreter imports the module; else an ImportError is set. What belongs to one interpreter is kept for the
/// process: functions, classes, names. Before CPython 3.12 no slot keeps others away.
fn is_main(module: &Module) -> bool {
    // SAFETY: the lock is held; a static class and a text that is copied.
    unsafe {
        let main = ffi::PyInterpreterState_Get() == ffi::PyInterpreterState_Main();
        if !main {
            let message = format!("{} was compiled by pyrx, and does not run in a subinterpreter", module.name);
            let message = CString::new(message).unwrap_or_default();
            ffi::PyErr_SetString(ffi::PyExc_ImportError, message.as_ptr());
        }
        main
    }
}

/// Such as "3.11.7 (main, ...)".
fn interpreter_text() -> std::borrow::Cow<'static, str> {
    // SAFETY: a static text.
    unsafe { std::ffi::CStr::from_ptr(ffi::Py_GetVersion()) }.to_string_lossy()
}

/// Major and minor version of the running interpreter.
fn interpreter_version() -> (u32, u32) {
    let text = interpreter_text();
    let mut parts = text.split(|c: char| !c.is_ascii_digit()).map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

fn define(module: &'static Module) -> *mut ffi::PyModuleDef {
    let slot = |slot: c_int, value: *mut c_void| ffi::PyModuleDef_Slot { slot, value };
    let mut slots = [ffi::PyModuleDef_Slot::default(); 4];
    slots[0] = slot(ffi::Py_mod_exec, exec as unsafe extern "C" fn(*mut PyObject) -> c_int as *mut c_void);
    // Statics hold objects of one interpreter, and the lock protects them: said where the interpreter asks.
    let version = interpreter_version();
    crate::math::running::set_minor(version.1 as u8);
    if version >= (3, 12) {
        slots[1] = slot(MOD_MULTIPLE_INTERPRETERS, null_mut());
    }
    if version >= (3, 13) {
        slots[2] = slot(MOD_GIL, null_mut());
    }
    let name = module.name.rsplit('.').next().unwrap_or(module.name);
    let definition = Box::leak(Box::new(Definition {
        def: ffi::PyModuleDef {
            m_base: ffi::PyModuleDef_HEAD_INIT,
            m_name: Box::leak(CString::new(name).unwrap_or_default().into_boxed_c_str()).as_ptr(),
            m_doc: std::ptr::null(),
            m_size: 0,
            m_methods: null_mut(),
            m_slots: null_mut(),
            m_traverse: None,
            m_clear: None,
            m_free: None,
        },
        module,
        slots,
    }));
    definition.def.m_slots = definition.slots.as_mut_ptr();
    &raw mut definition.def
}

/// The module's code runs here, under the interpreter's import machinery.
unsafe extern "C" fn exec(object: *mut PyObject) -> c_int {
    let outcome = catch_unwind(|| {
        // SAFETY: a live module that `define` described.
        let (object, module) = unsafe {
            let definition: *mut Definition = ffi::PyModule_GetDef(object).cast();
            (Obj::from_borrowed(object), (*definition).module)
        };
        run(&object, module)
    });
    let raise = match outcome {
        Ok(Ok(())) => return 0,
        Ok(Err(raise)) => raise,
        Err(_) => Raise::plain(Exc::SystemError, "internal error while importing (this is a bug of pyrx)"),
    };
    crate::boundary::set_error(raise);
    -1
}

fn run(object: &Obj, module: &'static Module) -> Result<(), Raise> {
    // SAFETY: the dict lives as long as the module; we hold it for ever, as native code reads globals through it.
    unsafe {
        let dict = Obj::from_borrowed(ffi::PyModule_GetDict(object.as_ptr()));
        module.state.namespace.store(dict.into_ptr(), Ordering::Release);
    }
    // `PyEval_EvalCode` leaves this to its caller, and imports from C look it up.
    obj::setitem(
        &super::definition::globals(module),
        &obj::str_const(name!("__builtins__")),
        &obj::import(name!("builtins"))?,
    )?;
    register(module);
    super::shared::offer(object, module)?;
    super::shared::take(module)?;
    crate::pool::share();
    // Made when the first error is taken over, which may be where nothing can be called any more: then pyo3 waits for itself.
    pyo3::Python::attach(|py| drop(pyo3::panic::PanicException::type_object(py)));
    let functions: Result<Vec<Obj>, Raise> = module
        .functions
        .iter()
        .map(|function| {
            let dropped: crate::List<(i64, i64)> =
                function.dropped.iter().map(|&(line, column)| (line.into(), column.into())).collect();
            let file = function.code.file.unwrap_or(module.path);
            obj::from_value((file, i64::from(function.def_line), function.code.name, dropped))
        })
        .collect();
    let listed = |pieces: &[Piece]| {
        let pieces: Result<Vec<Obj>, Raise> =
            pieces.iter().map(|piece| obj::from_value((piece.path, piece.source))).collect();
        obj::list(&pieces?)
    };
    let checked: Result<Vec<Obj>, Raise> = module
        .checked
        .iter()
        .map(|one| {
            let params: Result<Vec<Obj>, Raise> = one.params.iter().map(|param| obj::from_value(*param)).collect();
            let place =
                [obj::from_value(one.path)?, obj::from_value(i64::from(one.def_line))?, obj::from_value(one.name)?];
            obj::list(&[place.as_slice(), &[obj::list(&params?)?]].concat())
        })
        .collect();
    let args = [
        object.clone(),
        obj::from_value(module.path)?,
        listed(module.pieces)?,
        listed(module.snippets)?,
        obj::list(&functions?)?,
        callback(module, c"make", make)?,
        obj::from_value(module.stand_ins)?,
        obj::from_value(module.jit)?,
        obj::list(&checked?)?,
        obj::from_value(module.digest as i64)?,
    ];
    let [codes, file, compiled, keep] = obj::unpack::<4>(&obj::call(&bootstrap("prepare")?, &args, &[])?)?;
    module.state.file.store(file.clone().into_ptr(), Ordering::Release);
    let outcome = run_all(&codes, module);
    if !obj::truth(&keep)? {
        obj::call(&bootstrap("finish")?, std::slice::from_ref(object), &[])?;
    }
    outcome.map_err(trimmed)?;
    if obj::truth(&compiled)? { check_guards(object, module, &file) } else { Ok(()) }
}

/// Runs code objects in the module's namespace, one after the other.
fn run_all(codes: &Obj, module: &'static Module) -> Result<(), Raise> {
    let codes = obj::iter(codes)?;
    while let Some(code) = obj::next(&codes)? {
        // SAFETY: a code object and the module's dict.
        unsafe { Obj::result(ffi::PyEval_EvalCode(code.as_ptr(), namespace(module), namespace(module)))? };
    }
    Ok(())
}

/// The exception without the entry of the module's own code where native code of the module raised: that has one too.
fn trimmed(raise: Raise) -> Raise {
    let exception = match obj::exception_object(raise) {
        Ok(exception) => exception,
        Err(raise) => return raise,
    };
    match bootstrap("trim").and_then(|trim| obj::call(&trim, std::slice::from_ref(&exception), &[])) {
        Ok(_) => obj::reraise(exception),
        Err(raise) => raise,
    }
}

fn check_guards(object: &Obj, module: &'static Module, file: &Obj) -> Result<(), Raise> {
    if module.guards.is_empty() {
        return Ok(());
    }
    let guards: Result<Vec<Obj>, Raise> = module.guards.iter().map(describe).collect();
    let attempts = module.attempts.iter().map(|attempt| attempt.name);
    let names: Result<Vec<Obj>, Raise> =
        module.functions.iter().map(|function| function.code.qualname).chain(attempts).map(obj::from_value).collect();
    let args = [
        object.clone(),
        file.clone(),
        obj::list(&guards?)?,
        obj::list(&names?)?,
        obj::from_value(module.functions.len() as i64)?,
        callback(module, c"index_of", index_of)?,
    ];
    let broken = obj::call(&bootstrap("broken_guards")?, &args, &[])?;
    let broken = obj::to_native::<crate::List<i64>>(&broken, &INDICES)?.to_vec();
    let attempts = (module.functions.len()..).zip(module.attempts);
    let sound = attempts.filter(|(at, _)| !broken.contains(&(*at as i64)));
    sound.for_each(|(_, attempt)| attempt.enable());
    for function in MADE.lock().map(|made| made.0.clone()).unwrap_or_default() {
        let own: *mut CompiledFunction = function.cast();
        // SAFETY: functions that were made are held by the table.
        let relies = unsafe {
            std::ptr::eq((*own).module, module)
                && broken.iter().any(|&i| {
                    module.functions.get(i as usize).is_some_and(|function| std::ptr::eq(function, (*own).function))
                })
        };
        if relies {
            // SAFETY: as above.
            CompiledFunction::disable(&unsafe { Obj::from_borrowed(function) });
        }
    }
    Ok(())
}

static INDICES: crate::ArgSpec = crate::ArgSpec {
    name: "",
    expected: "list[int]",
    layout: crate::ArgLayout::Any,
    writable: false,
    exact: true,
    function: "",
    c: None,
};

/// Compiled functions that were made while their module ran, so that guards can switch them off; held for ever.
struct Made(Vec<*mut PyObject>);

// SAFETY: the pointers are only used under the interpreter lock.
unsafe impl Send for Made {}

static MADE: Mutex<Made> = Mutex::new(Made(Vec::new()));

/// A guard for Python: name, kind, what is expected, users.
fn describe(guard: &Guard) -> Result<Obj, Raise> {
    let (kind, expected) = described(&guard.expect);
    let users: crate::List<i64> = guard.functions.iter().map(|&i| i64::from(i)).collect();
    obj::from_value((guard.name, kind, expected?, users))
}

/// What kind of thing is expected, and which.
fn described(expect: &Expect) -> (&'static str, Result<Obj, Raise>) {
    match *expect {
        Expect::Module(name) => ("module", obj::from_value(name)),
        Expect::Member(module, name) => ("member", obj::from_value((module, name))),
        Expect::Builtin => ("builtin", Ok(obj::none())),
        Expect::Function(index) => ("function", obj::from_value(i64::from(index))),
        Expect::Compiled(module, name, digest) => ("compiled", obj::from_value((module, name, digest as i64))),
        Expect::Int(value) => ("constant", obj::from_value(value)),
        Expect::Float(value) => ("constant", obj::from_value(value)),
        Expect::Bool(value) => ("constant", obj::from_value(value)),
        Expect::Str(value) => ("constant", obj::from_value(value)),
        Expect::Complex(re, im) => ("constant", obj::from_value(Complex::new(re, im))),
        Expect::None => ("constant", Ok(obj::none())),
        Expect::Array(dtype, rank) => ("array", obj::from_value((dtype, i64::from(rank)))),
        Expect::Tuple(items) => {
            let items: Result<Vec<Obj>, Raise> = items.iter().map(|item| described(item).1).collect();
            ("constant", items.and_then(|items| obj::tuple(&items)))
        }
        Expect::Type(name) => ("type", obj::from_value(name)),
    }
}

/// A builtin function whose `self` carries the module.
fn callback(module: &'static Module, name: &'static std::ffi::CStr, body: ffi::PyCFunction) -> Result<Obj, Raise> {
    // SAFETY: the capsule holds the address of a static; the method table is leaked, as the function keeps it.
    unsafe {
        let capsule =
            Obj::result(ffi::PyCapsule_New((module as *const Module).cast_mut().cast(), std::ptr::null(), None))?;
        let method = Box::leak(Box::new(ffi::PyMethodDef {
            ml_name: name.as_ptr(),
            ml_meth: ffi::PyMethodDefPointer { PyCFunction: body },
            ml_flags: ffi::METH_VARARGS,
            ml_doc: std::ptr::null(),
        }));
        Obj::result(ffi::PyCFunction_NewEx(method, capsule.as_ptr(), null_mut()))
    }
}

/// `make(i, function)`: the compiled function of index `i` for a Python function.
unsafe extern "C" fn make(slf: *mut PyObject, args: *mut PyObject) -> *mut PyObject {
    // SAFETY: `self` is the capsule that `callback` made.
    let (module, args) = unsafe {
        let module: *const Module = ffi::PyCapsule_GetPointer(slf, std::ptr::null()).cast();
        (&*module, Obj::from_borrowed(args))
    };
    answer(|| {
        let [index, original] = obj::unpack::<2>(&args)?;
        let index: i64 = obj::to_native(&index, &INDICES)?;
        // SAFETY: a live object.
        if unsafe { ffi::PyFunction_Check(original.as_ptr()) } == 0 {
            return Ok(original);
        }
        if let Some((_, ufunc)) = module.ufuncs.iter().find(|(at, _)| *at == index as usize) {
            return super::ufunc::make(ufunc, &original);
        }
        let function = module
            .functions
            .get(index as usize)
            .ok_or_else(|| Raise::new(Cause::Message(Exc::SystemError, format!("no compiled function {index}"))))?;
        let made = CompiledFunction::make(module, function, &original)?;
        if let Ok(mut table) = MADE.lock() {
            table.0.push(made.clone().into_ptr());
        }
        Ok(made)
    })
}

/// `index_of(object)`: which compiled function of the module it is, or -1.
unsafe extern "C" fn index_of(slf: *mut PyObject, args: *mut PyObject) -> *mut PyObject {
    // SAFETY: as in `make`.
    let (module, args) = unsafe {
        let module: *const Module = ffi::PyCapsule_GetPointer(slf, std::ptr::null()).cast();
        (&*module, Obj::from_borrowed(args))
    };
    answer(|| {
        let [object] = obj::unpack::<1>(&args)?;
        if !CompiledFunction::is(object.as_ptr()) {
            return obj::from_value(-1i64);
        }
        // SAFETY: just checked.
        let own = unsafe { (*object.as_ptr().cast::<CompiledFunction>()).function };
        let index = module.functions.iter().position(|function| std::ptr::eq(function, own));
        obj::from_value(index.map_or(-1, |i| i as i64))
    })
}

/// The result of a callback in the interpreter's terms.
fn answer(body: impl FnOnce() -> Result<Obj, Raise>) -> *mut PyObject {
    match body().and_then(ToPy::to_py) {
        Ok(object) => object,
        Err(raise) => {
            crate::boundary::set_error(raise);
            null_mut()
        }
    }
}
