//! Calls through pointers, and of functions of C's library.

use super::arith::kernel;
use super::builder::Lower;
use super::coerce::tuple;
use super::memory::{chars, null, pointer_at, void};
use crate::hir;
use crate::ir::{Expr, ExprKind, Op, Place, StmtKind, Value};
use crate::ty::{Num, Repr, Type};
use crate::types;
use crate::types::libc::CLibraryCall;
use crate::types::memory::Library;

impl<'a> Lower<'a> {
    /// A call of what a pointer to a function points to.
    pub(super) fn call_pointer(&mut self, func: &'a hir::Expr, args: &'a [hir::Expr], ty: &Type) -> Expr {
        let callee = self.expr(func);
        let Type::Function(function) = callee.ty.clone() else { return callee };
        let callee = self.hold(callee);
        let given = self.operands(args);
        let args = given.into_iter().zip(&function.params).map(|(value, ty)| self.coerce(value, ty)).collect();
        let op = Op::CallPointer { func: callee, args, ty: ty.clone() };
        self.op(op, ty.clone())
    }

    /// A call of the C library.
    pub(super) fn c_library(
        &mut self,
        call: &CLibraryCall,
        args: &'a [hir::Expr],
        keywords: &'a [(String, hir::Expr)],
        ty: &Type,
    ) -> Expr {
        let mut given = self.operands(args);
        // They are the parameters that come next.
        for (_, value) in keywords {
            let value = self.expr(value);
            given.push(self.hold(value));
        }
        let rest = given.split_off(call.params.len().min(given.len()));
        let mut passed: Vec<Expr> =
            given.into_iter().zip(call.params).map(|(value, param)| self.coerce(value, &param.ty())).collect();
        if call.steals()
            && let Some(last) = passed.pop()
        {
            // An object that is made for the call goes with it; for that of a variable the source has counted.
            let is_variable = |arg: &hir::Expr| matches!(arg.kind, hir::ExprKind::Local { .. });
            let is_new = args.last().is_some_and(|arg| !is_variable(arg) || self.type_of(arg) != Type::Object);
            passed.push(if is_new { kernel("capi::kept", vec![last], Type::Object) } else { last });
        }
        if call.variadic {
            let rest = rest.into_iter().zip(&args[call.params.len()..]);
            passed.push(tuple(rest.map(|(value, arg)| self.at(arg.span, |cx| cx.variadic(value, arg))).collect()));
        }
        if let Type::Struct(_) = ty {
            return self.struct_given(call.kernel, passed, ty);
        }
        let made = match ty {
            Type::None => Type::None,
            _ => call.returns.ty(),
        };
        let op = Op::Kernel { path: call.kernel, args: passed, ty: made.clone(), raises: call.raises };
        if made == Type::None {
            self.push(StmtKind::Eval(op));
            return Expr::none();
        }
        let value = self.op(op, made);
        pointer_at(value, ty)
    }

    /// What a kernel gives that writes a struct to the address that is its last argument.
    fn struct_given(&mut self, path: &'static str, mut args: Vec<Expr>, ty: &Type) -> Expr {
        let temp = self.local("", ty.clone());
        let zero = Expr { ty: ty.clone(), kind: ExprKind::Const(Value::Null) };
        self.push(StmtKind::Assign(temp, Op::Use(zero)));
        let address = self.address_of(Place::local(temp), ty);
        args.push(void(address));
        self.push(StmtKind::Eval(Op::Kernel { path, args, ty: Type::None, raises: false }));
        Expr::local(temp, ty.clone())
    }

    /// A constant or variable of the C library's, or a pointer to one of its functions.
    pub(super) fn library(&mut self, expr: &hir::Expr) -> Option<Expr> {
        let library = types::memory::library(self.module, expr)?;
        let ty = library.ty();
        let op = match library {
            Library::Number(_, value) => return Some(Expr { ty, kind: ExprKind::Const(Value::Float(value)) }),
            Library::Variable(variable) => return Some(self.library_value(variable)),
            Library::Class(path) => Op::Kernel { path, args: Vec::new(), ty: ty.clone(), raises: true },
            Library::Function(pointed) => {
                Op::KernelAddress { path: pointed.kernel, raises: pointed.raises, ty: ty.clone() }
            }
        };
        Some(self.op(op, ty))
    }

    /// A value that stands for `...`, as C widens it; texts are pointers to their bytes.
    fn variadic(&mut self, value: Expr, arg: &hir::Expr) -> Expr {
        let number = |repr| Type::Num(Num::c(repr));
        let text = || types::memory::is_of_class(self.module, self.source, arg, &["bytes", "str", "bytearray"]);
        let to = match &value.ty {
            Type::Num(num) => match num.repr {
                Repr::Bool | Repr::I8 | Repr::I16 | Repr::U8 | Repr::U16 => number(Repr::I32),
                Repr::F32 => number(Repr::F64),
                Repr::I32 | Repr::I64 | Repr::U32 | Repr::U64 | Repr::F64 => return value,
                Repr::C64 | Repr::C128 => return self.not_variadic(&value.ty),
            },
            Type::Char => number(Repr::U32),
            Type::Pointer(_) => return value,
            Type::Fixed(..) => return self.decayed(value),
            Type::Bytes | Type::Str => chars(),
            Type::Object if text() => chars(),
            _ => return self.not_variadic(&value.ty),
        };
        self.coerce(value, &to)
    }

    fn not_variadic(&mut self, ty: &Type) -> Expr {
        self.no_conversion(match ty {
            Type::Object => "Python object cannot be passed as a varargs parameter".to_owned(),
            ty => format!("`{}` as a varargs parameter is not supported yet", self.c_name(ty)),
        });
        null()
    }
}
