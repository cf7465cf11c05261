//! The names of scalar types, by who they belong to.

use crate::ty::{Num, Repr, Type};

/// `pyrx.` types; as scalars they follow C's rules, as arrays NumPy's.
pub static PYRX: [(&str, Repr); 15] = [
    ("bool_", Repr::Bool),
    ("bint", Repr::Bool),
    ("int8", Repr::I8),
    ("int16", Repr::I16),
    ("int32", Repr::I32),
    ("int64", Repr::I64),
    ("uint8", Repr::U8),
    ("uint16", Repr::U16),
    ("uint32", Repr::U32),
    ("uint64", Repr::U64),
    ("float32", Repr::F32),
    ("float64", Repr::F64),
    ("double", Repr::F64),
    ("complex64", Repr::C64),
    ("complex128", Repr::C128),
];

/// `cython.` types, on Linux's data model.
pub static CYTHON: [(&str, Num); 38] = [
    ("bint", Num::BINT),
    ("char", Num::c(Repr::I8)),
    ("schar", Num::c(Repr::I8)),
    ("uchar", Num::c(Repr::U8)),
    ("short", Num::c(Repr::I16)),
    ("sshort", Num::c(Repr::I16)),
    ("ushort", Num::c(Repr::U16)),
    ("int", Num::c(Repr::I32)),
    ("sint", Num::c(Repr::I32)),
    ("uint", Num::c(Repr::U32)),
    ("long", Num::c(Repr::I64)),
    ("slong", Num::c(Repr::I64)),
    ("ulong", Num::c(Repr::U64)),
    ("longlong", Num::c(Repr::I64)),
    ("slonglong", Num::c(Repr::I64)),
    ("ulonglong", Num::c(Repr::U64)),
    ("Py_ssize_t", Num::c(Repr::I64)),
    ("ssize_t", Num::c(Repr::I64)),
    ("size_t", Num::c(Repr::U64)),
    ("Py_hash_t", Num::c(Repr::I64)),
    ("ptrdiff_t", Num::c(Repr::I64)),
    ("int8_t", Num::c(Repr::I8)),
    ("int16_t", Num::c(Repr::I16)),
    ("int32_t", Num::c(Repr::I32)),
    ("int64_t", Num::c(Repr::I64)),
    ("uint8_t", Num::c(Repr::U8)),
    ("uint16_t", Num::c(Repr::U16)),
    ("uint32_t", Num::c(Repr::U32)),
    ("uint64_t", Num::c(Repr::U64)),
    ("float", Num::c(Repr::F32)),
    ("double", Num::c(Repr::F64)),
    ("float32_t", Num::c(Repr::F32)),
    ("float64_t", Num::c(Repr::F64)),
    ("floatcomplex", Num::c(Repr::C64)),
    ("doublecomplex", Num::c(Repr::C128)),
    ("complex", Num::c(Repr::C128)),
    ("complex64", Num::c(Repr::C64)),
    ("complex128", Num::c(Repr::C128)),
];

/// NumPy's scalar types beside those that [`Repr::name`] gives.
pub static NUMPY: [(&str, Repr); 26] = [
    ("bool_", Repr::Bool),
    ("byte", Repr::I8),
    ("ubyte", Repr::U8),
    ("short", Repr::I16),
    ("ushort", Repr::U16),
    ("intc", Repr::I32),
    ("uintc", Repr::U32),
    ("int_", Repr::I64),
    ("uint", Repr::U64),
    ("intp", Repr::I64),
    ("uintp", Repr::U64),
    ("long", Repr::I64),
    ("ulong", Repr::U64),
    ("longlong", Repr::I64),
    ("ulonglong", Repr::U64),
    ("single", Repr::F32),
    ("double", Repr::F64),
    ("float_", Repr::F64),
    ("csingle", Repr::C64),
    ("cdouble", Repr::C128),
    ("complex_", Repr::C128),
    ("singlecomplex", Repr::C64),
    ("cfloat", Repr::C128),
    ("bool8", Repr::Bool),
    ("int0", Repr::I64),
    ("uint0", Repr::U64),
];

