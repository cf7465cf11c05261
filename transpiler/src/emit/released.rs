//! Blocks that run with the interpreter's lock released: a closure in functions that hold it.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::exits::{Pending, Scope, exit_name, lifetime};
use super::function::FnCx;
use super::types;
use crate::ir::Block;
use crate::ir::visit::{Role, stmt_locals, walk};
use crate::span::Span;

impl FnCx<'_> {
    pub fn released(&mut self, body: &Block, span: Span) -> TokenStream {
        if !self.function.python {
            // The boundary released it, or the function is too short for that.
            let body = self.block(body);
            return quote!({ #body });
        }
        self.logged(span, quote!(rt::boundary::detach(|| { .. });));
        let captured = self.captures(body, &written(body));
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
        quote! {
            let #left = rt::boundary::detach(|| -> Result<rt::Exit<#returns>, rt::Raise> {
                #captured
                Ok(#exits { #inner rt::Exit::Next })
            });
            match #left {
                Err(err) => #exit,
                Ok(#left) => match #left { #arms _ => {} }
            }
        }
    }
}

/// The locals that the block gives a value, or unbinds.
fn written(body: &Block) -> BTreeSet<crate::ir::LocalId> {
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
