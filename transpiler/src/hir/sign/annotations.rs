//! Annotations to types.

use super::axes;
use super::scalars::{PYRX, cython_pointer, cython_scalar, numba_scalar, numpy_scalar, pyrx_scalar};
use crate::diag::{Code, Diagnostic};
use crate::hir::c;
use crate::hir::fused::{self, Binding, Fused, Member};
use crate::hir::lower::names::nearest;
use crate::hir::lower::{Context, Def};
use crate::span::Span;
use crate::syntax;
use crate::syntax::ast::{self, Constant, Expr};
use crate::syntax::cython::{CKind, CTypeKind, forms};
use crate::ty::{ArrayType, Form, Item, Num, Repr, Rules, Type};

/// What an annotation says.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Nothing that pyrx understands.
    Nothing,
    Type(Type),
    /// `NDArray[dtype]`.
    AnyRank(Repr),
}

/// Reads annotations and collects what is wrong with them.
pub struct Annotations<'m> {
    context: &'m Context<'m>,
    /// What fused types stand for.
    pub binding: Binding,
    /// They are those of a function of a `.pyx` that only compiled code can run.
    pub in_c: bool,
    pub diagnostics: Vec<Diagnostic>,
}

/// Names of `pyrx` that are no types.
const PYRX_OTHERS: [&str; 11] = [
    "boundscheck",
    "cdivision",
    "compile",
    "cpow",
    "fastmath",
    "nogil",
    "overflowcheck",
    "parallel",
    "prange",
    "threadid",
    "wraparound",
];

impl<'m> Annotations<'m> {
    pub fn new(context: &'m Context<'m>, binding: Binding) -> Self {
        Annotations { context, binding, in_c: false, diagnostics: Vec::new() }
    }

    /// The type that an annotation of a local or a result fixes.
    pub fn local(&mut self, annotation: &Expr) -> Option<Type> {
        match self.read(annotation) {
            Said::Type(ty) => Some(ty),
            Said::Nothing | Said::AnyRank(_) => None,
        }
    }

    /// As [`Annotations::local`], of a result: a fused type there is one that a parameter has, too.
    pub fn returned(&mut self, annotation: &Expr) -> Option<Type> {
        let path = self.context.scope.path_of(annotation).filter(|_| self.in_c);
        if matches!(path.as_deref(), Some("builtins.float" | "builtins.complex" | "builtins.bool")) {
            // Cython does not see to it.
            return None;
        }
        let noted = self.diagnostics.len();
        let found = self.local(annotation);
        for error in self.diagnostics[noted..].iter_mut().filter(|error| error.code == Code::FUSED) {
            error.message = match self.binding.is_empty() {
                true => "Return type is not specified as argument type".to_owned(),
                false => "Return type is a fused type that cannot be determined from the function arguments".to_owned(),
            };
        }
        found
    }

    /// Whether a `.pyx` makes it a function of C's.
    pub fn declares_c(&self, def: &Def<'_>) -> bool {
        let function = self.context.c.as_ref().and_then(|c| c.function(def.span().start));
        function.is_some_and(|function| function.kind != CKind::Def)
    }

    /// Whether an expression names a type of Cython's, or one that the module makes of them.
    pub fn is_cython(&mut self, expr: &Expr) -> bool {
        Reader { annotations: self, quoted: None }.is_cython(expr)
    }

    pub fn read(&mut self, annotation: &Expr) -> Said {
        Reader { annotations: self, quoted: None }.read(annotation)
    }

