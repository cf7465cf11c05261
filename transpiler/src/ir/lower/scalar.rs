//! Functions the compiler knows by name, of and to scalars.

use super::arith::kernel;
use super::builder::{Lower, repr_of};
use super::coerce::{Fidelity, cast, compare, tuple, zero_of};
use crate::hir::{self, BinOp};
use crate::ir::{Expr, ExprKind, Relation, Value};
use crate::ty::{Kind, Num, Repr, Rules, Type};
use crate::types::{self, Special};

impl<'a> Lower<'a> {
    /// Whether it is a variable that a `.pyx` declares to hold an object whose length C reads.
    fn counts_itself(&self, value: &hir::Expr, ty: &Type) -> bool {
        let classes = &["str", "bytes", "bytearray", "list", "tuple", "dict", "set", "frozenset"];
        *ty == Type::Object && types::memory::is_of_class(self.module, self.source, value, classes)
    }

    pub(super) fn scalar_special(&mut self, special: &Special, args: &'a [hir::Expr], ty: &Type) -> Expr {
        let constants: Vec<_> = args.iter().map(|arg| types::constant(self.module, arg)).collect();
        let values = self.operands(args);
        match (special, values.as_slice()) {
            (Special::Len, [value]) if self.counts_itself(&args[0], &value.ty) => {
                self.raising("obj::length", vec![value.clone()], Type::INT)
            }
            (Special::Len, [value]) => self.length(value.clone()),
            (Special::Abs, [value]) => self.abs(value.clone(), ty),
            (Special::Min, _) => self.min_max(values, Relation::Lt, ty),
            (Special::Max, _) => self.min_max(values, Relation::Gt, ty),
            (Special::Int | Special::Float, [value]) if matches!(value.ty, Type::Str | Type::Char) => {
                let text = self.coerce(value.clone(), &Type::Str);
                let path = if *ty == Type::INT { "sequence::text_int" } else { "sequence::text_float" };
                self.raising(path, vec![text], ty.clone())
            }
            (Special::Int, [value]) => self.int_of(value.clone(), ty),
            (Special::Float, [value]) => self.convert(value.clone(), Num::FLOAT, Fidelity::Arithmetic),
            (Special::Bool, [value]) => self.truth(value.clone()),
            (Special::Int | Special::Float | Special::Bool | Special::Complex, []) => zero_of(ty),
            (Special::Complex, [value]) => self.convert(value.clone(), Num::COMPLEX, Fidelity::Arithmetic),
            (Special::Complex, [re, im]) => {
                let re = self.convert(re.clone(), Num::FLOAT, Fidelity::Arithmetic);
                let im = self.convert(im.clone(), Num::FLOAT, Fidelity::Arithmetic);
                Expr { ty: Type::COMPLEX, kind: ExprKind::Complex(Box::new(re), Box::new(im)) }
            }
            (Special::Round, [value]) => self.round(value.clone()),
            (Special::Round, [value, digits]) => {
                self.must_be_numpys(value);
                let digits = self.convert(digits.clone(), Num::INT, Fidelity::Exact);
                let path = if *ty == Type::INT { "round::round_int" } else { "round::round_float_digits" };
                self.raising(path, vec![value.clone(), digits], ty.clone())
            }
            (Special::Pow, [a, b]) => self
                .native_binary(BinOp::Pow, a.clone(), b.clone(), &constants[0], &constants[1])
                .unwrap_or_else(Expr::none),
            (Special::Divmod, [a, b]) => {
                let (a, b) = (self.hold(a.clone()), self.hold(b.clone()));
                if let Some(both) = self.divmod(&a, &b, ty) {
                    return both;
                }
                let mut part = |op| {
                    self.native_binary(op, a.clone(), b.clone(), &constants[0], &constants[1])
                        .unwrap_or_else(Expr::none)
                };
                let quotient = part(BinOp::FloorDiv);
                let rest = part(BinOp::Mod);
                tuple(vec![quotient, rest])
            }
            (Special::Ord, [value]) if value.ty == Type::Char => {
                kernel("sequence::text_code", vec![value.clone()], Type::INT)
            }
            (Special::Ord, [value]) => self.raising("sequence::text_ord", vec![value.clone()], Type::INT),
            (Special::Chr, [value]) => {
                let code = self.convert(value.clone(), Num::INT, Fidelity::Exact);
                self.raising("sequence::chr", vec![code], Type::Char)
            }
            (Special::PowMod, _) => {
                let values = values.into_iter().map(|value| self.convert(value, Num::INT, Fidelity::Exact)).collect();
                self.raising("int::pow_mod", values, Type::INT)
            }
            (Special::Range, _) => self.range_value(values),
            (Special::Cast(num), [value]) => self.scalar_cast(value.clone(), *num),
            // Inference admits no other shapes.
            _ => Expr::none(),
        }
    }

