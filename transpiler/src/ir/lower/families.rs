//! How Python calls functions with fused parameters: which specialization each kind of argument chooses.

use std::collections::BTreeMap;

use crate::hir::{self, FuncId, PythonClass};
use crate::ir::{Export, FusedChoice, FusedExport};
use crate::ty::Type;

/// The exports of functions with fused parameters, given those of their copies in order, and that of the `whole` without
/// any.
pub(super) fn exports(
    module: &hir::Module,
    copies: Vec<(FuncId, Export)>,
    whole: impl Fn(FuncId) -> Export,
) -> Vec<Export> {
    let mut families: BTreeMap<FuncId, Vec<(String, Export)>> = BTreeMap::new();
    for (id, export) in copies {
        if let Some(copy) = &module.functions[id.0 as usize].copy_of {
            families.entry(copy.generic).or_default().push((copy.key.clone(), export));
        }
    }
    let exports = families.into_iter().filter_map(|(id, copies)| {
        let function = &module.functions[id.0 as usize];
        // Where one cannot be compiled, the original runs.
        let fused = function.fused.as_ref().filter(|fused| fused.copies.len() == copies.len())?;
        Some(Export { fused: Some(fused_export(module, function, fused, copies)), ..whole(id) })
    });
    exports.collect()
}

fn fused_export(
    module: &hir::Module,
    function: &hir::Function,
    fused: &hir::FusedFunction,
    copies: Vec<(String, Export)>,
) -> FusedExport {
    let needed = |param: &&hir::Param| {
        let positional = matches!(param.kind, hir::ParamKind::PositionalOnly | hir::ParamKind::Positional);
        positional && param.default.is_none()
    };
    let choice = |ty: &hir::FusedParam| FusedChoice {
        param: ty.param,
        takes_none: ty.takes_none,
        tests: tests(&arguments(module, fused, ty)),
        members: ty.members.len(),
    };
    FusedExport {
        types: fused.types.iter().map(choice).collect(),
        least: function.params.iter().filter(needed).count(),
        copies,
    }
}

/// For each member of a fused type, what the parameter that decides takes: the member itself, or say a view of such items.
fn arguments(
    module: &hir::Module,
    fused: &hir::FusedFunction,
    ty: &hir::FusedParam,
) -> Vec<(hir::Member, PythonClass)> {
    let behind = fused.types.iter().skip_while(|other| other.param != ty.param || other.name != ty.name).skip(1);
    let step: usize = behind.map(|other| other.members.len()).product();
    let copies = fused.copies.iter().step_by(step.max(1)).map(|id| &module.functions[id.0 as usize]);
    let argument = |(member, copy): (&hir::Member, &hir::Function)| {
        let taken = copy.signatures.first().and_then(|signature| signature.params[ty.param].clone());
        let member = hir::Member { ty: taken.unwrap_or(Type::Object), ..member.clone() };
        let written = copy.params[ty.param].written.as_ref();
        let objects = written.and_then(hir::Written::axes_of_objects);
        let class = match (objects, member.python_class()) {
            (Some(axes), _) => PythonClass::Objects(axes),
            (None, PythonClass::Buffer { .. }) => {
                PythonClass::Buffer { chars: written.is_some_and(hir::Written::is_char) }
            }
            (None, class) => class,
        };
        (member, class)
    };
    ty.members.iter().zip(copies).map(argument).collect()
}

/// The members in the order they are tried; of those for one class of Python's only the first.
fn tests(arguments: &[(hir::Member, PythonClass)]) -> Vec<(PythonClass, Type, usize)> {
    let mut tests: Vec<(PythonClass, Type, usize)> = Vec::new();
    let members: Vec<hir::Member> = arguments.iter().map(|(member, _)| member.clone()).collect();
    for at in hir::preferred(&members) {
        let (class, ty) = (arguments[at].1.clone(), &members[at].ty);
        let known = tests.iter().any(|(other, _, _)| *other == class && !matches!(class, PythonClass::Buffer { .. }));
        if !known && class != PythonClass::Nothing {
            tests.push((class, ty.clone(), at));
        }
    }
    // Classes come before buffers, and what takes anything last.
    tests.sort_by_key(|(class, _, _)| match class {
        PythonClass::Builtin(_) => 0,
        PythonClass::Buffer { .. } | PythonClass::Objects(_) => 1,
        PythonClass::Any | PythonClass::Nothing => 2,
    });
    tests
}
