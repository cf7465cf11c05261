//! Forms that the interpreter runs for a compiled function of a `.pyx`: imports, lambdas, nested functions, generators,
//! calls and displays that unpack. Each becomes a Python function beside the module, which the compiled one calls.
//!
//! before: `ys = sorted(xs, key=lambda x: x % n)` of `def f(list xs, int n)`
//! after:  `ys = sorted(xs, key=__pyrx_snippet_90__(n))`, and in Python
//!         `def f(n): return (lambda x: x % n)` / `__pyrx_snippet_90__ = f`
//!
//! What a lambda or a nested function uses is handed over when it is made, so that only variables count that keep
//! what they have then: those that are set once, before, and not in a loop. A function that is called at once and then
//! dropped (`key=` of `sorted`) may use any.

use std::collections::BTreeSet;

use super::function::Lowerer;
use super::names::normalize;
use super::scope::How;
use crate::hir::c::CScope;
use crate::hir::{Expr, ExprKind, Snippet, Stmt, StmtKind, Target, TargetKind};
use crate::span::Span;
use crate::syntax::ast::{self, Expr as E, Stmt as S};
use crate::syntax::bindings::{bound_by, each_stmt, imported_name};
use crate::syntax::{self, child_exprs, free_names, free_names_of, stmt_blocks};
use crate::ty::Type;

/// Builtins that call the function they are given as `key` before they return.
const KEYED: [&str; 3] = ["builtins.sorted", "builtins.min", "builtins.max"];

/// How long a lambda lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Life {
    /// As long as the call that it is an argument of.
    Call,
    /// As long as anybody holds it.
    Any,
}

impl<'m> Lowerer<'m> {
    /// A lambda or generator, made by the interpreter; `None` where it uses what cannot be handed over.
    pub(super) fn outlined(&mut self, expr: &'m E, life: Life) -> Option<ExprKind> {
        let span = syntax::span(expr);
        let mut names = BTreeSet::new();
        free_names_of(expr, &mut |name, _| {
            names.insert(normalize(name));
        });
        let used = self.captured(&names, span, life)?;
        if mixes_numbers(expr, &mut |name| self.is_number(&used, name)) {
            return None;
        }
        let text = self.source(span)?;
        // A generator that is the only argument of a call has no parentheses of its own.
        let body = format!("({text})");
        self.is_python(&format!("{body}\n"), &names).then_some(())?;
        Some(self.snippet(span, &used, body))
    }

