//! `prange` loops: which variables are reductions, which are private.

use std::collections::{BTreeMap, BTreeSet};

use super::builder::Lower;
use super::races;
use crate::diag::{Code, Diagnostic};
use crate::facts::FactKind;
use crate::hir::{self, AugTarget, BinOp, Const, Stmt, StmtKind as HirStmt, Target, TargetKind, WebId};
use crate::ir::{Block, LocalId, Parallel, Reduction, Schedule, StmtKind, visit};
use crate::span::Span;
use crate::ty::Type;
use crate::types;

/// The keywords of `prange`.
const OPTIONS: [&str; 5] = ["schedule", "chunksize", "num_threads", "nogil", "use_threads_if"];

const SCHEDULES: [(&str, Schedule); 4] = [
    ("static", Schedule::Static),
    ("dynamic", Schedule::Dynamic),
    ("guided", Schedule::Guided),
    // The runtime chooses: it has no setting for this.
    ("runtime", Schedule::Static),
];

impl<'a> Lower<'a> {
    pub(super) fn parallel_for(
        &mut self,
        target: &'a Target,
        args: &'a [hir::Expr],
        keywords: &'a [(String, hir::Expr)],
        body: &'a [Stmt],
        orelse: &'a [Stmt],
    ) {
        let mut parallel = self.parallel_options(keywords);
        let (start, stop, step) = self.range_bounds(args);
        let index = self.local("", Type::INT);
        let label = self.label();
        let scope = super::builder::LoopScope { on_break: label, on_continue: label };
        self.loops.push(scope);
        self.depth += 1;
        self.spread_loops += 1;
        let block = self.effects(|cx| {
            let value = cx.read(index);
            cx.at(target.span, |cx| cx.bind(target, value));
            cx.block_of(body);
        });
        self.depth -= 1;
        self.spread_loops -= 1;
        self.loops.pop();
        let serial = self.serial_reason(&block);
        if let Some(reason) = serial {
            self.note(FactKind::Parallel, format!("the loop runs on one thread: {reason}"), None);
        } else {
            self.spread(&mut parallel, &block, body);
            self.warn_of_races(&block, index, &parallel);
            self.note(FactKind::Parallel, "the loop runs on all threads", None);
        }
        let parallel = serial.is_none().then_some(parallel);
        self.push(StmtKind::For { label, index, start, stop, step, body: block, parallel });
        self.block_of(orelse);
    }

    fn parallel_options(&mut self, keywords: &'a [(String, hir::Expr)]) -> Parallel {
        let mut parallel = Parallel {
            schedule: Schedule::Static,
            chunk: None,
            threads: None,
            reductions: Vec::new(),
            private: Vec::new(),
        };
        for (name, value) in keywords {
            match name.as_str() {
                "schedule" => {
                    if let Some(Const::Str(name)) = types::constant(self.module, value) {
                        parallel.schedule = schedule(&name).unwrap_or_else(|| self.no_schedule(value.span, &name));
                    }
                }
                "chunksize" if self.type_of(value) != Type::None => parallel.chunk = Some(self.index_value(value)),
                "num_threads" if self.type_of(value) != Type::None => parallel.threads = Some(self.index_value(value)),
                name if !OPTIONS.contains(&name) => self.no_option(value.span, name),
                _ => {}
            }
        }
        parallel
    }

    /// Plain Python raises for these; so must a build, as the loop would never run.
    fn no_option(&mut self, span: Span, name: &str) {
        let error = Diagnostic::error(Code::PRANGE, span, format!("`prange` has no option `{name}`"));
        self.diagnostics.push(error.hint(did_you_mean(name, OPTIONS)));
    }

    fn no_schedule(&mut self, span: Span, name: &str) -> Schedule {
        let error = Diagnostic::error(Code::PRANGE, span, format!("`prange` has no schedule \"{name}\""));
        self.diagnostics.push(error.hint(did_you_mean(name, SCHEDULES.map(|(known, _)| known))));
        Schedule::Static
    }

