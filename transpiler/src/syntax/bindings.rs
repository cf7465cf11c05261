//! Which names a statement binds.

use crate::span::Span;
use crate::syntax::ast::{self, Expr, Pattern, Stmt};
use crate::syntax::{self, child_exprs, stmt_blocks, stmt_exprs};

/// What receives a bound name, as written, and where.
pub type Bind<'b> = dyn FnMut(&str, Span) + 'b;

/// Visits the statements of a block and of the blocks inside that run in the same scope.
pub fn each_stmt<'a>(block: &'a [Stmt], visit: &mut dyn FnMut(&'a Stmt)) {
    for stmt in block {
        visit(stmt);
        stmt_blocks(stmt).into_iter().for_each(|inner| each_stmt(inner, visit));
    }
}

/// The names that a statement itself binds in its scope, those of inner blocks left out.
pub fn bound_by(stmt: &Stmt, bind: &mut Bind<'_>) {
    stmt_exprs(stmt, &mut |expr| walrus_names(expr, bind));
    match stmt {
        Stmt::FunctionDef(s) => bind(&s.name, syntax::span(s)),
        Stmt::AsyncFunctionDef(s) => bind(&s.name, syntax::span(s)),
        Stmt::ClassDef(s) => bind(&s.name, syntax::span(s)),
        Stmt::Delete(s) => s.targets.iter().for_each(|target| target_names(target, bind)),
        Stmt::Assign(s) => s.targets.iter().for_each(|target| target_names(target, bind)),
        Stmt::TypeAlias(s) => target_names(&s.name, bind),
        Stmt::AugAssign(s) => target_names(&s.target, bind),
        Stmt::AnnAssign(s) => target_names(&s.target, bind),
        Stmt::For(s) => target_names(&s.target, bind),
        Stmt::AsyncFor(s) => target_names(&s.target, bind),
        Stmt::With(s) => with_names(&s.items, bind),
        Stmt::AsyncWith(s) => with_names(&s.items, bind),
        Stmt::Match(s) => s.cases.iter().for_each(|case| pattern_names(&case.pattern, bind)),
        Stmt::Try(s) => handler_names(&s.handlers, bind),
        Stmt::TryStar(s) => handler_names(&s.handlers, bind),
        Stmt::Import(s) => s.names.iter().for_each(|alias| bind(imported_name(alias), syntax::span(alias))),
        Stmt::ImportFrom(s) => {
            let names = s.names.iter().filter(|alias| &*alias.name != "*");
            names.for_each(|alias| bind(alias.asname.as_ref().unwrap_or(&alias.name), syntax::span(alias)));
        }
        Stmt::Return(_)
        | Stmt::While(_)
        | Stmt::If(_)
        | Stmt::Raise(_)
        | Stmt::Assert(_)
        | Stmt::Global(_)
        | Stmt::Nonlocal(_)
        | Stmt::Expr(_)
        | Stmt::Pass(_)
        | Stmt::Break(_)
        | Stmt::Continue(_) => {}
    }
}

/// `import a.b` binds `a`, `import a.b as c` binds `c`.
pub fn imported_name(alias: &ast::Alias) -> &str {
    match &alias.asname {
        Some(name) => name,
        None => alias.name.split('.').next().unwrap_or(&alias.name),
    }
}

/// The names in an assignment target.
pub fn target_names(target: &Expr, bind: &mut Bind<'_>) {
    match target {
        Expr::Name(name) => bind(&name.id, syntax::span(name)),
        Expr::Tuple(tuple) => tuple.elts.iter().for_each(|element| target_names(element, bind)),
        Expr::List(list) => list.elts.iter().for_each(|element| target_names(element, bind)),
        Expr::Starred(starred) => target_names(&starred.value, bind),
        // Attributes and items bind no name, and nothing else is a target.
        _ => {}
    }
}

/// The names that `:=` binds inside an expression, through comprehensions but not lambdas.
pub fn walrus_names(expr: &Expr, bind: &mut Bind<'_>) {
    if let Expr::NamedExpr(named) = expr {
        target_names(&named.target, bind);
    }
    if !matches!(expr, Expr::Lambda(_)) {
        child_exprs(expr, &mut |child| walrus_names(child, bind));
    }
}

fn with_names(items: &[ast::WithItem], bind: &mut Bind<'_>) {
    items.iter().filter_map(|item| item.optional_vars.as_deref()).for_each(|target| target_names(target, bind));
}

fn handler_names(handlers: &[ast::ExceptHandler], bind: &mut Bind<'_>) {
    for ast::ExceptHandler::ExceptHandler(handler) in handlers {
        handler.name.iter().for_each(|name| bind(name, syntax::span(handler)));
    }
}

fn pattern_names(pattern: &Pattern, bind: &mut Bind<'_>) {
    let span = syntax::span(pattern);
    match pattern {
        Pattern::MatchValue(_) | Pattern::MatchSingleton(_) => {}
        Pattern::MatchSequence(p) => p.patterns.iter().for_each(|inner| pattern_names(inner, bind)),
        Pattern::MatchMapping(p) => {
            p.patterns.iter().for_each(|inner| pattern_names(inner, bind));
            p.rest.iter().for_each(|name| bind(name, span));
        }
        Pattern::MatchClass(p) => {
            p.patterns.iter().chain(&p.kwd_patterns).for_each(|inner| pattern_names(inner, bind));
        }
        Pattern::MatchStar(p) => p.name.iter().for_each(|name| bind(name, span)),
        Pattern::MatchAs(p) => {
            p.pattern.iter().for_each(|inner| pattern_names(inner, bind));
            p.name.iter().for_each(|name| bind(name, span));
        }
        Pattern::MatchOr(p) => p.patterns.iter().for_each(|inner| pattern_names(inner, bind)),
    }
}

/// The names that `global` statements of a scope declare, in order.
pub fn declared_global(body: &[Stmt]) -> Vec<String> {
    let mut names = Vec::new();
    each_stmt(body, &mut |stmt| {
        if let Stmt::Global(s) = stmt {
            names.extend(s.names.iter().map(|name| name.to_string()));
        }
    });
    names
}
