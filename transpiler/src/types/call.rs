//! What a call expression calls, and what it gives.

pub mod dialects;
pub mod fused;
mod native;

pub use native::Source;

use super::body::{Body, holds_list};
use super::libc::CLibraryType;
use super::special::{self, Special};
use super::{Callee, iterate, join_exact, lists, methods, resolve, row};
use crate::hir::{CompKind, Expr, ExprKind};
use crate::ty::{ArrayType, Form, Rules, Type};

impl<'a> Body<'a, '_> {
    pub(super) fn call(
        &mut self,
        whole: &'a Expr,
        func: &'a Expr,
        args: &'a [Expr],
        keywords: &'a [(String, Expr)],
    ) -> Type {
        self.direct_arguments(func, args);
        // As it was found to be when it was looked at before.
        let is_python = matches!(self.instance.callees.get(&whole.id), Some(Callee::Python));
        let argument = |body: &mut Self, arg| if is_python { body.item(arg) } else { body.expr(arg) };
        let types: Vec<Type> = args.iter().map(|arg| argument(self, arg)).collect();
        let keyword_types: Vec<Type> = keywords.iter().map(|(_, value)| argument(self, value)).collect();
        if types.iter().chain(&keyword_types).any(|ty| *ty == Type::Never) {
            self.note_receiver(func);
            return Type::Never;
        }
        let native = self.called(func, args, keywords, &types, &keyword_types);
        let native = native.filter(|(callee, ty)| {
            if ty.num().is_some_and(|num| num.rules == Rules::C) {
                return true; // in C, what is picked has the common type
            }
            // `min(1, 2.5)` is an `int`: where the caller sees it, the interpreter says which it is.
            let picks = matches!(callee, Callee::Special(Special::Min | Special::Max));
            !(picks && self.returned_as_is.contains(&whole.id) && types.len() > 1 && !same_types(&types))
        });
        let (callee, ty) = native.unwrap_or_else(|| {
            self.leak_receiver(func);
            let reads = resolve::path(self.module(), func).is_some_and(|path| lists::is_reader(&path.name));
            if !reads {
                args.iter().chain(keywords.iter().map(|(_, value)| value)).for_each(|arg| self.leak(arg));
            }
            self.expr(func);
            (Callee::Python, Type::Object)
        });
        self.grown |= !is_python && matches!(callee, Callee::Python);
        self.instance.callees.insert(whole.id, callee);
        ty
    }

    /// Types the object a method is called on, also where the call itself cannot be typed yet.
    fn note_receiver(&mut self, func: &'a Expr) -> Option<Type> {
        match &func.kind {
            ExprKind::Attribute { value, .. } if resolve::path(self.module(), func).is_none() => Some(self.expr(value)),
            _ => None,
        }
    }

    /// A method that the interpreter runs on a list may change it: the list must be the interpreter's, too.
    fn leak_receiver(&mut self, func: &'a Expr) {
        let ExprKind::Attribute { value, name } = &func.kind else { return };
        if lists::READ_METHODS.contains(&name.as_str()) || !holds_list(&self.expr(value)) {
            return;
        }
        self.leak(value);
    }

    fn called(
        &mut self,
        func: &'a Expr,
        args: &'a [Expr],
        keywords: &'a [(String, Expr)],
        types: &[Type],
        keyword_types: &[Type],
    ) -> Option<(Callee, Type)> {
        if let Some(id) = resolve::function(self.module(), func) {
            let (callee, ty) = self.native_call(id, types, keywords, keyword_types)?;
            if self.is_of_other_dialect(id) {
                // The interpreter calls it where an argument is refused.
                self.expr(func);
            }
            self.share_lists(id, &callee, args, keywords);
            return Some((callee, ty));
        }
        if let Some(called) = self.c_call(func, types, keywords) {
            if let Callee::Special(Special::CLibrary(call)) = &called.0 {
                let objects = args.iter().zip(call.params).filter(|(_, param)| **param == CLibraryType::Object);
                objects.for_each(|(arg, _)| self.keep_as_object(arg));
            }
            return Some(called);
        }
        if let Some(path) = resolve::path(self.module(), func) {
            if let Some(special) = special::function(&path.name) {
                let (special, ty) = self.special(special, args, keywords, types)?;
                return Some((Callee::Special(special), ty));
            }
            let fit = keywords.is_empty().then(|| row::fit(&path.name, types)).flatten()?;
            return Some((Callee::Row { row: fit.row, params: fit.params }, fit.result));
        }
        let receiver = self.note_receiver(func);
        let ExprKind::Attribute { value, name } = &func.kind else { return None };
        if let ("sort", [], [_], Some(Type::List(item))) = (name.as_str(), args, keywords, &receiver) {
            let reverse = special::is_reverse(keywords)?;
            return methods::is_ordered(item).then_some((Callee::Special(Special::Sort { reverse }), Type::None));
        }
        if !keywords.is_empty() {
            return None;
        }
        self.method(value, &receiver?, name, args, types)
    }

    fn method(
        &mut self,
        value: &'a Expr,
        receiver: &Type,
        name: &str,
        args: &[Expr],
        types: &[Type],
    ) -> Option<(Callee, Type)> {
        if *receiver == Type::Never {
            return Some((Callee::Python, Type::Never));
        }
        match (receiver, name, types) {
            (Type::List(_), "append", [arg]) | (Type::List(_), "insert", [_, arg]) => self.takes(value, arg),
            (Type::List(_), "extend", [other]) if iterate::is_native(other) => {
                self.takes(value, &iterate::item_type(other));
            }
            _ => {}
        }
        if let (Type::Array(array @ ArrayType { form: Form::Array, .. }), "astype", [dtype]) = (receiver, name, args) {
            return Some((Callee::Special(Special::AsType), self.converted_copy(*array, Some(dtype))?));
        }
        let (special, ty) = methods::method(receiver, name, types)?;
        Some((Callee::Special(special), ty))
    }
}

/// Whether values of all the types come back to Python as one class.
fn same_types(types: &[Type]) -> bool {
    types.iter().fold(Type::Never, |joined, ty| join_exact(&joined, ty)) != Type::Object
}

/// Whether it is a generator expression that the call around consumes.
pub fn is_lazy(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Comp { kind: CompKind::Lazy, .. })
}
