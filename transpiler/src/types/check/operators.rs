//! Operators between values of C's, and what may be a condition.

use super::{Check, is_c};
use crate::diag::Code;
use crate::hir::{AugTarget, BinOp, CmpOp, Const, Expr, ExprKind, UnaryOp};
use crate::span::Span;
use crate::ty::{Num, Type};
use crate::types::{memory, resolve};

impl<'a> Check<'a> {
    pub(super) fn binary(&mut self, whole: &'a Expr, op: BinOp, left: &'a Expr, right: &'a Expr) {
        let span = self.place(whole);
        let of = |side| self.operand(side).or_else(|| self.nothing(side));
        let operands = of(left).zip(of(right));
        if let Some((a, b)) = operands.filter(|(a, b)| [a, b].into_iter().any(|ty| is_c(ty) || **ty == Type::None)) {
            self.operation(op, a, b, span);
        }
    }

    /// `target op= value`
    pub(super) fn in_place(&mut self, target: &'a AugTarget, op: BinOp, value: &'a Expr, span: Span) {
        let old = match target {
            AugTarget::Local { read, .. } => Some(self.instance.web(*read).clone()),
            AugTarget::Global { name, .. } => memory::variable(self.module, name).cloned(),
            AugTarget::Index { value, index, .. } => self.item_type(value, index),
            AugTarget::Attribute { .. } => None,
        };
        let (Some(old), Some(value)) = (old.filter(is_c), self.operand(value)) else { return };
        self.operation(op, &old, value, span);
    }

    fn operation(&mut self, op: BinOp, left: &Type, right: &Type, span: Span) {
        let complex = |ty: &Type| ty.num().is_some_and(|num| num.repr.is_complex());
        let numbers = left.num().is_some() && right.num().is_some();
        let message = match op {
            _ if allows(op, left, right) => return,
            BinOp::Mod if numbers => {
                let ty = if complex(left) { left } else { right };
                format!("mod operator not supported for type '{}'", self.named(ty))
            }
            BinOp::FloorDiv if numbers => {
                let ty = if complex(left) { left } else { right };
                format!("binary operator // not supported for {}", self.named(ty))
            }
            _ => format!("Invalid operand types for '{}' ({}; {})", op.sign(), self.named(left), self.named(right)),
        };
        self.error(Code::C_CONVERSION, span, message);
    }

    pub(super) fn unary(&mut self, whole: &'a Expr, op: UnaryOp, operand: &'a Expr) {
        let ty = self.ty(operand);
        let fits = match (op, ty.num()) {
            (UnaryOp::Invert, Some(num)) => integer(num),
            (UnaryOp::Neg | UnaryOp::Pos, Some(_)) => true,
            (_, None) => false,
        };
        if is_c(ty) && !fits {
            let sign = match op {
                UnaryOp::Neg => '-',
                UnaryOp::Pos => '+',
                UnaryOp::Invert => '~',
            };
            let message = format!("Invalid operand type for '{sign}' ({})", self.named(ty));
            self.error(Code::C_CONVERSION, whole.span, message);
        }
    }

    pub(super) fn compare(&mut self, left: &'a Expr, rest: &'a [(CmpOp, Expr)]) {
        let mut before = left;
        for (op, after) in rest {
            let span = Span::new(self.after(before), after.span.end);
            if let (Some(a), Some(b)) = (self.operand(before), self.operand(after)) {
                self.comparison(*op, a, b, span);
            }
            before = after;
        }
    }

    fn comparison(&mut self, op: CmpOp, left: &Type, right: &Type, span: Span) {
        let sign = match op {
            CmpOp::Eq => "==",
            CmpOp::Ne => "!=",
            CmpOp::Lt => "<",
            CmpOp::Le => "<=",
            CmpOp::Gt => ">",
            CmpOp::Ge => ">=",
            CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn => return,
        };
        if !is_c(left) && !is_c(right) {
            return;
        }
        let complex = |ty: &Type| ty.num().is_some_and(|num| num.repr.is_complex());
        let numbers = left.num().is_some() && right.num().is_some();
        let unrelated = match (left.pointee(), right.pointee()) {
            (Some(a), Some(b)) => a != b && *a != Type::None && *b != Type::None,
            (Some(_), None) => right.num().is_some(),
            (None, Some(_)) => left.num().is_some(),
            (None, None) => false,
        };
        if numbers && (complex(left) || complex(right)) && !matches!(op, CmpOp::Eq | CmpOp::Ne) {
            self.error(Code::C_CONVERSION, span, "complex types are unordered");
        } else if unrelated {
            let message = format!("Invalid types for '{sign}' ({}, {})", self.named(left), self.named(right));
            self.error(Code::C_CONVERSION, span, message);
        }
    }

