//! `with parallel():` each of several threads runs the block, and takes its share of the loops in it.
//!
//! before: `with parallel(): first; for i in prange(a, b, c): body; last`
//! after:  `for member in prange(members): first; for i in <share of range(a, b, c)>: body; last`
//!
//! Where anything stands behind a loop but what frees memory, it may rest on what the other threads did there: a barrier
//! comes between, and the threads are a gang, which runs at the same time. What a loop leaves in a variable only it may read:
//! a block that does otherwise runs on one thread, as OpenMP allows.

use std::collections::{BTreeMap, BTreeSet};

use super::arith::kernel;
use super::builder::{LoopScope, Lower};
use super::coerce::pure;
use crate::hir::{self, AugTarget, Expr as HirExpr, Stmt, StmtKind as HirStmt, Target};
use crate::ir::visit::{self, Role};
use crate::ir::{Block, Expr, ExprKind, LocalId, Op, Parallel, PureOp, Relation, Schedule, StmtKind};
use crate::span::Span;
use crate::ty::Type;
use crate::types::iterate::{Iterable, iterable};
use crate::types::resolve;

/// What may stand behind the loop: each thread does it with what is its own.
const FREES: [&str; 4] =
    ["libc.stdlib.free", "cpython.mem.PyMem_RawFree", "cpython.mem.PyMem_Free", "cpython.mem.PyMem_Del"];

/// A parallel loop of a block.
#[derive(Clone, Copy)]
struct Shared<'a> {
    target: &'a Target,
    args: &'a [HirExpr],
    keywords: &'a [(String, HirExpr)],
    body: &'a [Stmt],
    span: Span,
}

/// The threads that run a block, as its code knows them.
#[derive(Clone, Copy)]
struct Members {
    /// The number of the thread at hand.
    own: LocalId,
    count: LocalId,
}

/// A block that a gang runs, while it is lowered.
pub(super) struct Gang {
    members: Members,
    /// For each loop so far the locals that it gives a value, and how often it reads each local.
    loops: Vec<(BTreeSet<LocalId>, BTreeMap<LocalId, usize>)>,
}

impl<'a> Lower<'a> {
    /// A block `with parallel()`.
    pub(super) fn team(&mut self, block: &'a [Stmt]) {
        if let Some((at, shared)) = self.last_loop(block) {
            let run = self.members(Schedule::Team, &shared, block, |cx, members| {
                cx.block_of(&block[..at]);
                cx.share(members, shared);
                cx.block_of(&block[at + 1..]);
            });
            self.push_block(run);
        } else if !self.gang(block) {
            let around = std::mem::replace(&mut self.on_one_thread, true);
            self.block_of(block);
            self.on_one_thread = around;
        }
    }

    /// The only loop, and its place in the block, if nothing behind it need wait for it.
    fn last_loop(&self, block: &'a [Stmt]) -> Option<(usize, Shared<'a>)> {
        let found = block.iter().enumerate().find_map(|(at, stmt)| Some((at, self.shared(stmt)?)));
        let (at, shared) = found?;
        let before = !block[..at].iter().any(|stmt| self.has_loop(stmt));
        let after = block[at + 1..].iter().all(|stmt| self.frees(stmt));
        (before && after).then_some((at, shared))
    }

