//! Where Python objects come from, and what to change so that they are native values.
//!
//! `p.x * 2` is Python's to compute, since `p` is an item of `particles`, which has no annotation: the chain is followed
//! to the place where the source could say more.

use super::builder::Lower;
use super::definitions::{Definition, definitions};
use crate::hir::{self, CompKind, ExprKind as Hir, Global, Guess, IndexItem, Misread, ParamKind, WebId};
use crate::ir::{Expr, ExprKind};
use crate::ty::Type;
use crate::types::{Callee, resolve};
use std::collections::BTreeSet;

/// Variables that a chain goes through: a reader follows few, and each is looked for in the whole function.
const LONGEST: usize = 12;
/// Of what stands for a lambda, an import and the like.
pub(super) const SNIPPET: &str = "the interpreter runs this part";
const WRITE_A_LOOP: &str = "write a loop over the items";
pub(super) const KEEP_IN_ARRAYS: &str =
    "attributes of objects have no native form: keep the numbers in arrays, or pass them as arguments";

/// Where a Python object comes from.
pub(super) struct Origin {
    /// What is first called an object on the way: `p`.
    pub subject: Option<String>,
    /// A clause: "`particles` has no annotation".
    pub because: String,
    pub line: u32,
    pub hint: Option<String>,
}

impl Origin {
    fn named(self, name: &str) -> Self {
        Origin { subject: Some(name.to_owned()), ..self }
    }
}

impl<'a> Lower<'a> {
    pub(super) fn value_origin(&self, value: &Expr) -> Option<Origin> {
        let web = match value.kind {
            ExprKind::Local(local) | ExprKind::Take(local) if value.ty == Type::Object => self.web_of(local)?,
            _ => return None,
        };
        self.variable_origin(web, &mut BTreeSet::new())
    }

    fn here(&self, expr: &hir::Expr, because: String, hint: Option<String>) -> Origin {
        Origin { subject: None, because, line: self.line_of(expr.span), hint }
    }

    /// Why the value of an expression is no native one; `None` if it is native, or if there is nothing to say.
    pub(super) fn origin(&self, expr: &'a hir::Expr, seen: &mut BTreeSet<WebId>) -> Option<Origin> {
        if self.type_of(expr) != Type::Object {
            return None;
        }
        match &expr.kind {
            Hir::Local { web, .. } => self.variable_origin(*web, seen),
            Hir::Global(name) => Some(self.global_origin(self.line_of(expr.span), name)),
            Hir::Attribute { value, name } => self.attribute_origin(expr, value, name, seen),
            Hir::Index { value, .. } if self.type_of(value) == Type::Object => self.origin(value, seen),
            Hir::Index { value, index } => Some(self.index_origin(value, index)),
            Hir::Call { func, args, .. } => self.call_origin(expr, func, args, seen),
            Hir::Unary { operand, .. } => self.operation_origin(expr, &[operand], seen),
            Hir::Binary { left, right, .. } => self.operation_origin(expr, &[left, right], seen),
            Hir::Compare { left, rest } => {
                let operands: Vec<_> = std::iter::once(&**left).chain(rest.iter().map(|(_, right)| right)).collect();
                self.operation_origin(expr, &operands, seen)
            }
            Hir::Not(value) | Hir::IsSequence(value) | Hir::Walrus { value, .. } => self.origin(value, seen),
            Hir::Bool { values, .. } => self.choice_origin(expr, &values.iter().collect::<Vec<_>>(), seen),
            Hir::IfExp { then, orelse, .. } => self.choice_origin(expr, &[then, orelse], seen),
            Hir::Tuple(items) => self.first_origin(&items.iter().collect::<Vec<_>>(), seen),
            Hir::List(items) => self.list_origin(self.line_of(expr.span), items, seen),
            Hir::Comp { kind: CompKind::List | CompKind::Lazy, element, .. } => self.origin(element, seen),
            Hir::Comp { kind: CompKind::Set, .. } => Some(self.here(expr, "a set has no native form".into(), None)),
            Hir::Comp { kind: CompKind::Dict, .. } => Some(self.here(expr, "a dict has no native form".into(), None)),
            Hir::Set(_) => Some(self.here(expr, "a set has no native form".into(), None)),
            Hir::Dict(_) => Some(self.here(expr, "a dict has no native form".into(), None)),
            Hir::FString(_) => Some(self.here(expr, "an f-string is made by the interpreter".into(), None)),
            Hir::Manager { .. } => Some(self.here(expr, "a context manager is a Python object".into(), None)),
            Hir::Cast { .. } => Some(self.here(expr, "it is cast to an object".into(), None)),
            Hir::Const(_) | Hir::Address(_) | Hir::SizeOf(_) | Hir::TypeOf(_) | Hir::Null | Hir::Left => None,
        }
    }

