//! Ways out of a statement: raises, returns and jumps, and which blocks they pass.
//!
//! A `try` with handlers is a labelled block of type `Result<(), Raise>`; one with `finally` a labelled block of type
//! `Exit<T>`, whose value says how it was left and is acted on after the `finally` block ran.

use proc_macro2::{Literal, Span as TokenSpan, TokenStream};
use quote::{format_ident, quote};
use syn::Lifetime;

use super::function::FnCx;
use crate::ir::Label;
use crate::span::Span;

/// A block of the emitted code that an exit may end at or has to pass through.
pub(super) enum Scope {
    /// A target of jumps; `counted`: a loop whose `continue` leaves the block of its body; `budget`: the loops in it spend
    /// from its budget (see `poll`).
    Label { label: Label, counted: bool, budget: bool },
    /// The protected part of a `try` with handlers.
    Try(u32),
    /// Everything of a `try` but its `finally` block.
    Finally(Pending),
    /// A handler: what `raise` alone raises, and the context of what is raised from here.
    Handler(Handled),
    /// A `finally` block that may run because of a raise, in the exit of this number: the context of another raise.
    Cleanup(u32),
    /// A closure, of the parallel loop with this label if it is one's: raises leave it as its error, other exits wait for
    /// its end.
    Closure(Option<Label>, Pending),
}

/// The exception that a handler handles.
#[derive(Clone)]
pub(super) struct Handled {
    pub number: u32,
    /// It is a Python object by now.
    pub object: bool,
    /// It is kept in an `Option`: some path goes on in the handler after raising it again.
    pub optional: bool,
}

