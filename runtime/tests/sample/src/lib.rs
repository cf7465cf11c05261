//! What pyrx would emit for `sample.py`, written by hand: the boundary's tests run it.
//! (Sites give the columns of the failing expressions.)

use rt::boundary::{arg, call, no_rerun};
use rt::module::{Expect, Function, Guard, Module, Param, ParamKind, Piece, State};
use rt::obj::{self, BinOp, CmpOp, UnOp};
use rt::raise::{Cause, Code, Exc, Value};
use rt::{ArgLayout, ArgSpec, Array, Bytes, List, Obj, Poll, PyObject, Raise, Schedule, Site, Str, ToPy};

macro_rules! function {
    ($code:ident $wrapper:ident $first:literal $name:literal $qualname:literal
     ($($slot:ident: $type:ty = $param:literal $expected:literal),* $(,)?) $body:expr) => {
        static $code: Code = Code { name: $name, qualname: $qualname, first_line: $first, file: None, within: None };

        unsafe extern "C" fn $wrapper(
            slf: *mut PyObject, args: *const *mut PyObject, nargsf: usize, kwnames: *mut PyObject,
        ) -> *mut PyObject {
            let run = |&[$($slot),*]: &[*mut PyObject; _]| {
                $(let $slot: $type = arg($slot, {
                    static SPEC: ArgSpec = ArgSpec {
                        name: $param, expected: $expected, layout: layout($expected),
                        writable: writable($qualname, $param), exact: true, function: $qualname, c: None,
                    };
                    &SPEC
                })?;)*
                ($body)().and_then(ToPy::to_py)
            };
            unsafe { call(slf, args, nargsf, kwnames, run) }
        }
    };
}

const fn layout(expected: &str) -> ArgLayout {
    let text = expected.as_bytes();
    if text[text.len() - 1] == b']' && text[text.len() - 2] == b'1' { ArgLayout::C } else { ArgLayout::Any }
}

const fn writable(function: &str, name: &str) -> bool {
    matches!(function.as_bytes(), b"axpy") && matches!(name.as_bytes(), b"y") || matches!(function.as_bytes(), b"bump")
}

const fn site(code: &'static Code, line: u32, column: u32, end_line: u32, end_column: u32) -> Site {
    Site { code, line, column, end_line, end_column }
}

function! { SCALED scaled 13 "scaled" "scaled" (x: f64 = "x" "float") || {
    if x < 0.0 {
        static AT: Site = site(&SCALED, 16, 19, 16, 26);
        return Err(Raise::new(Cause::Redo(Exc::ValueError, "math.sqrt", vec![Value::Float(x)])).at(&AT));
    }
    Ok::<f64, Raise>(2.0 * x.sqrt())
} }

function! { AXPY axpy 19 "axpy" "axpy" (a: f64 = "a" "float", x: Array<f64, 1> = "x" "float64[:]", y: Array<f64, 1> = "y" "float64[:]") || {
    static LOAD: Site = site(&AXPY, 21, 8, 21, 12);
    let (x, y) = (x.view, y.view);
    for i in 0..x.dim(0) {
        let Some(k) = rt::wrap_index(i, y.dim(0)) else { return Err(rt::index_error(i, 0, y.dim(0)).at(&LOAD)) };
        unsafe { y.set([k], y.get([k]) + a * x.get([i])) };
    }
    Ok::<(), Raise>(())
} }

function! { DOUBLED doubled 24 "doubled" "doubled" (x: Array<f64, 2> = "x" "float64[:, ::1]") || {
    let out = rt::new::empty::<f64, 2>([x.view.dim(0), x.view.dim(1)])?;
    for i in 0..x.view.dim(0) {
        for j in 0..x.view.dim(1) {
            unsafe { out.view.set_inner([i, j], x.view.get_inner([i, j]) * 2.0) };
        }
    }
    Ok::<Array<f64, 2>, Raise>(out)
} }

function! { SAME same 28 "same" "same" (x: Array<f64, 1> = "x" "float64[:]") || Ok::<_, Raise>(x) }

function! { TAIL tail 32 "tail" "tail" (x: Array<f64, 1> = "x" "float64[:]") || {
    let (view, owner) = x.split();
    Ok::<_, Raise>(Array::new(view.slice_axis(0, Some(1), None, 1)?, owner.part()))
} }

