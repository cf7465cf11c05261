//! Numba's signatures: `"f8(f8[:, ::1], i8)"`, `float64(float64[:])`, `(f8, f8)`, lists of them.

use super::annotations::at_place;
use super::axes;
use super::scalars::{NUMBA, numba_scalar};
use crate::diag::{Code, Diagnostic};
use crate::hir::lower::names::nearest;
use crate::hir::lower::{Context, Def};
use crate::hir::{Origin, Signature};
use crate::span::Span;
use crate::syntax;
use crate::syntax::ast::{Constant, Expr, ExprConstant};
use crate::ty::{ArrayType, Layout, Repr, Type};

/// Names of `numba.types` that pyrx takes as Python objects.
const OTHERS: [&str; 20] = [
    "voidptr",
    "charptr",
    "ellipsis",
    "undefined",
    "ffi",
    "slice2_type",
    "slice3_type",
    "code_type",
    "optional",
    "Optional",
    "Dict",
    "DictType",
    "Set",
    "Record",
    "CPointer",
    "Function",
    "FunctionType",
    "NPDatetime",
    "NPTimedelta",
    "Omitted",
];

/// Reads the signature argument of `@jit`: one signature or a list of them.
pub fn read(
    context: &Context<'_>,
    def: &Def<'_>,
    argument: &Expr,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Signature> {
    match argument {
        Expr::List(list) => list.elts.iter().filter_map(|item| one(context, def, item, diagnostics)).collect(),
        _ => one(context, def, argument, diagnostics).into_iter().collect(),
    }
}

fn one(context: &Context<'_>, def: &Def<'_>, expr: &Expr, diagnostics: &mut Vec<Diagnostic>) -> Option<Signature> {
    let literal = syntax::span(expr);
    let result = match expr {
        Expr::Constant(ExprConstant { value: Constant::Str(text), .. }) => {
            let (parsed, located) = at_place(context.text, text, literal);
            let mut reader = Reader { context, whole: (!located).then_some(literal), quoted: true };
            match parsed {
                Some(parsed) => reader.signature(&parsed),
                None => Err(wrong(literal, "this signature cannot be read", Some("write for example `\"f8(f8[:])\"`"))),
            }
        }
        _ => Reader { context, whole: None, quoted: false }.signature(expr),
    };
    match result.and_then(|read| complete(def, read, literal)) {
        Ok(signature) => signature,
        Err(error) => {
            diagnostics.push(error);
            None
        }
    }
}

/// Parameters and result, if the expression is a signature at all.
type Read = Option<(Vec<Option<Type>>, Option<Type>)>;

/// One entry per parameter of the `def`.
fn complete(def: &Def<'_>, read: Read, span: Span) -> Result<Option<Signature>, Diagnostic> {
    let Some((mut params, returns)) = read else { return Ok(None) };
    let positional = def.args().posonlyargs.len() + def.args().args.len();
    if params.len() != positional {
        let message = format!("the signature gives types for {}, `{}` takes {positional}", params.len(), def.name());
        return Err(Diagnostic::error(Code::SIGNATURE_TARGET, span, message).note(def.span(), "defined here"));
    }
    params.resize(def.arg_list().len(), None);
    Ok(Some(Signature { params, ranked_by_use: Vec::new(), returns, origin: Origin::Numba, span }))
}

fn wrong(span: Span, message: impl Into<String>, hint: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(Code::SIGNATURE, span, message);
    match hint {
        Some(hint) => error.hint(hint),
        None => error,
    }
}

struct Reader<'c, 'm> {
    context: &'c Context<'m>,
    /// The span of any part, where parts have none of their own.
    whole: Option<Span>,
    /// In a string every name is Numba's.
    quoted: bool,
}

impl Reader<'_, '_> {
    fn span(&self, expr: &Expr) -> Span {
        self.whole.unwrap_or_else(|| syntax::span(expr))
    }

    fn signature(&mut self, expr: &Expr) -> Result<Read, Diagnostic> {
        match expr {
            Expr::Call(call) => {
                let returns = self.ty(&call.func)?;
                Ok(Some((self.types(&call.args)?, returns)))
            }
            Expr::Tuple(tuple) => Ok(Some((self.types(&tuple.elts)?, None))),
            _ if self.quoted => {
                let hint = Some("write the types of the parameters in parentheses: `f8(f8, i8)`");
                Err(wrong(self.span(expr), "this signature has no parameters", hint))
            }
            // `@jit(some_variable)`: Numba will know.
            _ => Ok(None),
        }
    }

    fn types(&mut self, exprs: &[Expr]) -> Result<Vec<Option<Type>>, Diagnostic> {
        exprs.iter().map(|expr| self.ty(expr)).collect()
    }

    /// The last name of a dotted expression that is Numba's.
    fn name<'e>(&self, expr: &'e Expr) -> Option<&'e str> {
        match expr {
            Expr::Name(name) if self.quoted => Some(name.id.as_str()),
            Expr::Name(name) => {
                let path = self.context.scope.path(&name.id)?;
                let numba =
                    path.starts_with("numba.") || path.starts_with("numpy.") || path == format!("builtins.{}", name.id);
                numba.then_some(name.id.as_str())
            }
            Expr::Attribute(attribute) => {
                let mut root = &*attribute.value;
                while let Expr::Attribute(inner) = root {
                    root = &inner.value;
                }
                let Expr::Name(root) = root else { return None };
                let path = self.context.scope.path(&root.id)?;
                let owned = self.quoted || ["numba", "numpy"].contains(&path.split('.').next().unwrap_or(""));
                owned.then_some(attribute.attr.as_str())
            }
            _ => None,
        }
    }

    /// `None`: a type that pyrx takes as a Python object.
    fn ty(&mut self, expr: &Expr) -> Result<Option<Type>, Diagnostic> {
        match expr {
            Expr::Constant(ExprConstant { value: Constant::None, .. }) => Ok(Some(Type::None)),
            Expr::Name(_) | Expr::Attribute(_) => self.named(expr),
            Expr::Subscript(subscript) => match self.ty(&subscript.value)? {
                Some(Type::Num(num)) => self.array(num.repr, &subscript.slice),
                Some(_) | None => Ok(None),
            },
            Expr::Call(call) => self.call(self.name(&call.func), &call.args),
            _ => Ok(None),
        }
    }

    fn named(&mut self, expr: &Expr) -> Result<Option<Type>, Diagnostic> {
        let Some(name) = self.name(expr) else { return Ok(None) };
        let found = numba_scalar(name);
        let names = NUMBA.iter().map(|(known, _)| *known).chain(Repr::ALL.map(Repr::name)).chain(OTHERS);
        match nearest(name, names) {
            // Numba has more names than these; only what looks like one of them is taken for a mistake.
            Some(known) if found.is_none() && self.quoted && known != name => {
                let hint = format!("did you mean `{known}`?");
                Err(wrong(self.span(expr), format!("`{name}` is not a type of Numba"), Some(&hint)))
            }
            _ => Ok(found),
        }
    }

    fn array(&mut self, dtype: Repr, slice: &Expr) -> Result<Option<Type>, Diagnostic> {
        let (ndim, layout) = axes::read(slice).map_err(|message| wrong(self.span(slice), message, None))?;
        Ok(Some(Type::Array(ArrayType::numpy(dtype, ndim, layout))))
    }

    /// Constructors of types: `Tuple((f8, i8))`, `UniTuple(f8, 3)`, `List(f8)`, `Array(f8, 2, "C")`.
    fn call(&mut self, name: Option<&str>, args: &[Expr]) -> Result<Option<Type>, Diagnostic> {
        Ok(match (name, args) {
            (Some("Tuple" | "BaseTuple"), [Expr::Tuple(items)]) => tuple(self.types(&items.elts)?),
            (Some("Tuple" | "BaseTuple"), [Expr::List(items)]) => tuple(self.types(&items.elts)?),
            (Some("UniTuple"), [item, count]) => {
                let item = self.ty(item)?;
                item.zip(small(count)).map(|(item, count)| Type::Tuple(vec![item; usize::from(count)]))
            }
            (Some("List" | "ListType"), [item, ..]) => self.ty(item)?.map(|item| Type::List(Box::new(item))),
            (Some("Array" | "array"), [dtype, ndim, Expr::Constant(layout), ..]) => {
                let dtype = self.ty(dtype)?.and_then(|ty| ty.num());
                let layout = match &layout.value {
                    Constant::Str(order) if order == "C" => Layout::C,
                    Constant::Str(order) if order == "F" => Layout::F,
                    _ => Layout::Strided,
                };
                let ndim = small(ndim).filter(|ndim| (1..=32).contains(ndim));
                dtype.zip(ndim).map(|(num, ndim)| Type::Array(ArrayType::numpy(num.repr, ndim, layout)))
            }
            _ => None,
        })
    }
}

fn tuple(items: Vec<Option<Type>>) -> Option<Type> {
    items.into_iter().collect::<Option<Vec<Type>>>().map(Type::Tuple)
}

/// A small literal integer.
fn small(expr: &Expr) -> Option<u8> {
    match expr {
        Expr::Constant(ExprConstant { value: Constant::Int(value), .. }) => u8::try_from(value).ok(),
        _ => None,
    }
}
