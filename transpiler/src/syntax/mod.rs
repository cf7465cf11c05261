//! Source text to Python AST, with the comment lines that carry signatures and directives.
//!
//! [`parse`] is the entry, [`Parsed`] the root type. Ranges are byte offsets into the text as given.

pub mod bindings;
mod check;
mod comments;
pub mod cython;
mod dump;
mod encoding;
mod error;
mod nesting;
mod newer;
mod stack;
mod walk;

pub use comments::{DirectiveComment, ExportComment};
pub use dump::dump;
pub use rustpython_parser::ast;
pub use stack::with_large_stack;
pub use walk::{Exprs, child_exprs, stmt_blocks, stmt_exprs};

use rustpython_parser::lexer::{LexResult, lex, lex_starts_at};
use rustpython_parser::text_size::TextSize;
use rustpython_parser::{Mode, Parse, parse_tokens};

use crate::diag::Diagnostic;
use crate::span::Span;

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
}

/// Parses a module.
///
/// # Errors
/// At least one error: the source is not UTF-8 (P0104), nested too deeply (P0103), newer than the parser (P0102) or not
/// Python (P0101).
pub fn parse(text: &str) -> Result<Parsed, Vec<Diagnostic>> {
    with_large_stack(|| parse_here(text))
}

/// Parses a module in Cython's dialect.
///
/// # Errors
/// As [`parse`], and what is no Cython, or is a form of it that pyrx does not read (P0105).
pub fn parse_cython(text: &str) -> Result<Parsed, Vec<Diagnostic>> {
    with_large_stack(|| {
        encoding::check(text).map_err(|error| vec![error])?;
        let (tokens, mut declarations) = cython::rewrite(text)?;
        let parsed = of_tokens(text, tokens, &cython::lexable(text))?;
        let (body, errors) = cython::gather(parsed.body, &mut declarations);
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Parsed { body, c: Some(declarations), ..parsed })
    })
}

fn parse_here(text: &str) -> Result<Parsed, Vec<Diagnostic>> {
    encoding::check(text).map_err(|error| vec![error])?;
    of_tokens(text, tokens(text), text)
}

/// Parses tokens of a text; `lexable` is the text as the lexer takes it, for the words of an error.
fn of_tokens(text: &str, tokens: Vec<LexResult>, lexable: &str) -> Result<Parsed, Vec<Diagnostic>> {
    nesting::check(text, &tokens).map_err(|error| vec![error])?;
    let (exports, directives) = comments::collect(text, &tokens);
    let body = match parse_tokens(tokens, Mode::Module, "") {
        Ok(ast::Mod::Module(module)) => module.body,
        Ok(_) => unreachable!("Mode::Module yields a module"),
        Err(failure) => return Err(vec![error::diagnostic(lexable, failure)]),
    };
    let errors = check::check(&body);
    if errors.is_empty() { Ok(Parsed { body, exports, directives, c: None }) } else { Err(errors) }
}

/// Parses an expression that stands at an offset of the module, such as the inside of a string. `None` if it is none.
pub fn parse_expression(text: &str, offset: u32) -> Option<ast::Expr> {
    let offset = TextSize::new(offset);
    let tokens: Vec<LexResult> = lex_starts_at(text, Mode::Expression, offset).take_while(Result::is_ok).collect();
    nesting::check_plain(&tokens).ok()?;
    ast::Expr::parse_starts_at(text, "", offset).ok()
}

/// The tokens up to the first that is wrong: past it the lexer need not end.
fn tokens(text: &str) -> Vec<LexResult> {
    let mut failed = false;
    lex(text, Mode::Module).take_while(|token| !std::mem::replace(&mut failed, token.is_err())).collect()
}

/// The span of a node of the AST.
pub fn span(node: &impl ast::Ranged) -> Span {
    let range = node.range();
    Span::new(range.start().to_u32(), range.end().to_u32())
}
