//! Every access to the items of an array in the body of a parallel loop, by the array that the memory belongs to.

use super::super::effects::Effects;
use super::form::Form;
use super::values::Values;
use crate::ir::{AxisIndex, Block, Expr, ExprKind, LocalId, Op, SliceItem, Stmt, StmtKind, visit};
use crate::span::Span;
use crate::ty::Type;

/// An access to items of an array.
#[derive(Clone, Debug)]
pub(super) struct Access {
    /// Whose memory it is.
    pub array: LocalId,
    /// By which name it is accessed.
    pub name: LocalId,
    /// The index along each axis of the array.
    pub axes: Vec<Form>,
    /// At least zero where the access happens.
    pub guards: Vec<Form>,
    /// Which items are touched is not known.
    pub unknown: bool,
    pub stores: bool,
    pub span: Span,
}

/// An axis of a view, on the array it is a view of.
#[derive(Clone)]
enum Axis {
    At(Form),
    Along(Along),
}

/// Item `k` of the next axis of the view is item `start + step * k`; `length` as far as it is known.
#[derive(Clone)]
struct Along {
    start: Form,
    step: i128,
    length: Option<Form>,
}

impl Along {
    fn item(&self, at: &Form) -> Form {
        self.start.plus(&at.scaled(self.step))
    }
}

/// What a local is a view of.
#[derive(Clone)]
struct View {
    array: LocalId,
    axes: Vec<Axis>,
    unknown: bool,
}

/// Collects the accesses of a loop's body.
pub(super) struct Accesses<'v, 'a> {
    pub values: &'v mut Values<'a>,
    locals: &'a [crate::ir::Local],
    effects: &'a Effects,
    guards: Vec<Form>,
    pub found: Vec<Access>,
}

/// How deep views of views are followed.
const DEPTH: u32 = 16;

impl<'v, 'a> Accesses<'v, 'a> {
    pub fn of(
        values: &'v mut Values<'a>,
        locals: &'a [crate::ir::Local],
        effects: &'a Effects,
        body: &'a Block,
    ) -> Self {
        let mut accesses = Accesses { values, locals, effects, guards: Vec::new(), found: Vec::new() };
        accesses.block(body);
        accesses
    }

    fn block(&mut self, block: &'a [Stmt]) {
        block.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &'a Stmt) {
        match &stmt.kind {
            StmtKind::If { cond, then, orelse } => {
                let (holding, failing) = (self.values.holding(cond), self.values.failing(cond));
                self.guarded(holding, then);
                self.guarded(failing, orelse);
            }
            StmtKind::Store { array, index, .. } => self.item(*array, index, true, stmt.span),
            StmtKind::Fill { array, .. } => self.whole(*array, true, false, stmt.span),
            StmtKind::Copy { to, from } => {
                self.whole(*from, false, false, stmt.span);
                self.whole(*to, true, false, stmt.span);
            }
            StmtKind::Assign(_, op) | StmtKind::Eval(op) => self.op(op, stmt.span),
            _ => visit::blocks(stmt).into_iter().for_each(|block| self.block(block)),
        }
    }

    fn guarded(&mut self, guards: Vec<Form>, block: &'a [Stmt]) {
        let outside = self.guards.len();
        self.guards.extend(guards);
        self.block(block);
        self.guards.truncate(outside);
    }

    fn op(&mut self, op: &'a Op, span: Span) {
        match op {
            Op::Load { array, index } => self.item(*array, index, false, span),
            Op::CopyOf { array, .. } => self.whole(*array, false, false, span),
            Op::Kernel { args, .. } => {
                let arrays: Vec<LocalId> = args.iter().filter_map(array_of).collect();
                arrays.into_iter().for_each(|array| self.whole(array, false, false, span));
            }
            Op::Call { func, args, .. } => {
                // With the loop variable, or what is made from it, the callee may choose the items.
                let chosen = args.iter().any(|arg| arg.ty.array().is_none() && self.values.is_derived(arg));
                for at in &self.effects.writes[func.0 as usize] {
                    if let Some(array) = args.get(*at).and_then(array_of) {
                        self.whole(array, true, chosen, span);
                    }
                }
            }
            _ => {}
        }
    }

    fn item(&mut self, array: LocalId, index: &'a [AxisIndex], stores: bool, span: Span) {
        let Some(view) = self.view(array, DEPTH) else { return };
        let mut index = index.iter();
        let mut axes = Vec::new();
        let mut unknown = view.unknown;
        for axis in &view.axes {
            axes.push(match axis {
                Axis::At(form) => form.clone(),
                Axis::Along(along) => {
                    let Some(at) = index.next() else { return };
                    along.item(&self.position(&at.index, at.wrap, along, &mut unknown))
                }
            });
        }
        let guards = self.guards.clone();
        self.found.push(Access { array: view.array, name: array, axes, guards, unknown, stores, span });
    }

