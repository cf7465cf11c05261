//! What a call expression calls, and what it gives.

use super::body::Body;
use super::create::like_array;
use super::expr::{constant_type, list_of};
use super::special::{self, Special};
use super::{Callee, InstId, constant, iterate, join, join_exact, lists, methods, resolve, row};
use crate::hir::{BinOp, Expr, ExprKind, FuncId, Function, Module, ParamKind};
use crate::ty::{ArrayType, Kind, Layout, Num, Repr, Rules, Type};

/// Where a parameter of a native call takes its value from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Positional argument of this index.
    Arg(usize),
    /// Keyword argument of this index.
    Keyword(usize),
    /// The default of the parameter of this index, a constant.
    Default(usize),
}

impl<'a> Body<'a, '_> {
    pub(super) fn call(
        &mut self,
        whole: &'a Expr,
        func: &'a Expr,
        args: &'a [Expr],
        keywords: &'a [(String, Expr)],
    ) -> Type {
        let types: Vec<Type> = args.iter().map(|arg| self.expr(arg)).collect();
        let keyword_types: Vec<Type> = keywords.iter().map(|(_, value)| self.expr(value)).collect();
        if types.iter().chain(&keyword_types).any(|ty| *ty == Type::Never) {
            self.note_receiver(func);
            return Type::Never;
        }
        let native = self.called(func, args, keywords, &types, &keyword_types);
        let native = native.filter(|(callee, _)| {
            // `min(1, 2.5)` is an `int`: where the caller sees it, the interpreter says which it is.
            let picks = matches!(callee, Callee::Special(Special::Min | Special::Max));
            !(picks && self.returned_as_is.contains(&whole.id) && types.len() > 1 && !same_types(&types))
        });
        let (callee, ty) = native.unwrap_or_else(|| {
            self.leak_receiver(func);
            let reads = resolve::path(self.module(), func).is_some_and(|path| lists::is_reader(&path.name));
            if !reads {
                args.iter().chain(keywords.iter().map(|(_, value)| value)).for_each(|arg| self.leak(arg));
            }
            self.expr(func);
            (Callee::Python, Type::Object)
        });
        self.instance.callees.insert(whole.id, callee);
        ty
    }

    /// Types the object a method is called on, also where the call itself cannot be typed yet.
    fn note_receiver(&mut self, func: &'a Expr) -> Option<Type> {
        match &func.kind {
            ExprKind::Attribute { value, .. } if resolve::path(self.module(), func).is_none() => Some(self.expr(value)),
            _ => None,
        }
    }

    /// A method that the interpreter runs on a list may change it: the list must be the interpreter's, too.
    fn leak_receiver(&mut self, func: &'a Expr) {
        let ExprKind::Attribute { value, name } = &func.kind else { return };
        if lists::READ_METHODS.contains(&name.as_str()) || !super::body::holds_list(&self.expr(value)) {
            return;
        }
        self.leak(value);
    }

    fn called(
        &mut self,
        func: &'a Expr,
        args: &'a [Expr],
        keywords: &'a [(String, Expr)],
        types: &[Type],
        keyword_types: &[Type],
    ) -> Option<(Callee, Type)> {
        if let Some(id) = resolve::function(self.module(), func) {
            let (callee, ty) = self.native_call(id, types, keywords, keyword_types)?;
            self.share_lists(id, &callee, args, keywords);
            return Some((callee, ty));
        }
        if let Some(path) = resolve::path(self.module(), func) {
            if let Some(special) = special::function(&path.name) {
                let (special, ty) = self.special(special, args, keywords, types)?;
                return Some((Callee::Special(special), ty));
            }
            let fit = keywords.is_empty().then(|| row::fit(&path.name, types)).flatten()?;
            return Some((Callee::Row { row: fit.row, params: fit.params }, fit.result));
        }
        let receiver = self.note_receiver(func);
        let ExprKind::Attribute { value, name } = &func.kind else { return None };
        if !keywords.is_empty() {
            return None;
        }
        self.method(value, &receiver?, name, args, types)
    }

    fn method(
        &mut self,
        value: &'a Expr,
        receiver: &Type,
        name: &str,
        args: &[Expr],
        types: &[Type],
    ) -> Option<(Callee, Type)> {
        if *receiver == Type::Never {
            return Some((Callee::Python, Type::Never));
        }
        if let (Type::List(_), "append", [arg]) = (receiver, name, types) {
            self.takes(value, arg);
        }
        if let (Type::Array(array), "astype", [dtype]) = (receiver, name, args) {
            return Some((Callee::Special(Special::AsType), self.converted_copy(*array, Some(dtype))?));
        }
        let (special, ty) = methods::method(receiver, name, types)?;
        Some((Callee::Special(special), ty))
    }

    fn native_call(
        &mut self,
        id: FuncId,
        types: &[Type],
        keywords: &[(String, Expr)],
        keyword_types: &[Type],
    ) -> Option<(Callee, Type)> {
        let function = &self.module().functions[id.0 as usize];
        if function.left.is_some() || function.in_class {
            return None;
        }
        let sources = bind_params(function, types.len(), keywords)?;
        let given: Vec<Type> = sources
            .iter()
            .enumerate()
            .map(|(param, source)| match source {
                Source::Arg(at) => Some(types[*at].clone()),
                Source::Keyword(at) => Some(keyword_types[*at].clone()),
                Source::Default(_) => {
                    let default = function.params[param].default.as_ref()?;
                    Some(constant_type(&constant::constant(self.module(), default)?))
                }
            })
            .collect::<Option<_>>()?;
        if given.iter().any(is_unsettled) {
            // What the list will hold is not known yet; if it never is, the interpreter's list will do.
            return (!self.inference.is_late()).then_some((Callee::Python, Type::Never));
        }
        let params = native_params(function, &given)?;
        let mut params = self.list_params(id, params, &given);
        let mut instance = self.inference.instance(id, params.clone())?;
        let objects = self.outgrown(id, instance);
        if !objects.is_empty() {
            objects.into_iter().for_each(|at| params[at] = Type::Object);
            instance = self.inference.instance(id, params)?;
        }
        let result = self.inference.instances[instance.0 as usize].returns.clone();
        Some((Callee::Native { instance, args: sources }, result))
    }

    /// The lists among the parameters of an instance that it changes to what no native list holds.
    fn outgrown(&self, id: FuncId, instance: InstId) -> Vec<usize> {
        let function = &self.module().functions[id.0 as usize];
        let (kept, instance) =
            (&self.inference.uses[id.0 as usize].kept, &self.inference.instances[instance.0 as usize]);
        let outgrown = |at: usize| {
            let web = function.params[at].web;
            super::body::holds_list(&instance.params[at]) && *instance.web(web) == Type::Object && kept.contains(&web)
        };
        (0..instance.params.len()).filter(|at| outgrown(*at)).collect()
    }

    /// A list that the callee takes as an object and changes or keeps is an object here, too.
    fn share_lists(&mut self, id: FuncId, callee: &Callee, args: &'a [Expr], keywords: &'a [(String, Expr)]) {
        let Callee::Native { instance, args: sources } = callee else { return };
        let function = &self.module().functions[id.0 as usize];
        for (at, source) in sources.iter().enumerate() {
            let kept = self.inference.uses[id.0 as usize].kept.contains(&function.params[at].web);
            let arg = match source {
                Source::Arg(at) => &args[*at],
                Source::Keyword(at) => &keywords[*at].1,
                Source::Default(_) => continue,
            };
            let object = self.inference.instances[instance.0 as usize].params[at] == Type::Object;
            if kept && object && super::body::holds_list(self.instance.expr(arg.id)) {
                self.leak(arg);
            }
        }
    }

    /// A list that leaks in the callee, or that is an object here and kept there, stays an object.
    fn list_params(&self, id: FuncId, params: Vec<Type>, given: &[Type]) -> Vec<Type> {
        let function = &self.module().functions[id.0 as usize];
        let uses = &self.inference.uses[id.0 as usize];
        let stays = |at: usize, ty: &Type| {
            let web = function.params[at].web;
            let kept = given[at] == Type::Object && uses.kept.contains(&web);
            super::body::holds_list(ty) && (kept || uses.leaked.contains(&web))
        };
        let params = params.into_iter().enumerate();
        params.map(|(at, ty)| if stays(at, &ty) { Type::Object } else { ty }).collect()
    }

    fn special(
        &mut self,
        special: Special,
        args: &'a [Expr],
        keywords: &'a [(String, Expr)],
        types: &[Type],
    ) -> Option<(Special, Type)> {
        let module = self.module();
        let plain = keywords.is_empty();
        let ty = match &special {
            Special::NewArray(fill) => return self.new_array(*fill, args, keywords).map(|ty| (special, ty)),
            Special::NewLike(fill) => return self.new_like(*fill, args, keywords).map(|ty| (special, ty)),
            Special::Arange => self.arange(args, keywords)?,
            Special::Linspace => self.linspace(args, keywords)?,
            Special::Eye => self.eye(args, keywords)?,
            Special::ArrayLiteral => self.array_literal(args, keywords)?,
            _ if !plain => return None,
            Special::Len => match types {
                [Type::Object] => Type::INT,
                [
                    Type::Array(_)
                    | Type::List(_)
                    | Type::Str
                    | Type::Char
                    | Type::Bytes
                    | Type::Tuple(_)
                    | Type::Range,
                ] => Type::INT,
                _ => return None,
            },
            Special::Abs => abs_type(types)?,
            Special::Min | Special::Max => min_max_type(types)?,
            // What a generator expression and the start evaluate first would change places.
            Special::Sum if args.first().is_some_and(is_lazy) && args.get(1).is_some_and(|start| !is_plain(start)) => {
                return None;
            }
            Special::Sum => self.sum_type(types)?,
            Special::Any | Special::All => match (args, types) {
                ([arg], _) if is_lazy(arg) => Type::BOOL,
                ([_], [ty]) if iterate::item_type(ty).num().is_some() => Type::BOOL,
                _ => return None,
            },
            Special::List => match (args, types) {
                ([], _) => Type::List(Box::new(Type::Never)),
                ([arg], [ty]) if is_lazy(arg) => ty.clone(),
                (_, [ty]) if iterate::is_native(ty) => match list_of(iterate::item_type(ty)) {
                    Type::Object => return None,
                    list => list,
                },
                _ => return None,
            },
            Special::Int => int_type(types)?,
            Special::Float => match types {
                [] => Type::FLOAT,
                [Type::Num(num)] if !num.repr.is_complex() => Type::FLOAT,
                _ => return None,
            },
            Special::Bool => match types {
                [] | [_] if types.iter().all(has_native_truth) => Type::BOOL,
                _ => return None,
            },
            Special::Complex => match types {
                [] => Type::COMPLEX,
                [Type::Num(_)] => Type::COMPLEX,
                [Type::Num(a), Type::Num(b)] if !a.repr.is_complex() && !b.repr.is_complex() => Type::COMPLEX,
                _ => return None,
            },
            Special::Round => round_type(types)?,
            Special::Pow if types.len() == 3 => {
                let int = |ty: &Type| *ty == Type::INT || *ty == Type::BOOL;
                return types.iter().all(int).then_some((Special::PowMod, Type::INT));
            }
            Special::Pow => match types {
                [left, right] => self.native_binary(BinOp::Pow, left, right, &args[0], &args[1])?,
                _ => return None,
            },
            Special::Divmod => match types {
                [left, right] => {
                    let quotient = self.native_binary(BinOp::FloorDiv, left, right, &args[0], &args[1])?;
                    Type::Tuple(vec![quotient.clone(), quotient])
                }
                _ => return None,
            },
            Special::Ord => match types {
                [Type::Char | Type::Str] => Type::INT,
                _ => return None,
            },
            Special::Chr => match types {
                [ty] if super::index::is_index(ty) => Type::Char,
                _ => return None,
            },
            Special::Range => match types {
                [_] | [_, _] | [_, _, _] if types.iter().all(super::index::is_index) => Type::Range,
                _ => return None,
            },
            Special::Cast(num) => cast_type(*num, types, args, module)?,
            // `numpy.copy` keeps the order of axes in memory, `a.copy()` does not.
            Special::CopyArray => match types {
                [Type::Array(array)] => like_array(array.dtype, *array)?,
                _ => return None,
            },
            Special::FillArray
            | Special::AsType
            | Special::PowMod
            | Special::Append
            | Special::Pop
            | Special::ListKernel { .. }
            | Special::Conjugate
            | Special::IsInteger
            | Special::BitLength => return None,
        };
        Some((special, ty))
    }

    fn native_binary(&self, op: BinOp, left: &Type, right: &Type, a: &Expr, b: &Expr) -> Option<Type> {
        match self.binary_type(op, left, right, Some(a), Some(b)) {
            Type::Object => None,
            ty => Some(ty),
        }
    }

    /// `sum` starts from the integer 0 and adds one by one.
    fn sum_type(&self, types: &[Type]) -> Option<Type> {
        let (item, start) = match types {
            [iterable] => (iterate::item_type(iterable), Type::INT),
            [iterable, start] => (iterate::item_type(iterable), start.clone()),
            _ => return None,
        };
        if !matches!(types[0], Type::List(_) | Type::Array(_) | Type::Tuple(_) | Type::Range) {
            return None;
        }
        let (num, first) = (item.num()?, start.num()?);
        let python = num.rules == Rules::Python;
        // Since 3.14 `sum` of complex numbers is compensated, too; and that of floats leaves out the first addition if it
        // starts from an integer.
        let unsure =
            python && (num.repr.is_complex() || num.repr.is_float() && first.repr.is_integer() && types.len() > 1);
        if unsure || first.repr.is_float() && num.repr.is_integer() && python {
            return None;
        }
        let add = |left: &Type| match self.binary_type(BinOp::Add, left, &item, None, None) {
            Type::Num(num) => Some(Type::Num(num)),
            _ => None,
        };
        let total = add(&start)?;
        (add(&total)? == total).then_some(total)
    }
}

