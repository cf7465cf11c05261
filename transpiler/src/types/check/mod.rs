//! What is wrong with the types of a `.pyx`, in Cython's words: a walk over each function with the types it declares.
//!
//! before: `return x & n` of a `double` and an `int`
//! after:  an error at the `&`
//!
//! What does not fit at a conversion is found where that is lowered (`ir::lower::coerce`); here is what has no
//! conversion: operators, indices, calls, literals, what the interpreter's lock is needed for. An expression with an
//! error in it is not looked at itself.

mod calls;
mod conversions;
mod header;
mod memory;
mod nogil;
mod operators;
mod parallel;
mod position;

pub use conversions::UNICODE_LITERAL;

use super::{Instance, Typed, c_name, falls_through, known};
use crate::diag::{Code, Diagnostic};
use crate::hir::{AugTarget, Deleted, Expr, ExprKind, Function, Module, Stmt, StmtKind, Target, TargetKind, visit};
use crate::span::Span;
use crate::ty::Type;

/// The errors in the functions of a `.pyx`, in order of source. `text` is what spans slice.
pub fn check(module: &Module, typed: &Typed, text: &str) -> Vec<Diagnostic> {
    if module.residual.is_none() {
        return Vec::new();
    }
    let mut found = calls::unknown_imports(module);
    for (at, function) in module.functions.iter().enumerate() {
        if function.sibling().is_some() {
            continue;
        }
        let mut instances = typed.instances.iter().filter(|instance| instance.func.0 as usize == at);
        if let Some(instance) = instances.find(|instance| is_declared(function, instance)) {
            let mut check = Check { module, function, instance, text, released: false, found: Vec::new() };
            check.function();
            found.append(&mut check.found);
        }
    }
    found.sort_by_key(|error| error.span);
    // The copies of a function with fused parameters have the same errors.
    found.dedup_by_key(|error| error.span);
    found
}

/// Whether the parameters are of the types that the source says: of an untyped one, an object.
fn is_declared(function: &Function, instance: &Instance) -> bool {
    let declared = function.signatures.first().map(|signature| super::infer::signature_params(function, signature));
    declared.is_some_and(|declared| {
        declared.iter().zip(&instance.params).all(|(said, own)| said == own || *own == Type::Object)
    })
}

struct Check<'a> {
    module: &'a Module,
    function: &'a Function,
    instance: &'a Instance,
    text: &'a str,
    /// The interpreter's lock is not held.
    released: bool,
    found: Vec<Diagnostic>,
}

impl<'a> Check<'a> {
    fn function(&mut self) {
        self.header();
        let c = self.function.c.as_ref();
        self.released = c.is_some_and(|c| c.nogil && !c.takes_lock);
        for param in &self.function.params {
            if let Some(default) = &param.default {
                self.names(default);
                let declared = self.declared(param.web);
                let declared = declared.filter(|_| !matches!(default.kind, ExprKind::Const(crate::hir::Const::None)));
                self.given(default, declared);
            }
        }
        self.block(&self.function.body);
    }

    fn block(&mut self, block: &'a [Stmt]) {
        for stmt in block {
            self.stmt(stmt);
            if !falls_through(std::slice::from_ref(stmt)) || known::ends(self.module, self.instance, stmt) {
                break;
            }
        }
    }

    fn stmt(&mut self, stmt: &'a Stmt) {
        let before = self.found.len();
        self.own_parts(stmt);
        if self.released && self.found.len() == before {
            self.needs_lock(stmt);
        }
        let released = self.released;
        if let StmtKind::Directed { directives, .. } = &stmt.kind {
            self.released = directives.nogil;
        }
        stmt.kind.blocks().into_iter().for_each(|block| self.block(block));
        self.released = released;
    }

