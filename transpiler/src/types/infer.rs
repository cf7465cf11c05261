//! The fixpoint over all instances.

use std::collections::{BTreeMap, BTreeSet};

use super::body::{Body, holds_list, is_nested};
use super::unsigned::Signs;
use super::{ExportedInstance, InstId, Instance, Typed, globals, lists, nested};
use crate::hir::{Expr, FuncId, Function, Module, ParamKind, Signature};
use crate::ty::{ArrayType, Layout, Num, Type};

/// Rounds after which a type that still moves becomes a Python object; the lattice is a few steps high, so this is
/// reached by types that grow, such as a tuple that holds its own former value.
const ROUNDS: u32 = 24;

/// Instances made of one function after which further call-site signatures go through the interpreter.
const INSTANCES: usize = 32;

/// The types of every function that is exported or natively called.
pub fn infer(module: &Module) -> Typed {
    let mut inference = Inference {
        module,
        uses: lists::uses(module),
        nests: nested::nests(module),
        numbers: BTreeMap::new(),
        instances: Vec::new(),
        keys: BTreeMap::new(),
        signs: Signs::default(),
        changed: false,
        round: 0,
        deferred: false,
        phase: Phase::Waiting,
    };
    inference.numbers = globals::numbers(&mut inference);
    let mut exports = inference.exports();
    inference.run();
    if inference.add_unsigned(&mut exports) {
        (inference.round, inference.phase, inference.deferred) = (0, Phase::Waiting, false);
        inference.run();
    }
    Typed { instances: inference.instances, exports, numbers: inference.numbers }
}

pub(super) struct Inference<'a> {
    pub module: &'a Module,
    /// What becomes of lists, by function.
    pub uses: Vec<lists::Uses>,
    /// Lists of lists, by function.
    pub nests: Vec<nested::Nests>,
    /// See [`Typed::numbers`].
    pub numbers: BTreeMap<String, Num>,
    pub instances: Vec<Instance>,
    keys: BTreeMap<(FuncId, Vec<Type>), InstId>,
    pub signs: Signs,
    changed: bool,
    round: u32,
    /// Some call waits for the type of a list's items.
    deferred: bool,
    phase: Phase,
}

/// What is done about types that stay unknown; each phase runs to a fixpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    /// Calls wait for the items of their lists.
    Waiting,
    /// They wait no longer.
    Late,
    /// A value that no path makes (an item of a list that is never filled, a variable that is never bound) is taken
    /// for an `int`: what is done with it needs a type, and is never reached.
    Settling,
    /// Variables of a `.pyx` become of one type each (`spanning.rs`), now that it is known which are objects.
    Spanning,
}

impl<'a> Inference<'a> {
    fn exports(&mut self) -> BTreeMap<FuncId, Vec<ExportedInstance>> {
        let mut exports = BTreeMap::new();
        for (at, function) in self.module.functions.iter().enumerate() {
            let id = FuncId(at as u32);
            if function.left.is_some() {
                continue;
            }
            if function.is_hidden() {
                // Nobody may call it: its errors are told all the same.
                for signature in function.signatures.iter().filter(|_| !function.is_foreign()) {
                    self.instance(id, signature_params(function, signature));
                }
                continue;
            }
            let mut overloads = Vec::new();
            for (signature, types) in function.signatures.iter().enumerate() {
                let params = self.boundary_params(id, signature_params(function, types));
                for params in contiguous_version(&params).into_iter().chain([params]) {
                    let Some(instance) = self.instance(id, params) else { continue };
                    overloads.push(ExportedInstance { signature, instance });
                }
            }
            if !overloads.is_empty() {
                exports.insert(id, overloads);
            }
        }
        exports
    }

    /// Exported functions that put an `int` under a mask of 64 bits have a version that takes it unsigned, tried before
    /// the signed one. Returns whether there is any.
    fn add_unsigned(&mut self, exports: &mut BTreeMap<FuncId, Vec<ExportedInstance>>) -> bool {
        let mut added = false;
        for (id, overloads) in exports {
            let function = &self.module.functions[id.0 as usize];
            for overload in std::mem::take(overloads) {
                let params = self.instances[overload.instance.0 as usize].params.clone();
                let unsigned = self.signs.unsigned_version(*id, function, &params);
                let unsigned = unsigned.and_then(|params| self.instance(*id, params));
                added |= unsigned.is_some();
                overloads.extend(unsigned.map(|instance| ExportedInstance { instance, ..overload }));
                overloads.push(overload);
            }
        }
        added
    }

    /// A list that the function does more with than read it arrives as the object it is.
    fn boundary_params(&self, id: FuncId, params: Vec<Type>) -> Vec<Type> {
        let function = &self.module.functions[id.0 as usize];
        let kept = &self.uses[id.0 as usize].kept;
        let params = function.params.iter().zip(params);
        let object = |web, ty: &Type| is_nested(ty) || kept.contains(web) && holds_list(ty);
        params.map(|(param, ty)| if object(&param.web, &ty) { Type::Object } else { ty }).collect()
    }

