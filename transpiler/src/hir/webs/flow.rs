//! Reaching definitions over structured statements, loops to a fixpoint.
//!
//! An exception may leave a `try` body anywhere, so every definition in it reaches its handlers and `finally`.
//! `finally` is walked twice, once as normal completion enters it and once for all other ways.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::Definition;
use super::sets::{SetId, Sets, UNDEFINED};
use crate::hir::{
    AugTarget, Const, Deleted, Expr, ExprId, ExprKind, FStringPart, Function, Generator, Handler, Index, IndexItem,
    Stmt, StmtKind, Target, TargetKind, WebId,
};

/// The definitions that reach a point, per variable.
type State = Vec<SetId>;

/// `finally` blocks inside of each other up to this many are walked twice.
const MAX_PRECISE_FINALLY: usize = 4;

/// Where `break`, `continue` and `return` go.
#[derive(Default)]
struct Frame {
    /// A `finally` that takes them all, rather than a loop.
    is_finally: bool,
    breaks: Option<State>,
    continues: Option<State>,
    returns: Option<State>,
}

pub struct Flow<'d> {
    pub sets: Sets,
    /// What reaches each use: the id of its expression, or of the result of an augmented assignment.
    pub uses: IndexMap<ExprId, SetId>,
    /// What reaches each definition that runs, of the same variable.
    pub replaced: Vec<Option<SetId>>,
    definitions: &'d [Definition],
    leaders: &'d [u32],
    /// `None`: no path leads here.
    state: Option<State>,
    frames: Vec<Frame>,
    /// For each `try` around: the union of the states in its body.
    raises: Vec<Option<State>>,
    /// What reached the heads of loops so far, by the id of the condition or iterable.
    heads: HashMap<ExprId, State>,
    finally_depth: usize,
}

impl<'d> Flow<'d> {
    pub fn run(function: &Function, variables: usize, definitions: &'d [Definition], leaders: &'d [u32]) -> Self {
        let mut sets = Sets::default();
        let state = Some(vec![sets.single(UNDEFINED); variables]);
        let mut flow = Flow {
            sets,
            uses: IndexMap::new(),
            replaced: vec![None; definitions.len()],
            definitions,
            leaders,
            state,
            frames: Vec::new(),
            raises: Vec::new(),
            heads: HashMap::new(),
            finally_depth: 0,
        };
        for param in &function.params {
            flow.define(param.web);
        }
        flow.block(&function.body);
        flow
    }

    fn define(&mut self, definition: WebId) {
        let at = definition.0 as usize;
        let variable = self.definitions[at].variable as usize;
        if let Some(before) = self.state.as_ref().map(|state| state[variable]) {
            let all = self.replaced[at].map_or(before, |known| self.sets.union(known, before));
            self.replaced[at] = Some(all);
        }
        let set = self.sets.single(self.leaders[at]);
        self.set(variable, set);
    }

    fn set(&mut self, variable: usize, set: SetId) {
        let Some(state) = &mut self.state else { return };
        state[variable] = set;
        for raised in self.raises.iter_mut().flatten() {
            raised[variable] = self.sets.union(raised[variable], set);
        }
    }

    fn read(&mut self, id: ExprId, variable: WebId) {
        let Some(state) = &mut self.state else { return };
        let found = state[variable.0 as usize];
        // Whatever comes after a use has found a value there.
        state[variable.0 as usize] = self.sets.defined(found);
        let set = self.uses.get(&id).map_or(found, |known| self.sets.union(*known, found));
        self.uses.insert(id, set);
    }

    /// The union of two states.
    fn merge(&mut self, a: Option<State>, b: Option<State>) -> Option<State> {
        match (a, b) {
            (Some(mut a), Some(b)) => {
                for (a, b) in a.iter_mut().zip(b) {
                    *a = self.sets.union(*a, b);
                }
                Some(a)
            }
            (a, b) => a.or(b),
        }
    }

    fn merge_into_state(&mut self, other: Option<State>) {
        let state = self.state.take();
        self.state = self.merge(state, other);
    }

