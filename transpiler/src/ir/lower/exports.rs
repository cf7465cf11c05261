//! What Python sees: exports with their overloads, and the guards they rest on.

use std::collections::{BTreeMap, BTreeSet};

use super::Assumptions;
use super::effects::{self, Effects};
use crate::Options;
use crate::hir::{self, FuncId, Origin};
use crate::ir::{
    BoundaryParam, Expect, Export, ExportParam, ExprKind, FnId, Function, Guard, Mismatch, Op, Overload, Program, PyOp,
    StmtKind, objects, walk,
};
use crate::span::LineIndex;
use crate::ty::Type;
use crate::types::{ExportedInstance, Typed};

/// Adds the exports worth having, the guards, and drops the functions that nothing reaches. Returns the others, by their
/// indices before.
pub(super) fn add(
    program: &mut Program,
    module: &hir::Module,
    typed: &Typed,
    options: &Options,
    lines: &LineIndex,
    effects: &Effects,
    assumptions: &[Assumptions],
) -> BTreeSet<usize> {
    let graph: Vec<BTreeSet<usize>> = program.functions.iter().map(effects::calls).collect();
    for (id, overloads) in &typed.exports {
        let function = &module.functions[id.0 as usize];
        let overloads = &native_ranks(&program.functions, function, overloads);
        let instances: BTreeSet<usize> = overloads.iter().map(|overload| overload.instance.0 as usize).collect();
        if options.leave.contains(&function.qualname) || !is_worth_it(program, &graph, &instances) {
            continue;
        }
        program.exports.push(export(function, *id, overloads, typed, lines, effects));
    }
    add_guards(program, &graph, assumptions);
    prune(program, &graph)
}

/// Of ranks that stand in for an open one, those at which the function is native, if there are any: at the others (of
/// `a[i, j]` at rank 1) the original runs.
fn native_ranks(
    functions: &[Function],
    function: &hir::Function,
    overloads: &[ExportedInstance],
) -> Vec<ExportedInstance> {
    let open = function.signatures.iter().any(|signature| signature.origin == Origin::AnyRank);
    let is_native = |one: &&ExportedInstance| !objects::used_by(functions, &functions[one.instance.0 as usize]);
    let native: Vec<ExportedInstance> = overloads.iter().filter(is_native).copied().collect();
    if open && !native.is_empty() { native } else { overloads.to_vec() }
}

/// A native function is if it does anything; a mixed one if it has a native loop, or a parameter that arrives as a
/// native value.
fn is_worth_it(program: &Program, graph: &[BTreeSet<usize>], instances: &BTreeSet<usize>) -> bool {
    // Stubs and hooks stay plain functions for those who look at them.
    if instances.iter().all(|at| is_empty(&program.functions[*at])) {
        return false;
    }
    let reached = effects::reachable(graph, instances);
    let native = instances.iter().all(|at| !program.functions[*at].python);
    native
        || reached.iter().any(|at| has_native_loop(&program.functions[*at]))
        || instances.iter().all(|at| is_mostly_native(&program.functions[*at]))
}

fn is_empty(function: &Function) -> bool {
    function.body.iter().all(|stmt| matches!(&stmt.kind, StmtKind::Return(value) if value.ty == Type::None))
}

fn has_native_loop(function: &Function) -> bool {
    let mut found = false;
    walk::each_stmt(&function.body, &mut |stmt| {
        found |= matches!(stmt.kind, StmtKind::For { .. });
    });
    found
}

/// Whether a typed value arrives, and more of the operations are native than the interpreter's.
fn is_mostly_native(function: &Function) -> bool {
    let (mut native, mut python) = (0, 0);
    walk::each_stmt(&function.body, &mut |stmt| match walk::stmt_op(stmt) {
        // Loads of module-level arrays on entry, and conversions, cost little.
        Some(Op::Python(PyOp::Global(_) | PyOp::UnboxOrEscape { .. } | PyOp::Box(_) | PyOp::Unbox { .. })) => {}
        Some(Op::Python(_)) => python += 1,
        Some(Op::Use(value)) if matches!(value.kind, ExprKind::Const(_) | ExprKind::Local(_) | ExprKind::Take(_)) => {}
        Some(_) => native += 1,
        None => native += u32::from(matches!(stmt.kind, StmtKind::Store { .. } | StmtKind::Fill { .. })),
    });
    let typed = function.params.iter().any(|local| !function.locals[local.0 as usize].ty.has_object());
    typed && native > python
}

