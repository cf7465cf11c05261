//! Methods of strings.

use super::arith::kernel;
use super::builder::Lower;
use super::coerce::Fidelity;
use crate::hir;
use crate::ir::Expr;
use crate::ty::{Num, Type};
use crate::types::{Arg, TextMethod};

impl<'a> Lower<'a> {
    pub(super) fn text_method(&mut self, method: &TextMethod, text: Expr, args: &'a [hir::Expr]) -> Expr {
        let ty = method.result();
        if let (Type::Char, Some(path)) = (&text.ty, method.char_kernel) {
            return kernel(path, vec![text], ty);
        }
        let text = self.coerce(text, &Type::Str);
        let mut values = vec![self.hold(text)];
        for (value, want) in self.operands(args).into_iter().zip(method.args) {
            values.push(self.text_argument(value, *want));
        }
        match method.raises {
            true => self.raising(method.kernel, values, ty),
            false => {
                self.op(crate::ir::Op::Kernel { path: method.kernel, args: values, ty: ty.clone(), raises: false }, ty)
            }
        }
    }

    fn text_argument(&mut self, value: Expr, want: Arg) -> Expr {
        match want {
            Arg::Text => self.coerce(value, &Type::Str),
            Arg::Int => self.convert(value, Num::INT, Fidelity::Exact),
            Arg::Texts => value,
        }
    }
}
