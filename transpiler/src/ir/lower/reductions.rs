//! Variables that a loop accumulates: `s += x`, `m = min(m, x)`, `m = x if x > m else m`, `if x > m: m = x`.

use std::collections::BTreeSet;

use crate::hir::visit::{each_child, index_exprs, is_same};
use crate::hir::{
    AugTarget, BinOp, CmpOp, Deleted, Expr, ExprKind, Function, Module, Stmt, StmtKind, Target, TargetKind, WebId,
};
use crate::ir::{Reduction, Ties};
use crate::types;

/// How a variable is accumulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Form {
    pub reduction: Reduction,
    /// A NaN takes the place of what was found before, so the result depends on the order.
    pub keeps_nan: bool,
}

/// What a loop does with a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// It is accumulated, and nothing else.
    Form(Form),
    /// It is accumulated, and read or assigned besides.
    Read,
    /// By several operators.
    Mixed,
    Nothing,
}

/// One accumulating statement: `write = read op x`, of the same variable. They are two webs where the next statement goes
/// on from here: `s += x; s += y`.
struct Step {
    read: WebId,
    write: WebId,
    form: Form,
}

/// The variables that a loop's body accumulates.
pub(super) struct Accumulated<'a> {
    module: &'a Module,
    function: &'a Function,
    steps: Vec<Step>,
    /// What is read or assigned outside these steps.
    other: BTreeSet<WebId>,
}

impl<'a> Accumulated<'a> {
    pub fn of(module: &'a Module, function: &'a Function, body: &[Stmt]) -> Self {
        let mut found = Accumulated { module, function, steps: Vec::new(), other: BTreeSet::new() };
        found.block(body);
        found
    }

    pub fn of_web(&self, web: WebId) -> Found {
        let chain = self.chain(web);
        let mut forms = self.steps.iter().filter(|step| chain.contains(&step.write)).map(|step| step.form);
        let Some(first) = forms.next() else { return Found::Nothing };
        if forms.any(|form| form != first) {
            return Found::Mixed;
        }
        if chain.is_disjoint(&self.other) { Found::Form(first) } else { Found::Read }
    }

    /// The webs that steps connect with one.
    fn chain(&self, web: WebId) -> BTreeSet<WebId> {
        let mut chain = BTreeSet::from([web]);
        loop {
            let before = chain.len();
            for step in &self.steps {
                if chain.contains(&step.read) || chain.contains(&step.write) {
                    chain.extend([step.read, step.write]);
                }
            }
            if chain.len() == before {
                return chain;
            }
        }
    }

    pub fn forms(&self) -> impl Iterator<Item = (WebId, Form)> {
        self.steps.iter().filter_map(|step| match self.of_web(step.read) {
            Found::Form(form) => Some((step.read, form)),
            Found::Read | Found::Mixed | Found::Nothing => None,
        })
    }

    /// The web of an expression that reads the variable of another web.
    fn reads(&self, expr: &Expr, variable: WebId) -> Option<WebId> {
        let name = |web: WebId| &self.function.webs[web.0 as usize].name;
        match &expr.kind {
            ExprKind::Local { web, .. } if name(*web) == name(variable) => Some(*web),
            _ => None,
        }
    }

