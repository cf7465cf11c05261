//! How deep the tree of a source will be, counted on its tokens before there is a tree.
//!
//! Everything after the lexer recurses over the tree, and dropping it does too; the limits are CPython's own (3.11).

use rustpython_parser::lexer::{LexResult, lex};
use rustpython_parser::text_size::TextRange;
use rustpython_parser::{Mode, StringKind, Tok};

use crate::Part;
use crate::diag::{Code, Diagnostic};
use crate::span::Span;

/// Levels of the tree: brackets, indentation, chains of operators, calls, `elif`.
const MAX_DEPTH: u32 = 3000;
/// As CPython's tokenizer has it.
const MAX_BRACKETS: usize = 200;
/// As CPython's tokenizer has it.
const MAX_INDENTS: usize = 100;

/// Checks the limits.
pub fn check(part: Part<'_>, tokens: &[LexResult]) -> Result<(), Diagnostic> {
    let mut depth = Depth::new(0);
    for (token, range) in tokens.iter().flatten() {
        let span = span_of(*range);
        depth.token(token, span)?;
        if let Tok::String { kind: StringKind::FString | StringKind::RawFString, .. } = token {
            let own = (span.start - part.base) as usize..(span.end - part.base) as usize;
            f_string(&part.text[own], span, depth.total())?;
        }
    }
    Ok(())
}

/// Checks the limits of an expression; f-strings in it do not count.
pub fn check_plain(tokens: &[LexResult]) -> Result<(), Diagnostic> {
    let mut depth = Depth::new(0);
    tokens.iter().flatten().try_for_each(|(token, range)| depth.token(token, span_of(*range)))
}

fn span_of(range: TextRange) -> Span {
    Span::new(range.start().to_u32(), range.end().to_u32())
}

/// One level of brackets; the first is outside of all.
#[derive(Default)]
struct Level {
    /// Binary and unary operators in a row.
    operators: u32,
    /// Calls, subscripts and attributes in a row.
    trailers: u32,
    /// `lambda` and `else` in a row.
    spine: u32,
    /// Lambdas whose colon is still to come: a comma there ends a parameter.
    open_lambdas: u32,
}

impl Level {
    fn depth(&self) -> u32 {
        1 + self.operators + self.trailers + self.spine
    }
}

/// The depth at the current token.
struct Depth {
    levels: Vec<Level>,
    /// Depth of all levels of brackets but the innermost, and of what the tokens lie in.
    outer: u32,
    /// `elif`s in a row, per level of indentation.
    elifs: Vec<u32>,
    at_statement: bool,
}

impl Depth {
    fn new(outer: u32) -> Self {
        Depth { levels: vec![Level::default()], outer, elifs: vec![0], at_statement: true }
    }

    fn level(&mut self) -> &mut Level {
        self.levels.last_mut().expect("the outermost level is never popped")
    }

    fn total(&self) -> u32 {
        let inner = self.levels.last().map_or(0, Level::depth);
        self.outer + inner + self.elifs.iter().sum::<u32>() + self.elifs.len() as u32
    }

    fn token(&mut self, token: &Tok, span: Span) -> Result<(), Diagnostic> {
        if self.at_statement {
            self.start_of_statement(token);
        }
        match token {
            Tok::Newline | Tok::Semi => self.end_of_statement(),
            Tok::Indent => {
                self.elifs.push(0);
                if self.elifs.len() > MAX_INDENTS {
                    return Err(too_deep(span, "too many levels of indentation", "move inner blocks to functions"));
                }
            }
            Tok::Dedent if self.elifs.len() > 1 => {
                self.elifs.pop();
            }
            Tok::Lpar | Tok::Lsqb | Tok::Lbrace => {
                self.open();
                if self.levels.len() > MAX_BRACKETS + 1 {
                    return Err(too_deep(span, "too many nested parentheses", "split the expression into statements"));
                }
            }
            Tok::Rpar | Tok::Rsqb | Tok::Rbrace => self.close(),
            _ => self.inside(token),
        }
        if self.total() > MAX_DEPTH {
            let message = format!("the source is nested too deeply here, the limit is {MAX_DEPTH} levels");
            return Err(too_deep(span, &message, "split the expression into several statements"));
        }
        Ok(())
    }

