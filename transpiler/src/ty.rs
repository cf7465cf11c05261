//! The vocabulary of types: representations, rule sets, arrays, and what they compose to.

use std::fmt;

/// How a number is held in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Repr {
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
    /// Two `f32`.
    C64,
    /// Two `f64`.
    C128,
}

/// The three kinds of number that arithmetic distinguishes, and truth values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Bool,
    Signed,
    Unsigned,
    Float,
    Complex,
}

impl Repr {
    pub const ALL: [Repr; 13] = [
        Repr::Bool,
        Repr::I8,
        Repr::I16,
        Repr::I32,
        Repr::I64,
        Repr::U8,
        Repr::U16,
        Repr::U32,
        Repr::U64,
        Repr::F32,
        Repr::F64,
        Repr::C64,
        Repr::C128,
    ];

    pub fn kind(self) -> Kind {
        match self {
            Repr::Bool => Kind::Bool,
            Repr::I8 | Repr::I16 | Repr::I32 | Repr::I64 => Kind::Signed,
            Repr::U8 | Repr::U16 | Repr::U32 | Repr::U64 => Kind::Unsigned,
            Repr::F32 | Repr::F64 => Kind::Float,
            Repr::C64 | Repr::C128 => Kind::Complex,
        }
    }

    /// Size in bytes, in registers and in arrays.
    pub fn size(self) -> u32 {
        match self {
            Repr::Bool | Repr::I8 | Repr::U8 => 1,
            Repr::I16 | Repr::U16 => 2,
            Repr::I32 | Repr::U32 | Repr::F32 => 4,
            Repr::I64 | Repr::U64 | Repr::F64 | Repr::C64 => 8,
            Repr::C128 => 16,
        }
    }

    pub fn is_integer(self) -> bool {
        matches!(self.kind(), Kind::Signed | Kind::Unsigned)
    }

    pub fn is_float(self) -> bool {
        self.kind() == Kind::Float
    }

    pub fn is_complex(self) -> bool {
        self.kind() == Kind::Complex
    }

    /// NumPy's name of the dtype.
    pub fn name(self) -> &'static str {
        match self {
            Repr::Bool => "bool",
            Repr::I8 => "int8",
            Repr::I16 => "int16",
            Repr::I32 => "int32",
            Repr::I64 => "int64",
            Repr::U8 => "uint8",
            Repr::U16 => "uint16",
            Repr::U32 => "uint32",
            Repr::U64 => "uint64",
            Repr::F32 => "float32",
            Repr::F64 => "float64",
            Repr::C64 => "complex64",
            Repr::C128 => "complex128",
        }
    }

    /// The dtype of this NumPy name.
    pub fn from_name(name: &str) -> Option<Repr> {
        Repr::ALL.into_iter().find(|repr| repr.name() == name)
    }
}

/// Which language's arithmetic a number follows (SEMANTICS.md, "Numbers").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rules {
    Python,
    C,
    /// Python's on some paths and NumPy's on others: computed as NumPy's, except that what Python would refuse
    /// (division by zero) runs the original function.
    Either,
    NumPy,
}

/// What an integer of C's is to Python.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sense {
    /// A number, as all that is no integer of C's.
    #[default]
    Number,
    /// `bint`: whether it is another one than 0.
    Truth,
    /// An item of a class, `cpdef enum`.
    Enum(EnumId),
}

/// An enum that is a class of Python's: index into `hir::Module::enums`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EnumId(pub u32);

/// A class of Python's that stands for an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnumType {
    pub name: String,
    /// The module that has it, if it is another one.
    pub module: Option<String>,
}

/// A number's representation and rule set, and what it is to Python.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Num {
    pub repr: Repr,
    pub rules: Rules,
    pub sense: Sense,
}

impl Num {
    pub const INT: Num = Num::new(Repr::I64, Rules::Python);
    /// An `int` that is held unsigned.
    pub const UINT: Num = Num::new(Repr::U64, Rules::Python);
    pub const FLOAT: Num = Num::new(Repr::F64, Rules::Python);
    pub const COMPLEX: Num = Num::new(Repr::C128, Rules::Python);
    pub const BOOL: Num = Num::new(Repr::Bool, Rules::Python);
    /// C's truth values are integers, and keep the number that they were given.
    pub const BINT: Num = Num { sense: Sense::Truth, ..Num::c(Repr::I32) };

    pub const fn new(repr: Repr, rules: Rules) -> Num {
        Num { repr, rules, sense: Sense::Number }
    }

    pub const fn numpy(repr: Repr) -> Num {
        Num::new(repr, Rules::NumPy)
    }

    pub const fn c(repr: Repr) -> Num {
        Num::new(repr, Rules::C)
    }

