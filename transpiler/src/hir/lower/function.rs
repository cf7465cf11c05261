//! One `def`: parameters, locals, body.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::names::mangle;
use super::{Context, Def, DefNode, declared};
use crate::diag::{Code, Diagnostic};
use crate::hir::fused::{Binding, Family};
use crate::hir::sign::{self, Annotations, Directed};
use crate::hir::webs::{self, Definition, Variable};
use crate::hir::{
    self, CFunction, ExprId, Foreign, Function, FusedFunction, FusedParam, Left, Param, ParamKind, Signature, Snippet,
    WebId, Written,
};
use crate::options::Directives;
use crate::span::Span;
use crate::syntax::ast::{self, Stmt};
use crate::syntax::bindings::{bound_by, declared_global, each_stmt};
use crate::syntax::cython::{CKind, CType};
use crate::syntax::{self, cython};
use crate::ty::{ArrayType, Form, Item, Rules, Type};

/// The name that tracebacks have for the module's own code.
const MODULE: &str = "<module>";

/// Lowers the names of one scope. Until `webs::resolve` has run, definitions carry the index of their definition as
/// their web, and uses the index of their variable.
pub struct Lowerer<'m> {
    pub(super) context: &'m Context<'m>,
    pub(super) annotations: Annotations<'m>,
    /// Not in a function: names are global, nothing is left.
    pub(super) outside: bool,
    /// The innermost class, for private names.
    class: Option<String>,
    /// Names of the class body that defaults see before globals.
    hidden: HashSet<String>,
    pub(super) locals: HashMap<String, u32>,
    /// Parameters with `not None`.
    refuses_none: BTreeSet<&'m str>,
    /// Targets of the comprehensions around, innermost last.
    pub(super) comprehensions: Vec<HashMap<String, u32>>,
    pub(super) variables: Vec<Variable>,
    pub(super) definitions: Vec<Definition>,
    /// What is written as the types of parameters, by their variables.
    pub(super) param_types: HashMap<u32, &'m ast::Expr>,
    next_expr: u32,
    /// Where variables are declared, by a `cdef` or as parameters.
    pub(super) declared_at: HashMap<u32, Span>,
    /// The types that are declared for variables, as they are written.
    pub(super) c_types: HashMap<u32, &'m CType>,
    /// A declaration sets its own variable.
    pub(super) declares: bool,
    /// Those in force at the statement that is lowered.
    pub(super) directives: Directives,
    /// The function is called with or without the interpreter's lock.
    pub(super) without_lock: bool,
    /// The number of threads that the block `with parallel()` around asks for.
    pub(super) team_threads: Option<&'m ast::Expr>,
    pub(super) left: Option<Left>,
    /// In a function of a sibling: the globals that it reads.
    pub(super) names_read: Vec<(String, Span)>,
    /// The function as Python names it; of code at module level, something that nothing else is named.
    pub(super) function_name: String,
    /// The body of the function.
    pub(super) source_body: &'m [Stmt],
    /// The variables of its parameters.
    pub(super) params: HashSet<u32>,
    /// Parts of it may be left to the interpreter.
    pub(super) snippets_allowed: bool,
    /// It is a function of C's, in which Cython has no closures.
    pub(super) is_closed: bool,
    pub(super) snippets: Vec<Snippet>,
    /// It names a variable of C's at module level.
    pub(super) names_variable: bool,
}

