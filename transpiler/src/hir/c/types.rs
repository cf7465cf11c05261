//! C's types as written to the compiler's.

use super::{CScope, is_python_class, number, unsupported};
use crate::diag::{Code, Diagnostic};
use crate::hir::sign::cython_scalar;
use crate::span::Span;
use crate::syntax::ast::{Constant, Expr, ExprConstant};
use crate::syntax::cython::{CAxis, CType, CTypeKind};
use crate::ty::{ArrayType, Layout, Num, Repr, Rules, Type};

/// How deep `ctypedef`s may lead to each other.
const MAX_DEPTH: u32 = 64;

impl CScope<'_> {
    /// The type that the name `<type N>` stands for; `None` if none is written.
    ///
    /// # Errors
    /// The type is unknown, is no type, or is one that pyrx does not hold yet.
    pub fn ty(&self, index: usize) -> Result<Option<Type>, Diagnostic> {
        match self.declarations.types.get(index) {
            Some(ty) => self.resolved(ty, 0),
            None => Ok(None),
        }
    }

    fn resolved(&self, ty: &CType, depth: u32) -> Result<Option<Type>, Diagnostic> {
        match &ty.kind {
            CTypeKind::Unnamed => Ok(None),
            CTypeKind::Basic("void") => Ok(Some(Type::None)),
            CTypeKind::Basic(name) => match basic(name) {
                Some(repr) => Ok(Some(Type::Num(Num::c(repr)))),
                None => Err(unsupported(ty.span, format!("the type `{name}`"))),
            },
            CTypeKind::Named(name) => self.named(name, ty.span, depth).map(Some),
            CTypeKind::Const(inner) => self.resolved(inner, depth),
            CTypeKind::View { item, axes } => self.view(item, axes, ty.span, depth).map(Some),
            CTypeKind::Buffer { owner, item, options } => self.buffer(owner, item, options, ty.span, depth).map(Some),
            CTypeKind::Tuple(items) => {
                let items = items.iter().map(|item| self.value(item, depth));
                Ok(Some(Type::Tuple(items.collect::<Result<_, _>>()?)))
            }
            CTypeKind::Template { owner, .. } if is_python_class(owner) => Ok(Some(Type::Object)),
            CTypeKind::Template { owner, .. } => Err(unsupported(ty.span, format!("`{owner}[...]`"))),
            CTypeKind::Pointer(_) => Err(unsupported(ty.span, "a pointer")),
            CTypeKind::Array { .. } => Err(unsupported(ty.span, "a C array")),
            CTypeKind::Function(_) => Err(unsupported(ty.span, "a function pointer")),
        }
    }

    /// A type that values have: an unnamed one is an object's.
    fn value(&self, ty: &CType, depth: u32) -> Result<Type, Diagnostic> {
        Ok(self.resolved(ty, depth)?.unwrap_or(Type::Object))
    }

    fn named(&self, name: &str, span: Span, depth: u32) -> Result<Type, Diagnostic> {
        if depth > MAX_DEPTH {
            return Err(Diagnostic::error(Code::SIGNATURE, span, format!("`{name}` is defined by itself")));
        }
        if let Some(typedef) = self.typedefs.get(name) {
            return self.value(&typedef.ty, depth + 1);
        }
        let declarations = self.declarations;
        if declarations.enums.iter().any(|one| one.name.as_deref() == Some(name)) {
            return Ok(Type::Num(Num::c(Repr::I32)));
        }
        if declarations.structs.iter().any(|one| one.name == name) {
            return Err(unsupported(span, format!("the struct `{name}` as the type of a value")));
        }
        if declarations.fused.iter().any(|one| one.name == name) {
            return Err(unsupported(span, format!("the fused type `{name}`")));
        }
        let path = self.full_name(name);
        if let Some(repr) = number(&path) {
            return Ok(Type::Num(Num::c(repr)));
        }
        match path.as_str() {
            "numpy.ndarray" | "cpython.array.array" | "array.array" => Ok(Type::Object),
            "cython.floating" | "cython.integral" | "cython.numeric" => {
                Err(unsupported(span, format!("the fused type `{name}`")))
            }
            _ if is_python_class(&path) => Ok(Type::Object),
            _ => {
                let message = format!("`{name}` is not a type identifier");
                Err(Diagnostic::error(Code::SIGNATURE, span, message))
            }
        }
    }

    /// The full name of a dotted one whose first part may be `cimport`ed.
    fn full_name(&self, name: &str) -> String {
        let (first, rest) = name.split_once('.').map_or((name, None), |(first, rest)| (first, Some(rest)));
        let first = self.cimported(first).unwrap_or(first);
        rest.map_or_else(|| first.to_owned(), |rest| format!("{first}.{rest}"))
    }

    fn item(&self, item: &CType, depth: u32) -> Result<Repr, Diagnostic> {
        match self.value(item, depth)? {
            Type::Num(num) => Ok(num.repr),
            _ => Err(unsupported(item.span, "a view whose items are no numbers")),
        }
    }

    fn view(&self, item: &CType, axes: &[CAxis], span: Span, depth: u32) -> Result<Type, Diagnostic> {
        let dtype = self.item(item, depth)?;
        let layout = match axes.iter().position(|axis| *axis != CAxis::Strided) {
            None => Layout::Strided,
            Some(at) if axes[at] == CAxis::Other => return Err(unsupported(span, "an indirect view")),
            Some(at) if axes[at + 1..].iter().any(|axis| *axis != CAxis::Strided) => {
                let message = "only one axis can be `::1`";
                return Err(Diagnostic::error(Code::SIGNATURE, span, message));
            }
            Some(at) if at + 1 == axes.len() => Layout::C,
            Some(0) => Layout::F,
            Some(_) => {
                let message = "`::1` stands at the last axis (C order) or the first (Fortran order)";
                return Err(Diagnostic::error(Code::SIGNATURE, span, message));
            }
        };
        Ok(Type::Array(ArrayType { dtype, ndim: axes.len() as u8, layout, rules: Rules::C }))
    }

    fn buffer(
        &self,
        owner: &str,
        item: &CType,
        options: &[(String, Expr)],
        span: Span,
        depth: u32,
    ) -> Result<Type, Diagnostic> {
        if matches!(self.value(item, depth)?, Type::Object) {
            return Ok(Type::Object);
        }
        let dtype = self.item(item, depth)?;
        let wrong = |message: &str| Diagnostic::error(Code::SIGNATURE, span, message);
        let (mut ndim, mut layout) = (1, Layout::Strided);
        for (name, value) in options {
            match (name.as_str(), value) {
                ("ndim", Expr::Constant(ExprConstant { value: Constant::Int(value), .. })) => {
                    let rank = u8::try_from(value).ok().filter(|rank| (1..=32).contains(rank));
                    ndim = rank.ok_or_else(|| wrong("a buffer has 1 to 32 axes"))?;
                }
                ("mode", Expr::Constant(ExprConstant { value: Constant::Str(mode), .. })) => {
                    layout = match mode.as_str() {
                        "c" => Layout::C,
                        "fortran" => Layout::F,
                        "strided" | "full" => Layout::Strided,
                        _ => return Err(wrong("the mode of a buffer is \"c\", \"fortran\", \"strided\" or \"full\"")),
                    };
                }
                ("negative_indices" | "cast", _) => {}
                _ => return Err(wrong(&format!("`{owner}` has no option `{name}` of this form"))),
            }
        }
        Ok(Type::Array(ArrayType { dtype, ndim, layout, rules: Rules::C }))
    }
}

fn basic(name: &str) -> Option<Repr> {
    match name {
        // C's widest float, held as a double.
        "longdouble" => Some(Repr::F64),
        "Py_UCS4" | "Py_UNICODE" => Some(Repr::U32),
        _ => cython_scalar(name),
    }
}
