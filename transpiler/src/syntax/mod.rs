//! Source text to Python AST, with the comment lines that carry signatures and directives.
//!
//! [`parse`] is the entry, [`Parsed`] the root type. Ranges are byte offsets into the text as given.

pub mod arithmetic;
pub mod bindings;
mod check;
mod comments;
pub mod cython;
mod dump;
mod encoding;
mod error;
mod free;
mod nesting;
mod newer;
mod siblings;
mod stack;
mod walk;

pub use comments::{DirectiveComment, ExportComment};
pub use dump::dump;
pub use free::{free_names, free_names_of};
pub use rustpython_parser::ast;
pub use siblings::{Sibling, absolute, digest, imported as imported_siblings, imports, parse as siblings};
pub use stack::with_large_stack;
pub use walk::{Exprs, child_exprs, stmt_blocks, stmt_exprs};

use std::collections::BTreeSet;

use rustpython_parser::lexer::{LexResult, LexicalError, lex_starts_at};
use rustpython_parser::text_size::TextSize;
use rustpython_parser::{Mode, Parse, ParseError, parse_tokens};

use crate::diag::Diagnostic;
use crate::span::Span;
use crate::{Part, Source};

/// A module as the parser understood it.
#[derive(Debug)]
pub struct Parsed {
    pub body: Vec<ast::Stmt>,
    /// `#pythran export` lines, in order.
    pub exports: Vec<ExportComment>,
    /// `# pyrx:` and `# cython:` lines above the first statement, one entry a directive, in order.
    pub directives: Vec<DirectiveComment>,
    /// What C adds to a `.pyx`.
    pub c: Option<cython::Declarations>,
    /// `# distutils:` lines at the top of a `.pyx`.
    pub settings: Vec<Span>,
    /// The modules that a `.pyx` cimports from, directly or not; of Python those in Cython's dialect that it imports, with what
    /// they cimport from.
    pub modules: Vec<Unit>,
    /// The modules of Python that it imports and that are compiled together with it.
    pub siblings: Vec<Sibling>,
}

/// A module of C's.
#[derive(Debug)]
pub struct Unit {
    /// Its full name.
    pub name: String,
    pub body: Vec<ast::Stmt>,
    pub exports: Vec<ExportComment>,
    pub directives: Vec<DirectiveComment>,
    /// `# distutils:` lines at the top.
    pub settings: Vec<Span>,
    pub c: cython::Declarations,
}

impl Unit {
    /// A module that only declares something.
    fn declared(name: String, c: cython::Declarations) -> Unit {
        Unit { name, body: Vec::new(), exports: Vec::new(), directives: Vec::new(), settings: Vec::new(), c }
    }
}

/// Parses a module of Python.
///
/// # Errors
/// At least one error: the source is not UTF-8 (P0104), nested too deeply (P0103), newer than the parser (P0102) or not
/// Python (P0101).
pub fn parse(text: &str) -> Result<Parsed, Vec<Diagnostic>> {
    parse_part(Part::alone(text))
}

/// Parses a file of Python, as [`parse`].
///
/// # Errors
/// As [`parse`].
pub fn parse_part(part: Part<'_>) -> Result<Parsed, Vec<Diagnostic>> {
    with_large_stack(|| {
        encoding::check(part.text).map_err(|error| vec![error.shifted(part.base)])?;
        let tokens = tokens(part.text, part.base);
        let (exports, directives) = comments::collect(part, &tokens);
        let body = of_tokens(part, tokens, part.text)?;
        Ok(Parsed {
            body,
            exports,
            directives,
            settings: Vec::new(),
            c: None,
            modules: Vec::new(),
            siblings: Vec::new(),
        })
    })
}

/// Parses a module in Cython's dialect, with what it cimports.
///
/// # Errors
/// As [`parse`], and what is no Cython, or is a form of it that pyrx does not read (P0105).
pub fn parse_cython(source: &Source) -> Result<Parsed, Vec<Diagnostic>> {
    with_large_stack(|| {
        let whole = source.whole();
        let main = unit(source, &whole, &source.module)?;
        let modules = units(source, &whole, Some(&main))?;
        let Unit { body, exports, directives, settings, c, .. } = main;
        Ok(Parsed { body, exports, directives, settings, c: Some(c), modules, siblings: Vec::new() })
    })
}

/// The modules in Cython's dialect that a module of Python imports, with those that they cimport from: none where one of them
/// cannot be parsed, which is told where that is compiled itself.
pub fn pyx_siblings(source: &Source) -> Vec<Unit> {
    with_large_stack(|| units(source, &source.whole(), None).unwrap_or_default())
}

/// The modules of C's that are imported from, behind a main one; the structs of headers that any of them means come last.
fn units(source: &Source, whole: &str, main: Option<&Unit>) -> Result<Vec<Unit>, Vec<Diagnostic>> {
    let mut modules = Vec::new();
    for name in cython::imported(source) {
        modules.push(unit(source, whole, &name)?);
    }
    let all = main.into_iter().chain(&modules).map(|unit| (unit.name.as_str(), &unit.c));
    let records = cython::records(all);
    modules.extend(records.into_iter().map(|(name, c)| Unit::declared(name, c)));
    Ok(modules)
}

