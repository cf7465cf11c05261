//! C's types as written to the compiler's.

use std::collections::BTreeSet;
use std::ops::Deref;

use super::names::is_opaque;
use super::{CScope, CScopes, Found, is_checked_class, is_python_class, number, unsupported};
use crate::diag::{Code, Diagnostic};
use crate::hir::fused::{Binding, Fused, spelled};
use crate::hir::sign::{cython_pointer, cython_scalar};
use crate::span::Span;
use crate::syntax::ast::{Constant, Expr, ExprConstant};
use crate::syntax::cython::{self, CAxis, CSignature, CType, CTypeKind, basic_type};
use crate::ty::{ArrayType, Form, FunctionType, Item, Layout, Num, Repr, Rules, Sense, StructId, Type};

/// How deep `ctypedef`s may lead to each other.
const MAX_DEPTH: u32 = 64;

/// Axes that a view may have.
const MAX_AXES: usize = 8;

impl CScope<'_> {
    /// The type that the name `<type N>` stands for where fused types mean what `fused` says; `None` if none is written.
    ///
    /// # Errors
    /// The type is unknown, is no type, or is one that pyrx does not hold yet.
    pub fn ty(&self, index: usize, fused: Fused<'_>) -> Result<Option<Type>, Diagnostic> {
        match self.declarations.types.get(index) {
            Some(ty) => self.resolve(ty, fused),
            None => Ok(None),
        }
    }

    /// The one name that is written for the type `<type N>`.
    pub fn written_name(&self, index: usize) -> Option<&str> {
        match &self.declarations.types.get(index)?.kind {
            CTypeKind::Named(name) => Some(name),
            _ => None,
        }
    }

    /// As [`CScope::ty`], of any written type.
    ///
    /// # Errors
    /// As [`CScope::ty`].
    pub fn resolve(&self, ty: &CType, fused: Fused<'_>) -> Result<Option<Type>, Diagnostic> {
        Resolver { scope: self, fused }.resolved(ty, 0)
    }

    /// The type that a name alone stands for, where an expression may be a type.
    pub fn type_named(&self, name: &str, fused: Fused<'_>) -> Option<Type> {
        match basic_type(&[name]) {
            Some("void") => Some(Type::None),
            Some(name) => basic(name),
            None => Resolver { scope: self, fused }.named(name, Span::default(), 0).ok(),
        }
    }

    /// The type of a struct's field: no object, no fused type.
    ///
    /// # Errors
    /// As [`CScope::ty`].
    pub(super) fn field_type(&self, ty: &CType, fused: Fused<'_>) -> Result<Type, Diagnostic> {
        Resolver { scope: self, fused }.memory(ty, "a field", 0)
    }

    /// What a type is called by its own name: of `T` the member that it stands for, `longlong` of `cython.longlong`.
    pub fn own_name(&self, name: &str, binding: &Binding) -> Option<String> {
        let path = self.full_name(name);
        let cython = || Some(spelled(path.strip_prefix("cython.")?).to_owned());
        binding.member(&path).map(|member| member.name.clone()).or_else(cython)
    }

    /// Whether a name is another one than C's own for a type.
    pub fn is_alias(&self, name: &str, binding: &Binding) -> bool {
        let path = self.full_name(name);
        binding.member(&path).map_or(!path.starts_with("cython."), |member| member.is_alias)
    }

    /// The full name of a dotted one whose first part may be `cimport`ed, or be a `ctypedef` for a fused type.
    pub fn full_name(&self, name: &str) -> String {
        self.full_name_at(name, 0)
    }

    fn full_name_at(&self, name: &str, depth: u32) -> String {
        let found = self.find(name);
        if let Some(Found::Declared(unit, member)) = found {
            let owner = self.other(unit);
            return match owner.typedefs.get(member.as_str()).map(|typedef| &typedef.ty.kind) {
                Some(CTypeKind::Named(next)) if depth < MAX_DEPTH => owner.full_name_at(next, depth + 1),
                _ if unit == 0 => member,
                _ => format!("{}.{member}", owner.module()),
            };
        }
        let (first, rest) = name.split_once('.').map_or((name, None), |(first, rest)| (first, Some(rest)));
        match (self.cimported(first), found) {
            // What `cimport *` brings of what that module imports itself.
            (None, Some(Found::Known(path))) => path,
            (cimported, _) => {
                let first = cimported.unwrap_or(first);
                rest.map_or_else(|| first.to_owned(), |rest| format!("{first}.{rest}"))
            }
        }
    }
}

