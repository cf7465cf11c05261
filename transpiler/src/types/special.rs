//! Functions whose result type depends on more than the types of their arguments, or that lower in their own way.

mod result;

pub(in crate::types) use result::is_reverse;

use super::libc::CLibraryCall;
use super::{TextMethod, resolve};
use crate::hir::{Const, Expr, ExprKind, Module};
use crate::ty::{ArrayType, Layout, Num, Repr, StructId, Type};

/// A function or method the compiler knows by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Special {
    Len,
    Abs,
    Min,
    Max,
    Sum,
    Any,
    All,
    /// `list(x for x in a)`
    List,
    Int,
    Float,
    Bool,
    Complex,
    Round,
    Pow,
    Divmod,
    Ord,
    Chr,
    /// `pow(a, b, modulus)` of integers.
    PowMod,
    Range,
    /// `numpy.float32(x)`, `pyrx.int32(x)`.
    Cast(Num),
    NewArray(NewFill),
    NewLike(NewFill),
    Arange,
    Linspace,
    Eye,
    ArrayLiteral,
    /// `a.copy()`, `numpy.copy(a)`.
    CopyArray,
    /// `view.copy()`, `view.copy_fortran()` of a typed memoryview.
    CopyView {
        fortran: bool,
    },
    /// `view.is_c_contig()`, `view.is_f_contig()`
    IsContiguous {
        fortran: bool,
    },
    /// `a.astype(dtype)`
    AsType,
    /// `a.fill(value)`.
    FillArray,
    /// `xs.append(x)`
    Append,
    /// `xs.pop()`, `xs.pop(i)`
    Pop,
    /// `xs.extend(items)`
    Extend,
    /// `xs.sort()`, `xs.sort(reverse=True)`
    Sort {
        reverse: bool,
    },
    /// `sorted(items)`
    Sorted {
        reverse: bool,
    },
    /// `xs.index(x)`, `xs.index(x, start)`
    IndexOf,
    /// A method of a list that is one function of the runtime; the list comes first.
    ListKernel {
        kernel: &'static str,
        raises: bool,
    },
    /// A method of a string.
    TextKernel(&'static TextMethod),
    /// `z.conjugate()`
    Conjugate,
    /// `x.is_integer()`
    IsInteger,
    /// `n.bit_length()`
    BitLength,
    /// `Point(1, y=2)`
    NewStruct(StructId),
    /// A call of what a pointer to a function points to.
    CallPointer,
    CLibrary(&'static CLibraryCall),
    /// `n.bit_count()`
    BitCount,
    /// `isinstance(x, class)`, which the type of `x` decides.
    IsInstance(bool),
    /// `math.isclose`
    IsClose,
    /// `math.prod`
    Prod,
}

/// What a new array is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewFill {
    Empty,
    Zeros,
    Ones,
    /// With the second argument.
    Full,
}

/// Functions by their full names.
const FUNCTIONS: &[(&str, Special)] = &[
    ("builtins.len", Special::Len),
    ("builtins.abs", Special::Abs),
    ("builtins.min", Special::Min),
    ("builtins.max", Special::Max),
    ("builtins.sum", Special::Sum),
    ("builtins.any", Special::Any),
    ("builtins.all", Special::All),
    ("builtins.list", Special::List),
    ("builtins.int", Special::Int),
    ("builtins.float", Special::Float),
    ("builtins.bool", Special::Bool),
    ("builtins.complex", Special::Complex),
    ("builtins.round", Special::Round),
    ("builtins.pow", Special::Pow),
    ("builtins.divmod", Special::Divmod),
    ("builtins.isinstance", Special::IsInstance(false)),
    ("builtins.sorted", Special::Sorted { reverse: false }),
    ("math.isclose", Special::IsClose),
    ("math.prod", Special::Prod),
    ("builtins.ord", Special::Ord),
    ("builtins.chr", Special::Chr),
    ("builtins.range", Special::Range),
    ("numpy.empty", Special::NewArray(NewFill::Empty)),
    ("numpy.zeros", Special::NewArray(NewFill::Zeros)),
    ("numpy.ones", Special::NewArray(NewFill::Ones)),
    ("numpy.full", Special::NewArray(NewFill::Full)),
    ("numpy.empty_like", Special::NewLike(NewFill::Empty)),
    ("numpy.zeros_like", Special::NewLike(NewFill::Zeros)),
    ("numpy.ones_like", Special::NewLike(NewFill::Ones)),
    ("numpy.full_like", Special::NewLike(NewFill::Full)),
    ("numpy.arange", Special::Arange),
    ("numpy.linspace", Special::Linspace),
    ("numpy.eye", Special::Eye),
    ("numpy.identity", Special::Eye),
    ("numpy.array", Special::ArrayLiteral),
    ("numpy.copy", Special::CopyArray),
];

