//! Operands and results of operations.

use super::{Verify, fits};
use crate::ir::{AxisIndex, Base, Check, Expr, Fill, IntOp, ListOp, LocalId, Op, Place, PyOp, SliceItem, Step};
use crate::ty::{StaticId, Type};

/// Whether some index is checked where it stands.
pub(super) fn checked(index: &[AxisIndex]) -> bool {
    index.iter().any(|axis| axis.check.raises())
}

impl<'a> Verify<'a> {
    /// The type of the result; `None` where the operation takes any.
    pub(super) fn result(&self, op: &Op) -> Option<Type> {
        match op {
            Op::Use(expr) => Some(expr.ty.clone()),
            Op::Int { args, .. } => args.first().map(|arg| arg.ty.clone()),
            Op::Kernel { ty, .. }
            | Op::Number { ty, .. }
            | Op::Pick { ty, .. }
            | Op::Slice { ty, .. }
            | Op::Transpose { ty, .. }
            | Op::NewArray { ty, .. }
            | Op::CopyOf { ty, .. }
            | Op::List(ListOp::New { ty, .. }) => Some(ty.clone()),
            Op::Load { array, .. } => {
                let array = self.ty(*array).and_then(Type::array)?;
                Some(array.item())
            }
            Op::Call { func, attempt, .. } => self.callee(*func).map(|callee| match attempt {
                Some(_) => Type::Tuple(vec![callee.returns.clone(), Type::BOOL]),
                None => callee.returns.clone(),
            }),
            Op::Get { ty, .. }
            | Op::Address { ty, .. }
            | Op::ItemAddress { ty, .. }
            | Op::FunctionAddress { ty, .. }
            | Op::KernelAddress { ty, .. }
            | Op::CallPointer { ty, .. }
            | Op::Static { ty, .. } => Some(ty.clone()),
            Op::SetStatic(..) => Some(Type::None),
            Op::List(ListOp::Get { list, .. } | ListOp::Pop { list, .. }) => match &list.ty {
                Type::List(item) => Some((**item).clone()),
                _ => None,
            },
            Op::List(ListOp::Set { .. } | ListOp::Append { .. }) => Some(Type::None),
            Op::List(ListOp::Len(_)) => Some(Type::INT),
            Op::Python(op) => Some(python_result(op)),
        }
    }

    pub(super) fn op_raises(&self, op: &Op) -> bool {
        match op {
            Op::Use(_) | Op::Number { .. } | Op::Transpose { .. } => false,
            Op::Get { .. } | Op::Address { .. } | Op::SetStatic(..) => false,
            Op::FunctionAddress { .. } | Op::KernelAddress { .. } => false,
            Op::Static { .. } => true,
            Op::ItemAddress { index, .. } => checked(index),
            Op::CallPointer { .. } => true,
            Op::Int { check, .. } => *check == Check::Each,
            Op::Kernel { raises, .. } => *raises,
            Op::Pick { .. } => true,
            Op::Load { index, .. } => checked(index),
            Op::Slice { items, .. } => items.iter().any(|item| match item {
                SliceItem::Index(axis) => axis.check.raises(),
                SliceItem::Range { step, .. } => step.as_ref().is_some_and(|step| !is_constant(step)),
                SliceItem::NewAxis => false,
            }),
            Op::NewArray { .. } | Op::CopyOf { .. } => true,
            Op::Call { func, attempt, .. } => {
                attempt.is_some() || self.callee(*func).is_none_or(crate::ir::Function::call_raises)
            }
            Op::List(ListOp::Get { check, .. } | ListOp::Set { check, .. }) => *check == Check::Each,
            Op::List(ListOp::Pop { .. }) => true,
            Op::List(ListOp::New { .. } | ListOp::Append { .. } | ListOp::Len(_)) => false,
            Op::Python(_) => true,
        }
    }

    pub(super) fn index(&mut self, array: LocalId, index: &'a [AxisIndex]) {
        let ndim = self.ty(array).and_then(Type::array).map(|array| usize::from(array.ndim));
        self.require(ndim == Some(index.len()), || format!("{} indices into local {}", index.len(), array.0));
        index.iter().for_each(|axis| self.int(&axis.index));
    }

