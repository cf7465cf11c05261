//! What must hold of IR, checked after lowering and after each pass in tests.
//!
//! Rule sets and layouts are not compared: `rules` say how a value was computed, and a view with a stricter layout
//! stands wherever one with a looser layout does. Values of type `None` may stand for any type: they are what lowering
//! puts where a value never exists.

mod expr;
mod op;

use std::collections::{BTreeMap, BTreeSet};

use super::visit::{blocks, diverges, stmt_exprs, walk, walk_expr, walk_released};
use super::{
    Block, Class, Expr, ExprKind, FnId, Function, Label, LocalId, Op, Parallel, Program, Raise, Stmt, StmtKind,
};
use crate::ty::{ArrayType, Num, Repr, Type};

/// All violations, each with the function it is in; empty for a sound program.
pub fn verify(program: &Program) -> Vec<String> {
    let mut found = Vec::new();
    for (at, function) in program.functions.iter().enumerate() {
        let mut verify = Verify {
            program,
            function,
            place: format!("{}#{at}", function.qualname),
            found: &mut found,
            labels: Vec::new(),
            handlers: 0,
        };
        verify.function();
    }
    exports(program, &mut found);
    found
}

fn exports(program: &Program, found: &mut Vec<String>) {
    for export in &program.exports {
        for overload in export.versions() {
            let Some(function) = program.functions.get(overload.func.0 as usize) else {
                found.push(format!("export {}: no function #{}", export.qualname, overload.func.0));
                continue;
            };
            if overload.params.len() != export.params.len() || overload.params.len() != function.params.len() {
                found.push(format!("export {}: {} parameters", export.qualname, overload.params.len()));
                continue;
            }
            for (param, &local) in overload.params.iter().zip(&function.params) {
                let own = function.locals.get(local.0 as usize).map_or(&Type::Never, |local| &local.ty);
                if !is_same(&param.ty, own) {
                    found.push(format!("export {}: {} for a parameter {own}", export.qualname, param.ty));
                }
            }
        }
    }
    for guard in &program.guards {
        if guard.exports.iter().any(|&user| user as usize >= program.exports.len() + program.attempts.len()) {
            found.push(format!("guard {}: no such export", guard.name));
        }
    }
}

/// What a label names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Loop,
    Block,
}

struct Verify<'a> {
    program: &'a Program,
    function: &'a Function,
    place: String,
    found: &'a mut Vec<String>,
    /// Labels in scope.
    labels: Vec<(Label, Target)>,
    /// Handlers around.
    handlers: u32,
}

impl<'a> Verify<'a> {
    fn fail(&mut self, text: impl AsRef<str>) {
        self.found.push(format!("{}: {}", self.place, text.as_ref()));
    }

    fn require(&mut self, holds: bool, text: impl FnOnce() -> String) {
        if !holds {
            self.fail(text());
        }
    }

