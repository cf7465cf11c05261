//! Statements.

use super::expr::binary;
use super::function::Lowerer;
use crate::diag::{Code, Diagnostic};
use crate::hir::{
    AugTarget, Const, Deleted, Expr, ExprKind, Handler, Stmt, StmtKind, Target, TargetKind, Written, sign,
};
use crate::options::Directives;
use crate::span::Span;
use crate::syntax;
use crate::syntax::ast::{self, Stmt as S};
use crate::ty::{Kind, Num, Type};

const NESTED: &str = "move it to module level and pass what it uses as arguments";
const IMPORT: &str = "import at the top of the module";

/// The option of `prange` and `parallel` that says how many threads there are.
const THREADS: &str = "num_threads";

/// What `with` may take from `pyrx` and `cython` that is no directive.
const BLOCKS: [&str; 5] = ["nogil", "gil", "parallel", "parallel.parallel", "critical_section"];

impl<'m> Lowerer<'m> {
    pub(super) fn block(&mut self, block: &'m [S]) -> Vec<Stmt> {
        block.iter().flat_map(|stmt| self.stmt(stmt)).collect()
    }

    /// Most statements are one; some stand for several.
    fn stmt(&mut self, stmt: &'m S) -> Vec<Stmt> {
        let span = syntax::span(stmt);
        match stmt {
            S::Delete(s) => s.targets.iter().flat_map(|target| self.delete(target)).collect(),
            S::Match(s) => self.match_(s, span),
            S::With(s) => match self.with_directives(s) {
                Some(directives) => {
                    let threads = self.threads_of_team(s);
                    let around = std::mem::replace(&mut self.team_threads, threads);
                    let kind = self.directed(directives, |cx| cx.block(&s.body));
                    self.team_threads = around;
                    vec![Stmt { span, kind }]
                }
                None => self.managed(&s.items, &s.body),
            },
            S::For(s) if super::cforms::is_from(&s.iter) => self.for_from(s, span),
            S::For(s) if !self.directives.nogil && self.releases_lock(&s.iter) => {
                let directives = Directives { nogil: true, ..self.directives.clone() };
                let kind = self.directed(directives, |cx| vec![Stmt { span, kind: cx.stmt_kind(stmt, span) }]);
                vec![Stmt { span, kind }]
            }
            S::FunctionDef(s) if let Some(made) = self.nested(stmt, &s.name) => vec![made],
            S::AsyncFunctionDef(s) if let Some(made) = self.nested(stmt, &s.name) => vec![made],
            S::ClassDef(s) if let Some(made) = self.nested(stmt, &s.name) => vec![made],
            S::Expr(s) if let Some(declared) = self.declarations(&s.value) => {
                declared.iter().map(|one| Stmt { span, kind: self.declared_by_keyword(one) }).collect()
            }
            S::Import(_) | S::ImportFrom(_) if let Some(made) = self.imported(stmt) => vec![made],
            S::If(s) => match self.branch_taken(s) {
                Some(truth) => self.block(if truth { &s.body } else { &s.orelse }),
                None => vec![Stmt { span, kind: self.stmt_kind(stmt, span) }],
            },
            _ => vec![Stmt { span, kind: self.stmt_kind(stmt, span) }],
        }
    }

    fn delete(&mut self, target: &'m ast::Expr) -> Vec<Stmt> {
        use ast::Expr as E;
        let span = syntax::span(target);
        let deleted = match target {
            E::Tuple(ast::ExprTuple { elts, .. }) | E::List(ast::ExprList { elts, .. }) => {
                return elts.iter().flat_map(|element| self.delete(element)).collect();
            }
            E::Attribute(e) => Deleted::Attribute { value: self.expr(&e.value), name: self.mangle(&e.attr) },
            E::Subscript(e) => {
                let value = self.expr(&e.value);
                Deleted::Index { value, index: self.index(&e.slice) }
            }
            E::Name(e) if self.lookup(&self.mangle(&e.id)).is_none() => Deleted::Global(self.mangle(&e.id)),
            _ => Deleted::Local(self.expr(target)),
        };
        vec![Stmt { span, kind: StmtKind::Delete(deleted) }]
    }