/// Numba's names; those without a size follow Python's rules.
pub static NUMBA: [(&str, Type); 46] = {
    const fn numpy(repr: Repr) -> Type {
        Type::Num(Num::new(repr, crate::ty::Rules::NumPy))
    }
    [
        ("boolean", Type::BOOL),
        ("bool_", Type::BOOL),
        ("bool", Type::BOOL),
        ("b1", numpy(Repr::Bool)),
        ("int_", Type::INT),
        ("int", Type::INT),
        ("float", Type::FLOAT),
        ("complex", Type::COMPLEX),
        ("byte", numpy(Repr::U8)),
        ("char", numpy(Repr::I8)),
        ("uchar", numpy(Repr::U8)),
        ("short", numpy(Repr::I16)),
        ("ushort", numpy(Repr::U16)),
        ("intc", numpy(Repr::I32)),
        ("uintc", numpy(Repr::U32)),
        ("uint", numpy(Repr::U64)),
        ("long_", numpy(Repr::I64)),
        ("ulong", numpy(Repr::U64)),
        ("longlong", numpy(Repr::I64)),
        ("ulonglong", numpy(Repr::U64)),
        ("intp", numpy(Repr::I64)),
        ("uintp", numpy(Repr::U64)),
        ("ssize_t", numpy(Repr::I64)),
        ("size_t", numpy(Repr::U64)),
        ("float_", numpy(Repr::F32)),
        ("double", numpy(Repr::F64)),
        ("i1", numpy(Repr::I8)),
        ("i2", numpy(Repr::I16)),
        ("i4", numpy(Repr::I32)),
        ("i8", numpy(Repr::I64)),
        ("u1", numpy(Repr::U8)),
        ("u2", numpy(Repr::U16)),
        ("u4", numpy(Repr::U32)),
        ("u8", numpy(Repr::U64)),
        ("f4", numpy(Repr::F32)),
        ("f8", numpy(Repr::F64)),
        ("c8", numpy(Repr::C64)),
        ("c16", numpy(Repr::C128)),
        ("void", Type::None),
        ("none", Type::None),
        ("unicode_type", Type::Str),
        ("string", Type::Str),
        ("str", Type::Str),
        ("pyobject", Type::Object),
        ("object_", Type::Object),
        ("None", Type::None),
    ]
};

/// Pythran's names; those without a size follow Python's rules. `None`: known, but not to pyrx's types.
pub static PYTHRAN: [(&str, Option<Type>); 26] = {
    const fn numpy(repr: Repr) -> Option<Type> {
        Some(Type::Num(Num::new(repr, crate::ty::Rules::NumPy)))
    }
    [
        ("bool", Some(Type::BOOL)),
        ("int", Some(Type::INT)),
        ("float", Some(Type::FLOAT)),
        ("complex", Some(Type::COMPLEX)),
        ("str", Some(Type::Str)),
        ("None", Some(Type::None)),
        ("byte", numpy(Repr::I8)),
        ("int8", numpy(Repr::I8)),
        ("int16", numpy(Repr::I16)),
        ("int32", numpy(Repr::I32)),
        ("int64", numpy(Repr::I64)),
        ("uint8", numpy(Repr::U8)),
        ("uint16", numpy(Repr::U16)),
        ("uint32", numpy(Repr::U32)),
        ("uint64", numpy(Repr::U64)),
        ("intp", numpy(Repr::I64)),
        ("uintp", numpy(Repr::U64)),
        ("intc", numpy(Repr::I32)),
        ("uintc", numpy(Repr::U32)),
        ("float32", numpy(Repr::F32)),
        ("float64", numpy(Repr::F64)),
        ("complex64", numpy(Repr::C64)),
        ("complex128", numpy(Repr::C128)),
        ("float128", None),
        ("complex256", None),
        ("slice", None),
    ]
};

fn find<T: Clone>(table: &[(&str, T)], name: &str) -> Option<T> {
    table.iter().find(|(known, _)| *known == name).map(|(_, found)| found.clone())
}

pub fn pyrx_scalar(name: &str) -> Option<Repr> {
    find(&PYRX, name)
}

pub fn cython_scalar(name: &str) -> Option<Num> {
    find(&CYTHON, name)
}

/// `p_int`, `pp_double`, `p_void`, `p_const_char`.
pub fn cython_pointer(name: &str) -> Option<Type> {
    let (stars, item) = name.split_once('_').filter(|(stars, _)| stars.bytes().all(|star| star == b'p'))?;
    let item = match item.strip_prefix("const_").unwrap_or(item) {
        "void" => Type::None,
        item => Type::Num(cython_scalar(item)?),
    };
    Some((0..stars.len()).fold(item, |item, _| Type::Pointer(Box::new(item))))
}

pub fn numpy_scalar(name: &str) -> Option<Repr> {
    Repr::from_name(name).or_else(|| find(&NUMPY, name))
}

pub fn numba_scalar(name: &str) -> Option<Type> {
    let sized = || Repr::from_name(name).map(|repr| Type::Num(Num::numpy(repr)));
    find(&NUMBA, name).or_else(sized)
}

/// `None`: unknown; `Some(None)`: known to Pythran, but not to pyrx's types.
pub fn pythran_scalar(name: &str) -> Option<Option<Type>> {
    find(&PYTHRAN, name)
}