/// The full names of these functions, for the manual.
pub fn special_names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().map(|(name, _)| *name)
}

/// The function of this full name.
pub fn function(path: &str) -> Option<Special> {
    let known = FUNCTIONS.iter().find(|(name, _)| *name == path).map(|(_, special)| special.clone());
    known.or_else(|| scalar_type(path).map(Special::Cast))
}

/// Names of NumPy's scalar types that are not the dtype's own name.
const NUMPY_ALIASES: &[(&str, Repr)] = &[
    ("bool_", Repr::Bool),
    ("intp", Repr::I64),
    ("int_", Repr::I64),
    ("uint", Repr::U64),
    ("uintp", Repr::U64),
    ("double", Repr::F64),
    ("single", Repr::F32),
    ("byte", Repr::I8),
    ("ubyte", Repr::U8),
    ("short", Repr::I16),
    ("ushort", Repr::U16),
    ("intc", Repr::I32),
    ("uintc", Repr::U32),
    ("longlong", Repr::I64),
    ("ulonglong", Repr::U64),
    ("csingle", Repr::C64),
    ("cdouble", Repr::C128),
];

/// The number that `numpy.float32` or `pyrx.int32` makes when called.
pub fn scalar_type(path: &str) -> Option<Num> {
    let (package, name) = path.rsplit_once('.')?;
    let repr = Repr::from_name(name)
        .filter(|repr| *repr != Repr::Bool || package == "numpy")
        .or_else(|| NUMPY_ALIASES.iter().find(|(alias, _)| *alias == name).map(|(_, repr)| *repr))?;
    match package {
        "numpy" => Some(Num::numpy(repr)),
        "pyrx" => Some(Num::c(repr)),
        _ => None,
    }
}

/// NumPy's short codes of dtypes.
const DTYPE_CODES: &[(&str, Repr)] = &[
    ("?", Repr::Bool),
    ("i1", Repr::I8),
    ("i2", Repr::I16),
    ("i4", Repr::I32),
    ("i8", Repr::I64),
    ("u1", Repr::U8),
    ("u2", Repr::U16),
    ("u4", Repr::U32),
    ("u8", Repr::U64),
    ("f4", Repr::F32),
    ("f8", Repr::F64),
    ("c8", Repr::C64),
    ("c16", Repr::C128),
    ("float", Repr::F64),
    ("int", Repr::I64),
    ("complex", Repr::C128),
];

/// The dtype that an expression such as `np.float32`, `float` or `"int32"` names.
pub fn dtype(module: &Module, expr: &Expr) -> Option<Repr> {
    if let ExprKind::Const(Const::Str(name)) = &expr.kind {
        let short = DTYPE_CODES.iter().find(|(code, _)| code == name).map(|(_, repr)| *repr);
        return Repr::from_name(name).or(short);
    }
    let path = resolve::path(module, expr)?;
    match path.name.as_str() {
        "builtins.float" => Some(Repr::F64),
        "builtins.int" => Some(Repr::I64),
        "builtins.bool" => Some(Repr::Bool),
        "builtins.complex" => Some(Repr::C128),
        name => scalar_type(name).map(|num| num.repr),
    }
}

