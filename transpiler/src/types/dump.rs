//! Text dump of inferred types.

use std::fmt::Write;

use super::{Callee, Typed};
use crate::hir::Module;

/// Each instance with the types of its parameters, variables and result.
pub fn dump(module: &Module, typed: &Typed) -> String {
    let mut out = String::new();
    for (at, instance) in typed.instances.iter().enumerate() {
        let function = &module.functions[instance.func.0 as usize];
        let params: Vec<String> = instance.params.iter().map(ToString::to_string).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(out, "instance {at} {}({}) -> {}", function.qualname, params.join(", "), instance.returns);
        for (web, ty) in function.webs.iter().zip(&instance.webs) {
            let _ = writeln!(out, "    {}: {ty}", web.name);
        }
        for (call, callee) in &instance.callees {
            let text = match callee {
                Callee::Native { instance, .. } => format!("instance {}", instance.0),
                Callee::Row { row, .. } => format!("{}{}", row.kernel, row.signature),
                Callee::Special(special) => format!("{special:?}"),
                Callee::Python => "the interpreter".to_string(),
            };
            let _ = writeln!(out, "    call #{} is {text}", call.0);
        }
    }
    out
}
