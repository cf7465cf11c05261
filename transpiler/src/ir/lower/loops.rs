//! `while`, `for` and list comprehensions.

use super::builder::{LoopScope, Lower};
use super::coerce::{cast, pure};
use super::cond::not;
use super::consume::Sink;
use super::cursor::{Cursor, Items};
use crate::hir::{self, CompKind, Stmt, Target, TargetKind};
use crate::ir::{Block, Comprehension, Expr, ExprKind, Label, ListOp, LocalId, Op, PureOp, PyOp, StmtKind};
use crate::span::Span;
use crate::ty::{Num, Repr, Rules, Type};
use crate::types;
use crate::types::iterate::{self, Iterable};

impl<'a> Lower<'a> {
    /// Lowers a loop so that `break` skips the `else` block.
    pub(super) fn with_else(&mut self, orelse: &'a [Stmt], lower: impl FnOnce(&mut Self, Label, Label)) {
        if orelse.is_empty() {
            let inner = self.label();
            lower(self, inner, inner);
            return;
        }
        self.with_end(orelse, lower);
    }

    fn with_end(&mut self, orelse: &'a [Stmt], lower: impl FnOnce(&mut Self, Label, Label)) {
        let inner = self.label();
        let outer = self.label();
        let body = self.effects(|cx| {
            lower(cx, inner, outer);
            cx.block_of(orelse);
        });
        self.push(StmtKind::Block { label: outer, body });
    }

    /// The body of a loop of the source.
    pub(super) fn loop_body(&mut self, scope: LoopScope, body: impl FnOnce(&mut Self)) -> Block {
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
        if !self.is_native(&iterable) && !self.gives_chars(target, &iterable) {
            return self.python_for(target, iter, body, orelse);
        }
        match &iterable {
            Iterable::Range { args, span } => {
                let bounds = self.range_bounds(args, *span);
                self.range_for(target, bounds, body, orelse);
            }
            Iterable::ParallelRange { args, keywords, span } => {
                if self.gang.is_some() {
                    return self.gang_loop(target, (args, keywords), *span, body);
                }
                let bounds = self.range_bounds(args, *span);
                self.parallel_for(target, bounds, keywords, body, orelse);
            }
            _ => {
                let cursor = self.cursor(&iterable);
                self.cursor_for(target, &cursor, body, orelse);
            }
        }
    }

    /// Names such as `range` must mean what they seem to.
    pub(super) fn assume_iterable(&mut self, iter: &'a hir::Expr) {
        if let hir::ExprKind::Call { func, args, .. } = &iter.kind {
            self.assume_callee(func);
            for arg in args {
                self.assume_iterable(arg);
            }
        }
    }

    /// A loop from a start to a stop by a step.
    pub(super) fn range_for(
        &mut self,
        target: &'a Target,
        bounds: (Expr, Expr, Expr),
        body: &'a [Stmt],
        orelse: &'a [Stmt],
    ) {
        self.with_else(orelse, |cx, label, on_break| {
            cx.range_loop(target, bounds, body, LoopScope { on_break, on_continue: label });
        });
    }

    /// As [`Self::range_for`], where it is known what `break` leaves.
    pub(super) fn range_loop(
        &mut self,
        target: &'a Target,
        (start, stop, step): (Expr, Expr, Expr),
        body: &'a [Stmt],
        scope: LoopScope,
    ) {
        let (index, label) = (self.local("", Type::INT), scope.on_continue);
        let block = self.loop_body(scope, |cx| {
            let value = cx.read(index);
            cx.at(target.span, |cx| cx.bind(target, value));
            cx.block_of(body);
        });
        self.push(StmtKind::For { label, index, start, stop, step, body: block, parallel: None });
    }

    fn cursor_for(&mut self, target: &'a Target, cursor: &Cursor, body: &'a [Stmt], orelse: &'a [Stmt]) {
        let run = |cx: &mut Self, label, on_break| {
            let scope = LoopScope { on_break, on_continue: label };
            cx.cursor_loop(cursor, scope, |cx, item| {
                let item = cx.as_char(&cursor.items, target, item);
                cx.at(target.span, |cx| cx.bind(target, item));
                cx.block_of(body);
            });
        };
        match cursor.strict_parts() {
            // What follows the last item, `break` skips.
            Some(_) => self.with_end(orelse, run),
            None => self.with_else(orelse, run),
        }
    }

