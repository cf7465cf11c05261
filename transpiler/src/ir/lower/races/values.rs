//! What the integers in the body of a parallel loop stand for: polynomials over the number of the iteration, what is
//! the same in all iterations, and what is not known.

use std::collections::{BTreeMap, BTreeSet};

use super::form::{Atom, Form, Monomial};
use crate::ir::{
    Block, Expr, ExprKind, Function, IntOp, LocalId, Op, PureOp, Relation, SliceItem, Stmt, StmtKind, Value, visit,
};
use crate::ty::Type;

/// What kind of thing an atom is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The same in all iterations.
    Fixed,
    /// The number of the iteration, from 0.
    Trip,
    /// Takes values of its own in each iteration, whatever the iteration: the counter of an inner loop.
    Inner,
    /// A quotient, or the smaller or larger of two: the atom's facts say all.
    Defined,
    /// Made from the loop variable in a way that is not followed; `loaded`: read from memory, so that two iterations may
    /// find the same.
    Data { loaded: bool },
}

/// One atom, and what holds of it.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub kind: Kind,
    pub varies: bool,
    /// Each is at least zero.
    pub facts: Vec<Form>,
}

/// What makes two atoms one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Trip,
    Local(LocalId),
    Dim(LocalId, u32),
    Number(String),
    Product(Monomial),
    Quotient(Form, Form),
    /// The smaller of two, or the larger.
    Extreme(Form, Form, bool),
    Expr(String),
    Items(u32),
}

/// The number of the iteration.
pub(super) const TRIP: Atom = 0;

/// How deep definitions are followed.
const DEPTH: u32 = 24;
/// Longer forms are not followed.
const TERMS: usize = 12;