    /// What the names of fused types mean here.
    pub fn meanings(&self) -> Fused<'_> {
        Fused { table: &self.context.fused, binding: &self.binding }
    }

    /// The full name of the fused type that an expression names, whatever it stands for here.
    pub fn fused_key(&self, expr: &Expr) -> Option<String> {
        let context = self.context;
        let key = match (expr, &context.c) {
            (Expr::Name(_) | Expr::Attribute(_), Some(c)) => match c.written(expr)?.kind {
                CTypeKind::Named(name) => c.full_name(&name),
                _ => return None,
            },
            (Expr::Name(name), None) if context.fused.get(&name.id).is_some() => name.id.to_string(),
            (Expr::Name(_) | Expr::Attribute(_), None) => context.scope.path_of(expr)?,
            _ => return None,
        };
        context.fused.get(&key).is_some().then_some(key)
    }

    /// The type that an expression stands for where types are compared or picked; `None` if it is no type. An error is
    /// noted only for a fused type that cannot be resolved here.
    pub fn operand(&mut self, expr: &Expr) -> Option<Member> {
        if let Some(key) = self.fused_key(expr) {
            return self.fused(&key, syntax::span(expr));
        }
        let context = self.context;
        let Some(c) = &context.c else { return self.pure_operand(expr) };
        let written = c.written(expr)?;
        let ty = c.resolve(&written, self.meanings()).ok()??;
        let is_alias = matches!(&written.kind, CTypeKind::Named(name) if c.is_alias(name, &self.binding));
        let name = fused::shown(&written, &|name| c.own_name(name, &self.binding));
        Some(Member { name, ty, is_alias })
    }

    /// The name of C's of the items of a view: of `cython.uchar[:, ::1]`, `unsigned char`.
    pub fn item_name(&mut self, view: &Expr) -> Option<String> {
        let Expr::Subscript(view) = view else { return None };
        let constant = Reader { annotations: self, quoted: None }.constant(&view.value);
        let name = self.operand(constant.as_ref().unwrap_or(&view.value))?.name;
        Some(if constant.is_some() { format!("const {name}") } else { name })
    }

    fn fused(&mut self, key: &str, span: Span) -> Option<Member> {
        if let Some(member) = self.binding.member(key) {
            return Some(member.clone());
        }
        match self.meanings().ty(key, span)? {
            Ok(_) => self.context.fused.get(key)?.members.first().cloned(),
            Err(error) => {
                self.diagnostics.push(error);
                None
            }
        }
    }

    fn pure_operand(&mut self, expr: &Expr) -> Option<Member> {
        let base = match expr {
            Expr::Subscript(subscript) => &subscript.value,
            other => other,
        };
        let path = match self.fused_key(base) {
            Some(key) => self.binding.member(&key).map_or(key.clone(), |member| member.name.clone()),
            None => match base {
                Expr::Name(name) if self.context.pure.contains_key(name.id.as_str()) => name.id.to_string(),
                _ => self.context.scope.path_of(base)?,
            },
        };
        let noted = self.diagnostics.len();
        let ty = self.local(expr);
        self.diagnostics.truncate(noted);
        let ty = ty?;
        Some(Member { name: fused::pure_name(expr, &path, &ty), is_alias: !path.starts_with("cython."), ty })
    }
}

/// Reads one annotation; inside quotes, names of `pyrx` need no prefix.
struct Reader<'r, 'm> {
    annotations: &'r mut Annotations<'m>,
    /// The literal, if its text is not part of the source as it stands.
    quoted: Option<Quotes>,
}

#[derive(Clone, Copy)]
enum Quotes {
    /// Ranges inside are right.
    Located,
    /// The whole literal stands for any part of it.
    Whole(Span),
}