    fn stmt_kind(&mut self, stmt: &'m S, span: Span) -> StmtKind {
        match stmt {
            S::Return(s) => StmtKind::Return(self.optional(s.value.as_deref())),
            S::Assign(s) if let Some((target, ty, value)) = self.declaration(s) => self.declared(target, ty, value),
            S::Assign(s) => {
                for target in &s.targets {
                    self.check_pointer(self.type_of_name(target), &s.value);
                }
                let value = self.expr(&s.value);
                StmtKind::Assign { targets: s.targets.iter().map(|target| self.target(target)).collect(), value }
            }
            S::AugAssign(s) => self.aug_assign(s),
            S::AnnAssign(s) => self.declared(&s.target, &s.annotation, s.value.as_deref()),
            S::For(s) => {
                let mut iter = self.expr(&s.iter);
                if self.is_prange(&s.iter) {
                    self.limit_threads(&mut iter);
                }
                let target = self.target(&s.target);
                let body = self.block(&s.body);
                StmtKind::For { target, iter, body, orelse: self.block(&s.orelse) }
            }
            S::While(s) => {
                let cond = self.expr(&s.test);
                let body = self.block(&s.body);
                StmtKind::While { cond, body, orelse: self.block(&s.orelse) }
            }
            S::If(s) => {
                let cond = self.expr(&s.test);
                let then = self.block(&s.body);
                StmtKind::If { cond, then, orelse: self.block(&s.orelse) }
            }
            S::Raise(s) => {
                let exc = self.optional(s.exc.as_deref());
                StmtKind::Raise { exc, cause: self.optional(s.cause.as_deref()) }
            }
            S::Try(s) => self.try_(s),
            S::Assert(s) => {
                let cond = self.expr(&s.test);
                StmtKind::Assert { cond, message: self.optional(s.msg.as_deref()) }
            }
            S::Expr(s) => StmtKind::Expr(self.expr(&s.value)),
            // Its effect on name resolution has been taken.
            S::Global(_) | S::Pass(_) => StmtKind::Pass,
            S::Break(_) => StmtKind::Break,
            S::Continue(_) => StmtKind::Continue,
            S::FunctionDef(s) => self.left(span, &format!("it defines a nested function `{}`", s.name), Some(NESTED)),
            S::AsyncFunctionDef(s) => {
                self.left(span, &format!("it defines a nested function `{}`", s.name), Some(NESTED))
            }
            S::ClassDef(s) => self.left(span, &format!("it defines a class `{}`", s.name), Some(NESTED)),
            S::TypeAlias(_) => self.left(span, "it defines a type alias", None),
            S::AsyncFor(_) | S::AsyncWith(_) => self.left(span, "it is a coroutine", None),
            // Taken by `stmt`.
            S::Delete(_) | S::Match(_) | S::With(_) => StmtKind::Pass,
            S::TryStar(_) => self.left(span, "it has an `except*` clause", None),
            S::Import(_) | S::ImportFrom(_) => self.left(span, "it imports a module", Some(IMPORT)),
            S::Nonlocal(_) => self.left(span, "it has a `nonlocal` statement", None),
        }
    }

    /// The directives in force under `with cython.boundscheck(False), ...:`; `None` if some item is no directive.
    fn with_directives(&mut self, with: &'m ast::StmtWith) -> Option<Directives> {
        let mut directives = self.directives.clone();
        for item in &with.items {
            if let Some((nogil, applies)) = self.c_lock(&item.context_expr) {
                if applies {
                    self.check_lock(nogil, directives.nogil, syntax::span(&item.context_expr));
                    directives.nogil = nogil;
                }
                continue;
            }
            if let Some((nogil, applies)) = self.pure_lock(item) {
                directives.nogil = if applies { nogil } else { directives.nogil };
                continue;
            }
            if self.is_parallel(item) {
                directives.team = true;
                continue;
            }
            let (name, call) = self.directive_call(item)?;
            let span = syntax::span(call);
            sign::apply_in_block(&mut directives, &name, call, span, &mut self.annotations.diagnostics);
        }
        Some(directives)
    }

    /// `with nogil` and `with gil` of a `.pyx`, with a condition or without: whether the lock is not held in the block, and
    /// whether the condition holds.
    fn c_lock(&mut self, item: &'m ast::Expr) -> Option<(bool, bool)> {
        let (named, call) = called(item);
        let ast::Expr::Name(name) = named else { return None };
        let nogil = match name.id.as_str() {
            "nogil" => true,
            "gil" => false,
            _ => return None,
        };
        if self.context.c.is_none() || self.lookup(&name.id).is_some() {
            return None;
        }
        Some((nogil, self.lock_applies(nogil, call)))
    }

