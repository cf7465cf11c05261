//! `with parallel():` each of several threads runs the block, and takes its share of the loop in it.
//!
//! before: `with parallel(): first; for i in prange(a, b, c): body; last`
//! after:  `for member in prange(members): first; for i in <share of range(a, b, c)>: body; last`
//!
//! One loop is spread this way, with nothing behind it but what frees memory: anything else may rest on what the other
//! threads did, and would have to wait for them. Other blocks run on one thread, as OpenMP allows.

use super::arith::kernel;
use super::builder::{LoopScope, Lower};
use super::coerce::pure;
use crate::hir::{self, Expr as HirExpr, Stmt, StmtKind as HirStmt, Target};
use crate::ir::{Expr, Op, PureOp, Schedule, StmtKind};
use crate::span::Span;
use crate::ty::Type;
use crate::types::iterate::{Iterable, iterable};
use crate::types::resolve;

/// What may stand behind the loop: each thread does it with what is its own.
const FREES: [&str; 4] =
    ["libc.stdlib.free", "cpython.mem.PyMem_RawFree", "cpython.mem.PyMem_Free", "cpython.mem.PyMem_Del"];

/// The one parallel loop of a block.
struct Shared<'a> {
    /// Its place in the block.
    at: usize,
    target: &'a Target,
    args: &'a [HirExpr],
    keywords: &'a [(String, HirExpr)],
    body: &'a [Stmt],
    span: Span,
}

impl<'a> Lower<'a> {
    /// A block `with parallel()`.
    pub(super) fn team(&mut self, block: &'a [Stmt]) {
        match self.shared(block) {
            Some(shared) => self.members(block, &shared),
            None => {
                let around = std::mem::replace(&mut self.on_one_thread, true);
                self.block_of(block);
                self.on_one_thread = around;
            }
        }
    }

    fn shared(&self, block: &'a [Stmt]) -> Option<Shared<'a>> {
        let found = block.iter().enumerate().find_map(|(at, stmt)| {
            let HirStmt::For { target, iter, body, orelse } = &stmt.kind else { return None };
            let Iterable::ParallelRange { args, keywords, span } = iterable(self.module, iter) else { return None };
            orelse.is_empty().then_some(Shared { at, target, args, keywords, body, span })
        })?;
        let before = !block[..found.at].iter().any(|stmt| self.is_parallel(stmt));
        let after = block[found.at + 1..].iter().all(|stmt| self.frees(stmt));
        (before && after).then_some(found)
    }

    /// Whether the statement is, or has, a parallel loop.
    fn is_parallel(&self, stmt: &Stmt) -> bool {
        let is_loop = match &stmt.kind {
            HirStmt::For { iter, .. } => matches!(iterable(self.module, iter), Iterable::ParallelRange { .. }),
            _ => false,
        };
        is_loop || stmt.kind.blocks().into_iter().flatten().any(|stmt| self.is_parallel(stmt))
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

    fn members(&mut self, block: &'a [Stmt], shared: &Shared<'a>) {
        let mut parallel = self.parallel_options(shared.keywords);
        (parallel.schedule, parallel.chunk) = (Schedule::Team, None);
        let (label, member, members) = (self.label(), self.local("", Type::INT), self.local("", Type::INT));
        self.spread_loops += 1;
        let scope = LoopScope { on_break: label, on_continue: label };
        let body = self.loop_body(scope, |cx| {
            cx.block_of(&block[..shared.at]);
            let (start, stop, step) = cx.range_bounds(shared.args, shared.span);
            let [start, stop, step] = [start, stop, step].map(|bound| cx.hold(bound));
            let [own, next] = [0, 1].map(|ahead| {
                let member = pure(PureOp::Add, Expr::local(member, Type::INT), Expr::int(ahead));
                let args = vec![start.clone(), stop.clone(), step.clone(), member, Expr::local(members, Type::INT)];
                kernel("pool::share_start", args, Type::INT)
            });
            let [own, next] = [own, next].map(|bound| cx.hold(bound));
            cx.range_for(shared.target, (own, next, step), shared.body, &[]);
            cx.block_of(&block[shared.at + 1..]);
        });
        self.spread_loops -= 1;
        let wanted = parallel.threads.clone().unwrap_or_else(|| Expr::int(0));
        let parallel = self.at(shared.span, |cx| cx.spread(parallel, &body, block));
        let count = match parallel {
            Some(_) => kernel("pool::members", vec![wanted], Type::INT),
            None => Expr::int(1),
        };
        self.push(StmtKind::Assign(members, Op::Use(count)));
        let (start, stop, step) = (Expr::int(0), Expr::local(members, Type::INT), Expr::int(1));
        self.push(StmtKind::For { label, index: member, start, stop, step, body, parallel });
    }
}
