//! The invariants of a module.
//!
//! Ids of expressions are dense and unique in a function; webs are in range; `break` and `continue` stand in loops;
//! what only the interpreter can run stands in functions that are left to it; a signature has one entry a parameter.

use super::{
    AugTarget, Deleted, Expr, ExprId, ExprKind, FStringPart, Function, Global, Index, IndexItem, Module, Stmt,
    StmtKind, Target, TargetKind, WebId,
};

/// Checks the invariants.
///
/// # Errors
/// What is broken, one line each.
pub fn verify(module: &Module) -> Result<(), String> {
    let mut broken: Vec<String> = module.functions.iter().flat_map(verify_function).collect();
    for (name, global) in &module.globals {
        if let Global::Function(id) = global
            && id.0 as usize >= module.functions.len()
        {
            broken.push(format!("global {name}: function {} is out of range", id.0));
        }
    }
    if broken.is_empty() { Ok(()) } else { Err(broken.join("\n")) }
}

fn verify_function(function: &Function) -> Vec<String> {
    let mut verifier = Verifier {
        webs: function.webs.len() as u32,
        left: function.left.is_some(),
        seen: vec![false; function.expr_count as usize],
        loops: 0,
        broken: Vec::new(),
    };
    for param in &function.params {
        verifier.web(param.web);
        // A default is evaluated by the interpreter, whatever it holds.
        let left = std::mem::replace(&mut verifier.left, true);
        param.default.iter().for_each(|default| verifier.expr(default));
        verifier.left = left;
    }
    verifier.block(&function.body);
    if let Some(at) = verifier.seen.iter().position(|seen| !seen) {
        verifier.broken.push(format!("expression {at} is missing"));
    }
    if function.signatures.iter().any(|signature| signature.params.len() != function.params.len()) {
        verifier.broken.push("a signature has not one entry a parameter".into());
    }
    verifier.broken.into_iter().map(|broken| format!("{}: {broken}", function.qualname)).collect()
}

struct Verifier {
    webs: u32,
    left: bool,
    seen: Vec<bool>,
    loops: u32,
    broken: Vec<String>,
}

impl Verifier {
    fn check(&mut self, holds: bool, broken: &str) {
        if !holds {
            self.broken.push(broken.into());
        }
    }

    fn web(&mut self, web: WebId) {
        self.check(web.0 < self.webs, "a web is out of range");
    }

    fn id(&mut self, id: ExprId) {
        match self.seen.get_mut(id.0 as usize) {
            Some(seen) if !*seen => *seen = true,
            Some(_) => self.broken.push(format!("expression {} occurs twice", id.0)),
            None => self.broken.push(format!("expression {} is out of range", id.0)),
        }
    }

    fn block(&mut self, block: &[Stmt]) {
        block.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn loop_body(&mut self, block: &[Stmt]) {
        self.loops += 1;
        self.block(block);
        self.loops -= 1;
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => self.expr(expr),
            StmtKind::Assign { targets, value } => {
                self.expr(value);
                targets.iter().for_each(|target| self.target(target));
            }
            StmtKind::AugAssign { target, value, result, .. } => {
                self.aug_target(target);
                self.expr(value);
                self.id(*result);
            }
            StmtKind::If { cond, then, orelse } => {
                self.expr(cond);
                self.block(then);
                self.block(orelse);
            }
            StmtKind::While { cond, body, orelse } => {
                self.expr(cond);
                self.loop_body(body);
                self.block(orelse);
            }
            StmtKind::For { target, iter, body, orelse } => {
                self.expr(iter);
                self.target(target);
                self.loop_body(body);
                self.block(orelse);
            }
            StmtKind::Return(value) => value.iter().for_each(|value| self.expr(value)),
            StmtKind::Break | StmtKind::Continue => self.check(self.loops > 0, "a jump outside of any loop"),
            StmtKind::Pass => {}
            StmtKind::Delete(Deleted::Local(value) | Deleted::Attribute { value, .. }) => self.expr(value),
            StmtKind::Delete(Deleted::Global(_)) => {}
            StmtKind::Delete(Deleted::Index { value, index }) => {
                self.expr(value);
                self.index(index);
            }
            StmtKind::Directed { body, .. } => self.block(body),
            StmtKind::Raise { exc, cause } => [exc, cause].into_iter().flatten().for_each(|expr| self.expr(expr)),
            StmtKind::Assert { cond, message } => {
                self.expr(cond);
                message.iter().for_each(|message| self.expr(message));
            }
            StmtKind::Try { body, handlers, orelse, finally } => {
                self.block(body);
                for handler in handlers {
                    handler.class.iter().for_each(|class| self.expr(class));
                    handler.bind.iter().for_each(|web| self.web(*web));
                    self.block(&handler.body);
                }
                self.block(orelse);
                self.block(finally);
            }
            StmtKind::Left => self.check(self.left, "a statement for the interpreter in a function that is not left"),
        }
    }

    fn target(&mut self, target: &Target) {
        match &target.kind {
            TargetKind::Local(web) => self.web(*web),
            TargetKind::Global(_) => {}
            TargetKind::Attribute { value, .. } => self.expr(value),
            TargetKind::Index { value, index } => {
                self.expr(value);
                self.index(index);
            }
            TargetKind::Tuple { elements, star } => {
                self.check(star.is_none_or(|star| star < elements.len()), "a starred target is out of range");
                elements.iter().for_each(|element| self.target(element));
            }
        }
    }

    fn aug_target(&mut self, target: &AugTarget) {
        match target {
            AugTarget::Local { read, write, .. } => [read, write].into_iter().for_each(|web| self.web(*web)),
            AugTarget::Global { .. } => {}
            AugTarget::Attribute { value, .. } => self.expr(value),
            AugTarget::Index { value, index, .. } => {
                self.expr(value);
                self.index(index);
            }
        }
    }

    fn expr(&mut self, expr: &Expr) {
        self.id(expr.id);
        match &expr.kind {
            ExprKind::Const(_) | ExprKind::Global(_) => {}
            ExprKind::Local { web, .. } => self.web(*web),
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
            | ExprKind::Manager { value: operand, .. } => self.expr(operand),
            ExprKind::Binary { left, right, .. } => [left, right].into_iter().for_each(|side| self.expr(side)),
            ExprKind::Compare { left, rest } => {
                self.expr(left);
                rest.iter().for_each(|(_, right)| self.expr(right));
            }
            ExprKind::Bool { values, .. } => {
                self.check(values.len() > 1, "`and` or `or` over fewer than two values");
                values.iter().for_each(|value| self.expr(value));
            }
            ExprKind::IfExp { cond, then, orelse } => [cond, then, orelse].into_iter().for_each(|part| self.expr(part)),
            ExprKind::Walrus { web, value } => {
                self.web(*web);
                self.expr(value);
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
            ExprKind::Comp { element, generators, .. } => {
                for generator in generators {
                    self.expr(&generator.iter);
                    self.target(&generator.target);
                    generator.conds.iter().for_each(|cond| self.expr(cond));
                }
                self.expr(element);
            }
            ExprKind::FString(parts) => self.f_string(parts),
            ExprKind::Left => self.check(self.left, "an expression for the interpreter in a function that is not left"),
        }
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
}