    /// A nested function, made by the interpreter.
    pub(super) fn nested(&mut self, stmt: &'m S, name: &str) -> Option<Stmt> {
        let span = syntax::span(stmt);
        let mut names = BTreeSet::new();
        free_names(std::slice::from_ref(stmt), &Default::default(), &mut |name, _| {
            names.insert(normalize(name));
        });
        // It calls itself by its own name.
        names.remove(&normalize(name));
        if self.rebinds(stmt) {
            return None;
        }
        let used = self.captured(&names, span, Life::Any)?;
        let mut mixed = false;
        each_expr(stmt, &mut |expr| mixed |= mixes_numbers(expr, &mut |name| self.is_number(&used, name)));
        if mixed {
            return None;
        }
        let start = self.context.text[..span.start as usize].rfind('\n').map_or(0, |newline| newline + 1) as u32;
        let first = decorators(stmt).map(|span| span.start).min().unwrap_or(span.start);
        let start = self.context.text[..first as usize].rfind('\n').map_or(start, |newline| newline as u32 + 1);
        let text = self.source(Span::new(start, span.end))?;
        let indent: String = text.chars().take_while(|c| c.is_whitespace()).collect();
        let body = format!("\n{text}\n{indent}return {name}");
        let (line, whole) = (self.context.lines.line(start) - 1, format!("def f():{body}\n"));
        names.insert(normalize(name));
        self.is_python(&whole, &names).then_some(())?;
        let made = self.defined(span, line, &used, &body);
        let value = Expr { id: self.next_id(), span, kind: made };
        let target = Target { span, kind: self.name_target(name, span) };
        Some(Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } })
    }

    /// `import` in a function.
    pub(super) fn imported(&mut self, stmt: &'m S) -> Option<Stmt> {
        let span = syntax::span(stmt);
        let names: Vec<String> = match stmt {
            S::Import(s) => s.names.iter().map(|alias| imported_name(alias).to_owned()).collect(),
            S::ImportFrom(s) => {
                let names = s.names.iter().map(|alias| alias.asname.as_ref().unwrap_or(&alias.name).to_string());
                names.collect()
            }
            _ => return None,
        };
        if self.directives.nogil || !self.makes() || names.iter().any(|name| name == "*") {
            return None;
        }
        let (text, line) = (self.source(span)?, self.context.lines.line(span.start));
        let body = format!(" {text}; return {}", names.join(", "));
        let value = self.defined(span, line, &[], &body);
        let value = Expr { id: self.next_id(), span, kind: value };
        let mut targets = names.iter().map(|name| Target { span, kind: self.name_target(name, span) });
        let target = match (targets.next(), names.len()) {
            (Some(only), 1) => only,
            (first, _) => {
                let elements = first.into_iter().chain(targets).collect();
                Target { span, kind: TargetKind::Tuple { elements, star: None } }
            }
        };
        Some(Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } })
    }

    /// `f(a, *b, k=c, **d)`
    pub(super) fn unpacking_call(&mut self, call: &'m ast::ExprCall) -> Option<ExprKind> {
        if !self.makes() || matches!(&*call.func, E::Name(name) if self.is_c_name(&normalize(&name.id))) {
            return None;
        }
        let mut parts = vec![self.expr(&call.func)];
        let mut words = Vec::new();
        for argument in &call.args {
            let at = parts.len();
            match argument {
                E::Starred(starred) => {
                    words.push(format!("*_{at}"));
                    parts.push(self.expr(&starred.value));
                }
                other => {
                    words.push(format!("_{at}"));
                    parts.push(self.expr(other));
                }
            }
        }
        for keyword in &call.keywords {
            let at = parts.len();
            words.push(match &keyword.arg {
                Some(name) => format!("{name}=_{at}"),
                None => format!("**_{at}"),
            });
            parts.push(self.expr(&keyword.value));
        }
        Some(self.shaped(syntax::span(call), parts, &format!("_0({})", words.join(", "))))
    }

    /// `[a, *b]`, `(a, *b)` or `{a, *b}`, by its brackets.
    pub(super) fn unpacking_display(&mut self, items: &'m [E], brackets: [&str; 2], span: Span) -> Option<ExprKind> {
        if !self.makes() || !items.iter().any(|item| matches!(item, E::Starred(_))) {
            return None;
        }
        let (mut parts, mut words) = (Vec::new(), String::new());
        for (at, item) in items.iter().enumerate() {
            let (star, value) = match item {
                E::Starred(starred) => ("*", &*starred.value),
                other => ("", other),
            };
            parts.push(self.expr(value));
            words.push_str(&format!("{star}_{at}, "));
        }
        Some(self.shaped(span, parts, &format!("{}{words}{}", brackets[0], brackets[1])))
    }

    /// `{k: v, **d}`
    pub(super) fn unpacking_dict(&mut self, dict: &'m ast::ExprDict, span: Span) -> Option<ExprKind> {
        if !self.makes() {
            return None;
        }
        let (mut parts, mut words) = (Vec::new(), String::new());
        for (key, value) in dict.keys.iter().zip(&dict.values) {
            let at = parts.len();
            match key {
                Some(key) => {
                    words.push_str(&format!("_{at}: _{}, ", at + 1));
                    parts.push(self.expr(key));
                }
                None => words.push_str(&format!("**_{at}, ")),
            }
            parts.push(self.expr(value));
        }
        Some(self.shaped(span, parts, &format!("{{{words}}}")))
    }

    /// Whether the function that is called drops its `key` when it returns.
    pub(super) fn drops_key(&self, func: &Expr) -> bool {
        let sorts = matches!(&func.kind, ExprKind::Attribute { name, .. } if name == "sort");
        sorts || self.path(func).is_some_and(|path| KEYED.contains(&path.as_str()))
    }

    /// Whether the function may have the interpreter run parts of it: one that only native code can run, and that is no
    /// function of C's own.
    fn makes(&self) -> bool {
        self.snippets_allowed && !self.outside
    }

    /// The text of the source, in names of Python 3.
    fn source(&self, span: Span) -> Option<String> {
        match &self.context.c {
            Some(c) => c.spelled(self.context.text, span),
            None => self.context.text.get(span.range()).map(str::to_owned),
        }
    }

    /// The variables among names that are handed over; `None` if one cannot be.
    fn captured(&mut self, names: &BTreeSet<String>, span: Span, life: Life) -> Option<Vec<String>> {
        if !self.makes() || self.is_closed {
            return None;
        }
        let mut used = Vec::new();
        for name in names {
            // Forms of C's, and private names of a class, which mean another one outside.
            if name.starts_with('<') || (self.is_method() && name.starts_with("__")) {
                return None;
            }
            match self.lookup(name) {
                Some(variable) => {
                    let keeps = life == Life::Call || self.keeps_value(name, span);
                    let known = self.known_type(variable);
                    if !keeps || known.is_some_and(|ty| !is_handed(&ty)) {
                        return None;
                    }
                    used.push(name.clone());
                }
                None if self.is_c_name(name) => return None,
                None => {}
            }
        }
        Some(used)
    }

    /// Whether a name outside of the function is one of C's that Python does not see.
    fn is_c_name(&self, name: &str) -> bool {
        // A name may be cimported and imported, too.
        let mut bindings = self.context.scope.names.get(name).into_iter().flatten();
        let in_python = bindings.any(|binding| !matches!(binding.how, How::Def(_)));
        let fixed = |c: CScope<'_>| c.is_fixed(name) && !in_python && !c.python_enums().any(|seen| seen == name);
        self.lookup(name).is_none() && self.context.c.is_some_and(|c| c.is_variable(name) || fixed(c))
    }

    /// Whether a local variable has the value that it has at a place from there on: it is set once, before, and in no loop.
    fn keeps_value(&self, name: &str, at: Span) -> bool {
        let inner = self.comprehensions.iter().any(|names| names.contains_key(name));
        let is_param = self.locals.get(name).is_some_and(|variable| self.params.contains(variable));
        let mut places = Vec::new();
        each_stmt(self.source_body, &mut |stmt| {
            let declares = matches!(stmt, S::AnnAssign(declared) if declared.value.is_none());
            bound_by(stmt, &mut |own, span| {
                if !declares && self.mangle(own) == *name {
                    places.push(span);
                }
            });
        });
        let earlier = |place: &Span| place.start < at.start && !in_loop(self.source_body, *place);
        !inner && if is_param { places.is_empty() } else { places.len() == 1 && places.iter().all(earlier) }
    }

    /// Whether an inner function rebinds a variable of this one.
    fn rebinds(&self, stmt: &S) -> bool {
        let mut found = false;
        each_inner(stmt, &mut |inner| {
            if let S::Nonlocal(s) = inner {
                found |= s.names.iter().any(|name| self.locals.contains_key(&self.mangle(name)));
            }
        });
        found
    }

    /// The type that is declared for a variable.
    fn known_type(&mut self, variable: u32) -> Option<Type> {
        let declared = self.variables[variable as usize].declared.clone();
        declared.or_else(|| {
            let annotation = *self.param_types.get(&variable)?;
            let told = self.annotations.diagnostics.len();
            let ty = self.annotations.local(annotation);
            self.annotations.diagnostics.truncate(told);
            ty
        })
    }

    fn is_number(&mut self, used: &[String], name: &str) -> bool {
        let name = normalize(name);
        let variable = self.lookup(&name).filter(|_| used.contains(&name));
        variable.and_then(|variable| self.known_type(variable)).is_some_and(|ty| ty.num().is_some())
    }

    /// Whether the text is Python, and means the names that are known to be free in it: it has no form of C's.
    fn is_python(&self, text: &str, names: &BTreeSet<String>) -> bool {
        let Ok(parsed) = syntax::parse(text) else { return false };
        let mut own = BTreeSet::new();
        free_names(&parsed.body, &Default::default(), &mut |name, _| {
            own.insert(normalize(name));
        });
        own.is_subset(names)
    }

    /// A call of a snippet that takes the parts of a form and puts them together.
    fn shaped(&mut self, span: Span, args: Vec<Expr>, shape: &str) -> ExprKind {
        let params: Vec<String> = (0..args.len()).map(|at| format!("_{at}")).collect();
        let line = self.context.lines.line(span.start);
        let name = self.define_snippet(span, line, &params, &format!(" return {shape}"));
        self.call_snippet(name, span, args)
    }

    /// A call of a snippet that gives the value of an expression of these variables.
    fn snippet(&mut self, span: Span, used: &[String], value: String) -> ExprKind {
        let line = self.context.lines.line(span.start);
        self.defined(span, line, used, &format!(" return {value}"))
    }

    /// A call of a snippet with a body in terms of these variables.
    fn defined(&mut self, span: Span, line: u32, used: &[String], body: &str) -> ExprKind {
        let name = self.define_snippet(span, line, used, body);
        let args = used.iter().filter_map(|name| {
            let kind = ExprKind::Local { web: crate::hir::WebId(self.lookup(name)?), check_bound: false };
            Some(Expr { id: self.next_id(), span, kind })
        });
        let args = args.collect();
        self.call_snippet(name, span, args)
    }

    fn call_snippet(&mut self, name: String, span: Span, args: Vec<Expr>) -> ExprKind {
        let func = Box::new(Expr { id: self.next_id(), span, kind: ExprKind::Global(name) });
        ExprKind::Call { func, args, keywords: Vec::new() }
    }

    /// Adds the source of a snippet, whose `def` stands at a line, and gives its name.
    fn define_snippet(&mut self, span: Span, line: u32, params: &[String], body: &str) -> String {
        let name = format!("__pyrx_snippet_{}__", span.start);
        let own = &self.function_name;
        let rename = format!("{name} = {own}\ndel {own}");
        let above = "\n".repeat(line.saturating_sub(1) as usize);
        let text = format!("{above}def {own}({}):{body}\n{rename}\n", params.join(", "));
        self.snippets.push(Snippet { name: name.clone(), file: self.context.lines.file(span.start), text });
        name
    }
}