    fn block(&mut self, body: &[Stmt]) {
        body.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::AugAssign { target, op, value, .. } => self.aug_assign(target, *op, value),
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::If { cond, then, orelse } => self.if_stmt(cond, then, orelse),
            StmtKind::While { cond, .. } => self.expr(cond),
            StmtKind::For { target, iter, .. } => {
                self.target(target);
                self.expr(iter);
            }
            StmtKind::Expr(value) | StmtKind::Return(Some(value)) => self.expr(value),
            StmtKind::Raise { exc, cause } => exc.iter().chain(cause).for_each(|value| self.expr(value)),
            StmtKind::Assert { cond, message } => {
                std::iter::once(cond).chain(message).for_each(|value| self.expr(value))
            }
            StmtKind::Try { handlers, .. } => {
                handlers.iter().for_each(|handler| self.other.extend(handler.bind));
                handlers.iter().filter_map(|handler| handler.class.as_ref()).for_each(|class| self.expr(class));
            }
            StmtKind::Delete(Deleted::Local(value) | Deleted::Attribute { value, .. }) => self.expr(value),
            StmtKind::Delete(Deleted::Index { value, index }) => {
                self.expr(value);
                index_exprs(index, &mut |expr| self.expr(expr));
            }
            StmtKind::Delete(Deleted::Global(_))
            | StmtKind::Return(None)
            | StmtKind::Break
            | StmtKind::Continue
            | StmtKind::Pass
            | StmtKind::Directed { .. }
            | StmtKind::Left => {}
        }
        if !matches!(stmt.kind, StmtKind::If { .. }) {
            stmt.kind.blocks().into_iter().for_each(|block| self.block(block));
        }
    }

    /// Variables that an expression reads or binds.
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Local { web, .. } | ExprKind::Walrus { web, .. } => _ = self.other.insert(*web),
            ExprKind::Comp { generators, .. } => generators.iter().for_each(|one| self.target(&one.target)),
            _ => {}
        }
        each_child(expr, &mut |child| self.expr(child));
    }

    fn target(&mut self, target: &Target) {
        match &target.kind {
            TargetKind::Local(web) => _ = self.other.insert(*web),
            TargetKind::Tuple { elements, .. } => elements.iter().for_each(|element| self.target(element)),
            TargetKind::Global(_) => {}
            TargetKind::Attribute { value, .. } => self.expr(value),
            TargetKind::Index { value, index } => {
                self.expr(value);
                index_exprs(index, &mut |expr| self.expr(expr));
            }
        }
    }

    fn aug_assign(&mut self, target: &AugTarget, op: BinOp, value: &Expr) {
        self.expr(value);
        match target {
            AugTarget::Local { read, write, .. } => match in_place(op) {
                Some(reduction) => {
                    let form = Form { reduction, keeps_nan: false };
                    self.steps.push(Step { read: *read, write: *write, form });
                }
                None => self.other.extend([*read, *write]),
            },
            AugTarget::Global { .. } => {}
            AugTarget::Attribute { value, .. } => self.expr(value),
            AugTarget::Index { value, index, .. } => {
                self.expr(value);
                index_exprs(index, &mut |expr| self.expr(expr));
            }
        }
    }

    fn assign(&mut self, targets: &[Target], value: &Expr) {
        if let [Target { kind: TargetKind::Local(web), .. }] = targets
            && let Some(step) = self.extreme_call(*web, value).or_else(|| self.extreme_choice(*web, value))
        {
            return self.steps.push(step);
        }
        self.expr(value);
        targets.iter().for_each(|target| self.target(target));
    }

    fn if_stmt(&mut self, cond: &Expr, then: &[Stmt], orelse: &[Stmt]) {
        if let ([Stmt { kind: StmtKind::Assign { targets, value }, .. }], []) = (then, orelse)
            && let [Target { kind: TargetKind::Local(web), .. }] = targets.as_slice()
            && let Some(order) = self.order(cond, *web)
            && self.is_same(order.other, value)
        {
            self.expr(value);
            let step = Step { read: order.own, write: *web, form: order.taken_if(true) };
            return self.steps.push(step);
        }
        self.expr(cond);
        self.block(then);
        self.block(orelse);
    }

    /// `m = min(m, x)` and `m = max(x, m)`: the first of equal ones, and what the others compare with.
    fn extreme_call(&mut self, web: WebId, value: &Expr) -> Option<Step> {
        let ExprKind::Call { func, args, keywords } = &value.kind else { return None };
        let reduction = match types::resolve::path(self.module, func)?.name.as_str() {
            "builtins.min" => Reduction::Min,
            "builtins.max" => Reduction::Max,
            _ => return None,
        };
        let (own, read) = args.iter().enumerate().find_map(|(at, arg)| Some((at, self.reads(arg, web)?)))?;
        if args.len() < 2 || !keywords.is_empty() {
            return None;
        }
        args.iter().enumerate().filter(|(at, _)| *at != own).for_each(|(_, arg)| self.expr(arg));
        let ties = if own == 0 { Ties::First } else { Ties::Last };
        Some(Step { read, write: web, form: Form { reduction: reduction(ties), keeps_nan: own > 0 } })
    }

    /// Whether both are the same number: `float(x)` is `x`.
    fn is_same(&self, a: &Expr, b: &Expr) -> bool {
        is_same(self.unconverted(a), self.unconverted(b))
    }

    fn unconverted<'e>(&self, expr: &'e Expr) -> &'e Expr {
        match &expr.kind {
            ExprKind::Call { func, args, keywords } if keywords.is_empty() => {
                let is_float =
                    types::resolve::path(self.module, func).is_some_and(|path| path.name == "builtins.float");
                if let ([arg], true) = (args.as_slice(), is_float) { arg } else { expr }
            }
            _ => expr,
        }
    }

    /// `m = x if x < m else m` and `m = m if m < x else x`.
    fn extreme_choice(&mut self, web: WebId, value: &Expr) -> Option<Step> {
        let ExprKind::IfExp { cond, then, orelse } = &value.kind else { return None };
        let order = self.order(cond, web)?;
        let taken = match (self.reads(then, web).is_some(), self.reads(orelse, web).is_some()) {
            (false, true) if self.is_same(then, order.other) => true,
            (true, false) if self.is_same(orelse, order.other) => false,
            _ => return None,
        };
        self.expr(order.other);
        Some(Step { read: order.own, write: web, form: order.taken_if(taken) })
    }

    /// A comparison of a variable with something else.
    fn order<'e>(&self, cond: &'e Expr, variable: WebId) -> Option<Order<'e>> {
        let ExprKind::Compare { left, rest } = &cond.kind else { return None };
        let [(op, right)] = rest.as_slice() else { return None };
        let mirrored = mirrored(*op)?;
        match (self.reads(left, variable), self.reads(right, variable)) {
            (None, Some(own)) => Some(Order { other: left, op: *op, own }),
            (Some(own), None) => Some(Order { other: right, op: mirrored, own }),
            _ => None,
        }
    }
}