/// Parses a `.pxd` beside a module of Python: declarations are functions without bodies.
/// What cannot be read says nothing, and is told beside.
pub fn parse_headers(source: &Source, part: Part<'_>) -> (Parsed, Vec<Diagnostic>) {
    with_large_stack(|| {
        let whole = source.whole();
        let (cython::Rewritten { pieces, declarations }, mut unread) = cython::headers(source, &whole, part);
        let mut body = Vec::new();
        for (part, tokens) in pieces {
            match of_tokens(part, tokens, &cython::lexable(part.text)) {
                Ok(own) => body.extend(own),
                Err(errors) => unread.extend(errors),
            }
        }
        let c = Some(declarations);
        let (exports, directives, settings, modules) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        (Parsed { body, exports, directives, settings, c, modules, siblings: Vec::new() }, unread)
    })
}

/// A module of C's, its `.pxd` and its `.pyx` together.
fn unit(source: &Source, whole: &str, name: &str) -> Result<Unit, Vec<Diagnostic>> {
    let parts = cython::parts(source, name);
    for part in &parts {
        encoding::check(part.text).map_err(|error| vec![error.shifted(part.base)])?;
    }
    let read = unit_of(source, whole, name, &parts, &BTreeSet::new())?;
    let old = cython::old_names(&read.body, &read.c);
    if old.is_empty() { Ok(read) } else { unit_of(source, whole, name, &parts, &old) }
}

/// The module that files make; `old`: where names of Python 2 stand.
fn unit_of(
    source: &Source,
    whole: &str,
    name: &str,
    parts: &[Part<'_>],
    old: &BTreeSet<u32>,
) -> Result<Unit, Vec<Diagnostic>> {
    let cython::Rewritten { pieces, mut declarations } = cython::rewrite(source, whole, parts, old)?;
    let (mut body, mut exports, mut directives) = (Vec::new(), Vec::new(), Vec::new());
    let mut settings = Vec::new();
    let last = parts.last().map_or(0, |part| part.base);
    for (part, tokens) in pieces {
        if part.base == last && directives.is_empty() && exports.is_empty() {
            (exports, directives) = comments::collect(part, &tokens);
            settings = comments::settings(part, &tokens);
        }
        body.extend(of_tokens(part, tokens, &cython::lexable(part.text))?);
    }
    let (body, errors) = cython::gather(body, &mut declarations);
    if errors.is_empty() {
        Ok(Unit { name: name.to_owned(), body, exports, directives, settings, c: declarations })
    } else {
        Err(errors)
    }
}

/// Parses tokens of a file; `lexable` is its text as the lexer takes it, for the words of an error.
fn of_tokens(part: Part<'_>, tokens: Vec<LexResult>, lexable: &str) -> Result<Vec<ast::Stmt>, Vec<Diagnostic>> {
    nesting::check(part, &tokens).map_err(|error| vec![error])?;
    let body = match parse_tokens(tokens, Mode::Module, "") {
        Ok(ast::Mod::Module(module)) => module.body,
        Ok(_) => unreachable!("Mode::Module yields a module"),
        Err(failure) => return Err(vec![failed(part, lexable, failure)]),
    };
    let errors = check::check(&body);
    if errors.is_empty() { Ok(body) } else { Err(errors) }
}

/// The diagnostic for what the lexer refuses in a file; `lexable` is its text as the lexer takes it.
fn lexical(part: Part<'_>, lexable: &str, failure: LexicalError) -> Diagnostic {
    match parse_tokens(vec![Err(failure)], Mode::Module, "") {
        Err(failure) => failed(part, lexable, failure),
        Ok(_) => unreachable!("the only token is an error"),
    }
}

/// The diagnostic for a failure of the parser.
fn failed(part: Part<'_>, lexable: &str, failure: ParseError) -> Diagnostic {
    let offset = failure.offset.to_u32().saturating_sub(part.base);
    error::diagnostic(lexable, ParseError { offset: TextSize::new(offset), ..failure }).shifted(part.base)
}

/// Parses an expression that stands at an offset of the module, such as the inside of a string. `None` if it is none.
pub fn parse_expression(text: &str, offset: u32) -> Option<ast::Expr> {
    let offset = TextSize::new(offset);
    let tokens: Vec<LexResult> = lex_starts_at(text, Mode::Expression, offset).take_while(Result::is_ok).collect();
    nesting::check_plain(&tokens).ok()?;
    ast::Expr::parse_starts_at(text, "", offset).ok()
}

/// The tokens up to the first that is wrong: past it the lexer need not end.
fn tokens(text: &str, base: u32) -> Vec<LexResult> {
    let mut failed = false;
    lex_starts_at(text, Mode::Module, TextSize::new(base))
        .take_while(|token| !std::mem::replace(&mut failed, token.is_err()))
        .collect()
}

/// A dotted expression as text.
pub fn dotted(expr: &ast::Expr) -> Option<String> {
    match expr {
        ast::Expr::Name(name) => Some(name.id.to_string()),
        ast::Expr::Attribute(attribute) => Some(format!("{}.{}", dotted(&attribute.value)?, attribute.attr)),
        _ => None,
    }
}

/// Whether an expression is `None` as it is written.
pub fn is_none(expr: &ast::Expr) -> bool {
    matches!(expr, ast::Expr::Constant(constant) if matches!(constant.value, ast::Constant::None))
}

/// The span of a node of the AST.
pub fn span(node: &impl ast::Ranged) -> Span {
    let range = node.range();
    Span::new(range.start().to_u32(), range.end().to_u32())
}