/// Whether values of all the types come back to Python as one class.
fn same_types(types: &[Type]) -> bool {
    types.iter().fold(Type::Never, |joined, ty| join_exact(&joined, ty)) != Type::Object
}

/// Where each parameter takes its value from; `None` if Python would have to say what is wrong, or pack arguments.
fn bind_params(function: &Function, args: usize, keywords: &[(String, Expr)]) -> Option<Vec<Source>> {
    let mut used = 0;
    let mut sources = Vec::new();
    for (at, param) in function.params.iter().enumerate() {
        let keyword = keywords.iter().position(|(name, _)| *name == param.name);
        let positional = matches!(param.kind, ParamKind::PositionalOnly | ParamKind::Positional) && at < args;
        let source = match (param.kind, keyword) {
            (ParamKind::VarArgs | ParamKind::VarKeywords, _) => return None,
            (_, Some(_)) if positional => return None,
            (ParamKind::PositionalOnly, Some(_)) => return None,
            (_, Some(keyword)) => {
                used += 1;
                Source::Keyword(keyword)
            }
            (_, None) if positional => Source::Arg(at),
            (_, None) if param.default.is_some() => Source::Default(at),
            _ => return None,
        };
        sources.push(source);
    }
    let positional = function.params.iter().filter(|param| param.kind != ParamKind::KeywordOnly).count();
    (used == keywords.len() && args <= positional).then_some(sources)
}