    /// The instance of a function for these parameter types, made if new; `None` if it has too many already.
    pub fn instance(&mut self, func: FuncId, params: Vec<Type>) -> Option<InstId> {
        let key = (func, params);
        if let Some(id) = self.keys.get(&key) {
            return Some(*id);
        }
        if self.instances.iter().filter(|instance| instance.func == func).count() >= INSTANCES {
            return None;
        }
        let function = &self.module.functions[func.0 as usize];
        let id = InstId(self.instances.len() as u32);
        let mut webs = vec![Type::Never; function.webs.len()];
        for (param, ty) in function.params.iter().zip(&key.1) {
            webs[param.web.0 as usize] = ty.clone();
        }
        self.instances.push(Instance {
            func,
            params: key.1.clone(),
            webs,
            exprs: vec![Type::Never; function.expr_count as usize],
            callees: BTreeMap::new(),
            direct_powers: BTreeMap::new(),
            objects: BTreeSet::new(),
            returns: Type::Never,
        });
        self.keys.insert(key, id);
        self.changed = true;
        Some(id)
    }

    /// Whether what is still unknown stays so. Asking notes that the answer mattered.
    pub fn is_late(&mut self) -> bool {
        self.deferred = true;
        self.phase >= Phase::Late
    }

    /// Whether variables of a `.pyx` become of one type each.
    pub fn is_spanning(&self) -> bool {
        self.phase == Phase::Spanning
    }

    /// Whether a type that still moves becomes a Python object.
    pub fn is_endless(&self) -> bool {
        self.round > ROUNDS
    }

    /// The type of a value in place of one that is still unknown.
    pub fn known(&self, ty: Type) -> Type {
        if self.phase >= Phase::Settling && ty == Type::Never { Type::INT } else { ty }
    }

    fn run(&mut self) {
        loop {
            self.changed = false;
            self.round += 1;
            let mut at = 0;
            while at < self.instances.len() {
                self.visit(InstId(at as u32));
                at += 1;
            }
            if self.changed || self.settle_returns() {
                continue;
            }
            self.phase = match self.phase {
                Phase::Waiting if self.deferred => Phase::Late,
                Phase::Waiting | Phase::Late if self.has_unknown() => Phase::Settling,
                Phase::Waiting | Phase::Late | Phase::Settling => Phase::Spanning,
                Phase::Spanning => return,
            };
            if self.phase == Phase::Spanning {
                self.round = 0;
            }
        }
    }

    fn has_unknown(&self) -> bool {
        let types = |instance: &Instance| {
            let returns = std::iter::once(&instance.returns);
            returns.chain(&instance.webs).chain(&instance.exprs).any(|ty| *ty == Type::Never)
        };
        self.instances.iter().any(types)
    }

    /// A function that never returns may promise anything; what its callers do with the result is never reached.
    fn settle_returns(&mut self) -> bool {
        let mut settled = false;
        let known = self.known(Type::Never);
        for instance in self.instances.iter_mut().filter(|instance| instance.returns == Type::Never) {
            let function = &self.module.functions[instance.func.0 as usize];
            let promised = function.signatures.first().and_then(|signature| signature.returns.clone());
            instance.returns = promised.filter(|ty| ty.num().is_some()).unwrap_or_else(|| known.clone());
            settled |= instance.returns != Type::Never;
        }
        settled
    }

    /// The type of an expression at module level.
    pub fn top_level(&mut self, expr: &'a Expr) -> Type {
        let function = &self.module.top;
        let instance = Instance {
            // One past the functions of the module.
            func: FuncId(self.module.functions.len() as u32),
            params: Vec::new(),
            webs: Vec::new(),
            exprs: vec![Type::Never; function.expr_count as usize],
            callees: BTreeMap::new(),
            direct_powers: BTreeMap::new(),
            objects: BTreeSet::new(),
            returns: Type::Never,
        };
        let mut body = Body::new(self, function, instance);
        // `min(1, 2.5)` is an `int`.
        body.returned_as_is.insert(expr.id);
        body.expr(expr)
    }

    fn visit(&mut self, id: InstId) {
        let func = self.instances[id.0 as usize].func;
        let function = &self.module.functions[func.0 as usize];
        // A call of the instance to itself reads the copy that stays in the table.
        let instance = self.instances[id.0 as usize].clone();
        let (instance, grown) = Body::new(self, function, instance).visited();
        self.changed |= grown;
        self.instances[id.0 as usize] = instance;
    }
}

/// The same parameters with every array of any strides C-contiguous, to be tried first: loops over contiguous memory
/// are worth two to three times.
fn contiguous_version(params: &[Type]) -> Option<Vec<Type>> {
    let strided = |ty: &Type| matches!(ty, Type::Array(ArrayType { layout: Layout::Strided, .. }));
    let contiguous = |ty: &Type| match ty {
        // `None` is not contiguous.
        Type::Array(array) if array.layout == Layout::Strided => {
            Type::Array(ArrayType { layout: Layout::C, none: false, ..*array })
        }
        other => other.clone(),
    };
    params.iter().any(strided).then(|| params.iter().map(contiguous).collect())
}

/// The parameter types of a signature; what is not said is a Python object.
pub(super) fn signature_params(function: &Function, signature: &Signature) -> Vec<Type> {
    let said = signature.params.iter().map(|ty| ty.clone().unwrap_or(Type::Object));
    let params = function.params.iter().zip(said.chain(std::iter::repeat(Type::Object)));
    params
        .map(|(param, ty)| match param.kind {
            ParamKind::VarArgs | ParamKind::VarKeywords => Type::Object,
            ParamKind::PositionalOnly | ParamKind::Positional | ParamKind::KeywordOnly => ty,
        })
        .collect()
}