impl Handled {
    /// An error that leaves this handler: what is handled becomes its `__context__`.
    fn context(&self, err: TokenStream) -> TokenStream {
        let raised = format_ident!("raised_{}", self.number);
        match (self.object, self.optional) {
            (false, false) => quote!(rt::boundary::during(#err, #raised)),
            (true, false) => quote!(rt::boundary::during_object(#err, #raised)),
            (false, true) => quote!(match #raised.take() { Some(ok) => rt::boundary::during(#err, ok), None => #err }),
            (true, true) => {
                quote!(match #raised.take() { Some(ok) => rt::boundary::during_object(#err, ok), None => #err })
            }
        }
    }
}

/// Exits that wait for a `finally` block, or for the end of a parallel loop.
#[derive(Default)]
pub(super) struct Pending {
    pub number: u32,
    pub raises: bool,
    pub returns: bool,
    pub jumps: Vec<Jump>,
}

impl Pending {
    pub fn new(number: u32) -> Self {
        Pending { number, ..Pending::default() }
    }

    /// Whether anything but raises waits.
    pub fn leaves(&self) -> bool {
        self.returns || !self.jumps.is_empty()
    }

    /// The number of a jump among those that wait.
    fn jump(&mut self, jump: Jump) -> usize {
        let at = self.jumps.iter().position(|&known| known == jump).unwrap_or(self.jumps.len());
        if at == self.jumps.len() {
            self.jumps.push(jump);
        }
        at
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Jump {
    Break(Label),
    Continue(Label),
}

/// What an error may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// An escape too: whether something visible happened before it decides whether the call runs again.
    Any,
    /// Python's own exception: that matters where it is caught, and an escape comes later.
    Exception,
}

/// How a function ends.
#[derive(Clone, Copy)]
pub(super) struct Flow {
    pub raises: bool,
}

pub(super) fn lifetime(name: &str) -> Lifetime {
    Lifetime::new(&format!("'{name}"), TokenSpan::call_site())
}

impl FnCx<'_> {
    /// Leaves with an error, which has no place of its own here: `err` is an expression of type `Raise`.
    pub fn raise_exit(&mut self, err: TokenStream) -> TokenStream {
        self.leave(err, Fault::Any, None)
    }

    /// As [`Self::raise_exit`]; the error is the one that handler `again` handles, so that is no context of it.
    pub fn raise_exit_but(&mut self, err: TokenStream, again: Option<u32>) -> TokenStream {
        self.leave(err, Fault::Any, again)
    }

    fn leave(&mut self, err: TokenStream, fault: Fault, again: Option<u32>) -> TokenStream {
        // Loops whose errors do not ask for the flag are free of it, and LLVM makes vectors of them.
        let mut asks = fault == Fault::Any || self.function.caught;
        let mut err = err;
        for scope in self.scopes.iter_mut().rev() {
            match scope {
                Scope::Label { .. } => {}
                Scope::Handler(handled) if again == Some(handled.number) => {}
                Scope::Handler(handled) => err = handled.context(err),
                Scope::Cleanup(number) => {
                    // An escape that waits for the end of the block leaves in its place.
                    asks = true;
                    let exit = format_ident!("exit_{number}");
                    err = quote!(rt::boundary::during_exit(#err, #exit));
                }
                Scope::Try(number) => {
                    let name = format!("try_{number}");
                    let label = lifetime(&name);
                    self.used.insert(name);
                    return quote!(break #label Err(#err));
                }
                Scope::Finally(pending) => {
                    pending.raises = true;
                    let label = lifetime(&format!("finally_{}", pending.number));
                    return quote!(break #label rt::Exit::Raise(#err));
                }
                Scope::Closure(Some(label), _) if self.function.effects => {
                    let changed = format_ident!("changed_{}", label.0);
                    let touched = if asks { quote!(touched) } else { quote!(true) };
                    return quote!(return Err(#changed.before(#err, #touched)));
                }
                Scope::Closure(..) => return quote!(return Err(#err)),
            }
        }
        match (self.flow().raises, self.function.effects && asks) {
            (false, _) => quote!(unreachable!()),
            (true, false) => quote!(return Err(#err)),
            (true, true) => quote!(return Err(#err.after(touched))),
        }
    }

    /// Whether the function keeps account of what became visible outside. (Each block of a parallel loop has its own.)
    pub fn has_touched(&self) -> bool {
        self.function.effects && self.function.raises
    }

    /// Leaves with an error raised at `span`.
    pub fn raise_at(&mut self, err: TokenStream, fault: Fault, span: Span) -> TokenStream {
        let mut sites = Vec::new();
        let mut place = span;
        let function = self.function;
        for (at, around) in function.comprehensions.iter().enumerate().rev().filter(|(_, one)| one.has(span)) {
            sites.push(self.sites.get(around.shown(place), Some(at)));
            place = around.call;
        }
        sites.push(self.sites.get(place, None));
        self.leave(quote!(#err #(.at(#sites))*), fault, None)
    }

    /// The value of a call that returns a `Result`; its error leaves.
    pub fn fallible(&mut self, call: TokenStream, span: Span) -> TokenStream {
        self.failing(call, Fault::Any, span)
    }

    /// As [`Self::fallible`], of a call that never escapes.
    pub fn failing_plainly(&mut self, call: TokenStream, span: Span) -> TokenStream {
        self.failing(call, Fault::Exception, span)
    }

    /// As [`Self::fallible`], with what the error may be.
    pub fn failing(&mut self, call: TokenStream, fault: Fault, span: Span) -> TokenStream {
        let exit = self.raise_at(quote!(err), fault, span);
        quote!(match #call { Ok(ok) => ok, Err(err) => #exit })
    }

    /// Leaves the function with a value.
    pub fn return_exit(&mut self, value: TokenStream) -> TokenStream {
        let escape = self.pending_escapes(None);
        let exit = self.return_past_escapes(value);
        if escape.is_empty() { exit } else { quote!({ #escape #exit }) }
    }

    fn return_past_escapes(&mut self, value: TokenStream) -> TokenStream {
        for scope in self.scopes.iter_mut().rev() {
            match scope {
                Scope::Label { .. } | Scope::Handler(_) | Scope::Cleanup(_) | Scope::Try(_) => {}
                Scope::Finally(pending) => {
                    pending.returns = true;
                    let label = lifetime(&format!("finally_{}", pending.number));
                    return quote!(break #label rt::Exit::Return(#value));
                }
                Scope::Closure(_, pending) => {
                    pending.returns = true;
                    let label = lifetime(&exit_name(pending.number));
                    return quote!(break #label rt::Exit::Return(#value));
                }
            }
        }
        let result = self.returned(value);
        quote!(return #result)
    }

    /// What stands before a return, or a jump to `target`, out of `finally` blocks: unlike an exception, an escape that
    /// waits for their end is not forgotten. (Where nothing is visible outside, `finally` does not run at all.)
    fn pending_escapes(&mut self, target: Option<Label>) -> TokenStream {
        if !self.function.effects {
            return TokenStream::new();
        }
        let is_target = |scope: &Scope| matches!(scope, Scope::Label { label, .. } if Some(*label) == target);
        let inner =
            self.scopes.iter().rev().take_while(|scope| !is_target(scope) && !matches!(scope, Scope::Finally(_)));
        let passed = self.scopes.len() - inner.count();
        let mut checks = TokenStream::new();
        for at in (passed..self.scopes.len()).rev() {
            let Scope::Cleanup(number) = self.scopes[at] else { continue };
            let exit = format_ident!("exit_{number}");
            let outer = self.scopes.split_off(at);
            let leave = self.raise_exit(quote!(err));
            self.scopes.extend(outer);
            checks.extend(quote! {
                match #exit {
                    rt::Exit::Raise(err) if matches!(err.cause(), rt::raise::Cause::Escape(_)) => #leave,
                    _ => {}
                }
            });
        }
        checks
    }

    /// `break` or `continue`.
    pub fn jump(&mut self, jump: Jump) -> TokenStream {
        let (Jump::Break(target) | Jump::Continue(target)) = jump;
        let escape = self.pending_escapes(Some(target));
        let exit = self.jump_past_escapes(jump);
        if escape.is_empty() { exit } else { quote!({ #escape #exit }) }
    }

    fn jump_past_escapes(&mut self, jump: Jump) -> TokenStream {
        let target = match jump {
            Jump::Break(label) | Jump::Continue(label) => label,
        };
        let leaves_closure = self
            .scopes
            .iter()
            .any(|scope| matches!(scope, Scope::Closure(Some(label), _) if jump == Jump::Break(*label)));
        for scope in self.scopes.iter_mut().rev() {
            match scope {
                Scope::Label { label, .. } if *label == target && !leaves_closure => break,
                Scope::Label { .. } | Scope::Handler(_) | Scope::Cleanup(_) | Scope::Try(_) => {}
                Scope::Finally(pending) => {
                    let (at, label) = (pending.jump(jump), lifetime(&format!("finally_{}", pending.number)));
                    let at = Literal::usize_unsuffixed(at);
                    return quote!(break #label rt::Exit::Jump(#at));
                }
                Scope::Closure(_, pending) => {
                    let (at, label) = (pending.jump(jump), lifetime(&exit_name(pending.number)));
                    let at = Literal::usize_unsuffixed(at);
                    return quote!(break #label rt::Exit::Jump(#at));
                }
            }
        }
        self.direct_jump(jump)
    }

    fn direct_jump(&mut self, jump: Jump) -> TokenStream {
        let (name, is_loop) = match jump {
            Jump::Break(label) => (break_name(label), false),
            Jump::Continue(label) if self.is_counted(label) => (body_name(label), false),
            Jump::Continue(label) => (break_name(label), true),
        };
        let label = lifetime(&name);
        self.used.insert(name);
        if is_loop { quote!(continue #label) } else { quote!(break #label) }
    }

    fn is_counted(&self, target: Label) -> bool {
        self.scopes.iter().any(|scope| matches!(scope, Scope::Label { label, counted: true, .. } if *label == target))
    }

    /// The label in front of a block or loop; nothing where no jump names it.
    pub fn label(&self, name: &str) -> Option<TokenStream> {
        let label = lifetime(name);
        self.used.contains(name).then(|| quote!(#label:))
    }
}

/// The iterations of a parallel loop's block, which exits other than raises leave.
pub(super) fn exit_name(number: u32) -> String {
    format!("exits_{number}")
}

/// What `Break` leaves.
pub(super) fn break_name(label: Label) -> String {
    format!("l{}", label.0)
}

/// The block around the body of a counted loop, which `Continue` leaves.
pub(super) fn body_name(label: Label) -> String {
    format!("body_{}", label.0)
}
