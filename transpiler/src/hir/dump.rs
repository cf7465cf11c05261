//! The text form of a module: close to Python, with webs as `x.0` and a `?` where a use may find no definition.

mod expr;
mod stmt;

use std::collections::HashMap;
use std::fmt::Write;

use super::{Function, Global, Module, Origin, Param, ParamKind, Signature, WebId};
use crate::options::Directives;
use crate::ty::Type;

/// The text form of a module.
pub fn dump(module: &Module) -> String {
    let mut out = String::new();
    for (name, global) in &module.globals {
        line(&mut out, 0, &format!("{name}: {}", describe(module, global)));
    }
    if module.star_import {
        line(&mut out, 0, "*: star import");
    }
    for function in &module.functions {
        out.push('\n');
        dump_function(&mut out, function);
    }
    out
}

/// The text form of one function.
fn dump_function(out: &mut String, function: &Function) {
    let names = Names::new(function);
    let kind = if function.in_class { "method" } else { "def" };
    let choice = function.copy_of.as_ref().map_or(String::new(), |copy| format!("[{}]", copy.key));
    line(out, 0, &format!("{kind} {}{choice}({})", function.qualname, params(&names, &function.params)));
    for ty in function.fused.iter().flat_map(|fused| &fused.types) {
        let members: Vec<&str> = ty.members.iter().map(|member| member.name.as_str()).collect();
        line(out, 1, &format!("fused {} = {}", ty.name, members.join(" | ")));
    }
    for signature in &function.signatures {
        line(out, 1, &self::signature(signature));
    }
    let changed = directives(&function.directives);
    if !changed.is_empty() {
        line(out, 1, &format!("directives {}", changed.join(" ")));
    }
    if !function.dropped_decorators.is_empty() {
        line(out, 1, &format!("dropped decorators: {}", function.dropped_decorators.len()));
    }
    if let Some(left) = &function.left {
        let hint = left.hint.as_ref().map_or(String::new(), |hint| format!(" / {hint}"));
        line(out, 1, &format!("left: {}{hint}", left.reason));
    }
    for (at, web) in function.webs.iter().enumerate() {
        if let Some(declared) = &web.declared {
            line(out, 1, &format!("declared {}: {declared}", names.web(WebId(at as u32))));
        }
    }
    stmt::block(out, &names, &function.body, 1);
}

fn line(out: &mut String, depth: usize, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{:width$}{text}", "", width = 4 * depth);
}

fn describe(module: &Module, global: &Global) -> String {
    match global {
        Global::Module(name) => format!("module {name}"),
        Global::Member(name) => format!("member {name}"),
        Global::CModule(name) => format!("C module {name}"),
        Global::CConstant(value) => format!("C constant {value:?}"),
        Global::CStruct(id) => format!("C struct {}", id.0),
        Global::CVariable(id) => format!("C variable {}", id.0),
        Global::CMember(name) => format!("C member {name}"),
        Global::Function(id) => {
            let function = module.functions.get(id.0 as usize);
            format!("function {}", function.map_or("?", |function| &function.qualname))
        }
        Global::Value { value, declared } => {
            let declared = declared.as_ref().map_or(String::new(), |ty| format!(": {ty}"));
            format!("value {}{declared}", expr::expr(&Names::default(), value))
        }
        Global::Snippet => "snippet".into(),
        Global::Dynamic => "dynamic".into(),
    }
}

fn params(names: &Names, params: &[Param]) -> String {
    let mut texts: Vec<String> = Vec::new();
    let mut previous = None;
    for param in params {
        let only = param.kind == ParamKind::KeywordOnly;
        if previous == Some(ParamKind::PositionalOnly) && param.kind != ParamKind::PositionalOnly {
            texts.push("/".into());
        }
        if only && !matches!(previous, Some(ParamKind::KeywordOnly | ParamKind::VarArgs)) {
            texts.push("*".into());
        }
        let stars = match param.kind {
            ParamKind::VarArgs => "*",
            ParamKind::VarKeywords => "**",
            ParamKind::PositionalOnly | ParamKind::Positional | ParamKind::KeywordOnly => "",
        };
        let default = param.default.as_ref().map_or(String::new(), |value| format!("={}", expr::expr(names, value)));
        texts.push(format!("{stars}{}{default}", names.web(param.web)));
        previous = Some(param.kind);
    }
    if previous == Some(ParamKind::PositionalOnly) {
        texts.push("/".into());
    }
    texts.join(", ")
}

fn signature(signature: &Signature) -> String {
    let types: Vec<String> =
        signature.params.iter().map(|ty| ty.as_ref().map_or("_".into(), Type::to_string)).collect();
    let origin = match signature.origin {
        Origin::Annotations => "annotations",
        Origin::AnyRank => "any rank",
        Origin::Stub => "stub",
        Origin::Pythran => "pythran",
        Origin::Numba => "numba",
    };
    let returns = signature.returns.as_ref().map_or(String::new(), |returns| format!(" -> {returns}"));
    format!("signature by {origin}: ({}){returns}", types.join(", "))
}

/// The directives that differ from the defaults.
fn directives(directives: &Directives) -> Vec<String> {
    let (mut set, mut default) = (directives.clone(), Directives::default());
    let rows = super::DIRECTIVES.iter().filter_map(|row| row.slot.map(|slot| (row.name, slot)));
    let changed = rows.filter_map(|(name, slot)| {
        let value = *slot(&mut set);
        (value != *slot(&mut default)).then(|| format!("{name}={value}"))
    });
    directives.nogil.then(|| "nogil".to_string()).into_iter().chain(changed).collect()
}

/// How the webs of a function are called.
#[derive(Default)]
struct Names {
    webs: Vec<String>,
}

impl Names {
    fn new(function: &Function) -> Self {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let mut webs = Vec::new();
        for web in &function.webs {
            let count = counts.entry(&web.name).or_default();
            webs.push(format!("{}.{count}", web.name));
            *count += 1;
        }
        Names { webs }
    }

    fn web(&self, web: WebId) -> &str {
        self.webs.get(web.0 as usize).map_or("?", String::as_str)
    }
}
