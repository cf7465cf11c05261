//! Functions the compiler knows by name.

use super::arith::kernel;
use super::builder::{Lower, repr_of};
use super::coerce::{Fidelity, cast, compare, number, tuple, zero_of};
use crate::hir::{self, BinOp, ExprKind as Hir};
use crate::ir::{Expr, ExprKind, Fill, ListOp, LocalId, Op, Relation, StmtKind};
use crate::ty::{Kind, Layout, Num, Repr, Rules, Type};
use crate::types::special::{self, NewFill};
use crate::types::{self, Special};

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
            Special::Min | Special::Max if args.len() == 1 => self.extreme(special, &args[0], ty),
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
        values.extend(self.operands(args));
        let op = Op::Kernel { path, args: values, ty: ty.clone(), raises };
        if *ty == Type::None {
            self.push(StmtKind::Eval(op));
            return Expr::none();
        }
        self.op(op, ty.clone())
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

    fn scalar_special(&mut self, special: &Special, args: &'a [hir::Expr], ty: &Type) -> Expr {
        let constants: Vec<_> = args.iter().map(|arg| types::constant(self.module, arg)).collect();
        let values = self.operands(args);
        match (special, values.as_slice()) {
            (Special::Len, [value]) => self.length(value.clone()),
            (Special::Abs, [value]) => self.abs(value.clone(), ty),
            (Special::Min, _) => self.min_max(values, Relation::Lt, ty),
            (Special::Max, _) => self.min_max(values, Relation::Gt, ty),
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
                let digits = self.convert(digits.clone(), Num::INT, Fidelity::Exact);
                self.raising("round::round_float_digits", vec![value.clone(), digits], Type::FLOAT)
            }
            (Special::Pow, [a, b]) => self
                .native_binary(BinOp::Pow, a.clone(), b.clone(), &constants[0], &constants[1])
                .unwrap_or_else(Expr::none),
            (Special::Divmod, [a, b]) => {
                let (a, b) = (self.hold(a.clone()), self.hold(b.clone()));
                if let Some(both) = self.python_divmod(&a, &b, ty) {
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

    /// `divmod` of Python's numbers has errors of its own.
    fn python_divmod(&mut self, a: &Expr, b: &Expr, ty: &Type) -> Option<Expr> {
        let (x, y) = (a.ty.num()?, b.ty.num()?);
        let Type::Tuple(parts) = ty else { return None };
        let num = parts.first()?.num()?;
        if x.rules != Rules::Python || y.rules != Rules::Python {
            return None;
        }
        let path = if num.repr.is_float() { "float::divmod" } else { "int::divmod" };
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
            Kind::Signed => kernel("npint::abs", vec![value], ty.clone()),
            Kind::Float => kernel("npfloat::abs", vec![value], ty.clone()),
            Kind::Complex if num.repr == Repr::C128 && num.rules != Rules::NumPy => {
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

    fn shape(&mut self, expr: &'a hir::Expr) -> Vec<Expr> {
        let value = self.expr(expr);
        let axes = match value.ty {
            Type::Tuple(_) => self.fields(value),
            _ => vec![value],
        };
        axes.into_iter().map(|axis| self.convert(axis, Num::INT, Fidelity::Exact)).collect()
    }

    fn new_array(
        &mut self,
        fill: NewFill,
        args: &'a [hir::Expr],
        keywords: &'a [(String, hir::Expr)],
        ty: &Type,
    ) -> Expr {
        // Inference has bound the same arguments.
        let Some(creation) = special::creation(self.module, fill, args, keywords) else { return Expr::none() };
        let shape = self.shape(creation.first);
        let fill = self.array_fill(fill, creation.value, ty);
        self.op(Op::NewArray { fill, shape, ty: ty.clone() }, ty.clone())
    }

    fn new_like(
        &mut self,
        fill: NewFill,
        args: &'a [hir::Expr],
        keywords: &'a [(String, hir::Expr)],
        ty: &Type,
    ) -> Expr {
        let Some(creation) = special::creation(self.module, fill, args, keywords) else { return Expr::none() };
        let like = self.array_local(creation.first);
        if self.local_type(like).array().is_some_and(|from| from.layout != Layout::C && from.ndim > 1) {
            return self.new_like_k(like, fill, creation.value, ty);
        }
        let ndim = ty.array().map_or(0, |array| array.ndim);
        let shape = (0..u32::from(ndim)).map(|axis| Expr { ty: Type::INT, kind: ExprKind::Dim(like, axis) }).collect();
        let fill = self.array_fill(fill, creation.value, ty);
        self.op(Op::NewArray { fill, shape, ty: ty.clone() }, ty.clone())
    }

    /// In the memory order of the other array.
    fn new_like_k(&mut self, like: LocalId, fill: NewFill, value: Option<&'a hir::Expr>, ty: &Type) -> Expr {
        let fill = self.array_fill(fill, value, ty);
        let path = match fill {
            Fill::Zeros => "new::zeros_like_k",
            _ => "new::empty_like_k",
        };
        let source = self.read(like);
        let made = self.raising(path, vec![source], ty.clone());
        let Fill::Value(value) = fill else { return made };
        let array = self.hold_local(made);
        self.push(StmtKind::Fill { array, value });
        Expr { ty: ty.clone(), kind: ExprKind::Take(array) }
    }

    fn array_fill(&mut self, fill: NewFill, value: Option<&'a hir::Expr>, ty: &Type) -> Fill {
        let Some(array) = ty.array() else { return Fill::Empty };
        let item = Num { repr: array.dtype, rules: array.rules };
        match (fill, value) {
            (NewFill::Empty, _) => Fill::Empty,
            (NewFill::Zeros, _) => Fill::Zeros,
            (NewFill::Full, Some(value)) => {
                let value = self.expr(value);
                Fill::Value(self.stored(value, item))
            }
            (NewFill::Ones | NewFill::Full, _) => Fill::Value(number(&Type::Num(item), 1)),
        }
    }

    /// A number as `a[i] = value` stores it: NumPy's own numbers wrap in an unsigned array; anything else that goes into
    /// an integer array must fit.
    pub(super) fn stored_item(&mut self, value: Expr, item: Num) -> Expr {
        let Some(from) = value.ty.num() else { return value };
        let wraps = from.rules == Rules::NumPy && item.repr.kind() == Kind::Unsigned;
        if item.repr.is_integer() && item.rules == Rules::NumPy && !wraps {
            return self.fitted(value, from, item);
        }
        self.convert(value, item, Fidelity::Store)
    }

    /// A number as an array of this item type takes it in bulk: NumPy's own numbers wrap and truncate, Python's must
    /// fit.
    pub(super) fn stored(&mut self, value: Expr, item: Num) -> Expr {
        let Some(from) = value.ty.num() else { return value };
        if from.rules == Rules::Python && item.repr.is_integer() {
            return self.fitted(value, from, item);
        }
        self.convert(value, item, Fidelity::Store)
    }

    /// A Python number in a NumPy width of integers; NumPy's errors if it does not fit.
    fn fitted(&mut self, value: Expr, from: Num, item: Num) -> Expr {
        let fits = match &value.kind {
            ExprKind::Const(crate::ir::Value::Int(constant)) => super::coerce::integer_fits(*constant, item.repr),
            _ => from.repr == Repr::Bool || from.repr == item.repr,
        };
        match from.repr.kind() {
            _ if fits => self.convert(value, item, Fidelity::Store),
            Kind::Float => self.raising("sequence::store_float", vec![cast(value, Type::FLOAT)], Type::Num(item)),
            _ => self.raising("sequence::store_int", vec![value], Type::Num(item)),
        }
    }

    fn arange(&mut self, args: &'a [hir::Expr], keywords: &'a [(String, hir::Expr)], ty: &Type) -> Expr {
        let Some((bounds, _)) = special::arange_arguments(args, keywords) else { return Expr::none() };
        let values = self.operands(bounds);
        let float = values.iter().any(|value| repr_of(&value.ty).is_float());
        let bound = if float { Num::numpy(Repr::F64) } else { Num::INT };
        let mut bounds: Vec<Expr> =
            values.into_iter().map(|value| self.convert(value, bound, Fidelity::Arithmetic)).collect();
        let item = Type::Num(bound);
        if bounds.len() == 1 {
            bounds.insert(0, number(&item, 0));
        }
        if bounds.len() == 2 {
            bounds.push(number(&item, 1));
        }
        let path = match (float, ty.array().is_some_and(|array| array.dtype.is_float())) {
            (true, _) => "new::arange_float",
            (false, true) => "new::arange_int_float",
            (false, false) => "new::arange_int",
        };
        self.raising(path, bounds, ty.clone())
    }

    fn linspace(&mut self, args: &'a [hir::Expr], keywords: &'a [(String, hir::Expr)], ty: &Type) -> Expr {
        let Some(arguments) = special::linspace_arguments(self.module, args, keywords) else { return Expr::none() };
        let mut values = Vec::new();
        for bound in [arguments.start, arguments.stop] {
            let value = self.expr(bound);
            let value = self.convert(value, Num::numpy(Repr::F64), Fidelity::Arithmetic);
            values.push(self.hold(value));
        }
        values.push(match arguments.count {
            Some(count) => self.index_value(count),
            None => Expr::int(50),
        });
        values.push(Expr::bool(arguments.endpoint));
        self.raising("new::linspace", values, ty.clone())
    }

    fn eye(&mut self, args: &'a [hir::Expr], keywords: &'a [(String, hir::Expr)], ty: &Type) -> Expr {
        let (Some(arguments), Some(array)) = (special::eye_arguments(self.module, args, keywords), ty.array()) else {
            return Expr::none();
        };
        let rows = self.index_value(arguments.rows);
        let rows = self.hold(rows);
        let columns = match arguments.columns {
            Some(columns) => {
                let columns = self.index_value(columns);
                self.hold(columns)
            }
            None => rows.clone(),
        };
        let k = match arguments.k {
            Some(k) => self.index_value(k),
            None => Expr::int(0),
        };
        let one = number(&Type::Num(Num { repr: array.dtype, rules: array.rules }), 1);
        self.raising("new::eye", vec![rows, columns, k, one], ty.clone())
    }

    fn array_literal(&mut self, args: &'a [hir::Expr], ty: &Type) -> Expr {
        if let Some(source) = args.first()
            && let Type::Array(_) = self.type_of(source)
        {
            let array = self.array_local(source);
            return self.op(Op::CopyOf { array, ty: ty.clone() }, ty.clone());
        }
        let (Some((shape, leaves)), Some(array)) = (args.first().and_then(special::nested_literal), ty.array()) else {
            return Expr::none();
        };
        let item = Num { repr: array.dtype, rules: array.rules };
        let mut items = Vec::new();
        for leaf in leaves {
            let value = self.expr(leaf);
            items.push(self.stored(value, item));
        }
        let shape = shape.into_iter().map(|axis| Expr::int(axis as i64)).collect();
        self.op(Op::NewArray { fill: Fill::Items(items), shape, ty: ty.clone() }, ty.clone())
    }

    fn fill_array(&mut self, func: &'a hir::Expr, value: &'a hir::Expr) -> Expr {
        let array = self.receiver_local(func);
        let Some(item) = self.local_type(array).array().map(|array| Num { repr: array.dtype, rules: array.rules })
        else {
            return Expr::none();
        };
        let value = self.expr(value);
        let value = self.stored(value, item);
        self.push(StmtKind::Fill { array, value });
        Expr::none()
    }
}