/// Lowers a function and reads its signatures.
pub fn lower<'m>(
    context: &'m Context<'m>,
    def: &Def<'m>,
    mut directed: Directed,
    binding: Binding,
    exported: Option<Vec<Signature>>,
    stub: Option<&Context<'_>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Function {
    let span = def.span();
    let name_span = name_span(context, span);
    let mut c = context.c.as_ref().and_then(|c| c.function(span.start)).map(|function| c_function(context, function));
    let mut lowerer = Lowerer::inside(context, def, binding);
    lowerer.allow_snippets(def, c.as_ref());
    lowerer.refuses_none = context.c.as_ref().map_or_else(BTreeSet::new, |c| c.refuses_none(span.start));
    let mut params = lowerer.params(def);
    if context.c.is_none() && !directed.directives.annotation_typing {
        let class = |param: &&mut Param| param.written.as_ref().is_some_and(|written| written.class.is_some());
        params.iter_mut().filter(class).for_each(|param| param.written = None);
    }
    if let Some(stub) = stub {
        sign::stub::written(stub, def, &mut params);
        directed.declared.extend(sign::stub::locals(stub, def, diagnostics));
        sign::stub::direct(stub, def, &mut directed);
    }
    lowerer.leave_definition(def, &directed);
    lowerer.declare(&params, &directed);
    directed.directives.nogil |= c.as_ref().is_some_and(|c| c.nogil) || directed.c_function && directed.without_lock;
    let takes_lock = c.as_ref().is_some_and(|c| c.takes_lock);
    lowerer.directives = Directives { nogil: directed.directives.nogil && !takes_lock, ..directed.directives.clone() };
    lowerer.without_lock = lowerer.directives.nogil;
    lowerer.find_unbounded(def.body());
    let mut body = lowerer.body(def.body());
    body.splice(0..0, lowerer.there_from_start());
    if takes_lock {
        let directives = Box::new(lowerer.directives.clone());
        body = vec![hir::Stmt { span, kind: hir::StmtKind::Directed { directives, body } }];
    }
    if let Some(c) = &mut c {
        c.returns = def.returns().and_then(|returns| lowerer.written(returns));
    }
    let annotations = &mut lowerer.annotations;
    let is_c = c.as_ref().is_some_and(|c| c.native_only);
    let stubbed = || stub.map_or(Vec::new(), |stub| sign::stub::signatures(stub, def, diagnostics));
    let mut signatures = sign::signatures(annotations, def, &params, &directed, is_c, exported, stubbed);
    if context.c.is_none() {
        take_none(&mut signatures, &params);
    }
    let declares_c = lowerer.names_variable
        || lowerer.variables.iter().any(|variable| variable.declared.as_ref().is_some_and(Type::holds_c));
    if signatures.is_empty() && declares_c {
        // Its variables are C's whatever it is called with.
        signatures = sign::signatures(annotations, def, &params, &directed, true, None, Vec::new);
    }
    if let Some(function) = context.c.as_ref().and_then(|c| c.function(span.start)) {
        let returns = signatures.first().and_then(|signature| signature.returns.clone());
        lowerer.check_exception(function, returns.as_ref());
    }
    if directed.ufunc && !signatures.iter().all(is_of_numbers) {
        let message = "a ufunc of other values than C's numbers is not supported yet";
        let made = if context.c.is_some() { Diagnostic::error } else { Diagnostic::warning };
        diagnostics.push(made(Code::CYTHON_FORM, name_span, message));
    }
    diagnostics.append(&mut lowerer.annotations.diagnostics);
    let is_module = c.as_ref().is_some_and(|c| c.module_run.is_some());
    // Objects have a value for what raised: none.
    let returns_c = signatures.first().and_then(|signature| signature.returns.as_ref());
    let returns_c = returns_c.is_some_and(|ty| *ty != Type::Object) || returns_void(context, def);
    let noexcept = match context.c.as_ref().and_then(|c| c.function(span.start)) {
        Some(function) if function.kind == cython::CKind::Def => false,
        Some(function) => directed.noexcept.unwrap_or(match function.attributes.exception {
            cython::CException::Never => true,
            cython::CException::Default => directed.directives.legacy_noexcept && returns_c,
            cython::CException::Always | cython::CException::Value { .. } => false,
        }),
        None => directed.c_function && returns_c && directed.noexcept.unwrap_or(directed.directives.legacy_noexcept),
    };
    let bound = is_bound(context, def);
    let (name, qualname) = match is_module {
        true => (MODULE.to_owned(), MODULE.to_owned()),
        false => (super::names::normalize(def.name()), def.qualname()),
    };
    let guessed = sign::guessed(def);
    let mut function = Function {
        name,
        qualname,
        span,
        name_span,
        code_start: code_start(def),
        in_class: !def.classes.is_empty(),
        bound,
        suggested: signatures.is_empty().then(|| sign::suggested(def, &params, bound, &guessed)).flatten(),
        guessed,
        params,
        signatures,
        expr_count: lowerer.next_expr,
        webs: Vec::new(),
        body,
        directives: directed.directives,
        dropped_decorators: directed.dropped,
        left: lowerer.left,
        foreign: foreign(context, lowerer.names_read),
        c,
        pure_c: directed.c_function,
        noexcept,
        ufunc: directed.ufunc,
        fused: None,
        copy_of: None,
        snippets: lowerer.snippets,
        names_variable: lowerer.names_variable,
        is_accessor: false,
    };
    webs::resolve(&mut function, &lowerer.variables, &lowerer.definitions);
    function
}

