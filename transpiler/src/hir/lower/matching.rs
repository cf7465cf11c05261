//! `match` statements: chains of `if`. Patterns of mappings, and of classes that are not built in, are the interpreter's.
//!
//! before: `match s: case 1 | 2: a  case (x, 3) if x > 3: b  case _: c`
//! after:  `t = s; if t == 1 or t == 2: a  elif sequence(t) and len(t) == 2 and t[1] == 3 and bind(x, t[0]) and x > 3: b
//!         else: c`

use super::function::Lowerer;
use crate::hir::{CmpOp, Const, Expr, ExprKind, Index, IndexItem, Stmt, StmtKind, Target, TargetKind, WebId};
use crate::span::Span;
use crate::syntax;
use crate::syntax::ast::{self, Pattern};

/// Built-in classes whose pattern takes the subject itself: `int(n)`.
const SELF_MATCHING: &[&str] = &[
    "builtins.bool",
    "builtins.bytearray",
    "builtins.bytes",
    "builtins.dict",
    "builtins.float",
    "builtins.frozenset",
    "builtins.int",
    "builtins.list",
    "builtins.set",
    "builtins.str",
    "builtins.tuple",
];

/// The subject of a pattern: a variable, or a part of what is in one.
#[derive(Clone, Copy)]
enum Place {
    Whole(u32),
    /// From the end, if negative.
    Item(u32, i64),
    /// What a starred pattern takes: all but so many at both ends.
    Rest(u32, i64, i64),
}

/// What must hold for a pattern to match, in order, and what it binds then.
#[derive(Default)]
struct Tests<'m> {
    tests: Vec<Expr>,
    captures: Vec<(&'m str, Place, Span)>,
}

impl<'m> Lowerer<'m> {
    pub(super) fn match_(&mut self, s: &'m ast::StmtMatch, span: Span) -> Vec<Stmt> {
        if let Some(pattern) = s.cases.iter().find_map(|case| self.beyond(&case.pattern, false)) {
            let clause = "it has a `match` statement with patterns of mappings or of classes that are not built in";
            self.leave_at(syntax::span(pattern), clause, None);
            return vec![Stmt { span, kind: StmtKind::Left }];
        }
        let value = self.expr(&s.subject);
        let place = value.span;
        let subject = self.new_variable("match", place);
        let target = Target { span: place, kind: TargetKind::Local(self.define(subject, place)) };
        let mut stmts = vec![Stmt { span: place, kind: StmtKind::Assign { targets: vec![target], value } }];
        stmts.extend(self.cases(&s.cases, subject));
        stmts
    }

    fn cases(&mut self, cases: &'m [ast::MatchCase], subject: u32) -> Vec<Stmt> {
        let Some((case, rest)) = cases.split_first() else { return Vec::new() };
        let span = syntax::span(&case.pattern);
        if let (Some(name), None) = (irrefutable(&case.pattern), &case.guard) {
            let mut stmts = vec![self.bind_all(name, subject, span)];
            stmts.extend(self.block(&case.body));
            return stmts;
        }
        let mut tests = self.pattern_tests(&case.pattern, Place::Whole(subject));
        tests.extend(self.optional(case.guard.as_deref()));
        let cond = match tests.len() {
            // A wildcard takes all that is left.
            0 => return self.block(&case.body),
            _ => self.all(tests, span),
        };
        let then = self.block(&case.body);
        let orelse = self.cases(rest, subject);
        vec![Stmt { span, kind: StmtKind::If { cond, then, orelse } }]
    }

    /// `name = subject`, for the case that takes all that is left.
    fn bind_all(&mut self, name: &'m str, subject: u32, span: Span) -> Stmt {
        let value = self.place(Place::Whole(subject), span);
        let kind = match self.function_variable(&self.mangle(name)) {
            Some(variable) => TargetKind::Local(self.define(variable, span)),
            None => TargetKind::Global(self.mangle(name)),
        };
        Stmt { span, kind: StmtKind::Assign { targets: vec![Target { span, kind }], value } }
    }

    /// What must hold for the whole pattern to match; captures come last, bind and hold.
    fn pattern_tests(&mut self, pattern: &'m Pattern, place: Place) -> Vec<Expr> {
        let mut all = Tests::default();
        self.tests(pattern, place, &mut all);
        let Tests { mut tests, captures } = all;
        tests.extend(captures.into_iter().map(|(name, place, span)| self.capture(name, place, span)));
        tests
    }

