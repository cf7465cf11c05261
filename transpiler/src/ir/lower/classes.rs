//! Objects of classes that the source declares: checked where they come from Python, made where they come from C.

use super::builder::Lower;
use super::coerce::{cast, is_text};
use crate::hir::{self, Written};
use crate::ir::{Expr, ExprKind, Op, PyOp};
use crate::ty::{Kind, Num, Repr, Rules, Type};
use crate::types;

impl<'a> Lower<'a> {
    /// An object where the source asks for one of a class.
    pub(super) fn of_class(&mut self, value: Expr, written: &Written) -> Expr {
        let known = match value.kind {
            ExprKind::Local(local) | ExprKind::Take(local) => self.written(local),
            _ => None,
        };
        let is_known = known.is_some_and(|known| known.class == written.class && (written.none || !known.none));
        if written.class.is_none() || is_known {
            return value;
        }
        let written = Some(written.clone());
        self.op(Op::Python(PyOp::Unbox { value, ty: Type::Object, what: String::new(), written }), Type::Object)
    }

    /// Whether it is an item of a variable that is declared to hold bytes, which is a character of C's.
    pub(super) fn is_byte_of_bytes(&self, expr: &hir::Expr) -> bool {
        let hir::ExprKind::Index { value, index } = &expr.kind else { return false };
        let one = matches!(&index.items[..], [hir::IndexItem::Expr(_)]);
        one && types::memory::is_of_class(self.module, self.source, value, &["bytes"])
    }

    /// A value of any type where the source asks for an object of a class.
    pub(super) fn object_of(&mut self, value: Expr, written: &Written) -> Expr {
        let own = value.ty.clone();
        let object = self.made_of_class(value, written);
        self.of_class_but(&own, object, written)
    }

    /// As [`Self::of_class`], of an object that a native value became.
    pub(super) fn of_class_but(&mut self, own: &Type, object: Expr, written: &Written) -> Expr {
        match class_of(own) {
            Some(class) if written.class.as_deref() == Some(class) => object,
            _ if *own == Type::None => object,
            _ => self.of_class(object, written),
        }
    }

    /// A value of any type as an object: of this class, if C's values of the type can become one.
    pub(super) fn made_of_class(&mut self, value: Expr, written: &Written) -> Expr {
        let path = match (&value.ty, written.class.as_deref()) {
            (Type::Num(num), Some("bytes")) if num.rules == Rules::C => {
                let Some(path) = byte_kernel(*num) else { return self.boxed(value) };
                return self.raising(path, vec![cast(value, Type::INT)], Type::Object);
            }
            (ty, Some("bytes")) if is_text(ty) => return self.as_bytes(|cx| cx.boxed(value)),
            (Type::Pointer(_) | Type::Fixed(..), Some("bytearray")) => "capi::PyByteArray_FromObject",
            (Type::Fixed(..), Some("tuple")) => "capi::PySequence_Tuple",
            _ => return self.boxed(value),
        };
        let object = self.as_bytes(|cx| cx.boxed(value));
        self.raising(path, vec![object], Type::Object)
    }

    /// Lowers with texts of C's as `bytes`.
    fn as_bytes<T>(&mut self, lower: impl FnOnce(&mut Self) -> T) -> T {
        let around = std::mem::replace(&mut self.plain_bytes, true);
        let result = lower(self);
        self.plain_bytes = around;
        result
    }

    /// A value whose method `decode` is asked for, or that is cast to `bytes`: a text of C's has no encoding yet.
    pub(super) fn bytes_object(&mut self, expr: &'a hir::Expr) -> Expr {
        let part = types::memory::pointer_slice(expr, |part| self.type_of(part));
        let text = part.is_some() || is_text(&self.type_of(expr));
        if text { self.as_bytes(|cx| cx.object(expr)) } else { self.expr(expr) }
    }

    /// Whether texts of C's become other objects than `bytes`.
    pub(super) fn decodes_texts(&self) -> bool {
        !self.plain_bytes && self.directives.c_strings != Default::default()
    }
}

/// The kernel that makes the one byte that a number of C's is.
fn byte_kernel(num: Num) -> Option<&'static str> {
    match (num.repr, num.repr.kind()) {
        (Repr::I8 | Repr::U8, _) => Some("obj::bytes_of_char"),
        (_, Kind::Signed | Kind::Unsigned) => Some("obj::byte_of_code"),
        _ => None,
    }
}

/// The class of Python's that all values of a native type have.
pub(super) fn class_of(ty: &Type) -> Option<&'static str> {
    match ty {
        Type::Str => Some("str"),
        Type::Bytes => Some("bytes"),
        Type::List(_) => Some("list"),
        Type::Tuple(_) => Some("tuple"),
        _ => None,
    }
}
