//! Ctrl-C in loops: what a `poll` at the head of a loop becomes.
//!
//! A counted loop without another poll in it runs in strips, between which it looks: LLVM sees the same inner loop as
//! without. All others count down a local of the function, which is a register, and look when it is used up.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::function::FnCx;
use crate::ir::{Block, Label, Op, Stmt, StmtKind, visit, walk};
use crate::passes::iterations;
use crate::span::Span;

/// What the countdown starts from.
const BUDGET: i64 = 4096;
/// Iterations of a strip, where each does little.
const STRIP: u64 = 1 << 14;
/// What an iteration with a loop in it takes from the budget, and one that calls or makes something.
const NESTED: i64 = 16;
const HEAVY: i64 = 64;

/// How a loop lets Ctrl-C in.
#[derive(Clone, Copy)]
pub(super) enum Pace {
    Never,
    /// After each strip of so many iterations.
    Strips(i64),
    /// Each iteration takes so much from the budget.
    Budget(i64),
}

/// The body of a loop without the `poll` at its head, and the pace that this asks for.
pub(super) fn pace(body: &Block, counted: bool) -> (&[Stmt], Pace) {
    let Some((Stmt { kind: StmtKind::Poll, .. }, rest)) = body.split_first() else { return (body, Pace::Never) };
    let (mut nested, mut heavy) = (false, false);
    visit::walk(rest, &mut |stmt| {
        nested |= matches!(stmt.kind, StmtKind::Poll);
        heavy |= is_heavy(stmt);
    });
    let cost = rest.iter().map(|stmt| iterations(stmt).unwrap_or(0)).sum::<u64>().clamp(1, STRIP);
    let pace = match (nested, heavy) {
        (false, false) if counted => Pace::Strips((STRIP / cost) as i64),
        (false, true) if counted => Pace::Strips(HEAVY),
        (_, true) => Pace::Budget(HEAVY),
        (true, false) => Pace::Budget(NESTED),
        (false, false) => Pace::Budget((cost as i64).min(BUDGET)),
    };
    (rest, pace)
}

/// May take long without a loop of its own.
fn is_heavy(stmt: &Stmt) -> bool {
    match walk::stmt_op(stmt) {
        Some(Op::Call { .. } | Op::Python(_) | Op::NewArray { .. } | Op::CopyOf { .. }) => true,
        Some(_) => false,
        None => matches!(stmt.kind, StmtKind::Fill { .. } | StmtKind::Copy { .. }),
    }
}

impl FnCx<'_> {
    /// The countdown, for a function, or the block of a parallel loop, in which some loop needs it.
    pub fn budget(&self, block: &[Stmt]) -> Option<TokenStream> {
        let mut needed = false;
        visit::walk(block, &mut |stmt| {
            let pace = match &stmt.kind {
                StmtKind::Loop { body, .. } => pace(body, false).1,
                StmtKind::For { body, .. } => pace(body, true).1,
                _ => Pace::Never,
            };
            needed |= matches!(pace, Pace::Budget(_));
        });
        let budget = Literal::i64_unsuffixed(BUDGET);
        needed.then(|| quote!(let mut polls: i32 = #budget;))
    }

    /// What stands at the head of each iteration.
    pub fn tick(&mut self, pace: Pace, span: Span) -> Option<TokenStream> {
        let Pace::Budget(cost) = pace else { return None };
        let look = self.fallible(quote!(rt::poll()), span);
        let (cost, budget) = (Literal::i64_unsuffixed(cost), Literal::i64_unsuffixed(BUDGET));
        Some(quote! {
            polls -= #cost;
            if polls <= 0 {
                polls = #budget;
                #look;
            }
        })
    }

    /// A counted loop. One that asks for strips and has no more trips than one strip runs without.
    pub fn strips(&mut self, label: Label, pace: Pace, parts: Parts, span: Span) -> TokenStream {
        let Parts { index, bound, down, label: lifetime, body } = parts;
        let compare = |bound: &TokenStream| if down { quote!(#index > #bound) } else { quote!(#index < #bound) };
        let outer = compare(&bound);
        let whole = quote!(#lifetime while #outer { #body });
        let Pace::Strips(length) = pace else { return whole };
        let (end, count) = (format_ident!("strip_{}", label.0), Literal::i64_unsuffixed(length));
        let (left, until) = if down {
            (quote!(#index.wrapping_sub(#bound)), quote!(#index.saturating_sub(#count).max(#bound)))
        } else {
            (quote!((#bound as i64).wrapping_sub(#index)), quote!(#index.saturating_add(#count).min(#bound)))
        };
        let inner = compare(&quote!(#end));
        let look = self.fallible(quote!(rt::poll()), span);
        quote! {
            if #left as u64 <= #count {
                #whole
            } else {
                #lifetime loop {
                    let #end: i64 = #until;
                    while #inner { #body }
                    if !(#outer) { break; }
                    #look;
                }
            }
        }
    }
}

/// The parts of a loop that counts `index` up, or down, while it has not reached `bound`.
pub(super) struct Parts {
    pub index: TokenStream,
    pub bound: TokenStream,
    pub down: bool,
    pub label: Option<TokenStream>,
    pub body: TokenStream,
}