    /// Whether the condition of a lock, if it has one, holds.
    fn lock_applies(&mut self, nogil: bool, call: Option<&'m ast::ExprCall>) -> bool {
        let Some(call) = call else { return true };
        self.condition_of(call).unwrap_or_else(|| {
            let name = if nogil { "nogil" } else { "gil" };
            let message = format!("Non-constant condition in a `with {name}(<condition>)` statement");
            self.annotations.diagnostics.push(Diagnostic::error(Code::NOGIL, syntax::span(call), message));
            false
        })
    }

    /// `prange(..., nogil=True)` of a `.pyx`: as in a block `with nogil`.
    fn releases_lock(&self, iter: &ast::Expr) -> bool {
        let ast::Expr::Call(call) = iter else { return false };
        let is_true = |value: &ast::Expr| match value {
            ast::Expr::Constant(constant) => matches!(constant.value, ast::Constant::Bool(true)),
            _ => false,
        };
        let says_so = |word: &ast::Keyword| word.arg.as_deref() == Some("nogil") && is_true(&word.value);
        self.context.c.is_some() && call.keywords.iter().any(says_so) && self.is_prange(iter)
    }

    /// The lock is released where it is held, or may be, and taken where it is not.
    fn check_lock(&mut self, nogil: bool, before: bool, span: Span) {
        if nogil == before && !(nogil && self.without_lock) {
            let message = match nogil {
                true => "Trying to release the GIL while it was not previously acquired.",
                false => "Trying to acquire the GIL while it is already held.",
            };
            self.annotations.diagnostics.push(Diagnostic::error(Code::NOGIL, span, message));
        }
    }

    /// As [`Self::c_lock`], for `pyrx.nogil`, `cython.nogil` and `cython.gil`.
    fn pure_lock(&mut self, item: &'m ast::WithItem) -> Option<(bool, bool)> {
        let (named, call) = called(&item.context_expr);
        let is_local = root_name(named).is_none_or(|root| self.lookup(&self.mangle(root)).is_some());
        if is_local || item.optional_vars.is_some() {
            return None;
        }
        let nogil = match self.context.scope.path_of(named)?.as_str() {
            "pyrx.nogil" | "cython.nogil" => true,
            "cython.gil" => false,
            _ => return None,
        };
        Some((nogil, self.lock_applies(nogil, call)))
    }

    /// How many threads `with parallel(num_threads=n)` asks for.
    fn threads_of_team(&self, with: &'m ast::StmtWith) -> Option<&'m ast::Expr> {
        let item = with.items.iter().find(|item| self.is_parallel(item))?;
        let ast::Expr::Call(call) = &item.context_expr else { return None };
        call.keywords.iter().find(|word| word.arg.as_deref() == Some(THREADS)).map(|word| &word.value)
    }

    /// The threads that a block `with parallel(num_threads=n)` has are those of its loop.
    fn limit_threads(&mut self, prange: &mut Expr) {
        if let (ExprKind::Call { keywords, .. }, Some(threads)) = (&mut prange.kind, self.team_threads.take()) {
            keywords.push((THREADS.to_owned(), self.expr(threads)));
        }
    }

    fn is_prange(&self, iter: &ast::Expr) -> bool {
        let ast::Expr::Call(call) = iter else { return false };
        let is_local = root_name(&call.func).is_none_or(|root| self.lookup(&self.mangle(root)).is_some());
        !is_local && self.context.scope.path_of(&call.func).is_some_and(|path| path == "cython.parallel.prange")
    }

    /// `cython.parallel.parallel(...)`
    fn is_parallel(&self, item: &ast::WithItem) -> bool {
        let (ast::Expr::Call(call), None) = (&item.context_expr, &item.optional_vars) else { return false };
        let is_local = root_name(&call.func).is_none_or(|root| self.lookup(&self.mangle(root)).is_some());
        !is_local && self.context.scope.path_of(&call.func).is_some_and(|path| path == "cython.parallel.parallel")
    }

    /// `pyrx.boundscheck(False)` or `cython.boundscheck(False)`, misspelt ones included.
    fn directive_call<'w>(&self, item: &'w ast::WithItem) -> Option<(String, &'w ast::ExprCall)> {
        let (ast::Expr::Call(call), None) = (&item.context_expr, &item.optional_vars) else { return None };
        if self.lookup(&self.mangle(root_name(&call.func)?)).is_some() {
            return None;
        }
        let path = self.context.scope.path_of(&call.func)?;
        let (package, name) = path.split_once('.')?;
        let directive = matches!(package, "pyrx" | "cython") && !BLOCKS.contains(&name);
        directive.then(|| (name.to_owned(), call))
    }

