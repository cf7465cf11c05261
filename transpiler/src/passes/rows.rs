//! Rows of one array that an innermost loop stores to and reads from get pointers of their own before it.
//!
//! before: `for j in lo..hi { a[i, j] = a[i, j] - f * a[k, j] }`
//! after:  `r = &a[i, 0]; s = &a[k, 0]; for j in lo..hi { r[j] = r[j] - f * s[j] }`
//!
//! That the rows are the same only if `i == k` is more than LLVM finds out from products of indices and strides; of
//! pointers of which it knows nothing it compares the ranges as the loop begins, and vectorises. What it knows of them is
//! hidden by `mem::opaque`: else it compares once, for all iterations of a loop around, among which the rows are the same
//! sooner or later. But where that loop begins behind the other row, comparing once is right, and cheaper. Loops that read
//! what another iteration stored in the same row are left as they are.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{
    AxisIndex, Block, Check, Expr, ExprKind, Function, IntOp, Local, LocalId, Op, Place, Program, PureOp, Relation,
    Stmt, StmtKind, Value, visit,
};
use crate::span::Span;
use crate::ty::{ArrayType, Layout, Repr, Type};

pub fn run(program: &mut Program) {
    for function in &mut program.functions {
        let mut body = std::mem::take(&mut function.body);
        let loops = Loops::of(&body);
        block(function, &loops, &mut body);
        function.body = body;
    }
}

fn block(function: &mut Function, loops: &Loops, stmts: &mut Block) {
    let mut at = 0;
    while at < stmts.len() {
        match rows(function, loops, &stmts[at]) {
            Some(rows) => {
                let guarded = rows.apply(function, &mut stmts[at]);
                match guarded {
                    Guarded::Always(before) => {
                        at += before.len();
                        let place = at - before.len();
                        stmts.splice(place..place, before);
                    }
                    Guarded::IfRuns(cond, mut then) => {
                        let span = stmts[at].span;
                        let kind = StmtKind::If { cond, then: Vec::new(), orelse: Vec::new() };
                        then.push(std::mem::replace(&mut stmts[at], Stmt { kind, span }));
                        if let StmtKind::If { then: inside, .. } = &mut stmts[at].kind {
                            *inside = then;
                        }
                    }
                }
            }
            None => visit::blocks_mut(&mut stmts[at]).into_iter().for_each(|inner| block(function, loops, inner)),
        }
        at += 1;
    }
}

/// What stands before the loop.
enum Guarded {
    Always(Block),
    /// Only if the loop runs at all.
    IfRuns(Expr, Block),
}

/// The rows of a loop that are worth pointers.
struct Rows {
    found: Vec<Row>,
    /// Of each access of the body the row, if it has one.
    of_access: Vec<Option<usize>>,
    /// Looking at one of them may raise, in the first iteration before anything else happens.
    raises: bool,
    /// One of two is behind the other in all iterations of a loop around.
    apart: bool,
}

/// A row of an array that stays the same while the loop runs.
struct Row {
    array: LocalId,
    /// Of all axes but the last, with what does not change in the loop in place of its temporaries.
    leading: Vec<AxisIndex>,
    span: Span,
    item: Type,
}

/// One access in the body.
struct Access<'a> {
    array: LocalId,
    index: &'a [AxisIndex],
    stores: bool,
    /// It runs in each iteration, before anything else that can be seen.
    first: bool,
    span: Span,
}

fn rows(function: &Function, loops: &Loops, stmt: &Stmt) -> Option<Rows> {
    let StmtKind::For { body, index, start, stop, step, parallel: None, .. } = &stmt.kind else { return None };
    let fixed = Fixed::of(body, *index)?;
    let accesses = accesses(body);
    let mut rows = Rows { found: Vec::new(), of_access: vec![None; accesses.len()], raises: false, apart: false };
    let stored: BTreeSet<LocalId> = accesses.iter().filter(|one| one.stores).map(|one| one.array).collect();
    for array in stored {
        let own: Vec<usize> = (0..accesses.len()).filter(|at| accesses[*at].array == array).collect();
        let Some(found) = of_array(function, &fixed, own.iter().map(|at| &accesses[*at])) else { continue };
        for (at, row) in own.iter().zip(found.of_access) {
            rows.of_access[*at] = row.map(|row| row + rows.found.len());
        }
        rows.raises |= found.raises;
        rows.found.extend(found.found);
    }
    if let [a, b] = &rows.found[..] {
        rows.apart =
            a.array == b.array && (loops.behind(&a.leading, &b.leading) || loops.behind(&b.leading, &a.leading));
    }
    let known = !rows.raises || runs(start, stop, step).is_some();
    (known && !rows.found.is_empty()).then_some(rows)
}

