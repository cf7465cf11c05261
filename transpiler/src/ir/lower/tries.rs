//! `try` statements.

use super::builder::Lower;
use crate::hir::{self, ExprKind as Hir, Stmt, WebId};
use crate::ir::{Block, Class, Handler, StmtKind};
use pyrx_runtime::raise::Exc;

impl<'a> Lower<'a> {
    pub(super) fn try_stmt(
        &mut self,
        body: &'a [Stmt],
        handlers: &'a [hir::Handler],
        orelse: &'a [Stmt],
        finally: &'a [Stmt],
    ) {
        let classes: Vec<Class> = handlers.iter().map(|handler| self.handler_class(handler)).collect();
        let body = self.effects(|cx| cx.block_of(body));
        let handlers = handlers.iter().zip(classes).map(|(handler, class)| self.handler(handler, class)).collect();
        let orelse = self.effects(|cx| cx.block_of(orelse));
        let finally = self.effects(|cx| cx.block_of(finally));
        self.push(StmtKind::Try { body, handlers, orelse, finally });
    }

    fn handler(&mut self, handler: &'a hir::Handler, class: Class) -> Handler {
        let body = self.effects(|cx| cx.block_of(&handler.body));
        let Some(web) = handler.bind else {
            return Handler { span: handler.span, class, bind: None, body };
        };
        self.at(handler.span, |cx| {
            if !cx.is_made(web) {
                cx.note_python("the exception is bound to a name as a Python object", None);
            }
            let finally = cx.unbound(web);
            let (handlers, orelse) = (Vec::new(), Vec::new());
            let body = vec![cx.stmt_here(StmtKind::Try { body, handlers, orelse, finally })];
            Handler { span: handler.span, class, bind: Some(cx.web(web)), body }
        })
    }

    /// What Python does however a handler is left: its name is unbound, whichever definition gave it a value.
    fn unbound(&mut self, web: WebId) -> Block {
        let name = &self.source.webs[web.0 as usize].name;
        let webs = self.source.webs.iter().enumerate().filter(|(_, other)| other.name == *name);
        webs.map(|(at, _)| self.stmt_here(StmtKind::Unbind(self.web(WebId(at as u32))))).collect()
    }

    /// Classes are evaluated when the exception comes; names of built-in classes need no evaluation.
    fn handler_class(&mut self, handler: &'a hir::Handler) -> Class {
        let Some(class) = &handler.class else { return Class::All };
        match self.builtin_classes(class) {
            Some(classes) => Class::Builtin(classes),
            None => {
                let object = self.object(class);
                self.note_python("the class of a handler is a Python object", None);
                Class::Object(self.hold_local(object))
            }
        }
    }

    fn builtin_classes(&mut self, class: &'a hir::Expr) -> Option<Vec<Exc>> {
        let names: &[hir::Expr] = match &class.kind {
            Hir::Tuple(items) => items,
            _ => std::slice::from_ref(class),
        };
        let classes: Vec<Exc> = names.iter().map(|name| self.exception_class(name)).collect::<Option<_>>()?;
        for name in names {
            self.assume_callee(name);
        }
        Some(classes)
    }
}
