//! The extension module: its description, its import, and its function objects.

mod attempt;
mod definition;
mod function;
mod fused;
mod init;
mod number;
mod shared;
mod ufunc;

pub use attempt::Attempt;
pub use definition::{Checked, Expect, Function, Guard, Module, Param, ParamKind, Piece, State, VectorCall};
pub(crate) use definition::{bootstrap, file, globals, namespace, of_code};
pub use function::CompiledFunction;
pub use fused::{Fused, FusedChoice, FusedTest, specialize};
pub use init::init;
pub use number::Number;
pub use shared::{Offered, Shared, Taken};
pub use ufunc::{Loop, Ufunc, each};