impl Reader<'_, '_> {
    fn read(&mut self, annotation: &Expr) -> Said {
        // An array or `None`; where that comes, the Python original runs.
        if self.annotations.context.c.is_none()
            && let Some(one) = super::classes::or_none(self.annotations.context, annotation)
        {
            return match self.read(one) {
                found @ Said::Type(Type::Array(_)) => found,
                _ => Said::Nothing,
            };
        }
        match annotation {
            Expr::Constant(constant) => match &constant.value {
                Constant::None => Said::Type(Type::None),
                Constant::Str(text) if self.quoted.is_none() => self.quoted(text, syntax::span(constant)),
                _ => Said::Nothing,
            },
            Expr::Name(name) if forms::type_index(&name.id).is_some() => self.c_type(&name.id),
            Expr::Name(_) | Expr::Attribute(_) if self.annotations.fused_key(annotation).is_some() => {
                self.fused(annotation).map_or(Said::Nothing, |member| Said::Type(member.ty))
            }
            Expr::Name(name) if let Some(ty) = self.annotations.context.pure.get(name.id.as_str()) => {
                Said::Type(ty.clone())
            }
            Expr::Name(_) | Expr::Attribute(_) => {
                self.path(annotation).map_or(Said::Nothing, |path| self.named(&path, self.span(annotation)))
            }
            Expr::Subscript(subscript) => self.subscript(subscript),
            Expr::Call(call) => match (self.path(&call.func).as_deref(), &call.args[..]) {
                (Some("cython.pointer"), [item]) => self.pointer(item),
                _ => Said::Nothing,
            },
            _ => Said::Nothing,
        }
    }

    /// A type that a `.pyx` writes in C's way.
    fn c_type(&mut self, name: &str) -> Said {
        let context = self.annotations.context;
        let fused = self.annotations.meanings();
        match context.c.as_ref().zip(forms::type_index(name)).map(|(c, index)| c.ty(index, fused)) {
            Some(Ok(Some(ty))) if context.lenient => self.plain_type(name, ty),
            Some(Ok(Some(ty))) => Said::Type(ty),
            Some(Err(_)) if self.annotations.context.lenient => Said::Nothing,
            Some(Err(error)) => {
                self.annotations.diagnostics.push(error);
                Said::Nothing
            }
            Some(Ok(None)) | None => Said::Nothing,
        }
    }

    /// What a `.pxd` says of a function of Python's: types that its values have there.
    fn plain_type(&self, name: &str, ty: Type) -> Said {
        let c = self.annotations.context.c.as_ref().zip(forms::type_index(name));
        match ty {
            Type::Num(_) | Type::Array(_) | Type::None => Said::Type(ty),
            Type::Object => match c.and_then(|(c, index)| c.written_name(index)) {
                Some("str") => Said::Type(Type::Str),
                Some("bytes") => Said::Type(Type::Bytes),
                _ => Said::Nothing,
            },
            _ => Said::Nothing,
        }
    }

    /// The type that a fused one stands for.
    fn fused(&mut self, annotation: &Expr) -> Option<Member> {
        let key = self.annotations.fused_key(annotation)?;
        let span = self.span(annotation);
        self.annotations.fused(&key, span)
    }

    fn ty(&mut self, annotation: &Expr) -> Option<Type> {
        match self.read(annotation) {
            Said::Type(ty) => Some(ty),
            Said::Nothing | Said::AnyRank(_) => None,
        }
    }

    fn span(&self, node: &Expr) -> Span {
        match self.quoted {
            Some(Quotes::Whole(span)) => span,
            Some(Quotes::Located) | None => syntax::span(node),
        }
    }

    fn error(&mut self, span: Span, message: impl Into<String>, hint: Option<String>) -> Said {
        let error = Diagnostic::error(Code::SIGNATURE, span, message);
        self.annotations.diagnostics.push(match hint {
            Some(hint) => error.hint(hint),
            None => error,
        });
        Said::Nothing
    }

