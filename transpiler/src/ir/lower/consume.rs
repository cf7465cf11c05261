//! Functions that consume an iterable: `sum`, `min`, `max`, `any`, `all`, `list`; of a generator expression, the loops it is.

use super::arith::kernel;
use super::builder::{Lower, owns};
use super::coerce::{Fidelity, compare, pure};
use super::cond::not;
use super::cursor::Cursor;
use crate::facts::FactKind;
use crate::hir::{self, BinOp, CompKind, ExprKind as Hir};
use crate::ir::{Comprehension, Expr, ExprKind, Label, ListOp, LocalId, Op, PureOp, Relation, StmtKind};
use crate::ty::{Num, Repr, Rules, Type};
use crate::types::{self, Special, iterate};
use pyrx_runtime::raise::Exc;

/// Where the items of a comprehension go.
#[derive(Clone, Copy)]
pub(super) enum Sink {
    List(LocalId),
    /// An object.
    Set(LocalId),
    /// An object.
    Dict(LocalId),
    Sum(Sum),
    /// `min` or `max`; `found` tells whether there is a value yet.
    Extreme {
        best: LocalId,
        found: LocalId,
        relation: Relation,
    },
    /// Stops at the first item whose truth is `on`.
    Truth {
        result: LocalId,
        on: bool,
        stop: Label,
    },
}

/// A running total.
#[derive(Clone, Copy)]
pub(super) struct Sum {
    total: LocalId,
    num: Num,
    /// `math.prod`
    product: bool,
    /// What additions of Python's floats lost, and whether the running Python minds.
    lost: Option<(LocalId, LocalId)>,
}

impl<'a> Lower<'a> {
    /// The loops of a lazy comprehension if it is one, else a loop over the items of a value.
    fn consume(&mut self, arg: &'a hir::Expr, sink: Sink) {
        match &arg.kind {
            Hir::Comp { kind, element, generators } if types::is_lazy(arg) => {
                self.note_comprehension(arg, *kind, generators);
                self.note(FactKind::Note, "the generator expression is a loop here", None);
                self.at(arg.span, |cx| cx.comp_loops(element, generators, sink));
            }
            _ => {
                let cursor = self.value_cursor(arg);
                self.each(&cursor, |cx, item| cx.take(item, sink));
            }
        }
    }

    /// `list()`, and `list(...)` of a generator expression or a native iterable.
    pub(super) fn list_from(&mut self, arg: Option<&'a hir::Expr>, ty: &Type) -> Expr {
        if let Some(arg) = arg.filter(|arg| types::is_lazy(arg)) {
            return self.expr(arg);
        }
        // What it is made of is evaluated first.
        let cursor = arg.map(|arg| {
            let iterable = iterate::iterable(self.module, arg);
            self.assume_iterable(arg);
            self.cursor(&iterable)
        });
        let list = self.op(Op::List(ListOp::New { items: Vec::new(), ty: ty.clone() }), ty.clone());
        let list = self.hold_local(list);
        let item_type = match ty {
            Type::List(item) => (**item).clone(),
            _ => Type::Object,
        };
        if let Some(cursor) = cursor {
            // As in Python, a list that cannot be fails before it is begun.
            let args = vec![self.read(list), cursor.length.clone()];
            let path = "sequence::list_reserve";
            self.push(StmtKind::Eval(Op::Kernel { path, args, ty: Type::None, raises: true }));
            self.each(&cursor, |cx, item| {
                let value = cx.coerce(item, &item_type);
                let list = cx.read(list);
                cx.push(StmtKind::Eval(Op::List(ListOp::Append { list, value })));
            });
        }
        Expr { ty: ty.clone(), kind: ExprKind::Local(list) }
    }

    /// Tracebacks show a frame for it.
    pub(super) fn note_comprehension(&mut self, whole: &hir::Expr, kind: CompKind, generators: &[hir::Generator]) {
        let first = generators.first().map_or(whole.span, |generator| generator.iter.span);
        let call = if kind == CompKind::Lazy { self.span } else { whole.span };
        let code = Comprehension { name: kind.code_name(), span: whole.span, first, call };
        if !self.comprehensions.contains(&code) {
            self.comprehensions.push(code);
        }
    }

    /// One item of a comprehension.
    pub(super) fn take_element(&mut self, element: &'a hir::Expr, sink: Sink) {
        match sink {
            Sink::List(list) => self.comp_append(element, list),
            Sink::Set(set) => self.comp_add(element, set),
            Sink::Dict(dict) => self.comp_item(element, dict),
            Sink::Truth { .. } => {
                let holds = self.condition(element);
                self.take(holds, sink);
            }
            Sink::Sum(_) | Sink::Extreme { .. } => {
                let item = self.expr(element);
                self.take(item, sink);
            }
        }
    }