/// A comparison `other op m`.
struct Order<'e> {
    other: &'e Expr,
    op: CmpOp,
    own: WebId,
}

impl Order<'_> {
    /// What is accumulated if the other value is taken where the comparison holds, or where it does not: as it does
    /// not for a NaN.
    fn taken_if(&self, holds: bool) -> Form {
        let below = matches!(self.op, CmpOp::Lt | CmpOp::Le) == holds;
        let strict = matches!(self.op, CmpOp::Lt | CmpOp::Gt) == holds;
        let ties = if strict { Ties::First } else { Ties::Last };
        Form { reduction: if below { Reduction::Min(ties) } else { Reduction::Max(ties) }, keeps_nan: !holds }
    }
}

/// The comparison with its sides exchanged; `None` for what is no order.
fn mirrored(op: CmpOp) -> Option<CmpOp> {
    match op {
        CmpOp::Lt => Some(CmpOp::Gt),
        CmpOp::Le => Some(CmpOp::Ge),
        CmpOp::Gt => Some(CmpOp::Lt),
        CmpOp::Ge => Some(CmpOp::Le),
        _ => None,
    }
}

fn in_place(op: BinOp) -> Option<Reduction> {
    match op {
        BinOp::Add | BinOp::Sub => Some(Reduction::Add),
        BinOp::Mul => Some(Reduction::Mul),
        BinOp::And => Some(Reduction::And),
        BinOp::Or => Some(Reduction::Or),
        BinOp::Xor => Some(Reduction::Xor),
        _ => None,
    }
}