/// The parameter types of the instance a native call runs: what the callee declares, else what it is given.
fn native_params(function: &Function, given: &[Type]) -> Option<Vec<Type>> {
    if function.signatures.is_empty() {
        return Some(given.to_vec());
    }
    let fits = |exact: bool| {
        function.signatures.iter().find_map(|signature| {
            let declared = signature.params.iter().chain(std::iter::repeat(&None));
            let params = given.iter().zip(declared).map(|(given, declared)| match declared {
                None => Some(given.clone()),
                Some(declared) if exact && !same_class(given, declared) => None,
                Some(declared) => passed(given, declared),
            });
            params.collect::<Option<Vec<Type>>>()
        })
    };
    let exact = (function.signatures.len() > 1).then(|| fits(true)).flatten();
    exact.or_else(|| fits(false))
}

/// Whether the type is of a list that has been given no items yet.
fn is_unsettled(ty: &Type) -> bool {
    matches!(ty, Type::List(item) if **item == Type::Never)
}

/// Whether overload dispatch takes this argument for this parameter.
fn same_class(given: &Type, declared: &Type) -> bool {
    match (given, declared) {
        (Type::Num(a), Type::Num(b)) => a.repr == b.repr,
        (Type::Array(a), Type::Array(b)) => a.dtype == b.dtype && a.ndim == b.ndim,
        (a, b) => a == b,
    }
}

