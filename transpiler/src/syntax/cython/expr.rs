//! Expressions: casts, addresses, `sizeof`, characters of C, compile-time constants; all else is copied.

use num_bigint::BigInt;
use rustpython_parser::Tok;

use super::rewrite::{Block, Parsing, Rewriter};
use super::words::{is_basic, is_word};
use super::{CType, CTypeKind, forms};
use crate::span::Span;
use crate::syntax::ast;

impl Rewriter<'_> {
    /// Copies an expression up to one of the tokens `stop` outside of brackets, rewriting what only C has.
    pub(super) fn expression(&mut self, stop: &[Tok]) {
        let mut depth = 0;
        let mut operand = true;
        while let Some(token) = self.peek() {
            if depth == 0 && stop.contains(token) || matches!(token, Tok::Newline | Tok::EndOfFile) {
                return;
            }
            match token {
                Tok::Lpar | Tok::Lsqb | Tok::Lbrace => depth += 1,
                Tok::Rpar | Tok::Rsqb | Tok::Rbrace if depth == 0 => return,
                Tok::Rpar | Tok::Rsqb | Tok::Rbrace => depth -= 1,
                _ => {}
            }
            operand = self.piece(operand);
        }
    }

    /// One token, or a form of C's. Takes and gives whether an operand is to come.
    fn piece(&mut self, operand: bool) -> bool {
        if operand && self.c_form() {
            return false;
        }
        let after = self.peek().is_none_or(operand_follows);
        self.copy();
        after
    }

    /// A form that only C has, at a place where an operand stands. Returns whether there was one.
    fn c_form(&mut self) -> bool {
        let at = self.at;
        let done = match self.peek() {
            Some(Tok::Less) => self.cast(),
            Some(Tok::Int { .. }) => match self.suffix() {
                Some(ty) => return self.suffixed(ty),
                None => return false,
            },
            Some(Tok::Amper) => self.address(),
            Some(Tok::String { .. }) => return self.c_fstring(),
            Some(Tok::Name { name }) => match name.as_str() {
                "sizeof" if self.peek_at(1) == Some(&Tok::Lpar) => self.sizeof(),
                "c" if self.is_char() => self.char(),
                name if self.constants.contains_key(name) => self.constant(),
                name if is_word(name) && self.name_at(1).is_some_and(is_word) => self.type_operand(),
                _ => return false,
            },
            _ => return false,
        };
        // What is wrong is noted; the tokens are gone past so that the walk goes on.
        self.at = self.at.max(at + 1);
        if done.is_ok() {
            self.uses_c();
        }
        true
    }

    /// `<T>operand`, `<T?>operand`, `<T[:n, :m]>pointer`
    fn cast(&mut self) -> Parsing<()> {
        let start = self.here();
        self.at += 1;
        let view = self.view_of_pointer();
        let ty = match view {
            true => self.pointer_view()?,
            false => {
                let ty = self.abstract_type()?;
                CastType { ty, extents: Vec::new() }
            }
        };
        let checked = self.question_mark();
        self.expect(&Tok::Greater, "`>` at the end of a cast")?;
        self.emit_name(if checked { forms::CHECKED_CAST } else { forms::CAST }, start);
        self.emit(Tok::Lpar, start);
        self.emit_type(ty.ty);
        self.emit(Tok::Comma, start);
        self.factor()?;
        for extent in ty.extents {
            self.emit(Tok::Comma, start);
            self.out.extend(extent);
        }
        self.emit(Tok::Rpar, self.before());
        Ok(())
    }

    /// Whether the cast is to a view with extents: `<double[:n, :m]>p`.
    fn view_of_pointer(&self) -> bool {
        let mut depth = 0;
        let mut colon = None;
        for (token, _) in &self.tokens[self.at..] {
            match token {
                Tok::Greater if depth == 0 => return false,
                Tok::Newline => return false,
                Tok::Lsqb | Tok::Lpar => depth += 1,
                Tok::Rsqb | Tok::Rpar => {
                    depth -= 1;
                    colon = None;
                }
                Tok::Colon if depth == 1 => colon = Some(()),
                Tok::Comma => colon = None,
                _ if colon.is_some() && depth == 1 => return true,
                _ => {}
            }
        }
        false
    }

    /// `double[:n, :m]`, `double[:n:1]`, `double[:, ::1]` where each axis may have an extent.
    fn pointer_view(&mut self) -> Parsing<CastType> {
        let start = self.here();
        let item = self.item_type()?;
        self.expect(&Tok::Lsqb, "`[`")?;
        let (mut axes, mut extents) = (Vec::new(), Vec::new());
        while self.peek() != Some(&Tok::Rsqb) {
            self.expect(&Tok::Colon, "`:` in front of the extent")?;
            let at = self.out.len();
            self.expression(&[Tok::Colon, Tok::Comma, Tok::Rsqb]);
            let extent = self.out.split_off(at);
            let contiguous = self.eat(&Tok::Colon) && matches!(self.peek(), Some(Tok::Int { .. }));
            self.at += usize::from(contiguous);
            axes.push(if contiguous { super::CAxis::Contiguous } else { super::CAxis::Strided });
            if !extent.is_empty() {
                extents.push(extent);
            }
            if !self.eat(&Tok::Comma) {
                break;
            }
        }
        self.expect(&Tok::Rsqb, "`]`")?;
        let span = start.to(self.before());
        Ok(CastType { ty: CType { span, kind: CTypeKind::View { item: Box::new(item), axes } }, extents })
    }

    /// A base type up to its bracket.
    fn item_type(&mut self) -> Parsing<CType> {
        let open = self.tokens[self.at..].iter().position(|(token, _)| *token == Tok::Lsqb);
        let Some(open) = open.map(|ahead| self.at + ahead) else { return self.fail("expected `[`") };
        // The bracket is hidden from the type's own brackets.
        let bracket = std::mem::replace(&mut self.tokens[open].0, Tok::Semi);
        let item = self.base_type();
        self.tokens[open].0 = bracket;
        item
    }

    fn address(&mut self) -> Parsing<()> {
        let start = self.here();
        self.at += 1;
        self.emit_name(forms::ADDRESS, start);
        self.emit(Tok::Lpar, start);
        self.factor()?;
        self.emit(Tok::Rpar, self.before());
        Ok(())
    }

    /// The operand of a cast: what binds tighter than `*`.
    fn factor(&mut self) -> Parsing<()> {
        match self.peek() {
            Some(Tok::Plus | Tok::Minus | Tok::Tilde | Tok::Await) => {
                self.copy();
                return self.factor();
            }
            Some(Tok::Less | Tok::Amper) => {
                self.c_form();
                return Ok(());
            }
            Some(Tok::String { .. }) => {
                while matches!(self.peek(), Some(Tok::String { .. })) {
                    self.copy();
                }
            }
            Some(Tok::Lpar | Tok::Lsqb | Tok::Lbrace) => self.group(),
            Some(Tok::Newline | Tok::EndOfFile | Tok::Rpar | Tok::Rsqb | Tok::Rbrace | Tok::Comma) | None => {
                return self.fail("expected an operand");
            }
            _ => {
                self.piece(true);
            }
        }
        loop {
            match self.peek() {
                Some(Tok::Dot) => {
                    self.copy();
                    self.copy();
                }
                Some(Tok::Lpar | Tok::Lsqb) => self.group(),
                Some(Tok::DoubleStar) => {
                    self.copy();
                    return self.factor();
                }
                _ => return Ok(()),
            }
        }
    }

    /// A bracket and what is in it.
    fn group(&mut self) {
        self.copy();
        self.expression(&[]);
        self.copy();
    }

    fn sizeof(&mut self) -> Parsing<()> {
        let start = self.here();
        self.at += 2;
        self.emit_name(forms::SIZEOF, start);
        self.emit(Tok::Lpar, start);
        if self.is_type_operand() {
            let ty = self.abstract_type()?;
            self.emit_type(ty);
        } else if self.peek() == Some(&Tok::Rpar) {
            return self.fail("Expected an identifier or literal");
        } else {
            self.expression(&[]);
        }
        self.emit(Tok::Rpar, self.here());
        self.expect(&Tok::Rpar, "`)`")
    }

    /// Whether a type stands up to the closing bracket that cannot be an expression.
    fn is_type_operand(&self) -> bool {
        let ends = |ahead: usize| self.peek_at(ahead) == Some(&Tok::Rpar);
        let starred =
            (1..6).any(|ahead| matches!(self.peek_at(ahead), Some(Tok::Star | Tok::DoubleStar)) && ends(ahead + 1));
        self.peek_name().is_some_and(|name| is_basic(name) || name == "const") || starred
    }

    /// `unsigned char` as an operand: of an index of a fused function, of `is`.
    fn type_operand(&mut self) -> Parsing<()> {
        let ty = self.abstract_type()?;
        self.emit_type(ty);
        Ok(())
    }

    /// `c'x'`
    fn is_char(&self) -> bool {
        matches!(self.peek_at(1), Some(Tok::String { .. }))
            && self.tokens[self.at].1.end == self.tokens[self.at + 1].1.start
    }

    fn char(&mut self) -> Parsing<()> {
        let start = self.here();
        self.at += 1;
        let span = start.to(self.here());
        // It has the escapes of bytes.
        let written = self.text.get(self.tokens[self.at].1.range()).unwrap_or_default();
        let bytes = match crate::syntax::parse_expression(&format!("b{written}"), 0) {
            Some(ast::Expr::Constant(ast::ExprConstant { value: ast::Constant::Bytes(bytes), .. })) => bytes,
            _ => Vec::new(),
        };
        self.at += 1;
        let &[code] = &bytes[..] else { return self.fail_at(span, "a character of C is one byte") };
        self.emit_cast("char", Tok::Int { value: BigInt::from(code) }, span);
        Ok(())
    }

    /// The code of a literal of one byte that stands here alone: `b','`.
    pub(super) fn byte(&self) -> Option<u8> {
        let ends = matches!(self.peek_at(1), Some(Tok::Comma | Tok::Rpar));
        let written = self.text.get(self.here().range()).filter(|_| ends)?;
        if !matches!(self.peek(), Some(Tok::String { .. })) || !written.starts_with(['b', 'B']) {
            return None;
        }
        match crate::syntax::parse_expression(written, 0)? {
            ast::Expr::Constant(ast::ExprConstant { value: ast::Constant::Bytes(bytes), .. }) => match bytes[..] {
                [code] => Some(code),
                _ => None,
            },
            _ => None,
        }
    }

    /// The type that the suffix of an integer asks for: `10UL`.
    fn suffix(&self) -> Option<&'static str> {
        let text = self.text.get(self.here().range())?;
        let digits = text.trim_end_matches(['u', 'U', 'l', 'L']);
        let suffix = text[digits.len()..].to_ascii_lowercase();
        let wide = match self.peek() {
            Some(Tok::Int { value }) => *value > BigInt::from(u32::MAX),
            _ => false,
        };
        SUFFIXES
            .iter()
            .find(|(known, _)| *known == suffix)
            .map(|(_, ty)| if wide && *ty == "uint" { "ulong" } else { ty })
    }

    /// An integer with a suffix: in a function of its type, elsewhere just a number. The interpreter knows no suffixes.
    fn suffixed(&mut self, ty: &'static str) -> bool {
        let (span, token) = (self.here(), self.peek().cloned());
        let Some(token @ Tok::Int { .. }) = token else { return false };
        let text = self.text.get(span.range()).unwrap_or_default();
        self.replace(span, text.trim_end_matches(['u', 'U', 'l', 'L']));
        self.at += 1;
        if self.blocks.iter().any(|block| matches!(block, Block::Function(_))) {
            self.emit_cast(ty, token, span);
            self.uses_c();
        } else {
            self.emit(token, span);
        }
        true
    }

    /// A constant at a type of C's.
    fn emit_cast(&mut self, ty: &'static str, value: Tok, span: Span) {
        self.emit_name(forms::CAST, span);
        self.emit(Tok::Lpar, span);
        self.emit_type(CType { span, kind: CTypeKind::Basic(ty) });
        self.emit(Tok::Comma, span);
        self.emit(value, span);
        self.emit(Tok::Rpar, span);
    }

    /// A name that `DEF` defined; an attribute or keyword of that name is none.
    fn constant(&mut self) -> Parsing<()> {
        let span = self.here();
        let after_dot = self.at > 0 && self.tokens[self.at - 1].0 == Tok::Dot;
        let value = self.peek_name().and_then(|name| self.constants.get(name)).cloned().unwrap_or_default();
        if after_dot {
            self.copy();
            return Ok(());
        }
        self.at += 1;
        self.replace(span, super::compile_time::text(&value));
        value.into_iter().for_each(|token| self.emit(token, span));
        Ok(())
    }
}

/// The suffixes of C's integers.
const SUFFIXES: [(&str, &str); 7] = [
    ("u", "uint"),
    ("l", "long"),
    ("ul", "ulong"),
    ("lu", "ulong"),
    ("ll", "longlong"),
    ("ull", "ulonglong"),
    ("llu", "ulonglong"),
];

struct CastType {
    ty: CType,
    /// The tokens of each.
    extents: Vec<Vec<(Tok, Span)>>,
}

/// Whether an operand stands behind the token.
fn operand_follows(token: &Tok) -> bool {
    !matches!(
        token,
        Tok::Name { .. }
            | Tok::Match
            | Tok::Type
            | Tok::Case
            | Tok::Int { .. }
            | Tok::Float { .. }
            | Tok::Complex { .. }
            | Tok::String { .. }
            | Tok::Rpar
            | Tok::Rsqb
            | Tok::Rbrace
            | Tok::True
            | Tok::False
            | Tok::None
            | Tok::Ellipsis
    )
}
