//! Which functions of other modules that are imported are not compiled in: those that read what may change there.
//!
//! What a name stands for that is fixed when its module has run is a fact in other modules as well; anything else belongs to
//! the one module, and its functions are called as Python's.

use std::collections::BTreeMap;

use super::constant;
use crate::hir::{FuncId, Function, Global, Left, Module, is_builtin, is_elsewhere};

/// The functions that are called as Python's, and why.
pub fn not_shared(module: &Module) -> Vec<(FuncId, Left)> {
    let functions = module.functions.iter().enumerate().filter(|(_, function)| function.left.is_none());
    let mut found: BTreeMap<FuncId, Left> =
        functions.filter_map(|(at, function)| Some((FuncId(at as u32), reason(module, function)?))).collect();
    // The interpreter cannot take the place of what only C calls.
    while let Some((caller, left)) = calls_left(module, &found) {
        found.insert(caller, left);
    }
    found.into_iter().collect()
}

/// A function of a `.pyx` that calls one of C's which is not compiled in.
fn calls_left(module: &Module, found: &BTreeMap<FuncId, Left>) -> Option<(FuncId, Left)> {
    let why = |id: FuncId| {
        let function = &module.functions[id.0 as usize];
        let left = found.get(&id).or(function.left.as_ref())?;
        (function.sibling().is_some() && function.is_c_function())
            .then(|| format!("it calls `{}`: {}", function.name, left.reason))
    };
    module.functions.iter().enumerate().find_map(|(at, function)| {
        let id = FuncId(at as u32);
        let is_open = function.sibling().is_some() && function.c.is_some() && function.left.is_none();
        let names = &function.foreign.as_ref().filter(|_| is_open && !found.contains_key(&id))?.names;
        names.iter().find_map(|(name, span)| match module.globals.get(name) {
            Some(Global::Function(callee)) => Some((id, Left { span: *span, reason: why(*callee)?, hint: None })),
            _ => None,
        })
    })
}

fn reason(module: &Module, function: &Function) -> Option<Left> {
    let owner = function.sibling()?;
    let names = &function.foreign.as_ref()?.names;
    names.iter().find_map(|(global, span)| {
        let reason = match module.globals.get(global) {
            Some(Global::Module(_) | Global::Member(_) | Global::Function(_)) if is_elsewhere(global) => return None,
            Some(Global::CModule(_) | Global::CMember(_) | Global::CConstant(_) | Global::CStruct(_))
                if is_elsewhere(global) =>
            {
                return None;
            }
            Some(_) if constant::global_constant(module, global).is_some() && is_elsewhere(global) => return None,
            Some(_) if is_elsewhere(global) => {
                let name = global.rsplit(':').next().unwrap_or(global);
                format!("it reads `{name}` of `{owner}`, which is no constant")
            }
            None if is_builtin(global) => return None,
            Some(_) | None => format!("`{global}` is no name of `{owner}`"),
        };
        Some(Left { span: *span, reason, hint: None })
    })
}