    /// Why the body cannot be spread over threads.
    fn serial_reason(&self, block: &Block) -> Option<&'static str> {
        if !self.directives.parallel {
            return Some("a directive says so");
        }
        let mut reason = None;
        visit::walk(block, &mut |stmt| match &stmt.kind {
            StmtKind::Assign(_, crate::ir::Op::Python(_)) | StmtKind::Eval(crate::ir::Op::Python(_)) => {
                reason = Some("its body uses Python objects");
            }
            StmtKind::Return(_) => reason = Some("its body returns"),
            StmtKind::Assign(_, crate::ir::Op::List(_)) | StmtKind::Eval(crate::ir::Op::List(_)) => {
                reason = Some("its body uses lists");
            }
            _ => {}
        });
        reason.or_else(|| breaks_out(block).then_some("its body breaks out of it"))
    }

    /// Sorts the locals that the body assigns.
    fn spread(&mut self, parallel: &mut Parallel, block: &Block, body: &'a [Stmt]) {
        let mut written = BTreeSet::new();
        visit::walk(block, &mut |stmt| written.extend(visit::stmt_writes(stmt)));
        let mut in_place = BTreeMap::new();
        collect_in_place(self.module, body, &mut in_place);
        let reductions: BTreeMap<LocalId, Option<Reduction>> =
            in_place.into_iter().map(|(web, reduction)| (self.web(web), reduction)).collect();
        for local in written {
            let first = first_access(block, local);
            match (first, reductions.get(&local)) {
                (Access::Write | Access::None, _) => {
                    let named = !self.locals[local.0 as usize].name.is_empty();
                    parallel.private.push((local, named));
                }
                (Access::Read, Some(Some(reduction))) => parallel.reductions.push((local, *reduction)),
                (Access::Read, _) => self.private_read(local),
            }
        }
    }

    fn warn_of_races(&mut self, block: &Block, index: LocalId, parallel: &Parallel) {
        let private = parallel.private.iter().map(|(local, _)| *local).collect();
        for race in races::find(block, index, &private) {
            let name = self.locals[race.array.0 as usize].name.clone();
            let message = match race.other {
                None => format!("every iteration of the parallel loop may write the same item of `{name}`"),
                Some(_) => format!("iterations of the parallel loop may meet in the items of `{name}`"),
            };
            let hint = "write to an item that only this iteration touches, or use `range`";
            let mut warning = Diagnostic::warning(Code::RACE, race.store, message.clone()).hint(hint);
            if let Some(other) = race.other {
                warning = warning.note(other, "another iteration may access the same item here");
            }
            if self.directives.strict {
                warning.severity = crate::diag::Severity::Error;
            }
            if !self.diagnostics.iter().any(|known| known.span == warning.span && known.code == warning.code) {
                self.at(race.store, |cx| cx.note(FactKind::Race, message, Some(hint)));
                self.diagnostics.push(warning);
            }
        }
    }

    fn private_read(&mut self, local: LocalId) {
        let name = self.locals[local.0 as usize].name.clone();
        let message = format!("`{name}` is read before it is assigned in an iteration of a parallel loop");
        let hint = "update it with one in-place operator (`+=`, `*=`, ...), or assign it first in each iteration";
        self.diagnostics.push(Diagnostic::error(Code::PRIVATE_READ, self.span, message).hint(hint));
    }
}

fn schedule(name: &str) -> Option<Schedule> {
    SCHEDULES.iter().find(|(known, _)| *known == name).map(|(_, schedule)| *schedule)
}

fn did_you_mean<const N: usize>(name: &str, known: [&str; N]) -> String {
    match hir::nearest(name, known) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("one of: {}", known.join(", ")),
    }
}

/// Whether a `break` in the block leaves a loop outside it.
fn breaks_out(block: &Block) -> bool {
    let mut inside = BTreeSet::new();
    visit::walk(block, &mut |stmt| match &stmt.kind {
        StmtKind::Loop { label, .. } | StmtKind::For { label, .. } | StmtKind::Block { label, .. } => {
            inside.insert(label.0);
        }
        _ => {}
    });
    let mut out = false;
    visit::walk(block, &mut |stmt| {
        if let StmtKind::Break(label) = &stmt.kind {
            out |= !inside.contains(&label.0);
        }
    });
    out
}

/// Variables that are only changed in place, each by one operator; `None` if by several or otherwise too.
fn collect_in_place(module: &hir::Module, body: &[Stmt], found: &mut BTreeMap<WebId, Option<Reduction>>) {
    for stmt in body {
        match &stmt.kind {
            HirStmt::AugAssign { target: AugTarget::Local { write, .. }, op, .. } => {
                note(*write, reduction(*op), found);
            }
            HirStmt::Assign { targets, value } => match extreme_call(module, targets, value) {
                Some((web, reduction)) => note(web, Some(reduction), found),
                None => targets.iter().for_each(|target| refuse(target, found)),
            },
            HirStmt::If { cond, then, orelse } if extreme_test(cond, then, orelse).is_some() => {
                if let Some((web, reduction)) = extreme_test(cond, then, orelse) {
                    note(web, Some(reduction), found);
                }
            }
            HirStmt::If { then, orelse, .. } => {
                collect_in_place(module, then, found);
                collect_in_place(module, orelse, found);
            }
            HirStmt::While { body, orelse, .. } => {
                collect_in_place(module, body, found);
                collect_in_place(module, orelse, found);
            }
            HirStmt::For { target, body, orelse, .. } => {
                refuse(target, found);
                collect_in_place(module, body, found);
                collect_in_place(module, orelse, found);
            }
            HirStmt::Directed { body, .. } => collect_in_place(module, body, found),
            HirStmt::Try { body, handlers, orelse, finally } => {
                collect_in_place(module, body, found);
                handlers.iter().for_each(|handler| collect_in_place(module, &handler.body, found));
                collect_in_place(module, orelse, found);
                collect_in_place(module, finally, found);
            }
            _ => {}
        }
    }
}