    fn tests(&mut self, pattern: &'m Pattern, place: Place, all: &mut Tests<'m>) {
        let span = syntax::span(pattern);
        match pattern {
            Pattern::MatchValue(p) => {
                let left = Box::new(self.place(place, span));
                let right = self.expr(&p.value);
                all.tests.push(self.made(span, ExprKind::Compare { left, rest: vec![(CmpOp::Eq, right)] }));
            }
            Pattern::MatchSingleton(p) => {
                let left = Box::new(self.place(place, span));
                let value = match p.value {
                    ast::Constant::Bool(value) => Const::Bool(value),
                    _ => Const::None,
                };
                let right = self.made(span, ExprKind::Const(value));
                all.tests.push(self.made(span, ExprKind::Compare { left, rest: vec![(CmpOp::Is, right)] }));
            }
            Pattern::MatchOr(p) => {
                let values: Vec<Expr> = p.patterns.iter().map(|one| self.holds(one, place)).collect();
                all.tests.push(self.made(span, ExprKind::Bool { and: false, values }));
            }
            Pattern::MatchAs(p) => {
                if let Some(inner) = &p.pattern {
                    self.tests(inner, place, all);
                }
                all.captures.extend(p.name.as_ref().map(|name| (name.as_str(), place, span)));
            }
            Pattern::MatchSequence(p) => self.sequence(&p.patterns, place, span, all),
            Pattern::MatchClass(p) => {
                let class = self.expr(&p.cls);
                let subject = self.place(place, span);
                all.tests.push(self.builtin_call("isinstance", vec![subject, class], span));
                if let [inner] = p.patterns.as_slice() {
                    self.tests(inner, place, all);
                }
            }
            // `beyond` has found it.
            Pattern::MatchMapping(_) => {}
            // Taken by the sequence around.
            Pattern::MatchStar(_) => {}
        }
    }

    fn sequence(&mut self, patterns: &'m [Pattern], place: Place, span: Span, all: &mut Tests<'m>) {
        let (variable, bound) = self.variable_of(place, span);
        all.tests.extend(bound);
        let subject = |cx: &mut Self| cx.place(Place::Whole(variable), span);
        let is_sequence = ExprKind::IsSequence(Box::new(subject(self)));
        all.tests.push(self.made(span, is_sequence));
        let star = patterns.iter().position(|one| matches!(one, Pattern::MatchStar(_)));
        let least = patterns.len() - usize::from(star.is_some());
        let length = subject(self);
        let length = Box::new(self.builtin_call("len", vec![length], span));
        let wanted = self.made(span, ExprKind::Const(Const::Int(least.into())));
        let op = if star.is_some() { CmpOp::Ge } else { CmpOp::Eq };
        all.tests.push(self.made(span, ExprKind::Compare { left: length, rest: vec![(op, wanted)] }));
        for (at, one) in patterns.iter().enumerate() {
            let from_end = at as i64 - patterns.len() as i64;
            match (one, star) {
                (Pattern::MatchStar(rest), _) => {
                    let place = Place::Rest(variable, at as i64, from_end + 1);
                    all.captures.extend(rest.name.as_ref().map(|name| (name.as_str(), place, span)));
                }
                (_, Some(star)) if at > star => self.tests(one, Place::Item(variable, from_end), all),
                _ => self.tests(one, Place::Item(variable, at as i64), all),
            }
        }
    }

    /// A variable that holds the part, and the test that puts it there and holds.
    fn variable_of(&mut self, place: Place, span: Span) -> (u32, Option<Expr>) {
        match place {
            Place::Whole(variable) => (variable, None),
            Place::Item(..) | Place::Rest(..) => {
                let variable = self.new_variable("match", span);
                let bound = self.bound(variable, place, span);
                (variable, Some(bound))
            }
        }
    }

    /// Whether one alternative matches.
    fn holds(&mut self, pattern: &'m Pattern, place: Place) -> Expr {
        let span = syntax::span(pattern);
        let tests = self.pattern_tests(pattern, place);
        self.all(tests, span)
    }

    fn all(&mut self, mut tests: Vec<Expr>, span: Span) -> Expr {
        match tests.len() {
            0 => self.made(span, ExprKind::Const(Const::Bool(true))),
            1 => tests.swap_remove(0),
            _ => self.made(span, ExprKind::Bool { and: true, values: tests }),
        }
    }

    fn capture(&mut self, name: &str, place: Place, span: Span) -> Expr {
        let name = self.mangle(name);
        match self.function_variable(&name) {
            Some(variable) => self.bound(variable, place, span),
            None => {
                self.leave_at(span, "it captures a global with `match`", None);
                self.made(span, ExprKind::Left)
            }
        }
    }

    /// `((variable := part), True)[1]`
    fn bound(&mut self, variable: u32, place: Place, span: Span) -> Expr {
        let value = Box::new(self.place(place, span));
        let web = self.define(variable, span);
        let bound = self.made(span, ExprKind::Walrus { web, value });
        let holds = self.made(span, ExprKind::Const(Const::Bool(true)));
        let pair = self.made(span, ExprKind::Tuple(vec![bound, holds]));
        self.item(pair, 1, span)
    }

