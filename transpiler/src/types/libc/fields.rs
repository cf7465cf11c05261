//! Fields of C's that objects of some classes have, where a variable is declared to be of the class.

use super::calls::CLibraryType;
use crate::ty::{FunctionType, Type};

/// The class of memory that views are made over.
pub const VIEW_ARRAY: &str = "cython.view.array";

/// NumPy's arrays.
pub const NDARRAY: &str = "numpy.ndarray";

/// What describes the items of NumPy's arrays.
pub const DTYPE: &str = "numpy.dtype";

/// A field that is read.
struct Field {
    class: &'static str,
    name: &'static str,
    ty: CLibraryType,
    /// The kernel that reads it.
    read: &'static str,
}

const fn field(class: &'static str, name: &'static str, ty: CLibraryType, read: &'static str) -> Field {
    Field { class, name, ty, read }
}

const FIELDS: [Field; 17] = [
    field(VIEW_ARRAY, "data", CLibraryType::Chars, "obj::view_array_data"),
    field(VIEW_ARRAY, "len", CLibraryType::Long, "obj::view_array_len"),
    field(VIEW_ARRAY, "itemsize", CLibraryType::Long, "obj::view_array_itemsize"),
    field(VIEW_ARRAY, "ndim", CLibraryType::Int, "obj::view_array_ndim"),
    field(VIEW_ARRAY, "mode", CLibraryType::Object, "obj::view_array_mode"),
    field(NDARRAY, "data", CLibraryType::Chars, "ndarray::data"),
    field(NDARRAY, "shape", CLibraryType::Longs, "ndarray::shape"),
    field(NDARRAY, "strides", CLibraryType::Longs, "ndarray::strides"),
    field(NDARRAY, "ndim", CLibraryType::Int, "ndarray::ndim"),
    field(NDARRAY, "size", CLibraryType::Long, "ndarray::size"),
    field(DTYPE, "kind", CLibraryType::Char, "ndarray::dtype::kind"),
    field(DTYPE, "type", CLibraryType::Char, "ndarray::dtype::letter"),
    field(DTYPE, "byteorder", CLibraryType::Char, "ndarray::dtype::byteorder"),
    field(DTYPE, "type_num", CLibraryType::Int, "ndarray::dtype::type_num"),
    field(DTYPE, "itemsize", CLibraryType::Long, "ndarray::dtype::itemsize"),
    field(DTYPE, "alignment", CLibraryType::Long, "ndarray::dtype::alignment"),
    field(DTYPE, "flags", CLibraryType::Size, "ndarray::dtype::flags"),
];

/// The field of a class: the type, and the kernel that reads it.
pub fn field_of(class: &str, name: &str) -> Option<(Type, &'static str)> {
    let field = FIELDS.iter().find(|field| field.class == class && field.name == name)?;
    Some((field.ty.ty(), field.read))
}

/// Those that are set: the kernel, and the type of the value.
pub fn view_array_setter(name: &str) -> Option<(&'static str, Type)> {
    let any = CLibraryType::Any.ty();
    let freeing = || Type::Function(Box::new(FunctionType { params: vec![any], returns: Type::None }));
    match name {
        "data" => Some(("obj::view_array_set_data", CLibraryType::Chars.ty())),
        "callback_free_data" => Some(("obj::view_array_set_callback", freeing())),
        _ => None,
    }
}
