//! Blocks that run with the interpreter's lock released or taken back: a closure in functions that are on the other side.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::exits::{Pending, Scope, exit_name, lifetime};
use super::function::FnCx;
use super::placement::pointed_at;
use super::types;
use crate::ir::visit::{Role, stmt_locals, stmt_op, walk};
use crate::ir::{Block, LocalId, Op, StmtKind};
use crate::span::Span;
use crate::ty::Type;

impl FnCx<'_> {
    pub fn with_lock(&mut self, held: bool, body: &Block, span: Span) -> TokenStream {
        // In a `.py` the boundary released it; a `.pyx` says itself where that is done.
        let released = !self.function.python && self.function.c.is_none();
        if !held && (released || !may_be_long(body)) {
            let body = self.block(body);
            return quote!({ #body });
        }
        let change = if held { quote!(attach) } else { quote!(detach) };
        self.logged(span, quote!(rt::boundary::#change(|| { .. });));
        let written = written(body);
        let captured = self.captures(body, &written);
        let state = if held { Vec::new() } else { self.state(&written) };
        let number = self.fresh();
        let scopes = std::mem::replace(&mut self.scopes, vec![Scope::Closure(None, Pending::new(number))]);
        let inner = self.block(body);
        let pending = self.scopes.pop();
        self.scopes = scopes;
        let Some(Scope::Closure(_, pending)) = pending else { return TokenStream::new() };
        let exits = pending.leaves().then(|| {
            let label = lifetime(&exit_name(number));
            quote!(#label:)
        });
        let (left, returns) = (format_ident!("exit_{number}"), types::value(&self.function.returns));
        let exit = self.raise_exit(quote!(err));
        let arms = self.pending_leaves(&pending, None);
        let result = quote!(Result<rt::Exit<#returns>, rt::Raise>);
        let run = if state.is_empty() {
            quote! {
                let #left = rt::boundary::#change(|| -> #result {
                    #captured
                    Ok(#exits { #inner rt::Exit::Next })
                });
            }
        } else {
            let held = format_ident!("state_{number}");
            quote! {
                let mut #held = (#(#state,)*);
                let #left = rt::boundary::#change(|| {
                    let (#(mut #state,)*) = #held;
                    let #left = rt::boundary::inlined(|| -> #result {
                        #captured
                        Ok(#exits { #inner rt::Exit::Next })
                    });
                    #held = (#(#state,)*);
                    #left
                });
                (#(#state,)*) = #held;
            }
        };
        quote! {
            #run
            match #left {
                Err(err) => #exit,
                Ok(#left) => match #left { #arms _ => {} }
            }
        }
    }
}

impl FnCx<'_> {
    /// Of what the block writes, the values that it works on in variables of its own: those of the function around lie
    /// in memory for it.
    fn state(&self, written: &BTreeSet<LocalId>) -> Vec<Ident> {
        let pointed_at = pointed_at(&self.function.body);
        let is_moved = |local: &&LocalId| {
            let ty = &self.local(**local).ty;
            let small = ty.is_plain() && !matches!(ty, Type::Fixed(..)) && *ty != Type::Never;
            small && !pointed_at.contains(local) && self.is_declared(**local) && self.placement(**local).used
        };
        let moved: BTreeSet<LocalId> =
            written.iter().filter(is_moved).map(|local| self.aliases.get(local).copied().unwrap_or(*local)).collect();
        moved.into_iter().map(|local| self.name(local).ident.clone()).collect()
    }
}

/// Whether it is worth releasing the lock for.
fn may_be_long(body: &Block) -> bool {
    let mut found = false;
    walk(body, &mut |stmt| {
        found |= matches!(stmt.kind, StmtKind::For { .. } | StmtKind::Loop { .. })
            || matches!(stmt_op(stmt), Some(Op::Call { .. } | Op::CallPointer { .. } | Op::Kernel { .. }))
            || matches!(stmt.kind, StmtKind::Fill { .. } | StmtKind::Copy { .. });
    });
    found
}

/// The locals that the block gives a value, or unbinds.
fn written(body: &Block) -> BTreeSet<LocalId> {
    let mut found = BTreeSet::new();
    walk(body, &mut |stmt| {
        stmt_locals(stmt, &mut |local, role| {
            if role == Role::Write {
                found.insert(local);
            }
        })
    });
    found
}