function! { PAIR pair 36 "pair" "pair" (x: Array<f64, 1> = "x" "float64[:]") || {
    let y = rt::new::empty::<f64, 1>([x.view.dim(0)])?;
    for i in 0..x.view.dim(0) {
        unsafe { y.view.set([i], x.view.get([i]) * 2.0) };
    }
    let part = Array::new(y.view.slice_axis(0, Some(1), None, 1)?, y.owner.part());
    Ok::<_, Raise>((y.clone(), y, part))
} }

function! { RATIO ratio 41 "ratio" "ratio" (a: f64 = "a" "float", b: f64 = "b" "float") || {
    static AT: Site = site(&RATIO, 42, 12, 43, 15);
    if b == 0.0 {
        let operands = vec![Value::Float(a), Value::Float(b)];
        return Err(Raise::new(Cause::Redo(Exc::ZeroDivisionError, "operator.truediv", operands)).at(&AT));
    }
    Ok::<f64, Raise>(a / b)
} }

fn pick_native(x: rt::View<f64, 1>, i: i64) -> Result<f64, Raise> {
    static AT: Site = site(&PICK, 47, 17, 47, 21);
    match rt::wrap_index(i, x.dim(0)) {
        Some(i) => Ok(unsafe { x.get([i]) }),
        None => Err(rt::index_error(i, 0, x.dim(0)).at(&AT)),
    }
}

function! { PICK pick 46 "pick" "pick" (x: Array<f64, 1> = "x" "float64[:]", i: i64 = "i" "int") || pick_native(x.view, i) }

function! { OUTER outer 50 "outer" "outer" (x: Array<f64, 1> = "x" "float64[:]", i: i64 = "i" "int") || {
    static AT: Site = site(&OUTER, 53, 17, 53, 31);
    let mut total = 0.0;
    for k in 0..3 {
        total += pick_native(x.view, i + k).map_err(|raise| raise.at(&AT))?;
    }
    Ok::<f64, Raise>(total)
} }

function! { FACTORIAL factorial 57 "factorial" "factorial" (n: i64 = "n" "int") || {
    let mut result = 1i64;
    for k in 2..=n {
        result = result.checked_mul(k).ok_or_else(|| Raise::escape("integer result leaves 64 bits"))?;
    }
    Ok::<i64, Raise>(result)
} }

function! { BUMP bump 64 "bump" "bump" (x: Array<i64, 1> = "x" "int64[:]", n: i64 = "n" "int") || {
    static AT: Site = site(&BUMP, 67, 8, 67, 17);
    let x = x.view;
    unsafe {
        x.set([0], 1);
        for k in 2..=n {
            let value = x.get([0]).checked_mul(k).ok_or_else(|| {
                no_rerun(Raise::escape("integer result leaves 64 bits").at(&AT).after(true), "bump")
            })?;
            x.set([0], value);
        }
    }
    Ok::<(), Raise>(())
} }

function! { SCALED_BY scaled_by 74 "scaled_by" "Point.scaled_by" (slf: Obj = "self" "object", k: f64 = "k" "float") || {
    let x = rt::obj::getattr(&slf, rt::name!("x"))?;
    rt::obj::binary(rt::obj::BinOp::Mul, &x, &rt::obj::from_value(k)?)
} }

function! { HALF half 78 "half" "Point.half" (k: f64 = "k" "float") || Ok::<f64, Raise>(k / 2.0) }

function! { OPTIONS options 82 "options" "options" (
    a: f64 = "a" "float", b: f64 = "b" "float", c: f64 = "c" "float", rest: Obj = "rest" "tuple",
    d: f64 = "d" "float", e: f64 = "e" "float", more: Obj = "more" "dict",
) || Ok::<_, Raise>((a, b, c, rest, d, e, more)) }

function! { TOTAL total 86 "total" "total" (values: List<f64> = "values" "list[float]") || {
    let (mut s, mut i) = (0.0, 0);
    while let Some(v) = values.at(i) {
        s += v;
        i += 1;
    }
    Ok::<f64, Raise>(s)
} }

function! { SHOUT shout 93 "shout" "shout" (s: Str = "s" "str") || {
    Ok::<Str, Raise>(s.concat(&Str::constant(&[33])))
} }

function! { CHECKSUM checksum 97 "checksum" "checksum" (data: Bytes = "data" "bytes") || {
    Ok::<i64, Raise>(data.items().iter().fold(0, |n: i64, &b| n.wrapping_mul(31).wrapping_add(b.into()) & 0xFFFF_FFFF))
} }

