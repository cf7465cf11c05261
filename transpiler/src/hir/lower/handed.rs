//! Functions of the module that its code hands to a compiler of its own, as in `fast = numba.njit(slow)`: that compiler
//! needs the Python function.

use super::scope::{How, Scope};
use crate::hir::sign::Directed;
use crate::span::Span;
use crate::syntax::ast::{Expr, Stmt};
use crate::syntax::bindings::each_stmt;
use crate::syntax::{child_exprs, span, stmt_exprs};

/// The names of functions that calls into a package (`numba.`) take as arguments, and where.
pub fn to_package(scope: &Scope<'_>, body: &[Stmt], package: &str) -> Vec<(String, Span)> {
    let mut finder = Finder { scope, package, found: Vec::new() };
    finder.block(body);
    finder.found
}

/// Leaves to Numba what the functions left to it use, directly or not: it cannot call what pyrx compiles.
pub fn leave_used(scope: &Scope<'_>, directed: &mut [Directed]) {
    let mut open: Vec<usize> = (0..directed.len()).filter(|at| directed[*at].by_numba).collect();
    while let Some(user) = open.pop() {
        for (used, span) in used_functions(scope, scope.defs[user].body()) {
            if !directed[used].by_numba {
                let reason = format!("Numba's `{}` calls it", scope.defs[user].name());
                directed[used].leave_to_numba(&scope.defs[used], span, reason);
                open.push(used);
            }
        }
    }
}

/// The functions of the module that a body names.
fn used_functions(scope: &Scope<'_>, body: &[Stmt]) -> Vec<(usize, Span)> {
    let mut found = Vec::new();
    each_stmt(body, &mut |stmt| {
        stmt_exprs(stmt, &mut |expr| {
            names(expr, &mut |name, span| {
                for binding in scope.names.get(name).into_iter().flatten() {
                    if let How::Def(at) = binding.how {
                        found.push((at, span));
                    }
                }
            })
        });
    });
    found
}

fn names(expr: &Expr, visit: &mut dyn FnMut(&str, Span)) {
    if let Expr::Name(name) = expr {
        visit(&name.id, span(name));
    }
    child_exprs(expr, &mut |child| names(child, visit));
}

struct Finder<'s> {
    scope: &'s Scope<'s>,
    package: &'s str,
    found: Vec<(String, Span)>,
}

impl Finder<'_> {
    fn block(&mut self, block: &[Stmt]) {
        each_stmt(block, &mut |stmt| {
            stmt_exprs(stmt, &mut |expr| self.expr(expr));
            match stmt {
                Stmt::FunctionDef(s) => self.block(&s.body),
                Stmt::AsyncFunctionDef(s) => self.block(&s.body),
                Stmt::ClassDef(s) => self.block(&s.body),
                _ => {}
            }
        });
    }

    fn expr(&mut self, expr: &Expr) {
        if let Expr::Call(call) = expr
            && self.is_owned(&call.func)
        {
            for argument in &call.args {
                self.argument(argument);
            }
        }
        child_exprs(expr, &mut |child| self.expr(child));
    }

    /// `njit`, or `njit(parallel=True)`.
    fn is_owned(&self, func: &Expr) -> bool {
        match func {
            Expr::Call(call) => self.is_owned(&call.func),
            _ => self.scope.path_of(func).is_some_and(|path| path.starts_with(self.package)),
        }
    }

    fn argument(&mut self, argument: &Expr) {
        if let Expr::Name(name) = argument
            && let Some(bindings) = self.scope.names.get(name.id.as_str())
            && bindings.iter().any(|binding| matches!(binding.how, How::Def(_)))
        {
            self.found.push((name.id.to_string(), span(argument)));
        }
    }
}
