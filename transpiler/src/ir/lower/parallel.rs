//! `prange` loops: which variables are reductions, which are private.

use std::collections::BTreeSet;

use super::builder::{LoopScope, Lower};
use super::effects::Effects;
use super::exposed::{exposed, exposed_by_empty_loops};
use super::races::{self, Meets, Race};
use super::reductions::{Accumulated, Found};
use super::{Findings, fact};
use crate::diag::{Code, Diagnostic, Severity};
use crate::facts::FactKind;
use crate::hir::{self, Const, Stmt, Target};
use crate::ir::{
    Block, Class, Expr, ExprKind, Function, ListOp, LocalId, Op, Parallel, Raise, Schedule, StmtKind, visit,
};
use crate::span::{LineIndex, Span};
use crate::ty::{Kind, Type};
use crate::types;

/// What the report says of a loop.
pub(super) const SPREAD: &str = "the loop runs on all threads";
pub(super) const SERIAL: &str = "the loop runs on one thread: ";
pub(super) const CHANGES_LIST: &str = "its body changes a list that iterations share";

/// Where the kernels are that are functions of Python's C API.
pub(super) const CAPI: &str = "capi::";

/// Kernels on lists that change none.
const PURE_LISTS: [&str; 7] = [
    "sequence::list_repeat",
    "sequence::list_concat",
    "sequence::list_copy",
    "sequence::list_count",
    "sequence::list_contains",
    "sequence::list_slice",
    "sequence::list_index",
];

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
        (start, stop, step): (Expr, Expr, Expr),
        keywords: &'a [(String, hir::Expr)],
        body: &'a [Stmt],
        orelse: &'a [Stmt],
    ) {
        let parallel = self.parallel_options(keywords);
        let index = self.local("", Type::INT);
        self.spread_loops += 1;
        self.with_else(orelse, |cx, label, on_break| {
            let scope = LoopScope { on_break, on_continue: label };
            let mut block = cx.loop_body(scope, |cx| {
                let value = cx.read(index);
                cx.at(target.span, |cx| cx.bind(target, value));
                cx.block_of(body);
            });
            cx.spread_loops -= 1;
            cx.locks_outside(&mut block);
            cx.starts_as_before(&mut block);
            let parallel = cx.spread(parallel, &block, body);
            cx.push(StmtKind::For { label, index, start, stop, step, body: block, parallel });
        });
    }

    /// What an iteration of a `.pyx` may read before it has assigned it, where a loop in it has no trip, is what it was
    /// before the loop, as OpenMP's `firstprivate` has it.
    pub(super) fn starts_as_before(&mut self, block: &mut Block) {
        if !self.module.is_of_pyx(self.source) {
            return;
        }
        for local in exposed_by_empty_loops(block) {
            // What is declared has a value from the start.
            let is_declared = |web: hir::WebId| self.source.webs[web.0 as usize].declared.is_some();
            if !self.web_of(local).is_some_and(is_declared) || !self.local_type(local).is_plain() {
                continue;
            }
            let before = self.local("", self.local_type(local).clone());
            let value = self.read(local);
            self.push(StmtKind::Assign(before, Op::Use(value)));
            let value = self.read(before);
            block.insert(0, self.stmt_here(StmtKind::Assign(local, Op::Use(value))));
        }
    }

    /// How the body is spread over threads; `None` if it is not.
    pub(super) fn spread(&mut self, parallel: Parallel, block: &Block, body: &'a [Stmt]) -> Option<Parallel> {
        let accumulated = Accumulated::of(self.module, self.source, body);
        let reason = self.serial_reason(block).map(str::to_string);
        if let Some(reason) = reason.or_else(|| self.ordered_reason(block, &accumulated)) {
            self.note(FactKind::Parallel, format!("{SERIAL}{reason}"), None);
            return None;
        }
        self.note(FactKind::Parallel, SPREAD, None);
        Some(self.sorted_locals(parallel, block, &accumulated))
    }

    pub(super) fn parallel_options(&mut self, keywords: &'a [(String, hir::Expr)]) -> Parallel {
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
        if self.on_one_thread {
            return Some(
                "the block `with parallel()` around it reads what a loop leaves in a variable, or has a loop that not all threads come to",
            );
        }
        let own = own_lists(block);
        let mut reason = None;
        visit::walk(block, &mut |stmt| {
            if uses_objects(stmt) {
                reason = Some("its body uses Python objects");
            } else if shares_c_memory(stmt) {
                reason = Some("its body changes a C array or struct that iterations share, or calls through a pointer");
            } else if matches!(stmt.kind, StmtKind::Unbind(_)) {
                reason = Some("its body deletes a variable");
            } else if changed_list(stmt).is_some_and(|list| list.as_local().is_none_or(|list| !own.contains(&list))) {
                reason = Some(CHANGES_LIST);
            }
        });
        reason
    }

    /// As [`Self::serial_reason`]: what is accumulated must not depend on the order, and be a number.
    fn ordered_reason(&self, block: &Block, accumulated: &Accumulated) -> Option<String> {
        let exposed = exposed(block);
        accumulated.forms().find_map(|(web, form)| {
            let local = self.web(web);
            let info = &self.locals[local.0 as usize];
            match info.ty.num() {
                _ if !exposed.contains(&local) => None,
                None => Some(format!("`{}` is no number to accumulate", info.name)),
                Some(num) if form.keeps_nan && num.repr.kind() == Kind::Float => Some(format!(
                    "which NaN `{}` keeps depends on the order (`{}` first would not)",
                    info.name, info.name
                )),
                Some(_) => None,
            }
        })
    }

    /// Sorts the locals that the body assigns.
    fn sorted_locals(&mut self, mut parallel: Parallel, block: &Block, accumulated: &Accumulated) -> Parallel {
        let mut written = BTreeSet::new();
        visit::walk(block, &mut |stmt| written.extend(visit::stmt_writes(stmt)));
        let exposed = exposed(block);
        for local in written {
            if !exposed.contains(&local) {
                let named = !self.locals[local.0 as usize].name.is_empty();
                parallel.private.push((local, named));
                continue;
            }
            let found = self.web_of(local).map_or(Found::Nothing, |web| accumulated.of_web(web));
            match found {
                Found::Form(form) => parallel.reductions.push((local, form.reduction)),
                Found::Read | Found::Mixed | Found::Nothing => self.refuse_shared(local, found),
            }
        }
        parallel
    }

    /// An error: other iterations change a variable that an iteration reads.
    fn refuse_shared(&mut self, local: LocalId, found: Found) {
        let name = self.locals[local.0 as usize].name.clone();
        let (message, hint) = match found {
            Found::Read => (
                format!("`{name}` is read in the parallel loop that accumulates it"),
                "its value is known after the loop only: use `range`, or leave the reading to a loop of its own",
            ),
            Found::Mixed => (
                format!("`{name}` is accumulated by several operators in one parallel loop"),
                "use a variable for each operator",
            ),
            Found::Form(_) | Found::Nothing => (
                format!("`{name}` is read before it is assigned in an iteration of a parallel loop"),
                "update it with one in-place operator (`+=`, `*=`, ...), or assign it first in each iteration",
            ),
        };
        self.diagnostics.push(Diagnostic::error(Code::PRIVATE_READ, self.span, message).hint(hint));
    }
}