/// A function with fused parameters as Python sees it: it has parameters, and copies instead of a body.
pub fn generic<'m>(
    context: &'m Context<'m>,
    def: &Def<'m>,
    directed: Directed,
    family: &Family,
    diagnostics: &mut Vec<Diagnostic>,
) -> Function {
    let mut lowerer = Lowerer::inside(context, def, Binding::open());
    let params = lowerer.params(def);
    lowerer.leave_definition(def, &directed);
    diagnostics.append(&mut lowerer.annotations.diagnostics);
    let c = context.c.as_ref().and_then(|c| c.function(def.span().start));
    let takes_none = |param: &Param| c.is_none_or(|c| c.none.get(&param.name) != Some(&cython::Nullness::Refused));
    let types = family.types.iter().map(|(_, ty, param)| FusedParam {
        name: ty.name.clone(),
        param: *param,
        takes_none: takes_none(&params[*param]),
        members: ty.members.clone(),
    });
    let types = types.collect();
    let bound = is_bound(context, def);
    let (variables, definitions) = (std::mem::take(&mut lowerer.variables), std::mem::take(&mut lowerer.definitions));
    let mut function = Function {
        name: super::names::normalize(def.name()),
        qualname: def.qualname(),
        span: def.span(),
        name_span: name_span(context, def.span()),
        code_start: code_start(def),
        in_class: !def.classes.is_empty(),
        bound,
        params,
        dropped_decorators: directed.dropped,
        left: lowerer.left.take(),
        foreign: foreign(context, Vec::new()),
        c: c.map(|function| c_function(context, function)),
        fused: Some(FusedFunction { types, copies: family.copies(), is_static: family.kind != CKind::Def }),
        ..lowerer.into_top()
    };
    function.directives = directed.directives;
    function.ufunc = directed.ufunc;
    webs::resolve(&mut function, &variables, &definitions);
    function
}

/// Whether NumPy can call it for each item.
fn is_of_numbers(signature: &Signature) -> bool {
    let is_number = |ty: &Type| ty.num().is_some();
    let returns = match &signature.returns {
        Some(Type::Tuple(items)) => items.iter().all(is_number),
        returns => returns.as_ref().is_some_and(is_number),
    };
    returns && signature.params.iter().all(|ty| ty.as_ref().is_some_and(is_number))
}

/// Views of C's that a `.py` lets be `None` are so natively, as those of a `.pyx`.
fn take_none(signatures: &mut [Signature], params: &[Param]) {
    for (at, param) in params.iter().enumerate() {
        if !param.written.as_ref().is_some_and(|written| written.none && written.class.is_none()) {
            continue;
        }
        for signature in signatures.iter_mut() {
            if let Some(Some(Type::Array(view))) = signature.params.get_mut(at)
                && view.rules == Rules::C
            {
                view.none = true;
            }
        }
    }
}

/// `-> cython.void`
fn returns_void(context: &Context<'_>, def: &Def<'_>) -> bool {
    let path = def.returns().and_then(|returns| context.scope.path_of(returns));
    path.is_some_and(|path| path == "cython.void")
}

