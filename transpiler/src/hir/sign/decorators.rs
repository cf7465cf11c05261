//! Decorators: those of pyrx, Cython and Numba are read and dropped, others stay around the compiled function.

use super::annotations::Annotations;
use super::directives::{self, apply, literal};
use super::numba;
use crate::diag::Diagnostic;
use crate::hir::Signature;
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
    /// Numba's.
    pub signatures: Vec<Signature>,
    /// From `@cython.locals`: types of parameters and locals.
    pub declared: Vec<(String, Type)>,
    /// From `@cython.returns`.
    pub returns: Option<Type>,
    /// Why a decorator keeps the function from being compiled.
    pub left: Option<(Span, String)>,
}

/// Decorators of `cython` that pyrx drops, beside directives.
const CYTHON: [&str; 11] =
    ["cfunc", "ccall", "compile", "inline", "nogil", "gil", "with_gil", "exceptval", "final", "ufunc", "returns"];

/// Decorators of `pyrx` beside directives.
const PYRX: [&str; 3] = ["compile", "jit", "nogil"];

/// Decorators of `numba` that pyrx stands in for.
const NUMBA: [&str; 5] = [
    "numba.jit",
    "numba.njit",
    "numba.core.decorators.jit",
    "numba.core.decorators.njit",
    "numba.extending.register_jitable",
];

impl Directed {
    /// What holds for every function: options, then header comments.
    pub fn header(context: &Context<'_>, comments: &[DirectiveComment], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut directives = context.options.directives.clone();
        directives::apply_comments(&mut directives, comments, diagnostics);
        Directed { directives, ..Directed::default() }
    }

    /// What holds for one function.
    pub fn of(context: &Context<'_>, def: &Def<'_>, header: &Directed, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut reader = Reader { context, def, directed: header.clone(), diagnostics };
        for decorator in def.decorators() {
            reader.decorator(decorator);
        }
        reader.directed
    }
}

struct Reader<'r, 'm> {
    context: &'r Context<'m>,
    def: &'r Def<'m>,
    directed: Directed,
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
                self.directed.left = Some((span, format!("Numba's `{name}` decorates it")));
                return;
            }
            _ => {
                self.directed.decorated = true;
                return;
            }
        }
        self.directed.dropped.push(span);
    }

    fn path(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Name(name) => self.context.scope.path(&name.id),
            Expr::Attribute(attribute) => Some(format!("{}.{}", self.path(&attribute.value)?, attribute.attr)),
            _ => None,
        }
    }

    /// `@pyrx.compile(strict=True)`, `@pyrx.boundscheck(False)`, `@pyrx.fastmath`.
    fn pyrx(&mut self, name: &str, call: Option<&ast::ExprCall>, span: Span) {
        if PYRX.contains(&name) {
            call.into_iter().flat_map(|call| &call.keywords).for_each(|keyword| self.keyword(keyword));
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
        let value = match call.map(|call| &call.args[..]) {
            None | Some([]) => Some(true),
            Some([value, ..]) => literal(value),
        };
        apply(&mut self.directed.directives, name, value, span, self.diagnostics);
    }

    fn cython(&mut self, name: &str, call: Option<&ast::ExprCall>, span: Span) {
        match name {
            "locals" => self.locals(call),
            "returns" => {
                let returns = call.and_then(|call| call.args.first()).and_then(|returns| self.ty(returns));
                self.directed.returns = returns;
            }
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
        let mut annotations = Annotations::new(self.context);
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
                (Some("forceobj"), Some(true)) => {
                    let span = syntax::span(keyword);
                    self.directed.left = Some((span, "Numba's `forceobj` asks for the interpreter".into()));
                }
                _ => {}
            }
        }
    }
}
