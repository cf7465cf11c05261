//! Variables of C's at module level: plain ones lie in memory, the others in cells that hand out shares.

use super::builder::Lower;
use crate::hir::{self, ExprKind as Hir};
use crate::ir::{Expr, Op, Place, PyOp, StmtKind};
use crate::ty::{StaticId, Type};
use crate::types;
use crate::types::libc::CLibraryVariable;

impl Lower<'_> {
    /// The variable of C's that a module-level name stands for.
    pub(super) fn variable(&self, name: &str) -> Option<StaticId> {
        match self.module.globals.get(name)? {
            hir::Global::CVariable(id) => Some(*id),
            _ => None,
        }
    }

    /// The place of a variable that lies in memory.
    pub(super) fn variable_place(&self, expr: &hir::Expr) -> Option<Place> {
        let Hir::Global(name) = &expr.kind else { return None };
        Some(self.plain_variable(name)?.0)
    }

    /// As [`Self::variable_place`], by the name, with the type.
    pub(super) fn plain_variable(&self, name: &str) -> Option<(Place, Type)> {
        let id = self.variable(name)?;
        let ty = self.variable_type(id);
        ty.is_plain().then(|| (Place::of_static(id), ty))
    }

    fn variable_type(&self, id: StaticId) -> Type {
        self.module.statics.get(id.0 as usize).map_or(Type::Object, |one| one.ty.clone())
    }

    /// Its value; an array of C's is the pointer to its first item.
    pub(super) fn variable_value(&mut self, id: StaticId) -> Expr {
        match self.variable_type(id) {
            Type::Fixed(item, _) => self.address_of(Place::of_static(id), &item),
            ty if ty.is_plain() => self.op(Op::Get { place: Place::of_static(id), ty: ty.clone() }, ty),
            ty => self.op(Op::Static { id, ty: ty.clone() }, ty),
        }
    }

    /// What a module-level name that is assigned to holds.
    pub(super) fn global_value(&mut self, name: &str) -> Expr {
        match (self.variable(name), types::memory::settable(self.module, name)) {
            (Some(id), _) => self.variable_value(id),
            (None, Some(variable)) => self.library_value(variable),
            (None, None) => self.op(Op::Python(PyOp::Global(name.to_owned())), Type::Object),
        }
    }

    /// Assigns to a module-level name.
    pub(super) fn set_global(&mut self, name: &str, value: Expr) {
        if let Some(id) = self.variable(name) {
            return self.put_variable(id, value);
        }
        if let Some(variable) = types::memory::settable(self.module, name) {
            return self.set_library(variable, value);
        }
        let value = self.boxed(value);
        self.note_python(format!("the global `{name}` is assigned"), None);
        self.push(StmtKind::Eval(Op::Python(PyOp::SetGlobal(name.to_owned(), value))));
    }

    /// Sets a variable of the C library's.
    pub(super) fn set_library(&mut self, variable: &CLibraryVariable, value: Expr) {
        let Some(path) = variable.set else { return };
        let value = self.coerce(value, &variable.ty.ty());
        self.push(StmtKind::Eval(Op::Kernel { path, args: vec![value], ty: Type::None, raises: false }));
    }

    /// The value of a variable of the C library's.
    pub(super) fn library_value(&mut self, variable: &CLibraryVariable) -> Expr {
        let ty = variable.ty.ty();
        self.op(Op::Kernel { path: variable.read, args: Vec::new(), ty: ty.clone(), raises: false }, ty)
    }

    fn put_variable(&mut self, id: StaticId, value: Expr) {
        let ty = self.variable_type(id);
        let written = self.module.statics[id.0 as usize].written.as_ref();
        if ty.is_plain() {
            let is_number = value.ty == Type::Object && ty.num().is_some();
            let value = if is_number { self.coerce_written(value, &ty, written) } else { value };
            return self.put(Place::of_static(id), &ty, value);
        }
        let value = self.coerce_written(value, &ty, written);
        self.push(StmtKind::Eval(Op::SetStatic(id, value)));
    }
}
