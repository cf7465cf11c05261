//! Calls of functions of the module: which argument each parameter gets, the instance that runs, and what becomes of
//! lists.

use super::dialects;
use crate::hir::{Expr, FuncId, Function, ParamKind, Written};
use crate::ty::{ArrayType, Form, Kind, Layout, Num, Repr, Rules, Type};
use crate::types::body::{Body, holds_list, is_nested};
use crate::types::{Callee, InstId, constant, join};

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
    pub(super) fn native_call(
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
                    Some(constant::default(self.module(), function, default)?.ty())
                }
            })
            .collect::<Option<_>>()?;
        if given.iter().any(is_unsettled) {
            // What the list will hold is not known yet; if it never is, the interpreter's list will do.
            return (!self.inference.is_late()).then_some((Callee::Python, Type::Never));
        }
        if self.is_of_other_dialect(id) {
            let into_c = self.module().is_of_pyx(function);
            let params = if into_c { dialects::params(function, &given)? } else { dialects::classes(&given)? };
            let params = if into_c { params } else { native_params(function, &params)? };
            let instance = self.inference.instance(id, params)?;
            let returned = &self.inference.instances[instance.0 as usize].returns;
            let result = if into_c { dialects::result(returned)? } else { dialects::object(returned)? };
            return Some((Callee::Native { instance, args: sources }, result));
        }
        if function.c.is_none() && asks_for_other_classes(function, &given) {
            return None;
        }
        let id = self.specialized(id, &sources, &given)?;
        let function = &self.module().functions[id.0 as usize];
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

    /// Whether a function of a sibling is in Cython's dialect and this one is not.
    pub(super) fn is_of_other_dialect(&self, id: FuncId) -> bool {
        self.module().crosses_dialects(self.function, id)
    }

    /// The function itself, or which of its specializations the arguments choose. A Python function with fused parameters
    /// chooses when it is called.
    fn specialized(&self, id: FuncId, sources: &[Source], given: &[Type]) -> Option<FuncId> {
        let function = &self.module().functions[id.0 as usize];
        let Some(fused) = &function.fused else { return Some(id) };
        let passed = sources.iter().zip(given);
        let passed = passed.map(|(source, ty)| (!matches!(source, Source::Default(_))).then(|| ty.clone()));
        let passed: Vec<Option<Type>> = passed.collect();
        fused.is_static.then(|| super::fused::best(self.module(), function, &passed).ok()).flatten()
    }

    /// The lists among the parameters of an instance that it changes to what no native list holds.
    fn outgrown(&self, id: FuncId, instance: InstId) -> Vec<usize> {
        let function = &self.module().functions[id.0 as usize];
        let (kept, instance) =
            (&self.inference.uses[id.0 as usize].kept, &self.inference.instances[instance.0 as usize]);
        let outgrown = |at: usize| {
            let web = function.params[at].web;
            holds_list(&instance.params[at]) && *instance.web(web) == Type::Object && kept.contains(&web)
        };
        (0..instance.params.len()).filter(|at| outgrown(*at)).collect()
    }

    /// A list that the callee takes as an object and changes or keeps is an object here, too.
    pub(super) fn share_lists(
        &mut self,
        id: FuncId,
        callee: &Callee,
        args: &'a [Expr],
        keywords: &'a [(String, Expr)],
    ) {
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
            if kept && object && holds_list(self.instance.expr(arg.id)) {
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
            is_nested(ty) || holds_list(ty) && (kept || uses.leaked.contains(&web))
        };
        let params = params.into_iter().enumerate();
        params.map(|(at, ty)| if stays(at, &ty) { Type::Object } else { ty }).collect()
    }
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
                Some(declared) if function.c.is_some() => c_passed(given, declared),
                Some(declared) if function.pure_c => pure_passed(given, declared),
                Some(declared) => passed(given, declared),
            });
            params.collect::<Option<Vec<Type>>>()
        })
    };
    let exact = (function.signatures.len() > 1).then(|| fits(true)).flatten();
    exact.or_else(|| fits(false))
}

