//! Calls: native instances, catalogue rows, known functions, the interpreter.

use super::arith::kernel;
use super::builder::Lower;
use super::coerce::Fidelity;
use super::origins;
use crate::facts::FactKind;
use crate::hir::{self, ExprKind as Hir};
use crate::ir::{Expect, Expr, FnId, Op, PyOp};
use crate::syntax::cython::CKind;
use crate::ty::{Num, Rules, Type};
use crate::types::{self, Callee, InstId, Source, resolve};
use pyrx_runtime::catalogue::Row;

impl<'a> Lower<'a> {
    pub(super) fn call(
        &mut self,
        whole: &'a hir::Expr,
        func: &'a hir::Expr,
        args: &'a [hir::Expr],
        keywords: &'a [(String, hir::Expr)],
    ) -> Expr {
        let instance = self.instance;
        match instance.callees.get(&whole.id) {
            Some(Callee::Native { instance, args: sources }) => {
                self.native_call(*instance, sources, func, args, keywords)
            }
            Some(Callee::Row { row, params }) => {
                self.assume_callee(func);
                let ty = self.type_of(whole);
                self.row_call(row, params, args, ty)
            }
            Some(Callee::Special(special)) => {
                self.assume_callee(func);
                let ty = self.type_of(whole);
                self.special_call(special, func, args, keywords, &ty)
            }
            Some(Callee::Python) | None => self.python_call(whole, func, args, keywords),
        }
    }

    /// What a call by a known name rests on.
    pub(super) fn assume_callee(&mut self, func: &hir::Expr) {
        if let Some(path) = resolve::path(self.module, func) {
            self.assume_path(&path);
        }
    }

    fn native_call(
        &mut self,
        target: InstId,
        sources: &'a [Source],
        func: &'a hir::Expr,
        args: &'a [hir::Expr],
        keywords: &'a [(String, hir::Expr)],
    ) -> Expr {
        let callee = &self.typed.instances[target.0 as usize];
        let param = |source: Source| sources.iter().position(|own| *own == source).map(|at| &callee.params[at]);
        let given = self.operands_as(args, |at| param(Source::Arg(at)));
        let named =
            keywords.iter().enumerate().map(|(at, (_, value))| self.passed_operand(value, param(Source::Keyword(at))));
        let named: Vec<Expr> = named.collect();
        if self.module.crosses_dialects(self.source, callee.func) {
            let keywords: Vec<(String, Expr)> = keywords.iter().map(|(name, _)| name.clone()).zip(named).collect();
            return self.dialect_call(target, sources, func, given, keywords);
        }
        self.assume_function(func, callee.func);
        let mut values = Vec::new();
        for (at, (source, ty)) in sources.iter().zip(&callee.params).enumerate() {
            let value = match source {
                Source::Arg(at) => given[*at].clone(),
                Source::Keyword(at) => named[*at].clone(),
                Source::Default(_) => self.default_value(callee.func, at),
            };
            let written = self.module.functions[callee.func.0 as usize].params[at].written.as_ref();
            values.push(self.coerce_written(value, ty, written));
        }
        let ty = super::builder::settled(&callee.returns);
        self.op(Op::Call { func: FnId(target.0), args: values, attempt: None }, ty)
    }

    /// What a native call of a function rests on.
    pub(super) fn assume_function(&mut self, func: &hir::Expr, id: hir::FuncId) {
        let function = &self.module.functions[id.0 as usize];
        // What C's functions call by a name of C's cannot be bound anew.
        let by_name = self.source.c.is_none() || function.c.as_ref().is_none_or(|c| c.kind == CKind::Def);
        let expect = match function.sibling().filter(|_| by_name) {
            Some(module) => {
                self.note(FactKind::Note, format!("`{}()` of `{module}` is compiled in", function.name), None);
                let digest = self.module.digests.get(module).copied().unwrap_or_default();
                Expect::Compiled { module: module.to_owned(), name: function.name.clone(), digest }
            }
            None => Expect::Function(self.module.written(id).0),
        };
        match &func.kind {
            // `f[double]` rests on `f`.
            Hir::Global(name) => self.assume(name.split('[').next().unwrap_or(name), expect),
            _ => {
                self.assume_callee(func);
                if let Some(global) = resolve::elsewhere(self.module, func) {
                    self.assume(global, expect);
                }
            }
        }
    }

    pub(super) fn default_value(&mut self, func: hir::FuncId, param: usize) -> Expr {
        let function = &self.module.functions[func.0 as usize];
        let default = function.params[param].default.as_ref();
        // Inference only binds defaults that are known.
        match default.and_then(|expr| types::default(self.module, function, expr)) {
            Some(types::Default::Null) => super::memory::null(),
            Some(types::Default::Value(value)) => self.constant(&value),
            Some(types::Default::Object(value)) => self.op(Op::Python(PyOp::Const(value)), Type::Object),
            Some(types::Default::Cast(value, num)) => {
                let value = self.constant(&value);
                self.cast(value, &Type::Num(num), None)
            }
            Some(types::Default::Variable(id, _)) => self.variable_value(id),
            None => Expr::none(),
        }
    }

    fn row_call(&mut self, row: &'static Row, params: &'a [Type], args: &'a [hir::Expr], ty: Type) -> Expr {
        let values = self.operands(args);
        let mut converted = Vec::new();
        for (value, param) in values.into_iter().zip(params) {
            converted.push(match param {
                Type::Num(num) if value.ty != Type::Object => {
                    if origins::is_mixed(Num { rules: Rules::Either, ..*num }) {
                        self.must_be_numpys(&value);
                    }
                    self.convert(value, *num, Fidelity::Arithmetic)
                }
                other => self.coerce(value, other),
            });
        }
        if row.raises { self.raising(row.kernel, converted, ty) } else { kernel(row.kernel, converted, ty) }
    }
}
