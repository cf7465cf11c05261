//! Puts webs where lowering left indices of definitions (at definitions) and variables (at uses).

use indexmap::IndexMap;

use super::{Use, Webs};
use crate::hir::{
    AugTarget, Deleted, Expr, ExprId, ExprKind, FStringPart, Function, Index, IndexItem, Stmt, StmtKind, Target,
    TargetKind, WebId,
};

/// What each use found, if a definition reaches it. Uses in dead code are absent.
type Uses = IndexMap<ExprId, Option<Use>>;

struct Rewriter<'w, 'v> {
    webs: &'w mut Webs<'v>,
    uses: &'w Uses,
}

pub fn rewrite(function: &mut Function, webs: &mut Webs<'_>, uses: &Uses) {
    let mut rewriter = Rewriter { webs, uses };
    for param in &mut function.params {
        rewriter.definition(&mut param.web);
    }
    rewriter.block(&mut function.body);
}

impl Rewriter<'_, '_> {
    fn definition(&self, web: &mut WebId) {
        *web = self.webs.of_definition[web.0 as usize];
    }

    fn read(&mut self, id: ExprId, web: &mut WebId, check_bound: &mut bool) {
        let found = match self.uses.get(&id) {
            Some(Some(found)) => *found,
            Some(None) => Use { web: self.webs.of_unbound(web.0), check_bound: true },
            None => self.webs.of_dead(web.0),
        };
        (*web, *check_bound) = (found.web, found.check_bound);
    }

    fn block(&mut self, block: &mut [Stmt]) {
        block.iter_mut().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        match &mut stmt.kind {
            StmtKind::Expr(expr) => self.expr(expr),
            StmtKind::Assign { targets, value } => {
                self.expr(value);
                targets.iter_mut().for_each(|target| self.target(target));
            }
            StmtKind::AugAssign { target, value, result, .. } => {
                self.aug_target(target, *result);
                self.expr(value);
            }
            StmtKind::If { cond, then, orelse } => {
                self.expr(cond);
                self.block(then);
                self.block(orelse);
            }
            StmtKind::While { cond, body, orelse } => {
                self.expr(cond);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::For { target, iter, body, orelse } => {
                self.expr(iter);
                self.target(target);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::Return(value) => value.iter_mut().for_each(|value| self.expr(value)),
            StmtKind::Break | StmtKind::Continue | StmtKind::Pass | StmtKind::Left => {}
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
                message.iter_mut().for_each(|message| self.expr(message));
            }
            StmtKind::Try { body, handlers, orelse, finally } => {
                self.block(body);
                for handler in handlers {
                    handler.class.iter_mut().for_each(|class| self.expr(class));
                    handler.bind.iter_mut().for_each(|bind| self.definition(bind));
                    self.block(&mut handler.body);
                }
                self.block(orelse);
                self.block(finally);
            }
        }
    }

    fn target(&mut self, target: &mut Target) {
        match &mut target.kind {
            TargetKind::Local(web) => self.definition(web),
            TargetKind::Global(_) => {}
            TargetKind::Attribute { value, .. } => self.expr(value),
            TargetKind::Index { value, index } => {
                self.expr(value);
                self.index(index);
            }
            TargetKind::Tuple { elements, .. } => elements.iter_mut().for_each(|element| self.target(element)),
        }
    }

    fn aug_target(&mut self, target: &mut AugTarget, result: ExprId) {
        match target {
            AugTarget::Local { read, check_bound, write, .. } => {
                self.read(result, read, check_bound);
                self.definition(write);
            }
            AugTarget::Global { .. } => {}
            AugTarget::Attribute { value, .. } => self.expr(value),
            AugTarget::Index { value, index, .. } => {
                self.expr(value);
                self.index(index);
            }
        }
    }

    fn expr(&mut self, expr: &mut Expr) {
        match &mut expr.kind {
            ExprKind::Const(_) | ExprKind::Global(_) | ExprKind::Left => {}
            ExprKind::Local { web, check_bound } => self.read(expr.id, web, check_bound),
            ExprKind::Attribute { value, .. } => self.expr(value),
            ExprKind::Index { value, index } => {
                self.expr(value);
                self.index(index);
            }
            ExprKind::Call { func, args, keywords } => {
                self.expr(func);
                args.iter_mut().chain(keywords.iter_mut().map(|(_, value)| value)).for_each(|arg| self.expr(arg));
            }
            ExprKind::Unary { operand, .. }
            | ExprKind::Not(operand)
            | ExprKind::IsSequence(operand)
            | ExprKind::Manager { value: operand, .. } => self.expr(operand),
            ExprKind::Binary { left, right, .. } => [left, right].into_iter().for_each(|side| self.expr(side)),
            ExprKind::Compare { left, rest } => {
                self.expr(left);
                rest.iter_mut().for_each(|(_, right)| self.expr(right));
            }
            ExprKind::Bool { values, .. } => values.iter_mut().for_each(|value| self.expr(value)),
            ExprKind::IfExp { cond, then, orelse } => {
                [cond, then, orelse].into_iter().for_each(|part| self.expr(part));
            }
            ExprKind::Walrus { web, value } => {
                self.expr(value);
                self.definition(web);
            }
            ExprKind::Cast { value, .. }
            | ExprKind::Address(value)
            | ExprKind::SizeOf(value)
            | ExprKind::TypeOf(value) => self.expr(value),
            ExprKind::Null => {}
            ExprKind::Tuple(items) | ExprKind::List(items) | ExprKind::Set(items) => {
                items.iter_mut().for_each(|item| self.expr(item));
            }
            ExprKind::Dict(items) => {
                items.iter_mut().flat_map(|(key, value)| [key, value]).for_each(|item| self.expr(item));
            }
            ExprKind::Comp { element, generators, .. } => {
                for generator in generators {
                    self.expr(&mut generator.iter);
                    self.target(&mut generator.target);
                    generator.conds.iter_mut().for_each(|cond| self.expr(cond));
                }
                self.expr(element);
            }
            ExprKind::FString(parts) => self.f_string(parts),
        }
    }

    fn f_string(&mut self, parts: &mut [FStringPart]) {
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

    fn index(&mut self, index: &mut Index) {
        for item in &mut index.items {
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