    /// An item of a class of Python's.
    pub const fn item(id: EnumId) -> Num {
        Num { sense: Sense::Enum(id), ..Num::c(Repr::I32) }
    }

    /// The same number, and nothing but one.
    pub fn plain(self) -> Num {
        Num { sense: Sense::Number, ..self }
    }

    /// Whether it is a truth value of Python's: a comparison's result, or C's `bint`.
    pub fn is_truth(self) -> bool {
        self.repr == Repr::Bool || self.sense == Sense::Truth
    }
}

/// What is known at compile time of an array's strides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layout {
    /// C-contiguous: every stride follows from the shape.
    C,
    /// Fortran-contiguous.
    F,
    /// The last axis has the stride of one item, the others any.
    Inner,
    /// Any strides, negative and zero included.
    Strided,
}

/// What an array is to Python.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// A NumPy array.
    Array,
    /// A typed memoryview of a `.pyx`: an object of its own over the memory of another.
    View,
    /// A buffer of the old syntax, `np.ndarray[double]`: the very object that it was made from.
    Buffer,
}

/// What the items of an array are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Item {
    Num(Repr),
    /// Only of views and buffers of a `.pyx`.
    Struct(StructId),
}

/// An array or view with a static dtype and rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArrayType {
    pub dtype: Item,
    pub ndim: u8,
    pub layout: Layout,
    /// The rules its elements follow: `NumPy`, or `C` for memoryviews of a `.pyx` and of `cython.` types.
    pub rules: Rules,
    pub form: Form,
    /// It may be `None`, which has no items.
    pub none: bool,
    /// Nothing is stored through it: `const double[:]`.
    pub readonly: bool,
    /// What its numbers are to Python.
    pub sense: Sense,
}

impl ArrayType {
    /// A NumPy array.
    pub fn numpy(dtype: Repr, ndim: u8, layout: Layout) -> ArrayType {
        ArrayType {
            dtype: Item::Num(dtype),
            ndim,
            layout,
            rules: Rules::NumPy,
            form: Form::Array,
            none: false,
            readonly: false,
            sense: Sense::Number,
        }
    }

    /// Whether a view or array of this type is one of another without a look at it: of dtype, rank and memory order.
    pub fn conforms_to(&self, to: ArrayType) -> bool {
        let layout = match (self.layout, to.layout) {
            (from, to) if from == to => true,
            (_, Layout::Strided) | (Layout::C, Layout::Inner) => true,
            // On one axis all orders are one.
            (from, _) => self.ndim == 1 && from != Layout::Strided,
        };
        layout && (self.dtype, self.ndim) == (to.dtype, to.ndim) && (to.readonly || !self.readonly)
    }

    /// What rows, slices and the items of a loop are taken from: a buffer is the object itself there, so that NumPy
    /// makes them. `None` where only the interpreter has them.
    pub fn parted(self) -> Option<ArrayType> {
        match (self.form, self.dtype) {
            (Form::Array | Form::View, _) => Some(self),
            (Form::Buffer, Item::Num(dtype)) => Some(ArrayType::numpy(dtype, self.ndim, self.layout)),
            (Form::Buffer, Item::Struct(_)) => None,
        }
    }

    /// The type of an item.
    pub fn item(&self) -> Type {
        match self.dtype {
            Item::Num(repr) => Type::Num(Num { repr, rules: self.rules, sense: self.sense }),
            Item::Struct(id) => Type::Struct(id),
        }
    }

    /// The number that an item is.
    pub fn number(&self) -> Option<Num> {
        self.item().num()
    }

    /// How the number is held that an item is.
    pub fn repr(&self) -> Option<Repr> {
        self.number().map(|num| num.repr)
    }
}

/// The static type of a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Type {
    /// Nothing known yet, or a value that never exists: the bottom of the lattice.
    Never,
    None,
    Num(Num),
    /// A `str` of length one that came from indexing or iterating a `str`.
    Char,
    /// A `str` that is only read.
    Str,
    /// A `bytes` that is only read.
    Bytes,
    Array(ArrayType),
    List(Box<Type>),
    Tuple(Vec<Type>),
    /// A `range` object; its numbers follow Python's rules.
    Range,
    /// C's `T*`, of numbers, structs, pointers and functions; of `None` it is `void*`.
    Pointer(Box<Type>),
    /// C's array `T[n]`.
    Fixed(Box<Type>, u32),
    Struct(StructId),
    /// Pointer to a C function.
    Function(Box<FunctionType>),
    /// Any Python object: the top of the lattice.
    Object,
}

/// A struct or union of C's: index into `hir::Module::structs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StructId(pub u32);