/// Whether a value of the type means the same to Python as to C: not where C's arrays and structs lie.
fn is_handed(ty: &Type) -> bool {
    match ty {
        Type::Pointer(_) | Type::Fixed(..) | Type::Struct(_) | Type::Function(_) => false,
        Type::Never
        | Type::None
        | Type::Num(_)
        | Type::Char
        | Type::Str
        | Type::Bytes
        | Type::Array(_)
        | Type::List(_)
        | Type::Tuple(_)
        | Type::Range
        | Type::Object => true,
    }
}

/// Whether an operator in it has numbers of C's and literals alone as operands: it then follows C's rules.
fn mixes_numbers(expr: &E, is_number: &mut dyn FnMut(&str) -> bool) -> bool {
    let own = match expr {
        E::BinOp(_) | E::UnaryOp(_) | E::Compare(_) => c_number(expr, is_number) == Some(true),
        _ => false,
    };
    let mut found = own;
    child_exprs(expr, &mut |child| found |= mixes_numbers(child, is_number));
    found
}

/// Whether an expression has a value of C's; `None`: it is one of Python's.
fn c_number(expr: &E, is_number: &mut dyn FnMut(&str) -> bool) -> Option<bool> {
    match expr {
        E::Constant(_) => Some(false),
        E::Name(name) => is_number(&name.id).then_some(true),
        E::BinOp(_) | E::UnaryOp(_) | E::Compare(_) => {
            let mut all = Some(false);
            child_exprs(expr, &mut |child| all = all.zip(c_number(child, is_number)).map(|(a, b)| a || b));
            all
        }
        _ => None,
    }
}