    /// All items of a view.
    fn whole(&mut self, array: LocalId, stores: bool, chosen: bool, span: Span) {
        let Some(view) = self.view(array, DEPTH) else { return };
        let mut axes = Vec::new();
        for axis in &view.axes {
            axes.push(match axis {
                Axis::At(form) => form.clone(),
                Axis::Along(along) => along.item(&self.values.items(along.length.as_ref())),
            });
        }
        let (guards, unknown) = (self.guards.clone(), view.unknown || chosen);
        self.found.push(Access { array: view.array, name: array, axes, guards, unknown, stores, span });
    }

    /// What the local is a view of; `None` for memory of an iteration's own, and where that is not known.
    fn view(&mut self, local: LocalId, depth: u32) -> Option<View> {
        if depth == 0 {
            return None;
        }
        match self.values.definition(local) {
            Some(Op::Use(Expr { kind: ExprKind::Local(from) | ExprKind::Take(from), .. })) => {
                self.view(*from, depth - 1)
            }
            Some(Op::Transpose { array, .. }) => {
                let view = self.view(*array, depth - 1)?;
                // Which axis an index belongs to is only kept in order.
                Some(View { unknown: view.unknown || self.rank(*array) > 1, ..view })
            }
            Some(Op::Slice { array, items, .. }) => {
                let view = self.view(*array, depth - 1)?;
                self.sliced(view, items)
            }
            _ if self.values.is_written(local) => None,
            _ => {
                let rank = self.rank(local);
                let axes = (0..rank).map(|axis| {
                    let length = Some(self.values.length(local, axis));
                    Axis::Along(Along { start: Form::default(), step: 1, length })
                });
                Some(View { array: local, axes: axes.collect(), unknown: false })
            }
        }
    }

    fn rank(&self, local: LocalId) -> u32 {
        self.locals[local.0 as usize].ty.array().map_or(0, |array| array.ndim.into())
    }

    fn sliced(&mut self, view: View, items: &'a [SliceItem]) -> Option<View> {
        // New axes take indices of their own.
        let mut unknown = view.unknown || items.iter().any(|item| matches!(item, SliceItem::NewAxis));
        let mut items = items.iter().filter(|item| !matches!(item, SliceItem::NewAxis));
        let mut axes = Vec::new();
        for axis in view.axes {
            axes.push(match axis {
                Axis::At(form) => Axis::At(form),
                Axis::Along(along) => match items.next() {
                    Some(SliceItem::Index(at)) => {
                        let form = self.position(&at.index, at.wrap, &along, &mut unknown);
                        Axis::At(along.item(&form))
                    }
                    Some(SliceItem::Range { start, stop, step }) => {
                        Axis::Along(self.ranged(&along, [start, stop, step], &mut unknown))
                    }
                    Some(SliceItem::NewAxis) | None => Axis::Along(along),
                },
            });
        }
        Some(View { array: view.array, axes, unknown })
    }

    fn ranged(&mut self, along: &Along, bounds: [&'a Option<Expr>; 3], unknown: &mut bool) -> Along {
        let [start, stop, step] = bounds;
        let step = step.as_ref().map_or(Some(1), |step| self.values.index(step).as_constant());
        let Some(step) = step.filter(|step| *step > 0) else {
            *unknown = true;
            return along.clone();
        };
        let start = start.as_ref().map_or_else(Form::default, |start| self.position(start, true, along, unknown));
        let stop = match stop {
            Some(stop) => Some(self.position(stop, true, along, unknown)),
            None => along.length.clone(),
        };
        // Of other steps, the length is left open.
        let length = stop.filter(|_| step == 1).map(|stop| stop.minus(&start));
        Along { start: along.item(&start), step: along.step * step, length }
    }

    /// An index or bound along an axis, which may count from the end.
    fn position(&mut self, index: &'a Expr, wrap: bool, along: &Along, unknown: &mut bool) -> Form {
        let form = self.values.index(index);
        if !wrap {
            return form;
        }
        if self.values.always_negative(&form) {
            *unknown |= along.length.is_none();
            return along.length.as_ref().map_or(form.clone(), |length| form.plus(length));
        }
        // It may change its sign on the way: `a[-i]`.
        let falls = form.terms().any(|(monomial, factor)| !monomial.is_empty() && factor < 0);
        let rises = form.terms().any(|(monomial, factor)| !monomial.is_empty() && factor > 0);
        *unknown |= falls && !rises && !self.values.never_negative(&form);
        form
    }
}

/// The array that an operand is.
fn array_of(arg: &Expr) -> Option<LocalId> {
    matches!(arg.ty, Type::Array(_)).then(|| arg.as_local()).flatten()
}
