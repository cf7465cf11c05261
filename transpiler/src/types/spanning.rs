//! Variables of a `.pyx` that are declared without a type: each is of one type to Cython, which holds what all its
//! assignments give, whether or not their paths meet.
//!
//! ```text
//! def f(int n, double x):
//!     v = n           # 3.0: `v` is a `double`
//!     y = v
//!     v = x
//!     return y, v
//! ```
//!
//! Numbers are what shows it. Where an object is among the values, the variable is an object, which each web is for itself.

use super::body::Body;
use super::resolve;
use crate::hir::{Expr, ExprKind, WebId};
use crate::ty::{Kind, Num, Repr, Rules, Sense, Type};

/// Functions whose integers are numbers to Cython, C's or of the class `int`.
const GIVE_NUMBERS: [&str; 7] =
    ["builtins.abs", "builtins.hash", "builtins.int", "builtins.len", "builtins.max", "builtins.min", "builtins.ord"];

const DOUBLE: Num = Num::c(Repr::F64);

const DOUBLE_COMPLEX: Num = Num::c(Repr::C128);

impl Body<'_, '_> {
    /// What a web takes a value of this type as.
    pub(super) fn spanning(&self, web: usize, ty: &Type) -> Type {
        let Type::Num(num) = *ty else { return ty.clone() };
        let own = &self.function.webs[web];
        if !self.module().is_of_pyx(self.function) || !is_plain(num) || self.is_param(own.variable) {
            return ty.clone();
        }
        // What is no `double complex` is an object of Python's.
        let num = if num == Num::c(Repr::C64) { DOUBLE_COMPLEX } else { num };
        if !own.rebound {
            return Type::Num(num);
        }
        // Where two values of single precision meet, Cython takes the type of Python's floats.
        let num = if num == Num::c(Repr::F32) { DOUBLE } else { num };
        Type::Num(if self.inference.is_spanning() { self.with_others(own.variable, num) } else { num })
    }

    /// An integer of Python's that a variable holds beside one of C's: a `long`, as literals are.
    pub(super) fn as_long(&self, ty: &Type, beside: &Type) -> Type {
        let in_c = beside.num().is_some_and(|num| num.rules == Rules::C && num.repr.is_integer() && is_plain(num));
        match *ty == Type::INT && in_c && self.module().is_of_pyx(self.function) {
            true => Type::Num(Num::c(Repr::I64)),
            false => ty.clone(),
        }
    }

    /// The number that holds the values of all webs of a variable.
    fn with_others(&self, variable: u32, num: Num) -> Num {
        let webs = self.function.webs.iter().enumerate().filter(|(_, web)| web.variable == variable);
        let mut kind = num.repr.kind();
        for (at, _) in webs {
            if self.instance.objects.contains(&WebId(at as u32)) {
                return num;
            }
            match &self.instance.webs[at] {
                Type::Never => {}
                Type::Num(other) if is_plain(*other) => kind = kind.max(other.repr.kind()),
                _ => return num,
            }
        }
        match (num.repr.kind(), kind) {
            (Kind::Signed | Kind::Unsigned, Kind::Float) => DOUBLE,
            (Kind::Signed | Kind::Unsigned | Kind::Float, Kind::Complex) => DOUBLE_COMPLEX,
            _ => num,
        }
    }

    fn is_param(&self, variable: u32) -> bool {
        self.function.params.iter().any(|param| self.function.webs[param.web.0 as usize].variable == variable)
    }

    /// Notes a variable that is given an integer which is an object to Cython.
    pub(super) fn note_object(&mut self, web: WebId, value: &Expr) {
        if self.module().is_of_pyx(self.function) && self.is_object_to_cython(value) {
            self.instance.objects.insert(web);
        }
    }

    /// Whether it is an integer that Cython holds as an object of any class.
    fn is_object_to_cython(&self, value: &Expr) -> bool {
        let is_object = |value: &Expr| self.is_object_to_cython(value);
        let Some(num) = self.instance.expr(value.id).num() else { return false };
        if num.rules != Rules::Python || !num.repr.is_integer() {
            return false;
        }
        match &value.kind {
            ExprKind::Local { web, .. } => self.instance.objects.contains(web),
            ExprKind::Call { func, .. } => {
                resolve::path(self.module(), func).is_none_or(|path| !GIVE_NUMBERS.contains(&path.name.as_str()))
            }
            ExprKind::Binary { left, right, .. } => is_object(left) || is_object(right),
            ExprKind::Unary { operand, .. } => is_object(operand),
            ExprKind::IfExp { then, orelse, .. } => is_object(then) || is_object(orelse),
            _ => false,
        }
    }
}

impl Body<'_, '_> {
    /// Whether an integer beside a number of single precision is an object to Cython. In place, it is a variable's.
    pub(super) fn beside_single(&self, value: Option<&Expr>) -> bool {
        let in_c = |path: resolve::Path| matches!(path.name.as_str(), "builtins.len" | "builtins.ord");
        let object = match value.map(|value| &value.kind) {
            Some(ExprKind::Local { web, .. }) => self.function.webs[web.0 as usize].unbounded,
            Some(ExprKind::Call { func, .. }) => !resolve::path(self.module(), func).is_some_and(in_c),
            Some(ExprKind::Binary { left, right, .. }) => {
                self.beside_single(Some(left)) || self.beside_single(Some(right))
            }
            Some(ExprKind::Unary { operand, .. }) => self.beside_single(Some(operand)),
            Some(ExprKind::Const(_)) => false,
            _ => true,
        };
        object && self.module().is_of_pyx(self.function)
    }

    /// Whether it is an integer that Cython holds as an object of the class `int`: of a variable that does not bound it.
    pub(super) fn is_int_object(&self, value: &Expr) -> bool {
        let num = self.instance.expr(value.id).num();
        let python = num.is_some_and(|num| num.rules == Rules::Python && num.repr.is_integer());
        let holds = |web: &WebId| self.function.webs[web.0 as usize].unbounded || self.instance.objects.contains(web);
        match &value.kind {
            _ if !python => false,
            ExprKind::Local { web, .. } => holds(web),
            ExprKind::Binary { left, right, .. } => self.is_int_object(left) || self.is_int_object(right),
            ExprKind::Unary { operand, .. } => self.is_int_object(operand),
            _ => self.is_object_to_cython(value),
        }
    }
}

/// Whether it is a number of C's, or what Cython makes one of.
pub(super) fn is_plain(num: Num) -> bool {
    matches!(num.rules, Rules::Python | Rules::C) && num.sense == Sense::Number && num.repr != Repr::Bool
}