/// The arguments of an array creation by their meaning.
#[derive(Clone, Copy, Debug)]
pub struct Creation<'a> {
    /// A shape, or the array to be like.
    pub first: &'a Expr,
    pub value: Option<&'a Expr>,
    /// What `dtype=` says.
    pub dtype: Option<Dtype<'a>>,
}

/// A dtype argument.
#[derive(Clone, Copy, Debug)]
pub enum Dtype<'a> {
    Known(Repr),
    /// `a.dtype` of this expression.
    Of(&'a Expr),
}

/// Sorts the arguments of `zeros`, `full_like` and friends; `None` if one has no native meaning.
pub fn creation<'a>(
    module: &Module,
    fill: NewFill,
    args: &'a [Expr],
    keywords: &'a [(String, Expr)],
) -> Option<Creation<'a>> {
    let names: &[&str] = match fill {
        NewFill::Full => &["shape", "fill_value", "dtype"],
        NewFill::Empty | NewFill::Zeros | NewFill::Ones => &["shape", "dtype"],
    };
    let slots = bind(names, args, keywords)?;
    let (value, dtype_arg) = match fill {
        NewFill::Full => (Some(slots[1]?), slots[2]),
        NewFill::Empty | NewFill::Zeros | NewFill::Ones => (None, slots[1]),
    };
    let dtype = match dtype_arg {
        Some(expr) => Some(dtype_argument(module, expr)?),
        None => None,
    };
    Some(Creation { first: slots[0]?, value, dtype })
}

fn dtype_argument<'a>(module: &Module, expr: &'a Expr) -> Option<Dtype<'a>> {
    if let ExprKind::Attribute { value, name } = &expr.kind
        && name == "dtype"
    {
        return Some(Dtype::Of(value));
    }
    dtype(module, expr).map(Dtype::Known)
}

/// The bounds of `arange`, and its dtype.
pub fn arange_arguments<'a>(
    args: &'a [Expr],
    keywords: &'a [(String, Expr)],
) -> Option<(&'a [Expr], Option<&'a Expr>)> {
    match (args, keywords) {
        ([_] | [_, _] | [_, _, _], []) => Some((args, None)),
        ([_] | [_, _] | [_, _, _], [(name, dtype)]) if name == "dtype" => Some((args, Some(dtype))),
        ([bounds @ .., dtype], []) if bounds.len() == 3 => Some((bounds, Some(dtype))),
        _ => None,
    }
}

/// The arguments of `linspace` by their meaning.
#[derive(Clone, Copy, Debug)]
pub struct Linspace<'a> {
    pub start: &'a Expr,
    pub stop: &'a Expr,
    /// 50 if not given.
    pub count: Option<&'a Expr>,
    pub endpoint: bool,
}

/// `None` if some argument has no native meaning.
pub fn linspace_arguments<'a>(
    module: &Module,
    args: &'a [Expr],
    keywords: &'a [(String, Expr)],
) -> Option<Linspace<'a>> {
    let slots = bind(&["start", "stop", "num", "endpoint", "retstep", "dtype"], args, keywords)?;
    let flag = |slot: Option<&Expr>, default| match slot.map(|expr| &expr.kind) {
        None => Some(default),
        Some(ExprKind::Const(Const::Bool(value))) => Some(*value),
        Some(_) => None,
    };
    let plain_dtype = match slots[5] {
        Some(expr) => dtype(module, expr)? == Repr::F64,
        None => true,
    };
    let endpoint = flag(slots[3], true)?;
    (!flag(slots[4], false)? && plain_dtype).then_some(())?;
    Some(Linspace { start: slots[0]?, stop: slots[1]?, count: slots[2], endpoint })
}