    fn ty(&self, local: LocalId) -> Option<&'a Type> {
        self.function.locals.get(local.0 as usize).map(|local| &local.ty)
    }

    fn callee(&self, func: FnId) -> Option<&'a Function> {
        self.program.functions.get(func.0 as usize)
    }

    fn function(&mut self) {
        let function = self.function;
        let params: BTreeSet<LocalId> = function.params.iter().copied().collect();
        self.require(params.len() == function.params.len(), || "a parameter occurs twice".to_string());
        self.require(params.iter().all(|&param| self.ty(param).is_some()), || "a parameter has no local".to_string());
        self.block(&function.body);
        for (local, count) in taken(&function.body) {
            self.require(count == 1, || format!("local {} is taken {count} times", local.0));
        }
        self.indices();
        let (raises, python) = (self.may_raise(&function.body), self.uses_python(&function.body));
        self.require(!raises || function.raises, || "it may raise, and is not marked so".to_string());
        self.require(!python || function.python, || "it uses the interpreter, and is not marked so".to_string());
        self.require(!function.recursive || function.raises, || "it checks the stack, and does not raise".to_string());
        self.require(!function.detach || !function.python, || "it cannot run without the lock".to_string());
        let ends = diverges(&function.body) || matches!(function.returns, Type::None | Type::Never);
        self.require(ends, || "the end of the body is reached without a value".to_string());
    }

    /// The index of a loop is assigned by it alone, and not read after it.
    fn indices(&mut self) {
        let function = self.function;
        let mut wrong = Vec::new();
        walk(&function.body, &mut |stmt| {
            if let StmtKind::For { index, body, .. } = &stmt.kind {
                walk(body, &mut |inner| {
                    super::visit::stmt_locals(inner, &mut |local, role| {
                        if local == *index && role == super::visit::Role::Write {
                            wrong.push(*index);
                        }
                    });
                });
            }
        });
        for index in wrong {
            self.fail(format!("the index {} is assigned in its loop", index.0));
        }
    }

    fn block(&mut self, block: &'a Block) {
        for stmt in block {
            self.stmt(stmt);
        }
    }

    fn labelled(&mut self, label: Label, target: Target, body: &'a Block) {
        let is_new = self.labels.iter().all(|(known, _)| *known != label);
        self.require(is_new, || format!("label {} is used twice", label.0));
        self.labels.push((label, target));
        self.block(body);
        self.labels.pop();
    }

    fn stmt(&mut self, stmt: &'a Stmt) {
        match &stmt.kind {
            StmtKind::Assign(local, op) => {
                self.op(op);
                self.assigned(*local, op);
            }
            StmtKind::Eval(op) => self.op(op),
            StmtKind::Unbind(local) => {
                let known = self.ty(*local).is_some();
                self.require(known, || format!("no local {}", local.0));
            }
            StmtKind::CheckBound(local) => {
                let tracked = self.function.locals.get(local.0 as usize).is_some_and(|local| local.tracked);
                self.require(tracked, || format!("local {} is not tracked", local.0));
            }
            StmtKind::Store { array, index, value } => {
                self.index(*array, index);
                self.stored(*array, value);
            }
            StmtKind::Fill { array, value } => self.stored(*array, value),
            StmtKind::Put { place, value } => {
                self.place(place);
                self.expr(value);
            }
            StmtKind::Copy { to, from } => {
                let same = match (self.ty(*to), self.ty(*from)) {
                    (Some(to @ Type::Array(_)), Some(from)) => is_same(to, from),
                    _ => false,
                };
                self.require(same, || format!("copy of local {} to local {}", from.0, to.0));
            }
            StmtKind::If { cond, then, orelse } => {
                self.bool(cond);
                self.block(then);
                self.block(orelse);
            }
            StmtKind::Loop { label, body } => self.labelled(*label, Target::Loop, body),
            StmtKind::Block { label, body } => self.labelled(*label, Target::Block, body),
            StmtKind::Lock { held, body } => {
                let python = !held && self.uses_python(body);
                self.require(!python, || "the interpreter is used without its lock".to_string());
                self.block(body);
            }
            StmtKind::For { .. } => self.for_stmt(stmt),
            StmtKind::Break(label) => self.jump(*label, false),
            StmtKind::Continue(label) => self.jump(*label, true),
            StmtKind::Return(value) => self.returned(value),
            StmtKind::Raise(raise) => self.raise(raise),
            StmtKind::Try { .. } => self.try_stmt(stmt),
            StmtKind::Poll | StmtKind::Touch => {}
        }
    }

    fn assigned(&mut self, local: LocalId, op: &'a Op) {
        let Some(ty) = self.ty(local) else { return self.fail(format!("no local {}", local.0)) };
        if let Some(result) = self.result(op) {
            self.require(fits(&result, ty), || format!("local {}: {ty} is assigned a {result}", local.0));
        }
    }

    fn stored(&mut self, array: LocalId, value: &'a Expr) {
        self.expr(value);
        let item = self.ty(array).and_then(Type::array);
        let same = item.is_some_and(|array| is_item(value, array) || value.ty == Type::None);
        self.require(same, || format!("a {} is stored in an item of local {}", value.ty, array.0));
    }

    fn returned(&mut self, value: &'a Expr) {
        self.expr(value);
        let returns = &self.function.returns;
        self.require(fits(&value.ty, returns), || format!("a {} is returned as {returns}", value.ty));
    }

    fn for_stmt(&mut self, stmt: &'a Stmt) {
        let StmtKind::For { label, index, start, stop, step, body, parallel } = &stmt.kind else { return };
        [start, stop, step].into_iter().for_each(|bound| self.int(bound));
        let counts = self.ty(*index).and_then(Type::num).map(|num| num.repr) == Some(Repr::I64);
        self.require(counts, || format!("the index {} is no i64", index.0));
        match parallel {
            None => self.labelled(*label, Target::Loop, body),
            Some(parallel) => self.parallel_for(*label, body, parallel),
        }
    }

    fn parallel_for(&mut self, label: Label, body: &'a Block, parallel: &'a Parallel) {
        parallel.chunk.iter().chain(&parallel.threads).for_each(|value| self.int(value));
        for &(local, _) in &parallel.reductions {
            let is_number = self.ty(local).and_then(Type::num).is_some();
            self.require(is_number, || format!("local {} is no number to reduce", local.0));
        }
        let python = self.uses_python(body);
        self.require(!python, || "a parallel loop uses the interpreter".to_string());
        self.require(self.function.raises, || "a parallel loop in a function that does not raise".to_string());
        self.labelled(label, Target::Loop, body);
    }

    fn jump(&mut self, label: Label, goes_on: bool) {
        let target = self.labels.iter().find(|(known, _)| *known == label).map(|&(_, target)| target);
        let allowed = match target {
            Some(Target::Loop) => true,
            Some(Target::Block) => !goes_on,
            None => false,
        };
        let what = if goes_on { "continue" } else { "break" };
        self.require(allowed, || format!("{what} to label {}", label.0));
    }

    fn raise(&mut self, raise: &'a Raise) {
        match raise {
            Raise::Builtin { args, .. } => args.iter().for_each(|arg| self.expr(arg)),
            Raise::Object { exc, cause } => std::iter::once(exc).chain(cause).for_each(|value| self.object(value)),
            Raise::Again => self.require(self.handlers > 0, || "raise again outside a handler".to_string()),
            Raise::Escape(_) | Raise::OfNone { .. } => {}
        }
    }

    fn try_stmt(&mut self, stmt: &'a Stmt) {
        let StmtKind::Try { body, handlers, orelse, finally } = &stmt.kind else { return };
        self.block(body);
        for handler in handlers {
            let objects = handler.bind.iter().copied().chain(match handler.class {
                Class::Object(class) => Some(class),
                Class::All | Class::Builtin(_) => None,
            });
            for local in objects {
                let is_object = self.ty(local) == Some(&Type::Object);
                self.require(is_object, || format!("local {} of a handler is no object", local.0));
            }
            self.handlers += 1;
            self.block(&handler.body);
            self.handlers -= 1;
        }
        self.block(orelse);
        self.block(finally);
    }

    /// Whether a raise may leave the block.
    fn may_raise(&self, block: &Block) -> bool {
        block.iter().any(|stmt| match &stmt.kind {
            StmtKind::Assign(_, op) | StmtKind::Eval(op) => self.op_raises(op),
            StmtKind::CheckBound(_) | StmtKind::Raise(_) | StmtKind::Poll => true,
            StmtKind::Store { index, .. } => op::checked(index),
            StmtKind::For { parallel: Some(_), .. } => true,
            // Handlers let pass what they do not match, and escapes.
            StmtKind::If { .. }
            | StmtKind::Loop { .. }
            | StmtKind::For { .. }
            | StmtKind::Block { .. }
            | StmtKind::Lock { .. }
            | StmtKind::Try { .. } => blocks(stmt).into_iter().any(|block| self.may_raise(block)),
            StmtKind::Unbind(_)
            | StmtKind::Fill { .. }
            | StmtKind::Copy { .. }
            | StmtKind::Put { .. }
            | StmtKind::Break(_)
            | StmtKind::Continue(_)
            | StmtKind::Return(_)
            | StmtKind::Touch => false,
        })
    }

    fn uses_python(&self, block: &Block) -> bool {
        let mut found = false;
        walk_released(block, &mut |stmt| {
            found |= match &stmt.kind {
                StmtKind::Assign(_, Op::Call { func, .. }) | StmtKind::Eval(Op::Call { func, .. }) => {
                    self.callee(*func).is_some_and(|callee| callee.python)
                }
                StmtKind::Assign(_, Op::Python(_)) | StmtKind::Eval(Op::Python(_)) => true,
                StmtKind::Raise(Raise::Object { .. }) => true,
                StmtKind::Try { handlers, .. } => {
                    handlers.iter().any(|handler| handler.bind.is_some() || matches!(handler.class, Class::Object(_)))
                }
                _ => false,
            }
        });
        found
    }
}

