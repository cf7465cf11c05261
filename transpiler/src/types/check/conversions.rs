//! Literals and objects of known classes that go where another type is declared, arrays of other lengths, results.

use super::Check;
use crate::diag::Code;
use crate::hir::{Const, Expr, ExprKind, Target, TargetKind};
use crate::span::Span;
use crate::ty::{ArrayType, Kind, Num, Rules, Type};
use crate::types::memory;

/// Classes whose objects are of no other class.
const CLASSES: [&str; 7] = ["list", "tuple", "dict", "set", "frozenset", "bytes", "str"];

const NO_CHARACTER: &str = "Only single-character string literals can be coerced into ints.";

const NO_NUMBER: &str = "Unicode literals do not support coercion to C types other than Py_UCS4/Py_UNICODE (for \
                         characters), Py_UNICODE* (for strings) or char*/void* (for auto-encoded strings).";

impl<'a> Check<'a> {
    /// `target = value`
    pub(super) fn stored(&mut self, target: &'a Target, value: &'a Expr) {
        let declared = match &target.kind {
            TargetKind::Local(web) => {
                let web = &self.function.webs[web.0 as usize];
                self.classes(web.written.as_ref().and_then(|written| written.class.as_deref()), value);
                web.declared.clone()
            }
            TargetKind::Global(name) => memory::variable(self.module, name).cloned(),
            TargetKind::Index { value, index } => self.item_type(value, index),
            TargetKind::Attribute { .. } | TargetKind::Tuple { .. } => None,
        };
        self.array_stored(declared.as_ref(), value, target.span);
        self.given(value, declared.as_ref());
    }

    /// A literal goes where a type is declared.
    pub(super) fn given(&mut self, value: &'a Expr, declared: Option<&Type>) {
        if let Some(Type::Array(view)) = declared.filter(|ty| super::is_c(ty)) {
            return self.view_given(value, *view);
        }
        let Some(Type::Num(Num { repr, rules: Rules::C })) = declared else { return };
        let message = match (&value.kind, repr.kind()) {
            (ExprKind::List(_), _) => format!("Cannot coerce list to type '{}'", crate::types::c_number(*repr)),
            (_, Kind::Bool) => return,
            (ExprKind::Const(Const::Str(text)), Kind::Signed | Kind::Unsigned) if text.chars().count() != 1 => {
                NO_CHARACTER.to_owned()
            }
            (ExprKind::Const(Const::Bytes(text)), Kind::Signed | Kind::Unsigned) if text.len() != 1 => {
                NO_CHARACTER.to_owned()
            }
            (ExprKind::Const(Const::Str(_)), Kind::Float | Kind::Complex) => NO_NUMBER.to_owned(),
            _ => return,
        };
        self.error(Code::C_CONVERSION, value.span, message);
    }

    /// A view is made of what has a buffer.
    fn view_given(&mut self, value: &'a Expr, view: ArrayType) {
        let message = match (&value.kind, self.operand(value)) {
            (ExprKind::List(_), _) => format!("Cannot coerce list to type '{}'", self.named(&Type::Array(view))),
            (_, Some(ty @ (Type::Num(_) | Type::Struct(_)))) => {
                format!("Cannot convert '{}' to memoryviewslice", self.named(ty))
            }
            _ => return,
        };
        self.error(Code::C_CONVERSION, self.place(value), message);
    }

    /// An object of one builtin class goes to a variable for another.
    fn classes(&mut self, declared: Option<&str>, value: &'a Expr) {
        let Some(declared) = declared.filter(|class| CLASSES.contains(class)) else { return };
        let Some(class) = self.class_of(value).filter(|class| *class != declared) else { return };
        let message = match (class, declared) {
            ("str", "bytes") => "Cannot convert Unicode string to 'bytes' implicitly, encoding required.".to_owned(),
            ("bytes", "str") => "Cannot convert 'bytes' object to str implicitly, decoding required".to_owned(),
            _ => format!("Cannot assign type '{class} object' to '{declared} object'"),
        };
        self.error(Code::C_CONVERSION, self.place(value), message);
    }

    /// The class that every value of the expression has; literals and variables only.
    fn class_of(&self, value: &Expr) -> Option<&'a str> {
        match &value.kind {
            ExprKind::List(_) => Some("list"),
            ExprKind::Dict(_) => Some("dict"),
            ExprKind::Set(_) => Some("set"),
            ExprKind::Const(Const::Str(_)) => Some("str"),
            ExprKind::Const(Const::Bytes(_)) => Some("bytes"),
            ExprKind::Local { web, .. } => {
                let of_web = self.function.webs[web.0 as usize].written.as_ref();
                let of_param = || self.function.params.iter().find(|param| param.web == *web)?.written.as_ref();
                let class = of_web.or_else(of_param)?.class.as_deref()?;
                CLASSES.contains(&class).then_some(class)
            }
            _ => None,
        }
    }

    /// An array of C's takes as many items as it has.
    fn array_stored(&mut self, declared: Option<&Type>, value: &'a Expr, span: Span) {
        let Some(Type::Fixed(item, size)) = declared else { return };
        let given = match (&value.kind, self.ty(value)) {
            (ExprKind::List(items), _) => items.len(),
            (_, Type::Fixed(own, given)) if own == item => *given as usize,
            (_, own @ Type::Fixed(..)) => {
                let (from, into) = (self.named(own), self.named(&Type::Fixed(item.clone(), *size)));
                let message = format!("Cannot assign type '{from}' to '{into}'");
                return self.error(Code::C_CONVERSION, self.place(value), message);
            }
            _ => return,
        };
        if given != *size as usize {
            let message = format!("Assignment to slice of wrong length, expected {size}, got {given}");
            self.error(Code::C_CONVERSION, span, message);
        }
    }

    /// `return value`; of a C function as it declares.
    pub(super) fn returned(&mut self, value: Option<&'a Expr>, span: Span) {
        let sound = value.is_none_or(|value| self.expr(value));
        let declared = self.function.signatures.first().and_then(|signature| signature.returns.as_ref());
        let Some(declared) = declared.filter(|_| self.function.is_c_function() && sound) else { return };
        match (value, declared) {
            (Some(value), Type::None) => {
                self.error(Code::C_CONVERSION, self.place(value), "Return with value in void function");
            }
            (Some(value), declared) => self.given(value, Some(declared)),
            (None, ty) if super::is_c(ty) => self.error(Code::C_CONVERSION, span, "Return value required"),
            (None, _) => {}
        }
    }
}
