//! The children of AST nodes, for passes that look into everything.

use super::ast::{self, Expr, Stmt};

/// What receives each child.
pub type Exprs<'a, 'v> = dyn FnMut(&'a Expr) + 'v;

/// The expressions directly inside an expression, in order of evaluation as far as that is fixed.
pub fn child_exprs<'a>(expr: &'a Expr, visit: &mut Exprs<'a, '_>) {
    match expr {
        Expr::BoolOp(e) => e.values.iter().for_each(visit),
        Expr::NamedExpr(e) => [&e.value, &e.target].into_iter().for_each(|e| visit(e)),
        Expr::BinOp(e) => [&e.left, &e.right].into_iter().for_each(|e| visit(e)),
        Expr::UnaryOp(e) => visit(&e.operand),
        Expr::Lambda(e) => {
            default_exprs(&e.args, visit);
            visit(&e.body);
        }
        Expr::IfExp(e) => [&e.test, &e.body, &e.orelse].into_iter().for_each(|e| visit(e)),
        Expr::Dict(e) => {
            for (key, value) in e.keys.iter().zip(&e.values) {
                key.iter().for_each(&mut *visit);
                visit(value);
            }
        }
        Expr::Set(e) => e.elts.iter().for_each(visit),
        Expr::ListComp(e) => comprehension(&e.generators, [&*e.elt], visit),
        Expr::SetComp(e) => comprehension(&e.generators, [&*e.elt], visit),
        Expr::DictComp(e) => comprehension(&e.generators, [&*e.key, &*e.value], visit),
        Expr::GeneratorExp(e) => comprehension(&e.generators, [&*e.elt], visit),
        Expr::Await(e) => visit(&e.value),
        Expr::Yield(e) => e.value.iter().for_each(|e| visit(e)),
        Expr::YieldFrom(e) => visit(&e.value),
        Expr::Compare(e) => {
            visit(&e.left);
            e.comparators.iter().for_each(visit);
        }
        Expr::Call(e) => {
            visit(&e.func);
            e.args.iter().for_each(&mut *visit);
            e.keywords.iter().for_each(|keyword| visit(&keyword.value));
        }
        Expr::FormattedValue(e) => {
            visit(&e.value);
            e.format_spec.iter().for_each(|spec| visit(spec));
        }
        Expr::JoinedStr(e) => e.values.iter().for_each(visit),
        Expr::Constant(_) | Expr::Name(_) => {}
        Expr::Attribute(e) => visit(&e.value),
        Expr::Subscript(e) => [&e.value, &e.slice].into_iter().for_each(|e| visit(e)),
        Expr::Starred(e) => visit(&e.value),
        Expr::List(e) => e.elts.iter().for_each(visit),
        Expr::Tuple(e) => e.elts.iter().for_each(visit),
        Expr::Slice(e) => [&e.lower, &e.upper, &e.step].into_iter().flatten().for_each(|e| visit(e)),
    }
}

fn comprehension<'a, const N: usize>(
    generators: &'a [ast::Comprehension],
    elements: [&'a Expr; N],
    visit: &mut Exprs<'a, '_>,
) {
    for generator in generators {
        visit(&generator.iter);
        visit(&generator.target);
        generator.ifs.iter().for_each(&mut *visit);
    }
    elements.into_iter().for_each(visit);
}

/// The defaults of parameters.
fn default_exprs<'a>(args: &'a ast::Arguments, visit: &mut Exprs<'a, '_>) {
    let params = args.posonlyargs.iter().chain(&args.args).chain(&args.kwonlyargs);
    params.filter_map(|param| param.default.as_deref()).for_each(visit);
}

