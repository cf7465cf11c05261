//! C functions that become pointers: what leaves the function by an exception must be what the pointer's type expects.
//!
//! before: `cdef double (*h)(double) noexcept` and `h = g`, where `g` may raise
//! after:  an error, as a call of `h` would not look for the exception

use super::function::Lowerer;
use crate::diag::{Code, Diagnostic};
use crate::hir::c::CScope;
use crate::span::Span;
use crate::syntax;
use crate::syntax::ast::{self, Constant};
use crate::syntax::cython::{CException, CFunction, CKind, CSignature, CType, CTypeKind, forms};

/// How exceptions leave a function: as Cython has it in the types of functions.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Leaving {
    /// The caller asks whether there is one.
    check: bool,
    /// The result that there is with one.
    value: Option<String>,
}

impl<'m> Lowerer<'m> {
    /// A value goes to where a type is written; only functions that become pointers are looked at.
    pub(super) fn check_pointer(&mut self, ty: Option<&CType>, value: &ast::Expr) {
        let Some(c) = self.context.c else { return };
        let Some(CTypeKind::Function(pointer)) = ty.map(|ty| &c.behind(ty).kind) else { return };
        let (named, taken) = match value {
            ast::Expr::Call(call) if matches!(&*call.func, ast::Expr::Name(name) if *name.id == *forms::ADDRESS) => {
                (call.args.first(), true)
            }
            other => (Some(other), false),
        };
        let Some(ast::Expr::Name(name)) = named else { return };
        if self.lookup(&self.mangle(&name.id)).is_some() {
            return;
        }
        let Some(function) = c.function_named(&name.id).filter(|one| one.kind != CKind::Def) else { return };
        let error = self.pointer_error(&c, function, pointer, taken, syntax::span(value));
        self.annotations.diagnostics.extend(error);
    }

    /// The arguments of a call of one of the module's functions of C.
    pub(super) fn check_pointers_passed(&mut self, func: &ast::Expr, args: &[ast::Expr]) {
        let (Some(c), ast::Expr::Name(name)) = (self.context.c, func) else { return };
        if self.lookup(&self.mangle(&name.id)).is_some() || c.function_named(&name.id).is_none() {
            return;
        }
        let Some(def) = self.context.scope.defs.iter().find(|def| def.name() == name.id.as_str()) else { return };
        for (param, arg) in def.arg_list().into_iter().zip(args) {
            let ty = param.annotation.as_deref().and_then(|annotation| self.c_type(annotation));
            self.check_pointer(ty, arg);
        }
    }

    fn pointer_error(
        &self,
        c: &CScope<'_>,
        function: &CFunction,
        pointer: &CSignature,
        taken: bool,
        span: Span,
    ) -> Option<Diagnostic> {
        let def = self.context.scope.defs.iter().find(|def| def.span().start == function.span.start)?;
        let returns = self.c_type(def.returns()?)?;
        let words = |ty: &CType| c.item_words(ty);
        let legacy = self.directives.legacy_noexcept;
        let own = leaving(&function.attributes.exception, &words(returns), false, legacy);
        let wanted = leaving(&pointer.attributes.exception, &words(&pointer.returns), true, legacy);
        let compatible = is_compatible(&own, &wanted);
        if compatible && (!pointer.attributes.without_lock() || function.attributes.without_lock()) {
            return None;
        }
        let params = def.arg_list().into_iter().map(|arg| Some(words(self.c_type(arg.annotation.as_deref()?)?)));
        let params = params.map(|words| words.unwrap_or_else(|| "object".to_owned())).collect::<Vec<_>>().join(", ");
        let star = if taken { " (*)" } else { " " };
        let nogil = |nogil: bool| if nogil { " nogil" } else { "" };
        let from =
            format!("{}{star}({params}){}{}", words(returns), clause(&own), nogil(function.attributes.without_lock()));
        let params = pointer.params.iter().map(|param| words(&param.ty)).collect::<Vec<_>>().join(", ");
        let into = format!(
            "{} (*)({params}){}{}",
            words(&pointer.returns),
            clause(&wanted),
            nogil(pointer.attributes.without_lock())
        );
        let mut message = format!("Cannot assign type '{from}' to '{into}'");
        if !compatible {
            message.push_str(". Exception values are incompatible.");
        }
        if !compatible && wanted == (Leaving { check: false, value: None }) {
            let whose = if taken { "the value being assigned".to_owned() } else { format!("'{}'", function.name) };
            message.push_str(&format!(" Suggest adding 'noexcept' to the type of {whose}."));
        }
        Some(Diagnostic::error(Code::C_CONVERSION, span, message))
    }
}

/// What a header says; without a word a function whose result is a number has a value for it, a pointer's type none.
/// `legacy`: without a word nothing leaves.
fn leaving(exception: &CException, returns: &str, pointer: bool, legacy: bool) -> Leaving {
    let float = matches!(returns, "float" | "double" | "long double");
    match exception {
        CException::Never => Leaving { check: false, value: None },
        CException::Always => Leaving { check: true, value: None },
        CException::Default if legacy && returns != "object" => Leaving { check: false, value: None },
        CException::Default if pointer || returns == "void" => Leaving { check: true, value: None },
        CException::Default => Leaving { check: true, value: Some("-1".to_owned()) },
        CException::Value { value, checked } => Leaving { check: *checked, value: Some(shown(value, float)) },
    }
}

/// The value as it is written, of a function with a float result as a float.
fn shown(value: &ast::Expr, float: bool) -> String {
    match value {
        ast::Expr::UnaryOp(unary) => format!("-{}", shown(&unary.operand, float)),
        ast::Expr::Constant(ast::ExprConstant { value: Constant::Int(value), .. }) if float => format!("{value}.0"),
        ast::Expr::Constant(ast::ExprConstant { value: Constant::Int(value), .. }) => value.to_string(),
        ast::Expr::Constant(ast::ExprConstant { value: Constant::Float(value), .. }) => format!("{value:?}"),
        ast::Expr::Name(name) => name.id.to_string(),
        _ => "?".to_owned(),
    }
}

fn clause(leaving: &Leaving) -> String {
    match (&leaving.value, leaving.check) {
        (None, true) => " except *".to_owned(),
        (None, false) => " noexcept".to_owned(),
        (Some(value), true) => format!(" except? {value}"),
        (Some(value), false) => format!(" except {value}"),
    }
}

/// Whether a caller that expects exceptions to leave in one way finds those that leave in another.
/// `_is_exception_compatible_with` of Cython's `PyrexTypes`.
fn is_compatible(own: &Leaving, wanted: &Leaving) -> bool {
    let number = |leaving: &Leaving| leaving.value.as_ref().map(|value| value.trim_end_matches(".0").to_owned());
    if wanted.check && wanted.value.is_none() {
        return true;
    }
    let silent = !own.check && own.value.is_none();
    wanted.check && silent || number(own) == number(wanted) && (wanted.check || !own.check)
}
