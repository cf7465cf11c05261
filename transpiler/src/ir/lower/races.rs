//! Races in parallel loops: writes that two iterations may make to one item, reads of what another iteration writes.
//!
//! A store is taken to be apart from other iterations' if one of its indices is made from the loop variable. A load
//! of the same array is, if the indices that are made from the loop variable are the very same.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{AxisIndex, Block, Expr, ExprKind, LocalId, Op, Stmt, StmtKind, visit};
use crate::span::Span;

/// A store that may meet another iteration's access, and the place of that access if it is another.
pub(super) struct Race {
    pub array: LocalId,
    pub store: Span,
    pub other: Option<Span>,
}

/// The races of a loop body; `index` is the loop's counter, `private` the locals each iteration has for itself.
pub(super) fn find(body: &Block, index: LocalId, private: &BTreeSet<LocalId>) -> Vec<Race> {
    let values = Values::of(body, index);
    let mut accesses = Accesses::default();
    visit::walk(body, &mut |stmt| accesses.note(stmt, &values));
    let mut races = Vec::new();
    for store in &accesses.stores {
        if private.contains(&store.array) {
            continue;
        }
        if store.own.iter().all(Option::is_none) {
            races.push(Race { array: store.array, store: store.span, other: None });
            continue;
        }
        let meets = |other: &&Access| other.array == store.array && other.own != store.own && other.span != store.span;
        if let Some(other) = accesses.stores.iter().chain(&accesses.loads).find(meets) {
            races.push(Race { array: store.array, store: store.span, other: Some(other.span) });
        }
    }
    races
}

/// One access to an item.
struct Access {
    array: LocalId,
    /// For each axis, the index if it is made from the loop variable.
    own: Vec<Option<Expr>>,
    span: Span,
}

#[derive(Default)]
struct Accesses {
    stores: Vec<Access>,
    loads: Vec<Access>,
}

impl Accesses {
    fn note(&mut self, stmt: &Stmt, values: &Values) {
        match &stmt.kind {
            StmtKind::Store { array, index, .. } => self.stores.push(values.access(*array, index, stmt.span)),
            StmtKind::Assign(_, Op::Load { array, index }) | StmtKind::Eval(Op::Load { array, index }) => {
                self.loads.push(values.access(*array, index, stmt.span));
            }
            _ => {}
        }
    }
}

/// Which locals are made from the loop variable, and what single-assigned ones stand for.
struct Values<'a> {
    own: BTreeSet<LocalId>,
    meaning: BTreeMap<LocalId, &'a Op>,
    views: BTreeMap<LocalId, LocalId>,
}

impl<'a> Values<'a> {
    fn of(body: &'a Block, index: LocalId) -> Self {
        let mut definitions: BTreeMap<LocalId, Vec<&'a Op>> = BTreeMap::new();
        visit::walk(body, &mut |stmt| {
            if let StmtKind::Assign(local, op) = &stmt.kind {
                definitions.entry(*local).or_default().push(op);
            }
        });
        let mut own = BTreeSet::from([index]);
        loop {
            let before = own.len();
            for (local, ops) in &definitions {
                if ops.iter().any(|op| mentions(op, &own)) {
                    own.insert(*local);
                }
            }
            if own.len() == before {
                break;
            }
        }
        let single = definitions.iter().filter(|(_, ops)| ops.len() == 1);
        let meaning: BTreeMap<LocalId, &Op> = single.map(|(local, ops)| (*local, ops[0])).collect();
        let views = meaning.iter().filter_map(|(local, op)| Some((*local, plain_view(op)?))).collect();
        Values { own, meaning, views }
    }

    fn access(&self, array: LocalId, index: &[AxisIndex], span: Span) -> Access {
        let own = index.iter().map(|axis| {
            let made = mentions_expr(&axis.index, &self.own);
            made.then(|| self.resolved(&axis.index, 8))
        });
        // A view made in the iteration itself, such as a row, is apart by the way it was made.
        let own = match self.views.get(&array) {
            Some(_) => index.iter().map(|axis| Some(axis.index.clone())).collect(),
            None => own.collect(),
        };
        Access { array: self.views.get(&array).copied().unwrap_or(array), own, span }
    }

    /// The expression with single-assigned locals replaced by what they stand for.
    fn resolved(&self, expr: &Expr, depth: u32) -> Expr {
        let ExprKind::Local(local) = expr.kind else { return expr.clone() };
        match self.meaning.get(&local) {
            Some(Op::Use(value)) if depth > 0 => self.resolved(value, depth - 1),
            _ => expr.clone(),
        }
    }
}

/// The array that a plain copy of a view stands for.
fn plain_view(op: &Op) -> Option<LocalId> {
    match op {
        Op::Use(Expr { ty, kind: ExprKind::Local(array) }) if ty.array().is_some() => Some(*array),
        _ => None,
    }
}

fn mentions(op: &Op, locals: &BTreeSet<LocalId>) -> bool {
    let mut found = false;
    visit::op_reads(op, &mut |local, _| found |= locals.contains(&local));
    found
}

fn mentions_expr(expr: &Expr, locals: &BTreeSet<LocalId>) -> bool {
    let mut found = false;
    visit::expr_locals(expr, &mut |local, _| found |= locals.contains(&local));
    found
}
