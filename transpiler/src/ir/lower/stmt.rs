//! Statements: dispatch by kind.

use super::builder::Lower;
use super::cond::not;
use crate::hir::{self, Deleted, ExprKind as Hir, Stmt, StmtKind as HirStmt};
use crate::ir::{Expr, ExprKind, Op, PyOp, Raise, StmtKind};
use crate::ty::{Rules, Type};
use crate::types;
use pyrx_runtime::raise::Exc;

impl<'a> Lower<'a> {
    pub(super) fn block_of(&mut self, block: &'a [Stmt]) {
        for stmt in block {
            self.at(stmt.span, |cx| cx.stmt(stmt));
            if types::known::ends(self.module, self.instance, stmt) {
                break;
            }
        }
    }

    fn stmt(&mut self, stmt: &'a Stmt) {
        match &stmt.kind {
            HirStmt::Expr(expr) => self.expr_stmt(expr),
            HirStmt::Assign { targets, value } => self.assign(targets, value),
            HirStmt::AugAssign { target, op, value, result } => self.aug_assign(target, *op, value, *result),
            HirStmt::If { cond, then, orelse } => self.if_stmt(cond, then, orelse),
            HirStmt::While { cond, body, orelse } => self.while_stmt(cond, body, orelse),
            HirStmt::For { target, iter, body, orelse } => self.for_stmt(target, iter, body, orelse),
            HirStmt::Return(value) => self.return_value(value.as_ref()),
            HirStmt::Break => {
                if let Some(scope) = self.loops.last() {
                    let label = scope.on_break;
                    self.push(StmtKind::Break(label));
                }
            }
            HirStmt::Continue => {
                if let Some(scope) = self.loops.last() {
                    let label = scope.on_continue;
                    self.push(StmtKind::Continue(label));
                }
            }
            HirStmt::Raise { exc, cause } => self.raise_stmt(exc.as_ref(), cause.as_ref()),
            HirStmt::Assert { cond, message } => self.assert_stmt(cond, message.as_ref()),
            HirStmt::Try { body, handlers, orelse, finally } => self.try_stmt(body, handlers, orelse, finally),
            HirStmt::Delete(deleted) => self.delete(deleted),
            HirStmt::Directed { directives, body } => {
                let around = std::mem::replace(&mut self.directives, directives);
                let block = |cx: &mut Self| match directives.team && !around.team {
                    true => cx.team(body),
                    false => cx.block_of(body),
                };
                if directives.nogil != around.nogil {
                    let body = self.effects(block);
                    self.push(StmtKind::Lock { held: around.nogil, body });
                } else {
                    block(self);
                }
                self.directives = around;
            }
            HirStmt::Pass | HirStmt::Left => {}
        }
    }

    fn delete(&mut self, deleted: &'a Deleted) {
        let op = match deleted {
            Deleted::Local(local) => {
                if let Hir::Local { web, check_bound } = local.kind {
                    let local = self.web(web);
                    if check_bound {
                        self.check_bound(local);
                    }
                    self.push(StmtKind::Unbind(local));
                }
                return;
            }
            Deleted::Global(name) => PyOp::DelGlobal(name.clone()),
            Deleted::Attribute { value, name } => PyOp::DelAttr(self.object(value), name.clone()),
            Deleted::Index { value, index } if matches!(self.type_of(value), Type::List(_)) => {
                return self.delete_item(value, index);
            }
            Deleted::Index { value, index } => {
                let container = self.object(value);
                PyOp::DelItem(container, self.index_object(index))
            }
        };
        self.note_python("`del` of what is no local is the interpreter's", None);
        self.push(StmtKind::Eval(Op::Python(op)));
    }

    fn expr_stmt(&mut self, expr: &'a hir::Expr) {
        let value = self.expr(expr);
        if let ExprKind::Take(_) = value.kind {
            // A temporary holds it; an owner is dropped here rather than at the end of the function.
            self.push(StmtKind::Eval(Op::Use(value)));
        }
    }

    fn if_stmt(&mut self, cond: &'a hir::Expr, then: &'a [Stmt], orelse: &'a [Stmt]) {
        if let Some(holds) = types::known::truth(self.module, self.instance, cond) {
            // What the module says of `len` may be part of it.
            self.assume_roots(cond);
            return self.block_of(if holds { then } else { orelse });
        }
        let cond = self.at(cond.span, |cx| cx.condition(cond));
        let then = self.effects(|cx| cx.block_of(then));
        let orelse = self.effects(|cx| cx.block_of(orelse));
        self.push(StmtKind::If { cond, then, orelse });
    }

    /// Whether a function of the pure mode says that its result is of this type, which only C knows.
    fn returns_in_c(&self, ty: &Type) -> bool {
        self.source.signatures.first().is_some_and(|signature| signature.returns.as_ref() == Some(ty))
    }