    /// The full name of a dotted expression, such as `numpy.float64` for `np.float64`.
    fn path(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Name(name) => {
                let path = self.annotations.context.scope.path(&name.id)?;
                let unbound = path.starts_with("builtins.");
                let bare = self.quoted.is_some() && unbound && pyrx_scalar(&name.id).is_some();
                Some(if bare { format!("pyrx.{}", name.id) } else { path })
            }
            Expr::Attribute(attribute) => Some(format!("{}.{}", self.path(&attribute.value)?, attribute.attr)),
            _ => None,
        }
    }

    fn named(&mut self, path: &str, span: Span) -> Said {
        let (module, name) = path.rsplit_once('.').unwrap_or(("", path));
        let num = match module {
            "builtins" if self.annotations.in_c => return builtin_in_c(name),
            "builtins" => return builtin(name),
            "pyrx" => match pyrx_scalar(name) {
                Some(repr) => Some(Num::c(repr)),
                None => return self.unknown_pyrx(name, span),
            },
            "cython" if name.starts_with('p') && name.contains("p_") => {
                return cython_pointer(name).map_or(Said::Nothing, Said::Type);
            }
            "cython" if name == "Py_UCS4" => return Said::Type(Type::Char),
            "cython" => cython_scalar(name),
            "numpy" => numpy_scalar(name).map(Num::numpy).or_else(|| c::number(path)),
            "numba" | "numba.types" => numba_scalar(name).and_then(|ty| ty.num()),
            // What the pure mode imports from `cython.cimports`.
            _ => c::number(path),
        };
        num.map_or(Said::Nothing, |num| Said::Type(Type::Num(num)))
    }

    fn unknown_pyrx(&mut self, name: &str, span: Span) -> Said {
        if PYRX_OTHERS.contains(&name) {
            return self.error(span, format!("`pyrx.{name}` is not a type"), None);
        }
        let known = nearest(name, PYRX.iter().map(|(known, _)| *known));
        let hint = match builtin(name) {
            Said::Type(_) => {
                Some(format!("write `{name}` for Python's own, or a type with a size such as `pyrx.int64`"))
            }
            Said::Nothing | Said::AnyRank(_) => known.map(|known| format!("did you mean `pyrx.{known}`?")),
        };
        self.error(span, format!("pyrx has no type `{name}`"), hint)
    }

    fn subscript(&mut self, subscript: &ast::ExprSubscript) -> Said {
        if self.annotations.fused_key(&subscript.value).is_some() && axes::has_slice(&subscript.slice) {
            return match self.fused(&subscript.value).map(|member| member.ty) {
                Some(Type::Num(num)) => self.array(num, &subscript.slice),
                Some(other) => {
                    let span = self.span(&subscript.value);
                    self.error(span, format!("Invalid base type for memoryview slice: {other}"), None)
                }
                None => Said::Nothing,
            };
        }
        if let Some(item) = self.constant(&subscript.value).filter(|_| axes::has_slice(&subscript.slice)) {
            return self.view_of_constants(&item, &subscript.slice);
        }
        if let Some(size) = array_size(&subscript.slice).filter(|_| self.is_cython(&subscript.value)) {
            return match self.ty(&subscript.value) {
                Some(item) if item.is_c() && item.array().is_none() => Said::Type(Type::Fixed(Box::new(item), size)),
                _ => Said::Nothing,
            };
        }
        if let Expr::Name(name) = &*subscript.value
            && let Some(item) = self.annotations.context.pure.get(name.id.as_str()).cloned()
            && axes::has_slice(&subscript.slice)
        {
            return self.view_of_own(&item, &subscript.slice);
        }
        let Some(path) = self.path(&subscript.value) else { return Said::Nothing };
        let (module, name) = path.rsplit_once('.').unwrap_or(("", &path));
        match module {
            "pyrx" => match pyrx_scalar(name) {
                Some(dtype) => self.array(Num::numpy(dtype), &subscript.slice),
                None => self.unknown_pyrx(name, self.span(&subscript.value)),
            },
            "cython" => match cython_scalar(name) {
                Some(item) if axes::has_slice(&subscript.slice) => self.array(item, &subscript.slice),
                _ if name == "pointer" => self.pointer(&subscript.slice),
                // Nothing of C's that may not change is told from what may, but views.
                _ if name == "const" || name == "volatile" => self.read(&subscript.slice),
                _ => Said::Nothing,
            },
            "numpy" | "numba" | "numba.types" if axes::has_slice(&subscript.slice) => match self.ty(&subscript.value) {
                Some(Type::Num(num)) if num.rules == Rules::C && module == "numpy" => self.array(num, &subscript.slice),
                Some(Type::Num(num)) => self.array(Num::numpy(num.repr), &subscript.slice),
                _ => Said::Nothing,
            },
            "builtins" | "typing" | "typing_extensions" => self.generic(name, module, subscript),
            "numpy" | "numpy.typing" => self.numpy(name, &subscript.slice),
            _ => match c::number(&path).filter(|_| axes::has_slice(&subscript.slice)) {
                Some(item) => self.array(item, &subscript.slice),
                None => Said::Nothing,
            },
        }
    }

    /// What `cython.const[T]` says is constant.
    fn constant(&self, expr: &Expr) -> Option<Expr> {
        let Expr::Subscript(subscript) = expr else { return None };
        (self.path(&subscript.value)? == "cython.const").then(|| (*subscript.slice).clone())
    }

    /// `cython.const[T][:]`
    fn view_of_constants(&mut self, item: &Expr, slice: &Expr) -> Said {
        let found = match self.ty(item) {
            Some(ty @ (Type::Num(_) | Type::Struct(_))) => self.view_of_own(&ty, slice),
            _ => Said::Nothing,
        };
        match found {
            Said::Type(Type::Array(view)) => Said::Type(Type::Array(ArrayType { readonly: true, ..view })),
            other => other,
        }
    }

    /// A view whose items have a type that the module makes.
    fn view_of_own(&mut self, item: &Type, slice: &Expr) -> Said {
        match item {
            Type::Num(num) => self.array(*num, slice),
            // What has fields is no array of NumPy's to Python, either.
            Type::Struct(id) => self.array_of(Item::Struct(*id), Num::c(Repr::U8), Form::View, slice),
            _ => Said::Nothing,
        }
    }

    fn array(&mut self, item: Num, slice: &Expr) -> Said {
        let view = item.rules == Rules::C && self.annotations.context.c.is_some();
        let form = if view { Form::View } else { Form::Array };
        self.array_of(Item::Num(item.repr), item, form, slice)
    }

    /// The rules and the sense of its items are those of a number.
    fn array_of(&mut self, dtype: Item, item: Num, form: Form, slice: &Expr) -> Said {
        match axes::read(slice) {
            Ok((ndim, layout)) => Said::Type(Type::Array(ArrayType {
                dtype,
                ndim,
                layout,
                rules: item.rules,
                form,
                none: false,
                readonly: false,
                sense: item.sense,
            })),
            Err(message) => {
                self.error(self.span(slice), message, Some("write for example `pyrx.float64[:, ::1]`".into()))
            }
        }
    }

    /// Whether it names a type of Cython's, or one that the module makes of them.
    fn is_cython(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Name(name) if self.annotations.context.pure.contains_key(name.id.as_str()) => true,
            Expr::Subscript(subscript) => self.is_cython(&subscript.value),
            Expr::Call(call) => self.is_cython(&call.func),
            other => self.path(other).is_some_and(|path| path.starts_with("cython.") || c::number(&path).is_some()),
        }
    }

    /// `cython.pointer(T)`
    fn pointer(&mut self, item: &Expr) -> Said {
        if self.path(item).as_deref() == Some("cython.void") {
            return Said::Type(Type::Pointer(Box::new(Type::None)));
        }
        match self.ty(item) {
            Some(item) if item.is_c() && item.array().is_none() => Said::Type(Type::Pointer(Box::new(item))),
            _ => Said::Nothing,
        }
    }

    fn generic(&mut self, name: &str, module: &str, subscript: &ast::ExprSubscript) -> Said {
        let argument = &*subscript.slice;
        match name {
            "list" | "List" => self.ty(argument).map_or(Said::Nothing, |item| Said::Type(Type::List(Box::new(item)))),
            "tuple" | "Tuple" => self.tuple(argument),
            "Annotated" => match argument {
                Expr::Tuple(arguments) => arguments.elts.first().map_or(Said::Nothing, |first| self.read(first)),
                _ => Said::Nothing,
            },
            "Final" | "ClassVar" => self.read(argument),
            _ if module == "builtins" && self.quoted.is_some() && axes::has_slice(argument) => {
                let known = nearest(name, PYRX.iter().map(|(known, _)| *known));
                let hint = known.map(|known| format!("did you mean `{known}`?"));
                self.error(self.span(&subscript.value), format!("`{name}` is not a type of array elements"), hint)
            }
            _ => Said::Nothing,
        }
    }

    fn tuple(&mut self, argument: &Expr) -> Said {
        let items = match argument {
            Expr::Tuple(items) => &items.elts[..],
            single => std::slice::from_ref(single),
        };
        let items: Option<Vec<Type>> = items.iter().map(|item| self.ty(item)).collect();
        items.map_or(Said::Nothing, |items| Said::Type(Type::Tuple(items)))
    }

    /// `numpy.typing.NDArray[dtype]`, `numpy.ndarray[shape, numpy.dtype[dtype]]`.
    fn numpy(&mut self, name: &str, argument: &Expr) -> Said {
        let dtype = match (name, argument) {
            ("NDArray", dtype) => Some(dtype),
            ("ndarray", Expr::Tuple(arguments)) => match &arguments.elts[..] {
                [_, Expr::Subscript(dtype)] if self.path(&dtype.value).as_deref() == Some("numpy.dtype") => {
                    Some(&*dtype.slice)
                }
                _ => None,
            },
            _ => None,
        };
        let dtype = dtype.and_then(|dtype| self.ty(dtype)).and_then(|ty| ty.num());
        dtype.map_or(Said::Nothing, |num| Said::AnyRank(num.repr))
    }

    fn quoted(&mut self, text: &str, literal: Span) -> Said {
        let (expr, located) = at_place(self.annotations.context.text, text, literal);
        let Some(expr) = expr else { return self.unreadable(text.trim(), literal) };
        let quotes = if located { Quotes::Located } else { Quotes::Whole(literal) };
        Reader { annotations: self.annotations, quoted: Some(quotes) }.read(&expr)
    }

    /// Text that is no expression is an error if it sets out like an array type.
    fn unreadable(&mut self, text: &str, literal: Span) -> Said {
        let name = text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').next().unwrap_or("");
        let is_type = name.strip_prefix("pyrx.").or(Some(name)).is_some_and(|name| pyrx_scalar(name).is_some());
        if is_type && text[name.len()..].trim_start().starts_with('[') {
            let hint = "write for example `\"float64[:, ::1]\"`".to_owned();
            return self.error(literal, "this array type cannot be read", Some(hint));
        }
        Said::Nothing
    }
}

