//! Calls from Python of a function of a `.pyx`: what its boundary would refuse is the interpreter's call, which raises.
//!
//! before: `y = f(n)`, where `f` takes an `int` of C's
//! after:  `if n != (n as i32 as i64): python call f(box n); escape` and `y = call f(n as i32) as i64`
//!
//! And from a `.pyx` of a function of Python: natively, unless it cannot be or an integer of Python's leaves 64 bits in it.
//!
//! before: `y = g(n)`
//! after:  `r = attempt g(n as i64)` and `y = (python call g(box n)) if r.1 else (box r.0)`

use super::builder::Lower;
use super::coerce::{Fidelity, cast, compare, negative};
use super::cond::or;
use crate::hir;
use crate::ir::{Expr, ExprKind, FnId, Op, PyOp, Raise, Relation, StmtKind};
use crate::ty::{Kind, Num, Repr, Type};
use crate::types::{InstId, Source};

const TAKEN: &str = "a value that C has no room for was taken";

impl<'a> Lower<'a> {
    /// A call of a function of a sibling that is of the other dialect.
    pub(super) fn dialect_call(
        &mut self,
        target: InstId,
        sources: &'a [Source],
        func: &'a hir::Expr,
        args: Vec<Expr>,
        keywords: Vec<(String, Expr)>,
    ) -> Expr {
        let args: Vec<Expr> = args.into_iter().map(|arg| self.hold(arg)).collect();
        let keywords: Vec<(String, Expr)> =
            keywords.into_iter().map(|(name, value)| (name, self.hold(value))).collect();
        match self.module.is_of_pyx(self.source) {
            true => self.call_of_python(target, sources, func, args, keywords),
            false => self.call_of_pyx(target, sources, func, args, keywords),
        }
    }

    /// A call of a function of Python with values that are C's.
    fn call_of_python(
        &mut self,
        target: InstId,
        sources: &'a [Source],
        func: &'a hir::Expr,
        args: Vec<Expr>,
        keywords: Vec<(String, Expr)>,
    ) -> Expr {
        let callee = &self.typed.instances[target.0 as usize];
        let before = std::mem::take(&mut self.assumptions);
        self.assume_function(func, callee.func);
        let rests_on = std::mem::replace(&mut self.assumptions, before);
        let name = self.shown(func);
        self.attempts.insert(name.clone(), rests_on);
        let mut values = Vec::new();
        for (at, (source, ty)) in sources.iter().zip(&callee.params).enumerate() {
            let value = match source {
                Source::Arg(at) => args[*at].clone(),
                Source::Keyword(at) => keywords[*at].1.clone(),
                Source::Default(_) => self.default_value(callee.func, at),
            };
            let value = match crate::types::dialect_class(&value.ty) {
                Some(class) => cast(value, class),
                None => value,
            };
            // As the boundary takes it: a `float` of an `int` is the nearest.
            values.push(match ty {
                Type::Num(num) => self.convert(value, *num, Fidelity::Arithmetic),
                _ => self.coerce(value, ty),
            });
        }
        let returns = super::builder::settled(&callee.returns);
        let pair = Type::Tuple(vec![returns.clone(), Type::BOOL]);
        let made = self.op(Op::Call { func: FnId(target.0), args: values, attempt: Some(name) }, pair);
        let made = self.hold(made);
        let field = |at: u32, ty: Type| Expr { ty, kind: ExprKind::Field(Box::new(made.clone()), at) };
        let orelse = self.in_block(|cx| cx.boxed_quietly(field(0, returns)));
        let then = self.in_block(|cx| cx.interpreters_call(func, args, keywords));
        self.choose(field(1, Type::BOOL), then, orelse, &Type::Object)
    }