/// The rows of one array, if each access is to one, and what is stored to is another than what is read.
fn of_array<'a>(function: &Function, fixed: &Fixed, accesses: impl Iterator<Item = &'a Access<'a>>) -> Option<Rows> {
    let mut rows = Rows { found: Vec::new(), of_access: Vec::new(), raises: false, apart: false };
    // By row: whether it is stored to, and the last indices.
    let mut uses: Vec<(bool, Vec<Expr>)> = Vec::new();
    for access in accesses {
        let array = access.array;
        let ty = function.locals[array.0 as usize].ty.array().filter(|ty| has_rows(*ty))?;
        let (leading, last) = fixed.row(access.index).filter(|_| !fixed.written.contains_key(&array))?;
        let raises = |axes: &[AxisIndex]| axes.iter().any(|axis| axis.check.raises());
        if raises(access.index) && (!access.first || raises(&access.index[1..])) {
            return None;
        }
        rows.raises |= raises(access.index);
        let at = rows.found.iter().position(|row| same(&row.leading, &leading)).unwrap_or_else(|| {
            rows.found.push(Row { array, leading, span: access.span, item: ty.item() });
            uses.push((false, Vec::new()));
            rows.found.len() - 1
        });
        rows.of_access.push(Some(at));
        uses[at].0 |= access.stores;
        if !uses[at].1.contains(&last) {
            uses[at].1.push(last);
        }
    }
    let carried = uses.iter().any(|(stored, last)| *stored && last.len() > 1);
    (rows.found.len() > 1 && !carried).then_some(rows)
}

/// Whether the items of a row lie side by side, and are numbers as they are in memory.
fn has_rows(ty: ArrayType) -> bool {
    let number = ty.repr().is_some_and(|repr| repr != Repr::Bool);
    ty.ndim > 1 && matches!(ty.layout, Layout::C | Layout::Inner) && number
}

fn same(a: &[AxisIndex], b: &[AxisIndex]) -> bool {
    a.iter().zip(b).all(|(a, b)| a.index == b.index)
}

/// Where the loops of a function begin that count up.
struct Loops {
    all: Fixed,
    starts: BTreeMap<LocalId, Expr>,
}

impl Loops {
    fn of(body: &Block) -> Loops {
        let mut starts = BTreeMap::new();
        visit::walk(body, &mut |stmt| {
            if let StmtKind::For { index, start, step, .. } = &stmt.kind
                && matches!(step.kind, ExprKind::Const(Value::Int(step)) if step > 0)
            {
                starts.insert(*index, start.clone());
            }
        });
        Loops { all: Fixed::over(body), starts }
    }

    /// Whether the last index of `a` is that of a loop that begins behind the one of `b`, and the other indices are the same.
    fn behind(&self, a: &[AxisIndex], b: &[AxisIndex]) -> bool {
        let (Some((a, rest)), Some((b, others))) = (a.split_last(), b.split_last()) else { return false };
        let start = self.all.resolved(&a.index).as_local().and_then(|index| self.starts.get(&index));
        let Some(ExprKind::Binary(PureOp::Add, from, by)) = start.map(|start| self.all.resolved(start).kind) else {
            return false;
        };
        let positive = matches!(by.kind, ExprKind::Const(Value::Int(by)) if by > 0);
        positive && *from == self.all.resolved(&b.index) && same(rest, others)
    }
}

/// What a loop leaves as it is.
struct Fixed {
    /// How often each local that its body gives a value is given one.
    written: BTreeMap<LocalId, u32>,
    /// What locals hold that are given a pure value.
    values: BTreeMap<LocalId, Expr>,
}

impl Fixed {
    /// `None` if the loop is not the innermost one.
    fn of(body: &Block, index: LocalId) -> Option<Self> {
        let mut innermost = true;
        visit::walk(body, &mut |stmt| {
            innermost &= !matches!(stmt.kind, StmtKind::For { .. } | StmtKind::Loop { .. } | StmtKind::Try { .. });
        });
        let mut fixed = Fixed::over(body);
        *fixed.written.entry(index).or_insert(0) += 1;
        innermost.then_some(fixed)
    }

