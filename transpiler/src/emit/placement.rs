//! Where each local is declared: at its first assignment where all other mentions lie in the same block after it,
//! else at the top of the function.

use crate::ir::visit::{Role, blocks, stmt_locals};
use crate::ir::{Block, Function, LocalId, StmtKind};

/// Where the Rust local is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A parameter of the Rust function.
    Param,
    /// At the top, with a default value.
    Top,
    /// By the assignment that comes first in the text: it runs before every other mention.
    First,
    /// By the one loop that counts it.
    Loop,
}

/// What the text of a function does with a local.
#[derive(Clone, Debug)]
pub(super) struct Placement {
    pub place: Place,
    /// Assignments in the text.
    pub writes: u32,
    /// Whether it is mentioned at all.
    pub used: bool,
    /// Blocks around the first mention, outermost first.
    home: Option<Vec<u32>>,
    /// All mentions so far lie below the first one's block.
    inside: bool,
    first: First,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum First {
    Assign,
    Loop,
    Other,
}

/// By [`LocalId`].
pub(super) fn placements(function: &Function) -> Vec<Placement> {
    let unseen =
        Placement { place: Place::Top, writes: 0, used: false, home: None, inside: true, first: First::Other };
    let mut walk = Walk { locals: vec![unseen; function.locals.len()], path: Vec::new(), blocks: 0 };
    walk.block(&function.body);
    let mut locals = walk.locals;
    for (local, placement) in function.locals.iter().zip(&mut locals) {
        placement.place = match placement.first {
            First::Assign if placement.inside && !local.tracked => Place::First,
            First::Loop if placement.inside && !local.tracked => Place::Loop,
            First::Assign | First::Loop | First::Other => Place::Top,
        };
    }
    for param in &function.params {
        locals[param.0 as usize].place = Place::Param;
    }
    locals
}

struct Walk {
    locals: Vec<Placement>,
    path: Vec<u32>,
    blocks: u32,
}

impl Walk {
    fn block(&mut self, block: &Block) {
        self.path.push(self.blocks);
        self.blocks += 1;
        for stmt in block {
            self.stmt(&stmt.kind);
        }
        self.path.pop();
    }

    fn stmt(&mut self, kind: &StmtKind) {
        let counted = match kind {
            StmtKind::For { index, .. } => Some(*index),
            _ => None,
        };
        let private: Vec<LocalId> = match kind {
            StmtKind::For { parallel: Some(parallel), .. } => parallel.private.iter().map(|&(local, _)| local).collect(),
            _ => Vec::new(),
        };
        let assigned = match kind {
            StmtKind::Assign(local, _) => Some(*local),
            _ => None,
        };
        stmt_locals(kind, &mut |local, role| {
            if counted == Some(local) && role == Role::Write {
                return;
            }
            // Each thread has its own; one that is kept is assigned once more after the loop.
            if private.contains(&local) {
                self.locals[local.0 as usize].writes += u32::from(role == Role::Write);
                return;
            }
            let first = if assigned == Some(local) && role == Role::Write { First::Assign } else { First::Other };
            self.mention(local, role, first);
        });
        if let (Some(index), [body]) = (counted, blocks(kind).as_slice()) {
            // The index belongs to the loop's body, whose block comes next.
            self.path.push(self.blocks);
            self.mention(index, Role::Write, First::Loop);
            self.path.pop();
            return self.block(body);
        }
        for block in blocks(kind) {
            self.block(block);
        }
    }

    fn mention(&mut self, local: LocalId, role: Role, first: First) {
        let placement = &mut self.locals[local.0 as usize];
        placement.used = true;
        placement.writes += u32::from(role == Role::Write);
        match &placement.home {
            None => {
                placement.home = Some(self.path.clone());
                placement.first = first;
            }
            Some(home) => placement.inside &= self.path.starts_with(home),
        }
    }
}
