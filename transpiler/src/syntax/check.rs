//! What the grammar lets through and CPython's compiler does not: targets that cannot be assigned to, jumps and `yield`
//! where there is nothing to leave, `global` after use.

use std::collections::HashMap;

use super::ast::{self, Constant, Expr, Stmt};
use super::{child_exprs, span, stmt_blocks, stmt_exprs};
use crate::diag::{Code, Diagnostic};
use crate::span::Span;

/// The errors of a module, in order of source.
pub fn check(body: &[Stmt]) -> Vec<Diagnostic> {
    let mut checker = Checker { errors: Vec::new(), scope: Scope::Module, loops: 0, seen: HashMap::new() };
    checker.block(body);
    checker.errors.sort_by_key(|error| error.span);
    checker.errors
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Module,
    Class,
    Function,
    Coroutine,
}

/// How a name has been used in its scope so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    Parameter,
    Assigned,
    Used,
}

struct Checker {
    errors: Vec<Diagnostic>,
    scope: Scope,
    loops: u32,
    seen: HashMap<String, Seen>,
}

impl Checker {
    fn error(&mut self, span: Span, message: impl Into<String>) {
        self.errors.push(Diagnostic::error(Code::SYNTAX, span, message));
    }

    fn in_function(&self) -> bool {
        matches!(self.scope, Scope::Function | Scope::Coroutine)
    }

