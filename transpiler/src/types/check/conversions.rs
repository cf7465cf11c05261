//! Literals and objects of known classes that go where another type is declared, arrays of other lengths, results.

use super::Check;
use crate::diag::Code;
use crate::hir::{Const, Expr, ExprKind, Index, Target, TargetKind, UnaryOp, WebId};
use crate::span::Span;
use crate::ty::{ArrayType, Form, Kind, Num, Repr, Rules, Type};
use crate::types::{c_number, memory};

/// Classes whose objects are of no other class.
const CLASSES: [&str; 7] = ["list", "tuple", "dict", "set", "frozenset", "bytes", "str"];

const NO_CHARACTER: &str = "Only single-character string literals can be coerced into ints.";

/// Text that is written out where C takes none.
pub const UNICODE_LITERAL: &str = "Unicode literals do not support coercion to C types other than Py_UCS4/Py_UNICODE (for \
                                   characters), Py_UNICODE* (for strings) or char*/void* (for auto-encoded strings).";

impl<'a> Check<'a> {
    /// `target = value`
    pub(super) fn stored(&mut self, target: &'a Target, value: &'a Expr) {
        let declared = match &target.kind {
            TargetKind::Local(web) => {
                let written = self.function.webs[web.0 as usize].written.as_ref();
                self.classes(written.and_then(|written| written.class.as_deref()), value);
                self.declared(*web).cloned()
            }
            TargetKind::Global(name) => memory::variable(self.module, name).cloned(),
            TargetKind::Index { value: whole, index } => self.stored_type(whole, index, value),
            TargetKind::Attribute { value, name } => self.field_type(value, name),
            TargetKind::Tuple { elements, .. } => return self.unpacked(elements, value),
        };
        self.array_stored(declared.as_ref(), value, target.span);
        if let Some(declared) = &declared {
            self.pointers_stored(declared, value);
        }
        self.given(value, declared.as_ref());
    }

    /// `a, b = value`
    fn unpacked(&mut self, elements: &'a [Target], value: &'a Expr) {
        let (expected, given) = match (&value.kind, self.ty(value)) {
            (ExprKind::Tuple(items), _) if items.len() == elements.len() => {
                return elements.iter().zip(items).for_each(|(target, item)| self.stored(target, item));
            }
            (ExprKind::Local { web, .. }, Type::Tuple(items)) if self.declared(*web).is_some() => {
                (items.len(), elements.len())
            }
            _ => return,
        };
        if expected != given {
            let message = format!("Assignment to/from slice of wrong length, expected {expected}, got {given}");
            self.error(Code::C_CONVERSION, value.span, message);
        }
    }