impl CScopes<'_> {
    /// As [`Type::is_element`], before the structs have their types; `seen` are those that are looked at already.
    fn is_element(&self, ty: &Type, fused: Fused<'_>, seen: &mut BTreeSet<StructId>) -> bool {
        match ty {
            Type::Struct(id) => {
                let Some((unit, name)) = self.structs.get_index(id.0 as usize).filter(|_| seen.insert(*id)) else {
                    return seen.contains(id);
                };
                let one = self.scope(*unit).struct_type(name, fused, &mut Vec::new());
                let fields = one.fields.iter().all(|(_, ty)| self.is_element(ty, fused, seen));
                !one.union && !one.fields.is_empty() && fields
            }
            Type::Fixed(item, _) => self.is_element(item, fused, seen),
            other => other.is_element(&[]),
        }
    }
}

/// Types at a place where fused types have a meaning.
struct Resolver<'r, 'a> {
    scope: &'r CScope<'a>,
    fused: Fused<'r>,
}

impl<'a> Deref for Resolver<'_, 'a> {
    type Target = CScope<'a>;

    fn deref(&self) -> &CScope<'a> {
        self.scope
    }
}

impl Resolver<'_, '_> {
    fn resolved(&self, ty: &CType, depth: u32) -> Result<Option<Type>, Diagnostic> {
        match &ty.kind {
            CTypeKind::Unnamed => Ok(None),
            CTypeKind::Basic("void") => Ok(Some(Type::None)),
            CTypeKind::Basic(name) => match basic(name) {
                Some(found) => Ok(Some(found)),
                None => Err(unsupported(ty.span, format!("the type `{name}`"))),
            },
            CTypeKind::Named(name) => self.named(name, ty.span, depth).map(Some),
            CTypeKind::Const(inner) => Ok(match self.resolved(inner, depth)? {
                Some(Type::Array(view)) => Some(Type::Array(ArrayType { readonly: true, ..view })),
                Some(Type::Object | Type::Str | Type::Bytes) => {
                    let message = "Const/volatile/restrict base type cannot be a Python object";
                    return Err(Diagnostic::error(Code::SIGNATURE, ty.span, message));
                }
                other => other,
            }),
            CTypeKind::View { item, axes } => self.view(item, axes, ty.span, depth).map(Some),
            CTypeKind::Buffer { owner, item, options } => self.buffer(owner, item, options, ty.span, depth).map(Some),
            CTypeKind::Tuple(items) => {
                let items = items.iter().map(|item| self.value(item, depth));
                Ok(Some(Type::Tuple(items.collect::<Result<_, _>>()?)))
            }
            CTypeKind::Template { owner, .. } if is_python_class(owner) => Ok(Some(Type::Object)),
            CTypeKind::Template { owner, .. } => Err(unsupported(ty.span, format!("`{owner}[...]`"))),
            CTypeKind::Pointer(inner) => self.pointer(inner, depth).map(Some),
            CTypeKind::Array { item, size: Some(size) } => self.fixed(item, size, ty.span, depth).map(Some),
            CTypeKind::Array { item, size: None } => self.pointer(item, depth).map(Some),
            CTypeKind::Function(signature) => self.function_type(signature, depth).map(Some),
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
            return Ok(Type::Num(self.enum_id(name).map_or(Num::c(Repr::I32), Num::item)));
        }
        if let Some(id) = self.struct_id(name) {
            return Ok(Type::Struct(id));
        }
        if let Some(Found::Declared(unit, name)) = self.find(name)
            && unit != self.unit()
        {
            let other = self.other(unit);
            return Resolver { scope: &other, fused: self.fused }.named(&name, span, depth + 1);
        }
        let path = self.full_name(name);
        if let Some(ty) = self.fused.ty(&path, span) {
            return ty;
        }
        if let Some(num) = number(&path) {
            return Ok(Type::Num(num));
        }
        if let Some(pointer) = path.strip_prefix("cython.").and_then(cython_pointer) {
            return Ok(pointer);
        }
        match path.as_str() {
            "cython.Py_UCS4" | "cython.Py_UNICODE" => Ok(Type::Char),
            "cython.object" | "cpython.bool" | "cpython.bool.bool" => Ok(Type::Object),
            _ if is_opaque(&path) => Ok(Type::None),
            _ if path == "cpython.array.array" || is_checked_class(&path) => Ok(Type::Object),
            _ if is_python_class(&path) => Ok(Type::Object),
            _ => {
                let message = format!("`{name}` is not a type identifier");
                Err(Diagnostic::error(Code::SIGNATURE, span, message))
            }
        }
    }

