//! Linked into every extension that pyrx generates; also the catalogue of functions pyrx knows.
//!
//! Without the feature `python` only [`catalogue`], [`raise`] and the numeric kernels exist: the transpiler reads
//! the rows, nothing of the interpreter.

pub mod array;
#[cfg(feature = "python")]
pub mod boundary;
#[cfg(feature = "python")]
pub mod capi;
pub mod catalogue;
pub mod cmath;
pub mod global;
pub mod libc;
pub mod list;
pub mod math;
pub mod mem;
#[cfg(feature = "python")]
mod memview;
#[cfg(feature = "python")]
pub mod module;
#[cfg(feature = "python")]
pub mod ndarray;
pub mod new;
pub mod np;
pub mod num;
#[cfg(feature = "python")]
mod numpy_api;
#[cfg(feature = "python")]
pub mod numpy_c;
#[cfg(feature = "python")]
pub mod obj;
pub mod owner;
#[cfg(feature = "python")]
pub mod pool;
#[cfg(feature = "python")]
pub mod profile;
pub mod raise;
pub mod range;
pub mod sequence;
pub mod stack;
pub mod stdio;
pub mod text;
#[cfg(feature = "python")]
pub mod version;
pub mod view;

pub use array::Array;
#[cfg(feature = "python")]
pub use boundary::{ArgLayout, ArgSpec, FromPy, Np, PyObject, ToPy, Viewed};
pub use global::Global;
pub use list::List;
pub use mem::{Ptr, Void};
pub use num::bits::Bits;
pub use num::{C64, C128, ccomplex, cfloat, cint, cmp, complex, conv, float, int, npcomplex, npfloat, npint, round};
#[cfg(feature = "python")]
pub use obj::Obj;
pub use owner::Owner;
#[cfg(feature = "python")]
pub use pool::{Block, Changed, Poll, Schedule, poll, prange, prange_until, strip};
pub use raise::{Exit, Raise, Site};
pub use range::Range;
pub use text::{Bytes, Char, Str, chr};
pub use view::{Bool8, Dtype, Elem, View, check_index, index_error, wrap_index};