    fn place(&mut self, place: Place, span: Span) -> Expr {
        let variable =
            |cx: &mut Self, variable| cx.made(span, ExprKind::Local { web: WebId(variable), check_bound: false });
        match place {
            Place::Whole(whole) => variable(self, whole),
            Place::Item(whole, at) => {
                let whole = variable(self, whole);
                self.item(whole, at, span)
            }
            Place::Rest(whole, before, after) => {
                let whole = Box::new(variable(self, whole));
                let bound =
                    |cx: &mut Self, at: i64| (at != 0).then(|| cx.made(span, ExprKind::Const(Const::Int(at.into()))));
                let (lower, upper) = (bound(self, before), bound(self, after));
                let items = vec![IndexItem::Slice { lower, upper, step: None }];
                let rest = ExprKind::Index { value: whole, index: Index { items, tuple: false, span } };
                let rest = self.made(span, rest);
                self.builtin_call("list", vec![rest], span)
            }
        }
    }

    fn item(&mut self, value: Expr, at: i64, span: Span) -> Expr {
        let at = self.made(span, ExprKind::Const(Const::Int(at.into())));
        let index = Index { items: vec![IndexItem::Expr(at)], tuple: false, span };
        self.made(span, ExprKind::Index { value: Box::new(value), index })
    }

    fn builtin_call(&mut self, name: &str, args: Vec<Expr>, span: Span) -> Expr {
        let func = Box::new(self.made(span, ExprKind::Global(name.to_string())));
        self.made(span, ExprKind::Call { func, args, keywords: Vec::new() })
    }

    pub(super) fn made(&mut self, span: Span, kind: ExprKind) -> Expr {
        Expr { id: self.next_id(), span, kind }
    }

    /// A part of a pattern that only the interpreter matches; `inside`: of a sequence, where what alternatives bind must
    /// wait for the rest.
    fn beyond(&self, pattern: &'m Pattern, inside: bool) -> Option<&'m Pattern> {
        match pattern {
            Pattern::MatchValue(_) | Pattern::MatchSingleton(_) | Pattern::MatchStar(_) => None,
            Pattern::MatchOr(_) if inside && binds(pattern) => Some(pattern),
            Pattern::MatchOr(p) => p.patterns.iter().find_map(|one| self.beyond(one, inside)),
            Pattern::MatchAs(p) => p.pattern.as_deref().and_then(|one| self.beyond(one, inside)),
            Pattern::MatchSequence(_) if !["isinstance", "len", "list"].iter().all(|name| self.is_builtin(name)) => {
                Some(pattern)
            }
            Pattern::MatchSequence(p) => p.patterns.iter().find_map(|one| self.beyond(one, true)),
            Pattern::MatchClass(p) => match p.patterns.as_slice() {
                _ if !p.kwd_attrs.is_empty() || !self.is_self_matching(&p.cls) => Some(pattern),
                [] => None,
                [inner] => self.beyond(inner, true),
                _ => Some(pattern),
            },
            Pattern::MatchMapping(_) => Some(pattern),
        }
    }

    /// Whether a name is the builtin of that name, here.
    fn is_builtin(&self, name: &str) -> bool {
        self.lookup(name).is_none()
            && self.context.scope.path(name).is_some_and(|path| path == format!("builtins.{name}"))
    }

    fn is_self_matching(&self, class: &ast::Expr) -> bool {
        let ast::Expr::Name(name) = class else { return false };
        let builtin = self.context.scope.path(&name.id).filter(|_| self.lookup(&name.id).is_none());
        self.is_builtin("isinstance") && builtin.is_some_and(|path| SELF_MATCHING.contains(&path.as_str()))
    }
}

/// Whether the pattern binds a name.
fn binds(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::MatchValue(_) | Pattern::MatchSingleton(_) => false,
        Pattern::MatchStar(p) => p.name.is_some(),
        Pattern::MatchAs(p) => p.name.is_some() || p.pattern.as_deref().is_some_and(binds),
        Pattern::MatchOr(p) => p.patterns.iter().any(binds),
        Pattern::MatchSequence(p) => p.patterns.iter().any(binds),
        Pattern::MatchClass(p) => p.patterns.iter().chain(&p.kwd_patterns).any(binds),
        Pattern::MatchMapping(p) => p.rest.is_some() || p.patterns.iter().any(binds),
    }
}

/// The name that a bare capture binds.
fn irrefutable(pattern: &Pattern) -> Option<&str> {
    match pattern {
        Pattern::MatchAs(ast::PatternMatchAs { pattern: None, name: Some(name), .. }) => Some(name),
        _ => None,
    }
}
