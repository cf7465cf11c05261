//! Cython's dialect: a `.pyx` as Python tokens that keep their own ranges, and a side table of what C adds.
//!
//! before: `cdef double total(const double[:, ::1] a, int n=2) noexcept nogil:`
//! after:  `def total(a: <type 0>, n: <type 1> = 2) -> <type 2>:` and a row of [`Declarations::functions`]
//!
//! A type becomes a name that no source can hold, `<type N>`, where N counts [`Declarations::types`]; a cast becomes the
//! call `<cast>(<type N>, operand)`, and so on for the other [`forms`]. What only declares (structs, enums, `ctypedef`,
//! `cimport`) leaves no tokens. [`residual`] is the same source as the Python that runs at import.

mod blank;
mod compile_time;
mod ctype;
mod declare;
mod defaults;
pub mod digest;
mod dump;
mod expr;
mod fstring;
mod function;
mod imports;
mod line;
mod old_names;
mod old_statements;
mod quotients;
mod residual;
mod rewrite;
mod runs;
mod standard;
mod units;
mod words;

pub use blank::blanked as lexable;
pub use compile_time::{Division, integer};
pub use dump::dump;
pub use old_names::old_names;
pub use quotients::quotients;
pub use residual::{Piece, residual};
pub use rewrite::{Rewritten, headers, rewrite};
pub use runs::gather;
pub use standard::{is_record, members, npy_constant, record_tail, records};
pub use units::{absolute, imported, is_standard, needs, parts};
pub use words::basic_type;

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;

use super::ast;
use crate::span::Span;

/// Names of the calls that stand for C's expressions; no identifier looks like them.
pub mod forms {
    /// `<cast>(type, operand)` for `<T>operand`.
    pub const CAST: &str = "<cast>";
    /// `<checked cast>(type, operand)` for `<T?>operand`.
    pub const CHECKED_CAST: &str = "<checked cast>";
    /// `<address>(operand)` for `&operand`.
    pub const ADDRESS: &str = "<address>";
    /// `<sizeof>(type or expression)`.
    pub const SIZEOF: &str = "<sizeof>";
    /// `<fstring>(part, ...)` for an f-string that Python cannot read.
    pub const FSTRING: &str = "<fstring>";
    /// `<field>(value, conversion, part of its specification, ...)` among those parts.
    pub const FIELD: &str = "<field>";
    /// `<from>(start, stop, step, relation, relation)` for `for i from start <= i < stop by step`.
    pub const FROM: &str = "<from>";

    /// The variable that holds the default of a function's parameter.
    pub fn default_name(function: &str, param: &str) -> String {
        format!("<default {function} {param}>")
    }

    /// The function whose default a variable, of whatever module, holds.
    pub fn function_of_default(name: &str) -> Option<&str> {
        let (_, own) = name.rsplit_once(':').unwrap_or(("", name));
        own.strip_prefix("<default ")?.split(' ').next()
    }

    /// The name that stands for a type.
    pub fn type_name(index: usize) -> String {
        format!("<type {index}>")
    }

    /// The index of the type that a name stands for.
    pub fn type_index(name: &str) -> Option<usize> {
        name.strip_prefix("<type ")?.strip_suffix('>')?.parse().ok()
    }
}

/// What C adds to a module.
#[derive(Debug, Default)]
pub struct Declarations {
    /// What the names `<type N>` stand for.
    pub types: Vec<CType>,
    /// Every `def`, `cdef` and `cpdef`, by the offset of its name.
    pub functions: BTreeMap<u32, CFunction>,
    pub structs: Vec<CStruct>,
    pub enums: Vec<CEnum>,
    pub typedefs: Vec<CTypedef>,
    pub fused: Vec<CFused>,
    pub cimports: Vec<CImport>,
    /// Functions and variables that a header or another module defines.
    pub externs: Vec<CExtern>,
    /// Module-level variables of C, in order.
    pub globals: Vec<CGlobal>,
    /// Names that mean nothing to Python.
    names: BTreeSet<String>,
    /// Module-level statements that declare variables, from their `cdef`.
    statements: Vec<Span>,
    /// What of which file runs, in order.
    segments: Vec<Segment>,
    /// What the residual source has in place of the text.
    edits: Vec<Edit>,
    /// Those that spell what is Python 2's as Python 3 does, in order.
    spellings: Vec<Edit>,
}