    /// Whether the items of variables that are declared as `str` or `bytes` become characters or integers of C's. (A
    /// `bytearray` may get shorter meanwhile: the interpreter watches it.)
    fn gives_chars(&self, target: &Target, iterable: &Iterable<'a>) -> bool {
        match (iterable, &target.kind) {
            (Iterable::Value(expr), _) => {
                let class = match self.declared(target) {
                    Some(Type::Char) => "str",
                    Some(Type::Num(_)) if self.is_c_integer(target) => "bytes",
                    _ => return false,
                };
                types::memory::is_of_class(self.module, self.source, expr, &[class])
            }
            (Iterable::Enumerate { inner, .. }, TargetKind::Tuple { elements, star: None }) => {
                matches!(elements.as_slice(), [_, item] if self.gives_chars(item, inner))
            }
            (Iterable::Reversed(inner), _) => self.gives_chars(target, inner),
            (Iterable::Zip { parts, .. }, TargetKind::Tuple { elements, star: None }) => {
                let mut both = parts.iter().zip(elements);
                parts.len() == elements.len()
                    && both.all(|(part, item)| self.is_native(part) || self.gives_chars(item, part))
            }
            _ => false,
        }
    }

    /// The type that a variable is declared to have.
    fn declared(&self, target: &Target) -> Option<&Type> {
        let TargetKind::Local(web) = target.kind else { return None };
        self.source.webs[web.0 as usize].declared.as_ref()
    }

    /// Whether it is a variable that a `.pyx` declares as an integer of C's.
    fn is_c_integer(&self, target: &Target) -> bool {
        let declared = self.declared(target).and_then(Type::num);
        let is_c = declared.is_some_and(|num| num.rules == Rules::C && num.repr.is_integer());
        is_c && self.module.is_of_pyx(self.source)
    }

    /// A byte that becomes an integer of C's is a `char`, which has a sign.
    fn as_char(&self, items: &Items, target: &Target, item: Expr) -> Expr {
        match (items, &target.kind, item.kind) {
            (Items::Bytes(_) | Items::Characters(_, Type::INT), _, kind) if self.is_c_integer(target) => {
                cast(Expr { ty: item.ty, kind }, Type::Num(Num::c(Repr::I8)))
            }
            (Items::Reversed(inner), _, kind) => self.as_char(&inner.items, target, Expr { ty: item.ty, kind }),
            (
                Items::Enumerate { inner, .. },
                TargetKind::Tuple { elements, star: None },
                ExprKind::Tuple(mut parts),
            ) if elements.len() == 2 && parts.len() == 2 => {
                let byte = parts.pop().map(|byte| self.as_char(&inner.items, &elements[1], byte));
                Expr { ty: item.ty, kind: ExprKind::Tuple(parts.into_iter().chain(byte).collect()) }
            }
            (Items::Zip { parts, .. }, TargetKind::Tuple { elements, star: None }, ExprKind::Tuple(values))
                if elements.len() == values.len() && parts.len() == values.len() =>
            {
                let values = parts.iter().zip(elements).zip(values);
                let values = values.map(|((part, item), value)| self.as_char(&part.items, item, value)).collect();
                Expr { ty: item.ty, kind: ExprKind::Tuple(values) }
            }
            (_, _, kind) => Expr { ty: item.ty, kind },
        }
    }

    /// Runs for each item of a cursor, in a loop that has the label of `continue`.
    fn cursor_loop(&mut self, cursor: &Cursor, scope: LoopScope, body: impl FnOnce(&mut Self, Expr)) {
        let label = scope.on_continue;
        let index = self.local("", Type::INT);
        if cursor.has_list() && self.lists_change() {
            self.push(StmtKind::Assign(index, Op::Use(Expr::int(0))));
            let end = self.read(index);
            let body = self.loop_body(scope, |cx| {
                let at = cx.cursor_step(cursor, index, label);
                let item = cx.cursor_item(cursor, at);
                body(cx, item);
            });
            self.push(StmtKind::Loop { label, body });
            return self.ends_together(cursor, &end);
        }
        let body = self.loop_body(scope, |cx| {
            let at = cx.read(index);
            let item = cx.cursor_item(cursor, at);
            body(cx, item);
        });
        let (start, stop, step) = (Expr::int(0), cursor.length.clone(), Expr::int(1));
        self.push(StmtKind::For { label, index, start, stop, step, body, parallel: None });
        self.ends_together(cursor, &cursor.length);
    }

