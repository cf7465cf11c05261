//! What a call of a function may do that is visible outside: by the roots its arrays and lists come from.

use std::collections::{BTreeMap, BTreeSet};

use super::plain::Plain;
use super::touch;
use crate::hir;
use crate::ir::{Base, Expr, ExprKind, FnId, Function, ListOp, LocalId, Op, PyOp, Stmt, StmtKind, visit};
use crate::ty::Type;

/// Where the memory behind a local may come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Root {
    Param(usize),
    /// A module-level array, or memory reached through a Python object.
    Outside,
}

/// Of each function, what a call changes.
#[derive(Clone, Debug, Default)]
pub(super) struct Effects {
    /// The parameters whose memory is written to.
    pub writes: Vec<BTreeSet<usize>>,
    /// Something besides, which is visible from anywhere.
    beyond: Vec<bool>,
}

/// Sets `python`, `effects` and `recursive` of all functions, to a fixpoint over calls.
pub(super) fn mark(functions: &mut [Function], module: &hir::Module) -> Effects {
    let mut effects = Effects { writes: vec![BTreeSet::new(); functions.len()], beyond: vec![false; functions.len()] };
    let plain: Vec<Plain> = functions.iter().map(|function| Plain::find(function, module)).collect();
    loop {
        let mut changed = false;
        for at in 0..functions.len() {
            let found = Scan::new(functions, &effects, at, Objects { plain: &plain[at], module }).run();
            changed |= found.writes.len() > effects.writes[at].len()
                || found.python && !functions[at].python
                || found.beyond && !effects.beyond[at]
                || found.effects && !functions[at].effects;
            effects.writes[at].extend(found.writes);
            effects.beyond[at] |= found.beyond;
            functions[at].python |= found.python;
            functions[at].effects |= found.effects;
        }
        if !changed {
            break;
        }
    }
    mark_recursion(functions);
    for at in 0..functions.len() {
        if functions[at].effects {
            let scan = Scan::new(functions, &effects, at, Objects { plain: &plain[at], module });
            functions[at].body = touch::placed(functions[at].body.clone(), scan);
        }
    }
    effects
}

/// The functions a function calls, or of which it takes the address.
pub(super) fn calls(function: &Function) -> BTreeSet<usize> {
    let mut calls = BTreeSet::new();
    visit::walk(&function.body, &mut |stmt| {
        if let Some(Op::Call { func: FnId(func), .. } | Op::FunctionAddress { func: FnId(func), .. }) =
            visit::stmt_op(stmt)
        {
            calls.insert(*func as usize);
        }
    });
    calls
}

fn mark_recursion(functions: &mut [Function]) {
    let graph: Vec<BTreeSet<usize>> = functions.iter().map(calls).collect();
    for (at, function) in functions.iter_mut().enumerate() {
        function.recursive = reachable(&graph, &graph[at]).contains(&at);
    }
}

/// Everything that can be reached by calls, the start included.
pub(super) fn reachable(graph: &[BTreeSet<usize>], start: &BTreeSet<usize>) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let mut todo: Vec<usize> = start.iter().copied().collect();
    while let Some(next) = todo.pop() {
        if seen.insert(next) {
            todo.extend(&graph[next]);
        }
    }
    seen
}

struct Found {
    writes: BTreeSet<usize>,
    beyond: bool,
    python: bool,
    effects: bool,
}

/// What tells which operations on objects are visible.
#[derive(Clone, Copy)]
struct Objects<'a> {
    plain: &'a Plain,
    module: &'a hir::Module,
}

pub(super) struct Scan<'a> {
    functions: &'a [Function],
    effects: &'a Effects,
    objects: Objects<'a>,
    function: &'a Function,
    roots: BTreeMap<LocalId, BTreeSet<Root>>,
    found: Found,
}

impl<'a> Scan<'a> {
    fn new(functions: &'a [Function], effects: &'a Effects, at: usize, objects: Objects<'a>) -> Self {
        let function = &functions[at];
        let params = function.params.iter().enumerate();
        let roots = params.map(|(at, local)| (*local, BTreeSet::from([Root::Param(at)]))).collect();
        let found = Found { writes: BTreeSet::new(), beyond: false, python: false, effects: false };
        Scan { functions, effects, objects, function, roots, found }
    }

    fn run(mut self) -> Found {
        self.find_roots();
        visit::walk(&self.function.body, &mut |stmt| self.stmt(stmt));
        self.found.python = false;
        visit::walk_released(&self.function.body, &mut |stmt| self.stmt(stmt));
        self.found
    }