    pub(super) fn first_origin(&self, exprs: &[&'a hir::Expr], seen: &mut BTreeSet<WebId>) -> Option<Origin> {
        exprs.iter().find_map(|expr| self.origin(expr, seen))
    }

    fn variable_origin(&self, web: WebId, seen: &mut BTreeSet<WebId>) -> Option<Origin> {
        let name = &self.source.webs[web.0 as usize].name;
        if seen.len() == LONGEST || !seen.insert(web) {
            return None;
        }
        if let Some(at) = self.source.params.iter().position(|param| param.web == web) {
            return Some(self.param_origin(at));
        }
        let found = definitions(&self.source.body, web);
        let origins = found.iter().find_map(|definition| match definition {
            Definition::Is(value) => self.origin(value, seen).map(|origin| declarable(origin, name, value)),
            Definition::PartOf(value) => self.origin(value, seen),
            Definition::InPlace { read, value } => self.origin(value, seen).or_else(|| {
                let types = [self.instance.web(*read).clone(), self.type_of(value)];
                operator_origin(self.line_of(value.span), &types)
            }),
            Definition::Exception(span) => Some(Origin {
                subject: None,
                because: "it is an exception".into(),
                line: self.line_of(*span),
                hint: None,
            }),
        });
        origins.or_else(|| self.joined_origin(&found)).map(|origin| origin.named(name))
    }

    /// Values of unrelated types under one name.
    fn joined_origin(&self, found: &[Definition<'a>]) -> Option<Origin> {
        let values = found.iter().filter_map(|definition| match definition {
            Definition::Is(value) => Some((self.type_of(value), self.line_of(value.span))),
            Definition::PartOf(_) | Definition::InPlace { .. } | Definition::Exception(_) => None,
        });
        let mut values = values.collect::<Vec<_>>().into_iter();
        let (first, line) = values.next()?;
        let (second, other) = values.find(|(ty, _)| *ty != first)?;
        let because = format!("it is `{first}` in line {line} and `{second}` in line {other}");
        let hint = Some("give each its own name, or convert one of them".into());
        // Both lines are named in the text.
        Some(Origin { subject: None, because, line: self.line(), hint })
    }

    fn param_origin(&self, at: usize) -> Origin {
        let param = &self.source.params[at];
        let name = &param.name;
        let typed =
            self.source.signatures.iter().any(|signature| signature.params.get(at).is_some_and(Option::is_some));
        let (because, hint) = match param.kind {
            ParamKind::VarArgs => (format!("`{name}` is a tuple of any arguments"), None),
            ParamKind::VarKeywords => (format!("`{name}` is a dict of any arguments"), None),
            _ if typed && self.is_list(at) => (
                format!("`{name}` is a list that the interpreter may keep or change"),
                Some(format!("pass an array and annotate `{name}: pyrx.float64[:]`")),
            ),
            _ if typed => (format!("`{name}` may be any object by its signature"), None),
            _ if at == 0 && self.source.bound => {
                (format!("`{name}` is the object that a method is called on"), Some(KEEP_IN_ARRAYS.into()))
            }
            ParamKind::PositionalOnly | ParamKind::Positional | ParamKind::KeywordOnly => {
                let hint = match self.source.guessed.get(at) {
                    Some(Guess::Type(ty)) => format!("annotate it, for example `{name}: {ty}`"),
                    Some(Guess::Object(Some(decides))) => self.used(name, decides),
                    Some(Guess::Object(None)) | None => {
                        format!("annotate `{name}`, if it is a number, text or an array: these have native forms")
                    }
                };
                match param.annotation {
                    Some(span) => {
                        let (text, suggested) = (self.text_of(span), self.source.suggested.as_deref());
                        let Misread { because, hint: own } = hir::misread(self.module, name, &text, suggested);
                        (because, own.or(Some(hint)))
                    }
                    None => (format!("`{name}` has no annotation"), Some(hint)),
                }
            }
        };
        Origin { subject: Some(name.clone()), because, line: self.line_of(param.span), hint }
    }

    fn is_list(&self, at: usize) -> bool {
        let said = self.source.signatures.iter().filter_map(|signature| signature.params.get(at)?.as_ref());
        said.into_iter().any(|ty| matches!(ty, Type::List(_)))
    }

    pub(super) fn global_origin(&self, line: u32, name: &str) -> Origin {
        let (because, hint) = match self.module.globals.get(name) {
            _ if self.module.star_import => {
                (format!("a star import may bind `{name}`"), Some("import the names that are used".into()))
            }
            Some(Global::Snippet) => (SNIPPET.to_owned(), None),
            Some(Global::Dynamic) => (
                format!("the global `{name}` is a class, or is bound more than once or conditionally"),
                Some(format!("if `{name}` is no class, assign it once at module level or pass it as an argument")),
            ),
            Some(Global::Value { .. }) => {
                (format!("the global `{name}` has no native type"), Some(format!("pass `{name}` as a typed argument")))
            }
            Some(Global::Module(_) | Global::Member(_)) => (format!("`{name}` is imported from another module"), None),
            Some(
                Global::CModule(_)
                | Global::CMember(_)
                | Global::CConstant(_)
                | Global::CStruct(_)
                | Global::CVariable(_),
            ) => (format!("`{name}` is a name of C's"), None),
            Some(Global::Function(_)) => (format!("`{name}` is used as an object here"), None),
            None => (format!("`{name}` has no native form"), None),
        };
        Origin { subject: None, because, line, hint }
    }

    fn attribute_origin(
        &self,
        expr: &hir::Expr,
        value: &'a hir::Expr,
        name: &str,
        seen: &mut BTreeSet<WebId>,
    ) -> Option<Origin> {
        let because = match resolve::path(self.module, expr) {
            Some(_) => format!("`{}` is looked up in its module", self.shown(expr)),
            None if self.type_of(value) == Type::Object => {
                return self
                    .origin(value, seen)
                    .map(|origin| Origin { hint: Some(KEEP_IN_ARRAYS.to_owned()), ..origin });
            }
            None => format!("`{}` has no native attribute `{name}`", self.type_of(value)),
        };
        Some(self.here(expr, because, None))
    }

    pub(super) fn index_origin(&self, value: &hir::Expr, index: &hir::Index) -> Origin {
        let axes = index.items.iter().filter(|item| !matches!(item, IndexItem::NewAxis | IndexItem::Ellipsis)).count();
        let shown = self.shown(value);
        let (because, hint) = match self.type_of(value) {
            Type::Array(array) if axes > usize::from(array.ndim) => (
                format!("`{shown}` has {} and is indexed by {axes}", dimensions(array.ndim)),
                Some(format!("annotate `{shown}` with {}", dimensions(axes as u8))),
            ),
            Type::Array(_) => (
                format!("this index of `{shown}` has no native form"),
                Some("index by integers and slices, in a loop where needed".into()),
            ),
            ty => (format!("this index of a `{ty}` has no native form"), None),
        };
        Origin { subject: None, because, line: self.line_of(index.span), hint }
    }

    fn operation_origin(
        &self,
        expr: &hir::Expr,
        operands: &[&'a hir::Expr],
        seen: &mut BTreeSet<WebId>,
    ) -> Option<Origin> {
        self.first_origin(operands, seen).or_else(|| {
            let types: Vec<Type> = operands.iter().map(|operand| self.type_of(operand)).collect();
            operator_origin(self.line_of(expr.span), &types)
        })
    }

    fn choice_origin(&self, expr: &hir::Expr, values: &[&'a hir::Expr], seen: &mut BTreeSet<WebId>) -> Option<Origin> {
        self.first_origin(values, seen).or_else(|| {
            let first = self.type_of(values.first()?);
            let other = values.iter().map(|value| self.type_of(value)).find(|ty| *ty != first)?;
            Some(self.here(expr, format!("it is `{first}` or `{other}`"), None))
        })
    }

    pub(super) fn list_origin(&self, line: u32, items: &'a [hir::Expr], seen: &mut BTreeSet<WebId>) -> Option<Origin> {
        self.first_origin(&items.iter().collect::<Vec<_>>(), seen).or_else(|| {
            let first = self.type_of(items.first()?);
            let because = match items.iter().map(|item| self.type_of(item)).find(|ty| *ty != first) {
                Some(other) => format!("a list holds `{first}` and `{other}`"),
                None => "the interpreter may keep or change the list".to_owned(),
            };
            Some(Origin { subject: None, because, line, hint: None })
        })
    }

    fn call_origin(
        &self,
        call: &'a hir::Expr,
        func: &'a hir::Expr,
        args: &'a [hir::Expr],
        seen: &mut BTreeSet<WebId>,
    ) -> Option<Origin> {
        let name = self.shown(func);
        if let Some(Callee::Native { .. }) = self.instance.callees.get(&call.id) {
            let hint = Some(format!("annotate what `{name}()` returns, for example `-> float`"));
            return Some(self.here(call, format!("`{name}()` returns a Python object"), hint));
        }
        self.callee_origin(call, func, args, seen)
    }

    /// Why a call is left to the interpreter.
    pub(super) fn callee_origin(
        &self,
        call: &hir::Expr,
        func: &'a hir::Expr,
        args: &'a [hir::Expr],
        seen: &mut BTreeSet<WebId>,
    ) -> Option<Origin> {
        let name = self.shown(func);
        if let Some(id) = resolve::function(self.module, func) {
            if let Some(left) = &self.module.functions[id.0 as usize].left {
                let because = format!("`{name}()` is left to the interpreter: {}", left.reason);
                return Some(self.here(call, because, left.hint.clone()));
            }
            let unfit = || Some(self.here(call, format!("`{name}()` has no native form for these arguments"), None));
            return self.first_origin(&args.iter().collect::<Vec<_>>(), seen).or_else(unfit);
        }
        if let Some(path) = resolve::path(self.module, func) {
            let native = pyrx_runtime::catalogue::lookup(&path.name).next().is_some();
            let known = || Some(self.foreign_origin(call, &name, &path.name, native, args));
            let args = native.then(|| self.first_origin(&args.iter().collect::<Vec<_>>(), seen)).flatten();
            return args.or_else(known);
        }
        if let Hir::Attribute { value, name } = &func.kind {
            let ty = self.type_of(value);
            if ty == Type::Object {
                return self.origin(value, seen);
            }
            let hint = matches!(ty, Type::Array(_)).then(|| WRITE_A_LOOP.into());
            return Some(self.here(call, format!("`{ty}` has no native method `{name}()`"), hint));
        }
        self.origin(func, seen)
    }

    /// A function of another module, or a builtin.
    fn foreign_origin(&self, call: &hir::Expr, name: &str, path: &str, native: bool, args: &[hir::Expr]) -> Origin {
        let root = path.split('.').next().unwrap_or_default();
        let because = match root {
            _ if native => format!("`{name}()` has no native form for these arguments"),
            "pyrx" => format!("there is no `{name}`"),
            "numpy" | "math" | "cmath" | "builtins" => format!("`{name}()` has no native form"),
            _ if self.module.elsewhere.contains_key(path) => {
                format!("`{name}()` is what a decorator or a value of another module makes it")
            }
            _ => format!("`{name}()` is a function of another module"),
        };
        let on_array = args.iter().any(|arg| matches!(self.type_of(arg), Type::Array(_)));
        let hint = match () {
            () if on_array && root == "numpy" => Some(WRITE_A_LOOP.to_owned()),
            () if self.depth > 0 => Some("move it out of the loop, if it can be".to_owned()),
            () => None,
        };
        self.here(call, because, hint)
    }

    /// Whether it stands for part of the function that the interpreter runs.
    pub(super) fn is_snippet(&self, expr: &hir::Expr) -> bool {
        matches!(&expr.kind, Hir::Global(name) if matches!(self.module.globals.get(name), Some(Global::Snippet)))
    }

    /// A short form of an expression for messages: names as they are, what stands in brackets left out.
    pub(super) fn shown(&self, expr: &hir::Expr) -> String {
        match &expr.kind {
            Hir::Local { web, .. } => self.source.webs[web.0 as usize].name.clone(),
            Hir::Global(_) if self.is_snippet(expr) => "…".to_owned(),
            Hir::Global(name) => name.clone(),
            Hir::Attribute { value, name } => format!("{}.{name}", self.shown(value)),
            Hir::Index { value, .. } => format!("{}[…]", self.shown(value)),
            Hir::Call { func, .. } => format!("{}()", self.shown(func)),
            _ => "…".to_owned(),
        }
    }
}

/// What the interpreter's functions give may be told by an annotation.
fn declarable(origin: Origin, name: &str, value: &hir::Expr) -> Origin {
    if origin.subject.is_some() || !matches!(value.kind, Hir::Call { .. }) {
        return origin;
    }
    Origin { hint: Some(format!("say what it is where it is assigned, for example `{name}: float = …`")), ..origin }
}

/// An operator whose operands are native and have these types.
pub(super) fn operator_origin(line: u32, types: &[Type]) -> Option<Origin> {
    if types.contains(&Type::Object) {
        return None;
    }
    if types.iter().any(|ty| matches!(ty, Type::Array(_))) {
        let because = "operators on whole arrays have no native form".to_owned();
        return Some(Origin { subject: None, because, line, hint: Some(WRITE_A_LOOP.to_owned()) });
    }
    let types: Vec<String> = types.iter().map(|ty| format!("`{ty}`")).collect();
    let because = format!("the operator has no native form for {}", types.join(" and "));
    Some(Origin { subject: None, because, line, hint: None })
}

fn dimensions(count: u8) -> String {
    if count == 1 { "1 dimension".into() } else { format!("{count} dimensions") }
}
