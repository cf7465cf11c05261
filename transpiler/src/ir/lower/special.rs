//! Functions and methods the compiler knows by name: which lowering each has, and those of arrays and lists.

use super::arith::kernel;
use super::builder::Lower;
use crate::hir::{self, ExprKind as Hir};
use crate::ir::{Expr, ExprKind, ListOp, LocalId, Op, StmtKind};
use crate::ty::{Layout, Repr, Rules, Type};
use crate::types::Special;

impl<'a> Lower<'a> {
    pub(super) fn special_call(
        &mut self,
        special: &Special,
        func: &'a hir::Expr,
        args: &'a [hir::Expr],
        keywords: &'a [(String, hir::Expr)],
        ty: &Type,
    ) -> Expr {
        match special {
            Special::NewArray(fill) => self.new_array(*fill, args, keywords, ty),
            Special::NewLike(fill) => self.new_like(*fill, args, keywords, ty),
            Special::Arange => self.arange(args, keywords, ty),
            Special::Linspace => self.linspace(args, keywords, ty),
            Special::Eye => self.eye(args, keywords, ty),
            Special::ArrayLiteral => self.array_literal(args, ty),
            Special::CopyArray => {
                let array = match args {
                    [array] => self.array_local(array),
                    _ => self.receiver_local(func),
                };
                let in_order =
                    args.is_empty() || self.local_type(array).array().is_some_and(|from| from.layout == Layout::C);
                if !in_order {
                    let source = self.read(array);
                    return self.raising("new::copy_k", vec![source], ty.clone());
                }
                self.op(Op::CopyOf { array, ty: ty.clone() }, ty.clone())
            }
            Special::CopyView { fortran } => {
                let view = self.receiver(func);
                let path = if *fortran { "new::copy_view_fortran" } else { "new::copy_view" };
                self.raising(path, vec![view], ty.clone())
            }
            Special::IsContiguous { fortran } => {
                let view = self.receiver(func);
                let path = if *fortran { "view::is_f_contiguous" } else { "view::is_c_contiguous" };
                kernel(path, vec![view], Type::BOOL)
            }
            Special::AsType => {
                let array = self.receiver_local(func);
                self.op(Op::CopyOf { array, ty: ty.clone() }, ty.clone())
            }
            Special::FillArray => self.fill_array(func, &args[0]),
            Special::Append => {
                let list = self.receiver(func);
                let item = match &list.ty {
                    Type::List(item) => (**item).clone(),
                    _ => Type::Object,
                };
                let list = self.hold(list);
                let value = self.expr(&args[0]);
                let value = self.coerce(value, &item);
                self.push(StmtKind::Eval(Op::List(ListOp::Append { list, value })));
                Expr::none()
            }
            Special::Pop => {
                let list = self.receiver(func);
                let list = self.hold(list);
                let index = args.first().map(|at| self.index_value(at));
                self.op(Op::List(ListOp::Pop { list, index }), ty.clone())
            }
            Special::Extend => {
                let list = self.receiver(func);
                self.extend(list, &args[0])
            }
            Special::Sort { reverse } => {
                let list = self.receiver(func);
                let list = self.hold(list);
                self.effect("sequence::list_sort", vec![list, Expr::bool(*reverse)], true)
            }
            Special::Sorted { reverse } => self.sorted(&args[0], *reverse, ty),
            Special::IndexOf => {
                let list = self.receiver(func);
                self.index_of(list, args)
            }
            Special::TextKernel(method) => {
                let text = self.receiver(func);
                self.text_method(method, text, args)
            }
            Special::IsInstance(is) => {
                self.expr(&args[0]);
                self.assume_roots(&args[1]);
                Expr::bool(*is)
            }
            Special::ListKernel { kernel, raises } => self.list_kernel(kernel, *raises, func, args, ty),
            Special::Conjugate => {
                let value = self.receiver(func);
                let Type::Num(num) = value.ty else { return value };
                let path = if num.rules == Rules::NumPy { "npcomplex::conj" } else { "complex::conj" };
                kernel(if num.repr == Repr::C64 { "npcomplex::conj" } else { path }, vec![value], ty.clone())
            }
            Special::IsInteger => {
                let value = self.receiver(func);
                kernel("sequence::is_integer", vec![value], Type::BOOL)
            }
            Special::BitLength => {
                let value = self.receiver(func);
                kernel("sequence::bit_length", vec![value], Type::INT)
            }
            Special::NewStruct(id) => self.new_struct(*id, args, keywords),
            Special::CallPointer => self.call_pointer(func, args, ty),
            Special::CLibrary(call) => self.c_library(call, args, keywords, ty),
            Special::BitCount => {
                let value = self.receiver(func);
                kernel("sequence::bit_count", vec![value], Type::INT)
            }
            Special::Min | Special::Max if args.len() == 1 => {
                let default = keywords.first().map(|(_, default)| default);
                self.extreme(special, &args[0], default, ty)
            }
            Special::IsClose => self.is_close(args, keywords),
            Special::Prod => self.prod(&args[0], ty),
            Special::Sum => self.sum(&args[0], args.get(1), ty),
            Special::Any | Special::All => self.any_all(*special == Special::Any, &args[0]),
            Special::List => self.list_from(args.first(), ty),
            Special::Len
            | Special::Abs
            | Special::Min
            | Special::Max
            | Special::Int
            | Special::Float
            | Special::Bool
            | Special::Complex
            | Special::Round
            | Special::Pow
            | Special::Divmod
            | Special::Ord
            | Special::Chr
            | Special::PowMod
            | Special::Range
            | Special::Cast(_) => self.scalar_special(special, args, ty),
        }
    }

    fn list_kernel(
        &mut self,
        path: &'static str,
        raises: bool,
        func: &'a hir::Expr,
        args: &'a [hir::Expr],
        ty: &Type,
    ) -> Expr {
        let list = self.receiver(func);
        let mut values = vec![self.hold(list)];
        let list = values[0].ty.clone();
        values.extend(self.items_of(&list, args));
        if *ty == Type::None {
            return self.effect(path, values, raises);
        }
        self.op(Op::Kernel { path, args: values, ty: ty.clone(), raises }, ty.clone())
    }

    fn receiver(&mut self, func: &'a hir::Expr) -> Expr {
        match &func.kind {
            Hir::Attribute { value, .. } => self.expr(value),
            // Methods are only found on attributes.
            _ => Expr::none(),
        }
    }

    fn receiver_local(&mut self, func: &'a hir::Expr) -> LocalId {
        let value = self.receiver(func);
        match value.kind {
            ExprKind::Local(id) if *self.local_type(id) == value.ty => id,
            _ => self.hold_local(value),
        }
    }

    fn fill_array(&mut self, func: &'a hir::Expr, value: &'a hir::Expr) -> Expr {
        let array = self.receiver_local(func);
        let Some(item) = self.local_type(array).array().map(|array| array.item()) else {
            return Expr::none();
        };
        let value = self.expr(value);
        let value = self.stored(value, &item);
        self.push(StmtKind::Fill { array, value });
        Expr::none()
    }
}
