//! The types of new arrays: `zeros`, `full_like`, `arange`, `array` and their like.

use super::body::Body;
use super::expr::constant_type;
use super::special::{self, Creation, Dtype, NewFill, Special};
use super::{constant, methods, promote, resolve};
use crate::hir::{Expr, ExprKind, Module};
use crate::ty::{ArrayType, Layout, Num, Repr, Rules, Type};

impl<'a> Body<'a, '_> {
    pub(super) fn new_array(&self, fill: NewFill, args: &'a [Expr], keywords: &'a [(String, Expr)]) -> Option<Type> {
        let creation = special::creation(self.module(), fill, args, keywords)?;
        let ndim = special::rank_of_shape(self.instance.expr(creation.first.id))?;
        let dtype = self.creation_dtype(&creation)?.unwrap_or(Repr::F64);
        special::new_array(dtype, ndim)
    }

    pub(super) fn new_like(&self, fill: NewFill, args: &'a [Expr], keywords: &'a [(String, Expr)]) -> Option<Type> {
        let creation = special::creation(self.module(), fill, args, keywords)?;
        let like = self.instance.expr(creation.first.id).array()?;
        let dtype = match creation.dtype {
            Some(Dtype::Known(repr)) => repr,
            Some(Dtype::Of(expr)) => self.instance.expr(expr.id).array()?.repr()?,
            None => like.repr()?,
        };
        if let Some(value) = creation.value {
            let value = self.instance.expr(value.id).num()?;
            methods::fills(dtype, value).then_some(())?;
        }
        like_array(dtype, like)
    }

    /// The dtype that was asked for or that the fill value has.
    fn creation_dtype(&self, creation: &Creation<'a>) -> Option<Option<Repr>> {
        let value = match creation.value {
            Some(value) => Some(self.instance.expr(value.id).num()?),
            None => None,
        };
        let dtype = match creation.dtype {
            Some(Dtype::Known(repr)) => Some(repr),
            Some(Dtype::Of(expr)) => Some(self.instance.expr(expr.id).array()?.repr()?),
            None => value.map(|num| num.repr),
        };
        match (dtype, value) {
            (Some(dtype), Some(value)) if !methods::fills(dtype, value) => None,
            _ => Some(dtype),
        }
    }

    pub(super) fn arange(&self, args: &'a [Expr], keywords: &'a [(String, Expr)]) -> Option<Type> {
        let (bounds, dtype) = special::arange_arguments(args, keywords)?;
        let dtype = match dtype {
            Some(dtype) => Some(special::dtype(self.module(), dtype)?),
            None => None,
        };
        let numbers: Vec<Num> = bounds.iter().map(|arg| self.instance.expr(arg.id).num()).collect::<Option<_>>()?;
        let common = numbers.iter().copied().map(Some).reduce(|a, b| promote::common(a?, b?))??;
        let computed = match common.repr {
            Repr::F64 => Repr::F64,
            Repr::I64 => Repr::I64,
            _ => return None,
        };
        let dtype = dtype.unwrap_or(computed);
        let filled = match (computed, dtype) {
            (_, Repr::F32 | Repr::F64) => true,
            (computed, dtype) => computed == Repr::I64 && dtype.is_integer(),
        };
        filled.then(|| special::new_array(dtype, 1)).flatten()
    }

    pub(super) fn linspace(&self, args: &'a [Expr], keywords: &'a [(String, Expr)]) -> Option<Type> {
        let arguments = special::linspace_arguments(self.module(), args, keywords)?;
        let bound = |expr: &Expr| {
            let num = self.instance.expr(expr.id).num()?;
            let python = num.rules == Rules::Python && (num.repr == Repr::I64 || num.repr == Repr::Bool);
            (python || num.repr == Repr::F64).then_some(())
        };
        bound(arguments.start)?;
        bound(arguments.stop)?;
        let integer = |expr: &Expr| super::index::is_index(self.instance.expr(expr.id)).then_some(());
        arguments.count.map_or(Some(()), integer)?;
        special::new_array(Repr::F64, 1)
    }

    pub(super) fn eye(&self, args: &'a [Expr], keywords: &'a [(String, Expr)]) -> Option<Type> {
        let arguments = special::eye_arguments(self.module(), args, keywords)?;
        let integers = [Some(arguments.rows), arguments.columns, arguments.k];
        let fits = integers.into_iter().flatten().all(|expr| super::index::is_index(self.instance.expr(expr.id)));
        fits.then(|| special::new_array(arguments.dtype, 2)).flatten()
    }

    /// A copy of an array at another dtype. NumPy keeps the order of axes in memory, which is known for C order only.
    pub(super) fn converted_copy(&self, array: ArrayType, dtype: Option<&Expr>) -> Option<Type> {
        let dtype = match dtype {
            Some(expr) => special::dtype(self.module(), expr)?,
            None => array.repr()?,
        };
        let fills = methods::fills(dtype, Num::numpy(array.repr()?));
        (array.layout == Layout::C && fills).then(|| special::new_array(dtype, array.ndim.into())).flatten()
    }

    pub(super) fn array_literal(&self, args: &'a [Expr], keywords: &'a [(String, Expr)]) -> Option<Type> {
        let slots = special::bind(&["object", "dtype"], args, keywords)?;
        if let Type::Array(array) = self.instance.expr(slots[0]?.id) {
            return self.converted_copy(*array, slots[1]);
        }
        let (shape, leaves) = special::nested_literal(slots[0]?)?;
        if shape.is_empty() {
            return None;
        }
        let types: Vec<Num> = leaves.iter().map(|leaf| self.instance.expr(leaf.id).num()).collect::<Option<_>>()?;
        let dtype = match slots[1] {
            Some(expr) => special::dtype(self.module(), expr)?,
            None => literal_dtype(&types)?,
        };
        types.iter().all(|num| methods::fills(dtype, *num)).then_some(())?;
        special::new_array(dtype, shape.len())
    }
}

