//! What Cython does with objects of Python's where the lock is not held, also where pyrx needs none.
//!
//! What the lowering makes of objects, `ir::lower::nogil` finds.

use super::Check;
use super::memory::axes;
use crate::diag::Code;
use crate::hir::{CompKind, Deleted, Expr, ExprKind, Global, Stmt, StmtKind, Target, TargetKind, WebId, visit};
use crate::span::Span;
use crate::ty::{ArrayType, Form, Type};
use crate::types::{libc, methods, resolve};

impl<'a> Check<'a> {
    pub(super) fn needs_lock(&mut self, stmt: &'a Stmt) {
        let before = self.found.len();
        match &stmt.kind {
            StmtKind::Assign { targets, value } => {
                match targets.iter().all(|target| self.is_memory(target)) {
                    true => self.items_hold_objects(value),
                    false => self.holds_objects(value),
                }
                for target in targets {
                    self.target_holds_objects(target);
                }
            }
            StmtKind::Return(Some(value)) => {
                self.holds_objects(value);
                if self.found.len() == before && !self.function.is_c_function() {
                    self.no_lock("Returning Python object", stmt.span);
                }
            }
            StmtKind::Try { handlers, .. } if !handlers.is_empty() => self.no_lock("Try-except statement", stmt.span),
            StmtKind::Delete(Deleted::Local(value)) if *self.ty(value) == Type::Object => {
                self.no_lock("Deleting Python object", stmt.span);
            }
            StmtKind::Expr(value) => self.holds_objects(value),
            StmtKind::If { cond, .. } | StmtKind::While { cond, .. } => self.holds_objects(cond),
            _ => {}
        }
        // One error a line: a `with` statement is several.
        self.found.truncate(before + 1);
        let line = |span: Span| self.text.get(..span.start as usize).map_or(0, |before| before.matches('\n').count());
        if let [.., last, error] = &self.found[..]
            && last.code == Code::NOGIL
            && line(last.span) == line(error.span)
        {
            self.found.truncate(before);
        }
    }

    /// Whatever of an expression only exists as an object.
    fn holds_objects(&mut self, expr: &'a Expr) {
        visit::each_child(expr, &mut |part| self.holds_objects(part));
        match &expr.kind {
            ExprKind::List(_) => self.no_lock("Constructing Python list", expr.span),
            ExprKind::Tuple(_) if self.ty(expr).has_object() => self.no_lock("Constructing Python tuple", expr.span),
            ExprKind::Set(_) => self.no_lock("Constructing Python set", expr.span),
            ExprKind::Dict(_) => self.no_lock("Constructing Python dict", expr.span),
            ExprKind::Manager { .. } => self.no_lock("Use of context manager", expr.span),
            ExprKind::FString(_) => self.no_lock("String formatting", expr.span),
            ExprKind::Comp { kind, .. } if *kind != CompKind::Lazy => self.no_lock("Operation", expr.span),
            ExprKind::Call { func, .. } if self.is_object(func) || self.is_python_api(func) => {
                self.no_lock("Calling gil-requiring function", self.place(expr));
            }
            ExprKind::Index { value, index } if self.is_indexed_object(value, axes(index).count()) => {
                self.no_lock("Indexing Python object", self.place(expr));
            }
            ExprKind::Attribute { value, name } if self.lacks(value, name) => {
                self.no_lock("Accessing Python attribute", self.place(expr));
            }
            _ => {}
        }
    }

    /// A list that is assigned to an array of C's is its items; so are lists in it.
    fn items_hold_objects(&mut self, value: &'a Expr) {
        match &value.kind {
            ExprKind::List(items) => items.iter().for_each(|item| self.items_hold_objects(item)),
            _ => self.holds_objects(value),
        }
    }

    /// Whether a target lies in C's memory.
    fn is_memory(&self, target: &Target) -> bool {
        match &target.kind {
            TargetKind::Local(web) => self.instance.web(*web).pointee().is_some(),
            TargetKind::Index { value, .. } => self.ty(value).pointee().is_some(),
            TargetKind::Attribute { value, .. } => {
                let ty = self.ty(value);
                matches!(ty.pointee().unwrap_or(ty), Type::Struct(_))
            }
            TargetKind::Global(_) | TargetKind::Tuple { .. } => false,
        }
    }

    /// Whether the callee is a function of Python's C API.
    fn is_python_api(&self, func: &Expr) -> bool {
        let path = resolve::path(self.module, func);
        path.and_then(|path| libc::call(&path.name)).is_some_and(libc::CLibraryCall::needs_lock)
    }

    fn target_holds_objects(&mut self, target: &'a Target) {
        match &target.kind {
            TargetKind::Local(web) if self.is_object_variable(*web) => {
                self.no_lock("Assignment of Python object", target.span);
            }
            TargetKind::Index { value, index } if self.is_indexed_object(value, axes(index).count()) => {
                let span = Span::new(self.after(value), target.span.end);
                self.no_lock("Indexing Python object", span);
            }
            TargetKind::Local(_) | TargetKind::Global(_) | TargetKind::Attribute { .. } | TargetKind::Index { .. } => {}
            TargetKind::Tuple { .. } => {}
        }
    }

    /// Whether a variable holds objects in Cython: it is declared to, or is set to one somewhere.
    fn is_object_variable(&self, web: WebId) -> bool {
        let own = &self.function.webs[web.0 as usize];
        if let Some(declared) = self.declared_name(&own.name) {
            return *declared == Type::Object;
        }
        let of_name = self.function.webs.iter().zip(&self.instance.webs).filter(|(web, _)| web.name == own.name);
        let is_object = |ty: &Type| matches!(ty, Type::Object | Type::None | Type::Str | Type::List(_));
        is_written(&own.name) && of_name.map(|(_, ty)| ty).any(is_object)
    }

    /// A variable or parameter of the source that is an object.
    fn is_object(&self, expr: &Expr) -> bool {
        let ExprKind::Local { web, .. } = &expr.kind else { return false };
        *self.ty(expr) == Type::Object && is_written(&self.function.webs[web.0 as usize].name)
    }

    fn is_indexed_object(&self, value: &Expr, axes: usize) -> bool {
        match (&value.kind, self.ty(value)) {
            (_, Type::Array(ArrayType { form: Form::Buffer, ndim, .. })) => axes > usize::from(*ndim),
            (ExprKind::Global(name), _) => matches!(self.module.globals.get(name), Some(Global::Value { .. })),
            (_, Type::Object | Type::List(_)) => true,
            _ => false,
        }
    }

    /// Whether a view has no such attribute.
    fn lacks(&self, value: &Expr, name: &str) -> bool {
        let ty = self.ty(value);
        matches!(ty, Type::Array(view) if view.form == Form::View)
            && methods::attribute(ty, name).is_none()
            && resolve::path(self.module, value).is_none()
    }

    fn no_lock(&mut self, what: &str, span: Span) {
        self.error(Code::NOGIL, span, format!("{what} not allowed without gil"));
    }
}

/// Whether a name is one of the source, not of what a statement becomes.
fn is_written(name: &str) -> bool {
    !name.contains([' ', '<'])
}