    /// The position of the next item; leaves the loop if the cursor is at its end by now.
    fn cursor_step(&mut self, cursor: &Cursor, index: LocalId, leave: Label) -> Expr {
        let at = self.hold_copy(self.read(index));
        let ended = self.cursor_ended(cursor, &at);
        let then = vec![self.stmt_here(StmtKind::Break(leave))];
        self.push(StmtKind::If { cond: ended, then, orelse: Vec::new() });
        let next = pure(PureOp::Add, at.clone(), Expr::int(1));
        self.push(StmtKind::Assign(index, Op::Use(next)));
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

    /// `[element for target in iter if cond ...]` and its like.
    pub(super) fn comprehension(
        &mut self,
        kind: CompKind,
        element: &'a hir::Expr,
        generators: &'a [hir::Generator],
        ty: &Type,
    ) -> Expr {
        let (new, sink): (Op, fn(LocalId) -> Sink) = match (kind, ty) {
            (CompKind::Set, _) => (Op::Python(PyOp::Set(Vec::new())), Sink::Set),
            (CompKind::Dict, _) => (Op::Python(PyOp::Dict(Vec::new())), Sink::Dict),
            (_, Type::List(_)) => (Op::List(ListOp::New { items: Vec::new(), ty: ty.clone() }), Sink::List),
            _ => (Op::Python(PyOp::List(Vec::new())), Sink::List),
        };
        match kind {
            CompKind::Set => self.note_python("a set is a Python object", None),
            CompKind::Dict => self.note_python("a dict is a Python object", None),
            CompKind::List | CompKind::Lazy => {}
        }
        let made = self.op(new, ty.clone());
        let made = self.hold_local(made);
        self.comp_loops(element, generators, sink(made));
        Expr { ty: ty.clone(), kind: ExprKind::Local(made) }
    }

    /// `set.add(element)`
    pub(super) fn comp_add(&mut self, element: &'a hir::Expr, set: LocalId) {
        let value = self.object(element);
        let (object, name) = (self.read(set), "add".to_string());
        let call = PyOp::CallMethod { object, name, args: vec![value], keywords: Vec::new() };
        self.at(element.span, |cx| cx.push(StmtKind::Eval(Op::Python(call))));
    }

    /// `dict[key] = value`
    pub(super) fn comp_item(&mut self, element: &'a hir::Expr, dict: LocalId) {
        // Key and value, as they were lowered.
        let hir::ExprKind::Tuple(pair) = &element.kind else { return };
        let [key, value] = pair.as_slice() else { return };
        self.put_item(key, value, dict);
    }

    /// `dict[key] = value`
    pub(super) fn put_item(&mut self, key: &'a hir::Expr, value: &'a hir::Expr, dict: LocalId) {
        let (key_object, value) = (self.object(key), self.object(value));
        let store = PyOp::SetItem(self.read(dict), key_object, value);
        self.at(key.span, |cx| cx.push(StmtKind::Eval(Op::Python(store))));
    }

    /// The loops of the comprehension that stands at the current place.
    pub(super) fn comp_loops(&mut self, element: &'a hir::Expr, generators: &'a [hir::Generator], sink: Sink) {
        self.comp_loop(element, generators, sink, self.span);
    }

    /// `asked`: the place where the first iterable is asked for its iterator.
    fn comp_loop(&mut self, element: &'a hir::Expr, generators: &'a [hir::Generator], sink: Sink, asked: Span) {
        let Some((generator, rest)) = generators.split_first() else {
            return self.take_element(element, sink);
        };
        let (whole, inside) = (self.span, Comprehension::loops(self.span));
        let iterable = iterate::iterable(self.module, &generator.iter);
        self.assume_iterable(&generator.iter);
        let label = self.label();
        let scope = LoopScope { on_break: label, on_continue: label };
        let inner = |cx: &mut Self, item: Expr| {
            cx.at(generator.target.span, |cx| cx.bind(&generator.target, item));
            cx.at(whole, |cx| cx.comp_conditions(&generator.conds, element, rest, sink));
        };
        if self.is_native(&iterable) {
            let cursor = self.cursor(&iterable);
            // Inside, for tracebacks.
            return self.at(generator.target.span, |cx| cx.cursor_loop(&cursor, scope, inner));
        }
        let object = self.object(&generator.iter);
        let iterator = self.at(asked, |cx| cx.op(Op::Python(PyOp::Iter(object)), Type::Object));
        let iterator = self.hold_local(iterator);
        let item = self.local("", Type::Object);
        let body = self.loop_body(scope, |cx| {
            let more = cx.at(inside, |cx| cx.op(Op::Python(PyOp::Next { iter: iterator, item }), Type::BOOL));
            let leave = vec![cx.stmt_here(StmtKind::Break(label))];
            cx.push(StmtKind::If { cond: not(more), then: leave, orelse: Vec::new() });
            let value = Expr { ty: Type::Object, kind: ExprKind::Take(item) };
            inner(cx, value);
        });
        self.push(StmtKind::Loop { label, body });
    }

    fn comp_conditions(
        &mut self,
        conds: &'a [hir::Expr],
        element: &'a hir::Expr,
        rest: &'a [hir::Generator],
        sink: Sink,
    ) {
        let Some((cond, conds)) = conds.split_first() else {
            return self.comp_loop(element, rest, sink, Comprehension::loops(self.span));
        };
        let holds = self.condition(cond);
        let then = self.effects(|cx| cx.comp_conditions(conds, element, rest, sink));
        self.push(StmtKind::If { cond: holds, then, orelse: Vec::new() });
    }

    pub(super) fn comp_append(&mut self, element: &'a hir::Expr, list: LocalId) {
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