    fn block(&mut self, block: &[Stmt]) {
        block.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn loop_(&mut self, body: &[Stmt], orelse: &[Stmt]) {
        self.loops += 1;
        self.block(body);
        self.loops -= 1;
        self.block(orelse);
    }

    /// A body with names of its own.
    fn inside(&mut self, scope: Scope, params: &[&ast::Arg], body: &[Stmt]) {
        let outer = (self.scope, self.loops, std::mem::take(&mut self.seen));
        (self.scope, self.loops) = (scope, 0);
        self.seen = params.iter().map(|param| (param.arg.to_string(), Seen::Parameter)).collect();
        self.block(body);
        (self.scope, self.loops, self.seen) = outer;
    }

    fn stmt(&mut self, stmt: &Stmt) {
        let may_star = matches!(stmt, Stmt::ClassDef(_));
        stmt_exprs(stmt, &mut |expr| {
            // A starred target is reported as such.
            let is_target = matches!(expr, Expr::Starred(starred) if starred.ctx != ast::ExprContext::Load);
            if !may_star && !is_target {
                self.unstarred(expr);
            }
            self.expr(expr);
        });
        let place = span(stmt);
        match stmt {
            Stmt::FunctionDef(s) => self.inside(Scope::Function, &params(&s.args), &s.body),
            Stmt::AsyncFunctionDef(s) => self.inside(Scope::Coroutine, &params(&s.args), &s.body),
            Stmt::ClassDef(s) => self.inside(Scope::Class, &[], &s.body),
            Stmt::Return(_) if !self.in_function() => self.error(place, "'return' outside function"),
            Stmt::Break(_) if self.loops == 0 => self.error(place, "'break' outside loop"),
            Stmt::Continue(_) if self.loops == 0 => self.error(place, "'continue' not properly in loop"),
            Stmt::Nonlocal(_) if self.scope == Scope::Module => {
                self.error(place, "nonlocal declaration not allowed at module level");
            }
            Stmt::AsyncFor(_) | Stmt::AsyncWith(_) if self.scope != Scope::Coroutine => {
                let what = if matches!(stmt, Stmt::AsyncFor(_)) { "for" } else { "with" };
                self.error(place, format!("'async {what}' outside async function"));
            }
            Stmt::ImportFrom(s) if self.scope != Scope::Module && s.names.iter().any(|alias| &*alias.name == "*") => {
                self.error(place, "import * only allowed at module level");
            }
            Stmt::Global(s) => self.global(&s.names, place, "global"),
            Stmt::Nonlocal(s) => self.global(&s.names, place, "nonlocal"),
            _ => self.targets(stmt),
        }
        match stmt {
            Stmt::For(s) => self.loop_(&s.body, &s.orelse),
            Stmt::AsyncFor(s) => self.loop_(&s.body, &s.orelse),
            Stmt::While(s) => self.loop_(&s.body, &s.orelse),
            _ => stmt_blocks(stmt).into_iter().for_each(|block| self.block(block)),
        }
    }

    fn global(&mut self, names: &[ast::Identifier], place: Span, what: &str) {
        if self.scope == Scope::Module {
            return;
        }
        for name in names {
            let message = match self.seen.get(name.as_str()) {
                Some(Seen::Parameter) => format!("name '{name}' is parameter and {what}"),
                Some(Seen::Assigned) => format!("name '{name}' is assigned to before {what} declaration"),
                Some(Seen::Used) => format!("name '{name}' is used prior to {what} declaration"),
                None => continue,
            };
            self.error(place, message);
        }
    }

    fn targets(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Assign(s) => s
                .targets
                .iter()
                .for_each(|target| self.top_target(target, " here. Maybe you meant '==' instead of '='?")),
            Stmt::AugAssign(s) => match &*s.target {
                Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) => {}
                other => {
                    let message = format!("'{}' is an illegal expression for augmented assignment", name_of(other));
                    self.error(span(other), message);
                }
            },
            Stmt::AnnAssign(s) => match &*s.target {
                Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) => {}
                other @ (Expr::Tuple(_) | Expr::List(_)) => {
                    self.error(span(other), format!("only single target (not {}) can be annotated", name_of(other)));
                }
                other => self.error(span(other), "illegal target for annotation"),
            },
            Stmt::For(s) => self.top_target(&s.target, ""),
            Stmt::AsyncFor(s) => self.top_target(&s.target, ""),
            Stmt::With(s) => self.with_targets(&s.items),
            Stmt::AsyncWith(s) => self.with_targets(&s.items),
            Stmt::Delete(s) => s.targets.iter().for_each(|target| self.delete(target)),
            Stmt::Try(s) => self.handlers(&s.handlers),
            _ => {}
        }
    }

    fn with_targets(&mut self, items: &[ast::WithItem]) {
        items.iter().filter_map(|item| item.optional_vars.as_deref()).for_each(|target| self.top_target(target, ""));
    }

    fn handlers(&mut self, handlers: &[ast::ExceptHandler]) {
        let Some((_, early)) = handlers.split_last() else { return };
        for ast::ExceptHandler::ExceptHandler(handler) in early {
            if handler.type_.is_none() {
                self.error(span(handler), "default 'except:' must be last");
            }
        }
    }

    fn top_target(&mut self, target: &Expr, advice: &str) {
        match target {
            Expr::Starred(_) => self.error(span(target), "starred assignment target must be in a list or tuple"),
            _ => self.target(target, advice),
        }
    }

    fn target(&mut self, target: &Expr, advice: &str) {
        match target {
            Expr::Name(name) if &*name.id == "__debug__" => self.error(span(target), "cannot assign to __debug__"),
            Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) => {}
            Expr::Starred(starred) => self.target(&starred.value, advice),
            Expr::Tuple(tuple) => self.elements(&tuple.elts),
            Expr::List(list) => self.elements(&list.elts),
            other => self.error(span(other), format!("cannot assign to {}{advice}", name_of(other))),
        }
    }

    fn elements(&mut self, elements: &[Expr]) {
        let mut starred = elements.iter().filter(|element| matches!(element, Expr::Starred(_)));
        if let (Some(_), Some(second)) = (starred.next(), starred.next()) {
            self.error(span(second), "multiple starred expressions in assignment");
        }
        elements.iter().for_each(|element| self.target(element, ""));
    }

    fn delete(&mut self, target: &Expr) {
        match target {
            Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) => {}
            Expr::Tuple(tuple) => tuple.elts.iter().for_each(|element| self.delete(element)),
            Expr::List(list) => list.elts.iter().for_each(|element| self.delete(element)),
            other => self.error(span(other), format!("cannot delete {}", name_of(other))),
        }
    }

    /// Reports a starred expression that stands outside of displays, calls and subscripts.
    fn unstarred(&mut self, expr: &Expr) {
        if let Expr::Starred(_) = expr {
            self.error(span(expr), "can't use starred expression here");
        }
    }

    /// The children of an expression that must not be starred.
    fn plain_children(&mut self, expr: &Expr) {
        match expr {
            Expr::Tuple(_) | Expr::List(_) | Expr::Set(_) | Expr::Subscript(_) => {}
            Expr::Call(call) => {
                self.unstarred(&call.func);
                call.keywords.iter().for_each(|keyword| self.unstarred(&keyword.value));
            }
            Expr::ListComp(ast::ExprListComp { elt, .. })
            | Expr::SetComp(ast::ExprSetComp { elt, .. })
            | Expr::GeneratorExp(ast::ExprGeneratorExp { elt, .. })
                if matches!(**elt, Expr::Starred(_)) =>
            {
                self.errors.push(super::newer::unpacking(span(&**elt)));
            }
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::GeneratorExp(_) => {}
            _ => child_exprs(expr, &mut |child| self.unstarred(child)),
        }
    }

    fn expr(&mut self, expr: &Expr) {
        self.plain_children(expr);
        let place = span(expr);
        match expr {
            Expr::Name(name) => {
                let seen = if name.ctx == ast::ExprContext::Load { Seen::Used } else { Seen::Assigned };
                self.seen.entry(name.id.to_string()).or_insert(seen);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) if !self.in_function() => {
                self.error(place, "'yield' outside function");
            }
            Expr::YieldFrom(_) if self.scope == Scope::Coroutine => {
                self.error(place, "'yield from' inside async function");
            }
            Expr::Await(_) if !self.in_function() => self.error(place, "'await' outside function"),
            Expr::Await(_) if self.scope == Scope::Function => self.error(place, "'await' outside async function"),
            Expr::NamedExpr(named) if !matches!(*named.target, Expr::Name(_)) => {
                let message = format!("cannot use assignment expressions with {}", name_of(&named.target));
                self.error(span(&*named.target), message);
            }
            _ => {}
        }
        let generators = match expr {
            Expr::ListComp(e) => &e.generators[..],
            Expr::SetComp(e) => &e.generators,
            Expr::DictComp(e) => &e.generators,
            Expr::GeneratorExp(e) => &e.generators,
            _ => &[],
        };
        generators.iter().for_each(|generator| self.top_target(&generator.target, ""));
        match expr {
            Expr::Lambda(e) => {
                e.args.posonlyargs.iter().chain(&e.args.args).chain(&e.args.kwonlyargs).for_each(|param| {
                    param.default.iter().for_each(|default| self.expr(default));
                });
                self.apart(Scope::Function, &[&e.body]);
            }
            _ if !generators.is_empty() => {
                let mut inner = Vec::new();
                child_exprs(expr, &mut |child| inner.push(child));
                // A generator expression may await anywhere: that makes it an asynchronous one.
                let is_lazy = matches!(expr, Expr::GeneratorExp(_));
                self.apart(if is_lazy { Scope::Coroutine } else { self.scope }, &inner);
            }
            _ => child_exprs(expr, &mut |child| self.expr(child)),
        }
    }

    /// Expressions with names of their own.
    fn apart(&mut self, scope: Scope, exprs: &[&Expr]) {
        let outer = (self.scope, std::mem::take(&mut self.seen));
        self.scope = scope;
        exprs.iter().for_each(|expr| self.expr(expr));
        (self.scope, self.seen) = outer;
    }
}