    /// A type that memory of C's can hold.
    fn memory(&self, ty: &CType, what: &str, depth: u32) -> Result<Type, Diagnostic> {
        match self.value(ty, depth)? {
            found @ (Type::Num(_)
            | Type::Char
            | Type::Pointer(_)
            | Type::Fixed(..)
            | Type::Struct(_)
            | Type::Function(_)) => Ok(found),
            Type::Object => Err(unsupported(ty.span, format!("{what} that is a Python object"))),
            _ => Err(unsupported(ty.span, format!("{what} of this type"))),
        }
    }

    fn pointer(&self, inner: &CType, depth: u32) -> Result<Type, Diagnostic> {
        if self.is_function(inner) {
            return self.value(inner, depth);
        }
        if let Type::None = self.value(inner, depth)? {
            return Ok(Type::Pointer(Box::new(Type::None)));
        }
        Ok(Type::Pointer(Box::new(self.memory(inner, "a pointer to something", depth)?)))
    }

    /// Whether a type is named that a function has: a pointer to it is what a value of ours is.
    fn is_function(&self, ty: &CType) -> bool {
        let CTypeKind::Named(name) = &ty.kind else { return false };
        match (self.typedefs.get(name.as_str()), self.find(name)) {
            (Some(typedef), _) => typedef.function,
            (None, Some(Found::Declared(unit, name))) => {
                self.other(unit).typedefs.get(name.as_str()).is_some_and(|typedef| typedef.function)
            }
            _ => false,
        }
    }

    fn fixed(&self, item: &CType, size: &Expr, span: Span, depth: u32) -> Result<Type, Diagnostic> {
        let item = self.memory(item, "an item of a C array", depth)?;
        let known = self.constants().collect();
        let size = cython::integer(size, &known).and_then(|size| u32::try_from(size).ok());
        match size {
            Some(size) if size > 0 => Ok(Type::Fixed(Box::new(item), size)),
            _ => {
                let message = "the size of a C array is a positive integer that is known at compile time";
                Err(Diagnostic::error(Code::SIGNATURE, span, message))
            }
        }
    }

    fn function_type(&self, signature: &CSignature, depth: u32) -> Result<Type, Diagnostic> {
        if signature.variadic {
            return Err(unsupported(signature.returns.span, "a function with any number of arguments"));
        }
        let params = signature.params.iter().map(|param| self.passed(&param.ty, depth)).collect::<Result<_, _>>()?;
        let returns = self.value(&signature.returns, depth)?;
        Ok(Type::Function(Box::new(FunctionType { params, returns })))
    }

    fn passed(&self, ty: &CType, depth: u32) -> Result<Type, Diagnostic> {
        self.value(ty, depth).map(crate::hir::sign::passed)
    }