    fn shared(&self, stmt: &'a Stmt) -> Option<Shared<'a>> {
        let HirStmt::For { target, iter, body, orelse } = &stmt.kind else { return None };
        let Iterable::ParallelRange { args, keywords, span } = iterable(self.module, iter) else { return None };
        orelse.is_empty().then_some(Shared { target, args, keywords, body, span })
    }

    /// Whether the statement is, or has, a parallel loop.
    fn has_loop(&self, stmt: &Stmt) -> bool {
        let is_loop = match &stmt.kind {
            HirStmt::For { iter, .. } => matches!(iterable(self.module, iter), Iterable::ParallelRange { .. }),
            _ => false,
        };
        is_loop || stmt.kind.blocks().into_iter().flatten().any(|stmt| self.has_loop(stmt))
    }

    fn frees(&self, stmt: &Stmt) -> bool {
        match &stmt.kind {
            HirStmt::Pass => true,
            HirStmt::Expr(HirExpr { kind: hir::ExprKind::Call { func, .. }, .. }) => {
                resolve::path(self.module, func).is_some_and(|path| FREES.contains(&path.name.as_str()))
            }
            _ => false,
        }
    }

    /// The first loop of a block whose loops all threads come to: they stand in loops over ranges and branches only.
    fn first_loop(&self, block: &'a [Stmt]) -> Option<Shared<'a>> {
        let mut first = None;
        for stmt in block.iter().filter(|stmt| self.has_loop(stmt)) {
            let found = match &stmt.kind {
                HirStmt::If { then, orelse, .. } => {
                    let parts = [then, orelse].map(|part| (part.iter().any(|stmt| self.has_loop(stmt)), part));
                    let mut found = None;
                    for (_, part) in parts.into_iter().filter(|(has, _)| *has) {
                        found = found.or(Some(self.first_loop(part)?));
                    }
                    found?
                }
                HirStmt::For { iter, body, orelse, .. } => match iterable(self.module, iter) {
                    Iterable::ParallelRange { .. } => self.shared(stmt)?,
                    Iterable::Range { .. } if !orelse.iter().any(|stmt| self.has_loop(stmt)) => {
                        self.first_loop(body)?
                    }
                    _ => return None,
                },
                _ => return None,
            };
            first = first.or(Some(found));
        }
        first
    }

    /// Lowers the block for threads that wait for each other behind each loop; `false`, with nothing done, if it reads
    /// what a loop leaves in a variable.
    fn gang(&mut self, block: &'a [Stmt]) -> bool {
        let Some(first) = self.first_loop(block) else { return false };
        let before = self.told();
        let mut loops = Vec::new();
        let run = self.members(Schedule::Gang, &first, block, |cx, members| {
            cx.gang = Some(Gang { members, loops: Vec::new() });
            cx.block_of(block);
            loops = cx.gang.take().map(|gang| gang.loops).unwrap_or_default();
        });
        let all = reads(&run);
        let read_elsewhere = loops
            .iter()
            .any(|(written, own)| written.iter().any(|local| all.get(local).copied() != own.get(local).copied()));
        if read_elsewhere {
            self.untell(before);
            return false;
        }
        self.push_block(run);
        true
    }

    /// A loop of a gang: each thread runs its share and waits for the others.
    pub(super) fn gang_loop(
        &mut self,
        target: &'a Target,
        (args, keywords): (&'a [HirExpr], &'a [(String, HirExpr)]),
        span: Span,
        body: &'a [Stmt],
    ) {
        let Some(mut gang) = self.gang.take() else { return };
        let members = gang.members;
        let shared = Shared { target, args, keywords, body, span };
        let (run, ()) = self.in_block(|cx| cx.share(members, shared));
        let mut written = BTreeSet::new();
        visit::walk(&run, &mut |stmt| written.extend(visit::stmt_writes(stmt)));
        gang.loops.push((written, reads(&run)));
        self.push_block(run);
        let args = vec![Expr::local(members.count, Type::INT)];
        self.push(StmtKind::Eval(Op::Kernel { path: "pool::barrier", args, ty: Type::None, raises: true }));
        self.gang = Some(gang);
    }

    /// The iterations of a loop that are those of the thread at hand.
    fn share(&mut self, members: Members, shared: Shared<'a>) {
        let options = self.parallel_options(shared.keywords);
        let (start, stop, step) = self.range_bounds(shared.args, shared.span);
        let [start, stop, step] = [start, stop, step].map(|bound| self.hold(bound));
        if matches!(options.schedule, Schedule::Dynamic | Schedule::Guided) && !reduces(shared.body) {
            return self.taken(members, shared, &options, [start, stop, step]);
        }
        let [own, next] = [0, 1].map(|ahead| {
            let member = pure(PureOp::Add, Expr::local(members.own, Type::INT), Expr::int(ahead));
            let count = Expr::local(members.count, Type::INT);
            let args = vec![start.clone(), stop.clone(), step.clone(), member, count];
            kernel("pool::share_start", args, Type::INT)
        });
        let [own, next] = [own, next].map(|bound| self.hold(bound));
        self.range_for(shared.target, (own, next, step), shared.body, &[]);
    }

    /// The iterations of a loop that the thread at hand takes, some at a time, while there are any.
    fn taken(&mut self, members: Members, shared: Shared<'a>, options: &Parallel, [start, stop, step]: [Expr; 3]) {
        let trips = kernel("pool::trips", vec![start.clone(), stop.clone(), step.clone()], Type::INT);
        let trips = self.hold(trips);
        let chunk = options.chunk.clone().unwrap_or_else(|| Expr::int(1));
        let chunk = self.hold(chunk);
        let begun = self.local("", Type::INT);
        self.push(StmtKind::Assign(begun, Op::Use(Expr::int(0))));
        let label = self.label();
        let body = self.loop_body(LoopScope { on_break: label, on_continue: label }, |cx| {
            let guided = Expr::bool(options.schedule == Schedule::Guided);
            let count = Expr::local(members.count, Type::INT);
            let args = vec![Expr::local(begun, Type::INT), trips.clone(), count, chunk.clone(), guided];
            let pair = Type::Tuple(vec![Type::INT; 2]);
            let pair = cx.op(Op::Kernel { path: "pool::take", args, ty: pair.clone(), raises: false }, pair);
            let pair = cx.hold(pair);
            let [first, end] =
                [0, 1].map(|at| Expr { ty: Type::INT, kind: ExprKind::Field(Box::new(pair.clone()), at) });
            let none = Expr {
                ty: Type::BOOL,
                kind: ExprKind::Compare(Relation::Ge, Box::new(first.clone()), Box::new(trips.clone())),
            };
            let leave = vec![cx.stmt_here(StmtKind::Break(label))];
            cx.push(StmtKind::If { cond: none, then: leave, orelse: Vec::new() });
            cx.push(StmtKind::Assign(begun, Op::Use(end.clone())));
            let [own, next] = [first, end].map(|at| {
                let args = vec![start.clone(), stop.clone(), step.clone(), at, trips.clone()];
                let value = kernel("pool::iteration", args, Type::INT);
                cx.hold(value)
            });
            // `break` takes no more, either.
            let scope = LoopScope { on_break: label, on_continue: cx.label() };
            cx.range_loop(shared.target, (own, next, step.clone()), shared.body, scope);
        });
        self.push(StmtKind::Loop { label, body });
    }

    /// The parallel loop over the threads that run a block, whose code `lower` makes.
    fn members(
        &mut self,
        schedule: Schedule,
        first: &Shared<'a>,
        block: &'a [Stmt],
        lower: impl FnOnce(&mut Self, Members),
    ) -> Block {
        let (run, ()) = self.in_block(|cx| {
            let mut parallel = cx.parallel_options(first.keywords);
            (parallel.schedule, parallel.chunk) = (schedule, None);
            let label = cx.label();
            let members = Members { own: cx.local("", Type::INT), count: cx.local("", Type::INT) };
            cx.spread_loops += 1;
            let scope = LoopScope { on_break: label, on_continue: label };
            let mut body = cx.loop_body(scope, |cx| lower(cx, members));
            cx.spread_loops -= 1;
            cx.locks_outside(&mut body);
            cx.starts_as_before(&mut body);
            let wanted = parallel.threads.clone().unwrap_or_else(|| Expr::int(0));
            let parallel = cx.at(first.span, |cx| cx.spread(parallel, &body, block));
            let count = match parallel {
                Some(_) => kernel("pool::members", vec![wanted], Type::INT),
                None => Expr::int(1),
            };
            cx.push(StmtKind::Assign(members.count, Op::Use(count)));
            let (start, stop, step) = (Expr::int(0), Expr::local(members.count, Type::INT), Expr::int(1));
            cx.push(StmtKind::For { label, index: members.own, start, stop, step, body, parallel });
        });
        run
    }
}

/// Whether statements change a variable by its value, as reductions do: then each thread has a run of neighbouring
/// iterations, so that the same threads give the same sum.
fn reduces(stmts: &[Stmt]) -> bool {
    stmts.iter().any(|stmt| {
        matches!(&stmt.kind, HirStmt::AugAssign { target: AugTarget::Local { .. }, .. })
            || stmt.kind.blocks().into_iter().flatten().any(|block| reduces(std::slice::from_ref(block)))
    })
}

/// How often a block reads each local.
fn reads(block: &Block) -> BTreeMap<LocalId, usize> {
    let mut found = BTreeMap::new();
    visit::walk(block, &mut |stmt| {
        visit::stmt_reads(stmt, &mut |local, _: Role| *found.entry(local).or_insert(0) += 1);
    });
    found
}