function! { CALLS_BACK calls_back 104 "calls_back" "calls_back" (f: Obj = "f" "object", n: i64 = "n" "int") || {
    static AT: Site = site(&CALLS_BACK, 105, 11, 105, 15);
    let result = rt::obj::call(&f, &[rt::obj::from_value(n)?], &[]).map_err(|raise| raise.at(&AT))?;
    rt::obj::binary(rt::obj::BinOp::Add, &result, &rt::obj::int_const(1)?)
} }

fn deep_native(n: i64) -> Result<i64, Raise> {
    rt::stack::check()?;
    Ok(if n == 0 { 0 } else { deep_native(n - 1)? + 1 })
}

function! { DEEP deep 108 "deep" "deep" (n: i64 = "n" "int") || deep_native(n) }

function! { BROKEN broken 112 "broken" "broken" (x: f64 = "x" "float") || Ok::<f64, Raise>(x + 1.0) }

function! { PANICS panics 116 "panics" "panics" (x: f64 = "x" "float") || {
    if x < 0.0 { panic!("negative: {x}") }
    Ok::<f64, Raise>(x)
} }

function! { UNSET unset 120 "unset" "unset" (x: f64 = "x" "float") || {
    static AT: Site = site(&UNSET, 123, 11, 123, 12);
    if x > 0.0 { Ok(x) } else { Err(Raise::new(Cause::Unbound("y")).at(&AT)) }
} }

function! { CACHED cached 126 "cached" "cached" (x: f64 = "x" "float") || Ok::<f64, Raise>(x * 3.0) }

function! { SQUARES squares 138 "squares" "squares" (
    x: Array<f64, 1> = "x" "float64[:]", schedule: i64 = "schedule" "int", chunk: i64 = "chunk" "int", threads: i64 = "threads" "int",
) || {
    let (x, mut total) = (x.view, 0.0);
    let schedule = [Schedule::Static, Schedule::Dynamic, Schedule::Guided][schedule as usize];
    rt::prange(x.dim(0), schedule, Some(chunk), Some(threads), |block| {
        let mut part = 0.0;
        for i in block.start..block.end {
            let value = unsafe { x.get([i]) };
            part += value * value;
        }
        Ok(part)
    }, |part: f64| total += part)?;
    Ok::<f64, Raise>(total)
} }

function! { FAILS_FROM fails_from 145 "fails_from" "fails_from" (n: i64 = "n" "int", bad: i64 = "bad" "int") || {
    static AT: Site = site(&FAILS_FROM, 148, 12, 148, 32);
    rt::prange(n, Schedule::Dynamic, None, None, |block| {
        for i in block.start..block.end {
            if i >= bad {
                if i > bad + 1000 { panic!("must not be the one that is told") }
                pick_native(rt::new::zeros::<f64, 1>([1])?.view, i).map_err(|raise| raise.at(&AT))?;
            }
        }
        Ok(())
    }, |()| ())?;
    Ok::<i64, Raise>(n)
} }

function! { SPINS spins 152 "spins" "spins" (seconds: f64 = "seconds" "float", parallel: i64 = "parallel" "int") || {
    let start = std::time::Instant::now();
    let long = || {
        let (mut poll, mut count) = (Poll::new(), 0i64);
        while start.elapsed().as_secs_f64() < seconds {
            poll.tick()?;
            count += 1;
        }
        Ok::<i64, Raise>(count)
    };
    if parallel == 0 { return long(); }
    let mut count = 0;
    rt::prange(parallel, Schedule::Static, None, None, |_| long(), |part| count += part)?;
    Ok(count)
} }

function! { THREADS_USED threads_used 156 "threads_used" "threads_used" (n: i64 = "n" "int") || {
    let seen = std::sync::Mutex::new(std::collections::HashSet::new());
    rt::prange(n, Schedule::Static, None, None, |_| {
        std::thread::sleep(std::time::Duration::from_millis(2));
        if let Ok(mut seen) = seen.lock() {
            seen.insert((std::thread::current().id(), rt::pool::thread_id()));
        }
        Ok(())
    }, |()| ())?;
    Ok::<i64, Raise>(seen.lock().map_or(0, |seen| seen.len() as i64))
} }

