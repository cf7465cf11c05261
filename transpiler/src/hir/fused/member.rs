//! One member of a fused type: its type, its name, and the Python objects that are for it.

use crate::syntax::cython::{CAxis, CType, CTypeKind};
use crate::ty::{Kind, Layout, Type};

/// One type that a fused type may stand for.
#[derive(Clone, Debug)]
pub struct Member {
    /// As `f["float32_t"]` and `__signatures__` have it.
    pub name: String,
    pub ty: Type,
    /// The name is another one than C's own: `ctypedef`, or NumPy's.
    pub is_alias: bool,
}

/// The Python objects that make dispatch choose a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PythonClass {
    /// `isinstance(argument, int)`; by the name of the builtin class.
    Builtin(String),
    /// A buffer of the member's items and rank; `chars`: C's type of the items is `char`.
    Buffer { chars: bool },
    /// A buffer of objects, with so many axes.
    Objects(u8),
    /// What is for no other member.
    Any,
    /// None.
    Nothing,
}

impl Member {
    pub fn python_class(&self) -> PythonClass {
        let builtin = |name: &str| PythonClass::Builtin(name.to_owned());
        match &self.ty {
            Type::Num(num) => match num.repr.kind() {
                Kind::Bool => builtin("bool"),
                Kind::Signed | Kind::Unsigned => builtin("int"),
                Kind::Float => builtin("float"),
                Kind::Complex => builtin("complex"),
            },
            Type::Array(_) => PythonClass::Buffer { chars: false },
            Type::Object if self.name == "object" => PythonClass::Any,
            Type::Object => builtin(&self.name),
            Type::Str => builtin("str"),
            Type::Bytes => builtin("bytes"),
            _ => PythonClass::Nothing,
        }
    }
}

/// C's spelling of types whose names in pure mode are one word.
const SPELLINGS: [(&str, &str); 15] = [
    ("schar", "signed char"),
    ("uchar", "unsigned char"),
    ("sshort", "short"),
    ("ushort", "unsigned short"),
    ("sint", "int"),
    ("uint", "unsigned int"),
    ("slong", "long"),
    ("ulong", "unsigned long"),
    ("longlong", "long long"),
    ("slonglong", "long long"),
    ("ulonglong", "unsigned long long"),
    ("longdouble", "long double"),
    ("floatcomplex", "float complex"),
    ("doublecomplex", "double complex"),
    ("longdoublecomplex", "long double complex"),
];

/// A type of C's as Cython spells it.
pub fn spelled(name: &str) -> &str {
    SPELLINGS.iter().find(|(own, _)| *own == name).map_or(name, |(_, spelling)| spelling)
}

/// A type as `cython.typeof` names it; `names` gives what a name is called where that is not its last part.
pub fn shown(ty: &CType, names: &dyn Fn(&str) -> Option<String>) -> String {
    match &ty.kind {
        CTypeKind::Unnamed => "object".to_owned(),
        CTypeKind::Basic(name) => spelled(name).to_owned(),
        CTypeKind::Named(name) => names(name).unwrap_or_else(|| last_part(name).to_owned()),
        CTypeKind::Const(inner) => format!("const {}", shown(inner, names)),
        CTypeKind::Pointer(item) => format!("{} *", shown(item, names)).replace("* *", "**"),
        CTypeKind::Array { item, .. } => format!("{}[]", shown(item, names)),
        CTypeKind::View { item, axes } => {
            let axes: Vec<&str> = axes.iter().map(|axis| axis_text(*axis)).collect();
            format!("{}[{}]", shown(item, names), axes.join(", "))
        }
        CTypeKind::Buffer { owner, item, options } => {
            let ndim = options.iter().find(|(name, _)| name == "ndim").and_then(|(_, value)| integer(value));
            format!("{}[{},ndim={}]", last_part(owner), shown(item, names), ndim.unwrap_or(1))
        }
        CTypeKind::Tuple(items) => {
            let items: Vec<String> = items.iter().map(|item| shown(item, names)).collect();
            format!("({})", items.join(", "))
        }
        CTypeKind::Template { owner, .. } => last_part(owner).to_owned(),
        CTypeKind::Function(signature) => format!("{} (*)", shown(&signature.returns, names)),
    }
}

/// A view as it is written, given the name of its items' type.
pub(super) fn view_text(item: &str, ndim: u8, layout: Layout) -> String {
    let last = ndim.saturating_sub(1);
    let contiguous = |axis| layout == Layout::C && axis == last || layout == Layout::F && axis == 0;
    let axes: Vec<&str> = (0..ndim).map(|axis| if contiguous(axis) { "::1" } else { ":" }).collect();
    format!("{item}[{}]", axes.join(", "))
}

fn axis_text(axis: CAxis) -> &'static str {
    match axis {
        CAxis::Strided => ":",
        CAxis::Contiguous => "::1",
        CAxis::Inner => "::view.contiguous",
        CAxis::Other => "::view.generic",
    }
}

fn integer(expr: &crate::syntax::ast::Expr) -> Option<u32> {
    use crate::syntax::ast::{Constant, Expr, ExprConstant};
    match expr {
        Expr::Constant(ExprConstant { value: Constant::Int(value), .. }) => u32::try_from(value).ok(),
        _ => None,
    }
}

pub(super) fn last_part(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}