/// A variable of C's at module level: index into `hir::Module::statics`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StaticId(pub u32);

/// What a pointer to a function points to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FunctionType {
    pub params: Vec<Type>,
    pub returns: Type,
}

/// The layout of a struct or union.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StructType {
    pub name: String,
    pub fields: Vec<(String, Type)>,
    /// How the source writes the type of each field; of an array, that of its items.
    pub written: Vec<String>,
    pub packed: bool,
    pub union: bool,
    /// The module that declares it, if it is another.
    pub module: Option<String>,
    /// Numbers of 64 bits at its end that have no names: a struct of the C library's may have more than it says.
    pub tail: u32,
}

impl StructType {
    /// The position and type of a field.
    pub fn field(&self, name: &str) -> Option<(u32, &Type)> {
        let at = self.fields.iter().position(|(own, _)| own == name)?;
        Some((at as u32, &self.fields[at].1))
    }
}

impl Type {
    pub const INT: Type = Type::Num(Num::INT);
    pub const FLOAT: Type = Type::Num(Num::FLOAT);
    pub const COMPLEX: Type = Type::Num(Num::COMPLEX);
    pub const BOOL: Type = Type::Num(Num::BOOL);

    pub fn num(&self) -> Option<Num> {
        match self {
            Type::Num(num) => Some(*num),
            _ => None,
        }
    }

    pub fn array(&self) -> Option<ArrayType> {
        match self {
            Type::Array(array) => Some(*array),
            _ => None,
        }
    }

    /// Whether it is an array, struct or union of C's: a value that lies in memory and is changed in place.
    pub fn is_aggregate(&self) -> bool {
        matches!(self, Type::Fixed(..) | Type::Struct(_))
    }

    /// Whether it is a number of C's, or memory of C's.
    pub fn is_c(&self) -> bool {
        match self {
            Type::Num(num) => num.rules == Rules::C,
            Type::Array(array) => array.form == Form::View,
            Type::Pointer(_) | Type::Fixed(..) | Type::Struct(_) | Type::Function(_) => true,
            _ => false,
        }
    }

    /// As [`Type::is_c`], or a character, or a tuple or view with numbers of C's.
    pub fn holds_c(&self) -> bool {
        match self {
            Type::Tuple(items) => items.iter().any(Type::holds_c),
            Type::Array(array) => array.rules == Rules::C,
            Type::Char => true,
            other => other.is_c(),
        }
    }

    /// Whether it is a complex number of C's, whose parts are changed in place.
    pub fn is_c_complex(&self) -> bool {
        self.num().is_some_and(|num| num.rules == Rules::C && num.repr.is_complex())
    }

    /// Whether values of the type become objects of Python's and come of them.
    pub fn converts(&self, structs: &[StructType]) -> bool {
        match self {
            Type::Pointer(item) => item.is_byte(),
            Type::Fixed(item, _) => item.converts(structs),
            Type::Struct(id) => structs.get(id.0 as usize).is_some_and(|one| {
                !one.union && !one.fields.is_empty() && one.fields.iter().all(|(_, ty)| ty.converts(structs))
            }),
            Type::Function(_) => false,
            Type::Tuple(items) => items.iter().all(|item| item.converts(structs)),
            Type::Never
            | Type::None
            | Type::Num(_)
            | Type::Char
            | Type::Str
            | Type::Bytes
            | Type::Array(_)
            | Type::List(_)
            | Type::Range
            | Type::Object => true,
        }
    }

    /// Whether a value leads to memory that may be gone when the function that made it is left.
    pub fn holds_pointer(&self, structs: &[StructType]) -> bool {
        match self {
            Type::Pointer(_) => true,
            Type::Fixed(item, _) | Type::List(item) => item.holds_pointer(structs),
            Type::Tuple(items) => items.iter().any(|item| item.holds_pointer(structs)),
            Type::Struct(id) => {
                structs.get(id.0 as usize).is_some_and(|one| one.fields.iter().any(|(_, ty)| ty.holds_pointer(structs)))
            }
            _ => false,
        }
    }

    /// Whether views can have such items: numbers, arrays of them, structs of these.
    pub fn is_element(&self, structs: &[StructType]) -> bool {
        match self {
            Type::Num(_) => true,
            Type::Fixed(item, _) => item.is_element(structs),
            Type::Struct(id) => structs.get(id.0 as usize).is_some_and(|one| {
                !one.union && !one.fields.is_empty() && one.fields.iter().all(|(_, ty)| ty.is_element(structs))
            }),
            Type::Never
            | Type::None
            | Type::Char
            | Type::Str
            | Type::Bytes
            | Type::Array(_)
            | Type::List(_)
            | Type::Tuple(_)
            | Type::Range
            | Type::Pointer(_)
            | Type::Function(_)
            | Type::Object => false,
        }
    }

