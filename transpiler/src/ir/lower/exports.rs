//! What Python sees: exports with their overloads, and the guards they rest on.

use std::collections::{BTreeMap, BTreeSet};

use super::Assumptions;
use super::effects::{self, Effects};
use super::families;
use super::worth::is_worth_it;
use crate::Options;
use crate::hir::{self, FuncId, Origin};
use crate::ir::{
    BoundaryParam, Expect, Export, ExportParam, FnId, Function, Guard, Mismatch, Op, Overload, Program, StmtKind,
    objects, visit,
};
use crate::span::LineIndex;
use crate::ty::Type;
use crate::types::{ExportedInstance, Instance, Typed};

/// Adds the exports worth having, the guards, and drops the functions that nothing reaches. Returns the others, by their
/// indices before.
pub(super) fn add(
    program: &mut Program,
    module: &hir::Module,
    typed: &Typed,
    options: &Options,
    lines: &LineIndex,
    effects: &Effects,
    (assumptions, attempts): (&[Assumptions], &BTreeMap<String, Assumptions>),
) -> BTreeSet<usize> {
    let graph: Vec<BTreeSet<usize>> = program.functions.iter().map(effects::calls).collect();
    let candidates: Vec<Candidate<'_>> = typed
        .exports
        .iter()
        .map(|(id, overloads)| (*id, &module.functions[id.0 as usize], overloads))
        .filter(|(_, function, _)| !options.leave.contains(&function.qualname))
        .map(|(id, function, overloads)| {
            let mut overloads = native_ranks(&program.functions, function, overloads);
            overloads.retain(|one| crosses(module, typed, *one));
            let instances = overloads.iter().map(|overload| overload.instance.0 as usize).collect();
            Candidate { id, function, overloads, instances }
        })
        .filter(|candidate| !candidate.overloads.is_empty())
        .collect();
    let exported = |candidate: &Candidate<'_>| {
        let overloads =
            candidate.overloads.iter().map(|one| overload(candidate.function, *one, typed, effects)).collect();
        (candidate.id, export(candidate.function, module.written(candidate.id), overloads, lines))
    };
    let (copies, plain) = chosen(program, &graph, &candidates)
        .into_iter()
        .map(exported)
        .partition::<Vec<_>, _>(|(id, _)| module.written(*id) != *id);
    program.exports.extend(plain.into_iter().map(|(_, export)| export));
    let whole = |id: FuncId| export(&module.functions[id.0 as usize], id, Vec::new(), lines);
    program.exports.extend(families::exports(module, copies, whole));
    add_guards(program, &graph, assumptions, attempts);
    prune(program, &graph, &of_c(module, typed))
}

/// The instances of the module's own `cdef` functions: other modules may compile them in, and the report says of each how
/// it runs. Those that nothing calls LLVM drops.
fn of_c(module: &hir::Module, typed: &Typed) -> BTreeSet<usize> {
    let is_own = |instance: &Instance| {
        let function = &module.functions[instance.func.0 as usize];
        function.is_hidden() && !function.is_foreign() && function.sibling().is_none()
    };
    typed.instances.iter().enumerate().filter(|(_, one)| is_own(one)).map(|(at, _)| at).collect()
}

/// Whether Python's values become the parameters, and the result one of Python's: pointers and unions stay in C.
fn crosses(module: &hir::Module, typed: &Typed, one: ExportedInstance) -> bool {
    let instance = &typed.instances[one.instance.0 as usize];
    let returns = super::builder::settled(&instance.returns);
    instance.params.iter().chain([&returns]).all(|ty| ty.converts(&module.structs))
}

/// A function that may be exported.
struct Candidate<'a> {
    id: FuncId,
    function: &'a hir::Function,
    overloads: Vec<ExportedInstance>,
    instances: BTreeSet<usize>,
}

