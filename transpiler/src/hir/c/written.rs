//! How a `.pyx` writes the type of a parameter or variable: what the messages of its conversion say.

use super::{CScope, is_checked_class, is_python_class};
use crate::hir::fused::{Binding, Fused, shown};
use crate::syntax::ast::{Constant, Expr, ExprConstant};
use crate::syntax::cython::{CAxis, CType, CTypeKind};
use crate::ty::Layout;

/// A type in the words of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// `unsigned char`, `float64_t`; of a view or buffer, the type of its items.
    pub name: String,
    /// `None` is taken.
    pub none: bool,
    /// The class that an object must be of, of a view or buffer of objects with its axes: `object[:]`.
    pub class: Option<String>,
    /// A buffer's items are taken for what its type says, if they have the size: `cast=True`.
    pub cast: bool,
}

impl Written {
    /// A type that asks for no class.
    pub fn plain(name: String, none: bool) -> Written {
        Written { name, none, class: None, cast: false }
    }

    /// The number of axes of a view or buffer of objects.
    pub fn axes_of_objects(&self) -> Option<u8> {
        let (_, axes) = self.class.as_ref()?.split_once('[')?;
        u8::try_from(axes.split(',').count()).ok()
    }

    /// Whether it is `char`, or a view or buffer of such items, which take any byte.
    pub fn is_char(&self) -> bool {
        self.name == "char"
    }
}

/// C's names of the types that the pure mode names in its own way.
const BASIC: [(&str, &str); 11] = [
    ("uchar", "unsigned char"),
    ("schar", "signed char"),
    ("ushort", "unsigned short"),
    ("uint", "unsigned int"),
    ("ulong", "unsigned long"),
    ("longlong", "long long"),
    ("ulonglong", "unsigned long long"),
    ("longdouble", "long double"),
    ("longdoublecomplex", "long double complex"),
    ("floatcomplex", "float complex"),
    ("doublecomplex", "double complex"),
];

impl CScope<'_> {
    /// The words of the type that the name `<type N>` stands for, a fused type's those of its member.
    pub fn as_written(&self, index: usize, binding: &Binding) -> Option<Written> {
        let ty = self.declarations.types.get(index)?;
        match &ty.kind {
            CTypeKind::Buffer { owner, item, options } => {
                let (name, owner) = (self.words(item, binding), self.class_name(owner));
                let shape = super::types::buffer_shape(&owner, options, ty.span).ok().filter(|_| name == "object");
                Some(match shape {
                    Some((ndim, layout)) => of_objects(&owner, &buffer_axes(ndim, layout)),
                    None => Written { name, none: true, class: Some(owner), cast: is_cast(options) },
                })
            }
            CTypeKind::View { item, axes } if self.words(item, binding) == "object" => {
                let axes = axes.iter().map(|axis| match axis {
                    CAxis::Contiguous | CAxis::Inner => "::1",
                    CAxis::Strided | CAxis::Other => ":",
                });
                Some(of_objects("object", &axes.collect::<Vec<_>>()))
            }
            CTypeKind::Named(name) => {
                let path = self.class_name(name);
                let checked = is_checked_class(&path) || path == "bool" || is_python_class(&path) && path != "object";
                Some(Written { name: self.words(ty, binding), none: true, class: checked.then_some(path), cast: false })
            }
            _ => Some(Written::plain(self.words(ty, binding), true)),
        }
    }

    /// The class that a name of C's stands for, as Python names it.
    fn class_name(&self, name: &str) -> String {
        let path = self.full_name(name);
        match path.as_str() {
            "cpython.array.array" => "array.array".to_owned(),
            "cpython.bool" | "cpython.bool.bool" => "bool".to_owned(),
            _ => path,
        }
    }

    /// The words of a type where fused types mean nothing.
    pub fn item_words(&self, ty: &CType) -> String {
        self.words(ty, &Binding::default())
    }

    /// A type as `cython.typeof` names it, where its words say it.
    pub fn shown(&self, ty: &CType, fused: Fused<'_>) -> Option<String> {
        if let CTypeKind::Array { .. } | CTypeKind::Function(_) | CTypeKind::Template { .. } = &ty.kind {
            return None;
        }
        let names = |name: &str| self.own_name(name, fused.binding);
        let shown = shown(ty, &names);
        let object = matches!(&ty.kind, CTypeKind::Named(name) if is_python_class(&self.full_name(name)));
        Some(match shown.as_str() {
            "object" => "Python object".to_owned(),
            _ if object => format!("{shown} object"),
            _ => shown,
        })
    }

    /// The words of the type of a field's items.
    pub(super) fn field_words(&self, ty: &CType) -> String {
        match &ty.kind {
            CTypeKind::Array { item, .. } => self.field_words(item),
            _ => self.item_words(ty),
        }
    }

    fn words(&self, ty: &CType, binding: &Binding) -> String {
        match &ty.kind {
            CTypeKind::Basic(name) => {
                let known = BASIC.iter().find(|(pure, _)| pure == name);
                known.map_or(*name, |(_, words)| words).to_owned()
            }
            CTypeKind::Named(name) => match binding.member(&self.full_name(name)) {
                Some(member) => member.name.clone(),
                None => name.rsplit('.').next().unwrap_or_default().to_owned(),
            },
            CTypeKind::Const(inner) => match &inner.kind {
                CTypeKind::View { item, .. } => format!("const {}", self.words(item, binding)),
                _ => format!("const {}", self.words(inner, binding)),
            },
            CTypeKind::View { item, .. } => self.words(item, binding),
            CTypeKind::Pointer(inner) => format!("{} *", self.words(inner, binding)),
            CTypeKind::Unnamed
            | CTypeKind::Array { .. }
            | CTypeKind::Buffer { .. }
            | CTypeKind::Function(_)
            | CTypeKind::Tuple(_)
            | CTypeKind::Template { .. } => String::new(),
        }
    }
}

/// A view (`object[:]`) or a buffer (`numpy.ndarray[:]`) of objects, whose class tells the axes.
fn of_objects(class: &str, axes: &[&str]) -> Written {
    let class = Some(format!("{class}[{}]", axes.join(", ")));
    Written { name: "Python object".to_owned(), none: true, class, cast: false }
}

/// Whether a buffer has the option `cast=True`.
fn is_cast(options: &[(String, Expr)]) -> bool {
    let is_true = |value: &Expr| matches!(value, Expr::Constant(ExprConstant { value: Constant::Bool(true), .. }));
    options.iter().any(|(name, value)| name == "cast" && is_true(value))
}

/// The axes of a buffer as those of a view are written.
fn buffer_axes(ndim: u8, layout: Layout) -> Vec<&'static str> {
    let mut axes = vec![":"; ndim.into()];
    let contiguous = match layout {
        Layout::C => axes.last_mut(),
        Layout::F => axes.first_mut(),
        Layout::Strided | Layout::Inner => None,
    };
    contiguous.into_iter().for_each(|axis| *axis = "::1");
    axes
}
