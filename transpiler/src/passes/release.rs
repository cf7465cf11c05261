//! An object is let go of when nobody can ask for it any more, as in Python, not at the end of the function.
//!
//! before: `x.0 = f(); t = g(x.0); x.1 = h(t); ...`
//! after:  `x.0 = f(); t = g(x.0); x.1 = h(t); unbind x.0; unbind t; ...`
//!
//! The value of a variable goes when that gets another: its locals are several where its definitions meet at no use
//! (`hir::webs`). A temporary goes behind the statement that mentions it, or a pointer into it, last.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::inside::Inside;
use crate::ir::{Block, ExprKind, Function, LocalId, Op, Program, Stmt, StmtKind, visit};
use crate::ty::Type;

pub fn run(program: &mut Program) {
    for function in &mut program.functions {
        let plan = Plan::of(function);
        plan.block(&mut function.body);
    }
}

struct Plan {
    /// For each local what is let go of when it gets a value.
    replaced: Vec<Vec<LocalId>>,
    /// Objects without a name that are assigned in one place.
    temporaries: BTreeSet<LocalId>,
    inside: Inside,
}

impl Plan {
    fn of(function: &Function) -> Plan {
        let mut writes = vec![0usize; function.locals.len()];
        visit::walk(&function.body, &mut |stmt| {
            visit::stmt_writes(stmt).into_iter().for_each(|local| writes[local.0 as usize] += 1);
        });
        // An argument is the caller's, too.
        let own = |local: LocalId| !function.params.contains(&local);
        let is_held = |local: &LocalId| {
            let at = local.0 as usize;
            writes[at] > 0 && own(*local) && !function.locals[at].ty.is_plain()
        };
        let is_temporary = |local: &LocalId| {
            let info = &function.locals[local.0 as usize];
            let object = info.ty == Type::Object && info.name.is_empty() && !info.tracked;
            object && writes[local.0 as usize] == 1 && own(*local)
        };
        let inside = Inside::of(function);
        let outliving = inside.outliving(&function.body);
        let is_temporary = |local: &LocalId| is_temporary(local) && !outliving.contains(local);
        Plan {
            replaced: (function.locals.iter())
                .map(|local| local.replaces.iter().copied().filter(is_held).collect())
                .collect(),
            temporaries: (0..function.locals.len() as u32).map(LocalId).filter(is_temporary).collect(),
            inside,
        }
    }

    /// The temporaries that the block mentions.
    fn block(&self, stmts: &mut Block) -> BTreeSet<LocalId> {
        let (mut assigned, mut last) = (BTreeSet::new(), BTreeMap::new());
        for (at, stmt) in stmts.iter_mut().enumerate() {
            if visit::stmt_op(stmt).is_some() {
                assigned.extend(visit::stmt_writes(stmt));
            }
            last.extend(self.stmt(stmt).into_iter().map(|local| (local, at)));
        }
        let mentioned = last.keys().copied().collect();
        let mut gone = BTreeMap::<usize, Vec<LocalId>>::new();
        for (local, at) in last {
            // At the end of the block, it goes by itself.
            let stays = at + 1 == stmts.len() || !assigned.contains(&local) || visit::diverges(&stmts[at..=at]);
            if !stays && !taken(&mut stmts[at], local) {
                gone.entry(at).or_default().push(local);
            }
        }
        let before = std::mem::take(stmts);
        for (at, stmt) in before.into_iter().enumerate() {
            let replaced = match &stmt.kind {
                StmtKind::Assign(local, _) => self.replaced[local.0 as usize].as_slice(),
                _ => &[],
            };
            let locals: Vec<LocalId> = replaced.iter().chain(gone.get(&at).into_iter().flatten()).copied().collect();
            let span = stmt.span;
            stmts.push(stmt);
            stmts.extend(locals.into_iter().map(|local| Stmt { kind: StmtKind::Unbind(local), span }));
        }
        mentioned
    }

    fn stmt(&self, stmt: &mut Stmt) -> BTreeSet<LocalId> {
        let mut mentioned = BTreeSet::new();
        let mut note = |local: LocalId, _| {
            let kept = std::iter::once(local).chain(self.inside.objects(local));
            mentioned.extend(kept.filter(|local| self.temporaries.contains(local)));
        };
        visit::stmt_locals(stmt, &mut note);
        if let StmtKind::For { parallel: Some(_), body, .. } = &stmt.kind {
            // Each iteration has variables of its own, beside those around.
            visit::walk(body, &mut |inner| visit::stmt_locals(inner, &mut note));
            return mentioned;
        }
        for block in visit::blocks_mut(stmt) {
            mentioned.extend(self.block(block));
        }
        mentioned
    }
}

/// Whether the statement moves the local out, or does from now on, as an assignment of nothing else. What the interpreter
/// computes only looks at it.
fn taken(stmt: &mut Stmt, local: LocalId) -> bool {
    if let StmtKind::Assign(_, Op::Use(value)) = &mut stmt.kind
        && matches!(value.kind, ExprKind::Local(from) if from == local)
    {
        value.kind = ExprKind::Take(local);
        return true;
    }
    let mut found = false;
    visit::walk(std::slice::from_ref(stmt), &mut |stmt| {
        if matches!(visit::stmt_op(stmt), Some(Op::Python(_))) {
            return;
        }
        visit::stmt_exprs(stmt, &mut |expr| {
            visit::walk_expr(expr, &mut |expr| found |= matches!(expr.kind, ExprKind::Take(from) if from == local));
        });
    });
    found
}
