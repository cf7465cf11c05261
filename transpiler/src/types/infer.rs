//! The fixpoint over all instances, and the statements of one.

use std::collections::{BTreeMap, BTreeSet};

use super::iterate::{self, Iterable};
use super::unsigned::{self, Signs};
use super::{ExportedInstance, InstId, Instance, Typed, globals, join, join_exact, known, lists};
use crate::hir::{self, Deleted, Expr, ExprKind, FuncId, Function, Module, ParamKind, Signature, Stmt, StmtKind};
use crate::options::Directives;
use crate::ty::{ArrayType, Layout, Num, Repr, Type};

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
}

impl<'a> Inference<'a> {
    fn exports(&mut self) -> BTreeMap<FuncId, Vec<ExportedInstance>> {
        let mut exports = BTreeMap::new();
        for (at, function) in self.module.functions.iter().enumerate() {
            let id = FuncId(at as u32);
            if function.left.is_some() {
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

    /// The type of a value in place of one that is still unknown.
    pub fn known(&self, ty: Type) -> Type {
        if self.phase == Phase::Settling && ty == Type::Never { Type::INT } else { ty }
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
                Phase::Waiting | Phase::Late | Phase::Settling => return,
            };
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
            returns: Type::Never,
        };
        let mut body = Body {
            inference: self,
            function,
            directives: &function.directives,
            instance,
            // `min(1, 2.5)` is an `int`.
            returned_as_is: BTreeSet::from([expr.id]),
            sometimes_complex: BTreeSet::new(),
            finally_blocks: 0,
            grown: false,
        };
        body.expr(expr)
    }

    fn visit(&mut self, id: InstId) {
        let func = self.instances[id.0 as usize].func;
        let function = &self.module.functions[func.0 as usize];
        // A call of the instance to itself reads the copy that stays in the table.
        let instance = self.instances[id.0 as usize].clone();
        let mut body = Body {
            inference: self,
            function,
            directives: &function.directives,
            instance,
            returned_as_is: BTreeSet::new(),
            sometimes_complex: BTreeSet::new(),
            finally_blocks: 0,
            grown: false,
        };
        body.function_body();
        let Body { instance, grown, .. } = body;
        self.changed |= grown;
        self.instances[id.0 as usize] = instance;
    }
}

/// The same parameters with every array of any strides C-contiguous, to be tried first: loops over contiguous memory
/// are worth two to three times.
fn contiguous_version(params: &[Type]) -> Option<Vec<Type>> {
    let strided = |ty: &Type| matches!(ty, Type::Array(ArrayType { layout: Layout::Strided, .. }));
    let contiguous = |ty: &Type| match ty {
        Type::Array(array) if array.layout == Layout::Strided => Type::Array(ArrayType { layout: Layout::C, ..*array }),
        other => other.clone(),
    };
    params.iter().any(strided).then(|| params.iter().map(contiguous).collect())
}

/// The parameter types of a signature; what is not said is a Python object.
fn signature_params(function: &Function, signature: &Signature) -> Vec<Type> {
    let said = signature.params.iter().map(|ty| ty.clone().unwrap_or(Type::Object));
    let params = function.params.iter().zip(said.chain(std::iter::repeat(Type::Object)));
    params
        .map(|(param, ty)| match param.kind {
            ParamKind::VarArgs | ParamKind::VarKeywords => Type::Object,
            ParamKind::PositionalOnly | ParamKind::Positional | ParamKind::KeywordOnly => ty,
        })
        .collect()
}

/// One instance while its body is visited.
pub(super) struct Body<'a, 'b> {
    pub inference: &'b mut Inference<'a>,
    pub function: &'a Function,
    /// Those in force at the statement that is visited.
    pub directives: &'a Directives,
    pub instance: Instance,
    /// Expressions whose value is returned as it is: it keeps its Python type.
    pub returned_as_is: BTreeSet<hir::ExprId>,
    /// Variables that are complex on some paths and real on others.
    sometimes_complex: BTreeSet<usize>,
    /// `finally` blocks that still run when a `return` is reached.
    finally_blocks: u32,
    grown: bool,
}

impl<'a> Body<'a, '_> {
    fn function_body(&mut self) {
        let declared: Vec<(usize, Type)> =
            self.function.webs.iter().enumerate().filter_map(|(at, web)| Some((at, web.declared.clone()?))).collect();
        for (at, ty) in declared {
            self.widen(at, &ty);
        }
        let function = self.function;
        self.block(&function.body);
        self.settle_names();
        if falls_through(&function.body) {
            self.returned(&Type::None);
        }
    }

