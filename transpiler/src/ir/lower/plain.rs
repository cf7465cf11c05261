//! Python objects with which nobody else can do anything: values of built-in classes that the function made itself.
//!
//! Operations on them run no code of the user's and change nothing that lives longer than the call, so they stand in the
//! way of running it again as little as native ones do.

use std::collections::{BTreeMap, BTreeSet};

use crate::hir;
use crate::ir::{Expr, ExprKind, Function, LocalId, Op, PyOp, StmtKind, visit};
use crate::ty::Type;
use pyrx_runtime::raise::Exc;

/// Builtins that do nothing but make a value of their arguments. Exception classes count too.
const MAKERS: &[&str] = &[
    "abs",
    "all",
    "any",
    "ascii",
    "bin",
    "bool",
    "bytearray",
    "bytes",
    "chr",
    "complex",
    "dict",
    "divmod",
    "enumerate",
    "float",
    "format",
    "frozenset",
    "hash",
    "hex",
    "int",
    "isinstance",
    "len",
    "list",
    "max",
    "min",
    "oct",
    "ord",
    "pow",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "slice",
    "sorted",
    "str",
    "sum",
    "tuple",
    "type",
    "zip",
];

/// The locals of a function that only ever hold such objects.
#[derive(Default)]
pub(super) struct Plain {
    locals: BTreeSet<LocalId>,
}

impl Plain {
    pub fn find(function: &Function, module: &hir::Module) -> Plain {
        let mut definitions: BTreeMap<LocalId, Vec<Option<&Op>>> = BTreeMap::new();
        visit::walk(&function.body, &mut |stmt| {
            let op = match &stmt.kind {
                StmtKind::Assign(_, op) => Some(op),
                _ => None,
            };
            for local in visit::stmt_writes(stmt) {
                definitions.entry(local).or_default().push(op);
            }
        });
        let is_object = |local: &LocalId| function.locals[local.0 as usize].ty == Type::Object;
        let locals = definitions.keys().filter(|local| is_object(local) && !function.params.contains(local));
        let mut plain = Plain { locals: locals.copied().collect() };
        // From all of them down to those that only come from each other.
        loop {
            let is_made =
                |local: &LocalId| definitions[local].iter().all(|op| op.is_some_and(|op| plain.makes(op, module)));
            let rest: BTreeSet<LocalId> = plain.locals.iter().copied().filter(is_made).collect();
            if rest.len() == plain.locals.len() {
                return plain;
            }
            plain.locals = rest;
        }
    }

    /// Whether the operation makes such an object, or asks for something of one.
    fn makes(&self, op: &Op, module: &hir::Module) -> bool {
        match op {
            Op::Use(value) => self.holds(value),
            Op::Python(op) => self.covers(op, module),
            _ => false,
        }
    }

    /// Whether nobody can notice the operation.
    pub fn covers(&self, op: &PyOp, module: &hir::Module) -> bool {
        let special = |name: &str| name.starts_with("__");
        match op {
            PyOp::Global(name) => is_maker(name, module),
            PyOp::Const(_) => true,
            PyOp::GetAttr(_, name) | PyOp::CallMethod { name, .. } if special(name) => false,
            PyOp::Next { iter, .. } => self.locals.contains(iter),
            PyOp::DelGlobal(_) | PyOp::DelAttr(..) => false,
            PyOp::SetGlobal(..) | PyOp::SetAttr(..) | PyOp::UnboxOrEscape { .. } | PyOp::Unbox { .. } => false,
            PyOp::GetAttr(..)
            | PyOp::GetItem(..)
            | PyOp::ItemAt(..)
            | PyOp::SetItem(..)
            | PyOp::DelItem(..)
            | PyOp::Call { .. }
            | PyOp::CallMethod { .. }
            | PyOp::Unary(..)
            | PyOp::Binary(..)
            | PyOp::InPlace(..)
            | PyOp::Compare(..)
            | PyOp::Truth(_)
            | PyOp::Length(_)
            | PyOp::ExitOf(_)
            | PyOp::Enter(_)
            | PyOp::Iter(_)
            | PyOp::Unpack(..)
            | PyOp::UnpackStar { .. }
            | PyOp::Tuple(_)
            | PyOp::List(_)
            | PyOp::Set(_)
            | PyOp::Dict(_)
            | PyOp::Slice(..)
            | PyOp::Format { .. }
            | PyOp::JoinStr(_)
            | PyOp::Box(_) => {
                let mut all = true;
                visit::python_exprs(op, &mut |operand| all &= self.holds(operand));
                all
            }
        }
    }

    fn holds(&self, value: &Expr) -> bool {
        match (&value.ty, &value.kind) {
            (Type::Object, ExprKind::Local(local) | ExprKind::Take(local)) => self.locals.contains(local),
            (ty, _) => becomes_own(ty),
        }
    }
}

/// Whether a value of this type becomes an object that shares nothing with others; an array shares its memory.
fn becomes_own(ty: &Type) -> bool {
    match ty {
        Type::Object | Type::Array(_) => false,
        Type::List(item) => becomes_own(item),
        Type::Tuple(items) => items.iter().all(becomes_own),
        Type::Never | Type::None | Type::Num(_) | Type::Char | Type::Str | Type::Bytes | Type::Range => true,
        Type::Fixed(..) | Type::Struct(_) => true,
        Type::Pointer(_) | Type::Function(_) => false,
    }
}

fn is_maker(name: &str, module: &hir::Module) -> bool {
    let is_builtin = !module.star_import && !module.globals.contains_key(name);
    is_builtin && (MAKERS.contains(&name) || Exc::from_name(name).is_some())
}
