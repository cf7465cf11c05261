//! What an array holds: the stored form of an element, its value in registers, and its dtype.

use super::Record;
use num_complex::Complex;

/// NumPy's dtypes that compiled code computes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dtype {
    Bool,
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
    F32,
    F64,
    C64,
    C128,
    /// Of views of a `.pyx`.
    Record(&'static Record),
}

impl Dtype {
    /// Those of numbers.
    pub const ALL: [Dtype; 13] = [
        Dtype::Bool,
        Dtype::I8,
        Dtype::I16,
        Dtype::I32,
        Dtype::I64,
        Dtype::U8,
        Dtype::U16,
        Dtype::U32,
        Dtype::U64,
        Dtype::F32,
        Dtype::F64,
        Dtype::C64,
        Dtype::C128,
    ];

    /// NumPy's name, `float64`, or that of a struct.
    pub const fn name(self) -> &'static str {
        match self {
            Dtype::Bool => "bool",
            Dtype::I8 => "int8",
            Dtype::I16 => "int16",
            Dtype::I32 => "int32",
            Dtype::I64 => "int64",
            Dtype::U8 => "uint8",
            Dtype::U16 => "uint16",
            Dtype::U32 => "uint32",
            Dtype::U64 => "uint64",
            Dtype::F32 => "float32",
            Dtype::F64 => "float64",
            Dtype::C64 => "complex64",
            Dtype::C128 => "complex128",
            Dtype::Record(record) => record.name,
        }
    }

    /// Bytes of one element.
    pub const fn size(self) -> usize {
        match self {
            Dtype::Bool | Dtype::I8 | Dtype::U8 => 1,
            Dtype::I16 | Dtype::U16 => 2,
            Dtype::I32 | Dtype::U32 | Dtype::F32 => 4,
            Dtype::I64 | Dtype::U64 | Dtype::F64 | Dtype::C64 => 8,
            Dtype::C128 => 16,
            Dtype::Record(record) => record.size,
        }
    }
}

/// An element as it lies in memory. `Value` is what arithmetic sees: the same type, save for booleans.
pub trait Elem: Copy + Default + Send + Sync + 'static {
    type Value: Copy + Default + Send + Sync + 'static;
    const DTYPE: Dtype;

    fn load(self) -> Self::Value;
    fn store(value: Self::Value) -> Self;
}

/// An element of a boolean array: one byte, any value but 0 is true. (Rust's `bool` must be 0 or 1; an array filled
/// from outside need not be.)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(transparent)]
pub struct Bool8(pub u8);

impl Elem for Bool8 {
    type Value = bool;
    const DTYPE: Dtype = Dtype::Bool;

    #[inline(always)]
    fn load(self) -> bool {
        self.0 != 0
    }

    #[inline(always)]
    fn store(value: bool) -> Bool8 {
        Bool8(value as u8)
    }
}

macro_rules! elems {
    ($($type:ty => $dtype:ident),* $(,)?) => {$(
        impl Elem for $type {
            type Value = $type;
            const DTYPE: Dtype = Dtype::$dtype;

            #[inline(always)]
            fn load(self) -> $type {
                self
            }

            #[inline(always)]
            fn store(value: $type) -> $type {
                value
            }
        }
    )*};
}

elems! {
    i8 => I8, i16 => I16, i32 => I32, i64 => I64,
    u8 => U8, u16 => U16, u32 => U32, u64 => U64,
    f32 => F32, f64 => F64, Complex<f32> => C64, Complex<f64> => C128,
}