fn params(args: &ast::Arguments) -> Vec<&ast::Arg> {
    let plain = args.posonlyargs.iter().chain(&args.args).chain(&args.kwonlyargs).map(|param| &param.def);
    plain.chain(args.vararg.as_deref()).chain(args.kwarg.as_deref()).collect()
}

/// What CPython calls an expression that stands where it must not.
fn name_of(expr: &Expr) -> &'static str {
    match expr {
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => "expression",
        Expr::NamedExpr(_) => "named expression",
        Expr::Lambda(_) => "lambda",
        Expr::IfExp(_) => "conditional expression",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::GeneratorExp(_) => "generator expression",
        Expr::Await(_) => "await expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Compare(_) => "comparison",
        Expr::Call(_) => "function call",
        Expr::FormattedValue(_) | Expr::JoinedStr(_) => "f-string expression",
        Expr::Constant(constant) => match constant.value {
            Constant::None => "None",
            Constant::Bool(true) => "True",
            Constant::Bool(false) => "False",
            Constant::Ellipsis => "ellipsis",
            Constant::Str(_)
            | Constant::Bytes(_)
            | Constant::Int(_)
            | Constant::Tuple(_)
            | Constant::Float(_)
            | Constant::Complex { .. } => "literal",
        },
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Slice(_) => "slice",
    }
}