    /// Whether it is a `char` of C's: pointers to it are texts.
    pub fn is_byte(&self) -> bool {
        self.num().is_some_and(|num| matches!(num.repr, Repr::I8 | Repr::U8))
    }

    /// Whether a value is just bytes: copied by itself, and nothing is to be done when it goes.
    pub fn is_plain(&self) -> bool {
        match self {
            Type::Never | Type::None | Type::Num(_) | Type::Char | Type::Range => true,
            Type::Pointer(_) | Type::Fixed(..) | Type::Struct(_) | Type::Function(_) => true,
            Type::Tuple(items) => items.iter().all(Type::is_plain),
            Type::Str | Type::Bytes | Type::Array(_) | Type::List(_) | Type::Object => false,
        }
    }

    /// What a pointer to it, or an array that decays to one, points to.
    pub fn pointee(&self) -> Option<&Type> {
        match self {
            Type::Pointer(item) | Type::Fixed(item, _) => Some(item),
            _ => None,
        }
    }

    /// Whether a value of this type involves a Python object.
    pub fn has_object(&self) -> bool {
        match self {
            Type::Object => true,
            Type::List(item) => item.has_object(),
            Type::Tuple(items) => items.iter().any(Type::has_object),
            Type::Never
            | Type::None
            | Type::Num(_)
            | Type::Char
            | Type::Str
            | Type::Bytes
            | Type::Array(_)
            | Type::Pointer(_)
            | Type::Fixed(..)
            | Type::Struct(_)
            | Type::Function(_)
            | Type::Range => false,
        }
    }
}

impl fmt::Display for Num {
    /// Python-rule numbers by Python's names (`uint` is an `int` that is held unsigned), others by NumPy's, those that may be
    /// either by both; C-rule ones with a `c.` in front.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.rules, self.repr) {
            (Rules::Python, Repr::I64) => f.write_str("int"),
            (Rules::Python, Repr::F64) => f.write_str("float"),
            (Rules::Python, Repr::C128) => f.write_str("complex"),
            (Rules::Python, Repr::U64) => f.write_str("uint"),
            (Rules::Python, repr) => f.write_str(repr.name()),
            (Rules::C, repr) if self.sense == Sense::Number => write!(f, "c.{}", repr.name()),
            (Rules::C, _) => match self.sense {
                Sense::Enum(id) => write!(f, "enum#{}", id.0),
                Sense::Number | Sense::Truth => f.write_str("c.bint"),
            },
            (Rules::NumPy, Repr::Bool) => f.write_str("bool_"),
            (Rules::NumPy, repr) => f.write_str(repr.name()),
            (Rules::Either, repr) => match (Num::new(repr, Rules::Python).to_string(), Num::numpy(repr).to_string()) {
                (python, numpy) if python == numpy => f.write_str(&numpy),
                (python, numpy) => write!(f, "{python} | {numpy}"),
            },
        }
    }
}

impl fmt::Display for ArrayType {
    /// As the annotation would be written: `float64[:, ::1]`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.ndim.saturating_sub(1);
        let axes: Vec<&str> = (0..self.ndim)
            .map(|axis| match self.layout {
                Layout::C | Layout::Inner if axis == last => "::1",
                Layout::F if axis == 0 => "::1",
                Layout::Inner if self.ndim > 1 => "::",
                Layout::C | Layout::F | Layout::Inner | Layout::Strided => ":",
            })
            .collect();
        write!(f, "{}[{}]", self.item(), axes.join(", "))
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Never => f.write_str("never"),
            Type::None => f.write_str("None"),
            Type::Num(num) => num.fmt(f),
            Type::Char => f.write_str("char"),
            Type::Str => f.write_str("str"),
            Type::Bytes => f.write_str("bytes"),
            Type::Array(array) => array.fmt(f),
            Type::List(item) => write!(f, "list[{item}]"),
            Type::Tuple(items) => {
                let items: Vec<String> = items.iter().map(Type::to_string).collect();
                write!(f, "tuple[{}]", items.join(", "))
            }
            Type::Pointer(item) if **item == Type::None => f.write_str("void*"),
            Type::Pointer(item) => write!(f, "{item}*"),
            Type::Fixed(item, size) => write!(f, "{item}[{size}]"),
            Type::Struct(id) => write!(f, "struct#{}", id.0),
            Type::Function(function) => {
                let params: Vec<String> = function.params.iter().map(Type::to_string).collect();
                write!(f, "{} (*)({})", function.returns, params.join(", "))
            }
            Type::Range => f.write_str("range"),
            Type::Object => f.write_str("object"),
        }
    }
}