    /// An expression whose truth is asked for.
    pub(super) fn truth(&mut self, cond: &'a Expr) {
        if self.expr(cond) {
            self.condition(cond);
        }
    }

    pub(super) fn condition(&mut self, cond: &'a Expr) {
        let ty = self.ty(cond);
        if is_c(ty) && matches!(ty, Type::Struct(_) | Type::Fixed(..) | Type::Array(_)) {
            let message = format!("Type '{}' not acceptable as a boolean", self.named(ty));
            self.error(Code::C_CONVERSION, self.place(cond), message);
        }
    }

    /// `then if cond else orelse`
    pub(super) fn choice(&mut self, whole: &'a Expr, then: &'a Expr, orelse: &'a Expr) {
        let (Some(a), Some(b)) = (self.operand(then), self.operand(orelse)) else { return };
        let related = match (a, b) {
            (Type::Num(_), Type::Num(_)) => true,
            (Type::Array(_), Type::Array(_)) => true,
            _ if !is_c(a) && !is_c(b) => true,
            _ => match (a.pointee(), b.pointee()) {
                (Some(a), Some(b)) => a == b || *a == Type::None || *b == Type::None,
                _ => a == b,
            },
        };
        if !related {
            let message =
                format!("Incompatible types in conditional expression ({}; {})", self.named(a), self.named(b));
            self.error(Code::C_CONVERSION, whole.span, message);
        }
    }

    /// The type of a call of a C function without a result.
    fn nothing(&self, expr: &Expr) -> Option<&'a Type> {
        let ExprKind::Call { func, .. } = &expr.kind else { return None };
        let id = resolve::function(self.module, func)?;
        let callee = &self.module.functions[id.0 as usize];
        let returns = callee.signatures.first()?.returns.as_ref()?;
        (callee.is_c_function() && *returns == Type::None).then_some(returns)
    }

    /// The type that an operand has in C: its own, or of a literal C's. `None` for what is an object to Cython.
    pub(super) fn operand(&self, expr: &Expr) -> Option<&'a Type> {
        let ty = self.ty(expr);
        (is_c(ty) || is_number(expr)).then_some(ty)
    }
}

/// Whether the expression is a number as it is written.
pub(super) fn is_number(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Const(Const::Int(_) | Const::Float(_) | Const::Imaginary(_) | Const::Bool(_)) => true,
        ExprKind::Unary { operand, .. } => is_number(operand),
        _ => false,
    }
}

fn integer(num: Num) -> bool {
    !num.repr.is_float() && !num.repr.is_complex()
}

fn allows(op: BinOp, left: &Type, right: &Type) -> bool {
    let numbers = left.num().zip(right.num());
    match op {
        BinOp::And | BinOp::Or | BinOp::Xor | BinOp::LShift | BinOp::RShift => {
            numbers.is_some_and(|(a, b)| integer(a) && integer(b))
        }
        BinOp::Mod | BinOp::FloorDiv => numbers.is_some_and(|(a, b)| !a.repr.is_complex() && !b.repr.is_complex()),
        BinOp::Mul | BinOp::Div | BinOp::Pow => numbers.is_some(),
        BinOp::Add | BinOp::Sub => match (left.pointee(), right.pointee()) {
            (None, None) => numbers.is_some(),
            (Some(_), None) => right.num().is_some_and(integer),
            (None, Some(_)) => op == BinOp::Add && left.num().is_some_and(integer),
            // Of different pointers the lowering says what is wrong.
            (Some(_), Some(_)) => op == BinOp::Sub,
        },
        // What `@` does with them, the interpreter says.
        BinOp::MatMul => true,
    }
}