    fn directed(&mut self, directives: Directives, body: impl FnOnce(&mut Self) -> Vec<Stmt>) -> StmtKind {
        let around = std::mem::replace(&mut self.directives, directives);
        let body = body(self);
        let directives = std::mem::replace(&mut self.directives, around);
        StmtKind::Directed { directives: Box::new(directives), body }
    }

    fn left(&mut self, span: Span, clause: &str, hint: Option<&str>) -> StmtKind {
        self.leave_at(span, clause, hint);
        StmtKind::Left
    }

    fn aug_assign(&mut self, s: &'m ast::StmtAugAssign) -> StmtKind {
        let (mut target, variable) = self.aug_target(&s.target);
        let value = self.expr(&s.value);
        let result = self.next_id();
        if let (AugTarget::Local { write, span, .. }, Some(variable)) = (&mut target, variable) {
            *write = self.define(variable, *span);
        }
        StmtKind::AugAssign { target, op: binary(s.op), value, result }
    }

    /// `x = cython.declare(T, value)`: the variable, its type, what it is set to.
    fn declaration(&self, s: &'m ast::StmtAssign) -> Option<(&'m ast::Expr, &'m ast::Expr, Option<&'m ast::Expr>)> {
        let ([target @ ast::Expr::Name(_)], ast::Expr::Call(call)) = (&s.targets[..], &*s.value) else { return None };
        let ([ty, value @ ..], []) = (&call.args[..], &call.keywords[..]) else { return None };
        (self.is_declare(&call.func) && value.len() < 2).then(|| (target, ty, value.first()))
    }