    /// `math.isclose(a, b, rel_tol=1e-9, abs_tol=0.0)`
    pub(super) fn is_close(&mut self, args: &'a [hir::Expr], keywords: &'a [(String, hir::Expr)]) -> Expr {
        let mut values = self.operands(args);
        values.extend(
            [1e-9, 0.0].map(|tolerance| Expr { ty: Type::FLOAT, kind: ExprKind::Const(Value::Float(tolerance)) }),
        );
        for (name, value) in keywords {
            let at = if name == "rel_tol" { 2 } else { 3 };
            values[at] = self.expr(value);
        }
        let values = values.into_iter().map(|value| self.convert(value, Num::FLOAT, Fidelity::Arithmetic)).collect();
        self.raising("math::isclose", values, Type::BOOL)
    }

    /// `divmod` of Python's numbers has errors of its own, and that of C's floats works as Python's.
    fn divmod(&mut self, a: &Expr, b: &Expr, ty: &Type) -> Option<Expr> {
        let (x, y) = (a.ty.num()?, b.ty.num()?);
        let Type::Tuple(parts) = ty else { return None };
        let num = parts.first()?.num()?;
        let path = match (x.rules, y.rules) {
            (Rules::Python, Rules::Python) if num.repr.is_float() => "float::divmod",
            (Rules::Python, Rules::Python) => "int::divmod",
            (Rules::C, _) | (_, Rules::C) if num.rules == Rules::C && num.repr.is_float() => "cfloat::divmod",
            _ => return None,
        };
        let a = self.convert(a.clone(), num, Fidelity::Arithmetic);
        let b = self.convert(b.clone(), num, Fidelity::Arithmetic);
        Some(self.raising(path, vec![a, b], ty.clone()))
    }

    fn abs(&mut self, value: Expr, ty: &Type) -> Expr {
        let Some(num) = value.ty.num() else { return value };
        let python = num.rules == Rules::Python;
        match num.repr.kind() {
            Kind::Bool => self.convert(value, Num::INT, Fidelity::Exact),
            Kind::Signed if python => self.raising("int::abs", vec![value], ty.clone()),
            Kind::Unsigned => value,
            Kind::Signed if num.rules == Rules::C && self.directives.overflowcheck => {
                self.raising("cint::abs_checked", vec![value], ty.clone())
            }
            Kind::Signed => {
                let result = kernel("npint::abs", vec![value.clone()], ty.clone());
                self.agreed_unary(value, result, super::origins::magnitude)
            }
            Kind::Float => kernel("npfloat::abs", vec![value], ty.clone()),
            Kind::Complex if num.repr == Repr::C128 && !matches!(num.rules, Rules::NumPy | Rules::C) => {
                self.raising("complex::abs", vec![value], ty.clone())
            }
            Kind::Complex => kernel("npcomplex::abs", vec![value], ty.clone()),
        }
    }

    /// Python keeps the first of equals and compares later ones with what it has.
    fn min_max(&mut self, values: Vec<Expr>, relation: Relation, ty: &Type) -> Expr {
        let mut best: Option<Expr> = None;
        for value in values {
            let value = self.coerce(value, ty);
            let value = self.hold(value);
            best = Some(match best {
                None => value,
                Some(best) => {
                    let better = compare(relation, value.clone(), best.clone());
                    let kind = ExprKind::Select(Box::new(better), Box::new(value), Box::new(best));
                    self.hold(Expr { ty: ty.clone(), kind })
                }
            });
        }
        best.unwrap_or_else(Expr::none)
    }

    fn int_of(&mut self, value: Expr, ty: &Type) -> Expr {
        match (repr_of(&value.ty).kind(), ty) {
            (Kind::Float, _) => {
                let value = cast(value, Type::FLOAT);
                self.raising("conv::float_to_int", vec![value], Type::INT)
            }
            (_, Type::Num(num)) => self.convert(value, *num, Fidelity::Exact),
            _ => value,
        }
    }

    fn round(&mut self, value: Expr) -> Expr {
        match repr_of(&value.ty).kind() {
            Kind::Float => self.raising("round::round_float", vec![value], Type::INT),
            _ => self.convert(value, Num::INT, Fidelity::Exact),
        }
    }

    fn range_value(&mut self, values: Vec<Expr>) -> Expr {
        let ints: Vec<Expr> = values.into_iter().map(|value| self.convert(value, Num::INT, Fidelity::Exact)).collect();
        let args = match <[Expr; 3]>::try_from(ints) {
            Ok(all) => all.to_vec(),
            Err(mut some) => {
                if some.len() == 1 {
                    some.insert(0, Expr::int(0));
                }
                some.push(Expr::int(1));
                some
            }
        };
        self.raising("sequence::range_new", args, Type::Range)
    }

    fn scalar_cast(&mut self, value: Expr, num: Num) -> Expr {
        let from = value.ty.num();
        let float_to_integer = from.is_some_and(|from| from.repr.is_float()) && num.repr.is_integer();
        if float_to_integer && num.rules == Rules::NumPy && from.is_some_and(|from| from.rules == Rules::Python) {
            let whole = self.raising("conv::float_to_int", vec![cast(value, Type::FLOAT)], Type::INT);
            return self.convert(whole, num, Fidelity::Exact);
        }
        let python = from.is_some_and(|from| from.rules == Rules::Python);
        let fidelity = if python && num.repr.is_integer() { Fidelity::Exact } else { Fidelity::Store };
        self.convert(value, num, fidelity)
    }
}