    pub fn module(&self) -> &'a Module {
        self.inference.module
    }

    fn block(&mut self, block: &'a [Stmt]) {
        for stmt in block {
            self.stmt(stmt);
        }
    }

    fn stmt(&mut self, stmt: &'a Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => {
                self.expr(expr);
            }
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, op, value, result } => self.aug_assign(target, *op, value, *result),
            StmtKind::If { cond, then, orelse } => {
                self.expr(cond);
                let known = known::truth(self.module(), &self.instance, cond);
                if known != Some(false) {
                    self.block(then);
                }
                if known != Some(true) {
                    self.block(orelse);
                }
            }
            StmtKind::While { cond, body, orelse } => {
                self.expr(cond);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::For { target, iter, body, orelse } => {
                let item = self.iterate(iter);
                self.bind(target, &item);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::Return(value) => self.return_stmt(value.as_ref()),
            StmtKind::Raise { exc, cause } => {
                for expr in exc.iter().chain(cause) {
                    self.expr(expr);
                }
            }
            StmtKind::Assert { cond, message } => {
                for expr in std::iter::once(cond).chain(message) {
                    self.expr(expr);
                }
            }
            StmtKind::Try { body, handlers, orelse, finally } => self.try_stmt(body, handlers, orelse, finally),
            StmtKind::Delete(Deleted::Local(value) | Deleted::Attribute { value, .. }) => {
                self.expr(value);
            }
            StmtKind::Delete(Deleted::Index { value, index }) => {
                self.expr(value);
                self.index_items(index);
            }
            StmtKind::Delete(Deleted::Global(_)) => {}
            StmtKind::Directed { directives, body } => {
                let around = std::mem::replace(&mut self.directives, directives);
                self.block(body);
                self.directives = around;
            }
            StmtKind::Break | StmtKind::Continue | StmtKind::Pass | StmtKind::Left => {}
        }
    }

    fn try_stmt(&mut self, body: &'a [Stmt], handlers: &'a [hir::Handler], orelse: &'a [Stmt], finally: &'a [Stmt]) {
        let before = self.finally_blocks;
        self.finally_blocks += u32::from(!finally.is_empty());
        self.block(body);
        for handler in handlers {
            if let Some(class) = &handler.class {
                self.expr(class);
            }
            if let Some(web) = handler.bind {
                self.widen(web.0 as usize, &Type::Object);
            }
            self.block(&handler.body);
        }
        self.block(orelse);
        self.finally_blocks = before;
        self.block(finally);
    }

    /// `return a if c else b` returns each at its own type.
    fn return_stmt(&mut self, value: Option<&'a Expr>) {
        match value {
            None => self.returned(&Type::None),
            Some(Expr { kind: ExprKind::IfExp { cond, then, orelse }, id, .. }) => {
                self.expr(cond);
                self.return_stmt(Some(then));
                self.return_stmt(Some(orelse));
                let both = join(self.instance.expr(then.id), self.instance.expr(orelse.id));
                self.set(*id, both);
            }
            Some(value) => {
                self.mark_returned(value);
                self.note_returned_sign(value);
                let ty = self.expr(value);
                if let ExprKind::Tuple(items) = &value.kind {
                    self.returned_together(items);
                }
                self.returned(&ty);
                if self.finally_blocks > 0 && self.instance.returns == Type::Object && holds_list(&ty) {
                    // A copy made here would miss what the `finally` block does to the list.
                    self.leak(value);
                }
            }
        }
    }

    fn mark_returned(&mut self, value: &Expr) {
        self.returned_as_is.insert(value.id);
        if let ExprKind::Local { web, .. } = &value.kind
            && self.sometimes_complex.contains(&(web.0 as usize))
        {
            // The caller sees which it was.
            self.widen(web.0 as usize, &Type::Object);
        }
        if let ExprKind::Tuple(items) = &value.kind {
            items.iter().for_each(|item| self.mark_returned(item));
        }
    }

    fn returned(&mut self, ty: &Type) {
        let declared = self.declared_return();
        let joined = match &declared {
            Some(Type::Num(_)) if ty.num().is_some() => {
                let converted = converted_return(ty, declared.as_ref());
                join(&self.instance.returns, &converted)
            }
            _ => join_exact(&self.instance.returns, ty),
        };
        let joined = match self.returns_signed() {
            true => unsigned::signed_return(&self.instance.returns, ty, joined),
            false => joined,
        };
        if joined != self.instance.returns {
            self.instance.returns = joined;
            self.grown = true;
        }
    }

    /// What the function promises to return. Overloads promise each their own; the annotation speaks for all.
    fn declared_return(&self) -> Option<Type> {
        let params = &self.instance.params;
        let of_overload = self.function.signatures.iter().find(|s| signature_params(self.function, s) == *params);
        of_overload.or(self.function.signatures.first()).and_then(|signature| signature.returns.clone())
    }

    /// The type of the loop's items.
    pub(super) fn iterate(&mut self, iter: &'a Expr) -> Type {
        let iterable = iterate::iterable(self.module(), iter);
        let item = self.iterable_item(&iterable);
        if !matches!(iterable, Iterable::Value(_)) {
            // Where the parts turn out to be objects, the interpreter iterates over the whole.
            self.expr(iter);
        }
        item
    }

    pub fn iterable_item(&mut self, iterable: &Iterable<'a>) -> Type {
        match iterable {
            Iterable::Range(args) => self.range_item(args),
            Iterable::ParallelRange { args, keywords } => {
                for (_, value) in keywords.iter() {
                    self.expr(value);
                }
                self.range_item(args)
            }
            Iterable::Enumerate { inner, start } => {
                let item = self.iterable_item(inner);
                if let Some(start) = start {
                    self.expr(start);
                }
                tuple_item(vec![Type::INT, item])
            }
            Iterable::Zip(inner) => {
                let items = inner.iter().map(|one| self.iterable_item(one)).collect();
                tuple_item(items)
            }
            Iterable::Reversed(inner) => self.iterable_item(inner),
            Iterable::Value(expr) => {
                let ty = self.expr(expr);
                iterate::item_type(&ty)
            }
        }
    }

    /// `range` over C integers counts in C; over anything else in Python's.
    fn range_item(&mut self, args: &'a [Expr]) -> Type {
        for arg in args {
            self.expr(arg);
        }
        Type::INT
    }

    /// Raises a web's type to hold `ty` too. A declared web keeps its type.
    pub fn widen(&mut self, web: usize, ty: &Type) {
        let old = &self.instance.webs[web];
        let ty = &self.inference.known(ty.clone());
        let complex = |ty: &Type| ty.num().map(|num| num.repr.is_complex());
        if differ_in_kind(complex(old), complex(ty)) {
            self.sometimes_complex.insert(web);
        }
        let declared = self.function.webs[web].declared.as_ref();
        let new = match declared {
            Some(declared) => declared.clone(),
            None if self.inference.round > ROUNDS && old != ty && *old != Type::Never => Type::Object,
            None => self.join_web(web, old, ty),
        };
        let new = if is_nested(&new) || holds_list(&new) && self.leaks(web) { Type::Object } else { new };
        if new != *old {
            self.instance.webs[web] = new;
            self.grown = true;
        }
    }

    /// Whether the list in a variable may become known to the interpreter.
    fn leaks(&self, web: usize) -> bool {
        let uses = &self.inference.uses[self.instance.func.0 as usize];
        let listed = |web: hir::WebId| holds_list(self.instance.web(web)) || *self.instance.web(web) == Type::Object;
        uses.group(hir::WebId(web as u32), listed).iter().any(|web| uses.leaked.contains(web))
    }

    /// Notes the type of an expression.
    pub fn set(&mut self, id: hir::ExprId, ty: Type) -> Type {
        let slot = &mut self.instance.exprs[id.0 as usize];
        if *slot != ty {
            *slot = ty.clone();
            self.grown = true;
        }
        ty
    }
}