    /// What stands in the statement itself, not in its blocks.
    fn own_parts(&mut self, stmt: &'a Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => {
                self.expr(expr);
            }
            StmtKind::Assign { targets, value } => {
                let sound = self.expr(value);
                for target in targets {
                    if self.target(target) && sound {
                        self.stored(target, value);
                    }
                }
            }
            StmtKind::AugAssign { target, op, value, .. } => {
                if self.expr(value) && self.aug_target(target) {
                    self.in_place(target, *op, value, stmt.span);
                }
            }
            StmtKind::If { cond, .. } | StmtKind::While { cond, .. } => self.truth(cond),
            StmtKind::Assert { cond, message } => {
                self.truth(cond);
                self.exprs(message);
            }
            StmtKind::For { target, iter, .. } => {
                self.loop_over(target, iter);
                self.target(target);
            }
            StmtKind::Return(value) => self.returned(value.as_ref(), stmt.span),
            StmtKind::Raise { exc, cause } => self.exprs(exc.iter().chain(cause)),
            StmtKind::Try { handlers, .. } => self.exprs(handlers.iter().filter_map(|handler| handler.class.as_ref())),
            StmtKind::Delete(deleted) => self.deleted(deleted, stmt.span),
            StmtKind::Directed { .. } | StmtKind::Break | StmtKind::Continue | StmtKind::Pass | StmtKind::Left => {}
        }
    }

    fn exprs(&mut self, exprs: impl IntoIterator<Item = &'a Expr>) {
        exprs.into_iter().for_each(|expr| {
            self.expr(expr);
        });
    }

    /// Checks an expression and all in it. Returns whether nothing is wrong.
    fn expr(&mut self, expr: &'a Expr) -> bool {
        let before = self.found.len();
        visit::each_child(expr, &mut |part| {
            self.expr(part);
        });
        if self.found.len() == before {
            self.own(expr);
        }
        self.found.len() == before
    }

    fn own(&mut self, expr: &'a Expr) {
        match &expr.kind {
            ExprKind::Binary { op, left, right } => self.binary(expr, *op, left, right),
            ExprKind::Unary { op, operand } => self.unary(expr, *op, operand),
            ExprKind::Compare { left, rest } => self.compare(left, rest),
            ExprKind::Not(operand) => self.condition(operand),
            ExprKind::IfExp { cond, then, orelse } => {
                self.condition(cond);
                self.choice(expr, then, orelse);
            }
            ExprKind::Index { value, index } => self.indexed(value, index),
            ExprKind::Call { func, args, keywords } => self.call(func, args, keywords),
            ExprKind::Address(place) => self.address(expr, place),
            ExprKind::Cast { ty, value, .. } => self.cast(expr, ty, value),
            ExprKind::Comp { generators, .. } => generators.iter().for_each(|one| {
                self.iterated(&one.iter);
                one.conds.iter().for_each(|cond| self.condition(cond));
            }),
            ExprKind::Walrus { web, value } => self.given(value, self.declared(*web)),
            ExprKind::Global(name) => self.name(expr, name),
            ExprKind::Const(_)
            | ExprKind::Local { .. }
            | ExprKind::Attribute { .. }
            | ExprKind::Bool { .. }
            | ExprKind::IsSequence(_)
            | ExprKind::Manager { .. }
            | ExprKind::Null
            | ExprKind::SizeOf(_)
            | ExprKind::TypeOf(_)
            | ExprKind::Tuple(_)
            | ExprKind::List(_)
            | ExprKind::Set(_)
            | ExprKind::Dict(_)
            | ExprKind::FString(_)
            | ExprKind::Left => {}
        }
    }

    /// The names in an expression that is evaluated outside of the function: it has no types here.
    fn names(&mut self, expr: &'a Expr) {
        visit::walk_expr(expr, &mut |part| {
            if let ExprKind::Global(name) = &part.kind {
                self.name(part, name);
            }
        });
    }

    fn name(&mut self, expr: &Expr, name: &str) {
        if !self.module.may_have(name) && !self.module.copies.contains_key(name) {
            self.error(Code::UNDECLARED, expr.span, format!("undeclared name not builtin: {name}"));
        }
    }

    /// The parts of a target. Returns whether nothing is wrong.
    fn target(&mut self, target: &'a Target) -> bool {
        let before = self.found.len();
        match &target.kind {
            TargetKind::Local(_) | TargetKind::Global(_) => {}
            TargetKind::Attribute { value, .. } => {
                self.expr(value);
            }
            TargetKind::Index { value, index } => {
                self.index_target(value, index);
            }
            TargetKind::Tuple { elements, .. } => elements.iter().for_each(|element| {
                self.target(element);
            }),
        }
        self.found.len() == before
    }

    fn aug_target(&mut self, target: &'a AugTarget) -> bool {
        match target {
            AugTarget::Local { .. } | AugTarget::Global { .. } => true,
            AugTarget::Attribute { value, .. } => self.expr(value),
            AugTarget::Index { value, index, .. } => self.index_target(value, index),
        }
    }

    fn index_target(&mut self, value: &'a Expr, index: &'a crate::hir::Index) -> bool {
        let before = self.found.len();
        self.expr(value);
        visit::index_exprs(index, &mut |part| {
            self.expr(part);
        });
        if self.found.len() == before {
            self.indexed(value, index);
        }
        self.found.len() == before
    }

    fn deleted(&mut self, deleted: &'a Deleted, span: Span) {
        match deleted {
            Deleted::Local(value) => {
                let is_c = match &value.kind {
                    ExprKind::Local { web, .. } => {
                        self.function.webs[web.0 as usize].declared.as_ref().is_some_and(is_c)
                    }
                    _ => false,
                };
                self.undeletable(is_c, span);
            }
            Deleted::Attribute { value, .. } => {
                let is_c = self.expr(value) && matches!(self.ty(value), Type::Struct(_) | Type::Pointer(_));
                self.undeletable(is_c, Span::new(self.after(value), span.end));
            }
            Deleted::Index { value, index } => {
                let is_c = self.index_target(value, index) && is_c(self.ty(value));
                self.undeletable(is_c, Span::new(self.after(value), span.end));
            }
            Deleted::Global(name) => {
                self.undeletable(super::memory::variable(self.module, name).is_some_and(is_c), span)
            }
        }
    }

    fn undeletable(&mut self, is_c: bool, span: Span) {
        if is_c {
            self.error(Code::C_CONVERSION, span, "Deletion of non-Python, non-C++ object");
        }
    }

    fn error(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.found.push(Diagnostic::error(code, span, message));
    }

    fn ty(&self, expr: &Expr) -> &'a Type {
        self.instance.expr(expr.id)
    }

    fn named(&self, ty: &Type) -> String {
        c_name(self.module, ty)
    }
}

/// Whether a value of the type is one of C's, and not converted to an object where one would do.
fn is_c(ty: &Type) -> bool {
    ty.is_c() && !matches!(ty, Type::Function(_))
}