    /// `cython.declare(x=T, y=U)`: the variables and their types.
    pub(super) fn declarations<'e>(&self, value: &'e ast::Expr) -> Option<&'e [ast::Keyword]> {
        let ast::Expr::Call(call) = value else { return None };
        let named = call.args.is_empty() && call.keywords.iter().all(|keyword| keyword.arg.is_some());
        (named && !call.keywords.is_empty() && self.is_declare(&call.func)).then_some(&call.keywords)
    }

    fn is_declare(&self, func: &ast::Expr) -> bool {
        let is_local = root_name(func).is_none_or(|root| self.lookup(&self.mangle(root)).is_some());
        !is_local && self.context.scope.path_of(func).as_deref() == Some("cython.declare")
    }

    /// `x=T` of `cython.declare`.
    fn declared_by_keyword(&mut self, keyword: &'m ast::Keyword) -> StmtKind {
        let span = syntax::span(&keyword.value);
        let name = keyword.arg.as_ref().map_or("", |name| name.as_str());
        let Some(variable) = self.lookup(&self.mangle(name)) else {
            return self.left(span, &format!("`cython.declare` declares `{name}`, which is a global"), None);
        };
        let declared = self.annotations.local(&keyword.value);
        self.give_type(variable, &keyword.value, declared.clone());
        match self.zero(declared.as_ref()) {
            Some(kind) => {
                let value = Expr { id: self.next_id(), span, kind };
                let target = Target { span, kind: TargetKind::Local(self.define(variable, span)) };
                StmtKind::Assign { targets: vec![target], value }
            }
            None => StmtKind::Pass,
        }
    }

    /// Gives a variable the type of its first declaration.
    fn give_type(&mut self, variable: u32, annotation: &'m ast::Expr, declared: Option<Type>) {
        let asked = self.asked_by(annotation, None).map(|asked| Written { none: true, ..asked });
        let written = self.written(annotation).or(asked);
        let own = &mut self.variables[variable as usize];
        if declared.is_some() && own.declared.is_none() {
            (own.declared, own.written) = (declared, written);
        } else if own.written.is_none() {
            own.written = written;
        }
    }

    /// `target: annotation = value`
    fn declared(&mut self, target: &'m ast::Expr, annotation: &'m ast::Expr, value: Option<&'m ast::Expr>) -> StmtKind {
        let mut declared = None;
        if let ast::Expr::Name(name) = target {
            declared = self.annotations.local(annotation);
            if !self.check_declared(name, annotation, declared.as_ref(), value.is_some()) {
                return StmtKind::Pass;
            }
            let variable = self.lookup(&self.mangle(&name.id));
            if let Some(variable) = variable {
                self.give_type(variable, annotation, declared.clone());
            }
        }
        self.declares = true;
        let set = match value {
            Some(value) => {
                self.check_pointer(self.c_type(annotation), value);
                let value = self.expr(value);
                StmtKind::Assign { targets: vec![self.target(target)], value }
            }
            None => self.zeroed(target, declared),
        };
        self.declares = false;
        if let ast::Expr::Name(name) = target {
            self.keep_type(name, annotation);
        }
        set
    }

    /// What is declared in a `.pyx` without a value is zero; C's arrays and structs lie in memory from the start.
    fn zeroed(&mut self, target: &'m ast::Expr, declared: Option<Type>) -> StmtKind {
        let Some(kind) = self.zero(declared.as_ref()) else { return StmtKind::Pass };
        let span = syntax::span(target);
        let value = Expr { id: self.next_id(), span, kind };
        StmtKind::Assign { targets: vec![self.target(target)], value }
    }

    /// In a `.py` a variable whose address is taken is there from the start, too: whoever has the address sets it.
    pub(super) fn there_from_start(&mut self) -> Vec<Stmt> {
        let of_py = self.context.c.is_none();
        let lie = (0u32..).zip(&self.variables).filter(|(at, one)| one.in_memory && of_py && !self.params.contains(at));
        let lie: Vec<(u32, Span, ExprKind)> = lie
            .filter_map(|(at, one)| match &one.declared {
                Some(Type::Num(num)) => Some((at, one.span, ExprKind::Const(zero(*num)))),
                Some(Type::Pointer(_) | Type::Function(_)) => Some((at, one.span, ExprKind::Null)),
                _ => None,
            })
            .collect();
        let set = |(at, span, kind)| {
            let value = Expr { id: self.next_id(), span, kind };
            let target = Target { span, kind: TargetKind::Local(self.define(at, span)) };
            Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } }
        };
        lie.into_iter().map(set).collect()
    }

    fn zero(&self, declared: Option<&Type>) -> Option<ExprKind> {
        match declared {
            Some(Type::Fixed(..) | Type::Struct(_)) => Some(ExprKind::Null),
            Some(Type::Num(num)) if self.context.c.is_some() => Some(ExprKind::Const(zero(*num))),
            Some(Type::Char) if self.context.c.is_some() => Some(ExprKind::Const(Const::Str("\0".to_owned()))),
            Some(Type::Pointer(_) | Type::Function(_)) if self.context.c.is_some() => Some(ExprKind::Null),
            _ => None,
        }
    }

    fn try_(&mut self, s: &'m ast::StmtTry) -> StmtKind {
        let body = self.block(&s.body);
        let handlers = s.handlers.iter().map(|ast::ExceptHandler::ExceptHandler(h)| self.handler(h)).collect();
        let orelse = self.block(&s.orelse);
        StmtKind::Try { body, handlers, orelse, finally: self.block(&s.finalbody) }
    }

    fn handler(&mut self, handler: &'m ast::ExceptHandlerExceptHandler) -> Handler {
        let span = syntax::span(handler);
        let class = self.optional(handler.type_.as_deref());
        let mut bind = None;
        if let Some(name) = &handler.name {
            let name = self.mangle(name);
            match self.lookup(&name) {
                Some(variable) => bind = Some(self.define(variable, span)),
                None => self.leave_at(span, "it binds an exception to a global", None),
            }
        }
        Handler { span, class, bind, body: self.block(&handler.body) }
    }
}

/// The zero of a number type.
fn zero(num: Num) -> Const {
    match num.repr.kind() {
        Kind::Bool => Const::Bool(false),
        Kind::Signed | Kind::Unsigned => Const::Int(0.into()),
        Kind::Float => Const::Float(0.0),
        Kind::Complex => Const::Imaginary(0.0),
    }
}

/// The name that a dotted expression starts from.
fn root_name(expr: &ast::Expr) -> Option<&str> {
    match expr {
        ast::Expr::Name(name) => Some(&name.id),
        ast::Expr::Attribute(attribute) => root_name(&attribute.value),
        _ => None,
    }
}

/// What an expression calls, or is.
fn called(expr: &ast::Expr) -> (&ast::Expr, Option<&ast::ExprCall>) {
    match expr {
        ast::Expr::Call(call) => (&*call.func, Some(call)),
        other => (other, None),
    }
}
