//! `with` statements over context managers, as the language reference spells them out.

use super::function::Lowerer;
use crate::hir::{Const, Expr, ExprKind, Handler, Stmt, StmtKind, Target, TargetKind};
use crate::span::Span;
use crate::syntax::{self, ast};

impl<'m> Lowerer<'m> {
    /// before: `with a as b: body`
    /// after:  `manager = a; exit = <exit of manager>; b = <enter manager>; caught = False;
    ///          try: try: b = entered; body
    ///               except error: caught = True; if not exit(class, error, traceback): raise
    ///          finally: if not caught: exit(None, None, None)`
    pub(super) fn managed(&mut self, items: &'m [ast::WithItem], body: &'m [ast::Stmt]) -> Vec<Stmt> {
        let Some((item, rest)) = items.split_first() else { return self.block(body) };
        let span = syntax::span(&item.context_expr);
        let value = self.expr(&item.context_expr);
        let mut out = Vec::new();
        let manager = self.set_new("with manager", value, span, &mut out);
        let exit = self.of_manager(manager, false, span);
        let exit = self.set_new("with exit", exit, span, &mut out);
        let entered = self.of_manager(manager, true, span);
        let entered = self.set_new("with value", entered, span, &mut out);
        let no = self.made(span, ExprKind::Const(Const::Bool(false)));
        let caught = self.set_new("with caught", no, span, &mut out);

        let mut block = Vec::new();
        if let Some(target) = &item.optional_vars {
            let value = self.local_read(entered, span);
            block.push(Stmt { span, kind: StmtKind::Assign { targets: vec![self.target(target)], value } });
        }
        block.extend(self.managed(rest, body));
        let handler = self.leaving_by_error(exit, caught, span);
        let (orelse, finally) = (Vec::new(), Vec::new());
        let inner = Stmt { span, kind: StmtKind::Try { body: block, handlers: vec![handler], orelse, finally } };

        let nones = [(); 3].map(|()| self.made(span, ExprKind::Const(Const::None)));
        let left = self.called(exit, nones.into(), span);
        let left = Stmt { span, kind: StmtKind::Expr(left) };
        let finally = vec![self.unless_read(caught, left, span)];
        let (handlers, orelse) = (Vec::new(), Vec::new());
        out.push(Stmt { span, kind: StmtKind::Try { body: vec![inner], handlers, orelse, finally } });
        out
    }

    /// `except error: caught = True; if not exit(error.__class__, error, error.__traceback__): raise`
    fn leaving_by_error(&mut self, exit: u32, caught: u32, span: Span) -> Handler {
        let error = self.new_variable(&format!("with error {}", span.start), span);
        let bind = Some(self.define(error, span));
        let yes = self.made(span, ExprKind::Const(Const::Bool(true)));
        let mut body = vec![self.set(caught, yes, span)];
        let attribute = |cx: &mut Self, name: &str| {
            let value = Box::new(cx.local_read(error, span));
            cx.made(span, ExprKind::Attribute { value, name: name.to_owned() })
        };
        let args = vec![attribute(self, "__class__"), self.local_read(error, span), attribute(self, "__traceback__")];
        let silenced = self.called(exit, args, span);
        let again = Stmt { span, kind: StmtKind::Raise { exc: None, cause: None } };
        let cond = self.made(span, ExprKind::Not(Box::new(silenced)));
        body.push(Stmt { span, kind: StmtKind::If { cond, then: vec![again], orelse: Vec::new() } });
        Handler { span, class: None, bind, body }
    }

    fn of_manager(&mut self, manager: u32, enter: bool, span: Span) -> Expr {
        let value = Box::new(self.local_read(manager, span));
        self.made(span, ExprKind::Manager { enter, value })
    }

    fn called(&mut self, function: u32, args: Vec<Expr>, span: Span) -> Expr {
        let func = Box::new(self.local_read(function, span));
        self.made(span, ExprKind::Call { func, args, keywords: Vec::new() })
    }

    fn set(&mut self, variable: u32, value: Expr, span: Span) -> Stmt {
        let target = Target { span, kind: TargetKind::Local(self.define(variable, span)) };
        Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } }
    }

    /// Puts a value into a variable of its own.
    pub(super) fn set_new(&mut self, name: &str, value: Expr, span: Span, out: &mut Vec<Stmt>) -> u32 {
        let variable = self.new_variable(name, span);
        out.push(self.set(variable, value, span));
        variable
    }

    fn unless_read(&mut self, variable: u32, stmt: Stmt, span: Span) -> Stmt {
        let read = self.local_read(variable, span);
        let cond = self.made(span, ExprKind::Not(Box::new(read)));
        Stmt { span, kind: StmtKind::If { cond, then: vec![stmt], orelse: Vec::new() } }
    }
}
