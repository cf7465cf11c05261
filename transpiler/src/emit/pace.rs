//! How often a loop lets Ctrl-C in: after so many iterations that what lies between two looks takes some ten
//! milliseconds at most.

use crate::ir::{FnId, Op, Program, Stmt, StmtKind, visit};
use crate::passes::iterations;

/// Iterations of a strip of a loop with no loop in it, with one level of loops, with two, with more. A function that is
/// called counts with the loops in it.
const STRIPS: [u64; 4] = [1 << 12, 1 << 8, 1 << 3, 1];
/// What the loops of a nest spend between two looks.
pub(super) const BUDGET: i32 = STRIPS[0] as i32;
/// The strip where an iteration makes or copies something, or touches the interpreter.
const HEAVY: u64 = 64;
/// Statements that an iteration runs beside its own (in functions that it calls, and again in loops of known length)
/// without shorter strips.
const LIGHT: u64 = 8;
/// So many make a body that LLVM does not unroll.
const LONG: u64 = 24;

/// How often a loop lets Ctrl-C in.
#[derive(Clone, Copy)]
pub(super) enum Pace {
    /// Between strips of so many iterations; `twice`: the body is short enough to stand there twice.
    Strips { strip: i64, twice: bool },
    /// When the budget is used up; an iteration costs so much. The loops in it that do so, too, spend from the same.
    Budget { cost: i32 },
}

/// What a piece of code runs.
#[derive(Clone, Copy)]
struct Work {
    /// How deep loops of unknown length are nested, those of called functions included.
    levels: usize,
    /// Statements outside those loops, beside those that stand there once: see [`LIGHT`].
    beside: u64,
    /// The longest strip that may hold it for other reasons.
    strip: u64,
    /// It has branches.
    branches: bool,
}

impl Work {
    const NONE: Work = Work { levels: 0, beside: 0, strip: STRIPS[0], branches: false };
    /// A function that is not known.
    const LONG: Work = Work { levels: STRIPS.len() - 1, ..Work::NONE };

    fn and(self, other: Work) -> Work {
        Work {
            levels: self.levels.max(other.levels),
            beside: self.beside.saturating_add(other.beside),
            strip: self.strip.min(other.strip),
            branches: self.branches || other.branches,
        }
    }

    /// Of two blocks of which one runs.
    fn or(self, other: Work) -> Work {
        Work { beside: self.beside.max(other.beside), ..self.and(other) }
    }

    /// How many times in a row it may run between two looks.
    fn strip(self) -> u64 {
        let level = self.levels.min(STRIPS.len() - 1);
        let least = STRIPS[(level + 1).min(STRIPS.len() - 1)];
        // Beside loops that may be long, more is light.
        let light = LIGHT * (STRIPS[0] / STRIPS[level]);
        (STRIPS[level] / self.beside.div_ceil(light).max(1)).max(least).min(self.strip)
    }
}

/// What the functions of a program run.
pub(super) struct Paces(Vec<Option<Work>>);

impl Paces {
    pub fn new(program: &Program) -> Paces {
        let mut paces = Paces(vec![None; program.functions.len()]);
        for at in 0..program.functions.len() {
            paces.follow(program, FnId(at as u32), &mut Vec::new());
        }
        paces
    }

    /// The body of a loop without the `poll` at its head, and the pace if it has one. `counted`: the loop has an index.
    pub fn of<'a>(&self, body: &'a [Stmt], counted: bool) -> (&'a [Stmt], Option<Pace>) {
        let Some((Stmt { kind: StmtKind::Poll, .. }, rest)) = body.split_first() else { return (body, None) };
        let mut known = |callee: FnId| self.0[callee.0 as usize].unwrap_or(Work::LONG);
        (rest, Some(pace(rest, counted, &mut known)))
    }

    /// What a call of the function runs. `open` are the functions that are being followed.
    fn follow(&mut self, program: &Program, id: FnId, open: &mut Vec<FnId>) -> Work {
        if let Some(known) = self.0[id.0 as usize] {
            return known;
        }
        if open.contains(&id) {
            // It looks by itself after so many calls (`rt::stack`).
            return Work::NONE;
        }
        open.push(id);
        let body = &program.functions[id.0 as usize].body;
        let mut inside = work(body, false, &mut |callee| self.follow(program, callee, open));
        open.pop();
        inside.beside = inside.beside.saturating_add(statements(body));
        self.0[id.0 as usize] = Some(inside);
        inside
    }
}