    fn block(&mut self, block: &[Stmt]) {
        for stmt in block {
            self.stmt(stmt);
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => self.expr(expr),
            StmtKind::Assign { targets, value } => {
                self.expr(value);
                targets.iter().for_each(|target| self.target(target));
            }
            StmtKind::AugAssign { target, value, result, .. } => self.aug_assign(target, value, *result),
            StmtKind::If { cond, then, orelse } => {
                let otherwise = self.cond(cond);
                self.block(then);
                let after = std::mem::replace(&mut self.state, otherwise);
                self.block(orelse);
                self.merge_into_state(after);
            }
            StmtKind::While { cond, body, orelse } => self.while_(cond, body, orelse),
            StmtKind::For { target, iter, body, orelse } => self.for_(target, iter, body, orelse),
            StmtKind::Return(value) => {
                value.iter().for_each(|value| self.expr(value));
                self.jump(|frame| frame.is_finally.then_some(&mut frame.returns));
            }
            StmtKind::Break => self.jump(|frame| Some(&mut frame.breaks)),
            StmtKind::Continue => self.jump(|frame| Some(&mut frame.continues)),
            StmtKind::Pass | StmtKind::Left => {}
            StmtKind::Delete(deleted) => self.delete(deleted),
            StmtKind::Directed { body, .. } => self.block(body),
            StmtKind::Raise { exc, cause } => {
                [exc, cause].into_iter().flatten().for_each(|expr| self.expr(expr));
                self.state = None;
            }
            StmtKind::Assert { cond, message } => {
                // `python -O` goes on without a look, so what follows is never dead.
                let before = self.state.clone();
                let failed = self.cond(cond);
                let passed = std::mem::replace(&mut self.state, failed);
                message.iter().for_each(|message| self.expr(message));
                self.state = passed.or(before);
            }
            StmtKind::Try { body, handlers, orelse, finally } => self.try_(body, handlers, orelse, finally),
        }
    }

    fn delete(&mut self, deleted: &Deleted) {
        match deleted {
            Deleted::Local(local) => {
                self.expr(local);
                if let ExprKind::Local { web: variable, .. } = local.kind {
                    let none = self.sets.single(UNDEFINED);
                    self.set(variable.0 as usize, none);
                }
            }
            Deleted::Global(_) => {}
            Deleted::Attribute { value, .. } => self.expr(value),
            Deleted::Index { value, index } => {
                self.expr(value);
                self.index(index);
            }
        }
    }

    /// Ends the current path at the innermost frame that has a place for it.
    fn jump(&mut self, place: impl Fn(&mut Frame) -> Option<&mut Option<State>>) {
        let state = self.state.take();
        let Some(at) = self.frames.iter_mut().rposition(|frame| place(frame).is_some()) else { return };
        let Some(known) = place(&mut self.frames[at]).map(Option::take) else { return };
        let merged = self.merge(known, state);
        if let Some(slot) = place(&mut self.frames[at]) {
            *slot = merged;
        }
    }

    fn aug_assign(&mut self, target: &AugTarget, value: &Expr, result: ExprId) {
        match target {
            AugTarget::Local { read, .. } => self.read(result, *read),
            AugTarget::Global { .. } => {}
            AugTarget::Attribute { value, .. } => self.expr(value),
            AugTarget::Index { value, index, .. } => {
                self.expr(value);
                self.index(index);
            }
        }
        self.expr(value);
        if let AugTarget::Local { write, .. } = target {
            self.define(*write);
        }
    }

    /// Repeats a body until nothing new reaches its head. `body` starts from the head's state and returns the state
    /// that leaves the loop there; the state it ends with goes back to the head.
    fn fixpoint(&mut self, key: ExprId, mut body: impl FnMut(&mut Self) -> Option<State>) -> (Option<State>, Frame) {
        let mut head = match (self.heads.remove(&key), self.state.take()) {
            // No path leads to the loop: one pass, so that its uses are seen.
            (known, None) => known,
            (known, entry) => self.merge(known, entry),
        };
        loop {
            self.state = head.clone();
            self.frames.push(Frame::default());
            let exit = body(self);
            let mut frame = self.frames.pop().unwrap_or_default();
            let back = self.state.take();
            let back = self.merge(back, frame.continues.take());
            let next = self.merge(head.clone(), back);
            if next == head {
                if let Some(head) = head {
                    self.heads.insert(key, head);
                }
                return (exit, frame);
            }
            head = next;
        }
    }

    fn while_(&mut self, cond: &Expr, body: &[Stmt], orelse: &[Stmt]) {
        let (exit, frame) = self.fixpoint(cond.id, |flow| {
            let exit = flow.cond(cond);
            flow.block(body);
            exit
        });
        self.state = exit;
        self.block(orelse);
        self.merge_into_state(frame.breaks);
    }

    fn for_(&mut self, target: &Target, iter: &Expr, body: &[Stmt], orelse: &[Stmt]) {
        self.expr(iter);
        let (exit, frame) = self.fixpoint(iter.id, |flow| {
            let exit = flow.state.clone();
            flow.target(target);
            flow.block(body);
            exit
        });
        self.state = exit;
        self.block(orelse);
        self.merge_into_state(frame.breaks);
    }

