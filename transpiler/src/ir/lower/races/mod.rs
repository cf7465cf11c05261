//! Races in parallel loops: writes that two iterations may make to one item, reads of what another iteration writes.
//!
//! Two accesses are apart if their indices, as polynomials over the numbers of two different iterations, cannot be
//! equal. If they can, and all that the indices are made of is known, that is a race. Where an index comes from data
//! (`out[order[i]]`), nothing is said, unless the item is updated: `count[bin[i]] += 1` is wrong as soon as two are the
//! same.

mod access;
mod form;
mod system;
mod values;

use super::effects::Effects;
use crate::ir::{Function, LocalId, Stmt, StmtKind};
use crate::span::Span;
use access::{Access, Accesses};
use form::{Atom, Form, Monomial, OTHER};
use std::cell::Cell;
use std::collections::BTreeSet;
use system::System;
use values::{Kind, TRIP, Values};

/// A store that may meet another iteration's access.
pub(super) struct Race {
    pub array: LocalId,
    pub store: Span,
    pub meets: Meets,
}

/// How.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meets {
    /// Every iteration may write the same item.
    Always,
    /// Itself, in another iteration.
    Itself,
    /// The access at another place.
    Other(Span),
    /// Itself and the read before it, where the data says so.
    Data,
}

/// The races of a parallel loop of the function.
pub(super) fn find(function: &Function, stmt: &Stmt, effects: &Effects) -> Vec<Race> {
    let (StmtKind::For { body, .. }, Some(mut values)) = (&stmt.kind, Values::of(function, stmt)) else {
        return Vec::new();
    };
    let found = Accesses::of(&mut values, &function.locals, effects, body).found;
    let check = Check { values: &values, found: &found, left: Cell::new(CLOSELY) };
    let stores = found.iter().filter(|access| access.stores && !access.unknown);
    let named = |store: &Access| {
        let is_named = !function.locals[store.array.0 as usize].name.is_empty();
        if is_named { store.array } else { store.name }
    };
    stores
        .filter_map(|store| Some(Race { array: named(store), store: store.span, meets: check.store(store)? }))
        .collect()
}

/// What is known of two accesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Apart,
    Meets,
    Unknown,
}

/// So many pairs of a loop are looked at closely; of more, nothing is said.
const CLOSELY: u32 = 64;

struct Check<'v, 'a> {
    values: &'v Values<'a>,
    found: &'v [Access],
    /// How many pairs may still be looked at closely.
    left: Cell<u32>,
}

impl Check<'_, '_> {
    fn store(&self, store: &Access) -> Option<Meets> {
        match self.pair(store, store) {
            Verdict::Meets if self.is_same_always(store) => return Some(Meets::Always),
            Verdict::Meets => return Some(Meets::Itself),
            Verdict::Unknown if self.is_update(store) => return Some(Meets::Data),
            Verdict::Apart | Verdict::Unknown => {}
        }
        let others = self.found.iter().filter(|other| other.array == store.array && other.span != store.span);
        let mut met = others.filter(|other| !other.unknown && self.pair(store, other) == Verdict::Meets);
        met.next().map(|other| Meets::Other(other.span))
    }

    /// Whether the items have nothing to do with the loop variable.
    fn is_same_always(&self, store: &Access) -> bool {
        let (atoms, _) = self.values.closure(&store.axes);
        atoms.into_iter().all(|atom| self.values.atoms[atom as usize].kind != Kind::Trip)
    }

    /// Whether an item that the data chose is read and written.
    fn is_update(&self, store: &Access) -> bool {
        let kind = |atom: Atom| self.values.atoms[atom as usize].kind;
        // Where an inner loop counts on from there, as through a sparse row, the data are bounds that do not overlap.
        let is_chosen = |axis: &Form| {
            let atoms = axis.atoms();
            let loaded = atoms.iter().any(|atom| kind(*atom) == Kind::Data { loaded: true });
            loaded && !atoms.iter().any(|atom| kind(*atom) == Kind::Inner)
        };
        store.axes.iter().any(is_chosen)
            && self.found.iter().any(|other| !other.stores && other.array == store.array && other.axes == store.axes)
    }

    /// Whether two iterations may touch the same item, one at `a` and the other at `b`.
    fn pair(&self, a: &Access, b: &Access) -> Verdict {
        if a.axes.len() != b.axes.len() {
            return Verdict::Unknown;
        }
        if self.evidently_apart(a, b) {
            return Verdict::Apart;
        }
        if self.left.get() == 0 {
            return Verdict::Unknown;
        }
        self.left.set(self.left.get() - 1);
        let either = |optimistic: bool| {
            let later = !self.system(a, b, true, optimistic).contradicts_itself();
            later || (a.span != b.span && !self.system(a, b, false, optimistic).contradicts_itself())
        };
        if !either(false) {
            return Verdict::Apart;
        }
        let forms: Vec<Form> = a.axes.iter().chain(&b.axes).cloned().collect();
        let (atoms, _) = self.values.closure(&forms);
        let is_data = |atom| matches!(self.values.atoms[atom as usize].kind, Kind::Data { .. });
        if atoms.into_iter().any(is_data) || !either(true) { Verdict::Unknown } else { Verdict::Meets }
    }

