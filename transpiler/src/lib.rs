//! Python source text to Rust source text. Pure: no files, no processes, no printing.
//!
//! | stage    | from            | to                  |
//! |----------|-----------------|---------------------|
//! | `syntax` | source text     | Python AST          |
//! | `hir`    | AST             | `hir::Module`       |
//! | `types`  | `hir::Module`   | `types::Typed`      |
//! | `ir`     | `types::Typed`  | `ir::Program`       |
//! | `passes` | `ir::Program`   | `ir::Program`       |
//! | `emit`   | `ir::Program`   | Rust text           |

pub mod diag;
pub mod facts;
pub mod hir;
pub mod ir;
pub mod ty;
pub mod types;
pub mod options;
pub mod span;

pub use diag::Diagnostic;
pub use facts::Facts;
pub use options::Options;

/// A module to compile.
#[derive(Clone, Debug)]
pub struct Source {
    /// As the user named it; what diagnostics and tracebacks show.
    pub path: String,
    /// The name it is imported by, dotted if it lies in a package.
    pub module: String,
    pub text: String,
}

/// What a module became.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The text of the generated crate's `lib.rs`.
    pub rust: String,
    /// Which lines of `rust` (1-based, inclusive) hold which function (index into `facts.functions`), so that an
    /// error of rustc can be laid at a function's door.
    pub rust_ranges: Vec<(u32, u32, usize)>,
    pub facts: Facts,
    /// Warnings only; errors make `compile` fail.
    pub warnings: Vec<Diagnostic>,
}

/// Compiles a module.
///
/// # Errors
/// All diagnostics, warnings included, if one of them is an error.
pub fn compile(source: &Source, options: &Options) -> Result<Compiled, Vec<Diagnostic>> {
    let _ = (source, options);
    Ok(Compiled { rust: String::new(), rust_ranges: Vec::new(), facts: Facts::default(), warnings: Vec::new() })
}

/// The text dump of one stage, optionally after a named pass.
///
/// # Errors
/// As [`compile`], and when the stage or pass has no such name.
pub fn dump(source: &Source, options: &Options, stage: &str, after: Option<&str>) -> Result<String, Vec<Diagnostic>> {
    let _ = (source, options, stage, after);
    Ok(String::new())
}