    fn try_(&mut self, body: &[Stmt], handlers: &[Handler], orelse: &[Stmt], finally: &[Stmt]) {
        if !finally.is_empty() {
            self.frames.push(Frame { is_finally: true, ..Frame::default() });
            self.raises.push(self.state.clone());
        }
        self.raises.push(self.state.clone());
        self.block(body);
        let raised = self.raises.pop().flatten();
        self.block(orelse);
        let mut after = self.state.take();
        for handler in handlers {
            self.state = raised.clone();
            self.handler(handler);
            let state = self.state.take();
            after = self.merge(after, state);
        }
        self.state = after;
        if !finally.is_empty() {
            self.finally(finally);
        }
    }

    fn handler(&mut self, handler: &Handler) {
        handler.class.iter().for_each(|class| self.expr(class));
        let Some(bind) = handler.bind else { return self.block(&handler.body) };
        self.frames.push(Frame { is_finally: true, ..Frame::default() });
        self.define(bind);
        self.block(&handler.body);
        // The name is unbound however the handler is left, as by a `finally` block around it.
        let mut frame = self.frames.pop().unwrap_or_default();
        let (none, at) = (self.sets.single(UNDEFINED), self.definitions[bind.0 as usize].variable as usize);
        self.set(at, none);
        for raised in self.raises.iter_mut().flatten() {
            raised[at] = self.sets.union(raised[at], none);
        }
        for state in [&mut frame.breaks, &mut frame.continues, &mut frame.returns].into_iter().flatten() {
            state[at] = none;
        }
        let normal = self.state.take();
        self.resume(frame);
        self.state = normal;
    }

    fn finally(&mut self, finally: &[Stmt]) {
        let frame = self.frames.pop().unwrap_or_default();
        let raised = self.raises.pop().flatten();
        let mut abrupt = raised;
        for state in [&frame.breaks, &frame.continues, &frame.returns] {
            abrupt = self.merge(abrupt, state.clone());
        }
        self.finally_depth += 1;
        let normal = if self.finally_depth <= MAX_PRECISE_FINALLY {
            self.block(finally);
            std::mem::replace(&mut self.state, abrupt)
        } else {
            let completes = self.state.is_some();
            self.merge_into_state(abrupt);
            self.block(finally);
            self.state.clone().filter(|_| completes)
        };
        if self.finally_depth <= MAX_PRECISE_FINALLY {
            self.block(finally);
        }
        self.finally_depth -= 1;
        self.leave_finally(&frame, normal);
    }

    /// Continues the ways out of a `finally` block from its end, then sets the state after normal completion.
    fn leave_finally(&mut self, frame: &Frame, normal: Option<State>) {
        let end = self.state.take();
        let taken = |way: &Option<State>| way.as_ref().and(end.clone());
        self.resume(Frame {
            is_finally: true,
            breaks: taken(&frame.breaks),
            continues: taken(&frame.continues),
            returns: taken(&frame.returns),
        });
        self.state = normal;
    }

    /// Goes on with the ways out that a frame has held up, each from its state.
    fn resume(&mut self, frame: Frame) {
        self.state = frame.breaks;
        self.jump(|frame| Some(&mut frame.breaks));
        self.state = frame.continues;
        self.jump(|frame| Some(&mut frame.continues));
        self.state = frame.returns;
        self.jump(|frame| frame.is_finally.then_some(&mut frame.returns));
    }

