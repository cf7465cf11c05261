//! Calls of what C knows: functions, structs, values that are no functions; names that are cimported.

use super::{Check, is_c};
use crate::diag::{Code, Diagnostic};
use crate::hir::{Expr, ExprKind, FuncId, Module};
use crate::ty::{StructId, Type};
use crate::types::{libc, memory, resolve};

/// The names of C's headers that a module cimports, and that pyrx does not know.
pub(super) fn unknown_imports(module: &Module) -> Vec<Diagnostic> {
    let unknown = module.cimports.iter().filter(|(path, _)| libc::is_unknown(path));
    unknown.map(|(path, span)| libc::unknown_name(path, *span)).collect()
}

impl<'a> Check<'a> {
    pub(super) fn call(&mut self, func: &'a Expr, args: &'a [Expr], keywords: &'a [(String, Expr)]) {
        if let Some(id) = resolve::function(self.module, func) {
            return self.c_function(id, args, keywords);
        }
        if let Some(id) = memory::made_struct(self.module, func) {
            return self.new_struct(id, args, keywords);
        }
        let ty = self.ty(func);
        let is_path = matches!(func.kind, ExprKind::Global(_) | ExprKind::Attribute { .. })
            && resolve::path(self.module, func).is_some();
        if is_c(ty) && !is_path {
            let span = crate::span::Span::new(self.after(func), self.after(func));
            self.error(Code::C_CALL, span, format!("Calling non-function type '{}'", self.named(ty)));
        }
    }

    /// A call of a C function of the module. How many arguments it takes, the lowering says.
    fn c_function(&mut self, id: FuncId, args: &'a [Expr], keywords: &'a [(String, Expr)]) {
        let callee = &self.module.functions[id.0 as usize];
        if !callee.is_c_function() {
            return;
        }
        for (name, value) in keywords {
            let span = self.keyword(name, value);
            match callee.params.iter().position(|param| param.name == *name) {
                None => {
                    let message = format!("C function got unexpected keyword argument '{name}'");
                    return self.error(Code::C_CALL, span, message);
                }
                Some(at) if at < args.len() => {
                    return self.error(Code::C_CALL, span, format!("argument '{name}' passed twice"));
                }
                Some(_) => {}
            }
        }
        if callee.fused.is_some() {
            return;
        }
        let declared = callee.signatures.first().map_or(&[][..], |signature| &signature.params);
        for (at, (param, declared)) in callee.params.iter().zip(declared).enumerate() {
            let named = || keywords.iter().find(|(name, _)| *name == param.name).map(|(_, value)| value);
            if let Some(arg) = args.get(at).or_else(named) {
                self.given(arg, declared.as_ref());
                self.view_passed(arg, declared.as_ref());
                if self.released && matches!(declared, None | Some(Type::Object)) && is_c(self.ty(arg)) {
                    self.error(Code::NOGIL, self.place(arg), "Converting to Python object not allowed without gil");
                }
            }
        }
    }

    /// A view goes to a parameter that is one.
    fn view_passed(&mut self, arg: &'a Expr, declared: Option<&Type>) {
        let (Type::Array(from), Some(Type::Array(to))) = (self.ty(arg), declared) else { return };
        if from.form == crate::ty::Form::View && to.form == from.form && !from.conforms_to(*to) {
            let (from, to) = (self.named(&Type::Array(*from)), self.named(&Type::Array(*to)));
            let message = format!("Memoryview '{from}' not conformable to memoryview '{to}'.");
            self.error(Code::C_CONVERSION, self.place(arg), message);
        }
    }

    fn new_struct(&mut self, id: StructId, args: &'a [Expr], keywords: &'a [(String, Expr)]) {
        let Some(one) = self.module.structs.get(id.0 as usize) else { return };
        if let Some((name, value)) = keywords.iter().find(|(name, _)| one.field(name).is_none()) {
            let message = format!("struct '{}' has no field '{name}'", one.name);
            return self.error(Code::C_CALL, self.keyword(name, value), message);
        }
        for (value, (_, ty)) in args.iter().zip(&one.fields) {
            self.given(value, Some(ty));
        }
        for (name, value) in keywords {
            self.given(value, one.field(name).map(|(_, ty)| ty));
        }
    }
}
