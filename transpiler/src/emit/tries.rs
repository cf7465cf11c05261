//! `try`: handlers and `finally`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::exits::{Handled, Jump, Pending, Scope, lifetime};
use super::function::FnCx;
use super::stmt::exception;
use super::types;
use crate::ir::visit::{blocks, walk};
use crate::ir::{Block, Class, Handler, Label, Raise, Stmt, StmtKind};
use crate::span::Span;

/// The caught error while it is asked whether a handler takes it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A `Raise` named `raised_n`.
    Raise,
    /// A Python object named `raised_n`.
    Object,
}

impl FnCx<'_> {
    pub fn try_stmt(&mut self, stmt: &Stmt) -> TokenStream {
        let StmtKind::Try { body, handlers, orelse, finally } = &stmt.kind else { return TokenStream::new() };
        if finally.is_empty() {
            return self.handled(body, handlers, orelse, stmt.span);
        }
        let number = self.fresh();
        self.scopes.push(Scope::Finally(Pending::new(number)));
        let rest = self.handled(body, handlers, orelse, stmt.span);
        let Some(Scope::Finally(pending)) = self.scopes.pop() else { return TokenStream::new() };
        // Only an exit by a raise is the context of another.
        let context = pending.raises.then_some(Scope::Cleanup(number));
        let scopes = self.scopes.len();
        self.scopes.extend(context);
        let finally = self.block(finally);
        self.scopes.truncate(scopes);
        if !pending.raises && !pending.leaves() {
            return quote!({ #rest } #finally);
        }
        let (exit, label) = (format_ident!("exit_{number}"), lifetime(&format!("finally_{number}")));
        let ty = types::value(&self.function.returns);
        let arms = self.pending_exits(&pending);
        // The original runs the whole call again: nothing here may act on values that an escape left half-made.
        let keeps_account = self.has_touched();
        let escape = (pending.raises && (keeps_account || !self.function.effects)).then(|| {
            let leave = self.raise_exit(quote!(err));
            let runs_again = if keeps_account {
                quote!(err.runs_again(touched))
            } else {
                quote!(matches!(err.cause(), rt::raise::Cause::Escape(_)))
            };
            quote! {
                let #exit = match #exit {
                    rt::Exit::Raise(err) if #runs_again => #leave,
                    other => other,
                };
            }
        });
        let touch = (pending.raises && keeps_account).then(|| {
            quote!(if let rt::Exit::Raise(err) = &#exit {
                touched |= err.is_touched();
            })
        });
        quote! {
            let #exit: rt::Exit<#ty> = #label: { #rest rt::Exit::Next };
            #escape
            #touch
            #finally
            match #exit { #arms _ => {} }
        }
    }

    /// What happens after `finally`, for each way the rest was left.
    fn pending_exits(&mut self, pending: &Pending) -> TokenStream {
        let raise = pending.raises.then(|| {
            let exit = self.raise_exit(quote!(err));
            quote!(rt::Exit::Raise(err) => #exit,)
        });
        let other = self.pending_leaves(pending, None);
        quote!(#raise #other)
    }

    /// As [`Self::pending_exits`], without raises, and without the `break` that ends the loop `ended`, since that goes
    /// on here.
    pub fn pending_leaves(&mut self, pending: &Pending, ended: Option<Label>) -> TokenStream {
        let back = pending.returns.then(|| {
            let exit = self.return_exit(quote!(ok));
            quote!(rt::Exit::Return(ok) => #exit,)
        });
        let jumps: Vec<_> = pending
            .jumps
            .iter()
            .enumerate()
            .filter(|(_, jump)| !matches!(jump, Jump::Break(label) if ended == Some(*label)))
            .map(|(at, &jump)| {
                let (at, exit) = (proc_macro2::Literal::usize_unsuffixed(at), self.jump(jump));
                quote!(rt::Exit::Jump(#at) => #exit,)
            })
            .collect();
        quote!(#back #(#jumps)*)
    }

    fn handled(&mut self, body: &Block, handlers: &[Handler], orelse: &Block, span: Span) -> TokenStream {
        if handlers.is_empty() {
            let body = self.block(body);
            let orelse = self.block(orelse);
            return quote!({ #body } #orelse);
        }
        let number = self.fresh();
        let name = format!("try_{number}");
        self.scopes.push(Scope::Try(number));
        let body = self.block(body);
        self.scopes.pop();
        if !self.used.contains(&name) {
            // Nothing can be caught. The handlers are gone through all the same: declarations are counted in order.
            let log = std::mem::take(&mut self.log);
            self.handlers(handlers, number, Form::Raise);
            self.log = log;
            let orelse = self.block(orelse);
            return quote!({ #body } #orelse);
        }
        let label = lifetime(&name);
        let (caught, raised) = (format_ident!("caught_{number}"), format_ident!("raised_{number}"));
        let chain = self.handlers(handlers, number, Form::Raise);
        let orelse = self.block(orelse);
        let touch = self.has_touched().then(|| quote!(touched |= #raised.is_touched();));
        let _ = span;
        quote! {
            let #caught: Result<(), rt::Raise> = #label: { #body Ok(()) };
            match #caught {
                Ok(()) => { #orelse }
                Err(#raised) => { #touch #chain }
            }
        }
    }

    /// `if` the first handler matches, else the rest; in the end the raise goes on unchanged.
    fn handlers(&mut self, handlers: &[Handler], number: u32, form: Form) -> TokenStream {
        let raised = format_ident!("raised_{number}");
        let Some((handler, rest)) = handlers.split_first() else {
            let err = match form {
                Form::Raise => quote!(#raised),
                Form::Object => quote!(rt::obj::reraise(#raised)),
            };
            let exit = self.raise_exit(err);
            return quote!(#exit);
        };
        let wanted = if matches!(handler.class, Class::Object(_)) { Form::Object } else { Form::Raise };
        let convert = match (form, wanted) {
            (Form::Raise, Form::Object) => Some(self.as_object(number)),
            (Form::Object, Form::Raise) => Some(quote!(let #raised = rt::obj::reraise(#raised);)),
            (Form::Raise, Form::Raise) | (Form::Object, Form::Object) => None,
        };
        let test = match &handler.class {
            // Everything but an escape, which is no exception.
            Class::All => quote!(#raised.is_a(rt::raise::Exc::BaseException)),
            Class::Builtin(classes) => {
                let tests = classes.iter().map(|&class| {
                    let class = exception(class);
                    quote!(#raised.is_a(#class))
                });
                quote!(#(#tests)||*)
            }
            Class::Object(class) => {
                let class = &self.name(*class).ident;
                quote!(rt::obj::matches(&#raised, &#class))
            }
        };
        self.logged(handler.span, quote!(if #test { .. }));
        let body = self.handler_body(handler, number, wanted);
        let rest = match rest {
            // Stands alone, without a conversion before it.
            [next, ..] if matches!(next.class, Class::Object(_)) == (wanted == Form::Object) => {
                self.handlers(rest, number, wanted)
            }
            _ => {
                let rest = self.handlers(rest, number, wanted);
                quote!({ #rest })
            }
        };
        quote!(#convert if #test { #body } else #rest)
    }

    /// Turns the caught raise into the exception object; an escape goes on.
    fn as_object(&mut self, number: u32) -> TokenStream {
        let raised = format_ident!("raised_{number}");
        let exit = self.raise_exit(quote!(err));
        quote!(let #raised = match rt::obj::exception_object(#raised) { Ok(ok) => ok, Err(err) => #exit };)
    }

    fn handler_body(&mut self, handler: &Handler, number: u32, form: Form) -> TokenStream {
        let raised = format_ident!("raised_{number}");
        let convert = (handler.bind.is_some() && form == Form::Raise).then(|| self.as_object(number));
        let bind = handler.bind.map(|local| self.assignment(local, quote!(#raised.clone())));
        let optional = goes_on(&handler.body);
        let keep = optional.then(|| quote!(let mut #raised = Some(#raised);));
        let object = form == Form::Object || handler.bind.is_some();
        self.scopes.push(Scope::Handler(Handled { number, object, optional }));
        let body = self.block(&handler.body);
        self.scopes.pop();
        quote!(#convert #bind #keep #body)
    }

    /// `raise` alone: the error that the innermost handler around handles.
    pub fn raise_again(&mut self) -> TokenStream {
        let handled = self.scopes.iter().rev().find_map(|scope| match scope {
            Scope::Handler(handled) => Some(handled.clone()),
            Scope::Label { .. } | Scope::Try(_) | Scope::Finally(_) | Scope::Cleanup(_) | Scope::Closure(..) => None,
        });
        let none = quote!(rt::Raise::plain(rt::raise::Exc::RuntimeError, "No active exception to reraise"));
        let Some(handled) = handled else { return self.raise_exit(none) };
        let raised = format_ident!("raised_{}", handled.number);
        let again = if handled.object { quote!(rt::obj::reraise(#raised)) } else { quote!(#raised) };
        let err = match (handled.optional, handled.object) {
            (false, _) => again,
            (true, false) => quote!(#raised.take().unwrap_or_else(|| #none)),
            (true, true) => quote!(#raised.take().map_or_else(|| #none, rt::obj::reraise)),
        };
        self.raise_exit_but(err, Some(handled.number))
    }
}

/// Whether the handler may go on after its own `raise`: that stands in a `try` of its own.
fn goes_on(handler: &Block) -> bool {
    let mut found = false;
    walk(handler, &mut |stmt| {
        if let StmtKind::Try { .. } = stmt.kind {
            for block in blocks(stmt) {
                walk(block, &mut |inner| found |= matches!(inner.kind, StmtKind::Raise(Raise::Again)));
            }
        }
    });
    found
}
