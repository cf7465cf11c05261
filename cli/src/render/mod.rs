//! Text for people: diagnostics as rustc prints them, and names that may hold anything.

mod diagnostic;
mod escape;

pub use diagnostic::diagnostic;
pub use escape::{escape, path};