    pub(super) fn op(&mut self, op: &'a Op) {
        match op {
            Op::Use(expr) => self.expr(expr),
            Op::Int { op, args, .. } => self.int_op(*op, args),
            Op::Kernel { args, .. } => self.exprs(args),
            Op::Number { name, ty } => self.require(ty.num().is_some(), || format!("{name} is {ty}, not a number")),
            Op::Pick { items, index, ty } => {
                self.exprs(items);
                self.int(index);
                let same = !items.is_empty() && items.iter().all(|item| fits(&item.ty, ty));
                self.require(same, || format!("an item that is {ty}"));
            }
            Op::Load { array, index } => self.index(*array, index),
            Op::Slice { array, items, ty } => self.slice(*array, items, ty),
            Op::Transpose { array, ty } => {
                let same = self.ty(*array).is_some_and(|own| fits(own, ty));
                self.require(same, || format!("the transpose of local {} is {ty}", array.0));
            }
            Op::NewArray { fill, shape, ty } => self.new_array(fill, shape, ty),
            Op::CopyOf { array, ty } => {
                let ndim = |ty: &Type| ty.array().map(|array| array.ndim);
                let same = self.ty(*array).is_some_and(|own| ndim(own).is_some() && ndim(own) == ndim(ty));
                self.require(same, || format!("a copy of local {} is {ty}", array.0));
            }
            Op::Get { place, .. } | Op::Address { place, .. } => self.place(place),
            Op::ItemAddress { array, index, .. } => self.index(*array, index),
            Op::FunctionAddress { func, .. } => {
                let known = self.callee(*func).is_some();
                self.require(known, || format!("no function #{}", func.0));
            }
            Op::KernelAddress { ty, .. } => {
                self.require(matches!(ty, Type::Function(_)), || format!("the address of a kernel as {ty}"));
            }
            Op::CallPointer { func, args, .. } => {
                self.expr(func);
                self.exprs(args);
                self.require(matches!(func.ty, Type::Function(_)), || format!("a call of a {}", func.ty));
            }
            Op::Call { func, args, attempt: _ } => {
                self.exprs(args);
                let Some(callee) = self.callee(*func) else { return self.fail(format!("no function #{}", func.0)) };
                self.require(args.len() == callee.params.len(), || format!("{} arguments for #{}", args.len(), func.0));
                for (arg, param) in args.iter().zip(&callee.params) {
                    let wanted = callee.locals.get(param.0 as usize).map_or(&Type::Never, |local| &local.ty);
                    self.require(fits(&arg.ty, wanted), || format!("a {} for a {wanted} of #{}", arg.ty, func.0));
                }
            }
            Op::Static { id, ty } => self.of_static(*id, ty),
            Op::SetStatic(id, value) => {
                self.expr(value);
                self.of_static(*id, &value.ty);
            }
            Op::List(op) => self.list(op),
            Op::Python(op) => self.python(op),
        }
    }

    /// Steps fit what they start from; what the base points to is for the lowering to know.
    pub(super) fn place(&mut self, place: &'a Place) {
        place.exprs().for_each(|expr| self.expr(expr));
        match &place.base {
            Base::Local(local) => {
                let whole = self.ty(*local).is_some_and(Type::is_aggregate);
                self.require(whole, || format!("local {} does not lie in memory", local.0));
            }
            Base::Pointer(pointer) => {
                let holds = matches!(pointer.ty, Type::Pointer(_));
                self.require(holds, || format!("a place at a {}", pointer.ty));
            }
            Base::Static(id) => {
                let plain = self.program.statics.get(id.0 as usize).is_some_and(|one| one.ty.is_plain());
                self.require(plain, || format!("static {} does not lie in memory", id.0));
            }
        }
        for step in &place.steps {
            if let Step::Index(index, _) = step {
                self.int(index);
            }
        }
    }

    fn of_static(&mut self, id: StaticId, ty: &Type) {
        let same = self.program.statics.get(id.0 as usize).is_some_and(|one| fits(ty, &one.ty) && !ty.is_plain());
        self.require(same, || format!("static {} is {ty}", id.0));
    }

    fn int_op(&mut self, op: IntOp, args: &'a [Expr]) {
        self.exprs(args);
        let wanted = match op {
            IntOp::Add | IntOp::Sub | IntOp::Mul => 2,
            IntOp::Neg => 1,
        };
        let repr = args.first().and_then(Expr::repr);
        let same = repr.is_some_and(|repr| repr.is_integer()) && args.iter().all(|arg| arg.repr() == repr);
        self.require(same && args.len() == wanted, || format!("{op:?} of {} operands", args.len()));
    }

    fn slice(&mut self, array: LocalId, items: &'a [SliceItem], ty: &Type) {
        let (mut source, mut result) = (0u8, 0u8);
        for item in items {
            match item {
                SliceItem::Index(axis) => {
                    self.int(&axis.index);
                    source += 1;
                }
                SliceItem::Range { start, stop, step } => {
                    [start, stop, step].into_iter().flatten().for_each(|bound| self.int(bound));
                    (source, result) = (source + 1, result + 1);
                }
                SliceItem::NewAxis => result += 1,
            }
        }
        let own = self.ty(array).and_then(Type::array);
        let holds = match (own, ty.array()) {
            (Some(own), Some(ty)) => own.ndim == source && ty.ndim == result && own.dtype == ty.dtype,
            _ => false,
        };
        self.require(holds, || format!("{source} of the axes of local {} make {ty}", array.0));
    }

