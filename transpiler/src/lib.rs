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
pub mod emit;
pub mod facts;
pub mod hir;
pub mod ir;
mod levels;
pub mod options;
mod passes;
mod source;
pub mod span;
pub mod syntax;
pub mod ty;
pub mod types;

pub use diag::Diagnostic;
pub use emit::init_symbol;
pub use facts::Facts;
pub use options::Options;
pub use source::{File, Located, Need, Part, Source};
pub use syntax::imports;

use std::collections::BTreeSet;

/// What a module became.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The text of the generated crate's `lib.rs`.
    pub rust: String,
    /// Which lines of `rust` (1-based, inclusive) hold which function, so that an error of rustc can be laid at a function's
    /// door.
    pub rust_ranges: Vec<(u32, u32, facts::Holder)>,
    pub facts: Facts,
    /// Warnings only; errors make `compile` fail.
    pub warnings: Vec<Diagnostic>,
}

/// Compiles a module.
///
/// # Errors
/// All diagnostics, warnings included, if one of them is an error.
pub fn compile(source: &Source, options: &Options) -> Result<Compiled, Vec<Diagnostic>> {
    let make = |source: &Source| {
        let (program, Checked { mut facts, warnings, .. }) = to_facts(source, options)?;
        let emitted = emit::emit(&program, source, &mut facts);
        Ok(Compiled { rust: emitted.rust, rust_ranges: emitted.ranges, facts, warnings })
    };
    syntax::with_large_stack(|| beside_wrong_siblings(source, make))
}

/// What is known of a module before Rust is written.
#[derive(Clone, Debug)]
pub struct Checked {
    /// All but [`Facts::rust`].
    pub facts: Facts,
    /// As [`Compiled::warnings`].
    pub warnings: Vec<Diagnostic>,
    /// The modules that functions were compiled in from, by their full names.
    pub compiled_in: BTreeSet<String>,
}

/// What [`compile`] would find, without the Rust: most of the time of compiling goes into writing it.
///
/// # Errors
/// As [`compile`].
pub fn check(source: &Source, options: &Options) -> Result<Checked, Vec<Diagnostic>> {
    syntax::with_large_stack(|| beside_wrong_siblings(source, |source| Ok(to_facts(source, options)?.1)))
}

fn to_facts(source: &Source, options: &Options) -> Result<(ir::Program, Checked), Vec<Diagnostic>> {
    let lowered = to_ir(source, options)?;
    let mut program = lowered.program;
    passes::run(&mut program, None);
    let facts = levels::facts(&lowered.module, &lowered.typed, &program, lowered.findings, source);
    let warnings = stop_on_errors(lowered.diagnostics, levels::strict(&lowered.module, &facts, options))?;
    let compiled_in = program.functions.iter().filter_map(|function| function.sibling.clone()).collect();
    Ok((program, Checked { facts, warnings, compiled_in }))
}

/// The AST, by the dialect.
fn parse(source: &Source) -> Result<syntax::Parsed, Vec<Diagnostic>> {
    let parsed = match source.is_cython() {
        true => syntax::parse_cython(source)?,
        false => syntax::Parsed { modules: syntax::pyx_siblings(source), ..syntax::parse(&source.text)? },
    };
    Ok(syntax::Parsed { siblings: syntax::siblings(source), ..parsed })
}

/// The files that a source names and that it was not given yet; those that are not there are given without a text.
pub fn needs(source: &Source) -> Vec<Need> {
    let of_c = || syntax::with_large_stack(|| syntax::cython::needs(source));
    let needs = if source.is_cython() { of_c() } else { source.stub_needs() };
    let needs = if needs.is_empty() { syntax::imported_siblings(source) } else { needs };
    if needs.is_empty() && !source.is_cython() { of_c() } else { needs }
}

/// What is made of a module, without those in Cython's dialect that it imports where something is wrong in them: that is told
/// where they are compiled themselves.
fn beside_wrong_siblings<T>(
    source: &Source,
    make: impl Fn(&Source) -> Result<T, Vec<Diagnostic>>,
) -> Result<T, Vec<Diagnostic>> {
    let is_foreign = |one: &Diagnostic| one.severity == diag::Severity::Error && !source.is_own(one.span);
    make(source).or_else(|found| match source.has_pyx_siblings() && found.iter().any(is_foreign) {
        true => make(&source.without_pyx_siblings()),
        false => Err(found),
    })
}

/// The functions of a module of Python and where their parameters stand, for a tool that adds types.
///
/// # Errors
/// As [`compile`].
pub fn outline(source: &Source, options: &Options) -> Result<hir::Outline, Vec<Diagnostic>> {
    syntax::with_large_stack(|| {
        let parsed = syntax::parse(&source.text)?;
        let (module, diagnostics) = hir::lower(&parsed, source, options);
        stop_on_errors(diagnostics, Vec::new())?;
        Ok(hir::outline(&parsed, source, &module))
    })
}

