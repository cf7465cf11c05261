//! Headers of functions: parameters with types in front, what stands behind the brackets.

use std::collections::BTreeMap;

use rustpython_parser::Tok;

use super::rewrite::{Block, Parsing, Rewriter};
use super::{CAttributes, CException, CExtern, CFunction, CKind, CSignature, CType, CTypeKind, Nullness};
use crate::span::Span;
use crate::syntax::ast;

impl Rewriter<'_> {
    /// `def f(int x, double[:] a not None, y=2):`
    pub(super) fn def(&mut self) -> Parsing<()> {
        let start = self.here();
        self.at += 1;
        let none = CType::unnamed(start);
        self.function(CKind::Def, none, false, start)
    }

    /// A function from its name on, given what stands in front.
    pub(super) fn function(&mut self, kind: CKind, returns: CType, inline: bool, start: Span) -> Parsing<()> {
        if kind != CKind::Def && !self.headers && self.is_declaration() {
            return self.forward(returns, start);
        }
        let (name, name_span) = self.name("the name of a function")?;
        if kind != CKind::Def {
            self.replace(Span::new(start.start, name_span.start), "def ");
        }
        self.emit(Tok::Def, start);
        self.emit_name(&name, name_span);
        self.expect(&Tok::Lpar, "`(`")?;
        self.emit(Tok::Lpar, self.before());
        let python = kind == CKind::Def;
        let mut params = Params { typed: !python, python, ..Params::default() };
        self.params(&mut params)?;
        let end = self.before();
        if let (CKind::Def, Some(word @ ("nogil" | "noexcept"))) = (kind, self.peek_name()) {
            let message =
                format!("Cannot use cdef modifier '{word}' in Python function signature. Use a decorator instead.");
            return self.fail(message);
        }
        let attributes = self.attributes()?;
        if self.before().end > end.end {
            self.replace(Span::new(end.end, self.before().end), "");
        }
        let function = CFunction {
            name,
            name_span,
            kind,
            inline,
            attributes,
            none: params.none,
            span: start.to(self.before()),
            body: Span::new(self.before().end, self.before().end),
            docstring: None,
            uses_c: params.typed,
            nested: self.blocks.iter().any(|block| *block != Block::Control),
            module_run: None,
            in_its_place: String::new(),
            margin: self.block_line.map(|line| line.margin),
        };
        if self.headers && self.peek() != Some(&Tok::Colon) {
            self.declarations.functions.insert(name_span.start, function);
            return self.header(returns, start);
        }
        if !matches!(returns.kind, CTypeKind::Unnamed) {
            self.emit(Tok::Rarrow, returns.span);
            self.emit_type(returns);
        } else if self.peek() == Some(&Tok::Rarrow) {
            self.copy();
            self.expression(&[Tok::Colon]);
        }
        self.expect(&Tok::Colon, "`:`")?;
        self.emit(Tok::Colon, self.before());
        let body = Span::new(self.before().end, self.before().end);
        let function = CFunction { span: start.to(body), body, docstring: self.docstring(), ..function };
        self.declarations.functions.insert(name_span.start, function);
        let block = Block::Function(name_span.start);
        if self.peek() == Some(&Tok::Newline) {
            self.pending = Some(block);
            return Ok(());
        }
        self.blocks.push(block);
        let line = self.line();
        self.blocks.pop();
        self.end_function(name_span.start, self.before().end);
        line
    }

    /// The end of a header of a `.pxd` beside a module of Python: the body says nothing.
    fn header(&mut self, returns: CType, start: Span) -> Parsing<()> {
        if !matches!(returns.kind, CTypeKind::Unnamed) {
            self.emit(Tok::Rarrow, start);
            self.emit_type(returns);
        }
        let place = self.before();
        self.emit(Tok::Colon, place);
        self.emit(Tok::Ellipsis, place);
        Ok(())
    }

    /// Whether no body follows the header that starts here.
    fn is_declaration(&self) -> bool {
        let mut depth = 0;
        for (token, _) in &self.tokens[self.at..] {
            match token {
                Tok::Lpar | Tok::Lsqb => depth += 1,
                Tok::Rpar | Tok::Rsqb => depth -= 1,
                Tok::Colon if depth == 0 => return false,
                Tok::Newline | Tok::EndOfFile => return true,
                _ => {}
            }
        }
        true
    }

    /// A declaration of a function whose body stands elsewhere.
    fn forward(&mut self, returns: CType, start: Span) -> Parsing<()> {
        let (name, span) = self.name("the name of a function")?;
        let signature = self.signature(returns)?;
        let ty = CType { span: start.to(self.before()), kind: CTypeKind::Function(Box::new(signature)) };
        self.declarations.externs.push(CExtern { name, c_name: None, span, header: String::new(), ty });
        self.emit(Tok::Pass, start);
        self.blank(start.to(self.before()));
        Ok(())
    }

    /// The string that the body starts with.
    fn docstring(&self) -> Option<Span> {
        let ahead = if self.peek() == Some(&Tok::Newline) { 2 } else { 0 };
        let (token, span) = self.tokens.get(self.at + ahead)?;
        let ends = matches!(self.peek_at(ahead + 1), None | Some(Tok::Newline | Tok::Semi | Tok::EndOfFile));
        (matches!(token, Tok::String { .. }) && ends).then_some(*span)
    }

    fn params(&mut self, params: &mut Params) -> Parsing<()> {
        while self.peek() != Some(&Tok::Rpar) {
            match self.peek() {
                Some(star @ (Tok::Star | Tok::DoubleStar)) if !params.python => {
                    let star = if *star == Tok::Star { "*" } else { "**" };
                    return self.fail(format!("Expected ')', found '{star}'"));
                }
                Some(Tok::Star | Tok::DoubleStar | Tok::Slash) => {
                    self.copy();
                    if self.peek_name().is_some() {
                        self.copy();
                        self.annotation();
                    }
                }
                _ => self.param(params)?,
            }
            if self.peek() != Some(&Tok::Rpar) {
                if self.peek() != Some(&Tok::Comma) {
                    return self.fail("expected `,` or `)`");
                }
                self.copy();
            }
        }
        self.copy();
        Ok(())
    }

    fn annotation(&mut self) {
        if self.peek() == Some(&Tok::Colon) {
            self.expression(&[Tok::Comma, Tok::Equal]);
        }
    }

    fn param(&mut self, params: &mut Params) -> Parsing<()> {
        let start = self.here();
        let mut char = false;
        let declarator = self.typed_param()?;
        let typed = declarator.is_some();
        let name = match declarator {
            Some(declarator) => {
                params.typed = true;
                char = matches!(declarator.ty.kind, CTypeKind::Basic("char" | "schar" | "uchar"));
                self.replace(Span::new(start.start, declarator.name_span.start), "");
                let end = self.before().end;
                if end > declarator.name_span.end {
                    self.replace(Span::new(declarator.name_span.end, end), "");
                }
                self.emit_name(&declarator.name, declarator.name_span);
                self.emit(Tok::Colon, declarator.name_span);
                self.emit_type(declarator.ty);
                declarator.name
            }
            None => {
                let (name, span) = self.name("the name of a parameter")?;
                self.emit_name(&name, span);
                name
            }
        };
        let clause = self.before().end;
        if let Some(nullness) = self.none_clause() {
            if !params.python {
                let words = if nullness == Nullness::Refused { "not None" } else { "or None" };
                return self.fail_at(start, format!("'{words}' only allowed in Python functions"));
            }
            self.replace(Span::new(clause, self.before().end), "");
            params.none.insert(name, nullness);
        }
        let out = self.out.len();
        self.annotation();
        if typed {
            // The type in front is the one that holds.
            self.out.truncate(out);
        }
        self.default_value(char);
        Ok(())
    }

    /// The default of a parameter; of one of type `char` a literal of one byte is its code.
    fn default_value(&mut self, char: bool) {
        if self.peek() != Some(&Tok::Equal) {
            return;
        }
        self.copy();
        let span = self.before();
        if let Some(code) = self.byte().filter(|_| char) {
            self.replace(self.here(), code.to_string());
            self.emit(Tok::Int { value: code.into() }, self.here());
            self.at += 1;
        } else if self.peek() == Some(&Tok::Star)
            || matches!(self.peek(), Some(Tok::Comma | Tok::Rpar)) && self.question_mark()
        {
            // The value stands in the other file.
            self.eat(&Tok::Star);
            self.emit(Tok::Ellipsis, span);
        } else {
            self.expression(&[Tok::Comma]);
        }
    }

    /// The type and name of a parameter; `None` if only a name is written.
    fn typed_param(&mut self) -> Parsing<Option<super::ctype::Declarator>> {
        let lone = matches!(self.peek_at(1), Some(Tok::Comma | Tok::Rpar | Tok::Equal | Tok::Colon | Tok::Or))
            || self.peek_at(1) == Some(&Tok::Not) && self.peek_at(2) == Some(&Tok::None);
        if lone && self.peek_name().is_some() {
            return Ok(None);
        }
        let base = self.base_type()?;
        let mut declarator = self.declarator(base)?;
        if declarator.name.is_empty() {
            return self.fail("expected the name of a parameter");
        }
        declarator.ty = self.declared_type(declarator.ty, declarator.name_span)?;
        Ok(Some(declarator))
    }

    /// `not None` or `or None` behind a parameter.
    pub(super) fn none_clause(&mut self) -> Option<Nullness> {
        let nullness = match (self.peek(), self.peek_at(1)) {
            (Some(Tok::Not), Some(Tok::None)) => Nullness::Refused,
            (Some(Tok::Or), Some(Tok::None)) => Nullness::Allowed,
            _ => return None,
        };
        self.at += 2;
        Some(nullness)
    }

    /// `except -1 nogil`, `noexcept`, `with gil`, in any order.
    pub(super) fn attributes(&mut self) -> Parsing<CAttributes> {
        let mut attributes = CAttributes::default();
        loop {
            if self.eat_name("noexcept") {
                attributes.exception = CException::Never;
            } else if self.eat_name("nogil") {
                attributes.nogil = true;
            } else if self.peek() == Some(&Tok::With) && self.name_at(1) == Some("gil") {
                self.at += 2;
                attributes.with_gil = true;
            } else if self.eat(&Tok::Except) {
                attributes.exception = self.exception()?;
            } else {
                return Ok(attributes);
            }
        }
    }

    /// What stands behind `except` in a header.
    fn exception(&mut self) -> Parsing<CException> {
        if self.eat(&Tok::Star) {
            return Ok(CException::Always);
        }
        if self.peek() == Some(&Tok::Plus) {
            let span = self.here();
            return self.unsupported(span, "`except +`", "it translates C++ exceptions; Rust code has none");
        }
        let checked = self.question_mark();
        Ok(CException::Value { value: self.sentinel()?, checked })
    }

    /// The value that marks an exception: a number with its sign, or a name.
    fn sentinel(&mut self) -> Parsing<Box<ast::Expr>> {
        let out = self.out.len();
        while matches!(self.peek(), Some(Tok::Minus | Tok::Plus)) {
            self.copy();
        }
        if self.peek() == Some(&Tok::Less) {
            self.expression(&[Tok::Colon, Tok::Comma, Tok::Rpar]);
            return self.parsed_since(out);
        }
        self.expression_of_one();
        while self.peek() == Some(&Tok::Dot) {
            self.copy();
            self.copy();
        }
        self.parsed_since(out)
    }

    /// Copies one token, with `DEF` constants replaced.
    fn expression_of_one(&mut self) {
        match self.peek_name().and_then(|name| self.constants.get(name)).cloned() {
            Some(value) => {
                let span = self.here();
                self.at += 1;
                value.into_iter().for_each(|token| self.emit(token, span));
            }
            None => self.copy(),
        }
    }
}

#[derive(Default)]
struct Params {
    /// Some type is written, or the function is one of C's.
    typed: bool,
    /// They are those of a `def`.
    python: bool,
    none: BTreeMap<String, Nullness>,
}

impl CSignature {
    /// How many arguments a call must give.
    pub fn required(&self) -> usize {
        self.params.iter().filter(|param| !param.has_default).count()
    }
}
