//! Pointers to what lies inside of an object: the object has to live as long as they are used.

use std::collections::{BTreeMap, BTreeSet};

use super::visit;
use super::{Block, Function, LocalId, Stmt, StmtKind};
use crate::ty::Type;

/// For each pointer the objects without a name that it, or what it was computed from, leads into.
pub struct Inside(BTreeMap<LocalId, BTreeSet<LocalId>>);

impl Inside {
    pub fn of(function: &Function) -> Inside {
        let mut inside = Inside(BTreeMap::new());
        let is_pointer = |local: LocalId| matches!(function.locals[local.0 as usize].ty, Type::Pointer(_));
        if !(0..function.locals.len() as u32).map(LocalId).any(is_pointer) {
            return inside;
        }
        let is_object = |local: LocalId| {
            let local = &function.locals[local.0 as usize];
            local.ty == Type::Object && local.name.is_empty()
        };
        let mut known = usize::MAX;
        while known != inside.count() {
            known = inside.count();
            visit::walk(&function.body, &mut |stmt| {
                let StmtKind::Assign(pointer, op) = &stmt.kind else { return };
                if !is_pointer(*pointer) {
                    return;
                }
                let mut found = BTreeSet::new();
                visit::op_reads(op, &mut |local, _| match is_object(local) {
                    true => found.extend([local]),
                    false => found.extend(inside.objects(local)),
                });
                if !found.is_empty() {
                    inside.0.entry(*pointer).or_default().extend(found);
                }
            });
        }
        inside
    }

    /// The objects that a local is known to lead into.
    pub fn objects(&self, local: LocalId) -> impl Iterator<Item = LocalId> {
        self.0.get(&local).into_iter().flatten().copied()
    }

    /// The objects that pointers lead into outside of the block in which the object is made: they live to the end of the
    /// function.
    pub fn outliving(&self, body: &Block) -> BTreeSet<LocalId> {
        let all: BTreeSet<LocalId> = self.0.values().flatten().copied().collect();
        let leaves = |object: &LocalId| {
            let own = made_in(*object, body).unwrap_or(body);
            self.mentions(*object, own) < self.mentions(*object, body)
        };
        all.into_iter().filter(leaves).collect()
    }

    /// How often a block mentions an object, or a pointer into it.
    fn mentions(&self, object: LocalId, block: &Block) -> usize {
        let mut found = 0;
        visit::walk(block, &mut |stmt| {
            visit::stmt_locals(stmt, &mut |local, _| {
                found += usize::from(local == object || self.objects(local).any(|own| own == object));
            });
        });
        found
    }

    fn count(&self) -> usize {
        self.0.values().map(BTreeSet::len).sum()
    }
}

/// The block that assigns the local.
fn made_in(local: LocalId, block: &Block) -> Option<&Block> {
    let assigns = |stmt: &Stmt| matches!(stmt.kind, StmtKind::Assign(to, _) if to == local);
    let inner = || block.iter().flat_map(visit::blocks).find_map(|inner| made_in(local, inner));
    if block.iter().any(assigns) { Some(block) } else { inner() }
}