/// A new array in the memory order of another: its axes lie as those do.
pub(super) fn like_array(dtype: Repr, like: ArrayType) -> Option<Type> {
    let Some(Type::Array(new)) = special::new_array(dtype, like.ndim.into()) else { return None };
    let layout = match like.layout {
        Layout::C => Layout::C,
        _ if like.ndim == 1 => Layout::C,
        Layout::F => Layout::F,
        Layout::Inner | Layout::Strided => Layout::Strided,
    };
    Some(Type::Array(ArrayType { layout, ..new }))
}

fn literal_dtype(types: &[Num]) -> Option<Repr> {
    let (first, rest) = types.split_first()?;
    rest.iter().try_fold(first.repr, |joined, num| promote::strong(joined, num.repr))
}

/// The type of a module-level array made by a literal call; `None` for anything else.
pub(super) fn module_array(module: &Module, expr: &Expr) -> Option<Type> {
    let ExprKind::Call { func, args, keywords } = &expr.kind else { return None };
    let path = resolve::path(module, func)?;
    let literal = |expr: &Expr| constant::constant(module, expr).map(|value| constant_type(&value));
    match special::function(&path.name)? {
        Special::NewArray(fill) => {
            let creation = special::creation(module, fill, args, keywords)?;
            let shape = match &creation.first.kind {
                ExprKind::Tuple(items) => Type::Tuple(items.iter().map(literal).collect::<Option<_>>()?),
                _ => literal(creation.first)?,
            };
            let dtype = match (creation.dtype, creation.value) {
                (Some(Dtype::Known(repr)), _) => repr,
                (Some(Dtype::Of(_)), _) => return None,
                (None, Some(value)) => literal(value)?.num()?.repr,
                (None, None) => Repr::F64,
            };
            special::new_array(dtype, special::rank_of_shape(&shape)?)
        }
        Special::Arange => {
            let types: Vec<Num> = args.iter().map(|arg| literal(arg)?.num()).collect::<Option<_>>()?;
            let dtype = match keywords.as_slice() {
                [] => literal_dtype(&types)?,
                [(name, value)] if name == "dtype" => special::dtype(module, value)?,
                _ => return None,
            };
            special::new_array(dtype, 1)
        }
        Special::Linspace => {
            let arguments = special::linspace_arguments(module, args, keywords)?;
            let numbers = literal(arguments.start)?.num().is_some() && literal(arguments.stop)?.num().is_some();
            numbers.then(|| special::new_array(Repr::F64, 1)).flatten()
        }
        Special::Eye => special::new_array(special::eye_arguments(module, args, keywords)?.dtype, 2),
        Special::ArrayLiteral => {
            let slots = special::bind(&["object", "dtype"], args, keywords)?;
            let (shape, leaves) = special::nested_literal(slots[0]?)?;
            let dtype = match slots[1] {
                Some(expr) => special::dtype(module, expr)?,
                None => {
                    let types: Vec<Num> = leaves.iter().map(|leaf| literal(leaf)?.num()).collect::<Option<_>>()?;
                    literal_dtype(&types)?
                }
            };
            if shape.is_empty() { None } else { special::new_array(dtype, shape.len()) }
        }
        _ => None,
    }
}
