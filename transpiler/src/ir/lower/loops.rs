//! `while`, `for` and list comprehensions.

use super::builder::{LoopScope, Lower};
use super::cond::not;
use super::cursor::{Cursor, Items};
use crate::hir::{self, Stmt, Target};
use crate::ir::{Block, Expr, ExprKind, Label, ListOp, LocalId, Op, Parallel, PyOp, StmtKind};
use crate::ty::Type;
use crate::types::Callee;
use crate::types::iterate::{self, Iterable};
use crate::types::special::Special;

impl<'a> Lower<'a> {
    /// Lowers a loop so that `break` skips the `else` block.
    fn with_else(&mut self, orelse: &'a [Stmt], lower: impl FnOnce(&mut Self, Label, Label)) {
        let inner = self.label();
        if orelse.is_empty() {
            lower(self, inner, inner);
            return;
        }
        let outer = self.label();
        let body = self.effects(|cx| {
            lower(cx, inner, outer);
            cx.block_of(orelse);
        });
        self.push(StmtKind::Block { label: outer, body });
    }

    /// The body of a loop of the source.
    fn loop_body(&mut self, scope: LoopScope, body: impl FnOnce(&mut Self)) -> Block {
        self.loops.push(scope);
        self.depth += 1;
        let block = self.effects(body);
        self.depth -= 1;
        self.loops.pop();
        block
    }

    pub(super) fn while_stmt(&mut self, cond: &'a hir::Expr, body: &'a [Stmt], orelse: &'a [Stmt]) {
        self.with_else(orelse, |cx, label, on_break| {
            let scope = LoopScope { on_break, on_continue: label };
            let block = cx.loop_body(scope, |cx| {
                let holds = cx.at(cond.span, |cx| cx.condition(cond));
                if holds != Expr::bool(true) {
                    let leave = vec![cx.stmt_here(StmtKind::Break(label))];
                    cx.push(StmtKind::If { cond: not(holds), then: leave, orelse: Vec::new() });
                }
                cx.block_of(body);
            });
            cx.push(StmtKind::Loop { label, body: block });
        });
    }

    pub(super) fn for_stmt(&mut self, target: &'a Target, iter: &'a hir::Expr, body: &'a [Stmt], orelse: &'a [Stmt]) {
        let iterable = iterate::iterable(self.module, iter);
        self.assume_iterable(iter);
        if !self.is_native(&iterable) {
            return self.python_for(target, iter, body, orelse);
        }
        match &iterable {
            Iterable::Range(args) => self.range_for(target, args, body, orelse, None),
            Iterable::ParallelRange { args, keywords } => {
                self.parallel_for(target, args, keywords, body, orelse);
            }
            Iterable::Value(expr) if matches!(self.type_of(expr), Type::List(_)) && self.lists_change() => {
                self.growing_list_for(target, expr, body, orelse);
            }
            _ => {
                let cursor = self.cursor(&iterable);
                self.cursor_for(target, &cursor, body, orelse);
            }
        }
    }

    /// Names such as `range` must mean what they seem to.
    fn assume_iterable(&mut self, iter: &'a hir::Expr) {
        if let hir::ExprKind::Call { func, args, .. } = &iter.kind {
            self.assume_callee(func);
            for arg in args {
                self.assume_iterable(arg);
            }
        }
    }

    /// Whether some list may change its length while a loop runs over it.
    fn lists_change(&self) -> bool {
        self.instance.callees.values().any(|callee| match callee {
            Callee::Special(special) => matches!(special, Special::Append | Special::Pop | Special::ListKernel { .. }),
            Callee::Native { instance, .. } => {
                let params = &self.typed.instances[instance.0 as usize].params;
                params.iter().any(|ty| matches!(ty, Type::List(_)))
            }
            Callee::Row { .. } | Callee::Python => false,
        })
    }