    fn new_array(&mut self, fill: &'a Fill, shape: &'a [Expr], ty: &Type) {
        shape.iter().for_each(|length| self.int(length));
        let Some(array) = ty.array() else { return self.fail(format!("a new array is {ty}")) };
        self.require(shape.len() == usize::from(array.ndim), || format!("a shape of {} for {ty}", shape.len()));
        let items: Vec<&Expr> = match fill {
            Fill::Empty | Fill::Zeros => Vec::new(),
            Fill::Value(value) => vec![value],
            Fill::Range { start, step } => vec![start, step],
            Fill::Items(items) => items.iter().collect(),
        };
        for item in items {
            self.expr(item);
            self.require(super::is_item(item, array), || format!("an item {} of {ty}", item.ty));
        }
        if let Fill::Items(_) = fill {
            let constant = shape.iter().all(is_constant);
            self.require(constant, || "items in a shape that is not known".to_string());
        }
    }

    fn list(&mut self, op: &'a ListOp) {
        let item = |list: &Expr| match &list.ty {
            Type::List(item) => Some((**item).clone()),
            _ => None,
        };
        let (list, value) = match op {
            ListOp::New { items, ty } => {
                self.exprs(items);
                let Type::List(own) = ty else { return self.fail(format!("a new list is {ty}")) };
                let same = items.iter().all(|item| fits(&item.ty, own));
                return self.require(same, || format!("items of a {ty}"));
            }
            ListOp::Get { list, index, .. } => {
                self.int(index);
                (list, None)
            }
            ListOp::Set { list, index, value, .. } => {
                self.int(index);
                (list, Some(value))
            }
            ListOp::Append { list, value } => (list, Some(value)),
            ListOp::Pop { list, index } => {
                index.iter().for_each(|index| self.int(index));
                (list, None)
            }
            ListOp::Len(list) => (list, None),
        };
        self.expr(list);
        let Some(own) = item(list) else { return self.fail(format!("a {} where a list is meant", list.ty)) };
        if let Some(value) = value {
            self.expr(value);
            self.require(fits(&value.ty, &own), || format!("a {} in a list of {own}", value.ty));
        }
    }

    fn python(&mut self, op: &'a PyOp) {
        match op {
            PyOp::Box(value) => self.expr(value),
            PyOp::ItemAt(object, index) => {
                self.object(object);
                self.int(index);
            }
            PyOp::Next { iter, item } => {
                let objects = [iter, item].into_iter().all(|&local| self.ty(local) == Some(&Type::Object));
                self.require(objects, || "an iterator or item is no object".to_string());
            }
            _ => crate::ir::visit::python_exprs(op, &mut |operand| self.object(operand)),
        }
    }
}

fn is_constant(expr: &Expr) -> bool {
    matches!(expr.kind, crate::ir::ExprKind::Const(crate::ir::Value::Int(_)))
}

fn python_result(op: &PyOp) -> Type {
    match op {
        PyOp::SetGlobal(..)
        | PyOp::SetAttr(..)
        | PyOp::SetItem(..)
        | PyOp::DelGlobal(_)
        | PyOp::DelAttr(..)
        | PyOp::DelItem(..) => Type::None,
        PyOp::Truth(_) | PyOp::Next { .. } => Type::BOOL,
        PyOp::Length(_) => Type::INT,
        PyOp::Unpack(_, count) => Type::Tuple(vec![Type::Object; *count as usize]),
        PyOp::UnpackStar { before, after, .. } => Type::Tuple(vec![Type::Object; (before + after) as usize + 1]),
        PyOp::Unbox { ty, .. } | PyOp::UnboxOrEscape { ty, .. } => ty.clone(),
        PyOp::Global(_)
        | PyOp::Const(_)
        | PyOp::GetAttr(..)
        | PyOp::GetItem(..)
        | PyOp::ItemAt(..)
        | PyOp::Call { .. }
        | PyOp::CallMethod { .. }
        | PyOp::Unary(..)
        | PyOp::Binary(..)
        | PyOp::InPlace(..)
        | PyOp::Compare(..)
        | PyOp::Iter(_)
        | PyOp::ExitOf(_)
        | PyOp::Enter(_)
        | PyOp::Tuple(_)
        | PyOp::List(_)
        | PyOp::Set(_)
        | PyOp::Dict(_)
        | PyOp::Slice(..)
        | PyOp::Format { .. }
        | PyOp::JoinStr(_)
        | PyOp::Box(_) => Type::Object,
    }
}
