//! The names that a piece of source reads and does not bind itself.

use std::collections::HashSet;

use super::ast::{self, Constant, Expr, ExprContext, Stmt};
use super::bindings::{bound_by, each_stmt, target_names};
use super::{child_exprs, span, stmt_blocks, stmt_exprs};
use crate::span::Span;

/// What receives a name that is free, as written, and where.
pub type Free<'f> = dyn FnMut(&str, Span) + 'f;

/// The free names of statements whose own scope binds none: a module, or part of a function. Of functions that begin
/// where `skip` says so only the header is looked at.
pub fn free_names(block: &[Stmt], skip: &HashSet<u32>, free: &mut Free<'_>) {
    Walk { skip, scopes: Vec::new(), free }.block(block);
}

/// The free names of an expression.
pub fn free_names_of(expr: &Expr, free: &mut Free<'_>) {
    Walk { skip: &HashSet::new(), scopes: Vec::new(), free }.expr(expr);
}

struct Walk<'w, 'f> {
    skip: &'w HashSet<u32>,
    /// Outermost first.
    scopes: Vec<Names>,
    free: &'w mut Free<'f>,
}

/// What a scope binds.
struct Names {
    names: HashSet<String>,
    /// Functions inside do not see them.
    is_class: bool,
}

impl Walk<'_, '_> {
    fn block(&mut self, block: &[Stmt]) {
        block.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        stmt_exprs(stmt, &mut |expr| self.expr(expr));
        match stmt {
            Stmt::FunctionDef(def) => self.function(span(def).start, &def.args, &def.body),
            Stmt::AsyncFunctionDef(def) => self.function(span(def).start, &def.args, &def.body),
            Stmt::ClassDef(class) => self.inside(bound_in(&class.body), true, |walk| walk.block(&class.body)),
            Stmt::If(choice) => {
                let taken = truth(&choice.test);
                self.block(if taken == Some(false) { &[] } else { &choice.body });
                self.block(if taken == Some(true) { &[] } else { &choice.orelse });
            }
            Stmt::While(repeat) if truth(&repeat.test) == Some(false) => self.block(&repeat.orelse),
            _ => stmt_blocks(stmt).into_iter().for_each(|block| self.block(block)),
        }
    }

    fn function(&mut self, start: u32, args: &ast::Arguments, body: &[Stmt]) {
        if !self.skip.contains(&start) {
            let mut names = bound_in(body);
            names.extend(params(args));
            self.inside(names, false, |walk| walk.block(body));
        }
    }

    fn inside(&mut self, names: HashSet<String>, is_class: bool, look: impl FnOnce(&mut Self)) {
        self.scopes.push(Names { names, is_class });
        look(self);
        self.scopes.pop();
    }

    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => self.name(&name.id, span(name)),
            Expr::Lambda(lambda) => self.inside(params(&lambda.args).collect(), false, |walk| walk.children(expr)),
            Expr::ListComp(comp) => self.comprehension(&comp.generators, expr),
            Expr::SetComp(comp) => self.comprehension(&comp.generators, expr),
            Expr::DictComp(comp) => self.comprehension(&comp.generators, expr),
            Expr::GeneratorExp(comp) => self.comprehension(&comp.generators, expr),
            Expr::IfExp(choice) => match truth(&choice.test) {
                Some(taken) => self.expr(if taken { &choice.body } else { &choice.orelse }),
                None => self.children(expr),
            },
            _ => self.children(expr),
        }
    }

    fn comprehension(&mut self, generators: &[ast::Comprehension], whole: &Expr) {
        let mut names = HashSet::new();
        for generator in generators {
            target_names(&generator.target, &mut |name, _| {
                names.insert(name.to_owned());
            });
        }
        self.inside(names, false, |walk| walk.children(whole));
    }

    fn children(&mut self, expr: &Expr) {
        child_exprs(expr, &mut |child| self.expr(child));
    }

    fn name(&mut self, name: &str, place: Span) {
        let last = self.scopes.len().saturating_sub(1);
        let mut seen = self.scopes.iter().enumerate().filter(|(at, scope)| !scope.is_class || *at == last);
        if !seen.any(|(_, scope)| scope.names.contains(name)) {
            (self.free)(name, place);
        }
    }
}

/// Whether a test that is written as a constant holds: what it keeps from running is not looked at.
fn truth(test: &Expr) -> Option<bool> {
    match test {
        Expr::Constant(ast::ExprConstant { value: Constant::Bool(value), .. }) => Some(*value),
        Expr::Constant(ast::ExprConstant { value: Constant::Int(value), .. }) => Some(*value != 0.into()),
        Expr::UnaryOp(ast::ExprUnaryOp { op: ast::UnaryOp::Not, operand, .. }) => truth(operand).map(|holds| !holds),
        _ => None,
    }
}

/// The names that the statements of a scope bind.
fn bound_in(body: &[Stmt]) -> HashSet<String> {
    let mut names = HashSet::new();
    each_stmt(body, &mut |stmt| {
        bound_by(stmt, &mut |name, _| {
            names.insert(name.to_owned());
        });
    });
    names
}

fn params(args: &ast::Arguments) -> impl Iterator<Item = String> {
    let plain = args.posonlyargs.iter().chain(&args.args).chain(&args.kwonlyargs).map(|arg| &arg.def);
    let all = plain.chain(args.vararg.as_deref()).chain(args.kwarg.as_deref());
    all.map(|arg| arg.arg.to_string())
}
