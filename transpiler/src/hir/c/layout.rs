//! Sizes of C's types, as compilers for 64-bit Linux lay them out.

use crate::ty::{Repr, StructType, Type};

/// Size and alignment in bytes; `None` for what is no type of C's, or too large for one.
pub fn layout(ty: &Type, structs: &[StructType]) -> Option<(u64, u64)> {
    match ty {
        // What a comparison gives is a `bint` to Cython.
        Type::Num(num) if num.repr == Repr::Bool => Some((4, 4)),
        Type::Num(num) => {
            let size = u64::from(num.repr.size());
            Some((size, if num.repr.is_complex() { size / 2 } else { size }))
        }
        Type::Char => Some((4, 4)),
        Type::Pointer(_) | Type::Function(_) => Some((8, 8)),
        Type::Fixed(item, count) => {
            let (size, align) = layout(item, structs)?;
            Some((size.checked_mul(u64::from(*count))?, align))
        }
        Type::Struct(id) => structs.get(id.0 as usize).and_then(|one| aggregate(one, structs)),
        Type::Never
        | Type::None
        | Type::Str
        | Type::Bytes
        | Type::Array(_)
        | Type::List(_)
        | Type::Tuple(_)
        | Type::Range
        | Type::Object => None,
    }
}

fn aggregate(one: &StructType, structs: &[StructType]) -> Option<(u64, u64)> {
    let (mut size, mut widest) = (0u64, 1u64);
    for (_, ty) in &one.fields {
        let (own, align) = layout(ty, structs)?;
        let align = if one.packed { 1 } else { align };
        widest = widest.max(align);
        if one.union {
            size = size.max(own);
        } else {
            size = size.next_multiple_of(align).checked_add(own)?;
        }
    }
    if one.tail > 0 {
        widest = 8;
        size = size.next_multiple_of(8) + 8 * u64::from(one.tail);
    }
    Some((size.next_multiple_of(widest), widest))
}