/// Whether the statement needs the interpreter.
pub(super) fn uses_objects(stmt: &crate::ir::Stmt) -> bool {
    match &stmt.kind {
        StmtKind::Raise(Raise::Object { .. }) => true,
        StmtKind::Try { handlers, .. } => {
            handlers.iter().any(|handler| handler.bind.is_some() || matches!(handler.class, Class::Object(_)))
        }
        _ => match visit::stmt_op(stmt) {
            Some(Op::Kernel { path, .. }) => path.starts_with(CAPI),
            op => matches!(op, Some(Op::Python(_))),
        },
    }
}

/// Whether the statement may write to C's variables that all iterations have in common, or do anything at all.
fn shares_c_memory(stmt: &crate::ir::Stmt) -> bool {
    match &stmt.kind {
        StmtKind::Put { place, .. } => place.own().is_some(),
        _ => match visit::stmt_op(stmt) {
            Some(Op::Address { place, .. }) => place.own().is_some(),
            Some(Op::CallPointer { .. }) => true,
            _ => false,
        },
    }
}

/// The list that the statement changes.
fn changed_list(stmt: &crate::ir::Stmt) -> Option<&Expr> {
    match visit::stmt_op(stmt)? {
        Op::List(ListOp::Append { list, .. } | ListOp::Set { list, .. } | ListOp::Pop { list, .. }) => Some(list),
        // Whatever a kernel does to a list, it does to its first operand.
        Op::Kernel { path, args, .. } if path.starts_with("sequence::list_") && !PURE_LISTS.contains(path) => {
            args.first()
        }
        _ => None,
    }
}

