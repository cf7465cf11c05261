//! Powers that go straight into a number of C's: Cython computes them as C does there, even where the default of `cpow`
//! makes a float of a power of integers, or a complex number of one of reals. `cpow=False` that is written does not.

use super::Instance;
use super::body::Body;
use crate::hir::{BinOp, Expr, ExprKind, Target, TargetKind};
use crate::ty::{Form, Num, Rules, Type};

pub(super) fn is_power(value: &Expr) -> bool {
    matches!(value.kind, ExprKind::Binary { op: BinOp::Pow, .. })
}

/// A power of reals, the exponent no integer, that goes into a real number of C's: `pow` of C.
pub fn is_direct_real(instance: &Instance, value: &Expr, base: &Type, exponent: &Type) -> bool {
    instance.direct_powers.contains_key(&value.id) && is_fractional(base, exponent)
}

/// Whether it is a power of reals, the exponent no integer.
pub fn is_fractional(base: &Type, exponent: &Type) -> bool {
    let real =
        |ty: &Type| ty.num().filter(|num| num.rules == Rules::C && (num.repr.is_integer() || num.repr.is_float()));
    let (Some(_), Some(exponent)) = (real(base), real(exponent)) else { return false };
    exponent.repr.is_float()
}

impl<'a> Body<'a, '_> {
    /// The value becomes one of this type.
    pub(super) fn direct_power(&mut self, value: &Expr, into: &Type) {
        let is_c = |num: Num| num.rules == Rules::C && (num.repr.is_integer() || num.repr.is_float());
        let said = self.directives.cpow_said;
        if let Some(num) = into.num().filter(|num| !said && is_power(value) && is_c(*num)) {
            self.instance.direct_powers.insert(value.id, num);
        }
    }

    pub(super) fn goes_into_integer(&self, value: &Expr) -> bool {
        self.instance.direct_powers.get(&value.id).is_some_and(|num| num.repr.is_integer())
    }

    /// Arguments whose type depends on where they go, where the callee declares its parameters.
    pub(super) fn direct_arguments(&mut self, func: &Expr, args: &[Expr]) {
        let Some(id) = super::resolve::function(self.module(), func) else { return };
        let function = &self.module().functions[id.0 as usize];
        let signed = function.signatures.first().map_or(&[][..], |signature| &signature.params);
        for (at, (arg, param)) in args.iter().zip(&function.params).enumerate() {
            if let Some(declared) = &function.webs[param.web.0 as usize].declared {
                self.direct_power(arg, declared);
                self.want_number(arg, declared);
            }
            if let Some(Some(declared)) = signed.get(at) {
                self.want_pointer(arg, declared);
            }
        }
    }

    /// The type that a target is declared to have.
    pub(super) fn place_type(&mut self, target: &'a Target) -> Option<Type> {
        match &target.kind {
            TargetKind::Local(web) => self.function.webs[web.0 as usize].declared.clone(),
            TargetKind::Attribute { value, name } => {
                let whole = self.expr(value);
                self.field(&whole, name)
            }
            TargetKind::Index { value, .. } => {
                let whole = self.expr(value);
                match whole.array() {
                    Some(array) => (array.form == Form::View).then(|| array.item()),
                    None => whole.pointee().cloned(),
                }
            }
            TargetKind::Global(name) => super::memory::variable(self.module(), name).cloned(),
            TargetKind::Tuple { .. } => None,
        }
    }
}