impl Declarations {
    /// Whether what stands at an offset is of a file whose code runs when the module is imported: no `.pxd`.
    fn runs(&self, offset: u32) -> bool {
        let is_of = |segment: &Segment, suffix: &str| segment.path.ends_with(suffix);
        let is_module = self.segments.iter().any(|segment| !is_of(segment, ".pxd") && !is_of(segment, ".pxi"));
        let mut around = self.segments.iter().filter(|one| (one.span.start..=one.span.end).contains(&offset));
        is_module && around.any(|segment| !is_of(segment, ".pxd"))
    }

    /// A piece of the source as Python 3 spells it; `whole` is the text of all files.
    pub fn spelled(&self, whole: &str, span: Span) -> Option<String> {
        let mut text = whole.get(span.range())?.to_owned();
        let inside = |edit: &&Edit| span.start <= edit.span.start && edit.span.end <= span.end;
        for edit in self.spellings.iter().rev().filter(inside) {
            let (start, end) = (edit.span.start - span.start, edit.span.end - span.start);
            text.replace_range(start as usize..end as usize, &edit.with);
        }
        Some(text)
    }
}

/// A piece of a file.
#[derive(Clone, Debug)]
struct Segment {
    path: String,
    /// Where the file starts.
    base: u32,
    span: Span,
}

/// Text to be replaced in the residual source; line ends inside are kept.
#[derive(Clone, Debug)]
struct Edit {
    span: Span,
    with: String,
}

/// A C type as written.
#[derive(Clone, Debug)]
pub struct CType {
    pub span: Span,
    pub kind: CTypeKind,
}

#[derive(Clone, Debug)]
pub enum CTypeKind {
    /// None is written.
    Unnamed,
    /// `unsigned long int` by the name that Cython's pure mode gives it, such as `ulong`; see [`basic_type`].
    Basic(&'static str),
    /// `cnp.float64_t`, `Point`, `object`.
    Named(String),
    Const(Box<CType>),
    Pointer(Box<CType>),
    /// `T[3]`; without a size the declaration tells it, or it is a pointer.
    Array {
        item: Box<CType>,
        size: Option<Box<ast::Expr>>,
    },
    /// `T[:, ::1]`
    View {
        item: Box<CType>,
        axes: Vec<CAxis>,
    },
    /// `np.ndarray[T, ndim=2, mode="c"]`; `options` by their keywords.
    Buffer {
        owner: String,
        item: Box<CType>,
        options: Vec<(String, ast::Expr)>,
    },
    Function(Box<CSignature>),
    /// `(double, int)`
    Tuple(Vec<CType>),
    /// `list[T]`, `vector[T]`
    Template {
        owner: String,
        arguments: Vec<CType>,
    },
}

/// One axis of a memoryview, as written between its colons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CAxis {
    /// `:`
    Strided,
    /// `::1`
    Contiguous,
    /// `::view.contiguous`: nothing is said of the other axes.
    Inner,
    /// `::view.generic` and the like.
    Other,
}

/// What a C function or function pointer takes and gives.
#[derive(Clone, Debug)]
pub struct CSignature {
    pub returns: CType,
    pub params: Vec<CParam>,
    /// `...` at the end.
    pub variadic: bool,
    pub attributes: CAttributes,
}

#[derive(Clone, Debug)]
pub struct CParam {
    pub ty: CType,
    /// Empty in a declaration that names none.
    pub name: String,
    pub has_default: bool,
}

/// What stands behind a function's parameters.
#[derive(Clone, Debug, Default)]
pub struct CAttributes {
    pub exception: CException,
    pub nogil: bool,
    pub with_gil: bool,
}