    fn item(&self, item: &CType, depth: u32) -> Result<(Item, Sense), Diagnostic> {
        match self.value(item, depth)? {
            Type::Num(Num { sense: Sense::Enum(_), .. }) => Err(no_element(item.span, &self.item_words(item))),
            Type::Num(num) => Ok((Item::Num(num.repr), num.sense)),
            Type::Struct(id) if self.all.is_element(&Type::Struct(id), self.fused, &mut BTreeSet::new()) => {
                Ok((Item::Struct(id), Sense::Number))
            }
            view @ Type::Array(_) => Err(no_element(item.span, &view.to_string())),
            Type::Struct(_) | Type::Pointer(_) | Type::Function(_) | Type::None => {
                // Cython's place: behind the type.
                let behind = Span::new(item.span.end, item.span.end + 1);
                Err(no_element(behind, &self.item_words(item)))
            }
            _ => Err(unsupported(item.span, "a view whose items are no numbers")),
        }
    }

    fn view(&self, item: &CType, axes: &[CAxis], span: Span, depth: u32) -> Result<Type, Diagnostic> {
        if matches!(self.value(item, depth)?, Type::Object) {
            // The exporter itself stands for it, see `as_written`.
            return Ok(Type::Object);
        }
        let (dtype, sense) = self.item(item, depth)?;
        if axes.len() > MAX_AXES {
            let message = "More dimensions than the maximum number of buffer dimensions were used.";
            return Err(Diagnostic::error(Code::SIGNATURE, span, message));
        }
        let layout = match axes.iter().position(|axis| *axis != CAxis::Strided) {
            None => Layout::Strided,
            Some(at) if axes[at] == CAxis::Other => return Err(unsupported(span, "an indirect view")),
            Some(at) if axes[at + 1..].iter().any(|axis| *axis != CAxis::Strided) => {
                let message = "only one axis can be `::1`";
                return Err(Diagnostic::error(Code::SIGNATURE, span, message));
            }
            Some(at) if at > 0 && at + 1 == axes.len() && axes[at] == CAxis::Inner => Layout::Inner,
            Some(at) if at + 1 == axes.len() => Layout::C,
            Some(_) if axes.contains(&CAxis::Inner) => {
                return Err(unsupported(span, "a view that is contiguous in another axis than the last"));
            }
            Some(0) => Layout::F,
            Some(_) => {
                let message = "`::1` stands at the last axis (C order) or the first (Fortran order)";
                return Err(Diagnostic::error(Code::SIGNATURE, span, message));
            }
        };
        let (ndim, readonly) = (axes.len() as u8, matches!(item.kind, CTypeKind::Const(_)));
        let (rules, form) = (Rules::C, Form::View);
        Ok(Type::Array(ArrayType { dtype, ndim, layout, rules, form, none: true, readonly, sense }))
    }

    fn buffer(
        &self,
        owner: &str,
        item: &CType,
        options: &[(String, Expr)],
        span: Span,
        depth: u32,
    ) -> Result<Type, Diagnostic> {
        let (ndim, layout) = buffer_shape(owner, options, span)?;
        if matches!(self.value(item, depth)?, Type::Object) {
            return Ok(Type::Object);
        }
        let (dtype, sense) = self.item(item, depth)?;
        Ok(Type::Array(ArrayType {
            dtype,
            ndim,
            layout,
            rules: Rules::C,
            form: Form::Buffer,
            none: true,
            readonly: false,
            sense,
        }))
    }
}

/// The number of axes of a buffer, and how it lies in memory: `ndim=2, mode="c"`.
pub(super) fn buffer_shape(owner: &str, options: &[(String, Expr)], span: Span) -> Result<(u8, Layout), Diagnostic> {
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
    Ok((ndim, layout))
}

fn no_element(span: Span, words: &str) -> Diagnostic {
    Diagnostic::error(Code::SIGNATURE, span, format!("Invalid base type for memoryview slice: {words}"))
}

fn basic(name: &str) -> Option<Type> {
    match name {
        // C's widest float, held as a double.
        "longdouble" => Some(Type::Num(Num::c(Repr::F64))),
        "longdoublecomplex" => Some(Type::Num(Num::c(Repr::C128))),
        // A number in memory, a text everywhere else.
        "Py_UCS4" | "Py_UNICODE" => Some(Type::Char),
        _ => cython_scalar(name).map(Type::Num),
    }
}