    pub(super) fn range_for(
        &mut self,
        target: &'a Target,
        args: &'a [hir::Expr],
        body: &'a [Stmt],
        orelse: &'a [Stmt],
        parallel: Option<Parallel>,
    ) {
        let (start, stop, step) = self.range_bounds(args);
        let index = self.local("", Type::INT);
        self.with_else(orelse, |cx, label, on_break| {
            let scope = LoopScope { on_break, on_continue: label };
            let block = cx.loop_body(scope, |cx| {
                let value = cx.read(index);
                cx.at(target.span, |cx| cx.bind(target, value));
                cx.block_of(body);
            });
            cx.push(StmtKind::For { label, index, start, stop, step, body: block, parallel });
        });
    }

    fn cursor_for(&mut self, target: &'a Target, cursor: &Cursor, body: &'a [Stmt], orelse: &'a [Stmt]) {
        let index = self.local("", Type::INT);
        self.with_else(orelse, |cx, label, on_break| {
            let scope = LoopScope { on_break, on_continue: label };
            let block = cx.loop_body(scope, |cx| {
                let at = cx.read(index);
                let item = cx.cursor_item(cursor, at);
                cx.at(target.span, |cx| cx.bind(target, item));
                cx.block_of(body);
            });
            let (start, stop, step) = (Expr::int(0), cursor.length.clone(), Expr::int(1));
            cx.push(StmtKind::For { label, index, start, stop, step, body: block, parallel: None });
        });
    }

    /// A list that the loop may change: its length is asked for each time.
    fn growing_list_for(&mut self, target: &'a Target, list: &'a hir::Expr, body: &'a [Stmt], orelse: &'a [Stmt]) {
        let cursor = self.value_cursor(list);
        let Items::List(local) = cursor.items else { return };
        let position = self.local("", Type::INT);
        self.push(StmtKind::Assign(position, Op::Use(Expr::int(0))));
        self.with_else(orelse, |cx, label, on_break| {
            let scope = LoopScope { on_break, on_continue: label };
            let block = cx.loop_body(scope, |cx| {
                let at = cx.list_position(local, position, label);
                let item = cx.cursor_item(&cursor, at);
                cx.at(target.span, |cx| cx.bind(target, item));
                cx.block_of(body);
            });
            cx.push(StmtKind::Loop { label, body: block });
        });
    }

    fn list_position(&mut self, list: LocalId, position: LocalId, leave: Label) -> Expr {
        let list = self.read(list);
        let length = self.op(Op::List(ListOp::Len(list)), Type::INT);
        let at = self.hold_copy(self.read(position));
        let ended = super::coerce::compare(crate::ir::Relation::Ge, at.clone(), length);
        let then = vec![self.stmt_here(StmtKind::Break(leave))];
        self.push(StmtKind::If { cond: ended, then, orelse: Vec::new() });
        let next = super::coerce::pure(crate::ir::PureOp::Add, at.clone(), Expr::int(1));
        self.push(StmtKind::Assign(position, Op::Use(next)));
        at
    }

    /// The interpreter iterates.
    fn python_for(&mut self, target: &'a Target, iter: &'a hir::Expr, body: &'a [Stmt], orelse: &'a [Stmt]) {
        let ty = self.type_of(iter);
        let object = self.object(iter);
        self.at(iter.span, |cx| {
            cx.note_because(format!("iterating over `{ty}` goes through the interpreter"), &[iter])
        });
        let iterator = self.op(Op::Python(PyOp::Iter(object)), Type::Object);
        let iterator = self.hold_local(iterator);
        let item = self.local("", Type::Object);
        self.with_else(orelse, |cx, label, on_break| {
            let scope = LoopScope { on_break, on_continue: label };
            let block = cx.loop_body(scope, |cx| {
                let more = cx.op(Op::Python(PyOp::Next { iter: iterator, item }), Type::BOOL);
                let leave = vec![cx.stmt_here(StmtKind::Break(label))];
                cx.push(StmtKind::If { cond: not(more), then: leave, orelse: Vec::new() });
                let value = Expr { ty: Type::Object, kind: ExprKind::Take(item) };
                cx.at(target.span, |cx| cx.bind(target, value));
                cx.block_of(body);
            });
            cx.push(StmtKind::Loop { label, body: block });
        });
    }