/// One more place where the variable is changed by the operator.
fn note(web: WebId, reduction: Option<Reduction>, found: &mut BTreeMap<WebId, Option<Reduction>>) {
    let entry = found.entry(web).or_insert(reduction);
    if *entry != reduction {
        *entry = None;
    }
}

/// `m = min(m, x)` and `m = max(x, m)`.
fn extreme_call(module: &hir::Module, targets: &[Target], value: &hir::Expr) -> Option<(WebId, Reduction)> {
    let [Target { kind: TargetKind::Local(web), .. }] = targets else { return None };
    let hir::ExprKind::Call { func, args, keywords } = &value.kind else { return None };
    let reduction = match types::resolve::path(module, func)?.name.as_str() {
        "builtins.min" => Reduction::Min,
        "builtins.max" => Reduction::Max,
        _ => return None,
    };
    let own = args.iter().filter(|arg| is_web(arg, *web)).count();
    (args.len() >= 2 && own == 1 && keywords.is_empty()).then_some((*web, reduction))
}

/// `if x < m: m = x` and `if m < x: m = x`.
fn extreme_test(cond: &hir::Expr, then: &[Stmt], orelse: &[Stmt]) -> Option<(WebId, Reduction)> {
    let ([Stmt { kind: HirStmt::Assign { targets, .. }, .. }], []) = (then, orelse) else { return None };
    let [Target { kind: TargetKind::Local(web), .. }] = targets.as_slice() else { return None };
    let hir::ExprKind::Compare { left, rest } = &cond.kind else { return None };
    let [(op, right)] = rest.as_slice() else { return None };
    let below = match op {
        hir::CmpOp::Lt | hir::CmpOp::Le => true,
        hir::CmpOp::Gt | hir::CmpOp::Ge => false,
        _ => return None,
    };
    match (is_web(left, *web), is_web(right, *web)) {
        (false, true) => Some((*web, if below { Reduction::Min } else { Reduction::Max })),
        (true, false) => Some((*web, if below { Reduction::Max } else { Reduction::Min })),
        _ => None,
    }
}

fn is_web(expr: &hir::Expr, web: WebId) -> bool {
    matches!(&expr.kind, hir::ExprKind::Local { web: own, .. } if *own == web)
}

fn refuse(target: &Target, found: &mut BTreeMap<WebId, Option<Reduction>>) {
    match &target.kind {
        TargetKind::Local(web) => {
            found.insert(*web, None);
        }
        TargetKind::Tuple { elements, .. } => elements.iter().for_each(|element| refuse(element, found)),
        TargetKind::Global(_) | TargetKind::Attribute { .. } | TargetKind::Index { .. } => {}
    }
}

fn reduction(op: BinOp) -> Option<Reduction> {
    match op {
        BinOp::Add | BinOp::Sub => Some(Reduction::Add),
        BinOp::Mul => Some(Reduction::Mul),
        BinOp::And => Some(Reduction::And),
        BinOp::Or => Some(Reduction::Or),
        BinOp::Xor => Some(Reduction::Xor),
        _ => None,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    None,
    Read,
    Write,
}

/// Whether an iteration may read the local before it has assigned it.
fn first_access(block: &Block, local: LocalId) -> Access {
    for stmt in block {
        let access = stmt_access(stmt, local);
        if access != Access::None {
            return access;
        }
    }
    Access::None
}

fn stmt_access(stmt: &crate::ir::Stmt, local: LocalId) -> Access {
    let mut reads = false;
    visit::stmt_reads(stmt, &mut |read, _| reads |= read == local);
    if reads {
        return Access::Read;
    }
    match &stmt.kind {
        // Both branches must assign for the rest to be free to read.
        StmtKind::If { then, orelse, .. } => match (first_access(then, local), first_access(orelse, local)) {
            (Access::Read, _) | (_, Access::Read) => Access::Read,
            (Access::Write, Access::Write) => Access::Write,
            // A path without an assignment goes on to what follows: a read there decides.
            _ => Access::None,
        },
        StmtKind::Loop { body, .. } | StmtKind::Block { body, .. } => first_access(body, local),
        StmtKind::For { index, .. } if *index == local => Access::Write,
        StmtKind::For { body, .. } => match first_access(body, local) {
            Access::Read => Access::Read,
            // The loop may not run at all.
            Access::Write | Access::None => Access::None,
        },
        StmtKind::Try { .. } => {
            let inner: Vec<Access> = visit::blocks(stmt).into_iter().map(|block| first_access(block, local)).collect();
            if inner.contains(&Access::Read) { Access::Read } else { Access::None }
        }
        _ if visit::stmt_writes(stmt).contains(&local) => Access::Write,
        _ => Access::None,
    }
}