    fn take(&mut self, item: Expr, sink: Sink) {
        match sink {
            // Elements of containers are added where they are lowered.
            Sink::List(_) | Sink::Set(_) | Sink::Dict(_) => {}
            Sink::Sum(sum) => self.add(item, sum),
            Sink::Extreme { best, found, relation } => self.better(item, best, found, relation),
            Sink::Truth { result, on, stop } => {
                let holds = self.truth(item);
                let (then, ()) = self.in_block(|cx| {
                    cx.push(StmtKind::Assign(result, Op::Use(Expr::bool(on))));
                    cx.push(StmtKind::Break(stop));
                });
                let cond = if on { holds } else { not(holds) };
                self.push(StmtKind::If { cond, then, orelse: Vec::new() });
            }
        }
    }

    /// `sum(xs)`, `sum(xs, start)`, in the order Python takes. Of Python's floats it is compensated since 3.12.
    pub(super) fn sum(&mut self, arg: &'a hir::Expr, start: Option<&'a hir::Expr>, ty: &Type) -> Expr {
        let Some(num) = ty.num() else { return Expr::none() };
        // The iterable is evaluated before the start; that of a generator expression comes with a start that is plain.
        let cursor = (!types::is_lazy(arg)).then(|| self.value_cursor(arg));
        let start = match start {
            Some(start) => self.expr(start),
            None => Expr::int(0),
        };
        let total = self.local("", ty.clone());
        self.assign_local(total, start);
        let compensated = num.rules == Rules::Python && num.repr == Repr::F64;
        let lost = compensated.then(|| {
            let (lost, minds) = (self.local("", Type::FLOAT), self.local("", Type::BOOL));
            self.push(StmtKind::Assign(lost, Op::Use(super::coerce::zero_of(&Type::FLOAT))));
            let asked = kernel("sequence::sum_compensates", Vec::new(), Type::BOOL);
            self.push(StmtKind::Assign(minds, Op::Use(asked)));
            (lost, minds)
        });
        let sink = Sink::Sum(Sum { total, num, product: false, lost });
        match cursor {
            Some(cursor) => self.each(&cursor, |cx, item| cx.take(item, sink)),
            None => self.consume(arg, sink),
        }
        match lost {
            Some((lost, _)) => {
                let args = vec![self.read(total), self.read(lost)];
                kernel("sequence::sum_compensated", args, ty.clone())
            }
            None => self.read(total),
        }
    }

    /// `math.prod(xs)`
    pub(super) fn prod(&mut self, arg: &'a hir::Expr, ty: &Type) -> Expr {
        let Some(num) = ty.num() else { return Expr::none() };
        let total = self.local("", ty.clone());
        self.assign_local(total, super::coerce::number(ty, 1));
        self.consume(arg, Sink::Sum(Sum { total, num, product: true, lost: None }));
        self.read(total)
    }

    fn add(&mut self, item: Expr, Sum { total, num, product, lost }: Sum) {
        let value = self.convert(item, num, Fidelity::Arithmetic);
        let value = self.hold(value);
        let old = self.read(total);
        if let Some((lost, minds)) = lost {
            let before = self.read(lost);
            let more = kernel("sequence::sum_lost", vec![old.clone(), value.clone()], Type::FLOAT);
            let after = pure(PureOp::Add, before.clone(), more);
            let kind = ExprKind::Select(Box::new(self.read(minds)), Box::new(after), Box::new(before));
            self.push(StmtKind::Assign(lost, Op::Use(Expr { ty: Type::FLOAT, kind })));
        }
        let new = if num.rules == Rules::Python && num.repr.is_integer() {
            let op = if product { BinOp::Mul } else { BinOp::Add };
            self.native_binary(op, old, value, &None, &None).unwrap_or_else(Expr::none)
        } else {
            pure(if product { PureOp::Mul } else { PureOp::Add }, old, value)
        };
        self.push(StmtKind::Assign(total, Op::Use(new)));
    }

