//! Temporaries that only hold what a local holds meanwhile: lists, strings and bytes, which are counted.
//!
//! `t = xs; y = t[i]` reads `xs` itself, which saves counting up and down.

use std::collections::BTreeMap;

use crate::ir::visit::{Role, stmt_locals, stmt_op, walk, walk_expr};
use crate::ir::{Block, ExprKind, Function, LocalId, Op, Stmt, StmtKind, visit};
use crate::ty::Type;

/// Statements after the assignment among which the uses are sought.
const WINDOW: usize = 8;

/// Temporaries, each with the local that stands for it.
pub(super) fn aliases(function: &Function) -> BTreeMap<LocalId, LocalId> {
    let mut found = Finder { function, mentions: BTreeMap::new(), found: BTreeMap::new() };
    walk(&function.body, &mut |stmt| {
        stmt_locals(stmt, &mut |local, _| *found.mentions.entry(local).or_insert(0) += 1);
        visit::stmt_exprs(stmt, &mut |expr| {
            walk_expr(expr, &mut |expr| {
                if let ExprKind::Take(local) = expr.kind {
                    // Moved out: counts as a mention that is found nowhere.
                    *found.mentions.entry(local).or_insert(0) += 1;
                }
            });
        });
    });
    found.block(&function.body);
    found.found
}

struct Finder<'a> {
    function: &'a Function,
    mentions: BTreeMap<LocalId, usize>,
    found: BTreeMap<LocalId, LocalId>,
}

impl Finder<'_> {
    fn block(&mut self, block: &Block) {
        for (at, stmt) in block.iter().enumerate() {
            if let StmtKind::Assign(to, Op::Use(expr)) = &stmt.kind
                && let ExprKind::Local(from) = expr.kind
                && self.stands(*to, from, &block[at + 1..])
            {
                let from = self.found.get(&from).copied().unwrap_or(from);
                self.found.insert(*to, from);
            }
            visit::blocks(stmt).into_iter().for_each(|inner| self.block(inner));
        }
    }

    /// Whether `from` holds the same as the temporary `to` at each use of it, in the statements that follow.
    fn stands(&self, to: LocalId, from: LocalId, after: &[Stmt]) -> bool {
        let local = |id: LocalId| &self.function.locals[id.0 as usize];
        let counted = matches!(local(to).ty, Type::List(_) | Type::Str | Type::Bytes) && local(to).ty == local(from).ty;
        // Chains would need the uses of the whole chain.
        let plain = local(to).name.is_empty() && !local(to).tracked && !self.found.contains_key(&from);
        if !counted || !plain || to == from {
            return false;
        }
        // The assignment is the first mention.
        let mut left = self.mentions.get(&to).copied().unwrap_or(0).saturating_sub(1);
        for stmt in after.iter().take(WINDOW) {
            if left == 0 {
                break;
            }
            let simple = stmt_op(stmt).is_some();
            let mut written = false;
            stmt_locals(stmt, &mut |local, role| {
                written |= role == Role::Write && (local == from || local == to);
                left -= usize::from(local == to && left > 0);
            });
            if written || !simple {
                return false;
            }
        }
        left == 0
    }
}