/// Whether one is complex and the other a real number.
fn differ_in_kind(old: Option<bool>, new: Option<bool>) -> bool {
    matches!((old, new), (Some(a), Some(b)) if a != b)
}

/// Whether the type is a list of lists.
fn is_nested(ty: &Type) -> bool {
    matches!(ty, Type::List(item) if holds_list(item))
}

/// Whether values of the type are or hold a native list.
pub(super) fn holds_list(ty: &Type) -> bool {
    match ty {
        Type::List(_) => true,
        Type::Tuple(items) => items.iter().any(holds_list),
        _ => false,
    }
}

fn tuple_item(items: Vec<Type>) -> Type {
    if items.contains(&Type::Never) { Type::Never } else { Type::Tuple(items) }
}

/// The type a value has after the return annotation converted it: a scalar becomes Python's, an integer may become
/// a float, nothing loses a fraction.
pub fn converted_return(ty: &Type, declared: Option<&Type>) -> Type {
    let (Some(from), Some(Type::Num(to))) = (ty.num(), declared) else { return ty.clone() };
    let fits = match to.repr {
        Repr::Bool => from.repr == Repr::Bool,
        to if to.is_integer() => from.repr.is_integer(),
        to if to.is_float() => !from.repr.is_complex(),
        _ => true,
    };
    if fits { Type::Num(*to) } else { ty.clone() }
}

