//! Pure expressions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::constant;
use super::function::FnCx;
use super::names::runtime_path;
use super::placement::Place;
use super::types;
use crate::ir::{Expr, ExprKind, LocalId, PureOp, Relation};
use crate::passes::ranges;
use crate::ty::{Kind, Repr, Type};

/// How tightly the outermost operator of an emitted expression binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// `if`, `as`, blocks: always in parentheses inside another operator.
    Low,
    Or,
    And,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Sum,
    Product,
    Unary,
    /// Literals, paths, calls.
    Postfix,
}

/// An emitted expression.
pub(super) struct Code {
    pub tokens: TokenStream,
    pub level: Level,
}

impl Code {
    fn new(level: Level, tokens: TokenStream) -> Code {
        Code { tokens, level }
    }

    pub fn postfix(tokens: TokenStream) -> Code {
        Code::new(Level::Postfix, tokens)
    }

    /// The tokens, in parentheses unless they bind at least as tightly as `level`.
    pub fn at(self, level: Level) -> TokenStream {
        let tokens = self.tokens;
        if self.level >= level { tokens } else { quote!((#tokens)) }
    }

    /// As the receiver of a method or field.
    pub fn receiver(self) -> TokenStream {
        self.at(Level::Postfix)
    }
}

/// Kernels whose result type does not follow from their arguments: `cast::<From, To>`.
const BY_RESULT: &[&str] = &["conv::cast", "conv::narrow", "conv::to_int", "sequence::fit", "sequence::store_int"];

/// Kernels that make arrays of any dtype: `arange_int::<Element>`.
const BY_ELEMENT: &[&str] = &[
    "new::arange_float",
    "new::arange_int",
    "new::arange_int_float",
    "new::eye",
    "new::from_slice",
    "mem::pointed_1",
    "mem::pointed_2",
    "mem::pointed_3",
    "mem::view_1",
    "mem::view_2",
    "mem::view_3",
];

/// Kernels that make arrays of any dtype and the rank of their argument: `empty_like_k::<Element, _, 2>`.
const BY_RANK: &[&str] = &["new::empty_like_k", "new::zeros_like_k"];

/// Kernels that make arrays of any dtype and rank.
const BY_VIEW: &[&str] = &["array::none"];

/// Kernels that rest on a position being in range, which the loop that counts through a cursor sees to.
const UNCHECKED: &[&str] = &["sequence::bytes_at", "sequence::text_at", "obj::byte_at", "obj::character_at"];

impl FnCx<'_> {
    /// The value of an expression, owned.
    pub fn value(&mut self, expr: &Expr) -> TokenStream {
        self.code(expr).tokens
    }

    pub fn values<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>) -> Vec<TokenStream> {
        exprs.into_iter().map(|expr| self.value(expr)).collect()
    }

    /// Something that can be looked at without being cloned: operands of comparisons, receivers, references.
    pub fn place(&mut self, expr: &Expr) -> Code {
        match &expr.kind {
            ExprKind::Local(id) if !matches!(expr.ty, Type::Array(_)) => {
                let ident = &self.name(*id).ident;
                Code::postfix(quote!(#ident))
            }
            ExprKind::Field(tuple, field) => {
                let (tuple, field) = (self.place(tuple).receiver(), Literal::u32_unsuffixed(*field));
                Code::postfix(quote!(#tuple.#field))
            }
            _ => self.code(expr),
        }
    }

    /// A reference to the value.
    pub fn reference(&mut self, expr: &Expr) -> TokenStream {
        let place = self.place(expr).at(Level::Unary);
        quote!(&#place)
    }

    pub fn references<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>) -> Vec<TokenStream> {
        exprs.into_iter().map(|expr| self.reference(expr)).collect()
    }

    /// The view of an array.
    pub fn view(&mut self, expr: &Expr) -> TokenStream {
        match &expr.kind {
            ExprKind::Local(id) | ExprKind::Take(id) => {
                let ident = &self.name(*id).ident;
                quote!(#ident)
            }
            ExprKind::Select(cond, then, orelse) => {
                let (cond, then, orelse) = (self.value(cond), self.view(then), self.view(orelse));
                quote!(if #cond { #then } else { #orelse })
            }
            _ => {
                let array = self.place(expr).receiver();
                quote!(#array.view)
            }
        }
    }

    /// As an argument of a runtime function: arrays as views, shared values by reference, the rest by value.
    pub fn kernel_arg(&mut self, expr: &Expr) -> TokenStream {
        match &expr.ty {
            Type::Array(_) => self.view(expr),
            Type::Str | Type::Bytes | Type::List(_) | Type::Object => self.reference(expr),
            Type::Never | Type::None | Type::Num(_) | Type::Char | Type::Tuple(_) | Type::Range => self.value(expr),
            Type::Pointer(_) | Type::Fixed(..) | Type::Struct(_) | Type::Function(_) => self.value(expr),
        }
    }

    /// A call of a runtime function.
    pub fn kernel(&mut self, path: &str, args: &[Expr], result: &Type) -> TokenStream {
        let turbofish = match args {
            [arg] if BY_RESULT.contains(&path) => {
                let (from, to) = (types::value(&arg.ty), types::value(result));
                Some(quote!(::<#from, #to>))
            }
            _ if BY_VIEW.contains(&path) => result.array().map(|array| {
                let (element, rank) = (types::element(array.dtype), types::rank(array.ndim));
                quote!(::<#element, #rank>)
            }),
            _ if BY_RANK.contains(&path) => result.array().map(|array| {
                let (element, rank) = (types::element(array.dtype), types::rank(array.ndim));
                quote!(::<#element, _, #rank>)
            }),
            _ => result.array().filter(|_| BY_ELEMENT.contains(&path)).map(|array| {
                let element = types::element(array.dtype);
                quote!(::<#element>)
            }),
        };
        let args: Vec<_> = args.iter().map(|arg| self.kernel_arg(arg)).collect();
        let function = runtime_path(path);
        let call = quote!(#function #turbofish(#(#args),*));
        if UNCHECKED.contains(&path) { quote!(unsafe { #call }) } else { call }
    }

    pub fn code(&mut self, expr: &Expr) -> Code {
        match &expr.kind {
            ExprKind::Const(value) => constant::native(value, &expr.ty, self.tables),
            // A value that never exists: lowered code that cannot be reached gives it any type.
            ExprKind::Local(id) | ExprKind::Take(id) if !types::is_same(&self.local(*id).ty, &expr.ty) => {
                let ty = types::value(&expr.ty);
                Code::postfix(quote!(never::<#ty>()))
            }
            ExprKind::Local(id) => Code::postfix(self.local_value(*id)),
            ExprKind::Take(id) => Code::postfix(self.take(*id)),
            ExprKind::Binary(op, a, b) => self.binary(*op, a, b, &expr.ty),
            ExprKind::Neg(a) => self.negative(a),
            ExprKind::Not(a) => {
                let a = self.code(a).at(Level::Unary);
                Code::new(Level::Unary, quote!(!#a))
            }
            ExprKind::Compare(relation, a, b) => self.compare(*relation, a, b),
            ExprKind::And(a, b) => self.infix(Level::And, quote!(&&), a, b),
            ExprKind::Or(a, b) => self.infix(Level::Or, quote!(||), a, b),
            ExprKind::Select(cond, then, orelse) => {
                let (cond, then, orelse) = (self.value(cond), self.value(then), self.value(orelse));
                Code::new(Level::Low, quote!(if #cond { #then } else { #orelse }))
            }
            ExprKind::Cast(a) => self.cast(a, &expr.ty),
            ExprKind::Kernel(path, args) => Code::postfix(self.kernel(path, args, &expr.ty)),
            ExprKind::Dim(local, axis) => {
                let (ident, axis) = (&self.name(*local).ident, Literal::u32_unsuffixed(*axis));
                Code::postfix(quote!(#ident.dim(#axis)))
            }
            ExprKind::Stride(local, axis) => {
                let (ident, axis) = (&self.name(*local).ident, Literal::u32_unsuffixed(*axis));
                Code::postfix(quote!(#ident.stride(#axis)))
            }
            ExprKind::Offset(pointer, count) => {
                let (pointer, count) = (self.code(pointer).receiver(), self.value(count));
                Code::postfix(quote!(#pointer.offset(#count)))
            }
            ExprKind::Distance(to, from) => {
                let (to, from) = (self.code(to).receiver(), self.value(from));
                Code::postfix(quote!(#to.distance(#from)))
            }
            ExprKind::Tuple(items) => {
                let items = self.values(items);
                Code::postfix(quote!((#(#items,)*)))
            }
            ExprKind::Field(..) => {
                let field = self.place(expr).receiver();
                Code::postfix(if expr.ty.is_plain() { field } else { quote!(#field.clone()) })
            }
            ExprKind::Complex(re, im) => {
                let (ty, re, im) = (types::value(&expr.ty), self.value(re), self.value(im));
                Code::postfix(quote!(#ty::new(#re, #im)))
            }
            ExprKind::Real(a) => {
                let a = self.code(a).receiver();
                Code::postfix(quote!(#a.re))
            }
            ExprKind::Imag(a) => {
                let a = self.code(a).receiver();
                Code::postfix(quote!(#a.im))
            }
        }
    }

    /// A local's value; what is shared is cloned.
    fn local_value(&self, id: LocalId) -> TokenStream {
        let (local, name) = (self.local(id), self.name(id));
        let (ident, owner) = (&name.ident, &name.owner);
        match &local.ty {
            Type::Array(_) => quote!(rt::Array::new(#ident, #owner.clone())),
            ty if ty.is_plain() => quote!(#ident),
            _ => quote!(#ident.clone()),
        }
    }

    /// A local's value, moved out.
    fn take(&self, id: LocalId) -> TokenStream {
        let (local, name) = (self.local(id), self.name(id));
        // A local of the top lives on: what is moved out leaves its default behind.
        let stays = self.placement(id).place == Place::Top;
        let moved = |ident| if stays { quote!(std::mem::take(&mut #ident)) } else { quote!(#ident) };
        match &local.ty {
            Type::Array(_) => {
                let (ident, owner) = (&name.ident, moved(&name.owner));
                quote!(rt::Array::new(#ident, #owner))
            }
            ty if ty.is_plain() => {
                let ident = &name.ident;
                quote!(#ident)
            }
            _ if self.lent(id) => self.local_value(id),
            _ => moved(&name.ident),
        }
    }

    fn infix(&mut self, level: Level, operator: TokenStream, a: &Expr, b: &Expr) -> Code {
        let a = self.code(a).at(level);
        let b = self.code(b);
        // Operators of one level group to the left.
        let b = if b.level == level { Code::new(Level::Low, b.tokens) } else { b }.at(level);
        Code::new(level, quote!(#a #operator #b))
    }

    fn method(&mut self, a: &Expr, name: TokenStream, b: TokenStream) -> Code {
        let a = self.code(a).receiver();
        Code::postfix(quote!(#a.#name(#b)))
    }

    fn binary(&mut self, op: PureOp, a: &Expr, b: &Expr, ty: &Type) -> Code {
        let is_integer = ty.num().is_some_and(|num| num.repr.is_integer());
        let wrapping = |name: TokenStream, cx: &mut Self| {
            let argument = cx.value(b);
            cx.method(a, name, argument)
        };
        match op {
            PureOp::Add if is_integer => wrapping(quote!(wrapping_add), self),
            PureOp::Sub if is_integer => wrapping(quote!(wrapping_sub), self),
            PureOp::Mul if is_integer => wrapping(quote!(wrapping_mul), self),
            PureOp::Add => self.infix(Level::Sum, quote!(+), a, b),
            PureOp::Sub => self.infix(Level::Sum, quote!(-), a, b),
            PureOp::Mul => self.infix(Level::Product, quote!(*), a, b),
            PureOp::Div => self.infix(Level::Product, quote!(/), a, b),
            PureOp::And => self.infix(Level::BitAnd, quote!(&), a, b),
            PureOp::Or => self.infix(Level::BitOr, quote!(|), a, b),
            PureOp::Xor => self.infix(Level::BitXor, quote!(^), a, b),
            PureOp::Shl => self.shift(quote!(wrapping_shl), a, b),
            PureOp::Shr => self.shift_right(a, b),
            PureOp::Min => self.extreme(quote!(<), quote!(min), is_integer, a, b),
            PureOp::Max => self.extreme(quote!(>), quote!(max), is_integer, a, b),
        }
    }

    fn shift(&mut self, name: TokenStream, a: &Expr, b: &Expr) -> Code {
        let count = self.code(b).receiver();
        self.method(a, name, quote!(#count as u32))
    }

    /// A number that is never negative is shifted as an unsigned one, which LLVM makes more of.
    fn shift_right(&mut self, a: &Expr, b: &Expr) -> Code {
        if a.repr() != Some(Repr::I64) || !self.never_negative(a) {
            return self.shift(quote!(wrapping_shr), a, b);
        }
        let (value, count) = (self.code(a).at(Level::Unary), self.code(b).receiver());
        Code::new(Level::Low, quote!((#value as u64).wrapping_shr(#count as u32) as i64))
    }

    fn never_negative(&self, expr: &Expr) -> bool {
        ranges::of_expr(expr, &|local| self.local(local).range).is_some_and(|range| range.low >= 0)
    }

    /// Python's `min` and `max`: the first of equals, and the first where one is nan.
    fn extreme(&mut self, operator: TokenStream, name: TokenStream, is_integer: bool, a: &Expr, b: &Expr) -> Code {
        let second = self.value(b);
        if is_integer {
            return self.method(a, name, second);
        }
        let first = self.value(a);
        let choice =
            quote!({ let parts = (#first, #second); if parts.1 #operator parts.0 { parts.1 } else { parts.0 } });
        Code::new(Level::Low, choice)
    }

    fn negative(&mut self, a: &Expr) -> Code {
        if a.repr().is_some_and(Repr::is_integer) {
            let a = self.code(a).receiver();
            return Code::postfix(quote!(#a.wrapping_neg()));
        }
        let a = self.code(a).at(Level::Unary);
        Code::new(Level::Unary, quote!(-#a))
    }

    fn compare(&mut self, relation: Relation, a: &Expr, b: &Expr) -> Code {
        let operator = match relation {
            Relation::Eq => quote!(==),
            Relation::Ne => quote!(!=),
            Relation::Lt => quote!(<),
            Relation::Le => quote!(<=),
            Relation::Gt => quote!(>),
            Relation::Ge => quote!(>=),
        };
        let (a, b) = (self.place(a).at(Level::BitOr), self.place(b).at(Level::BitOr));
        Code::new(Level::Compare, quote!(#a #operator #b))
    }

    fn cast(&mut self, a: &Expr, to: &Type) -> Code {
        match (&a.ty, to) {
            (from, to) if from == to => self.code(a),
            (Type::Num(from), Type::Num(to)) => self.cast_number(a, from.repr, to.repr),
            (Type::Pointer(_), Type::Pointer(_)) => {
                let (a, item) = (self.code(a).receiver(), types::pointed(to));
                Code::postfix(quote!(#a.cast::<#item>()))
            }
            (Type::Pointer(_), Type::Num(num)) => {
                let (a, to) = (self.code(a).receiver(), types::number(num.repr));
                Code::new(Level::Low, quote!(#a.address() as #to))
            }
            (Type::Num(_), Type::Pointer(_)) => {
                let (a, item) = (self.code(a).receiver(), types::pointed(to));
                Code::postfix(quote!(rt::Ptr::<#item>::at(#a as usize)))
            }
            (Type::Pointer(_), Type::Function(_)) | (Type::Function(_), Type::Pointer(_) | Type::Function(_)) => {
                let (from, own, a) = (types::value(&a.ty), types::value(to), self.value(a));
                Code::new(Level::Low, quote!(unsafe { std::mem::transmute::<#from, #own>(#a) }))
            }
            (Type::Function(_), Type::Num(num)) => {
                let (from, to, a) = (types::value(&a.ty), types::number(num.repr), self.value(a));
                Code::new(Level::Low, quote!(unsafe { std::mem::transmute::<#from, usize>(#a) } as #to))
            }
            (Type::Num(_), Type::Function(_)) => {
                let (own, a) = (types::value(to), self.value(a));
                Code::new(Level::Low, quote!(unsafe { std::mem::transmute::<usize, #own>((#a) as usize) }))
            }
            (Type::Char, Type::Str) => {
                let a = self.code(a).receiver();
                Code::postfix(quote!(#a.to_str()))
            }
            _ => self.code(a),
        }
    }

    fn cast_number(&mut self, a: &Expr, from: Repr, to: Repr) -> Code {
        if from == to {
            return self.code(a);
        }
        let plain = match (from.kind(), to.kind()) {
            (Kind::Signed | Kind::Unsigned, Kind::Signed | Kind::Unsigned | Kind::Float)
            | (Kind::Float, Kind::Float)
            | (Kind::Bool, Kind::Signed | Kind::Unsigned) => true,
            (Kind::Bool | Kind::Signed | Kind::Unsigned | Kind::Float | Kind::Complex, _) => false,
        };
        // In a lane, what does not fit is compared; for one value, the instruction has the answer.
        let alone = !self.lanes && from.kind() == Kind::Float && to.is_integer();
        let (from, to) = (types::number(from), types::number(to));
        if plain {
            let a = self.code(a).at(Level::Unary);
            return Code::new(Level::Low, quote!(#a as #to));
        }
        let a = self.value(a);
        let cast = if alone { quote!(cast_alone) } else { quote!(cast) };
        Code::postfix(quote!(rt::conv::#cast::<#from, #to>(#a)))
    }
}