/// The statements inside of a function or class, those of inner ones too.
fn each_inner<'a>(stmt: &'a S, visit: &mut dyn FnMut(&'a S)) {
    visit(stmt);
    let bodies: Vec<&[S]> = match stmt {
        S::FunctionDef(s) => vec![&s.body],
        S::AsyncFunctionDef(s) => vec![&s.body],
        S::ClassDef(s) => vec![&s.body],
        _ => stmt_blocks(stmt),
    };
    bodies.into_iter().flatten().for_each(|inner| each_inner(inner, visit));
}

fn each_expr<'a>(stmt: &'a S, visit: &mut dyn FnMut(&'a E)) {
    each_inner(stmt, &mut |inner| syntax::stmt_exprs(inner, &mut |expr| visit(expr)));
}

fn decorators(stmt: &S) -> impl Iterator<Item = Span> {
    let list: &[E] = match stmt {
        S::FunctionDef(s) => &s.decorator_list,
        S::AsyncFunctionDef(s) => &s.decorator_list,
        S::ClassDef(s) => &s.decorator_list,
        _ => &[],
    };
    list.iter().map(syntax::span)
}

/// Whether a place is in a loop among statements.
fn in_loop(block: &[S], place: Span) -> bool {
    let mut found = false;
    each_stmt(block, &mut |stmt| {
        let whole = syntax::span(stmt);
        let around = whole.start <= place.start && place.end <= whole.end;
        found |= around && matches!(stmt, S::For(_) | S::AsyncFor(_) | S::While(_));
    });
    found
}