impl CAttributes {
    /// Whether it may be called without the lock: what takes the lock itself may be, too.
    pub fn without_lock(&self) -> bool {
        self.nogil || self.with_gil
    }
}

/// How an exception leaves a C function.
#[derive(Clone, Debug, Default)]
pub enum CException {
    /// Nothing is written.
    #[default]
    Default,
    /// `noexcept`: printed, not raised.
    Never,
    /// `except *`
    Always,
    /// `except value`, `except? value`
    Value { value: Box<ast::Expr>, checked: bool },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CKind {
    Def,
    Cdef,
    Cpdef,
}

/// A function that has a body in this module.
#[derive(Clone, Debug)]
pub struct CFunction {
    pub name: String,
    pub name_span: Span,
    pub kind: CKind,
    pub inline: bool,
    pub attributes: CAttributes,
    /// Parameters that say whether they take `None`, by name.
    pub none: BTreeMap<String, Nullness>,
    /// From its first word to the end of its body.
    pub span: Span,
    /// From behind the colon to the end of the body.
    pub body: Span,
    /// The docstring, if the body starts with one.
    pub docstring: Option<Span>,
    /// It has a form that only C has, or names something of C.
    pub uses_c: bool,
    /// Inside of a function or class, or of none that Python sees.
    pub nested: bool,
    /// The number of the run of module-level statements that it stands for.
    pub module_run: Option<u32>,
    /// What the residual source has in its place, where the function is none that Python sees.
    pub in_its_place: String,
    /// The indentation of the `cdef:` in whose block it stands.
    pub margin: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nullness {
    /// `not None`
    Refused,
    /// `or None`
    Allowed,
}

#[derive(Clone, Debug)]
pub struct CStruct {
    pub name: String,
    pub span: Span,
    pub fields: Vec<CField>,
    pub packed: bool,
    pub union: bool,
    /// Only named so far: `cdef struct Node`.
    pub forward: bool,
}

#[derive(Clone, Debug)]
pub struct CField {
    pub name: String,
    pub span: Span,
    pub ty: CType,
}

#[derive(Clone, Debug)]
pub struct CEnum {
    /// Without one its items are just constants.
    pub name: Option<String>,
    pub span: Span,
    /// `cpdef enum`: Python sees it.
    pub python: bool,
    /// `enum class`: its items are names in it only.
    pub scoped: bool,
    pub items: Vec<CEnumItem>,
}

#[derive(Clone, Debug)]
pub struct CEnumItem {
    pub name: String,
    pub span: Span,
    /// Unknown for what a header defines.
    pub value: Option<BigInt>,
}

#[derive(Clone, Debug)]
pub struct CTypedef {
    pub name: String,
    pub span: Span,
    pub ty: CType,
    /// `int name(int)`: the type of a function, of which values are pointers.
    pub function: bool,
}

#[derive(Clone, Debug)]
pub struct CFused {
    pub name: String,
    pub span: Span,
    pub members: Vec<CType>,
}

/// One name that a `cimport` binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CImport {
    pub span: Span,
    /// Dots in front of a relative one.
    pub level: u32,
    pub module: String,
    /// The module that is read: of `cimport a.b` all of it, although it binds `a`.
    pub full: String,
    /// `from module cimport member`; `*` for all.
    pub member: Option<String>,
    /// The name it has here; of `cimport a.b` the first part.
    pub name: String,
}

/// Something that C code elsewhere defines.
#[derive(Clone, Debug)]
pub struct CExtern {
    pub name: String,
    /// The name that C has for it, where that is another.
    pub c_name: Option<String>,
    pub span: Span,
    /// The header or `*`; empty for a declaration without a body.
    pub header: String,
    pub ty: CType,
}

#[derive(Clone, Debug)]
pub struct CGlobal {
    pub name: String,
    pub span: Span,
    /// Index into [`Declarations::types`].
    pub ty: usize,
    pub has_value: bool,
}