/// What a parallel loop's body assigns, and what that stands for.
pub(super) struct Values<'a> {
    function: &'a Function,
    index: LocalId,
    /// In the body.
    definitions: BTreeMap<LocalId, Vec<&'a Op>>,
    counters: BTreeMap<LocalId, [&'a Expr; 3]>,
    written: BTreeSet<LocalId>,
    /// Of all locals of the function: how often they are given a value, and the operation if one does.
    everywhere: BTreeMap<LocalId, (u32, Option<&'a Op>)>,
    /// Made from the loop variable.
    pub derived: BTreeSet<LocalId>,
    /// Made from what changes within an iteration.
    inner: BTreeSet<LocalId>,
    keys: BTreeMap<Key, Atom>,
    pub atoms: Vec<Known>,
    counter: Form,
}

impl<'a> Values<'a> {
    /// `stmt` is the loop.
    pub fn of(function: &'a Function, stmt: &'a Stmt) -> Option<Self> {
        let StmtKind::For { index, start, stop, step, body, .. } = &stmt.kind else { return None };
        let mut values = Values {
            function,
            index: *index,
            definitions: BTreeMap::new(),
            counters: BTreeMap::new(),
            written: BTreeSet::from([*index]),
            everywhere: function.params.iter().map(|param| (*param, (1, None))).collect(),
            derived: BTreeSet::from([*index]),
            inner: BTreeSet::new(),
            keys: BTreeMap::new(),
            atoms: Vec::new(),
            counter: Form::default(),
        };
        values.scan(body);
        values.flow();
        values.atom(Key::Trip, Kind::Trip, true);
        values.counter = values.counted(TRIP, [start, stop, step], DEPTH);
        Some(values)
    }

    fn scan(&mut self, body: &'a Block) {
        visit::walk(&self.function.body, &mut |stmt| {
            let op = visit::stmt_op(stmt);
            for local in visit::stmt_writes(stmt) {
                let entry = self.everywhere.entry(local).or_insert((0, op));
                entry.0 += 1;
            }
        });
        visit::walk(body, &mut |stmt| {
            self.written.extend(visit::stmt_writes(stmt));
            match &stmt.kind {
                StmtKind::Assign(local, op) => self.definitions.entry(*local).or_default().push(op),
                StmtKind::For { index, start, stop, step, .. } => _ = self.counters.insert(*index, [start, stop, step]),
                _ => {}
            }
        });
    }

    /// Finds what is made from the loop variable, and what from inner counters.
    fn flow(&mut self) {
        let numbered = self.definitions.iter().filter(|(_, ops)| ops.iter().any(|op| has_thread_id(op)));
        self.derived.extend(numbered.map(|(local, _)| *local));
        let several = self.definitions.iter().filter(|(_, ops)| ops.len() > 1).map(|(local, _)| *local);
        self.inner = self.counters.keys().copied().chain(several).collect();
        loop {
            let before = (self.derived.len(), self.inner.len());
            for (local, ops) in &self.definitions {
                let mentions = |of: &BTreeSet<LocalId>| ops.iter().any(|op| mentions(op, of));
                let (derived, inner) = (mentions(&self.derived), mentions(&self.inner));
                self.derived.extend(derived.then_some(*local));
                self.inner.extend(inner.then_some(*local));
            }
            for (local, bounds) in &self.counters {
                if bounds.iter().any(|bound| self.is_derived(bound)) {
                    self.derived.insert(*local);
                }
            }
            if before == (self.derived.len(), self.inner.len()) {
                return;
            }
        }
    }

    /// Whether the expression is made from the loop variable.
    pub fn is_derived(&self, expr: &Expr) -> bool {
        let mut found = false;
        visit::expr_locals(expr, &mut |local, _| found |= self.derived.contains(&local));
        found
    }

    /// Whether the loop's body gives the local a value.
    pub fn is_written(&self, local: LocalId) -> bool {
        self.written.contains(&local)
    }

    /// The one operation that gives the local its value, where that can be told.
    pub fn definition(&self, local: LocalId) -> Option<&'a Op> {
        if self.is_written(local) {
            return match self.definitions.get(&local).map(Vec::as_slice) {
                Some([op]) if !self.counters.contains_key(&local) => Some(op),
                _ => None,
            };
        }
        match self.everywhere.get(&local) {
            Some((1, Some(op))) => {
                // What it was made from must not have changed since.
                let mut stays = true;
                visit::op_reads(op, &mut |from, _| {
                    stays &= self.everywhere.get(&from).is_none_or(|(count, _)| *count <= 1)
                });
                stays.then_some(*op)
            }
            _ => None,
        }
    }

    fn atom(&mut self, key: Key, kind: Kind, varies: bool) -> Atom {
        let next = self.atoms.len() as Atom;
        let atom = *self.keys.entry(key).or_insert(next);
        if atom == next {
            self.atoms.push(Known { kind, varies, facts: Vec::new() });
        }
        atom
    }

    fn fact(&mut self, atom: Atom, fact: Form) {
        self.atoms[atom as usize].facts.push(fact);
    }

    pub fn varies(&self, form: &Form) -> bool {
        form.atoms().into_iter().any(|atom| self.atoms[atom as usize].varies)
    }

    /// An index of an axis that is gone through as a whole: from 0, below `length`.
    pub fn items(&mut self, length: Option<&Form>) -> Form {
        let atom = self.atom(Key::Items(self.atoms.len() as u32), Kind::Inner, true);
        self.fact(atom, Form::atom(atom));
        if let Some(length) = length {
            self.fact(atom, length.minus(&Form::atom(atom)).offset(-1));
        }
        Form::atom(atom)
    }

    /// The counter of a loop, with its trips as an atom.
    fn counted(&mut self, trip: Atom, [start, stop, step]: [&'a Expr; 3], depth: u32) -> Form {
        let (start, stop, step) = (self.form(start, depth), self.form(stop, depth), self.form(step, depth));
        let by = self.product(&step, &Form::atom(trip));
        let counter = start.plus(&by);
        self.fact(trip, Form::atom(trip));
        match step.as_constant() {
            Some(step) if step > 0 => self.fact(trip, stop.minus(&counter).offset(-1)),
            Some(_) => self.fact(trip, counter.minus(&stop).offset(-1)),
            None => {}
        }
        counter
    }

    pub fn form(&mut self, expr: &'a Expr, depth: u32) -> Form {
        if depth == 0 {
            return self.opaque(expr);
        }
        let of = |cx: &mut Self, part: &'a Expr| cx.form(part, depth - 1);
        match &expr.kind {
            ExprKind::Const(Value::Int(value)) => Form::constant(*value),
            ExprKind::Local(local) | ExprKind::Take(local) => self.local(*local, depth - 1),
            ExprKind::Dim(array, axis) => self.dim(*array, *axis, depth - 1),
            ExprKind::Neg(a) => of(self, a).scaled(-1),
            ExprKind::Cast(a) if is_integer(&a.ty) && is_integer(&expr.ty) => of(self, a),
            ExprKind::Binary(op, a, b) if is_integer(&expr.ty) => {
                let (left, right) = (of(self, a), of(self, b));
                self.binary(*op, &left, &right).unwrap_or_else(|| self.opaque(expr))
            }
            ExprKind::Kernel(path, args) => match self.kernel(path, args, depth) {
                Some(form) => form,
                None => self.opaque(expr),
            },
            _ => self.opaque(expr),
        }
    }

    fn binary(&mut self, op: PureOp, a: &Form, b: &Form) -> Option<Form> {
        match (op, b.as_constant()) {
            (PureOp::Add, _) => Some(a.plus(b)),
            (PureOp::Sub, _) => Some(a.minus(b)),
            (PureOp::Mul, _) => Some(self.product(a, b)),
            (PureOp::Shl, Some(by @ 0..=62)) => Some(a.scaled(1 << by)),
            (PureOp::Shr, Some(by @ 0..=62)) => Some(self.quotient(a, &Form::constant(1 << by))),
            // A mask of low bits is a remainder.
            (PureOp::And, Some(mask)) if mask > 0 && (mask + 1) & mask == 0 => {
                Some(self.remainder(a, &Form::constant(mask + 1)))
            }
            (PureOp::Min, _) => Some(self.extreme(a, b, true)),
            (PureOp::Max, _) => Some(self.extreme(a, b, false)),
            _ => None,
        }
    }

    fn kernel(&mut self, path: &str, args: &'a [Expr], depth: u32) -> Option<Form> {
        let [a, b] = args else { return None };
        let name = path.rsplit("::").next()?;
        let is_quotient = matches!(name, "floordiv" | "rem") && is_integer(&a.ty) && is_integer(&b.ty);
        if !is_quotient {
            return None;
        }
        let (a, b) = (self.form(a, depth - 1), self.form(b, depth - 1));
        Some(if name == "rem" { self.remainder(&a, &b) } else { self.quotient(&a, &b) })
    }

    fn local(&mut self, local: LocalId, depth: u32) -> Form {
        if local == self.index {
            return self.counter.clone();
        }
        if let Some(bounds) = self.counters.get(&local).copied() {
            let known = self.keys.contains_key(&Key::Local(local));
            let trip = self.atom(Key::Local(local), Kind::Inner, true);
            let facts = self.atoms[trip as usize].facts.clone();
            let counter = self.counted(trip, bounds, depth);
            if known {
                self.atoms[trip as usize].facts = facts;
            }
            return counter;
        }
        let form = self.definition(local).and_then(|op| self.op(op, depth));
        form.unwrap_or_else(|| self.unknown(local))
    }

    fn op(&mut self, op: &'a Op, depth: u32) -> Option<Form> {
        if depth == 0 {
            return None;
        }
        match op {
            Op::Use(expr) if is_integer(&expr.ty) => Some(self.form(expr, depth)),
            Op::Int { op, args, .. } => {
                let args: Vec<Form> = args.iter().map(|arg| self.form(arg, depth)).collect();
                match (op, args.as_slice()) {
                    (IntOp::Add, [a, b]) => Some(a.plus(b)),
                    (IntOp::Sub, [a, b]) => Some(a.minus(b)),
                    (IntOp::Mul, [a, b]) => Some(self.product(a, b)),
                    (IntOp::Neg, [a]) => Some(a.scaled(-1)),
                    _ => None,
                }
            }
            Op::Kernel { path, args, .. } => self.kernel(path, args, depth),
            Op::Number { name, .. } => Some(Form::atom(self.atom(Key::Number(name.clone()), Kind::Fixed, false))),
            _ => None,
        }
    }

    /// A local that is not followed.
    fn unknown(&mut self, local: LocalId) -> Form {
        let kind = if self.derived.contains(&local) {
            Kind::Data { loaded: self.is_loaded(local, DEPTH) }
        } else if self.inner.contains(&local) {
            Kind::Inner
        } else {
            Kind::Fixed
        };
        Form::atom(self.atom(Key::Local(local), kind, kind != Kind::Fixed))
    }

    /// An expression that is not followed.
    fn opaque(&mut self, expr: &Expr) -> Form {
        let mut locals = BTreeSet::new();
        visit::expr_locals(expr, &mut |local, _| _ = locals.insert(local));
        let kind = if is_thread_id(expr) {
            Kind::Data { loaded: false }
        } else if !locals.is_disjoint(&self.derived) {
            Kind::Data { loaded: locals.iter().any(|local| self.is_loaded(*local, DEPTH)) }
        } else if !locals.is_disjoint(&self.inner) {
            Kind::Inner
        } else {
            Kind::Fixed
        };
        Form::atom(self.atom(Key::Expr(format!("{expr:?}")), kind, kind != Kind::Fixed))
    }

    /// Whether the local's one value was read from memory.
    fn is_loaded(&self, local: LocalId, depth: u32) -> bool {
        match self.definitions.get(&local).map(Vec::as_slice) {
            Some([Op::Load { .. } | Op::List(_)]) => true,
            Some([op @ (Op::Use(_) | Op::Int { .. } | Op::Kernel { .. })]) if depth > 0 => {
                let mut found = false;
                visit::op_reads(op, &mut |from, _| found |= self.is_loaded(from, depth - 1));
                found
            }
            _ => false,
        }
    }

    /// Lengths of views are those of the axes they cover.
    fn dim(&mut self, array: LocalId, axis: u32, depth: u32) -> Form {
        let from = if depth > 0 { self.definition(array) } else { None };
        match from {
            Some(Op::Use(Expr { kind: ExprKind::Local(from) | ExprKind::Take(from), .. })) => {
                return self.dim(*from, axis, depth - 1);
            }
            Some(Op::Slice { array: from, items, .. }) => {
                if let Some(axis) = whole_axis(items, axis) {
                    return self.dim(*from, axis, depth - 1);
                }
            }
            _ => {}
        }
        let varies = self.is_written(array);
        let kind = if varies { Kind::Data { loaded: false } } else { Kind::Fixed };
        let atom = self.atom(Key::Dim(array, axis), kind, varies);
        if self.atoms[atom as usize].facts.is_empty() {
            self.fact(atom, Form::atom(atom));
        }
        Form::atom(atom)
    }

    /// The length of an array's axis.
    pub fn length(&mut self, array: LocalId, axis: u32) -> Form {
        self.dim(array, axis, DEPTH)
    }

    fn product(&mut self, a: &Form, b: &Form) -> Form {
        let product = a.times(b);
        let mut form = Form::default();
        for (monomial, factor) in product.terms() {
            let varying = monomial.iter().filter(|atom| self.atoms[**atom as usize].varies).count();
            let monomial = if varying > 1 || monomial.len() > 3 {
                let kind = if varying > 0 { Kind::Data { loaded: false } } else { Kind::Fixed };
                vec![self.atom(Key::Product(monomial.clone()), kind, varying > 0)]
            } else {
                monomial.clone()
            };
            form = form.with(monomial, factor);
        }
        if form.terms().count() > TERMS {
            let varies = self.varies(&form);
            let kind = if varies { Kind::Data { loaded: false } } else { Kind::Fixed };
            return Form::atom(self.atom(Key::Expr(format!("{form:?}")), kind, varies));
        }
        form
    }

    /// `a // b`: with `b` positive, as nearly all divisors of indices are.
    fn quotient(&mut self, a: &Form, b: &Form) -> Form {
        if b.as_constant() == Some(1) {
            return a.clone();
        }
        let varies = self.varies(a) || self.varies(b);
        let kind = if self.varies(b) || b.as_constant().is_some_and(|by| by <= 0) {
            Kind::Data { loaded: false }
        } else {
            Kind::Defined
        };
        let known = self.keys.contains_key(&Key::Quotient(a.clone(), b.clone()));
        let atom = self.atom(Key::Quotient(a.clone(), b.clone()), kind, varies);
        if !known && kind == Kind::Defined {
            let rest = a.minus(&b.times(&Form::atom(atom)));
            self.fact(atom, b.minus(&rest).offset(-1));
            self.fact(atom, rest);
        }
        Form::atom(atom)
    }

    fn remainder(&mut self, a: &Form, b: &Form) -> Form {
        let small = [b.minus(a).offset(-1), a.clone()];
        if small.iter().all(|fact| self.never_negative(fact)) {
            return a.clone();
        }
        let quotient = self.quotient(a, b);
        let whole = self.product(b, &quotient);
        a.minus(&whole)
    }

    fn extreme(&mut self, a: &Form, b: &Form, least: bool) -> Form {
        let key = Key::Extreme(a.clone(), b.clone(), least);
        let known = self.keys.contains_key(&key);
        let varies = self.varies(a) || self.varies(b);
        let atom = self.atom(key, Kind::Defined, varies);
        if !known {
            for side in [a, b] {
                let above = side.minus(&Form::atom(atom));
                self.fact(atom, if least { above } else { above.scaled(-1) });
            }
        }
        Form::atom(atom)
    }

    /// Everything that holds of the atoms in the forms, those in what holds of them included.
    pub fn closure(&self, forms: &[Form]) -> (BTreeSet<Atom>, Vec<Form>) {
        let (mut seen, mut facts) = (BTreeSet::new(), Vec::new());
        let mut todo: Vec<Atom> = forms.iter().flat_map(Form::atoms).collect();
        while let Some(atom) = todo.pop() {
            if seen.insert(atom) {
                for fact in &self.atoms[atom as usize].facts {
                    todo.extend(fact.atoms());
                    facts.push(fact.clone());
                }
            }
        }
        (seen, facts)
    }

    /// Whether the form is known to be at least zero in every iteration.
    pub fn never_negative(&self, form: &Form) -> bool {
        self.never(form.scaled(-1).offset(-1))
    }

    /// Whether the form is known to be below zero in every iteration.
    pub fn always_negative(&self, form: &Form) -> bool {
        self.never(form.clone())
    }

    /// Whether the form is never at least zero.
    fn never(&self, form: Form) -> bool {
        let (_, mut positive) = self.closure(std::slice::from_ref(&form));
        positive.push(form);
        super::system::System { equal: Vec::new(), positive }.contradicts_itself()
    }

    /// What holds where a condition does, as forms that are at least zero.
    pub fn holding(&mut self, cond: &'a Expr) -> Vec<Form> {
        match &cond.kind {
            ExprKind::And(a, b) => {
                let mut all = self.holding(a);
                all.extend(self.holding(b));
                all
            }
            ExprKind::Not(inner) => self.failing(inner),
            ExprKind::Compare(relation, a, b) if is_integer(&a.ty) && is_integer(&b.ty) => {
                let difference = self.form(a, DEPTH).minus(&self.form(b, DEPTH));
                holds(*relation, &difference)
            }
            _ => Vec::new(),
        }
    }

    /// What holds where a condition does not.
    pub fn failing(&mut self, cond: &'a Expr) -> Vec<Form> {
        match &cond.kind {
            ExprKind::Or(a, b) => {
                let mut all = self.failing(a);
                all.extend(self.failing(b));
                all
            }
            ExprKind::Not(inner) => self.holding(inner),
            ExprKind::Compare(relation, a, b) if is_integer(&a.ty) && is_integer(&b.ty) => {
                let difference = self.form(a, DEPTH).minus(&self.form(b, DEPTH));
                holds(opposite(*relation), &difference)
            }
            _ => Vec::new(),
        }
    }

    /// The index of an access, followed.
    pub fn index(&mut self, expr: &'a Expr) -> Form {
        self.form(expr, DEPTH)
    }
}

fn holds(relation: Relation, difference: &Form) -> Vec<Form> {
    let below = difference.scaled(-1);
    match relation {
        Relation::Eq => vec![difference.clone(), below],
        Relation::Ne => Vec::new(),
        Relation::Lt => vec![below.offset(-1)],
        Relation::Le => vec![below],
        Relation::Gt => vec![difference.offset(-1)],
        Relation::Ge => vec![difference.clone()],
    }
}

fn opposite(relation: Relation) -> Relation {
    match relation {
        Relation::Eq => Relation::Ne,
        Relation::Ne => Relation::Eq,
        Relation::Lt => Relation::Ge,
        Relation::Le => Relation::Gt,
        Relation::Gt => Relation::Le,
        Relation::Ge => Relation::Lt,
    }
}

/// The axis that an axis of a view covers from end to end.
fn whole_axis(items: &[SliceItem], axis: u32) -> Option<u32> {
    let (mut of_view, mut of_array) = (0, 0);
    for item in items {
        match item {
            SliceItem::Index(_) => of_array += 1,
            SliceItem::Range { start, stop, step } if of_view == axis => {
                return (start.is_none() && stop.is_none() && step.is_none()).then_some(of_array);
            }
            SliceItem::Range { .. } => {
                of_view += 1;
                of_array += 1;
            }
            SliceItem::NewAxis => of_view += 1,
        }
    }
    Some(of_array + axis.checked_sub(of_view)?)
}

fn is_integer(ty: &Type) -> bool {
    ty.num().is_some_and(|num| num.repr.is_integer())
}

/// `threadid()`: two threads have not the same.
fn is_thread_id(expr: &Expr) -> bool {
    let mut found = false;
    visit::walk_expr(expr, &mut |part| found |= matches!(part.kind, ExprKind::Kernel("pool::thread_id", _)));
    found
}

fn has_thread_id(op: &Op) -> bool {
    let mut found = matches!(op, Op::Kernel { path: "pool::thread_id", .. });
    visit::op_exprs(op, &mut |expr| found |= is_thread_id(expr));
    found
}

fn mentions(op: &Op, locals: &BTreeSet<LocalId>) -> bool {
    let mut found = false;
    visit::op_reads(op, &mut |local, _| found |= locals.contains(&local));
    found
}