static FLOATS: ArgSpec = ArgSpec {
    name: "",
    expected: "list[float]",
    layout: ArgLayout::Any,
    writable: false,
    exact: true,
    function: "operate",
    c: None,
};
static VECTOR: ArgSpec = ArgSpec {
    name: "",
    expected: "float64[:]",
    layout: ArgLayout::Any,
    writable: false,
    exact: true,
    function: "operate",
    c: None,
};

fn operation(name: &str, a: &Obj, b: &Obj) -> Result<Obj, Raise> {
    match name {
        "add" => obj::binary(BinOp::Add, a, b),
        "pow" => obj::binary(BinOp::Pow, a, b),
        "iadd" => obj::inplace(BinOp::Add, a, b),
        "neg" => obj::unary(UnOp::Neg, a),
        "not" => obj::unary(UnOp::Not, a),
        "lt" => obj::compare(CmpOp::Lt, a, b),
        "in" => obj::compare(CmpOp::In, a, b),
        "is not" => obj::compare(CmpOp::IsNot, a, b),
        "get" => obj::getitem(a, b),
        "put" => obj::setitem(a, b, &obj::int_const(1)?).map(|()| a.clone()),
        "slice" => obj::getitem(a, &obj::slice(&obj::none(), b, &Obj::NULL)?),
        "unpack" => obj::tuple(&obj::unpack::<2>(a)?),
        "rest" => {
            let ([x], y, [z]) = obj::unpack_rest::<1, 1>(a)?;
            obj::tuple(&[x, y, z])
        }
        "format" => obj::format(a, Some('r'), b),
        "join" => obj::join_str(&[a.clone(), b.clone()]),
        "iterate" => {
            let (iterator, mut items) = (obj::iter(a)?, Vec::new());
            while let Some(item) = obj::next(&iterator)? {
                items.push(item);
            }
            obj::list(&items)
        }
        "call" => obj::call(a, std::slice::from_ref(b), &[(rt::name!("key"), b.clone())]),
        "call with many" => {
            let args: Result<Vec<Obj>, Raise> = (0..12).map(obj::int_const).collect();
            obj::call(a, &args?, &[])
        }
        "method" => obj::call_method(a, rt::name!("index"), std::slice::from_ref(b), &[]),
        "spread" => obj::call_spread(a, b, &Obj::NULL),
        "raise" => Err(obj::raise(a, Some(b))),
        "catch" => match obj::call(a, &[], &[]) {
            Err(raise) if raise.is_a(Exc::ArithmeticError) => obj::exception_object(raise),
            other => other,
        },
        "global" => obj::global(&MODULE, rt::name!("SCALE")),
        "builtin" => obj::global(&MODULE, rt::name!("len")),
        "missing" => obj::global(&MODULE, rt::name!("NOWHERE")),
        "length" => obj::from_value(obj::length(a)?),
        "displays" => {
            let pair = [a.clone(), b.clone()];
            let dict = obj::dict(&[(a.clone(), b.clone())])?;
            obj::tuple(&[obj::list(&pair)?, obj::tuple(&pair)?, dict, obj::set(&pair)?])
        }
        "big" => obj::int_big("123456789012345678901234567890"),
        "import" => obj::import(rt::name!("os.path")),
        "numpy scalar" => obj::from_value(rt::Np(0.5f32)),
        "native list" => obj::from_value(obj::to_native::<List<f64>>(a, &FLOATS)?),
        "held array" => {
            let (view, owner) = obj::to_native::<Array<f64, 1>>(a, &VECTOR)?.split();
            obj::from_value(Array::new(view.slice_axis(0, Some(1), None, 1)?, owner.part()))
        }
        _ => Err(Raise::new(Cause::Args(Exc::KeyError, vec![Value::Str(name.to_owned())]))),
    }
}

function! { OPERATE operate 231 "operate" "operate" (name: Str = "name" "str", a: Obj = "a" "object", b: Obj = "b" "object") || {
    operation(&name.to_string(), &a, &b)
} }

const fn p(name: &'static str) -> Param {
    Param { name, kind: ParamKind::Positional, has_default: false }
}

