//! Ctrl-C in loops: what a `poll` at the head of a loop becomes.
//!
//! A loop runs in strips and looks between them, so that the inner loop, which LLVM optimizes, has no call in it. The
//! further out a loop stands the shorter its strips: what lies between two looks takes some ten milliseconds at most.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::function::FnCx;
use crate::ir::{Block, Label, Op, Program, Stmt, StmtKind, visit};
use crate::passes::iterations;
use crate::span::Span;

/// Iterations of a strip of a loop with no loop in it, with one level of loops, with two, with more.
const STRIPS: [u64; 4] = [1 << 12, 1 << 8, 1 << 3, 1];
/// The same where an iteration makes or copies something, or touches the interpreter.
const HEAVY: u64 = 64;
/// The same where it calls a function that loops or calls.
const CALLING: u64 = 8;

/// How often a loop lets Ctrl-C in.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    /// Iterations between two looks.
    strip: i64,
    /// Nothing in the body looks.
    innermost: bool,
}

/// The body of a loop without the `poll` at its head, and the pace if it has one.
pub(super) fn pace<'a>(program: &Program, body: &'a Block) -> (&'a [Stmt], Option<Pace>) {
    let Some((Stmt { kind: StmtKind::Poll, .. }, rest)) = body.split_first() else { return (body, None) };
    let levels = levels(rest);
    let mut strip = STRIPS[levels.min(STRIPS.len() - 1)];
    visit::walk(rest, &mut |stmt| strip = strip.min(longest(program, stmt)));
    let repeated = rest.iter().map(|stmt| iterations(stmt).unwrap_or(0)).sum::<u64>().max(1);
    let strip = (strip / repeated).max(1) as i64;
    (rest, Some(Pace { strip, innermost: levels == 0 }))
}

/// How deep loops that look are nested in a block.
fn levels(block: &[Stmt]) -> usize {
    let own = |stmt: &Stmt| {
        let inner = visit::blocks(stmt);
        let looks = inner.iter().any(|block| matches!(block.first(), Some(Stmt { kind: StmtKind::Poll, .. })));
        inner.into_iter().map(|block| levels(block)).max().unwrap_or(0) + usize::from(looks)
    };
    block.iter().map(own).max().unwrap_or(0)
}

/// The longest strip that may hold the statement.
fn longest(program: &Program, stmt: &Stmt) -> u64 {
    match visit::stmt_op(stmt) {
        Some(Op::Call { func, .. }) => {
            let mut long = false;
            visit::walk(&program.functions[func.0 as usize].body, &mut |stmt| {
                long |= matches!(stmt.kind, StmtKind::Poll) || matches!(visit::stmt_op(stmt), Some(Op::Call { .. }));
            });
            if long { CALLING } else { STRIPS[1] }
        }
        Some(Op::Python(_) | Op::NewArray { .. } | Op::CopyOf { .. }) => HEAVY,
        Some(_) => STRIPS[0],
        None if matches!(stmt.kind, StmtKind::Fill { .. } | StmtKind::Copy { .. }) => HEAVY,
        None => STRIPS[0],
    }
}

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