/// Whether control can reach the end of the block.
pub fn falls_through(block: &[Stmt]) -> bool {
    !block.iter().any(never_ends)
}

fn never_ends(stmt: &Stmt) -> bool {
    match &stmt.kind {
        StmtKind::Return(_) | StmtKind::Raise { .. } | StmtKind::Break | StmtKind::Continue => true,
        StmtKind::If { then, orelse, .. } => !falls_through(then) && !falls_through(orelse),
        StmtKind::While { cond, body, .. } => is_true(cond) && !breaks(body),
        StmtKind::Directed { body, .. } => !falls_through(body),
        StmtKind::Try { body, handlers, orelse, finally } => {
            let handled = handlers.iter().all(|handler| !falls_through(&handler.body));
            !falls_through(finally) || handled && (!falls_through(body) || !orelse.is_empty() && !falls_through(orelse))
        }
        _ => false,
    }
}

fn is_true(cond: &Expr) -> bool {
    match &cond.kind {
        ExprKind::Const(hir::Const::Bool(value)) => *value,
        ExprKind::Const(hir::Const::Int(value)) => value.bits() > 0,
        _ => false,
    }
}

/// Whether a `break` of this loop is in the block.
fn breaks(block: &[Stmt]) -> bool {
    block.iter().any(|stmt| match &stmt.kind {
        StmtKind::Break => true,
        StmtKind::If { then, orelse, .. } => breaks(then) || breaks(orelse),
        StmtKind::While { orelse, .. } | StmtKind::For { orelse, .. } => breaks(orelse),
        StmtKind::Directed { body, .. } => breaks(body),
        StmtKind::Try { body, handlers, orelse, finally } => {
            breaks(body) || breaks(orelse) || breaks(finally) || handlers.iter().any(|handler| breaks(&handler.body))
        }
        _ => false,
    })
}