/// The module after the front half of the compiler.
struct Lowered {
    module: hir::Module,
    typed: types::Typed,
    program: ir::Program,
    findings: ir::lower::Findings,
    /// Warnings only.
    diagnostics: Vec<Diagnostic>,
}

fn to_hir(source: &Source, options: &Options) -> Result<(hir::Module, Vec<Diagnostic>), Vec<Diagnostic>> {
    let parsed = parse(source)?;
    let (mut module, diagnostics) = hir::lower(&parsed, source, options);
    let diagnostics = stop_on_errors(diagnostics, Vec::new())?;
    for function in &mut module.functions {
        let name = match function.sibling() {
            Some(module) => facts::Holder::sibling_name(module, &function.qualname),
            None => function.qualname.clone(),
        };
        if options.leave.contains(&name) && function.left.is_none() {
            let reason = "pyrx made Rust for it that does not compile".to_string();
            function.left = Some(hir::Left { span: function.name_span, reason, hint: None });
        }
    }
    for (id, left) in types::not_shared(&module) {
        module.functions[id.0 as usize].left = Some(left);
    }
    let mut refused: Vec<Diagnostic> = module.functions.iter().filter_map(no_interpreter).collect();
    // Each copy of a function with fused parameters is refused for the same.
    refused.dedup();
    let diagnostics = stop_on_errors(diagnostics, refused)?;
    Ok((module, diagnostics))
}

/// What keeps a function from being compiled is an error where it has C's forms: the interpreter cannot run it.
fn no_interpreter(function: &hir::Function) -> Option<Diagnostic> {
    let left = function.left.as_ref().filter(|_| function.is_native_only() && function.sibling().is_none())?;
    let what = match function.is_module_run() {
        true => "module-level code that uses C".to_owned(),
        false => format!("`{}` has C types, and", function.name),
    };
    let message = format!("{what} cannot be compiled: {}", left.reason);
    let error = Diagnostic::error(diag::Code::CYTHON_FORM, left.span, message);
    Some(match &left.hint {
        Some(hint) => error.hint(hint.clone()),
        None => error,
    })
}

fn to_ir(source: &Source, options: &Options) -> Result<Lowered, Vec<Diagnostic>> {
    let (module, diagnostics) = to_hir(source, options)?;
    let typed = types::infer(&module);
    let diagnostics = stop_on_errors(diagnostics, types::check(&module, &typed, &source.whole()))?;
    let (program, mut findings) = ir::lower::lower(&module, &typed, source, options);
    let diagnostics = stop_on_errors(diagnostics, std::mem::take(&mut findings.diagnostics))?;
    Ok(Lowered { module, typed, program, findings, diagnostics })
}

/// All diagnostics so far; an error among them ends the compilation.
fn stop_on_errors(mut so_far: Vec<Diagnostic>, more: Vec<Diagnostic>) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    so_far.extend(more);
    let failed = so_far.iter().any(|diagnostic| diagnostic.severity == diag::Severity::Error);
    if failed { Err(so_far) } else { Ok(so_far) }
}

/// The passes after which `ir` can be shown, in order.
pub fn pass_names() -> Vec<&'static str> {
    passes::names()
}

/// The stages whose result can be shown as text.
pub const STAGES: &[&str] = &["syntax", "hir", "types", "ir", "rust"];

/// The text dump of one of [`STAGES`]; `ir` may be asked for after a named pass, and is after the last otherwise.
///
/// # Errors
/// As [`compile`], and when the stage or pass has no such name.
pub fn dump(source: &Source, options: &Options, stage: &str, after: Option<&str>) -> Result<String, Vec<Diagnostic>> {
    let unknown = |what: &str, name: &str, known: &[&str]| {
        let message = format!("there is no {what} `{name}`");
        let hint = format!("one of: {}", known.join(", "));
        vec![Diagnostic::error(diag::Code::DIRECTIVE, span::Span::default(), message).hint(hint)]
    };
    if let Some(pass) = after
        && !passes::names().contains(&pass)
    {
        return Err(unknown("pass", pass, &passes::names()));
    }
    let make = |source: &Source| match stage {
        "syntax" if source.is_cython() => {
            let whole = source.whole();
            let rewritten = syntax::cython::rewrite(
                source,
                &whole,
                &syntax::cython::parts(source, &source.module),
                &Default::default(),
            )?;
            Ok(syntax::cython::dump(&whole, &rewritten))
        }
        "syntax" => Ok(syntax::dump(&parse(source)?, &source.text)),
        "hir" => Ok(hir::dump(&to_hir(source, options)?.0)),
        "types" => {
            let (module, _) = to_hir(source, options)?;
            Ok(types::dump(&module, &types::infer(&module)))
        }
        "ir" => {
            let mut program = to_ir(source, options)?.program;
            passes::run(&mut program, after);
            Ok(ir::dump::dump_lines(&program, Some(&source.lines())))
        }
        "rust" => compile(source, options).map(|compiled| compiled.rust),
        _ => Err(unknown("stage", stage, STAGES)),
    };
    syntax::with_large_stack(|| beside_wrong_siblings(source, make))
}