/// The number between the brackets of `cython.int[5]`.
fn array_size(slice: &Expr) -> Option<u32> {
    match slice {
        Expr::Constant(ast::ExprConstant { value: Constant::Int(size), .. }) => {
            u32::try_from(size).ok().filter(|size| *size > 0)
        }
        _ => None,
    }
}

/// Parses the text of a string literal as an expression; also whether its ranges are those of the module's source, which
/// they are not if the literal has escapes.
pub fn at_place(source: &str, text: &str, literal: Span) -> (Option<Expr>, bool) {
    let body = text.trim();
    let quoted = source.get(literal.start as usize..literal.end as usize).unwrap_or("");
    let found = quoted.find(body).filter(|_| !body.is_empty());
    let start = found.map_or(literal.start, |at| literal.start + at as u32);
    (syntax::parse_expression(body, start), found.is_some())
}

/// To Cython, `int` says that it is an object, and the others mean C's types.
fn builtin_in_c(name: &str) -> Said {
    Said::Type(match name {
        "int" => Type::Object,
        "float" => Type::Num(Num::c(Repr::F64)),
        "complex" => Type::Num(Num::c(Repr::C128)),
        "bool" => Type::Num(Num::BINT),
        _ => return builtin(name),
    })
}

fn builtin(name: &str) -> Said {
    Said::Type(match name {
        "int" => Type::INT,
        "float" => Type::FLOAT,
        "complex" => Type::COMPLEX,
        "bool" => Type::BOOL,
        "str" => Type::Str,
        "bytes" => Type::Bytes,
        "object" => Type::Object,
        _ => return Said::Nothing,
    })
}
