//! Text for people: diagnostics as rustc prints them, and names that may hold anything.

mod diagnostic;
mod escape;
mod findings;

pub use diagnostic::{diagnostic, plain};
pub use escape::{escape, path};
pub use findings::{findings, rules};
