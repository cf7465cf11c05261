//! One file a command.

pub mod annotate;
pub mod build;
pub mod check;
pub mod clean;
pub mod completion;
pub mod cythonize;
pub mod doctor;
pub mod dump;
pub mod explain;
pub mod run;
pub mod types;
pub mod warm;