    /// `min(xs)`, `max(xs)`, `max(xs, default=x)`.
    pub(super) fn extreme(
        &mut self,
        special: &Special,
        arg: &'a hir::Expr,
        default: Option<&'a hir::Expr>,
        ty: &Type,
    ) -> Expr {
        let (relation, name) = match special {
            Special::Min => (Relation::Lt, "builtins.min"),
            _ => (Relation::Gt, "builtins.max"),
        };
        let best = self.local("", ty.clone());
        if !types::is_lazy(arg) {
            match default {
                Some(default) => self.first_or_default(arg, default, best, relation),
                None => self.first_and_rest(arg, best, relation, name),
            }
            return self.read(best);
        }
        let found = self.local("", Type::BOOL);
        self.push(StmtKind::Assign(best, Op::Use(super::coerce::zero_of(ty))));
        self.push(StmtKind::Assign(found, Op::Use(Expr::bool(false))));
        self.consume(arg, Sink::Extreme { best, found, relation });
        let (then, ()) = self.in_block(|cx| match default {
            Some(default) => {
                let value = cx.expr(default);
                cx.assign_local(best, value);
            }
            None => cx.raise_empty(name),
        });
        let empty = not(self.read(found));
        self.push(StmtKind::If { cond: empty, then, orelse: Vec::new() });
        self.read(best)
    }

    /// The first item, and then all that are better: a loop that vectorises.
    fn first_and_rest(&mut self, arg: &'a hir::Expr, best: LocalId, relation: Relation, name: &'static str) {
        let cursor = self.value_cursor(arg);
        let empty = compare(Relation::Le, cursor.length.clone(), Expr::int(0));
        let (then, ()) = self.in_block(|cx| cx.raise_empty(name));
        self.push(StmtKind::If { cond: empty, then, orelse: Vec::new() });
        self.best_of(&cursor, best, relation);
    }

    /// The default of an empty one is evaluated after it, and before its items are looked at.
    fn first_or_default(&mut self, arg: &'a hir::Expr, default: &'a hir::Expr, best: LocalId, relation: Relation) {
        let cursor = self.value_cursor(arg);
        let default = self.expr(default);
        self.assign_local(best, default);
        let some = compare(Relation::Gt, cursor.length.clone(), Expr::int(0));
        let (then, ()) = self.in_block(|cx| cx.best_of(&cursor, best, relation));
        self.push(StmtKind::If { cond: some, then, orelse: Vec::new() });
    }

    /// Of at least one item.
    fn best_of(&mut self, cursor: &Cursor, best: LocalId, relation: Relation) {
        let first = self.cursor_item(cursor, Expr::int(0));
        self.assign_local(best, first);
        self.each(cursor, |cx, item| {
            let item = cx.hold(item);
            let better = compare(relation, item.clone(), cx.read(best));
            cx.assign_if(better, best, item);
        });
    }

    fn better(&mut self, item: Expr, best: LocalId, found: LocalId, relation: Relation) {
        let ty = self.local_type(best).clone();
        let item = self.coerce(item, &ty);
        let item = self.hold(item);
        let better = compare(relation, item.clone(), self.read(best));
        let first = not(self.read(found));
        let better = Expr { ty: Type::BOOL, kind: ExprKind::Or(Box::new(first), Box::new(better)) };
        self.assign_if(better, best, item);
        self.push(StmtKind::Assign(found, Op::Use(Expr::bool(true))));
    }

    fn assign_if(&mut self, cond: Expr, local: LocalId, value: Expr) {
        debug_assert!(!owns(&value.ty), "numbers only");
        let (then, ()) = self.in_block(|cx| cx.push(StmtKind::Assign(local, Op::Use(value))));
        self.push(StmtKind::If { cond, then, orelse: Vec::new() });
    }

    /// `any(xs)`, `all(xs)`: stops at the first item that decides.
    pub(super) fn any_all(&mut self, any: bool, arg: &'a hir::Expr) -> Expr {
        let result = self.local("", Type::BOOL);
        self.push(StmtKind::Assign(result, Op::Use(Expr::bool(!any))));
        let stop = self.label();
        let (body, ()) = self.in_block(|cx| cx.consume(arg, Sink::Truth { result, on: any, stop }));
        self.push(StmtKind::Block { label: stop, body });
        self.read(result)
    }

    /// The text of `max([])` differs between versions: the interpreter has it.
    fn raise_empty(&mut self, name: &'static str) {
        self.push(StmtKind::Raise(crate::ir::Raise::OfNone { class: Exc::ValueError, name }));
    }

    /// Runs for each item of a cursor.
    pub(super) fn each(&mut self, cursor: &Cursor, body: impl FnOnce(&mut Self, Expr)) {
        let index = self.local("", Type::INT);
        let label = self.label();
        let (block, ()) = self.in_block(|cx| {
            let at = cx.read(index);
            let item = cx.cursor_item(cursor, at);
            body(cx, item);
        });
        self.push(StmtKind::For {
            label,
            index,
            start: Expr::int(0),
            stop: cursor.length.clone(),
            step: Expr::int(1),
            body: block,
            parallel: None,
        });
        self.ends_together(cursor, &cursor.length);
    }
}