    /// The type that is declared for a variable or parameter.
    pub(super) fn declared(&self, web: WebId) -> Option<&'a Type> {
        let own = self.function.webs[web.0 as usize].declared.as_ref();
        own.or_else(|| {
            let at = self.function.params.iter().position(|param| param.web == web)?;
            self.function.signatures.first()?.params.get(at)?.as_ref()
        })
    }

    /// The type that any variable of this name is declared to have: a view that is set to `None` is another web.
    pub(super) fn declared_name(&self, name: &str) -> Option<&'a Type> {
        let webs = self.function.webs.iter().enumerate().filter(|(_, web)| web.name == name);
        webs.into_iter().find_map(|(at, _)| self.declared(WebId(at as u32)))
    }

    /// The type of what is stored by an index: an item, also of all those that a view's slices pick.
    fn stored_type(&self, whole: &Expr, index: &Index, value: &Expr) -> Option<Type> {
        let scalar = matches!(value.kind, ExprKind::Const(_)) || self.ty(value).num().is_some();
        match self.ty(whole) {
            Type::Array(view) if view.form == Form::View && scalar => Some(view.item()),
            _ => self.item_type(whole, index),
        }
    }

    fn field_type(&self, of: &Expr, name: &str) -> Option<Type> {
        let id = match self.ty(of) {
            Type::Struct(id) => *id,
            Type::Pointer(item) => match **item {
                Type::Struct(id) => id,
                _ => return None,
            },
            _ => return None,
        };
        self.module.structs.get(id.0 as usize)?.field(name).map(|(_, ty)| ty.clone())
    }

    /// A value goes where a type is declared.
    pub(super) fn given(&mut self, value: &'a Expr, declared: Option<&Type>) {
        match declared {
            Some(Type::Array(view)) if super::is_c(&Type::Array(*view)) => self.view_given(value, *view),
            Some(Type::Num(num)) if num.is_truth() && matches!(value.kind, ExprKind::Bool { .. }) => {}
            Some(Type::Num(Num { repr, rules: Rules::C, .. })) => {
                // What is told of as a literal is no number.
                self.literal(value, *repr);
                self.narrowed(value, *repr);
            }
            Some(Type::Tuple(types)) => {
                if let ExprKind::Tuple(items) = &value.kind {
                    self.tuple_given(value, items, types);
                }
            }
            _ => {}
        }
    }

    fn tuple_given(&mut self, whole: &'a Expr, items: &'a [Expr], types: &[Type]) {
        let (expected, given) = (types.len(), items.len());
        if expected != given {
            let what = "trying to coerce sequence to ctuple of wrong length";
            return self.error(Code::C_CONVERSION, whole.span, format!("{what}, expected {expected}, got {given}"));
        }
        items.iter().zip(types).for_each(|(item, ty)| self.given(item, Some(ty)));
    }

    /// A float does not become an integer by itself, nor a complex number a real one.
    fn narrowed(&mut self, value: &'a Expr, to: Repr) {
        let Some(from) = literal_number(value).or_else(|| self.operand(value).and_then(Type::num)) else { return };
        let fits = match from.repr.kind() {
            Kind::Complex => to.is_complex(),
            Kind::Float => to.is_float() || to.is_complex(),
            Kind::Bool | Kind::Signed | Kind::Unsigned => true,
        };
        if !fits {
            let (from, to) = (c_number(from.repr), c_number(to));
            self.error(Code::C_CONVERSION, self.place(value), format!("Cannot assign type '{from}' to '{to}'"));
        }
    }

    /// A literal of Python's that goes where a number is declared.
    pub(super) fn literal(&mut self, value: &'a Expr, to: Repr) {
        let message = match (&value.kind, to.kind()) {
            (ExprKind::List(_), _) => format!("Cannot coerce list to type '{}'", c_number(to)),
            (_, Kind::Bool) => return,
            (ExprKind::Const(Const::Str(text)), Kind::Signed | Kind::Unsigned) if text.chars().count() != 1 => {
                NO_CHARACTER.to_owned()
            }
            (ExprKind::Const(Const::Bytes(text)), Kind::Signed | Kind::Unsigned) if text.len() != 1 => {
                NO_CHARACTER.to_owned()
            }
            (ExprKind::Const(Const::Str(_)), Kind::Float | Kind::Complex) => UNICODE_LITERAL.to_owned(),
            _ => return,
        };
        self.error(Code::C_CONVERSION, value.span, message);
    }

    /// A view is made of what has a buffer.
    fn view_given(&mut self, value: &'a Expr, view: ArrayType) {
        let message = match (&value.kind, self.operand(value)) {
            (ExprKind::List(_), _) => format!("Cannot coerce list to type '{}'", self.named(&Type::Array(view))),
            (ExprKind::Const(Const::Str(_)), _) => UNICODE_LITERAL.to_owned(),
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
            (ExprKind::Const(Const::Bytes(bytes)), _) => bytes.len(),
            (ExprKind::Const(Const::Str(text)), _) => text.len(),
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

/// What a literal of a real or complex number is; a default has no types in the function.
fn literal_number(value: &Expr) -> Option<Num> {
    match &value.kind {
        ExprKind::Const(Const::Float(_)) => Some(Num::FLOAT),
        ExprKind::Const(Const::Imaginary(_)) => Some(Num::COMPLEX),
        ExprKind::Unary { op: UnaryOp::Neg | UnaryOp::Pos, operand } => literal_number(operand),
        _ => None,
    }
}