/// The pace of a loop with this body. Strips of a `counted` one cost nothing while it is short: they end where it does. But a
/// body with branches that is not long would be unrolled in them, in vain.
fn pace(body: &[Stmt], counted: bool, callee: &mut dyn FnMut(FnId) -> Work) -> Pace {
    let all = work(body, false, callee);
    let light = all.beside <= LIGHT;
    if all.levels == 0 && (light || !all.branches || (counted && all.beside > LONG)) {
        return Pace::Strips { strip: all.strip() as i64, twice: light };
    }
    Pace::Budget { cost: (STRIPS[0] / work(body, true, callee).strip()) as i32 }
}

/// What a block runs; `shared`: without the loops that spend from the budget of the one around.
fn work(block: &[Stmt], shared: bool, callee: &mut dyn FnMut(FnId) -> Work) -> Work {
    block.iter().fold(Work::NONE, |sum, stmt| sum.and(of_stmt(stmt, shared, callee)))
}

fn of_stmt(stmt: &Stmt, shared: bool, callee: &mut dyn FnMut(FnId) -> Work) -> Work {
    let heavy = Work { strip: HEAVY, ..Work::NONE };
    let mut inside = match visit::stmt_op(stmt) {
        Some(&Op::Call { func, .. }) => callee(func),
        Some(Op::CallPointer { .. }) => Work { levels: 1, ..Work::NONE },
        Some(Op::Python(_) | Op::NewArray { .. } | Op::CopyOf { .. }) => heavy,
        None if matches!(stmt.kind, StmtKind::Fill { .. } | StmtKind::Copy { .. }) => heavy,
        None if matches!(stmt.kind, StmtKind::If { .. }) => Work { branches: true, ..Work::NONE },
        _ => Work::NONE,
    };
    // What a closure runs spends from a budget of its own.
    let closure = matches!(stmt.kind, StmtKind::Lock { .. } | StmtKind::For { parallel: Some(_), .. });
    let shared = shared && !closure;
    if let (true, StmtKind::Loop { body, .. } | StmtKind::For { body, .. }) = (shared, &stmt.kind)
        && let Some((Stmt { kind: StmtKind::Poll, .. }, rest)) = body.split_first()
        && matches!(pace(rest, matches!(stmt.kind, StmtKind::For { .. }), callee), Pace::Budget { .. })
    {
        return Work { branches: true, ..Work::NONE };
    }
    let is_branch = matches!(stmt.kind, StmtKind::If { .. });
    let mut parts = Work::NONE;
    for block in visit::blocks(stmt) {
        let part = work(block, shared, callee);
        parts = if is_branch { parts.or(part) } else { parts.and(part) };
    }
    inside = inside.and(parts);
    if matches!(stmt.kind, StmtKind::Loop { .. } | StmtKind::For { .. }) {
        match iterations(stmt) {
            Some(times) => {
                let own = statements(visit::blocks(stmt)[0]);
                inside.beside = inside.beside.saturating_add(own).saturating_mul(times);
            }
            // Its own strips see to what it runs.
            None => inside = Work { levels: inside.levels + 1, beside: 0, ..inside },
        }
    }
    inside
}

/// The statements that a block runs, those of its loops once: of branches the longer.
fn statements(block: &[Stmt]) -> u64 {
    let of = |stmt: &Stmt| {
        let parts = visit::blocks(stmt).into_iter().map(|block| statements(block));
        let inside: u64 = if matches!(stmt.kind, StmtKind::If { .. }) { parts.max().unwrap_or(0) } else { parts.sum() };
        inside + 1
    };
    block.iter().map(of).sum()
}