    fn start_of_statement(&mut self, token: &Tok) {
        let elifs = self.elifs.last_mut().expect("the outermost block is never popped");
        match token {
            Tok::Indent | Tok::Dedent | Tok::Newline => return,
            Tok::Elif => *elifs += 1,
            Tok::Else => {}
            _ => *elifs = 0,
        }
        self.at_statement = false;
    }

    fn end_of_statement(&mut self) {
        self.at_statement = true;
        if self.levels.len() == 1 {
            *self.level() = Level::default();
        }
    }

    fn open(&mut self) {
        let level = self.level();
        level.trailers += 1;
        self.outer += level.depth();
        self.levels.push(Level::default());
    }

    fn close(&mut self) {
        if self.levels.len() > 1 {
            self.levels.pop();
            self.outer -= self.level().depth();
        }
    }

    fn inside(&mut self, token: &Tok) {
        let level = self.level();
        match token {
            Tok::Dot => level.trailers += 1,
            Tok::Lambda => {
                level.spine += 1;
                level.open_lambdas += 1;
            }
            Tok::Else => {
                level.spine += 1;
                level.operators = 0;
                level.trailers = 0;
            }
            Tok::Colon => level.open_lambdas = level.open_lambdas.saturating_sub(1),
            Tok::Comma if level.open_lambdas == 0 => *level = Level::default(),
            Tok::And | Tok::Or | Tok::If | Tok::For | Tok::In | Tok::Comma | Tok::Equal => {
                level.operators = 0;
                level.trailers = 0;
            }
            _ if is_operator(token) => {
                level.operators += 1;
                level.trailers = 0;
            }
            _ => {}
        }
    }
}

fn is_operator(token: &Tok) -> bool {
    matches!(
        token,
        Tok::Plus
            | Tok::Minus
            | Tok::Star
            | Tok::Slash
            | Tok::Vbar
            | Tok::Amper
            | Tok::Percent
            | Tok::Tilde
            | Tok::CircumFlex
            | Tok::LeftShift
            | Tok::RightShift
            | Tok::DoubleStar
            | Tok::DoubleSlash
            | Tok::At
            | Tok::Not
            | Tok::Await
    )
}

/// Checks the expressions in a literal: each outermost `{...}` of it as tokens of their own.
fn f_string(literal: &str, span: Span, outer: u32) -> Result<(), Diagnostic> {
    let mut braces = 0usize;
    let mut start = 0;
    for (at, byte) in literal.bytes().enumerate() {
        match byte {
            b'{' => {
                braces += 1;
                if braces == 1 {
                    start = at + 1;
                }
            }
            b'}' if braces > 0 => {
                braces -= 1;
                if braces == 0 {
                    replacement(&literal[start..at], span, outer)?;
                }
            }
            _ => {}
        }
    }
    if braces > 0 { replacement(&literal[start..], span, outer) } else { Ok(()) }
}

fn replacement(text: &str, span: Span, outer: u32) -> Result<(), Diagnostic> {
    let mut depth = Depth::new(outer);
    for (token, range) in lex(text, Mode::Expression).map_while(Result::ok) {
        depth.token(&token, span)?;
        if let Tok::String { kind: StringKind::FString | StringKind::RawFString, .. } = token {
            f_string(&text[range.start().to_usize()..range.end().to_usize()], span, depth.total())?;
        }
    }
    Ok(())
}

fn too_deep(span: Span, message: &str, hint: &str) -> Diagnostic {
    Diagnostic::error(Code::NESTING, span, message).hint(hint)
}