/// Those worth compiling, and those that are compiled anyway because they are called by them. Of the specializations of
/// one function all are compiled: which one a call chooses decides what it gives.
fn chosen<'c, 'a>(
    program: &Program,
    graph: &[BTreeSet<usize>],
    candidates: &'c [Candidate<'a>],
) -> Vec<&'c Candidate<'a>> {
    let alone = |function: &hir::Function| {
        function.is_native_only() || function.copy_of.is_some() || function.has_c_variables() || function.ufunc
    };
    let worth = |candidate: &&Candidate<'_>| alone(candidate.function) || is_worth_it(program, &candidate.instances);
    let start = candidates.iter().filter(worth).flat_map(|candidate| candidate.instances.iter().copied()).collect();
    let reached = effects::reachable(graph, &start);
    candidates.iter().filter(|candidate| !candidate.instances.is_disjoint(&reached)).collect()
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

fn export(function: &hir::Function, id: FuncId, overloads: Vec<Overload>, lines: &LineIndex) -> Export {
    let ranked_by_use = |at| function.signatures.iter().any(|signature| signature.ranked_by_use.contains(&at));
    let params = function.params.iter().enumerate().map(|(at, param)| ExportParam {
        name: param.name.clone(),
        kind: param.kind,
        has_default: param.default.is_some(),
        none_escapes: param.optional || default_is_none(param),
        rank_escapes: ranked_by_use(at),
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
        file: lines.file(function.name_span.start),
        module_run: function.c.as_ref().and_then(|c| c.module_run),
        params: params.collect(),
        overloads,
        mismatch: mismatch(function),
        native_only: function.is_native_only(),
        cython: function.c.is_some(),
        ufunc: function.ufunc,
        dropped_decorators: dropped.collect(),
        numbers: BTreeMap::new(),
        fused: None,
    }
}

pub(super) fn default_is_none(param: &hir::Param) -> bool {
    matches!(&param.default, Some(hir::Expr { kind: hir::ExprKind::Const(hir::Const::None), .. }))
}

fn overload(function: &hir::Function, one: ExportedInstance, typed: &Typed, effects: &Effects) -> Overload {
    let instance = &typed.instances[one.instance.0 as usize];
    let writes = &effects.writes[one.instance.0 as usize];
    let params = instance.params.iter().enumerate().map(|(at, ty)| BoundaryParam {
        ty: ty.clone(),
        writable: writes.contains(&at),
        written: function.params[at].written.clone().filter(|_| function.c.is_some() || !matches!(ty, Type::List(_))),
    });
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

/// What is expected of each name, and who relies on it.
type Guards = BTreeMap<String, (Expect, BTreeSet<u32>)>;

/// One guard for each name, listing the exports whose code, callees included, rests on it, and the attempts that do: what only
/// an attempted call leads to is a matter of that alone.
fn add_guards(
    program: &mut Program,
    graph: &[BTreeSet<usize>],
    assumptions: &[Assumptions],
    attempts: &BTreeMap<String, Assumptions>,
) {
    let mut guards = Guards::new();
    let mut rely = |name: &str, expect: &Expect, user: usize| {
        let guard = guards.entry(name.to_owned()).or_insert_with(|| (expect.clone(), BTreeSet::new()));
        guard.1.insert(user as u32);
    };
    let export_of: BTreeMap<u32, u32> =
        program.exports.iter().enumerate().map(|(at, export)| (export.source.0, at as u32)).collect();
    let attempted: Vec<BTreeSet<(String, usize)>> = program.functions.iter().map(attempted).collect();
    let sure = |(at, calls): (usize, &BTreeSet<usize>)| {
        calls.iter().copied().filter(|call| attempted[at].iter().all(|(_, other)| other != call)).collect()
    };
    let sure: Vec<BTreeSet<usize>> = graph.iter().enumerate().map(sure).collect();
    let mut made: BTreeMap<&String, BTreeSet<usize>> = BTreeMap::new();
    for (at, export) in program.exports.iter_mut().enumerate() {
        let start = export.versions().map(|overload| overload.func.0 as usize).collect();
        for reached in effects::reachable(&sure, &start) {
            for (name, callee) in &attempted[reached] {
                made.entry(name).or_default().insert(*callee);
            }
            for (name, expect) in &assumptions[reached] {
                if let Expect::Type(ty @ Type::Num(_)) = expect {
                    export.numbers.insert(name.clone(), ty.clone());
                }
                match expect {
                    // A callee that is itself not exported is guarded by being bound once.
                    Expect::Function(source) => {
                        if let Some(export) = export_of.get(source) {
                            rely(name, &Expect::Function(*export), at);
                        }
                    }
                    other => rely(name, other, at),
                }
            }
        }
    }
    for (user, (name, callees)) in (program.exports.len()..).zip(&made) {
        let reached = effects::reachable(graph, callees).into_iter().map(|at| &assumptions[at]);
        for (name, expect) in reached.chain(attempts.get(*name)).flatten() {
            rely(name, expect, user);
        }
    }
    program.attempts = made.into_keys().cloned().collect();
    let guard = |(name, (expect, users)): (String, (Expect, BTreeSet<u32>))| Guard {
        name,
        expect,
        exports: users.into_iter().collect(),
    };
    program.guards = guards.into_iter().map(guard).collect();
}

/// The calls of a function that are attempted: their names, and what they call.
fn attempted(function: &Function) -> BTreeSet<(String, usize)> {
    let mut found = BTreeSet::new();
    visit::walk(&function.body, &mut |stmt| {
        if let Some(Op::Call { attempt: Some(name), func, .. }) = visit::stmt_op(stmt) {
            found.insert((name.clone(), func.0 as usize));
        }
    });
    found
}

/// Keeps only the functions that some export reaches, or one of `others`, numbered anew in their old order.
fn prune(program: &mut Program, graph: &[BTreeSet<usize>], others: &BTreeSet<usize>) -> BTreeSet<usize> {
    let start = program.exports.iter().flat_map(Export::versions).map(|overload| overload.func.0 as usize);
    let kept = effects::reachable(graph, &start.chain(others.iter().copied()).collect());
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
    for overload in program.exports.iter_mut().flat_map(Export::versions_mut) {
        rename(&mut overload.func);
    }
    kept
}

fn rename_calls(block: &mut Vec<crate::ir::Stmt>, rename: &dyn Fn(&mut FnId)) {
    for stmt in block {
        if let StmtKind::Assign(_, op) | StmtKind::Eval(op) = &mut stmt.kind
            && let Op::Call { func, .. } | Op::FunctionAddress { func, .. } = op
        {
            rename(func);
        }
        for inner in visit::blocks_mut(stmt) {
            rename_calls(inner, rename);
        }
    }
}