/// Whether a method is called on an object or on a class.
fn is_bound(context: &Context<'_>, def: &Def<'_>) -> bool {
    let is_static = |path: Option<String>| path.is_some_and(|path| path == "builtins.staticmethod");
    !def.classes.is_empty() && !def.decorators().iter().any(|decorator| is_static(context.scope.path_of(decorator)))
}

fn foreign(context: &Context<'_>, names: Vec<(String, Span)>) -> Option<Foreign> {
    context.foreign().map(|module| Foreign { module: module.to_owned(), sibling: context.sibling, names })
}

/// What C says of the function.
fn c_function(context: &Context<'_>, function: &cython::CFunction) -> CFunction {
    // Python does not see what is cimported.
    let cimported = context.foreign().is_some() && !context.sibling;
    let kind = if cimported { cython::CKind::Cdef } else { function.kind };
    CFunction {
        kind,
        native_only: function.uses_c || function.kind != cython::CKind::Def,
        nogil: function.attributes.without_lock(),
        takes_lock: function.attributes.with_gil,
        module_run: function.module_run,
        returns: None,
    }
}

fn code_start(def: &Def<'_>) -> u32 {
    def.decorators().first().map_or(def.span(), syntax::span).start
}

/// The name after `def`.
fn name_span(context: &Context<'_>, def: Span) -> Span {
    if let Some(function) = context.c.as_ref().and_then(|c| c.function(def.start)) {
        return function.name_span;
    }
    let text = context.text;
    let mut rest = &text[def.start as usize..def.end as usize];
    for keyword in ["async", "def"] {
        rest = rest.strip_prefix(keyword).unwrap_or(rest).trim_start_matches([' ', '\t', '\x0c', '\\', '\r', '\n']);
    }
    let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let start = def.end - rest.len() as u32;
    Span::new(start, start + length as u32)
}

impl<'m> Lowerer<'m> {
    /// For expressions at module level or in a class body.
    pub fn outside(context: &'m Context<'m>, class: Option<String>) -> Self {
        Lowerer {
            context,
            annotations: Annotations::new(context, Binding::default()),
            outside: true,
            class,
            hidden: HashSet::new(),
            locals: HashMap::new(),
            refuses_none: BTreeSet::new(),
            comprehensions: Vec::new(),
            variables: Vec::new(),
            definitions: Vec::new(),
            param_types: HashMap::new(),
            declared_at: HashMap::new(),
            c_types: HashMap::new(),
            declares: false,
            next_expr: 0,
            directives: context.options.directives.clone(),
            without_lock: false,
            team_threads: None,
            left: None,
            names_read: Vec::new(),
            function_name: String::new(),
            source_body: &[],
            params: HashSet::new(),
            snippets_allowed: false,
            is_closed: false,
            snippets: Vec::new(),
            names_variable: false,
        }
    }

    /// Expressions have numbers from this one on.
    pub fn count_from(&mut self, first: u32) {
        self.next_expr = first;
    }

    /// The function that stands for the module's own code.
    pub fn into_top(self) -> Function {
        Function {
            name: String::new(),
            qualname: String::new(),
            span: Span::default(),
            name_span: Span::default(),
            code_start: 0,
            in_class: false,
            bound: false,
            params: Vec::new(),
            signatures: Vec::new(),
            suggested: None,
            guessed: Vec::new(),
            expr_count: self.next_expr,
            webs: Vec::new(),
            body: Vec::new(),
            directives: self.directives,
            dropped_decorators: Vec::new(),
            left: None,
            foreign: None,
            c: None,
            pure_c: false,
            noexcept: false,
            ufunc: false,
            fused: None,
            copy_of: None,
            snippets: Vec::new(),
            names_variable: false,
            is_accessor: false,
        }
    }

    fn inside(context: &'m Context<'m>, def: &Def<'m>, binding: Binding) -> Self {
        let mut lowerer = Lowerer::outside(context, def.classes.last().cloned());
        lowerer.annotations.binding = binding;
        let c = context.c.as_ref().and_then(|c| c.function(def.span().start));
        lowerer.annotations.in_c = c.is_some_and(|c| c.uses_c || c.kind != cython::CKind::Def);
        each_stmt(def.class_body, &mut |stmt| {
            bound_by(stmt, &mut |name, _| {
                lowerer.hidden.insert(def.mangle(name));
            });
        });
        lowerer.locals(def);
        lowerer
    }

