//! Strings and bytes: immutable, shared, made and read without the interpreter.

#[cfg(feature = "python")]
pub mod asked;
mod bytes;
mod char;
pub mod classes;
mod grown;
pub(crate) mod origin;
mod run;
mod str;

pub use bytes::Bytes;
pub use char::{Char, chr};
#[cfg(feature = "python")]
pub(crate) use run::Run;
pub use str::Str;
