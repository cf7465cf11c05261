//! Statements, save for loops and `try`.

use proc_macro2::TokenStream;
use quote::quote;

use super::array::Made;
use super::exits::{Fault, Jump, Scope, break_name};
use super::function::FnCx;
use super::names;
use super::placement::Place;
use super::types;
use crate::ir::{Block, Expr, ExprKind, ListOp, LocalId, Op, PyOp, Raise, Stmt, StmtKind, Value};
use crate::span::Span;
use crate::ty::{Kind, Type};
use pyrx_runtime::raise::Exc;

/// `let` or `let mut`.
struct Declare {
    mutable: Option<TokenStream>,
}

impl FnCx<'_> {
    /// The statements of a block; what they declare ends with it.
    pub fn block(&mut self, block: &[Stmt]) -> TokenStream {
        let declared = self.declared.clone();
        let tokens = block.iter().map(|stmt| self.stmt(stmt)).collect();
        self.declared = declared;
        tokens
    }

    /// The last statement of the function: its value needs no `return`.
    pub fn last_stmt(&mut self, stmt: &Stmt) -> TokenStream {
        let StmtKind::Return(value) = &stmt.kind else { return self.stmt(stmt) };
        let value = self.value(value);
        let result = self.returned(value);
        self.logged(stmt.span, result)
    }

    pub fn stmt(&mut self, stmt: &Stmt) -> TokenStream {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::If { cond, then, orelse } => self.if_stmt(cond, then, orelse, span),
            StmtKind::Loop { label, body } => self.endless(*label, body, span),
            StmtKind::For { parallel: Some(_), .. } => self.parallel(stmt),
            StmtKind::For { .. } => self.counted(stmt),
            StmtKind::Block { label, body } => {
                self.scopes.push(Scope::Label { label: *label, counted: false, budget: false });
                let body = self.block(body);
                self.scopes.pop();
                let label = self.label(&break_name(*label));
                quote!(#label { #body })
            }
            StmtKind::Lock { held, body } => self.with_lock(*held, body, span),
            StmtKind::Try { .. } => self.try_stmt(stmt),
            _ => {
                let tokens = self.simple(stmt);
                self.logged(span, tokens)
            }
        }
    }

    /// Records what the source line became, and hands it back.
    pub fn logged(&mut self, span: Span, tokens: TokenStream) -> TokenStream {
        self.log.push(self.unit.lines.line(span.start), tokens.clone());
        tokens
    }

    fn simple(&mut self, stmt: &Stmt) -> TokenStream {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::Assign(local, _) if self.aliases.contains_key(local) => TokenStream::new(),
            StmtKind::Assign(local, op) => self.assign(*local, op, span),
            StmtKind::Eval(op) => self.eval(op, span),
            StmtKind::Unbind(local) => self.unbind(*local),
            StmtKind::CheckBound(local) => self.check_bound(*local, span),
            StmtKind::Store { array, index, value } => self.store(*array, index, value, span),
            StmtKind::Fill { array, value } => self.fill(*array, value),
            StmtKind::Put { place, value } => self.put_place(place, value),
            StmtKind::Copy { to, from } => {
                let (to, from) = (&self.name(*to).ident, &self.name(*from).ident);
                quote!(#to.copy_from(&#from);)
            }
            StmtKind::Break(label) => terminated(self.jump(Jump::Break(*label))),
            StmtKind::Continue(label) => terminated(self.jump(Jump::Continue(*label))),
            StmtKind::Return(value) => {
                let value = self.value(value);
                terminated(self.return_exit(value))
            }
            StmtKind::Raise(raise) => self.raise(raise, span),
            // Only raises ask.
            StmtKind::Touch if !self.function.raises => TokenStream::new(),
            StmtKind::Touch => quote!(touched = true;),
            StmtKind::Poll => terminated(self.failing_plainly(quote!(rt::poll()), span)),
            StmtKind::If { .. }
            | StmtKind::Loop { .. }
            | StmtKind::For { .. }
            | StmtKind::Block { .. }
            | StmtKind::Lock { .. }
            | StmtKind::Try { .. } => TokenStream::new(),
        }
    }

    fn if_stmt(&mut self, cond: &Expr, then: &Block, orelse: &Block, span: Span) -> TokenStream {
        let cond = self.value(cond);
        self.logged(span, quote!(if #cond { .. }));
        let (then, orelse) = (self.block(then), self.block(orelse));
        match orelse.is_empty() {
            true => quote!(if #cond { #then }),
            false => quote!(if #cond { #then } else { #orelse }),
        }
    }

    fn assign(&mut self, local: LocalId, op: &Op, span: Span) -> TokenStream {
        if !matches!(self.local(local).ty, Type::Array(_)) {
            let value = self.op(op, span);
            return self.assignment(local, value);
        }
        match self.array(op, span) {
            Made::Whole(array) => self.assignment(local, array),
            Made::Parts { view, owner } => self.assign_parts(local, view, owner),
        }
    }

    /// What declares the local, if this assignment does.
    fn declares(&mut self, local: LocalId) -> Option<Declare> {
        let declares = self.placement(local).place == Place::Local && self.declared.insert(local);
        declares.then(|| Declare { mutable: (self.next_region(local) > 1).then(|| quote!(mut)) })
    }

    /// Assigns a value, an array with its owner, and marks the local as bound.
    pub fn assignment(&mut self, local: LocalId, value: TokenStream) -> TokenStream {
        let declare = self.declares(local);
        let (info, name) = (self.local(local), self.name(local));
        let (ident, owner) = (&name.ident, &name.owner);
        let flag = self.mark_bound(local);
        match (&info.ty, declare) {
            (Type::Array(_), Some(Declare { mutable })) => {
                quote!(let (#mutable #ident, #mutable #owner) = #value.split();)
            }
            (Type::Array(_), None) => quote!((#ident, #owner) = #value.split(); #flag),
            (ty, Some(Declare { mutable })) => {
                let ty = types::value(ty);
                quote!(let #mutable #ident: #ty = #value;)
            }
            (_, None) => quote!(#ident = #value; #flag),
        }
    }

    fn assign_parts(&mut self, local: LocalId, view: TokenStream, owner_value: TokenStream) -> TokenStream {
        let declare = self.declares(local);
        let name = self.name(local);
        let (ident, owner) = (&name.ident, &name.owner);
        let flag = self.mark_bound(local);
        match (declare, self.owned(local)) {
            (Some(Declare { mutable }), true) => {
                quote!(let #mutable #ident = #view; let #mutable #owner = #owner_value;)
            }
            (Some(Declare { mutable }), false) => quote!(let #mutable #ident = #view;),
            (None, true) => quote!(#ident = #view; #owner = #owner_value; #flag),
            (None, false) => quote!(#ident = #view; #flag),
        }
    }

    fn mark_bound(&self, local: LocalId) -> Option<TokenStream> {
        let flag = &self.name(local).flag;
        let watched = self.local(local).tracked || self.watched.contains(&local);
        watched.then(|| quote!(#flag = true;))
    }

    fn eval(&mut self, op: &Op, span: Span) -> TokenStream {
        let value = self.op(op, span);
        let unit = match op {
            Op::Use(expr) => expr.ty == Type::None,
            Op::Kernel { ty, .. } | Op::CallPointer { ty, .. } => *ty == Type::None,
            Op::Call { func, attempt, .. } => attempt.is_none() && self.unit.function(*func).returns == Type::None,
            Op::SetStatic(..) | Op::List(ListOp::Set { .. } | ListOp::Append { .. }) => true,
            Op::Python(PyOp::SetGlobal(..) | PyOp::SetAttr(..) | PyOp::SetItem(..)) => true,
            Op::Python(PyOp::DelGlobal(_) | PyOp::DelAttr(..) | PyOp::DelItem(..)) => true,
            Op::Int { .. }
            | Op::Number { .. }
            | Op::Pick { .. }
            | Op::Load { .. }
            | Op::Slice { .. }
            | Op::Transpose { .. }
            | Op::NewArray { .. }
            | Op::CopyOf { .. }
            | Op::Static { .. }
            | Op::Get { .. }
            | Op::Address { .. }
            | Op::ItemAddress { .. }
            | Op::FunctionAddress { .. }
            | Op::KernelAddress { .. }
            | Op::List(_)
            | Op::Python(_) => false,
        };
        if unit { terminated(value) } else { quote!(let _ = #value;) }
    }

    /// Lets go of the value too: `del` and the end of a handler release it.
    fn unbind(&mut self, local: LocalId) -> TokenStream {
        let (info, name) = (self.local(local), self.name(local));
        let (ident, flag) = (&name.ident, &name.flag);
        let release = match &info.ty {
            Type::Str | Type::Bytes | Type::List(_) | Type::Object => Some(quote!(#ident = Default::default();)),
            // Views that rest on its owner have it, too, where the variable changes (`owners`).
            Type::Array(_) if self.owned(local) => {
                let owner = &name.owner;
                Some(quote!(#ident = Default::default(); #owner = rt::Owner::NONE;))
            }
            Type::Array(_) => None,
            Type::Tuple(_) if !info.ty.is_plain() => {
                let unset = types::unset(&info.ty);
                Some(quote!(#ident = #unset;))
            }
            Type::Tuple(_) => None,
            Type::Never | Type::None | Type::Num(_) | Type::Char | Type::Range => None,
            Type::Pointer(_) | Type::Fixed(..) | Type::Struct(_) | Type::Function(_) => None,
        };
        let flag = info.tracked.then(|| quote!(#flag = false;));
        quote!(#release #flag)
    }

    fn check_bound(&mut self, local: LocalId, span: Span) -> TokenStream {
        let text = names::string(&self.local(local).name);
        let exit = self.raise_at(quote!(rt::Raise::new(rt::raise::Cause::Unbound(#text))), Fault::Exception, span);
        let flag = &self.name(local).flag;
        quote!(if !#flag { #exit; })
    }

    fn raise(&mut self, raise: &Raise, span: Span) -> TokenStream {
        let err = match raise {
            Raise::Builtin { class, args } => self.builtin(*class, args),
            Raise::Escape(text) => {
                let text = names::string(text);
                quote!(rt::Raise::escape(#text))
            }
            Raise::OfNone { class, name } => {
                let (class, name) = (exception(*class), names::string(name));
                quote!(rt::raise::of_none(#class, #name))
            }
            Raise::Object { exc, cause } => {
                let exc = self.reference(exc);
                let cause = match cause {
                    Some(cause) => {
                        let cause = self.reference(cause);
                        quote!(Some(#cause))
                    }
                    None => quote!(None),
                };
                quote!(rt::obj::raise(#exc, #cause))
            }
            Raise::Again => return terminated(self.raise_again()),
        };
        let fault = if matches!(raise, Raise::Escape(_)) { Fault::Any } else { Fault::Exception };
        terminated(self.raise_at(err, fault, span))
    }

    fn builtin(&mut self, class: Exc, args: &[Expr]) -> TokenStream {
        let class = exception(class);
        match args {
            [] => return quote!(rt::Raise::plain(#class, "")),
            [Expr { kind: ExprKind::Const(Value::Str(text)), .. }] if !text.is_empty() => {
                let text = names::string(text);
                return quote!(rt::Raise::plain(#class, #text));
            }
            _ => {}
        }
        let args: Vec<_> = args.iter().map(|arg| self.raise_value(arg)).collect();
        quote!(rt::Raise::new(rt::raise::Cause::Args(#class, vec![#(#args),*])))
    }

    /// An argument of an exception, as data.
    fn raise_value(&mut self, arg: &Expr) -> TokenStream {
        let value = self.place(arg).receiver();
        match &arg.ty {
            Type::Num(num) => match num.repr.kind() {
                Kind::Bool => quote!(rt::raise::Value::Bool(#value)),
                Kind::Signed => quote!(rt::raise::Value::Int(#value as i64)),
                Kind::Unsigned => quote!(rt::raise::Value::Uint(#value as u64)),
                Kind::Float => quote!(rt::raise::Value::Float(#value as f64)),
                Kind::Complex => quote!(rt::raise::Value::Complex(#value.re as f64, #value.im as f64)),
            },
            Type::Str => quote!(rt::raise::Value::Str(#value.to_string())),
            Type::Char => quote!(rt::raise::Value::Str(#value.to_str().to_string())),
            // The lowering makes an object of anything else.
            Type::Never
            | Type::None
            | Type::Bytes
            | Type::Array(_)
            | Type::List(_)
            | Type::Tuple(_)
            | Type::Range
            | Type::Pointer(_)
            | Type::Fixed(..)
            | Type::Struct(_)
            | Type::Function(_)
            | Type::Object => quote!(rt::raise::Value::None),
        }
    }
}

/// A built-in exception class.
pub(super) fn exception(class: Exc) -> TokenStream {
    let name = quote::format_ident!("{}", class.name());
    quote!(rt::raise::Exc::#name)
}

fn terminated(expr: TokenStream) -> TokenStream {
    quote!(#expr;)
}