/// The type an argument has inside the callee; `None` if the call would be refused or only Python can convert.
fn passed(given: &Type, declared: &Type) -> Option<Type> {
    match (given, declared) {
        (given, declared) if given == declared => Some(declared.clone()),
        // An `int` that is held unsigned stays one.
        (Type::Num(Num { repr: Repr::U64, rules: Rules::Python }), Type::Num(Num::INT)) => Some(given.clone()),
        (Type::Num(given), Type::Num(want)) => number_passes(*given, *want).then_some(Type::Num(*want)),
        (Type::Array(given), Type::Array(want)) => array_passes(*given, *want),
        (Type::List(_), Type::List(_)) if join(given, declared) == *declared => Some(declared.clone()),
        (Type::Char, Type::Str) => Some(Type::Str),
        (Type::Tuple(given), Type::Tuple(want)) if given.len() == want.len() => {
            let items = given.iter().zip(want).map(|(given, want)| passed(given, want));
            Some(Type::Tuple(items.collect::<Option<_>>()?))
        }
        // An object may be an integer of any size: the interpreter's call takes it.
        (Type::Object, Type::Num(want)) if want.rules == Rules::Python && want.repr.is_integer() => None,
        // A Python object is checked and converted at the call.
        (Type::Object, declared) => Some(declared.clone()),
        _ => None,
    }
}

