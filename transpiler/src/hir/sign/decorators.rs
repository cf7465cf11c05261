//! Decorators: those of pyrx, Cython and Numba are read and dropped, others stay around the compiled function.

use super::annotations::Annotations;
use super::directives::{self, apply, called_value, literal};
use super::numba;
use crate::diag::Diagnostic;
use crate::hir::Signature;
use crate::hir::fused::Binding;
use crate::hir::lower::{Context, Def};
use crate::options::Directives;
use crate::span::Span;
use crate::syntax;
use crate::syntax::DirectiveComment;
use crate::syntax::ast::{self, Expr};
use crate::ty::Type;

/// What header comments and decorators say of a function.
#[derive(Clone, Debug, Default)]
pub struct Directed {
    pub directives: Directives,
    /// The decorators that the residual module drops.
    pub dropped: Vec<Span>,
    /// Some decorator stays.
    pub decorated: bool,
    /// From `@cython.cfunc` and `@cython.ccall`.
    pub c_function: bool,
    /// From `@cython.nogil`: the function is called without the interpreter's lock.
    pub without_lock: bool,
    /// From `@cython.exceptval(...)`: whether what the function raises is printed, which `check=False` says.
    pub noexcept: Option<bool>,
    /// From `@cython.ufunc`.
    pub ufunc: bool,
    /// Numba's.
    pub signatures: Vec<Signature>,
    /// From `@cython.locals`: types of parameters and locals.
    pub declared: Vec<(String, Type)>,
    /// From `@cython.returns`.
    pub returns: Option<Type>,
    /// Why a decorator keeps the function from being compiled.
    pub left: Option<(Span, String)>,
    /// Numba itself compiles the function.
    pub by_numba: bool,
}

/// Decorators of `cython` that pyrx drops, beside directives.
const CYTHON: [&str; 5] = ["compile", "inline", "gil", "with_gil", "final"];

/// Decorators of `pyrx` beside directives.
const PYRX: [&str; 3] = ["compile", "jit", "nogil"];

/// What `pyrx.jit` takes for functions that are compiled when they are called.
const JIT: [&str; 3] = ["background", "native", "strict"];

fn is_of_calls(decorator: &str, keyword: &ast::Keyword) -> bool {
    decorator == "jit" && keyword.arg.as_ref().is_some_and(|name| JIT.contains(&name.as_str()))
}

/// Decorators of `numba` that pyrx stands in for.
const NUMBA: [&str; 5] = [
    "numba.jit",
    "numba.njit",
    "numba.core.decorators.jit",
    "numba.core.decorators.njit",
    "numba.extending.register_jitable",
];

/// `exceptval(check=False)`: no value stands for an exception, and none is looked for.
fn checks_nothing(call: &ast::ExprCall) -> bool {
    let keyword = |name: &str| call.keywords.iter().find(|keyword| keyword.arg.as_deref() == Some(name));
    call.args.is_empty()
        && keyword("value").is_none()
        && keyword("check").is_some_and(|check| literal(&check.value) == Some(false))
}

impl Directed {
    /// What holds for every function: options, then header comments.
    pub fn header(context: &Context<'_>, comments: &[DirectiveComment], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut directives = context.options.directives.clone();
        directives::apply_comments(&mut directives, comments, context.c.is_some(), diagnostics);
        if context.scope.path("division").as_deref() == Some("__future__.division") {
            directives.int_division = false;
        }
        Directed { directives, ..Directed::default() }
    }

    /// Leaves the function to Numba, decorators and all.
    pub fn leave_to_numba(&mut self, def: &Def<'_>, span: Span, reason: String) {
        self.by_numba = true;
        self.left = Some((span, reason));
        self.dropped.clear();
        self.decorated = !def.decorators().is_empty();
    }

    /// What holds for one function where fused types stand for what `binding` says.
    pub fn of(
        context: &Context<'_>,
        def: &Def<'_>,
        header: &Directed,
        binding: &Binding,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut reader = Reader { context, def, directed: header.clone(), binding, by_numba: None, diagnostics };
        for decorator in def.decorators() {
            reader.decorator(decorator);
        }
        for decorator in &def.class_decorators {
            reader.class_decorator(decorator);
        }
        let handed = context.handed.iter().find(|(name, _)| def.classes.is_empty() && *name == def.name());
        if let Some((name, span)) = handed {
            reader.by_numba = Some((*span, format!("`{name}` is handed to Numba")));
        }
        if let Some((span, reason)) = reader.by_numba {
            reader.directed.leave_to_numba(def, span, reason);
        }
        reader.directed
    }
}

struct Reader<'r, 'm> {
    context: &'r Context<'m>,
    def: &'r Def<'m>,
    directed: Directed,
    binding: &'r Binding,
    /// Why Numba itself compiles the function, if it does.
    by_numba: Option<(Span, String)>,
    diagnostics: &'r mut Vec<Diagnostic>,
}

impl Reader<'_, '_> {
    fn decorator(&mut self, decorator: &Expr) {
        let span = syntax::span(decorator);
        let (function, call) = match decorator {
            Expr::Call(call) => (&*call.func, Some(call)),
            plain => (plain, None),
        };
        let path = self.path(function).unwrap_or_default();
        match path.split_once('.') {
            Some(("pyrx", name)) => self.pyrx(name, call, span),
            Some(("cython", name)) => self.cython(name, call, span),
            Some(("numba", _)) if NUMBA.contains(&&*path) => self.jit(call),
            Some(("numba", name)) => {
                self.directed.decorated = true;
                self.by_numba = Some((span, format!("Numba's `{name}` decorates it")));
                return;
            }
            _ => {
                self.directed.decorated = true;
                return;
            }
        }
        self.directed.dropped.push(span);
    }