macro_rules! functions {
    ($($code:ident $wrapper:ident $line:literal [$($param:literal),*] $(dropped $dropped:expr)?;)*) => {
        [$(Function { code: &$code, def_line: $line, params: &[$(p($param)),*], call: $wrapper, cython: false,
            dropped: { #[allow(unused)] let dropped: &[(u32, u32)] = &[]; $(let dropped: &[(u32, u32)] = $dropped;)? dropped } },)*
         Function { code: &OPTIONS, def_line: 82, call: options, cython: false, dropped: &[], params: &[
            Param { name: "a", kind: ParamKind::PositionalOnly, has_default: false },
            Param { name: "b", kind: ParamKind::PositionalOnly, has_default: true },
            Param { name: "c", kind: ParamKind::Positional, has_default: true },
            Param { name: "rest", kind: ParamKind::VarArgs, has_default: false },
            Param { name: "d", kind: ParamKind::KeywordOnly, has_default: false },
            Param { name: "e", kind: ParamKind::KeywordOnly, has_default: true },
            Param { name: "more", kind: ParamKind::VarKeywords, has_default: false },
        ] }]
    };
}

static FUNCTIONS: [Function; 28] = functions! {
    SCALED scaled 14 ["x"] dropped &[(13, 1)];
    AXPY axpy 19 ["a", "x", "y"];
    DOUBLED doubled 24 ["x"];
    SAME same 28 ["x"];
    TAIL tail 32 ["x"];
    PAIR pair 36 ["x"];
    RATIO ratio 41 ["a", "b"];
    PICK pick 46 ["x", "i"];
    OUTER outer 50 ["x", "i"];
    FACTORIAL factorial 57 ["n"];
    BUMP bump 64 ["x", "n"];
    SCALED_BY scaled_by 74 ["self", "k"];
    HALF half 78 ["k"];
    TOTAL total 86 ["values"];
    SHOUT shout 93 ["s"];
    CHECKSUM checksum 97 ["data"];
    CALLS_BACK calls_back 104 ["f", "n"];
    DEEP deep 108 ["n"];
    BROKEN broken 112 ["x"];
    PANICS panics 116 ["x"];
    UNSET unset 120 ["x"];
    CACHED cached 127 ["x"];
    SQUARES squares 138 ["x", "schedule", "chunk", "threads"];
    FAILS_FROM fails_from 145 ["n", "bad"];
    SPINS spins 152 ["seconds", "parallel"];
    THREADS_USED threads_used 156 ["n"];
    OPERATE operate 231 ["name", "a", "b"];
};

static CODES: [&Code; FUNCTIONS.len()] = {
    let mut codes = [FUNCTIONS[0].code; FUNCTIONS.len()];
    let mut at = 1;
    while at < codes.len() {
        codes[at] = FUNCTIONS[at].code;
        at += 1;
    }
    codes
};

static MODULE: Module = Module {
    name: "sample",
    path: "sample.py",
    pieces: &[Piece { path: "sample.py", source: include_str!("../sample.py") }],
    functions: &FUNCTIONS,
    codes: &CODES,
    attempts: &[],
    guards: &[
        Guard { name: "SCALE", expect: Expect::Float(2.0), functions: &[0] },
        Guard { name: "sqrt", expect: Expect::Member("math", "sqrt"), functions: &[0] },
        Guard { name: "np", expect: Expect::Module("numpy"), functions: &[1] },
        Guard { name: "float", expect: Expect::Builtin, functions: &[7, 8] },
        Guard { name: "pick", expect: Expect::Function(7), functions: &[8] },
        Guard { name: "OTHER", expect: Expect::Float(1.0), functions: &[18] },
    ],
    snippets: &[],
    offered: &[],
    taken: &[],
    stand_ins: true,
    jit: false,
    checked: &[],
    ufuncs: &[],
    digest: 0,
    fused: &[],
    built_for: None,
    state: State::NEW,
};

/// As if compiled for a Python that nobody runs the tests with.
static ELSEWHERE: Module = Module {
    name: "elsewhere",
    path: "elsewhere.py",
    pieces: &[],
    functions: &[],
    codes: &[],
    guards: &[],
    attempts: &[],
    snippets: &[],
    offered: &[],
    taken: &[],
    stand_ins: true,
    jit: false,
    checked: &[],
    ufuncs: &[],
    digest: 0,
    fused: &[],
    built_for: Some("2.7"),
    state: State::NEW,
};

#[unsafe(no_mangle)]
pub unsafe extern "C" fn PyInit_elsewhere() -> *mut PyObject {
    unsafe { rt::module::init(&ELSEWHERE) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn PyInit_sample() -> *mut PyObject {
    unsafe { rt::module::init(&MODULE) }
}