    /// What only native code can run may have the interpreter run parts of it, where both see the same globals.
    fn allow_snippets(&mut self, def: &Def<'m>, c: Option<&CFunction>) {
        let Some(c) = c.filter(|c| c.native_only && self.context.foreign().is_none()) else { return };
        self.snippets_allowed = true;
        self.is_closed = c.kind != CKind::Def;
        self.source_body = def.body();
        self.function_name = match c.module_run {
            Some(number) => format!("__pyrx_run_{number}__"),
            None => super::names::normalize(def.name()),
        };
    }

    /// Finds the names that are local to the function.
    fn locals(&mut self, def: &Def<'_>) {
        let args = def.args();
        let plain = args.posonlyargs.iter().chain(&args.args).chain(&args.kwonlyargs).map(|arg| &arg.def);
        for arg in plain.chain(args.vararg.as_deref()).chain(args.kwarg.as_deref()) {
            self.variable(def.mangle(&arg.arg), syntax::span(arg));
        }
        let global: BTreeSet<String> = declared_global(def.body()).iter().map(|name| def.mangle(name)).collect();
        each_stmt(def.body(), &mut |stmt| {
            let bind = |cx: &mut Self, name: &str, span| {
                let name = def.mangle(name);
                if !global.contains(&name) {
                    cx.variable(name, span);
                }
            };
            bound_by(stmt, &mut |name, span| bind(self, name, span));
            if let Stmt::Expr(s) = stmt {
                for keyword in self.declarations(&s.value).unwrap_or_default() {
                    bind(self, keyword.arg.as_deref().unwrap_or_default(), syntax::span(&keyword.value));
                }
            }
        });
    }

    /// The variable of a local name, made if there is none.
    fn variable(&mut self, name: String, span: Span) -> u32 {
        if let Some(&variable) = self.locals.get(&name) {
            return variable;
        }
        let variable = self.new_variable(&name, span);
        self.locals.insert(name, variable);
        variable
    }

    pub(super) fn new_variable(&mut self, name: &str, span: Span) -> u32 {
        let name = name.to_owned();
        self.variables.push(Variable { name, span, declared: None, written: None, in_memory: false, unbounded: false });
        self.variables.len() as u32 - 1
    }

    /// The variable that a name (mangled) means here, if it is a local one.
    pub(super) fn lookup(&self, name: &str) -> Option<u32> {
        let around = self.comprehensions.iter().rev().find_map(|names| names.get(name));
        around.or_else(|| self.locals.get(name)).copied()
    }

    /// Whether it stands in a class.
    pub(super) fn is_method(&self) -> bool {
        self.class.is_some()
    }

    pub(super) fn mangle(&self, name: &str) -> String {
        mangle(self.class.as_deref(), name)
    }

    /// Whether a name means one of a class body rather than a global.
    pub(super) fn is_hidden(&self, name: &str) -> bool {
        self.outside && self.hidden.contains(name)
    }

    /// A new definition of a variable.
    pub(super) fn define(&mut self, variable: u32, span: Span) -> WebId {
        self.definitions.push(Definition { variable, span });
        WebId(self.definitions.len() as u32 - 1)
    }

    pub(super) fn next_id(&mut self) -> ExprId {
        self.next_expr += 1;
        ExprId(self.next_expr - 1)
    }

    fn params(&mut self, def: &Def<'m>) -> Vec<Param> {
        let args = def.args();
        let mut params = Vec::new();
        for arg in &args.posonlyargs {
            params.push(self.param(&arg.def, ParamKind::PositionalOnly, arg.default.as_deref()));
        }
        for arg in &args.args {
            params.push(self.param(&arg.def, ParamKind::Positional, arg.default.as_deref()));
        }
        if let Some(arg) = &args.vararg {
            params.push(self.param(arg, ParamKind::VarArgs, None));
        }
        for arg in &args.kwonlyargs {
            params.push(self.param(&arg.def, ParamKind::KeywordOnly, arg.default.as_deref()));
        }
        if let Some(arg) = &args.kwarg {
            params.push(self.param(arg, ParamKind::VarKeywords, None));
        }
        self.outside = false;
        params
    }