/// How often each local is moved out on a path through the block.
fn taken(block: &Block) -> BTreeMap<LocalId, u32> {
    let mut all = BTreeMap::new();
    let add = |all: &mut BTreeMap<LocalId, u32>, more: BTreeMap<LocalId, u32>| {
        more.into_iter().for_each(|(local, count)| *all.entry(local).or_insert(0) += count);
    };
    for stmt in block {
        stmt_exprs(stmt, &mut |expr| {
            walk_expr(expr, &mut |expr| {
                if let ExprKind::Take(local) = expr.kind {
                    *all.entry(local).or_insert(0) += 1;
                }
            });
        });
        if let StmtKind::If { then, orelse, .. } = &stmt.kind {
            // What a branch that leaves has moved is not missed after it.
            let going_on = |block: &Block| if diverges(block) { BTreeMap::new() } else { taken(block) };
            let mut either = going_on(then);
            for (local, count) in going_on(orelse) {
                let entry = either.entry(local).or_insert(0);
                *entry = count.max(*entry);
            }
            add(&mut all, either);
        } else {
            blocks(stmt).into_iter().for_each(|block| add(&mut all, taken(block)));
        }
    }
    all
}

/// Whether both are the same in Rust.
fn is_same(a: &Type, b: &Type) -> bool {
    match (a, b) {
        (Type::Never | Type::None, Type::Never | Type::None) => true,
        (Type::Num(Num { repr: a, .. }), Type::Num(Num { repr: b, .. })) => a == b,
        (Type::Array(a), Type::Array(b)) => (a.dtype, a.ndim) == (b.dtype, b.ndim),
        (Type::List(a), Type::List(b)) => is_same(a, b),
        (Type::Tuple(a), Type::Tuple(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b)),
        _ => a == b,
    }
}

/// Whether a value is what the array holds.
fn is_item(value: &Expr, array: ArrayType) -> bool {
    is_same(&value.ty, &array.item())
}

/// Whether a value may stand where a type is wanted.
fn fits(value: &Type, wanted: &Type) -> bool {
    matches!(value, Type::None | Type::Never) || is_same(value, wanted)
}