/// Lists that each iteration makes for itself.
pub(super) fn own_lists(block: &Block) -> BTreeSet<LocalId> {
    let (mut made, mut other) = (BTreeSet::new(), exposed(block));
    visit::walk(block, &mut |stmt| {
        if let StmtKind::Assign(local, op) = &stmt.kind {
            let is_new = match op {
                Op::List(ListOp::New { .. }) => true,
                Op::Use(Expr { kind: ExprKind::Take(from), .. }) => made.contains(from),
                _ => false,
            };
            if is_new { &mut made } else { &mut other }.insert(*local);
        }
    });
    made.difference(&other).copied().collect()
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

/// What is known of parallel loops once it is known what calls do: some run on one thread after all; of the others, the
/// races.
pub(super) fn finish(
    functions: &mut [Function],
    module: &hir::Module,
    effects: &Effects,
    lines: &LineIndex,
    findings: &mut Findings,
) {
    let python: Vec<bool> = functions.iter().map(|function| function.python).collect();
    for (at, function) in functions.iter_mut().enumerate() {
        let facts = &mut findings.facts[at];
        calm(&mut function.body, &|block| call_reason(block, &python, effects), &mut |span, reason| {
            let line = lines.line(span.start);
            let spread = facts.iter_mut().find(|fact| fact.line == line && fact.reason == SPREAD);
            spread.into_iter().for_each(|fact| fact.reason = format!("{SERIAL}{reason}"));
        });
        let strict = module.functions[function.source.0 as usize].directives.strict;
        visit::walk(&function.body, &mut |stmt| {
            // What the threads of a team write is in part their own.
            let shared = |parallel: &Parallel| !parallel.schedule.has_members();
            if let StmtKind::For { parallel: Some(parallel), .. } = &stmt.kind
                && shared(parallel)
            {
                for race in races::find(function, stmt, effects) {
                    warn_of_race(function, &race, strict, lines, at, findings);
                }
            }
        });
    }
}

/// Runs on one thread the parallel loops for which there is a reason.
fn calm(block: &mut Block, reason: &dyn Fn(&Block) -> Option<&'static str>, told: &mut dyn FnMut(Span, &'static str)) {
    let mut alone = Vec::new();
    for (at, stmt) in block.iter_mut().enumerate() {
        if let StmtKind::For { body, parallel, stop, .. } = &mut stmt.kind
            && let Some(spread) = parallel
            && let Some(reason) = reason(body)
        {
            alone.extend(stop.as_local().filter(|_| spread.schedule.has_members()).map(|members| (at, members)));
            *parallel = None;
            told(stmt.span, reason);
        }
        visit::blocks_mut(stmt).into_iter().for_each(|block| calm(block, reason, told));
    }
    // Of a team one is left.
    for (at, members) in alone.into_iter().rev() {
        let span = block[at].span;
        block.insert(at, crate::ir::Stmt { kind: StmtKind::Assign(members, Op::Use(Expr::int(1))), span });
    }
}

/// Why what the body calls keeps it from running on several threads.
fn call_reason(body: &Block, python: &[bool], effects: &Effects) -> Option<&'static str> {
    let own = own_lists(body);
    let mut reason = None;
    visit::walk(body, &mut |stmt| {
        let Some(Op::Call { func, args, .. }) = visit::stmt_op(stmt) else { return };
        let changes = |at: &usize| {
            let list = args.get(*at).filter(|arg| matches!(arg.ty, Type::List(_)));
            list.is_some_and(|list| list.as_local().is_none_or(|list| !own.contains(&list)))
        };
        if python[func.0 as usize] {
            reason = Some("it calls a function that uses Python objects");
        } else if effects.writes[func.0 as usize].iter().any(changes) {
            reason = Some(CHANGES_LIST);
        }
    });
    reason
}

fn warn_of_race(function: &Function, race: &Race, strict: bool, lines: &LineIndex, at: usize, findings: &mut Findings) {
    let name = &function.locals[race.array.0 as usize].name;
    let (message, hint) = match race.meets {
        Meets::Always => (
            format!("every iteration of the parallel loop may write the same item of `{name}`"),
            "add up in a local variable, write to an item that only this iteration touches, or use `range`",
        ),
        Meets::Itself | Meets::Other(_) => (
            format!("iterations of the parallel loop may meet in the items of `{name}`"),
            "write to an item that only this iteration touches, or use `range`",
        ),
        Meets::Data => (
            format!("iterations of the parallel loop may update the same item of `{name}`, if an index occurs twice"),
            "update a row of one's own in each iteration and add up the rows, or use `range`",
        ),
    };
    let mut warning = Diagnostic::warning(Code::RACE, race.store, message.clone()).hint(hint);
    if let Meets::Other(other) = race.meets {
        warning = warning.note(other, "another iteration may access the same item here");
    }
    if strict {
        warning.severity = Severity::Error;
    }
    let line = lines.line(race.store.start);
    let fact = fact(line, FactKind::Race, 0, message, Some(hint.to_string()));
    if !findings.facts[at].contains(&fact) {
        findings.facts[at].push(fact);
    }
    findings.diagnostics.push(warning);
}