    fn param(&mut self, arg: &'m ast::Arg, kind: ParamKind, default: Option<&'m ast::Expr>) -> Param {
        let asked = self.asked(arg, kind, default);
        let name = self.mangle(&arg.arg);
        let start = syntax::span(arg).start;
        let span = Span::new(start, start + arg.arg.len() as u32);
        let variable = self.variable(name.clone(), span);
        let web = self.define(variable, span);
        self.params.insert(variable);
        // Defaults are evaluated outside of the function.
        let locals = std::mem::take(&mut self.locals);
        let default = default.map(|default| self.expr(default));
        self.locals = locals;
        // What a star collects is a tuple or dict, whatever is said of its items.
        let is_star = matches!(kind, ParamKind::VarArgs | ParamKind::VarKeywords);
        let of_value = arg.annotation.as_deref().filter(|_| !is_star);
        self.param_types.extend(of_value.map(|annotation| (variable, annotation)));
        self.keep_c_type(variable, of_value);
        self.declared_at.insert(variable, span);
        let c_type = arg.annotation.as_deref().and_then(|annotation| self.c_type(annotation));
        if let Some(ty) = c_type {
            self.c_types.insert(variable, ty);
            if ty.is_void() {
                self.annotations.diagnostics.push(declared::wrong(ty.span, "Invalid use of 'void'"));
            }
        }
        let annotation = c_type.map(|ty| ty.span).or_else(|| arg.annotation.as_deref().map(syntax::span));
        let mut written = arg.annotation.as_deref().and_then(|annotation| self.written(annotation)).or(asked);
        if let (Some(written), true) = (&mut written, self.refuses_none.contains(arg.arg.as_str())) {
            written.none = false;
        }
        // What is assigned to it later is of the class, too, or `None`.
        let class = written.as_ref().filter(|written| written.class.is_some());
        self.variables[variable as usize].written = class.map(|written| Written { none: true, ..written.clone() });
        let optional = of_value.is_some_and(|annotation| sign::classes::or_none(self.context, annotation).is_some());
        Param { name, span, kind, web, annotation, written, optional, default }
    }

    /// What a `.py` for Cython asks of an argument.
    fn asked(&mut self, arg: &ast::Arg, kind: ParamKind, default: Option<&ast::Expr>) -> Option<Written> {
        let is_star = matches!(kind, ParamKind::VarArgs | ParamKind::VarKeywords);
        self.asked_by(arg.annotation.as_deref().filter(|_| !is_star)?, default)
    }

    /// What an annotation in a `.py` for Cython asks for, where that is more than a type of numbers: a class, items
    /// with fields, a truth value, a character.
    pub(super) fn asked_by(&mut self, annotation: &ast::Expr, default: Option<&ast::Expr>) -> Option<Written> {
        let told = self.annotations.diagnostics.len();
        let ty = self.annotations.local(annotation);
        self.annotations.diagnostics.truncate(told);
        match ty {
            None | Some(Type::List(_)) => sign::classes::written(self.context, annotation, default),
            Some(Type::Array(ArrayType { dtype: Item::Struct(id), .. })) if self.context.c.is_none() => {
                let name = self.context.structs[id.0 as usize].name.clone();
                Some(Written::plain(name, false))
            }
            // C's tuples take other sequences.
            Some(Type::Tuple(items)) if items.iter().all(Type::holds_c) && self.context.c.is_none() => {
                Some(Written::plain(String::new(), false))
            }
            Some(Type::Char) if self.context.c.is_none() => Some(Written::plain("Py_UCS4".to_owned(), false)),
            Some(Type::Object) if self.annotations.in_c && self.is_int(annotation) => {
                let none = default.is_some_and(syntax::is_none);
                Some(Written { name: "int".to_owned(), none, class: Some("int".to_owned()), cast: false })
            }
            // Anything has a truth value.
            Some(Type::Num(num))
                if num.is_truth() && num.rules == Rules::C && (self.annotations.in_c || self.context.c.is_none()) =>
            {
                Some(Written::plain("bint".to_owned(), self.annotations.in_c))
            }
            Some(Type::Array(view)) if view.rules == Rules::C && self.context.c.is_none() => {
                let one = sign::classes::or_none(self.context, annotation);
                let item = self.annotations.item_name(one.unwrap_or(annotation))?;
                Some(Written::plain(item, one.is_some() || default.is_some_and(syntax::is_none)))
            }
            Some(_) => None,
        }
    }