    fn over(body: &Block) -> Self {
        let (mut written, mut values) = (BTreeMap::new(), BTreeMap::new());
        visit::walk(body, &mut |stmt| {
            for local in visit::stmt_writes(stmt) {
                *written.entry(local).or_insert(0) += 1;
            }
            if let StmtKind::Unbind(local) = stmt.kind {
                *written.entry(local).or_insert(0) += 1;
            }
            if let StmtKind::Assign(local, op) = &stmt.kind
                && let Some(value) = pure(op)
            {
                values.insert(*local, value);
            }
        });
        let mut fixed = Fixed { written, values };
        fixed.drop_carried();
        fixed
    }

    /// What is computed of itself, of the iteration before, is no value of this one.
    fn drop_carried(&mut self) {
        let leads = |from: LocalId, seen: &mut BTreeSet<LocalId>| {
            let mut todo = vec![from];
            while let Some(local) = todo.pop() {
                let Some(value) = self.values.get(&local) else { continue };
                visit::expr_locals(value, &mut |next, _| {
                    if seen.insert(next) {
                        todo.push(next);
                    }
                });
            }
        };
        let carried = |local: &LocalId| {
            let mut seen = BTreeSet::new();
            leads(*local, &mut seen);
            seen.contains(local)
        };
        let carried: Vec<LocalId> = self.values.keys().copied().filter(carried).collect();
        self.values.retain(|local, _| !carried.contains(local));
    }

    /// The expression in terms of what does not change in the loop and of its index.
    fn resolved(&self, expr: &Expr) -> Expr {
        match expr.kind {
            ExprKind::Local(local) if self.written.get(&local) == Some(&1) => match self.values.get(&local) {
                Some(value) => self.resolved(value),
                None => expr.clone(),
            },
            ExprKind::Binary(op, ref a, ref b) => {
                let kind = ExprKind::Binary(op, Box::new(self.resolved(a)), Box::new(self.resolved(b)));
                Expr { ty: expr.ty.clone(), kind }
            }
            _ => expr.clone(),
        }
    }

    fn is_fixed(&self, expr: &Expr) -> bool {
        let mut fixed = true;
        visit::expr_locals(expr, &mut |local, _| fixed &= !self.written.contains_key(&local));
        fixed
    }

    /// The indices of the row that does not change, and the one along it that does.
    fn row(&self, index: &[AxisIndex]) -> Option<(Vec<AxisIndex>, Expr)> {
        let (last, leading) = index.split_last()?;
        let fits = |axis: &AxisIndex| !axis.wrap && axis.check != Check::Each;
        let leading: Vec<AxisIndex> =
            leading.iter().map(|axis| AxisIndex { index: self.resolved(&axis.index), ..axis.clone() }).collect();
        let fixed = leading.iter().all(|axis| self.is_fixed(&axis.index));
        let last_index = self.resolved(&last.index);
        (fixed && index.iter().all(fits) && !self.is_fixed(&last_index)).then_some((leading, last_index))
    }
}

/// The value of an operation that does nothing but compute an index.
fn pure(op: &Op) -> Option<Expr> {
    match op {
        Op::Use(value) => Some(value.clone()),
        Op::Int { op, args, check } if !check.raises() => {
            let op = match op {
                IntOp::Add => PureOp::Add,
                IntOp::Sub => PureOp::Sub,
                IntOp::Mul => PureOp::Mul,
                IntOp::Neg => return None,
            };
            let [a, b] = &args[..] else { return None };
            Some(Expr { ty: a.ty.clone(), kind: ExprKind::Binary(op, Box::new(a.clone()), Box::new(b.clone())) })
        }
        _ => None,
    }
}