    /// Roots flow from definition to use in any order, so twice round a loop: until nothing grows.
    pub fn find_roots(&mut self) {
        loop {
            let before: usize = self.roots.values().map(BTreeSet::len).sum();
            visit::walk(&self.function.body, &mut |stmt| self.flow(stmt));
            if self.roots.values().map(BTreeSet::len).sum::<usize>() == before {
                return;
            }
        }
    }

    /// Whether the statement itself, without those in its blocks, is visible outside. Roots are found.
    pub fn is_visible(&mut self, stmt: &Stmt) -> bool {
        self.found.effects = false;
        self.stmt(stmt);
        self.found.effects
    }

    fn flow(&mut self, stmt: &Stmt) {
        let StmtKind::Assign(to, op) = &stmt.kind else { return };
        let from = match op {
            // A call may return any of what it was given.
            Op::Use(_) | Op::Slice { .. } | Op::Transpose { .. } | Op::Call { .. } => self.roots_of(op),
            Op::Pick { .. } | Op::List(ListOp::Get { .. } | ListOp::Pop { .. }) => self.roots_of(op),
            Op::Static { .. } | Op::Python(PyOp::Unbox { .. } | PyOp::UnboxOrEscape { .. }) => {
                BTreeSet::from([Root::Outside])
            }
            _ => return,
        };
        self.roots.entry(*to).or_default().extend(from);
    }

    fn roots_of(&self, op: &Op) -> BTreeSet<Root> {
        let mut roots = BTreeSet::new();
        visit::op_reads(op, &mut |local, _| roots.extend(self.roots.get(&local).into_iter().flatten().copied()));
        roots
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Store { array, .. } | StmtKind::Fill { array, .. } | StmtKind::Copy { to: array, .. } => {
                self.written(*array);
            }
            StmtKind::Raise(crate::ir::Raise::Object { .. }) => self.found.python = true,
            StmtKind::Try { handlers, .. } => {
                self.found.python |= handlers.iter().any(|handler| handler.bind.is_some());
            }
            StmtKind::Put { place, .. } if matches!(place.base, Base::Static(_)) => self.visible_beyond(),
            StmtKind::Assign(_, op) | StmtKind::Eval(op) => self.op(op),
            _ => {}
        }
    }

    fn op(&mut self, op: &Op) {
        match op {
            Op::Python(op) => {
                self.found.python = true;
                let Objects { plain, module } = self.objects;
                if is_visible(op) && !plain.covers(op, module) {
                    self.visible_beyond();
                }
            }
            Op::List(ListOp::Append { list, .. } | ListOp::Set { list, .. } | ListOp::Pop { list, .. }) => {
                self.written_through(list);
            }
            // Whatever a kernel does to a list, it does to its first operand.
            Op::Kernel { path, args, .. } if path.starts_with("sequence::list_") => {
                if let [list, ..] = args.as_slice() {
                    self.written_through(list);
                }
            }
            Op::Static { ty, .. } => self.found.python |= ty.has_object(),
            Op::SetStatic(_, value) => {
                self.found.python |= value.ty.has_object();
                self.visible_beyond();
            }
            Op::Call { func, args, .. } => self.call(func.0 as usize, args),
            Op::ItemAddress { array, stores: true, .. } => self.written(*array),
            _ => {}
        }
    }

    fn call(&mut self, callee: usize, args: &[Expr]) {
        self.found.python |= self.functions[callee].python;
        if self.effects.beyond[callee] {
            self.visible_beyond();
        }
        for at in self.effects.writes[callee].clone() {
            if let Some(arg) = args.get(at) {
                self.written_through(arg);
            }
        }
    }

    fn written_through(&mut self, value: &Expr) {
        match &value.kind {
            ExprKind::Local(local) | ExprKind::Take(local) => self.written(*local),
            _ => visit::expr_locals(value, &mut |local, _| self.written(local)),
        }
    }

    fn written(&mut self, local: LocalId) {
        for root in self.roots.get(&local).cloned().unwrap_or_default() {
            self.found.effects = true;
            match root {
                Root::Param(at) => {
                    self.found.writes.insert(at);
                }
                Root::Outside => self.visible_beyond(),
            }
        }
    }

    fn visible_beyond(&mut self) {
        self.found.effects = true;
        self.found.beyond = true;
    }
}

/// Whether running the operation again from the start could be noticed.
fn is_visible(op: &PyOp) -> bool {
    match op {
        PyOp::Global(_) | PyOp::Const(_) | PyOp::Tuple(_) | PyOp::List(_) | PyOp::Slice(..) | PyOp::Box(_) => false,
        // An object of native type has conversions without side effects; others may run code.
        PyOp::Unbox { ty, .. } | PyOp::UnboxOrEscape { ty, .. } => *ty == Type::Object,
        // Sets and dictionaries hash what is put into them.
        _ => true,
    }
}