    fn is_int(&self, annotation: &ast::Expr) -> bool {
        self.context.scope.path_of(annotation).is_some_and(|path| path == "builtins.int")
    }

    /// A parameter that is a number, a view or a buffer of C's stays one, whatever is assigned to it.
    fn keep_c_type(&mut self, variable: u32, annotation: Option<&ast::Expr>) {
        let Some(annotation) = annotation else { return };
        // Its signature tells what is wrong with it.
        let told = self.annotations.diagnostics.len();
        let ty = self.annotations.local(annotation).map(sign::passed);
        self.annotations.diagnostics.truncate(told);
        self.variables[variable as usize].declared = ty.filter(stays);
    }

    /// How a `.pyx` writes the type that an annotation stands for.
    pub(super) fn written(&self, annotation: &ast::Expr) -> Option<Written> {
        let ast::Expr::Name(name) = annotation else { return None };
        self.context.c.as_ref()?.as_written(cython::forms::type_index(&name.id)?, &self.annotations.binding)
    }

    /// Notes the variables of a `.pyx` that hold Python's integers if they have no type of their own.
    fn find_unbounded(&mut self, body: &[Stmt]) {
        let Some(operands) = self.context.c.map(|_| syntax::arithmetic::operands(body)) else { return };
        for name in operands {
            if let Some(&variable) = self.locals.get(&self.mangle(name)) {
                self.variables[variable as usize].unbounded = true;
            }
        }
    }

    fn body(&mut self, body: &'m [Stmt]) -> Vec<crate::hir::Stmt> {
        let docstring = matches!(body.first(), Some(Stmt::Expr(first)) if is_string(&first.value));
        self.block(&body[usize::from(docstring)..])
    }
}

impl Lowerer<'_> {
    /// Types from `@cython.locals`; of parameters, those that [`Lowerer::keep_c_type`] keeps.
    fn declare(&mut self, params: &[Param], directed: &Directed) {
        for (name, ty) in &directed.declared {
            let is_param = params.iter().any(|param| param.name == *name);
            if let Some(&variable) = self.locals.get(name).filter(|_| !is_param || stays(ty)) {
                self.variables[variable as usize].declared = Some(ty.clone());
            }
        }
    }
}

/// Whether a parameter of this type keeps it.
fn stays(ty: &Type) -> bool {
    match ty {
        Type::Pointer(_) => true,
        Type::Array(array) => array.form != Form::Array,
        ty => ty.num().is_some_and(|num| num.rules == Rules::C),
    }
}

fn is_string(expr: &ast::Expr) -> bool {
    matches!(expr, ast::Expr::Constant(ast::ExprConstant { value: ast::Constant::Str(_), .. }))
}

impl Lowerer<'_> {
    /// Reasons in the `def` itself to leave the function to the interpreter.
    fn leave_definition(&mut self, def: &Def<'_>, directed: &Directed) {
        let span = name_span(self.context, def.span());
        if self.context.options.leave.contains(&def.qualname()) {
            self.leave(span, "rustc refused what pyrx made of it", None);
        }
        if let DefNode::Async(_) = def.node {
            self.leave(span, "it is a coroutine", None);
        }
        if let Some(param) = def.type_params().first() {
            self.leave(syntax::span(param), "it has type parameters", None);
        }
        if let Some((span, reason)) = &directed.left {
            self.leave(*span, reason.clone(), None);
        }
    }
}