/// The arguments of `eye` (and `identity`) by their meaning.
#[derive(Clone, Copy, Debug)]
pub struct Eye<'a> {
    pub rows: &'a Expr,
    pub columns: Option<&'a Expr>,
    pub k: Option<&'a Expr>,
    pub dtype: Repr,
}

/// `None` if some argument has no native meaning.
pub fn eye_arguments<'a>(module: &Module, args: &'a [Expr], keywords: &'a [(String, Expr)]) -> Option<Eye<'a>> {
    // `identity` has no more than the first and the dtype, which is its second: that one is no number.
    let second_is_dtype = args.len() == 2 && dtype(module, &args[1]).is_some();
    let slots = match second_is_dtype || keywords.first().is_some_and(|(name, _)| name == "n") {
        true => {
            let slots = bind(&["n", "dtype"], args, keywords)?;
            vec![slots[0], None, None, slots[1]]
        }
        false => bind(&["N", "M", "k", "dtype"], args, keywords)?,
    };
    let not_none = |slot: Option<&'a Expr>| slot.filter(|expr| !matches!(expr.kind, ExprKind::Const(Const::None)));
    let dtype = match slots[3] {
        Some(expr) => dtype(module, expr)?,
        None => Repr::F64,
    };
    Some(Eye { rows: slots[0]?, columns: not_none(slots[1]), k: slots[2], dtype })
}

/// Binds arguments to parameter names; `None` on a surplus, unknown or doubled one. (`shape` also goes by `a` and
/// `prototype` in NumPy's `_like` functions, positionally only here.)
pub fn bind<'a>(names: &[&str], args: &'a [Expr], keywords: &'a [(String, Expr)]) -> Option<Vec<Option<&'a Expr>>> {
    let mut slots: Vec<Option<&Expr>> = vec![None; names.len()];
    if args.len() > names.len() {
        return None;
    }
    for (slot, arg) in slots.iter_mut().zip(args) {
        *slot = Some(arg);
    }
    for (name, value) in keywords {
        let at = names.iter().position(|known| known == name)?;
        if slots[at].replace(value).is_some() {
            return None;
        }
    }
    Some(slots)
}

/// A new C-contiguous array that follows NumPy's rules.
pub fn new_array(dtype: Repr, ndim: usize) -> Option<Type> {
    // Ranks beyond NumPy's own limit would be refused at run time; small ones keep generated types small.
    let ndim = u8::try_from(ndim).ok().filter(|ndim| *ndim <= 8)?;
    Some(Type::Array(ArrayType::numpy(dtype, ndim, Layout::C)))
}

/// How many axes a shape argument of this type gives.
pub fn rank_of_shape(shape: &Type) -> Option<usize> {
    let integer = |ty: &Type| ty.num().is_some_and(|num| num.repr.is_integer());
    match shape {
        ty if integer(ty) => Some(1),
        Type::Tuple(items) => items.iter().all(integer).then_some(items.len()),
        _ => None,
    }
}

/// The leaves of a nested literal `[[1, 2], [3, 4]]` and its shape; `None` if it is ragged or empty.
pub fn nested_literal(expr: &Expr) -> Option<(Vec<usize>, Vec<&Expr>)> {
    let (ExprKind::List(items) | ExprKind::Tuple(items)) = &expr.kind else {
        return Some((Vec::new(), vec![expr]));
    };
    let mut parts = items.iter().map(nested_literal);
    let (inner, mut leaves) = parts.next()??;
    for part in parts {
        let (shape, more) = part?;
        if shape != inner {
            return None;
        }
        leaves.extend(more);
    }
    let mut shape = vec![items.len()];
    shape.extend(inner);
    Some((shape, leaves))
}

/// The dtype that NumPy gives an array made of this scalar.
pub fn dtype_of_scalar(ty: &Type) -> Option<Repr> {
    ty.num().map(|num| num.repr)
}
