//! What is wrong with the declarations of a function of a `.pyx`, and stores into what they say is constant.

use super::function::Lowerer;
use crate::diag::{Code, Diagnostic};
use crate::hir::c::{Constness, twice};
use crate::span::Span;
use crate::syntax;
use crate::syntax::ast::{self, Constant};
use crate::syntax::cython::{CException, CFunction, CKind, CType, CTypeKind, forms};
use crate::ty::Type;

impl<'m> Lowerer<'m> {
    /// The type of C's that an annotation stands for, as it is written.
    pub(super) fn c_type(&self, annotation: &ast::Expr) -> Option<&'m CType> {
        let ast::Expr::Name(name) = annotation else { return None };
        self.context.c?.written_type(forms::type_index(&name.id)?)
    }

    /// A variable is declared: once, and of a type that has a size. Returns whether it is.
    pub(super) fn check_declared(
        &mut self,
        target: &ast::ExprName,
        annotation: &ast::Expr,
        declared: Option<&Type>,
        has_value: bool,
    ) -> bool {
        let (Some(c), Some(ty)) = (self.context.c, self.c_type(annotation)) else { return true };
        let span = syntax::span(target);
        let variable = self.lookup(&self.mangle(&target.id));
        let first = variable.and_then(|variable| self.declared_at.insert(variable, span));
        let error = if let Some(first) = first {
            Some(twice(&target.id, span, first))
        } else if let Some(words) = c.incomplete(ty).filter(|_| !has_value) {
            Some(wrong(span, format!("Variable type '{words}' is incomplete")))
        } else if self.directives.nogil && declared == Some(&Type::Object) {
            Some(Diagnostic::error(Code::NOGIL, span, "Function declared nogil has Python locals or temporaries"))
        } else {
            None
        };
        let fine = error.is_none();
        self.annotations.diagnostics.extend(error);
        fine
    }

    /// A variable with a declared type from here on.
    pub(super) fn keep_type(&mut self, target: &ast::ExprName, annotation: &ast::Expr) {
        if let (Some(ty), Some(variable)) = (self.c_type(annotation), self.lookup(&self.mangle(&target.id))) {
            self.c_types.insert(variable, ty);
        }
    }

    /// The type that is declared for a variable, as it is written.
    pub(super) fn type_of_name(&self, expr: &ast::Expr) -> Option<&'m CType> {
        let ast::Expr::Name(name) = expr else { return None };
        match self.lookup(&self.mangle(&name.id)) {
            Some(variable) => self.c_types.get(&variable).copied(),
            None => self.context.c?.variable_type(&name.id),
        }
    }

    /// Nothing is stored into what is constant, or is no variable.
    pub(super) fn check_constness(&mut self, target: &ast::Expr) {
        let (of, message) = match target {
            ast::Expr::Name(name) if self.is_fixed(&name.id) => {
                let message = format!("Assignment to non-lvalue '{}'", name.id);
                let error = Diagnostic::error(Code::C_CONVERSION, syntax::span(target), message);
                let hint = format!("`{}` is no variable of the module; give the value another name", name.id);
                return self.annotations.diagnostics.push(error.hint(hint));
            }
            ast::Expr::Name(name) if self.constness_of(target).value => {
                (syntax::span(target), format!("Assignment to const '{}'", name.id))
            }
            ast::Expr::Subscript(subscript) if self.constness_of(&subscript.value).pointee => {
                (self.behind(&subscript.value, target), "Assignment to const dereference".to_owned())
            }
            ast::Expr::Attribute(attribute) if self.constness_of(&attribute.value) != Constness::default() => {
                let message = format!("Assignment to const attribute '{}'", attribute.attr);
                (self.behind(&attribute.value, target), message)
            }
            _ => return,
        };
        self.annotations.diagnostics.push(Diagnostic::error(Code::C_CONVERSION, of, message));
    }

    /// Whether a name means something of C's that is no variable.
    fn is_fixed(&self, name: &str) -> bool {
        let name = self.mangle(name);
        self.lookup(&name).is_none() && self.context.c.is_some_and(|c| c.is_fixed(&name))
    }

    fn constness_of(&self, expr: &ast::Expr) -> Constness {
        match expr {
            // An item, or a part that has more of them.
            ast::Expr::Subscript(subscript) => {
                let Constness { pointee, .. } = self.constness_of(&subscript.value);
                return Constness { value: pointee, pointee };
            }
            ast::Expr::Attribute(attribute) => {
                let value = self.constness_of(&attribute.value) != Constness::default();
                return Constness { value, pointee: false };
            }
            _ => {}
        }
        let ty = self.type_of_name(expr);
        self.context.c.zip(ty).map(|(c, ty)| c.constness(ty)).unwrap_or_default()
    }

    /// From the bracket or dot behind a value to the end of the whole.
    fn behind(&self, value: &ast::Expr, whole: &ast::Expr) -> Span {
        let (start, end) = (syntax::span(value).end, syntax::span(whole).end);
        let text = self.context.text.get(start as usize..end as usize).unwrap_or("");
        let blank = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == ')').len();
        Span::new(start + blank as u32, end)
    }

    /// The value that marks an exception is one of the type that the function returns.
    pub(super) fn check_exception(&mut self, function: &CFunction, returns: Option<&Type>) {
        let CException::Value { value, .. } = &function.attributes.exception else { return };
        let object = matches!(returns, None | Some(Type::Object));
        if object && function.kind != CKind::Def {
            let message = "Exception clause not allowed for function returning Python object";
            let end = function.name_span.end;
            return self.annotations.diagnostics.push(wrong(Span::new(end, end + 1), message));
        }
        let number = match &**value {
            ast::Expr::UnaryOp(unary) => &*unary.operand,
            other => other,
        };
        let ast::Expr::Constant(ast::ExprConstant { value: constant, .. }) = number else { return };
        let fits = match (returns, constant) {
            (Some(Type::None | Type::Struct(_)), _) => false,
            (Some(Type::Pointer(_) | Type::Function(_)), Constant::Int(value)) => value.to_u32_digits().1.is_empty(),
            (Some(Type::Num(num)), Constant::Float(_)) => num.repr.is_float() || num.repr.is_complex(),
            (Some(Type::Num(num)), Constant::Complex { .. }) => num.repr.is_complex(),
            _ => true,
        };
        if !fits {
            let message = "Exception value incompatible with function return type";
            self.annotations.diagnostics.push(wrong(syntax::span(number), message));
        }
    }
}

impl CType {
    /// Whether it is nothing at all.
    pub(super) fn is_void(&self) -> bool {
        matches!(self.kind, CTypeKind::Basic("void"))
    }
}

/// An error in a declaration.
pub(super) fn wrong(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(Code::C_DECLARATION, span, message)
}