    /// Whether along some axis the indices are `c*trip` and the same besides, or apart by what is no multiple of `c`.
    fn evidently_apart(&self, a: &Access, b: &Access) -> bool {
        a.axes.iter().zip(&b.axes).any(|(a, b)| {
            let factor = a.factor(&[TRIP]);
            let varying = a.atoms().into_iter().filter(|atom| self.values.atoms[*atom as usize].varies).count();
            let apart = a.minus(b).as_constant();
            factor != 0 && varying == 1 && apart.is_some_and(|apart| apart == 0 || apart % factor != 0)
        })
    }

    /// What holds if they do; `later`: the iteration of `a` is the later one. With good will, inner loops of unknown
    /// length are short and factors large: what only other numbers would make a race is none.
    fn system(&self, a: &Access, b: &Access, later: bool, good_will: bool) -> System {
        let other = |form: &Form| {
            form.renamed(|atom| if self.values.atoms[atom as usize].varies { atom | OTHER } else { atom })
        };
        let mut system = System::default();
        system.equal.extend(a.axes.iter().zip(&b.axes).map(|(a, b)| a.minus(&other(b))));
        for (access, is_other) in [(a, false), (b, true)] {
            let forms: Vec<Form> = access.axes.iter().chain(&access.guards).cloned().collect();
            let (_, facts) = self.values.closure(&forms);
            let all = facts.iter().chain(&access.guards);
            system.positive.extend(all.map(|form| if is_other { other(form) } else { form.clone() }));
        }
        let (trip, factors) = (Form::atom(TRIP), self.factors(&system));
        let distance = trip.minus(&other(&trip));
        system.positive.push(if later { distance } else { distance.scaled(-1) }.offset(-1));
        if good_will {
            system.positive.extend(self.short_loops(a, b));
        }
        multiply(&mut system, &factors, if good_will { 2 } else { 1 });
        system
    }

    /// Of counters of inner loops of unknown length, that they are at most one apart.
    fn short_loops(&self, a: &Access, b: &Access) -> Vec<Form> {
        let forms: Vec<Form> = a.axes.iter().chain(&b.axes).cloned().collect();
        let (atoms, _) = self.values.closure(&forms);
        let is_open = |atom: &u32| {
            let known = &self.values.atoms[*atom as usize];
            let is_short = known.facts.iter().any(|fact| fact.factor(&[*atom]) < 0 && fact.atoms().len() == 1);
            known.kind == Kind::Inner && !is_short && !known.facts.is_empty()
        };
        let pairs = atoms.into_iter().filter(is_open).map(|atom| Form::atom(atom).minus(&Form::atom(atom | OTHER)));
        pairs.flat_map(|apart| [apart.offset(1), apart.scaled(-1).offset(1)]).collect()
    }

    /// What stands before something else in a product and is the same in all iterations: `w` in `i*w`. Widths and
    /// heights, taken to be positive.
    fn factors(&self, system: &System) -> Vec<Monomial> {
        let is_fixed = |atom: &Atom| atom & OTHER == 0 && !self.values.atoms[*atom as usize].varies;
        let mut all = BTreeSet::new();
        for (monomial, _) in system.equal.iter().chain(&system.positive).flat_map(Form::terms) {
            let fixed: Monomial = monomial.iter().copied().filter(is_fixed).collect();
            if monomial.len() > 1 && !fixed.is_empty() {
                all.extend(fixed.iter().map(|&atom| vec![atom]));
                all.insert(fixed);
            }
        }
        all.into_iter().filter(|factor| factor.len() < 3).collect()
    }
}

/// Adds the constraints times each factor, and that each factor is at least `least`.
fn multiply(system: &mut System, factors: &[Monomial], least: i128) {
    let (equal, positive) = (system.equal.clone(), system.positive.clone());
    let atoms: Vec<Form> = factors.iter().map(|factor| Form::default().with(factor.clone(), 1)).collect();
    for (factor, form) in factors.iter().zip(&atoms) {
        let is_small = |row: &&Form| row.terms().all(|(monomial, _)| monomial.len() + factor.len() <= 3);
        system.equal.extend(equal.iter().filter(is_small).map(|row| row.times(form)));
        system.positive.extend(positive.iter().filter(is_small).map(|row| row.times(form)));
        system.positive.push(form.offset(-least));
    }
}