    /// A call with values that are Python's of a function that takes C's.
    fn call_of_pyx(
        &mut self,
        target: InstId,
        sources: &'a [Source],
        func: &'a hir::Expr,
        args: Vec<Expr>,
        keywords: Vec<(String, Expr)>,
    ) -> Expr {
        let callee = &self.typed.instances[target.0 as usize];
        self.assume_function(func, callee.func);
        let (mut values, mut refused) = (Vec::new(), None);
        for (at, (source, ty)) in sources.iter().zip(&callee.params).enumerate() {
            let value = match source {
                Source::Arg(at) => args[*at].clone(),
                Source::Keyword(at) => keywords[*at].1.clone(),
                Source::Default(_) => self.default_value(callee.func, at),
            };
            let (value, lost) = into_c(value, ty);
            values.push(value);
            refused = refused.into_iter().chain(lost).reduce(or);
        }
        if let Some(cond) = refused {
            let (then, ()) = self.in_block(|cx| cx.refused_call(func, args, keywords));
            self.push(StmtKind::If { cond, then, orelse: Vec::new() });
        }
        let ty = super::builder::settled(&callee.returns);
        let result = self.op(Op::Call { func: FnId(target.0), args: values, attempt: None }, ty);
        match crate::types::dialect_result(&result.ty) {
            Some(Type::Object) => self.boxed(result),
            Some(ty) => cast(result, ty),
            None => result,
        }
    }

    /// The interpreter's call, which says what is wrong with an argument.
    fn refused_call(&mut self, func: &'a hir::Expr, args: Vec<Expr>, keywords: Vec<(String, Expr)>) {
        let made = self.interpreters_call(func, args, keywords);
        self.push(StmtKind::Eval(Op::Use(made)));
        self.push(StmtKind::Raise(Raise::Escape(TAKEN)));
    }

    fn interpreters_call(&mut self, func: &'a hir::Expr, args: Vec<Expr>, keywords: Vec<(String, Expr)>) -> Expr {
        let func = self.callee_object(func);
        let args = args.into_iter().map(|arg| self.boxed_quietly(arg)).collect();
        let keywords = keywords.into_iter().map(|(name, value)| (name, self.boxed_quietly(value))).collect();
        self.op(Op::Python(PyOp::Call { func, args, keywords }), Type::Object)
    }

    /// A value as an object, of which the report says nothing: the call is native.
    fn boxed_quietly(&mut self, value: Expr) -> Expr {
        match value.ty {
            Type::Object => value,
            _ => self.op(Op::Python(PyOp::Box(value)), Type::Object),
        }
    }
}

/// A value as the boundary of a `.pyx` has it, and whether it would be refused.
fn into_c(value: Expr, ty: &Type) -> (Expr, Option<Expr>) {
    match (value.ty.num(), ty) {
        (Some(from), Type::Num(to)) => number_into_c(value, from, *to),
        _ => (Expr { ty: ty.clone(), kind: value.kind }, None),
    }
}

fn number_into_c(value: Expr, from: Num, to: Num) -> (Expr, Option<Expr>) {
    let narrowed = match to.repr {
        // By way of a double, as `PyFloat_AsDouble` has it.
        Repr::F32 => cast(cast(value.clone(), Type::Num(Num::c(Repr::F64))), Type::Num(to)),
        _ => cast(value.clone(), Type::Num(to)),
    };
    let integer = |num: Num| matches!(num.repr.kind(), Kind::Signed | Kind::Unsigned);
    if !integer(from) || !integer(to) {
        return (narrowed, None);
    }
    let signs = [from, to].map(|num| num.repr.kind() == Kind::Signed);
    let changed = || compare(Relation::Ne, cast(narrowed.clone(), Type::Num(from)), value.clone());
    let wider = to.repr.size() > from.repr.size();
    let same = to.repr.size() == from.repr.size();
    let lost = match signs {
        [true, true] | [false, false] => (!wider && !same).then(changed),
        [false, true] if wider => None,
        [false, true] => {
            Some(if same { negative(narrowed.clone()) } else { or(changed(), negative(narrowed.clone())) })
        }
        [true, false] if wider || same => Some(negative(value.clone())),
        [true, false] => Some(changed()),
    };
    (narrowed, lost)
}