/// The expressions of a statement that are not in a nested block: of a `def`, its decorators and defaults.
/// Annotations are not among them.
pub fn stmt_exprs<'a>(stmt: &'a Stmt, visit: &mut Exprs<'a, '_>) {
    match stmt {
        Stmt::FunctionDef(s) => {
            s.decorator_list.iter().for_each(&mut *visit);
            default_exprs(&s.args, visit);
        }
        Stmt::AsyncFunctionDef(s) => {
            s.decorator_list.iter().for_each(&mut *visit);
            default_exprs(&s.args, visit);
        }
        Stmt::ClassDef(s) => {
            s.decorator_list.iter().for_each(&mut *visit);
            s.bases.iter().for_each(&mut *visit);
            s.keywords.iter().for_each(|keyword| visit(&keyword.value));
        }
        Stmt::Return(s) => s.value.iter().for_each(|e| visit(e)),
        Stmt::Delete(s) => s.targets.iter().for_each(visit),
        Stmt::Assign(s) => {
            visit(&s.value);
            s.targets.iter().for_each(visit);
        }
        Stmt::TypeAlias(s) => visit(&s.name),
        Stmt::AugAssign(s) => [&s.target, &s.value].into_iter().for_each(|e| visit(e)),
        Stmt::AnnAssign(s) => {
            s.value.iter().for_each(|e| visit(e));
            visit(&s.target);
        }
        Stmt::For(s) => [&s.iter, &s.target].into_iter().for_each(|e| visit(e)),
        Stmt::AsyncFor(s) => [&s.iter, &s.target].into_iter().for_each(|e| visit(e)),
        Stmt::While(s) => visit(&s.test),
        Stmt::If(s) => visit(&s.test),
        Stmt::With(s) => with_items(&s.items, visit),
        Stmt::AsyncWith(s) => with_items(&s.items, visit),
        Stmt::Match(s) => {
            visit(&s.subject);
            for case in &s.cases {
                case.guard.iter().for_each(|e| visit(e));
            }
        }
        Stmt::Raise(s) => [&s.exc, &s.cause].into_iter().flatten().for_each(|e| visit(e)),
        Stmt::Try(s) => handler_classes(&s.handlers, visit),
        Stmt::TryStar(s) => handler_classes(&s.handlers, visit),
        Stmt::Assert(s) => {
            visit(&s.test);
            s.msg.iter().for_each(|e| visit(e));
        }
        Stmt::Expr(s) => visit(&s.value),
        Stmt::Import(_)
        | Stmt::ImportFrom(_)
        | Stmt::Global(_)
        | Stmt::Nonlocal(_)
        | Stmt::Pass(_)
        | Stmt::Break(_)
        | Stmt::Continue(_) => {}
    }
}

fn with_items<'a>(items: &'a [ast::WithItem], visit: &mut Exprs<'a, '_>) {
    for item in items {
        visit(&item.context_expr);
        item.optional_vars.iter().for_each(|e| visit(e));
    }
}

fn handler_classes<'a>(handlers: &'a [ast::ExceptHandler], visit: &mut Exprs<'a, '_>) {
    for ast::ExceptHandler::ExceptHandler(handler) in handlers {
        handler.type_.iter().for_each(|e| visit(e));
    }
}

/// The blocks of a statement that run in the same scope: not the bodies of functions and classes.
pub fn stmt_blocks<'a>(stmt: &'a Stmt) -> Vec<&'a [Stmt]> {
    let handlers = |handlers: &'a [ast::ExceptHandler]| {
        handlers.iter().map(|ast::ExceptHandler::ExceptHandler(handler)| &handler.body[..])
    };
    match stmt {
        Stmt::For(s) => vec![&s.body, &s.orelse],
        Stmt::AsyncFor(s) => vec![&s.body, &s.orelse],
        Stmt::While(s) => vec![&s.body, &s.orelse],
        Stmt::If(s) => vec![&s.body, &s.orelse],
        Stmt::With(s) => vec![&s.body],
        Stmt::AsyncWith(s) => vec![&s.body],
        Stmt::Match(s) => s.cases.iter().map(|case| &case.body[..]).collect(),
        Stmt::Try(s) => {
            [&s.body[..]].into_iter().chain(handlers(&s.handlers)).chain([&s.orelse[..], &s.finalbody[..]]).collect()
        }
        Stmt::TryStar(s) => {
            [&s.body[..]].into_iter().chain(handlers(&s.handlers)).chain([&s.orelse[..], &s.finalbody[..]]).collect()
        }
        Stmt::FunctionDef(_)
        | Stmt::AsyncFunctionDef(_)
        | Stmt::ClassDef(_)
        | Stmt::Return(_)
        | Stmt::Delete(_)
        | Stmt::Assign(_)
        | Stmt::TypeAlias(_)
        | Stmt::AugAssign(_)
        | Stmt::AnnAssign(_)
        | Stmt::Raise(_)
        | Stmt::Assert(_)
        | Stmt::Import(_)
        | Stmt::ImportFrom(_)
        | Stmt::Global(_)
        | Stmt::Nonlocal(_)
        | Stmt::Expr(_)
        | Stmt::Pass(_)
        | Stmt::Break(_)
        | Stmt::Continue(_) => Vec::new(),
    }
}