    /// `return a if c else b` returns each at its own type, as the branches of an `if` would.
    pub(super) fn return_value(&mut self, value: Option<&'a hir::Expr>) {
        match value {
            Some(hir::Expr { kind: Hir::IfExp { cond, then, orelse }, .. }) => {
                let cond = self.condition(cond);
                let then = self.effects(|cx| cx.return_value(Some(then)));
                let orelse = self.effects(|cx| cx.return_value(Some(orelse)));
                self.push(StmtKind::If { cond, then, orelse });
            }
            _ => {
                let ty = super::builder::settled(&self.instance.returns);
                let value = match (value, &ty) {
                    // A promised class converts as calling it would.
                    (Some(value), _) if self.source.is_c_function() => {
                        let returns = self.source.c.as_ref().and_then(|c| c.returns.as_ref());
                        let value = match ty.is_aggregate() {
                            true => self.written_out(value, &ty),
                            false => self.expr_as(value, &ty),
                        };
                        self.coerce_written(value, &ty, returns)
                    }
                    (Some(value), _) if !ty.converts(&self.module.structs) && !self.returns_in_c(&ty) => {
                        // Python cannot have it.
                        let value = self.expr(value);
                        self.boxed(value);
                        super::coerce::never_made(&ty)
                    }
                    (Some(value), Type::Num(num)) if self.type_of(value).num().is_some() => {
                        let value = self.expr(value);
                        self.convert(value, *num, super::coerce::Fidelity::Arithmetic)
                    }
                    (Some(value), Type::Object) => {
                        let native = self.expr(value);
                        self.at(value.span, |cx| cx.result(native, &ty))
                    }
                    (Some(value), _) => self.expr_as(value, &ty),
                    // C's functions give zero at their end.
                    (None, Type::Num(_)) if self.source.is_c_function() => super::coerce::zero_of(&ty),
                    (None, _) => self.result(Expr::none(), &ty),
                };
                self.push(StmtKind::Return(value));
            }
        }
    }

    fn raise_stmt(&mut self, exc: Option<&'a hir::Expr>, cause: Option<&'a hir::Expr>) {
        let Some(exc) = exc else {
            self.push(StmtKind::Raise(Raise::Again));
            return;
        };
        if cause.is_none()
            && let Some(raise) = self.builtin_raise(exc)
        {
            self.push(StmtKind::Raise(raise));
            return;
        }
        if self.source.c.is_some() && self.directives.nogil {
            // Cython takes the lock for it.
            let body = self.effects(|cx| cx.raise_object(exc, cause));
            self.push(StmtKind::Lock { held: true, body });
        } else {
            self.raise_object(exc, cause);
        }
    }

    fn raise_object(&mut self, exc: &'a hir::Expr, cause: Option<&'a hir::Expr>) {
        let exc = self.object(exc);
        let cause = cause.map(|cause| self.object(cause));
        self.note_python("an exception object is raised", None);
        self.push(StmtKind::Raise(Raise::Object { exc, cause }));
    }

    /// `raise ValueError`, `raise ValueError("text", 1)`.
    fn builtin_raise(&mut self, exc: &'a hir::Expr) -> Option<Raise> {
        let (func, args): (_, &[hir::Expr]) = match &exc.kind {
            Hir::Call { func, args, keywords } if keywords.is_empty() => (func.as_ref(), args),
            _ => (exc, &[]),
        };
        let class = self.exception_class(func)?;
        // NumPy's scalars print as what they are, not as Python's numbers.
        let native = |expr: &hir::Expr| match self.type_of(expr) {
            Type::Num(num) => matches!(num.rules, Rules::Python | Rules::C),
            Type::Str | Type::Char | Type::None => true,
            _ => false,
        };
        if !args.iter().all(native) {
            return None;
        }
        self.assume_callee(func);
        let args = self.operands(args);
        Some(Raise::Builtin { class, args })
    }

    /// The built-in exception class that an expression names.
    pub(super) fn exception_class(&self, expr: &hir::Expr) -> Option<Exc> {
        let path = crate::types::resolve::path(self.module, expr)?;
        Exc::from_name(path.name.strip_prefix("builtins.")?)
    }

    fn assert_stmt(&mut self, cond: &'a hir::Expr, message: Option<&'a hir::Expr>) {
        let holds = self.condition(cond);
        let fails = self.at(cond.span, |cx| cx.effects(|cx| cx.assertion_error(message)));
        self.push(StmtKind::If { cond: not(holds), then: fails, orelse: Vec::new() });
    }

    fn assertion_error(&mut self, message: Option<&'a hir::Expr>) {
        let class = Exc::AssertionError;
        let Some(message) = message else {
            self.push(StmtKind::Raise(Raise::Builtin { class, args: Vec::new() }));
            return;
        };
        if matches!(self.type_of(message), Type::Num(_) | Type::Str | Type::Char | Type::None) {
            let value = self.expr(message);
            self.push(StmtKind::Raise(Raise::Builtin { class, args: vec![value] }));
            return;
        }
        let message = self.object(message);
        let func = self.op(Op::Python(PyOp::Global(class.name().to_string())), Type::Object);
        let call = PyOp::Call { func, args: vec![message], keywords: Vec::new() };
        let exc = self.op(Op::Python(call), Type::Object);
        self.note_python("the message of an assertion is a Python object", None);
        self.push(StmtKind::Raise(Raise::Object { exc, cause: None }));
    }
}
