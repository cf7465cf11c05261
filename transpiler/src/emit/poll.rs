//! Ctrl-C in loops: what a `poll` at the head of a loop becomes. How often each looks: see `pace`.
//!
//! A loop that LLVM may compute in vectors runs in strips and looks between them, so that what it optimizes has no call
//! in it. In any other, an iteration spends what it costs from the budget of the nest, and looks when that is used up: a
//! loop of few iterations inside another has nothing to set up.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::exits::Scope;
use super::function::FnCx;
use super::pace::{BUDGET, Pace};
use crate::ir::Label;
use crate::span::Span;

/// The parts of a loop that counts `index` up, or down, while it has not reached `bound`.
pub(super) struct Counted {
    pub index: TokenStream,
    pub bound: TokenStream,
    pub down: bool,
    pub label: Option<TokenStream>,
    pub body: TokenStream,
}

/// Whether the loops in one of this pace may spend from its budget.
pub(super) fn spends(pace: Option<Pace>) -> bool {
    matches!(pace, Some(Pace::Budget { .. }))
}

impl FnCx<'_> {
    /// A counted loop. An innermost one that has no more trips than one strip runs as without.
    pub fn strips(&mut self, label: Label, pace: Option<Pace>, parts: Counted, span: Span) -> TokenStream {
        let Counted { index, bound, down, label: lifetime, body } = parts;
        let compare = |bound: &TokenStream| if down { quote!(#index > #bound) } else { quote!(#index < #bound) };
        let outer = compare(&bound);
        let (strip, twice) = match pace {
            None => return quote!(#lifetime while #outer { #body }),
            Some(Pace::Budget { cost }) => {
                let (declare, spend) = self.spending(label, cost, span);
                return quote!(#declare #lifetime while #outer { #spend #body });
            }
            Some(Pace::Strips { strip, twice }) => (strip, twice),
        };
        let (end, count) = (format_ident!("strip_{}", label.0), Literal::i64_unsuffixed(strip));
        let (left, until) = if down {
            (quote!(#index.wrapping_sub(#bound)), quote!(#index.saturating_sub(#count).max(#bound)))
        } else {
            (quote!((#bound as i64).wrapping_sub(#index)), quote!(#index.saturating_add(#count).min(#bound)))
        };
        let inner = compare(&quote!(#end));
        let look = self.failing_plainly(quote!(rt::poll()), span);
        let strips = quote! {
            #lifetime loop {
                let #end: i64 = #until;
                while #inner { #body }
                if !(#outer) { break; }
                #look;
            }
        };
        if twice {
            quote!(if #left as u64 <= #count { #lifetime while #outer { #body } } else { #strips })
        } else {
            strips
        }
    }

    /// An endless loop. The first strip of an innermost one has a copy of its own, which no look goes back to: values
    /// stay in registers there.
    pub fn endless_strips(
        &mut self,
        label: Label,
        pace: Option<Pace>,
        lifetime: Option<TokenStream>,
        body: TokenStream,
        span: Span,
    ) -> TokenStream {
        let (strip, twice) = match pace {
            None => return quote!(#lifetime loop { #body }),
            Some(Pace::Budget { cost }) => {
                let (declare, spend) = self.spending(label, cost, span);
                return quote!(#declare #lifetime loop { #spend #body });
            }
            Some(Pace::Strips { strip, twice }) => (strip, twice),
        };
        let (left, count) = (format_ident!("strip_{}", label.0), Literal::i64_unsuffixed(strip));
        let look = self.failing_plainly(quote!(rt::poll()), span);
        let run = quote!(let mut #left: u32 = rt::strip(#count); loop { #body #left -= 1; if #left == 0 { break; } });
        let first = twice.then(|| quote!(#run #look;));
        match (lifetime, first) {
            (Some(lifetime), Some(first)) => quote!(#lifetime { #first loop { #run #look; } }),
            (lifetime, first) => quote!(#first #lifetime loop { #run #look; }),
        }
    }

    /// The budget that a loop declares if none around it has one, and what an iteration spends from it.
    fn spending(&mut self, label: Label, cost: i32, span: Span) -> (Option<TokenStream>, TokenStream) {
        let around = self.budget();
        let budget = around.clone().unwrap_or_else(|| budget_of(label));
        let (full, cost) = (Literal::i32_unsuffixed(BUDGET), Literal::i32_unsuffixed(cost));
        let declare = around.is_none().then(|| quote!(let mut #budget: i32 = #full;));
        let look = self.failing_plainly(quote!(rt::poll()), span);
        let spend = quote! {
            #budget -= #cost;
            if #budget <= 0 {
                #look;
                #budget = #full;
            }
        };
        (declare, spend)
    }

    /// The budget of the nest around, as far as the closure at hand.
    fn budget(&self) -> Option<Ident> {
        self.scopes.iter().find_map(|scope| match scope {
            Scope::Label { label, budget: true, .. } => Some(budget_of(*label)),
            Scope::Label { .. }
            | Scope::Try(_)
            | Scope::Finally(_)
            | Scope::Handler(_)
            | Scope::Cleanup(_)
            | Scope::Closure(..) => None,
        })
    }
}

fn budget_of(label: Label) -> Ident {
    format_ident!("budget_{}", label.0)
}
