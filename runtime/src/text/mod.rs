//! Strings and bytes: immutable, shared, made and read without the interpreter.

mod bytes;
mod char;
mod run;
mod str;

pub use bytes::Bytes;
pub use char::{Char, chr};
pub use str::Str;
