//! Loops on one thread.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::array::constant;
use super::exits::{Scope, body_name, break_name, lifetime};
use super::expr::Level;
use super::function::FnCx;
use super::lanes::run_in_lanes;
use super::pace::Pace;
use super::placement::Place;
use super::poll::{Counted, spends};
use crate::ir::{Block, ExprKind, Label, LocalId, Stmt, StmtKind};
use crate::span::Span;

impl FnCx<'_> {
    pub fn endless(&mut self, label: Label, body: &Block, span: Span) -> TokenStream {
        self.logged(
            span,
            quote!(loop {
                ..
            }),
        );
        let (body, pace) = self.unit.paces.of(body, false);
        // In strips, the label is that of the outer loop: `continue` leaves the body.
        self.scopes.push(Scope::Label { label, counted: pace.is_some(), budget: spends(pace) });
        let around = std::mem::replace(&mut self.lanes, false);
        let body = self.block(body);
        self.lanes = around;
        self.scopes.pop();
        let body = self.body(label, body);
        let lifetime = self.label(&break_name(label));
        self.endless_strips(label, pace, lifetime, body, span)
    }

    /// The body of a loop with the label that `continue` leaves, where one does.
    fn body(&self, label: Label, body: TokenStream) -> TokenStream {
        let name = body_name(label);
        if self.used.contains(&name) {
            let label = lifetime(&name);
            quote!(#label: { #body })
        } else {
            body
        }
    }

    /// The body of a counted loop: `continue` leaves it and counting goes on.
    pub fn counted_body(&mut self, label: Label, index: LocalId, body: &[Stmt], pace: Option<Pace>) -> TokenStream {
        self.scopes.push(Scope::Label { label, counted: true, budget: spends(pace) });
        let counts = self.placement(index).place == Place::Local && self.declared.insert(index);
        if counts {
            self.next_region(index);
        }
        let around = std::mem::replace(&mut self.lanes, run_in_lanes(body));
        let body = self.block(body);
        self.lanes = around;
        if counts {
            self.declared.remove(&index);
        }
        self.scopes.pop();
        self.body(label, body)
    }

    /// `while i < stop { ...; i += 1 }`: the form whose trip count LLVM knows. Other steps than 1 and -1 count their
    /// trips, since the index may pass the end of its type.
    pub fn counted(&mut self, stmt: &Stmt) -> TokenStream {
        let StmtKind::For { label, index, start, stop, step, body, parallel: _ } = &stmt.kind else {
            return TokenStream::new();
        };
        let ident = self.name(*index).ident.clone();
        let own = self.placement(*index).place == Place::Local;
        let declare = if own { quote!(let mut #ident) } else { quote!(#ident) };
        let first = self.value(start);
        let step_by = constant(step);
        let (limit, hoist) = match &stop.kind {
            ExprKind::Const(_) => (self.code(stop).at(Level::BitOr), None),
            _ => {
                let limit = format_ident!("stop_{}", label.0);
                let value = self.value(stop);
                (quote!(#limit), Some(quote!(let #limit: i64 = #value;)))
            }
        };
        let trips = format_ident!("trips_{}", label.0);
        let counts = step_by.is_none_or(|step| step != 1 && step != -1);
        let before = counts.then(|| {
            let step = self.value(step);
            quote!(let mut #trips = rt::Range { start: #ident, stop: #limit, step: #step }.len();)
        });
        let (counter, bound) = if counts { (quote!(#trips), quote!(0)) } else { (quote!(#ident), limit) };
        let down = counts || step_by == Some(-1);
        let cond = if down { quote!(#counter > #bound) } else { quote!(#counter < #bound) };
        self.logged(stmt.span, quote!(#declare = #first; #hoist #before while #cond { .. }));
        let (body, pace) = self.unit.paces.of(body, true);
        let inner = self.counted_body(*label, *index, body, pace);
        let step = match step_by {
            Some(1) => quote!(1),
            Some(-1) => quote!(-1),
            _ => self.value(step),
        };
        let count = counts.then(|| quote!(#trips -= 1;));
        let body = quote!(#inner #ident = #ident.wrapping_add(#step); #count);
        let parts = Counted { index: counter, bound, down, label: self.label(&break_name(*label)), body };
        let run = self.strips(*label, pace, parts, stmt.span);
        quote!(#declare = #first; #hoist #before #run)
    }
}
