//! Ctrl-C in loops: what a `poll` at the head of a loop becomes.
//!
//! A loop runs in strips and looks between them, so that the inner loop, which LLVM optimizes, has no call in it. How
//! long the strips are: see `pace`.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::function::FnCx;
use super::pace::Pace;
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

impl FnCx<'_> {
    /// A counted loop. An innermost one that has no more trips than one strip runs as without.
    pub fn strips(&mut self, label: Label, pace: Option<Pace>, parts: Counted, span: Span) -> TokenStream {
        let Counted { index, bound, down, label: lifetime, body } = parts;
        let compare = |bound: &TokenStream| if down { quote!(#index > #bound) } else { quote!(#index < #bound) };
        let outer = compare(&bound);
        let Some(Pace { strip, innermost }) = pace else { return quote!(#lifetime while #outer { #body }) };
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
        if innermost {
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
        let Some(Pace { strip, innermost }) = pace else { return quote!(#lifetime loop { #body }) };
        let (left, count) = (format_ident!("strip_{}", label.0), Literal::i64_unsuffixed(strip));
        let look = self.failing_plainly(quote!(rt::poll()), span);
        let run = quote!(let mut #left: u32 = #count; while #left > 0 { #left -= 1; #body });
        let first = innermost.then(|| quote!(#run #look;));
        match (lifetime, first) {
            (Some(lifetime), Some(first)) => quote!(#lifetime { #first loop { #run #look; } }),
            (lifetime, first) => quote!(#first #lifetime loop { #run #look; }),
        }
    }
}