fn number_passes(given: Num, want: Num) -> bool {
    match (given.repr.kind(), want.repr.kind()) {
        (Kind::Bool, Kind::Bool) => true,
        (_, Kind::Bool) => false,
        (Kind::Bool | Kind::Signed | Kind::Unsigned, Kind::Signed | Kind::Unsigned) => {
            given.repr == want.repr || want.repr == Repr::I64
        }
        (Kind::Complex, kind) => kind == Kind::Complex,
        (Kind::Float, kind) => kind >= Kind::Float,
        (Kind::Bool | Kind::Signed | Kind::Unsigned, Kind::Float | Kind::Complex) => true,
    }
}

fn array_passes(given: ArrayType, want: ArrayType) -> Option<Type> {
    if given.dtype != want.dtype || given.ndim != want.ndim {
        return None;
    }
    let layout = match (given.layout, want.layout) {
        (given, Layout::Strided) => given,
        (Layout::C, Layout::C | Layout::Inner) => Layout::C,
        (Layout::F, Layout::F) => Layout::F,
        (Layout::Inner, Layout::Inner) => Layout::Inner,
        _ => return None,
    };
    Some(Type::Array(ArrayType { layout, ..want }))
}

/// Whether `bool(value)` needs no interpreter.
pub fn has_native_truth(ty: &Type) -> bool {
    match ty {
        Type::Never | Type::Array(_) | Type::Object => false,
        Type::None
        | Type::Num(_)
        | Type::Char
        | Type::Str
        | Type::Bytes
        | Type::List(_)
        | Type::Tuple(_)
        | Type::Range => true,
    }
}

fn abs_type(types: &[Type]) -> Option<Type> {
    let [Type::Num(num)] = types else { return None };
    let repr = match (num.repr, num.rules) {
        (Repr::Bool, Rules::Python) => Repr::I64,
        (Repr::Bool, _) => return None,
        (Repr::C64, _) => Repr::F32,
        (Repr::C128, _) => Repr::F64,
        (repr, _) => repr,
    };
    Some(Type::Num(Num { repr, ..*num }))
}

fn min_max_type(types: &[Type]) -> Option<Type> {
    let native = |ty: &Type| ty.num().is_some_and(|num| !num.repr.is_complex());
    match types {
        [_, _, ..] if types.iter().all(native) => {
            let joined = types.iter().fold(Type::Never, |joined, ty| join(&joined, ty));
            (joined != Type::Object).then_some(joined)
        }
        [one] => {
            let item = match one {
                Type::Array(array) if array.ndim == 1 => iterate::item_type(one),
                Type::List(item) => (**item).clone(),
                Type::Tuple(_) | Type::Range => iterate::item_type(one),
                _ => return None,
            };
            native(&item).then_some(item)
        }
        _ => None,
    }
}

/// Whether evaluating it has no effect and cannot fail.
fn is_plain(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Const(_) | ExprKind::Local { check_bound: false, .. } => true,
        ExprKind::Unary { operand, .. } => matches!(operand.kind, ExprKind::Const(_)),
        _ => false,
    }
}

/// Whether it is a generator expression that the call around consumes.
pub fn is_lazy(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::ListComp { lazy: true, .. })
}

fn int_type(types: &[Type]) -> Option<Type> {
    match types {
        [] => Some(Type::INT),
        [Type::Num(num)] if !num.repr.is_complex() => Some(match num.repr {
            Repr::U64 => Type::Num(Num { repr: Repr::U64, rules: Rules::Python }),
            _ => Type::INT,
        }),
        _ => None,
    }
}

fn round_type(types: &[Type]) -> Option<Type> {
    match types {
        [Type::Num(num)] if num.rules == Rules::Python && !num.repr.is_complex() => Some(Type::INT),
        [Type::Num(num), digits] if *num == Num::FLOAT && super::index::is_index(digits) => Some(Type::FLOAT),
        _ => None,
    }
}

/// `np.int32(x)` of a number it can hold without NumPy's opinion.
fn cast_type(num: Num, types: &[Type], args: &[Expr], module: &Module) -> Option<Type> {
    let _ = (args, module);
    match types {
        [Type::Num(from)] => {
            let narrowing = from.repr.kind() > num.repr.kind();
            let complex = from.repr.is_complex() && !num.repr.is_complex();
            let to_bool = num.repr == Repr::Bool && from.repr != Repr::Bool;
            let allowed = !complex && !to_bool && (!narrowing || num.repr.is_integer());
            allowed.then_some(Type::Num(num))
        }
        _ => None,
    }
}