/// Each item that the body loads or stores.
fn accesses(body: &Block) -> Vec<Access<'_>> {
    let mut found = Vec::new();
    // Whether nothing that can be seen has happened, and the arrays that were looked at.
    let (mut first, mut looked) = (true, BTreeSet::new());
    for stmt in body {
        // What stands in a branch need not run.
        let plain = visit::blocks(stmt).is_empty();
        visit::walk(std::slice::from_ref(stmt), &mut |inner| {
            let (array, index, stores) = match &inner.kind {
                StmtKind::Assign(_, Op::Load { array, index }) => (*array, index, false),
                StmtKind::Store { array, index, .. } => (*array, index, true),
                _ => return,
            };
            let first = first && plain && looked.iter().all(|other| *other == array);
            found.push(Access { array, index, stores, first, span: inner.span });
            if index.iter().any(|axis| axis.check.raises()) {
                looked.insert(array);
            }
        });
        first &= matches!(&stmt.kind, StmtKind::Assign(_, op) if pure(op).is_some() || matches!(op, Op::Load { .. }));
    }
    found
}

impl Rows {
    /// Rewrites the loop; what comes before it.
    fn apply(self, function: &mut Function, stmt: &mut Stmt) -> Guarded {
        let StmtKind::For { body, start, stop, step, .. } = &mut stmt.kind else {
            return Guarded::Always(Vec::new());
        };
        let mut before = Vec::new();
        let mut pointers = Vec::new();
        for row in &self.found {
            let ty = Type::Pointer(Box::new(row.item.clone()));
            let mut index = row.leading.clone();
            index.push(AxisIndex { index: Expr::int(0), wrap: false, check: Check::Off });
            let address = Op::ItemAddress { array: row.array, index, ty: ty.clone(), stores: true };
            let plain = temporary(function, ty.clone());
            before.push(Stmt { kind: StmtKind::Assign(plain, address), span: row.span });
            if self.apart {
                pointers.push(Expr::local(plain, ty));
                continue;
            }
            let hidden = temporary(function, ty.clone());
            let args = vec![Expr::local(plain, ty.clone())];
            let opaque = Op::Kernel { path: "mem::opaque", args, ty: ty.clone(), raises: false };
            before.push(Stmt { kind: StmtKind::Assign(hidden, opaque), span: row.span });
            pointers.push(Expr::local(hidden, ty));
        }
        let mut rows = self.of_access.into_iter();
        each_access(body, &mut |kind, index| {
            let Some(Some(row)) = rows.next() else { return };
            let last = index.last().map_or_else(|| Expr::int(0), |axis| axis.index.clone());
            let (pointer, item) = (&pointers[row], &self.found[row].item);
            let offset = ExprKind::Offset(Box::new(pointer.clone()), Box::new(last));
            let place = Place::pointee(Expr { ty: pointer.ty.clone(), kind: offset });
            *kind = match std::mem::replace(kind, StmtKind::Touch) {
                StmtKind::Assign(to, _) => StmtKind::Assign(to, Op::Get { place, ty: item.clone() }),
                StmtKind::Store { value, .. } => StmtKind::Put { place, value },
                other => other,
            };
        });
        match (self.raises, runs(start, stop, step)) {
            (true, Some(runs)) => Guarded::IfRuns(runs, before),
            _ => Guarded::Always(before),
        }
    }
}

/// Calls `f` with the statements that [`accesses`] finds, in the same order, and their indices.
fn each_access(body: &mut Block, f: &mut dyn FnMut(&mut StmtKind, &[AxisIndex])) {
    for stmt in body {
        let index = match &stmt.kind {
            StmtKind::Assign(_, Op::Load { index, .. }) | StmtKind::Store { index, .. } => Some(index.clone()),
            _ => None,
        };
        if let Some(index) = index {
            f(&mut stmt.kind, &index);
        }
        visit::blocks_mut(stmt).into_iter().for_each(|inner| each_access(inner, f));
    }
}

/// Whether the loop runs at all; `None` if the direction is not known.
fn runs(start: &Expr, stop: &Expr, step: &Expr) -> Option<Expr> {
    let relation = match step.kind {
        ExprKind::Const(Value::Int(step)) if step > 0 => Relation::Lt,
        ExprKind::Const(Value::Int(step)) if step < 0 => Relation::Gt,
        _ => return None,
    };
    let kind = ExprKind::Compare(relation, Box::new(start.clone()), Box::new(stop.clone()));
    Some(Expr { ty: Type::BOOL, kind })
}

fn temporary(function: &mut Function, ty: Type) -> LocalId {
    let id = LocalId(function.locals.len() as u32);
    function.locals.push(Local { name: String::new(), ty, tracked: false, range: None, replaces: Vec::new() });
    id
}