fn export(
    function: &hir::Function,
    id: FuncId,
    overloads: &[ExportedInstance],
    typed: &Typed,
    lines: &LineIndex,
    effects: &Effects,
) -> Export {
    let params = function.params.iter().map(|param| ExportParam {
        name: param.name.clone(),
        kind: param.kind,
        has_default: param.default.is_some(),
        none_escapes: default_is_none(param),
    });
    let dropped = function.dropped_decorators.iter().map(|span| {
        let place = lines.place(span.start);
        (place.line, place.column)
    });
    Export {
        source: id,
        name: function.name.clone(),
        qualname: function.qualname.clone(),
        def_line: lines.line(function.name_span.start),
        params: params.collect(),
        overloads: overloads.iter().map(|one| overload(function, *one, typed, effects)).collect(),
        mismatch: mismatch(function),
        dropped_decorators: dropped.collect(),
        numbers: BTreeMap::new(),
    }
}

fn default_is_none(param: &hir::Param) -> bool {
    matches!(&param.default, Some(hir::Expr { kind: hir::ExprKind::Const(hir::Const::None), .. }))
}

fn overload(_function: &hir::Function, one: ExportedInstance, typed: &Typed, effects: &Effects) -> Overload {
    let instance = &typed.instances[one.instance.0 as usize];
    let writes = &effects.writes[one.instance.0 as usize];
    let params = instance
        .params
        .iter()
        .enumerate()
        .map(|(at, ty)| BoundaryParam { ty: ty.clone(), writable: writes.contains(&at) });
    Overload {
        func: FnId(one.instance.0),
        params: params.collect(),
        returns: super::builder::settled(&instance.returns),
    }
}

fn mismatch(function: &hir::Function) -> Mismatch {
    let origin = function.signatures.first().map(|signature| signature.origin);
    if function.signatures.len() == 1 && origin != Some(Origin::AnyRank) {
        return Mismatch::Last;
    }
    match origin {
        Some(Origin::Pythran | Origin::Numba | Origin::Stub) => Mismatch::Candidates,
        Some(Origin::AnyRank) => Mismatch::Original,
        Some(Origin::Annotations) | None => Mismatch::Last,
    }
}

/// One guard for each name, listing the exports whose code, callees included, rests on it.
fn add_guards(program: &mut Program, graph: &[BTreeSet<usize>], assumptions: &[Assumptions]) {
    let mut guards: BTreeMap<(String, usize), (Expect, BTreeSet<u32>)> = BTreeMap::new();
    let export_of: BTreeMap<u32, u32> =
        program.exports.iter().enumerate().map(|(at, export)| (export.source.0, at as u32)).collect();
    for (at, export) in program.exports.iter_mut().enumerate() {
        let start = export.overloads.iter().map(|overload| overload.func.0 as usize).collect();
        for reached in effects::reachable(graph, &start) {
            for (name, expect) in &assumptions[reached] {
                if let Expect::Type(ty @ Type::Num(_)) = expect {
                    export.numbers.insert(name.clone(), ty.clone());
                }
                let expect = match expect {
                    // A callee that is itself not exported is guarded by being bound once.
                    Expect::Function(source) => match export_of.get(source) {
                        Some(export) => Expect::Function(*export),
                        None => continue,
                    },
                    other => other.clone(),
                };
                let key = (name.clone(), 0);
                guards.entry(key).or_insert_with(|| (expect, BTreeSet::new())).1.insert(at as u32);
            }
        }
    }
    program.guards = guards
        .into_iter()
        .map(|((name, _), (expect, exports))| Guard { name, expect, exports: exports.into_iter().collect() })
        .collect();
}

/// Keeps only the functions that some export reaches, numbered anew in their old order.
fn prune(program: &mut Program, graph: &[BTreeSet<usize>]) -> BTreeSet<usize> {
    let start = program.exports.iter().flat_map(|export| &export.overloads).map(|overload| overload.func.0 as usize);
    let kept = effects::reachable(graph, &start.collect());
    let renumbered: BTreeMap<u32, u32> = kept.iter().enumerate().map(|(new, old)| (*old as u32, new as u32)).collect();
    let mut at = 0;
    program.functions.retain(|_| {
        at += 1;
        kept.contains(&(at - 1))
    });
    let rename = |id: &mut FnId| {
        if let Some(new) = renumbered.get(&id.0) {
            id.0 = *new;
        }
    };
    for function in &mut program.functions {
        rename_calls(&mut function.body, &rename);
    }
    for overload in program.exports.iter_mut().flat_map(|export| &mut export.overloads) {
        rename(&mut overload.func);
    }
    kept
}

fn rename_calls(block: &mut Vec<crate::ir::Stmt>, rename: &dyn Fn(&mut FnId)) {
    for stmt in block {
        if let StmtKind::Assign(_, Op::Call { func, .. }) | StmtKind::Eval(Op::Call { func, .. }) = &mut stmt.kind {
            rename(func);
        }
        for inner in walk::blocks_mut(stmt) {
            rename_calls(inner, rename);
        }
    }
}
