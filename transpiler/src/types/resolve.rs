//! What a dotted expression means at compile time, and the assumption that rests on.

use super::libc;
use crate::hir::{Expr, ExprKind, FuncId, Global, Module};

/// A function, module or constant by its full name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// `numpy.sqrt`, `builtins.len`.
    pub name: String,
    /// The module-level name it starts from, which must still mean what the source says when the module has run.
    pub root: String,
}

/// The full name of `np.sqrt`, `sqrt`, `len`; `None` for anything that is not fixed by an import or a builtin.
pub fn path(module: &Module, expr: &Expr) -> Option<Path> {
    match &expr.kind {
        ExprKind::Global(name) => global(module, name),
        ExprKind::Attribute { value, name } => {
            let base = path(module, value)?;
            let is_module = matches!(&value.kind, ExprKind::Attribute { .. })
                || match module.globals.get(&base.root) {
                    Some(Global::Module(_) | Global::CModule(_)) => true,
                    // `from libc cimport math`
                    Some(Global::CMember(full)) => libc::is_module(full),
                    _ => false,
                };
            is_module.then(|| Path { name: format!("{}.{name}", base.name), root: base.root })
        }
        _ => None,
    }
}

fn global(module: &Module, name: &str) -> Option<Path> {
    if module.star_import {
        return None;
    }
    let full = match module.globals.get(name) {
        Some(Global::Module(full) | Global::Member(full) | Global::CModule(full) | Global::CMember(full)) => {
            full.clone()
        }
        Some(Global::Value { value, .. }) => alias(module, value)?,
        Some(
            Global::Function(_)
            | Global::CConstant(_)
            | Global::CStruct(_)
            | Global::CVariable(_)
            | Global::Snippet
            | Global::Dynamic,
        ) => return None,
        None => format!("builtins.{name}"),
    };
    Some(Path { name: full, root: name.to_string() })
}

/// `sqrt = math.sqrt`, `DTYPE = np.float32`: another name of a member of a module or of a builtin.
fn alias(module: &Module, value: &Expr) -> Option<String> {
    match &value.kind {
        ExprKind::Attribute { value: base, name } => {
            let ExprKind::Global(root) = &base.kind else { return None };
            let Some(Global::Module(full)) = module.globals.get(root) else { return None };
            Some(format!("{full}.{name}"))
        }
        ExprKind::Global(name) if !module.globals.contains_key(name) => Some(format!("builtins.{name}")),
        _ => None,
    }
}

/// The function that is compiled here and that an expression names.
pub fn function(module: &Module, expr: &Expr) -> Option<FuncId> {
    match &expr.kind {
        ExprKind::Global(name) if module.copies.contains_key(name) => module.copies.get(name).copied(),
        ExprKind::Global(name)
            if !module.star_import && matches!(module.globals.get(name), Some(Global::Function(_))) =>
        {
            named_function(module, name)
        }
        _ => named_function(module, elsewhere(module, expr)?),
    }
}

fn named_function(module: &Module, name: &str) -> Option<FuncId> {
    match module.globals.get(name)? {
        Global::Function(id) => Some(*id),
        _ => None,
    }
}

/// The global that an expression names by way of other modules.
pub fn elsewhere<'m>(module: &'m Module, expr: &Expr) -> Option<&'m str> {
    let path = path(module, expr)?;
    module.elsewhere.get(&path.name).map(String::as_str)
}
