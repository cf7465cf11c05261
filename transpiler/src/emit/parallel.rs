//! Parallel loops: a closure runs each block of iterations; what the blocks return is combined in their order.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::array::constant;
use super::exits::{Fault, Pending, Scope, exit_name, lifetime};
use super::function::FnCx;
use super::placement::{Place, pointed_at};
use super::poll::Counted;
use super::types;
use crate::ir::visit::{breaks_out, stmt_locals, walk};
use crate::ir::{Block, Expr, Label, LocalId, Parallel, Reduction, Schedule, Stmt, StmtKind, Ties};
use crate::span::Span;
use crate::ty::{Kind, Num, Repr, Rules, Type};

impl FnCx<'_> {
    pub fn parallel(&mut self, stmt: &Stmt) -> TokenStream {
        let StmtKind::For { label, index, start, stop, step, body, parallel: Some(parallel) } = &stmt.kind else {
            return TokenStream::new();
        };
        let n = label.0;
        let (first, by, trips) = (format_ident!("start_{n}"), format_ident!("step_{n}"), format_ident!("trips_{n}"));
        let (start_value, stop_value, step_value) = (self.value(start), self.value(stop), self.value(step));
        let bounds = quote! {
            let #first: i64 = #start_value;
            let #by: i64 = #step_value;
            let #trips: i64 = rt::Range { start: #first, stop: #stop_value, step: #by }.len();
        };
        self.logged(stmt.span, quote!(#bounds rt::prange(#trips, |block| { .. });));
        let captured = self.captures(body, &own(parallel).chain([*index]).collect());
        let results = self.results(parallel);
        let own = self.own_locals(parallel);
        let watched = self.watched(parallel, *label, body);
        let outer = std::mem::replace(&mut self.watched, watched);
        let scopes = std::mem::take(&mut self.scopes);
        let number = self.fresh();
        self.scopes.push(Scope::Closure(Some(*label), Pending::new(number)));
        let iterations = self.iterations(stmt, &first, &by, body);
        let pending = self.scopes.pop();
        self.scopes = scopes;
        let Some(Scope::Closure(_, pending)) = pending else { return TokenStream::new() };
        let flags: TokenStream = self.watched.iter().map(|&local| self.flag(local)).collect();
        let parts: Vec<_> = results.iter().map(|&local| self.result(local)).collect();
        let tys: Vec<_> = results.iter().map(|&local| self.result_type(local)).collect();
        let watched = std::mem::replace(&mut self.watched, outer);
        let (combine, failed) = self.combine(parallel, &results, &watched, stmt.span);
        let exit = self.raise_exit(quote!(err));
        let schedule = schedule(parallel.schedule);
        let (chunk, threads) = (self.optional(parallel.chunk.as_ref()), self.optional(parallel.threads.as_ref()));
        let declare = failed.as_ref().map(|_| quote!(let mut raised = None;));
        let Account { before, own: touched, note, after } = self.account(n);
        let parts = quote!((#(#parts,)*));
        let setup = quote!(#touched #captured #own #flags);
        if !pending.leaves() {
            let work = quote!(|block| -> Result<(#(#tys,)*), rt::Raise> { #setup #iterations #note Ok(#parts) });
            return quote! {
                #bounds
                #declare
                #before
                let outcome = rt::prange(#trips, #schedule, #chunk, #threads, #work, #combine);
                #after
                if let Err(err) = outcome { #exit; }
                #failed
            };
        }
        let (left, exits) = (format_ident!("exit_{number}"), lifetime(&exit_name(number)));
        let returns = types::value(&self.function.returns);
        let work = quote! {
            |block| -> Result<((#(#tys,)*), rt::Exit<#returns>), rt::Raise> {
                #setup
                let #left = #exits: { #iterations rt::Exit::Next };
                #note
                Ok((#parts, #left))
            }
        };
        let arms = self.pending_leaves(&pending, Some(*label));
        quote! {
            #bounds
            #declare
            #before
            let outcome = rt::prange_until(#trips, #schedule, #chunk, #threads, #work, #combine);
            #after
            let #left = match outcome {
                Ok(ok) => ok,
                Err(err) => #exit,
            };
            #failed
            match #left { #arms _ => {} }
        }
    }

    /// Where the function keeps account of what became visible outside, each block of a parallel loop has its own, and
    /// tells the others when it ends: the error that leaves may be that of a block which changed nothing.
    fn account(&self, number: u32) -> Account {
        if !self.has_touched() {
            return Account::default();
        }
        let changed = format_ident!("changed_{number}");
        Account {
            before: quote!(let #changed = rt::Changed::default();),
            own: quote!(let mut touched = false;),
            note: quote!(#changed.note(touched);),
            after: quote!(touched |= #changed.get();),
        }
    }

    fn optional(&mut self, value: Option<&Expr>) -> TokenStream {
        match value {
            Some(value) => {
                let value = self.value(value);
                quote!(Some(#value))
            }
            None => quote!(None),
        }
    }

    /// The iterations of one block.
    fn iterations(&mut self, stmt: &Stmt, first: &Ident, by: &Ident, body: &Block) -> TokenStream {
        let StmtKind::For { label, index, step, .. } = &stmt.kind else { return TokenStream::new() };
        let ident = self.name(*index).ident.clone();
        let (body, pace) = self.unit.paces.of(body, true);
        let mut inner = self.counted_body(*label, *index, body, pace);
        if has_loop(body) {
            // Long iterations look whether another thread failed.
            let exit = self.raise_exit(quote!(err));
            inner = quote!(if let Err(err) = block.check() { #exit; } #inner);
        }
        if constant(step) == Some(1) {
            let stop = format_ident!("stop_{}", label.0);
            let body = quote!(#inner #ident = #ident.wrapping_add(1););
            let parts = Counted { index: quote!(#ident), bound: quote!(#stop), down: false, label: None, body };
            let run = self.strips(*label, pace, parts, stmt.span);
            return quote! {
                let mut #ident: i64 = #first.wrapping_add(block.start);
                let #stop: i64 = #first.wrapping_add(block.end);
                #run
            };
        }
        let trip = format_ident!("trip_{}", label.0);
        let body = quote! {
            let #ident: i64 = #first.wrapping_add(#trip.wrapping_mul(#by));
            #inner
            #trip += 1;
        };
        let parts = Counted { index: quote!(#trip), bound: quote!(block.end), down: false, label: None, body };
        let run = self.strips(*label, pace, parts, stmt.span);
        quote!(let mut #trip: i64 = block.start; #run)
    }

    /// Copies of the views and scalars that the body only reads, all but its own and those that pointers may write: a
    /// closure holds references, through which LLVM would read a view again after each store.
    pub fn captures(&self, body: &Block, own: &BTreeSet<LocalId>) -> TokenStream {
        let mut read = BTreeSet::new();
        walk(body, &mut |stmt| stmt_locals(stmt, &mut |local, _| _ = read.insert(local)));
        let pointed_at = pointed_at(&self.function.body);
        read.into_iter()
            .filter(|local| !own.contains(local) && !pointed_at.contains(local) && self.is_declared(*local))
            .map(|local| {
                let (ty, name) = (&self.local(local).ty, self.name(local));
                let (ident, flag) = (&name.ident, &name.flag);
                let is_copied = matches!(ty, Type::Array(_)) || ty.is_plain();
                let value = is_copied.then(|| match ty {
                    // In one place, its parts tempt LLVM to compute with both at once, which is slower.
                    Type::Num(num) if num.repr.is_complex() => {
                        let ty = types::number(num.repr);
                        quote!(let #ident = #ty::new(std::hint::black_box(#ident.re), std::hint::black_box(#ident.im));)
                    }
                    _ => quote!(let #ident = #ident;),
                });
                let flag = self.local(local).tracked.then(|| quote!(let #flag = #flag;));
                quote!(#value #flag)
            })
            .collect()
    }

    /// Whether the local's declaration stands before the place at hand.
    pub fn is_declared(&self, local: LocalId) -> bool {
        match self.placement(local).place {
            Place::Param | Place::Top => true,
            Place::Local => self.declared.contains(&local),
        }
    }

    /// Reductions from their neutral elements, and private variables.
    fn own_locals(&mut self, parallel: &Parallel) -> TokenStream {
        let reductions = parallel.reductions.iter().map(|&(local, reduction)| {
            let (info, ident) = (self.local(local), &self.name(local).ident);
            let (ty, neutral) = (types::value(&info.ty), neutral(reduction, info.ty.num()));
            quote!(let mut #ident: #ty = #neutral;)
        });
        let private = parallel
            .private
            .iter()
            .filter(|(local, _)| self.is_declared(*local))
            .map(|&(local, _)| self.declaration(local));
        reductions.chain(private).collect()
    }

    /// What a block returns: reductions, and private variables that are read after the loop.
    fn results(&self, parallel: &Parallel) -> Vec<LocalId> {
        let kept = parallel.private.iter().filter(|(local, keep)| *keep && self.is_declared(*local));
        parallel.reductions.iter().map(|&(local, _)| local).chain(kept.map(|&(local, _)| local)).collect()
    }

    /// Kept variables that some iteration may not assign: a block says whether it did.
    fn watched(&self, parallel: &Parallel, label: Label, body: &Block) -> BTreeSet<LocalId> {
        let kept = parallel.private.iter().filter(|(local, keep)| *keep && self.is_declared(*local));
        kept.map(|&(local, _)| local)
            .filter(|&local| !self.local(local).tracked && !always_assigns(body, label, local))
            .collect()
    }

    fn flag(&self, local: LocalId) -> TokenStream {
        let flag = &self.name(local).flag;
        quote!(let mut #flag = false;)
    }

    fn result(&self, local: LocalId) -> TokenStream {
        let (info, name) = (self.local(local), self.name(local));
        let (ident, owner, flag) = (&name.ident, &name.owner, &name.flag);
        let value = if info.ty.array().is_some() { quote!(rt::Array::new(#ident, #owner)) } else { quote!(#ident) };
        if info.tracked || self.watched.contains(&local) { quote!((#value, #flag)) } else { value }
    }

    fn result_type(&self, local: LocalId) -> TokenStream {
        let ty = types::value(&self.local(local).ty);
        if self.local(local).tracked || self.watched.contains(&local) { quote!((#ty, bool)) } else { ty }
    }

    /// The closure that takes the parts of the blocks in order, and what raises the error that it may meet.
    fn combine(
        &mut self,
        parallel: &Parallel,
        results: &[LocalId],
        watched: &BTreeSet<LocalId>,
        span: Span,
    ) -> (TokenStream, Option<TokenStream>) {
        let parts: Vec<_> = (0..results.len()).map(|at| format_ident!("o_{at}")).collect();
        let mut steps = Vec::new();
        for (at, (&local, part)) in results.iter().zip(&parts).enumerate() {
            steps.push(match parallel.reductions.get(at) {
                Some(&(_, reduction)) => self.reduce(local, reduction, part),
                None => self.keep(local, part, watched.contains(&local)),
            });
        }
        let may_fail = parallel
            .reductions
            .iter()
            .any(|&(local, reduction)| self.local(local).ty.num().is_some_and(|num| exact(reduction, num)));
        let failed = may_fail.then(|| {
            let exit = self.raise_at(quote!(err), Fault::Any, span);
            quote!(if let Some(err) = raised { #exit; })
        });
        (quote!(|(#(#parts,)*)| { #(#steps)* }), failed)
    }

    /// A later block's value replaces an earlier one's.
    fn keep(&mut self, local: LocalId, part: &Ident, watched: bool) -> TokenStream {
        if watched || self.local(local).tracked {
            let assign = self.assignment(local, quote!(#part.0));
            quote!(if #part.1 { #assign })
        } else {
            self.assignment(local, quote!(#part))
        }
    }

    fn reduce(&mut self, local: LocalId, reduction: Reduction, part: &Ident) -> TokenStream {
        let ident = self.name(local).ident.clone();
        let Some(num) = self.local(local).ty.num() else { return quote!() };
        if exact(reduction, num) {
            let function = if reduction == Reduction::Add { quote!(add) } else { quote!(mul) };
            return quote! {
                match rt::int::#function(#ident, #part) {
                    Ok(ok) => #ident = ok,
                    Err(err) => raised = Some(err),
                }
            };
        }
        let operator = match reduction {
            Reduction::Add if num.repr.is_integer() => return quote!(#ident = #ident.wrapping_add(#part);),
            Reduction::Mul if num.repr.is_integer() => return quote!(#ident = #ident.wrapping_mul(#part);),
            Reduction::Mul if num.repr.is_complex() && num.rules == Rules::C => {
                return quote!(#ident = rt::ccomplex::mul(#ident, #part););
            }
            Reduction::Mul if num.repr == Repr::C128 && num.rules != Rules::NumPy => {
                return quote!(#ident = rt::complex::mul(#ident, #part););
            }
            Reduction::Mul if num.repr.is_complex() => return quote!(#ident = rt::npcomplex::mul(#ident, #part);),
            Reduction::Min(Ties::First) => return quote!(if #part < #ident { #ident = #part; }),
            Reduction::Min(Ties::Last) => return quote!(if #part <= #ident { #ident = #part; }),
            Reduction::Max(Ties::First) => return quote!(if #part > #ident { #ident = #part; }),
            Reduction::Max(Ties::Last) => return quote!(if #part >= #ident { #ident = #part; }),
            Reduction::Add => quote!(+),
            Reduction::Mul => quote!(*),
            Reduction::Or => quote!(|),
            Reduction::And => quote!(&),
            Reduction::Xor => quote!(^),
        };
        quote!(#ident = #ident #operator #part;)
    }
}

/// The account of visible changes: around a parallel loop, and at the start and the end of a block.
#[derive(Default)]
struct Account {
    before: TokenStream,
    own: TokenStream,
    note: TokenStream,
    after: TokenStream,
}

/// Whether combining may leave the width, which Python's integers do not.
fn exact(reduction: Reduction, num: Num) -> bool {
    matches!(reduction, Reduction::Add | Reduction::Mul)
        && num.repr.is_integer()
        && matches!(num.rules, Rules::Python | Rules::Either)
}

/// Whether each iteration that ends assigns the local: before anything that may end it early.
fn always_assigns(body: &Block, label: Label, local: LocalId) -> bool {
    for stmt in body {
        match stmt.kind {
            StmtKind::Assign(to, _) if to == local => return true,
            _ if ends_early(stmt, label) => return false,
            _ => {}
        }
    }
    false
}

/// Whether the statement may end the iteration of the loop, or the loop.
fn ends_early(stmt: &Stmt, label: Label) -> bool {
    let block = std::slice::from_ref(stmt);
    let mut found = breaks_out(block);
    walk(block, &mut |inner| {
        found |= match inner.kind {
            StmtKind::Continue(target) => target == label,
            StmtKind::Return(_) => true,
            _ => false,
        };
    });
    found
}

fn has_loop(body: &[Stmt]) -> bool {
    let mut found = false;
    walk(body, &mut |stmt| found |= matches!(stmt.kind, StmtKind::Loop { .. } | StmtKind::For { .. }));
    found
}

/// Locals that each block has for itself.
fn own(parallel: &Parallel) -> impl Iterator<Item = LocalId> {
    parallel.reductions.iter().map(|&(local, _)| local).chain(parallel.private.iter().map(|&(local, _)| local))
}

fn schedule(schedule: Schedule) -> TokenStream {
    match schedule {
        Schedule::Static => quote!(rt::Schedule::Static),
        Schedule::Dynamic => quote!(rt::Schedule::Dynamic),
        Schedule::Guided => quote!(rt::Schedule::Guided),
        Schedule::Team => quote!(rt::Schedule::Team),
        Schedule::Gang => quote!(rt::Schedule::Gang),
    }
}

/// What leaves the other operand as it is: -0.0 for sums of floats.
fn neutral(reduction: Reduction, num: Option<Num>) -> TokenStream {
    let repr = num.map_or(Repr::F64, |num| num.repr);
    let ty = types::number(repr);
    match (reduction, repr.kind()) {
        (Reduction::Add, Kind::Float) => quote!(-0.0),
        (Reduction::Add, Kind::Complex) => quote!(#ty::new(-0.0, -0.0)),
        (Reduction::Mul, Kind::Float) => quote!(1.0),
        (Reduction::Mul, Kind::Complex) => quote!(#ty::new(1.0, 0.0)),
        (Reduction::Add | Reduction::Or | Reduction::Xor, Kind::Bool) => quote!(false),
        (Reduction::Mul | Reduction::And, Kind::Bool) => quote!(true),
        (Reduction::Add | Reduction::Or | Reduction::Xor, Kind::Signed | Kind::Unsigned) => quote!(0),
        (Reduction::Mul, Kind::Signed | Kind::Unsigned) => quote!(1),
        (Reduction::And, Kind::Signed | Kind::Unsigned) => quote!(!0),
        (Reduction::Min(_), Kind::Float) => quote!(#ty::INFINITY),
        (Reduction::Max(_), Kind::Float) => quote!(#ty::NEG_INFINITY),
        (Reduction::Min(_), Kind::Signed | Kind::Unsigned) => quote!(#ty::MAX),
        (Reduction::Max(_), Kind::Signed | Kind::Unsigned) => quote!(#ty::MIN),
        (Reduction::Min(_), Kind::Bool) => quote!(true),
        (Reduction::Max(_), Kind::Bool) => quote!(false),
        // No such operator on these numbers.
        (Reduction::Or | Reduction::And | Reduction::Xor, Kind::Float | Kind::Complex)
        | (Reduction::Min(_) | Reduction::Max(_), Kind::Complex) => quote!(Default::default()),
    }
}
