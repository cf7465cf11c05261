//! Operations of the interpreter.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::boundary;
use super::constant;
use super::exits::Fault;
use super::function::FnCx;
use super::{names, types};
use crate::hir::{BinOp, CmpOp, UnaryOp, Written};
use crate::ir::visit::walk;
use crate::ir::{Expr, LocalId, Op, PyOp, StmtKind};
use crate::span::Span;
use crate::ty::Type;

impl FnCx<'_> {
    pub fn python(&mut self, op: &PyOp, span: Span) -> TokenStream {
        let call = match op {
            PyOp::Const(value) => match constant::object(value) {
                Ok(call) => call,
                Err(value) => return value,
            },
            PyOp::Next { iter, item } => return self.next(*iter, *item, span),
            PyOp::Unpack(value, count) => return self.unpack(value, *count, span),
            PyOp::UnpackStar { value, before, after } => return self.unpack_star(value, *before, *after, span),
            PyOp::Unbox { value, ty, what, written } => self.unbox(value, ty, what, written.as_ref()),
            PyOp::UnboxOrEscape { value, ty } => {
                let unboxed = self.unbox(value, ty, "", None);
                quote!(rt::obj::or_escape(#unboxed))
            }
            PyOp::Box(value) if value.ty == Type::Object => return self.value(value),
            PyOp::Box(value) => {
                let native = types::for_python(self.value(value), &value.ty);
                quote!(rt::obj::from_value(#native))
            }
            _ => self.object_call(op),
        };
        self.fallible(call, span)
    }

    /// Operations that are one call of the runtime on references to objects.
    fn object_call(&mut self, op: &PyOp) -> TokenStream {
        let (function, leading, operands) = match op {
            PyOp::Global(name) => {
                return match global(name) {
                    (None, name) => quote!(rt::obj::global(&MODULE, #name)),
                    (Some(module), name) => quote!(rt::obj::global_of(#module, #name)),
                };
            }
            PyOp::SetGlobal(name, value) => {
                let value = self.reference(value);
                return match global(name) {
                    (None, name) => quote!(rt::obj::set_global(&MODULE, #name, #value)),
                    (Some(module), name) => quote!(rt::obj::set_global_of(#module, #name, #value)),
                };
            }
            PyOp::DelGlobal(name) => {
                return match global(name) {
                    (None, name) => quote!(rt::obj::del_global(&MODULE, #name)),
                    (Some(module), name) => quote!(rt::obj::del_global_of(#module, #name)),
                };
            }
            PyOp::DelAttr(object, name) => {
                let (object, name) = (self.reference(object), names::interned(name));
                return quote!(rt::obj::delattr(#object, #name));
            }
            PyOp::DelItem(object, key) => (quote!(delitem), None, vec![object, key]),
            PyOp::GetAttr(object, name) => {
                let (object, name) = (self.reference(object), names::interned(name));
                return quote!(rt::obj::getattr(#object, #name));
            }
            PyOp::SetAttr(object, name, value) => {
                let (object, name, value) = (self.reference(object), names::interned(name), self.reference(value));
                return quote!(rt::obj::setattr(#object, #name, #value));
            }
            PyOp::Call { func, args, keywords } => {
                let func = self.reference(func);
                let (args, keywords) = (self.values(args), self.keywords(keywords));
                return quote!(rt::obj::call(#func, &[#(#args),*], &[#(#keywords),*]));
            }
            PyOp::CallMethod { object, name, args, keywords }
                if name == "append" && args.len() == 1 && keywords.is_empty() =>
            {
                let (object, item) = (self.reference(object), self.reference(&args[0]));
                return quote!(rt::obj::append(#object, #item));
            }
            PyOp::CallMethod { object, name, args, keywords } => {
                let (object, name) = (self.reference(object), names::interned(name));
                let (args, keywords) = (self.values(args), self.keywords(keywords));
                return quote!(rt::obj::call_method(#object, #name, &[#(#args),*], &[#(#keywords),*]));
            }
            PyOp::Tuple(items) => return self.display(quote!(tuple), items),
            PyOp::List(items) => return self.display(quote!(list), items),
            PyOp::Set(items) => return self.display(quote!(set), items),
            PyOp::JoinStr(items) => return self.display(quote!(join_str), items),
            PyOp::Dict(items) => {
                let keys = self.values(items.iter().map(|(key, _)| key));
                let values = self.values(items.iter().map(|(_, value)| value));
                return quote!(rt::obj::dict(&[#((#keys, #values)),*]));
            }
            PyOp::Format { value, conversion, spec } => {
                let (value, spec) = (self.reference(value), self.reference(spec));
                let conversion = conversion.map_or_else(|| quote!(None), |letter| quote!(Some(#letter)));
                return quote!(rt::obj::format(#value, #conversion, #spec));
            }
            PyOp::GetItem(object, key) => (quote!(getitem), None, vec![object, key]),
            PyOp::ItemAt(object, index) => {
                let (object, index) = (self.reference(object), self.value(index));
                return quote!(rt::obj::getitem_at(#object, #index));
            }
            PyOp::SetItem(object, key, value) => (quote!(setitem), None, vec![object, key, value]),
            PyOp::Unary(op, value) => (quote!(unary), Some(unary(*op)), vec![value]),
            PyOp::Binary(op, a, b) => (quote!(binary), Some(binary(*op)), vec![a, b]),
            PyOp::InPlace(op, a, b) => (quote!(inplace), Some(binary(*op)), vec![a, b]),
            PyOp::Compare(op, a, b) => (quote!(compare), Some(comparison(*op)), vec![a, b]),
            PyOp::Truth(value) => (quote!(truth), None, vec![value]),
            PyOp::Length(value) => (quote!(length), None, vec![value]),
            PyOp::ExitOf(value) => (quote!(exit_of), None, vec![value]),
            PyOp::Enter(value) => (quote!(enter), None, vec![value]),
            PyOp::Iter(value) => (quote!(iter), None, vec![value]),
            PyOp::Slice(start, stop, step) => (quote!(slice), None, vec![start, stop, step]),
            PyOp::Const(_)
            | PyOp::Next { .. }
            | PyOp::Unpack(..)
            | PyOp::UnpackStar { .. }
            | PyOp::Box(_)
            | PyOp::Unbox { .. }
            | PyOp::UnboxOrEscape { .. } => return quote!(),
        };
        let operands = leading.into_iter().chain(self.references(operands));
        quote!(rt::obj::#function(#(#operands),*))
    }

    fn display(&mut self, function: TokenStream, items: &[Expr]) -> TokenStream {
        let items = self.values(items);
        quote!(rt::obj::#function(&[#(#items),*]))
    }

    fn keywords(&mut self, keywords: &[(String, Expr)]) -> Vec<TokenStream> {
        keywords
            .iter()
            .map(|(name, value)| {
                let (name, value) = (names::interned(name), self.value(value));
                quote!((#name, #value))
            })
            .collect()
    }

    fn next(&mut self, iter: LocalId, item: LocalId, span: Span) -> TokenStream {
        let exit = self.raise_at(quote!(err), Fault::Any, span);
        let item = self.assignment(item, quote!(ok));
        let iter = &self.name(iter).ident;
        quote! {
            match rt::obj::next(&#iter) {
                Ok(Some(ok)) => { #item true }
                Ok(None) => false,
                Err(err) => #exit,
            }
        }
    }

    fn unpack(&mut self, value: &Expr, count: u32, span: Span) -> TokenStream {
        let value = self.reference(value);
        let items: Vec<_> = (0..count).map(|at| format_ident!("o_{at}")).collect();
        let exit = self.raise_at(quote!(err), Fault::Any, span);
        let count = proc_macro2::Literal::u32_unsuffixed(count);
        quote!(match rt::obj::unpack::<#count>(#value) { Ok([#(#items),*]) => (#(#items,)*), Err(err) => #exit })
    }

    fn unpack_star(&mut self, value: &Expr, before: u32, after: u32, span: Span) -> TokenStream {
        let value = self.reference(value);
        let names = |from: u32, count: u32| (from..from + count).map(|at| format_ident!("o_{at}")).collect::<Vec<_>>();
        let (first, last) = (names(0, before), names(before, after));
        let exit = self.raise_at(quote!(err), Fault::Any, span);
        let [before, after] = [before, after].map(proc_macro2::Literal::u32_unsuffixed);
        quote! {
            match rt::obj::unpack_rest::<#before, #after>(#value) {
                Ok(([#(#first),*], ok, [#(#last),*])) => (#(#first,)* ok, #(#last,)*),
                Err(err) => #exit,
            }
        }
    }

    fn unbox(&mut self, value: &Expr, ty: &Type, what: &str, written: Option<&Written>) -> TokenStream {
        let writable = self.writes_arrays_like(ty);
        let spec = boundary::spec(what, ty, writable, false, &self.function.qualname, written);
        let (value, spec, is_object) = (self.reference(value), self.tables.spec(spec), *ty == Type::Object);
        if is_object && written.is_some_and(|written| written.class.is_some()) {
            return quote!(rt::obj::of_class(#value, #spec));
        }
        let incoming = types::incoming(ty);
        let read = quote!(rt::obj::to_native::<#incoming>(#value, #spec));
        if !types::is_read_otherwise(ty) {
            return read;
        }
        let native = types::native(quote!(read), ty);
        quote!(#read.map(|read| #native))
    }

    /// Whether the function may store through an array of this dtype: such an array is asked to be writable.
    fn writes_arrays_like(&self, ty: &Type) -> bool {
        let Some(array) = ty.array() else { return false };
        let mut found = false;
        walk(&self.function.body, &mut |stmt| {
            let target = match stmt.kind {
                StmtKind::Store { array, .. } | StmtKind::Fill { array, .. } | StmtKind::Copy { to: array, .. } => {
                    array
                }
                StmtKind::Assign(_, Op::ItemAddress { array, stores: true, .. }) => array,
                _ => return,
            };
            found |= self.local(target).ty.array().is_some_and(|target| target.dtype == array.dtype);
        });
        found
    }
}

fn unary(op: UnaryOp) -> TokenStream {
    let name = match op {
        UnaryOp::Neg => quote!(Neg),
        UnaryOp::Pos => quote!(Pos),
        UnaryOp::Invert => quote!(Invert),
    };
    quote!(rt::obj::UnOp::#name)
}

fn binary(op: BinOp) -> TokenStream {
    let name = match op {
        BinOp::Add => quote!(Add),
        BinOp::Sub => quote!(Sub),
        BinOp::Mul => quote!(Mul),
        BinOp::Div => quote!(TrueDiv),
        BinOp::FloorDiv => quote!(FloorDiv),
        BinOp::Mod => quote!(Mod),
        BinOp::Pow => quote!(Pow),
        BinOp::LShift => quote!(LShift),
        BinOp::RShift => quote!(RShift),
        BinOp::And => quote!(BitAnd),
        BinOp::Or => quote!(BitOr),
        BinOp::Xor => quote!(BitXor),
        BinOp::MatMul => quote!(MatMul),
    };
    quote!(rt::obj::BinOp::#name)
}

fn comparison(op: CmpOp) -> TokenStream {
    let name = match op {
        CmpOp::Eq => quote!(Eq),
        CmpOp::Ne => quote!(Ne),
        CmpOp::Lt => quote!(Lt),
        CmpOp::Le => quote!(Le),
        CmpOp::Gt => quote!(Gt),
        CmpOp::Ge => quote!(Ge),
        CmpOp::Is => quote!(Is),
        CmpOp::IsNot => quote!(IsNot),
        CmpOp::In => quote!(In),
        CmpOp::NotIn => quote!(NotIn),
    };
    quote!(rt::obj::CmpOp::#name)
}

/// A name of the module's, or one of another module's and which that is.
fn global(name: &str) -> (Option<TokenStream>, TokenStream) {
    match name.rsplit_once(':') {
        Some((module, name)) => (Some(names::interned(module)), names::interned(name)),
        None => (None, names::interned(name)),
    }
}
