//! Types as C writes them, in messages.

use crate::hir::Module;
use crate::ty::{ArrayType, Num, Repr, Sense, Type};

/// `double *`, `int [3]`, `const double[:, ::1]`, the name of a struct.
pub fn c_name(module: &Module, ty: &Type) -> String {
    match ty {
        Type::None => "void".to_owned(),
        Type::Struct(id) => module.structs.get(id.0 as usize).map_or("struct", |one| &one.name).to_owned(),
        Type::Pointer(item) if **item == Type::None => "void *".to_owned(),
        Type::Pointer(item) => format!("{} *", c_name(module, item)),
        Type::Fixed(item, size) => format!("{} [{size}]", c_name(module, item)),
        Type::Function(function) => {
            let params: Vec<String> = function.params.iter().map(|ty| c_name(module, ty)).collect();
            format!("{} (*)({})", c_name(module, &function.returns), params.join(", "))
        }
        Type::Num(Num { sense: Sense::Enum(id), .. }) => {
            module.enums.get(id.0 as usize).map_or("int", |one| &one.name).to_owned()
        }
        Type::Num(num) if num.is_truth() => "bint".to_owned(),
        Type::Num(num) => c_number(num.repr).to_owned(),
        Type::Char => "Py_UCS4".to_owned(),
        Type::Array(view) => c_view(module, *view),
        Type::Object => "Python object".to_owned(),
        other => other.to_string(),
    }
}

fn c_view(module: &Module, view: ArrayType) -> String {
    let shown = view.to_string();
    let axes = shown.find('[').map_or("", |at| &shown[at..]);
    format!("{}{}{axes}", if view.readonly { "const " } else { "" }, c_name(module, &view.item()))
}

/// The first of C's names for a representation.
pub fn c_number(repr: Repr) -> &'static str {
    match repr {
        Repr::Bool => "bint",
        Repr::I8 => "char",
        Repr::I16 => "short",
        Repr::I32 => "int",
        Repr::I64 => "long",
        Repr::U8 => "unsigned char",
        Repr::U16 => "unsigned short",
        Repr::U32 => "unsigned int",
        Repr::U64 => "unsigned long",
        Repr::F32 => "float",
        Repr::F64 => "double",
        Repr::C64 => "float complex",
        Repr::C128 => "double complex",
    }
}
