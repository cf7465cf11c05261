//! The parameters and the result that a function of a `.pyx` declares.

use super::{Check, is_c};
use crate::diag::Code;
use crate::syntax::cython::CKind;
use crate::ty::Type;

impl Check<'_> {
    pub(super) fn header(&mut self) {
        let (Some(c), Some(signature)) = (&self.function.c, self.function.signatures.first()) else { return };
        let (function, returns) = (self.function, signature.returns.as_ref());
        match returns {
            Some(Type::Fixed(..)) => {
                self.error(Code::C_DECLARATION, function.name_span, "Function cannot return an array");
            }
            Some(ty) if c.kind == CKind::Cpdef && !ty.converts(&self.module.structs) => {
                let message = format!("Cannot convert '{}' to Python object", self.named(ty));
                self.error(Code::C_DECLARATION, function.name_span, message);
            }
            _ => {}
        }
        if c.nogil && !c.takes_lock && c.kind != CKind::Def && matches!(returns, None | Some(Type::Object)) {
            let message = "Function with Python return type cannot be declared nogil";
            self.error(Code::NOGIL, function.name_span, message);
        }
        for (param, ty) in function.params.iter().zip(&signature.params) {
            let (Some(ty), Some(span)) = (ty, param.annotation) else { continue };
            let address = match ty {
                Type::Function(_) => true,
                Type::Pointer(item) | Type::Fixed(item, _) => !item.is_byte(),
                Type::Struct(_) => !ty.converts(&self.module.structs),
                _ => false,
            };
            // An array is passed as a pointer.
            let ty = &ty.pointee().map_or_else(|| ty.clone(), |item| Type::Pointer(Box::new(item.clone())));
            if c.kind != CKind::Cdef && address {
                let message = format!("Cannot convert Python object argument to type '{}'", self.named(ty));
                self.error(Code::C_DECLARATION, span, message);
            } else if is_c(ty) && ty.array().is_none() && param.written.as_ref().is_some_and(|written| !written.none) {
                self.error(Code::C_DECLARATION, span, "Only Python type arguments can have 'not None'");
            }
        }
    }
}