    /// Numba's `jitclass` compiles the methods itself.
    fn class_decorator(&mut self, decorator: &Expr) {
        let function = match decorator {
            Expr::Call(call) => &call.func,
            plain => plain,
        };
        if let Some(("numba", name)) = self.path(function).as_deref().and_then(|path| path.split_once('.')) {
            self.by_numba = Some((syntax::span(decorator), format!("Numba's `{name}` decorates its class")));
        }
    }

    fn path(&self, expr: &Expr) -> Option<String> {
        self.context.scope.path_of(expr)
    }

    /// `@pyrx.compile(strict=True)`, `@pyrx.boundscheck(False)`, `@pyrx.fastmath`.
    fn pyrx(&mut self, name: &str, call: Option<&ast::ExprCall>, span: Span) {
        if PYRX.contains(&name) {
            let keywords = call.into_iter().flat_map(|call| &call.keywords);
            keywords.filter(|keyword| !is_of_calls(name, keyword)).for_each(|keyword| self.keyword(keyword));
        } else {
            self.directive(name, call, span);
        }
    }

    fn keyword(&mut self, keyword: &ast::Keyword) {
        if let Some(name) = &keyword.arg {
            let value = literal(&keyword.value);
            apply(&mut self.directed.directives, name, value, syntax::span(keyword), self.diagnostics);
        }
    }

    /// A directive by its name; without a value it is turned on.
    fn directive(&mut self, name: &str, call: Option<&ast::ExprCall>, span: Span) {
        apply(&mut self.directed.directives, name, called_value(call), span, self.diagnostics);
    }

    fn cython(&mut self, name: &str, call: Option<&ast::ExprCall>, span: Span) {
        match name {
            "locals" => self.locals(call),
            "returns" => {
                let returns = call.and_then(|call| call.args.first()).and_then(|returns| self.ty(returns));
                self.directed.returns = returns;
            }
            "cfunc" | "ccall" => self.directed.c_function = true,
            "ufunc" => self.directed.ufunc = true,
            "nogil" => self.directed.without_lock = directives::called_value(call) == Some(true),
            "exceptval" => self.directed.noexcept = Some(call.is_some_and(checks_nothing)),
            _ if CYTHON.contains(&name) => {}
            _ => self.directive(name, call, span),
        }
    }

    fn locals(&mut self, call: Option<&ast::ExprCall>) {
        for keyword in call.into_iter().flat_map(|call| &call.keywords) {
            if let (Some(name), Some(ty)) = (&keyword.arg, self.ty(&keyword.value)) {
                self.directed.declared.push((self.def.mangle(name), ty));
            }
        }
    }

    fn ty(&mut self, expr: &Expr) -> Option<Type> {
        let mut annotations = Annotations::new(self.context, self.binding.clone());
        let ty = annotations.local(expr);
        self.diagnostics.append(&mut annotations.diagnostics);
        ty
    }

    /// `@jit`, `@njit("f8(f8)", fastmath=True)`.
    fn jit(&mut self, call: Option<&ast::ExprCall>) {
        let Some(call) = call else { return };
        if let Some(signature) = call.args.first() {
            self.directed.signatures.extend(numba::read(self.context, self.def, signature, self.diagnostics));
        }
        for keyword in &call.keywords {
            let value = literal(&keyword.value);
            match (keyword.arg.as_ref().map(|name| name.as_str()), value) {
                (Some("signature_or_function"), _) => {
                    let found = numba::read(self.context, self.def, &keyword.value, self.diagnostics);
                    self.directed.signatures.extend(found);
                }
                // `fastmath={"contract"}` asks for some of it, which pyrx does not tell apart.
                (Some("fastmath"), value) => {
                    self.directed.directives.fastmath = value.unwrap_or(matches!(keyword.value, Expr::Set(_)));
                }
                (Some("boundscheck"), Some(value)) => self.directed.directives.boundscheck = value,
                (Some("parallel"), Some(value)) => self.directed.directives.parallel = value,
                (Some("locals"), _) => self.jit_locals(&keyword.value),
                (Some("forceobj"), Some(true)) => {
                    let span = syntax::span(keyword);
                    self.directed.left = Some((span, "Numba's `forceobj` asks for the interpreter".into()));
                }
                _ => {}
            }
        }
    }

    /// `locals={"x": float64}`.
    fn jit_locals(&mut self, locals: &Expr) {
        let Expr::Dict(locals) = locals else { return };
        for (name, ty) in locals.keys.iter().zip(&locals.values) {
            if let Some(Expr::Constant(ast::ExprConstant { value: ast::Constant::Str(name), .. })) = name
                && let Some(ty) = self.ty(ty)
            {
                self.directed.declared.push((self.def.mangle(name), ty));
            }
        }
    }
}

/// The type that `@cython.locals(name=T)` gives a parameter, as written.
pub fn locals_type<'d>(context: &Context<'_>, def: &Def<'d>, name: &str) -> Option<&'d Expr> {
    let calls = def.decorators().iter().filter_map(|decorator| match decorator {
        Expr::Call(call) if context.scope.path_of(&call.func).is_some_and(|path| path == "cython.locals") => Some(call),
        _ => None,
    });
    let mut keywords = calls.flat_map(|call| &call.keywords);
    let keyword = keywords.find(|keyword| keyword.arg.as_ref().is_some_and(|arg| arg.as_str() == name))?;
    Some(&keyword.value)
}
