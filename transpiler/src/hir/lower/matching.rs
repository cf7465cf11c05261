//! `match` statements whose patterns are values, alternatives, captures and wildcards: chains of `if`.
//!
//! before: `match s: case 1 | 2: a  case x if x > 3: b  case _: c`
//! after:  `t = s; if t == 1 or t == 2: a  elif bind(x, t) and x > 3: b  else: c`

use super::function::Lowerer;
use crate::hir::{CmpOp, Const, Expr, ExprKind, Index, IndexItem, Stmt, StmtKind, Target, TargetKind, WebId};
use crate::span::Span;
use crate::syntax;
use crate::syntax::ast::{self, Pattern};

impl<'m> Lowerer<'m> {
    pub(super) fn match_(&mut self, s: &'m ast::StmtMatch, span: Span) -> Vec<Stmt> {
        if let Some(pattern) = s.cases.iter().find_map(|case| beyond(&case.pattern)) {
            let clause = "it has a `match` statement with patterns of sequences, mappings or classes";
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
        let mut tests = Vec::new();
        self.tests(&case.pattern, subject, &mut tests);
        tests.extend(self.optional(case.guard.as_deref()));
        let cond = match tests.len() {
            // A wildcard takes all that is left.
            0 => return self.block(&case.body),
            1 => tests.swap_remove(0),
            _ => self.made(span, ExprKind::Bool { and: true, values: tests }),
        };
        let then = self.block(&case.body);
        let orelse = self.cases(rest, subject);
        vec![Stmt { span, kind: StmtKind::If { cond, then, orelse } }]
    }

    /// `name = subject`, for the case that takes all that is left.
    fn bind_all(&mut self, name: &'m str, subject: u32, span: Span) -> Stmt {
        let value = self.subject(subject, span);
        let kind = match self.function_variable(&self.mangle(name)) {
            Some(variable) => TargetKind::Local(self.define(variable, span)),
            None => TargetKind::Global(self.mangle(name)),
        };
        Stmt { span, kind: StmtKind::Assign { targets: vec![Target { span, kind }], value } }
    }

    /// What must hold for the pattern to match, in order; captures bind and hold.
    fn tests(&mut self, pattern: &'m Pattern, subject: u32, tests: &mut Vec<Expr>) {
        let span = syntax::span(pattern);
        match pattern {
            Pattern::MatchValue(p) => {
                let left = Box::new(self.subject(subject, span));
                let right = self.expr(&p.value);
                tests.push(self.made(span, ExprKind::Compare { left, rest: vec![(CmpOp::Eq, right)] }));
            }
            Pattern::MatchSingleton(p) => {
                let left = Box::new(self.subject(subject, span));
                let value = match p.value {
                    ast::Constant::Bool(value) => Const::Bool(value),
                    _ => Const::None,
                };
                let right = self.made(span, ExprKind::Const(value));
                tests.push(self.made(span, ExprKind::Compare { left, rest: vec![(CmpOp::Is, right)] }));
            }
            Pattern::MatchOr(p) => {
                let values: Vec<Expr> = p.patterns.iter().map(|one| self.holds(one, subject)).collect();
                tests.push(self.made(span, ExprKind::Bool { and: false, values }));
            }
            Pattern::MatchAs(p) => {
                if let Some(inner) = &p.pattern {
                    self.tests(inner, subject, tests);
                }
                if let Some(name) = &p.name {
                    tests.push(self.capture(name, subject, span));
                }
            }
            // `beyond` has found them.
            Pattern::MatchSequence(_) | Pattern::MatchMapping(_) | Pattern::MatchClass(_) | Pattern::MatchStar(_) => {}
        }
    }

    /// Whether one alternative matches.
    fn holds(&mut self, pattern: &'m Pattern, subject: u32) -> Expr {
        let span = syntax::span(pattern);
        let mut tests = Vec::new();
        self.tests(pattern, subject, &mut tests);
        match tests.len() {
            0 => self.made(span, ExprKind::Const(Const::Bool(true))),
            1 => tests.swap_remove(0),
            _ => self.made(span, ExprKind::Bool { and: true, values: tests }),
        }
    }

    /// `((name := subject), True)[1]`
    fn capture(&mut self, name: &str, subject: u32, span: Span) -> Expr {
        let name = self.mangle(name);
        let Some(variable) = self.function_variable(&name) else {
            self.leave_at(span, "it captures a global with `match`", None);
            return self.made(span, ExprKind::Left);
        };
        let value = Box::new(self.subject(subject, span));
        let web = self.define(variable, span);
        let bound = self.made(span, ExprKind::Walrus { web, value });
        let holds = self.made(span, ExprKind::Const(Const::Bool(true)));
        let pair = Box::new(self.made(span, ExprKind::Tuple(vec![bound, holds])));
        let one = self.made(span, ExprKind::Const(Const::Int(1.into())));
        let index = Index { items: vec![IndexItem::Expr(one)], tuple: false, span };
        self.made(span, ExprKind::Index { value: pair, index })
    }

    fn subject(&mut self, subject: u32, span: Span) -> Expr {
        self.made(span, ExprKind::Local { web: WebId(subject), check_bound: false })
    }

    pub(super) fn made(&mut self, span: Span, kind: ExprKind) -> Expr {
        Expr { id: self.next_id(), span, kind }
    }
}

/// The name that a bare capture binds.
fn irrefutable(pattern: &Pattern) -> Option<&str> {
    match pattern {
        Pattern::MatchAs(ast::PatternMatchAs { pattern: None, name: Some(name), .. }) => Some(name),
        _ => None,
    }
}

/// A part of a pattern that looks into the subject.
fn beyond(pattern: &Pattern) -> Option<&Pattern> {
    match pattern {
        Pattern::MatchValue(_) | Pattern::MatchSingleton(_) => None,
        Pattern::MatchOr(p) => p.patterns.iter().find_map(beyond),
        Pattern::MatchAs(p) => p.pattern.as_deref().and_then(beyond),
        Pattern::MatchSequence(_) | Pattern::MatchMapping(_) | Pattern::MatchClass(_) | Pattern::MatchStar(_) => {
            Some(pattern)
        }
    }
}