    /// `[element for target in iter if cond ...]`
    pub(super) fn list_comp(&mut self, element: &'a hir::Expr, generators: &'a [hir::Generator], ty: &Type) -> Expr {
        let new = match ty {
            Type::List(_) => Op::List(ListOp::New { items: Vec::new(), ty: ty.clone() }),
            _ => Op::Python(PyOp::List(Vec::new())),
        };
        let list = self.op(new, ty.clone());
        let list = self.hold_local(list);
        self.comp_loops(element, generators, list);
        Expr { ty: ty.clone(), kind: ExprKind::Local(list) }
    }

    fn comp_loops(&mut self, element: &'a hir::Expr, generators: &'a [hir::Generator], list: LocalId) {
        let Some((generator, rest)) = generators.split_first() else {
            return self.comp_append(element, list);
        };
        let iterable = iterate::iterable(self.module, &generator.iter);
        self.assume_iterable(&generator.iter);
        let label = self.label();
        let scope = LoopScope { on_break: label, on_continue: label };
        let inner = |cx: &mut Self, item: Expr| {
            cx.at(generator.target.span, |cx| cx.bind(&generator.target, item));
            cx.comp_conditions(&generator.conds, element, rest, list);
        };
        if self.is_native(&iterable) {
            let cursor = self.cursor(&iterable);
            let index = self.local("", Type::INT);
            let body = self.loop_body(scope, |cx| {
                let at = cx.read(index);
                let item = cx.cursor_item(&cursor, at);
                inner(cx, item);
            });
            let (start, stop, step) = (Expr::int(0), cursor.length.clone(), Expr::int(1));
            self.push(StmtKind::For { label, index, start, stop, step, body, parallel: None });
            return;
        }
        let object = self.object(&generator.iter);
        let iterator = self.op(Op::Python(PyOp::Iter(object)), Type::Object);
        let iterator = self.hold_local(iterator);
        let item = self.local("", Type::Object);
        let body = self.loop_body(scope, |cx| {
            let more = cx.op(Op::Python(PyOp::Next { iter: iterator, item }), Type::BOOL);
            let leave = vec![cx.stmt_here(StmtKind::Break(label))];
            cx.push(StmtKind::If { cond: not(more), then: leave, orelse: Vec::new() });
            inner(cx, Expr { ty: Type::Object, kind: ExprKind::Take(item) });
        });
        self.push(StmtKind::Loop { label, body });
    }

    fn comp_conditions(
        &mut self,
        conds: &'a [hir::Expr],
        element: &'a hir::Expr,
        rest: &'a [hir::Generator],
        list: LocalId,
    ) {
        let Some((cond, conds)) = conds.split_first() else {
            return self.comp_loops(element, rest, list);
        };
        let holds = self.condition(cond);
        let then = self.effects(|cx| cx.comp_conditions(conds, element, rest, list));
        self.push(StmtKind::If { cond: holds, then, orelse: Vec::new() });
    }

    fn comp_append(&mut self, element: &'a hir::Expr, list: LocalId) {
        let target = self.read(list);
        let op = match &target.ty {
            Type::List(item) => {
                let item = (**item).clone();
                let value = self.expr(element);
                let value = self.coerce(value, &item);
                Op::List(ListOp::Append { list: target, value })
            }
            _ => {
                let value = self.object(element);
                let call = PyOp::CallMethod {
                    object: target,
                    name: "append".to_string(),
                    args: vec![value],
                    keywords: Vec::new(),
                };
                Op::Python(call)
            }
        };
        self.push(StmtKind::Eval(op));
    }
}