    /// Evaluates a condition: the current path goes on where it is true, the returned state where it is false.
    fn cond(&mut self, cond: &Expr) -> Option<State> {
        match &cond.kind {
            ExprKind::Not(operand) => {
                let when_false = self.cond(operand);
                std::mem::replace(&mut self.state, when_false)
            }
            ExprKind::Bool { and: true, values } => {
                let mut when_false = None;
                for value in values {
                    let other = self.cond(value);
                    when_false = self.merge(when_false, other);
                }
                when_false
            }
            ExprKind::Bool { and: false, values } => {
                let mut when_true = None;
                for value in values {
                    let when_false = self.cond(value);
                    let state = std::mem::replace(&mut self.state, when_false);
                    when_true = self.merge(when_true, state);
                }
                std::mem::replace(&mut self.state, when_true)
            }
            ExprKind::Const(value) => match truth(value) {
                Some(true) => None,
                Some(false) => self.state.take(),
                None => self.state.clone(),
            },
            _ => {
                self.expr(cond);
                self.state.clone()
            }
        }
    }

    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Const(_) | ExprKind::Global(_) | ExprKind::Left => {}
            ExprKind::Local { web, .. } => self.read(expr.id, *web),
            ExprKind::Attribute { value, .. } => self.expr(value),
            ExprKind::Index { value, index } => {
                self.expr(value);
                self.index(index);
            }
            ExprKind::Call { func, args, keywords } => {
                self.expr(func);
                args.iter().chain(keywords.iter().map(|(_, value)| value)).for_each(|arg| self.expr(arg));
            }
            ExprKind::Unary { operand, .. }
            | ExprKind::Not(operand)
            | ExprKind::IsSequence(operand)
            | ExprKind::Manager { value: operand, .. } => {
                self.expr(operand);
            }
            ExprKind::Binary { left, right, .. } => [left, right].into_iter().for_each(|side| self.expr(side)),
            ExprKind::Compare { left, rest } => self.compare(left, rest.iter().map(|(_, right)| right)),
            ExprKind::Bool { .. } => {
                let when_false = self.cond(expr);
                self.merge_into_state(when_false);
            }
            ExprKind::IfExp { cond, then, orelse } => {
                let otherwise = self.cond(cond);
                self.expr(then);
                let after = std::mem::replace(&mut self.state, otherwise);
                self.expr(orelse);
                self.merge_into_state(after);
            }
            ExprKind::Walrus { web, value } => {
                self.expr(value);
                self.define(*web);
            }
            ExprKind::Cast { value, .. }
            | ExprKind::Address(value)
            | ExprKind::SizeOf(value)
            | ExprKind::TypeOf(value) => self.expr(value),
            ExprKind::Null => {}
            ExprKind::Tuple(items) | ExprKind::List(items) | ExprKind::Set(items) => {
                items.iter().for_each(|item| self.expr(item));
            }
            ExprKind::Dict(items) => {
                items.iter().flat_map(|(key, value)| [key, value]).for_each(|item| self.expr(item));
            }
            ExprKind::Comp { element, generators, .. } => self.comprehension(element, generators),
            ExprKind::FString(parts) => self.f_string(parts),
        }
    }

    /// All but the first two operands are evaluated on some paths only.
    fn compare<'e>(&mut self, left: &Expr, rest: impl Iterator<Item = &'e Expr>) {
        self.expr(left);
        let mut stopped = None;
        for (at, right) in rest.enumerate() {
            if at > 0 {
                stopped = self.merge(stopped, self.state.clone());
            }
            self.expr(right);
        }
        self.merge_into_state(stopped);
    }

    fn comprehension(&mut self, element: &Expr, generators: &[Generator]) {
        let Some((first, rest)) = generators.split_first() else { return self.expr(element) };
        self.expr(&first.iter);
        let (exit, _) = self.fixpoint(first.iter.id, |flow| {
            let exit = flow.state.clone();
            flow.target(&first.target);
            let mut skipped = None;
            for cond in &first.conds {
                let when_false = flow.cond(cond);
                skipped = flow.merge(skipped, when_false);
            }
            flow.comprehension(element, rest);
            flow.merge_into_state(skipped);
            exit
        });
        self.state = exit;
    }

    fn f_string(&mut self, parts: &[FStringPart]) {
        for part in parts {
            match part {
                FStringPart::Text(_) => {}
                FStringPart::Value { value, spec, .. } => {
                    self.expr(value);
                    self.f_string(spec);
                }
            }
        }
    }

    fn index(&mut self, index: &Index) {
        for item in &index.items {
            match item {
                IndexItem::Expr(expr) => self.expr(expr),
                IndexItem::Slice { lower, upper, step } => {
                    [lower, upper, step].into_iter().flatten().for_each(|bound| self.expr(bound));
                }
                IndexItem::NewAxis | IndexItem::Ellipsis => {}
            }
        }
    }

    fn target(&mut self, target: &Target) {
        match &target.kind {
            TargetKind::Local(definition) => self.define(*definition),
            TargetKind::Global(_) => {}
            TargetKind::Attribute { value, .. } => self.expr(value),
            TargetKind::Index { value, index } => {
                self.expr(value);
                self.index(index);
            }
            TargetKind::Tuple { elements, .. } => elements.iter().for_each(|element| self.target(element)),
        }
    }
}

/// The truth value of a constant condition, as far as it helps.
fn truth(value: &Const) -> Option<bool> {
    match value {
        Const::None => Some(false),
        Const::Bool(value) => Some(*value),
        Const::Int(value) => Some(*value != num_bigint::BigInt::ZERO),
        Const::Float(_) | Const::Imaginary(_) | Const::Str(_) | Const::Bytes(_) | Const::Tuple(_) | Const::Ellipsis => {
            None
        }
    }
}
