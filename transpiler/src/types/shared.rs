//! Which functions of other modules of Python are not compiled in: those that read what may change there.
//!
//! What a name stands for that is fixed when its module has run is a fact in other modules as well; anything else belongs to
//! the one module, and its functions are called as Python's.

use super::constant;
use crate::hir::{FuncId, Function, Global, Left, Module, is_builtin, is_elsewhere};

/// The functions that are called as Python's, and why.
pub fn not_shared(module: &Module) -> Vec<(FuncId, Left)> {
    let functions = module.functions.iter().enumerate().filter(|(_, function)| function.left.is_none());
    functions.filter_map(|(at, function)| Some((FuncId(at as u32), reason(module, function)?))).collect()
}

fn reason(module: &Module, function: &Function) -> Option<Left> {
    let owner = function.sibling()?;
    let names = &function.foreign.as_ref()?.names;
    names.iter().find_map(|(global, span)| {
        let reason = match module.globals.get(global) {
            Some(Global::Module(_) | Global::Member(_) | Global::Function(_)) if is_elsewhere(global) => return None,
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