/// Whether a `.py` wants an argument's class checked: Python's call does. To a function of C's objects are converted
/// where it is called.
fn asks_for_other_classes(function: &Function, given: &[Type]) -> bool {
    function.params.iter().zip(given).any(|(param, given)| match (param.written.as_ref(), given) {
        (Some(Written { class: Some(class), .. }), Type::List(_)) => class != "list",
        (Some(Written { class: Some(_), none, .. }), Type::None) => !none,
        (Some(Written { class: Some(_), .. }), _) => !function.pure_c,
        _ => false,
    })
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
        (Type::Num(Num::UINT), Type::Num(Num::INT)) => Some(given.clone()),
        (Type::Num(given), Type::Num(want)) => number_passes(*given, *want).then_some(Type::Num(*want)),
        (Type::Array(given), Type::Array(want)) => array_passes(*given, *want),
        (Type::List(_), Type::List(_)) if join(given, declared) == *declared => Some(declared.clone()),
        (Type::Char, Type::Str) => Some(Type::Str),
        (Type::Pointer(_) | Type::Fixed(..), Type::Pointer(_))
        | (Type::Pointer(_), Type::Function(_))
        | (Type::Fixed(..), Type::Array(_)) => Some(declared.clone()),
        (Type::Bytes, Type::Pointer(_)) => Some(declared.clone()),
        (Type::Tuple(given), Type::Tuple(want)) if given.len() == want.len() => {
            let items = given.iter().zip(want).map(|(given, want)| passed(given, want));
            Some(Type::Tuple(items.collect::<Option<_>>()?))
        }
        (Type::None, Type::Array(view)) if view.none => Some(declared.clone()),
        // An object may be an integer of any size: the interpreter's call takes it.
        (Type::Object, Type::Num(want)) if want.rules == Rules::Python && want.repr.is_integer() => None,
        // A Python object is checked and converted at the call.
        (Type::Object, declared) => Some(declared.clone()),
        _ => None,
    }
}

/// As [`passed`], for a function of a `.pyx`: C converts every number to every other, and objects at the call.
fn c_passed(given: &Type, declared: &Type) -> Option<Type> {
    match (given, declared) {
        (Type::Num(from), Type::Num(to)) => (!from.repr.is_complex() || to.repr.is_complex()).then(|| declared.clone()),
        (Type::Object, declared) => Some(declared.clone()),
        (_, Type::Object) => Some(Type::Object),
        (Type::Char, Type::Num(_)) | (Type::Num(_) | Type::Str, Type::Char) => Some(declared.clone()),
        (Type::Str, Type::Pointer(item)) if item.is_byte() => Some(declared.clone()),
        // A list that is written out; others the conversion refuses.
        (Type::List(_), Type::Pointer(_)) => Some(declared.clone()),
        // A literal of one character; others the conversion refuses.
        (Type::Bytes | Type::Str, Type::Num(num)) if num.rules == Rules::C => Some(declared.clone()),
        // What a view of another array would be is found out at the call.
        (Type::Array(from), Type::Array(to)) if from.form != to.form && !from.conforms_to(*to) => {
            Some(declared.clone())
        }
        (Type::None, Type::Array(view)) if view.form != Form::Array => {
            Some(Type::Array(ArrayType { none: true, ..*view }))
        }
        _ if held_by_python(given, declared) => Some(declared.clone()),
        _ => passed(given, declared),
    }
}

/// Whether what C calls by the type is made of Python's object that the value is.
fn held_by_python(given: &Type, declared: &Type) -> bool {
    let view = |ty: &Type| matches!(ty, Type::Array(view) if view.form != Form::Array);
    match given {
        Type::Bytes | Type::Str | Type::Range => view(declared),
        Type::List(_) | Type::Tuple(_) => view(declared) || matches!(declared, Type::Struct(_)),
        _ => false,
    }
}

/// As [`passed`], for a function that pure mode makes one of C's: numbers are converted as where variables are assigned.
fn pure_passed(given: &Type, declared: &Type) -> Option<Type> {
    match (given, declared) {
        (Type::Num(from), Type::Num(to))
            if to.rules == Rules::C && from.repr.kind() <= to.repr.kind().max(Kind::Unsigned) =>
        {
            Some(declared.clone())
        }
        _ if held_by_python(given, declared) => Some(declared.clone()),
        _ => passed(given, declared),
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
    if given.dtype != want.dtype || given.ndim != want.ndim || given.readonly && !want.readonly {
        return None;
    }
    let layout = match (given.layout, want.layout) {
        (given, Layout::Strided) => given,
        (Layout::C, Layout::C | Layout::Inner) => Layout::C,
        (Layout::F, Layout::F) => Layout::F,
        (Layout::Inner, Layout::Inner) => Layout::Inner,
        _ => return None,
    };
    Some(Type::Array(ArrayType { layout, none: given.none, ..want }))
}
