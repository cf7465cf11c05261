//! Whether a list may become longer or shorter while a loop runs over it.

use super::builder::Lower;
use crate::hir::{AugTarget, Deleted, Stmt, StmtKind};
use crate::ty::Type;
use crate::types::Callee;
use crate::types::special::Special;

impl Lower<'_> {
    /// Whether anything in the function may change the length of a list.
    pub(super) fn lists_change(&self) -> bool {
        self.instance.callees.values().any(|callee| self.call_changes(callee)) || self.grows_in_place(&self.source.body)
    }

    fn call_changes(&self, callee: &Callee) -> bool {
        match callee {
            Callee::Special(special) => {
                matches!(special, Special::Append | Special::Extend | Special::Pop | Special::ListKernel { .. })
            }
            Callee::Native { instance, .. } => {
                let params = &self.typed.instances[instance.0 as usize].params;
                params.iter().any(|ty| matches!(ty, Type::List(_)))
            }
            Callee::Row { .. } | Callee::Python => false,
        }
    }

    /// `xs += ys`, `xs *= n` and `del xs[i]` somewhere in the block.
    fn grows_in_place(&self, block: &[Stmt]) -> bool {
        block.iter().any(|stmt| match &stmt.kind {
            StmtKind::AugAssign { target: AugTarget::Local { write, .. }, .. } => {
                matches!(self.instance.web(*write), Type::List(_))
            }
            StmtKind::Delete(Deleted::Index { value, .. }) => matches!(self.type_of(value), Type::List(_)),
            other => other.blocks().into_iter().any(|inner| self.grows_in_place(inner)),
        })
    }
}
