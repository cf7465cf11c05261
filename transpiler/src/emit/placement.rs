//! Where each local is declared: by the assignment that runs before every other mention of it in the same block,
//! where there is one (in each of several blocks that share nothing, too), else at the top of the function.

use std::collections::BTreeSet;

use crate::ir::inside::Inside;
use crate::ir::visit::{Role, blocks, stmt_locals, stmt_op, walk};
use crate::ir::{Block, Function, LocalId, Op, Stmt, StmtKind};

/// Where the Rust local is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A parameter of the Rust function.
    Param,
    /// At the top, with a default value.
    Top,
    /// By the first assignment, or the loop that counts it, in each block that mentions it.
    Local,
}

/// What the text of a function does with a local.
#[derive(Clone, Debug)]
pub(super) struct Placement {
    pub place: Place,
    /// Assignments in the text, for each declaration in order; one entry for a parameter or a local of the top.
    pub writes: Vec<u32>,
    /// Whether it is mentioned at all.
    pub used: bool,
}

impl Placement {
    /// Each declaration is the only assignment of what it declares.
    pub fn is_constant(&self) -> bool {
        let allowed = if self.place == Place::Param { 0 } else { 1 };
        self.place != Place::Top && self.writes.iter().all(|&writes| writes <= allowed)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// An assignment, whose right side does not mention the local.
    Assign,
    /// The loop that counts it; stands in the loop's body.
    Count,
    /// Another way of writing it.
    Write,
    Read,
    /// A parallel loop assigns it after it ended, if it is mentioned outside.
    Kept,
}

/// Blocks around a mention, outermost first, and what it is.
struct Mention {
    path: Vec<u32>,
    kind: Kind,
}

/// By [`LocalId`].
pub(super) fn placements(function: &Function) -> Vec<Placement> {
    let mut walker = Walk { mentions: Vec::new(), path: Vec::new(), blocks: 0 };
    walker.mentions.resize_with(function.locals.len(), Vec::new);
    walker.block(&function.body);
    let mut pointed_at = pointed_at(&function.body);
    pointed_at.extend(Inside::of(function).outliving(&function.body));
    let place = |(at, mentions): (usize, &Vec<Mention>)| {
        let used = mentions.iter().any(|mention| mention.kind != Kind::Kept);
        let total = mentions.iter().filter(|mention| writes(mention.kind)).count() as u32;
        if function.params.contains(&LocalId(at as u32)) {
            return Placement { place: Place::Param, writes: vec![total], used };
        }
        let mentions: Vec<&Mention> = mentions.iter().collect();
        // A pointer to it may outlive the block.
        let outlives = function.locals[at].tracked || pointed_at.contains(&LocalId(at as u32));
        let regions = if outlives { None } else { regions(&mentions, 0) };
        match regions {
            Some(writes) => Placement { place: Place::Local, writes, used },
            None => Placement { place: Place::Top, writes: vec![total], used },
        }
    };
    walker.mentions.iter().enumerate().map(place).collect()
}

/// The locals whose address is taken.
pub(super) fn pointed_at(body: &Block) -> BTreeSet<LocalId> {
    let mut found = BTreeSet::new();
    walk(body, &mut |stmt| {
        if let Some(Op::Address { place, .. }) = stmt_op(stmt) {
            found.extend(place.own());
        }
    });
    found
}

fn writes(kind: Kind) -> bool {
    match kind {
        Kind::Assign | Kind::Count | Kind::Write | Kind::Kept => true,
        Kind::Read => false,
    }
}

/// Writes in each block that can declare the local, given its mentions in one block at `depth`; `None` where some
/// mention may come before its declaration.
fn regions(mentions: &[&Mention], depth: usize) -> Option<Vec<u32>> {
    let is_here = |mention: &Mention| mention.path.len() == depth + 1;
    let Some(first) = mentions.iter().find(|mention| mention.kind != Kind::Kept) else { return Some(Vec::new()) };
    if is_here(first) {
        let total = mentions.iter().filter(|mention| writes(mention.kind)).count() as u32;
        return matches!(first.kind, Kind::Assign | Kind::Count).then(|| vec![total]);
    }
    if mentions.iter().any(|mention| is_here(mention) && mention.kind != Kind::Kept) {
        return None;
    }
    let inner: Vec<&Mention> = mentions.iter().copied().filter(|mention| !is_here(mention)).collect();
    let mut all = Vec::new();
    for group in inner.chunk_by(|a, b| a.path[depth + 1] == b.path[depth + 1]) {
        all.extend(regions(group, depth + 1)?);
    }
    Some(all)
}

struct Walk {
    mentions: Vec<Vec<Mention>>,
    path: Vec<u32>,
    blocks: u32,
}

impl Walk {
    fn block(&mut self, block: &Block) {
        self.path.push(self.blocks);
        self.blocks += 1;
        for stmt in block {
            self.stmt(stmt);
        }
        self.path.pop();
    }

    fn stmt(&mut self, stmt: &Stmt) {
        let (counted, private) = match &stmt.kind {
            StmtKind::For { index, parallel, .. } => {
                (Some(*index), parallel.as_ref().map(|parallel| &parallel.private))
            }
            _ => (None, None),
        };
        let assigned = match &stmt.kind {
            StmtKind::Assign(local, _) => Some(*local),
            _ => None,
        };
        stmt_locals(stmt, &mut |local, role| {
            let kept = private.and_then(|private| private.iter().find(|(own, _)| *own == local));
            match (role, kept) {
                // The index belongs to the body.
                (Role::Write, _) if counted == Some(local) => {}
                (_, Some((_, false))) => {}
                (Role::Write, Some((_, true))) => self.mention(local, Kind::Kept),
                (_, Some((_, true))) => {}
                (Role::Write, None) if assigned == Some(local) => self.mention(local, Kind::Assign),
                (Role::Write, None) => self.mention(local, Kind::Write),
                (Role::Read | Role::View | Role::Source, None) => self.mention(local, Kind::Read),
            }
        });
        if let Some(index) = counted {
            // The body is the next block.
            self.path.push(self.blocks);
            self.mention(index, Kind::Count);
            self.path.pop();
        }
        for block in blocks(stmt) {
            self.block(block);
        }
    }

    fn mention(&mut self, local: LocalId, kind: Kind) {
        self.mentions[local.0 as usize].push(Mention { path: self.path.clone(), kind });
    }
}
